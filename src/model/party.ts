/** Parties: organisations, as a register lists them. */

import type { Assumption } from "./assumption.ts";
import type { Chip } from "./chip.ts";
import type { PartialDay } from "./day.ts";
import type { PartyId } from "./id.ts";
import type { Offer } from "./offer.ts";

export interface Party {
  readonly id: PartyId;
  readonly name: string;
  /** What sort of organisation: lab, cloud, neocloud, chipmaker, investor, bank, … */
  readonly kind: string;
  /** The organisation of which it is a unit, and the day from which that holds. */
  readonly parent: PartyId | null;
  readonly parentFrom: PartialDay | null;
  /** Where its shares are listed, if they are. */
  readonly ticker: string | null;
  /** Other names, misspellings among them. */
  readonly aliases: readonly string[];
  /** Phrases that stand for it: "the ChatGPT maker". */
  readonly descriptors: readonly string[];
  /** Brand names that it makes: "ChatGPT". */
  readonly products: readonly string[];
  /** Names that are ordinary words too, so that only a capital and a fitting place make them this party. */
  readonly careful: readonly string[];
}

/** A party of which only this much is told; the rest is empty. */
export function partyOf(id: string, name: string, kind: string, rest: Partial<Party> = {}): Party {
  return {
    id: id as PartyId,
    name,
    kind,
    parent: null,
    parentFrom: null,
    ticker: null,
    aliases: [],
    descriptors: [],
    products: [],
    careful: [],
    ...rest,
  };
}

/** What people keep in files of a book. */
export interface Registers {
  readonly parties: readonly Party[];
  readonly chips: readonly Chip[];
  readonly offers: readonly Offer[];
  readonly assumptions: readonly Assumption[];
}

export const noRegisters: Registers = { parties: [], chips: [], offers: [], assumptions: [] };

/** Parties as they belonged together on a day: one that was bought later stands alone until then. */
export function partiesOn(parties: readonly Party[], day: PartialDay | null): ReadonlyMap<PartyId, Party> {
  return new Map(
    parties.map((party) => {
      const later = day !== null && party.parentFrom !== null && party.parentFrom > day;
      return [party.id, later ? { ...party, parent: null } : party];
    }),
  );
}

/** The party and those above it, nearest first. Stops at a loop. */
export function lineage(id: PartyId, parties: ReadonlyMap<PartyId, Party>): PartyId[] {
  const line: PartyId[] = [];
  for (let at: PartyId | null = id; at !== null && !line.includes(at); at = parties.get(at)?.parent ?? null)
    line.push(at);
  return line;
}
