/** What do the five articles come to when they are settled? Deals, observations and flags, with ways to look one up and to name its sources. */

import { type Flag, flagsOf } from "../../src/deals/flags.ts";
import { settle } from "../../src/deals/settle.ts";
import type { Settlement, SettlingContext } from "../../src/deals/settlement.ts";
import { readRegisters } from "../../src/intake/registers.ts";
import type { Claim } from "../../src/model/claim.ts";
import type { Deal, DealKind, Field, FieldName, Reading, Testimony } from "../../src/model/deal.ts";
import type { ClaimId, DocumentId } from "../../src/model/id.ts";
import { fiveArticles, fiveTestimonies } from "./five-articles.ts";

/** The five articles, settled. */
export interface Settled {
  readonly testimonies: readonly Testimony[];
  readonly context: SettlingContext;
  readonly settlement: Settlement;
  readonly flags: readonly Flag[];
  readonly claims: ReadonlyMap<ClaimId, Claim>;
  /** The articles in the order of their numbers, S0 to S4. */
  readonly documents: readonly DocumentId[];
}

/** Settles the five articles from the claims that a person wrote down or from those that the reader finds. */
export async function settledArticles(from: "written" | "read"): Promise<Settled> {
  const testimonies = await fiveTestimonies(from);
  const { value } = await readRegisters();
  const parties = new Map(value.parties.map((party) => [party.id, party]));
  const context: SettlingContext = { parties, decisions: [], names: [], asOf: null };
  const settlement = settle(testimonies, context);
  return {
    testimonies,
    context,
    settlement,
    flags: flagsOf(settlement, testimonies, context),
    claims: new Map(testimonies.map(({ claim }) => [claim.id, claim])),
    documents: fiveArticles().map(({ document }) => document.id),
  };
}

/** Whom a deal is between, and which sort of it is meant; what is left out may be anything. */
export interface Between {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly chip?: string | null;
  readonly right?: Deal["right"];
}

/** The deals of a kind between two parties. */
export function dealsBetween({ settlement }: Settled, kind: DealKind, between: Between): Deal[] {
  return settlement.deals.filter(
    (deal) =>
      deal.kind === kind && (Object.keys(between) as (keyof Between)[]).every((name) => deal[name] === between[name]),
  );
}

export function fieldOf(deal: Deal, name: FieldName): Field | null {
  return deal.fields.find((field) => field.name === name) ?? null;
}

/** A reading with the numbers of the articles that give it: `> $10bn (0, 2)`. */
export function readingText(settled: Settled, { text, documents }: Pick<Reading, "text" | "documents">): string {
  return `${text} (${numbersOf(settled, documents).join(", ")})`;
}

/** The numbers of articles, S0 being 0. */
export function numbersOf({ documents }: Settled, ids: readonly DocumentId[]): number[] {
  return ids.map((id) => documents.indexOf(id)).sort();
}

/** Where the quotes of claims stand: `S4:0-59`. */
export function placesOf({ claims, documents }: Settled, ids: readonly ClaimId[]): string {
  return ids
    .map((id) => claims.get(id)!)
    .map(({ document, span }) => `S${documents.indexOf(document)}:${span.join("-")}`)
    .join(" ");
}

/** The claims whose quotes hold these words. */
export function claimsSaying({ claims }: Settled, words: string): Claim[] {
  return [...claims.values()].filter(({ quote }) => quote.includes(words));
}

/** The claim that is flagged and those that it is held against. */
export function claimsOf({ claim, against }: Flag): ClaimId[] {
  return [claim, ...against];
}
