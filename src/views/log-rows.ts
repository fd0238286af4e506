/** What was written in a book, by whom and when: the rows of `capstack log`. */

import type { Decision } from "../model/book.ts";
import { decisionText } from "./decision-text.ts";

/** A write with what it did first. */
export interface ListedWrite {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly verb: string;
  readonly records: number;
  readonly undoes: string | null;
  readonly inEffect: boolean;
  readonly first: Pick<Decision, "verb" | "subject" | "body">;
}

/** "added 13 texts", "c-1f2e3d: accepted", "rejected 3 claims", "undid w-1f2e3d", "imported 90 records from book.jsonl". */
export function writeText({ verb, records, undoes, first }: ListedWrite): string {
  if (undoes !== null) return `undid ${shortWrite(undoes)}${records === 1 ? "" : ` and ${records - 1} more`}`;
  if (verb === "import") return `imported ${records === 1 ? "1 record" : `${records} records`} from ${first.subject}`;
  if (verb === "add") return `added ${records === 1 ? "1 text" : `${records} texts`}`;
  const what = decisionText(first);
  if (records === 1) return `${first.subject.slice(0, shownDigits)} ${what}`;
  const [word, ...because] = what.split(":");
  return [`${word} ${records} claims`, ...because].join(":");
}

/** "2025-12-17 09:30" in UTC. */
export function timeText(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`;
}

const shownDigits = 2 + 6;

/** An id as tables show it; `undo` finds it by these digits. */
export function shortWrite(id: string): string {
  return id.slice(0, shownDigits);
}

/** A write with the data hash that the book had after it; null for one that was made in another book. */
export interface LogRow extends ListedWrite {
  readonly data: string | null;
}

/** Columns of `--csv` and `--plain`, in their order: a stable contract. */
export const logColumns = ["id", "at", "by", "verb", "records", "what", "undoes", "in_effect", "data"] as const;

export function logCells(write: LogRow): string[] {
  const { id, at, by, verb, records, undoes, inEffect, data } = write;
  return [id, at, by, verb, String(records), writeText(write), undoes ?? "", String(inEffect), data ?? ""];
}

export function logJson(write: ListedWrite): object {
  const { id, at, by, verb, records, undoes, inEffect, first } = write;
  return { id, at, by, verb, records, what: writeText(write), undoes, inEffect, first };
}
