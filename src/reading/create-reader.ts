/** Builds a reader from registers: text → sentences → mentions → anchors → claims. */

import type { Check, Claim, Period, Span } from "../model/claim.ts";
import { lastDayOf } from "../model/day.ts";
import type { Document } from "../model/document.ts";
import { type PartyId, partyIdOf } from "../model/id.ts";
import { type AnalysedSentence, type Analysis, analyse } from "./analyse.ts";
import { type Draft, groundClaims } from "./ground.ts";
import { type Decoded, type Decoder, decoder } from "./learned/decode.ts";
import { emptyMemory } from "./learned/memory.ts";
import { networkOf } from "./learned/network.ts";
import {
  chipJudge,
  claimJudge,
  partyJudge,
  type StatusJudge,
  statusJudge,
  vocabularyOf,
} from "./learned/reader-networks.ts";
import type { StatusTold } from "./learned/status-features.ts";
import type { ReaderWeights } from "./learned/weights-file.ts";
import type { Match } from "./match.ts";
import type { PartyJudge } from "./mentions.ts";
import { attribution, moodOf } from "./mood.ts";
import { type NameIndex, type NamingRegisters, nameIndex } from "./names.ts";
import { indexPatterns } from "./pattern.ts";
import { patterns } from "./patterns/all.ts";
import { periodOf } from "./periods.ts";
import type { Reader, Reading } from "./reading.ts";
import { isHypothetical, refusalsOf } from "./refusals.ts";
import { withRemainders } from "./remainders.ts";
import { checksIn, termsOf } from "./terms.ts";
import type { Token } from "./tokens.ts";
import { writtenIds } from "./written-ids.ts";

export const patternIndex = indexPatterns(patterns);

/** A reader that knows these parties and chips; it can be used for any number of documents. */
export function createReader(registers: NamingRegisters, trained: ReaderWeights): Reader {
  const names = nameIndex(registers);
  const decode = decoder(
    networkOf(trained.kinds),
    networkOf(trained.roles),
    networkOf(trained.pairs),
    claimJudge(networkOf(trained.claims)),
    chipJudge(networkOf(trained.chips)),
  );
  const judge = partyJudge(networkOf(trained.names), networkOf(trained.references), vocabularyOf(trained.words));
  const statusOf = statusJudge(networkOf(trained.statuses));
  return (document) => ({ value: read(document, names, judge, decode, statusOf), problems: [] });
}

function read(
  document: Document,
  names: NameIndex,
  judge: PartyJudge,
  decode: Decoder,
  statusOf: StatusJudge,
): Reading {
  const analysis = analyse(document, names, patternIndex, judge);
  const memory = emptyMemory();
  let told: StatusTold | null = null;
  const drafts: Draft[] = [];
  const currencies = currenciesOf(analysis);
  for (const sentence of analysis.sentences) {
    const read = readSentence(document, sentence, decode(sentence, memory), told, statusOf, currencies(sentence));
    told = read.length > 0 ? toldBy(read.at(-1)!, sentence.context) : told;
    drafts.push(...read);
  }
  const grounded = withOrigin(withRemainders(groundClaims(document, drafts), document, analysis), document, analysis);
  const claims = compareClaims(document, analysis, grounded);
  return {
    document,
    claims,
    refusals: refusalsOf(document, analysis, claims),
    names: namesOf(document, analysis),
    written: writtenIds(analysis.read, names),
    sentences: analysis.read.length,
  };
}

function readSentence(
  document: Document,
  { context, times }: AnalysedSentence,
  decoded: readonly Decoded[],
  before: StatusTold | null,
  statusOf: StatusJudge,
  currencyAt: (at: number) => string,
): Draft[] {
  if (decoded.length === 0) return [];
  const { sentence, parsed } = context;
  const words = document.text.slice(sentence.sentence.start, sentence.sentence.end);
  if (isHypothetical(words)) return [];
  const said = attribution(words);
  let told = before;
  return decoded.map(({ match, anchor }) => {
    const ruled = moodOf(match, parsed);
    const period = periodOf(match, parsed, times);
    const judged = statusOf(match, ruled.status, told, anchor, context);
    const status = isToCome(period, document) && judged === "completed" ? "announced" : judged;
    const draft: Draft = {
      match,
      mood: { ...ruled, status },
      period,
      terms: termsOf(match.pattern.kind, words, ruled.conditional),
      core: coreOf(match, sentence.tokens),
      span: spanOf(match, sentence.tokens),
      ...said,
      currency: currencyAt(match.quantity?.first ?? match.first),
    };
    told = toldBy(draft, context);
    return draft;
  });
}

/** The currency in which a text goes on at a token of a sentence: that of the sum before it in the paragraph, else the one that the text names most. */
function currenciesOf({ currency }: Analysis): (sentence: AnalysedSentence) => (at: number) => string {
  let before = { paragraph: -1, unit: currency };
  return ({ context: { parsed, paragraph } }) => {
    const sums = parsed.quantities.filter(({ type }) => type === "money");
    const start = before.paragraph === paragraph ? before.unit : currency;
    if (sums.length > 0) before = { paragraph, unit: sums.at(-1)!.unit };
    return (at) => sums.findLast(({ first }) => first < at)?.unit ?? start;
  };
}

function toldBy({ match, mood }: Draft, { number, paragraph }: AnalysedSentence["context"]): StatusTold {
  return { kind: match.pattern.kind, status: mood.status, sentence: number, paragraph };
}

/** Whether a period begins after the document was published: what is still to come has not been done. */
function isToCome(period: Period | null, { published }: Document): boolean {
  return published !== null && period?.start != null && period.start > lastDayOf(published);
}

/** The fullest form in which the text writes each party that no register holds. */
function namesOf(document: Document, analysis: Analysis): Map<PartyId, string> {
  const names = new Map<PartyId, string>();
  for (const { mentions, tokens } of analysis.read) {
    for (const { party, kind, via, first, next } of mentions) {
      if (kind !== "unknown" || via !== "name") continue;
      const name = document.text.slice(tokens[first]!.start, tokens[next - 1]!.end);
      if (partyIdOf(name).length > partyIdOf(names.get(party) ?? "").length) names.set(party, name);
    }
  }
  return names;
}

/** "Bloomberg broke the news yesterday": who was first holds for all that a text reports as talks, unless a sentence names another. */
function withOrigin(claims: readonly Claim[], document: Document, analysis: Analysis): Claim[] {
  for (const { sentence } of analysis.read) {
    const words = document.text.slice(sentence.start, sentence.end);
    if (
      sentence.boilerplate ||
      !/\b(?:broke the news|first reported|reported first|was first to report)\b/i.test(words)
    )
      continue;
    const { origin } = attribution(words);
    if (origin)
      return claims.map((claim) => (claim.status === "talks" && claim.origin === null ? { ...claim, origin } : claim));
  }
  return [...claims];
}

/** Gives each comparison of the text to the claim that it speaks of: the nearest in its sentence, else the next one of its paragraph. */
function compareClaims(document: Document, analysis: Analysis, claims: readonly Claim[]): Claim[] {
  const checks = new Map<Claim, Check[]>();
  for (const { sentence } of analysis.read) {
    if (sentence.boilerplate || sentence.block === "heading") continue;
    for (const check of checksIn(document.text, [sentence.start, sentence.end])) {
      const near = nearest(claims, check.span);
      if (near && gap(near.span, check.span) < 400) checks.set(near, [...(checks.get(near) ?? []), check]);
    }
  }
  return claims.map((claim) => ({ ...claim, checks: checks.get(claim) ?? [] }));
}

/** Among the few claims that begin around a place, which are in the order of the text, the one that is nearest to it. */
function nearest(claims: readonly Claim[], span: Span): Claim | undefined {
  let low = 0;
  let high = claims.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (claims[middle]!.span[0] < span[0]) low = middle + 1;
    else high = middle;
  }
  return claims.slice(Math.max(0, low - 4), low + 2).sort((a, b) => gap(a.span, span) - gap(b.span, span))[0];
}

function gap(a: Span, b: Span): number {
  return Math.max(0, a[0] - b[1], b[0] - a[1]);
}

function coreOf(match: Match, tokens: readonly Token[]): Span {
  return [tokens[match.first]!.start, tokens[match.next - 1]!.end];
}

function spanOf(match: Match, tokens: readonly Token[]): Span {
  return [tokens[match.first]!.start, tokens[phraseEnd(match.next, tokens) - 1]!.end];
}

/** A quote ends where its phrase does, if that is near: "could block the deal if their existing OpenAI agreements include …". */
function phraseEnd(next: number, tokens: readonly Token[]): number {
  for (let at = next; at <= Math.min(next + 12, tokens.length); at++) {
    const token = tokens[at];
    if (!token || /^(?:[,;:.!?()—–|→"”]|and|but|while|which|who|because|although)$/.test(token.lower)) return at;
  }
  return next;
}
