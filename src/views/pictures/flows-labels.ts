/** Which labels does the picture of flows have, and where? Those of wide bands first, none on a company, a word or another label. */

import { type Box, overlaps, textWidth } from "./drawing.ts";
import { along } from "./flows-bands.ts";
import type { Band, Lane } from "./flows-drawing.ts";
import { flowSize, type Placed } from "./flows-places.ts";
import type { Ribbon } from "./flows-ribbons.ts";
import type { Stub } from "./flows-stubs.ts";

export interface FlowLabel extends Box {
  readonly ribbon: Ribbon;
  readonly text: string;
}

/** Labels on their bands where there is room. */
export function placedLabels(
  bands: readonly Band[],
  { nodes }: Placed,
  lanes: readonly Lane[],
  stubs: readonly Stub[],
): { readonly labels: readonly FlowLabel[]; readonly unlabelled: number } {
  const taken: Box[] = [
    ...nodes,
    ...nodes.map(({ nameBox }) => nameBox),
    ...stubs.map(({ box }) => box),
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
