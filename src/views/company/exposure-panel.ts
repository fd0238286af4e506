/** On whom does a company depend, and who is hurt if it stops paying? Direct first; how losses travel on only where it is asked. */

import { subjectText } from "../assumption-words.ts";
import { placeOf } from "../claim-rows.ts";
import type { CompanyPanel, CompanySection, SectionItem, TableRow } from "../company-answers.ts";
import type { Counterparty } from "../counterparties.ts";
import { dealRow, dealSides } from "../deal-rows.ts";
import {
  concentrationAbout,
  concentrationText,
  dueText,
  exposureFinding,
  forceTexts,
  laterRules,
} from "../exposure-words.ts";
import { shareText } from "../interval-text.ts";
import { exposurePicture } from "../pictures/exposure-picture.ts";
import type { FirstLoss, LaterRounds } from "../stops-paying.ts";
import { windowText } from "../window.ts";
import { heldFor, type PanelInput, partyName, sourcesOf, takenMarks } from "./panel.ts";

export function exposurePanel(input: PanelInput): CompanyPanel {
  const { view } = input;
  const { exposure, dueFirmness, window } = view;
  const { suppliers, customers, funders } = exposure.relations;
  const rows = [...suppliers, ...customers, ...funders];
  const taken = new Set(rows.flatMap((row) => row.taken));
  const assumed = [...taken].map(({ text }) => text);
  const company = partyName(input, exposure.company);
  return {
    name: "exposure",
    title: "Exposure and concentration",
    pictures: [
      exposurePicture({
        relations: exposure.relations,
        title:
          exposureFinding(exposure, (party) => partyName(input, party)) ??
          `${company}: no share of what it buys or sells can be told`,
        nameOf: (party) => partyName(input, party),
        subtitle: `dollars in all, whenever they fall due · ${heldFor(input, dueFirmness)}`,
        sources: sourcesOf(input, rows.flatMap(claimsOf), taken.size),
        taken: [...taken],
      }),
    ],
    tables: [
      {
        caption: `Counterparties; the window is ${windowText(window)}`,
        columns: ["relation", "who", "for", "in window", "share", "in all", "share", "status", "assumed"],
        rows: [
          ...relationRows(input, "supplier", suppliers, assumed),
          ...relationRows(input, "customer", customers, assumed),
          ...relationRows(input, "funder", funders, assumed),
        ],
        assumed,
      },
      {
        caption: `If ${company} stops paying, first round: who would not get what`,
        columns: ["who", "in window", "in all", "its stake"],
        rows: exposure.stops.first.map((row) => firstRow(input, row)),
        assumed: [],
      },
    ].filter(({ rows: own }) => own.length > 0),
    sections: [concentration(input), firstRound(input), ...laterRounds(input), rights(input)].filter(
      ({ items }) => items.length > 0,
    ),
    command: `capstack exposure ${input.company}${input.flags}`,
  };
}

function relationRows(
  input: PanelInput,
  relation: string,
  rows: readonly Counterparty[],
  assumed: string[],
): TableRow[] {
  return rows.map((row) => ({
    cells: [
      ...[relation, partyName(input, row.party), row.layer],
      ...[dueText(row.inWindow), shareText(row.windowShare), dueText(row.inAll), shareText(row.allShare)],
      ...[row.status, takenMarks(row.taken, assumed)],
    ],
    status: row.status,
    claims: claimsOf(row),
  }));
}

function firstRow(input: PanelInput, { party, inWindow, inAll, stakes, unstated, ...rest }: FirstLoss): TableRow {
  const amount = (each: FirstLoss["inAll"]): string => (each === null && unstated.length === 0 ? "—" : dueText(each));
  const held = stakes.map((deal) => {
    const row = dealRow(deal, input.nameOf);
    return [row.amount || "not stated", row.mark].join(" ").trim();
  });
  return {
    cells: [partyName(input, party), amount(inWindow), amount(inAll), held.join(", ") || "—"],
    status: null,
    claims: [...new Set([...rest.postings, ...unstated, ...stakes].flatMap(({ claims }) => claims))],
  };
}

function firstRound(input: PanelInput): CompanySection {
  const { first } = input.view.exposure.stops;
  return {
    title: `If ${partyName(input, input.view.exposure.company)} stops paying, first round`,
    about: first.length === 0 ? "" : "Who would not get what, and who holds shares of it.",
    folded: false,
    items: first.map((row) => {
      const { cells, claims } = firstRow(input, row);
      const [who, , inAll, stake] = cells;
      const owed = inAll === "not stated" ? "an amount that is not stated" : `${inAll} in all`;
      const parts = [inAll === "—" ? "" : owed, stake === "—" ? "" : `its stake of ${stake}`];
      return { text: `${who}: ${parts.filter(Boolean).join(", ")}`, claims, command: null };
    }),
  };
}

/** Each layer as counts and shares. */
function concentration(input: PanelInput): CompanySection {
  const { relations } = input.view.exposure;
  const rows = { supplier: relations.suppliers, customer: relations.customers, funder: relations.funders };
  return {
    title: "Concentration",
    about: concentrationAbout,
    folded: false,
    items: relations.concentration
      .filter(({ year }) => year === null)
      .map((whole) => ({
        text: concentrationText(whole, (party) => partyName(input, party), input.view.dueFirmness),
        claims: [...new Set(rows[whole.relation].filter(({ layer }) => layer === whole.layer).flatMap(claimsOf))],
        command: null,
      })),
  };
}

function laterRounds(input: PanelInput): CompanySection[] {
  const { clearing, debtRank, reached } = input.view.exposure.stops;
  if (reached.length === 0) return [];
  const section = <T>(
    title: string,
    about: string,
    rounds: LaterRounds<T>,
    text: (row: T) => string,
  ): CompanySection => ({
    ...{ title, about, folded: true },
    items:
      "needs" in rounds
        ? rounds.needs.map((need) => needed(input, need))
        : rounds.rows.map((row) => ({ text: text(row), claims: [], command: null })),
  });
  return [
    section(
      "Later rounds by clearing",
      laterRules.clearing,
      clearing,
      ({ party, owes, before, after, furtherLoss }) =>
        `${partyName(input, party)} owes ${dueText(owes)}, pays ${shareText(before)} of it now and ${shareText(after)} then; others do not pay it ${dueText(furtherLoss)}`,
    ),
    section(
      "Later rounds by DebtRank",
      laterRules.debtRank,
      debtRank,
      ({ party, lost }) => `${partyName(input, party)} loses ${shareText(lost)} of its equity`,
    ),
  ];
}

function needed(
  input: PanelInput,
  { party, name }: Extract<LaterRounds<never>, { needs: unknown }>["needs"][number],
): SectionItem {
  return {
    text: `Not worked out: no source states the ${name} of ${partyName(input, party)}.`,
    claims: [],
    command: `capstack assume ${subjectText(party, input.nameOf)}.${name} 10..20bn --because "…"`,
  };
}

function rights(input: PanelInput): CompanySection {
  const { nameOf, book, documentName } = input;
  return {
    title: "Rights over its deals",
    about: "What a right of that sort could reach; its words decide.",
    folded: true,
    items: input.view.exposure.rights.map(({ right, blocked }) => {
      const row = dealRow(right, nameOf);
      const told = book.testimonies.get(right.claims[0]!)!.claim;
      const reached = blocked.map(({ deal }) => dealSides(dealRow(deal, nameOf)));
      return {
        text: `${dealSides(row)}, ${row.what}, ${right.status}, ${forceTexts[blocked[0]!.force]}: ${reached.join(" · ")}. “${told.quote}” ${placeOf(documentName(told.document), told.span)}`,
        claims: right.claims,
        command: null,
      };
    }),
  };
}

function claimsOf({
  postings,
  unstated,
}: Pick<Counterparty, "postings" | "unstated">): Counterparty["postings"][number]["claims"] {
  return [...new Set([...postings, ...unstated].flatMap(({ claims }) => claims))];
}
