/** What stands below the network: a legend of what is drawn, what is not drawn and why, the sources. */

import type { Layer } from "../network-rows.ts";
import { px, textWidth, xmlText } from "./drawing.ts";
import { conflict, ground, halo, ink, muted } from "./ink.ts";
import type { NetworkDrawing, NetworkPictureInput } from "./network-drawing.ts";
import { hues } from "./network-ink.ts";
import { brokenText } from "./picture-frame.ts";
import { statusGlyph } from "./status-mark.ts";

/** Legend and lines as SVG below a height of a picture of this width. */
export function networkFoot(
  drawing: NetworkDrawing,
  input: NetworkPictureInput,
  width: number,
): { readonly marks: (top: number) => string; readonly height: number } {
  const legend = legendOf(drawing, width);
  const foot = footLines(drawing, input, width);
  return {
    marks: (top) =>
      [
        ...legend.marks.map((mark) => `<g transform="translate(24 ${px(top + 14)})">${mark}</g>`),
        ...foot.map(
          (line, index) =>
            `<text x="24" y="${px(top + legend.height + 20 + index * 17)}" font-size="12" fill="${muted}">${xmlText(line)}</text>`,
        ),
      ].join(""),
    height: legend.height + foot.length * 17 + 18,
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
          return `<path d="M${px(at)} ${px(line)}h26" stroke="${ink}" stroke-width="4"${dash}/>${middle}${statusGlyph(status, { x: at + 36, y: line }, ink)}`;
        },
        status,
        46,
      );
  if (arcs.some(({ layer }) => layer === "money")) put(() => "", "width: √ of $; thin: another unit, or no amount", 0);
  if (arcs.some(({ circle }) => circle !== null))
    put(
      (at, line) => `<path d="M${px(at)} ${px(line)}h22" stroke="${halo}" stroke-width="10"/>`,
      "part of a circle",
      28,
    );
  if (arcs.some(({ differs }) => differs))
    put(
      (at, line) => `<text x="${px(at)}" y="${px(line + 4)}" font-size="13" fill="${conflict}">≠</text>`,
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
  return told.flatMap((line) => brokenText(line, width - 48, 12));
}
