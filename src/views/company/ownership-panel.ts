/** Who owns a company, and what would new money make of it? Bars before and after, and every owner as a row. */

import type { CompanyPanel, CompanySection, TableRow } from "../company-answers.ts";
import { type Figure, isOpen, shareText, shareWords } from "../own/figure.ts";
import { claimsOf } from "../own/own-answer.ts";
import { afterOf, rightText, roundText } from "../own/own-words.ts";
import { isPriced } from "../own/pro-forma.ts";
import { ownershipPicture } from "../pictures/ownership-picture.ts";
import { heldFor, type PanelInput, partyName, sourcesOf, takenMarks } from "./panel.ts";

export function ownershipPanel(input: PanelInput): CompanyPanel {
  const { view, nameOf } = input;
  const { own, ownFirmness } = view;
  const told = { table: own.table, rounds: own.rounds, secondary: own.secondary, rights: own.rights };
  const claims = claimsOf({
    ...own,
    ...told,
    through: { owners: [], overheld: [] },
    common: { ...own.common, owners: [] },
    valuations: [],
    listings: [],
  });
  const taken = new Set([...own.table.holders, ...own.rounds.filter(isPriced)].flatMap((each) => each.taken));
  const assumed: string[] = [];
  return {
    name: "ownership",
    title: "Ownership and dilution",
    pictures: [
      ownershipPicture({
        answer: own,
        nameOf,
        subtitle: `shares of the whole, at the ends that sources state · ${heldFor(input, ownFirmness)}`,
        sources: sourcesOf(input, claims, taken.size),
      }),
    ],
    tables: [
      {
        caption: "Who holds what now",
        columns: ["owner", "share", "status", "assumed"],
        rows: nowRows(input, assumed),
        assumed,
      },
      {
        caption: "After new money",
        columns: ["round", "owner", "now", "after", "bounds allow"],
        rows: afterRows(input),
        assumed: [],
      },
      { caption: "Rights and sales", columns: ["what", "status"], rows: besideRows(input), assumed: [] },
    ].filter(({ rows }) => rows.length > 0),
    sections: sectionsOf(input),
    command: `capstack own ${input.company}${input.flags}`,
  };
}

function nowRows(input: PanelInput, assumed: string[]): TableRow[] {
  const { holders, toCome, unstated, unnamed } = input.view.own.table;
  return [
    ...holders.map(({ party, share, text, status, claims, taken }) => ({
      cells: [partyName(input, party), shareWords(share, text), status, takenMarks(taken, assumed)],
      ...{ status, claims },
    })),
    ...(unnamed && unnamed.bounds.high > 0
      ? [
          {
            cells: ["nobody named", endsOf(unnamed), "", ""],
            ...{ status: null, claims: holders.flatMap(({ claims }) => claims) },
          },
        ]
      : []),
    ...unstated.map(({ party, by, claims, taken }) => ({
      cells: [partyName(input, party), "not stated", `by ${by.replaceAll("-", " ")}`, takenMarks(taken, assumed)],
      ...{ status: null, claims },
    })),
    ...toCome.map(({ party, share, text, status, claims, taken }) => ({
      cells: [partyName(input, party), `${shareWords(share, text)}, not held yet`, status, takenMarks(taken, assumed)],
      ...{ status, claims },
    })),
  ];
}

function afterRows(input: PanelInput): TableRow[] {
  return input.view.own.rounds.filter(isPriced).flatMap((round) =>
    round.outcomes.flatMap(({ withConditional, rows }) =>
      rows.map((row) => {
        const after = afterOf(row);
        return {
          cells: [
            `${roundText(round, input.nameOf)}${withConditional ? ", with what hangs on a condition" : ""}`,
            partyName(input, row.party),
            row.before === null ? "not stated" : endsOf(row.before),
            `${row.before === null ? "+ " : ""}${shareText(after.told, after.approximate)}`,
            shareText(after.bounds, after.approximate),
          ],
          ...{ status: null, claims: row.claims },
        };
      }),
    ),
  );
}

function besideRows(input: PanelInput): TableRow[] {
  const { rights, secondary, rounds } = input.view.own;
  return [
    ...rights.map((right) => ({
      cells: [rightText(right, input.nameOf), right.status],
      ...{ status: right.status, claims: right.claims },
    })),
    ...secondary.map(({ buyer, text, status, claims }) => ({
      cells: [
        `${partyName(input, buyer)} buys shares for ${text} from those who hold them: the company gets nothing`,
        status,
      ],
      ...{ status, claims },
    })),
    ...rounds
      .filter((round) => !isPriced(round))
      .flatMap(({ investments }) => investments)
      .map(({ party, text, status, claims }) => ({
        cells: [`${partyName(input, party)} puts in ${text}; no valuation, so nobody's share can be told`, status],
        ...{ status, claims },
      })),
  ];
}

/** Through others, and with rivals: only where there is something to say. */
function sectionsOf(input: PanelInput): CompanySection[] {
  const { own } = input.view;
  const { through, common } = own;
  const sections: CompanySection[] = [
    {
      title: "Through others, with what they hold themselves",
      about: "",
      folded: true,
      items: through.owners.map(({ party, by, share, claims }) => ({
        text: `${partyName(input, party)} ${shareText(share)}, through ${by.map((each) => partyName(input, each)).join(", ")}`,
        ...{ claims, command: null },
      })),
    },
    {
      title: `Owners that it shares, or would, with others of its kind${common.kind ? ` (${common.kind})` : ""}`,
      about: "",
      folded: true,
      items: common.owners.map(({ party, rival, here, there }) => ({
        text: `${partyName(input, party)}: ${here.status} ${here.text} here, ${there.status} ${there.text} of ${partyName(input, rival)}`,
        claims: [...here.claims, ...there.claims],
        command: null,
      })),
    },
  ];
  return sections.filter(({ items }) => items.length > 0);
}

function endsOf(figure: Figure): string {
  return shareText(isOpen(figure) ? figure.bounds : figure.told, figure.approximate);
}
