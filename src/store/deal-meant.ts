/** Which deal does a person mean by an id, or by the id of one of its claims? */

import type { Deal } from "../model/deal.ts";
import { dealOfClaim, findDeal } from "../views/deal-rows.ts";
import { findClaim } from "./claims.ts";
import { refuse } from "./fault.ts";
import type { SettledBook } from "./settled-book.ts";
import type { Book } from "./tables.ts";

/** The deal of an id, or of a claim's. */
export async function dealMeant(book: Book, written: string, { deals, redirects }: SettledBook): Promise<Deal> {
  if (written.startsWith("c-")) {
    const { claim } = await findClaim(book, written);
    return (
      dealOfClaim(claim.id, deals) ??
      refuse({
        code: "claim-of-no-deal",
        message: `${written} makes no deal on these dates: it is a figure of one party, or was not known yet.`,
        fix: `capstack why ${written}`,
      })
    );
  }
  const found = findDeal(written, deals, redirects);
  if (found === "none")
    return refuse({
      code: "unknown-deal",
      message: `there is no deal ${written} on these dates.`,
      fix: "capstack deals",
    });
  if (found === "several")
    return refuse({
      code: "ambiguous-deal",
      message: `${written} begins the ids of several deals.`,
      fix: "Give more of its digits: capstack deals",
    });
  return found;
}
