/**
 * The marks of a network as arrays, in the order in which they are drawn, and in batches that are drawn with one stroke: arcs of one width, hue, dash and strength.
 *
 * Per arc: six numbers of its curve, six of its head (tip, left, right), four of the box around it. Units: those of the picture.
 */

import { head } from "../../views/pictures/drawing.ts";
import { dashOf, haloWidth, headSize, hues, middleOf } from "../../views/pictures/network-ink.ts";
import type { NetworkScene, SceneArc } from "../../views/pictures/network-scene.ts";

export interface ArcBatch {
  readonly hue: string;
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
  const { arcs } = scene;
  const [curves, heads, boxes] = [6, 6, 4].map((each) => new Float32Array(each * arcs.length)) as [
    Float32Array,
    Float32Array,
    Float32Array,
  ];
  for (const [index, { curve, stroke, circle }] of arcs.entries()) {
    const [fromX, fromY, bendX, bendY, toX, toY] = curve;
    const size = headSize(stroke);
    const tip = head({ from: { x: fromX, y: fromY }, bend: { x: bendX, y: bendY }, to: { x: toX, y: toY } }, size);
    curves.set(curve, index * 6);
    heads.set(
      tip.flatMap(({ x, y }) => [x, y]),
      index * 6,
    );
    const air = Math.max(size, (circle === null ? stroke : haloWidth(stroke)) / 2) + 1;
    // A curve lies within its three points.
    boxes[index * 4] = Math.min(fromX, bendX, toX) - air;
    boxes[index * 4 + 1] = Math.min(fromY, bendY, toY) - air;
    boxes[index * 4 + 2] = Math.max(fromX, bendX, toX) + air;
    boxes[index * 4 + 3] = Math.max(fromY, bendY, toY) + air;
  }
  return { scene, curves, heads, boxes, batches: batchesOf(arcs), halos: halosOf(arcs) };
}

function batchesOf(arcs: readonly SceneArc[]): ArcBatch[] {
  const alike = Map.groupBy(arcs.keys(), (index) => {
    const { layer, status, stroke, stood } = arcs[index]!;
    return `${stroke} ${hues[layer]} ${status} ${stood}`;
  });
  // Arcs come by width, so the batches do too.
  return [...alike.values()].map((own) => {
    const { layer, status, stroke, stood } = arcs[own[0]!]!;
    const [dash, middle] = [dashOf(status, stroke), middleOf(status, stroke)];
    return { hue: hues[layer], stroke, dash, middle, stood, arcs: Int32Array.from(own) };
  });
}

function halosOf(arcs: readonly SceneArc[]): NetworkMarks["halos"] {
  const own = [...arcs.keys()].filter((index) => arcs[index]!.circle !== null);
  const alike = Map.groupBy(own, (index) => haloWidth(arcs[index]!.stroke));
  return [...alike].map(([width, each]) => ({ width, arcs: Int32Array.from(each) }));
}
