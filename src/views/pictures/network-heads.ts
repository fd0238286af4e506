/** Which form has the head of an arc? One for each layer: hue alone is lost in grey print and in forced colours, and some layers share one. */

import type { Layer } from "../network-rows.ts";
import { type Point, points } from "./drawing.ts";
import { ground } from "./ink.ts";
import { hues } from "./network-ink.ts";

/** A corner of a head: how far back from its tip, and how far to its left, as parts of its length and of half its width. */
type Corner = readonly [back: number, left: number];

/** Where a head lies: its tip, and both corners of its back. */
export type HeadCorners = readonly [tip: Point, left: Point, right: Point];

export interface HeadForm {
  /** Ground with an edge, not filled. */
  readonly hollow: boolean;
  /** Its parts from the back to the tip. */
  readonly parts: readonly (readonly Corner[])[];
}

const triangle: readonly Corner[] = [
  [0, 0],
  [1, 1],
  [1, -1],
];
const diamond: readonly Corner[] = [
  [0, 0],
  [0.7, 1],
  [1.4, 0],
  [0.7, -1],
];
const double = [triangle.map(([back, left]): Corner => [back + 0.75, left]), triangle];
const ring = Array.from({ length: 12 }, (_, index): Corner => {
  const angle = (index * Math.PI) / 6;
  return [0.55 * (1 - Math.cos(angle)), 1.1 * Math.sin(angle)];
});
const hook: readonly Corner[] = [
  [0, 0],
  [1.3, 1.25],
  [0.45, 0],
  [1.3, -1.25],
];

/** No two alike. */
export const headForms: Readonly<Record<Layer, HeadForm>> = {
  money: { hollow: false, parts: [triangle] },
  compute: { hollow: true, parts: [triangle] },
  chips: { hollow: false, parts: double },
  shares: { hollow: false, parts: [diamond] },
  owns: { hollow: true, parts: [diamond] },
  debt: { hollow: true, parts: double },
  rights: { hollow: false, parts: [hook] },
  leans: { hollow: true, parts: [ring] },
};

/** How far the longest of them reaches back, in lengths of a head. */
export const headReach = 1.75;

/** How thick the edge of a hollow head is. */
export const headEdge = 1.4;

/** Where the parts of a form lie. */
export function headParts({ parts }: HeadForm, [tip, left, right]: HeadCorners): readonly (readonly Point[])[] {
  const back = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  return parts.map((corners) =>
    corners.map(([along, side]) => ({
      x: tip.x + along * (back.x - tip.x) + side * (left.x - back.x),
      y: tip.y + along * (back.y - tip.y) + side * (left.y - back.y),
    })),
  );
}

/** The head of a layer on these corners. */
export function headMark(layer: Layer, corners: HeadCorners): string {
  const form = headForms[layer];
  const look = form.hollow
    ? `fill="${ground}" stroke="${hues[layer]}" stroke-width="${headEdge}"`
    : `fill="${hues[layer]}"`;
  return headParts(form, corners)
    .map((part) => `<polygon points="${points(part)}" ${look}/>`)
    .join("");
}
