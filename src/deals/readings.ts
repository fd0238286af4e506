/** What values do sources give for a field, do they differ, and which one is drawn? */

import { type Amount, amountText, type Comparator } from "../model/amount.ts";
import { dayNumber } from "../model/day.ts";
import type { Choice, Disagreement, Field, FieldName, Reading, Testimony } from "../model/deal.ts";
import { rungOf } from "./firmness.ts";
import { originsOf } from "./origins.ts";
import { grouped, sortInPlace, unique } from "./short-lists.ts";

/** A claim with the value that it gives for a field. */
export interface Told {
  readonly testimony: Testimony;
  readonly text: string;
  readonly amount: Amount | null;
  readonly comparator: Comparator | null;
  /** How firmly it is told. */
  readonly rung: number;
}

/** What a person decided to draw: a document's or a claim's reading, the smallest, the largest, or both. */
export interface Preference {
  readonly field: FieldName;
  readonly draw: string;
}

/** How a field is judged: do two readings contradict each other, and is one of them to be drawn at all? */
export interface FieldRule {
  readonly disagreementOf: (one: Told, other: Told) => Disagreement | null;
  /** Left open where sources differ: none is drawn. */
  readonly open?: boolean;
  readonly question?: (readings: readonly Reading[]) => string | null;
  /** What is asked even where all agree. */
  readonly always?: string | null;
}

/** An amount as a value of a field; its text where it was made before. */
export function toldAmount(testimony: Testimony, amount: Amount, text?: string): Told {
  const { comparator } = testimony.claim;
  return told(testimony, text ?? amountText(amount, comparator ?? "="), amount, comparator);
}

/** A word or a number of years as one. */
export function toldText(testimony: Testimony, text: string): Told {
  return told(testimony, text, null, null);
}

function told(testimony: Testimony, text: string, amount: Amount | null, comparator: Comparator | null): Told {
  return { testimony, text, amount, comparator, rung: rungOf(testimony.claim.status) };
}

/** The day (number) from which it counts. */
export function dayOfTold({ testimony }: Told): number {
  return dayNumber(testimony.known);
}

/** The field with all its readings, the chosen one first; null where nothing is told. */
export function fieldOf(
  name: FieldName,
  told: readonly Told[],
  preferences: readonly Preference[],
  rule: FieldRule,
): Field | null {
  if (told.length === 0) return null;
  const groups = grouped(told, ({ text }) => text);
  if (groups.length === 1) {
    const readings = [readingOf(told)];
    return { name, readings, choice: "only", disagreement: null, question: rule.always ?? null };
  }
  const ranked = groups.map((values) => ({ rank: rankOf(values), reading: readingOf(values) }));
  const preference = preferences.findLast((each) => each.field === name);
  sortInPlace(ranked, (one, other) => byRank(one.rank, other.rank));
  const decided = preference ? drawn(ranked, preference.draw) : null;
  if (decided) ranked.unshift(...ranked.splice(ranked.indexOf(decided), 1));
  const readings = ranked.map(({ reading }) => reading);
  let disagreement: Disagreement | null = null;
  for (let index = 0; index < groups.length; index++)
    for (let later = index + 1; later < groups.length; later++) {
      const differ = rule.disagreementOf(groups[index]![0]!, groups[later]![0]!);
      if (differ === "hard" || (differ === "soft" && disagreement === null)) disagreement = differ;
    }
  const choice =
    preference?.draw === "both"
      ? "open"
      : decided
        ? "decided"
        : disagreement && rule.open
          ? "open"
          : reasonOf(ranked[0]!.rank, ranked[1]!.rank);
  return {
    name,
    readings,
    choice,
    disagreement,
    question: (disagreement ? rule.question?.(readings) : null) ?? rule.always ?? null,
  };
}

function readingOf(values: readonly Told[]): Reading {
  const sorted = sortInPlace([...values], byQuotability);
  const { text, amount, comparator } = sorted[0]!;
  let firmest = values[0]!;
  let firstKnown = firmest.testimony.known;
  let lastKnown = firstKnown;
  for (const value of values) {
    const { known } = value.testimony;
    if (value.rung > firmest.rung) firmest = value;
    if (known < firstKnown) firstKnown = known;
    if (known > lastKnown) lastKnown = known;
  }
  return {
    text,
    amount,
    comparator,
    status: firmest.testimony.claim.status,
    claims: sorted.map(({ testimony }) => testimony.claim.id),
    documents: unique(sorted.map(({ testimony }) => testimony.claim.document)),
    origins: originsOf(values.map(({ testimony }) => testimony)),
    firstKnown,
    lastKnown,
  };
}

/** What the choice among readings goes by. */
interface Rank {
  rung: number;
  tier: number;
  day: number;
  id: string;
}

/** The rung on which it is told, by whom there and when, and the first of all its ids. */
function rankOf(values: readonly Told[]): Rank {
  const rank: Rank = { rung: Number.NEGATIVE_INFINITY, tier: 0, day: 0, id: values[0]!.testimony.claim.id };
  for (const value of values) {
    const { rung, testimony } = value;
    const { tier, claim } = testimony;
    if (claim.id < rank.id) rank.id = claim.id;
    if (rung < rank.rung) continue;
    const day = dayOfTold(value);
    if (rung > rank.rung) Object.assign(rank, { rung, tier, day });
    rank.tier = Math.min(rank.tier, tier);
    rank.day = Math.max(rank.day, day);
  }
  return rank;
}

/** Firmer status, nearer source, later published, claim id. */
function byRank(one: Rank, other: Rank): number {
  return other.rung - one.rung || one.tier - other.tier || other.day - one.day || (one.id < other.id ? -1 : 1);
}

function reasonOf(one: Rank, other: Rank): Choice {
  if (one.rung !== other.rung) return "firmer";
  if (one.tier !== other.tier) return "tier";
  return one.day !== other.day ? "later" : "first-id";
}

/** Firmer, nearer, said outright, earlier: the claim to quote first. */
function byQuotability(a: Told, b: Told): number {
  if (a.rung !== b.rung) return b.rung - a.rung;
  const { testimony: one } = a;
  const { testimony: other } = b;
  return (
    one.tier - other.tier ||
    Number(one.claim.hedged) - Number(other.claim.hedged) ||
    (one.known < other.known ? -1 : one.known > other.known ? 1 : one.claim.id < other.claim.id ? -1 : 1)
  );
}

/** The reading that a person's word names. `both` draws none before the other. */
function drawn<T extends { readonly reading: Reading }>(ranked: readonly T[], draw: string): T | null {
  const size = ({ reading: { amount } }: T): number => (amount === null ? 0 : (amount.min ?? amount.max ?? 0));
  if (draw === "smallest") return ranked.toSorted((one, other) => size(one) - size(other))[0] ?? null;
  if (draw === "largest") return ranked.toSorted((one, other) => size(other) - size(one))[0] ?? null;
  return (
    ranked.find(({ reading }) => [...reading.documents, ...reading.claims, reading.text].some((id) => id === draw)) ??
    null
  );
}
