/** Where everything of the obligations ladder lies: a bar for each year, quarter or contract, what has no day in a box with a scale of its own. */

import type { Status } from "../../model/claim.ts";
import type { Commodity } from "../../model/deal.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Taken } from "../../model/ledger.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import type { Box } from "./drawing.ts";
import { apartBars, type BarOf, type LadderPictureInput, ladderBars, type RawBar } from "./ladder-bars.ts";

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
  readonly of: BarOf;
  /** The year of a year's bar; null for the others. */
  readonly year: number | null;
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
  const taken = [...new Set(input.ladder.rows.flatMap((row) => row.taken))];
  const bars = ladderBars(input, taken);
  let y = 0;
  const blocks = [...Map.groupBy(bars, ({ commodity }) => commodity)].map(([commodity, own]) => {
    const most = Math.max(...own.map(({ segments }) => segments.reduce((sum, { amount }) => sum + reach(amount), 0)));
    const top = y;
    y += 22;
    const placed = own.map((bar) => {
      const at = y;
      y += ladderSize.row;
      return placedBar(bar, at, most, bar.of === "contract" ? ladderSize.left : ladderSize.yearLeft);
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
    const title = input.basis === "value" ? apartUndiscounted : apartTitle;
    apart = { x: 12, y: top, width: ladderSize.width - 24, height, title, bars: placed };
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
const apartUndiscounted = "Not scheduled: no day is stated, so not discounted. A scale of its own, in no sum above.";

/** The high end as far as there is one: an open end adds nothing to a scale. */
function reach({ low, high }: Ends): number {
  return high ?? low;
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

function moneyName(commodity: Commodity): string {
  return commodity.startsWith("credits:") ? "in credits, which are no cash" : `in ${commodity}`;
}
