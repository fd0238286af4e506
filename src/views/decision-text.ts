/** What was done, in words. */

import type { Decision } from "../model/book.ts";

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
    case "add":
      return "added";
    case "undo":
      return "undone";
    default:
      return `${verb}${because}`;
  }
}

/** "status to signed, amount to {…}". */
function editText(fields: unknown): string {
  if (typeof fields !== "object" || fields === null) return "";
  return Object.entries(fields)
    .map(([name, value]) => `${name} to ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");
}
