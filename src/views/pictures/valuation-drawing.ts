/** Where everything of the valuations lies: a strip for each kind, a point for each figure at its day; what has no day stands in a column of its own. */

import { amountText } from "../../model/amount.ts";
import type { Status } from "../../model/claim.ts";
import { dayNumber, dayOfNumber } from "../../model/day.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Valuation, ValuationKind, ValuationsOfKind } from "../own/valuations.ts";
import { type Box, overlaps, textWidth } from "./drawing.ts";

export interface ValuationPoint {
  readonly x: number;
  readonly y: number;
  /** Where its high end lies; above the strip where it is open, null where both ends are one. */
  readonly top: number | null;
  readonly isOpen: boolean;
  readonly status: Status;
  readonly text: string;
  readonly differs: boolean;
  readonly claims: readonly ClaimId[];
  /** Null where there is no room for it. */
  readonly label: Box | null;
}

export interface ValuationStrip {
  readonly kind: ValuationKind;
  readonly y: number;
  /** From the top of the axis to zero. */
  readonly top: number;
  readonly bottom: number;
  readonly points: readonly ValuationPoint[];
}

export interface ValuationDrawing {
  readonly strips: readonly ValuationStrip[];
  readonly height: number;
  /** Days below the last strip. */
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  /** The most of the axis, in units of money. */
  readonly most: number;
  readonly unit: string;
  /** Where the column of those without a day begins; null where all have one. */
  readonly column: number | null;
  readonly otherUnits: number;
}

export const valuationSize = { width: 680, left: 76, right: 660, column: 222, least: 96, text: 11.5 } as const;

/** All kinds share the days and the scale, and none is joined to another. */
export function valuationDrawing(all: readonly ValuationsOfKind[]): ValuationDrawing {
  const unit = all[0]?.valuations[0]?.observation.amount.unit ?? "USD";
  const told = all
    .map(({ kind, valuations }) => ({
      kind,
      own: valuations.filter(({ observation }) => observation.amount.unit === unit),
    }))
    .filter(({ own }) => own.length > 0);
  const every = told.flatMap(({ own }) => own);
  const most = niceTop(
    Math.max(0, ...every.flatMap(({ value }) => [value.told.low, value.told.high]).filter(Number.isFinite)),
  );
  const days = every.flatMap(({ day }) => (day === null ? [] : [dayNumber(day)]));
  const hasColumn = every.some(({ day }) => day === null);
  const edge = hasColumn
    ? days.length === 0
      ? valuationSize.left
      : valuationSize.right - valuationSize.column
    : valuationSize.right;
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const plot = { from: valuationSize.left + 16, to: Math.max(valuationSize.left + 16, edge - 96) };
  const xOf = (day: number): number =>
    last === first ? (plot.from + plot.to) / 2 : plot.from + ((day - first) / (last - first)) * (plot.to - plot.from);
  let y = 0;
  const strips = told.map(({ kind, own }) => {
    const beside = own.filter(({ day }) => day === null).length;
    const height = Math.max(valuationSize.least, beside * 16 + 24);
    const [top, bottom] = [y + 30, y + 30 + height];
    const yOf = (value: number): number => bottom - (most === 0 ? 0 : (value / most) * height);
    const points = placedPoints(own, xOf, yOf, { top, bottom, edge });
    const strip = { kind, y, top, bottom, points };
    y = bottom + 14;
    return strip;
  });
  const ticks =
    days.length === 0
      ? []
      : [...new Set([first, last])].map((day) => ({ x: xOf(day), text: dayOfNumber(day) as string }));
  return {
    ...{ strips, ticks, most, unit, height: y + 16 },
    column: hasColumn ? edge : null,
    otherUnits: all.flatMap(({ valuations }) => valuations).length - every.length,
  };
}

/** The next of 1, 2, 2.5, 5 times a power of ten, so that the axis ends on a round figure. */
function niceTop(value: number): number {
  if (value === 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].map((step) => step * power).find((step) => step >= value)!;
}

interface Room {
  readonly top: number;
  readonly bottom: number;
  readonly edge: number;
}

function placedPoints(
  own: readonly Valuation[],
  xOf: (day: number) => number,
  yOf: (value: number) => number,
  { top, bottom, edge }: Room,
): ValuationPoint[] {
  const raw = own.map(({ observation, value, day, differsFrom }) => {
    const text = amountText(observation.amount, observation.comparator ?? "=");
    return {
      x: day === null ? null : xOf(dayNumber(day)),
      y: yOf(value.told.low),
      top: value.told.high > value.told.low ? yOf(value.told.high) : null,
      isOpen: !Number.isFinite(value.bounds.high),
      status: observation.status,
      text: day === null ? `${text}, told ${observation.known}` : text,
      differs: differsFrom !== null,
      claims: observation.claims,
    };
  });
  const taken: Box[] = [];
  const dated = raw.filter(({ x }) => x !== null).map((each) => ({ ...each, x: each.x! }));
  const around = (x: number, y: number): Box => ({ x: x - 6, y: y - 6, width: 12, height: 12 });
  for (const { x, y } of dated) taken.push(around(x, y));
  const datedPoints = dated.map((point): ValuationPoint => {
    const [width, height] = [labelWidth(point), 14];
    const places: readonly Box[] = [
      { x: point.x + 9, y: point.y - 7, width, height },
      { x: point.x - 9 - width, y: point.y - 7, width, height },
      { x: point.x - width / 2, y: point.y - 23, width, height },
      { x: point.x - width / 2, y: point.y + 9, width, height },
    ];
    const own = around(point.x, point.y);
    const free = places.find(
      (box) =>
        box.x >= valuationSize.left + 2 &&
        box.x + box.width <= edge - 4 &&
        box.y >= top - 14 &&
        box.y + box.height <= bottom + 12 &&
        taken.every((other) => !overlaps(box, other) || (other.x === own.x && other.y === own.y)),
    );
    if (free) taken.push(free);
    return { ...point, label: free ?? null };
  });
  return [
    ...datedPoints,
    ...columnPoints(
      raw.filter(({ x }) => x === null),
      { top, bottom, edge },
    ),
  ];
}

function labelWidth({ text, differs }: { readonly text: string; readonly differs: boolean }): number {
  return textWidth(differs ? `${text} ≠` : text, valuationSize.text) + 2;
}

/** In the column points stand at their values; their labels are pushed apart, the highest value first. */
function columnPoints(
  raw: readonly Omit<ValuationPoint, "label" | "x">[],
  { top, bottom, edge }: Room,
): ValuationPoint[] {
  const sorted = [...raw].sort((one, other) => one.y - other.y);
  let lowest = top - 16;
  const placed = sorted.map((point) => {
    lowest = Math.max(lowest + 16, point.y - 7);
    return { point, y: lowest };
  });
  // What was pushed below the axis is pushed up again.
  let highest = bottom + 8;
  for (const each of placed.toReversed()) {
    each.y = Math.min(each.y, highest - 16);
    highest = each.y;
  }
  return placed.map(({ point, y }, index) => {
    const before = sorted.slice(0, index).filter((other) => Math.abs(other.y - point.y) < 11).length;
    return { ...point, x: edge + 12 + before * 12, label: { x: edge + 40, y, width: labelWidth(point), height: 14 } };
  });
}
