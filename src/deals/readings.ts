/** What values do sources give for a field, do they differ, and which one is drawn? */

import { type Amount, amountText, type Comparator } from "../model/amount.ts";
import { dayNumber } from "../model/day.ts";
import type { Choice, Disagreement, Field, FieldName, Reading, Testimony } from "../model/deal.ts";
import type { DocumentId } from "../model/id.ts";
import { rungOf } from "./firmness.ts";
import { originsOf } from "./origins.ts";

/** A claim with the value that it gives for a field. */
export interface Told {
  readonly testimony: Testimony;
  readonly text: string;
  readonly amount: Amount | null;
  readonly comparator: Comparator | null;
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

/** An amount as a value of a field. */
export function toldAmount(testimony: Testimony, amount: Amount): Told {
  const { comparator } = testimony.claim;
  return { testimony, text: amountText(amount, comparator ?? "="), amount, comparator };
}

/** A word or a number of years as one. */
export function toldText(testimony: Testimony, text: string): Told {
  return { testimony, text, amount: null, comparator: null };
}

/** The field with all its readings, the chosen one first; null where nothing is told. */
export function fieldOf(
  name: FieldName,
  told: readonly Told[],
  preferences: readonly Preference[],
  rule: FieldRule,
): Field | null {
  if (told.length === 0) return null;
  const groups = [...Map.groupBy(told, ({ text }) => text).values()];
  const ranked = groups.map((values) => ({ values, reading: readingOf(values) }));
  const preference = preferences.findLast((each) => each.field === name);
  ranked.sort((one, other) => order(one.values, other.values));
  const decided = preference ? drawn(ranked, preference.draw) : null;
  if (decided) ranked.unshift(...ranked.splice(ranked.indexOf(decided), 1));
  const readings = ranked.map(({ reading }) => reading);
  let disagreement: Disagreement | null = null;
  for (const [index, one] of groups.entries())
    for (const other of groups.slice(index + 1)) {
      const differ = rule.disagreementOf(one[0]!, other[0]!);
      if (differ === "hard" || (differ === "soft" && disagreement === null)) disagreement = differ;
    }
  const choice =
    readings.length === 1
      ? "only"
      : preference?.draw === "both"
        ? "open"
        : decided
          ? "decided"
          : disagreement && rule.open
            ? "open"
            : reasonOf(ranked[0]!.values, ranked[1]!.values);
  return {
    name,
    readings,
    choice,
    disagreement,
    question: (disagreement ? rule.question?.(readings) : null) ?? rule.always ?? null,
  };
}

function readingOf(values: readonly Told[]): Reading {
  const sorted = [...values].sort(byQuotability);
  const { text, amount, comparator } = sorted[0]!;
  const known = values.map(({ testimony }) => testimony.known).sort();
  return {
    text,
    amount,
    comparator,
    status: firmest(values).claim.status,
    claims: sorted.map(({ testimony }) => testimony.claim.id),
    documents: [...new Set<DocumentId>(sorted.map(({ testimony }) => testimony.claim.document))],
    origins: originsOf(values.map(({ testimony }) => testimony)),
    firstKnown: known[0]!,
    lastKnown: known.at(-1)!,
  };
}

/** Firmer status, nearer source, later published, claim id. */
function order(one: readonly Told[], other: readonly Told[]): number {
  const [a, b] = [rankOf(one), rankOf(other)];
  return b.rung - a.rung || a.tier - b.tier || b.known - a.known || (a.id < b.id ? -1 : 1);
}

function reasonOf(one: readonly Told[], other: readonly Told[]): Choice {
  const [a, b] = [rankOf(one), rankOf(other)];
  if (a.rung !== b.rung) return "firmer";
  if (a.tier !== b.tier) return "tier";
  return a.known !== b.known ? "later" : "first-id";
}

function rankOf(values: readonly Told[]): { rung: number; tier: number; known: number; id: string } {
  const rung = rungOf(firmest(values).claim.status);
  const held = values.filter(({ testimony }) => rungOf(testimony.claim.status) === rung);
  return {
    rung,
    tier: Math.min(...held.map(({ testimony }) => testimony.tier)),
    known: Math.max(...held.map(({ testimony }) => dayNumber(testimony.known))),
    id: values.map(({ testimony }) => testimony.claim.id as string).sort()[0]!,
  };
}

function firmest(values: readonly Told[]): Testimony {
  return values
    .map(({ testimony }) => testimony)
    .reduce((best, each) => (rungOf(each.claim.status) > rungOf(best.claim.status) ? each : best));
}

/** Firmer, nearer, said outright, earlier: the claim to quote first. */
function byQuotability({ testimony: one }: Told, { testimony: other }: Told): number {
  return (
    rungOf(other.claim.status) - rungOf(one.claim.status) ||
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
