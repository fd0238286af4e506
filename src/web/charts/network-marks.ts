/**
 * The marks of a network as arrays, in the order in which they are drawn, and in batches that are drawn with one stroke: arcs of one width, layer, dash and strength.
 *
 * Per arc: six numbers of its curve, six of the corners on which its head lies (tip, left, right), four of the box around it. Units: those of the picture.
 */

import type { Layer } from "../../views/network-rows.ts";
import { head } from "../../views/pictures/drawing.ts";
import { headReach } from "../../views/pictures/network-heads.ts";
import { dashOf, haloWidth, headSize, middleOf } from "../../views/pictures/network-ink.ts";
import type { NetworkScene, SceneArcs } from "../../views/pictures/network-scene.ts";

export interface ArcBatch {
  readonly layer: Layer;
  readonly stroke: number;
  readonly dash: readonly number[];
  /** Width of the ground in the middle of a double line. */
  readonly middle: number | null;
  readonly stood: boolean;
  /** Places of its arcs. */
  readonly arcs: Int32Array;
}

export interface NetworkMarks {
  readonly scene: NetworkScene;
  readonly curves: Float32Array;
  readonly heads: Float32Array;
  /** Left, top, right, bottom: with line, halo and head. */
  readonly boxes: Float32Array;
  readonly batches: readonly ArcBatch[];
  /** Arcs with a halo by the width of it, the widest first. */
  readonly halos: readonly { readonly width: number; readonly arcs: Int32Array }[];
}

export function networkMarks(scene: NetworkScene): NetworkMarks {
  const { ink, inks, circled } = scene.arcs;
  const curves = Float32Array.from(scene.arcs.curves);
  const [heads, boxes] = [new Float32Array(6 * ink.length), new Float32Array(4 * ink.length)];
  const isCircled = new Uint8Array(ink.length);
  for (const arc of circled) isCircled[arc] = 1;
  for (let arc = 0; arc < ink.length; arc++) {
    const { stroke } = inks[ink[arc]!]!;
    const size = headSize(stroke);
    const air = Math.max(headReach * size, (isCircled[arc] === 1 ? haloWidth(stroke) : stroke) / 2) + 1;
    headOf(curves, heads, 6 * arc, size);
    boxAround(curves, 6 * arc, boxes, 4 * arc, air);
  }
  return { scene, curves, heads, boxes, batches: batchesOf(scene.arcs), halos: halosOf(scene.arcs) };
}

/** The head of the curve that begins at a place. */
function headOf(curves: Float32Array, heads: Float32Array, at: number, size: number): void {
  const bend = { x: curves[at + 2]!, y: curves[at + 3]! };
  const [tip, left, right] = head({ from: bend, bend, to: { x: curves[at + 4]!, y: curves[at + 5]! } }, size);
  heads[at] = tip.x;
  heads[at + 1] = tip.y;
  heads[at + 2] = left.x;
  heads[at + 3] = left.y;
  heads[at + 4] = right.x;
  heads[at + 5] = right.y;
}

/** A curve lies within its three points. */
function boxAround(curves: Float32Array, at: number, boxes: Float32Array, to: number, air: number): void {
  for (const side of [0, 1]) {
    const [from, bend, end] = [curves[at + side]!, curves[at + side + 2]!, curves[at + side + 4]!];
    boxes[to + side] = Math.min(from, bend, end) - air;
    boxes[to + side + 2] = Math.max(from, bend, end) + air;
  }
}

/** Arcs come by width, so the batches do too. */
function batchesOf({ ink, inks }: SceneArcs): ArcBatch[] {
  const own = inks.map((): number[] => []);
  for (const [arc, at] of ink.entries()) own[at]!.push(arc);
  return inks.map(({ layer, status, stroke, stood }, index) => {
    const [dash, middle] = [dashOf(status, stroke), middleOf(status, stroke)];
    return { layer, stroke, dash, middle, stood, arcs: Int32Array.from(own[index]!) };
  });
}

function halosOf({ ink, inks, circled }: SceneArcs): NetworkMarks["halos"] {
  const alike = Map.groupBy(circled, (arc) => haloWidth(inks[ink[arc]!]!.stroke));
  return [...alike].map(([width, each]) => ({ width, arcs: Int32Array.from(each) }));
}
