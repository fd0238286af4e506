/** Features of a party as the one that a pronoun or a description stands for. */

import type { PartyId } from "../../model/id.ts";
import type { Mention } from "../mentions.ts";
import { descriptionOf } from "../parties/descriptions.ts";
import type { ReferencePlace, Spoken } from "../references/antecedents.ts";
import { verbReading } from "../verbs.ts";
import { addFeature, type Features, pair, symbol } from "./features.ts";
import { speakerSort } from "./speaker-features.ts";
import { deedAfter, plainSignAt, wordOf } from "./words.ts";

/** What a reference is, under which each party is weighed. */
export const referenceSorts = ["it", "its", "he", "his", "they", "their", "them", "noun", "unsaid", speakerSort];

/** The sort of a reference. */
export function referenceSort({ reference, tokens, at }: ReferencePlace): string {
  if (reference.kind === "noun" || reference.kind === "unsaid") return reference.kind;
  const { lower } = tokens[at]!;
  if (/^(?:he|she|him)/.test(lower)) return "he";
  if (/^(?:his|her)/.test(lower)) return "his";
  if (/^them/.test(lower)) return "them";
  if (reference.kind === "plural") return /^theirs?$/.test(lower) ? "their" : "they";
  return lower === "its" ? "its" : "it";
}

const rank = symbol("rank");
const rankSort = symbol("rank and word");
const where = symbol("where");
const whereBefore = symbol("where and word before");
const whereAfter = symbol("where and word after");
const whereStart = symbol("where and start");
const stands = symbol("stands");
const standsWhere = symbol("stands and where");
const led = symbol("led");
const ledWhere = symbol("led and where");
const namedBack = symbol("named back");
const centre = symbol("centre");
const timesOf = symbol("times");
const signature = symbol("signature");
const kindOf = symbol("kind");
const kindAfter = symbol("kind and word after");
const kindVerb = symbol("kind and verb");
const kindBefore = symbol("kind and word before");
const describedAfter = symbol("described and verb");
const nounKind = symbol("noun and kind");
const nounWhere = symbol("noun and where");
const nounStands = symbol("noun and standing");
const nounLast = symbol("noun and last word");
const nounOwn = symbol("noun in name");
const calledSo = symbol("called so");
const sortWhere = symbol("block and where");
const sortStands = symbol("block and standing");
const namedHere = symbol("names here");
const kindWord = symbol("kind and word here");
const nounBefore = symbol("noun and word before the last mention");
const nounTwo = symbol("noun and second word before the last mention");
const nounAfter = symbol("noun and word after the last mention");
const lastBefore = symbol("word before the last mention");
const lastAfter = symbol("word after the last mention");
const lastTwo = symbol("two words before the last mention");
const modifier = symbol("modifier known");
const hereGap = symbol("gap");
const herePlace = symbol("place here");
const hereBefore = symbol("word before it here");
const hereAfter = symbol("word after it here");
const hereBetween = symbol("words between");
const hereWhole = symbol("all between");
const hereOthers = symbol("others between");
const hereVerb = symbol("verb between");
const lone = symbol("only party here");
const company = symbol("parties before");
const again = symbol("named again here");

/** A few words between are read as one. */
const wholeReach = 4;

/** What is known of a party, the `nth` of those that rules of grammar find. */
export function antecedentFeatures(party: PartyId, nth: number, place: ReferencePlace, to: Features): void {
  const { reference, at, earlier, named, state } = place;
  const { number, spoken, descriptions } = state;
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  const { before, after, verb, word, block, about } = knownOf(place);
  const here = earlier.findLast((one) => one.party === party);
  const told = spoken.get(party);
  const back = here ? 0 : told ? backOf(number - told.last) : named.some((one) => one.party === party) ? 8 : 9;
  const ledBack = told && told.led >= 0 ? backOf(number - told.led) : 9;
  const nthCentre = Math.min(4, state.centres.indexOf(party));
  const is = (one: PartyId | null): number => (party === one ? 1 : 0);
  const standing =
    is(state.topic) +
    2 * is(state.section) +
    4 * is(state.self) +
    8 * Number(told?.block === state.block) +
    16 * is(state.introducer);
  const description = descriptionOf(party, descriptions);
  const start = at === 0 ? 0 : at < 3 ? 1 : 2;
  add(rank, Math.min(7, nth));
  add(rankSort, pair(Math.min(7, nth), word));
  add(where, back);
  add(whereBefore, pair(back, before));
  add(whereAfter, pair(back, after));
  add(whereStart, pair(back, start));
  add(stands, standing);
  add(standsWhere, pair(standing, back));
  add(led, ledBack);
  add(ledWhere, pair(ledBack, pair(back, start)));
  add(namedBack, told && told.named >= 0 ? backOf(number - told.named) : 9);
  add(centre, pair(nthCentre, Math.min(2, earlier.length)));
  add(timesOf, Math.min(5, Math.floor(Math.log2(1 + (told?.times ?? 0)))));
  add(company, pair(back, Math.min(3, earlier.length)));
  add(signature, pair(pair(standing, back), pair(ledBack, pair(nthCentre, start))));
  add(kindOf, description.kindSymbol);
  add(kindAfter, pair(description.kindSymbol, after));
  add(kindVerb, pair(description.kindSymbol, verb));
  add(kindBefore, pair(description.kindSymbol, before));
  for (const word of description.words) add(describedAfter, pair(word, after));
  if (reference.kind === "unsaid") {
    add(sortWhere, pair(block, back));
    add(sortStands, pair(block, standing));
    add(namedHere, pair(back, Math.min(3, new Set(named.map((one) => one.party)).size)));
    for (const one of about) add(kindWord, pair(description.kindSymbol, one));
  }
  if (told) aroundFeatures(told.around, back, place, to);
  if (reference.noun !== undefined) nounFeatures(party, back, standing, place, to);
  if (named.some((one) => one.first > at && one.party === party)) add(again, back);
  if (named.length === 0 && earlier.length === 0) add(lone, back);
  if (here && reference.kind !== "unsaid") hereFeatures(here, party, place, to);
}

/** What is known of a place whoever is asked about. */
interface Known {
  readonly place: ReferencePlace;
  readonly before: number;
  readonly after: number;
  readonly verb: number;
  /** The reference's first word, the sort of its block, and for a sentence without a word for a party what it speaks of. */
  readonly word: number;
  readonly block: number;
  readonly about: readonly number[];
}

let lastKnown: Known | null = null;

/** Worked out once for all parties of a place, which are asked about one after the other. */
function knownOf(place: ReferencePlace): Known {
  if (lastKnown?.place === place) return lastKnown;
  const { reference, tokens, at, state } = place;
  const about =
    reference.kind === "unsaid"
      ? tokens.slice(0, unsaidReach).flatMap(({ kind, lower }) => {
          const { speaks, symbol } = wordOf(lower);
          return kind === "word" && speaks ? [symbol] : [];
        })
      : [];
  lastKnown = {
    place,
    before: signAt(place, at - 1),
    after: signAt(place, reference.next),
    verb: deedAfter(place.tokens, reference.next),
    word: wordOf(tokens[at]!.lower).symbol,
    block: symbol(state.sort),
    about,
  };
  return lastKnown;
}

/** So many of its first words tell what it speaks of. */
const unsaidReach = 12;

/** How a party was spoken of last: "a loan from X … the lender". */
function aroundFeatures(around: Spoken["around"], back: number, { reference }: ReferencePlace, to: Features): void {
  const [twoBefore, before, after] = around;
  addFeature(to, pair(lastBefore, pair(back, before)));
  addFeature(to, pair(lastAfter, pair(back, after)));
  addFeature(to, pair(lastTwo, pair(twoBefore, before)));
  if (reference.noun === undefined) return;
  const noun = wordOf(reference.noun).symbol;
  addFeature(to, pair(nounBefore, pair(noun, before)));
  addFeature(to, pair(nounTwo, pair(noun, twoBefore)));
  addFeature(to, pair(nounAfter, pair(noun, after)));
}

function nounFeatures(party: PartyId, back: number, standing: number, place: ReferencePlace, to: Features): void {
  const { reference } = place;
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  const noun = wordOf(reference.noun!).symbol;
  const description = descriptionOf(party, place.state.descriptions);
  const words = party.split("-");
  add(nounKind, pair(noun, description.kindSymbol));
  add(nounWhere, pair(noun, back));
  add(nounStands, pair(knownOf(place).word, standing));
  add(nounLast, pair(noun, symbol(words.at(-1)!)));
  add(nounOwn, words.includes(reference.noun!) ? 1 : 0);
  add(calledSo, description.words.has(noun) ? 1 : 0);
  for (const word of reference.words)
    if (description.words.has(wordOf(word).symbol) || words.includes(word)) addFeature(to, modifier);
}

/** What stands between a party and the reference in one sentence. */
function hereFeatures(here: Mention, party: PartyId, place: ReferencePlace, to: Features): void {
  const { tokens, at, earlier } = place;
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  const gap = at - here.next;
  add(hereGap, Math.min(6, Math.round(Math.log2(1 + gap))));
  add(herePlace, pair(Math.min(3, earlier.indexOf(here)), here.via === "name" ? 1 : 2));
  add(hereBefore, signAt(place, here.first - 1));
  add(hereAfter, signAt(place, here.next));
  add(
    hereOthers,
    Math.min(
      2,
      new Set(earlier.filter((one) => one.first >= here.next && one.party !== party).map((one) => one.party)).size,
    ),
  );
  let whole = 0;
  let verbs = 0;
  for (let index = here.next; index < at; index++) {
    const sign = signAt(place, index);
    whole = pair(whole, sign);
    if (clauseWords.test(tokens[index]!.lower)) add(hereBetween, sign);
    if (verbReading(tokens[index]!.lower)) verbs++;
  }
  add(hereVerb, Math.min(3, verbs));
  if (gap <= wholeReach) add(hereWhole, whole);
}

const clauseWords =
  /^(?:[,;:—–()"“”]|and|but|that|which|who|while|as|because|after|before|when|if|from|whose|said|says|with|for|in|to|by)$/;

/** The word at a place; names are all one. */
function signAt({ tokens, earlier, named }: ReferencePlace, at: number): number {
  const covers = (one: Mention): boolean => one.first <= at && at < one.next;
  return earlier.some(covers) || named.some(covers) ? name : plainSignAt(tokens, at);
}

const name = symbol("<org>");

/** Sentences back, coarsely. */
function backOf(sentences: number): number {
  return sentences <= 2 ? sentences : sentences <= 4 ? 3 : sentences <= 8 ? 4 : 5;
}
