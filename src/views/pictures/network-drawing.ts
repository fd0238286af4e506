/** Where everything of the network picture lies: companies at places that no date moves, arcs from giver to receiver, labels where there is room. */

import type { PartyId } from "../../model/id.ts";
import type { Party } from "../../model/party.ts";
import type { Circle } from "../circles.ts";
import type { NetworkLink } from "../network-rows.ts";
import { type Box, bowed, type Curve, clipped, type Point } from "./drawing.ts";
import { type Arc, arcsOf, circleNumbers, largest } from "./network-arcs.ts";
import { flowsOf, foldOf, type NetworkShare, topOf } from "./network-fold.ts";
import { placedLabels } from "./network-labels.ts";
import { boxHalf, pageCompanies, placesOf, type Shape, size } from "./network-places.ts";

export interface NetworkPictureInput {
  readonly links: readonly NetworkLink[];
  readonly circles: readonly Circle[];
  /** All pairs of companies that the book ever links: they keep their places, whatever is shown. */
  readonly everLinked: readonly (readonly [PartyId, PartyId])[];
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly nameOf: (party: PartyId) => string;
  /** Arcs that stood on the day with which it is compared: they are drawn faint. */
  readonly before?: ReadonlySet<string>;
  /** Companies that are asked about: they are never folded. */
  readonly about?: ReadonlySet<PartyId> | null;
  /** Everything is drawn, however much it is; else what a page holds. */
  readonly whole?: boolean;
  /** What it measures, its days and filters, in words. */
  readonly subtitle: string;
  /** Documents and claims that it rests on, its dates and hash. */
  readonly sources: readonly string[];
}

/** Where everything lies: what is drawn is drawn from this, and tests measure it. */
export interface NetworkDrawing {
  readonly width: number;
  readonly height: number;
  /** What stands above the columns. */
  readonly heads: readonly { readonly title: string; readonly x: number }[];
  readonly nodes: readonly DrawnNode[];
  readonly arcs: readonly DrawnArc[];
  readonly labels: readonly DrawnLabel[];
  /** Arcs that have no room for a label. */
  readonly unlabelled: number;
  /** Links that are not drawn, by reason. */
  readonly notDrawn: ReadonlyMap<string, number>;
  /** What it is of a larger network; null where it is the whole. */
  readonly share: NetworkShare | null;
}

export interface DrawnNode {
  readonly party: PartyId;
  readonly name: string;
  readonly shape: Shape;
  readonly centre: Point;
}

export interface DrawnArc extends Arc {
  readonly stroke: number;
  readonly curve: Curve;
  /** Number of the first circle that it is part of. */
  readonly circle: number | null;
}

export interface DrawnLabel extends Box {
  readonly arc: DrawnArc;
  readonly text: string;
}

/** Lays the picture out. */
export function networkDrawing(input: NetworkPictureInput): NetworkDrawing {
  const { links, circles, everLinked, whole = false } = input;
  const folding = foldOf(input);
  const { fold } = folding;
  const all = arcsOf(links, fold);
  const { drawn, share } = topOf(all.arcs, links, folding, whole);
  const pairs = folding.folded === 0 ? everLinked : foldedPairs(everLinked, fold);
  const { places, heads, width, height } = placesOf(pairs, folding.kindOf);
  const used = new Set(drawn.flatMap(({ from, to }) => [from, to]));
  const shown = new Map(places.map((place) => [place.party, place]));
  const circleOf = circleNumbers(circles, fold);
  const bows = bowsOf(drawn);
  const standing = places.filter(({ party }) => used.has(party)).map(({ centre }) => centre);
  const columns = Map.groupBy(standing, ({ x }) => x);
  const arcs = drawn.flatMap((arc, index): DrawnArc[] => {
    const [from, to] = [shown.get(arc.from), shown.get(arc.to)];
    if (!from || !to) return [];
    // Only in their own column can others stand between two.
    const column = from.centre.x === to.centre.x ? (columns.get(from.centre.x) ?? []) : [];
    const between = column.filter((centre) => liesBetween(centre, from.centre, to.centre));
    const bow = between.length === 0 ? bows[index]! : bowAround(between, bows[index]!, from.centre, to.centre, width);
    const curve = clipped(bowed(from.centre, to.centre, bow), insideOf(from), insideOf(to));
    return [{ ...arc, curve, circle: circleOf(arc), stroke: strokeOf(arc) }];
  });
  const nodes = places
    .filter(({ party }) => used.has(party))
    .map(({ party, shape, centre }) => ({ party, name: folding.nameOf(party), shape, centre }));
  const labels = placedLabels(arcs, nodes, mostLabels(nodes.length), width);
  return {
    ...{ width, height, nodes, arcs, labels, share },
    heads: heads.filter(({ parties }) => parties.some((party) => used.has(party))),
    unlabelled: arcs.length - labels.length,
    notDrawn: withTheRest(all.notDrawn, flowsOf(all.arcs) - flowsOf(drawn), drawn.length),
  };
}

function foldedPairs(
  everLinked: NetworkPictureInput["everLinked"],
  fold: (party: PartyId) => PartyId,
): NetworkPictureInput["everLinked"] {
  return everLinked.flatMap(([one, other]) => (fold(one) === fold(other) ? [] : [[fold(one), fold(other)] as const]));
}

/** A page holds so many; of a picture through which one moves, each part. */
function mostLabels(companies: number): number {
  return Math.max(size.mostLabels, Math.ceil((size.mostLabels * companies) / pageCompanies));
}

function withTheRest(notDrawn: ReadonlyMap<string, number>, rest: number, drawn: number): ReadonlyMap<string, number> {
  return rest === 0 ? notDrawn : new Map([...notDrawn, [`it is not in the ${drawn} arcs of most dollars`, rest]]);
}

/** How far each arc bows: those of one pair lie side by side, and both ways bow apart. */
function bowsOf(arcs: readonly Arc[]): number[] {
  const places = new Map<string, number>();
  return arcs.map(({ from, to }) => {
    const key = `${from} ${to}`;
    const place = places.get(key) ?? 0;
    places.set(key, place + 1);
    return 22 + place * 26;
  });
}

/** Whether a company stands between two others of its column. */
function liesBetween({ y }: Point, from: Point, to: Point): boolean {
  return y > Math.min(from.y, to.y) && y < Math.max(from.y, to.y);
}

/** Past the companies between, on the side of the picture's middle; both ways of a pair apart. */
function bowAround(between: readonly Point[], bow: number, from: Point, to: Point, width: number): number {
  const length = Math.abs(to.y - from.y);
  const isDown = to.y > from.y;
  // At t of its way a curve is 4t(1 − t) of its bow away; what lies close to an end asks for the most.
  const needed = between.map(({ y }) => {
    const t = (Math.min(Math.abs(y - from.y), Math.abs(y - to.y)) - size.radius) / length;
    return (boxHalf.x + 6) / (4 * t * (1 - t));
  });
  const wide = Math.max(...needed) + bow + (isDown ? 13 : -13);
  return from.x < width / 2 === isDown ? wide : -wide;
}

function strokeOf({ layer, amount }: Arc): number {
  if (layer === "owns") return 4;
  if (layer !== "money" || amount === null) return 2;
  return Math.min(18, 1.5 + 1.35 * Math.sqrt(largest(amount) / 1e11));
}

/** Whether a place is inside a node, with a little air around it. */
export function insideOf({ centre, shape }: Pick<DrawnNode, "centre" | "shape">): (place: Point) => boolean {
  const air = 3;
  return ({ x, y }) => {
    const [dx, dy] = [Math.abs(x - centre.x), Math.abs(y - centre.y)];
    if (shape === "circle") return Math.hypot(dx, dy) <= size.radius + air;
    if (shape === "hexagon") return dx <= size.radius + air && dy <= size.radius * 0.62 + air;
    return dx <= boxHalf.x + air && dy <= boxHalf.y + air;
  };
}
