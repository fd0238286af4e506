/** Which parties do pronouns and descriptions stand for: "it", "the company", "the ChatGPT maker", "the two"? */

import type { PartyId } from "../model/id.ts";
import { wordOf } from "./learned/words.ts";
import type { Meant, Mention, ReadSentence } from "./mentions.ts";
import type { NameIndex } from "./names.ts";
import type { DocumentNames } from "./parties/defined-terms.ts";
import type { Descriptions } from "./parties/descriptions.ts";
import { meant, type ReferencePlace, type State } from "./references/antecedents.ts";
import { leadOf } from "./references/cast.ts";
import { isInterview, type SpeakerJudge, selfOf, topicOf } from "./references/document-subject.ts";
import { referenceAt, unsaid } from "./references/reference-words.ts";
import type { Token } from "./tokens.ts";

/** Whom do references stand for, and who says "we"? */
export interface ReferenceJudge {
  readonly resolve: Resolver;
  readonly speaker: SpeakerJudge;
}

interface Discourse {
  /** The party that the document is about, if one stands out. */
  readonly topic: PartyId | null;
  /** "We", where the document speaks for a company. */
  readonly self: PartyId | null;
}

/** Adds to each sentence the mentions that are no names. Sentences must be in order, their names found. */
export function resolveReferences(
  sentences: readonly ReadSentence[],
  names: DocumentNames,
  index: NameIndex,
  descriptions: Descriptions,
  title: string | null,
  judge: ReferenceJudge,
): Discourse {
  const topic = topicOf(sentences, title);
  const self = selfOf(sentences, names, topic, descriptions, judge.speaker);
  const state: State = {
    section: null,
    topic,
    self,
    interview: isInterview(sentences),
    centres: [],
    last: [],
    index,
    descriptions,
    spoken: new Map(),
    number: -1,
    block: -1,
    sort: "paragraph",
    introducer: null,
    joined: null,
  };
  for (const sentence of sentences) {
    if (sentence.sentence.boilerplate) continue;
    if (sentence !== sentences[0]) enterSection(sentence, state);
    state.number++;
    if (state.section && sentence.sentence.blockIndex !== state.block) bringForward(state.section, state);
    enterBlock(sentence, state);
    sentence.centre = state.centres[0] ?? null;
    resolveSentence(sentence, state, judge.resolve);
    sentence.topic =
      sentence.sentence.block === "bullet" || state.section !== null
        ? (bulletLead(sentence) ?? state.section ?? state.centres[0] ?? topic)
        : topic;
  }
  return { topic, self };
}

/** A heading that names a party opens a passage about it; one that names none, or several, closes it. What stands above all is a title. */
function enterSection({ sentence, mentions, tokens }: ReadSentence, state: State): void {
  const lead =
    sentence.block === "heading" ||
    (tokens[0]?.text === "*" && tokens.length < 16) ||
    (sentence.block === "bullet" && tokens.length < 9 && tokens.at(-1)?.text === "*");
  if (!lead || tokens.length > 18) return;
  const [first, ...others] = mentions;
  const alone = first && (others.every((one) => one.party === first.party) || introduces(first, tokens));
  state.section = alone ? first.party : null;
}

/** Each paragraph and list item under a heading begins with whom the heading names. */
function bringForward(party: PartyId, state: State): void {
  state.centres = [party, ...state.centres.filter((one) => one !== party)];
}

/** What lists and tables are about is named in the paragraph above them. */
function enterBlock({ sentence: { block, blockIndex }, mentions }: ReadSentence, state: State): void {
  const goesOn = block === "bullet" || block === "row";
  if (!goesOn && blockIndex !== state.block) state.introducer = null;
  if (!goesOn) state.introducer ??= mentions[0]?.party ?? null;
  state.block = blockIndex;
  state.sort = block;
}

/** "Black Forest Labs: $300M Series B": a list item about the name before its colon. */
function bulletLead({ mentions, tokens }: ReadSentence): PartyId | null {
  const first = mentions[0];
  return first && introduces(first, tokens) ? first.party : null;
}

function introduces({ first, next }: Mention, tokens: readonly Token[]): boolean {
  return first <= 1 && /^[:(]$/.test(tokens[next]?.text ?? "");
}

function resolveSentence(sentence: ReadSentence, state: State, resolve: Resolver): void {
  const { tokens } = sentence;
  const named = sentence.mentions;
  const found: Mention[] = [...named];
  const covered = new Uint8Array(tokens.length);
  for (const one of named) covered.fill(1, one.first, one.next);
  for (let at = 0; at < tokens.length; at++) {
    if (covered[at]) continue;
    const reference = referenceAt(tokens, at, covered, named);
    if (!reference) continue;
    const earlier = found.filter((one) => one.next <= at).sort((a, b) => a.first - b.first);
    const likely = likeliest({ reference, sentence, tokens, at, earlier, named, state }, resolve);
    const pairs = reference.kind === "pair";
    for (const { party } of pairs ? likely : likely.slice(0, 1))
      found.push({
        party,
        via: reference.kind === "noun" ? "descriptor" : "pronoun",
        kind: state.index.parties.get(party)?.kind ?? "unknown",
        first: at,
        next: reference.next,
        ...(pairs ? { pair: true } : { meant: likely.slice(0, mostKept) }),
      });
    if (likely.length > 0) covered.fill(1, at, reference.next);
  }
  found.sort((a, b) => a.first - b.first);
  sentence.unsaid = likeliest({ reference: unsaid, sentence, tokens, at: 0, earlier: found, named, state }, resolve);
  sentence.mentions = found;
  remember(sentence, found, state);
}

/** Whom a reference can mean, likeliest first: "we", "the two" and "the maker of ChatGPT" by rule, others as the resolver holds them likely. */
function likeliest(place: ReferencePlace, resolve: Resolver): Meant[] {
  const { reference, earlier, named, state } = place;
  const found = meant(place);
  const told = reference.kind === "first" || reference.kind === "second" || reference.kind === "pair";
  if (told || reference.party) return found.map((party) => ({ party, odds: 1 }));
  const isSaid = reference.kind !== "unsaid";
  const spoken = isSaid ? [...earlier.map((one) => one.party), ...state.last, ...named.map((one) => one.party)] : [];
  const parties = [...new Set([...found, ...spoken])].slice(0, mostMeant);
  const odds = resolve(place, parties);
  return parties.map((party, nth) => ({ party, odds: odds[nth]! })).sort((a, b) => b.odds - a.odds);
}

/** Who was spoken of longer ago is hardly meant; of those who could be, so many are kept. */
const mostMeant = 12;
const mostKept = 5;

/** How likely a reference stands for each of some parties, which are in the order in which grammar finds them: 0 to 1. */
export type Resolver = (place: ReferencePlace, parties: readonly PartyId[]) => readonly number[];

/** The number of the word at a place; of none outside the sentence. */
function wordNumber(tokens: readonly Token[], at: number): number {
  return wordOf(tokens[at]?.lower ?? "").symbol;
}

function remember(sentence: ReadSentence, found: readonly Mention[], state: State): void {
  const { tokens } = sentence;
  if (found.length === 0) return;
  const centre = leadOf(found, tokens)!;
  state.centres = [centre.party, ...state.centres.filter((party) => party !== centre.party)].slice(0, 6);
  for (const { party, via, first, next } of found) {
    const { times, named, led, block } = state.spoken.get(party) ?? { times: 0, named: -1, led: -1, block: -1 };
    const isNamed = via === "name";
    state.spoken.set(party, {
      times: times + 1,
      last: state.number,
      named: isNamed ? state.number : named,
      led: party === centre.party ? state.number : led,
      block: isNamed ? state.block : block,
      around: [wordNumber(tokens, first - 2), wordNumber(tokens, first - 1), wordNumber(tokens, next)],
    });
  }
  for (const one of found) state.last = [one.party, ...state.last.filter((party) => party !== one.party)].slice(0, 12);
  const joining = tokens.findIndex((token) => token.lower === "joining");
  if (joining >= 0 && /^i/.test(tokens[joining - 1]?.lower ?? ""))
    state.joined = found.find((one) => one.first > joining)?.party ?? state.joined;
}
