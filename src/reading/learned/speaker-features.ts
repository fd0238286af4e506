/** Features of a party as the one that says "we" in a document, and of nobody: an author who speaks for no party of it. */

import type { PartyId } from "../../model/id.ts";
import type { ReadSentence } from "../mentions.ts";
import { type Descriptions, descriptionOf } from "../parties/descriptions.ts";
import type { Token } from "../tokens.ts";
import { addFeature, type Features, pair, symbol } from "./features.ts";
import { deedAfter, plainSignAt, wordOf } from "./words.ts";

/** What is known of who speaks in a document. */
export interface Speech {
  /** The sentences that are read. */
  readonly sentences: readonly ReadSentence[];
  /** Of each of them, whether somebody says "we" in it. */
  readonly spoken: readonly boolean[];
  /** Whom each rule takes for the speaker: what the document defines, whose officer it is, who is named first, whom it is about, all rules together. */
  readonly guesses: readonly (PartyId | null)[];
  readonly interview: boolean;
  /** What "we" do and what is "ours". */
  readonly deeds: readonly number[];
  readonly goods: readonly number[];
  /** The small words at the head. */
  readonly head: readonly number[];
  readonly descriptions: Descriptions;
}

/** The sort of reference that "we" is. */
export const speakerSort = "we";

const author = symbol("author");
const authorDeed = symbol("author, deed");
const authorGood = symbol("author, good");
const authorHead = symbol("author, head");
const authorTimes = symbol("author, times");
const ruledAs = symbol("ruled");
const ruledAll = symbol("ruled, all");
const ruledHead = symbol("ruled and head");
const order = symbol("order of naming");
const share = symbol("share of names");
const kindDeed = symbol("speaker kind and deed");
const kindGood = symbol("speaker kind and good");
const kindIs = symbol("speaker kind");
const kindInterview = symbol("speaker kind, interview");
const besideWe = symbol("named beside we");
const opens = symbol("opens sentences");
const asked = symbol("asked about");
const places = symbol("at head and end");
const beforeIt = [symbol("before, head"), symbol("before, end")];
const afterIt = [symbol("after, head"), symbol("after, end")];
const bothIt = [symbol("around, head"), symbol("around, end")];
const twoBefore = [symbol("two before, head"), symbol("two before, end")];
const withWe = symbol("after we, word before");

/** So many sentences at the head and at the end tell who speaks. */
const headSentences = 6;
const endSentences = 4;

/** What is known of a party as the speaker, of nobody if null. */
export function speakerFeatures(party: PartyId | null, speech: Speech, to: Features): void {
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  const { sentences, spoken, guesses, interview, deeds, goods, head, descriptions } = speech;
  const flags = guesses.reduce((bits, one, nth) => bits + (one === party ? 2 ** nth : 0), 0);
  add(ruledAll, pair(flags, pair(Number(interview), Number(party === null))));
  guesses.forEach((one, nth) => {
    if (one === party) add(ruledAs, pair(nth, Number(party === null)));
  });
  if (party === null) {
    addFeature(to, author);
    add(authorTimes, Math.min(5, Math.floor(Math.log2(1 + spoken.filter(Boolean).length))));
    for (const one of deeds) add(authorDeed, one);
    for (const one of goods) add(authorGood, one);
    for (const one of head) add(authorHead, one);
    return;
  }
  for (const one of head) add(ruledHead, pair(one, flags));
  const { kindSymbol } = descriptionOf(party, descriptions);
  add(kindIs, kindSymbol);
  add(kindInterview, pair(kindSymbol, Number(interview)));
  for (const one of deeds) add(kindDeed, pair(kindSymbol, one));
  for (const one of goods) add(kindGood, pair(kindSymbol, one));
  const seen = new Set<PartyId>();
  let times = 0;
  let all = 0;
  let beside = 0;
  let opening = 0;
  let questions = 0;
  let ends = 0;
  sentences.forEach(({ mentions, tokens }, nth) => {
    const part = nth < headSentences ? 0 : nth >= sentences.length - endSentences ? 1 : null;
    for (const one of mentions) {
      if (one.via !== "name") continue;
      all++;
      if (one.party !== party) {
        if (times === 0) seen.add(one.party);
        continue;
      }
      times++;
      if (spoken[nth]) {
        beside++;
        add(withWe, signAt(tokens, one.first - 1));
      }
      if (one.first === 0) opening++;
      if (tokens.at(-1)?.text === "?") questions++;
      if (part === null) continue;
      ends |= nth === 0 ? 1 : nth === 1 ? 2 : part === 0 ? 4 : nth === sentences.length - 1 ? 8 : 16;
      const before = signAt(tokens, one.first - 1);
      const after = signAt(tokens, one.next);
      add(beforeIt[part]!, before);
      add(afterIt[part]!, after);
      add(bothIt[part]!, pair(before, after));
      add(twoBefore[part]!, pair(signAt(tokens, one.first - 2), before));
    }
  });
  add(order, Math.min(6, seen.size));
  add(share, Math.round((8 * times) / Math.max(1, all)));
  add(besideWe, pair(Math.min(3, beside), Math.min(3, times)));
  add(opens, Math.round((3 * opening) / Math.max(1, times)));
  add(asked, Math.min(3, questions));
  add(places, ends);
}

/** What "we" do, in sentences of which some say it, and what is "ours". */
export function spokenWords(
  sentences: readonly ReadSentence[],
  isFirst: (token: Token) => boolean,
): Pick<Speech, "deeds" | "goods" | "head"> {
  const deeds = new Set<number>();
  const goods = new Set<number>();
  for (const { tokens } of sentences)
    tokens.forEach((token, at) => {
      if (!isFirst(token)) return;
      if (/^ours?$/.test(token.lower)) goods.add(wordOf(tokens[at + 1]?.lower ?? "").symbol);
      else if (token.lower !== "us") deeds.add(deedAfter(tokens, at + 1) || plainSignAt(tokens, at + 1));
    });
  const head = sentences
    .slice(0, 3)
    .flatMap(({ tokens }) => tokens)
    .filter(({ kind, capital }) => kind === "word" && !capital)
    .slice(0, mostHead);
  return { deeds: [...deeds], goods: [...goods], head: [...new Set(head.map(({ lower }) => wordOf(lower).symbol))] };
}

const mostHead = 24;

function signAt(tokens: readonly Token[], at: number): number {
  const sign = plainSignAt(tokens, at);
  return at > 0 && tokens[at]?.kind === "word" && tokens[at].capital ? pair(capital, sign) : sign;
}

const capital = symbol("capital");
