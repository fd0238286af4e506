/** Where does each company of the picture of flows lie, with what leaves it and comes to it stacked at its bar, and at which scale? */

import type { PartyId } from "../../model/id.ts";
import { labColumn } from "../flow-roles.ts";
import { type Box, type Point, textWidth } from "./drawing.ts";
import type { Order, Slot } from "./flows-order.ts";
import { type FlowsPictureInput, nobodyGets, nobodyPays, type OwnershipLink, type Ribbon } from "./flows-ribbons.ts";
import type { Untold } from "./flows-stubs.ts";

export const flowSize = {
  ...{ width: 1160, top: 132, left: 96, right: 110, bar: 16, tallest: 360, gap: 40, passGap: 34 },
  ...{ laneRow: 34, mostLane: 14, leastBand: 1, openBand: 2, laneStep: 20, text: 12 },
} as const;

export interface FlowNode extends Box {
  readonly key: string;
  readonly name: string;
  readonly nameBox: Box;
}

/** How wide a lane along a group is. */
export const laneOfGroup = 13;

export interface Widths {
  readonly band: (ribbon: Ribbon) => number;
  readonly lane: (ribbon: Ribbon | null) => number;
  /** How much is left under a company for words. */
  readonly words: (node: string) => number;
}

/** Only columns that are used, beside those of labs also the ones in which is told what no claim says of them. */
export function squeezed(
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
export function scaleOf(
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

export interface Placed {
  readonly nodes: readonly FlowNode[];
  /** What is to be told of other sides. */
  readonly untold: readonly Untold[];
  readonly slotY: ReadonlyMap<Slot, number>;
  /** The middles of what leaves a node, and of what comes to it. */
  readonly out: ReadonlyMap<Ribbon | OwnershipLink, Point>;
  readonly into: ReadonlyMap<Ribbon | OwnershipLink, Point>;
}

/** Columns from the top, each in the middle of the tallest; what leaves and comes stacked at each node, what goes back below. */
export function placedNodes(
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
      right === null ? 0 : stack(outOf(node!)) + widths.words(node!),
      left === null ? 0 : stack(intoOf(node!)) + widths.words(node!),
      heightOf(slot),
    );
    return needed + flowSize.gap;
  };
  const tall = slots.map((own) => own.reduce((sum, slot) => sum + roomOf(slot), 0));
  const tallest = Math.max(...tall);
  const slotY = new Map<Slot, number>();
  const nodes: FlowNode[] = [];
  const untold: Untold[] = [];
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
        const bar = nodes.at(-1)!;
        if (right !== null) untold.push({ node, text: right, side: 1, bar, below: below[0] });
        if (left !== null) untold.push({ node, text: left, side: -1, bar, below: below[1] });
      }
      y += roomOf(slot);
    }
  }
  return { nodes, untold, slotY, out, into };
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
