/** Is everything in the book still as it was written? Reads all of it. */

import { byHand } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import type { Problem, Result } from "../model/problem.ts";
import { textOf } from "./documents.ts";
import { exportLines } from "./export.ts";
import { Damage } from "./fault.ts";
import { unsealed } from "./seal.ts";
import type { Book } from "./tables.ts";

/** What was found to be in order. */
export interface Verified {
  readonly documents: number;
  readonly claims: number;
  readonly decisions: number;
}

/**
 * Checks the file's structure, every record against its id or seal, every quote against its document, every reading against the number of its claims.
 * Damage to the file ends the transaction as `book-damaged`; what can be told record by record is a problem each.
 */
export async function verifyBook(book: Book): Promise<Result<Verified>> {
  const counts: Record<string, number> = {};
  for await (const line of exportLines(book)) {
    const type = /^\{"type":"(\w+)"/.exec(line)![1]!;
    counts[type] = (counts[type] ?? 0) + 1;
  }
  await checkQuotes(book);
  const problems = await incompleteReadings(book);
  const { document = 0, claim = 0, decision = 0 } = counts;
  return { value: { documents: document, claims: claim, decisions: decision }, problems };
}

async function incompleteReadings(book: Book): Promise<Problem[]> {
  const rows = await book
    .selectFrom("readings")
    .select(({ selectFrom }) => [
      "readings.id",
      "readings.document",
      "readings.claims",
      "readings.refusals",
      selectFrom("claims")
        .whereRef("claims.reading", "=", "readings.id")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("keptClaims"),
      selectFrom("refusals")
        .whereRef("refusals.reading", "=", "readings.id")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .as("keptRefusals"),
    ])
    .where("reader", "<>", byHand)
    .execute();
  return rows
    .filter(({ claims, refusals, keptClaims, keptRefusals }) => claims !== keptClaims || refusals !== keptRefusals)
    .map(({ id, document, claims, keptClaims }) => ({
      code: "reading-incomplete",
      message: `reading ${id} made ${claims} claims; ${keptClaims} are here.`,
      place: { document: document.slice(0, 12) },
      fix: "Import the whole export again: capstack import EXPORT.jsonl",
    }));
}

async function checkQuotes(book: Book): Promise<void> {
  const documents = await book.selectFrom("documents").select("id").orderBy("id").execute();
  for (const { id } of documents) {
    const text = await textOf(book, id);
    const rows = await book.selectFrom("claims").selectAll().where("document", "=", id).execute();
    for (const row of rows) {
      const { span, quote } = unsealed<Claim>(row, `claim ${row.id}`);
      if (text.slice(...span) !== quote) throw new Damage(`claim ${row.id} quotes what its document does not say`);
    }
  }
}
