/** On whom does a company depend, as bars: what it is still to pay suppliers, what customers are to pay it, what funders gave or are to give. One scale, so that the three can be held against each other. */

import type { PartyId } from "../../model/id.ts";
import type { Taken } from "../../model/ledger.ts";
import type { Counterparty, Relations } from "../counterparties.ts";
import { dueText } from "../exposure-words.ts";
import { shareText } from "../interval-text.ts";
import { muted } from "./ink.ts";
import { framed, label, margin } from "./picture-frame.ts";
import { placedRanks, type RankBar, type RankRow, rankMark, rankRow, rankScale } from "./rank-bars.ts";
import { openLegend, statusLegend } from "./status-legend.ts";

export interface ExposurePictureInput {
  readonly relations: Relations;
  readonly title: string;
  readonly nameOf: (party: PartyId | null) => string;
  readonly subtitle: string;
  readonly sources: readonly string[];
  readonly taken: readonly Taken[];
}

const hue = "#098be5";
/** Further rows stand in the table. */
const mostRows = 8;

interface Group {
  readonly title: string;
  readonly bars: readonly RankBar[];
  readonly y: number;
}

export function exposureDrawing({ relations, nameOf }: Pick<ExposurePictureInput, "relations" | "nameOf">): {
  readonly groups: readonly Group[];
  readonly height: number;
  readonly folded: number;
  readonly unstated: readonly string[];
} {
  const { suppliers, customers, funders } = relations;
  const all = [
    { title: "Suppliers: what it is still to pay them, and their part", rows: suppliers },
    { title: "Customers: what they are still to pay it", rows: customers },
    { title: "Capital: what funders gave or are to give it", rows: funders },
  ].map(({ title, rows }) => ({ title, rows: rows.flatMap((row) => rankRowOf(row, nameOf)) }));
  const shown = all
    .map(({ title, rows }) => ({ title, rows: rows.slice(0, mostRows) }))
    .filter(({ rows }) => rows.length > 0);
  const scale = rankScale(shown.flatMap(({ rows }) => rows));
  let y = 0;
  const groups = shown.map(({ title, rows }) => {
    const bars = placedRanks(rows, scale, y + 22);
    const group = { title, bars, y };
    y += 22 + rows.length * rankRow + 8;
    return group;
  });
  return {
    groups,
    height: y,
    folded: all.reduce((sum, { rows }) => sum + Math.max(0, rows.length - mostRows), 0),
    unstated: [...suppliers, ...customers, ...funders]
      .filter((row) => row.unstated.length > 0)
      .map(({ party, layer }) => `${nameOf(party)}, ${layer}`),
  };
}

function rankRowOf(row: Counterparty, nameOf: ExposurePictureInput["nameOf"]): RankRow[] {
  const { party, inAll, allShare, status, postings } = row;
  if (inAll === null || inAll.high === 0) return [];
  const share = allShare === null ? "" : ` · ${shareText(allShare)}`;
  return [
    {
      ...{ name: nameOf(party), amount: inAll, text: `${dueText(inAll)}${share}`, status },
      claims: [...new Set(postings.flatMap(({ claims }) => claims))],
    },
  ];
}

export function exposurePicture(input: ExposurePictureInput): string {
  const { groups, height, folded, unstated } = exposureDrawing(input);
  const bars = groups.flatMap((group) => group.bars);
  const marks = groups.flatMap((group) => [
    label(margin, group.y + 12, group.title, { weight: 600 }),
    ...group.bars.map((bar) => rankMark(bar, hue)),
  ]);
  return framed(
    {
      ...{ width: 680, title: input.title, subtitle: input.subtitle, sources: input.sources },
      legend: [
        ...statusLegend(
          bars.map(({ status }) => status),
          hue,
        ),
        ...(bars.some(({ open }) => open !== null) ? [openLegend(hue)] : []),
      ],
      notDrawn: [
        ...(unstated.length === 0 ? [] : [`${unstated.length} without an amount (${unstated.join("; ")})`]),
        ...(folded === 0 ? [] : [`${folded} smaller, in the table`]),
      ],
      assumed: input.taken.map(({ text }) => text),
      alt: bars.map(({ name, text }) => `${name} ${text}`).join(", "),
    },
    bars.length === 0 ? [label(margin, 16, "No amount is stated.", { fill: muted })] : marks,
    bars.length === 0 ? 26 : height,
  );
}
