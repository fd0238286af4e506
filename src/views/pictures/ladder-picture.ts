/**
 * The obligations ladder as a picture: what falls due year by year, what that is worth now, or contracts as a whole; fill is how firm, length how much, hatch what is not
 * stated. Below a year that is opened stand its quarters.
 *
 * One scale for all bars of one money, from zero. What has no day stands in a box below with a scale of its own and is spread over no years.
 */

import { rungOf } from "../../deals/firmness.ts";
import type { Status } from "../../model/claim.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import { contractTotals } from "../contract-totals.ts";
import { sizeOf } from "../counterparties.ts";
import { added } from "../flow-rows.ts";
import type { Basis } from "../ladder-basis.ts";
import { amountOn, type LadderRow } from "../ladder-rows.ts";
import { px, textWidth, xmlText } from "./drawing.ts";
import { ground, ink, muted } from "./ink.ts";
import type { LadderPictureInput } from "./ladder-bars.ts";
import { type Bar, type Block, type LadderDrawing, ladderDrawing, ladderSize } from "./ladder-drawing.ts";
import type { LegendMark } from "./legend.ts";
import { answering, cutText, framed, label, margin } from "./picture-frame.ts";
import { hatchLegend, openLegend, statusLegend } from "./status-legend.ts";
import { hatched, openArea, statusArea, statusGlyph } from "./status-mark.ts";

const hue = "#098be5";

export function ladderPicture(input: LadderPictureInput): string {
  const drawing = ladderDrawing(input);
  const { blocks, apart, height, taken } = drawing;
  const { uncounted } = input.ladder;
  const none = blocks.length === 0 && apart === null;
  const title = ladderTitle(input);
  return framed(
    {
      ...{ width: ladderSize.width, title, subtitle: input.subtitle, sources: input.sources },
      legend: legendOf(drawing),
      notDrawn:
        uncounted.length === 0
          ? []
          : [
              `${uncounted.length} without an amount (${[...new Set(uncounted.map(({ to }) => (to === null ? "several" : input.nameOf(to))))].join(", ")})`,
            ],
      assumed: taken.map(({ text }) => text),
      alt: `Bars ${input.basis === "total" ? "by contract" : "by year"}: ${blocks.flatMap(({ bars }) => bars.map((bar) => `${bar.label} ${bar.total}`)).join(", ") || "none"}`,
    },
    none
      ? [label(margin, 18, "Nothing to be paid is told with an amount.", { fill: muted })]
      : [...blocks.flatMap((block) => blockMarks(block)), ...(apart === null ? [] : apartMarks(apart))],
    none ? 28 : height,
  );
}

const verbs: Readonly<Partial<Record<Status, string>>> = {
  talks: "would pay",
  announced: "has said it will pay",
  signed: "must pay",
  completed: "pays",
};

/** The finding, with the verb of the loosest status in it. */
export function ladderTitle(input: LadderPictureInput): string {
  const { ladder, basis, company } = input;
  if (basis === "total") return totalTitle(input);
  const dollars = ladder.rows.filter(({ commodity }) => commodity === "USD");
  if (dollars.length === 0) return undatedTitle(ladder, company);
  return basis === "value" ? worthTitle(input, dollars) : dueTitle(company, dollars);
}

function totalTitle({ ladder, company }: LadderPictureInput): string {
  const totals = contractTotals(ladder).filter(({ commodity }) => commodity === "USD");
  if (totals.length === 0) return `${company}: no contract with an amount is open`;
  const all = totals.map(({ whole }) => whole).reduce(added);
  const whose = totals.length === 1 ? "one contract comes" : `contracts with ${totals.length} others come`;
  return `${company}: ${whose} to ${endsText("USD", all)} in all, the loosest ${loosest(totals)}`;
}

function worthTitle({ company, asOf, rate }: LadderPictureInput, dollars: readonly LadderRow[]): string {
  const sum = (basis: Basis): string => endsText("USD", dollars.map((row) => amountOn(basis, row)).reduce(added));
  const verb = verbs[loosest(dollars)] ?? "pays";
  return `${company} ${verb} ${sum("due")} on days that are known; at ${rate} a year that is worth ${sum("value")} on ${asOf}`;
}

function dueTitle(company: string, dollars: readonly LadderRow[]): string {
  const years = [...Map.groupBy(dollars, ({ year }) => year)].map(([year, own]) => ({
    ...{ year, own },
    sum: own.map(({ due }) => due).reduce((one: Ends, other) => added(one, other)),
  }));
  const most = years.reduce((best, each) => (sizeOf(each.sum) > sizeOf(best.sum) ? each : best));
  const text = endsText("USD", most.sum);
  const same = years.filter(({ sum }) => endsText("USD", sum) === text);
  const when = same.length > 2 ? `each of ${same.length} years` : same.map(({ year }) => year).join(" and in ");
  const verb = verbs[loosest(same.flatMap(({ own }) => own))] ?? "pays";
  return `${company} ${verb} ${text} in ${when}${same.length < years.length ? ", more than in any other year" : ""}`;
}

/** Where nothing has a day. */
function undatedTitle({ unscheduled }: LadderPictureInput["ladder"], company: string): string {
  const [first, ...more] = unscheduled;
  if (first === undefined) return `${company}: nothing with a day falls due`;
  if (more.length > 0) return `${company}: no source states a day of the ${unscheduled.length} sums to be paid`;
  const { status, commodity } = first.posting;
  return `${company} ${verbs[status] ?? "pays"} ${endsText(commodity, first.rest)}, on no day that a source states`;
}

function loosest(rows: readonly { readonly status: Status }[]): Status {
  return rows.reduce((one, other) => (rungOf(other.status) < rungOf(one.status) ? other : one)).status;
}

function blockMarks({ title, y, bars }: Block): string[] {
  const first = bars[0]!;
  const { left } = first;
  const last = bars.at(-1)!;
  return [
    label(margin, y, title, { size: 11.5, fill: muted }),
    ...quarterGround(bars),
    `<path d="M${left} ${px(first.y)}V${px(last.y + 30)}" stroke="${ink}"/>`,
    ...bars.flatMap((bar) => barMarks(bar)),
  ];
}

/** The quarters of a year lie on a ground of their own, so that nobody adds them to the years. */
function quarterGround(bars: readonly Bar[]): string[] {
  const quarters = bars.filter((bar) => bar.of === "quarter");
  const [first] = quarters;
  if (first === undefined) return [];
  const { width, row } = ladderSize;
  const height = quarters.length * row - 4;
  return [
    `<rect x="12" y="${px(first.y - 2)}" width="${width - 24}" height="${px(height)}" fill="#f6f7f9" stroke="${muted}" stroke-dasharray="4 3"/>`,
  ];
}

function apartMarks(apart: NonNullable<LadderDrawing["apart"]>): string[] {
  const { x, y, width, height, title, bars } = apart;
  return [
    `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" fill="#f6f7f9" stroke="${muted}" stroke-dasharray="4 3"/>`,
    label(margin, y + 18, title, { size: 11.5, fill: muted }),
    ...bars.flatMap((bar) => barMarks(bar)),
  ];
}

function barMarks({ of, year, label: name, total, words, left, y, segments, cash }: Bar): string[] {
  const { bar, width } = ladderSize;
  const end = Math.max(
    ...segments.map(
      (segment) => segment.x + segment.width + (segment.outside?.width ?? 0) + (segment.open?.width ?? 0),
    ),
  );
  const isTime = of !== "contract";
  const totalWidth = textWidth(total, 13);
  const named = isTime
    ? label(left - 10, y + 18, name, { size: 13, weight: of === "year" ? 600 : 400, anchor: "end" })
    : label(left - 10, y + 18, cutText(name, left - margin - 6, 12), { weight: 600, anchor: "end" });
  return [
    year === null ? named : opening(year, y, named),
    ...segments.map((segment) => {
      const marks = [
        segment.width > 0 ? statusArea(segment.status, segment, hue) : "",
        segment.outside ? hatched(segment.outside, hue) : "",
        segment.open ? openArea(segment.open, hue) : "",
      ].join("");
      // What is too small to be seen can be pressed all the same.
      const hit = `<rect x="${px(segment.x)}" y="${px(segment.y)}" width="${px(Math.max(4, end - segment.x))}" height="${bar}" fill="${ground}" fill-opacity="0"/>`;
      return answering(segment.claims, segment.says, segments.length === 1 ? hit + marks : marks);
    }),
    // Above the bar, so that it lies over no words.
    cash === null
      ? ""
      : `<path d="M${px(cash.from)} ${px(y + 4)}V${px(y - 1)}H${px(cash.to)}V${px(y + 4)}" stroke="${ink}" fill="none"/>`,
    label(Math.min(end + 8, width - margin - totalWidth), y + 18, total, {
      size: 13,
      weight: 600,
    }),
    ...(segments.length === 1 && !isTime ? [statusGlyph(segments[0]!.status, { x: left + 5, y: y + 32 }, hue)] : []),
    label(left + (isTime ? 6 : 15), y + 36, fitting(words, width - margin - left - 15, 11), {
      size: 11,
      fill: muted,
    }),
  ];
}

/** The name of a year, which a page can open into its quarters. */
function opening(year: number, y: number, named: string): string {
  const hit = `<rect x="${margin}" y="${px(y + 1)}" width="${ladderSize.yearLeft - margin - 6}" height="24" fill="${ground}" fill-opacity="0"/>`;
  return `<g data-year="${year}"><title>${xmlText(`${year} by quarters`)}</title>${hit}${named}</g>`;
}

function legendOf({ statuses, hasOpen, hasOutside, blocks }: LadderDrawing): LegendMark[] {
  const cash = blocks.some(({ bars }) => bars.some((bar) => bar.cash !== null));
  return [
    ...statusLegend(statuses, hue),
    ...(hasOpen ? [openLegend(hue)] : []),
    ...(hasOutside ? [hatchLegend("paid before, or without a day", hue)] : []),
    ...(cash
      ? [
          {
            text: "cash at the start of the year, assumed",
            lead: 20,
            draw: (x: number, y: number) => `<path d="M${px(x)} ${px(y + 3)}v-5h14v5" stroke="${ink}" fill="none"/>`,
          },
        ]
      : []),
  ];
}

/** As many parts as fit on a line; how many more there are is told. */
function fitting(words: readonly string[], most: number, size: number): string {
  for (let count = words.length; count > 0; count--) {
    const more = words.length - count;
    const line = [...words.slice(0, count), ...(more > 0 ? [`and ${more} more`] : [])].join(" · ");
    if (count === 1 || textWidth(line, size) <= most) return cutText(line, most, size);
  }
  return "";
}
