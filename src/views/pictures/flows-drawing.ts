/** Where everything of the picture of flows lies: companies in columns, ribbons at one scale between them, what goes back in lanes under them. Tests measure it. */

import { isMoney } from "../../model/amount.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import { flowRoles, labColumn } from "../flow-roles.ts";
import { type Box, type Point, textWidth } from "./drawing.ts";
import { type FlowLabel, placedLabels } from "./flows-labels.ts";
import { columnsOf, type Order, orderOf } from "./flows-order.ts";
import {
  type FlowNode,
  flowSize,
  laneOfGroup,
  type Placed,
  placedNodes,
  scaleOf,
  squeezed,
  type Widths,
} from "./flows-places.ts";
import {
  circlesText,
  type FlowsPictureInput,
  nobodyGets,
  nobodyPays,
  type OwnershipLink,
  type Ribbon,
  type Ribbons,
  ribbonsOf,
} from "./flows-ribbons.ts";
import { placedStubs, type Stub, stubRoom } from "./flows-stubs.ts";

export interface FlowsDrawing extends Pick<Ribbons, "smaller" | "taken"> {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly title: string; readonly x: number; readonly companies: readonly string[] }[];
  readonly nodes: readonly FlowNode[];
  readonly bands: readonly Band[];
  readonly lanes: readonly Lane[];
  readonly labels: readonly FlowLabel[];
  readonly stubs: readonly Stub[];
  /** What is told of other sides and has no room beside its company. */
  readonly without: readonly string[];
  /** Bands that have no room for a label. */
  readonly unlabelled: number;
  /** Pixels of one smallest unit. */
  readonly scale: number;
}

/** A ribbon that goes to the right: its middle at each column that it touches. */
export interface Band {
  readonly ribbon: Ribbon;
  readonly thickness: number;
  readonly middles: readonly Point[];
}

/** What goes back, or along a group: out at the right, under the picture, in from the left. */
export interface Lane {
  readonly ribbon: Ribbon | null;
  readonly owned: OwnershipLink | null;
  readonly circles: readonly number[];
  readonly claims: readonly ClaimId[];
  readonly thickness: number;
  readonly from: Point;
  readonly to: Point;
  /** Where it goes down, where it runs, where it goes up. */
  readonly right: number;
  readonly under: number;
  readonly left: number;
  readonly text: string;
  readonly label: Box;
}

export function flowsDrawing(input: FlowsPictureInput): FlowsDrawing {
  const { ribbons, owned, smaller, taken } = ribbonsOf(input);
  const homeOf = (node: string): number => input.homeOf(node as PartyId);
  const lastColumn = flowRoles.length - 1;
  const all = [...ribbons, ...owned.map((link) => ({ ...link, size: 0 }))];
  const given = columnsOf(all, homeOf, lastColumn);
  const fundless = (lab: string): boolean => homeOf(lab) === labColumn && !all.some(({ to }) => to === lab);
  const { columns, used } = squeezed(given, input.unit === "USD", [...given.keys()].some(fundless));
  const forward = ribbons.filter(({ from, to }) => columns.get(from)! < columns.get(to)!);
  const back = ribbons.filter((ribbon) => !forward.includes(ribbon));
  const order = orderOf(forward, columns, used.length, input.order);
  const scale = scaleOf(order, forward, back, owned);
  const more = new Map<string, number>();
  const widths: Widths = {
    band: ({ size, amount }) => (amount === null ? flowSize.openBand : Math.max(flowSize.leastBand, size * scale)),
    lane: (ribbon) => (ribbon === null ? laneOfGroup : Math.min(flowSize.mostLane, widths.band(ribbon))),
    words: (node) => stubRoom.first + (more.get(node) ?? 0) * stubRoom.more,
  };
  const columnX = (column: number): number =>
    flowSize.left +
    (used.length < 2
      ? 0
      : (column * (flowSize.width - flowSize.left - flowSize.right - flowSize.bar)) / (used.length - 1));
  const laidOut = () => {
    const place = placedNodes(order, forward, back, owned, widths, columnX, input, used);
    const bands = bandsOf(order, forward, place, widths);
    const under = underOf(place, bands, widths);
    const lanes = lanesOf(back, owned, place, columns, widths, under, input);
    return { place, bands, under, lanes, ...placedStubs(place.untold, bands, lanes, place.nodes, under - 20) };
  };
  let laid = laidOut();
  for (let round = 0; round < stubRoom.times && laid.without.length > 0; round++) {
    for (const node of new Set(laid.without.map((untold) => untold.node))) more.set(node, (more.get(node) ?? 0) + 1);
    laid = laidOut();
  }
  const { place, bands, under, lanes, stubs } = laid;
  const { labels, unlabelled } = placedLabels(bands, place, lanes, stubs);
  return {
    ...{ smaller, taken, scale, bands, lanes, labels, unlabelled, stubs },
    without: laid.without.map(({ text }) => text),
    width: flowSize.width,
    height: under + lanes.length * flowSize.laneRow,
    columns: used.map((column, index) => ({
      title: column === 0 && !isMoney(input.unit) ? "WHO GIVES" : flowRoles[column]!.title,
      x: columnX(index),
      companies: order.slots[index]!.flatMap(({ node }) => node ?? []),
    })),
    nodes: place.nodes,
  };
}

/** Below all companies, ribbons and words. */
function underOf({ nodes, untold }: Placed, bands: readonly Band[], widths: Widths): number {
  return (
    Math.max(
      flowSize.top + 40,
      ...nodes.map(({ y, height }) => y + height),
      ...bands.flatMap(({ middles, thickness }) => middles.map(({ y }) => y + thickness / 2)),
      ...untold.map(({ below, node }) => below + widths.words(node)),
    ) + 30
  );
}

function bandsOf({ steps }: Order, forward: readonly Ribbon[], place: Placed, widths: Widths): Band[] {
  return forward.map((ribbon, arc) => {
    const thickness = widths.band(ribbon);
    const passed = steps.filter((step) => step.arc === arc && step.to.passes === arc);
    const { out, into, slotY } = place;
    const [from, to] = [out.get(ribbon)!, into.get(ribbon)!];
    const count = passed.length + 1;
    const middles = passed.map(
      ({ to: slot }, index): Point => ({
        x: from.x + ((to.x - from.x) * (index + 1)) / count,
        y: slotY.get(slot)! + thickness / 2,
      }),
    );
    return { ribbon, thickness, middles: [from, ...middles, to] };
  });
}

/** Inner lanes above outer ones, so that no lane crosses another more than it must. */
function lanesOf(
  back: readonly Ribbon[],
  owned: readonly OwnershipLink[],
  { out, into }: Placed,
  columns: ReadonlyMap<string, number>,
  widths: Widths,
  under: number,
  input: FlowsPictureInput,
): Lane[] {
  const ends = [...back, ...owned].map((link) => ({ link, from: out.get(link)!, to: into.get(link)! }));
  const sorted = ends.sort((one, other) => one.from.x - other.from.x || other.from.y - one.from.y);
  const outs = new Map<number, number>();
  const ins = new Map<number, number>();
  const next = (counts: Map<number, number>, column: number): number => {
    const count = counts.get(column) ?? 0;
    counts.set(column, count + 1);
    return count;
  };
  return sorted.map(({ link, from, to }, row): Lane => {
    const ribbon = "reason" in link ? null : link;
    const thickness = widths.lane(ribbon);
    const y = under + row * flowSize.laneRow + flowSize.laneRow / 2;
    const right = from.x + 22 + Math.min(9, next(outs, columns.get(link.from)!)) * flowSize.laneStep;
    const left = Math.max(10, to.x - 26 - Math.min(9, next(ins, columns.get(link.to)!)) * flowSize.laneStep);
    const said = circlesText(link.circles, input);
    const text = ["reason" in link ? link.reason : backText(link, input), said].filter(Boolean).join(" · ");
    const width = Math.min(flowSize.width - 20, textWidth(text, flowSize.text) + 36);
    const middle = (right + left) / 2;
    return {
      ...{ ribbon, thickness, from, to, right, left, text },
      owned: "reason" in link ? link : null,
      circles: link.circles,
      claims: link.claims,
      under: y,
      label: {
        x: Math.max(10, Math.min(flowSize.width - 10 - width, middle - width / 2)),
        y: y - 12,
        width,
        height: 24,
      },
    };
  });
}

function backText({ from, to, label, circles }: Ribbon, { nameOf, seeksCircles }: FlowsPictureInput): string {
  const name = (key: string): string =>
    key === nobodyPays || key === nobodyGets ? "nobody named" : nameOf(key as PartyId);
  return `${name(from)} → ${name(to)}: ${label}${seeksCircles && circles.length === 0 ? ", closes no circle" : ""}`;
}
