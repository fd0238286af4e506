/** The way of a band from column to column: where is its middle, where its head, and what does it cover? */

import type { Box, Point } from "./drawing.ts";
import type { Band } from "./flows-drawing.ts";

/** The middle of a band at t of its way, from 0 to 1. */
export function along({ middles }: Pick<Band, "middles">, t: number): Point {
  const steps = middles.length - 1;
  const step = Math.min(steps - 1, Math.max(0, Math.floor(t * steps)));
  const [from, to] = [middles[step]!, middles[step + 1]!];
  const x = from.x + (to.x - from.x) * (t * steps - step);
  return { x, y: heightAt(from, to, x) };
}

/** Where the curve from one place to the next, level at both, stands at x. */
function heightAt(from: Point, to: Point, x: number): number {
  const wanted = (x - from.x) / (to.x - from.x || 1);
  // Searched to a thousandth.
  let [low, high] = [0, 1];
  for (let round = 0; round < 12; round++) {
    const s = (low + high) / 2;
    if (advance(s) < wanted) low = s;
    else high = s;
  }
  return from.y + (to.y - from.y) * rise((low + high) / 2);
}

/** How far such a curve has gone to the right, and how far up or down, at its parameter from 0 to 1. */
function advance(s: number): number {
  return 1.5 * s * (1 - s) ** 2 + 1.5 * s ** 2 * (1 - s) + s ** 3;
}

function rise(s: number): number {
  return 3 * s ** 2 * (1 - s) + s ** 3;
}

/** As many boxes as follow a band from column to column: each is a few pixels taller than what it has of the band. */
const parts = 32;

/** Boxes that cover a band and its head. From one place of its way to the next a band only rises or only falls. */
export function bandBoxes({ middles, thickness }: Band): readonly Box[] {
  const boxes = middles.slice(1).flatMap((to, index) => {
    const from = middles[index]!;
    const places = Array.from({ length: parts + 1 }, (_, part): Point => {
      const s = part / parts;
      return { x: from.x + (to.x - from.x) * advance(s), y: from.y + (to.y - from.y) * rise(s) };
    });
    return places.slice(1).map((place, part) => {
      const { x, y, width, height } = boxAround([places[part]!, place]);
      return { x, y: y - thickness / 2, width, height: height + thickness };
    });
  });
  return [...boxes, boxAround(head(middles.at(-1)!))];
}

/** The head at a receiver, whose bar begins at its tip. */
export function head({ x, y }: Point): readonly Point[] {
  return [
    { x, y },
    { x: x - 8, y: y - 4.5 },
    { x: x - 8, y: y + 4.5 },
  ];
}

/** The box around places. */
export function boxAround(places: readonly Point[]): Box {
  const [x, y] = [Math.min(...places.map((each) => each.x)), Math.min(...places.map((each) => each.y))];
  return {
    ...{ x, y, width: Math.max(...places.map((each) => each.x)) - x },
    height: Math.max(...places.map((each) => each.y)) - y,
  };
}
