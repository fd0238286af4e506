/** The write of an id, of which the first digits are enough. */

import type { WriteId } from "../model/id.ts";
import { refuse } from "./fault.ts";
import type { Book } from "./tables.ts";

export async function findWrite(book: Book, written: string): Promise<WriteId> {
  const start = written.startsWith("w-") ? written : `w-${written}`;
  const rows = await book
    .selectFrom("writes")
    .select("id")
    .where("id", ">=", start as WriteId)
    .where("id", "<", `${start}~` as WriteId)
    .orderBy("id")
    .limit(2)
    .execute();
  const [write, other] = rows;
  if (write && !other) return write.id;
  return refuse(
    write
      ? { code: "ambiguous-write", message: `${written} begins the ids of several writes.`, fix: "capstack log --wide" }
      : { code: "unknown-write", message: `there is no write ${written} in this book.`, fix: "capstack log" },
  );
}
