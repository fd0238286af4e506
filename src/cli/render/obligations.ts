/** The obligations ladder: a bar for each year and counterparty, what has no day below at its own scale, what is not counted last. */

import type { PartyId } from "../../model/id.ts";
import { currencyOf, type Ends, endsText } from "../../model/smallest-unit.ts";
import type { Ladder, LadderRow } from "../../views/ladder-rows.ts";
import type { Side } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import type { AnswerView } from "./answer-view.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import { shortPosting, TakenMarks } from "./flows.ts";
import { counted, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts } from "./table.ts";

export interface ObligationsView extends AnswerView {
  readonly party: PartyId;
  readonly ladder: Ladder;
  readonly firmness: string;
  readonly by: Side;
}

const columns: readonly Column[] = [
  { name: "year" },
  { name: "due", align: "right" },
  { name: "" },
  { name: "to", wraps: true },
  { name: "status" },
  { name: "" },
];
const barWidth = 16;

export function obligationsText(view: ObligationsView, terminal: Terminal): string {
  const { party, ladder, firmness, by, names, question, data, command } = view;
  const { rows, unscheduled, apart, uncounted } = ladder;
  const { bold, dim } = paintOf(terminal);
  const marks = new TakenMarks();
  const nameOf = (id: PartyId | null): string => (id === null ? "?" : showable(names.party(id)));
  const [head, ...body] = tableLines(
    columns,
    rows.map((row, index) => [
      rows[index - 1]?.year === row.year ? "" : String(row.year),
      endsText(row.commodity, row.due),
      bar(row, rows, terminal),
      nameOf(row.party),
      statusText(row.status, terminal),
      [marks.of(row.taken), endsInYear(row, rows)].filter(Boolean).join(" "),
    ]),
    tableWidth - 1,
  );
  const beside: Column[] = [
    { name: "" },
    { name: "", wraps: true },
    { name: "" },
    { name: "" },
    { name: "", wraps: true },
  ];
  const table = (cells: readonly string[][]): string[] =>
    tableLines(beside, cells, tableWidth - 3)
      .slice(1)
      .flat();
  const claims = new Set([
    ...rows.flatMap(({ postings }) => postings.flatMap((posting) => posting.claims)),
    ...unscheduled.flatMap(({ posting }) => posting.claims),
    ...[...apart, ...uncounted].flatMap((memo) => memo.claims),
  ]);
  const own = marks.all.filter(({ assumption }) => assumption !== null).length;
  const first = rows[0]?.postings[0];
  const lines = [
    bold(`${nameOf(party)}${by === "group" ? ", with its units" : ""}: falling due, ${firmness} and firmer`),
    ...(rows.length === 0 ? ["Nothing with a day falls due."] : [...head!.map(dim), ...body.flat()]),
    ...(unscheduled.length === 0 ? [] : [bold("Not scheduled: no source states a day")]),
    ...table(
      unscheduled.map(({ posting: { id, to, commodity, status, approximate }, rest }) => [
        shortPosting(id, view.ids),
        nameOf(to),
        endsText(commodity, rest, approximate),
        statusText(status, terminal),
        commodity.startsWith("credits:") ? "in credits" : "",
      ]),
    ).map((line) => `  ${line}`),
    ...(apart.length === 0 ? [] : [bold("Told beside them, never added")]),
    ...table(
      apart.map(({ id, to, commodity, status, reason, low, high }) => [
        shortPosting(id, view.ids),
        to === null ? "several" : nameOf(to),
        endsText(commodity, { low: low ?? 0, high }),
        statusText(status, terminal),
        reason,
      ]),
    ).map((line) => `  ${line}`),
    ...(uncounted.length === 0 ? [] : [bold("Not counted: no amount")]),
    ...table(
      uncounted.map(({ id, to, commodity, status, kind }) => [
        shortPosting(id, view.ids),
        nameOf(to),
        commodity,
        statusText(status, terminal),
        kind.replaceAll("-", " "),
      ]),
    ).map((line) => `  ${line}`),
    ...marks.lines(terminal),
    ...wrapParts(
      [
        counted(claims.size, "claim"),
        `${counted(marks.all.length, "assumption")}${own > 0 ? ` (${own} of yours)` : ""}`,
        ...datesOf(question),
        `data ${data}`,
      ],
      tableWidth - 1,
    ),
    ...(first ? [`Why: ${command(`why ${shortPosting(first.id, view.ids)}@${rows[0]!.year}`)}`] : []),
  ];
  return `${lines.map((line) => ` ${line}`.trimEnd()).join("\n")}\n`;
}

/** Bars of one currency share a scale; an open end stays open. */
function bar(row: LadderRow, rows: readonly LadderRow[], { glyphs }: Terminal): string {
  const own = rows.filter(({ commodity }) => currencyOf(commodity) === currencyOf(row.commodity));
  const most = Math.max(...own.map(({ due }) => lengthOf(due)));
  const length = most === 0 ? 0 : Math.max(1, Math.round((lengthOf(row.due) / most) * barWidth));
  return (glyphs ? "▓" : "#").repeat(length) + (row.due.high === null ? "…" : "");
}

function lengthOf({ low, high }: Ends): number {
  return low > 0 ? low : (high ?? 0);
}

/** In the last year of a counterparty the day up to which it is paid. */
function endsInYear(row: LadderRow, rows: readonly LadderRow[]): string {
  const later = rows.some(({ year, party }) => party === row.party && year > row.year);
  return later || row.last.endsWith("-12-31") ? "" : `to ${row.last}`;
}
