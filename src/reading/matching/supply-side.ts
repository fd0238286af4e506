/** Which of two parties supplies, where the words leave it open? */

import type { PartyId } from "../../model/id.ts";
import type { NameIndex } from "../names.ts";
import type { CompiledPattern } from "../pattern.ts";

/** Where the words leave open which of two parties supplies, what they are decides: a lab buys from a cloud, a cloud from a landlord. */
export function orient(
  pattern: CompiledPattern,
  roles: Record<string, PartyId>,
  names: NameIndex,
): Record<string, PartyId> {
  if (!pattern.either) return roles;
  const [customer, provider] = pattern.either;
  const buys = roles[customer];
  const sells = roles[provider];
  if (buys === undefined || sells === undefined || suppliesMore(sells, names) >= suppliesMore(buys, names))
    return roles;
  return { ...roles, [customer]: sells, [provider]: buys };
}

const supplyRank: ReadonlyMap<string, number> = new Map(
  Object.entries({
    datacenter: 6,
    neocloud: 5,
    cloud: 4,
    energy: 6,
    "server-maker": 3,
    chipmaker: 2,
    foundry: 2,
    unknown: 3,
    enterprise: 1,
    government: 0,
    "sovereign-fund": 0,
    investor: 0,
    bank: 0,
    lab: 1,
    regulator: 0,
  }),
);

function suppliesMore(party: PartyId, names: NameIndex): number {
  const known = names.parties.get(party);
  if (known) return supplyRank.get(known.kind) ?? 2;
  if (
    /(?:^|-)(?:cloud|compute|hosting|data|cent(?:er|re)s?|mining|digital|infrastructure|energy|power|grid|colo\w*|campus|edge)(?:-|$)/.test(
      party,
    )
  )
    return 4.5;
  return /(?:^|-)(?:ai|labs?|intelligence|mission|university|ministry|bank|robotics|bio\w*)(?:-|$)/.test(party) ? 1 : 3;
}

/** A chip family names its vendor where the words do not. */
export function withVendor(
  roles: Record<string, PartyId>,
  chip: string | null,
  names: NameIndex,
): Record<string, PartyId> {
  if (chip === null || roles.vendor !== undefined) return roles;
  const vendor = names.chipFamilies.get(chip);
  return vendor ? { ...roles, vendor } : roles;
}
