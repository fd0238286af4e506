/** Legends: marks with their words in rows that are no wider than the picture. Only what is drawn stands in one. */

import { px, textWidth, xmlText } from "./drawing.ts";
import { conflict, halo, ink } from "./ink.ts";

export interface LegendMark {
  readonly text: string;
  /** How much room its mark takes. */
  readonly lead: number;
  readonly draw: (x: number, y: number) => string;
}

const rowHeight = 20;
const gap = 22;

/** The marks as SVG, the first row around y = 0; `height` is that of all rows. */
export function legendRows(
  marks: readonly LegendMark[],
  room: number,
): { readonly marks: readonly string[]; readonly height: number } {
  let [x, y] = [0, 0];
  const placed = marks.map(({ text, lead, draw }) => {
    const needed = lead + textWidth(text, 12);
    if (x > 0 && x + needed > room) [x, y] = [0, y + rowHeight];
    const mark = `${draw(x, y)}<text x="${px(x + lead)}" y="${px(y + 4)}" font-size="12" fill="${ink}">${xmlText(text)}</text>`;
    x += needed + gap;
    return mark;
  });
  return { marks: placed, height: marks.length === 0 ? 0 : y + rowHeight };
}

/** Words without a mark. */
export function wordsLegend(text: string): LegendMark {
  return { text, lead: 0, draw: () => "" };
}

export function circleLegend(text: string): LegendMark {
  return {
    text,
    lead: 28,
    draw: (x, y) => `<path d="M${px(x)} ${px(y)}h22" stroke="${halo}" stroke-width="10"/>`,
  };
}

export const differsLegend: LegendMark = {
  text: "sources differ",
  lead: 16,
  draw: (x, y) => `<text x="${px(x)}" y="${px(y + 4)}" font-size="13" fill="${conflict}">≠</text>`,
};
