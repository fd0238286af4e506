/** What have people decided about deals? Same and different, names that are one party, which reading to draw. */

import type { Claim } from "../model/claim.ts";
import type { FieldName, Testimony } from "../model/deal.ts";
import type { ClaimId, DealId, PartyId } from "../model/id.ts";
import { matters } from "./matter.ts";
import type { Preference } from "./readings.ts";
import type { Group, SettlingContext } from "./settlement.ts";

export interface SettlingDecisions {
  /** Party → the party that it is. */
  readonly merges: ReadonlyMap<PartyId, PartyId>;
  /** Claims that a decision puts into one deal. */
  readonly linked: ReadonlyMap<ClaimId, readonly ClaimId[]>;
  /** The matter of a claim, before matters were linked. */
  readonly matterOf: (testimony: Testimony) => string;
  /** Puts together what people called the same and takes apart what they called different, in the order of their time. */
  readonly regroup: (groups: readonly Group[]) => Group[];
  readonly preferences: (deal: DealId) => readonly Preference[];
}

/**
 * Reads the decisions that settling knows: `same` and `different` (subject a claim or a deal, `body.as` another), `merge` (subject a party, `body.into`),
 * `prefer` (subject a deal, `body.field`, `body.draw`). Others are left alone.
 */
export function settlingDecisions({ decisions, names, parties }: SettlingContext): SettlingDecisions {
  const claimsOf = new Map<string, ClaimId[]>();
  if (decisions.length > 0)
    for (const { deal, claims } of names) claimsOf.set(deal, [...(claimsOf.get(deal) ?? []), ...claims]);
  const claimsAt = (id: string): readonly ClaimId[] => claimsOf.get(id) ?? [id as ClaimId];

  const merges = new Map<PartyId, PartyId>();
  const linked = new Map<ClaimId, ClaimId[]>();
  const steps: { readonly same: boolean; readonly one: readonly ClaimId[]; readonly other: readonly ClaimId[] }[] = [];
  const preferred = new Map<string, Preference[]>();
  for (const { verb, subject, body } of decisions) {
    if (verb === "merge" && typeof body.into === "string" && body.into !== subject)
      merges.set(subject as PartyId, body.into as PartyId);
    if (verb === "prefer" && typeof body.field === "string" && typeof body.draw === "string")
      preferred.set(subject, [...(preferred.get(subject) ?? []), { field: body.field as FieldName, draw: body.draw }]);
    if ((verb !== "same" && verb !== "different") || typeof body.as !== "string") continue;
    const [one, other] = [claimsAt(subject), claimsAt(body.as)];
    steps.push({ same: verb === "same", one, other });
    if (verb === "same") for (const each of one) linked.set(each, [...(linked.get(each) ?? []), ...other]);
  }
  const keyOf = matters(parties);
  return {
    merges,
    linked,
    matterOf: ({ claim }) => keyOf(claim) ?? "",
    regroup: (groups) =>
      steps.reduce(
        (all, step) => (step.same ? joined(all, step.one, step.other) : separated(all, step.one, step.other)),
        [...groups],
      ),
    preferences: (deal) => preferred.get(deal) ?? [],
  };
}

/** The claim with the parties that its own are. */
export function mergedClaim(claim: Claim, decisions: SettlingDecisions): Claim {
  if (!Object.values(claim.roles).some((party) => decisions.merges.has(party))) return claim;
  return {
    ...claim,
    roles: Object.fromEntries(
      Object.entries(claim.roles).map(([role, party]) => [role, mergedParty(party, decisions)]),
    ),
  };
}

/** The party that a party is, by however many decisions. */
export function mergedParty(party: PartyId, { merges }: SettlingDecisions): PartyId {
  const seen = new Set<PartyId>();
  let at = party;
  while (merges.has(at) && !seen.has(at)) {
    seen.add(at);
    at = merges.get(at)!;
  }
  return at;
}

/** The groups of either side become one. */
function joined(groups: readonly Group[], one: readonly ClaimId[], other: readonly ClaimId[]): Group[] {
  const meant = new Set<string>([...one, ...other]);
  const [inside, outside] = [
    groups.filter((group) => holds(group, meant)),
    groups.filter((group) => !holds(group, meant)),
  ];
  if (inside.length < 2) return [...groups];
  return [...outside, { members: inside.flatMap(({ members }) => members), total: inside.every(({ total }) => total) }];
}

/** The claims of the first side leave the group that holds the second. */
function separated(groups: readonly Group[], one: readonly ClaimId[], other: readonly ClaimId[]): Group[] {
  const [leaving, staying] = [new Set<string>(one), new Set<string>(other)];
  return groups.flatMap((group) => {
    const members = group.members.filter(({ testimony }) => leaving.has(testimony.claim.id));
    const rest = group.members.filter(({ testimony }) => !leaving.has(testimony.claim.id));
    const apart = members.length > 0 && rest.some(({ testimony }) => staying.has(testimony.claim.id));
    return apart
      ? [
          { ...group, members: rest },
          { ...group, members },
        ]
      : [group];
  });
}

function holds({ members }: Group, claims: ReadonlySet<string>): boolean {
  return members.some(({ testimony }) => claims.has(testimony.claim.id));
}
