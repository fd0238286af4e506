/** A company: what is missing first, then what is known, panel by panel. */

import { amountText, figureText } from "../../model/amount.ts";
import { type Assumption, subjectOf } from "../../model/assumption.ts";
import type { Deal } from "../../model/deal.ts";
import type { DealId } from "../../model/id.ts";
import { type CompanyPage, dayOfFigure } from "../../views/company-rows.ts";
import { type DealRow, dealSides } from "../../views/deal-rows.ts";
import { takenText } from "../../views/taken-words.ts";
import type { Question } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import type { Names } from "./findings.ts";
import { tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface CompanyView {
  readonly page: CompanyPage;
  readonly names: Names;
  readonly rowOf: (deal: Deal) => DealRow;
  readonly ids: ReadonlyMap<DealId, string>;
  /** `group`: its units count as itself. */
  readonly by: "unit" | "group";
  readonly question: Question;
  readonly data: string;
  readonly command: (words: string) => string;
}

const columns: readonly Column[] = [
  { name: "id" },
  { name: "status" },
  { name: "from → to", wraps: true },
  { name: "what", wraps: true },
  { name: "amount", wraps: true },
];

export function companyText(view: CompanyView, terminal: Terminal): string {
  const { page, names, by, question, data } = view;
  const paint = paintOf(terminal);
  const head = `${showable(names.party(page.party))}, ${by === "group" ? "with its units" : "by itself"}`;
  const missing = page.missing.flatMap(({ text }) =>
    wrapText(text, tableWidth - 6).map((part, index) => `    ${index === 0 ? "" : "  "}${part}`),
  );
  const panels = [...page.panels].flatMap(([panel, deals]) => [
    paint.bold(`  ${panel}`),
    ...dealLines(deals, view, terminal),
    ...(panel === "owners" ? ownedLines(page) : []),
  ]);
  const figures = page.figures.map((each) => [
    each.period === null ? `told ${each.known}` : dayOfFigure(each),
    [each.measure, each.valuation].filter(Boolean).join(", "),
    amountText(each.amount, each.comparator ?? "="),
    `${statusText(each.status, terminal)}${each.conditional ? " if" : ""}`,
    each.documents.map(names.document).join(", "),
  ]);
  const rows = tableLines(
    [{ name: "day" }, { name: "figure" }, { name: "amount" }, { name: "status" }, { name: "docs", wraps: true }],
    figures,
    tableWidth - 5,
  );
  const lines = [
    ` ${paint.bold(head)}`,
    paint.bold("  missing here"),
    ...missing,
    ...panels,
    ...(figures.length > 0
      ? [
          paint.bold("  figures"),
          ...rows
            .slice(1)
            .flat()
            .map((line) => `    ${line}`),
        ]
      : []),
    ...(page.figures.some(({ measure }) => measure === "valuation")
      ? ["    Valuations of different kinds are never joined by one line."]
      : []),
    ...(page.assumed.length > 0 ? [paint.bold("  assumed")] : []),
    ...page.assumed.flatMap((each) =>
      wrapText(assumedText(each), tableWidth - 8).map((line, index) => `    ${index > 0 ? "  " : ""}${line}`),
    ),
    ...wrapParts([...datesOf(question), `data ${data}`], tableWidth - 1).map((line) => ` ${line}`),
  ];
  return `${lines.join("\n")}\n`;
}

/** `cash 15..40bn from 2026-01-01: ada, “press estimates”, assumptions.yaml:3:3`. */
function assumedText(assumption: Assumption): string {
  return showable(takenText({ text: `${subjectOf(assumption).field} ${assumption.is}`, assumption }));
}

function dealLines(deals: readonly Deal[], { rowOf, ids }: CompanyView, terminal: Terminal): string[] {
  const cells = deals.map((deal) => {
    const row = rowOf(deal);
    return [
      ids.get(deal.id)!,
      statusText(deal.status, terminal),
      showable(dealSides(row)),
      row.what,
      [row.amount || "—", row.mark].filter(Boolean).join(" "),
    ];
  });
  return tableLines(columns, cells, tableWidth - 5)
    .slice(1)
    .flat()
    .map((line) => `    ${line}`);
}

/** The part of a company that no claim speaks of. */
function ownedLines({ owned }: CompanyPage): string[] {
  if (owned === null) return [];
  if (owned.low > 1.005)
    return [
      `    The shares come to ${figureText(owned.low, "share")}: more than the whole. One of them is wrong or stale.`,
    ];
  const [most, least] = [1 - owned.low, Math.max(0, 1 - owned.high)];
  const rest =
    most === least ? figureText(most, "share") : `${figureText(least, "share")} to ${figureText(most, "share")}`;
  return [`    No claim says who holds the other ${rest}.`];
}
