/** The network of a book: who gives whom what at some firmness, which companies stand in it, and what each has along the chain from chips to capital. */

import { pageRank, rankDefaults, rankIndex } from "../analyses/pagerank.ts";
import { type Firmness, isAtLeast, rungOf } from "../deals/firmness.ts";
import { amountText } from "../model/amount.ts";
import type { Status } from "../model/claim.ts";
import type { Commodity, Deal } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Ledger, PostingId, Taken } from "../model/ledger.ts";
import { lineage, type Party, type Registers } from "../model/party.ts";
import { currencyOf, type Ends, endsText } from "../model/smallest-unit.ts";
import { summedRows } from "../numeric/summed-rows.ts";
import { added } from "./flow-rows.ts";
import { linkNodes } from "./link-rows.ts";

/** What moves along a link; `owns`, `rights` and `leans` are relations in which nothing moves. */
export type Layer = "money" | "compute" | "chips" | "shares" | "debt" | "owns" | "rights" | "leans";
export const layers: readonly Layer[] = ["money", "compute", "chips", "shares", "debt", "owns", "rights", "leans"];

/** One leg of a deal, or a standing relation, between two companies as they are shown. */
export interface NetworkLink {
  readonly from: PartyId | null;
  readonly to: PartyId | null;
  readonly layer: Layer;
  readonly commodity: Commodity | null;
  readonly amount: Ends | null;
  /** As it is printed; "not stated" where no source tells. */
  readonly text: string;
  readonly status: Status;
  readonly deal: Deal;
  readonly taken: readonly Taken[];
}

export interface NetworkQuestion {
  readonly firmness: Firmness;
  readonly shown: (party: PartyId) => PartyId;
  readonly layers: ReadonlySet<Layer>;
  readonly about: ReadonlySet<PartyId> | null;
}

/** The links, money first, the largest first; what is not stated last. Totals over several deals are none. */
export function networkLinks(
  deals: readonly Deal[],
  { postings, memos }: Ledger,
  question: NetworkQuestion,
): NetworkLink[] {
  const booked = new Map<
    PostingId,
    { readonly low: number | null; readonly high: number | null; readonly taken?: readonly Taken[] }
  >();
  for (const each of [...postings, ...memos]) booked.set(each.id, each);
  const links: NetworkLink[] = [];
  for (const deal of deals) {
    if (deal.umbrella || rungOf(deal.status) < 0 || !isAtLeast(deal.status, question.firmness)) continue;
    for (const link of [...legLinks(deal, booked), ...relationLinks(deal)]) {
      const [from, to] = [link.from && question.shown(link.from), link.to && question.shown(link.to)];
      if ((from !== null && from === to) || !question.layers.has(link.layer)) continue;
      const { about } = question;
      if (about !== null && !(from !== null && about.has(from)) && !(to !== null && about.has(to))) continue;
      links.push({ ...link, from, to });
    }
  }
  return links.sort(
    (one, other) =>
      layers.indexOf(one.layer) - layers.indexOf(other.layer) ||
      sizeOf(other.amount) - sizeOf(one.amount) ||
      rungOf(other.status) - rungOf(one.status) ||
      (`${one.deal.id} ${one.commodity}` < `${other.deal.id} ${other.commodity}` ? -1 : 1),
  );
}

function legLinks(
  deal: Deal,
  booked: ReadonlyMap<
    PostingId,
    { readonly low: number | null; readonly high: number | null; readonly taken?: readonly Taken[] }
  >,
): NetworkLink[] {
  return deal.legs.map(({ from, to, commodity, status, conditional, quantity }, index) => {
    const own = booked.get(`${deal.id}/${index + 1}` as PostingId);
    const amount = own === undefined || own.low === null ? null : { low: own.low, high: own.high };
    const told =
      amount === null
        ? quantity === null
          ? "not stated"
          : amountText(quantity)
        : endsText(commodity, amount, quantity?.approximate);
    const text = conditional ? `${told} if` : told;
    return { from, to, layer: layerOf(commodity), commodity, amount, text, status, deal, taken: own?.taken ?? [] };
  });
}

function layerOf(commodity: Commodity): Layer {
  if (commodity.startsWith("equity:")) return "shares";
  if (commodity.startsWith("debt:")) return "debt";
  if (commodity === "chips" || commodity.startsWith("chips:")) return "chips";
  return currencyOf(commodity) !== null && !commodity.startsWith("credits:") ? "money" : "compute";
}

/** Owners, holders of rights, and who leans on whom. */
function relationLinks(deal: Deal): NetworkLink[] {
  const layer = ({ stake: "owns", right: "rights", dependence: "leans" } as const)[deal.kind as string];
  if (layer === undefined) return [];
  const { from, to, status, fields } = deal;
  const told = fields.find(({ name }) => name.startsWith("amount "))?.readings[0] ?? null;
  const text =
    layer === "rights" ? (deal.right ?? "right").replaceAll("-", " ") : told === null ? "not stated" : told.text;
  return [{ from, to, layer, commodity: null, amount: null, text, status, deal, taken: [] }];
}

function sizeOf(ends: Ends | null): number {
  return ends === null ? -1 : ends.low > 0 ? ends.low : (ends.high ?? 0);
}

/** A company in the network. */
export interface NetworkCompany {
  readonly party: PartyId;
  /** What the register calls it: lab, cloud, chipmaker; null for one that no register holds. */
  readonly kind: string | null;
  /** Dollars over all its links; null where none has an amount. */
  readonly pays: Ends | null;
  readonly gets: Ends | null;
  readonly links: number;
  /** Share of the rank by money received (PageRank at the low ends, damping 0.85). */
  readonly rank: number;
}

/** The companies of links, by rank: where money ends up when each spends in proportion to what it has promised. */
export function networkCompanies(
  links: readonly NetworkLink[],
  parties: ReadonlyMap<PartyId, Party>,
): NetworkCompany[] {
  const both = links.filter(
    (link): link is NetworkLink & { from: PartyId; to: PartyId } => link.from !== null && link.to !== null,
  );
  const { ids, from, to } = linkNodes(both);
  const money = Float64Array.from(both, ({ commodity, amount }) => (commodity === "USD" ? (amount?.low ?? 0) : 0));
  if (ids.length === 0) return [];
  const { rank } = pageRank(rankIndex(summedRows(ids.length, from, to, money)), rankDefaults);
  const [given, received] = [Map.groupBy(both, (link) => link.from), Map.groupBy(both, (link) => link.to)];
  const companies = ids.map((party, index) => {
    const own = { from: given.get(party) ?? [], to: received.get(party) ?? [] };
    const sum = (side: "from" | "to"): Ends | null => {
      const told = own[side].flatMap((link) => (link.commodity === "USD" && link.amount ? link.amount : []));
      return told.length === 0 ? null : told.reduce(added);
    };
    const kind = parties.get(party)?.kind ?? null;
    return {
      party,
      kind,
      pays: sum("from"),
      gets: sum("to"),
      links: own.from.length + own.to.length,
      rank: rank[index]!,
    };
  });
  return companies.sort(
    (one, other) => other.rank - one.rank || other.links - one.links || (one.party < other.party ? -1 : 1),
  );
}

// ── the integration matrix ───────────────────────────────────────────────────────────────────────────────────────

/** The chain along which companies integrate. */
export const stages = ["chips", "compute", "cloud", "models", "capital"] as const;
export type Stage = (typeof stages)[number];

/** One thing that a company has at a stage: told by a deal, or known to the register. */
export interface Holding {
  readonly what: string;
  readonly deal: Deal | null;
}

export interface IntegrationRow {
  readonly party: PartyId;
  readonly kind: string | null;
  readonly stages: Readonly<Record<Stage, readonly Holding[]>>;
}

/** What each of these has at each stage, its units counted in. Empty: not stated here. */
export function integrationRows(
  actors: readonly PartyId[],
  links: readonly NetworkLink[],
  { parties, chips }: Pick<Registers, "parties" | "chips">,
  nameOf: (party: PartyId) => string,
): IntegrationRow[] {
  const known = new Map(parties.map((party) => [party.id, party]));
  return actors.map((party) => {
    const isOwn = (other: PartyId): boolean => lineage(other, known).includes(party);
    const family = parties.filter(({ id }) => isOwn(id));
    const of = (side: "from" | "to", within: readonly Layer[], ...kinds: readonly Deal["kind"][]): NetworkLink[] =>
      links.filter((link) => link[side] === party && within.includes(link.layer) && kinds.includes(link.deal.kind));
    const told = (verb: string, other: "from" | "to", own: readonly NetworkLink[]): Holding[] =>
      own.map((link) => ({
        what: `${verb} ${link[other] === null ? "?" : nameOf(link[other])}${link.amount === null ? "" : ` ${link.text}`}`,
        deal: link.deal,
      }));
    const made = [...new Set(chips.filter(({ vendor }) => isOwn(vendor)).map(({ family: name }) => name))];
    const products = [...new Set(family.flatMap((each) => (each.kind === "lab" ? each.products : [])))];
    const clouds = family.filter(({ kind }) => kind === "cloud" || kind === "neocloud").map(({ id }) => nameOf(id));
    const register = (what: string, names: readonly string[]): Holding[] =>
      names.length === 0 ? [] : [{ what: `${what} ${names.join(", ")}`, deal: null }];
    return {
      party,
      kind: known.get(party)?.kind ?? null,
      stages: {
        chips: [
          ...register("makes", made),
          ...told("buys from", "from", of("to", ["chips", "compute"], "chip-supply", "chip-adoption")),
          ...told("sells to", "to", of("from", ["chips", "compute"], "chip-supply", "chip-adoption")),
        ],
        compute: [
          ...told("rents from", "to", of("from", ["money"], "compute-contract")),
          ...told("rents out to", "from", of("to", ["money"], "compute-contract")),
        ],
        cloud: register("runs", clouds),
        models: register("makes", products),
        capital: [
          ...told("funds", "to", of("from", ["money"], "investment", "financing")),
          ...told("funded by", "from", of("to", ["money"], "investment", "financing")),
          ...told("owns part of", "to", of("from", ["owns"], "stake")),
        ],
      },
    };
  });
}
