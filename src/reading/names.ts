/** Finds the names that the registers hold: parties, what they make, and chips. Built once, used for every document. */

import type { Chip } from "../model/chip.ts";
import { type PartyId, partyIdOf } from "../model/id.ts";
import type { Party, Registers } from "../model/party.ts";
import { places } from "./lexicon.ts";
import { type Token, tokenise } from "./tokens.ts";

/** A registered name at [first, next) of the tokens. */
export interface NameHit {
  readonly kind: "party" | "descriptor" | "product" | "chip";
  readonly party: PartyId;
  /** For a chip: the family that claims name. */
  readonly chip: string | null;
  /** An ordinary word too: it needs more than a capital to be a name. */
  readonly careful: boolean;
  /** A party written without the capital of its name, as posts do. */
  readonly small: boolean;
  readonly first: number;
  readonly next: number;
}

interface Entry {
  readonly words: readonly Token[];
  readonly hit: Pick<NameHit, "kind" | "party" | "chip" | "careful">;
}

/** The names of the registers, ready to be found in any text. */
export interface NameIndex {
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly chipFamilies: ReadonlyMap<string, PartyId>;
  /** Families that the document names and no register holds. */
  readonly ownChips: readonly string[];
  /** Parties by their name as written and by the ids that their names would have. */
  readonly byName: ReadonlyMap<string, PartyId>;
  /** The longest registered name that begins at a token. */
  at(tokens: readonly Token[], index: number): NameHit | null;
}

// Families that texts name and that no register row needs to hold.
const commonChips: readonly (readonly [name: string, family: string, vendor: string])[] = [
  ["GPU", "gpu", ""],
  ["GPUs", "gpu", ""],
  ["graphics processing units", "gpu", ""],
  ["graphics processing unit", "gpu", ""],
  ["graphics processors", "gpu", ""],
  ["graphics cards", "gpu", ""],
  ["TPU", "tpu", "google"],
  ["TPUs", "tpu", "google"],
  ["tensor processing units", "tpu", "google"],
  ["tensor processing unit", "tpu", "google"],
  ["Tranium", "trainium", "amazon"],
  ["Trainium", "trainium", "amazon"],
  ["Inferentia", "inferentia", "amazon"],
  ["Blackwell", "blackwell", "nvidia"],
  ["Rubin", "rubin", "nvidia"],
  ["Hopper", "hopper", "nvidia"],
  ["Corsair", "corsair", "d-matrix"],
  ["Gaudi", "gaudi", "intel"],
  ["Maia", "maia", "microsoft"],
  ["Ascend", "ascend", "huawei"],
  ["Sohu", "sohu", "etched"],
  ["Ironwood", "tpu", "google"],
  ["Trillium", "tpu", "google"],
  ["RTX 5090", "rtx-5090", "nvidia"],
  ["RTX 6000", "rtx-6000", "nvidia"],
  ["RTX Pro 6000", "rtx-pro-6000", "nvidia"],
  ["RTX Pro", "rtx-pro", "nvidia"],
  ["Graviton", "graviton", "amazon"],
  ["Xeon", "xeon", "intel"],
  ["Instinct", "instinct", "amd"],
  ["AI200", "ai200", "qualcomm"],
  ["AI250", "ai250", "qualcomm"],
  ["Cloud AI 100", "cloud-ai-100", "qualcomm"],
  ["Jetson Thor", "jetson-thor", "nvidia"],
  ["Jetson", "jetson", "nvidia"],
  ["Crescent Island", "crescent-island", "intel"],
  ["Spyre", "spyre", "ibm"],
  ["AI5", "ai5", "tesla"],
  ["AI6", "ai6", "tesla"],
  ["RNGD", "rngd", ""],
  ["Warboy", "warboy", ""],
  ["ATOM-Max", "atom-max", ""],
  ["Rebel-Quad", "rebel-quad", ""],
  ["MN-Core", "mn-core", ""],
  ["PPU", "ppu", ""],
  ["Rhea1", "rhea1", ""],
  ["Jotunn8", "jotunn8", ""],
  ["Baltra", "baltra", ""],
  ["HBM", "hbm", ""],
  ["HBM3", "hbm3", ""],
  ["HBM3E", "hbm3e", ""],
  ["HBM4", "hbm4", ""],
  ["HBM4E", "hbm4e", ""],
];
const commonPatterns: readonly (readonly [RegExp, (match: RegExpExecArray) => string, string])[] = [
  [/^(?:mi\d{3}[a-z]?)s?$/i, (m) => m[0].toLowerCase().replace(/s$/, ""), "amd"],
  [/^(h100|h200|gh200|a100|h800|h20|l40s?|v100)s?$/i, (m) => m[1]!.toLowerCase(), "nvidia"],
  [/^(?:g?b[123]00)s?$/i, () => "blackwell", "nvidia"],
  [/^trainium\d*$|^tranium\d*$/i, () => "trainium", "amazon"],
  [/^inferentia\d*$/i, () => "inferentia", "amazon"],
  [/^tpu(?:v\d\w*)?s?$/i, () => "tpu", "google"],
  [/^ATOMs?$/, () => "atom", ""],
];
/** Families that claims keep apart, as a text writes them, whatever wider family a register puts them in: "MI350" is no MI350X, nor GH200 all of Hopper. The last word of a name tells. */
const asWritten: readonly (readonly [RegExp, vendor: string, families: readonly string[]])[] = [
  [
    /^(mi\d{3}[a-rt-z]?)s?$/i,
    "amd",
    "mi100 mi210 mi250 mi250x mi300 mi300a mi308 mi325 mi350 mi355 mi400 mi430x mi440x mi450 mi455x mi500".split(" "),
  ],
  [/^(gh200)s?$/i, "nvidia", ["gh200"]],
  [/^(L40S)s?$/, "nvidia", ["l40s"]],
  [/^(Siyuan)$/, "cambricon", ["siyuan"]],
];
/** A whole name of two words that is kept apart: "CS-3", whose chip is a WSE-3; "Siyuan 590". */
const inTwoWords = /^(?:Cerebras)?(CS|WSE|Siyuan)-?(\d{1,3})s?$/;

/** The registers that hold names. */
export type NamingRegisters = Pick<Registers, "parties" | "chips">;

/** Indexes the names of the registers by their first word. */
export function nameIndex(registers: NamingRegisters): NameIndex {
  const byFirst = new Map<string, Entry[]>();
  const chipFamilies = new Map<string, PartyId>();
  const add = (name: string, hit: Entry["hit"]): void => {
    const words = tokenise(name, 0, name.length);
    const key = words[0]?.lower;
    if (key === undefined) return;
    const list = byFirst.get(key) ?? [];
    list.push({ words, hit });
    byFirst.set(key, list);
  };
  // Of two entries of the same words the first counts: a chip before its maker's product.
  for (const chip of registers.chips) addChip(chip, add, chipFamilies);
  for (const [name, family, vendor] of commonChips) {
    add(name, { kind: "chip", party: vendor as PartyId, chip: family, careful: false });
    if (vendor) chipFamilies.set(family, chipFamilies.get(family) ?? (vendor as PartyId));
  }
  for (const [, vendor, families] of asWritten)
    for (const family of families) chipFamilies.set(family, chipFamilies.get(family) ?? (vendor as PartyId));
  for (const party of registers.parties) addParty(party, add);
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    parties: new Map(registers.parties.map((party) => [party.id, party])),
    chipFamilies,
    ownChips: [],
    byName: new Map(
      registers.parties.flatMap(({ id, name, aliases }) =>
        [name, partyIdOf(name), ...aliases.map(partyIdOf)].map((written) => [written, id] as const),
      ),
    ),
    at: (tokens, index) =>
      keptApart(longest(byFirst.get(tokens[index]!.lower), tokens, index) ?? patternHit(tokens, index), tokens),
  };
}

function addParty(party: Party, add: (name: string, hit: Entry["hit"]) => void): void {
  for (const name of [party.name, ...party.aliases]) {
    // A capital that stands for a government is a place far more often.
    if (party.kind === "government" && places.has(name.toLowerCase())) continue;
    const careful = party.careful.includes(name);
    add(name, { kind: "party", party: party.id, chip: null, careful });
  }
  for (const phrase of party.descriptors) {
    const bare = phrase.replace(/^the /i, "");
    for (const lead of ["the ", ""])
      if (lead || /['’]s /.test(bare))
        add(lead + bare, { kind: "descriptor", party: party.id, chip: null, careful: false });
  }
  for (const product of party.products) add(product, { kind: "product", party: party.id, chip: null, careful: false });
}

function addChip(chip: Chip, add: (name: string, hit: Entry["hit"]) => void, families: Map<string, PartyId>): void {
  const vendor = (chip.vendor === "aws" ? "amazon" : chip.vendor) as PartyId;
  families.set(chip.family, vendor);
  for (const name of [chip.name, ...chip.aliases]) {
    if (name.length < 2 || /^\d+$/.test(name) || /^[a-z]/.test(name)) continue;
    const hit = { kind: "chip", party: vendor, chip: chip.family, careful: false } as const;
    add(name, hit);
    if (!name.endsWith("s")) add(`${name}s`, hit);
  }
}

function longest(entries: readonly Entry[] | undefined, tokens: readonly Token[], index: number): NameHit | null {
  if (!entries) return null;
  for (const { words, hit } of entries) {
    if (
      index + words.length > tokens.length ||
      !words.every((word, offset) => sameWord(word, tokens[index + offset]!, hit))
    )
      continue;
    const small =
      hit.kind === "party" && words.some((word, offset) => word.capital && !tokens[index + offset]!.capital);
    return { ...hit, small, first: index, next: index + words.length };
  }
  return null;
}

/** Whoever is no ordinary word too may be written small; a phrase such as "the search giant" is free of capitals. */
function sameWord(word: Token, token: Token, { kind, careful }: Entry["hit"]): boolean {
  if (word.lower !== token.lower) return false;
  if (kind === "descriptor" || token.capital || !word.capital) return true;
  return (kind === "chip" && word.lower.length > 3) || (kind === "party" && !careful && word.lower.length > 2);
}

function keptApart(hit: NameHit | null, tokens: readonly Token[]): NameHit | null {
  if (hit?.kind !== "chip") return hit;
  const next = tokens[hit.next]?.kind === "number" ? hit.next + 1 : hit.next;
  const two = inTwoWords.exec(
    tokens
      .slice(hit.first, next)
      .map(({ text }) => text)
      .join(""),
  );
  if (two) return { ...hit, chip: `${two[1]}-${two[2]}`.toLowerCase(), next };
  // "Instinct MI450" is one chip.
  const ends = hit.chip === "instinct" ? [hit.next + 1, hit.next] : [hit.next];
  for (const next of ends)
    for (const [pattern, vendor] of asWritten) {
      const match = pattern.exec(tokens[next - 1]?.text ?? "");
      if (match) return { ...hit, party: vendor as PartyId, chip: match[1]!.toLowerCase(), next };
    }
  return hit;
}

function patternHit(tokens: readonly Token[], index: number): NameHit | null {
  const token = tokens[index]!;
  if (token.kind !== "word" || !/\d|^(?:tra|inf|tpu|atom)/i.test(token.text)) return null;
  for (const [pattern, family, vendor] of commonPatterns) {
    const match = pattern.exec(token.text);
    if (match)
      return {
        kind: "chip",
        party: vendor as PartyId,
        chip: family(match),
        careful: false,
        small: false,
        first: index,
        next: index + 1,
      };
  }
  return null;
}
