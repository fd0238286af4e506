/** Whom is a document about, and who says "we" in it? */

import type { PartyId } from "../../model/id.ts";
import { topOf } from "../learned/network.ts";
import { type Speech, spokenWords } from "../learned/speaker-features.ts";
import { leastDoubtful, type ReadSentence } from "../mentions.ts";
import type { DocumentNames } from "../parties/defined-terms.ts";
import type { Descriptions } from "../parties/descriptions.ts";
import type { Token } from "../tokens.ts";
import { verbReading } from "../verbs.ts";

/** The party named most often counts double in the title and the first lines; a tie goes to the earlier. */
export function topicOf(sentences: readonly ReadSentence[], title: string | null): PartyId | null {
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

/** Whether questions and answers take turns, or speakers by their names. */
export function isInterview(sentences: readonly ReadSentence[]): boolean {
  const turns = new Map<string, number>();
  let answers = 0;
  for (const { tokens } of sentences) {
    if (/^(?:q|a|operator)$/.test(tokens[0]?.lower ?? "") && tokens[1]?.text === ":") answers++;
    const colon = tokens.slice(1, 4).findIndex(({ text }) => text === ":") + 1;
    if (colon === 0 || !tokens.slice(0, colon).every(({ kind, capital }) => kind === "word" && capital)) continue;
    const speaker = tokens[colon - 1]!.lower;
    turns.set(speaker, (turns.get(speaker) ?? 0) + 1);
  }
  return answers >= 2 || [...turns.values()].some((times) => times >= leastTurns);
}

/** Who speaks so often in a text is interviewed in it. */
const leastTurns = 3;

/** Who could be "we" in a document, nobody among them, and what tells. */
export interface Speakers {
  readonly speech: Speech;
  readonly parties: readonly (PartyId | null)[];
  /** Whom the rules take for the speaker. */
  readonly ruled: PartyId | null;
}

/** How likely each of the parties speaks, in their order. */
export type SpeakerJudge = (speakers: Speakers) => readonly number[];

/** Who "we" is, and "you" in an interview; null where nobody says "we", or an author of his own. */
export function selfOf(
  sentences: readonly ReadSentence[],
  names: DocumentNames,
  topic: PartyId | null,
  descriptions: Descriptions,
  judge: SpeakerJudge,
): PartyId | null {
  const read = sentences.filter(({ sentence }) => !sentence.boilerplate);
  const spoken = read.map(({ tokens }) => tokens.some(isFirstPerson));
  const leader = spokenFor(sentences);
  const first = firstNamed(sentences);
  const interview = isInterview(sentences);
  const ruled = byRule(sentences, names, leader ?? first ?? topic, interview);
  if (!spoken.includes(true)) return interview ? ruled : null;
  const counts = new Map<PartyId, number>();
  for (const { mentions } of read) for (const { party } of mentions) counts.set(party, (counts.get(party) ?? 0) + 1);
  const named = [...counts.keys()];
  const most = [...counts].sort((a, b) => b[1] - a[1]).map(([party]) => party);
  const likely = [ruled, names.self, leader, first, topic, ...named.slice(0, 4), ...most.slice(0, 5)];
  const parties = [null, ...new Set(likely.filter((one) => one !== null))];
  const told = { sentences: read, spoken, guesses: [names.self, leader, first, topic, ruled], interview, descriptions };
  const odds = judge({ speech: { ...told, ...spokenWords(read, isFirstPerson) }, parties, ruled });
  return parties[topOf(odds)]!;
}

/** By rule: whom the document defines, who answers, or the first party of a text in a company's own words. */
function byRule(
  sentences: readonly ReadSentence[],
  names: DocumentNames,
  speaker: PartyId | null,
  interview: boolean,
): PartyId | null {
  if (names.self) return names.self;
  if (interview) return speaker;
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

/** "We", "our", "us"; but "US" is a country. */
export function isFirstPerson({ lower, text }: Token): boolean {
  return firstPerson.has(lower) && text !== "US";
}

/** "We at Corvane Semiconductor"; "Weiling Hsu, co-founder of Parallax", "Lena Ort, chief executive, Lattice Hollow": whom the person at the head of a text leads. */
function spokenFor(sentences: readonly ReadSentence[]): PartyId | null {
  for (const { tokens, mentions, sentence } of sentences)
    for (const { first, party } of sentence.boilerplate ? [] : mentions)
      if (tokens[first - 1]?.lower === "at" && tokens[first - 2]?.lower === "we") return party;
  for (const { tokens, mentions, sentence } of sentences.slice(0, 8)) {
    if (sentence.boilerplate) continue;
    for (const one of mentions) {
      if ((one.odds ?? 1) < leastDoubtful) continue;
      let at = one.first - 1;
      if (tokens[at]?.lower === "the") at--;
      if (!/^(?:of|at|,|for)$/.test(tokens[at]?.lower ?? "")) continue;
      if (leads.test(tokens[at - 1]?.lower ?? "") || isPersonAt(tokens, mentions, at - 2)) return one.party;
    }
  }
  return null;
}

/** "Weiling Hsu of Proteus Orchard": two capitalised words that are no party of the text. */
function isPersonAt(tokens: readonly Token[], mentions: ReadSentence["mentions"], at: number): boolean {
  return (
    tokens[at + 2]?.lower === "of" &&
    [tokens[at], tokens[at + 1]].every((one) => one?.kind === "word" && one.capital && one.text.length > 1) &&
    !mentions.some((one) => one.first <= at + 1 && at < one.next && (one.odds ?? 1) >= leastDoubtful)
  );
}

const leads =
  /^(?:founder|co-founder|cofounder|executive|chief|ceo|cfo|cto|coo|president|chairman|chairwoman|chair|head|director|officer|boss|treasurer)$/;

/** The party named first, one that is surely an organisation before others. */
function firstNamed(sentences: readonly ReadSentence[]): PartyId | null {
  const named = sentences.filter(({ sentence }) => !sentence.boilerplate).flatMap(({ mentions }) => mentions);
  return (named.slice(0, 6).find((one) => (one.odds ?? 1) >= leastDoubtful) ?? named[0])?.party ?? null;
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

/** Words by which a document speaks of itself. */
const firstPerson = new Set(["we", "our", "us", "ours", "we've", "we're", "we'll"]);
