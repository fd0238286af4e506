/** Whom does a reference mean, likeliest first? Subjects before objects, near before far, and only what a noun fits. */

import type { PartyId } from "../../model/id.ts";
import { wordOf } from "../learned/words.ts";
import type { Mention, ReadSentence } from "../mentions.ts";
import type { NameIndex } from "../names.ts";
import { type Descriptions, descriptionOf } from "../parties/descriptions.ts";
import type { Sentence } from "../sentences.ts";
import type { Token } from "../tokens.ts";
import type { Reference } from "./reference-words.ts";

/** What a text has said of a party before a sentence. */
export interface Spoken {
  readonly times: number;
  /** The numbers of the last sentence that spoke of it, that named it and that was about it; −1 for none. */
  readonly last: number;
  readonly named: number;
  readonly led: number;
  /** The block that named it last; −1 for none. */
  readonly block: number;
  /** The numbers of the words around its last mention: two before, one behind. */
  readonly around: readonly [number, number, number];
}

/** What is kept while the sentences are walked. */
export interface State {
  /** The party of the heading above. */
  section: PartyId | null;
  readonly topic: PartyId | null;
  readonly self: PartyId | null;
  readonly interview: boolean;
  /** The party that each sentence so far was about, newest first. */
  centres: PartyId[];
  /** Parties by the recency of their last mention, newest first. */
  last: PartyId[];
  readonly index: NameIndex;
  readonly descriptions: Descriptions;
  readonly spoken: Map<PartyId, Spoken>;
  /** The number of the sentence at hand, and of its block, and what sort of block that is. */
  number: number;
  block: number;
  sort: Sentence["block"];
  /** Whom the last paragraph names first: what a list below is about. */
  introducer: PartyId | null;
  /** Whom the author says to be joining. */
  joined: PartyId | null;
}

/** A reference where it stands. */
export interface ReferencePlace {
  readonly reference: Reference;
  readonly sentence: ReadSentence;
  readonly tokens: readonly Token[];
  readonly at: number;
  /** Whom its sentence speaks of before it, in order, and whom it names anywhere. */
  readonly earlier: readonly Mention[];
  readonly named: readonly Mention[];
  readonly state: State;
}

/** The parties that a reference can mean by the rules of grammar, likeliest first. */
export function meant({ reference, tokens, at, earlier, named, state }: ReferencePlace): PartyId[] {
  switch (reference.kind) {
    case "first":
      return list(state.joined ?? state.self);
    case "second":
      return list(state.interview ? state.self : null);
    case "pair":
      return pairOf(earlier, state);
    case "unsaid":
      return ranked([state.section, ...state.centres, state.introducer, ...state.last, state.topic, state.self]).filter(
        (party) => !named.some((one) => one.party === party),
      );
    case "noun":
      if (reference.party) return [reference.party];
      return ofNoun(reference, tokens, at, earlier, named, state);
    case "singular":
    case "plural":
      return ranked([
        ofPronoun(tokens, at, earlier, state),
        ...earlier.map((one) => one.party).reverse(),
        ...state.centres,
        ...state.last,
        state.topic,
      ]);
    default:
      return reference.kind satisfies never;
  }
}

function ranked(parties: readonly (PartyId | null | undefined)[]): PartyId[] {
  return [...new Set(parties.filter((party) => party !== null && party !== undefined))];
}

function list(party: PartyId | null | undefined): PartyId[] {
  return party ? [party] : [];
}

function pairOf(earlier: readonly Mention[], state: State): PartyId[] {
  const seen = [...new Set([...earlier.map((one) => one.party).reverse(), ...state.last])];
  return seen.length >= 2 ? seen.slice(0, 2) : [];
}

function ofPronoun(tokens: readonly Token[], at: number, earlier: readonly Mention[], state: State): PartyId | null {
  const before = earlier.at(-1);
  // "Microsoft, its largest backer, …": the pronoun inside an apposition looks back past the name.
  if (before && before.next === at - 1 && tokens[at - 1]!.text === "," && /^(?:its|their)$/.test(tokens[at]!.lower)) {
    return state.centres.find((party) => party !== before.party) ?? null;
  }
  const subject = earlier.find((one) => isSubject(tokens, one));
  if (subject) {
    // "… Google, from which it secured": inside a relative clause the clause's own name is not meant.
    const relative = before && /^(?:which|whom|whose)$/.test(tokens[at - 1]?.lower ?? "");
    if (relative && before.party === subject.party)
      return state.centres.find((party) => party !== subject.party) ?? state.topic;
    return subject.party;
  }
  if (earlier.length > 0 && !/^(?:it|they)$/.test(tokens[at]!.lower)) return before!.party;
  return state.centres[0] ?? before?.party ?? state.topic;
}

/** A mention that is governed by no preposition and no possessive is what its sentence is about. */
export function isSubject(tokens: readonly Token[], one: Mention): boolean {
  const before = tokens[one.first - 1]?.lower ?? "";
  if (/^(?:of|in|with|from|to|by|for|on|at|into|against|between|under|after|via|than|like)$/.test(before)) return false;
  return tokens[one.next]?.lower !== "'s" || one.first === 0;
}

function ofNoun(
  reference: Reference,
  tokens: readonly Token[],
  at: number,
  earlier: readonly Mention[],
  named: readonly Mention[],
  state: State,
): PartyId[] {
  const { fits, words } = reference;
  const subject = earlier.find((one) => isSubject(tokens, one));
  const young = words.includes("#startup");
  const fitting = (party: PartyId): boolean =>
    (fits.length === 0 || fits.includes(kindOf(party, state))) &&
    !(young && (state.index.parties.get(party)?.ticker ?? null) !== null);
  const later = named.filter((one) => one.first > at).map((one) => one.party);
  const order = [
    ...new Set([
      ...earlier
        .filter((one) => one !== subject)
        .map((one) => one.party)
        .reverse(),
      ...state.centres,
      ...state.last,
      ...list(state.topic),
      ...list(subject?.party),
    ]),
  ];
  const clause = sameClause(tokens, subject, at) ? subject?.party : undefined;
  // In the position of a subject the description goes on with what the text is about.
  const begins =
    at === 0 ||
    /^[,;:“"(]$/.test(tokens[at - 1]!.text) ||
    /^(?:and|but|while|that|meanwhile|as|said|although)$/.test(tokens[at - 1]!.lower);
  const candidates = begins
    ? [...new Set([...(clause ? [] : list(subject?.party)), ...state.centres, ...order])]
    : order;
  const good = candidates.filter((party) => party !== clause && fitting(party));
  // "TeraWulf, a bitcoin miner, … the miner": what the text has said that somebody is.
  const told = reference.noun === undefined || plainNouns.has(reference.noun) ? null : wordOf(reference.noun).symbol;
  const said =
    told === null ? [] : candidates.filter((party) => descriptionOf(party, state.descriptions).words.has(told));
  return ranked([
    said.find((party) => party !== clause),
    good.find((party) => !later.includes(party)),
    ...good,
    ...candidates.filter((party) => fits.length === 0 || fitting(party)),
  ]);
}

/** Nouns that many are called. */
const plainNouns = new Set("company firm group business concern startup maker giant".split(" "));

function sameClause(tokens: readonly Token[], subject: Mention | undefined, at: number): boolean {
  if (!subject) return false;
  for (let index = subject.next; index < at; index++)
    if (/^(?:;|:|that|which|while|but|because|as|after|when|said|says)$/.test(tokens[index]!.lower)) return false;
  return true;
}

/** The register's kind of a party, or what the text makes it. */
export function kindOf(party: PartyId, state: State): string {
  return descriptionOf(party, state.descriptions).kind;
}
