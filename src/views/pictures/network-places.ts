/**
 * Where does each company stand? In the column of what it is; in a column as high as those that it is linked to, on average, so that arcs are short and cross little.
 * Beyond as many companies as a page holds, a column is broken into several that stand close together.
 */

import type { PartyId } from "../../model/id.ts";
import type { Point } from "./drawing.ts";

export type Shape = "box" | "circle" | "hexagon" | "triangle";

export const columns: readonly { readonly title: string; readonly kinds: readonly string[]; readonly shape: Shape }[] =
  [
    {
      title: "CAPITAL",
      kinds: ["investor", "bank", "sovereign-fund", "government", "enterprise", "energy"],
      shape: "triangle",
    },
    { title: "CLOUDS", kinds: ["cloud", "neocloud", "datacenter", "server-maker"], shape: "box" },
    { title: "MODEL LABS", kinds: ["lab"], shape: "circle" },
    { title: "CHIPS", kinds: ["chipmaker", "foundry", "memory"], shape: "hexagon" },
  ];
const otherColumn = 0;

export const size = { column: 300, row: 118, top: 120, left: 110, radius: 40, labelText: 12, mostLabels: 40 } as const;
export const boxHalf = { x: 52, y: 22 } as const;

/** Companies that have places of their own in a picture of one page. */
export const pageCompanies = 60;

/** Parts of a broken column stand this far apart: room for a box and a head. */
const partStep = 160;

/** A broken layout is this much wider than high, as screens are. */
const wideness = 1.35;

export interface Place {
  readonly party: PartyId;
  readonly shape: Shape;
  readonly centre: Point;
}

export interface Places {
  readonly places: readonly Place[];
  /** What stands above each column. */
  readonly heads: readonly { readonly title: string; readonly x: number; readonly parties: readonly PartyId[] }[];
  readonly width: number;
  readonly height: number;
}

/** The id of what stands for companies that are folded: no party's own has a colon. */
export function foldId(role: string): PartyId {
  return `more:${role}` as PartyId;
}

export function isFold(party: string): boolean {
  return party.startsWith("more:");
}

/** The column in which a kind stands; null for one that has none of its own. */
export function columnOf(kind: string | null | undefined): number | null {
  const found = columns.findIndex(({ kinds }) => kinds.includes(kind ?? ""));
  return found < 0 ? null : found;
}

/** Gives every company that is linked its place. */
export function placesOf(
  everLinked: readonly (readonly [PartyId, PartyId])[],
  kindOf: (party: PartyId) => string | null,
): Places {
  const beside = besideOf(everLinked);
  const filled: PartyId[][] = columns.map(() => []);
  for (const party of [...beside.keys()].sort()) filled[columnOf(kindOf(party)) ?? otherColumn]!.push(party);
  const height = orderColumns(filled, beside);
  const isBroken = beside.size > pageCompanies;
  const layout = isBroken ? brokenColumns(filled) : wholeColumns(filled, height);
  const shapeOf = (party: PartyId): Shape => {
    const column = columnOf(kindOf(party));
    return column === null ? "box" : columns[column]!.shape;
  };
  return {
    places: filled.flatMap((own, column) =>
      own.map((party, index) => ({ party, shape: shapeOf(party), centre: layout.centre(column, index) })),
    ),
    heads: columns.map(({ title }, column) => ({ title, x: layout.headX(column), parties: filled[column]! })),
    width: layout.width,
    height: layout.height,
  };
}

function besideOf(everLinked: readonly (readonly [PartyId, PartyId])[]): Map<PartyId, PartyId[]> {
  const beside = new Map<PartyId, PartyId[]>();
  const put = (party: PartyId, other: PartyId): void => {
    const own = beside.get(party);
    if (own) own.push(other);
    else beside.set(party, [other]);
  };
  for (const [one, other] of everLinked) {
    put(one, other);
    put(other, one);
  }
  return beside;
}

/** Rounds of ordering by means: after a few nothing moves but ties. */
const orderings = 12;

/** Sorts the columns in place; how high each company stands, in rows. */
function orderColumns(filled: PartyId[][], beside: ReadonlyMap<PartyId, readonly PartyId[]>): Map<PartyId, number> {
  const rows = Math.max(1, ...filled.map(({ length }) => length));
  const height = new Map<PartyId, number>();
  // Columns share the height: a short one is spread over it.
  const spread = (): void => {
    for (const own of filled)
      for (const [row, party] of own.entries()) height.set(party, ((row + 0.5) * rows) / own.length);
  };
  spread();
  for (let round = 0; round < orderings; round++)
    for (const own of filled) {
      const mean = new Map(
        own.map((party) => {
          const others = beside.get(party)!;
          return [party, others.reduce((sum, other) => sum + height.get(other)!, 0) / others.length];
        }),
      );
      own.sort((one, other) => mean.get(one)! - mean.get(other)! || (one < other ? -1 : 1));
      spread();
    }
  return height;
}

interface Layout {
  readonly width: number;
  readonly height: number;
  readonly centre: (column: number, index: number) => Point;
  readonly headX: (column: number) => number;
}

function wholeColumns(filled: readonly (readonly PartyId[])[], height: ReadonlyMap<PartyId, number>): Layout {
  const rows = Math.max(1, ...filled.map(({ length }) => length));
  const x = (column: number): number => size.left + column * size.column;
  return {
    width: x(columns.length - 1) + size.left,
    height: size.top + rows * size.row,
    centre: (column, index) => ({
      x: x(column),
      y: size.top + height.get(filled[column]![index]!)! * size.row,
    }),
    headX: x,
  };
}

/** Each column in as many parts as keep the page wider than high; companies go from part to part, so that each stays about as high as it stood. */
function brokenColumns(filled: readonly (readonly PartyId[])[]): Layout {
  const partsOf = (own: readonly PartyId[], rows: number): number => Math.max(1, Math.ceil(own.length / rows));
  const widthOf = (rows: number): number =>
    size.left * 2 +
    (columns.length - 1) * size.column +
    filled.reduce((sum, own) => sum + (partsOf(own, rows) - 1) * partStep, 0);
  const heightOf = (rows: number): number => size.top + (rows + 0.5) * size.row;
  let rows = 1;
  while (widthOf(rows) > wideness * heightOf(rows)) rows++;
  const parts = filled.map((own) => partsOf(own, rows));
  const starts: number[] = [];
  for (let column = 0, x: number = size.left; column < filled.length; column++) {
    starts.push(x);
    x += (parts[column]! - 1) * partStep + size.column;
  }
  return {
    width: widthOf(rows),
    height: heightOf(rows),
    centre: (column, index) => {
      const [part, row] = [index % parts[column]!, Math.floor(index / parts[column]!)];
      const own = Math.ceil(filled[column]!.length / parts[column]!);
      // Every second part stands half a row lower: arcs along a row pass between companies.
      const y = ((row + 0.5) * rows) / own + (part % 2) * 0.5;
      return { x: starts[column]! + part * partStep, y: size.top + y * size.row };
    },
    headX: (column) => starts[column]! + ((parts[column]! - 1) * partStep) / 2,
  };
}
