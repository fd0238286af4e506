/** The company that a person names, or a problem with the nearest name. */

import type { PartyId } from "../model/id.ts";
import { refuse } from "../store/fault.ts";
import type { BookNames } from "../views/book-names.ts";
import { nearest } from "../views/suggest.ts";

/** By id, name or alias in any case; `command` is what a person would type again: `company`. */
export function companyNamed({ known }: Pick<BookNames, "known">, written: string, command: string): PartyId {
  const party = known.parties.get(written.toLowerCase());
  if (party !== undefined) return party;
  const near = nearest(written, [...known.parties.keys()]);
  return refuse({
    code: "unknown-company",
    message: `there is no company “${written}” in this book.${near ? ` Did you mean ${near}?` : ""}`,
    fix: near ? `capstack ${command} ${near}` : "capstack company --list",
  });
}
