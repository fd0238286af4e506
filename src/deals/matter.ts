/** Which claims could be about one deal? Those of one kind between the same two groups of companies; nothing else is ever compared. */

import type { Claim, ClaimKind } from "../model/claim.ts";
import { type DealKind, dealKinds } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import { lineage, type Party } from "../model/party.ts";

/** The two sides of a deal, by the roles of its claims: who pays, holds, uses or promises, and who is paid, owned, supplies or grants. */
const sides: Readonly<Record<DealKind, readonly [from: string, to: string]>> = {
  investment: ["investor", "investee"],
  stake: ["holder", "company"],
  "secondary-sale": ["buyer", "company"],
  "compute-contract": ["customer", "provider"],
  "chip-supply": ["customer", "vendor"],
  "chip-adoption": ["user", "vendor"],
  commitment: ["obligor", "counterparty-1"],
  financing: ["lender", "borrower"],
  right: ["holder", "grantor"],
  ipo: ["company", ""],
  acquisition: ["acquirer", "target"],
  dependence: ["dependent", "supplier"],
};

/** Whether claims of a kind make deals. A valuation and a metric are observations. */
export function isDealKind(kind: ClaimKind): kind is DealKind {
  return kind !== "valuation" && kind !== "metric";
}

/** What the two sides of a deal are called; "" where a kind has one side only. */
export function sideNames(kind: DealKind): readonly [from: string, to: string] {
  const [from, to] = sides[kind];
  return [from, to.replace(/-\d+$/, "")];
}

/** Who stands on the two sides; null where nobody is named. */
export function sidesOfDeal(claim: Claim): { from: PartyId | null; to: PartyId | null } {
  const side = sides[claim.kind as DealKind];
  return { from: claim.roles[side[0]] ?? null, to: claim.roles[side[1]] ?? null };
}

/** Parties beside the two sides: co-investors, further counterparties, sellers. */
export function othersOf({ kind, roles }: Claim): PartyId[] {
  const [from, to] = sides[kind as DealKind];
  const others: PartyId[] = [];
  for (const role of Object.keys(roles)) if (role !== from && role !== to) others.push(roles[role]!);
  return others;
}

/** Several investors, or none: a round, which holds the investments of each. Several counterparties, or none: an umbrella over contracts. */
export function isUmbrella(claim: Claim): boolean {
  if (claim.kind === "commitment") return claim.roles["counterparty-2"] !== undefined || !claim.roles["counterparty-1"];
  return claim.kind === "investment" && (claim.roles["investor-2"] !== undefined || !claim.roles.investor);
}

/** Parties of whose groups every claim of this claim's matter names one: with its kind, all there is to look for. */
export function partiesOfMatter(claim: Claim): PartyId[] {
  const { kind, roles } = claim;
  const { from, to } = sidesOfDeal(claim);
  if (kind === "secondary-sale" || kind === "ipo") return roles.company === undefined ? [] : [roles.company];
  const sides = isUmbrella(claim) ? [kind === "commitment" ? from : to] : [from, to];
  return sides.filter((party) => party !== null);
}

/** Gives the matter of a claim: a key that all claims share that could be about one deal; null for an observation. */
export function matters(parties: ReadonlyMap<PartyId, Party>): (claim: Claim) => string | null {
  const roots = new Map<PartyId, PartyId>();
  const rootOf = (id: PartyId): PartyId => {
    let root = roots.get(id);
    if (root === undefined) {
      root = lineage(id, parties).at(-1)!;
      roots.set(id, root);
    }
    return root;
  };
  const keys = new Map(
    dealKinds.map((kind) => [
      kind,
      ofTwo((from, to) => {
        const [payer, paid] = [from && rootOf(from), to && rootOf(to)];
        // Inside one group the units themselves are the two sides.
        return `${kind} ${payer !== null && payer === paid ? `${from} ${to}` : `${payer ?? ""} ${paid ?? ""}`}`;
      }),
    ]),
  );
  return (claim) => {
    const { kind } = claim;
    if (!isDealKind(kind)) return null;
    const { from, to } = sidesOfDeal(claim);
    // A round belongs to the company, a secondary sale and a listing too, whoever is named beside it.
    if (isUmbrella(claim)) return kind === "commitment" ? `total ${rootOf(from!)}` : `round ${to ?? ""}`;
    if (kind === "secondary-sale" || kind === "ipo") return `${kind} ${claim.roles.company ?? ""}`;
    const key = keys.get(kind)!(from, to);
    if (kind === "chip-adoption") return `${key} ${claim.chip ?? ""}`;
    if (kind === "right") return `${key} ${claim.terms?.right ?? "other"}`;
    return key;
  };
}

/** What is made of two parties, made once: claims name the same two again and again. */
function ofTwo(make: (from: PartyId | null, to: PartyId | null) => string): typeof make {
  const made = new Map<PartyId | null, Map<PartyId | null, string>>();
  return (from, to) => {
    const own = made.get(from) ?? new Map<PartyId | null, string>();
    if (own.size === 0) made.set(from, own);
    const known = own.get(to);
    if (known !== undefined) return known;
    const fresh = make(from, to);
    own.set(to, fresh);
    return fresh;
  };
}
