/** Documents: immutable texts with their origin. */

import type { PartialDay } from "./day.ts";
import { type DocumentId, documentId } from "./id.ts";

export interface Document {
  /** Hash of the text. */
  readonly id: DocumentId;
  /** The text as received; every span counts UTF-16 units of this string. */
  readonly text: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
  /** The day it was published, as precisely as known; null leaves relative dates open. */
  readonly published: PartialDay | null;
}

/** What a document carries beside its text. */
export type DocumentOrigin = Partial<Omit<Document, "id" | "text">>;

/** A document of a text; what is not told of its origin is null. */
export function documentOf(text: string, origin: DocumentOrigin = {}): Document {
  const { title = null, publisher = null, url = null, published = null } = origin;
  return { id: documentId(text), text, title, publisher, url, published };
}
