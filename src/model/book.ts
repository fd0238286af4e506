/** What a book keeps beside documents and claims: where a text appeared, who read it when, and what people decided. None of it is ever changed. */

import { canonicalJson } from "./canonical-json.ts";
import type { PartialDay } from "./day.ts";
import type { DocumentOrigin } from "./document.ts";
import { type AppearanceId, type DecisionId, type DocumentId, type ReadingId, recordId, type WriteId } from "./id.ts";

/** A moment in UTC, to the millisecond: `2025-12-17T09:30:00.000Z`. */
export type Instant = string & { readonly brand: "instant" };

/** Where and when a document was met. The same text elsewhere is the same document with another appearance. */
export interface Appearance extends Required<DocumentOrigin> {
  readonly id: AppearanceId;
  readonly document: DocumentId;
  /** The day it was fetched from its address, where it was. */
  readonly retrieved: PartialDay | null;
  /** The day it came into the book (UTC). */
  readonly received: PartialDay;
  /** Its path from the book's folder, or its bare name where it lies elsewhere. */
  readonly file: string | null;
  readonly media: Media;
}

export const medias = ["text", "html", "pdf"] as const;
export type Media = (typeof medias)[number];

/** One reading of a document by one reader. Relative dates and "the company" depend on the day and the title that it was given. */
export interface ReadingRecord {
  readonly id: ReadingId;
  readonly document: DocumentId;
  /** Name and version of the reader; `hand` for what people wrote themselves. */
  readonly reader: string;
  readonly at: Instant;
  readonly published: PartialDay | null;
  readonly title: string | null;
  readonly sentences: number;
  /** How many claims and refusals belong to it: a book that lost one shows it. */
  readonly claims: number;
  readonly refusals: number;
  /** Party id → its name as the text writes it, for parties that no register held. */
  readonly names: Readonly<Record<string, string>>;
}

/** The reader of claims that people write themselves. */
export const byHand = "hand";

/**
 * Something that a person did. Verbs of this version: `add` (an appearance), `accept`, `reject`, `flag`, `edit` (a claim; `body.fields` holds what it says
 * instead), `claim` (a claim by hand), `undo` (a write). A book keeps verbs that this version does not know.
 */
export interface Decision {
  readonly id: DecisionId;
  /** All records of one command are one write: a command may add a thousand documents. */
  readonly write: WriteId;
  readonly at: Instant;
  /** Who did it. */
  readonly by: string;
  readonly verb: string;
  /** The id of what it is about. */
  readonly subject: string;
  readonly body: DecisionBody;
}

export type DecisionBody = Readonly<Record<string, unknown>>;

/** A write before it has an id: who does it, when. */
export interface WriteOrigin {
  readonly at: Instant;
  readonly by: string;
}

/** Gives an appearance its id. */
export function appearanceOf(fields: Omit<Appearance, "id">): Appearance {
  const { document, title, publisher, url, published, retrieved, received, file, media } = fields;
  const id = recordId<AppearanceId>("a", [
    document,
    title,
    publisher,
    url,
    published,
    retrieved,
    received,
    file,
    media,
  ]);
  return { id, document, title, publisher, url, published, retrieved, received, file, media };
}

/** Gives a reading its id. */
export function readingRecordOf(fields: Omit<ReadingRecord, "id">): ReadingRecord {
  const { document, reader, at, published, title, sentences, claims, refusals, names } = fields;
  const parts = [document, reader, at, published, title, sentences, claims, refusals, canonicalJson(names)];
  const id = recordId<ReadingId>("r", parts);
  return { id, document, reader, at, published, title, sentences, claims, refusals, names };
}

/** Gives a decision its id and that of its write. */
export function decisionOf(
  { at, by }: WriteOrigin,
  { verb, subject, body }: Pick<Decision, "verb" | "subject" | "body">,
): Decision {
  const write = recordId<WriteId>("w", [at, by]);
  const id = recordId<DecisionId>("d", [at, by, verb, subject, canonicalJson(body)]);
  return { id, write, at, by, verb, subject, body };
}

/** What people made of a claim so far. */
export const reviews = ["unreviewed", "accepted", "edited", "rejected"] as const;
export type Review = (typeof reviews)[number];
