/** Exposure of a company: its counterparties with their shares, how concentrated they are, what its end would cost whom, and the rights over its deals. */

import type { Deal, Testimony } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import { endsText } from "../../model/smallest-unit.ts";
import { subjectText } from "../../views/assumption-words.ts";
import { placeOf } from "../../views/claim-rows.ts";
import type { Counterparty, LayerConcentration, Relation } from "../../views/counterparties.ts";
import { type DealRow, dealSides } from "../../views/deal-rows.ts";
import type { Exposure } from "../../views/exposure.ts";
import {
  concentrationAbout,
  concentrationText,
  dueText,
  exposureFinding,
  forceTexts,
} from "../../views/exposure-words.ts";
import type { Window } from "../../views/flow-rows.ts";
import { pointsText, shareText } from "../../views/interval-text.ts";
import { isYearLong } from "../../views/party-figures.ts";
import { windowText, writtenWindow } from "../../views/window.ts";
import type { Side } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import type { AnswerView } from "./answer-view.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import { claimWords, figureWords } from "./figures.ts";
import type { Names } from "./findings.ts";
import { shortPosting, TakenMarks } from "./flows.ts";
import { laterLines } from "./later-rounds.ts";
import { counted, quotedLines, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface ExposureView extends AnswerView {
  readonly answer: Exposure;
  readonly window: Window;
  readonly firmness: string;
  readonly by: Side;
  readonly claims: ReadonlyMap<ClaimId, string>;
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly rowOf: (deal: Deal) => DealRow;
}

/** All of it, in the order in which a person asks. */
export function exposureText(view: ExposureView, terminal: Terminal, wide: boolean): string {
  const { answer, window, firmness, by, names, question } = view;
  const { suppliers, customers, funders } = answer.relations;
  const { bold } = paintOf(terminal);
  const marks = new TakenMarks();
  const width = wide ? null : tableWidth - 1;
  const name = showable(names.party(answer.company));
  const table = (title: string, relation: Relation, rows: readonly Counterparty[]): string[] =>
    counterpartyLines(title, relation, rows, view, terminal, marks, width);
  const lines = [
    ...findingLines(view).map(bold),
    `${name}${by === "group" ? ", with its units" : ""}: exposure, ${firmness} and firmer`,
    ...wrapText(
      `In the window: what falls due ${windowText(window)}. In all: what falls due after ${question.asOf}, whenever that is. Shares are of what is stated.`,
      tableWidth - 1,
    ),
    ...table("Suppliers: what it is still to pay them", "supplier", suppliers),
    ...table("Customers: what they are still to pay it", "customer", customers),
    ...revenueLines(view, terminal, marks),
    ...table("Capital: what funders gave or are to give it", "funder", funders),
    ...totalLines(view),
    ...concentrationLines(view, terminal, width),
    ...firstRoundLines(view, terminal, marks, width),
    ...laterLines(view, terminal, marks, width),
    ...rightLines(view, terminal),
    ...marks.lines(terminal),
    ...wrapParts(footOf(view, marks), tableWidth - 1),
    ...whyLine(view),
  ];
  return `${lines.map((line) => ` ${line}`.trimEnd()).join("\n")}\n`;
}

/** What stands out; nothing where no amount is stated, or one is open. */
function findingLines({ answer, names }: ExposureView): string[] {
  const finding = exposureFinding(answer, (party) => partyText(party, names));
  return finding === null ? [] : wrapText(finding, tableWidth - 1);
}

const columns = (sideName: string): Column[] => [
  { name: sideName, wraps: true },
  { name: "in window", align: "right" },
  { name: "share", align: "right" },
  { name: "in all", align: "right" },
  { name: "share", align: "right" },
  { name: "status" },
];

const sides: Readonly<Record<Relation, string>> = { supplier: "to", customer: "from", funder: "from" };

function counterpartyLines(
  title: string,
  relation: Relation,
  rows: readonly Counterparty[],
  { ids, names, firmness }: ExposureView,
  terminal: Terminal,
  marks: TakenMarks,
  width: number | null,
): string[] {
  const { bold, dim } = paintOf(terminal);
  if (rows.length === 0) return [bold(title), `  None that is ${firmness} or firmer.`];
  const stated = rows.filter(({ inAll }) => inAll !== null);
  const [head, ...body] = tableLines(
    columns(sides[relation]),
    stated.map((row) => [
      partyText(row.party, names),
      ...[dueText(row.inWindow), shareText(row.windowShare), dueText(row.inAll), shareText(row.allShare)],
      statusText(row.status, terminal),
    ]),
    width,
  );
  // What it is for and what it rests on stands below each: beside the amounts there is no room for it.
  const below = stated.map(({ layer, postings, taken }) =>
    wrapText(
      [layer, ...postings.map(({ id }) => shortPosting(id, ids)), marks.of(taken)].join(" "),
      tableWidth - 7,
    ).map((line) => `    ${dim(line)}`),
  );
  const unstated = rows.flatMap(({ party, unstated }) =>
    unstated.map((deal) => `${partyText(party, names)} ${statusText(deal.status, terminal)} ${ids.get(deal.id)}`),
  );
  return [
    bold(title),
    ...(stated.length === 0
      ? []
      : [...head!.map(dim), ...body.flatMap((block, index) => [...block, ...below[index]!])]),
    ...wrapParts(unstated, tableWidth - 15).map((line, index) =>
      unstated.length === 0 ? "" : `${index === 0 ? "Not stated:" : "           "} ${line}`,
    ),
  ].filter((line) => line !== "");
}

export function partyText(party: PartyId | null, names: Names): string {
  return party === null ? "?" : showable(names.party(party));
}

/** What the customers are of the revenue, each side of the fraction with where it is from. */
function revenueLines(view: ExposureView, terminal: Terminal, marks: TakenMarks): string[] {
  const { answer, window, names, ids, command } = view;
  const { company, revenue, otherRevenue, revenueShares, relations } = answer;
  if (relations.customers.length === 0 && revenue === null && otherRevenue.length === 0) return [];
  const { bold } = paintOf(terminal);
  const told = otherRevenue.flatMap((each) =>
    wrapText(`told, and not taken: ${claimWords(each, view, terminal)}`, tableWidth - 7).map(
      (line, index) => `${index === 0 ? "  " : "    "}${line}`,
    ),
  );
  if (revenue === null)
    return [
      `${bold("Revenue of a year:")} not stated, so no share of it`,
      ...told,
      `  Give it: ${command(`assume ${subjectText(company, names.party)}.revenue 12..20bn --because "…"`)}`,
    ];
  const none =
    relations.customers.length === 0
      ? "No customer."
      : isYearLong(window)
        ? "No customer with a stated amount."
        : "The window is no year, so no share of it.";
  return [
    ...wrapText(`Revenue of a year: ${figureWords("revenue", revenue, view, terminal, marks)}`, tableWidth - 3).map(
      (line, index) => (index === 0 ? line.replace(/^[^:]*:/, bold) : `  ${line}`),
    ),
    ...revenueShares.map(
      ({ customer: { party, inWindow, postings }, share }) =>
        `  ${partyText(party, names)}  ${dueText(inWindow)} of ${endsText("USD", revenue.ends, revenue.approximate)} = ${shareText(share)}  ${postings.map(({ id }) => shortPosting(id, ids)).join(" ")}`,
    ),
    ...(revenueShares.length === 0 ? [`  ${none}`] : []),
    ...told,
  ];
}

function totalLines({ answer: { totals, otherMoney }, ids, names }: ExposureView): string[] {
  return [
    ...totals.flatMap(({ id, to, commodity, low, high }) => {
      const whom = to === null ? "several" : partyText(to, names);
      const text = `Beside them, never added: ${endsText(commodity, { low: low ?? 0, high })} to ${whom} ${shortPosting(id, ids)}, a total over several deals`;
      return wrapText(text, tableWidth - 3).map((line, index) => (index === 0 ? line : `  ${line}`));
    }),
    ...(otherMoney.length === 0
      ? []
      : wrapParts(
          ["Not in dollars, so not counted", ...otherMoney.map((id) => shortPosting(id, ids))],
          tableWidth - 1,
        )),
  ];
}

/** Each layer in a sentence, and its years in a table. */
function concentrationLines(
  { answer, names, firmness }: ExposureView,
  terminal: Terminal,
  width: number | null,
): string[] {
  const { concentration } = answer.relations;
  const { bold, dim } = paintOf(terminal);
  if (concentration.length === 0) return [];
  const wholes = concentration.filter(({ year }) => year === null);
  return [
    bold("Concentration"),
    ...wrapText(concentrationAbout, tableWidth - 3).map((line) => `  ${line}`),
    ...wholes.flatMap((whole) => {
      const years = concentration.filter(
        ({ relation, layer, year }) => relation === whole.relation && layer === whole.layer && year !== null,
      );
      const [head, ...body] = tableLines(
        [
          { name: "year" },
          { name: "largest", wraps: true },
          { name: "its amount", align: "right" },
          { name: "of", align: "right" },
          { name: "share", align: "right" },
          { name: "HHI", align: "right" },
          { name: "count", align: "right" },
        ],
        years.map(({ year, largest, total, hhi, stated }) => [
          String(year),
          partyText(largest.party, names),
          dueText(largest.amount),
          dueText(total),
          shareText(largest.share),
          pointsText(hhi),
          String(stated),
        ]),
        width === null ? null : width - 4,
      );
      return [
        ...wrapText(
          concentrationText(whole, (party) => partyText(party, names), firmness),
          tableWidth - 5,
        ).map((line, index) => `  ${index === 0 ? "" : "  "}${line}`),
        ...(isOneAlone(years)
          ? [`    the same in every year in which it falls due, ${yearsText(years)}`]
          : years.length === 0
            ? []
            : [...head!.map((line) => `    ${dim(line)}`), ...body.flat().map((line) => `    ${line}`)]),
      ];
    }),
  ];
}

/** Whether all years have one counterparty, and always the same. */
function isOneAlone(years: readonly LayerConcentration[]): boolean {
  return (
    years.length > 0 && years.every(({ stated, largest }) => stated === 1 && largest.party === years[0]!.largest.party)
  );
}

function yearsText(years: readonly LayerConcentration[]): string {
  const [first, last] = [years[0]!.year, years.at(-1)!.year];
  return first === last ? String(first) : `${first} to ${last}`;
}

function firstRoundLines(view: ExposureView, terminal: Terminal, marks: TakenMarks, width: number | null): string[] {
  const { answer, names, ids, rowOf } = view;
  const { bold, dim } = paintOf(terminal);
  const title = bold(`If ${partyText(answer.company, names)} stops paying, first round: who would not get what`);
  const { first } = answer.stops;
  if (first.length === 0)
    return [title, "  Nobody: nothing is told to be owed, and no one is told to hold shares of it."];
  const [head, ...body] = tableLines(
    [
      { name: "who", wraps: true },
      { name: "in window", align: "right" },
      { name: "in all", align: "right" },
      { name: "its stake" },
      { name: "id", wraps: true },
    ],
    first.map(({ party, inWindow, inAll, stakes, postings, unstated, taken }) => [
      partyText(party, names),
      ...[inWindow, inAll].map((amount) => (amount === null && unstated.length === 0 ? "—" : dueText(amount))),
      stakes.map((deal) => [rowOf(deal).amount || "not stated", rowOf(deal).mark].join(" ").trim()).join(", ") || "—",
      [
        ...postings.map(({ id }) => shortPosting(id, ids)),
        ...[...unstated, ...stakes].map(({ id }) => ids.get(id)!),
        marks.of(taken),
      ].join(" "),
    ]),
    width,
  );
  return [title, ...head!.map(dim), ...body.flat()];
}

/** Each right with its sentence, and the deals that it reaches. */
function rightLines(view: ExposureView, terminal: Terminal): string[] {
  const { answer, ids, testimonies, names, rowOf } = view;
  if (answer.rights.length === 0) return [];
  const lines = answer.rights.flatMap(({ right, blocked }) => {
    const row = rowOf(right);
    const told = testimonies.get(right.claims[0]!)!.claim;
    const reached = blocked.map(({ deal }) => `${ids.get(deal.id)} ${showable(dealSides(rowOf(deal)))}`);
    const head = `${ids.get(right.id)} ${showable(dealSides(row))}, ${row.what}, ${statusText(right.status, terminal)}, ${forceTexts[blocked[0]!.force]}:`;
    return [
      ...wrapText(head, tableWidth - 5).map((line, index) => `${index === 0 ? "  " : "    "}${line}`),
      ...wrapParts(reached, tableWidth - 7).map((line) => `      ${line}`),
      ...quotedLines(told.quote, placeOf(names.document(told.document), told.span), 6).map((line) => line.slice(1)),
    ];
  });
  return [
    paintOf(terminal).bold("Rights over its deals: what a right of that sort could reach; its words decide"),
    ...lines,
  ];
}

function footOf({ answer, question, data }: ExposureView, marks: TakenMarks): string[] {
  const { relations, stops } = answer;
  const rows = [...relations.suppliers, ...relations.customers, ...relations.funders];
  const deals = new Set([...rows.flatMap((row) => row.deals), ...stops.first.flatMap(({ stakes }) => stakes)]);
  const claims = new Set([...deals, ...answer.rights.map(({ right }) => right)].flatMap((deal) => deal.claims));
  const own = marks.all.filter(({ assumption }) => assumption !== null).length;
  return [
    counted(deals.size, "deal"),
    counted(claims.size, "claim"),
    `${counted(marks.all.length, "assumption")}${own > 0 ? ` (${own} of yours)` : ""}`,
    ...datesOf(question),
    `data ${data}`,
  ];
}

function whyLine({ answer: { relations, stops }, ids, window, command }: ExposureView): string[] {
  const rows = [...relations.suppliers, ...relations.customers, ...stops.first];
  const due = rows.find(({ inWindow, postings }) => inWindow !== null && inWindow.low > 0 && postings.length > 0);
  if (due) return [`Why: ${command(`why ${shortPosting(due.postings[0]!.id, ids)}@${writtenWindow(window)}`)}`];
  const any = [...rows, ...relations.funders].find(({ postings }) => postings.length > 0);
  return any ? [`Why: ${command(`why ${shortPosting(any.postings[0]!.id, ids)}`)}`] : [];
}
