/** Cash at the end of each year as a bar between its ends, on one axis with a line at zero. No line joins them: between two days nothing is known of it. */

import type { ClaimId } from "../../model/id.ts";
import type { Interval } from "../../numeric/interval.ts";
import { balanceText } from "../interval-text.ts";
import type { RunwayAnswer } from "../runway-rows.ts";
import { px } from "./drawing.ts";
import { conflict, ink, muted } from "./ink.ts";
import { answering, framed, label } from "./picture-frame.ts";

export interface RunwayPictureInput {
  readonly answer: Pick<RunwayAnswer, "years">;
  readonly title: string;
  readonly subtitle: string;
  readonly assumed: readonly string[];
  /** What is counted in it. */
  readonly claims: readonly ClaimId[];
  readonly sources: readonly string[];
}

const hue = "#098be5";
const size = { left: 70, right: 470, row: 26, bar: 14 } as const;

export interface RunwayBar {
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly text: string;
  /** An end that is off the scale, because it is open. */
  readonly isOpen: boolean;
}

/** Where zero lies, and each bar. */
export function runwayDrawing({ years }: Pick<RunwayAnswer, "years">): {
  readonly zero: number;
  readonly bars: readonly RunwayBar[];
} {
  const ends = years.flatMap(({ left }) => [left.low, left.high]).filter(Number.isFinite);
  const [lowest, highest] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  // An open end runs to the edge, beyond all that is told.
  const beyond = (highest - lowest || 1) / 10;
  const least = lowest - (years.some(({ left }) => left.low === Number.NEGATIVE_INFINITY) ? beyond : 0);
  const most = highest + (years.some(({ left }) => left.high === Number.POSITIVE_INFINITY) ? beyond : 0);
  const scale = most === least ? 0 : (size.right - size.left) / (most - least);
  const at = (cents: number): number =>
    cents === Number.NEGATIVE_INFINITY
      ? size.left
      : cents === Number.POSITIVE_INFINITY
        ? size.right
        : size.left + (cents - least) * scale;
  const bars = years.map(({ year, left }: { year: number; left: Interval }, index) => ({
    ...{ year, from: at(left.low), to: at(left.high), y: 16 + index * size.row, text: balanceText(left) },
    isOpen: !Number.isFinite(left.low) || !Number.isFinite(left.high),
  }));
  return { zero: at(0), bars };
}

export function runwayPicture({ answer, title, subtitle, assumed, claims, sources }: RunwayPictureInput): string {
  const { zero, bars } = runwayDrawing(answer);
  const height = 24 + bars.length * size.row;
  const open = bars.filter(({ isOpen }) => isOpen).length;
  const marks = bars.flatMap(({ year, from, to, y, text }) => {
    const part = (x: number, end: number, fill: string): string =>
      end - x > 0.05
        ? `<rect x="${px(x)}" y="${px(y)}" width="${px(end - x)}" height="${size.bar}" fill="${fill}" fill-opacity="0.6" stroke="${fill}"/>`
        : "";
    return [
      label(size.left - 12, y + 11.5, String(year), { weight: 600, anchor: "end" }),
      answering(
        claims,
        `${year}: ${text}`,
        `${part(from, Math.min(to, zero), conflict)}${part(Math.max(from, zero), to, hue)}${to - from > 0.05 ? "" : `<path d="M${px(from)} ${px(y)}v${size.bar}" stroke="${ink}" stroke-width="2"/>`}`,
      ),
      label(size.right + 10, y + 11.5, text, { size: 11.5 }),
    ];
  });
  return framed(
    {
      ...{ width: 680, title, subtitle, assumed, sources, legend: [] },
      notDrawn: open === 0 ? [] : [`the open end of ${open === 1 ? "one year" : `${open} years`}, cut at the edge`],
      alt: bars.map(({ year, text }) => `${year} ${text}`).join(", "),
    },
    [
      `<path d="M${px(zero)} 12V${px(height - 4)}" stroke="${ink}"/>`,
      label(zero, 8, "0", { size: 11, anchor: "middle", fill: muted }),
      ...marks,
    ],
    height,
  );
}
