/** The watch list as tables: what is open, by its day; then what firmed up, what lapsed, what is new. */

import type { PartialDay } from "../../model/day.ts";
import type { Deal } from "../../model/deal.ts";
import type { ClaimId } from "../../model/id.ts";
import type { DealChange } from "../../views/deal-changes.ts";
import { type DealRow, dealSides } from "../../views/deal-rows.ts";
import { itemText } from "../../views/watch-cells.ts";
import type { Watch } from "../../views/watch-rows.ts";
import type { Terminal } from "../terminal.ts";
import type { AnswerView } from "./answer-view.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import { counted, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts } from "./table.ts";

export interface WatchView extends AnswerView {
  readonly watch: Watch;
  readonly since: PartialDay;
  readonly claims: ReadonlyMap<ClaimId, string>;
  readonly rowOf: (deal: Deal) => DealRow;
}

/** More are counted only: a book that was empty then has nothing but news. */
const mostNew = 12;

const columns: readonly Column[] = [
  { name: "by" },
  { name: "open" },
  { name: "about", wraps: true },
  { name: "last told" },
  { name: "id" },
];

export function watchText(view: WatchView, terminal: Terminal): string {
  const { watch, since, names, ids, claims, question, data, command } = view;
  const { open, firmed, lapsed, fresh } = watch;
  const { bold, dim } = paintOf(terminal);
  const cells = open.map((item) => [
    item.by === null ? "—" : `${item.by}${item.overdue ? " !" : ""}`,
    item.sort === "condition" || (item.deal === null && item.observation!.conditional)
      ? "if"
      : statusText(item.deal?.status ?? item.observation!.status, terminal),
    showable(itemText(item, names.party)),
    item.lastTold,
    item.deal === null ? (claims.get(item.claims[0]!) ?? item.claims[0]!) : ids.get(item.deal.id)!,
  ]);
  const [head, ...body] = tableLines(columns, cells, tableWidth - 1);
  const overdue = open.filter((item) => item.overdue).length;
  const first = open[0];
  const lines = [
    ...(open.length === 0 ? ["Nothing is open."] : [...head!.map(dim), ...body.flat()]),
    ...changeLines(`Firmed up since ${since}`, firmed, view, terminal, bold),
    ...changeLines(`Lapsed since ${since}`, lapsed, view, terminal, bold),
    ...(fresh.length <= mostNew ? changeLines(`New since ${since}`, fresh, view, terminal, bold) : []),
    ...wrapParts(
      [
        `${open.length} open`,
        ...(overdue > 0 ? [`! the day has passed, and no source says how it ended: ${overdue}`] : []),
        ...(open.some(({ by }) => by === null) ? ["— no source tells a day"] : []),
        `${counted(firmed.length, "deal")} firmed up, ${lapsed.length} lapsed, ${fresh.length} new`,
        ...datesOf(question),
        `data ${data}`,
      ],
      tableWidth - 1,
    ),
    ...(first
      ? [`Why: ${command(`why ${first.deal === null ? claims.get(first.claims[0]!) : ids.get(first.deal.id)}`)}`]
      : []),
  ];
  return `${lines.map((line) => ` ${line}`.trimEnd()).join("\n")}\n`;
}

function changeLines(
  title: string,
  changes: readonly DealChange[],
  { rowOf, ids }: WatchView,
  terminal: Terminal,
  bold: (text: string) => string,
): string[] {
  if (changes.length === 0) return [];
  const cells = changes.map(({ deal, was }) => {
    const row = rowOf(deal);
    return [
      ids.get(deal.id)!,
      was === null ? statusText(deal.status, terminal) : `${was.status} → ${statusText(deal.status, terminal)}`,
      showable(`${dealSides(row)} ${row.what}`),
      row.amount || "—",
    ];
  });
  const table = tableLines(
    [{ name: "" }, { name: "" }, { name: "", wraps: true }, { name: "", wraps: true }],
    cells,
    tableWidth - 3,
  );
  return [
    bold(title),
    ...table
      .slice(1)
      .flat()
      .map((line) => `  ${line}`),
  ];
}
