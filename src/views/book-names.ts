/** What are parties and documents called in this book? For tables, and for the words of a filter. */

import type { DocumentId, PartyId } from "../model/id.ts";
import type { Registers } from "../model/party.ts";
import { knownNames, type NamedInBook } from "./known-names.ts";
import type { KnownNames } from "./parse-filter.ts";

export interface BookNames {
  readonly party: (id: PartyId) => string;
  /** Its number; of a document that the book does not show, the first digits of its id. */
  readonly document: (id: DocumentId) => string;
  readonly known: KnownNames;
}

/** The names of a book. A register's name stands above a text's, a document's number above the name of its file. */
export function bookNames(
  registers: Pick<Registers, "parties" | "chips">,
  named: NamedInBook,
  numbers: ReadonlyMap<DocumentId, string>,
): BookNames {
  const registered = new Map(registers.parties.map(({ id, name }) => [id, name]));
  const byName = knownNames(registers, named);
  const documents = new Map<string, DocumentId>();
  for (const [id, number] of numbers) documents.set(number, id);
  for (const [id, number] of numbers) if (!documents.has(bare(number))) documents.set(bare(number), id);
  for (const [name, id] of byName.documents) if (!documents.has(name)) documents.set(name, id);
  return {
    party: (id) => registered.get(id) ?? named.names.get(id) ?? id,
    document: (id) => numbers.get(id) ?? id.slice(0, 8),
    known: { parties: byName.parties, documents },
  };
}

/** `07` may be written `7`. */
function bare(number: string): string {
  return number.replace(/^0+/, "");
}
