/** Legends of areas: only what is drawn, from the firmest to the loosest. */

import type { Status } from "../../model/claim.ts";
import type { LegendMark } from "./legend.ts";
import { hatched, openArea, statusArea, statusGlyph } from "./status-mark.ts";

const order: readonly Status[] = ["completed", "signed", "announced", "talks", "forecast", "ended", "denied"];

/** The statuses among these, each as an area with its glyph and its word. */
export function statusLegend(statuses: Iterable<Status>, hue: string): LegendMark[] {
  const drawn = new Set(statuses);
  return order
    .filter((status) => drawn.has(status))
    .map((status) => ({
      text: status,
      lead: 44,
      draw: (x, y) =>
        statusArea(status, { x, y: y - 6, width: 26, height: 12 }, hue) + statusGlyph(status, { x: x + 34, y }, hue),
    }));
}

/** The hatch, and what it stands for here. */
export function hatchLegend(text: string, hue: string): LegendMark {
  return { text, lead: 32, draw: (x, y) => hatched({ x, y: y - 6, width: 26, height: 12 }, hue) };
}

/** What lies between the low end and the high end of a figure. */
export function openLegend(hue: string): LegendMark {
  return {
    text: "between the low end and the high one",
    lead: 32,
    draw: (x, y) => openArea({ x, y: y - 9, width: 26, height: 18 }, hue),
  };
}
