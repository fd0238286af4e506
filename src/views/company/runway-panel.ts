/** How long does the cash of a company last? Year by year where a person told its cash; else what was found instead, and no curve. */

import { amountText } from "../../model/amount.ts";
import { subjectOf } from "../../model/assumption.ts";
import type { ClaimId } from "../../model/id.ts";
import { endsText } from "../../model/smallest-unit.ts";
import { subjectText } from "../assumption-words.ts";
import type { CompanyPanel, CompanySection, SectionItem, TableRow } from "../company-answers.ts";
import { balanceText } from "../interval-text.ts";
import type { Figure } from "../party-figures.ts";
import { runwayPicture } from "../pictures/runway-picture.ts";
import type { Money, NoCash, RunwayAnswer } from "../runway-rows.ts";
import { foundInstead, gapText, openEndText, runwayFinding } from "../runway-words.ts";
import { windowText } from "../window.ts";
import { heldFor, type PanelInput, partyName, quoteOf, sourcesOf, takenMarks, whoOf } from "./panel.ts";

export function runwayPanel(input: PanelInput): CompanyPanel {
  const { runway } = input.view;
  const base = { name: "runway" as const, title: "Runway", command: `capstack runway ${input.company}${input.flags}` };
  if (runway.cash === null) return { ...base, pictures: [], tables: [], sections: refused(input, runway) };
  return { ...base, ...worked(input, runway) };
}

/** Why there is no runway, what was found instead, and the line that would make one. */
function refused(input: PanelInput, told: NoCash): CompanySection[] {
  const found = foundInstead(told);
  const name = partyName(input, input.company);
  return [
    {
      title: `No claim gives the cash of ${name}, so there is no runway`,
      about: found.length === 0 ? "" : "Found instead:",
      folded: false,
      items: [
        ...found.map(
          ({ text, claim }): SectionItem => ({
            text: `${text}: ${quoteOf(input, claim)}`,
            claims: [claim],
            command: null,
          }),
        ),
        {
          text: "An assumption makes one, and it is counted wherever it is used:",
          claims: [],
          command: `capstack assume ${subjectText(input.company, input.nameOf)}.cash 15..40bn --because "…"`,
        },
      ],
    },
  ];
}

function worked(input: PanelInput, answer: RunwayAnswer): Pick<CompanyPanel, "pictures" | "tables" | "sections"> {
  const { cash, burn, years, moneyIn, moneyOut, path } = answer;
  const money = [...moneyIn, ...moneyOut].map(({ posting }) => posting);
  const taken = [...new Set(money.flatMap((posting) => posting.taken))];
  const figures = [cash, ...(burn === null ? [] : [burn])];
  const all = [...figures.flatMap(assumedWords), ...taken.map(({ text }) => text)];
  const claims = [...money.flatMap((posting) => posting.claims), ...figures.flatMap(claimsOf)];
  const open = openEndText(answer, ({ from, to }) => `${partyName(input, from)} → ${partyName(input, to)}`);
  return {
    pictures: [
      runwayPicture({
        answer,
        title: runwayFinding(answer, whoOf(input), input.view.dueFirmness),
        subtitle: `cash at the end of each year, dollars, between its ends · ${heldFor(input, input.view.dueFirmness)}`,
        claims: [...new Set(claims)],
        assumed: all,
        sources: sourcesOf(input, claims, all.length),
      }),
    ],
    tables: [
      {
        caption: "The path year by year",
        columns: ["year", "comes in", "falls due", "burn", "cash at its end"],
        rows: years.map(({ year, comesIn, fallsDue, burn: own, left }) => ({
          cells: [
            ...[String(year), endsText("USD", comesIn), endsText("USD", fallsDue)],
            ...[own === null ? "not stated" : balanceText(own), balanceText(left)],
          ],
          ...{ status: null, claims: [] },
        })),
        assumed: [],
      },
      {
        caption: `Counted, ${windowText(path)}`,
        columns: ["way", "who", "amount", "status", "assumed"],
        rows: [...moneyRows(input, "comes in", moneyIn, all), ...moneyRows(input, "falls due", moneyOut, all)],
        assumed: all,
      },
      {
        caption: "Not counted",
        columns: ["why", "who", "amount", "status", ""],
        rows: notCounted(input, answer),
        assumed: [],
      },
    ].filter(({ rows }) => rows.length > 0),
    sections: [
      {
        title: "On what it rests",
        about: "",
        folded: false,
        items: [
          {
            text: `cash ${endsText("USD", cash.ends, cash.approximate)}: ${whence(input, cash)}`,
            claims: claimsOf(cash),
            command: null,
          },
          burn === null
            ? {
                text: "Burn: not stated, so not counted; each dollar of it shortens this.",
                claims: [],
                command: `capstack assume ${subjectText(input.company, input.nameOf)}.cash-burn 8bn --because "…"`,
              }
            : {
                text: `burn of a year ${endsText("USD", burn.ends, burn.approximate)}: ${whence(input, burn)}. It counts beside what falls due: where it holds such payments already, they count twice.`,
                claims: claimsOf(burn),
                command: null,
              },
          ...(open === null
            ? []
            : [{ text: open, claims: answer.openEnded.flatMap((posting) => posting.claims), command: null }]),
          { text: gapText(answer), claims: [], command: null },
        ],
      },
    ],
  };
}

function moneyRows(input: PanelInput, way: string, rows: readonly Money[], assumed: string[]): TableRow[] {
  return rows.map(({ posting: { from, to, commodity, status, approximate, taken, claims }, amount }) => ({
    cells: [
      way,
      partyName(input, way === "comes in" ? from : to),
      endsText(commodity, amount, approximate),
      status,
      takenMarks(taken, assumed),
    ],
    ...{ status, claims },
  }));
}

function notCounted(input: PanelInput, answer: RunwayAnswer): TableRow[] {
  const { undatedIn, undatedOut, received, conditional, totals, unstated } = answer;
  return [
    ...moneyRows(input, "comes in", undatedIn, []).map((row) => because("to come in, without a day", row)),
    ...moneyRows(input, "falls due", undatedOut, []).map((row) => because("to be paid, without a day", row)),
    ...moneyRows(input, "comes in", received, []).map((row) =>
      because("came in before: it is in the cash, or spent", row),
    ),
    ...[...conditional, ...totals, ...unstated].map(({ from, to, commodity, low, high, status, reason, claims }) => ({
      cells: [
        reason,
        `${partyName(input, from)} → ${to === null ? "several" : partyName(input, to)}`,
        low === null ? "not stated" : endsText(commodity, { low, high }),
        ...[status, ""],
      ],
      ...{ status, claims },
    })),
  ];
}

function because(why: string, { cells, ...row }: TableRow): TableRow {
  return { ...row, cells: [why, ...cells.slice(1)] };
}

/** `cash 15..40bn`: the line of a person. */
function assumedWords({ from }: Figure): string[] {
  if ("observation" in from) return [];
  return [from.assumption, ...(from.rate ? [from.rate] : [])].map(
    (each) => `${subjectOf(each).field} ${each.is}${each.because ? `, “${each.because}”` : ""}`,
  );
}

function whence(input: PanelInput, { from }: Figure): string {
  if ("assumption" in from)
    return `assumed: ${from.assumption.is}${from.assumption.because ? `, “${from.assumption.because}”` : ""}`;
  const { measure, amount, comparator, status, claims } = from.observation;
  return `${measure} ${amountText(amount, comparator ?? "=")}, ${status}: ${quoteOf(input, claims[0]!)}`;
}

function claimsOf({ from }: Figure): readonly ClaimId[] {
  return "observation" in from ? from.observation.claims : [];
}
