/** Bars of one measure under one another, from zero on one scale: length the low end, a thin outline up to the high one, fill how firm. */

import type { Status } from "../../model/claim.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Ends } from "../../model/smallest-unit.ts";
import type { Box } from "./drawing.ts";
import { muted } from "./ink.ts";
import { answering, cutText, label, margin } from "./picture-frame.ts";
import { openArea, statusArea, statusGlyph } from "./status-mark.ts";

export interface RankRow {
  readonly name: string;
  readonly amount: Ends;
  readonly text: string;
  readonly status: Status;
  readonly claims: readonly ClaimId[];
}

export interface RankBar extends RankRow {
  readonly low: Box;
  readonly open: Box | null;
  readonly y: number;
}

const size = { left: 170, right: 500, bar: 16, row: 26 } as const;
export const rankRow = size.row;

/** The length of a dollar, so that all rows fit. */
export function rankScale(rows: readonly RankRow[]): number {
  const most = Math.max(0, ...rows.map(({ amount }) => amount.high ?? amount.low));
  return most === 0 ? 0 : (size.right - size.left) / most;
}

export function placedRanks(rows: readonly RankRow[], scale: number, top: number): RankBar[] {
  return rows.map((row, index) => {
    const y = top + index * size.row;
    const width = row.amount.low * scale;
    const rest = ((row.amount.high ?? row.amount.low) - row.amount.low) * scale;
    const box = { x: size.left, y, width, height: size.bar };
    return { ...row, y, low: box, open: rest > 0.05 ? { ...box, x: box.x + width, width: rest } : null };
  });
}

export function rankMark({ name, text, status, claims, y, low, open }: RankBar, hue: string): string {
  const end = low.x + low.width + (open?.width ?? 0);
  const marks = [
    label(margin, y + 12.5, cutText(name, size.left - margin - 26, 12)),
    statusGlyph(status, { x: size.left - 12, y: y + 8 }, hue),
    low.width > 0 ? statusArea(status, low, hue) : "",
    open ? openArea(open, hue) : "",
    label(end + 8, y + 12.5, text, { fill: muted }),
  ];
  return answering(claims, `${name}: ${text}, ${status}`, marks.join(""));
}
