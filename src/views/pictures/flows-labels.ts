/** Which labels does the picture of flows have, and where? Those of wide bands first, none on a company, a word or another label. */

import { type Box, overlaps, type Point, textWidth } from "./drawing.ts";
import type { Band, Lane } from "./flows-drawing.ts";
import { flowSize, type Placed } from "./flows-places.ts";
import type { Ribbon } from "./flows-ribbons.ts";

export interface FlowLabel extends Box {
  readonly ribbon: Ribbon;
  readonly text: string;
}

/** Labels on their bands where there is room. */
export function placedLabels(
  bands: readonly Band[],
  { nodes, stubs }: Placed,
  lanes: readonly Lane[],
): { readonly labels: readonly FlowLabel[]; readonly unlabelled: number } {
  const taken: Box[] = [
    ...nodes,
    ...nodes.map(({ nameBox }) => nameBox),
    ...stubs.map(({ textBox }) => textBox),
    ...lanes.flatMap(({ from, to, right, left, under, thickness }) => [
      { x: right - thickness / 2, y: from.y, width: thickness, height: under - from.y },
      { x: left - thickness / 2, y: to.y, width: thickness, height: under - to.y },
    ]),
  ];
  const labels: FlowLabel[] = [];
  for (const band of [...bands].sort((one, other) => other.thickness - one.thickness)) {
    const { ribbon } = band;
    const text = labelText(ribbon);
    const [width, height] = [textWidth(text, flowSize.text) + 30, flowSize.text + 8];
    for (const t of [0.04, 0.12, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]) {
      const start = along(band, t);
      if (start.x + width > band.middles.at(-1)!.x - 14) continue;
      const middle = along(band, t + width / 2 / (band.middles.at(-1)!.x - band.middles[0]!.x));
      const box = { x: start.x + 8, y: middle.y - height / 2, width, height };
      if (taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      labels.push({ ...box, ribbon, text });
      break;
    }
  }
  return { labels, unlabelled: bands.length - labels.length };
}

/** "invests ≥ $10bn [A1] ≠ C1". */
export function labelText({ label, taken, differs, circles }: Ribbon): string {
  return [
    label,
    taken.length > 0 ? `[${taken.map((number) => `A${number}`).join(" ")}]` : "",
    differs ? "≠" : "",
    circles.length === 0 ? "" : circleNames(circles),
  ]
    .filter(Boolean)
    .join(" ");
}

export function circleNames(circles: readonly number[]): string {
  const named = circles.slice(0, 3).map((number) => `C${number}`);
  return circles.length > 3 ? `${named.join(" ")} +${circles.length - 3}` : named.join(" ");
}

/** The middle of a band at t of its way, from 0 to 1. */
export function along({ middles }: Pick<Band, "middles">, t: number): Point {
  const steps = middles.length - 1;
  const step = Math.min(steps - 1, Math.max(0, Math.floor(t * steps)));
  const [from, to] = [middles[step]!, middles[step + 1]!];
  const x = from.x + (to.x - from.x) * (t * steps - step);
  return { x, y: heightAt(from, to, x) };
}

/** Where the curve from one place to the next, level at both, stands at x. */
function heightAt(from: Point, to: Point, x: number): number {
  const wanted = (x - from.x) / (to.x - from.x || 1);
  // Its x is 3·½·(s − s²) + … of one parameter: searched to a thousandth.
  let [low, high] = [0, 1];
  for (let round = 0; round < 12; round++) {
    const s = (low + high) / 2;
    const at = 1.5 * s * (1 - s) ** 2 + 1.5 * s ** 2 * (1 - s) + s ** 3;
    if (at < wanted) low = s;
    else high = s;
  }
  const s = (low + high) / 2;
  const rise = 3 * s ** 2 * (1 - s) + s ** 3;
  return from.y + (to.y - from.y) * rise;
}
