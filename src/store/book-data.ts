/** What is an answer of this book computed from? One short hash of all that is shown, the same however it came to be shown. */

import { canonicalJson } from "../model/canonical-json.ts";
import type { Registers } from "../model/party.ts";
import { loggedAssumptions } from "./assumptions.ts";
import { sealOf } from "./seal.ts";
import type { Book, ShownDocument } from "./tables.ts";

/** Verbs whose effect stands in the documents' stamps; names of deals follow from the claims. */
const stamped = ["add", "accept", "reject", "edit", "claim", "undo", "named"];

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
  return dataOf(
    documents.map(stampText),
    others.map(({ id }) => id),
    await registersText(book, registers),
  );
}

/** Registers are read once for a book and hashed with every answer. */
const sharedTexts = new WeakMap<Registers, string>();

/** Registers as one text. An assumption that a write made is a decision of the book already; the others count by their lines. */
export async function registersText(book: Book, registers: Registers): Promise<string> {
  const { assumptions, ...shared } = registers;
  const text = sharedTexts.get(registers) ?? canonicalJson(shared);
  sharedTexts.set(registers, text);
  if (assumptions.length === 0) return text;
  const logged = await loggedAssumptions(book);
  const written = assumptions.map(({ id }) => id).filter((id) => !logged.has(id));
  return written.length === 0 ? text : `${text}${canonicalJson(written)}`;
}

/** Whether what a decision does stands in the stamp of its document. */
export function isStamped(verb: string): boolean {
  return stamped.includes(verb);
}

/** What stands for a shown document in the hash. */
export function stampText({ id, stamp }: Pick<ShownDocument, "id" | "stamp">): string {
  return JSON.stringify([id, stamp]);
}

/** The hash from its parts: texts of documents in the order of their ids, further decisions in the order of theirs, registers as canonical JSON. */
export function dataOf(documents: readonly string[], others: readonly string[], registers: string): string {
  return sealOf(`[[${documents.join(",")}],${JSON.stringify(others)},${registers}]`).slice(0, 12);
}
