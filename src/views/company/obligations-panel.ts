/** What must a company pay, and when? The ladder as a picture and as rows, on the basis that is asked for. */

import type { ClaimId } from "../../model/id.ts";
import type { Posting } from "../../model/ledger.ts";
import type { Problem } from "../../model/problem.ts";
import { endsText } from "../../model/smallest-unit.ts";
import type { CompanyPanel, CompanyTable, TableRow } from "../company-answers.ts";
import { contractTotals } from "../contract-totals.ts";
import { type Basis, type LadderShown, ladderFlags, rateText } from "../ladder-basis.ts";
import { type Ladder, periodText, shownRows } from "../ladder-rows.ts";
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
      shown.basis === "total" ? totalTable(input) : dueTable(input.view.ladder, input, shown, []),
      asideTable(input.view.ladder, input, shown.basis === "value" ? "discounted" : "counted"),
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
    ...{ ladder, basis, opened, opens: true, rate: rateWords, nameOf, asOf, company: whoOf(input) },
    cash: new Map(cash),
    subtitle: `${measures[basis]}${quarters} · ${heldFor(input, view.dueFirmness)}`,
    sources: sourcesOf(input, claims, taken.size),
  };
}

function totalTable(input: PanelInput): CompanyTable {
  const assumed: string[] = [];
  return {
    ...{ caption: "Contracts as a whole", columns: ["still falls due", "to", "amount", "status", "assumed"] },
    ...{ rows: totalRows(input, assumed), assumed },
  };
}

/** What falls due as rows: a line for each year or quarter, counterparty and status. What is assumed is added to `assumed`. */
export function dueTable(
  ladder: Ladder,
  naming: Pick<PanelInput, "nameOf" | "asOf">,
  { basis, opened }: Pick<LadderShown, "basis" | "opened">,
  assumed: string[],
): CompanyTable {
  const by = opened === null ? "year by year" : `year by year, ${opened} by quarter`;
  const isWorth = basis === "value";
  return {
    caption: isWorth ? `What falls due, and what that is worth on ${naming.asOf}, ${by}` : `What falls due, ${by}`,
    columns: [opened === null ? "year" : "time", "to", ...(isWorth ? ["worth"] : []), "amount", "status", "assumed"],
    rows: shownRows(ladder).map((row) => ({
      cells: [
        periodText(row),
        partyName(naming, row.party),
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

/** What stands beside a ladder, in no year and in no sum of it. */
export function asideTable(
  { unscheduled, apart, uncounted }: Ladder,
  naming: Pick<PanelInput, "nameOf">,
  how: "counted" | "discounted" = "counted",
): CompanyTable {
  const dateless = unscheduled.map(({ posting: { to, commodity, status, claims }, rest }) => ({
    cells: ["no day is stated", partyName(naming, to), endsText(commodity, rest), status, ""],
    ...{ status, claims },
  }));
  const beside = [...apart, ...uncounted].map(({ to, commodity, low, high, status, reason, kind, claims }) => ({
    cells: [
      reason,
      to === null ? "several" : partyName(naming, to),
      low === null ? "not stated" : endsText(commodity, { low, high }),
      status,
      kind.replaceAll("-", " "),
    ],
    ...{ status, claims },
  }));
  return {
    caption: `Without a day, beside them, and not ${how}`,
    columns: ["why", "to", "amount", "status", ""],
    rows: [...dateless, ...beside],
    assumed: [],
  };
}

/** The claims behind postings, each once. */
export function claimsOf(postings: readonly Posting[]): ClaimId[] {
  return [...new Set(postings.flatMap(({ claims }) => claims))];
}
