/** The bars of an obligations ladder before they are placed: a year, a quarter of it, a contract, or what has no day, each with its parts. */

import { rungOf } from "../../deals/firmness.ts";
import type { Status } from "../../model/claim.ts";
import type { Commodity } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Memo, Posting, Taken } from "../../model/ledger.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import type { Interval } from "../../numeric/interval.ts";
import { contractTotals } from "../contract-totals.ts";
import { sizeOf } from "../counterparties.ts";
import { added } from "../flow-rows.ts";
import type { Basis } from "../ladder-basis.ts";
import { amountOn, type Ladder, type LadderRow } from "../ladder-rows.ts";

export interface LadderPictureInput {
  readonly ladder: Ladder;
  readonly basis: Basis;
  /** The yearly rate of a present value, in words; null on every other basis. */
  readonly rate: string | null;
  /** The year that is opened into its quarters. */
  readonly opened: number | null;
  /** A page opens its other years. */
  readonly opens: boolean;
  readonly company: string;
  readonly nameOf: (party: PartyId) => string;
  /** Where nothing with a day falls due after. */
  readonly asOf: string;
  /** The cash at the beginning of a year, in cents, where somebody told it. */
  readonly cash: ReadonlyMap<number, Interval>;
  readonly subtitle: string;
  readonly sources: readonly string[];
}

export type BarOf = "year" | "quarter" | "contract";

/** A part of a bar: what one counterparty gets at one status. */
export interface Piece {
  readonly amount: Ends;
  /** What of it is drawn filled; all where null. */
  readonly filled: Ends | null;
  readonly status: Status;
  readonly name: string;
  readonly commodity: Commodity;
  readonly claims: readonly ClaimId[];
}

export interface RawBar {
  readonly of: BarOf;
  /** The year that a page opens by this bar; null where none. */
  readonly year: number | null;
  readonly commodity: Commodity;
  readonly label: string;
  readonly total: string;
  /** Each part of it in words. */
  readonly words: readonly string[];
  readonly segments: readonly Piece[];
  readonly cash: Interval | null;
}

/** The bars of the basis, in their order. */
export function ladderBars(input: LadderPictureInput, taken: readonly Taken[]): RawBar[] {
  return input.basis === "total" ? totalBars(input, taken) : yearBars(input, taken);
}

/** The years of each money; below the year that is opened its quarters. */
function yearBars(input: LadderPictureInput, taken: readonly Taken[]): RawBar[] {
  const { rows, quarters } = input.ladder;
  const years = [...Map.groupBy(rows, ({ commodity, year }) => `${commodity} ${year}`).values()];
  return years.flatMap((own) => {
    const { commodity, year } = own[0]!;
    const inside = quarters.filter((row) => row.year === year && row.commodity === commodity);
    return [
      {
        ...timeBar(own, input, taken),
        of: "year" as const,
        year: input.opens ? year : null,
        label: String(year),
        cash: input.cash.get(year) ?? null,
      },
      ...[...Map.groupBy(inside, ({ quarter }) => quarter)].map(([quarter, part]) => ({
        ...timeBar(part, input, taken),
        ...{ of: "quarter" as const, year: null, label: `Q${quarter}`, cash: null },
      })),
    ];
  });
}

function timeBar(
  own: readonly LadderRow[],
  { basis, nameOf }: LadderPictureInput,
  taken: readonly Taken[],
): Pick<RawBar, "commodity" | "total" | "words" | "segments"> {
  const { commodity } = own[0]!;
  const rows = own
    .map((row) => ({ ...row, amount: amountOn(basis, row), name: nameIn(row.party, nameOf) }))
    .sort((one, other) => rungOf(other.status) - rungOf(one.status) || sizeOf(other.amount) - sizeOf(one.amount));
  const due = endsText(commodity, own.map((row) => row.due).reduce(added));
  return {
    commodity,
    total: endsText(commodity, rows.map(({ amount }) => amount).reduce(added)),
    words: [
      // Every part is discounted: that is marked once.
      ...(basis === "value" ? [`of ${due}${marks({ taken: rows[0]!.taken.filter(isDiscount) }, taken)}`] : []),
      ...rows.map((row) => {
        const further = { taken: row.taken.filter((each) => !isDiscount(each)) };
        return `${row.name} ${endsText(commodity, row.amount)}${marks(further, taken)}`;
      }),
    ],
    segments: rows.map(({ amount, status, name, postings }) => ({
      ...{ amount, filled: null, status, commodity, name, claims: claimsOf(postings) },
    })),
  };
}

function totalBars({ ladder, nameOf }: LadderPictureInput, taken: readonly Taken[]): RawBar[] {
  return contractTotals(ladder).map((total) => {
    const { party, commodity, status, whole, due, postings } = total;
    const name = nameIn(party, nameOf);
    return {
      ...{ of: "contract", year: null, commodity, label: name, cash: null },
      total: endsText(commodity, whole),
      words: [
        status,
        due.high === 0 ? "no day is stated" : `${endsText(commodity, due)} still falls due${marks(total, taken)}`,
      ],
      segments: [{ amount: whole, filled: due, status, name, commodity, claims: claimsOf(postings) }],
    };
  });
}

/** What has no day, and what is added to nothing. */
export function apartBars({ ladder: { unscheduled, apart }, basis, nameOf }: LadderPictureInput): RawBar[] {
  const bar = ({ to, commodity, status, claims }: Posting | Memo, amount: Ends, words: readonly string[]): RawBar => {
    const name = to === null ? "several" : nameOf(to);
    return {
      ...{ of: "contract", year: null, commodity, label: name, total: endsText(commodity, amount), words, cash: null },
      segments: [{ amount, filled: null, status, name, commodity, claims }],
    };
  };
  return [
    // Contracts as a whole hold what has no day.
    ...(basis === "total" ? [] : unscheduled).map(({ posting, rest }) =>
      bar(posting, rest, [
        posting.status,
        "no day stated",
        ...(posting.commodity.startsWith("credits:") ? ["in credits"] : []),
      ]),
    ),
    ...apart.map((memo) =>
      bar(memo, { low: memo.low ?? 0, high: memo.high }, [memo.status, `${memo.reason}, never added`]),
    ),
  ].sort((one, other) => sizeOf(other.segments[0]!.amount) - sizeOf(one.segments[0]!.amount));
}

function isDiscount({ of }: Taken): boolean {
  return of === "discount";
}

function nameIn(party: PartyId | null, nameOf: (party: PartyId) => string): string {
  return party === null ? "nobody named" : nameOf(party);
}

function marks({ taken }: { readonly taken: readonly Taken[] }, all: readonly Taken[]): string {
  const numbers = taken.map((each) => `[A${all.indexOf(each) + 1}]`);
  return numbers.length === 0 ? "" : ` ${numbers.join("")}`;
}

function claimsOf(postings: readonly Posting[]): ClaimId[] {
  return [...new Set(postings.flatMap(({ claims }) => claims))];
}
