/** Which parties do pronouns and descriptions stand for: "it", "the company", "the ChatGPT maker", "the two"? */

import type { PartyId } from "../model/id.ts";
import type { Mention, ReadSentence } from "./mentions.ts";
import type { NameIndex } from "./names.ts";
import type { DocumentNames } from "./parties/defined-terms.ts";
import type { Descriptions } from "./parties/descriptions.ts";
import { meant, type State } from "./references/antecedents.ts";
import { leadOf } from "./references/cast.ts";
import { isInterview, selfOf, topicOf } from "./references/document-subject.ts";
import { referenceAt } from "./references/reference-words.ts";
import type { Token } from "./tokens.ts";

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
): Discourse {
  const topic = topicOf(sentences, title);
  const self = selfOf(sentences, names, topic);
  const state: State = {
    section: null,
    topic,
    self,
    interview: isInterview(sentences),
    centres: [],
    last: [],
    index,
    descriptions,
    joined: null,
  };
  let block = -1;
  for (const sentence of sentences) {
    if (sentence.sentence.boilerplate) continue;
    if (sentence !== sentences[0]) enterSection(sentence, state);
    if (state.section && sentence.sentence.blockIndex !== block) bringForward(state.section, state);
    block = sentence.sentence.blockIndex;
    sentence.centre = state.centres[0] ?? null;
    resolveSentence(sentence, state);
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

/** "Black Forest Labs: $300M Series B": a list item about the name before its colon. */
function bulletLead({ mentions, tokens }: ReadSentence): PartyId | null {
  const first = mentions[0];
  return first && introduces(first, tokens) ? first.party : null;
}

function introduces({ first, next }: Mention, tokens: readonly Token[]): boolean {
  return first <= 1 && /^[:(]$/.test(tokens[next]?.text ?? "");
}

function resolveSentence(sentence: ReadSentence, state: State): void {
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
    const parties = meant(reference, tokens, at, earlier, named, state);
    const pairs = reference.kind === "pair";
    for (const party of pairs ? parties : parties.slice(0, 1)) {
      const others = pairs ? [] : parties.slice(1, 6);
      found.push({
        party,
        via: reference.kind === "noun" ? "descriptor" : "pronoun",
        kind: state.index.parties.get(party)?.kind ?? "unknown",
        first: at,
        next: reference.next,
        others,
        ...(pairs ? { pair: true } : {}),
      });
    }
    if (parties.length > 0) covered.fill(1, at, reference.next);
  }
  found.sort((a, b) => a.first - b.first);
  sentence.mentions = found;
  remember(sentence, found, state);
}

function remember(sentence: ReadSentence, found: readonly Mention[], state: State): void {
  const { tokens } = sentence;
  if (found.length === 0) return;
  const centre = leadOf(found, tokens)!;
  state.centres = [centre.party, ...state.centres.filter((party) => party !== centre.party)].slice(0, 6);
  for (const one of found) state.last = [one.party, ...state.last.filter((party) => party !== one.party)].slice(0, 12);
  const joining = tokens.findIndex((token) => token.lower === "joining");
  if (joining >= 0 && /^i/.test(tokens[joining - 1]?.lower ?? ""))
    state.joined = found.find((one) => one.first > joining)?.party ?? state.joined;
}
