/** Which claims speak of the same relation? A first grouping: one kind, the same two parties. */

import type { Claim } from "../model/claim.ts";
import type { PartyId } from "../model/id.ts";
import { rungOf } from "./firmness.ts";

/** All claims that one party gives another something of one kind, from whichever documents. */
export interface Relation {
  readonly kind: Claim["kind"];
  readonly from: PartyId;
  readonly to: PartyId;
  readonly claims: readonly Claim[];
}

/** Kinds in which one named party gives another money: who pays, who is paid. */
const payments: Partial<Record<Claim["kind"], readonly [payer: string, paid: string]>> = {
  investment: ["investor", "investee"],
  "compute-contract": ["customer", "provider"],
  "chip-supply": ["customer", "vendor"],
};

/** The relations in which money goes from one named party to another, in the order in which they are first told. */
export function relationsOf(claims: readonly Claim[]): Relation[] {
  const groups = new Map<string, { kind: Claim["kind"]; from: PartyId; to: PartyId; claims: Claim[] }>();
  for (const claim of claims) {
    const roles = payments[claim.kind];
    const [from, to] = roles ? [claim.roles[roles[0]], claim.roles[roles[1]]] : [];
    if (!from || !to || from === to) continue;
    const key = `${claim.kind} ${from} ${to}`;
    const group = groups.get(key);
    if (group) group.claims.push(claim);
    else groups.set(key, { kind: claim.kind, from, to, claims: [claim] });
  }
  return [...groups.values()];
}

/** The claims on the ladder: neither a forecast, nor denied, nor ended. */
export function standing(claims: readonly Claim[]): Claim[] {
  return claims.filter(({ status }) => rungOf(status) >= 0);
}

/** The claim to quote first: the firmest; of these one with a figure, the most exact, said outright. */
export function bestQuoted(claims: readonly Claim[]): Claim | null {
  return (
    [...claims].sort(
      (one, other) => rungOf(other.status) - rungOf(one.status) || exactness(other) - exactness(one),
    )[0] ?? null
  );
}

/** 0 to 4: has a figure, it is a point, not approximate, not hedged. */
function exactness({ amount, hedged, conditional }: Claim): number {
  const outright = hedged || conditional ? 0 : 1;
  if (amount === null) return outright;
  return 1 + outright + (amount.min === amount.max ? 1 : 0) + (amount.approximate ? 0 : 1);
}
