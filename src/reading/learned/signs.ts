/** A sentence's tokens as the networks see them: the word of each, or what sort of entity it is part of. */

import type { Parsed } from "../syntax.ts";
import { symbol, symbolsOf } from "./features.ts";
import { nounOf, type Word, wordOfLemma } from "./words.ts";

export interface Signs {
  /** A number for each token: its lemma, its entity's sort, its sign. */
  readonly symbols: Int32Array;
  /** The word of each token; null for entities, numbers and signs. */
  readonly words: readonly (Word | null)[];
  /** 1 where a clause breaks. */
  readonly breaks: Uint8Array;
}

const organisation = symbol("<org>");
const chip = symbol("<chip>");
const number = symbol("<n>");
const start = symbol("<s>");
const end = symbol("</s>");
const figures = symbolsOf(["money", "share", "power", "chips", "shares", "users", "people", "count"], "<");
const breakers = new Set(";|:|—|.|while|whereas|but|which|who|because|although|→|•".split("|").concat("|"));

/** The signs of a sentence, computed once. */
export function signsOf(parsed: Parsed): Signs {
  parsed.known.signs ??= compute(parsed);
  return parsed.known.signs;
}

/** The symbol at a place, also outside the sentence. */
export function symbolAt({ symbols }: Signs, at: number): number {
  return at < 0 ? start : at >= symbols.length ? end : symbols[at]!;
}

function compute({ tokens, cover, verbs, quantities }: Parsed): Signs {
  const symbols = new Int32Array(tokens.length);
  const words: (Word | null)[] = new Array(tokens.length).fill(null);
  const breaks = new Uint8Array(tokens.length);
  for (const { head, lemma } of verbs) words[head] = wordOfLemma(lemma);
  for (let at = 0; at < tokens.length; at++) {
    const entity = cover[at];
    if (entity) {
      words[at] = null;
      symbols[at] = "via" in entity ? organisation : "idle" in entity ? figures[entity.type] : chip;
      continue;
    }
    const token = tokens[at]!;
    if (breakers.has(token.lower)) breaks[at] = 1;
    if (token.kind === "word") {
      words[at] ??= nounOf(token.lower);
      symbols[at] = words[at]!.symbol;
    } else symbols[at] = token.kind === "number" ? number : symbol(token.lower);
  }
  // "$38bn. What OpenAI will pay AWS": the stop behind a figure that stands alone ends no clause.
  const lone = quantities[0];
  if (lone && lone.first <= 2 && tokens[lone.next]?.text === ".") breaks[lone.next] = 0;
  return { symbols, words, breaks };
}
