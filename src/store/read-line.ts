/** Is this line a record? Reads one line of an import, where anything may stand, and checks that its id is the hash of what it holds. */

import {
  type Appearance,
  appearanceOf,
  decisionOf,
  type Instant,
  medias,
  type ReadingRecord,
  readingRecordOf,
} from "../model/book.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import type { Claim } from "../model/claim.ts";
import { type PartialDay, parseDay } from "../model/day.ts";
import { type DocumentId, normalisedText, type ReadingId, sha256Hex } from "../model/id.ts";
import { readClaim } from "../model/read-claim.ts";
import { claimJson } from "../views/claim-json.ts";
import { decisionRow } from "./decision-rows.ts";
import { type RecordType, recordTypes } from "./record-lines.ts";
import { sealOf } from "./seal.ts";
import type { Tables } from "./tables.ts";

/** A record as a row of its table; of a claim also what it claims, since its words must be in its document. */
export type ReadLine =
  | { readonly type: "document"; readonly row: Tables["documents"] }
  | { readonly type: "appearance"; readonly row: Appearance }
  | { readonly type: "reading"; readonly row: Tables["readings"] }
  | { readonly type: "claim"; readonly row: Tables["claims"]; readonly claim: Claim }
  | { readonly type: "refusal"; readonly row: Tables["refusals"] }
  | { readonly type: "decision"; readonly row: Tables["decisions"] };

/** The record of a line; or what is wrong with it, as a sentence. */
export function readLine(line: string): ReadLine | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `it is no JSON: ${(error as Error).message}.`;
  }
  if (!isRecord(value)) return "it is no object.";
  const { type, schema } = value;
  if (!isRecordType(type)) return `it has no type that this program knows: ${JSON.stringify(type)}.`;
  if (schema !== recordTypes[type])
    return `its schema is ${JSON.stringify(schema)}; this program reads ${recordTypes[type]}.`;
  try {
    return readers[type](new Fields(value));
  } catch (error) {
    if (error instanceof Wrong) return error.message;
    throw error;
  }
}

const readers: { readonly [Type in RecordType]: (fields: Fields) => ReadLine } = {
  document: (fields) => {
    const text = fields.text("text");
    const id = fields.text("id") as DocumentId;
    if (normalisedText(text) !== text) throw new Wrong("its text is not normalised.");
    fields.hasId(sha256Hex(text));
    return { type: "document", row: { id, text } };
  },
  appearance: (fields) => {
    const media = medias.find((each) => each === fields.text("media"));
    if (!media) throw new Wrong("its media is none that this program knows.");
    const row = appearanceOf({
      document: fields.text("document") as DocumentId,
      title: fields.textOrNull("title"),
      publisher: fields.textOrNull("publisher"),
      url: fields.textOrNull("url"),
      published: fields.dayOrNull("published"),
      retrieved: fields.dayOrNull("retrieved"),
      received: fields.day("received"),
      file: fields.textOrNull("file"),
      media,
    });
    fields.hasId(row.id);
    return { type: "appearance", row };
  },
  reading: (fields) => {
    const names = fields.object("names");
    if (!Object.values(names).every((name) => typeof name === "string")) throw new Wrong("its names are no texts.");
    const reading = readingRecordOf({
      document: fields.text("document") as DocumentId,
      reader: fields.text("reader"),
      at: fields.instant("at"),
      published: fields.dayOrNull("published"),
      title: fields.textOrNull("title"),
      sentences: fields.count("sentences"),
      claims: fields.count("claims"),
      refusals: fields.count("refusals"),
      names: names as ReadingRecord["names"],
    });
    fields.hasId(reading.id);
    return { type: "reading", row: { ...reading, names: canonicalJson(names) } };
  },
  claim: (fields) => {
    const claim = readClaim(fields.object("claim"));
    if (typeof claim === "string") throw new Wrong(`its claim ${claim}.`);
    const body = JSON.stringify(claimJson(claim));
    const reading = fields.text("reading") as ReadingId;
    const seal = fields.sealed(body);
    return { type: "claim", row: { reading, id: claim.id, document: claim.document, body, seal }, claim };
  },
  refusal: (fields) => {
    const { reason, span, quote } = fields.object("refusal");
    const isSpan = Array.isArray(span) && span.length === 2 && span.every(Number.isInteger);
    if (typeof reason !== "string" || typeof quote !== "string" || !isSpan)
      throw new Wrong("its refusal has no reason, span and quote.");
    const body = JSON.stringify({ reason, span, quote });
    const reading = fields.text("reading") as ReadingId;
    const seal = fields.sealed(body);
    return { type: "refusal", row: { reading, number: fields.count("number"), body, seal } };
  },
  decision: (fields) => {
    const origin = { at: fields.instant("at"), by: fields.text("by") };
    const decision = decisionOf(origin, {
      verb: fields.text("verb"),
      subject: fields.text("subject"),
      body: fields.object("body"),
    });
    fields.hasId(decision.id);
    return { type: "decision", row: decisionRow(decision) };
  },
};

/** What is wrong with a line. */
class Wrong extends Error {}

/** The fields of a line, each read as what it should be. */
class Fields {
  readonly #fields: Readonly<Record<string, unknown>>;

  constructor(fields: Readonly<Record<string, unknown>>) {
    this.#fields = fields;
  }

  text(name: string): string {
    return this.#read(name, (value) => (typeof value === "string" ? value : null));
  }

  textOrNull(name: string): string | null {
    return this.#fields[name] === null ? null : this.text(name);
  }

  day(name: string): PartialDay {
    return this.#read(name, (value) => (typeof value === "string" ? parseDay(value) : null));
  }

  dayOrNull(name: string): PartialDay | null {
    return this.#fields[name] === null ? null : this.day(name);
  }

  instant(name: string): Instant {
    return this.#read(name, (value) => {
      const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
      return !Number.isNaN(time) && new Date(time).toISOString() === value ? (value as Instant) : null;
    });
  }

  count(name: string): number {
    return this.#read(name, (value) =>
      Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null,
    );
  }

  object(name: string): Readonly<Record<string, unknown>> {
    return this.#read(name, (value) => (isRecord(value) ? value : null));
  }

  /** A record whose id is not the hash of what it holds was changed on its way. */
  hasId(id: string): void {
    if (this.#fields.id !== id)
      throw new Wrong(`it is not what was written: its id is ${this.#fields.id}, what it holds gives ${id}.`);
  }

  /** The seal of the line, which must be that of what it holds. */
  sealed(body: string): string {
    if (this.#fields.seal !== sealOf(body)) throw new Wrong("it is not what was written: its seal is broken.");
    return sealOf(body);
  }

  #read<T>(name: string, read: (value: unknown) => T | null): T {
    const value = this.#fields[name];
    const field = read(value);
    if (field === null)
      throw new Wrong(
        value === undefined ? `it has no ${name}.` : `its ${name} is ${JSON.stringify(value).slice(0, 60)}.`,
      );
    return field;
  }
}

function isRecordType(type: unknown): type is RecordType {
  return typeof type === "string" && Object.hasOwn(recordTypes, type);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
