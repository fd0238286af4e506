/** The network on a question, with its companies, its circles and its picture: the same on the command line and on the page. */

import type { Firmness } from "../deals/firmness.ts";
import type { PartialDay } from "../model/day.ts";
import type { Deal, Testimony } from "../model/deal.ts";
import type { ClaimId, DocumentId, PartyId } from "../model/id.ts";
import type { Ledger } from "../model/ledger.ts";
import type { Party } from "../model/party.ts";
import { type Circles, circlesOf } from "./circles.ts";
import { groupOf } from "./deal-rows.ts";
import { moneyLinks } from "./money-links.ts";
import {
  type Layer,
  layers,
  type NetworkCompany,
  type NetworkLink,
  networkCompanies,
  networkLinks,
} from "./network-rows.ts";
import type { By } from "./page-answers.ts";
import type { NetworkPictureInput } from "./pictures/network-drawing.ts";
import { pairsAround } from "./pictures/network-fold.ts";
import { sourcesLine } from "./sources-line.ts";
import { yearAfter } from "./window.ts";

/** A book settled and posted on the dates asked about. */
export interface PostedDeals {
  readonly deals: readonly Deal[];
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly ledger: Ledger;
}

export interface NetworkAsked {
  readonly firmness: Firmness;
  readonly by: By;
  readonly layers: ReadonlySet<Layer>;
  /** Only what touches these, and what lies within so many further steps of them; null: everything. */
  readonly about: ReadonlySet<PartyId> | null;
  readonly hops: number;
  /** Deals that are left out, as if nobody had made them: ids, or their beginnings. */
  readonly without?: readonly string[];
  /** The day after which money of circles is counted for a year; null: all its life. */
  readonly asOf: PartialDay | null;
}

export interface NetworkView {
  readonly links: readonly NetworkLink[];
  readonly companies: readonly NetworkCompany[];
  /** Circles of all that is firm enough, whatever layers are shown. */
  readonly circles: Circles;
}

/** Steps of the circles that are looked for. */
const circleLength = 5;

/** How a party is shown: by itself, or as the group that it belongs to. */
export function shownAs(by: By, parties: ReadonlyMap<PartyId, Party>): (party: PartyId) => PartyId {
  return (party) => (by === "unit" ? party : groupOf(party, parties));
}

export function networkView(
  posted: PostedDeals,
  { firmness, by, layers: shownLayers, about, hops, asOf, without = [] }: NetworkAsked,
): NetworkView {
  const { deals, testimonies, parties, ledger } = leaving(posted, without);
  const shown = shownAs(by, parties);
  const asked = { firmness, shown, layers: shownLayers, about: null };
  const near = about === null ? null : within(networkLinks(deals, ledger, asked), about, hops - 1);
  const links = networkLinks(deals, ledger, { ...asked, about: near });
  const circles = circlesIn({ deals, testimonies, parties, ledger }, { firmness, by, asOf });
  return { links, companies: networkCompanies(links, parties), circles };
}

/** The circles of money of a book, in the order in which every screen numbers them. */
export function circlesIn(
  { deals, testimonies, parties, ledger }: PostedDeals,
  { firmness, by, asOf }: Pick<NetworkAsked, "firmness" | "by" | "asOf">,
): Circles {
  const shown = shownAs(by, parties);
  const window = asOf === null ? null : yearAfter(asOf);
  const moneyAt = (least: Firmness) => moneyLinks(deals, ledger, { firmness: least, window, shown });
  return circlesOf(moneyAt(firmness), moneyAt("talks"), deals, testimonies, { shown, maxLength: circleLength });
}

/** The book as if some deals had not been made. */
function leaving(posted: PostedDeals, without: readonly string[]): PostedDeals {
  if (without.length === 0) return posted;
  const stays = ({ id }: { readonly id: string }): boolean => !without.some((deal) => id.startsWith(deal));
  const { ledger, deals } = posted;
  const [postings, memos] = [ledger.postings.filter(stays), ledger.memos.filter(stays)];
  return { ...posted, deals: deals.filter(stays), ledger: { ...ledger, postings, memos } };
}

/** Companies within so many steps of some. */
function within(links: readonly NetworkLink[], about: ReadonlySet<PartyId>, steps: number): ReadonlySet<PartyId> {
  let reached = about;
  for (let step = 0; step < steps; step++) {
    const further = new Set(reached);
    for (const { from, to } of links) {
      if (from === null || to === null) continue;
      if (reached.has(from)) further.add(to);
      if (reached.has(to)) further.add(from);
    }
    reached = further;
  }
  return reached;
}

export interface PictureNames {
  readonly party: (party: PartyId) => string;
  readonly document: (document: DocumentId) => string;
}

export interface DrawnOn {
  readonly asOf: PartialDay | null;
  readonly knownOn: PartialDay | null;
  readonly data: string;
  readonly version: string;
}

/** What the picture of a network is made from. */
export function pictureInput(
  { links, circles }: NetworkView,
  { testimonies, parties }: PostedDeals,
  { firmness, by, layers: shownLayers, about, hops, without = [] }: NetworkAsked,
  everLinked: NetworkPictureInput["everLinked"],
  names: PictureNames,
  { asOf, knownOn, data, version }: DrawnOn,
): NetworkPictureInput {
  const some =
    shownLayers.size < layers.length ? `${layers.filter((layer) => shownLayers.has(layer)).join(", ")} · ` : "";
  const left = without.length === 0 ? "" : ` · as if there were no ${without.join(", ")}`;
  return {
    links,
    circles: circles.circles,
    parties,
    nameOf: names.party,
    about,
    everLinked: pairsAround(everLinked, about, hops),
    subtitle: `${some}${firmness} and firmer, by ${by} · as of ${asOf ?? "any day"}${knownOn ? ` · known on ${knownOn}` : ""}${left}`,
    sources: [
      sourcesLine(
        links.flatMap(({ deal }) => deal.claims),
        testimonies,
        names.document,
      ),
      `data ${data} · Capstack ${version}`,
    ],
  };
}
