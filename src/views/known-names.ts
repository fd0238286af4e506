/** By which names may a person speak of the parties and documents of a book? */

import type { DocumentId, PartyId } from "../model/id.ts";
import type { Registers } from "../model/party.ts";
import { shortNames } from "./document-names.ts";
import type { KnownNames } from "./parse-filter.ts";

/** What a book holds beside its registers. */
export interface NamedInBook {
  /** Parties that claims name. */
  readonly parties: Iterable<PartyId>;
  /** Names as written of parties that no register holds. */
  readonly names: ReadonlyMap<PartyId, string>;
  readonly documents: readonly { readonly id: DocumentId; readonly file: string | null }[];
}

/** Ids, names and aliases of parties; short names of documents. Where two parties share a name, the register's earlier one has it, and ids come first of all. */
export function knownNames({ parties }: Pick<Registers, "parties">, book: NamedInBook): KnownNames {
  const known = new Map<string, PartyId>();
  const add = (name: string, id: PartyId): void => {
    if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), id);
  };
  for (const { id } of parties) add(id, id);
  for (const id of book.parties) add(id, id);
  for (const { id, name } of parties) add(name, id);
  for (const { id, aliases } of parties) for (const alias of aliases) add(alias, id);
  for (const [id, name] of book.names) add(name, id);
  const names = shortNames(book.documents.map(({ id, file }) => file ?? id.slice(0, 8)));
  return {
    parties: known,
    documents: new Map(names.map((name, index) => [name.toLowerCase(), book.documents[index]!.id])),
  };
}
