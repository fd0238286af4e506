/** Where everything of the picture of flows lies: companies in columns, ribbons at one scale between them, what goes back in lanes under them. Tests measure it. */

import { isMoney } from "../../model/amount.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import { flowRoles, labColumn } from "../flow-roles.ts";
import { type Box, overlaps, type Point, textWidth } from "./drawing.ts";
import { columnsOf, type Order, orderOf, type Slot } from "./flows-order.ts";
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
import { brokenText } from "./picture-frame.ts";

export interface FlowsDrawing extends Pick<Ribbons, "smaller" | "taken"> {
  readonly width: number;
  readonly height: number;
  readonly columns: readonly { readonly title: string; readonly x: number }[];
  readonly nodes: readonly FlowNode[];
  readonly bands: readonly Band[];
  readonly lanes: readonly Lane[];
  readonly labels: readonly FlowLabel[];
  readonly stubs: readonly Stub[];
  /** Bands that have no room for a label. */
  readonly unlabelled: number;
  /** Pixels of one smallest unit. */
  readonly scale: number;
}

export interface FlowNode extends Box {
  readonly key: string;
  readonly name: string;
  readonly nameBox: Box;
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

export interface FlowLabel extends Box {
  readonly ribbon: Ribbon;
  readonly text: string;
}

/** A side of which nothing is drawn, in words. */
export interface Stub {
  readonly lines: readonly string[];
  readonly from: Point;
  readonly to: Point;
  readonly textBox: Box;
}

export const flowSize = {
  ...{ width: 1160, top: 132, left: 96, right: 110, bar: 16, tallest: 360, gap: 40, passGap: 34 },
  ...{ laneRow: 34, mostLane: 14, leastBand: 1, openBand: 2, laneStep: 20, text: 12 },
} as const;

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
  const order = orderOf(forward, columns, used.length);
  const scale = scaleOf(order, forward, back, owned);
  const widths: Widths = {
    band: ({ size, amount }) => (amount === null ? flowSize.openBand : Math.max(flowSize.leastBand, size * scale)),
    lane: (ribbon) => (ribbon === null ? laneOfGroup : Math.min(flowSize.mostLane, widths.band(ribbon))),
  };
  const columnX = (column: number): number =>
    flowSize.left +
    (used.length < 2
      ? 0
      : (column * (flowSize.width - flowSize.left - flowSize.right - flowSize.bar)) / (used.length - 1));
  const place = placedNodes(order, forward, back, owned, widths, columnX, input, used);
  const bands = bandsOf(order, forward, place, widths);
  const under =
    Math.max(
      flowSize.top + 40,
      ...place.nodes.map(({ y, height }) => y + height),
      ...bands.flatMap(({ middles, thickness }) => middles.map(({ y }) => y + thickness / 2)),
      ...place.stubs.map(({ textBox: { y, height } }) => y + height),
    ) + 30;
  const lanes = lanesOf(back, owned, place, columns, widths, under, input);
  const { labels, unlabelled } = placedLabels(bands, place, lanes);
  return {
    ...{ smaller, taken, scale, bands, lanes, labels, unlabelled },
    width: flowSize.width,
    height: under + lanes.length * flowSize.laneRow,
    columns: used.map((column, index) => ({
      title: column === 0 && !isMoney(input.unit) ? "WHO GIVES" : flowRoles[column]!.title,
      x: columnX(index),
    })),
    nodes: place.nodes,
    stubs: place.stubs,
  };
}

const laneOfGroup = 13;

interface Widths {
  readonly band: (ribbon: Ribbon) => number;
  readonly lane: (ribbon: Ribbon | null) => number;
}

/** Only columns that are used, beside those of labs also the ones in which is told what no claim says of them. */
function squeezed(
  given: ReadonlyMap<string, number>,
  tellsOtherSides: boolean,
  fundless: boolean,
): {
  columns: ReadonlyMap<string, number>;
  used: readonly number[];
} {
  const has = new Set(given.values());
  if (tellsOtherSides && has.has(labColumn)) has.add(labColumn + 1);
  if (tellsOtherSides && fundless) has.add(labColumn - 1);
  if (has.size === 1) has.add([...has][0]! === 0 ? 1 : 0);
  const used = [...has].sort((one, other) => one - other);
  return { used, columns: new Map([...given].map(([node, column]) => [node, used.indexOf(column)])) };
}

/** One scale for all ribbons: the fullest column is as tall as it may be. */
function scaleOf(
  { slots }: Order,
  forward: readonly Ribbon[],
  back: readonly Ribbon[],
  owned: readonly OwnershipLink[],
): number {
  const sum = (ribbons: readonly Ribbon[]): number => ribbons.reduce((all, { size }) => all + size, 0);
  const tallest = Math.max(
    ...slots.map((own) =>
      own.reduce((all, { node, passes }) => {
        if (passes !== null) return all + forward[passes]!.size;
        return (
          all + Math.max(sum(forward.filter(({ from }) => from === node)), sum(forward.filter(({ to }) => to === node)))
        );
      }, 0),
    ),
  );
  const widest = tallest > 0 ? tallest : sum(back);
  const room = Math.max(120, flowSize.tallest - 14 * (back.length + owned.length));
  return widest > 0 ? room / widest : 0;
}

interface Placed {
  readonly nodes: readonly FlowNode[];
  readonly stubs: readonly Stub[];
  readonly slotY: ReadonlyMap<Slot, number>;
  /** The middles of what leaves a node, and of what comes to it. */
  readonly out: ReadonlyMap<Ribbon | OwnershipLink, Point>;
  readonly into: ReadonlyMap<Ribbon | OwnershipLink, Point>;
}

/** Columns from the top, each in the middle of the tallest; what leaves and comes stacked at each node, what goes back below. */
function placedNodes(
  { slots, steps }: Order,
  forward: readonly Ribbon[],
  back: readonly Ribbon[],
  owned: readonly OwnershipLink[],
  widths: Widths,
  columnX: (column: number) => number,
  input: FlowsPictureInput,
  used: readonly number[],
): Placed {
  const place = new Map(slots.flatMap((own) => own.map((slot, index) => [slot, index] as const)));
  const columnOf = (node: string): number => slots.findIndex((own) => own.some((slot) => slot.node === node));
  const nodeOf = new Map(
    slots.flatMap((own) => own.flatMap((slot) => (slot.node === null ? [] : [[slot.node, slot] as const]))),
  );
  // At a node ribbons lie in the order of what they lead to.
  const outOf = (node: string): (Ribbon | OwnershipLink)[] => [
    ...steps
      .filter(({ from }) => from.node === node)
      .sort((one, other) => place.get(one.to)! - place.get(other.to)! || one.arc - other.arc)
      .map(({ arc }) => forward[arc]!),
    ...back.filter(({ from }) => from === node),
    ...owned.filter(({ from }) => from === node),
  ];
  const intoOf = (node: string): (Ribbon | OwnershipLink)[] => [
    ...steps
      .filter(({ to }) => to.node === node)
      .sort((one, other) => place.get(one.from)! - place.get(other.from)! || one.arc - other.arc)
      .map(({ arc }) => forward[arc]!),
    ...back.filter(({ to }) => to === node),
    ...owned.filter(({ to }) => to === node),
  ];
  const thick = (one: Ribbon | OwnershipLink): number =>
    "reason" in one ? widths.lane(null) : back.includes(one) ? widths.lane(one) + 4 : widths.band(one);
  const stack = (all: readonly (Ribbon | OwnershipLink)[]): number => all.reduce((sum, one) => sum + thick(one), 0);
  const told = new Map([...nodeOf.keys()].map((node) => [node, stubTexts(node, outOf(node), intoOf(node), input)]));
  const heightOf = ({ node, passes }: Slot): number =>
    passes !== null ? widths.band(forward[passes]!) : Math.max(6, stack(outOf(node!)), stack(intoOf(node!)));
  const roomOf = (slot: Slot): number => {
    const { passes, node } = slot;
    if (passes !== null) return heightOf(slot) + flowSize.passGap;
    const { right, left } = told.get(node!)!;
    const needed = Math.max(
      right === null ? 0 : stack(outOf(node!)) + 46,
      left === null ? 0 : stack(intoOf(node!)) + 46,
      heightOf(slot),
    );
    return needed + flowSize.gap;
  };
  const tall = slots.map((own) => own.reduce((sum, slot) => sum + roomOf(slot), 0));
  const tallest = Math.max(...tall);
  const slotY = new Map<Slot, number>();
  const nodes: FlowNode[] = [];
  const stubs: Stub[] = [];
  const between = (used.length < 2 ? flowSize.width / 2 : columnX(1) - columnX(0)) - flowSize.bar - 24;
  const out = new Map<Ribbon | OwnershipLink, Point>();
  const into = new Map<Ribbon | OwnershipLink, Point>();
  for (const [column, own] of slots.entries()) {
    let y: number = flowSize.top + (tallest - tall[column]!) / 2;
    const x = columnX(column);
    for (const slot of own) {
      slotY.set(slot, y);
      const { node } = slot;
      if (node !== null) {
        nodes.push(nodeBox(node, x, y, heightOf(slot), input, column, used.length));
        const stackAt = (
          all: readonly (Ribbon | OwnershipLink)[],
          at: number,
          ends: Map<Ribbon | OwnershipLink, Point>,
        ): number => {
          let top = y;
          for (const one of all) {
            ends.set(one, { x: at, y: top + thick(one) / 2 });
            top += thick(one);
          }
          return top;
        };
        const { right, left } = told.get(node)!;
        const below = [stackAt(outOf(node), x + flowSize.bar, out), stackAt(intoOf(node), x, into)] as const;
        // Lanes go down beside the bar: words begin after them.
        const lanes = [...back, ...owned].filter(({ from }) => columnOf(from) === column).length;
        const beside = x + flowSize.bar + (lanes === 0 ? 0 : 24 + lanes * flowSize.laneStep);
        if (right !== null) stubs.push(stub(right, { x: beside, y: below[0] + 8 }, 1, between - (beside - x)));
        if (left !== null) stubs.push(stub(left, { x, y: below[1] + 8 }, -1, between));
      }
      y += roomOf(slot);
    }
  }
  return { nodes, stubs, slotY, out, into };
}

function nodeBox(
  key: string,
  x: number,
  y: number,
  height: number,
  { nameOf }: FlowsPictureInput,
  column: number,
  count: number,
): FlowNode {
  const name =
    key === nobodyPays ? "who pays: no claim" : key === nobodyGets ? "who is paid: no claim" : nameOf(key as PartyId);
  const width = Math.min(190, textWidth(name, flowSize.text + 1) + 6);
  // In the outer columns names lie inwards, so that none is cut.
  const at = column === 0 ? x : column === count - 1 ? x + flowSize.bar - width : x + flowSize.bar / 2 - width / 2;
  return { key, name, x, y, width: flowSize.bar, height, nameBox: { x: at, y: y - 21, width, height: 17 } };
}

/** What is known of a lab's other side: nothing in this corpus, or so many deals that are not drawn. */
function stubTexts(
  node: string,
  out: readonly object[],
  into: readonly object[],
  { homeOf, elsewhere, nameOf, unit }: FlowsPictureInput,
): { readonly right: string | null; readonly left: string | null } {
  if (node === nobodyPays || node === nobodyGets || homeOf(node as PartyId) !== labColumn || unit !== "USD")
    return { right: null, left: null };
  const party = node as PartyId;
  const told = (count: number): string =>
    count === 0 ? "no claim in this corpus" : `${count === 1 ? "1 deal" : `${count} deals`}, not drawn`;
  const name = nameOf(party);
  return {
    right: `${out.length > 0 ? "More from" : "From"} ${name}: ${told(elsewhere.pays(party))}`,
    left: into.length > 0 ? null : `To ${name}: ${told(elsewhere.gets(party))}`,
  };
}

/** Its words lie between two columns, in as many lines as they need there. */
function stub(text: string, at: Point, direction: 1 | -1, room: number): Stub {
  const lines = brokenText(text, room, flowSize.text);
  const width = Math.max(...lines.map((line) => textWidth(line, flowSize.text)));
  return {
    lines,
    from: at,
    to: { x: at.x + direction * Math.min(210, room), y: at.y },
    textBox: {
      ...{ x: direction > 0 ? at.x + 8 : at.x - 8 - width, y: at.y + 3 },
      ...{ width, height: 4 + lines.length * stubLine },
    },
  };
}

/** From one line of such words to the next. */
export const stubLine = 14;

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

/** Labels on their bands where there is room, those of wide bands first: none on a company, a word or another label. */
function placedLabels(
  bands: readonly Band[],
  { nodes, stubs }: Placed,
  lanes: readonly Lane[],
): { readonly labels: readonly FlowLabel[]; readonly unlabelled: number } {
  const taken: Box[] = [
    ...nodes,
    ...nodes.map(({ nameBox }) => nameBox),
    ...stubs.map(({ textBox }) => textBox),
    ...lanes.flatMap(({ from, to, right, left, under, thickness }) => [
      { x: right - thickness / 2, y: from.y, width: thickness, height: under - from.y },
      { x: left - thickness / 2, y: to.y, width: thickness, height: under - to.y },
    ]),
  ];
  const labels: FlowLabel[] = [];
  for (const band of [...bands].sort((one, other) => other.thickness - one.thickness)) {
    const { ribbon } = band;
    const text = labelText(ribbon);
    const [width, height] = [textWidth(text, flowSize.text) + 30, flowSize.text + 8];
    for (const t of [0.04, 0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]) {
      const start = along(band, t);
      if (start.x + width > band.middles.at(-1)!.x - 14) continue;
      const middle = along(band, t + width / 2 / (band.middles.at(-1)!.x - band.middles[0]!.x));
      const box = { x: start.x + 8, y: middle.y - height / 2, width, height };
      if (taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      labels.push({ ...box, ribbon, text });
      break;
    }
  }
  return { labels, unlabelled: bands.length - labels.length };
}

/** "invests ≥ $10bn [A1] ≠ C1". */
export function labelText({ label, taken, differs, circles }: Ribbon): string {
  return [
    label,
    taken.length > 0 ? `[${taken.map((number) => `A${number}`).join(" ")}]` : "",
    differs ? "≠" : "",
    circles.length === 0 ? "" : circleNames(circles),
  ]
    .filter(Boolean)
    .join(" ");
}

export function circleNames(circles: readonly number[]): string {
  const named = circles.slice(0, 3).map((number) => `C${number}`);
  return circles.length > 3 ? `${named.join(" ")} +${circles.length - 3}` : named.join(" ");
}

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
  // Its x is 3·½·(s − s²) + … of one parameter: searched to a thousandth.
  let [low, high] = [0, 1];
  for (let round = 0; round < 12; round++) {
    const s = (low + high) / 2;
    const at = 1.5 * s * (1 - s) ** 2 + 1.5 * s ** 2 * (1 - s) + s ** 3;
    if (at < wanted) low = s;
    else high = s;
  }
  const s = (low + high) / 2;
  const rise = 3 * s ** 2 * (1 - s) + s ** 3;
  return from.y + (to.y - from.y) * rise;
}
