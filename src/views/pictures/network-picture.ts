/**
 * The network as a picture: companies in columns by what they are, each at a place that no date moves; arcs from giver to receiver.
 *
 * Hue is what moves, line how firm, width how much money (1.5 + 1.35·√bn, 18 at the most; other units and what is not stated thin), a yellow halo a circle, ≠ that sources differ.
 * Arcs of one pair, layer and status are one. The same data are the same bytes. Colours and forms: the design's, tested for colour-blind readers.
 */

import { rungOf } from "../../deals/firmness.ts";
import type { Status } from "../../model/claim.ts";
import type { ClaimId, DealId, PartyId } from "../../model/id.ts";
import type { Party } from "../../model/party.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import type { Circle } from "../circles.ts";
import { added } from "../flow-rows.ts";
import type { Layer, NetworkLink } from "../network-rows.ts";
import {
  along,
  type Box,
  bowed,
  type Curve,
  clipped,
  head,
  overlaps,
  type Point,
  points,
  px,
  textWidth,
  xmlText,
} from "./drawing.ts";

export interface NetworkPictureInput {
  readonly links: readonly NetworkLink[];
  readonly circles: readonly Circle[];
  /** All pairs of companies that the book ever links: they keep their places, whatever is shown. */
  readonly everLinked: readonly (readonly [PartyId, PartyId])[];
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly nameOf: (party: PartyId) => string;
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

export interface DrawnLabel extends Box {
  readonly arc: DrawnArc;
  readonly text: string;
}

const columns: readonly { readonly title: string; readonly kinds: readonly string[]; readonly shape: Shape }[] = [
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

const size = { column: 300, row: 118, top: 120, left: 110, radius: 40, labelText: 12, mostLabels: 40 } as const;

export const hues: Readonly<Record<Layer, string>> = {
  money: "#098be5",
  compute: "#bd6900",
  chips: "#194f3e",
  shares: "#6e056f",
  owns: "#6e056f",
  debt: "#838385",
  rights: "#838385",
  leans: "#838385",
};

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

function columnX(column: number): number {
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

const boxHalf = { x: 52, y: 22 } as const;

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

// ── what is drawn ────────────────────────────────────────────────────────────────────────────────────────────────

const ink = "#1b1f24";
const muted = "#59636e";
const ground = "#ffffff";
const font = `font-family="Inter, 'Helvetica Neue', Arial, 'Open Sans', sans-serif"`;

/** The whole picture as SVG: title, subtitle, picture, legend, what is not drawn, sources. */
export function networkPicture(input: NetworkPictureInput): string {
  const drawing = networkDrawing(input);
  const title = titleOf(input.circles);
  const { width } = drawing;
  const legend = legendOf(drawing, width);
  const foot = footLines(drawing, input, width);
  const height = drawing.height + legend.height + foot.length * 17 + 18;
  const arcs = [...drawing.arcs].sort((one, other) => other.stroke - one.stroke);
  const body = [
    `<rect width="${px(width)}" height="${px(height)}" fill="${ground}"/>`,
    `<text x="24" y="34" font-size="20" font-weight="700" fill="${ink}">${xmlText(title)}</text>`,
    `<text x="24" y="56" font-size="13" fill="${muted}">${xmlText(input.subtitle)}</text>`,
    ...columns.flatMap(({ title: name }, column) =>
      drawing.nodes.some(({ centre }) => centre.x === columnX(column))
        ? [
            `<text x="${px(columnX(column))}" y="92" font-size="11" letter-spacing="1" text-anchor="middle" fill="${muted}">${name}</text>`,
          ]
        : [],
    ),
    ...arcs.flatMap(({ circle, curve, stroke }) =>
      circle === null
        ? []
        : [`<path d="${pathOf(curve)}" fill="none" stroke="#ffd866" stroke-width="${px(stroke + 9)}"/>`],
    ),
    ...arcs.map((arc) => arcMark(arc, input.nameOf)),
    ...drawing.nodes.map(nodeMark),
    ...drawing.labels.map(labelMark),
    ...legend.marks.map((mark) => `<g transform="translate(24 ${px(drawing.height + 14)})">${mark}</g>`),
    ...foot.map(
      (line, index) =>
        `<text x="24" y="${px(drawing.height + legend.height + 20 + index * 17)}" font-size="12" fill="${muted}">${xmlText(line)}</text>`,
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" aria-label="${xmlText(altOf(drawing, input, title))}" ${font}>${body.join("")}</svg>\n`;
}

/** The finding, with the verb of its weakest status. */
function titleOf(circles: readonly Circle[]): string {
  const [first] = circles;
  if (first === undefined) return "Who gives whom what: no circle closes";
  const weakest = circles.reduce((one, other) => (rungOf(other.status) < rungOf(one.status) ? other : one)).status;
  const verbs: Partial<Record<Status, string>> = {
    talks: "is still talks",
    announced: "is announced, not signed",
    signed: "is signed",
    completed: "is completed",
  };
  return circles.length === 1
    ? `One circle of money; its weakest link ${verbs[weakest]}`
    : `${circles.length} circles of money; the weakest link of them ${verbs[weakest]}`;
}

function altOf({ nodes, arcs }: NetworkDrawing, { subtitle }: NetworkPictureInput, title: string): string {
  const largest = [...arcs].filter(({ layer }) => layer === "money").sort((one, other) => other.stroke - one.stroke)[0];
  const most = largest === undefined ? "" : ` The largest link: ${largest.label}.`;
  return `Network of ${nodes.length} companies and ${arcs.length} links. ${title}. ${subtitle}.${most}`;
}

const verbs: Readonly<Record<string, string>> = {
  talks: "would give",
  announced: "has said it will give",
  signed: "must give",
  completed: "gave",
};

function arcMark(arc: DrawnArc, nameOf: (party: PartyId) => string): string {
  const { curve, layer, status, stroke, claims, deals } = arc;
  const hue = hues[layer];
  const path = pathOf(curve);
  const says = `${nameOf(arc.from)} ${verbs[status] ?? "gives"} ${nameOf(arc.to)}: ${arc.label}${arc.differs ? ", sources differ" : ""}`;
  const dash =
    status === "announced"
      ? ` stroke-dasharray="${px(stroke * 2 + 6)} ${px(stroke + 4)}"`
      : status === "talks"
        ? ` stroke-dasharray="${px(Math.max(2, stroke * 0.5))} ${px(stroke * 0.6 + 3)}"`
        : "";
  // A signed link is a double line: its middle is the ground.
  const middle =
    status === "signed"
      ? `<path d="${path}" fill="none" stroke="${ground}" stroke-width="${px(Math.max(0.8, stroke * 0.36))}"/>`
      : "";
  const tip = head(curve, Math.max(9, stroke * 1.5 + 5));
  return `<g data-deals="${deals.join(" ")}" data-claims="${claims.join(" ")}"><title>${xmlText(says)}</title><path d="${path}" fill="none" stroke="${hue}" stroke-width="${px(stroke)}"${dash}/>${middle}<polygon points="${points(tip)}" fill="${hue}"/></g>`;
}

function pathOf({ from, bend, to }: Curve): string {
  return `M${px(from.x)} ${px(from.y)}Q${px(bend.x)} ${px(bend.y)} ${px(to.x)} ${px(to.y)}`;
}

function nodeMark({ party, name, shape, centre: { x, y } }: DrawnNode): string {
  const outline = `fill="${ground}" stroke="${ink}" stroke-width="2"`;
  const form =
    shape === "circle"
      ? `<circle cx="${px(x)}" cy="${px(y)}" r="${size.radius}" ${outline}/>`
      : shape === "hexagon"
        ? `<polygon points="${points(hexagon(x, y))}" ${outline}/>`
        : shape === "triangle"
          ? `<polygon points="${points(house(x, y))}" ${outline}/>`
          : `<rect x="${px(x - boxHalf.x)}" y="${px(y - boxHalf.y)}" width="${boxHalf.x * 2}" height="${boxHalf.y * 2}" rx="6" ${outline}/>`;
  const lines = nameLines(name);
  const texts = lines.map(
    (line, index) =>
      `<text x="${px(x)}" y="${px(y + 4 + (index - (lines.length - 1) / 2) * 13)}" font-size="12" font-weight="600" text-anchor="middle" fill="${ink}">${xmlText(line)}</text>`,
  );
  return `<g data-party="${xmlText(party)}">${form}${texts.join("")}</g>`;
}

function hexagon(x: number, y: number): Point[] {
  const [r, h] = [size.radius, size.radius * 0.62];
  return [
    { x: x - r, y },
    { x: x - r * 0.55, y: y - h },
    { x: x + r * 0.55, y: y - h },
    { x: x + r, y },
    { x: x + r * 0.55, y: y + h },
    { x: x - r * 0.55, y: y + h },
  ];
}

/** A lender's shape: a box with a pointed roof. */
function house(x: number, y: number): Point[] {
  return [
    { x: x - boxHalf.x, y: y - boxHalf.y + 6 },
    { x, y: y - boxHalf.y - 6 },
    { x: x + boxHalf.x, y: y - boxHalf.y + 6 },
    { x: x + boxHalf.x, y: y + boxHalf.y },
    { x: x - boxHalf.x, y: y + boxHalf.y },
  ];
}

/** A name in at most two lines that fit; the rest of a longer one is cut with a mark. */
function nameLines(name: string): string[] {
  const most = 76;
  if (textWidth(name, 12) <= most) return [name];
  const words = name.split(" ");
  let first = words[0]!;
  let at = 1;
  while (at < words.length && textWidth(`${first} ${words[at]}`, 12) <= most) first += ` ${words[at++]}`;
  const rest = words.slice(at).join(" ");
  return rest === "" ? [cut(first, most)] : [cut(first, most), cut(rest, most)];
}

function cut(text: string, most: number): string {
  if (textWidth(text, 12) <= most) return text;
  let short = text;
  while (short.length > 1 && textWidth(`${short}…`, 12) > most) short = short.slice(0, -1);
  return `${short}…`;
}

function labelMark({ x, y, width, height, arc, text }: DrawnLabel): string {
  const hue = hues[arc.layer];
  const words = arc.differs ? text.slice(0, -2) : text;
  const differs = arc.differs ? `<tspan fill="#b42318"> ≠</tspan>` : "";
  return `<g data-claims="${arc.claims.join(" ")}"><rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="4" fill="${ground}" stroke="${hue}" stroke-opacity="0.5"/>${statusMark(arc.status, { x: x + 10, y: y + height / 2 }, hue)}<text x="${px(x + 19)}" y="${px(y + height / 2 + 4)}" font-size="${size.labelText}" fill="${ink}">${xmlText(words)}${differs}</text></g>`;
}

/** The status as a path: a ring filled to a quarter, a half, three quarters, whole. */
function statusMark(status: Status, { x, y }: Point, hue: string): string {
  const r = 4.5;
  const ring = `<circle cx="${px(x)}" cy="${px(y)}" r="${r}" fill="${status === "completed" ? hue : ground}" stroke="${hue}"/>`;
  const turn = status === "talks" ? 0.25 : status === "announced" ? 0.5 : status === "signed" ? 0.75 : 0;
  if (turn === 0) return ring;
  const angle = 2 * Math.PI * turn;
  const end = { x: x + r * Math.sin(angle), y: y - r * Math.cos(angle) };
  return `${ring}<path d="M${px(x)} ${px(y)}V${px(y - r)}A${r} ${r} 0 ${turn > 0.5 ? 1 : 0} 1 ${px(end.x)} ${px(end.y)}Z" fill="${hue}"/>`;
}

const layerNames: Readonly<Record<Layer, string>> = {
  money: "money",
  compute: "compute and power",
  chips: "chips",
  shares: "shares",
  owns: "owns",
  debt: "debt",
  rights: "rights",
  leans: "leans on",
};

/** Only what is drawn, in the order hue, line, width, halo, ≠; lines break where the picture ends. */
function legendOf(
  { arcs }: NetworkDrawing,
  width: number,
): { readonly marks: readonly string[]; readonly height: number } {
  const marks: string[] = [];
  let [x, y] = [0, 0];
  const put = (draw: (x: number, y: number) => string, text: string, lead: number): void => {
    const needed = lead + textWidth(text, 12) + 22;
    if (x > 0 && x + needed > width - 48) [x, y] = [0, y + 20];
    marks.push(
      `${draw(x, y)}<text x="${px(x + lead)}" y="${px(y + 4)}" font-size="12" fill="${ink}">${xmlText(text)}</text>`,
    );
    x += needed;
  };
  for (const layer of Object.keys(layerNames) as Layer[])
    if (arcs.some((arc) => arc.layer === layer))
      put(
        (at, line) => `<path d="M${px(at)} ${px(line)}h22" stroke="${hues[layer]}" stroke-width="4"/>`,
        layerNames[layer],
        28,
      );
  for (const status of ["completed", "signed", "announced", "talks"] as const)
    if (arcs.some((arc) => arc.status === status))
      put(
        (at, line) => {
          const dash =
            status === "announced" ? ` stroke-dasharray="10 6"` : status === "talks" ? ` stroke-dasharray="2 4"` : "";
          const middle =
            status === "signed" ? `<path d="M${px(at)} ${px(line)}h26" stroke="${ground}" stroke-width="1.4"/>` : "";
          return `<path d="M${px(at)} ${px(line)}h26" stroke="${ink}" stroke-width="4"${dash}/>${middle}${statusMark(status, { x: at + 36, y: line }, ink)}`;
        },
        status,
        46,
      );
  if (arcs.some(({ layer }) => layer === "money")) put(() => "", "width: √ of $; thin: another unit, or no amount", 0);
  if (arcs.some(({ circle }) => circle !== null))
    put(
      (at, line) => `<path d="M${px(at)} ${px(line)}h22" stroke="#ffd866" stroke-width="10"/>`,
      "part of a circle",
      28,
    );
  if (arcs.some(({ differs }) => differs))
    put(
      (at, line) => `<text x="${px(at)}" y="${px(line + 4)}" font-size="13" fill="#b42318">≠</text>`,
      "sources differ",
      16,
    );
  return { marks, height: arcs.length === 0 ? 0 : y + 34 };
}

function footLines(
  { notDrawn, unlabelled }: NetworkDrawing,
  { sources }: NetworkPictureInput,
  width: number,
): string[] {
  const left = [...notDrawn].map(([reason, count]) => `${count} because ${reason}`);
  const told = [
    `Not drawn: ${left.length === 0 ? "nothing left out" : left.join(", ")}${unlabelled > 0 ? `; ${unlabelled} links without room for a label (hover, or the table)` : ""}.`,
    ...sources,
  ];
  return told.flatMap((line) => broken(line, width - 48));
}

function broken(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, 12) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
