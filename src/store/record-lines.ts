/** Kept records as lines of JSON, one a record: what an export is made of. Equal records are equal lines, to the byte. */

import { type Appearance, appearanceOf, type Decision, decisionOf, readingRecordOf } from "../model/book.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import type { Claim } from "../model/claim.ts";
import { sha256Hex } from "../model/id.ts";
import type { Refusal } from "../reading/reading.ts";
import { parsedDecision } from "./decision-rows.ts";
import { Damage } from "./fault.ts";
import { unsealed } from "./seal.ts";
import type { Tables } from "./tables.ts";

/** Kinds of lines, in the order in which an export has them. Each stands with the version of its shape. */
export const recordTypes = { document: 1, appearance: 1, reading: 1, claim: 1, refusal: 1, decision: 1 } as const;
export type RecordType = keyof typeof recordTypes;

/** The line of a document. Like all of these it is made only of what is still as it was written. */
export function documentLine({ id, text }: Tables["documents"]): string {
  if (sha256Hex(text) !== id) throw new Damage(`the text of document ${id.slice(0, 12)} is not what was written`);
  return line("document", { id, text });
}

export function appearanceLine(row: Appearance): string {
  const appearance = appearanceOf(row);
  same(appearance.id, row.id, "appearance");
  return line("appearance", appearance);
}

export function readingLine(row: Tables["readings"]): string {
  const names = parsed(row.names, `reading ${row.id}`) as Record<string, string>;
  const reading = readingRecordOf({ ...row, names });
  same(reading.id, row.id, "reading");
  return line("reading", { ...reading, names: JSON.parse(canonicalJson(names)) as object });
}

export function claimLine(row: Tables["claims"]): string {
  const claim = unsealed<Claim>(row, `claim ${row.id}`);
  same(claim.id, row.id, "claim");
  same(claim.document, row.document, "claim");
  return line("claim", { reading: row.reading, seal: row.seal, claim });
}

export function refusalLine({ reading, number, body, seal }: Tables["refusals"]): string {
  const refusal = unsealed<Refusal>({ body, seal }, `refusal ${number} of reading ${reading}`);
  return line("refusal", { reading, number, seal, refusal });
}

export function decisionLine(row: Tables["decisions"]): string {
  const decision = parsedDecisionOf(row);
  return line("decision", { ...decision, body: JSON.parse(canonicalJson(decision.body)) as object });
}

function parsedDecisionOf(row: Tables["decisions"]): Decision {
  parsed(row.body, `decision ${row.id}`);
  const { verb, subject, body, at, by } = parsedDecision(row);
  const decision = decisionOf({ at, by }, { verb, subject, body });
  same(decision.id, row.id, "decision");
  same(decision.write, row.write, "decision");
  return decision;
}

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Damage(`${what} is not what was written`);
  }
}

function same(now: string, written: string, what: string): void {
  if (now !== written) throw new Damage(`${what} ${written} is not what was written`);
}

function line(type: RecordType, fields: object): string {
  return `${JSON.stringify({ type, schema: recordTypes[type], ...fields })}\n`;
}
