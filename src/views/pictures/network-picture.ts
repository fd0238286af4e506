/**
 * The network as a picture: companies in columns by what they are, each at a place that no date moves; arcs from giver to receiver.
 *
 * Hue is what moves, line how firm, width how much money (1.5 + 1.35·√bn, 18 at the most; other units and what is not stated thin), a yellow halo a circle, ≠ that sources differ.
 * Arcs of one pair, layer and status are one. The same data are the same bytes. Colours and forms: the design's, tested for colour-blind readers.
 */

import { rungOf } from "../../deals/firmness.ts";
import type { Status } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { Circle } from "../circles.ts";
import { counted } from "../counted.ts";
import type { Layer } from "../network-rows.ts";
import { type Curve, head, type Point, points, px, textWidth, xmlText } from "./drawing.ts";

import {
  arcKey,
  boxHalf,
  columns,
  columnX,
  type DrawnArc,
  type DrawnLabel,
  type DrawnNode,
  type NetworkDrawing,
  type NetworkPictureInput,
  networkDrawing,
  size,
} from "./network-drawing.ts";
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

export const ink = "#1b1f24";
export const muted = "#59636e";
export const ground = "#ffffff";
export const font = `font-family="Inter, 'Helvetica Neue', Arial, 'Open Sans', sans-serif"`;

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
    ...arcs.map((arc) => faint(arc, input, arcMark(arc, input.nameOf))),
    ...drawing.nodes.map(nodeMark),
    ...drawing.labels.map((label) => faint(label.arc, input, labelMark(label))),
    ...legend.marks.map((mark) => `<g transform="translate(24 ${px(drawing.height + 14)})">${mark}</g>`),
    ...foot.map(
      (line, index) =>
        `<text x="24" y="${px(drawing.height + legend.height + 20 + index * 17)}" font-size="12" fill="${muted}">${xmlText(line)}</text>`,
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" aria-label="${xmlText(altOf(drawing, input, title))}" ${font}>${body.join("")}</svg>\n`;
}

/** What stood before is faint, so that what changed is seen. */
function faint(arc: DrawnArc, { before }: NetworkPictureInput, mark: string): string {
  return before?.has(arcKey(arc)) ? `<g opacity="0.25">${mark}</g>` : mark;
}

/** The finding, with the verb of its weakest status. */
export function titleOf(circles: readonly Circle[]): string {
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
  return `Network of ${counted(nodes.length, "company", "companies")} and ${counted(arcs.length, "link")}. ${title}. ${subtitle}.${most}`;
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
export function statusMark(status: Status, { x, y }: Point, hue: string): string {
  const r = 4.5;
  const ring = `<circle cx="${px(x)}" cy="${px(y)}" r="${r}" fill="${status === "completed" ? hue : ground}" stroke="${hue}"/>`;
  const turn = status === "talks" ? 0.25 : status === "announced" ? 0.5 : status === "signed" ? 0.75 : 0;
  if (turn === 0) return ring;
  const angle = 2 * Math.PI * turn;
  const end = { x: x + r * Math.sin(angle), y: y - r * Math.cos(angle) };
  return `${ring}<path d="M${px(x)} ${px(y)}V${px(y - r)}A${r} ${r} 0 ${turn > 0.5 ? 1 : 0} 1 ${px(end.x)} ${px(end.y)}Z" fill="${hue}"/>`;
}

export const layerNames: Readonly<Record<Layer, string>> = {
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
