/**
 * Which states has this book been in, and what was shown then? Nothing that is kept ever changes, so an earlier state is the records that had come by then:
 * they are read and counted again. Nothing is written, so that nothing can be left behind.
 *
 * A record counts from the time of its write, and one that came by an import from the time of the import. What is not seen: registers that were others then
 * (all hashes are worked out with those of today), and single claims that an import brought for a reading that was here already.
 */

import type { Instant } from "../model/book.ts";
import type { DocumentId, WriteId } from "../model/id.ts";
import type { Registers } from "../model/party.ts";
import { dataOf, isStamped, registersText, stampText } from "./book-data.ts";
import { targetOf } from "./decision-rows.ts";
import { type Counting, keptDocuments } from "./kept-documents.ts";
import { type ShownRows, shownRows } from "./shown-rows.ts";
import type { Book, Tables } from "./tables.ts";

/** What a book showed at some moment. */
export interface PastState {
  /** The time of the last record that had come; null before the first. */
  readonly at: Instant | null;
  readonly data: string;
  /** Document → stamp. */
  readonly stamps: ReadonlyMap<DocumentId, string>;
  readonly counting: Counting;
}

/** Every state from the present one back to the empty book. */
export async function* statesBackwards(book: Book, registers: Registers): AsyncGenerator<PastState> {
  const records = await recordsOf(book);
  const stamps = new Map(
    (await book.selectFrom("shown_documents").select(["id", "stamp"]).execute()).map(({ id, stamp }) => [id, stamp]),
  );
  const texts = new Map([...stamps].map(([id, stamp]) => [id, stampText({ id, stamp })]));
  const order = [...new Set([...records.documents.values(), ...stamps.keys()])].sort();
  const files = await registersText(book, registers);
  let counted = effectsAt(records, records.times[0] ?? null);

  for (const [index, at] of [...records.times, null].entries()) {
    if (index > 0) {
      const before = effectsAt(records, at);
      const documents = await changedDocuments(book, records, records.times[index - 1]!, counted, before);
      counted = before;
      for (const [id, rows] of await rowsAt(book, documents, countingAt(records, at, counted))) {
        if (rows === null) {
          stamps.delete(id);
          texts.delete(id);
        } else {
          stamps.set(id, rows.document.stamp);
          texts.set(id, stampText(rows.document));
        }
      }
    }
    const others = records.decisions.filter(
      ({ verb, write, time }) => !isStamped(verb) && counted.has(write) && isBy(time, at),
    );
    yield {
      at,
      data: dataOf(
        order.flatMap((id) => texts.get(id) ?? []),
        others.map(({ id }) => id).sort(),
        files,
      ),
      stamps: new Map(stamps),
      counting: countingAt(records, at, counted),
    };
  }
}

/** The data hash that the book had after each of these times. */
export async function dataAfter(
  book: Book,
  registers: Registers,
  times: readonly Instant[],
): Promise<Map<Instant, string>> {
  const found = new Map<Instant, string>();
  let open = times;
  if (open.length === 0) return found;
  for await (const { at, data } of statesBackwards(book, registers)) {
    for (const time of open) if (isBy(at ?? time, time)) found.set(time, data);
    open = open.filter((time) => !found.has(time));
    if (open.length === 0) break;
  }
  return found;
}

/** Documents whose rows are in memory at one time. */
const documentsAtOnce = 500;

/** What was shown of documents in a state; null for one that was not shown. */
export async function rowsAt(
  book: Book,
  documents: readonly DocumentId[],
  counting: Counting,
): Promise<Map<DocumentId, ShownRows | null>> {
  const rows = new Map<DocumentId, ShownRows | null>();
  for (let from = 0; from < documents.length; from += documentsAtOnce)
    for (const kept of await keptDocuments(book, documents.slice(from, from + documentsAtOnce), counting))
      rows.set(kept.id, shownRows(kept));
  return rows;
}

type PastDecision = Pick<Tables["decisions"], "id" | "write" | "at" | "verb" | "subject"> & { readonly time: Instant };

/** All that has a time. */
interface Records {
  readonly decisions: readonly PastDecision[];
  readonly readings: readonly { readonly document: DocumentId; readonly time: Instant }[];
  /** Appearance → document. */
  readonly documents: ReadonlyMap<string, DocumentId>;
  /** Record → the time of the import that brought it. */
  readonly imported: ReadonlyMap<string, Instant>;
  /** The last first. */
  readonly times: readonly Instant[];
}

async function recordsOf(book: Book): Promise<Records> {
  const imports = await book
    .selectFrom("imported")
    .innerJoin("imports", "imports.id", "imported.import")
    .select(["imported.record", "imports.at"])
    .execute();
  const imported = new Map<string, Instant>(imports.map(({ record, at }) => [record, at]));
  const timed = <Row extends { id: string; at: Instant }>(row: Row): Row & { time: Instant } => ({
    ...row,
    time: imported.get(row.id) ?? row.at,
  });
  const decisions = (await book.selectFrom("decisions").select(["id", "write", "at", "verb", "subject"]).execute()).map(
    timed,
  );
  const readings = (await book.selectFrom("readings").select(["id", "at", "document"]).execute()).map(timed);
  const appearances = await book.selectFrom("appearances").select(["id", "document"]).execute();
  return {
    decisions,
    readings,
    documents: new Map(appearances.map(({ id, document }) => [id, document])),
    imported,
    times: [...new Set([...decisions, ...readings].map(({ time }) => time))].sort().reverse(),
  };
}

/** The writes in effect at a time: those that had come and that no undo in effect undid. */
function effectsAt({ decisions }: Records, at: Instant | null): Set<WriteId> {
  const there = decisions.filter(({ time }) => isBy(time, at));
  const undoings = there
    .flatMap((decision) => {
      const target = targetOf(decision);
      return target === null ? [] : [{ undo: decision.write, target, at: decision.at }];
    })
    // An undo was written after what it undoes, wherever that was, so that from the last to the first each finds its own undos settled.
    .sort((one, other) => (one.at > other.at ? -1 : 1));
  const inEffect = new Set(there.map(({ write }) => write));
  for (const { undo, target } of undoings) if (inEffect.has(undo)) inEffect.delete(target);
  return inEffect;
}

function countingAt({ imported }: Records, at: Instant | null, inEffect: ReadonlySet<WriteId>): Counting {
  const isThere = (record: { id: string; at: Instant }): boolean => isBy(imported.get(record.id) ?? record.at, at);
  return { decision: (row) => inEffect.has(row.write) && isThere(row), reading: isThere };
}

/** The documents that records of this time are about, or writes that came into or out of effect with them. */
async function changedDocuments(
  book: Book,
  { decisions, readings, documents }: Records,
  time: Instant,
  after: ReadonlySet<WriteId>,
  before: ReadonlySet<WriteId>,
): Promise<DocumentId[]> {
  const subjects = decisions
    .filter((decision) => decision.time === time || after.has(decision.write) !== before.has(decision.write))
    .map(({ subject }) => subject);
  const changed = new Set(readings.filter((reading) => reading.time === time).map(({ document }) => document));
  const claims: string[] = [];
  for (const subject of subjects) {
    const document = documents.get(subject);
    if (document) changed.add(document);
    else if (subject.startsWith("c-")) claims.push(subject);
  }
  for (let from = 0; from < claims.length; from += documentsAtOnce) {
    const rows = await book
      .selectFrom("claims")
      .select("document")
      .distinct()
      .where("id", "in", claims.slice(from, from + documentsAtOnce) as never[])
      .execute();
    for (const { document } of rows) changed.add(document);
  }
  return [...changed].sort();
}

function isBy(time: Instant, at: Instant | null): boolean {
  return at !== null && time <= at;
}
