/** The network as plain data for a picture that is drawn on the page itself: the same marks at the same places as in the SVG, in the order in which they are drawn. */

import type { Status } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { Layer } from "../network-rows.ts";
import { arcKey } from "./network-arcs.ts";
import type { DrawnArc, NetworkDrawing, NetworkPictureInput } from "./network-drawing.ts";
import { nameLines, toldBy } from "./network-ink.ts";
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
  /** Places in the list of nodes, by the dollars that a company gives and gets. */
  readonly byDollars: readonly number[];
  readonly arcs: SceneArcs;
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

/** The arcs in the order in which they are drawn, as columns: a page reads them in a third of the time that as many objects take. */
export interface SceneArcs {
  /** Places in the list of nodes. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** What many have in common: places in `inks`. */
  readonly ink: readonly number[];
  readonly inks: readonly ArcInk[];
  /** Six numbers an arc: beginning, bend and end of its curve, x before y. */
  readonly curves: readonly number[];
  /** Arcs on a circle. */
  readonly circled: readonly number[];
  /** What each says behind its verb, a line an arc. */
  readonly told: string;
  /** The claims of each, a line an arc, with spaces between. */
  readonly claims: string;
}

/** How an arc is drawn. */
export interface ArcInk {
  readonly layer: Layer;
  readonly status: Status;
  readonly stroke: number;
  /** It stood already on the day with which it is compared. */
  readonly stood: boolean;
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
  return {
    ...{ width, height },
    subtitle: subtitleOf(drawing, input),
    alt: altOf(drawing, input),
    heads: heads.map(({ title, x }) => ({ title, x })),
    nodes: nodes.map(({ party, name, shape, centre }) => ({
      ...{ party, name, shape, lines: nameLines(name) },
      ...{ x: tenth(centre.x), y: tenth(centre.y) },
    })),
    byDollars: byDollars(drawing),
    arcs: columnsOf(arcs, nodeAt, input),
    labels: labels.map(({ x, y, width: wide, height: high, arc, text }) => ({
      ...{ arc: arcAt.get(arc)!, x: tenth(x), y: tenth(y), width: tenth(wide), height: tenth(high) },
      ...{ text: arc.differs ? text.slice(0, -2) : text, differs: arc.differs },
    })),
  };
}

/** Of equally many, who has more arcs. */
function byDollars({ nodes, arcs }: NetworkDrawing): number[] {
  const sums = new Map(nodes.map(({ party }) => [party, { cents: 0, arcs: 0 }]));
  for (const { from, to, cents } of arcs)
    for (const party of [from, to]) {
      const sum = sums.get(party)!;
      sum.cents += cents;
      sum.arcs++;
    }
  const of = nodes.map(({ party }) => sums.get(party)!);
  return [...nodes.keys()].sort((one, other) => {
    const [a, b] = [of[one]!, of[other]!];
    return b.cents - a.cents || b.arcs - a.arcs || one - other;
  });
}

function columnsOf(
  arcs: readonly DrawnArc[],
  nodeAt: ReadonlyMap<PartyId, number>,
  { before }: NetworkPictureInput,
): SceneArcs {
  const inks = new Map<string, { readonly at: number; readonly ink: ArcInk }>();
  const inkAt = (arc: DrawnArc): number => {
    const { layer, status } = arc;
    const ink = { layer, status, stroke: tenth(arc.stroke), stood: before?.has(arcKey(arc)) ?? false };
    const key = JSON.stringify(ink);
    const known = inks.get(key) ?? { at: inks.size, ink };
    inks.set(key, known);
    return known.at;
  };
  const ink = arcs.map(inkAt);
  return {
    from: arcs.map(({ from }) => nodeAt.get(from)!),
    to: arcs.map(({ to }) => nodeAt.get(to)!),
    ...{ ink, inks: [...inks.values()].map((each) => each.ink) },
    curves: arcs.flatMap(({ curve: { from, bend, to } }) =>
      [from, bend, to].flatMap(({ x, y }) => [tenth(x), tenth(y)]),
    ),
    circled: [...arcs.keys()].filter((index) => arcs[index]!.circle !== null),
    told: arcs.map(toldBy).join("\n"),
    claims: arcs.map(({ claims }) => claims.join(" ")).join("\n"),
  };
}

/** As fine as the SVG is. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
