/**
 * Flows of one window, one basis and one unit as a picture that admits circles: companies in columns by what they are, ribbons at true width, what goes back in lanes below.
 *
 * Width is how much, at one scale (one pixel at the least; lanes 14 at the most), line and fill how firm, a yellow halo and a number a circle, ≠ that sources differ,
 * hatching what lies outside of the window, dots what belongs together or has nothing to draw. The same data are the same bytes.
 */

import { sha256Hex } from "../../model/id.ts";
import { endsText } from "../../model/smallest-unit.ts";
import { type Box, type Point, points, px, xmlText } from "./drawing.ts";
import { head } from "./flows-bands.ts";
import { type Band, type FlowsDrawing, flowsDrawing, type Lane } from "./flows-drawing.ts";
import type { FlowLabel } from "./flows-labels.ts";
import { type FlowNode, flowSize } from "./flows-places.ts";
import { type FlowsPictureInput, mostRibbons, nobodyGets, nobodyPays, type Ribbon } from "./flows-ribbons.ts";
import { type Stub, stubLine } from "./flows-stubs.ts";
import { conflict, font, ground, halo, ink, muted } from "./ink.ts";
import { circleLegend, differsLegend, type LegendMark, legendRows, wordsLegend } from "./legend.ts";
import { hues } from "./network-ink.ts";
import { brokenText, cutText } from "./picture-frame.ts";
import { statusArea, statusEdges, statusFills, statusGlyph } from "./status-mark.ts";

/** The picture as SVG: title, subtitle, ribbons, lanes, legend, what is not drawn, sources. */
export function flowsPicture(input: FlowsPictureInput): string {
  const drawing = flowsDrawing(input);
  const { width } = drawing;
  const hue = hueOf(input);
  const hatch = `hatch-${sha256Hex(`${input.data} ${input.title} ${input.subtitle}`).slice(0, 8)}`;
  const legend = legendRows(legendOf(drawing, hue, hatch), width - 48);
  const foot = footLines(drawing, input);
  const height = drawing.height + legend.height + foot.length * 17 + 36;
  const body = [
    `<defs><pattern id="${hatch}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="${ground}"/><path d="M1.5 0v6" stroke="${hue}" stroke-width="1.6"/></pattern></defs>`,
    `<rect width="${px(width)}" height="${px(height)}" fill="${ground}"/>`,
    `<text x="24" y="34" font-size="20" font-weight="700" fill="${ink}">${xmlText(cutText(input.title, width - 48, 20))}</text>`,
    ...brokenText(input.subtitle, width - 48, 13).map(
      (line, index) => `<text x="24" y="${px(56 + index * 17)}" font-size="13" fill="${muted}">${xmlText(line)}</text>`,
    ),
    ...drawing.columns.map(({ title: name, x }, index) => {
      const isLast = index === drawing.columns.length - 1 && index > 0;
      const [at, anchor] = isLast
        ? [x + flowSize.bar, "end"]
        : index === 0
          ? [x, "start"]
          : [x + flowSize.bar / 2, "middle"];
      return `<text x="${px(at)}" y="100" font-size="11" letter-spacing="1" text-anchor="${anchor}" fill="${muted}">${xmlText(name)}</text>`;
    }),
    ...[...drawing.bands]
      .sort((one, other) => other.thickness - one.thickness)
      .map((band) => bandMark(band, hue, hatch)),
    ...drawing.stubs.map(stubMark),
    ...drawing.lanes.map((lane) => laneMark(lane, hue)),
    ...drawing.nodes.map((node) => nodeMark(node)),
    ...drawing.labels.map((label) => labelMark(label, hue)),
    ...drawing.lanes.map((lane) => laneLabel(lane, hue)),
    ...legend.marks.map((mark) => `<g transform="translate(24 ${px(drawing.height + 16)})">${mark}</g>`),
    ...foot.map(
      (line, index) =>
        `<text x="24" y="${px(drawing.height + legend.height + 38 + index * 17)}" font-size="12" fill="${muted}">${xmlText(line)}</text>`,
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" aria-label="${xmlText(altOf(drawing, input))}" ${font}>${body.join("")}</svg>\n`;
}

/** Hue is what flows. */
function hueOf({ unit }: FlowsPictureInput): string {
  if (unit.startsWith("chips:")) return hues.chips;
  if (unit.startsWith("equity:")) return hues.shares;
  if (unit.startsWith("debt:")) return hues.debt;
  return unit.startsWith("compute") || unit === "power" || unit.startsWith("credits:") ? hues.compute : hues.money;
}

/** What it is, the finding, the range, what is uncertain. */
function altOf({ nodes, bands, lanes, smaller }: FlowsDrawing, { title, subtitle }: FlowsPictureInput): string {
  const all = [...bands, ...lanes].flatMap(({ ribbon }) => ribbon ?? []);
  const [largest] = [...all].sort((one, other) => other.size - one.size);
  const disputed = all.filter(({ differs }) => differs).length;
  const back =
    lanes.length === 0 ? "nothing goes back" : `${lanes.length === 1 ? "1 goes" : `${lanes.length} go`} back`;
  const count = all.length + smaller.length;
  return `${count === 1 ? "1 flow" : `${count} flows`} between ${nodes.length} companies; ${back}. ${title}. ${subtitle}.${largest ? ` The largest: ${largest.says}.` : ""}${disputed > 0 ? ` On ${disputed} of them sources differ.` : ""}`;
}

function bandMark(band: Band, hue: string, hatch: string): string {
  const { ribbon, thickness, middles } = band;
  const { status, amount, within, circles, claims } = ribbon;
  const marks: string[] = [];
  if (circles.length > 0)
    marks.push(
      `<path d="${spine(middles)}" fill="none" stroke="${halo}" stroke-width="${px(thickness + 8)}" stroke-opacity="0.55"/>`,
    );
  if (amount !== null) marks.push(`<path d="${outline(middles, thickness, 0, thickness)}" fill="${ground}"/>`);
  if (amount === null)
    marks.push(`<path d="${spine(middles)}" fill="none" stroke="${ink}" stroke-width="1.5" stroke-dasharray="2 3"/>`);
  else {
    const inside = thickness * within;
    if (within < 1)
      marks.push(
        `<path d="${outline(middles, thickness, inside, thickness)}" fill="url(#${hatch})" fill-opacity="${Math.max(0.4, statusFills[status])}"/>`,
      );
    if (within > 0)
      marks.push(
        `<path d="${outline(middles, thickness, 0, inside)}" fill="${hue}" fill-opacity="${statusFills[status]}"/>`,
      );
    // What is signed has a double edge, if there is room.
    if (status === "signed" && thickness >= 9)
      marks.push(
        `<path d="${outline(middles, thickness, 2, thickness - 2)}" fill="none" stroke="${ground}" stroke-width="1.4"/>`,
      );
    const dash = statusEdges[status] ? ` stroke-dasharray="${statusEdges[status]}"` : "";
    const line = Math.min(1.2, thickness);
    marks.push(
      `<path d="${outline(middles, thickness, 0, thickness)}" fill="none" stroke="${hue}" stroke-width="${px(line)}"${dash}/>`,
    );
  }
  const end = middles.at(-1)!;
  marks.push(`<polygon points="${points(head(end))}" fill="${ink}"/>`);
  return `<g data-flow="${xmlText(ribbon.key)}" data-claims="${claims.join(" ")}"><title>${xmlText(ribbon.says)}</title>${marks.join("")}</g>`;
}

function spine(middles: readonly Point[]): string {
  const [first] = middles;
  return `M${px(first!.x)} ${px(first!.y)}${curves(middles)}`;
}

/** Between two heights of a band, counted from its upper edge. */
function outline(middles: readonly Point[], thickness: number, from: number, to: number): string {
  const edge = (offset: number): Point[] => middles.map(({ x, y }) => ({ x, y: y - thickness / 2 + offset }));
  const [upper, lower] = [edge(from), edge(to).reverse()];
  return `${spine(upper)}L${px(lower[0]!.x)} ${px(lower[0]!.y)}${curves(lower)}Z`;
}

function curves(places: readonly Point[]): string {
  return places
    .slice(1)
    .map(({ x, y }, index) => {
      const before = places[index]!;
      const middle = px((before.x + x) / 2);
      return `C${middle} ${px(before.y)} ${middle} ${px(y)} ${px(x)} ${px(y)}`;
    })
    .join("");
}

function stubMark({ lines, box: { x, y, width } }: Stub): string {
  const words = lines.map(
    (line, index) =>
      `<text x="${px(x)}" y="${px(y + 13 + index * stubLine)}" font-size="${flowSize.text}" fill="${ink}">${xmlText(line)}</text>`,
  );
  return `<g><path d="M${px(x)} ${px(y)}h${px(width)}" stroke="${muted}" stroke-dasharray="3 3"/>${words.join("")}</g>`;
}

function laneMark(lane: Lane, hue: string): string {
  const { ribbon, circles, claims, thickness, to } = lane;
  const path = lanePath(lane);
  const marks: string[] = [`<path d="${path}" fill="none" stroke="${ground}" stroke-width="${px(thickness + 6)}"/>`];
  if (circles.length > 0)
    marks.push(`<path d="${path}" fill="none" stroke="${halo}" stroke-width="${px(Math.max(9, thickness + 5))}"/>`);
  if (ribbon === null || ribbon.amount === null)
    marks.push(`<path d="${path}" fill="none" stroke="${ink}" stroke-width="1.5" stroke-dasharray="2 3"/>`);
  else {
    const dash = statusEdges[ribbon.status] ? ` stroke-dasharray="${statusEdges[ribbon.status]}"` : "";
    marks.push(`<path d="${path}" fill="none" stroke="${hue}" stroke-width="${px(thickness)}"${dash}/>`);
    // A signed lane is a double line: its middle is the ground.
    if (ribbon.status === "signed" && thickness > 3)
      marks.push(`<path d="${path}" fill="none" stroke="${ground}" stroke-width="${px(thickness * 0.36)}"/>`);
  }
  marks.push(`<polygon points="${points(head(to))}" fill="${ink}"/>`);
  return `<g data-flow="${xmlText(laneKey(lane))}" data-claims="${claims.join(" ")}"><title>${xmlText(laneSays(lane))}</title>${marks.join("")}</g>`;
}

export function laneKey({ ribbon, owned }: Lane): string {
  return ribbon?.key ?? `owned ${owned!.from} ${owned!.to}`;
}

export function laneSays({ ribbon, text }: Lane): string {
  return ribbon === null ? text : `${ribbon.says}; it goes back: ${text}`;
}

/** Out at the right, down, under the picture to the left, up, and in. */
function lanePath({ from, to, right, under, left }: Lane): string {
  const r = 9;
  const turn = (x: number, y: number): string => `A${r} ${r} 0 0 1 ${px(x)} ${px(y)}`;
  return [
    `M${px(from.x)} ${px(from.y)}H${px(right - r)}`,
    turn(right, from.y + r),
    `V${px(under - r)}`,
    turn(right - r, under),
    `H${px(left + r)}`,
    turn(left, under - r),
    `V${px(to.y + r)}`,
    turn(left + r, to.y),
    `H${px(to.x - 4)}`,
  ].join("");
}

function laneLabel({ label: { x, y, width, height }, text, ribbon, claims }: Lane, hue: string): string {
  const mark = ribbon === null ? "" : statusGlyph(ribbon.status, { x: x + 14, y: y + height / 2 }, hue);
  const differs = ribbon?.differs ? `<tspan fill="${conflict}">≠ </tspan>` : "";
  return `<g data-claims="${claims.join(" ")}"><rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="4" fill="${ground}" stroke="#b58900"/>${mark}<text x="${px(x + 24)}" y="${px(y + height / 2 + 4)}" font-size="${flowSize.text}" fill="${ink}">${differs}${xmlText(text)}</text></g>`;
}

function nodeMark({ key, name, x, y, width, height, nameBox }: FlowNode): string {
  const nobody = key === nobodyPays || key === nobodyGets;
  const look = nobody ? `fill="${ground}" stroke="${muted}" stroke-dasharray="3 3"` : `fill="${ink}"`;
  return `<g data-party="${xmlText(key)}"><rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" ${look}/>${plate(nameBox)}<text x="${px(nameBox.x + 3)}" y="${px(nameBox.y + 13)}" font-size="${flowSize.text + 1}" font-weight="600" fill="${ink}">${xmlText(cutText(name, nameBox.width - 5.9, flowSize.text + 1))}</text></g>`;
}

/** The ground under words, so that no ribbon runs through them. */
function plate({ x, y, width, height }: Box): string {
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="${ground}" fill-opacity="0.85"/>`;
}

function labelMark({ x, y, width, height, ribbon, text }: FlowLabel, hue: string): string {
  const words = ribbon.differs ? text.split(" ≠") : [text];
  const said = words.map(xmlText).join(`<tspan fill="${conflict}"> ≠</tspan>`);
  return `<g data-claims="${ribbon.claims.join(" ")}"><rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="4" fill="${ground}" stroke="${hue}" stroke-opacity="0.5"/>${statusGlyph(ribbon.status, { x: x + 11, y: y + height / 2 }, hue)}<text x="${px(x + 21)}" y="${px(y + height / 2 + 4)}" font-size="${flowSize.text}" fill="${ink}">${said}</text></g>`;
}

/** In the order hue, line, width, halo, ≠, hatch. */
function legendOf({ bands, lanes }: FlowsDrawing, hue: string, hatch: string): LegendMark[] {
  const ribbons = [...bands, ...lanes].flatMap(({ ribbon }) => ribbon ?? []);
  const drawn = ribbons.filter(({ amount }) => amount !== null);
  const marks: LegendMark[] = [];
  for (const status of ["completed", "signed", "announced", "talks"] as const)
    if (drawn.some((ribbon) => ribbon.status === status))
      marks.push({
        text: status,
        lead: 48,
        draw: (x, y) => {
          return (
            statusArea(status, { x, y: y - 6, width: 28, height: 12 }, hue) + statusGlyph(status, { x: x + 38, y }, ink)
          );
        },
      });
  if (drawn.length > 0)
    marks.push(wordsLegend("width: how much, the low end (what is only “up to” its ceiling); lanes 14 at the most"));
  if (ribbons.some(({ amount }) => amount === null) || lanes.some(({ owned }) => owned !== null))
    marks.push({
      text: "no day or amount to draw, or of one group",
      lead: 32,
      draw: (x, y) => `<path d="M${px(x)} ${px(y)}h26" stroke="${ink}" stroke-width="1.5" stroke-dasharray="2 3"/>`,
    });
  if (ribbons.some(({ circles }) => circles.length > 0) || lanes.some(({ circles }) => circles.length > 0))
    marks.push(circleLegend("C1: part of a circle"));
  if (drawn.some(({ differs }) => differs)) marks.push(differsLegend);
  if (drawn.some(({ within }) => within < 1))
    marks.push({
      text: "outside of the window, or without a day",
      lead: 34,
      draw: (x, y) =>
        `<rect x="${px(x)}" y="${px(y - 6)}" width="28" height="12" fill="url(#${hatch})" stroke="${hue}"/>`,
    });
  return marks;
}

/** What was taken for granted, what is not drawn and why, and what it rests on. */
function footLines({ smaller, taken, unlabelled, without, width }: FlowsDrawing, input: FlowsPictureInput): string[] {
  const { notDrawn, sources, nameOf, basis } = input;
  const name = (party: (typeof smaller)[number]["from"]): string => (party === null ? "?" : nameOf(party));
  const few =
    smaller.length === 0
      ? []
      : [
          {
            reason: `smaller than the ${mostRibbons} that are drawn`,
            told: smaller.map(
              (row) => `${name(row.from)} → ${name(row.to)} ${endsText(row.commodity, row[basis], row.approximate)}`,
            ),
          },
        ];
  const reasons = [...few, ...notDrawn].map(
    ({ reason, told }) =>
      `${told.length} ${reason} (${told.slice(0, mostNamed).join(", ")}${told.length > mostNamed ? `, … ${told.length - mostNamed} more` : ""})`,
  );
  const labels = unlabelled > 0 ? ` Without room for a label: ${unlabelled} (hover, or the table).` : "";
  const lines = [
    ...taken.map((text, index) => `A${index + 1}: ${text}.`),
    ...(without.length === 0 ? [] : [`${without.join("; ")}.`]),
    `Not drawn: ${reasons.length === 0 ? "nothing left out" : reasons.join("; ")}.${labels}`,
    ...sources,
  ];
  return lines.flatMap((line) => brokenText(line, width - 48, 12));
}

/** So many are named of what is left out for a reason; the table has all. */
const mostNamed = 3;

/** All that arrows walk over: what is drawn of flows, with the place at which it lies. */
export function walkOf({ bands, lanes }: FlowsDrawing): readonly {
  readonly key: string;
  readonly ribbon: Ribbon | null;
  readonly from: string;
  readonly to: string;
  readonly says: string;
  readonly claims: readonly string[];
  readonly circles: readonly number[];
}[] {
  const sorted = [...bands].sort((one, other) => {
    const [a, b] = [one.middles[0]!, other.middles[0]!];
    return a.x - b.x || a.y - b.y;
  });
  return [
    ...sorted.map(({ ribbon }) => ({ ...ribbon, ribbon })),
    ...lanes.map((lane) => {
      const { from, to } = lane.ribbon ?? lane.owned!;
      return {
        key: laneKey(lane),
        ribbon: lane.ribbon,
        from,
        to,
        says: laneSays(lane),
        claims: lane.claims,
        circles: lane.circles,
      };
    }),
  ];
}
