/** Reads a document as far as its anchors: sentences, parties, figures, times, grammar and what the patterns find. */

import type { PartialDay } from "../model/day.ts";
import type { Document } from "../model/document.ts";
import type { PartyId } from "../model/id.ts";
import { findTimes, reportedMonth, statedDay, type Time } from "./dates.ts";
import { findQuantities } from "./figures/find-quantities.ts";
import { inheritUnits, lastGiver } from "./figures/inherited.ts";
import { inLocalCurrency, type LocalCurrencies, localCurrencies } from "./figures/local-currency.ts";
import { cellUnit, inTableUnits, moneyTold, type TableUnit } from "./figures/table-units.ts";
import { parse } from "./grammar/parse.ts";
import { settleMatches } from "./ground.ts";
import { type Anchor, anchorsOf } from "./learned/anchors.ts";
import type { Context } from "./learned/context.ts";
import { pointedAt } from "./learned/memory.ts";
import { findMatches, type Match } from "./match.ts";
import type { PartyJudge, ReadSentence, Vocabulary } from "./mentions.ts";
import type { NameIndex } from "./names.ts";
import { describeParties } from "./parties/descriptions.ts";
import { findMentions } from "./parties/find-mentions.ts";
import { nameUnknownChips } from "./parties/unknown-chips.ts";
import type { PatternIndex } from "./pattern.ts";
import type { Quantity } from "./quantities.ts";
import { castOf } from "./references/cast.ts";
import { resolveReferences } from "./references.ts";
import { splitSentences } from "./sentences.ts";
import { cellSpans, cellsOf } from "./tables.ts";
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

/** Reads the sentences of a document in the light of the whole. */
export function analyse(
  document: Document,
  registered: NameIndex,
  patterns: PatternIndex,
  judge: PartyJudge,
): Analysis {
  const { read, names } = prepare(document, registered, judge.ordinary);
  const today = document.published ?? statedDay(head(read)) ?? reportedMonth(read[0]?.tokens ?? []);
  const defined = findMentions(read, names, judge);
  const descriptions = describeParties(read, names);
  const discourse = resolveReferences(read, defined, names, descriptions, document.title, judge);
  const told = read.filter(({ sentence }) => !sentence.boilerplate);
  const cast = castOf(told);
  const chipPlaces = chipPlacesOf(told);
  const openers = new Map<number, PartyId>();
  for (const { sentence, mentions } of read) {
    const named = mentions.find((one) => one.via === "name" || one.via === "product");
    if (named && !openers.has(sentence.blockIndex)) openers.set(sentence.blockIndex, named.party);
  }
  const local = localCurrencies(read);
  const hasTable = read.some(({ sentence }) => sentence.block === "row");
  const sentences: AnalysedSentence[] = [];
  let heading: readonly string[] = [];
  let columns: Context["columns"] = [];
  let leadIn: ReadSentence | null = null;
  let tableUnit: TableUnit | null = null;
  let columnUnits: readonly (TableUnit | null)[] = [];
  let passage = 0;
  let paragraph = 0;
  let begins = 0;
  let introducer: PartyId | null = null;
  let recentChips: readonly string[] = [];
  let givers: readonly (Quantity | null)[] = [];
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
    const named = new Set(sentence.chips.flatMap(({ chip }) => chip ?? []));
    if (named.size > 0)
      recentChips = [...named, ...recentChips.filter((one) => !named.has(one))].slice(0, mostRecentChips);
    const opener = openers.get(sentence.sentence.blockIndex) ?? null;
    const { block, blockIndex } = sentence.sentence;
    if (block !== "bullet") leadIn = sentence.tokens.at(-1)?.text === ":" ? sentence : null;
    if (block !== "row") {
      columns = [];
      columnUnits = [];
      if (hasTable) tableUnit = moneyTold(sentence.tokens) ?? tableUnit;
    } else if (read[at - 1]?.sentence.block !== "row") {
      columns = cellsOf(sentence);
      const cells = cellSpans(sentence.tokens);
      columnUnits = cells.map(([from, to], nth) => (nth === 0 ? null : cellUnit(sentence.tokens, from, to)));
      tableUnit = (cells[0] && moneyTold(sentence.tokens, ...cells[0])) ?? tableUnit;
    }
    if (block !== "bullet" && block !== "row") {
      introducer = opener;
      if (read[at - 1]?.sentence.blockIndex !== blockIndex) {
        paragraph++;
        begins = sentences.length;
      }
    }
    const analysed = analyseSentence(
      sentence,
      {
        number: sentences.length,
        passage,
        paragraph,
        begins,
        earlier,
        later,
        opener,
        introducer,
        heading,
        leadIn: block === "bullet" ? leadIn : null,
        columns,
        cast,
        chipPlaces,
        recentChips,
        descriptions,
        ...discourse,
        names,
      },
      today,
      patterns,
      local,
      givers.findLast((one) => one !== null) ?? null,
      block === "row" ? (found) => inTableUnits(found, sentence.tokens, columnUnits, tableUnit) : null,
    );
    sentences.push(analysed);
    givers = [...givers.slice(-1), lastGiver(analysed.context.parsed.quantities)];
  });
  return { sentences, read, topic: discourse.topic, currency: mainCurrency(sentences) };
}

/** A chip named before so many others is hardly meant. */
const mostRecentChips = 12;

/** The numbers of the sentences that name each chip family. */
function chipPlacesOf(sentences: readonly ReadSentence[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  sentences.forEach(({ chips }, number) => {
    for (const family of new Set(chips.flatMap(({ chip }) => chip ?? []))) {
      const known = places.get(family);
      if (known) known.push(number);
      else places.set(family, [number]);
    }
  });
  return places;
}

/** The sentences of a document, cut into tokens, and the names that are known before its own are found. */
export function prepare(
  { text }: Document,
  registered: NameIndex,
  ordinary: Vocabulary,
): { read: ReadSentence[]; names: NameIndex } {
  const shouted = isShouted(text);
  const read = splitSentences(text).map((sentence): ReadSentence => {
    const found = tokenise(text, sentence.start, sentence.end);
    const tokens = shouted ? withoutShouting(found, ordinary) : found;
    return {
      sentence,
      tokens,
      chips: [],
      mentions: [],
      topic: null,
      unsaid: [],
      centre: null,
      titleCase: sentence.block !== "row" && isTitleCase(tokens, sentence.block === "heading" ? 3 : 4),
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
  around: Omit<Context, "parsed" | "sentence" | "pointed">,
  today: PartialDay | null,
  patterns: PatternIndex,
  local: LocalCurrencies,
  giver: Quantity | null,
  inTable: ((quantities: readonly Quantity[]) => Quantity[]) | null,
): AnalysedSentence {
  const { tokens, chips, mentions } = sentence;
  const chipAt = new Set<number>();
  for (const chip of chips) for (let at = chip.first; at < chip.next; at++) chipAt.add(at);
  const times = findTimes(tokens, today);
  const dated = new Set<number>();
  for (const time of times) for (let at = time.first; at < time.next; at++) dated.add(at);
  const figures = inLocalCurrency(
    findQuantities(tokens, (at) => chipAt.has(at)),
    tokens,
    local,
  ).filter((one) => one.type !== "count" || !dated.has(one.next - 1));
  const isParty = (at: number): boolean =>
    mentions.some((one) => one.via === "name" && one.first <= at && at < one.next);
  const quantities = inheritUnits(inTable?.(figures) ?? figures, tokens, isParty, inTable ? null : giver);
  const parsed = parse(tokens, mentions, quantities, chips);
  const context: Context = { parsed, sentence, pointed: pointedAt(tokens), ...around };
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

function head(sentences: readonly ReadSentence[]): Token[] {
  return sentences.slice(0, 6).flatMap(({ tokens }) => tokens.slice(0, 40));
}

/** Whether hardly a letter of a text is small. */
function isShouted(text: string): boolean {
  let small = 0;
  let capital = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 97 && code <= 122) small++;
    else if (code >= 65 && code <= 90) capital++;
  }
  return small * 4 < capital;
}

/** "SHARES OF VANTRELL ARE UP": words that are known without a capital lose theirs, so that names stand out. */
function withoutShouting(tokens: readonly Token[], ordinary: Vocabulary): Token[] {
  return tokens.map((token) => (token.capital && ordinary(token.lower) ? { ...token, capital: false } : token));
}

/** Whether most words have capitals, where there are at least so many that a small one could have none. */
function isTitleCase(tokens: readonly Token[], least: number): boolean {
  let capitals = 0;
  let words = 0;
  for (const token of tokens) {
    if (token.kind !== "word" || token.text.length < 4) continue;
    words++;
    if (token.capital) capitals++;
  }
  return words >= least && capitals / words > 0.75;
}
