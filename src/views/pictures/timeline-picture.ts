/** When did which claims of a company become known, and how firm are they? A row for each status, a column for each day, month or year; height is how many. */

import type { Status } from "../../model/claim.ts";
import { dayNumber, type PartialDay } from "../../model/day.ts";
import type { Testimony } from "../../model/deal.ts";
import type { ClaimId } from "../../model/id.ts";
import { type Box, px, textWidth } from "./drawing.ts";
import { muted } from "./ink.ts";
import { answering, framed, label, margin } from "./picture-frame.ts";
import { statusArea, statusGlyph } from "./status-mark.ts";

export interface TimelinePictureInput {
  readonly about: readonly Testimony[];
  readonly company: string;
  /** What its title says where there is no claim. */
  readonly none?: string;
  readonly subtitle: string;
  readonly sources: readonly string[];
}

export interface TimelineCell extends Box {
  readonly status: Status;
  readonly when: string;
  readonly claims: readonly ClaimId[];
}

export interface TimelineDrawing {
  readonly grain: "day" | "month" | "year";
  readonly rows: readonly { readonly status: Status; readonly y: number }[];
  readonly cells: readonly TimelineCell[];
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
  readonly height: number;
}

const hue = "#59636e";
const size = { width: 680, left: 126, right: 650, row: 40, bar: 24 } as const;
const order: readonly Status[] = ["completed", "signed", "announced", "talks", "forecast", "ended", "denied"];

export function timelineDrawing(about: readonly Testimony[]): TimelineDrawing {
  const days = about.map(({ known }) => known);
  const grain = grainOf(days);
  const statuses = order.filter((status) => about.some(({ claim }) => claim.status === status));
  const when = (known: PartialDay): string =>
    grain === "day" ? known : grain === "month" ? known.slice(0, 7) : known.slice(0, 4);
  const [first, last] = [
    Math.min(...days.map((day) => place(day, grain))),
    Math.max(...days.map((day) => place(day, grain))),
  ];
  const step = (size.right - size.left) / (last - first + 1);
  const width = Math.min(22, Math.max(3, step - 2));
  const xOf = (day: PartialDay): number => size.left + (place(day, grain) - first + 0.5) * step;
  const groups = [...Map.groupBy(about, ({ known, claim }) => `${claim.status} ${when(known)}`).values()];
  const most = Math.max(1, ...groups.map((own) => own.length));
  const rows = statuses.map((status, index) => ({ status, y: 12 + index * size.row }));
  const cells = groups.map((own): TimelineCell => {
    const { known, claim } = own[0]!;
    const base = rows.find(({ status }) => status === claim.status)!.y + size.bar + 4;
    const height = (own.length / most) * size.bar;
    return {
      ...{ x: xOf(known) - width / 2, y: base - height, width, height },
      ...{ status: claim.status, when: when(known), claims: own.map((each) => each.claim.id) },
    };
  });
  const named = [...new Map([...about].map(({ known }) => [when(known), xOf(known)]))].sort(
    ([, one], [, other]) => one - other,
  );
  let end = Number.NEGATIVE_INFINITY;
  const ticks = named.flatMap(([text, x]) => {
    const half = textWidth(text, 11) / 2;
    if (x - half < end + 8 || x + half > size.width - 4) return [];
    end = x + half;
    return [{ x, text }];
  });
  return { grain, rows, cells, ticks, height: 12 + rows.length * size.row + 20 };
}

/** Days of one season, months of a few years, else years. */
function grainOf(days: readonly PartialDay[]): TimelineDrawing["grain"] {
  const numbers = days.map((day) => dayNumber(day));
  const span = Math.max(...numbers) - Math.min(...numbers);
  return span <= 92 ? "day" : span <= 365 * 6 ? "month" : "year";
}

function place(day: PartialDay, grain: TimelineDrawing["grain"]): number {
  if (grain === "day") return dayNumber(day);
  const [year, month] = day.split("-").map(Number);
  return grain === "year" ? year! : year! * 12 + (month ?? 1) - 1;
}

export function timelinePicture(input: TimelinePictureInput): string {
  const { about, subtitle, sources } = input;
  const drawing = timelineDrawing(about);
  const { rows, cells, ticks, grain, height } = drawing;
  const title = titleOf(input, cells);
  const marks = [
    ...rows.flatMap(({ status, y }) => [
      statusGlyph(status, { x: margin + 6, y: y + size.bar - 2 }, hue),
      label(margin + 18, y + size.bar + 2, status),
      `<path d="M${size.left - 8} ${px(y + size.bar + 4)}H${size.right}" stroke="${muted}" stroke-opacity="0.4"/>`,
    ]),
    ...cells.map((cell) => {
      const count = String(cell.claims.length);
      const number =
        textWidth(count, 10) <= cell.width + 4
          ? label(cell.x + cell.width / 2, cell.y - 2, count, { size: 10, anchor: "middle" })
          : "";
      const says = `${cell.when}: ${count} ${cell.claims.length === 1 ? "claim" : "claims"}, ${cell.status}`;
      return answering(cell.claims, says, statusArea(cell.status, cell, hue) + number);
    }),
    ...ticks.map(({ x, text }) => label(x, height - 4, text, { size: 11, fill: muted, anchor: "middle" })),
  ];
  return framed(
    {
      ...{
        width: size.width,
        title,
        subtitle: `claims by the ${grain} on which they became known · ${subtitle}`,
        sources,
      },
      ...{ legend: [], notDrawn: [], assumed: [] },
      alt: rows
        .map(({ status }) => `${status} ${about.filter(({ claim }) => claim.status === status).length}`)
        .join(", "),
    },
    cells.length === 0 ? [] : marks,
    cells.length === 0 ? 0 : height,
  );
}

/** How many, and when the most of them became known. */
function titleOf(
  { about, company, none = "no claim says anything of it" }: TimelinePictureInput,
  cells: readonly TimelineCell[],
): string {
  if (about.length === 0) return `${company}: ${none}`;
  if (about.length === 1) return `${company}: one claim, known since ${about[0]!.known}`;
  const times = [...Map.groupBy(cells, ({ when }) => when)].map(([when, own]) => ({
    when,
    claims: own.reduce((sum, { claims }) => sum + claims.length, 0),
  }));
  const most = times.reduce((best, each) => (each.claims > best.claims ? each : best));
  if (most.claims === 1) return `${company}: ${about.length} claims, the first known since ${times[0]!.when}`;
  return times.length === 1
    ? `${company}: ${about.length} claims, all known since ${most.when}`
    : `${company}: ${about.length} claims, ${most.claims} of them known since ${most.when}`;
}
