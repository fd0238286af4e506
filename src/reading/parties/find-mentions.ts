/** Who is named in a document? Registered names, organisations that no register holds, and the forms that the document defines for them. */

import { isLegalForm, type PartyId, partyIdOf } from "../../model/id.ts";
import { nameWords } from "../lexicon.ts";
import {
  leastDoubtful,
  leastName,
  type Mention,
  mentionByName,
  type NameJudge,
  type ReadSentence,
} from "../mentions.ts";
import type { NameIndex } from "../names.ts";
import { findCandidates, type NameCandidate, putName } from "./candidates.ts";
import { type DocumentNames, definitions } from "./defined-terms.ts";
import { describeNames } from "./name-features.ts";
import { fullForms, wordsOf } from "./name-forms.ts";
import { personLike } from "./people.ts";

/** Finds registered names and unknown organisations in all sentences of one document. */
export function findMentions(sentences: readonly ReadSentence[], index: NameIndex, judge: NameJudge): DocumentNames {
  const candidates = findCandidates(sentences, index, judge.ordinary);
  // A title's capitals tell nothing: it repeats names that the text makes sure of.
  const odds = new Map<PartyId, number>();
  const organisations = decide(candidates, judge, index, odds);
  const defined = definitions(sentences, organisations, index);
  const byFirst = byFirstWord(organisations);
  for (const sentence of sentences)
    if (sentence.titleCase || sentence.sentence.block === "heading") repeatNames(sentence, byFirst, index);
  for (const candidate of candidates) {
    const party = organisations.get(candidate.name);
    if (!party && candidate.within) {
      putName(candidate.within, candidate.sentence, index);
    } else if (party)
      candidate.sentence.mentions.push(mentionByName(party, candidate.first, candidate.next, index, odds.get(party)));
  }
  for (const sentence of sentences) {
    sentence.mentions = settle(sentence.mentions);
    sentence.chips.sort((a, b) => a.first - b.first);
  }
  return defined;
}

interface Named {
  readonly words: readonly string[];
  readonly party: PartyId;
}

function byFirstWord(names: ReadonlyMap<string, PartyId>): Map<string, Named[]> {
  const byFirst = new Map<string, Named[]>();
  for (const [name, party] of names) {
    const words = name.toLowerCase().split(/[\s,]+/);
    const list = byFirst.get(words[0]!);
    if (list) list.push({ words, party });
    else byFirst.set(words[0]!, [{ words, party }]);
  }
  return byFirst;
}

/** Finds names that the document makes sure of elsewhere, in whatever capitals a title has. */
function repeatNames(sentence: ReadSentence, byFirst: ReadonlyMap<string, readonly Named[]>, index: NameIndex): void {
  const { tokens } = sentence;
  for (let at = 0; at < tokens.length; at++) {
    if (!tokens[at]!.capital) continue;
    for (const { words, party } of byFirst.get(tokens[at]!.lower) ?? [])
      if (words.every((word, offset) => tokens[at + offset]?.lower === word))
        sentence.mentions.push(mentionByName(party, at, at + words.length, index));
  }
}

/** Which candidate names are organisations, and under which id: the fullest name in the document gives it. `odds` is filled. */
function decide(
  candidates: readonly NameCandidate[],
  judge: NameJudge,
  index: NameIndex,
  odds: Map<PartyId, number>,
): Map<string, PartyId> {
  const described = describeNames(candidates, judge.ordinary);
  const wider = new Set(candidates.filter((one) => one.within).map((one) => one.name));
  const judged = new Map([...described].map(([name, features]) => [name, judge.odds(features)]));
  const surnames = surnamesOf(judged);
  const names = [...judged.keys()].filter(
    (name) =>
      judged.get(name)! >= (wider.has(name) || personLike(name) || surnames.has(name) ? leastDoubtful : leastName),
  );
  names.sort((a, b) => wordsOf(b).length - wordsOf(a).length || a.length - b.length);
  const fullOf = fullForms(names);
  const firsts = firstPlaces(candidates);
  const parties = new Map<string, PartyId>();
  const surer = (short: string) => (full: string) =>
    judged.get(full)! >= (firsts.get(full)?.below == null ? judged.get(short)! - muchLess : leastFull);
  for (const name of names) {
    const full = fullest(name, fullOf(name).filter(surer(name)), firsts);
    const id = full ? (parties.get(full) ?? partyIdOf(full)) : partyIdOf(name);
    const party = registered(id, name, index) ?? id;
    parties.set(name, party);
    odds.set(party, Math.max(odds.get(party) ?? 0, index.parties.has(party) ? 1 : judged.get(name)!));
  }
  // A short form of an organisation counts too where its own places tell nothing.
  for (const name of described.keys()) {
    if (parties.has(name) || personLike(name) || wider.has(name)) continue;
    const full = fullest(name, fullOf(name), firsts);
    if (full) parties.set(name, parties.get(full)!);
  }
  return parties;
}

/** A longer name in a title that is so much less likely is the short one with other words behind it, "Vantor Grid Investor Day"; so is one below it of so small odds. */
const muchLess = 0.3;
const leastFull = 0.3;

/** Where a name comes up first, by its turn among the candidates: anywhere, and below the titles. */
interface FirstPlace {
  readonly anywhere: number;
  readonly below: number | null;
}

function firstPlaces(candidates: readonly NameCandidate[]): Map<string, FirstPlace> {
  const places = new Map<string, FirstPlace>();
  candidates.forEach(({ name, sentence }, at) => {
    const below = sentence.titleCase || sentence.sentence.block === "heading" ? null : at;
    const known = places.get(name);
    if (!known) places.set(name, { anywhere: at, below });
    else if (known.below === null && below !== null) places.set(name, { ...known, below });
  });
  return places;
}

/**
 * Which of the longer names a short one stands for: the longest that the text itself has, else a title. "Corvane … its vehicle, Corvane Atlas I": what
 * comes up later with a name of its own behind the short one is another party.
 */
function fullest(short: string, fulls: readonly string[], places: ReadonlyMap<string, FirstPlace>): string | undefined {
  const open = fulls.filter((one) => !isVehicleOf(short, one));
  const below = open.filter((one) => places.get(one)?.below != null);
  const mine = places.get(short)?.below ?? null;
  return (below.length > 0 ? below : open).find((one) => {
    const first = places.get(one)?.anywhere;
    return mine === null || first === undefined || first < mine || onlyCorporate(one, short);
  });
}

/** "Hollowell GPU Trust 2025-B" beside "Hollowell", "Kelvingrove Compute Bidco" beside "Kelvingrove Compute": what has a number or a purpose of its own is called by it. */
function isVehicleOf(short: string, full: string): boolean {
  const words = wordsOf(full).filter((word) => !isLegalForm(word));
  const more = words.length - wordsOf(short).length;
  const last = words.at(-1)!;
  return (
    (numbered.test(last) && more > 1) || purposes.test(last) || (lenders.test(last) && more === 1 && words.length > 2)
  );
}

/** What a group calls the companies that it has for one purpose; of two words "Larkspur Finance" may be a company by itself. */
const purposes = /^(?:bidco|topco|midco|holdco|propco|opco|issuer|spv)$/i;
const lenders = /^(?:finance|funding|acquisition|financing)$/i;

const numbered = /^(?:\d{1,4}(?:-[\dA-D])?|I{1,3}|IV|VI{0,3}|IX|X)$/;

/** Company words that another company of the same group is told by: "Galaxy Ventures", "KfW Capital". */
const ofSisters = new Set("ventures capital bank fund funds foundation university institute ministry".split(" "));

/** Whether a full name has only words behind its short one that companies leave out of theirs. */
function onlyCorporate(full: string, short: string): boolean {
  return wordsOf(full)
    .slice(wordsOf(short).length)
    .map((word) => word.toLowerCase())
    .every((word) => /^(?:international|global)$/.test(word) || (nameWords.has(word) && !ofSisters.has(word)));
}

/** "Aidan Gomez … Gomez said": the last words of longer names that are no organisations. */
function surnamesOf(judged: ReadonlyMap<string, number>): Set<string> {
  const surnames = new Set<string>();
  for (const [name, odds] of judged) if (odds < leastName) surnames.add(wordsOf(name).slice(1).at(-1) ?? "");
  return surnames;
}

/** Overlapping mentions: the longer one stays. */
function settle(mentions: readonly Mention[]): Mention[] {
  const sorted = [...mentions].sort((a, b) => a.first - b.first || b.next - a.next);
  const kept: Mention[] = [];
  for (const one of sorted) if ((kept.at(-1)?.next ?? 0) <= one.first) kept.push(one);
  return kept;
}

function registered(id: PartyId, name: string, index: NameIndex): PartyId | null {
  if (index.parties.has(id)) return id;
  return index.byName.get(wordsOf(name).join(" ")) ?? index.byName.get(id) ?? null;
}
