/** What every picture needs: numbers of fixed precision, escaped words, widths of text without a browser, curves with a head at their end. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box with its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A tenth of a pixel: the same bytes on every machine. */
export function px(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return String(Object.is(rounded, -0) ? 0 : rounded);
}

/** Words as XML takes them, without characters that it forbids or that steer the reading direction. */
export function xmlText(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, " ")
    .toWellFormed()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Advance widths of a sans serif in thousandths of its size, by classes of letters; what is not listed is wide. Too wide is a plate with a margin, too narrow a cut word. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlI.,:;'|!()[\]]/, 310],
  [/[ftr \-/]/, 390],
  [/[mwMW@%—→≥≤≈≠]/, 900],
  [/[A-Z&$€£¥0-9]/, 690],
  [/[a-z]/, 580],
];

/** How wide a line of text is at a size, in pixels. */
export function textWidth(text: string, size: number): number {
  let sum = 0;
  for (const character of text) sum += widths.find(([shape]) => shape.test(character))?.[1] ?? 1000;
  return (sum * size) / 1000;
}

export function overlaps(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** A quadratic curve. */
export interface Curve {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

/** The place of a curve at t, from 0 to 1. */
export function along({ from, bend, to }: Curve, t: number): Point {
  const [a, b, c] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: a * from.x + b * bend.x + c * to.x, y: a * from.y + b * bend.y + c * to.y };
}

/** From one place to another, bowed to the left of its way by so many pixels. */
export function bowed(from: Point, to: Point, bow: number): Curve {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  return {
    from,
    to,
    bend: { x: (from.x + to.x) / 2 + (2 * bow * dy) / length, y: (from.y + to.y) / 2 - (2 * bow * dx) / length },
  };
}

/** A curve cut where it leaves one shape and enters another. */
export function clipped(curve: Curve, isFrom: (place: Point) => boolean, isTo: (place: Point) => boolean): Curve {
  const last = searched((t) => isFrom(along(curve, t)), 0, 1);
  const first = 1 - searched((t) => isTo(along(curve, 1 - t)), 0, 1);
  if (first <= last) return curve;
  const [start, end] = [along(curve, last), along(curve, first)];
  // The middle part of a quadratic curve is one: its bend is where the tangents at both ends meet.
  const { from, bend, to } = curve;
  const tangent = (t: number, u: number): Point => ({
    x: (1 - t) * (1 - u) * from.x + ((1 - t) * u + t * (1 - u)) * bend.x + t * u * to.x,
    y: (1 - t) * (1 - u) * from.y + ((1 - t) * u + t * (1 - u)) * bend.y + t * u * to.y,
  });
  return { from: start, bend: tangent(last, first), to: end };
}

/** Where what holds at the low end holds no more, to a thousandth. */
function searched(holds: (t: number) => boolean, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < 12; step++) {
    const middle = (from + to) / 2;
    if (holds(middle)) from = middle;
    else to = middle;
  }
  return to;
}

/** The head at the end of a curve: its tip, then both corners. No marker, which some renderers turn round. */
export function head({ bend, to }: Curve, size: number): readonly [tip: Point, left: Point, right: Point] {
  const [dx, dy] = [to.x - bend.x, to.y - bend.y];
  const length = Math.hypot(dx, dy) || 1;
  const [ux, uy] = [dx / length, dy / length];
  const back = { x: to.x - ux * size, y: to.y - uy * size };
  const half = size * 0.5;
  return [to, { x: back.x - uy * half, y: back.y + ux * half }, { x: back.x + uy * half, y: back.y - ux * half }];
}

export function points(all: readonly Point[]): string {
  return all.map(({ x, y }) => `${px(x)},${px(y)}`).join(" ");
}
