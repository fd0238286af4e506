/** What must a company pay, and when? The ladder as a picture and as rows. */

import type { ClaimId } from "../../model/id.ts";
import type { Posting } from "../../model/ledger.ts";
import { endsText } from "../../model/smallest-unit.ts";
import type { CompanyPanel, TableRow } from "../company-answers.ts";
import { contractTotals } from "../contract-totals.ts";
import type { LadderPictureInput } from "../pictures/ladder-drawing.ts";
import { ladderPicture } from "../pictures/ladder-picture.ts";
import { heldFor, type PanelInput, partyName, sourcesOf, takenMarks, whoOf } from "./panel.ts";

export type Basis = LadderPictureInput["basis"];

export function obligationsPanel(input: PanelInput, basis: Basis): CompanyPanel {
  const assumed: string[] = [];
  return {
    name: "obligations",
    title: "Obligations ladder",
    pictures: [ladderPicture(ladderInput(input, basis))],
    tables: [
      {
        caption: basis === "due" ? "What falls due, year by year" : "Contracts as a whole",
        columns: [basis === "due" ? "year" : "still falls due", "to", "amount", "status", "assumed"],
        rows: basis === "due" ? yearRows(input, assumed) : totalRows(input, assumed),
        assumed,
      },
      {
        caption: "Without a day, beside them, and not counted",
        columns: ["why", "to", "amount", "status", ""],
        rows: asideRows(input),
        assumed: [],
      },
    ].filter(({ rows }) => rows.length > 0),
    sections: [],
    command: `capstack company ${input.company} --obligations${input.flags}`,
  };
}

/** What the picture is made from; the command line draws the same. */
export function ladderInput(input: PanelInput, basis: Basis): LadderPictureInput {
  const { view, asOf, nameOf } = input;
  const { ladder, runway } = view;
  const claims = [
    ...ladder.rows.flatMap(({ postings }) => claimsOf(postings)),
    ...claimsOf(ladder.unscheduled.map(({ posting }) => posting)),
    ...ladder.apart.flatMap((memo) => memo.claims),
  ];
  const taken = new Set(ladder.rows.flatMap((row) => row.taken));
  const cash =
    runway.cash === null
      ? []
      : runway.years.flatMap(({ year }, index) => {
          const before = runway.years[index - 1];
          return before ? [[year, before.left] as const] : [];
        });
  const measure =
    basis === "due" ? `falling due after ${asOf}, by year` : "contracts as a whole, of which something is due";
  return {
    ...{ ladder, basis, nameOf, asOf, company: whoOf(input) },
    cash: new Map(cash),
    subtitle: `${measure} · ${heldFor(input, view.dueFirmness)}`,
    sources: sourcesOf(input, claims, taken.size),
  };
}

function yearRows(input: PanelInput, assumed: string[]): TableRow[] {
  return input.view.ladder.rows.map(({ year, party, commodity, status, due, postings, taken }) => ({
    cells: [String(year), partyName(input, party), endsText(commodity, due), status, takenMarks(taken, assumed)],
    status,
    claims: claimsOf(postings),
  }));
}

function totalRows(input: PanelInput, assumed: string[]): TableRow[] {
  return contractTotals(input.view.ladder).map(({ party, commodity, status, whole, due, postings, taken }) => ({
    cells: [
      due.high === 0 ? "no day is stated" : endsText(commodity, due),
      partyName(input, party),
      endsText(commodity, whole),
      status,
      takenMarks(taken, assumed),
    ],
    status,
    claims: claimsOf(postings),
  }));
}

function asideRows(input: PanelInput): TableRow[] {
  const { unscheduled, apart, uncounted } = input.view.ladder;
  return [
    ...unscheduled.map(({ posting: { to, commodity, status, claims }, rest }) => ({
      cells: ["no day is stated", partyName(input, to), endsText(commodity, rest), status, ""],
      ...{ status, claims },
    })),
    ...[...apart, ...uncounted].map(({ to, commodity, low, high, status, reason, kind, claims }) => ({
      cells: [
        reason,
        to === null ? "several" : partyName(input, to),
        low === null ? "not stated" : endsText(commodity, { low, high }),
        status,
        kind.replaceAll("-", " "),
      ],
      ...{ status, claims },
    })),
  ];
}

function claimsOf(postings: readonly Posting[]): ClaimId[] {
  return [...new Set(postings.flatMap(({ claims }) => claims))];
}
