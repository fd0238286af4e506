/** Which words refer back to a party: a pronoun, a description, a pair? */

import type { PartyId } from "../../model/id.ts";
import { organisationNouns } from "../lexicon.ts";
import type { Mention } from "../mentions.ts";
import { isOrganisationNoun } from "../parties/appositions.ts";
import type { Token } from "../tokens.ts";
import { modals, verbReading } from "../verbs.ts";
import { isFirstPerson } from "./document-subject.ts";

/** A pronoun or description, and what it can stand for. */
export interface Reference {
  readonly kind: "singular" | "plural" | "first" | "second" | "noun" | "pair" | "unsaid";
  readonly next: number;
  /** For a noun: the kinds of organisation that it fits; none given fits all. */
  readonly fits: readonly string[];
  /** For a noun: its words in between ("the Saudi company"), and itself. */
  readonly words: readonly string[];
  readonly noun?: string;
  /** For "the maker of ChatGPT": the party, told by what it makes. */
  readonly party?: PartyId;
}

/** Whom a sentence is about without a word for it: "300 employees in Ghent". */
export const unsaid: Reference = { kind: "unsaid", next: 0, fits: [], words: [] };

/** The pronoun or description that begins at a token. */
export function referenceAt(
  tokens: readonly Token[],
  at: number,
  covered: Uint8Array,
  named: readonly Mention[],
): Reference | null {
  const word = tokens[at]!.lower;
  const pronoun = (kind: Reference["kind"]): Reference => ({ kind, next: at + 1, fits: [], words: [] });
  if (singular.has(word)) return pronoun("singular");
  if (plural.has(word)) return pronoun("plural");
  if (isFirstPerson(tokens[at]!)) return pronoun("first");
  if (secondPerson.has(word)) return pronoun("second");
  if (
    word === "both" ||
    (word === "the" && /^(?:two|pair|duo|companies|firms|parties)$/.test(tokens[at + 1]?.lower ?? ""))
  )
    return pair(tokens, at);
  if (/^(?:the|this|that|its|their|our)$/.test(word) || /-based$/.test(word))
    return nounPhrase(tokens, at, covered, named);
  return null;
}

// Who founded or leads a company speaks and acts for it: "he closed a round".
const singular = new Set(["it", "its", "itself", "it's", "it'll", "he", "she", "his", "her", "him"]);

const plural = new Set(["they", "their", "them", "they've", "they're", "theirs", "they'll"]);

const secondPerson = new Set(["you", "your", "you've", "you'd"]);

function pair(tokens: readonly Token[], at: number): Reference | null {
  let next = tokens[at]!.lower === "both" ? at + 1 : at + 2;
  if (
    tokens[at]!.lower === "both" &&
    !/^(?:companies|firms|parties|sides|labs|have|had|are|were|declined)$/.test(tokens[next]?.lower ?? "")
  )
    return null;
  if (/^(?:companies|firms|sides|parties|groups|labs)$/.test(tokens[next]?.lower ?? "")) next++;
  else if (
    tokens[at + 1]?.lower === "two" &&
    verbReading(tokens[next]?.lower ?? "") === undefined &&
    !modals.has(tokens[next]?.lower ?? "")
  )
    return null;
  return { kind: "pair", next, fits: [], words: [] };
}

/** "the Redmond, Washington-based software maker": a determiner, some words, an organisation noun. */
function nounPhrase(
  tokens: readonly Token[],
  at: number,
  covered: Uint8Array,
  named: readonly Mention[],
): Reference | null {
  if (superlativeOf(tokens, at)) return null;
  const words: string[] = [];
  for (let index = at + 1; index < Math.min(at + 9, tokens.length); index++) {
    const token = tokens[index]!;
    if (covered[index]) return null;
    if (isOrganisationNoun(tokens, index)) {
      let next = index + 1;
      let noun = token.lower;
      if (noun === "start") {
        noun = "startup";
        next = index + 3;
      }
      if (
        noun === "chip" ||
        (noun === "cloud" && !/^(?:provider|company|firm|group|giant|unit|operator)$/.test(tokens[next]?.lower ?? ""))
      )
        return null;
      while (
        next < tokens.length &&
        !covered[next] &&
        isOrganisationNoun(tokens, next) &&
        tokens[next]!.lower !== "start"
      )
        noun = tokens[next++]!.lower;
      if (
        /^(?:companies|firms|groups|labs|miners|investors|lenders|banks|funds|startups|chipmakers|hyperscalers|customers|suppliers|providers|rivals|partners)$/.test(
          noun,
        ) ||
        (noun === "startup" && tokens[next - 1]!.lower === "ups")
      )
        return null;
      if (
        /^(?:customer|tenant|supplier|vendor|partner|rival|competitor|peer|buyer|seller|target|unit|arm|parent|subsidiary|venture|house|shop|host|platform|investor|lender|government|agency|business)$/.test(
          noun,
        ) &&
        tokens[at]!.lower !== "the"
      )
        return null;
      if (/^(?:its|their|our)$/.test(tokens[at]!.lower)) return null;
      const owner = makerOf(tokens, next, named);
      if (owner) return { kind: "noun", next: owner.next, fits: [], words, party: owner.party };
      return {
        kind: "noun",
        next,
        fits: fitsOf(noun, words),
        noun,
        words: noun === "startup" || noun === "lab" ? [...words, "#startup"] : words,
      };
    }
    if (token.kind !== "word" && token.text !== "-" && token.text !== "," && token.lower !== "'s") return null;
    if (token.text === "," && !(tokens[index - 1]!.capital && tokens[index + 1]?.capital)) return null;
    if (
      verbReading(token.lower) &&
      !/^(?:listed|backed|based|owned|leading|search|software|cloud|mining|trading|rating|lending|rating|chip)$/.test(
        token.lower,
      ) &&
      token.lower !== "based"
    )
      return null;
    if (/^(?:of|in|on|at|for|with|by|from|to|and|or|that|which|who|a|an)$/.test(token.lower)) return null;
    words.push(token.lower);
  }
  return null;
}

/** "… as the most valuable private company in the world": what somebody is said to be is no mention of anybody. */
function superlativeOf(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:most|largest|biggest|first|best|only|leading)$/.test(tokens[at + 1]?.lower ?? "")) return false;
  return /^(?:as|is|was|are|be|been|become|becomes|became|remain|remains|it)$/.test(tokens[at - 1]?.lower ?? "");
}

/** "the maker of the Claude chatbot": a product behind the noun tells whose it is. */
function makerOf(
  tokens: readonly Token[],
  at: number,
  named: readonly Mention[],
): { party: PartyId; next: number } | null {
  if (!/^(?:of|behind)$/.test(tokens[at]?.lower ?? "")) return null;
  const product = named.find((one) => one.via === "product" && one.first > at && one.first <= at + 2);
  if (!product) return null;
  const next = /^(?:chatbot|model|models|assistant|app)$/.test(tokens[product.next]?.lower ?? "")
    ? product.next + 1
    : product.next;
  return { party: product.party, next };
}

function fitsOf(noun: string, words: readonly string[]): readonly string[] {
  if (words.includes("search") || words.includes("windows")) return ["cloud"];
  if (words.includes("software")) return ["cloud", "enterprise", "unknown"];
  if (words.includes("chip") || words.includes("semiconductor")) return ["chipmaker", "foundry", "memory", "unknown"];
  return organisationNouns.get(noun) ?? organisationNouns.get(noun.replace(/s$/, "")) ?? [];
}
