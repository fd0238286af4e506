/** Which mark of a network lies at a place? What is drawn above comes first: labels, companies, then arcs, the last drawn first; a thin one is met from near by too. */

import type { Point } from "../../views/pictures/drawing.ts";
import { headSize } from "../../views/pictures/network-ink.ts";
import { boxHalf, size } from "../../views/pictures/network-places.ts";
import type { SceneNode } from "../../views/pictures/network-scene.ts";
import type { NetworkMarks } from "./network-marks.ts";
import { inkOf } from "./scene-words.ts";

export type Hit = { readonly is: "node"; readonly node: number } | { readonly is: "arc"; readonly arc: number };

/** Cells of the grid: about as wide as a column of companies is apart. */
const cell = 160;
/** Parts of an arc that are taken for straight: its bow is a few dozen pixels, so they stray less than one. */
const parts = 24;

export interface Hits {
  /** The mark at a place of the picture; an arc may lie so far beside it. */
  readonly at: (place: Point, reach: number) => Hit | null;
}

export function networkHits(marks: NetworkMarks): Hits {
  const { nodes, labels } = marks.scene;
  const arcCells = cellsOfArcs(marks);
  const nodeCells = cellsOf(nodes, ({ x, y }) => [x - boxHalf.x, y - size.radius, x + boxHalf.x, y + size.radius]);
  const labelCells = cellsOf(labels, ({ x, y, width, height }) => [x, y, x + width, y + height]);
  const arcAt = (place: Point, reach: number): number | null => {
    let [best, nearest] = [null as number | null, Number.POSITIVE_INFINITY];
    const tried = new Set<number>();
    for (const dx of [-reach, 0, reach])
      for (const dy of [-reach, 0, reach])
        for (const arc of arcCells.get(keyOf(place.x + dx, place.y + dy)) ?? []) tried.add(arc);
    for (const arc of tried) {
      const beside = Math.max(0, distanceTo(marks, arc, place));
      if (beside <= reach && (beside < nearest || (beside === nearest && arc > best!))) [best, nearest] = [arc, beside];
    }
    return best;
  };
  return {
    at: (place, reach) => {
      const key = keyOf(place.x, place.y);
      const label = labelCells.get(key)?.find((index) => {
        const { x, y, width, height } = labels[index]!;
        return place.x >= x && place.x <= x + width && place.y >= y && place.y <= y + height;
      });
      if (label !== undefined) return { is: "arc", arc: labels[label]!.arc };
      const node = nodeCells.get(key)?.findLast((index) => isInside(nodes[index]!, place));
      if (node !== undefined) return { is: "node", node };
      const arc = arcAt(place, reach);
      return arc === null ? null : { is: "arc", arc };
    },
  };
}

function isInside({ shape, x, y }: SceneNode, place: Point): boolean {
  const [dx, dy] = [Math.abs(place.x - x), Math.abs(place.y - y)];
  if (shape === "circle") return Math.hypot(dx, dy) <= size.radius;
  return shape === "hexagon" ? dx <= size.radius && dy <= size.radius * 0.62 : dx <= boxHalf.x && dy <= boxHalf.y + 6;
}

/** How far beside an arc a place lies; 0 or less on its line or its head. */
export function distanceTo({ scene, curves, heads }: NetworkMarks, arc: number, { x, y }: Point): number {
  const at = arc * 6;
  if (isInHead(heads, at, x, y)) return 0;
  let [fromX, fromY] = [curves[at]!, curves[at + 1]!];
  let nearest = Number.POSITIVE_INFINITY;
  for (let part = 1; part <= parts; part++) {
    const t = part / parts;
    const toX = onCurve(curves[at]!, curves[at + 2]!, curves[at + 4]!, t);
    const toY = onCurve(curves[at + 1]!, curves[at + 3]!, curves[at + 5]!, t);
    nearest = Math.min(nearest, toSegment(x, y, fromX, fromY, toX, toY));
    [fromX, fromY] = [toX, toY];
  }
  return nearest - inkOf(scene, arc).stroke / 2;
}

function onCurve(from: number, bend: number, to: number, t: number): number {
  return (1 - t) ** 2 * from + 2 * t * (1 - t) * bend + t ** 2 * to;
}

function toSegment(x: number, y: number, fromX: number, fromY: number, toX: number, toY: number): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const long = dx * dx + dy * dy || 1;
  const t = Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / long));
  return Math.hypot(x - fromX - t * dx, y - fromY - t * dy);
}

/** On the same side of all three edges. */
function isInHead(heads: Float32Array, at: number, x: number, y: number): boolean {
  const side = (one: number, other: number): number =>
    (heads[at + other]! - heads[at + one]!) * (y - heads[at + one + 1]!) -
    (heads[at + other + 1]! - heads[at + one + 1]!) * (x - heads[at + one]!);
  const sides = [side(0, 2), side(2, 4), side(4, 0)];
  return sides.every((each) => each >= 0) || sides.every((each) => each <= 0);
}

function keyOf(x: number, y: number): number {
  // Pictures are far less than 2^20 cells wide.
  return Math.floor(y / cell) * 2 ** 20 + Math.floor(x / cell);
}

type Cells = Map<number, number[]>;

function put(cells: Cells, key: number, index: number): void {
  const own = cells.get(key);
  if (!own) cells.set(key, [index]);
  else if (own.at(-1) !== index) own.push(index);
}

function cellsOf<T>(items: readonly T[], boxOf: (item: T) => readonly [number, number, number, number]): Cells {
  const cells: Cells = new Map();
  for (const [index, item] of items.entries()) {
    const [left, top, right, bottom] = boxOf(item);
    fill(cells, index, left, top, right, bottom);
  }
  return cells;
}

function fill(cells: Cells, index: number, left: number, top: number, right: number, bottom: number): void {
  for (let x = Math.floor(left / cell) * cell; x <= right; x += cell)
    for (let y = Math.floor(top / cell) * cell; y <= bottom; y += cell) put(cells, keyOf(x, y), index);
}

/** The cells through which each arc goes, with those that its width and its head reach: those of the boxes around its parts. */
function cellsOfArcs({ scene, curves }: NetworkMarks): Cells {
  const cells: Cells = new Map();
  for (const index of scene.arcs.ink.keys()) {
    const at = index * 6;
    // A part strays from its straight by less than a line's width.
    const air = headSize(inkOf(scene, index).stroke) + 2;
    let [x, y] = [curves[at]!, curves[at + 1]!];
    const steps = Math.max(4, Math.ceil(Math.hypot(curves[at + 4]! - x, curves[at + 5]! - y) / cell));
    for (let step = 1; step <= steps; step++) {
      const nextX = onCurve(curves[at]!, curves[at + 2]!, curves[at + 4]!, step / steps);
      const nextY = onCurve(curves[at + 1]!, curves[at + 3]!, curves[at + 5]!, step / steps);
      fill(
        cells,
        index,
        Math.min(x, nextX) - air,
        Math.min(y, nextY) - air,
        Math.max(x, nextX) + air,
        Math.max(y, nextY) + air,
      );
      [x, y] = [nextX, nextY];
    }
  }
  return cells;
}
