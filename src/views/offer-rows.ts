/** Offers as rows: those asked for, by chip and price, rivals side by side, and the columns that tables and CSV share. */

import type { PartialDay } from "../model/day.ts";
import type { PartyId } from "../model/id.ts";
import { type Offer, type OfferTerm, offerTerms, perChipHour } from "../model/offer.ts";
import { lineage, type Registers } from "../model/party.ts";
import { chipsNamed, namesOf } from "./chip-rows.ts";
import { knownNames } from "./known-names.ts";
import { isToldBy, type LeftOut, leftOutBy } from "./price-days.ts";
import { besideRivals, rivalsOf } from "./rivals.ts";
import { nearest } from "./suggest.ts";

export interface OfferRow {
  readonly offer: Offer;
  /** The provider's name. */
  readonly provider: string;
  /** The chip's name. */
  readonly chip: string;
  /** US dollars per chip hour. */
  readonly perChip: Readonly<Record<OfferTerm, number | null>>;
  /** Ids of the offers that tell another price of the same thing. */
  readonly rivals: readonly string[];
}

/** Rows in the register's order of chips, the cheapest on demand first, then those without such a price. */
export function offerRows(
  offers: readonly Offer[],
  { chips, parties }: Pick<Registers, "chips" | "parties">,
  asOf: PartialDay | null,
): { readonly rows: readonly OfferRow[]; readonly left: LeftOut | null } {
  const told = offers.filter(({ priceDay }) => isToldBy(priceDay, asOf));
  const rivals = rivalsOf(told);
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const places = new Map(chips.map(({ id, name }, place) => [id, { place, name }]));
  const key = (offer: Offer): number => perChipHour(offer, "onDemand") ?? Number.POSITIVE_INFINITY;
  const sorted = told.toSorted((one, other) => (key(one) === key(other) ? 0 : key(one) - key(other)));
  const rows = besideRivals(sorted).map((offer) => ({
    offer,
    provider: names.get(offer.provider) ?? offer.provider,
    chip: places.get(offer.chip)?.name ?? offer.chip,
    perChip: perChip(offer),
    rivals: rivals.get(offer.id) ?? [],
  }));
  // Sorting is stable: of one chip the order of prices stays.
  const placeOf = ({ offer }: OfferRow): number => places.get(offer.chip)?.place ?? chips.length;
  return {
    rows: rows.sort((one, other) => placeOf(one) - placeOf(other)),
    left: leftOutBy(
      offers.map(({ priceDay }) => priceDay),
      asOf,
    ),
  };
}

function perChip(offer: Offer): Record<OfferTerm, number | null> {
  return {
    onDemand: perChipHour(offer, "onDemand"),
    oneYear: perChipHour(offer, "oneYear"),
    threeYear: perChipHour(offer, "threeYear"),
    spot: perChipHour(offer, "spot"),
    other: perChipHour(offer, "other"),
  };
}

/** A word that names no chip and no provider, and what it may have meant. */
export interface UnknownName {
  readonly unknown: string;
  readonly near: string | null;
}

/** The offers of the chips and of the providers that words name: of any of the chips, by any of the providers. A provider stands for its units too. */
export function offersNamed(words: readonly string[], registers: Registers): readonly Offer[] | UnknownName {
  const { offers, chips, parties } = registers;
  const providers = offers.map(({ provider }) => provider);
  const known = knownNames(registers, { parties: providers, names: new Map(), documents: [] }).parties;
  const byId = new Map(parties.map((party) => [party.id, party]));
  const meantChips = new Set<string>();
  const meantParties = new Set<PartyId>();
  for (let first = 0; first < words.length; ) {
    // The longest name counts: "Google Cloud" is not Google.
    let next = words.length;
    for (; next > first; next--) {
      const name = words.slice(first, next).join(" ");
      const named = chipsNamed(name, chips);
      const party = known.get(name.toLowerCase());
      for (const { id } of named) meantChips.add(id);
      if (named.length === 0 && party !== undefined) meantParties.add(party);
      if (named.length > 0 || party !== undefined) break;
    }
    if (next === first) return { unknown: words[first]!, near: nearest(words[first]!, offerNames(registers, known)) };
    first = next;
  }
  return offers.filter(
    ({ chip, provider }) =>
      (meantChips.size === 0 || meantChips.has(chip)) &&
      (meantParties.size === 0 || lineage(provider, byId).some((id) => meantParties.has(id))),
  );
}

/** Names of chips and of who offers them. */
function offerNames({ chips, offers }: Registers, known: ReadonlyMap<string, PartyId>): string[] {
  const providers = new Set(offers.map(({ provider }) => provider));
  const offered = new Set(offers.map(({ chip }) => chip));
  const families = new Set(chips.flatMap(({ id, family }) => (offered.has(id) ? family : [])));
  return [
    ...families,
    ...chips.filter(({ id }) => offered.has(id)).flatMap(namesOf),
    ...[...known].flatMap(([name, id]) => (providers.has(id) ? name : [])),
  ];
}

/** The columns' word for a term. */
export const termTitles: Readonly<Record<OfferTerm, string>> = {
  onDemand: "on demand",
  oneYear: "1 yr",
  threeYear: "3 yr",
  spot: "spot",
  other: "other",
};

/** Columns of `--csv` and `--plain`, in their order: a stable contract. */
export const offerColumns = [
  "id",
  "provider",
  "region",
  "instance",
  "chip",
  "chips_per_instance",
  "usd_per_hour_on_demand",
  "usd_per_hour_1yr",
  "usd_per_hour_3yr",
  "usd_per_hour_spot",
  "usd_per_hour_other",
  "other_kind",
  "usd_per_chip_hour_on_demand",
  "usd_per_chip_hour_1yr",
  "usd_per_chip_hour_3yr",
  "usd_per_chip_hour_spot",
  "usd_per_chip_hour_other",
  "price_day",
  "conflict_group",
  "rivals",
  "notes",
  "source_publisher",
  "source_title",
  "source_url",
  "source_date",
] as const;

/** The cells of a row under those columns. */
export function offerCells({ offer, perChip, rivals }: OfferRow): string[] {
  const { source } = offer;
  return [
    offer.id,
    offer.provider,
    offer.region,
    offer.instance,
    offer.chip,
    offer.chipsPerInstance,
    ...offerTerms.map((term) => offer.perHour[term]),
    offer.otherKind,
    // A division may leave a last digit that nobody asked for.
    ...offerTerms.map((term) => (perChip[term] === null ? null : Number(perChip[term].toFixed(6)))),
    offer.priceDay,
    offer.conflictGroup,
    rivals.join("|"),
    offer.notes,
    source.publisher,
    source.title,
    source.url,
    source.day,
  ].map((value) => (value === null ? "" : String(value)));
}
