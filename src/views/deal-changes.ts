/** How did deals change between two days, and by which sentence? */

import { amountText } from "../model/amount.ts";
import type { Deal, Leg } from "../model/deal.ts";
import type { ClaimId, DealId } from "../model/id.ts";
import { readingText } from "./deal-rows.ts";

export interface DealChange {
  readonly deal: Deal;
  /** The deal on the first day; null where it was not known. */
  readonly was: Deal | null;
  readonly fields: readonly FieldChange[];
}

export interface FieldChange {
  /** `status`, `amount USD`, `term`, …, or `parts` for tranches and steps. */
  readonly name: string;
  /** Null where nothing was told. */
  readonly was: string | null;
  readonly now: string;
  /** The claims that tell what is new, the one to quote first. */
  readonly claims: readonly ClaimId[];
}

/** Deals that are new or changed, in the order of the later day. */
export function dealChanges(
  before: readonly Deal[],
  after: readonly Deal[],
  redirects: ReadonlyMap<DealId, DealId>,
): DealChange[] {
  const known = new Map<DealId, Deal>(before.map((deal) => [deal.id, deal]));
  for (const deal of before) {
    const now = redirects.get(deal.id);
    if (now !== undefined && !known.has(now)) known.set(now, deal);
  }
  return after.flatMap((deal): DealChange[] => {
    const was = known.get(deal.id) ?? sharing(deal, before);
    const fields = was === null ? [] : fieldChanges(was, deal);
    return was === null || fields.length > 0 ? [{ deal, was, fields }] : [];
  });
}

/** A deal of the earlier day that holds claims of this one: deals that became one. */
function sharing({ claims }: Deal, before: readonly Deal[]): Deal | null {
  const own = new Set(claims);
  return before.find((deal) => deal.claims.some((claim) => own.has(claim))) ?? null;
}

function fieldChanges(was: Deal, now: Deal): FieldChange[] {
  const old = new Set(was.claims);
  const changes: FieldChange[] = [];
  if (was.status !== now.status) {
    const telling = now.history.filter(({ status }) => status === now.status).map(({ claim }) => claim);
    changes.push({ name: "status", was: was.status, now: now.status, claims: telling });
  }
  for (const { name, readings, choice } of now.fields) {
    if (name === "status") continue;
    const before = was.fields.find((field) => field.name === name);
    const [first, second] = [before ? drawnText(before.readings, before.choice) : null, drawnText(readings, choice)];
    if (first !== second) changes.push({ name, was: first, now: second, claims: freshFirst(readings[0]!.claims, old) });
  }
  const [first, second] = [partsText(was.legs), partsText(now.legs)];
  if (first !== second && second !== "")
    changes.push({
      name: "parts",
      was: first || null,
      now: second,
      claims: now.legs.filter(({ role }) => role !== "whole").flatMap(({ claims }) => claims.slice(0, 1)),
    });
  return changes;
}

/** All readings where none is drawn. */
function drawnText(readings: Deal["fields"][number]["readings"], choice: string): string {
  return choice === "open" ? readings.map(readingText).join(" | ") : readingText(readings[0]!);
}

/** "$15bn, $35bn on a condition". */
function partsText(legs: readonly Leg[]): string {
  return legs
    .filter(({ role }) => role !== "whole")
    .map(({ quantity, comparator, conditional, role }) =>
      [
        role === "step" ? "+" : "",
        quantity === null ? "not stated" : amountText(quantity, comparator ?? "="),
        conditional ? "on a condition" : "",
      ]
        .filter(Boolean)
        .join(" "),
    )
    .join(", ");
}

function freshFirst(claims: readonly ClaimId[], old: ReadonlySet<ClaimId>): ClaimId[] {
  return [...claims.filter((claim) => !old.has(claim)), ...claims.filter((claim) => old.has(claim))];
}
