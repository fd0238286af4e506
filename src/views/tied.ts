/** Does the money hang on the purchase? What the sources say of it: stated, implied, denied, or nothing. */

import type { Claim } from "../model/claim.ts";
import type { Deal, Testimony } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import type { MoneyLink } from "./money-links.ts";

export type TiedAnswer = "stated" | "implied" | "denied" | "not stated";

export interface Tied {
  readonly answer: TiedAnswer;
  /** The claims that say so; where it is not stated, those that come nearest: of another relation of the same two. */
  readonly claims: readonly ClaimId[];
}

/**
 * Stated: a claim says that the purchase is required, or a part of the deal. Implied: that it is encouraged, or one sentence tells both. Denied: a claim that says so is denied.
 * Adopting chips is no purchase, so what ties it is told as the nearest.
 */
export function tiedOf(
  funding: readonly MoneyLink[],
  purchases: readonly MoneyLink[],
  deals: readonly Deal[],
  testimonies: ReadonlyMap<ClaimId, Testimony>,
  shown: (party: PartyId) => PartyId,
): Tied {
  const claimsOf = (links: readonly MoneyLink[]): Claim[] =>
    told(
      links.flatMap((link) => link.deals.map(({ deal }) => deal)),
      testimonies,
    );
  const [paid, bought] = [claimsOf(funding), claimsOf(purchases)];
  const bound = answerOf(bought, paid);
  if (bound !== null) return bound;
  const [first] = funding;
  const beside = deals.filter(
    ({ kind, from, to }) =>
      kind === "chip-adoption" &&
      from !== null &&
      to !== null &&
      shown(from) === first!.to &&
      shown(to) === first!.from,
  );
  return { answer: "not stated", claims: answerOf(told(beside, testimonies), paid)?.claims ?? [] };
}

function answerOf(bought: readonly Claim[], paid: readonly Claim[]): Tied | null {
  const tied = (test: (claim: Claim) => boolean): ClaimId[] => bought.filter(test).map(({ id }) => id);
  const binds = ({ terms }: Claim): boolean => terms?.obligation === "required" || terms?.obligation === "part-of";
  const answers: readonly (readonly [TiedAnswer, readonly ClaimId[]])[] = [
    ["denied", tied((claim) => binds(claim) && claim.status === "denied")],
    ["stated", tied(binds)],
    [
      "implied",
      tied((claim) => claim.terms?.obligation === "encouraged" || paid.some((other) => shareWords(claim, other))),
    ],
  ];
  const [found] = answers.filter(([, claims]) => claims.length > 0);
  return found ? { answer: found[0], claims: found[1] } : null;
}

/** One stretch of text says both. */
function shareWords(one: Claim, other: Claim): boolean {
  return one.document === other.document && one.span[0] < other.span[1] && other.span[0] < one.span[1];
}

function told(deals: readonly Deal[], testimonies: ReadonlyMap<ClaimId, Testimony>): Claim[] {
  return deals.flatMap(({ claims }) => claims.flatMap((id) => testimonies.get(id)?.claim ?? []));
}
