/** Pronouns and descriptions: which party "it", "the company", "the ChatGPT maker" and "the two" stand for. */

import type { PartyId } from "../model/id.ts";
import { organisationNouns } from "./lexicon.ts";
import { type DocumentNames, isOrganisationNoun, type Mention, type ReadSentence } from "./mentions.ts";
import type { NameIndex } from "./names.ts";
import type { Token } from "./tokens.ts";
import { modals, verbReading } from "./verbs.ts";

export interface Discourse {
  /** The party that the document is about, if one stands out. */
  readonly topic: PartyId | null;
  /** "We", where the document speaks for a company. */
  readonly self: PartyId | null;
}

const singular = new Set(["it", "its", "itself", "it's", "it'll"]);
const plural = new Set(["they", "their", "them", "they've", "they're", "theirs", "they'll"]);
const firstPerson = new Set(["we", "our", "us", "ours", "we've", "we're", "we'll"]);
const secondPerson = new Set(["you", "your", "you've", "you'd"]);

/** Adds to each sentence the mentions that are no names. Sentences must be in order, their names found. */
export function resolveReferences(
  sentences: readonly ReadSentence[],
  names: DocumentNames,
  index: NameIndex,
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
    kinds: new Map(),
    index,
    joined: null,
  };
  for (const sentence of sentences) {
    if (sentence.sentence.boilerplate) continue;
    enterSection(sentence, state);
    sentence.centre = state.centres[0] ?? null;
    resolveSentence(sentence, names, state);
    sentence.topic =
      sentence.sentence.block === "bullet" || state.section !== null
        ? (bulletLead(sentence) ?? state.section ?? state.centres[0] ?? topic)
        : topic;
  }
  return { topic, self };
}

/** A heading that names a party opens a passage about it; one that names none closes it. */
function enterSection({ sentence, mentions, tokens }: ReadSentence, state: State): void {
  const lead =
    sentence.block === "heading" ||
    (tokens[0]?.text === "*" && tokens.length < 16) ||
    (sentence.block === "bullet" && tokens.length < 9 && tokens.at(-1)?.text === "*");
  if (!lead || tokens.length > 18) return;
  state.section = mentions.length > 0 && mentions.length <= 2 ? mentions[0]!.party : null;
  if (state.section) state.centres = [state.section, ...state.centres.filter((party) => party !== state.section)];
}

/** "Black Forest Labs: $300M Series B": a list item about the name before its colon. */
function bulletLead({ mentions, tokens }: ReadSentence): PartyId | null {
  const first = mentions[0];
  return first && first.first <= 1 && /^[:(]$/.test(tokens[first.next]?.text ?? "") ? first.party : null;
}

interface State {
  /** The party of the heading above. */
  section: PartyId | null;
  readonly topic: PartyId | null;
  readonly self: PartyId | null;
  readonly interview: boolean;
  /** The party that each sentence so far was about, newest first. */
  centres: PartyId[];
  /** Parties by the recency of their last mention, newest first. */
  last: PartyId[];
  readonly kinds: Map<PartyId, string>;
  readonly index: NameIndex;
  /** Whom the author says to be joining. */
  joined: PartyId | null;
}

/** The party named most often counts double in the title and the first lines; a tie goes to the earlier. */
function topicOf(sentences: readonly ReadSentence[], title: string | null): PartyId | null {
  const weights = new Map<PartyId, number>();
  sentences.forEach((sentence, at) => {
    if (sentence.sentence.boilerplate) return;
    for (const one of sentence.mentions) {
      const head = at < 2 ? 2.5 : 1;
      const subject = one.first <= 1 ? 1.5 : 1;
      weights.set(one.party, (weights.get(one.party) ?? 0) + head * subject + (title !== null && at === 0 ? 0.5 : 0));
    }
  });
  let best: PartyId | null = null;
  for (const [party, weight] of weights) if (best === null || weight > weights.get(best)!) best = party;
  return best;
}

function isInterview(sentences: readonly ReadSentence[]): boolean {
  let answers = 0;
  for (const { tokens } of sentences)
    if (/^(?:q|a|operator)$/.test(tokens[0]?.lower ?? "") && tokens[1]?.text === ":") answers++;
  return answers >= 2;
}

function selfOf(sentences: readonly ReadSentence[], names: DocumentNames, topic: PartyId | null): PartyId | null {
  if (names.self) return names.self;
  const speaker =
    sentences.find(({ mentions, sentence }) => mentions.length > 0 && !sentence.boilerplate)?.mentions[0]?.party ??
    topic;
  if (isInterview(sentences)) return speaker;
  let company = 0;
  for (const { tokens, sentence } of sentences) {
    if (sentence.boilerplate) continue;
    for (let at = 0; at < tokens.length; at++) {
      const word = tokens[at]!.lower;
      if (firstPerson.has(word) && ownBusiness(tokens, at)) company++;
      if (word === "about" && at === 0 && tokens.length < 7) company++;
    }
  }
  return company > 0 ? speaker : null;
}

/** "we ended the year with revenue", "our customers": words of a company, not of an author. */
function ownBusiness(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower ?? "";
  if (
    /^(?:customers|revenue|company|platform|cloud|data|investors|shareholders|board|indebtedness|class|common|fleet|guidance|backlog|team|employees|business|operations|hardware|gpus|capacity|fiscal|annual|total|principal|principal|net|order)$/.test(
      next,
    )
  )
    return true;
  const verb = /^(?:have|had|are|will|'ve|also|now|today|ended|currently)$/.test(next)
    ? (tokens[at + 2]?.lower ?? "")
    : next;
  const lemma = verbReading(verb)?.lemma ?? "";
  return /^(?:raise|operate|sign|employ|lose|borrow|issue|acquire|deploy|order|lease|incur|agree|announce|thrill|expect|serve|close)$/.test(
    lemma,
  );
}

function resolveSentence(sentence: ReadSentence, names: DocumentNames, state: State): void {
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
        kind: kindOf(party, state),
        first: at,
        next: reference.next,
        others,
      });
    }
    if (parties.length > 0) covered.fill(1, at, reference.next);
  }
  found.sort((a, b) => a.first - b.first);
  sentence.mentions = found;
  remember(sentence, found, state);
  void names;
}

interface Reference {
  readonly kind: "singular" | "plural" | "first" | "second" | "noun" | "pair";
  readonly next: number;
  /** For a noun: the kinds of organisation that it fits; none given fits all. */
  readonly fits: readonly string[];
  /** For a noun: its words in between ("the Saudi company"). */
  readonly words: readonly string[];
  /** For "the maker of ChatGPT": the party, told by what it makes. */
  readonly party?: PartyId;
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

function referenceAt(
  tokens: readonly Token[],
  at: number,
  covered: Uint8Array,
  named: readonly Mention[],
): Reference | null {
  const word = tokens[at]!.lower.replace("’", "'");
  const pronoun = (kind: Reference["kind"]): Reference => ({ kind, next: at + 1, fits: [], words: [] });
  if (singular.has(word)) return pronoun("singular");
  if (plural.has(word)) return pronoun("plural");
  if (firstPerson.has(word)) return word === "us" && tokens[at]!.text === "US" ? null : pronoun("first");
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
        words: noun === "startup" || noun === "lab" ? [...words, "#startup"] : words,
      };
    }
    if (token.kind !== "word" && token.text !== "-" && token.text !== "," && token.text !== "'s") return null;
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

function fitsOf(noun: string, words: readonly string[]): readonly string[] {
  if (words.includes("search") || words.includes("windows")) return ["cloud"];
  if (words.includes("software")) return ["cloud", "enterprise", "unknown"];
  if (words.includes("chip") || words.includes("semiconductor")) return ["chipmaker", "foundry", "memory", "unknown"];
  return organisationNouns[noun] ?? organisationNouns[noun.replace(/s$/, "")] ?? [];
}

function meant(
  reference: Reference,
  tokens: readonly Token[],
  at: number,
  earlier: readonly Mention[],
  named: readonly Mention[],
  state: State,
): PartyId[] {
  switch (reference.kind) {
    case "first":
      return list(state.joined ?? state.self);
    case "second":
      return list(state.interview ? state.self : null);
    case "pair":
      return pairOf(earlier, state);
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
function isSubject(tokens: readonly Token[], one: Mention): boolean {
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
  return ranked([
    good.find((party) => !later.includes(party)),
    ...good,
    ...candidates.filter((party) => fits.length === 0 || fitting(party)),
  ]);
}

function sameClause(tokens: readonly Token[], subject: Mention | undefined, at: number): boolean {
  if (!subject) return false;
  for (let index = subject.next; index < at; index++)
    if (/^(?:;|:|that|which|while|but|because|as|after|when|said|says)$/.test(tokens[index]!.lower)) return false;
  return true;
}

function kindOf(party: PartyId, state: State): string {
  return state.index.parties.get(party)?.kind ?? "unknown";
}

function remember(sentence: ReadSentence, found: readonly Mention[], state: State): void {
  const { tokens } = sentence;
  if (found.length === 0) return;
  const centre = found.find((one) => isSubject(tokens, one)) ?? found[0]!;
  state.centres = [centre.party, ...state.centres.filter((party) => party !== centre.party)].slice(0, 6);
  for (const one of found) state.last = [one.party, ...state.last.filter((party) => party !== one.party)].slice(0, 12);
  const joining = tokens.findIndex((token) => token.lower === "joining");
  if (joining >= 0 && /^i/.test(tokens[joining - 1]?.lower ?? ""))
    state.joined = found.find((one) => one.first > joining)?.party ?? state.joined;
}
