/** The network as plain data for a picture that is drawn on the page itself: the same marks at the same places as in the SVG, in the order in which they are drawn. */

import type { Status } from "../../model/claim.ts";
import type { Layer } from "../network-rows.ts";
import { arcKey } from "./network-arcs.ts";
import type { DrawnArc, NetworkDrawing, NetworkPictureInput } from "./network-drawing.ts";
import { nameLines, saysOf } from "./network-ink.ts";
import { altOf, inDrawingOrder, subtitleOf } from "./network-picture.ts";
import type { Shape } from "./network-places.ts";

export interface NetworkScene {
  readonly width: number;
  readonly height: number;
  readonly subtitle: string;
  /** What it shows, in words. */
  readonly alt: string;
  readonly heads: readonly { readonly title: string; readonly x: number }[];
  readonly nodes: readonly SceneNode[];
  readonly arcs: readonly SceneArc[];
  readonly labels: readonly SceneLabel[];
}

export interface SceneNode {
  readonly party: string;
  readonly name: string;
  /** The name as it stands inside. */
  readonly lines: readonly string[];
  readonly shape: Shape;
  readonly x: number;
  readonly y: number;
}

export interface SceneArc {
  /** Places in the list of nodes. */
  readonly from: number;
  readonly to: number;
  readonly layer: Layer;
  readonly status: Status;
  readonly stroke: number;
  /** Beginning, bend and end of its curve, x before y. */
  readonly curve: readonly [number, number, number, number, number, number];
  readonly circle: number | null;
  /** It stood already on the day with which it is compared. */
  readonly stood: boolean;
  /** The arc as a sentence. */
  readonly says: string;
  readonly claims: readonly string[];
}

export interface SceneLabel {
  /** Place in the list of arcs. */
  readonly arc: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
  readonly differs: boolean;
}

/** What the page draws. */
export function networkScene(drawing: NetworkDrawing, input: NetworkPictureInput): NetworkScene {
  const { width, height, heads, nodes, labels } = drawing;
  const arcs = inDrawingOrder(drawing.arcs);
  const nodeAt = new Map(nodes.map(({ party }, index) => [party, index]));
  const arcAt = new Map(arcs.map((arc, index) => [arc, index]));
  const sceneArc = (arc: DrawnArc): SceneArc => {
    const { from, bend, to } = arc.curve;
    const [fromAt, toAt] = [nodeAt.get(arc.from)!, nodeAt.get(arc.to)!];
    return {
      ...{ from: fromAt, to: toAt, layer: arc.layer, status: arc.status, circle: arc.circle, claims: arc.claims },
      stroke: tenth(arc.stroke),
      curve: [tenth(from.x), tenth(from.y), tenth(bend.x), tenth(bend.y), tenth(to.x), tenth(to.y)],
      stood: input.before?.has(arcKey(arc)) ?? false,
      says: saysOf(arc, (party) => nodes[nodeAt.get(party)!]!.name),
    };
  };
  return {
    ...{ width, height },
    subtitle: subtitleOf(drawing, input),
    alt: altOf(drawing, input),
    heads: heads.map(({ title, x }) => ({ title, x })),
    nodes: nodes.map(({ party, name, shape, centre }) => ({
      ...{ party, name, shape, lines: nameLines(name) },
      ...{ x: tenth(centre.x), y: tenth(centre.y) },
    })),
    arcs: arcs.map(sceneArc),
    labels: labels.map(({ x, y, width: wide, height: high, arc, text }) => ({
      ...{ arc: arcAt.get(arc)!, x: tenth(x), y: tenth(y), width: tenth(wide), height: tenth(high) },
      ...{ text: arc.differs ? text.slice(0, -2) : text, differs: arc.differs },
    })),
  };
}

/** As fine as the SVG is. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
