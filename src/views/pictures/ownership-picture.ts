/**
 * Who owns a company, and what would new money make of it? Bars from nothing to the whole, before and after, at the ends that sources state.
 *
 * Fill and edge are how firm, hatch is what nobody names. A right to new shares weighs nothing until it is exercised: it stands apart, in words that say who may buy whose.
 */

import type { PartyId } from "../../model/id.ts";
import type { OwnAnswer } from "../own/own-answer.ts";
import { ownershipTitle, rightText } from "../own/own-words.ts";
import { isPriced } from "../own/pro-forma.ts";
import { px } from "./drawing.ts";
import { ground, ink, muted } from "./ink.ts";
import { type OwnershipBar, ownershipDrawing, ownershipSize, type Part, type PartLabel } from "./ownership-drawing.ts";
import { answering, brokenText, framed, label, margin } from "./picture-frame.ts";
import { hatchLegend, openLegend, statusLegend } from "./status-legend.ts";
import { hatched, openArea, statusArea, statusGlyph } from "./status-mark.ts";

const hue = "#6e056f";

export interface OwnershipPictureInput {
  readonly answer: OwnAnswer;
  readonly nameOf: (party: PartyId) => string;
  readonly subtitle: string;
  readonly sources: readonly string[];
}

export function ownershipPicture({ answer, nameOf, subtitle, sources }: OwnershipPictureInput): string {
  const { bars, height, taken } = ownershipDrawing(answer, nameOf);
  const parts = bars.flatMap((bar) => bar.parts);
  const { table, rounds, rights, secondary } = answer;
  const marks = bars.flatMap((bar) => barMarks(bar));
  let y = height;
  if (table.unnamed === null) {
    marks.push(
      label(margin, y + 14, "The stated shares come to more than the whole: see the rows. Nothing is rescaled.", {
        fill: ink,
      }),
    );
    y += 26;
  }
  if (rights.length > 0) {
    marks.push(
      label(margin, y + 12, "Rights to new shares: they weigh nothing until they are exercised", { weight: 600 }),
    );
    y += 20;
    for (const right of rights) {
      const lines = brokenText(rightText(right, nameOf), ownershipSize.right - ownershipSize.left - 60, 11.5);
      const words = lines.map((line, index) => label(margin + 54, y + 12 + index * 15, line, { size: 11.5 })).join("");
      const mark = `<rect x="${margin}" y="${px(y + 1)}" width="30" height="14" fill="${ground}" stroke="${hue}" stroke-dasharray="2 2"/>${statusGlyph(right.status, { x: margin + 42, y: y + 8 }, hue)}${words}`;
      marks.push(answering(right.claims, rightText(right, nameOf), mark));
      y += lines.length * 15 + 6;
    }
  }
  const unpriced = rounds.filter((round) => !isPriced(round)).flatMap(({ investments }) => investments);
  return framed(
    {
      ...{ width: ownershipSize.width, title: ownershipTitle(answer, nameOf), subtitle, sources },
      legend: [
        ...statusLegend(
          parts.flatMap(({ status }) => status ?? []),
          hue,
        ),
        ...(parts.some(({ open }) => open !== null) ? [openLegend(hue)] : []),
        ...(parts.some(({ party }) => party === null) ? [hatchLegend("no claim names who", hue)] : []),
      ],
      notDrawn: [
        ...(unpriced.length === 0
          ? []
          : [
              `money without a valuation, which makes no share (${unpriced.map(({ party, text }) => `${party === null ? "nobody named" : nameOf(party)} ${text}`).join(", ")})`,
            ]),
        ...(table.toCome.length === 0
          ? []
          : [
              `${table.toCome.length} told of and not held yet (${table.toCome.map(({ party, text }) => `${nameOf(party)} ${text}`).join(", ")})`,
            ]),
        ...(secondary.length === 0
          ? []
          : [
              `${secondary.length === 1 ? "one secondary sale" : `${secondary.length} secondary sales`}, which dilute nobody`,
            ]),
      ],
      assumed: taken.map(({ text }) => text),
      alt: bars
        .map((bar) => `${bar.title}: ${bar.parts.map(({ name, text }) => `${name} ${text}`).join(", ")}`)
        .join(". "),
    },
    marks,
    Math.max(y, 10),
  );
}

function barMarks({ title, notes, y, parts, labels, height }: OwnershipBar): string[] {
  const { left, text } = ownershipSize;
  return [
    label(left, y + 13, title, { weight: 600 }),
    ...parts.map((part) =>
      answering(part.claims, `${part.name}: ${part.text}${part.status ? `, ${part.status}` : ""}`, partMark(part)),
    ),
    ...labels.flatMap(({ from, part, y: to }) =>
      from === null
        ? []
        : [`<path d="M${px(from)} ${px(part.y + part.height)}V${px(to + 2)}" stroke="${muted}" stroke-width="0.8"/>`],
    ),
    ...labels.map((each) => labelMark(each)),
    ...notes.map((note, index) =>
      label(left, y + height - (notes.length - index) * 15 + 11, note, { size: text, fill: muted }),
    ),
  ];
}

function partMark({ party, status, open, ...box }: Part): string {
  if (party === null) return hatched(box, hue);
  return statusArea(status ?? "completed", box, hue) + (open ? openArea(open, hue) : "");
}

function labelMark({ x, y, width, height, text, part, from }: PartLabel): string {
  const size = ownershipSize.text;
  if (from === null) {
    const isDark = part.party !== null && part.status === "completed";
    const plate =
      part.party === null || part.status === "signed"
        ? `<rect x="${px(x - 3)}" y="${px(y)}" width="${px(Math.min(part.width - 6, width + 6))}" height="${height}" fill="${ground}"/>`
        : "";
    return `${plate}${label(x, y + 12.5, text, { size, fill: isDark ? ground : ink })}`;
  }
  // Lines of labels further below run behind it.
  const plate = `<rect x="${px(x - 1)}" y="${px(y)}" width="${px(width + 2)}" height="${px(height)}" fill="${ground}"/>`;
  return `${plate}${label(x, y + 11, text, { size })}`;
}
