/** Decisions as rows, and the writes that they make up. */

import type { Decision, DecisionBody } from "../model/book.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import type { WriteId } from "../model/id.ts";
import type { Tables } from "./tables.ts";

/** A decision as its row. */
export function decisionRow(decision: Decision): Tables["decisions"] {
  return { ...decision, body: canonicalJson(decision.body) };
}

/** A row as the decision that it keeps. */
export function parsedDecision(row: Tables["decisions"]): Decision {
  return { ...row, body: JSON.parse(row.body) as DecisionBody };
}

/** The write that an undo undoes. */
export function targetOf({ verb, subject }: Pick<Decision, "verb" | "subject">): WriteId | null {
  return verb === "undo" ? (subject as WriteId) : null;
}
