/** What is an answer of this book computed from? One short hash of all that is shown, the same however it came to be shown. */

import { canonicalJson } from "../model/canonical-json.ts";
import type { Registers } from "../model/party.ts";
import { sealOf } from "./seal.ts";
import type { Book } from "./tables.ts";

/** Verbs whose effect stands in the documents' stamps. */
const stamped = ["add", "accept", "reject", "edit", "claim", "undo"];

/** 12 digits. A write and its undo give the same hash as before; so does the same book on another machine. */
export async function bookData(book: Book, registers: Registers): Promise<string> {
  const documents = await book.selectFrom("shown_documents").select(["id", "stamp"]).orderBy("id").execute();
  const others = await book
    .selectFrom("decisions")
    .innerJoin("writes", "writes.id", "decisions.write")
    .select("decisions.id")
    .where("decisions.verb", "not in", stamped)
    .where("writes.in_effect", "=", 1)
    .orderBy("decisions.id")
    .execute();
  const parts = [documents.map(({ id, stamp }) => [id, stamp]), others.map(({ id }) => id), registers];
  return sealOf(canonicalJson(parts)).slice(0, 12);
}
