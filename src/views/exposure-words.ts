/** Exposure in words: what stands out, how concentrated it is. For the command line and the page alike. */

import type { PartyId } from "../model/id.ts";
import { type Ends, endsText } from "../model/smallest-unit.ts";
import type { LayerConcentration, Relation } from "./counterparties.ts";
import type { Exposure } from "./exposure.ts";
import { added } from "./flow-rows.ts";
import { pointsText, shareText } from "./interval-text.ts";

type NameOf = (party: PartyId | null) => string;

/** "not stated" is no zero; what may be nothing and has no upper end is told so. */
export function dueText(amount: Ends | null): string {
  if (amount === null) return "not stated";
  return amount.low === 0 && amount.high === null ? "any part" : endsText("USD", amount);
}

/** What stands out, in a sentence whose verb is that of the loosest status in it; null where no amount is stated, or one is open. */
export function exposureFinding({ company, relations }: Exposure, nameOf: NameOf): string | null {
  for (const [relation, rows] of [
    ["supplier", relations.suppliers],
    ["customer", relations.customers],
  ] as const) {
    const stated = rows.filter(({ allShare }) => allShare !== null);
    const [largest] = stated;
    if (largest === undefined) continue;
    const total = stated.map(({ inAll }) => inAll!).reduce(added);
    // Beside an open end no share says much.
    if (total.high === null) return null;
    const loosest = (["talks", "announced"] as const).find((status) => stated.some((row) => row.status === status));
    const [verb, whither] =
      relation === "supplier" ? ["pay suppliers", "goes to"] : ["get from customers", "comes from"];
    const how = {
      talks: "would",
      announced: "would, as announced,",
      firm: relation === "supplier" ? "must still" : "is still to",
    };
    return `Of the ${dueText(total)} that ${nameOf(company)} ${how[loosest ?? "firm"]} ${verb}, ${shareText(largest.allShare)} ${whither} ${nameOf(largest.party)}`;
  }
  return null;
}

const plural: Readonly<Record<Relation, string>> = { supplier: "suppliers", customer: "customers", funder: "funders" };

/** "compute, suppliers: Oracle is $300bn of the $347.6bn of 3 suppliers = 86.3%". */
export function concentrationText(
  { relation, layer, stated, unstated, total, largest, hhi }: LayerConcentration,
  nameOf: NameOf,
  firmness: string,
): string {
  const beside = unstated === 0 ? "" : `; ${unstated} more without an amount`;
  const head = `${layer}, ${plural[relation]}:`;
  const points = `HHI ${pointsText(hhi)}`;
  if (stated === 1)
    return `${head} 1 of 1 ${firmness} or firmer = 100%: ${nameOf(largest.party)}, ${dueText(total)}, ${points}${beside}`;
  return `${head} ${nameOf(largest.party)} is ${dueText(largest.amount)} of the ${dueText(total)} of ${stated} = ${shareText(largest.share)}, ${points}${beside}`;
}

export const concentrationAbout =
  "HHI, the sum of squared shares, is 10,000 where one is all; above 1,800 is highly concentrated.";

/** How losses travel on, each rule in a sentence. */
export const laterRules = {
  clearing:
    "Later rounds by clearing (Eisenberg–Noe): each pays what it has, all its creditors alike; who lacks something passes that on. Debt counts as due in the window.",
  debtRank:
    "Later rounds by DebtRank: a creditor writes off the part of a claim that its debtor lost of its equity, long before anyone fails.",
};

/** What a right could do to the deals that it reaches. */
export const forceTexts = {
  stands: "could block",
  "on a condition": "could block, if its condition holds",
  ended: "has ended; it could have blocked",
} as const;
