/** What was done in this book, by whom, when? Its writes, the last one first. */

import type { Decision } from "../model/book.ts";
import type { WriteId } from "../model/id.ts";
import { parsedDecision } from "./decision-rows.ts";
import { importOf, wasImported } from "./imports.ts";
import { type Cursor, type Page, pageOf } from "./page.ts";
import type { Book, Tables } from "./tables.ts";

/** A write with what it did first: a command may have added a thousand documents. */
export interface LoggedWrite extends Omit<Tables["writes"], "in_effect"> {
  readonly inEffect: boolean;
  /** An import brought it: it was written in another book. */
  readonly imported: boolean;
  readonly first: Pick<Decision, "verb" | "subject" | "body">;
}

/** A page of the log. */
export async function logPage(
  book: Book,
  question: { readonly limit: number; readonly after?: Cursor | null },
): Promise<Page<LoggedWrite>> {
  const page = await pageOf<Tables["writes"]>(
    { ...question, descending: true },
    [{ name: "all", column: "at", where: null }],
    (band, room) =>
      book
        .selectFrom("writes")
        .selectAll()
        .where(band.where)
        .orderBy(band.column ?? "id", "desc")
        .orderBy("id", "desc")
        .limit(room)
        .execute(),
  );
  const items: LoggedWrite[] = [];
  for (const { in_effect, ...write } of page.items)
    items.push({
      ...write,
      inEffect: in_effect === 1,
      imported: await wasImported(book, write.id),
      first: await firstOf(book, write.id),
    });
  return { ...page, items };
}

/** What a write did first. An import is about a file: what came with it are writes of their own. */
export async function firstOf(book: Book, write: WriteId): Promise<LoggedWrite["first"]> {
  const imported = await importOf(book, write);
  if (imported) return { verb: "import", subject: imported.file, body: {} };
  return (await decisionsOf(book, write, 1))[0]!;
}

/** The decisions of a write, by their ids; without the names that deals were given along with it. */
export async function decisionsOf(book: Book, write: WriteId, limit = Number.MAX_SAFE_INTEGER): Promise<Decision[]> {
  const rows = await book
    .selectFrom("decisions")
    .selectAll()
    .where("write", "=", write)
    .where("verb", "<>", "named")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(parsedDecision);
}
