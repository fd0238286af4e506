/**
 * The network as a picture: companies in columns by what they are, each at a place that no date moves; arcs from giver to receiver.
 *
 * Hue and head are what moves, line how firm, width how much money (1.5 + 1.35·√bn, 18 at the most; other units and what is not stated thin), a yellow halo a circle, ≠ that sources differ.
 * Arcs of one pair, layer and status are one. The same data are the same bytes. Colours and forms: the design's, tested for colour-blind readers.
 */

import { rungOf } from "../../deals/firmness.ts";
import type { Status } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { Circle } from "../circles.ts";
import { counted } from "../counted.ts";
import { type Curve, head, points, px, xmlText } from "./drawing.ts";
import { conflict, font, ground, halo, ink, muted } from "./ink.ts";
import { arcKey } from "./network-arcs.ts";
import {
  type DrawnArc,
  type DrawnLabel,
  type DrawnNode,
  type NetworkDrawing,
  type NetworkPictureInput,
  networkDrawing,
} from "./network-drawing.ts";
import { headMark } from "./network-heads.ts";
import { dashOf, faintness, haloWidth, headSize, hues, middleOf, nameLines, outlineOf, saysOf } from "./network-ink.ts";
import { networkFoot } from "./network-legend.ts";
import { boxHalf, size } from "./network-places.ts";
import { statusGlyph } from "./status-mark.ts";

/** The whole picture as SVG: title, subtitle, picture, legend, what is not drawn, sources. */
export function networkPicture(input: NetworkPictureInput, drawing = networkDrawing(input)): string {
  const title = titleOf(input.circles);
  const { width } = drawing;
  const foot = networkFoot(drawing, input, width);
  const height = drawing.height + foot.height;
  const names = new Map(drawing.nodes.map(({ party, name }) => [party, name]));
  const body = [
    `<rect width="${px(width)}" height="${px(height)}" fill="${ground}"/>`,
    `<text x="24" y="34" font-size="20" font-weight="700" fill="${ink}">${xmlText(title)}</text>`,
    `<text x="24" y="56" font-size="13" fill="${muted}">${xmlText(subtitleOf(drawing, input))}</text>`,
    ...drawing.heads.map(
      ({ title: name, x }) =>
        `<text x="${px(x)}" y="92" font-size="11" letter-spacing="1" text-anchor="middle" fill="${muted}">${name}</text>`,
    ),
    ...networkMarks(drawing, input, (party) => names.get(party)!),
    foot.marks(drawing.height),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" aria-label="${xmlText(altOf(drawing, input))}" ${font}>${body.join("")}</svg>\n`;
}

function networkMarks(
  drawing: NetworkDrawing,
  input: NetworkPictureInput,
  nameOf: (party: PartyId) => string,
): readonly string[] {
  const arcs = inDrawingOrder(drawing.arcs);
  return [
    ...arcs.flatMap((arc) => (arc.circle === null ? [] : [faint(arc, input, haloMark(arc))])),
    ...arcs.map((arc) => faint(arc, input, arcMark(arc, nameOf))),
    ...drawing.nodes.map(nodeMark),
    ...drawing.labels.map((label) => faint(label.arc, input, labelMark(label))),
  ];
}

function haloMark({ curve, stroke, claims }: DrawnArc): string {
  return `<path d="${pathOf(curve)}" fill="none" stroke="${halo}" stroke-width="${px(haloWidth(stroke))}" data-claims="${claims.join(" ")}"/>`;
}

/** Its legend, what is not drawn and its sources by themselves: they stand below a picture that is drawn by other means. */
export function networkLegend(input: NetworkPictureInput, drawing: NetworkDrawing): string {
  const width = 1120;
  const { marks, height } = networkFoot(drawing, input, width);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${px(height)}" width="${width}" height="${px(height)}" role="img" aria-label="Legend and sources" ${font}><rect width="${width}" height="${px(height)}" fill="${ground}"/>${marks(0)}</svg>\n`;
}

/** Wide arcs lie below thin ones. */
export function inDrawingOrder(arcs: readonly DrawnArc[]): readonly DrawnArc[] {
  return [...arcs].sort((one, other) => other.stroke - one.stroke);
}

export function subtitleOf({ share }: NetworkDrawing, { subtitle }: NetworkPictureInput): string {
  return share === null ? subtitle : `${subtitle} · ${share.text}`;
}

/** What stood before is faint, so that what changed is seen. */
function faint(arc: DrawnArc, { before }: NetworkPictureInput, mark: string): string {
  return before?.has(arcKey(arc)) ? `<g opacity="${faintness}">${mark}</g>` : mark;
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

/** What the picture shows, for those who do not see it. */
export function altOf(drawing: NetworkDrawing, input: NetworkPictureInput): string {
  const { nodes, arcs } = drawing;
  const largest = [...arcs].filter(({ layer }) => layer === "money").sort((one, other) => other.stroke - one.stroke)[0];
  const most = largest === undefined ? "" : ` The largest link: ${largest.label}.`;
  return `Network of ${counted(nodes.length, "company", "companies")} and ${counted(arcs.length, "link")}. ${titleOf(input.circles)}. ${subtitleOf(drawing, input)}.${most}`;
}

function arcMark(arc: DrawnArc, nameOf: (party: PartyId) => string): string {
  const { curve, layer, status, stroke, claims, deals } = arc;
  const hue = hues[layer];
  const path = pathOf(curve);
  const dashes = dashOf(status, stroke);
  const dash = dashes.length === 0 ? "" : ` stroke-dasharray="${dashes.map(px).join(" ")}"`;
  const between = middleOf(status, stroke);
  const middle =
    between === null ? "" : `<path d="${path}" fill="none" stroke="${ground}" stroke-width="${px(between)}"/>`;
  const tip = headMark(layer, head(curve, headSize(stroke)));
  return `<g data-deals="${deals.join(" ")}" data-layer="${layer}" data-claims="${claims.join(" ")}"><title>${xmlText(saysOf(arc, nameOf))}</title><path d="${path}" fill="none" stroke="${hue}" stroke-width="${px(stroke)}"${dash}/>${middle}${tip}</g>`;
}

function pathOf({ from, bend, to }: Curve): string {
  return `M${px(from.x)} ${px(from.y)}Q${px(bend.x)} ${px(bend.y)} ${px(to.x)} ${px(to.y)}`;
}

function nodeMark({ party, name, shape, centre }: DrawnNode): string {
  const { x, y } = centre;
  const outline = `fill="${ground}" stroke="${ink}" stroke-width="2"`;
  const corners = outlineOf(shape, centre);
  const form =
    corners === null
      ? `<circle cx="${px(x)}" cy="${px(y)}" r="${size.radius}" ${outline}/>`
      : shape === "box"
        ? `<rect x="${px(x - boxHalf.x)}" y="${px(y - boxHalf.y)}" width="${boxHalf.x * 2}" height="${boxHalf.y * 2}" rx="6" ${outline}/>`
        : `<polygon points="${points(corners)}" ${outline}/>`;
  const lines = nameLines(name);
  const texts = lines.map(
    (line, index) =>
      `<text x="${px(x)}" y="${px(y + 4 + (index - (lines.length - 1) / 2) * 13)}" font-size="12" font-weight="600" text-anchor="middle" fill="${ink}">${xmlText(line)}</text>`,
  );
  return `<g data-party="${xmlText(party)}">${form}${texts.join("")}</g>`;
}

function labelMark({ x, y, width, height, arc, text }: DrawnLabel): string {
  const hue = hues[arc.layer];
  const words = arc.differs ? text.slice(0, -2) : text;
  const differs = arc.differs ? `<tspan fill="${conflict}"> ≠</tspan>` : "";
  return `<g data-claims="${arc.claims.join(" ")}"><rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="4" fill="${ground}" stroke="${hue}" stroke-opacity="0.5"/>${statusGlyph(arc.status, { x: x + 10, y: y + height / 2 }, hue)}<text x="${px(x + 19)}" y="${px(y + height / 2 + 4)}" font-size="${size.labelText}" fill="${ink}">${xmlText(words)}${differs}</text></g>`;
}
