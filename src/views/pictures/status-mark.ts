/** A status in a picture: a glyph that is a path, and the look of an area. Never a colour alone. */

import type { Status } from "../../model/claim.ts";
import { type Box, type Point, px } from "./drawing.ts";
import { ground } from "./ink.ts";

const turns: Readonly<Partial<Record<Status, number>>> = { talks: 0.25, announced: 0.5, signed: 0.75 };

/** A ring filled to a quarter, a half, three quarters, whole; dotted for a forecast, crossed where denied, barred where ended. */
export function statusGlyph(status: Status, { x, y }: Point, hue: string): string {
  const r = 4.5;
  const dots = status === "forecast" ? ` stroke-dasharray="1 2"` : "";
  const ring = `<circle cx="${px(x)}" cy="${px(y)}" r="${r}" fill="${status === "completed" ? hue : ground}" stroke="${hue}"${dots}/>`;
  if (status === "denied") return `${ring}<path d="M${px(x - 3.2)} ${px(y + 3.2)}l6.4 -6.4" stroke="${hue}"/>`;
  if (status === "ended") return `${ring}<path d="M${px(x - 2.5)} ${px(y)}h5" stroke="${hue}"/>`;
  const turn = turns[status];
  if (turn === undefined) return ring;
  const angle = 2 * Math.PI * turn;
  const end = { x: x + r * Math.sin(angle), y: y - r * Math.cos(angle) };
  return `${ring}<path d="M${px(x)} ${px(y)}V${px(y - r)}A${r} ${r} 0 ${turn > 0.5 ? 1 : 0} 1 ${px(end.x)} ${px(end.y)}Z" fill="${hue}"/>`;
}

/** How much of its hue each status has. */
export const statusFills: Readonly<Record<Status, number>> = {
  completed: 0.85,
  signed: 0.6,
  announced: 0.28,
  talks: 0,
  forecast: 0,
  denied: 0,
  ended: 0,
};
/** Dashes of edges; none is a whole line. */
export const statusEdges: Readonly<Partial<Record<Status, string>>> = {
  announced: "10 5",
  talks: "4 4",
  forecast: "1 4",
};

/** An area whose fill and edge tell how firm it is; a pixel of ground parts it from its neighbours. Two fills are alike in some eyes: what is signed has a double edge, if there is room. */
export function statusArea(status: Status, { x, y, width, height }: Box, hue: string): string {
  const dash = statusEdges[status];
  const inner = { x: x + 0.5, width: Math.max(0.6, width - 1) };
  const area = `<rect x="${px(inner.x)}" y="${px(y + 0.5)}" width="${px(inner.width)}" height="${px(height - 1)}" fill="${statusFills[status] === 0 ? ground : hue}" fill-opacity="${statusFills[status] === 0 ? 1 : statusFills[status]}" stroke="${hue}"${dash ? ` stroke-dasharray="${dash}"` : ""}/>`;
  return status === "signed" && Math.min(inner.width, height) >= 9
    ? area + secondEdge({ ...inner, y: y + 0.5, height: height - 1 })
    : area;
}

/** The ground between both lines of a double edge. */
function secondEdge({ x, y, width, height }: Box): string {
  return `<rect x="${px(x + 2)}" y="${px(y + 2)}" width="${px(width - 4)}" height="${px(height - 4)}" fill="none" stroke="${ground}" stroke-width="1.4"/>`;
}

/** Between a low end and a high one: a thin outline that nothing fills. */
export function openArea({ x, y, width, height }: Box, hue: string): string {
  return `<rect x="${px(x + 0.5)}" y="${px(y + 3.5)}" width="${px(Math.max(0.6, width - 1))}" height="${px(height - 7)}" fill="${ground}" stroke="${hue}" stroke-width="0.8"/>`;
}

/** What is not stated: slanted lines inside a box, each cut at its edges, so that no pattern needs an id. */
export function hatched({ x, y, width, height }: Box, hue: string): string {
  const step = 6;
  const lines: string[] = [];
  for (let start = step - height; start < width; start += step) {
    const [from, to] = [Math.max(0, start), Math.min(width, start + height)];
    if (to > from)
      lines.push(`M${px(x + from)} ${px(y + height - (from - start))}L${px(x + to)} ${px(y + height - (to - start))}`);
  }
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(Math.max(0.6, width))}" height="${px(height)}" fill="${ground}" stroke="${hue}" stroke-opacity="0.5"/>${lines.length > 0 ? `<path d="${lines.join("")}" stroke="${hue}" stroke-opacity="0.5" fill="none"/>` : ""}`;
}
