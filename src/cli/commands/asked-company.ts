/** What `capstack exposure COMPANY` and `capstack runway COMPANY` are asked beside what every answer is: whom. */

import type { Assumption } from "../../model/assumption.ts";
import type { PartyId } from "../../model/id.ts";
import type { Problem } from "../../model/problem.ts";
import { withoutRate } from "../../views/party-figures.ts";
import { type AskedAnswer, readAnswer } from "../asked-ledger.ts";
import type { Call } from "../verb.ts";

/** Reads the flags and the name. */
export function readCompany(
  call: Call,
  verb: "exposure" | "runway" | "own",
): (AskedAnswer & { readonly written: string }) | Problem {
  const read = readAnswer(call, verb, "group");
  if ("code" in read) return read;
  const written = call.operands.join(" ");
  if (written !== "") return { ...read, written };
  return {
    code: "no-company",
    message: `capstack ${verb} takes the name of a company.`,
    fix: `capstack ${verb} OpenAI`,
  };
}

/** Assumptions of these companies that count for nothing, because they are in a currency without a rate. */
export function assumedWithoutRate(parties: readonly PartyId[], assumptions: readonly Assumption[]): Problem[] {
  return withoutRate(parties, assumptions).map((currency) => ({
    code: "no-rate",
    message: `no rate of ${currency} holds on this day: what was assumed in ${currency} does not count.`,
    fix: `capstack assume ${currency}.rate 1.08 --on 2025-12-01 --because "…"`,
  }));
}
