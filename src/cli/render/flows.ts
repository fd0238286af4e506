/** Flows of a window as a table, what has no day, what is not counted, and what was taken for granted. */

import { dayOfNumber } from "../../model/day.ts";
import type { DealId, PartyId } from "../../model/id.ts";
import type { Memo, PostingId } from "../../model/ledger.ts";
import { endsText } from "../../model/smallest-unit.ts";
import type { FlowRow, FlowsAnswer, Window } from "../../views/flow-rows.ts";
import { type TakenWords, takenText } from "../../views/taken-words.ts";
import { windowText, writtenWindow } from "../../views/window.ts";
import type { Side } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import type { AnswerView } from "./answer-view.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import type { Names } from "./findings.ts";
import { counted, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface FlowsView extends AnswerView {
  readonly answer: FlowsAnswer;
  readonly window: Window;
  readonly firmness: string;
  readonly by: Side;
}

const columns: readonly Column[] = [
  { name: "from → to", wraps: true },
  { name: "what", wraps: true },
  { name: "due", align: "right" },
  { name: "of", align: "right" },
  { name: "status" },
  { name: "id" },
  { name: "" },
];

/** The table with all that stands beside it. */
export function flowsText(view: FlowsView, terminal: Terminal, wide: boolean): string {
  const { answer, window, firmness, by, command } = view;
  const { rows, undated, memos } = answer;
  const { bold, dim } = paintOf(terminal);
  const marks = new TakenMarks();
  const width = wide ? null : tableWidth - 1;
  const [head, ...body] = tableLines(
    columns,
    rows.map((row) => [
      ...sideCells(row, view),
      endsText(row.commodity, row.due, row.approximate),
      endsText(row.commodity, row.whole, row.approximate),
      statusText(row.status, terminal),
      idsText(row, view),
      marks.of(row.taken),
    ]),
    width,
  );
  const first = firstId(rows, undated, view);
  const lines = [
    bold(`Falling due ${windowText(window)}, ${firmness} and firmer${by === "group" ? ", by group" : ""}`),
    ...(rows.length > 0 ? [...head!.map(dim), ...body.flat()] : emptyLines(view)),
    ...undatedLines(undated, view, terminal, width),
    ...memoLines(memos, view, wide),
    ...marks.lines(terminal),
    ...wrapParts(footOf(view, marks), tableWidth - 1),
    ...(first === null ? [] : [`Why: ${command(`why ${first}`)}`]),
  ];
  return `${lines.map((line) => ` ${line}`.trimEnd()).join("\n")}\n`;
}

function emptyLines({ answer: { next }, firmness, command }: FlowsView): string[] {
  if (next === null) return [`Nothing that is ${firmness} or firmer falls due in it, or later.`];
  const day = dayOfNumber(next);
  return [`Nothing falls due in it; the next does on ${day}: ${command(`flows --window ${day.slice(0, 4)}`)}`];
}

function undatedLines(rows: readonly FlowRow[], view: FlowsView, terminal: Terminal, width: number | null): string[] {
  if (rows.length === 0) return [];
  const cells = rows.map((row) => [
    ...sideCells(row, view),
    endsText(row.commodity, row.due, row.approximate),
    statusText(row.status, terminal),
    idsText(row, view),
  ]);
  const table = tableLines(
    [
      { name: "from → to", wraps: true },
      { name: "what", wraps: true },
      { name: "amount", align: "right" },
      { name: "status" },
      { name: "id", wraps: true },
    ],
    cells,
    width,
  );
  return [paintOf(terminal).bold("Without a day, so in no window: no source states one"), ...table.slice(1).flat()];
}

/** How many legs are listed and not posted, and why; each of them where there is room. */
function memoLines(memos: readonly Memo[], { names, ids, command }: FlowsView, wide: boolean): string[] {
  if (memos.length === 0) return [];
  const byReason = Map.groupBy(memos, ({ reason }) => reason);
  const counts = [...byReason].map(([reason, own]) => `${reason} ${own.length}`);
  const head = wrapParts([`Not posted: ${counts[0]}`, ...counts.slice(1)], tableWidth - 1);
  if (!wide) return [...head, `Each of them: ${command("flows --wide")}`];
  return [
    ...head,
    ...memos.map(
      ({ id, from, to, commodity, reason, low, high }) =>
        `  ${shortPosting(id, ids)}  ${sidesText(from, to, names)}  ${commodity}${low === null ? "" : ` ${endsText(commodity, { low, high })}`}  ${reason}`,
    ),
  ];
}

function footOf({ answer: { rows, undated }, question, data }: FlowsView, marks: TakenMarks): string[] {
  const postings = [...rows, ...undated].flatMap((row) => row.postings);
  const own = marks.all.filter(({ assumption }) => assumption !== null).length;
  return [
    `${counted(new Set(postings).size, "posting")} of ${counted(new Set(postings.map(({ deal }) => deal)).size, "deal")}`,
    counted(new Set(postings.flatMap(({ claims }) => claims)).size, "claim"),
    `${counted(marks.all.length, "assumption")}${own > 0 ? ` (${own} of yours)` : ""}`,
    ...datesOf(question),
    `data ${data}`,
  ];
}

function firstId(rows: readonly FlowRow[], undated: readonly FlowRow[], { ids, window }: FlowsView): string | null {
  const row = rows[0] ?? undated[0];
  const id = row?.postings[0] && shortPosting(row.postings[0].id, ids);
  return id === undefined ? null : rows[0] ? `${id}@${writtenWindow(window)}` : id;
}

function sideCells({ from, to, commodity }: FlowRow, { names }: FlowsView): [string, string] {
  return [sidesText(from, to, names), commodity];
}

export function sidesText(from: PartyId | null, to: PartyId | null, names: Names): string {
  return `${from === null ? "?" : showable(names.party(from))} → ${to === null ? "?" : showable(names.party(to))}`;
}

function idsText({ postings }: FlowRow, { ids }: FlowsView): string {
  return postings.map(({ id }) => shortPosting(id, ids)).join(" ");
}

/** `deal-72b2/1`. */
export function shortPosting(id: PostingId, ids: ReadonlyMap<DealId, string>): string {
  const [deal, leg] = id.split("/");
  return `${ids.get(deal as DealId) ?? deal}/${leg}`;
}

/** What was taken for granted, numbered as it is met: `[A1]`. */
export class TakenMarks {
  readonly #numbers = new Map<string, number>();
  readonly all: TakenWords[] = [];
  readonly #uses: number[] = [];

  of(taken: readonly TakenWords[]): string {
    return taken.map((each) => `A${this.#number(each)}`).join(" ");
  }

  #number(taken: TakenWords): number {
    const key = `${taken.text} ${taken.assumption?.id ?? ""}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      this.all.push(taken);
      number = this.all.length;
      this.#numbers.set(key, number);
      this.#uses.push(0);
    }
    this.#uses[number - 1]!++;
    return number;
  }

  /** Each with its words and how often it was used; a person's with the line that says it. */
  lines(terminal: Terminal): string[] {
    return this.all.flatMap((taken, index) =>
      wrapText(
        `A${index + 1}  ${showable(takenText(taken))} · ${counted(this.#uses[index]!, "use")}`,
        tableWidth - 6,
      ).map((line, part) => (part === 0 ? line.replace(/^A\d+/, paintOf(terminal).bold) : `    ${line}`)),
    );
  }
}
