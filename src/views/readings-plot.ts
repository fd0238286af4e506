/**
 * Rival readings of one figure on one axis: a dot where a source gives a value, a bar where it gives a range, an arrow where it leaves an end open.
 *
 * The picture is an SVG text: the same bytes wherever it is drawn. It is drawn in the colour of the text around it, so that it holds in every theme and in
 * print. Which reading is right it never says. The axis begins at zero.
 */

import { type Amount, amountText, type Comparator, figureText } from "../model/amount.ts";
import { escapedHtml } from "./citations.ts";

export interface PlottedReading {
  readonly figure: Amount;
  readonly comparator: Comparator | null;
  /** Short: the document's number. */
  readonly label: string;
}

export interface PlotSize {
  readonly width: number;
  /** Whether the axis has figures: not in a small one. */
  readonly axis: boolean;
}

const lineHeight = 18;
const labelWidth = 34;
/** For the figure beside its mark. */
const endRoom = 80;

/** The picture; readings of other units than the first's are left out, and the alternative text says how many. */
export function readingsPlot(readings: readonly PlottedReading[], { width, axis }: PlotSize): string {
  const [first] = readings;
  if (!first) return "";
  const { unit } = first.figure;
  const drawn = readings.filter(({ figure }) => figure.unit === unit);
  const ends = drawn.flatMap(({ figure: { min, max } }) => [min ?? 0, max ?? 0]);
  const top = niceTop(Math.max(...ends));
  const x = (value: number): number =>
    Math.round((labelWidth + (value / top) * (width - labelWidth - endRoom)) * 10) / 10;
  const height = drawn.length * lineHeight + (axis ? 20 : 4);
  const lines = drawn.map((reading, index) => readingMark(reading, x, index * lineHeight + lineHeight / 2 + 2));
  const foot = axis
    ? axisMarks(top, unit, x, drawn.length * lineHeight + 4)
    : `<path d="M${x(0)} 0V${height}" stroke="currentColor" stroke-opacity="0.3"/>`;
  const left = readings.length - drawn.length;
  const says = drawn
    .map(({ figure, comparator, label }) => `${label}: ${amountText(figure, comparator ?? "=")}`)
    .join("; ");
  const alt = `Readings: ${says}.${left > 0 ? ` ${left} in another unit not drawn.` : ""}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapedHtml(alt)}" font-size="11" fill="currentColor">${foot}${lines.join("")}</svg>`;
}

function readingMark({ figure, comparator, label }: PlottedReading, x: (value: number) => number, y: number): string {
  const { min, max, approximate } = figure;
  const says = escapedHtml(amountText(figure, comparator ?? "="));
  const end = x(max ?? min!) + (max === null ? 22 : 9);
  const name = `<text x="0" y="${y + 4}">${escapedHtml(label)}</text><text x="${Math.round(end * 10) / 10}" y="${y + 4}">${says}</text>`;
  if (min !== null && max !== null && min === max)
    return `${name}<circle cx="${x(min)}" cy="${y}" r="4"${approximate ? ' fill="none" stroke="currentColor" stroke-dasharray="2 1.5"' : ""}/>`;
  if (min !== null && max !== null)
    return `${name}<path d="M${x(min)} ${y}H${x(max)}" stroke="currentColor" stroke-width="4"/>`;
  // An open end goes on a little beyond what is stated, and ends in a head.
  const from = min ?? max!;
  const way = min !== null ? 1 : -1;
  const to = Math.round((x(from) + way * 12) * 10) / 10;
  return `${name}<circle cx="${x(from)}" cy="${y}" r="3" fill="none" stroke="currentColor"/><path d="M${x(from) + way * 3} ${y}H${to}" stroke="currentColor" stroke-width="2"/><path d="M${to + way * 4} ${y}L${to - way} ${y - 4}V${y + 4}Z"/>`;
}

function axisMarks(top: number, unit: string, x: (value: number) => number, y: number): string {
  const marks = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = x(share * top);
    const anchor = share === 1 ? "end" : share === 0 ? "start" : "middle";
    return `<path d="M${at} 0V${y}" stroke="currentColor" stroke-opacity="0.2"/><text x="${at}" y="${y + 12}" text-anchor="${anchor}">${escapedHtml(share === 0 ? "0" : figureText(share * top, unit))}</text>`;
  });
  return marks.join("");
}

/** The next of 1, 2, 4, 8, 10 times a power of ten that leaves room for an open end: quarters of it are round. */
function niceTop(largest: number): number {
  if (!(largest > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 4, 6, 8, 10, 12, 20].find((each) => each * power >= largest * 1.1);
  return (step ?? 20) * power;
}
