/** What must a company pay, and when? The ladder as a picture and as rows, on the basis that is asked for. */

import type { ClaimId } from "../../model/id.ts";
import type { Posting } from "../../model/ledger.ts";
import type { Problem } from "../../model/problem.ts";
import { endsText } from "../../model/smallest-unit.ts";
import type { CompanyPanel, CompanyTable, TableRow } from "../company-answers.ts";
import { contractTotals } from "../contract-totals.ts";
import { type Basis, type LadderShown, ladderFlags, rateText } from "../ladder-basis.ts";
import { periodText, shownRows } from "../ladder-rows.ts";
import type { LadderPictureInput } from "../pictures/ladder-bars.ts";
import { ladderPicture } from "../pictures/ladder-picture.ts";
import { heldFor, type PanelInput, partyName, sourcesOf, takenMarks, whoOf } from "./panel.ts";

/** Of what cannot be shown the panel tells why, and what to write. */
export function obligationsPanel(input: PanelInput, shown: LadderShown | Problem): CompanyPanel {
  const base = { name: "obligations", title: "Obligations ladder" } as const;
  const ask = `capstack company ${input.company} --obligations`;
  if ("code" in shown) {
    const command = `${ask} ${shown.fix}${input.flags}`;
    const text = `${shown.message.charAt(0).toUpperCase()}${shown.message.slice(1)}`;
    const item = { text, claims: [], command: null };
    return {
      ...{ ...base, pictures: [], tables: [], command },
      sections: [{ title: "Nothing is drawn yet", about: "", folded: false, items: [item] }],
    };
  }
  return {
    ...base,
    pictures: [ladderPicture(ladderInput(input, shown))],
    tables: [
      basisTable(input, shown),
      {
        caption: `Without a day, beside them, and not ${shown.basis === "value" ? "discounted" : "counted"}`,
        columns: ["why", "to", "amount", "status", ""],
        rows: asideRows(input),
        assumed: [],
      },
    ].filter(({ rows }) => rows.length > 0),
    sections: [],
    command: `${ask}${ladderFlags(shown)}${input.flags}`,
  };
}

/** What the picture is made from; the command line draws the same. */
export function ladderInput(input: PanelInput, { basis, rate, opened }: LadderShown): LadderPictureInput {
  const { view, asOf, nameOf } = input;
  const { ladder, runway } = view;
  const claims = [
    ...ladder.rows.flatMap(({ postings }) => claimsOf(postings)),
    ...claimsOf(ladder.unscheduled.map(({ posting }) => posting)),
    ...ladder.apart.flatMap((memo) => memo.claims),
  ];
  const taken = new Set(ladder.rows.flatMap((row) => row.taken));
  const cash =
    // Cash is told as of its day: beside discounted sums it would look too long.
    runway.cash === null || basis === "value"
      ? []
      : runway.years.flatMap(({ year }, index) => {
          const before = runway.years[index - 1];
          return before ? [[year, before.left] as const] : [];
        });
  const rateWords = rate === null ? null : rateText(rate);
  const measures: Readonly<Record<Basis, string>> = {
    due: `falling due after ${asOf}, by year`,
    total: "contracts as a whole, of which something is due",
    value: `present value on ${asOf} at ${rateWords} a year (actual/365), by the year it falls due`,
  };
  const quarters = opened === null ? "" : `, ${opened} by quarter`;
  return {
    ...{ ladder, basis, opened, rate: rateWords, nameOf, asOf, company: whoOf(input) },
    cash: new Map(cash),
    subtitle: `${measures[basis]}${quarters} · ${heldFor(input, view.dueFirmness)}`,
    sources: sourcesOf(input, claims, taken.size),
  };
}

function basisTable(input: PanelInput, { basis, opened }: LadderShown): CompanyTable {
  const assumed: string[] = [];
  if (basis === "total")
    return {
      ...{ caption: "Contracts as a whole", columns: ["still falls due", "to", "amount", "status", "assumed"] },
      ...{ rows: totalRows(input, assumed), assumed },
    };
  const by = opened === null ? "year by year" : `year by year, ${opened} by quarter`;
  const isWorth = basis === "value";
  return {
    caption: isWorth ? `What falls due, and what that is worth on ${input.asOf}, ${by}` : `What falls due, ${by}`,
    columns: [opened === null ? "year" : "time", "to", ...(isWorth ? ["worth"] : []), "amount", "status", "assumed"],
    rows: shownRows(input.view.ladder).map((row) => ({
      cells: [
        periodText(row),
        partyName(input, row.party),
        ...(isWorth ? [endsText(row.commodity, row.worth!)] : []),
        ...[endsText(row.commodity, row.due), row.status, takenMarks(row.taken, assumed)],
      ],
      status: row.status,
      claims: claimsOf(row.postings),
    })),
    assumed,
  };
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
