/** What are documents called in places and tables? By numbers, in the order in which they came into the book: a later one renumbers none before it. */

import type { DocumentId } from "../model/id.ts";
import type { Book } from "./tables.ts";

/** Two digits at least: `07:120-184`. */
const digits = 2;

/** The number of every document that was ever added; those of one write by the names of their files. */
export async function documentNumbers(book: Book): Promise<Map<DocumentId, string>> {
  const rows = await book
    .selectFrom("appearances")
    .innerJoin("decisions", "decisions.subject", "appearances.id")
    .select(({ fn }) => [
      "appearances.document",
      fn.min("decisions.at").as("at"),
      fn.coalesce(fn.min("appearances.file"), fn.min("appearances.title")).as("name"),
    ])
    .where("decisions.verb", "=", "add")
    .groupBy("appearances.document")
    .execute();
  const order = rows.sort(
    (one, other) =>
      compare(one.at, other.at) || compare(one.name ?? "", other.name ?? "") || compare(one.document, other.document),
  );
  return new Map(order.map(({ document }, index) => [document, String(index + 1).padStart(digits, "0")]));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
