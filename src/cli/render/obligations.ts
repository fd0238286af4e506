/** The obligations ladder: a bar for each year and counterparty, what has no day below at its own scale, what is not counted last. */

import type { PartyId } from "../../model/id.ts";
import { currencyOf, type Ends, endsText } from "../../model/smallest-unit.ts";
import { contractTotals } from "../../views/contract-totals.ts";
import { sizeOf } from "../../views/counterparties.ts";
import { added } from "../../views/flow-rows.ts";
import { type Basis, type LadderShown, rateText } from "../../views/ladder-basis.ts";
import { amountOn, type Ladder, type LadderRow, periodText, shownRows } from "../../views/ladder-rows.ts";
import type { Side } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import type { AnswerView } from "./answer-view.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import { shortPosting, TakenMarks } from "./flows.ts";
import { counted, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface ObligationsView extends AnswerView {
  readonly party: PartyId;
  readonly ladder: Ladder;
  readonly shown: LadderShown;
  readonly asOf: string;
  readonly firmness: string;
  readonly by: Side;
}

const barWidth = 16;

export function obligationsText(view: ObligationsView, terminal: Terminal): string {
  const { party, ladder, shown, firmness, by, names, question, data, command } = view;
  const { rows, unscheduled, apart, uncounted } = ladder;
  const { bold, dim } = paintOf(terminal);
  const marks = new TakenMarks();
  const nameOf = (id: PartyId | null): string => (id === null ? "?" : showable(names.party(id)));
  const made = { marks, nameOf, terminal };
  const [head, ...body] = shown.basis === "total" ? totalLines(ladder, made) : timeLines(ladder, shown, made);
  const isOpen = shown.opened === null || ladder.quarters.length > 0;
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
  // Contracts as a whole hold what has no day.
  const undated = shown.basis === "total" ? [] : unscheduled;
  const claims = new Set([
    ...rows.flatMap(({ postings }) => postings.flatMap((posting) => posting.claims)),
    ...unscheduled.flatMap(({ posting }) => posting.claims),
    ...[...apart, ...uncounted].flatMap((memo) => memo.claims),
  ]);
  const own = marks.all.filter(({ assumption }) => assumption !== null).length;
  const first = rows[0]?.postings[0];
  const lines = [
    ...wrapText(
      `${nameOf(party)}${by === "group" ? ", with its units" : ""}: ${measureText(view)}, ${firmness} and firmer`,
      tableWidth - 1,
    ).map(bold),
    ...(body.length === 0 ? ["Nothing with a day falls due."] : [...head!.map(dim), ...body.flat()]),
    ...(isOpen ? [] : [`Nothing falls due in ${shown.opened}, so it has no quarters.`]),
    ...(shown.basis === "value" && rows.length > 0 ? worthLines(ladder) : []),
    ...(undated.length === 0
      ? []
      : [bold(`Not scheduled: no source states a day${shown.basis === "value" ? ", so not discounted" : ""}`)]),
    ...table(
      undated.map(({ posting: { id, to, commodity, status, approximate }, rest }) => [
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

interface Made {
  readonly marks: TakenMarks;
  readonly nameOf: (party: PartyId | null) => string;
  readonly terminal: Terminal;
}

/** Year by year, the opened one by its quarters; a time is written once. */
function timeLines(ladder: Ladder, { basis }: LadderShown, { marks, nameOf, terminal }: Made): string[][] {
  const rows = shownRows(ladder);
  const isWorth = basis === "value";
  const columns: readonly Column[] = [
    { name: ladder.quarters.length > 0 ? "time" : "year" },
    ...(isWorth ? [{ name: "worth", align: "right" as const }] : []),
    { name: "due", align: "right" },
    { name: "" },
    { name: "to", wraps: true },
    { name: "status" },
    { name: "" },
  ];
  const amounts = ladder.rows.map((row) => ({ ...row, drawn: amountOn(basis, row) }));
  const cells = rows.map((row, index) => {
    const before = rows[index - 1];
    return [
      before !== undefined && periodText(before) === periodText(row) ? "" : periodText(row),
      ...(isWorth ? [endsText(row.commodity, row.worth!)] : []),
      endsText(row.commodity, row.due),
      bar({ ...row, drawn: amountOn(basis, row) }, amounts, terminal),
      nameOf(row.party),
      statusText(row.status, terminal),
      [marks.of(row.taken), endsInYear(row, ladder.rows)].filter(Boolean).join(" "),
    ];
  });
  return tableLines(columns, cells, tableWidth - 1);
}

/** Contracts as a whole, the largest first. */
function totalLines(ladder: Ladder, { marks, nameOf, terminal }: Made): string[][] {
  const totals = contractTotals(ladder).map((total) => ({ ...total, drawn: total.whole }));
  const columns: readonly Column[] = [
    { name: "in all", align: "right" },
    { name: "" },
    { name: "to", wraps: true },
    { name: "status" },
    { name: "still falls due", wraps: true },
  ];
  const cells = totals.map((total) => [
    endsText(total.commodity, total.whole),
    bar(total, totals, terminal),
    nameOf(total.party),
    statusText(total.status, terminal),
    `${total.due.high === 0 ? "no day is stated" : endsText(total.commodity, total.due)} ${marks.of(total.taken)}`.trim(),
  ]);
  return tableLines(columns, cells, tableWidth - 1);
}

function measureText({ shown, asOf }: ObligationsView): string {
  switch (shown.basis) {
    case "due":
      return "falling due";
    case "total":
      return "contracts as a whole";
    case "value":
      return `present value on ${asOf} at ${rateText(shown.rate!)} a year`;
    default:
      return shown.basis satisfies never;
  }
}

/** What all of it is worth, each money by itself. */
function worthLines({ rows }: Ladder): string[] {
  return [...Map.groupBy(rows, ({ commodity }) => commodity)].map(([commodity, own]) => {
    const sum = (basis: Basis): string => endsText(commodity, own.map((row) => amountOn(basis, row)).reduce(added));
    return `In all ${sum("value")}, of ${sum("due")} that falls due.`;
  });
}

interface Drawn {
  readonly commodity: LadderRow["commodity"];
  readonly drawn: Ends;
}

/** Bars of one currency share a scale; an open end stays open. */
function bar(row: Drawn, rows: readonly Drawn[], { glyphs }: Terminal): string {
  const own = rows.filter(({ commodity }) => currencyOf(commodity) === currencyOf(row.commodity));
  const most = Math.max(...own.map(({ drawn }) => sizeOf(drawn)));
  const length = most === 0 ? 0 : Math.max(1, Math.round((sizeOf(row.drawn) / most) * barWidth));
  return (glyphs ? "▓" : "#").repeat(length) + (row.drawn.high === null ? "…" : "");
}

/** In the last year of a counterparty the day up to which it is paid. */
function endsInYear(row: LadderRow, rows: readonly LadderRow[]): string {
  const later = rows.some(({ last, party }) => party === row.party && last > row.last);
  return later || row.last.endsWith("-12-31") ? "" : `to ${row.last}`;
}
