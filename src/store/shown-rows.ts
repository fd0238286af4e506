/** What of a document is shown? Its kept records and the decisions in effect, as rows of the index. */

import { decidedClaim } from "../deals/decided-claim.ts";
import { statusOrder } from "../deals/firmness.ts";
import { type Appearance, byHand, type Decision } from "../model/book.ts";
import { canonicalJson } from "../model/canonical-json.ts";
import type { Claim } from "../model/claim.ts";
import { lastDayOf } from "../model/day.ts";
import type { ClaimId, DocumentId } from "../model/id.ts";
import { sidesOf } from "../views/claim-rows.ts";
import { sealOf } from "./seal.ts";
import type { Flag, ShownClaim, ShownDocument, Tables } from "./tables.ts";

type ReadingRow = Tables["readings"];

/** All that a book keeps of one document, but its text. */
export interface KeptDocument {
  readonly id: DocumentId;
  /** Those whose adding is in effect. */
  readonly appearances: readonly Appearance[];
  readonly readings: readonly ReadingRow[];
  readonly claims: readonly Tables["claims"][];
  /** Those on its claims that are in effect, in the order of their time. */
  readonly decisions: readonly Decision[];
}

export interface ShownRows {
  readonly document: ShownDocument;
  readonly claims: readonly { row: Omit<ShownClaim, "number">; claim: Claim }[];
}

/** The rows; null for a document of which no appearance is left to show. */
export function shownRows(kept: KeptDocument): ShownRows | null {
  const appearances = [...kept.appearances].sort(byPublished);
  const [first] = appearances;
  if (!first) return null;
  const readings = readingsInOrder(kept.readings, first);
  const [latest] = readings;
  const place = `${first.published ?? "undated"} ${kept.id.slice(0, 16)}`;
  const decisionsOf = Map.groupBy(kept.decisions, ({ subject }) => subject as ClaimId);

  const rows = choose(kept, readings, decisionsOf).map(({ row, reading }) => {
    const original = JSON.parse(row.body) as Claim;
    const { claim, edits, review } = decidedClaim(original, decisionsOf.get(row.id) ?? []);
    const shown = claimColumns(claim, place);
    return {
      claim,
      seal: row.seal,
      row: {
        ...shown,
        reading: row.reading,
        latest: flag(reading === latest || reading.reader === byHand),
        by_hand: flag(reading.reader === byHand),
        review,
        edits: edits && canonicalJson(edits),
      },
    };
  });
  const current = rows.filter(({ row }) => row.latest === 1);
  const stamp = sealOf(
    canonicalJson([
      appearances.map(({ id }) => id),
      current.map(({ row, seal }) => [row.id, seal, row.review, row.edits]),
    ]),
  );
  return {
    document: {
      id: kept.id,
      place,
      appearance: first.id,
      title: first.title,
      publisher: first.publisher,
      url: first.url,
      published: first.published,
      known_from: first.published === null ? first.received : lastDayOf(first.published),
      received: first.received,
      file: first.file,
      media: first.media,
      appearances: appearances.length,
      reading: latest?.id ?? null,
      sentences: latest?.sentences ?? 0,
      claims: current.length,
      refusals: latest?.refusals ?? 0,
      stamp,
    },
    claims: rows,
  };
}

/** The earliest published first, undated ones last: whoever adds them in whichever order. */
function byPublished(one: Appearance, other: Appearance): number {
  return compare(one.published ?? "undated", other.published ?? "undated") || compare(one.id, other.id);
}

/** The readings by readers, the one to show first: of the reader that read last, and of its readings the one that was given the shown day and title. */
function readingsInOrder(readings: readonly ReadingRow[], shown: Appearance): ReadingRow[] {
  const lastAt = new Map<string, string>();
  for (const { reader, at } of readings) if (at > (lastAt.get(reader) ?? "")) lastAt.set(reader, at);
  const fits = ({ published, title }: ReadingRow): number =>
    published === shown.published && title === shown.title ? 0 : published === shown.published ? 1 : 2;
  return readings
    .filter(({ reader }) => reader !== byHand)
    .sort(
      (one, other) =>
        compare(lastAt.get(other.reader)!, lastAt.get(one.reader)!) ||
        compare(one.reader, other.reader) ||
        fits(one) - fits(other) ||
        compare(one.id, other.id),
    );
}

/** One row a claim id: a person's own, if that is in effect, else the one of the foremost reading. In the order of ids. */
function choose(
  kept: KeptDocument,
  readings: readonly ReadingRow[],
  decisionsOf: ReadonlyMap<ClaimId, readonly Decision[]>,
): { row: Tables["claims"]; reading: ReadingRow }[] {
  const hands = kept.readings.filter(({ reader }) => reader === byHand);
  const rank = new Map([...hands, ...readings].map((reading, index) => [reading.id, { reading, index }]));
  const chosen = new Map<ClaimId, { row: Tables["claims"]; reading: ReadingRow; index: number }>();
  for (const row of kept.claims) {
    const { reading, index } = rank.get(row.reading)!;
    if (reading.reader === byHand && !decisionsOf.get(row.id)?.some(({ verb }) => verb === "claim")) continue;
    const before = chosen.get(row.id);
    if (!before || index < before.index) chosen.set(row.id, { row, reading, index });
  }
  return [...chosen.values()].sort((one, other) => compare(one.row.id, other.row.id));
}

/** The columns by which claims are filtered and sorted. */
function claimColumns(
  claim: Claim,
  documentPlace: string,
): Omit<ShownClaim, "number" | "reading" | "latest" | "by_hand" | "review" | "edits"> {
  const { amount, period } = claim;
  const { from, to } = sidesOf(claim);
  return {
    id: claim.id,
    document: claim.document,
    place: `${documentPlace} ${String(claim.span[0]).padStart(9, "0")}`,
    kind: claim.kind,
    status: claim.status,
    rung: statusOrder.indexOf(claim.status),
    chip: claim.chip,
    metric: claim.metric,
    low: amount?.min ?? null,
    high: amount?.max ?? null,
    size: amount?.min ?? amount?.max ?? null,
    unit: amount?.unit ?? null,
    comparator: claim.comparator,
    approximate: flag(amount?.approximate ?? false),
    conditional: flag(claim.conditional),
    hedged: flag(claim.hedged),
    said_by: claim.saidBy,
    origin: claim.origin,
    starts: period?.start ?? null,
    ends: period?.end ?? null,
    day: period?.start ?? period?.end ?? null,
    from_party: from[0] ?? null,
    to_party: to[0] ?? null,
  };
}

function flag(value: boolean): Flag {
  return value ? 1 : 0;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
