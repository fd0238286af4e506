/** Where everything of the network picture lies: companies at places that no date moves, arcs from giver to receiver, labels where there is room. */

import { rungOf } from "../../deals/firmness.ts";
import type { Status } from "../../model/claim.ts";
import type { ClaimId, DealId, PartyId } from "../../model/id.ts";
import type { Party } from "../../model/party.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import type { Circle } from "../circles.ts";
import { added } from "../flow-rows.ts";
import type { Layer, NetworkLink } from "../network-rows.ts";
import { along, type Box, bowed, type Curve, clipped, overlaps, type Point, textWidth } from "./drawing.ts";

export interface NetworkPictureInput {
  readonly links: readonly NetworkLink[];
  readonly circles: readonly Circle[];
  /** All pairs of companies that the book ever links: they keep their places, whatever is shown. */
  readonly everLinked: readonly (readonly [PartyId, PartyId])[];
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly nameOf: (party: PartyId) => string;
  /** Arcs that stood on the day with which it is compared: they are drawn faint. */
  readonly before?: ReadonlySet<string>;
  /** What it measures, its days and filters, in words. */
  readonly subtitle: string;
  /** Documents and claims that it rests on, its dates and hash. */
  readonly sources: readonly string[];
}

/** Where everything lies: what is drawn is drawn from this, and tests measure it. */
export interface NetworkDrawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly arcs: readonly DrawnArc[];
  readonly labels: readonly DrawnLabel[];
  /** Arcs that have no room for a label. */
  readonly unlabelled: number;
  /** Links that are not drawn, by reason. */
  readonly notDrawn: ReadonlyMap<string, number>;
}

export type Shape = "box" | "circle" | "hexagon" | "triangle";

export interface DrawnNode {
  readonly party: PartyId;
  readonly name: string;
  readonly shape: Shape;
  readonly centre: Point;
}

export interface DrawnArc {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly layer: Layer;
  readonly status: Status;
  readonly amount: Ends | null;
  readonly stroke: number;
  readonly curve: Curve;
  readonly deals: readonly DealId[];
  readonly claims: readonly ClaimId[];
  /** Number of the first circle that it is part of. */
  readonly circle: number | null;
  readonly label: string;
  readonly differs: boolean;
}

/** What tells an arc from another, and from itself on another day. */
export function arcKey({
  from,
  to,
  layer,
  status,
  label,
}: Pick<DrawnArc, "from" | "to" | "layer" | "status" | "label">): string {
  return `${from} ${to} ${layer} ${status} ${label}`;
}

/** The arcs of links, before they have places. */
export function arcsOf(links: readonly NetworkLink[]): readonly Omit<DrawnArc, "curve" | "stroke" | "circle">[] {
  return arcGroups(links).groups;
}

export interface DrawnLabel extends Box {
  readonly arc: DrawnArc;
  readonly text: string;
}

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

/** Lays the picture out. */
export function networkDrawing({ links, circles, everLinked, parties, nameOf }: NetworkPictureInput): NetworkDrawing {
  const { nodes, rows } = placedNodes(everLinked, parties, nameOf);
  const shown = new Map(nodes.map((node) => [node.party, node]));
  const { groups, notDrawn } = arcGroups(links);
  const used = new Set(groups.flatMap(({ from, to }) => [from, to]));
  const circleOf = circleNumbers(circles);
  const bows = bowsOf(groups);
  const arcs = groups.flatMap((group, index): DrawnArc[] => {
    const [from, to] = [shown.get(group.from), shown.get(group.to)];
    if (!from || !to) return [];
    const curve = clipped(bowed(from.centre, to.centre, bows[index]!), insideOf(from), insideOf(to));
    return [{ ...group, curve, circle: circleOf(group), stroke: strokeOf(group) }];
  });
  const drawn = nodes.filter(({ party }) => used.has(party));
  const labels = placedLabels(arcs, drawn);
  return {
    width: size.left * 2 + size.column * (columns.length - 1),
    height: size.top + rows * size.row,
    nodes: drawn,
    arcs,
    labels,
    unlabelled: arcs.length - labels.length,
    notDrawn,
  };
}

export function columnX(column: number): number {
  return size.left + column * size.column;
}

/** Each company in the column of its kind; in a column each stands as high as those that it is linked to, on average, so that arcs are short and cross little. */
function placedNodes(
  everLinked: readonly (readonly [PartyId, PartyId])[],
  parties: ReadonlyMap<PartyId, Party>,
  nameOf: (party: PartyId) => string,
): { readonly nodes: DrawnNode[]; readonly rows: number } {
  const beside = new Map<PartyId, PartyId[]>();
  for (const [one, other] of everLinked)
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      beside.set(from, [...(beside.get(from) ?? []), to]);
  const columnOf = (party: PartyId): number => {
    const found = columns.findIndex(({ kinds }) => kinds.includes(parties.get(party)?.kind ?? ""));
    return found < 0 ? otherColumn : found;
  };
  const filled: PartyId[][] = columns.map(() => []);
  for (const party of [...beside.keys()].sort()) filled[columnOf(party)]!.push(party);
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
  const nodes = filled.flatMap((own, column) =>
    own.map((party): DrawnNode => {
      const known = columns[column]!.kinds.includes(parties.get(party)?.kind ?? "");
      const centre = { x: columnX(column), y: size.top + height.get(party)! * size.row };
      return { party, name: nameOf(party), shape: known ? columns[column]!.shape : "box", centre };
    }),
  );
  return { nodes, rows };
}

/** Rounds of ordering by means: after a few nothing moves but ties. */
const orderings = 12;

type Group = Omit<DrawnArc, "curve" | "stroke" | "circle">;

/** One arc for each pair, layer and status. What comes back for money without an amount is told, not drawn: it would double every arc. */
function arcGroups(links: readonly NetworkLink[]): { groups: Group[]; notDrawn: Map<string, number> } {
  const notDrawn = new Map<string, number>();
  const leave = (reason: string): void => void notDrawn.set(reason, (notDrawn.get(reason) ?? 0) + 1);
  const found = new Map<string, { links: NetworkLink[] }>();
  for (const link of links) {
    if (link.from === null || link.to === null) leave("one side is not named");
    else if (link.amount === null && isReturn(link)) leave("what is given for money has no amount");
    else {
      const key = `${link.from} ${link.to} ${link.layer} ${link.status}`;
      const group = found.get(key);
      if (group) group.links.push(link);
      else found.set(key, { links: [link] });
    }
  }
  const groups = [...found.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { links: own }]): Group => {
      const [first] = own;
      const told = own.flatMap(({ amount, commodity }) => (amount && commodity === first!.commodity ? amount : []));
      const amount = told.length === 0 ? null : told.reduce(added);
      const claims = [...new Set(own.flatMap(({ deal }) => deal.claims))];
      const deals = [...new Set(own.map(({ deal }) => deal.id))];
      const differs = own.some(({ deal }) =>
        deal.fields.some(({ name, disagreement }) => name.startsWith("amount ") && disagreement !== null),
      );
      const { from, to, layer, status } = first!;
      return { from: from!, to: to!, layer, status, amount, deals, claims, differs, label: labelOf(first!, amount) };
    });
  return { groups, notDrawn };
}

/** The leg that answers the one for which a deal is made. */
function isReturn({ deal, from, layer }: NetworkLink): boolean {
  if (layer === "owns" || layer === "rights" || layer === "leans" || deal.kind === "chip-adoption") return false;
  return layer !== "money" && deal.legs.some((leg) => leg.commodity === "USD") && from !== deal.from;
}

function labelOf({ layer, commodity, text, deal }: NetworkLink, amount: Ends | null): string {
  if (layer === "owns") return `owns ${text}`;
  if (layer === "rights") return text;
  if (layer === "leans") return "leans on";
  const what =
    layer === "chips"
      ? (deal.chip ?? "chips")
      : deal.kind === "investment"
        ? "invests"
        : deal.kind === "financing"
          ? "lends"
          : "";
  const figure = amount === null || commodity === null ? "no amount" : endsText(commodity, amount);
  return [what, figure].filter(Boolean).join(" ");
}

/** Circles count for the arcs of money between their companies. */
function circleNumbers(circles: readonly Circle[]): (group: Group) => number | null {
  const numbers = new Map<string, number>();
  for (const [index, circle] of circles.entries())
    for (const { from, to, deals } of circle.links)
      for (const { deal } of deals) {
        const key = `${from} ${to} ${deal.id}`;
        if (!numbers.has(key)) numbers.set(key, index + 1);
      }
  return ({ from, to, layer, deals }) =>
    layer !== "money"
      ? null
      : (deals.map((deal) => numbers.get(`${from} ${to} ${deal}`)).find((number) => number !== undefined) ?? null);
}

/** How far each arc bows: those of one pair lie side by side, and both ways bow apart. */
function bowsOf(groups: readonly Group[]): number[] {
  const places = new Map<string, number>();
  return groups.map(({ from, to }) => {
    const key = `${from} ${to}`;
    const place = places.get(key) ?? 0;
    places.set(key, place + 1);
    return 22 + place * 26;
  });
}

function strokeOf({ layer, amount }: Group): number {
  if (layer === "owns") return 4;
  if (layer !== "money" || amount === null) return 2;
  const dollars = (amount.low > 0 ? amount.low : (amount.high ?? 0)) / 1e11;
  return Math.min(18, 1.5 + 1.35 * Math.sqrt(dollars));
}

/** Whether a place is inside a node, with a little air around it. */
export function insideOf({ centre, shape }: DrawnNode): (place: Point) => boolean {
  const air = 3;
  return ({ x, y }) => {
    const [dx, dy] = [Math.abs(x - centre.x), Math.abs(y - centre.y)];
    if (shape === "circle") return Math.hypot(dx, dy) <= size.radius + air;
    if (shape === "hexagon") return dx <= size.radius + air && dy <= size.radius * 0.62 + air;
    return dx <= boxHalf.x + air && dy <= boxHalf.y + air;
  };
}

export const boxHalf = { x: 52, y: 22 } as const;

/** Labels where there is room, those of much money first: none on a company, none on another. */
function placedLabels(arcs: readonly DrawnArc[], nodes: readonly DrawnNode[]): DrawnLabel[] {
  const taken: Box[] = nodes.map(({ centre }) => ({ x: centre.x - 54, y: centre.y - 42, width: 108, height: 84 }));
  const order = [...arcs].sort((one, other) => other.stroke - one.stroke || rungOf(other.status) - rungOf(one.status));
  const labels: DrawnLabel[] = [];
  for (const arc of order) {
    if (labels.length >= size.mostLabels) break;
    const text = `${arc.label}${arc.differs ? " ≠" : ""}`;
    const [width, height] = [textWidth(text, size.labelText) + 26, size.labelText + 7];
    for (const t of [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73]) {
      const { x, y } = along(arc.curve, t);
      const box = { x: x - width / 2, y: y - height / 2, width, height };
      if (box.x < 2 || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      labels.push({ ...box, arc, text });
      break;
    }
  }
  return labels;
}
