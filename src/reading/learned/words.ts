/** What is known of a word for learning: its lemma, its number, its classes. */

import { singularOf } from "../match.ts";
import { verbReading } from "../verbs.ts";
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
