/** Where may money that is invested come back as purchases? A first look: investor → company → the investor or a unit of it. */

import type { Claim } from "../model/claim.ts";
import type { PartyId } from "../model/id.ts";
import { lineage, type Party } from "../model/party.ts";
import { rungOf } from "./firmness.ts";
import { bestQuoted, type Relation, relationsOf, standing } from "./relations.ts";

export interface PossibleCircle {
  readonly kind: "possible-circle";
  readonly investor: PartyId;
  readonly company: PartyId;
  /** The investor itself or the unit of it that is paid. */
  readonly provider: PartyId;
  /** Claims that money goes in, the one to quote first. */
  readonly funding: readonly Claim[];
  /** Claims that money comes back, likewise. */
  readonly purchases: readonly Claim[];
  /** The less firm of the two legs, by its firmest claim. */
  readonly weakest: Claim;
  /** Claims that deny or end one of the legs. */
  readonly against: readonly Claim[];
}

/** The circles of two legs: those that several documents tell first; of these those with the loosest link, which are the news; then the most told. */
export function possibleCircles(claims: readonly Claim[], parties: ReadonlyMap<PartyId, Party>): PossibleCircle[] {
  const relations = relationsOf(claims);
  const purchases = relations.filter(({ kind }) => kind !== "investment");
  return relations
    .filter(({ kind }) => kind === "investment")
    .flatMap((funding) => {
      const back = purchases.filter(
        ({ from, to }) => belongs(from, funding.to, parties) && belongs(to, funding.from, parties),
      );
      const circle = circleOf(funding, back);
      return circle ? [circle] : [];
    })
    .sort(
      (one, other) =>
        bySeveral(other) - bySeveral(one) ||
        rungOf(one.weakest.status) - rungOf(other.weakest.status) ||
        documentsOf(other) - documentsOf(one),
    );
}

function circleOf(funding: Relation, back: readonly Relation[]): PossibleCircle | null {
  const [into, out] = [standing(funding.claims), back.flatMap(({ claims }) => standing(claims))];
  const [first, second] = [bestQuoted(into), bestQuoted(out)];
  if (!first || !second) return null;
  const standsBeside = [...funding.claims, ...back.flatMap(({ claims }) => claims)].filter(
    ({ status }) => status === "denied" || status === "ended",
  );
  return {
    kind: "possible-circle",
    investor: funding.from,
    company: funding.to,
    provider: back.find(({ claims }) => claims.includes(second))!.to,
    funding: [first, ...into.filter((claim) => claim !== first)],
    purchases: [second, ...out.filter((claim) => claim !== second)],
    weakest: rungOf(first.status) <= rungOf(second.status) ? first : second,
    against: standsBeside,
  };
}

/** Whether a party is the other one or a unit of it. */
function belongs(unit: PartyId, whole: PartyId, parties: ReadonlyMap<PartyId, Party>): boolean {
  return lineage(unit, parties).includes(whole);
}

/** 1 where more than one document speaks of the funding: a single one may be misread. */
function bySeveral({ funding }: PossibleCircle): number {
  return new Set(funding.map(({ document }) => document)).size > 1 ? 1 : 0;
}

function documentsOf({ funding, purchases }: PossibleCircle): number {
  return new Set([...funding, ...purchases].map(({ document }) => document)).size;
}
