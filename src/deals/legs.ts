/** Who gives whom what in a deal? Money one way; shares, chips, capacity and debt the other. A standing relation moves nothing. */

import { isMoney } from "../model/amount.ts";
import type { Period, Status } from "../model/claim.ts";
import type { Commodity, DealKind, Field, Leg, Reading, Testimony } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import type { Member } from "./build-deal.ts";
import { isTotal } from "./cues.ts";
import { drawn } from "./drawn.ts";
import { isHeldBack } from "./saying.ts";
import { membership } from "./short-lists.ts";

export interface Legged {
  readonly kind: DealKind;
  readonly from: PartyId | null;
  readonly to: PartyId | null;
  readonly members: readonly Member[];
  /** Those of the members, and the ids of their claims. */
  readonly testimonies: readonly Testimony[];
  readonly claims: readonly ClaimId[];
  readonly fields: readonly Field[];
  readonly status: Status;
}

type Side = readonly [from: PartyId | null, to: PartyId | null];

/** The legs of a deal: what is paid by its parts and steps, then what is given for it. */
export function legsOf(deal: Legged): Leg[] {
  const { kind, from, to } = deal;
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
      const seller = sellerOf(deal);
      return [...paid(deal, [from, seller]), returned(deal, [seller, from], `equity:${to ?? "?"}`, "shares")];
    }
    case "acquisition": {
      const seller = sellerOf(deal);
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

function sellerOf({ testimonies }: Legged): PartyId | null {
  return testimonies.find(({ claim }) => claim.roles.seller)?.claim.roles.seller ?? null;
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
    const { amount, comparator, claims } = readings[0]!;
    const isQuoted = membership(claims);
    const quoted: Testimony[] = [];
    const inKind: Testimony[] = [];
    for (const { testimony, role } of deal.members) {
      const { claim } = testimony;
      if (role !== "whole" || claim.amount?.unit !== unit) continue;
      if (isQuoted(claim.id)) quoted.push(testimony);
      if (claim.terms?.inKind) inKind.push(testimony);
    }
    if (inKind.length === 0) {
      legs.push(leg(deal, side, unit, { amount, comparator, claims }, quoted));
      continue;
    }
    // Credits are capacity, not cash, and nobody says how much of the sum they are: either lies between nothing and the whole.
    const told = inKind[0]!.claim.amount!;
    const most = told.max === null ? null : { ...told, min: null };
    for (const commodity of [unit, `credits:${side[0] ?? "?"}`])
      legs.push(leg(deal, side, commodity, { amount: most, comparator: "<=", claims: idsOf(inKind) }, inKind));
  }
  for (const role of ["part", "step"] as const)
    if (deal.members.some((member) => member.role === role)) legs.push(...paidBeside(deal, side, role));
  if (legs.length === 0) legs.push(leg(deal, side, "USD", untold(deal), deal.testimonies));
  return legs;
}

/** Each part, or each step, with its own figure. */
function paidBeside(deal: Legged, side: Side, role: "part" | "step"): Leg[] {
  const own = deal.members.flatMap(({ testimony, role: each }) =>
    each === role && isMoney(testimony.claim.amount?.unit ?? "") ? testimony : [],
  );
  const same = Map.groupBy(own, ({ claim }) =>
    JSON.stringify([claim.amount, claim.conditional, claim.period?.start ?? null]),
  );
  return [...same.values()].map((testimonies) => {
    const { amount, comparator, status } = testimonies[0]!.claim;
    const figure = { amount, comparator, claims: idsOf(testimonies) };
    return { ...leg(deal, side, amount!.unit, figure, testimonies), role, status };
  });
}

/** What comes back for the money, in one unit where some source counts it. */
function returned(deal: Legged, side: Side, commodity: Commodity, unit: string | null): Leg {
  const counted = unit === null ? null : drawn(deal, `amount ${unit}`);
  const figure = counted ? { amount: counted.amount, comparator: null, claims: counted.claims } : untold(deal);
  return leg(deal, side, commodity, figure, deal.testimonies);
}

function capacity(deal: Legged, side: Side): Leg {
  return drawn(deal, "amount W") ? returned(deal, side, "power", "W") : returned(deal, side, "compute", null);
}

function chips(deal: Legged, side: Side): Leg {
  const chip = deal.testimonies.find(({ claim }) => claim.chip !== null)?.claim.chip;
  const commodity = chip ? `chips:${chip}` : "chips";
  return drawn(deal, "amount W") && !drawn(deal, "amount chips")
    ? returned(deal, side, "power", "W")
    : returned(deal, side, commodity, "chips");
}

/** A figure, and the claims that give it. */
type Figure = Pick<Reading, "amount" | "comparator" | "claims">;

function untold({ claims }: Legged): Figure {
  return { amount: null, comparator: null, claims };
}

function leg(
  deal: Legged,
  [from, to]: Side,
  commodity: Commodity,
  { amount, comparator, claims }: Figure,
  testimonies: readonly Testimony[],
): Leg {
  return {
    from,
    to,
    commodity,
    quantity: amount,
    comparator,
    status: deal.status,
    period: periodOf(testimonies),
    role: "whole",
    conditional: testimonies.length > 0 && testimonies.every(({ claim }) => isHeldBack(claim)),
    claims,
  };
}

function idsOf(testimonies: readonly Testimony[]): ClaimId[] {
  return testimonies.map(({ claim }) => claim.id);
}

/** The fullest of the periods that claims give: a term before a bare day. "$13bn since 2019" tells no day on which it moved. */
function periodOf(testimonies: readonly Testimony[]): Leg["period"] {
  let best: Leg["period"] = null;
  let most = 0;
  for (const { claim } of testimonies) {
    const { period } = claim;
    const full = period === null ? 0 : fullness(period);
    if (full <= most || (period!.end === null && period!.years === null && isTotal(claim.quote))) continue;
    [best, most] = [period, full];
  }
  return best;
}

function fullness({ start, end, years }: Period): number {
  return (years ? 4 : 0) + (start ? 1 + start.length / 10 : 0) + (end ? 2 : 0);
}
