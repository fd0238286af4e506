/** Ownership in words: the finding, a round, a right. For the command line and the page alike. */

import type { PartyId } from "../../model/id.ts";
import { type Figure, hullOf, isOpen, shareText } from "./figure.ts";
import type { OwnAnswer } from "./own-answer.ts";
import { isPriced, type Round } from "./pro-forma.ts";
import type { ShareRight } from "./rights.ts";

type NameOf = (party: PartyId) => string;

/** What stands out of who owns it now. */
export function ownFinding({ company, table: { holders, unnamed, named } }: OwnAnswer, nameOf: NameOf): string {
  const name = nameOf(company);
  if (unnamed === null)
    return `${name}: the shares that sources name come to ${shareText(named.told)}, more than the whole`;
  if (holders.length === 0) return `${name}: no claim gives a share of it`;
  if (unnamed.told.high === 0) return `${name}: sources name the owners of all of it`;
  return `${name}: no source states who holds ${shareText(unnamed.told, unnamed.approximate)} of it`;
}

const verbs = { talks: "would take", announced: "is to take", signed: "takes" } as const;

/** What the first round with a valuation does to the largest owner, with the verb of its loosest money; else what stands out now. */
export function ownershipTitle(answer: OwnAnswer, nameOf: NameOf): string {
  const round = answer.rounds.find(isPriced);
  const row = round?.outcomes[0]?.rows.find(({ party, before }) => party !== null && before !== null);
  if (!round || !row) return ownFinding(answer, nameOf);
  const after = afterOf(row);
  const verb = (["talks", "announced"] as const).find((status) =>
    round.investments.some((each) => each.status === status),
  );
  const ends = [row.before!, after].some(isOpen) ? ", at the stated ends" : "";
  return `New money ${verbs[verb ?? "signed"]} ${nameOf(row.party!)} from ${shareText(row.before!.told, row.before!.approximate)} to ${shareText(after.told, after.approximate)} of ${nameOf(answer.company)}${ends}`;
}

/** A share after the money, whether its price is one before it or after it. */
export function afterOf({ pre, post }: { readonly pre: Figure | null; readonly post: Figure | null }): Figure {
  return pre && post ? hullOf(pre, post) : (pre ?? post)!;
}

/** "Amazon puts in ≥ $10bn at > $500bn". */
export function roundText({ investments, pre, post, kindTold }: Round, nameOf: NameOf): string {
  const who = investments.map(
    ({ party, text }) => `${party === null ? "somebody not named" : nameOf(party)} puts in ${text}`,
  );
  const price =
    pre && post && !kindTold
      ? pre.text
      : [pre && `${pre.text} pre-money`, post && `${post.text} post-money`].filter(Boolean).join(", ");
  return `${who.join(", ")} at ${price}`;
}

/** Who may buy whose shares, by what, on which condition. */
export function rightText({ holder, company, right, status, text, condition }: ShareRight, nameOf: NameOf): string {
  const whose = company === null ? "shares of a company that no source names" : `shares of ${nameOf(company)}`;
  const who = holder === null ? "Somebody whom no source names" : nameOf(holder);
  return `${who} may buy ${text.replace(/ shares$/, "")} ${whose} by ${right === "option" ? "an option" : "a warrant"} · ${status} · ${condition ?? "no condition is told"}`;
}
