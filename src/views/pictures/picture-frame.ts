/** What stands around every chart: the finding, what is measured, the picture, its legend, what is not drawn and why, the sources. All inside, so that cropping takes effort. */

import { px, textWidth, xmlText } from "./drawing.ts";
import { conflict, font, ground, ink, muted } from "./ink.ts";
import { type LegendMark, legendRows } from "./legend.ts";

/** Space left and right of everything. */
export const margin = 20;

export interface Frame {
  readonly width: number;
  /** The finding: a sentence with a verb. */
  readonly title: string;
  /** Measure, unit, time, firmness. */
  readonly subtitle: string;
  readonly legend: readonly LegendMark[];
  /** What was left out, and why. */
  readonly notDrawn: readonly string[];
  /** What was taken for granted where no source tells. */
  readonly assumed: readonly string[];
  readonly sources: readonly string[];
  /** What a reader who sees no picture hears after its title. */
  readonly alt: string;
}

/** Where the picture begins below title and subtitle. */
export function topOf(frame: Pick<Frame, "width" | "title" | "subtitle">): number {
  return 32 + (titleLines(frame).length - 1) * 21 + subtitleLines(frame).length * 16 + 12;
}

/** The whole as SVG; `marks` lie below `topOf` and take so much height. */
export function framed(frame: Frame, marks: readonly string[], height: number): string {
  const { width, title, legend, assumed, sources, alt } = frame;
  const heads = titleLines(frame);
  const rows = legendRows(legend, width - 2 * margin);
  const top = topOf(frame);
  let y = top + height;
  const feet = [`<g transform="translate(${margin} ${px(y + 16)})">${rows.marks.join("")}</g>`];
  y += rows.height + 6;
  const foot = (text: string, fill: string): void => {
    for (const line of brokenText(text, width - 2 * margin, 11.5)) {
      y += 16;
      feet.push(label(margin, y, line, { size: 11.5, fill }));
    }
  };
  const left = frame.notDrawn.length === 0 ? "nothing left out" : frame.notDrawn.join("; ");
  foot(`Not drawn: ${left}.`, muted);
  for (const [index, text] of assumed.entries()) foot(`[A${index + 1}] ${text}`, conflict);
  for (const line of sources) foot(line, muted);
  const whole = y + 14;
  const body = [
    `<rect width="${px(width)}" height="${px(whole)}" fill="${ground}"/>`,
    ...heads.map((line, index) => label(margin, 32 + index * 21, line, { size: 17, weight: 700 })),
    ...subtitleLines(frame).map((line, index) =>
      label(margin, 32 + (heads.length - 1) * 21 + 19 + index * 16, line, { size: 12.5, fill: muted }),
    ),
    `<g transform="translate(0 ${px(top)})">${marks.join("")}</g>`,
    ...feet,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${px(width)} ${px(whole)}" width="${px(width)}" height="${px(whole)}" role="img" aria-label="${xmlText(`${title}. ${alt}`)}" ${font}>${body.join("")}</svg>\n`;
}

/** A mark that answers a click: what it says, and the claims that it rests on. */
export function answering(claims: readonly string[], says: string, mark: string): string {
  return `<g data-claims="${claims.join(" ")}"><title>${xmlText(says)}</title>${mark}</g>`;
}

/** A line of text. */
export function label(
  x: number,
  y: number,
  text: string,
  look: {
    readonly size?: number;
    readonly fill?: string;
    readonly weight?: number;
    readonly anchor?: "start" | "middle" | "end";
    /** Sources differ: told by a sign behind it. */
    readonly differs?: boolean;
  } = {},
): string {
  const { size = 12, fill = ink, weight = 400, anchor = "start", differs = false } = look;
  return `<text x="${px(x)}" y="${px(y)}" font-size="${size}"${weight === 400 ? "" : ` font-weight="${weight}"`}${anchor === "start" ? "" : ` text-anchor="${anchor}"`} fill="${fill}">${xmlText(text)}${differs ? `<tspan fill="${conflict}"> ≠</tspan>` : ""}</text>`;
}

/** Text in lines that are no wider; a word that is wider by itself is cut with a mark. */
export function brokenText(text: string, most: number, size: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > most) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line].map((each) => cutText(each, most, size));
}

/** As much of a text as fits, with a mark where something is cut. */
export function cutText(text: string, most: number, size: number): string {
  if (textWidth(text, size) <= most) return text;
  let short = text;
  while (short.length > 1 && textWidth(`${short}…`, size) > most) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

function titleLines({ title, width }: Pick<Frame, "width" | "title">): string[] {
  // Bold letters are a little wider than those that are measured.
  return brokenText(title, (width - 2 * margin) / 1.05, 17);
}

function subtitleLines({ subtitle, width }: Pick<Frame, "width" | "subtitle">): string[] {
  return brokenText(subtitle, width - 2 * margin, 12.5);
}
