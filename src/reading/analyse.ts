/** Reads a document as far as its anchors: sentences, parties, figures, times, grammar and what the patterns find. */

import type { PartialDay } from "../model/day.ts";
import type { Document } from "../model/document.ts";
import type { PartyId } from "../model/id.ts";
import { findTimes, statedDay, type Time } from "./dates.ts";
import { findQuantities } from "./figures/find-quantities.ts";
import { parse } from "./grammar/parse.ts";
import { settleMatches } from "./ground.ts";
import { type Anchor, anchorsOf } from "./learned/anchors.ts";
import type { Context } from "./learned/context.ts";
import { findMatches, type Match } from "./match.ts";
import type { NameJudge, ReadSentence } from "./mentions.ts";
import { type NameIndex, nameUnknownChips } from "./names.ts";
import { findMentions } from "./parties/find-mentions.ts";
import type { PatternIndex } from "./pattern.ts";
import { resolveReferences } from "./references.ts";
import { splitSentences } from "./sentences.ts";
import { type Token, tokenise } from "./tokens.ts";

/** A sentence with all that claims are read from. */
export interface AnalysedSentence {
  readonly context: Context;
  readonly times: readonly Time[];
  readonly matches: readonly Match[];
  readonly anchors: readonly Anchor[];
}

/** A document as far as its anchors. */
export interface Analysis {
  readonly sentences: readonly AnalysedSentence[];
  /** All sentences, boilerplate among them. */
  readonly read: readonly ReadSentence[];
  readonly topic: PartyId | null;
  /** The currency that it names most. */
  readonly currency: string;
}

/** Patterns by the words that carry them. */
/** Reads the sentences of a document in the light of the whole. */
export function analyse(document: Document, registered: NameIndex, patterns: PatternIndex, judge: NameJudge): Analysis {
  const { read, names } = prepare(document, registered);
  const today = document.published ?? statedDay(head(read));
  const discourse = resolveReferences(read, findMentions(read, names, judge), names, document.title);
  const leading = leadingParties(read);
  const openers = new Map<number, PartyId>();
  for (const { sentence, mentions } of read) {
    const named = mentions.find((one) => one.via === "name" || one.via === "product");
    if (named && !openers.has(sentence.blockIndex)) openers.set(sentence.blockIndex, named.party);
  }
  const sentences: AnalysedSentence[] = [];
  let heading: readonly string[] = [];
  let passage = 0;
  read.forEach((sentence, at) => {
    if (sentence.sentence.boilerplate) return;
    if (sentence.sentence.block === "heading") {
      passage++;
      heading = sentence.tokens
        .filter((token) => token.kind === "word")
        .map((token) => token.lower)
        .slice(0, 12);
    }
    const earlier = read
      .slice(Math.max(0, at - 4), at)
      .filter((one) => !one.sentence.boilerplate)
      .reverse();
    const after = read[at + 1];
    const later = after && after.sentence.blockIndex === sentence.sentence.blockIndex ? after : null;
    const opener = openers.get(sentence.sentence.blockIndex) ?? null;
    sentences.push(
      analyseSentence(
        sentence,
        { number: sentences.length, passage, earlier, later, opener, leading, heading, ...discourse, names },
        today,
        patterns,
      ),
    );
  });
  return { sentences, read, topic: discourse.topic, currency: mainCurrency(sentences) };
}

/** The sentences of a document, cut into tokens, and the names that are known before its own are found. */
export function prepare({ text }: Document, registered: NameIndex): { read: ReadSentence[]; names: NameIndex } {
  const read = splitSentences(text).map((sentence): ReadSentence => {
    const tokens = tokenise(text, sentence.start, sentence.end);
    return {
      sentence,
      tokens,
      chips: [],
      mentions: [],
      topic: null,
      centre: null,
      titleCase: sentence.block !== "row" && isTitleCase(tokens),
    };
  });
  return {
    read,
    names: nameUnknownChips(
      read.filter(({ sentence }) => !sentence.boilerplate).map(({ tokens }) => tokens),
      registered,
    ),
  };
}

function analyseSentence(
  sentence: ReadSentence,
  around: Omit<Context, "parsed" | "sentence">,
  today: PartialDay | null,
  patterns: PatternIndex,
): AnalysedSentence {
  const { tokens, chips, mentions } = sentence;
  const chipAt = new Set<number>();
  for (const chip of chips) for (let at = chip.first; at < chip.next; at++) chipAt.add(at);
  const times = findTimes(tokens, today);
  const dated = new Set<number>();
  for (const time of times) for (let at = time.first; at < time.next; at++) dated.add(at);
  const quantities = findQuantities(tokens, (at) => chipAt.has(at)).filter(
    (one) => one.type !== "count" || !dated.has(one.next - 1),
  );
  const parsed = parse(tokens, mentions, quantities, chips);
  const context: Context = { parsed, sentence, ...around };
  if (quantities.length === 0 && mentions.length === 0) return { context, times, matches: [], anchors: [] };
  const found = findMatches(parsed, patterns, sentence.topic, around.names);
  return { context, times, matches: settleMatches(found), anchors: anchorsOf(parsed, found, patterns) };
}

function mainCurrency(sentences: readonly AnalysedSentence[]): string {
  const counts = new Map<string, number>();
  for (const { context } of sentences)
    for (const { type, unit } of context.parsed.quantities)
      if (type === "money") counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "USD";
}

function leadingParties(sentences: readonly ReadSentence[]): PartyId[] {
  const counts = new Map<PartyId, number>();
  for (const { mentions, sentence } of sentences)
    if (!sentence.boilerplate) for (const { party } of mentions) counts.set(party, (counts.get(party) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([party]) => party);
}

function head(sentences: readonly ReadSentence[]): Token[] {
  return sentences.slice(0, 6).flatMap(({ tokens }) => tokens.slice(0, 40));
}

function isTitleCase(tokens: readonly Token[]): boolean {
  let capitals = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.kind !== "word" || token.text.length < 4) continue;
    words++;
    if (token.capital) capitals++;
  }
  return words >= 4 && capitals / words > 0.75;
}
