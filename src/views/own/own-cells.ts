/** Ownership for other programs: columns of CSV. */

import type { PartyId } from "../../model/id.ts";
import { type Figure, type Sourced, together } from "./figure.ts";
import type { OwnAnswer } from "./own-answer.ts";
import type { Round } from "./pro-forma.ts";

/** Columns of `--csv` and `--plain`, in their order: a stable contract. An open end is empty; `told_` are the ends that sources state. */
export const ownColumns = [
  "part",
  "case",
  "party",
  "other",
  "measure",
  "unit",
  "told_low",
  "told_high",
  "low",
  "high",
  "approximate",
  "status",
  "day",
  "deals",
  "assumed",
  "claims",
] as const;

/** All whom no claim names, in the column of parties. */
const unnamed = "(nobody named)";

type Cells = Partial<Record<(typeof ownColumns)[number], string>>;

export function ownCells(answer: OwnAnswer, nameOf: (party: PartyId) => string): string[][] {
  const { table, rounds, secondary, rights, through, common, valuations, listings } = answer;
  const name = (party: PartyId | null): string => (party === null ? "" : nameOf(party));
  const share = { measure: "share", unit: "share" };
  const rows: Cells[] = [
    ...table.holders.map((each) => ({
      part: "cap table",
      party: name(each.party),
      ...share,
      ...figureCells(each.share),
      status: each.status,
      ...sourceCells(each),
    })),
    ...table.toCome.map((each) => ({
      part: "to come",
      party: name(each.party),
      ...share,
      ...figureCells(each.share),
      status: each.status,
      ...sourceCells(each),
    })),
    ...table.unstated.map((each) => ({
      part: "cap table",
      party: name(each.party),
      other: each.by,
      ...share,
      status: "completed",
      ...sourceCells(each),
    })),
    ...(table.unnamed
      ? [
          {
            part: "cap table",
            party: unnamed,
            ...share,
            ...figureCells(table.unnamed),
            ...sourceCells(together(table.holders)),
          },
        ]
      : []),
    ...rounds.flatMap((round, index) => roundCells(round, index + 1, name)),
    ...secondary.map(({ buyer, amount, unit, status, ...sourced }) => ({
      ...{ part: "secondary sale", party: name(buyer), measure: "paid to sellers", unit },
      ...(amount ? figureCells(amount) : {}),
      ...{ status, ...sourceCells(sourced) },
    })),
    ...rights.flatMap((right) => [
      {
        ...{
          part: "right",
          case: right.right,
          party: name(right.holder),
          other: name(right.company),
          measure: "shares",
          unit: "shares",
        },
        ...(right.quantity ? figureCells(right.quantity) : {}),
        ...{ status: right.status, ...sourceCells(right) },
      },
      ...right.exercised.map((row) => ({
        part: "right",
        case: "exercised",
        party: row.party === null ? unnamed : name(row.party),
        ...share,
        ...figureCells(row.pre!),
        ...sourceCells(row),
      })),
    ]),
    ...through.owners.map((each) => ({
      ...{ part: "through others", party: name(each.party), other: each.by.map(name).join(" | "), ...share },
      ...figureCells({ told: each.share, bounds: each.share, approximate: false }),
      ...sourceCells(each),
    })),
    ...common.owners.flatMap(({ party, rival, here, there }) =>
      (
        [
          [answer.company, here],
          [rival, there],
        ] as const
      ).map(([company, tie]) => ({
        ...{ part: "common owner", party: name(party), other: name(company), measure: tie.by, unit: tie.unit },
        ...(tie.figure ? figureCells(tie.figure) : {}),
        ...{ status: tie.status, ...sourceCells(tie) },
      })),
    ),
    ...valuations.flatMap(({ kind, valuations: own }) =>
      own.map(({ observation, value, day }) => ({
        ...{
          part: "valuation",
          case: kind,
          party: name(answer.company),
          measure: "valuation",
          unit: observation.amount.unit,
          ...figureCells(value),
        },
        ...{
          status: observation.status,
          day: day ?? `told ${observation.known}`,
          claims: observation.claims.join(" "),
        },
      })),
    ),
    ...listings.flatMap((listing) => [
      {
        ...{
          part: "listing",
          party: name(answer.company),
          measure: "valuation",
          unit: "USD",
          ...figureCells(listing.value),
          status: listing.status,
        },
        ...{ day: listing.days ? `${listing.days.first}..${listing.days.last}` : "", ...sourceCells(listing) },
      },
      ...listing.entries.flatMap((entry) => {
        const party = entry.round.investments.map((each) => name(each.party)).join(" | ");
        return (["multiple", "yearlyRate", "breakEvenValue"] as const).flatMap((measure): Cells[] => {
          const [told, bounds] = [entry.told[measure], entry.bounds[measure]];
          if (told === null || bounds === null) return [];
          const unit = measure === "breakEvenValue" ? listing.unit : "1";
          const figure = figureCells({ told, bounds, approximate: false });
          return [{ part: "late entry", party, measure, unit, ...figure, ...sourceCells(entry) }];
        });
      }),
    ]),
  ];
  return rows.map((row) => ownColumns.map((column) => row[column] ?? ""));
}

function roundCells(round: Round, number: number, name: (party: PartyId | null) => string): Cells[] {
  const part = `round ${number}`;
  return [
    ...round.investments.flatMap((each) =>
      (["money", "conditional"] as const).flatMap((measure): Cells[] => {
        const figure = each[measure];
        return figure === null
          ? []
          : [
              {
                part,
                party: name(each.party),
                measure: measure === "money" ? "put in" : "put in on a condition",
                unit: each.unit,
                ...figureCells(figure),
                status: each.status,
                ...sourceCells(each),
              },
            ];
      }),
    ),
    ...round.outcomes.flatMap(({ withConditional, rows }) =>
      rows.flatMap((row) =>
        (["pre", "post"] as const).flatMap((at): Cells[] => {
          const figure = row[at];
          if (figure === null) return [];
          const kind = round.pre && round.post && !round.kindTold ? `if ${at}-money` : `${at}-money`;
          const words = `${kind}${withConditional ? ", with what hangs on a condition" : ""}`;
          const party = row.party === null ? unnamed : name(row.party);
          return [
            {
              part,
              case: words,
              party,
              measure: row.before ? "share" : "share, new ones alone at the told ends",
              unit: "share",
              ...figureCells(figure),
              ...sourceCells(round),
            },
          ];
        }),
      ),
    ),
  ];
}

function figureCells({ told, bounds, approximate }: Figure): Cells {
  const text = (value: number): string => (Number.isFinite(value) ? String(value) : "");
  return {
    told_low: text(told.low),
    told_high: text(told.high),
    low: text(bounds.low),
    high: text(bounds.high),
    approximate: String(approximate),
  };
}

function sourceCells({ deals, taken, claims }: Sourced): Cells {
  return { deals: deals.join(" "), assumed: taken.map(({ text }) => text).join("; "), claims: claims.join(" ") };
}
