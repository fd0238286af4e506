/** What is wrong with an input: bad input is a value, never an exception. */

/** Where a problem lies: in a document's text, or in a file that a person wrote. */
export type Place =
  | { readonly document: string; readonly span?: readonly [start: number, end: number] }
  | { readonly file: string; readonly line?: number; readonly column?: number };

/** One thing that is wrong, where it is, and what mends it. */
export interface Problem {
  /** Kebab-case, stable; listed with its text in docs/problems.md. */
  readonly code: string;
  readonly message: string;
  readonly place?: Place;
  /** What to do, as a sentence or as a command that can be pasted. */
  readonly fix?: string;
}

/** What every stage returns: its value, and all problems met on the way. */
export interface Result<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}

/** A place as people write it: `parties.csv:3:7` or `note.txt:120-140`. */
export function placeText(place: Place): string {
  if ("document" in place) return place.span ? `${place.document}:${place.span[0]}-${place.span[1]}` : place.document;
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(":");
}
