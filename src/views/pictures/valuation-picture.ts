/** What is a company worth, by whom and when? Points by day in a strip for each kind. No line joins them: of two kinds neither replaces the other, and between two days nothing is known. */

import { figureText } from "../../model/amount.ts";
import type { ValuationsOfKind } from "../own/valuations.ts";
import { px } from "./drawing.ts";
import { conflict, ink, muted } from "./ink.ts";
import type { LegendMark } from "./legend.ts";
import { answering, framed, label } from "./picture-frame.ts";
import { statusGlyph } from "./status-mark.ts";
import { type ValuationPoint, type ValuationStrip, valuationDrawing, valuationSize } from "./valuation-drawing.ts";

export interface ValuationPictureInput {
  readonly valuations: readonly ValuationsOfKind[];
  readonly company: string;
  readonly subtitle: string;
  readonly sources: readonly string[];
}

const hue = "#098be5";

export function valuationPicture({ valuations, company, subtitle, sources }: ValuationPictureInput): string {
  const drawing = valuationDrawing(valuations);
  const { strips, ticks, height, column, otherUnits } = drawing;
  const points = strips.flatMap((strip) => strip.points);
  const unlabelled = points.filter((point) => point.label === null).length;
  const marks = [
    ...(column === null || strips.length === 0
      ? []
      : [
          `<path d="M${px(column - 6)} 14V${px(height - 16)}" stroke="${muted}" stroke-dasharray="2 4"/>`,
          label(column, 12, "no day is stated", { size: 11, fill: muted }),
        ]),
    ...strips.flatMap((strip) => stripMarks(strip, drawing.most, drawing.unit)),
    ...ticks.map(({ x, text }, index) =>
      label(x, height - 2, text, {
        size: 11,
        fill: muted,
        anchor: index === 0 && ticks.length > 1 ? "start" : "middle",
      }),
    ),
  ];
  return framed(
    {
      ...{ width: valuationSize.width, title: titleOf(valuations, company), subtitle, sources, assumed: [] },
      legend: legendOf(points),
      notDrawn: [
        ...(unlabelled === 0 ? [] : [`${unlabelled} labels without room (hover, or the table)`]),
        ...(otherUnits === 0 ? [] : [`${otherUnits} in other money`]),
      ],
      alt: strips
        .map(({ kind, points: own }) => `${kindName(kind)}: ${own.map(({ text }) => text).join(", ")}`)
        .join(". "),
    },
    strips.length === 0 ? [label(20, 14, "No claim gives a valuation.", { fill: muted })] : marks,
    strips.length === 0 ? 24 : height,
  );
}

/** How many figures of how many kinds, and between what they lie; nothing is taken for the one value. */
function titleOf(valuations: readonly ValuationsOfKind[], company: string): string {
  const all = valuations.flatMap((each) => each.valuations);
  if (all.length === 0) return `${company}: no claim says what it is worth`;
  const unit = all[0]!.observation.amount.unit;
  const ends = all
    .filter(({ observation }) => observation.amount.unit === unit)
    .flatMap(({ value }) => [value.told.low, value.told.high])
    .filter(Number.isFinite);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const between = least === most ? figureText(most, unit) : `${figureText(least, unit)} to ${figureText(most, unit)}`;
  const kinds = valuations.length === 1 ? "one kind" : `${valuations.length} kinds`;
  return `${company}: ${all.length === 1 ? "one valuation" : `${all.length} valuations of ${kinds}`}, ${between}`;
}

export function kindName(kind: ValuationsOfKind["kind"]): string {
  return kind === "not told" ? "kind not told" : kind;
}

function stripMarks({ kind, y, top, bottom, points }: ValuationStrip, most: number, unit: string): string[] {
  const { left, right } = valuationSize;
  const line = (at: number, text: string): string =>
    `<path d="M${left} ${px(at)}H${right}" stroke="${muted}" stroke-opacity="0.3"/>${label(left - 8, at + 4, text, { size: 11, fill: muted, anchor: "end" })}`;
  return [
    label(20, y + 13, kindName(kind), { weight: 600 }),
    line(top, figureText(most, unit)),
    line((top + bottom) / 2, figureText(most / 2, unit)),
    `<path d="M${left} ${px(bottom)}H${right}" stroke="${ink}"/>${label(left - 8, bottom + 4, "0", { size: 11, fill: muted, anchor: "end" })}`,
    ...points.map((point) => pointMark(point)),
  ];
}

function pointMark({ x, y, top, isOpen, status, text, differs, claims, label: box }: ValuationPoint): string {
  const range = top === null ? "" : `<path d="M${px(x)} ${px(y)}V${px(top)}" stroke="${hue}" stroke-width="2"/>`;
  const arrow = isOpen ? `<path d="M${px(x)} ${px(y - 5)}v-9m-3 3l3 -3l3 3" stroke="${hue}" fill="none"/>` : "";
  const isAside = box !== null && box.x > x + 10;
  const leader =
    isAside && Math.abs(box.y + 7 - y) > 1
      ? `<path d="M${px(x + 6)} ${px(y)}L${px(box.x - 3)} ${px(box.y + 7)}" stroke="${muted}" stroke-width="0.6"/>`
      : "";
  const words = box === null ? "" : label(box.x, box.y + 11, text, { size: valuationSize.text, differs });
  return answering(
    claims,
    `${text}, ${status}${differs ? ", sources differ" : ""}`,
    range + arrow + leader + statusGlyph(status, { x, y }, hue) + words,
  );
}

function legendOf(points: readonly ValuationPoint[]): LegendMark[] {
  const statuses = (["completed", "signed", "announced", "talks", "forecast", "ended", "denied"] as const).filter(
    (each) => points.some(({ status }) => status === each),
  );
  return [
    ...statuses.map(
      (status): LegendMark => ({ text: status, lead: 14, draw: (x, y) => statusGlyph(status, { x: x + 5, y }, hue) }),
    ),
    ...(points.some(({ isOpen }) => isOpen)
      ? [
          {
            text: "at least so much",
            lead: 12,
            draw: (x: number, y: number) =>
              `<path d="M${px(x + 4)} ${px(y + 5)}v-10m-3 3l3 -3l3 3" stroke="${hue}" fill="none"/>`,
          },
        ]
      : []),
    ...(points.some(({ differs }) => differs)
      ? [
          {
            text: "differs from another of its kind",
            lead: 14,
            draw: (x: number, y: number) => label(x, y + 4, "≠", { fill: conflict }),
          },
        ]
      : []),
  ];
}
