/**
 * In which column does each company stand, and in which order in it?
 *
 * Labs stand in the column of labs. All others stand among who gives money or in the column of their kind, wherever fewer dollars go back: single moves are
 * made as long as one lowers that sum (not always the least of all). Within columns the order of means is taken that crosses least of twelve rounds; companies
 * that the reader put into an order keep it.
 */

import { labColumn } from "../flow-roles.ts";
import { nobodyGets, nobodyPays } from "./flows-ribbons.ts";

/** What joins two nodes; a link without an amount weighs next to nothing. */
export interface Arc {
  readonly from: string;
  readonly to: string;
  readonly size: number;
}

/** The column of each node. */
export function columnsOf(
  arcs: readonly Arc[],
  homeOf: (node: string) => number,
  lastColumn: number,
): ReadonlyMap<string, number> {
  const nodes = [...new Set(arcs.flatMap(({ from, to }) => [from, to]))].sort();
  const columns = new Map<string, number>();
  for (const node of nodes)
    columns.set(node, node === nobodyGets ? lastColumn : node === nobodyPays ? 0 : homeOf(node));
  const movable = nodes.filter((node) => node !== nobodyGets && node !== nobodyPays && homeOf(node) > labColumn);
  // Who only gives begins on the left.
  for (const node of movable) if (!arcs.some(({ to }) => to === node)) columns.set(node, 0);
  const back = (node: string): number =>
    arcs.reduce(
      (sum, { from, to, size }) =>
        (from === node || to === node) && columns.get(from)! >= columns.get(to)! ? sum + Math.max(1, size) : sum,
      0,
    );
  for (let moved = true; moved; ) {
    moved = false;
    for (const node of movable) {
      const [now, other] = columns.get(node) === 0 ? [0, homeOf(node)] : [homeOf(node), 0];
      const before = back(node);
      columns.set(node, other);
      if (back(node) < before) moved = true;
      else columns.set(node, now);
    }
  }
  return columns;
}

/** A company in its column, or a place that a ribbon over several columns passes. */
export interface Slot {
  readonly node: string | null;
  /** The ribbon that passes; null for a company. */
  readonly passes: number | null;
}

/** One step of a ribbon from a column to the next. */
export interface Step {
  readonly arc: number;
  readonly column: number;
  readonly from: Slot;
  readonly to: Slot;
}

export interface Order {
  /** From the top down, each column. */
  readonly slots: readonly (readonly Slot[])[];
  readonly steps: readonly Step[];
}

/** Slots and steps of the arcs that go to the right, with few crossings; companies of `own` in that order from the top. */
export function orderOf(
  arcs: readonly Arc[],
  columns: ReadonlyMap<string, number>,
  count: number,
  own: readonly string[] = [],
): Order {
  const companies = new Map([...columns.keys()].sort().map((node) => [node, { node, passes: null }]));
  const slots: Slot[][] = Array.from({ length: count }, () => []);
  for (const [node, slot] of companies) slots[columns.get(node)!]!.push(slot);
  const rank = new Map(own.map((node, index) => [node, index]));
  for (const column of slots) keepOrder(column, rank);
  const steps: Step[] = [];
  for (const [arc, { from, to }] of arcs.entries()) {
    const [first, last] = [columns.get(from)!, columns.get(to)!];
    let before: Slot = companies.get(from)!;
    for (let column = first; column < last; column++) {
      const slot: Slot = column + 1 === last ? companies.get(to)! : { node: null, passes: arc };
      if (slot.passes !== null) slots[column + 1]!.push(slot);
      steps.push({ arc, column, from: before, to: slot });
      before = slot;
    }
  }
  let best = slots.map((own) => [...own]);
  let fewest = crossings(best, steps);
  for (let round = 0; round < rounds && fewest > 0; round++) {
    sortByMeans(slots, steps, round % 2 === 0, rank);
    const now = crossings(slots, steps);
    if (now < fewest) {
      fewest = now;
      best = slots.map((own) => [...own]);
    }
  }
  return { slots: best, steps };
}

/** After so many rounds only ties move. */
const rounds = 12;

/** Each column in the order of the mean place of what it is joined to: before it, then after it. */
function sortByMeans(
  slots: Slot[][],
  steps: readonly Step[],
  forward: boolean,
  rank: ReadonlyMap<string, number>,
): void {
  const place = placesOf(slots);
  for (const own of forward ? slots : [...slots].reverse()) {
    const mean = new Map(
      own.map((slot) => {
        const beside = steps.flatMap(({ from, to }) =>
          forward ? (to === slot ? [from] : []) : from === slot ? [to] : [],
        );
        const sum = beside.reduce((all, other) => all + place.get(other)!, 0);
        return [slot, beside.length === 0 ? place.get(slot)! : sum / beside.length];
      }),
    );
    own.sort((one, other) => mean.get(one)! - mean.get(other)!);
    keepOrder(own, rank);
    for (const [index, slot] of own.entries()) place.set(slot, (index + 0.5) / own.length);
  }
}

/** The places of ranked companies go to them in the order of their ranks; all else stays. */
function keepOrder(own: Slot[], rank: ReadonlyMap<string, number>): void {
  const rankOf = ({ node }: Slot): number | undefined => (node === null ? undefined : rank.get(node));
  const ranked = own.filter((slot) => rankOf(slot) !== undefined).sort((one, other) => rankOf(one)! - rankOf(other)!);
  let next = 0;
  for (const [index, slot] of own.entries()) if (rankOf(slot) !== undefined) own[index] = ranked[next++]!;
}

/** The place of each slot in its column, from 0 to 1. */
function placesOf(slots: readonly (readonly Slot[])[]): Map<Slot, number> {
  return new Map(slots.flatMap((own) => own.map((slot, index) => [slot, (index + 0.5) / own.length] as const)));
}

export function crossings(slots: readonly (readonly Slot[])[], steps: readonly Step[]): number {
  const place = placesOf(slots);
  let count = 0;
  for (const [index, one] of steps.entries())
    for (const other of steps.slice(index + 1)) {
      if (one.column !== other.column) continue;
      const before = place.get(one.from)! - place.get(other.from)!;
      const after = place.get(one.to)! - place.get(other.to)!;
      if (before * after < 0) count++;
    }
  return count;
}
