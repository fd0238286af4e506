/** What moves between whom in a window of time: the rows of `capstack flows`, and what stands beside them. */

import { type Firmness, isAtLeast, rungOf } from "../deals/firmness.ts";
import { movedBetween, undated } from "../deals/placed.ts";
import { isMoney } from "../model/amount.ts";
import type { Status } from "../model/claim.ts";
import { dayNumber, type PartialDay } from "../model/day.ts";
import type { Commodity } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Ledger, Memo, Posting, Taken } from "../model/ledger.ts";
import type { Ends } from "../model/smallest-unit.ts";

/** After one day and up to another: the months of a year after 31 December are that year. */
export interface Window {
  readonly after: PartialDay;
  readonly until: PartialDay;
}

export interface FlowRow {
  readonly from: PartyId | null;
  readonly to: PartyId | null;
  readonly commodity: Commodity;
  /** Statuses are never added up. */
  readonly status: Status;
  /** What falls due in the window, in the smallest unit. */
  readonly due: Ends;
  /** The whole of its postings. */
  readonly whole: Ends;
  readonly approximate: boolean;
  readonly postings: readonly Posting[];
  readonly taken: readonly Taken[];
}

export interface FlowsAnswer {
  readonly rows: readonly FlowRow[];
  /** In the books without a day, so in no window. */
  readonly undated: readonly FlowRow[];
  readonly memos: readonly Memo[];
  /** The first day after the window on which something moves, where nothing does in it; null where nothing ever does. */
  readonly next: number | null;
}

export interface FlowsQuestion {
  readonly window: Window;
  readonly firmness: Firmness;
  /** A party as the answer shows it: itself, or the group that it belongs to. What a group does within itself is left out. */
  readonly shown: (party: PartyId) => PartyId;
  /** Only what touches one of these, as they are shown; null for all. */
  readonly about: ReadonlySet<PartyId> | null;
}

/** The flows of a window by pair, commodity and status, the largest first. */
export function flowsIn(ledger: Ledger, question: FlowsQuestion): FlowsAnswer {
  const [after, until] = [dayNumber(question.window.after), dayNumber(question.window.until)];
  const due = new Rows(question.shown);
  const without = new Rows(question.shown);
  let next: number | null = null;
  for (const posting of ledger.postings) {
    if (!isAtLeast(posting.status, question.firmness) || !isShown(posting, question)) continue;
    const moved = movedBetween(posting, after, until);
    if (moved) due.add(posting, moved);
    else {
      const later = posting.timing && firstAfter(posting.timing.days, until);
      if (later !== null && (next === null || later < next)) next = later;
    }
    const rest = undated(posting);
    if (rest) without.add(posting, rest);
  }
  const rows = due.sorted();
  const memos = ledger.memos.filter((memo) => isTold(memo, question) && isShown(memo, question));
  return { rows, undated: without.sorted(), memos, next: rows.length === 0 ? next : null };
}

/** All that is in the books, whenever it moves, by pair, commodity and status: `due` is what of it falls due in the window, `whole` all of it. */
export function wholeFlows(ledger: Ledger, question: FlowsQuestion): readonly FlowRow[] {
  const [after, until] = [dayNumber(question.window.after), dayNumber(question.window.until)];
  const rows = new Rows(question.shown);
  for (const posting of ledger.postings)
    if (isAtLeast(posting.status, question.firmness) && isShown(posting, question))
      rows.add(posting, movedBetween(posting, after, until) ?? { low: 0, high: 0 });
  return rows.sorted();
}

function firstAfter(days: Int32Array, until: number): number | null {
  return (days.at(-1) ?? until) > until ? days.find((day) => day > until)! : null;
}

/** Memos stand beside the ladder too: what ended or is denied is no news at any firmness, what is only talked about is none among what is signed. */
function isTold({ status, reason }: Memo, { firmness }: FlowsQuestion): boolean {
  return reason === "a forecast" || isAtLeast(status, firmness);
}

function isShown({ from, to }: Pick<Posting, "from" | "to">, { shown, about }: FlowsQuestion): boolean {
  const [one, other] = [from && shown(from), to && shown(to)];
  if (one !== null && one === other) return false;
  return about === null || (one !== null && about.has(one)) || (other !== null && about.has(other));
}

interface GrowingRow extends FlowRow {
  due: Ends;
  whole: Ends;
  approximate: boolean;
  postings: Posting[];
  taken: Taken[];
}

/** Rows while they are added up. */
class Rows {
  readonly #shown: (party: PartyId) => PartyId;
  readonly #rows = new Map<string, GrowingRow>();

  constructor(shown: (party: PartyId) => PartyId) {
    this.#shown = shown;
  }

  add(posting: Posting, due: Ends): void {
    const { commodity, status, low, high, approximate, taken } = posting;
    const from = posting.from && this.#shown(posting.from);
    const to = posting.to && this.#shown(posting.to);
    const key = `${from} ${to} ${commodity} ${status}`;
    const row = this.#rows.get(key);
    if (row === undefined) {
      const whole = { low, high };
      this.#rows.set(key, {
        ...{ from, to, commodity, status, due, whole, approximate },
        postings: [posting],
        taken: [...taken],
      });
      return;
    }
    row.postings.push(posting);
    for (const each of taken) if (!row.taken.includes(each)) row.taken.push(each);
    row.due = added(row.due, due);
    row.whole = added(row.whole, { low, high });
    row.approximate ||= approximate;
  }

  /** Money first, then the firmest, then the largest. */
  sorted(): FlowRow[] {
    return [...this.#rows]
      .map(([key, row]) => ({ key, row, goods: isMoney(row.commodity) ? 0 : 1, size: sizeOf(row.due) }))
      .sort(
        (one, other) =>
          one.goods - other.goods ||
          rungOf(other.row.status) - rungOf(one.row.status) ||
          other.size - one.size ||
          (one.key < other.key ? -1 : 1),
      )
      .map(({ row }) => row);
  }
}

/** The low end, which is told at least; what is only "up to" by its high end. */
export function sizeOf({ low, high }: Ends): number {
  return low > 0 ? low : (high ?? 0);
}

/** Interval sums: an open end stays open. */
export function added(one: Ends, other: Ends): Ends {
  return {
    low: one.low + other.low,
    high: one.high === null || other.high === null ? null : one.high + other.high,
  };
}
