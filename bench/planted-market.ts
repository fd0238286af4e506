/** Who deals with whom in a planted book? Companies with made-up names, some of them units of a larger one; a few are in most of the news. */

import type { DealKind } from "../src/model/deal.ts";
import type { PartyId } from "../src/model/id.ts";
import { type Party, partyOf } from "../src/model/party.ts";
import { syllables } from "./planted-words.ts";

export const sectors = ["lab", "cloud", "chipmaker", "investor", "bank", "energy", "startup", "enterprise"] as const;
export type Sector = (typeof sectors)[number];

export interface Market {
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly bySector: Readonly<Record<Sector, readonly Party[]>>;
}

/** Who stands on the two sides of a kind of deal. */
export const sides: Readonly<Record<DealKind, readonly [from: readonly Sector[], to: readonly Sector[]]>> = {
  investment: [["investor", "cloud", "chipmaker"], ["lab"]],
  stake: [["investor", "bank"], ["startup"]],
  "secondary-sale": [["lab"], []],
  "compute-contract": [["lab", "enterprise"], ["cloud"]],
  "chip-supply": [["cloud", "lab"], ["chipmaker"]],
  "chip-adoption": [["lab", "enterprise"], ["chipmaker"]],
  commitment: [["cloud", "lab"], ["energy"]],
  financing: [["cloud", "lab"], ["bank"]],
  right: [["cloud", "investor"], ["lab"]],
  ipo: [["startup"], []],
  acquisition: [["chipmaker", "cloud", "enterprise"], ["startup"]],
  dependence: [["lab", "cloud"], ["chipmaker"]],
};

/** One share of the companies for each sector, in the order of `sectors`. */
const shares = [0.2, 0.15, 0.1, 0.15, 0.08, 0.07, 0.13, 0.12] as const;

/** A market of about as many companies as asked for. Every second cloud and chipmaker is a unit of a parent, which the news may name instead. */
export function marketOf(companies: number): Market {
  const parties = new Map<PartyId, Party>();
  const bySector = {} as Record<Sector, Party[]>;
  let number = 0;
  const found = (kind: string, rest: Partial<Party> = {}, ending = ""): Party => {
    const name = nameOf(number++) + ending;
    const party = partyOf(name.toLowerCase().replaceAll(" ", "-"), name, kind, rest);
    parties.set(party.id, party);
    return party;
  };
  for (const [index, sector] of sectors.entries()) {
    const count = Math.max(4, Math.round(companies * shares[index]!));
    bySector[sector] = Array.from({ length: count }, (_, each) => {
      const hasUnits = (sector === "cloud" || sector === "chipmaker") && each % 2 === 1;
      if (!hasUnits) return found(sector);
      const parent = found("enterprise");
      number--;
      return found(sector, { parent: parent.id }, sector === "cloud" ? " Cloud" : " Silicon");
    });
  }
  return { parties, bySector };
}

/** A name for each number, none twice: syllables first, then a further word. */
function nameOf(number: number): string {
  const [first, middle, last] = syllables;
  const combinations = first.length * middle.length * last.length;
  const mixed = (number * 2_741) % combinations;
  const word =
    first[mixed % first.length]! +
    middle[Math.floor(mixed / first.length) % middle.length]! +
    last[Math.floor(mixed / first.length / middle.length)]!;
  const round = Math.floor(number / combinations);
  return round === 0
    ? word
    : `${word} ${furtherWords[(round - 1) % furtherWords.length]}${round > furtherWords.length ? round : ""}`;
}

const furtherWords = ["Systems", "Labs", "Works", "Group", "Partners", "Networks", "Holdings"] as const;
