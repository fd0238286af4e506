/** What stands below the network: a legend of what is drawn, what is not drawn and why, the sources. */

import type { Layer } from "../network-rows.ts";
import { head, px, xmlText } from "./drawing.ts";
import { ground, ink, muted } from "./ink.ts";
import { circleLegend, differsLegend, type LegendMark, legendRows, wordsLegend } from "./legend.ts";
import type { NetworkDrawing, NetworkPictureInput } from "./network-drawing.ts";
import { headMark } from "./network-heads.ts";
import { hues } from "./network-ink.ts";
import { brokenText } from "./picture-frame.ts";
import { statusGlyph } from "./status-mark.ts";

/** Legend and lines as SVG below a height of a picture of this width. */
export function networkFoot(
  drawing: NetworkDrawing,
  input: NetworkPictureInput,
  width: number,
): { readonly marks: (top: number) => string; readonly height: number } {
  const legend = legendRows(legendOf(drawing), width - 48);
  const foot = footLines(drawing, input, width);
  return {
    marks: (top) =>
      [
        ...legend.marks.map((mark) => `<g transform="translate(24 ${px(top + 14)})">${mark}</g>`),
        ...foot.map(
          (line, index) =>
            `<text x="24" y="${px(top + legend.height + 34 + index * 17)}" font-size="12" fill="${muted}">${xmlText(line)}</text>`,
        ),
      ].join(""),
    height: legend.height + foot.length * 17 + 32,
  };
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

/** In the order hue and head, line, width, halo, ≠. */
function legendOf({ arcs }: NetworkDrawing): LegendMark[] {
  const marks: LegendMark[] = [];
  for (const layer of Object.keys(layerNames) as Layer[])
    if (arcs.some((arc) => arc.layer === layer))
      marks.push({
        text: layerNames[layer],
        lead: 38,
        draw: (x, y) => {
          const tip = head({ from: { x, y }, bend: { x, y }, to: { x: x + 30, y } }, 11);
          return `<g data-swatch="${layer}"><path d="M${px(x)} ${px(y)}h20" stroke="${hues[layer]}" stroke-width="4"/>${headMark(layer, tip)}</g>`;
        },
      });
  for (const status of ["completed", "signed", "announced", "talks"] as const)
    if (arcs.some((arc) => arc.status === status))
      marks.push({
        text: status,
        lead: 46,
        draw: (x, y) => {
          const dash =
            status === "announced" ? ` stroke-dasharray="10 6"` : status === "talks" ? ` stroke-dasharray="2 4"` : "";
          const middle =
            status === "signed" ? `<path d="M${px(x)} ${px(y)}h26" stroke="${ground}" stroke-width="1.4"/>` : "";
          return `<path d="M${px(x)} ${px(y)}h26" stroke="${ink}" stroke-width="4"${dash}/>${middle}${statusGlyph(status, { x: x + 36, y }, ink)}`;
        },
      });
  if (arcs.some(({ layer }) => layer === "money"))
    marks.push(wordsLegend("width: √ of $; thin: another unit, or no amount"));
  if (arcs.some(({ circle }) => circle !== null)) marks.push(circleLegend("part of a circle"));
  if (arcs.some(({ differs }) => differs)) marks.push(differsLegend);
  return marks;
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
  return told.flatMap((line) => brokenText(line, width - 48, 12));
}
