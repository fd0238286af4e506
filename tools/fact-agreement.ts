/** Does settling agree with deals that were grouped by hand? Every disagreement with the collected facts, as a sentence. */

import { settle } from "../src/deals/settle.ts";
import type { Settlement } from "../src/deals/settlement.ts";
import type { PartyId } from "../src/model/id.ts";
import type { Party } from "../src/model/party.ts";
import { type FactRow, factRows } from "./fact-rows.ts";
import { furtherApart, furtherTogether, sameAcrossGroups, type Verdict, verdicts } from "./fact-verdicts.ts";

export interface FactAgreement {
  readonly rows: number;
  /** Groups and further sets of rows that were judged, and how many of them came out as judged. */
  readonly groups: number;
  readonly agreed: number;
  readonly disagreements: readonly string[];
  /** Deals of several rows of which at least one stands in no group: not judged. */
  readonly unjudged: readonly string[];
}

export function factAgreement(csv: string, parties: ReadonlyMap<PartyId, Party>): FactAgreement {
  const rows = factRows(csv);
  const context = { parties, decisions: [], names: [], asOf: null };
  const settlement = settle(
    rows.map(({ testimony }) => testimony),
    context,
  );
  const dealOf = dealsByRow(rows, settlement);
  const missing = [...new Set(rows.flatMap(({ group }) => group ?? []))].filter((group) =>
    verdicts.every((each) => each.group !== group),
  );
  const byGroup = verdicts.map((verdict) => groupDisagreements(verdict, rows, dealOf, settlement));
  const byRows = furtherDisagreements(rows, dealOf);
  return {
    rows: rows.length,
    groups: verdicts.length + byRows.length,
    agreed: [...byGroup, ...byRows].filter((list) => list.length === 0).length,
    disagreements: [
      ...missing.map((group) => `${group}: no verdict on this group`),
      ...byGroup.flat(),
      ...byRows.flat(),
      ...joinedGroups(rows, dealOf),
    ],
    unjudged: unjudgedDeals(rows, dealOf),
  };
}

type DealOf = ReadonlyMap<string, number>;

function dealsByRow(rows: readonly FactRow[], { deals }: Settlement): DealOf {
  const rowOf = new Map<string, string>(rows.map(({ id, testimony }) => [testimony.claim.id, id]));
  return new Map(
    deals.flatMap(({ claims }, number) => claims.map((claim): [string, number] => [rowOf.get(claim)!, number])),
  );
}

function groupDisagreements(
  { group, verdict, why, aside = [], open = [] }: Verdict,
  rows: readonly FactRow[],
  dealOf: DealOf,
  { observations }: Settlement,
): string[] {
  const members = rows.filter((row) => row.group === group);
  if (members.length === 0) return [`${group}: no such group`];
  const judged = members.filter(({ id }) => !aside.includes(id) && !open.includes(id));
  const parts = partsOf(judged, dealOf);
  switch (verdict) {
    case "together": {
      const found =
        parts.length > 1 ? [`${group}: should be together (${why}), is ${parts.map(partText).join(" | ")}`] : [];
      const wrong = aside.filter((id) => judged.some((row) => dealOf.get(row.id) === dealOf.get(id)));
      return [...found, ...wrong.map((id) => `${group}: ${id} should stand aside (${why})`)];
    }
    case "apart":
      return parts
        .filter((part) => part.length > 1)
        .map((part) => `${group}: should be apart (${why}), together are ${partText(part)}`);
    case "series":
      return observations.flatMap(({ claims }) => {
        const joined = members.filter(({ testimony }) => claims.includes(testimony.claim.id));
        const values = new Set(joined.map(({ testimony }) => JSON.stringify(testimony.claim.amount)));
        return values.size > 1 ? [`${group}: one observation of several values (${why}): ${partText(joined)}`] : [];
      });
    default:
      return verdict satisfies never;
  }
}

function furtherDisagreements(rows: readonly FactRow[], dealOf: DealOf): string[][] {
  const named = (ids: readonly string[]): FactRow[] =>
    ids.map((id) => {
      const row = rows.find((each) => each.id === id);
      if (!row) throw new Error(`the verdicts name a row that is not there: ${id}`);
      return row;
    });
  const split = furtherTogether.map(([ids, why]) => {
    const parts = partsOf(named(ids), dealOf);
    return parts.length > 1 ? [`should be together (${why}): ${parts.map(partText).join(" | ")}`] : [];
  });
  const joined = furtherApart.map(([ids, why]) => {
    const parts = partsOf(named(ids), dealOf).filter((part) => part.length > 1);
    return parts.map((part) => `should be apart (${why}), together are ${partText(part)}`);
  });
  return [...split, ...joined];
}

/** The rows by the deals that they came into; a row in none stands alone. */
function partsOf(rows: readonly FactRow[], dealOf: DealOf): FactRow[][] {
  const parts = new Map<number | string, FactRow[]>();
  for (const row of rows) {
    const key = dealOf.get(row.id) ?? row.id;
    parts.set(key, [...(parts.get(key) ?? []), row]);
  }
  return [...parts.values()];
}

function joinedGroups(rows: readonly FactRow[], dealOf: DealOf): string[] {
  const deals = partsOf(
    rows.filter(({ group }) => group !== null),
    dealOf,
  );
  return deals.flatMap((part) => {
    const groups = [...new Set(part.map(({ group }) => group!))];
    if (groups.length < 2 || groups.every((one) => groups.every((other) => one === other || mayBeOne(one, other))))
      return [];
    return [`${groups.join(" + ")}: groups joined: ${partText(part)}`];
  });
}

function mayBeOne(one: string, other: string): boolean {
  return sameAcrossGroups.some(([a, b]) => (a === one && b === other) || (a === other && b === one));
}

function unjudgedDeals(rows: readonly FactRow[], dealOf: DealOf): string[] {
  return partsOf(rows, dealOf)
    .filter((part) => part.length > 1 && part.some(({ group }) => group === null))
    .map(partText);
}

function partText(part: readonly FactRow[]): string {
  return part.map(({ id }) => id).join(", ");
}
