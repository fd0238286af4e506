/** What is known of a word for learning: its lemma, its number, its classes. */

import { singularOf } from "../match.ts";
import type { Token } from "../tokens.ts";
import { modals, verbReading } from "../verbs.ts";
import { symbol } from "./features.ts";
import { classNumbersOf } from "./word-classes.ts";

export interface Word {
  readonly lemma: string;
  readonly symbol: number;
  readonly classes: readonly number[];
  /** Says something by itself: no function word. */
  readonly speaks: boolean;
}

const functionWords = new Set(
  "the a an of and to in for on at by with from that this it its as is was be has have had are were will or but not so more than which who their our his her they we one two new also now".split(
    " ",
  ),
);

/** Words met so far, by lemma and by surface. A text of ever new words starts them afresh, so that they stay small. */
const most = 8_000;
const byLemma = new Map<string, Word>();
const asNoun = new Map<string, Word>();
const asAny = new Map<string, Word>();

export function wordOfLemma(lemma: string): Word {
  return remembered(byLemma, lemma, () => ({
    lemma,
    symbol: symbol(lemma),
    classes: classNumbersOf(lemma),
    speaks: !functionWords.has(lemma),
  }));
}

/** A lower-case word that heads no verb group. */
export function nounOf(lower: string): Word {
  return remembered(asNoun, lower, () => wordOfLemma(singularOf(lower)));
}

/** A lower-case word of which the grammar is not known. */
export function wordOf(lower: string): Word {
  return remembered(asAny, lower, () => wordOfLemma(verbReading(lower)?.lemma ?? singularOf(lower)));
}

function remembered(words: Map<string, Word>, key: string, make: () => Word): Word {
  const known = words.get(key);
  if (known) return known;
  if (words.size >= most) words.clear();
  const made = make();
  words.set(key, made);
  return made;
}

const start = symbol("<s>");
const end = symbol("</s>");
const figure = symbol("<n>");

/** The number of the token at a place, of which the grammar is not known; also outside the sentence. */
export function plainSignAt(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (!token) return at < 0 ? start : end;
  return token.kind === "word" ? wordOf(token.lower).symbol : token.kind === "number" ? figure : symbol(token.text);
}

/** What is done or had by whom a sentence names before a place: the first verb from there, past "has", "will" and the like; 0 for none near. */
export function deedAfter(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(tokens.length, from + 5); at++) {
    const { lower, kind, text } = tokens[at]!;
    if (kind !== "word" && !/^['’]/.test(text)) break;
    if (modals.has(lower) || auxiliaries.test(lower)) continue;
    if (verbReading(lower)) return wordOf(lower).symbol;
  }
  return 0;
}

const auxiliaries = /^(?:has|have|had|is|are|was|were|be|been|['’](?:s|ve|re|ll|d))$/;
