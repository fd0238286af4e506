/** All that hangs on one deal: its legs in the ledger, what falls due, the circles it stands in, rights and totals around it. The same for `capstack deal` and the page. */

import { type Firmness, isAtLeast } from "../../deals/firmness.ts";
import { type Blockable, blockableBy } from "../../deals/rights.ts";
import { type Reconciled, umbrellaParts } from "../../deals/umbrellas.ts";
import type { PartialDay } from "../../model/day.ts";
import type { Deal, Testimony } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Party } from "../../model/party.ts";
import { currencyOf } from "../../model/smallest-unit.ts";
import type { Circle, Circles } from "../circles.ts";
import { groupOf } from "../deal-rows.ts";
import { usualLadder } from "../ladder-basis.ts";
import { type Ladder, ladderOf } from "../ladder-rows.ts";
import { type Layer, layers, networkLinks } from "../network-rows.ts";
import type { PostedDeals } from "../network-view.ts";
import { type LegLine, legLines } from "./deal-legs.ts";

export interface DealAsked {
  /** Null: all that is told. */
  readonly firmness: Firmness | null;
  /** Null where the book has no day: then nothing is known to fall due after it. */
  readonly asOf: PartialDay | null;
  /** All circles of the book at this firmness: whoever asks of several deals looks for them once. */
  readonly circles: Circles;
}

export interface DealPage {
  readonly deal: Deal;
  /** Whether it is as firm as is asked. */
  readonly isFirm: boolean;
  /** Where it stands in the network. */
  readonly layers: readonly Layer[];
  readonly legs: readonly LegLine[];
  /** What falls due, for each side that pays; a loan is paid back by the other one. */
  readonly due: readonly DueOfPayer[];
  readonly circles: readonly StandsIn[];
  /** Totals over several deals that could hold it. */
  readonly totals: readonly Deal[];
  /** Of a total: what it could hold. */
  readonly reconciled: Reconciled | null;
  /** Of a right: what it could block. */
  readonly blockable: readonly Blockable[];
  /** Rights that could block it. */
  readonly blockers: readonly Blockable[];
  /** All deals between the same two groups, it among them. */
  readonly between: readonly Deal[];
  /** Its claims as firm as is asked, in the order of their days. */
  readonly about: readonly Testimony[];
}

export interface DueOfPayer {
  readonly payer: PartyId | null;
  readonly ladder: Ladder;
}

export interface StandsIn {
  readonly circle: Circle;
  /** As screens number it; null for one that closes only below the firmness asked about. */
  readonly number: number | null;
}

export function dealPage(book: PostedDeals, deal: Deal, { firmness, asOf, circles }: DealAsked): DealPage {
  const { deals, parties, testimonies } = book;
  const ledger = {
    postings: book.ledger.postings.filter((each) => each.deal === deal.id),
    memos: book.ledger.memos.filter((each) => each.deal === deal.id),
    unused: [],
  };
  const least = firmness ?? "talks";
  const links = networkLinks([deal], ledger, {
    ...{ firmness: "talks", layers: new Set(layers), about: null },
    shown: (party) => party,
  });
  const money = [...ledger.postings, ...ledger.memos].filter(({ commodity }) => currencyOf(commodity) !== null);
  return {
    deal,
    isFirm: firmness === null || isAtLeast(deal.status, firmness),
    layers: layers.filter((layer) => links.some((link) => link.layer === layer)),
    legs: legLines(deal, ledger),
    due:
      asOf === null
        ? []
        : [...new Set(money.map(({ from }) => from))].map((payer) => ({
            payer,
            ladder: ladderOf(ledger, (party) => party === payer, { asOf, firmness: least, ...usualLadder }),
          })),
    circles: circlesWith(deal, circles),
    totals: deals.filter(
      (total) =>
        total.umbrella &&
        // Most totals could not even hold it alone, which is told at once.
        holds(umbrellaParts(total, [deal], parties), deal) &&
        holds(umbrellaParts(total, deals, parties), deal),
    ),
    reconciled: deal.umbrella ? umbrellaParts(deal, deals, parties) : null,
    blockable: blockableBy(deal, deals, parties),
    blockers: deals.flatMap((right) => blockableBy(right, [deal], parties)),
    between: dealsBetween(deal, deals, parties),
    about: claimsAbout(deal, testimonies, firmness),
  };
}

function holds(reconciled: Reconciled | null, deal: Deal): boolean {
  return reconciled?.parts.some((part) => part.deal === deal) ?? false;
}

function circlesWith({ id }: Deal, { circles, broken }: Circles): StandsIn[] {
  const isIn = ({ links }: Circle): boolean => links.some(({ deals }) => deals.some(({ deal }) => deal.id === id));
  return [
    ...circles.map((circle, index) => ({ circle, number: index + 1 })),
    ...broken.map((circle) => ({ circle, number: null })),
  ].filter(({ circle }) => isIn(circle));
}

/** Both ways: what one buys and what the other invests are between the same two. */
function dealsBetween(deal: Deal, deals: readonly Deal[], parties: ReadonlyMap<PartyId, Party>): Deal[] {
  const roots = new Map<PartyId, string>();
  const root = (party: PartyId | null): string => {
    if (party === null) return "?";
    const found = roots.get(party) ?? groupOf(party, parties);
    roots.set(party, found);
    return found;
  };
  const [from, to] = [root(deal.from), root(deal.to)];
  return deals.filter((other) => {
    if (other === deal) return true;
    if (other.from === null || other.to === null) return false;
    const [one, two] = [root(other.from), root(other.to)];
    return (one === from && two === to) || (one === to && two === from);
  });
}

function claimsAbout(
  { claims }: Deal,
  testimonies: ReadonlyMap<ClaimId, Testimony>,
  firmness: Firmness | null,
): Testimony[] {
  return claims
    .map((id) => testimonies.get(id)!)
    .filter(({ claim }) => firmness === null || isAtLeast(claim.status, firmness))
    .sort((one, other) => (one.known < other.known ? -1 : one.known > other.known ? 1 : 0));
}
