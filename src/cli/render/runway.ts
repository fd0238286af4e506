/** A runway: how long the cash lasts, the path year by year, what it counts and what it leaves out; or why there is none. */

import type { Testimony } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Memo } from "../../model/ledger.ts";
import type { Problem } from "../../model/problem.ts";
import { endsText } from "../../model/smallest-unit.ts";
import { subjectText } from "../../views/assumption-words.ts";
import { placeOf } from "../../views/claim-rows.ts";
import { balanceText } from "../../views/interval-text.ts";
import type { Money, NoCash, RunwayAnswer } from "../../views/runway-rows.ts";
import { foundInstead, gapText, openEndText, runwayFinding } from "../../views/runway-words.ts";
import { windowText, writtenWindow } from "../../views/window.ts";
import type { Side } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import type { AnswerView } from "./answer-view.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import { partyText } from "./exposure.ts";
import { figureWords } from "./figures.ts";
import type { Names } from "./findings.ts";
import { shortPosting, TakenMarks } from "./flows.ts";
import { counted, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface RunwayView extends AnswerView {
  readonly company: PartyId;
  readonly answer: RunwayAnswer;
  readonly firmness: string;
  readonly by: Side;
  readonly claims: ReadonlyMap<ClaimId, string>;
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
}

export function runwayText(view: RunwayView, terminal: Terminal, wide: boolean): string {
  const { company, answer, names, command } = view;
  const { cash, burn, moneyIn, moneyOut } = answer;
  const { bold, dim } = paintOf(terminal);
  const marks = new TakenMarks();
  const width = wide ? null : tableWidth - 1;
  const wrapped = (text: string): string[] =>
    wrapText(text, tableWidth - 3).map((line, index) => (index === 0 ? line : `  ${line}`));
  const path = pathTable(answer, width);
  const lines = [
    ...wrapText(runwayFinding(answer, whoOf(view), view.firmness), tableWidth - 2).map(bold),
    ...wrapped(`From ${figureWords("cash", cash, view, terminal, marks)}`),
    ...(burn === null
      ? [
          ...wrapped("Burn: not stated, so not counted; each dollar of it shortens this. Give what a year burns:"),
          `  ${command(`assume ${subjectText(company, names.party)}.cash-burn 8bn --because "…"`)}`,
        ]
      : wrapped(
          `Burn of a year: ${figureWords("cash-burn", burn, view, terminal, marks)}. It counts beside what falls due: where it holds such payments already, they count twice.`,
        )),
    ...openLines(view),
    ...path.head.map(dim),
    ...path.body,
    ...gapLines(answer),
    ...moneyLines(`Comes in, ${windowText(answer.path)}`, "in", moneyIn, view, terminal, marks, width),
    ...moneyLines(`Falls due, ${windowText(answer.path)}`, "out", moneyOut, view, terminal, marks, width),
    ...moneyLines("Not counted: to come in, without a day", "in", answer.undatedIn, view, terminal, marks, width),
    ...moneyLines("Not counted: to be paid, without a day", "out", answer.undatedOut, view, terminal, marks, width),
    ...moneyLines(
      "Not counted: came in before, so it is in the cash or spent",
      "in",
      answer.received,
      view,
      terminal,
      marks,
      width,
    ),
    ...memoLines("Not counted: on a condition that does not hold yet", answer.conditional, view, terminal, width),
    ...memoLines("Not counted: totals over several deals", answer.totals, view, terminal, width),
    ...memoLines("Not counted: no amount stated", answer.unstated, view, terminal, width),
    ...(answer.notInDollars.length === 0
      ? []
      : wrapParts(
          ["Not counted: credits and other money", ...answer.notInDollars.map(({ id }) => shortPosting(id, view.ids))],
          tableWidth - 1,
        )),
    ...marks.lines(terminal),
    ...wrapParts(footOf(view, marks), tableWidth - 1),
    ...whyLine(view),
  ];
  return `${lines.map((line) => ` ${line}`.trimEnd()).join("\n")}\n`;
}

function whoOf({ company, names, by }: RunwayView): string {
  return `${partyText(company, names)}${by === "group" ? " and its units" : ""}`;
}

function pathTable({ years, burn }: RunwayAnswer, width: number | null): { head: string[]; body: string[] } {
  const [head, ...body] = tableLines(
    [
      { name: "year" },
      { name: "comes in", align: "right" },
      { name: "falls due", align: "right" },
      ...(burn === null ? [] : [{ name: "burn", align: "right" } as const]),
      { name: "cash at its end", align: "right" },
    ],
    years.map(({ year, comesIn, fallsDue, burn: own, left }) => [
      String(year),
      endsText("USD", comesIn),
      endsText("USD", fallsDue),
      ...(own === null ? [] : [balanceText(own)]),
      balanceText(left),
    ]),
    width,
  );
  return { head: head!, body: body.flat() };
}

function openLines({ answer, ids }: RunwayView): string[] {
  const text = openEndText(answer, ({ id }) => shortPosting(id, ids));
  if (text === null) return [];
  return wrapText(text, tableWidth - 3).map((line, index) => (index === 0 ? line : `  ${line}`));
}

function gapLines(answer: RunwayAnswer): string[] {
  return wrapText(gapText(answer), tableWidth - 2).map((line, index) => (index === 0 ? line : `  ${line}`));
}

const moneyColumns: readonly Column[] = [
  { name: "", wraps: true },
  { name: "", align: "right" },
  { name: "" },
  { name: "" },
  { name: "" },
];

function moneyLines(
  title: string,
  direction: "in" | "out",
  rows: readonly Money[],
  { names, ids }: RunwayView,
  terminal: Terminal,
  marks: TakenMarks,
  width: number | null,
): string[] {
  if (rows.length === 0) return [];
  const table = tableLines(
    moneyColumns,
    rows.map(({ posting: { id, from, to, commodity, status, approximate, taken }, amount }) => [
      partyText(direction === "in" ? from : to, names),
      endsText(commodity, amount, approximate),
      statusText(status, terminal),
      shortPosting(id, ids),
      marks.of(taken),
    ]),
    width === null ? null : width - 2,
  );
  return [
    paintOf(terminal).bold(title),
    ...table
      .slice(1)
      .flat()
      .map((line) => `  ${line}`),
  ];
}

function memoLines(
  title: string,
  memos: readonly Memo[],
  { names, ids }: RunwayView,
  terminal: Terminal,
  width: number | null,
): string[] {
  if (memos.length === 0) return [];
  const table = tableLines(
    moneyColumns,
    memos.map(({ id, from, to, commodity, low, high, status }) => [
      `${partyText(from, names)} → ${to === null ? "several" : partyText(to, names)}`,
      low === null ? "not stated" : endsText(commodity, { low, high }),
      statusText(status, terminal),
      shortPosting(id, ids),
      "",
    ]),
    width === null ? null : width - 2,
  );
  return [
    paintOf(terminal).bold(title),
    ...table
      .slice(1)
      .flat()
      .map((line) => `  ${line}`),
  ];
}

function footOf({ answer, question, data }: RunwayView, marks: TakenMarks): string[] {
  const postings = [...answer.moneyIn, ...answer.moneyOut].map(({ posting }) => posting);
  const claims = new Set([
    ...postings.flatMap((posting) => posting.claims),
    ...(answer.burn !== null && "observation" in answer.burn.from ? answer.burn.from.observation.claims : []),
  ]);
  const own = marks.all.filter(({ assumption }) => assumption !== null).length;
  return [
    `${counted(postings.length, "posting")} counted`,
    counted(claims.size, "claim"),
    `${counted(marks.all.length, "assumption")}${own > 0 ? ` (${own} of yours)` : ""}`,
    ...datesOf(question),
    `data ${data}`,
  ];
}

function whyLine({ answer: { moneyIn, moneyOut, path }, ids, command }: RunwayView): string[] {
  const [first] = [...moneyOut, ...moneyIn];
  return first ? [`Why: ${command(`why ${shortPosting(first.posting.id, ids)}@${writtenWindow(path)}`)}`] : [];
}

/** Why there is no runway, what was found instead, each with its sentence, and the line that would make one. */
export function nothingToRunOn(
  company: PartyId,
  { observations, secondarySales }: NoCash,
  withoutRate: readonly Problem[],
  {
    names,
    testimonies,
    command,
  }: {
    readonly names: Names;
    readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
    readonly command: (words: string) => string;
  },
): Problem {
  const name = partyText(company, names);
  const documents = new Set([...testimonies.values()].map(({ claim }) => claim.document)).size;
  const quoted = (id: ClaimId): string => {
    const { claim } = testimonies.get(id)!;
    return `“${showable(claim.quote)}” (${placeOf(names.document(claim.document), claim.span)})`;
  };
  const found = foundInstead({ observations, secondarySales }).map(({ text, claim }) => `${text}: ${quoted(claim)}`);
  const lines = found.flatMap((each) =>
    wrapText(each, tableWidth - 8).map((line, index) => `${index === 0 ? "    · " : "      "}${line}`),
  );
  return {
    code: "nothing-to-run-on",
    message: [
      ...withoutRate.map(({ message }) => message),
      `no claim of ${counted(documents, "document")} gives the cash of ${name}, so there is no runway.`,
      ...(lines.length === 0 ? [] : ["  Found instead:", ...lines]),
    ].join("\n"),
    fix:
      withoutRate[0]?.fix ??
      `${command(`assume ${subjectText(company, names.party)}.cash 15..40bn --because "…"`)}, then ask again`,
  };
}
