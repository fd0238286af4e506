/** What was done, in words. */

import { amountText } from "../model/amount.ts";
import type { Decision } from "../model/book.ts";
import { readClaimFields } from "../model/read-claim.ts";
import { periodText } from "./claim-rows.ts";

/** "accepted: “checked against the filing”", "edited status to signed". Of verbs that this version does not know, the verb. */
export function decisionText({ verb, body }: Pick<Decision, "verb" | "body">): string {
  const because = typeof body.because === "string" ? `: “${body.because}”` : "";
  switch (verb) {
    case "accept":
      return `accepted${because}`;
    case "reject":
      return `rejected${because}`;
    case "edit":
      return `edited ${editText(body.fields)}${because}`;
    case "claim":
      return `written by hand${because}`;
    case "prefer":
      return `draws ${String(body.draw).slice(0, 12)} for its ${String(body.field)}${because}`;
    case "same":
      return `is the same deal as ${String(body.as).slice(0, 12)}${because}`;
    case "different":
      return `is not of the deal of ${String(body.as).slice(0, 12)}${because}`;
    case "merge":
      return `counts as ${String(body.into)}${because}`;
    case "assume":
      return `assumed: ${String(body.of).replace(/^(deal-[0-9a-f]{4})[0-9a-f]*/, "$1")} is ${String(body.is)}${because}`;
    case "flag":
      return `flagged${because}`;
    case "add":
      return "added";
    case "undo":
      return "undone";
    default:
      return `${verb}${because}`;
  }
}

/** "status to signed, amount to ≥ $11bn, investor to nvidia". A figure carries its comparator. */
function editText(written: unknown): string {
  const fields = readClaimFields(written);
  // An edit of a newer program may hold what this one cannot read.
  if (typeof fields === "string") return "in a way that this version does not know";
  return Object.entries(fields)
    .filter(([name]) => name !== "comparator" || !fields.amount)
    .map(([name, value]) => {
      if (fields.amount && name === "amount") return `amount to ${amountText(fields.amount, fields.comparator ?? "=")}`;
      if (fields.period && name === "period") return `period to ${periodText(fields.period)}`;
      if (fields.roles && name === "roles") return `parties to ${rolesText(fields.roles)}`;
      return `${name} to ${value === null ? "none" : typeof value === "string" ? value : JSON.stringify(value)}`;
    })
    .join(", ");
}

function rolesText(roles: Readonly<Record<string, string>>): string {
  return Object.entries(roles)
    .map(([role, party]) => `${role} ${party}`)
    .join(" and ");
}
