/** What does a document say its parties are? "The hydropower cloud Lumen Fjell", "Zephyrine, developer of models", "Banco Cantábrico". */

import type { PartyId } from "../../model/id.ts";
import { symbol } from "../learned/features.ts";
import { wordOf } from "../learned/words.ts";
import type { ReadSentence } from "../mentions.ts";
import type { NameIndex } from "../names.ts";
import type { Token } from "../tokens.ts";
import { appositive, isOrganisationNoun } from "./appositions.ts";

/** What is told of a party wherever it is named. */
export interface Description {
  /** The register's kind; else what the text or the name makes it, by the same words; `unknown` where nothing tells. */
  readonly kind: string;
  /** The kind, and the words that describe it, as numbers for the networks. */
  readonly kindSymbol: number;
  readonly words: ReadonlySet<number>;
}

export type Descriptions = ReadonlyMap<PartyId, Description>;

const mostWords = 8;
const unknown: Description = { kind: "unknown", kindSymbol: symbol("unknown"), words: new Set() };

/** Kinds by the words of a name: a bank is called so. */
const kindsOfNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bank: "bank banco banque banca bancorp sparkasse",
    investor:
      "capital partners ventures fund funds equity investments investment investors wealth pension management advisors credit trust asset",
    chipmaker: "semiconductor semiconductors silicon photonics microelectronics chips micro devices optics circuits",
    neocloud: "cloud compute computing hosting hyperscale",
    datacenter: "datacenter datacenters datacentre datacentres campus colo",
    energy: "power energy grid solar nuclear hydro wind electric utility utilities kraft",
    lab: "ai labs lab intelligence research inference robotics",
    memory: "memory",
    government: "ministry treasury agency authority mission department",
    enterprise: "airlines railways pharma steel software media telecom telekom insurance motors health foods",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
);

/** Kinds by the noun that a text puts beside a name. */
const kindsOfNouns: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bank: "bank lender",
    investor: "fund investor backer",
    chipmaker: "chipmaker designer semiconductor fabless",
    foundry: "foundry",
    cloud: "hyperscaler",
    neocloud: "neocloud cloud provider miner gpu",
    datacenter: "operator landlord colocation",
    energy: "utility generator",
    lab: "lab laboratory chatbot",
    government: "ministry government regulator",
    enterprise: "retailer publisher carrier carmaker insurer telecoms manufacturer broker",
  }).flatMap(([kind, nouns]) => nouns.split(" ").map((noun) => [noun, kind] as const)),
);

/** What the names of a document, and the words beside them, tell of its parties. */
export function describeParties(sentences: readonly ReadSentence[], index: NameIndex): Descriptions {
  const words = new Map<PartyId, Set<string>>();
  const nouns = new Map<PartyId, string>();
  const names = new Map<PartyId, string>();
  for (const { sentence, mentions, tokens } of sentences) {
    if (sentence.boilerplate) continue;
    for (const { party, via, first, next } of mentions) {
      if (via !== "name") continue;
      for (let at = next - 1; at >= first && !names.has(party); at--) {
        const kind = kindsOfNames.get(tokens[at]!.lower);
        if (kind) names.set(party, kind);
      }
      const said = saidOf(tokens, first, next);
      if (said.length === 0) continue;
      const known = words.get(party) ?? new Set();
      for (const at of said) {
        if (known.size < mostWords) known.add(tokens[at]!.lower);
        const kind = kindsOfNouns.get(tokens[at]!.lower);
        if (kind && !nouns.has(party)) nouns.set(party, kind);
      }
      words.set(party, known);
    }
  }
  const described = new Map<PartyId, Description>();
  for (const { mentions } of sentences)
    for (const { party } of mentions) {
      if (described.has(party)) continue;
      const kind = index.parties.get(party)?.kind ?? nouns.get(party) ?? names.get(party) ?? unknown.kind;
      const met = [...(words.get(party) ?? [])].map((word) => wordOf(word).symbol);
      described.set(party, { kind, kindSymbol: symbol(kind), words: new Set(met) });
    }
  return described;
}

export function descriptionOf(party: PartyId, descriptions: Descriptions): Description {
  return descriptions.get(party) ?? unknown;
}

/** The tokens beside a name that say what it is: the noun before it with what belongs to it, or the apposition behind it. */
function saidOf(tokens: readonly Token[], first: number, next: number): number[] {
  const said: number[] = [];
  if (first > 0 && isOrganisationNoun(tokens, first - 1))
    for (let at = first - 1; at >= Math.max(0, first - 4) && describes(tokens[at]!); at--) said.push(at);
  const open = tokens[next]?.lower ?? "";
  const from = /^[,(—–]$/.test(open) ? next + 1 : open === "is" || open === "was" ? next + 1 : null;
  if (from === null || !appositive(tokens, from)) return said;
  for (let at = from; at < Math.min(from + 10, tokens.length) && !/^[,;.)—–:]$/.test(tokens[at]!.text); at++)
    if (describes(tokens[at]!)) said.push(at);
  return said;
}

/** A lower-case word that says something. */
function describes({ kind, capital, lower }: Token): boolean {
  return kind === "word" && !capital && lower.length > 2 && !smallWords.has(lower);
}

const smallWords = new Set(
  "the and its with for from that which whose who has have had was were been are one another into also now not but based owned".split(
    " ",
  ),
);
