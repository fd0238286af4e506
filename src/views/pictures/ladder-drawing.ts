/** Where everything of the obligations ladder lies: a bar for each year or contract, what has no day in a box with a scale of its own. */

import { rungOf } from "../../deals/firmness.ts";
import type { Status } from "../../model/claim.ts";
import type { Commodity } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Memo, Posting, Taken } from "../../model/ledger.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import type { Interval } from "../../numeric/interval.ts";
import { contractTotals } from "../contract-totals.ts";
import { sizeOf } from "../counterparties.ts";
import { added } from "../flow-rows.ts";
import type { Ladder, LadderRow } from "../ladder-rows.ts";
import type { Box } from "./drawing.ts";

export interface LadderPictureInput {
  readonly ladder: Ladder;
  /** What falls due year by year, or contracts as a whole. */
  readonly basis: "due" | "total";
  readonly company: string;
  readonly nameOf: (party: PartyId) => string;
  /** Where nothing with a day falls due after. */
  readonly asOf: string;
  /** The cash at the beginning of a year, in cents, where somebody told it. */
  readonly cash: ReadonlyMap<number, Interval>;
  readonly subtitle: string;
  readonly sources: readonly string[];
}

export interface Segment extends Box {
  readonly status: Status;
  /** Between the low end and the high one. */
  readonly open: Box | null;
  /** Of a contract the part that falls due on no day after the day asked about. */
  readonly outside: Box | null;
  readonly claims: readonly ClaimId[];
  readonly says: string;
}

export interface Bar {
  readonly label: string;
  readonly total: string;
  /** Each part of it in words. */
  readonly words: readonly string[];
  /** Where it begins. */
  readonly left: number;
  /** The baseline of its label. */
  readonly y: number;
  readonly segments: readonly Segment[];
  /** The ends of the cash with which the year begins; an end off the scale stands at its edge. */
  readonly cash: { readonly from: number; readonly to: number } | null;
}

/** Bars of one commodity share a scale, which begins at zero. */
export interface Block {
  readonly title: string;
  readonly y: number;
  readonly bars: readonly Bar[];
}

export interface LadderDrawing {
  readonly blocks: readonly Block[];
  /** What has no day: bars on a scale of their own. */
  readonly apart: (Box & Block) | null;
  readonly height: number;
  readonly statuses: readonly Status[];
  readonly taken: readonly Taken[];
  readonly hasOpen: boolean;
  readonly hasOutside: boolean;
}

export const ladderSize = { width: 680, left: 140, yearLeft: 72, right: 560, bar: 18, row: 46, margin: 20 } as const;

export function ladderDrawing(input: LadderPictureInput): LadderDrawing {
  const { ladder, basis } = input;
  const taken = [...new Set(ladder.rows.flatMap((row) => row.taken))];
  const bars = basis === "due" ? yearBars(input, taken) : totalBars(input, taken);
  let y = 0;
  const blocks = [...Map.groupBy(bars, ({ commodity }) => commodity)].map(([commodity, own]) => {
    const most = Math.max(...own.map(({ segments }) => segments.reduce((sum, { amount }) => sum + reach(amount), 0)));
    const top = y;
    y += 22;
    const placed = own.map((bar) => {
      const at = y;
      y += ladderSize.row;
      return placedBar(bar, at, most, basis === "due" ? ladderSize.yearLeft : ladderSize.left);
    });
    y += 6;
    return { title: moneyName(commodity), y: top + 12, bars: placed };
  });
  const without = apartBars(input);
  let apart: LadderDrawing["apart"] = null;
  if (without.length > 0) {
    const top = y + 4;
    const most = Math.max(...without.flatMap(({ segments }) => segments.map(({ amount }) => reach(amount))));
    const placed = without.map((bar, index) =>
      placedBar(bar, top + 30 + index * ladderSize.row, most, ladderSize.left),
    );
    const height = 36 + without.length * ladderSize.row;
    apart = { x: 12, y: top, width: ladderSize.width - 24, height, title: apartTitle, bars: placed };
    y = top + height + 4;
  }
  const segments = [...blocks, ...(apart ? [apart] : [])].flatMap(({ bars: own }) =>
    own.flatMap((bar) => bar.segments),
  );
  return {
    ...{ blocks, apart, taken },
    height: y,
    statuses: [...new Set(segments.map(({ status }) => status))],
    hasOpen: segments.some(({ open }) => open !== null),
    hasOutside: segments.some(({ outside }) => outside !== null),
  };
}

const apartTitle = "Not scheduled: no day is stated. A scale of its own, in no year and in no sum above.";

interface Piece {
  readonly amount: Ends;
  /** What of it is drawn filled; all where null. */
  readonly filled: Ends | null;
  readonly status: Status;
  readonly name: string;
  readonly commodity: Commodity;
  readonly claims: readonly ClaimId[];
}

interface RawBar {
  readonly commodity: Commodity;
  readonly label: string;
  readonly total: string;
  readonly words: readonly string[];
  readonly segments: readonly Piece[];
  readonly cash: Interval | null;
}

/** The high end as far as there is one: an open end adds nothing to a scale. */
function reach({ low, high }: Ends): number {
  return high ?? low;
}

function yearBars({ ladder, nameOf, cash }: LadderPictureInput, taken: readonly Taken[]): RawBar[] {
  const years = Map.groupBy(ladder.rows, ({ commodity, year }) => `${commodity} ${year}`);
  return [...years.values()].map((own) => {
    const rows = [...own].sort(
      (one, other) => rungOf(other.status) - rungOf(one.status) || sizeOf(other.due) - sizeOf(one.due),
    );
    const { commodity, year } = rows[0]!;
    return {
      commodity,
      label: String(year),
      total: endsText(commodity, rows.map(({ due }) => due).reduce(added)),
      words: rows.map((row) => `${nameIn(row.party, nameOf)} ${endsText(commodity, row.due)}${marks(row, taken)}`),
      segments: rows.map((row) => pieceOf(row, nameOf)),
      cash: cash.get(year) ?? null,
    };
  });
}

function pieceOf({ due, status, party, commodity, postings }: LadderRow, nameOf: (party: PartyId) => string): Piece {
  return {
    ...{ amount: due, filled: null, status, commodity, name: nameIn(party, nameOf) },
    claims: claimsOf(postings),
  };
}

function totalBars({ ladder, nameOf }: LadderPictureInput, taken: readonly Taken[]): RawBar[] {
  return contractTotals(ladder).map((total) => {
    const { party, commodity, status, whole, due, postings } = total;
    const name = nameIn(party, nameOf);
    return {
      ...{ commodity, label: name, cash: null },
      total: endsText(commodity, whole),
      words: [
        status,
        due.high === 0 ? "no day is stated" : `${endsText(commodity, due)} still falls due${marks(total, taken)}`,
      ],
      segments: [{ amount: whole, filled: due, status, name, commodity, claims: claimsOf(postings) }],
    };
  });
}

function apartBars({ ladder: { unscheduled, apart }, basis, nameOf }: LadderPictureInput): RawBar[] {
  const bar = ({ to, commodity, status, claims }: Posting | Memo, amount: Ends, words: readonly string[]): RawBar => {
    const name = to === null ? "several" : nameOf(to);
    const piece: Piece = { amount, filled: null, status, name, commodity, claims };
    return { commodity, label: name, total: endsText(commodity, amount), words, segments: [piece], cash: null };
  };
  return [
    // Contracts as a whole hold what has no day.
    ...(basis === "total" ? [] : unscheduled).map(({ posting, rest }) =>
      bar(posting, rest, [
        posting.status,
        "no day stated",
        ...(posting.commodity.startsWith("credits:") ? ["in credits"] : []),
      ]),
    ),
    ...apart.map((memo) =>
      bar(memo, { low: memo.low ?? 0, high: memo.high }, [memo.status, `${memo.reason}, never added`]),
    ),
  ].sort((one, other) => sizeOf(other.segments[0]!.amount) - sizeOf(one.segments[0]!.amount));
}

function placedBar({ segments, cash, ...bar }: RawBar, y: number, most: number, left: number): Bar {
  const scale = most === 0 ? 0 : (ladderSize.right - left) / most;
  let x = left;
  const box = (from: number, width: number): Box => ({ x: from, y: y + 4, width, height: ladderSize.bar });
  const placed = segments.map((piece): Segment => {
    const { amount, filled, status, name, commodity, claims } = piece;
    const solid = Math.min(filled?.low ?? amount.low, amount.low) * scale;
    const whole = amount.low * scale;
    const width = (reach(amount) - amount.low) * scale;
    const outside = whole - solid > 0.05 ? box(x + solid, whole - solid) : null;
    const open = width > 0.05 ? box(x + whole, width) : null;
    const segment = {
      ...box(x, solid),
      ...{ status, outside, open, claims },
      says: `${name}: ${endsText(commodity, amount)}, ${status}`,
    };
    x += whole + width;
    return segment;
  });
  const at = (cents: number): number => Math.min(ladderSize.right, Math.max(left, left + cents * scale));
  const drawnCash = cash === null ? null : { from: at(cash.low), to: at(cash.high) };
  return { ...bar, y, left, segments: placed, cash: drawnCash };
}

function nameIn(party: PartyId | null, nameOf: (party: PartyId) => string): string {
  return party === null ? "nobody named" : nameOf(party);
}

function marks({ taken }: { readonly taken: readonly Taken[] }, all: readonly Taken[]): string {
  const numbers = taken.map((each) => `[A${all.indexOf(each) + 1}]`);
  return numbers.length === 0 ? "" : ` ${numbers.join("")}`;
}

function claimsOf(postings: readonly Posting[]): ClaimId[] {
  return [...new Set(postings.flatMap(({ claims }) => claims))];
}

function moneyName(commodity: Commodity): string {
  return commodity.startsWith("credits:") ? "in credits, which are no cash" : `in ${commodity}`;
}
