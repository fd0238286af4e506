/** Who gives whom what in a deal? Money one way; shares, chips, capacity and debt the other. A standing relation moves nothing. */

import { type Amount, isMoney } from "../model/amount.ts";
import type { Status } from "../model/claim.ts";
import type { Commodity, DealKind, Field, Leg, Testimony } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Member } from "./build-deal.ts";
import { drawn } from "./drawn.ts";

export interface Legged {
  readonly kind: DealKind;
  readonly from: PartyId | null;
  readonly to: PartyId | null;
  readonly members: readonly Member[];
  readonly fields: readonly Field[];
  readonly status: Status;
}

type Side = readonly [from: PartyId | null, to: PartyId | null];

/** The legs of a deal: what is paid by its parts and steps, then what is given for it. */
export function legsOf(deal: Legged): Leg[] {
  const { kind, from, to, members } = deal;
  const pays: Side = [from, to];
  const gives: Side = [to, from];
  switch (kind) {
    case "investment":
      return inReturn(paid(deal, pays), returned(deal, gives, `equity:${to ?? "?"}`, "share"));
    case "compute-contract":
      return inReturn(paid(deal, pays), capacity(deal, gives));
    case "chip-supply":
      return inReturn(paid(deal, pays), chips(deal, gives));
    case "commitment":
      return paid(deal, pays);
    case "financing":
      return inReturn(paid(deal, pays), returned(deal, gives, `debt:${to ?? "?"}`, null));
    // The money of a secondary sale goes to those who held the shares, never to the company.
    case "secondary-sale": {
      const seller =
        members.map(({ testimony }) => testimony.claim.roles.seller ?? null).find((party) => party !== null) ?? null;
      return [...paid(deal, [from, seller]), returned(deal, [seller, from], `equity:${to ?? "?"}`, "shares")];
    }
    case "acquisition": {
      const seller =
        members.map(({ testimony }) => testimony.claim.roles.seller ?? null).find((party) => party !== null) ?? null;
      return [...paid(deal, [from, seller]), returned(deal, [seller, from], `equity:${to ?? "?"}`, "shares")];
    }
    case "chip-adoption":
      return [chips(deal, gives)];
    // A warrant gives shares step by step, as its milestones are met; until then it weighs nothing.
    case "right": {
      const granted = drawn(deal, "amount shares");
      return granted ? [{ ...returned(deal, gives, `equity:${to ?? "?"}`, "shares"), conditional: true }] : [];
    }
    case "stake":
    case "ipo":
    case "dependence":
      return [];
    default:
      return kind satisfies never;
  }
}

/** What is given for money moves when the money does, unless its own sources tell a time. */
function inReturn(money: readonly Leg[], counter: Leg): Leg[] {
  return [...money, counter.quantity === null ? { ...counter, period: money[0]!.period } : counter];
}

/** The money: the chosen figure of the whole, and each part and step with its own. A leg without a figure is kept. */
function paid(deal: Legged, side: Side): Leg[] {
  const legs: Leg[] = [];
  for (const { name, readings } of deal.fields) {
    const unit = name.startsWith("amount ") ? name.slice(7) : "";
    if (!isMoney(unit)) continue;
    const [chosen] = readings;
    const told = deal.members.filter(
      ({ testimony, role }) => role === "whole" && testimony.claim.amount?.unit === unit,
    );
    const quoted = told.filter(({ testimony }) => chosen!.claims.includes(testimony.claim.id));
    const inKind = told.filter(({ testimony }) => testimony.claim.terms?.inKind);
    if (inKind.length === 0) {
      legs.push({
        ...leg(deal, side, unit, chosen!.amount, quoted, "whole", chosen!.claims),
        comparator: chosen!.comparator,
      });
      continue;
    }
    // Credits are capacity, not cash, and nobody says how much of the sum they are: either lies between nothing and the whole.
    const { amount } = inKind[0]!.testimony.claim;
    const most: Amount = { ...amount!, min: null, max: amount!.max };
    for (const commodity of [unit, `credits:${side[0] ?? "?"}`])
      legs.push({ ...leg(deal, side, commodity, most.max === null ? null : most, inKind, "whole"), comparator: "<=" });
  }
  for (const role of ["part", "step"] as const) {
    const each = Map.groupBy(
      deal.members.filter((member) => member.role === role && isMoney(member.testimony.claim.amount?.unit ?? "")),
      ({ testimony: { claim } }) => JSON.stringify([claim.amount, claim.conditional, claim.period?.start ?? null]),
    );
    for (const members of each.values()) {
      const { claim } = members[0]!.testimony;
      legs.push({ ...leg(deal, side, claim.amount!.unit, claim.amount, members, role), comparator: claim.comparator });
    }
  }
  if (legs.length === 0) legs.push(leg(deal, side, "USD", null, deal.members, "whole"));
  return legs;
}

/** What comes back for the money, in one unit where some source counts it. */
function returned(deal: Legged, side: Side, commodity: Commodity, unit: string | null): Leg {
  const counted = unit === null ? null : drawn(deal, `amount ${unit}`);
  return leg(deal, side, commodity, counted?.amount ?? null, deal.members, "whole", counted?.claims);
}

function capacity(deal: Legged, side: Side): Leg {
  return drawn(deal, "amount W") ? returned(deal, side, "power", "W") : returned(deal, side, "compute", null);
}

function chips(deal: Legged, side: Side): Leg {
  const chip = deal.members.map(({ testimony }) => testimony.claim.chip).find((id) => id !== null);
  const commodity = chip ? `chips:${chip}` : "chips";
  return drawn(deal, "amount W") && !drawn(deal, "amount chips")
    ? returned(deal, side, "power", "W")
    : returned(deal, side, commodity, "chips");
}

function leg(
  deal: Legged,
  [from, to]: Side,
  commodity: Commodity,
  quantity: Amount | null,
  members: readonly Member[],
  role: Leg["role"],
  claims: Leg["claims"] = members.map(({ testimony }) => testimony.claim.id),
): Leg {
  const testimonies = members.map(({ testimony }) => testimony);
  return {
    from,
    to,
    commodity,
    quantity,
    comparator: null,
    status: role === "whole" ? deal.status : testimonies[0]!.claim.status,
    period: periodOf(testimonies),
    role,
    conditional:
      testimonies.length > 0 &&
      testimonies.every(({ claim }) => claim.conditional && claim.terms?.condition === "contractual"),
    claims,
  };
}

/** The fullest of the periods that claims give: a term before a bare day. */
function periodOf(testimonies: readonly Testimony[]): Leg["period"] {
  const fullness = ({ claim: { period } }: Testimony): number =>
    period === null
      ? 0
      : (period.years ? 4 : 0) + (period.start ? 1 + period.start.length / 10 : 0) + (period.end ? 2 : 0);
  let best: Testimony | null = null;
  for (const testimony of testimonies) if (best === null || fullness(testimony) > fullness(best)) best = testimony;
  return best?.claim.period ?? null;
}
