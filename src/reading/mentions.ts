/** Who is spoken of, sentence by sentence: registered names, organisations that no register holds, and what stands for them. */

import { isLegalForm, type PartyId, partyIdOf } from "../model/id.ts";
import { classesOf } from "./learned/word-classes.ts";
import {
  adjectivesOfPlace,
  firstNames,
  nameWords,
  organisationNouns,
  personTitles,
  places,
  plainWords,
} from "./lexicon.ts";
import type { NameHit, NameIndex } from "./names.ts";
import type { Sentence } from "./sentences.ts";
import type { Token } from "./tokens.ts";
import { modals, verbReading } from "./verbs.ts";

export type Via = "name" | "descriptor" | "product" | "pronoun";

export interface Mention {
  readonly party: PartyId;
  readonly via: Via;
  /** The register's kind, `unknown` where no register holds the party. */
  readonly kind: string;
  /** [first, next) of its tokens. */
  readonly first: number;
  readonly next: number;
  /** For a pronoun or a description: whom else it could mean, likeliest first. */
  readonly others?: readonly PartyId[];
}

export interface ReadSentence {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Registered chips, in order. */
  readonly chips: readonly NameHit[];
  /** Parties by name, in order; those that stand for them are added by `resolveReferences`. */
  mentions: Mention[];
  /** Whom the passage is about: the party of the heading above, else the document's. */
  topic: PartyId | null;
  /** Whom the text spoke of when it came to this sentence. */
  centre: PartyId | null;
  /** Most of its words have capitals, so that capitals tell nothing. */
  readonly titleCase: boolean;
}

/** How likely a capitalised name is an organisation's, told by features of all its places: 0 to 1. */
export type NameJudge = (features: readonly string[]) => number;

export interface NameCandidate {
  readonly sentence: ReadSentence;
  readonly first: number;
  readonly next: number;
  readonly name: string;
}

/** Party of each short or defined form that the document itself introduces: "Brightmere", "the Mission". */
export interface DocumentNames {
  readonly defined: ReadonlyMap<string, PartyId>;
  /** Who "we" is, where the document defines it. */
  readonly self: PartyId | null;
}

/** Finds registered names and unknown organisations in all sentences of one document. */
export function findMentions(sentences: readonly ReadSentence[], index: NameIndex, judge: NameJudge): DocumentNames {
  const candidates = findCandidates(sentences, index);
  // A title's capitals tell nothing: it repeats names that the text makes sure of.
  const organisations = decide(candidates, judge, index);
  const defined = definitions(sentences, organisations, index);
  for (const sentence of sentences)
    if (sentence.titleCase || sentence.sentence.block === "heading") repeatNames(sentence, organisations, index);
  for (const candidate of candidates) {
    const party = organisations.get(candidate.name);
    if (party) candidate.sentence.mentions.push(mention(party, candidate.first, candidate.next, index));
  }
  for (const sentence of sentences) sentence.mentions = settle(sentence.mentions);
  return defined;
}

/** Finds names that the document makes sure of elsewhere, in whatever capitals a title has. */
function repeatNames(sentence: ReadSentence, organisations: ReadonlyMap<string, PartyId>, index: NameIndex): void {
  const { tokens } = sentence;
  for (const [name, party] of organisations) {
    const words = name.toLowerCase().split(/[\s,]+/);
    for (let at = 0; at + words.length <= tokens.length; at++) {
      if (tokens[at]!.capital && words.every((word, offset) => tokens[at + offset]!.lower === word))
        sentence.mentions.push(mention(party, at, at + words.length, index));
    }
  }
}

/** "the Japanese government", "the Treasury": public bodies go by what they are. */
function publicBodies(sentence: ReadSentence): void {
  const { tokens } = sentence;
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    if (
      /^(?:Treasury|Whitehall)$/.test(token.text) &&
      (token.text === "Whitehall" || before?.lower === "the") &&
      !/^(?:yields?|bonds?|bills?|notes?)$/.test(tokens[at + 1]?.lower ?? "")
    ) {
      sentence.mentions.push({
        party: token.lower as PartyId,
        via: "name",
        kind: "government",
        first: at,
        next: at + 1,
      });
    } else if (token.lower === "government" && before && (before.capital || before.lower === "the")) {
      const named = before.lower !== "the" && adjectivesOfPlace.has(before.lower);
      if (named || token.capital)
        sentence.mentions.push({
          party: (named ? `${before.lower}-government` : "government") as PartyId,
          via: "name",
          kind: "government",
          first: named ? at - 1 : at,
          next: at + 1,
        });
    }
  });
}

function mention(party: PartyId, first: number, next: number, index: NameIndex): Mention {
  return { party, via: "name", kind: index.parties.get(party)?.kind ?? "unknown", first, next };
}

/** Overlapping mentions: the longer one stays. */
function settle(mentions: readonly Mention[]): Mention[] {
  const sorted = [...mentions].sort((a, b) => a.first - b.first || b.next - a.next);
  const kept: Mention[] = [];
  for (const one of sorted) if ((kept.at(-1)?.next ?? 0) <= one.first) kept.push(one);
  return kept;
}

/** Registered names go into the sentence; other capitalised runs are returned. */
function scan(sentence: ReadSentence, index: NameIndex): NameCandidate[] {
  const { tokens } = sentence;
  const candidates: NameCandidate[] = [];
  const chips = sentence.chips as NameHit[];
  for (let at = 0; at < tokens.length; ) {
    const hit = index.at(tokens, at);
    const run =
      hit && hit.kind !== "descriptor" && hit.kind !== "product"
        ? extended(tokens, hit, sentence)
        : hit
          ? null
          : runAt(tokens, at, sentence, index);
    if (run && (!hit || hit.kind === "party")) {
      candidates.push({ sentence, ...run, name: nameOf(tokens, run.first, run.next) });
      at = run.next;
    } else if (hit && plausible(hit, tokens, sentence)) {
      if (hit.kind === "chip") chips.push(hit);
      else
        sentence.mentions.push({
          party: hit.party,
          via: hit.kind === "party" ? "name" : hit.kind,
          kind: index.parties.get(hit.party)?.kind ?? "unknown",
          first: hit.first,
          next: hit.next,
        });
      at = hit.next;
    } else at++;
  }
  return candidates;
}

/** "Harrow Ventures" is no "Harrow": a registered name with a company word behind it is another name. */
function extended(
  tokens: readonly Token[],
  hit: NameHit,
  sentence: ReadSentence,
): { first: number; next: number } | null {
  if (hit.kind !== "party" || sentence.titleCase) return null;
  let next = hit.next;
  while (next < tokens.length && tokens[next]!.capital && nameWords.has(tokens[next]!.lower)) next++;
  if (next === hit.next) return null;
  const after = tokens[next]?.lower ?? "";
  const loose =
    next === hit.next + 1 &&
    /^(?:ai|cloud|data|digital|compute|energy|chips|silicon)$/.test(tokens[hit.next]!.lower) &&
    /^(?:chips?|gpus?|servers?|cent(?:er|re)s?|systems?|racks?|accelerators?|platform|services?|revenue|unit)$/.test(
      after,
    );
  return loose ? null : { first: hit.first, next };
}

function plausible(hit: NameHit, tokens: readonly Token[], sentence: ReadSentence): boolean {
  const first = tokens[hit.first]!;
  if (hit.kind === "chip") return !(first.lower === "hopper" || first.lower === "ascend") || first.capital;
  if (!hit.careful) return true;
  if (hit.next - hit.first > 1) return true;
  // An ordinary word is a name where it has a capital that its place does not explain.
  if (!first.capital || sentence.titleCase) return false;
  const before = tokens[hit.first - 1];
  const after = tokens[hit.next];
  if (before?.lower === "the" || before?.lower === "a") return false;
  if (after?.capital && after.start === first.end + 1 && !modals.has(after.lower)) return false;
  if (hit.first > 0 && !/^[.!?:;•"“|*]$/.test(before?.text ?? "")) return true;
  return (
    after !== undefined &&
    (after.lower === "'s" ||
      modals.has(after.lower) ||
      verbReading(after.lower) !== undefined ||
      /^[,|:(*]$/.test(after.text))
  );
}

/** A run of capitalised words that could be a name: "Bharat Innovation Fund of Funds", "imec" is too small to see. */
function runAt(
  tokens: readonly Token[],
  at: number,
  sentence: ReadSentence,
  index: NameIndex,
): { first: number; next: number } | null {
  if (!nameStart(tokens[at]!)) return null;
  let next = at + 1;
  for (; next < tokens.length; next++) {
    const token = tokens[next]!;
    if (
      token.kind === "word" &&
      (token.capital || /^(?:plc|gmbh|llc|ltd|asa)$/.test(token.text)) &&
      token.start - tokens[next - 1]!.end <= 1
    ) {
      // A registered name behind a plain word is a name of its own: "Take Oracle."
      const hit = index.at(tokens, next);
      if (hit?.kind === "party" && (!hit.careful || plainWords.has(tokens[next - 1]!.lower))) break;
      continue;
    }
    if (token.kind === "number" && token.start === tokens[next - 1]!.end) continue;
    const ahead = tokens[next + 1];
    if ((token.text === "&" || (token.lower === "of" && nameWords.has(tokens[next - 1]!.lower))) && ahead?.capital)
      continue;
    if (
      token.text === "-" &&
      ahead &&
      ahead.start === token.end &&
      (ahead.capital || ahead.kind === "number") &&
      tokens[next - 1]!.end === token.start
    ) {
      next++;
      continue;
    }
    if (
      token.text === "." &&
      ahead &&
      (isLegalForm(tokens[next - 1]!.text) || /^\p{Lu}$/u.test(tokens[next - 1]!.text)) &&
      (ahead.capital || ahead.kind === "sign") &&
      tokens[next - 1]!.end === token.start
    ) {
      if (isLegalForm(tokens[next - 1]!.text) && !isLegalForm(ahead.text)) break;
      continue;
    }
    if (token.text === "," && ahead && isLegalForm(ahead.text) && ahead.capital) continue;
    break;
  }
  let first = at;
  // Leading and trailing plain words are no part of a name.
  while (first < next && leading(tokens, first, next)) first++;
  while (next > first && trailing(tokens[next - 1]!)) next--;
  if (first >= next) return null;
  if (sentence.titleCase && next - first > 4) return null;
  return { first, next };
}

function leading(tokens: readonly Token[], first: number, next: number): boolean {
  const word = tokens[first]!.lower;
  if (adjectivesOfPlace.has(word))
    return !(
      next - first > 2 ||
      (next - first > 1 && nameWords.has(tokens[next - 1]!.lower) && tokens[next - 1]!.lower !== "ai")
    );
  if (!plainWords.has(word) && !personTitles.has(word)) return false;
  return !(next - first > 1 && nameWords.has(word) && nameWords.has(tokens[next - 1]!.lower));
}

function trailing(token: Token): boolean {
  return (
    token.kind === "sign" || (plainWords.has(token.lower) && !nameWords.has(token.lower) && !isLegalForm(token.text))
  );
}

function nameStart(token: Token): boolean {
  return token.kind === "word" && token.capital && token.text !== "I";
}

function nameOf(tokens: readonly Token[], first: number, next: number): string {
  let name = "";
  for (let at = first; at < next; at++)
    name += (at > first && tokens[at]!.start > tokens[at - 1]!.end ? " " : "") + tokens[at]!.text;
  return name;
}

/** Registered names go into the sentences; the other capitalised runs are candidates. */
export function findCandidates(sentences: readonly ReadSentence[], index: NameIndex): NameCandidate[] {
  const candidates: NameCandidate[] = [];
  for (const sentence of sentences) {
    candidates.push(...scan(sentence, index));
    publicBodies(sentence);
  }
  return candidates;
}

/** All that the places of each name tell of it. */
export function describeNames(candidates: readonly NameCandidate[]): Map<string, Set<string>> {
  const described = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const candidate of candidates) {
    const { sentence, next, name } = candidate;
    // A title's capitals tell nothing: it repeats names that the text makes sure of.
    if (sentence.titleCase && !isLegalForm(sentence.tokens[next - 1]!.text)) continue;
    const features = described.get(name) ?? new Set<string>();
    const weight = weigh(candidate);
    for (const feature of nameFeatures(candidate, weight)) features.add(feature);
    described.set(name, features);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const fullOf = fullForms(described.keys());
  const withShort = new Set([...described.keys()].flatMap((name) => fullOf(name)));
  for (const [name, features] of described) {
    features.add(`times=${Math.min(4, counts.get(name)!)}`);
    if (fullOf(name).length > 0) features.add("short-for");
    if (withShort.has(name)) features.add("has-short");
  }
  return described;
}

/** Which candidate names are organisations, and under which id: the fullest name in the document gives it. */
function decide(candidates: readonly NameCandidate[], judge: NameJudge, index: NameIndex): Map<string, PartyId> {
  const described = describeNames(candidates);
  const names = [...described].filter(([, features]) => judge([...features]) >= leastName).map(([name]) => name);
  names.sort((a, b) => wordsOf(b).length - wordsOf(a).length || a.length - b.length);
  const fullOf = fullForms(names);
  const parties = new Map<string, PartyId>();
  for (const name of names) {
    const full = fullOf(name)[0];
    const id = full ? (parties.get(full) ?? partyIdOf(full)) : partyIdOf(name);
    parties.set(name, known(id, name, index) ?? id);
  }
  // A short form of an organisation counts too where its own places tell nothing.
  for (const name of described.keys()) {
    if (parties.has(name) || personLike(name)) continue;
    const full = fullOf(name)[0];
    if (full) parties.set(name, parties.get(full)!);
  }
  return parties;
}

/** A name wrongly taken costs little, since no statement need give it a role; a name missed costs every claim about it. */
const leastName = 0.3;

function known(id: PartyId, name: string, index: NameIndex): PartyId | null {
  if (index.parties.has(id)) return id;
  return index.byName.get(wordsOf(name).join(" ")) ?? index.byName.get(id) ?? null;
}

function wordsOf(name: string): string[] {
  return name.split(/[\s,]+/).filter((word) => word !== "" && !isLegalForm(word));
}

/** The names of a document by the first word and by their initials, so that short forms find their full ones. */
function fullForms(names: Iterable<string>): (short: string) => string[] {
  const byFirst = new Map<string, string[]>();
  const push = (key: string, name: string): void => {
    const list = byFirst.get(key);
    if (list) list.push(name);
    else byFirst.set(key, [name]);
  };
  for (const name of names) {
    const words = wordsOf(name);
    if (words.length === 0) continue;
    push(words[0]!, name);
    if (words.length > 1) push(`#${words.map((word) => word[0]).join("")}`, name);
  }
  return (short) => {
    const first = wordsOf(short)[0] ?? "";
    return [...(byFirst.get(first) ?? []), ...(byFirst.get(`#${short}`) ?? [])].filter(
      (full) => full !== short && shortFor(short, full),
    );
  };
}

/** "Brightmere" is short for "Brightmere AI, Inc.", an acronym for its words. */
function shortFor(short: string, full: string): boolean {
  const a = wordsOf(short);
  const b = wordsOf(full);
  if (a.length >= b.length) return a.length === b.length && a.join() === b.join() && full.length > short.length;
  if (a.every((word, at) => word === b[at]))
    return !(a.length === 1 && (places.has(a[0]!.toLowerCase()) || nameWords.has(a[0]!.toLowerCase())));
  return a.length === 1 && a[0]!.length >= 3 && a[0] === b.map((word) => word[0]).join("");
}

const subjectVerbs =
  "raise sign agree announce buy acquire sell invest launch build lease rent operate run own hold provide supply plan expect say secure win close complete borrow issue lend pay spend report post deliver deploy use adopt test order commit back lead head deny reject confirm withdraw drop offer train serve host employ generate record file list float go become enter expand open start begin develop design make accuse decline have be see take get need want will lose draw land select choose pick pull place join merge renew terminate cancel trade guarantee underwrite arrange represent account contribute owe rely depend receive obtain reserve contract assign";
const subjectSet = new Set(subjectVerbs.split(" "));
const relationBefore =
  /^(?:with|from|by|to|between|for|of|in|into|at|and|via|including|customer|supplier|tenant|rival|investor|lender|owner|buyer|seller|partner|parent|subsidiary|developer|operator|provider|landlord|backer|chipmaker|startup|start-up|miner|hyperscaler|lab|company|firm|maker|group)$/;

/** How strongly one place speaks for an organisation; below zero speaks against it. */
function weigh(candidate: NameCandidate): number {
  const { sentence, first, next, name } = candidate;
  const { tokens } = sentence;
  const words = wordsOf(name);
  const lower = words.map((word) => word.toLowerCase());
  if (lower.every((word) => places.has(word) || adjectivesOfPlace.has(word) || plainWords.has(word)))
    return words.length === 1 || !lower.some((word) => nameWords.has(word)) ? -4 : 0;
  const before = tokens[first - 1];
  const after = tokens[next];
  let weight = 0;
  if (words.length < name.split(/[\s,]+/).length || isLegalForm(tokens[next - 1]!.text)) weight += 3;
  if (words.length > 1 && lower.slice(1).some((word) => nameWords.has(word))) weight += 3;
  if (/[a-z][A-Z]/.test(words[0]!) && words.length <= 2) weight += 1.5;
  if (isPerson(tokens, first, next, lower)) return -3;
  const head = after?.lower ?? "";
  if (/^[A-Z]{3}$/.test(name) && (currencies.has(name) || /^\d/.test(head))) return -9;
  if (head === "," && appositive(tokens, next + 1)) weight += 3;
  if (head === "," && tokens[next + 1]?.lower === "of" && places.has(tokens[next + 2]?.lower ?? "")) weight += 2.5;
  if (/^(?:is|was|are|remains|became)$/.test(head) && appositive(tokens, next + 1)) weight += 3;
  if (head === "," && tokens[next + 1]?.kind === "word" && isOrganisationNounSoon(tokens, next + 1)) weight += 2;
  if (before && nounBefore(tokens, first)) weight += 3;
  if (head === "'s" || head === "’") weight += 0.7;
  if (
    head === "(" &&
    /^(?:nasdaq|nyse|euronext|lse|asx|tsx|owned|backed|listed|formerly|part)/.test(tokens[next + 1]?.lower ?? "")
  )
    weight += 3;
  const verb = verbReading(head);
  const adverb = verb ? undefined : verbReading(tokens[next + 1]?.lower ?? "");
  if (
    (verb && subjectSet.has(verb.lemma)) ||
    modals.has(head) ||
    (/ly$|^(?:also|now|has|had|itself|still|recently|then|already)$/.test(head) &&
      adverb &&
      subjectSet.has(adverb.lemma))
  )
    weight += first === 0 && words.length === 1 ? 1 : 1.3;
  if (before && relationBefore.test(before.lower) && !placeLike(before.lower, words))
    weight += relationWeight(tokens, first);
  if (
    before &&
    /^(?:in|at|near|across|outside|around|towards|throughout)$/.test(before.lower) &&
    words.length <= 2 &&
    weight < 3 &&
    !relationNoun(tokens, first)
  )
    weight -= 1.5;
  if (
    sentence.sentence.block === "row" ||
    (sentence.sentence.block === "bullet" && first === 0 && /^[:|(]$/.test(head))
  )
    weight += 2;
  if (sentence.titleCase && first > 0) weight -= 0.5;
  if (first === 0 && words.length === 1 && lower[0]!.endsWith("s") && weight < 2) weight -= 0.5;
  return weight;
}

function placeLike(preposition: string, words: readonly string[]): boolean {
  return /^(?:in|at|to)$/.test(preposition) && words.length === 1 && places.has(words[0]!.toLowerCase());
}

const currencies = new Set(
  "USD EUR GBP JPY INR CNY RMB NOK SEK DKK CHF CAD AUD HKD SGD KRW TWD AED SAR PLN ILS BRL CZK ISK ZAR QAR NTD MYR THB IDR PHP VND TRY MXN NZD HUF RON".split(
    " ",
  ),
);
const relationNouns =
  /^(?:contract|deal|agreement|lease|stake|investment|investor|partnership|loan|facility|talks|order|money|capital|equity|financing|bought|acquired|acquire|buy|sold|sell|lent|borrowed|raised|led|headed|shareholding|holding|shares|competitor|customer|supplier|commitment|invest|invested|put|funding|bonds|notes|backing|merge|merger|bid|takeover|acquisition|capacity|leased|rented|rent|rely|relies|depend|depends|signed|sign|ordered|runs|hosted|provided|backed|owned|controlled|arranged|purchased|purchase|contracted|supplied|customers|tenants|tenant|investors|lenders|credit|debt|warrants|options|cloud|services|chips|gpus|processors|accelerators|revenue|sales|cash|round|secured|obtained|supplier|manufactured|made|built|committed|promised|owed|million|billion|bn|m|mw|gw|megawatts|percent|cent|%)$/;

function relationNoun(tokens: readonly Token[], first: number): boolean {
  for (let at = first - 2; at >= Math.max(0, first - 6); at--) if (relationNouns.test(tokens[at]!.lower)) return true;
  return false;
}

function relationWeight(tokens: readonly Token[], first: number): number {
  const before = tokens[first - 1]!.lower;
  if (organisationNouns[before] !== undefined && before !== "for") return 2.5;
  if (!relationNoun(tokens, first)) return 0.4;
  return before === "in" || before === "at" || before === "of" || before === "for" ? 0.8 : 1.6;
}

/** ", a London start-up": what follows the comma says what it is. */
function appositive(tokens: readonly Token[], at: number): boolean {
  const lead = tokens[at]?.lower ?? "";
  if (!/^(?:a|an|the|its|which|another|one|of|whose|formerly|owned|maker|part)$/.test(lead) && !organisationNouns[lead])
    return false;
  for (let index = at; index < Math.min(at + 9, tokens.length); index++) {
    const word = tokens[index]!.lower;
    if (word === "," || word === "." || word === ";") return false;
    if (
      /^(?:who|analyst|chief|president|director|chairman|partner|manager|founder|minister|professor|economist|head|spokesman|spokeswoman)$/.test(
        word,
      ) &&
      index > at
    )
      return false;
    if (isOrganisationNoun(tokens, index)) return true;
  }
  return false;
}

/** ", Leeds-based provider of …" */
function isOrganisationNounSoon(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < Math.min(at + 4, tokens.length); index++)
    if (isOrganisationNoun(tokens, index))
      return tokens.slice(at, index).some((token) => token.lower === "based" || adjectivesOfPlace.has(token.lower));
  return false;
}

/** One place of a name, as features: its words, its neighbours, its grammar. */
function nameFeatures({ sentence, first, next, name }: NameCandidate, weight: number): string[] {
  const { tokens } = sentence;
  const words = wordsOf(name).map((word) => word.toLowerCase());
  const at = (index: number): string => {
    const token = tokens[index];
    if (!token) return index < 0 ? "<s>" : "</s>";
    if (token.kind === "number") return "<n>";
    return token.capital
      ? sentence.mentions.some((one) => index >= one.first && index < one.next)
        ? "<org>"
        : "<Cap>"
      : token.lower;
  };
  const lemma = (word: string): string => verbReading(word)?.lemma ?? word;
  const features = [
    `weight=${Math.max(-4, Math.min(5, Math.round(weight)))}`,
    `words=${Math.min(4, words.length)}`,
    `b=${at(first - 1)}`,
    `bb=${at(first - 2)}_${at(first - 1)}`,
    `a=${lemma(at(next))}`,
    `aa=${lemma(at(next))}_${lemma(at(next + 1))}`,
    `a2=${lemma(at(next + 1))}`,
    `ba=${at(first - 1)}_${lemma(at(next))}`,
    `block=${sentence.sentence.block}`,
    `last=${words.at(-1)}`,
    `first=${words[0]}`,
  ];
  for (const word of words) {
    if (nameWords.has(word)) features.push("name-word", `name-word=${word}`);
    if (places.has(word)) features.push(words.length === 1 ? "is-place" : "has-place");
    if (plainWords.has(word)) features.push(words.length === 1 ? "is-plain" : "has-plain");
    if (adjectivesOfPlace.has(word)) features.push("has-nation");
    if (personTitles.has(word)) features.push("has-title");
    for (const name of classesOf(word)) features.push(`class=${name}`);
  }
  if (firstNames.has(words[0]!)) features.push(`first-name-${Math.min(3, words.length)}`);
  if (isLegalForm(tokens[next - 1]!.text)) features.push("legal-form");
  if (/[a-z][A-Z]/.test(name)) features.push("camel");
  if (/^[A-Z]{2,5}$/.test(name)) features.push("acronym");
  if (/\d/.test(name)) features.push("digit");
  if (
    /^\p{Lu}\p{Ll}+(?:ium|ix|ex|ify|ly|ware|soft|tron|wave|core|gen|net|tech|lab|bank|data|works|forge|scale|mind|grid)$/u.test(
      name,
    )
  )
    features.push("brandlike");
  for (const name of classesOf(lemma(at(next)))) features.push(`ac=${name}`);
  for (const name of classesOf(lemma(at(next + 1)))) features.push(`ac2=${name}`);
  for (let back = first - 1; back >= Math.max(0, first - 6); back--)
    for (const name of classesOf(lemma(at(back)))) features.push(`bc=${name}`);
  return features;
}

export function isOrganisationNoun(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]!.lower;
  if (organisationNouns[word] !== undefined || organisationNouns[word.replace(/s$/, "")] !== undefined) return true;
  return word === "start" && tokens[at + 1]?.text === "-" && /^ups?$/.test(tokens[at + 2]?.lower ?? "");
}

/** "chipmaker Lumenweld", "the sovereign fund PIF", "start-up Nscale". */
function nounBefore(tokens: readonly Token[], first: number): boolean {
  const word = tokens[first - 1]!.lower;
  if (
    /^(?:customer|target|house|shop|unit|arm|partner|partners|parent|cloud|provider|developer|operator|landlord|lender|investor|miner|bank|insurer|foundry|chipmaker|startup|group|firm|company|rival|platform|maker|lab|laboratory|fund|supplier|vendor|utility|hyperscaler|neocloud|tenant|designer|subsidiary|conglomerate|giant|giants|publisher|retailer|agency|carrier|unicorn|competitor|concern|emirati)$/.test(
      word,
    )
  )
    return true;
  return word === "up" && tokens[first - 2]?.text === "-" && tokens[first - 3]?.lower === "start";
}

function isPerson(tokens: readonly Token[], first: number, next: number, lower: readonly string[]): boolean {
  if (lower.slice(1).some((word) => nameWords.has(word)) || isLegalForm(tokens[next - 1]!.text)) return false;
  const before = tokens[first - 1]?.lower ?? "";
  const after = tokens[next]?.lower ?? "";
  if (lower.length > 1 && firstNames.has(lower[0]!)) return true;
  if (lower.length === 1 && firstNames.has(lower[0]!) && after !== "'s" && !verbBusiness(after)) return true;
  if (
    /^(?:mr|mrs|ms|dr|sir|prof|professor|chairman|minister|senator|president|ceo|cfo|spokesman|spokeswoman|says|analyst|officer|founder|councillor)$/.test(
      before,
    )
  )
    return true;
  if (
    after === "," &&
    /^(?:chief|ceo|cfo|analyst|an|a|who|head|president|chairman|managing|partner|director|its|the)$/.test(
      tokens[next + 1]?.lower ?? "",
    ) &&
    personApposition(tokens, next + 1)
  )
    return true;
  return lower.length === 2 && after === "(" && personTitles.has(tokens[next + 1]?.lower ?? "");
}

function personApposition(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < Math.min(at + 5, tokens.length); index++) {
    if (personTitles.has(tokens[index]!.lower) && !isOrganisationNoun(tokens, index)) return true;
    if (tokens[index]!.text === ",") return false;
  }
  return false;
}

function verbBusiness(word: string): boolean {
  const reading = verbReading(word);
  return (
    reading !== undefined &&
    reading.lemma !== "say" &&
    reading.lemma !== "tell" &&
    reading.lemma !== "add" &&
    subjectSet.has(reading.lemma)
  );
}

function personLike(name: string): boolean {
  return firstNames.has(name.split(" ")[0]!.toLowerCase());
}

/** `Solvane Systems, Inc. (the "Company")`: forms that the document defines for a party. */
function definitions(
  sentences: readonly ReadSentence[],
  organisations: Map<string, PartyId>,
  index: NameIndex,
): DocumentNames {
  const defined = new Map<string, PartyId>();
  let self: PartyId | null = null;
  for (const sentence of sentences) {
    const { tokens } = sentence;
    for (let at = 1; at < tokens.length; at++) {
      if (tokens[at]!.text !== "(") continue;
      const party = partyEndingAt(sentence, at, organisations, index);
      if (!party) continue;
      for (const form of quotedForms(tokens, at)) {
        if (form === "we" || form === "us" || form === "our") self = party;
        else if (/company|registrant|issuer|corporation/.test(form)) {
          defined.set(form, party);
          if (/company|registrant/.test(form)) self ??= party;
        } else defined.set(form, party);
      }
    }
  }
  for (const [form, party] of defined) {
    for (const [name] of organisations) if (name.toLowerCase() === form) organisations.set(name, party);
  }
  addDefined(sentences, defined, index);
  return { defined, self };
}

function partyEndingAt(
  sentence: ReadSentence,
  at: number,
  organisations: ReadonlyMap<string, PartyId>,
  index: NameIndex,
): PartyId | null {
  const known = sentence.mentions.find(
    (one) =>
      one.next <= at &&
      sentence.tokens.slice(one.next, at).every((token) => /^[.,]$/.test(token.text) || isLegalForm(token.text)),
  );
  if (known && known.via === "name") return known.party;
  for (let first = Math.max(0, at - 8); first < at; first++) {
    const name = nameOf(
      sentence.tokens,
      first,
      sentence.tokens[at - 1]!.text === "." && !isLegalForm(sentence.tokens[at - 2]?.text ?? "") ? at - 1 : at,
    ).replace(/\.$/, "");
    const party = organisations.get(name) ?? organisations.get(`${name}.`);
    if (party) return party;
  }
  void index;
  return null;
}

function quotedForms(tokens: readonly Token[], open: number): string[] {
  const forms: string[] = [];
  for (let at = open + 1; at < Math.min(open + 16, tokens.length) && tokens[at]!.text !== ")"; at++) {
    if (!/^["“]$/.test(tokens[at]!.text)) continue;
    let end = at + 1;
    while (end < tokens.length && !/^["”]$/.test(tokens[end]!.text)) end++;
    if (end - at <= 5)
      forms.push(
        tokens
          .slice(at + 1, end)
          .map((token) => token.lower)
          .join(" "),
      );
    at = end;
  }
  // `Hearthline Digital plc (Hearthline)`
  if (
    forms.length === 0 &&
    tokens[open + 2]?.text === ")" &&
    tokens[open + 1]?.capital &&
    tokens[open + 1]!.kind === "word"
  )
    forms.push(tokens[open + 1]!.lower);
  return forms;
}

/** Marks every later use of a defined form that is no name of its own: "the Company", "the Mission". */
function addDefined(sentences: readonly ReadSentence[], defined: ReadonlyMap<string, PartyId>, index: NameIndex): void {
  for (const [form, party] of defined) {
    const words = form.split(" ");
    for (const sentence of sentences) {
      const { tokens } = sentence;
      for (let at = 0; at + words.length <= tokens.length; at++) {
        if (!tokens[at]!.capital && words[0] !== "the") continue;
        if (!words.every((word, offset) => tokens[at + offset]!.lower === word)) continue;
        const first = tokens[at - 1]?.lower === "the" ? at - 1 : at;
        if (/^["“]$/.test(tokens[at - 1]?.text ?? "")) continue;
        sentence.mentions.push(mention(party, first, at + words.length, index));
      }
    }
  }
}
