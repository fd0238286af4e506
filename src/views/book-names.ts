/** What are parties and documents called in this book? For tables, and for the words of a filter. */

import type { DocumentId, PartyId } from "../model/id.ts";
import type { Registers } from "../model/party.ts";
import type { KnownNames } from "./parse-filter.ts";

export interface BookNames {
  readonly party: (id: PartyId) => string;
  /** Its number; of a document that the book does not show, the first digits of its id. */
  readonly document: (id: DocumentId) => string;
  readonly known: KnownNames;
}

export interface NamesSource {
  readonly registers: Registers;
  /** Names as texts write them, of parties that no register holds. */
  readonly written: ReadonlyMap<PartyId, string>;
  readonly numbers: ReadonlyMap<DocumentId, string>;
  /** Files of documents, by which they may be named too. */
  readonly files: ReadonlyMap<DocumentId, string>;
}

/** The names of a book. A register's name stands above a text's. */
export function bookNames({ registers, written, numbers, files }: NamesSource): BookNames {
  const registered = new Map(registers.parties.map(({ id, name }) => [id, name]));
  const parties = new Map<string, PartyId>();
  const know = (word: string, party: PartyId): void => {
    if (!parties.has(word.toLowerCase())) parties.set(word.toLowerCase(), party);
  };
  for (const { id, name } of registers.parties) {
    know(id, id);
    know(name, id);
  }
  for (const [id, name] of written) {
    know(id, id);
    know(name, id);
  }
  for (const { id, aliases } of registers.parties) for (const alias of aliases) know(alias, id);

  const documents = new Map<string, DocumentId>();
  for (const [id, number] of numbers) documents.set(number, id);
  for (const [id, number] of numbers) if (!documents.has(bare(number))) documents.set(bare(number), id);
  for (const [id, file] of files) {
    const stem = file
      .replace(/^.*\//, "")
      .replace(/(?<=.)\.[^.]*$/, "")
      .toLowerCase();
    if (!documents.has(stem)) documents.set(stem, id);
  }
  return {
    party: (id) => registered.get(id) ?? written.get(id) ?? id,
    document: (id) => numbers.get(id) ?? id.slice(0, 8),
    known: { parties, documents },
  };
}

/** `07` may be written `7`. */
function bare(number: string): string {
  return number.replace(/^0+/, "");
}
