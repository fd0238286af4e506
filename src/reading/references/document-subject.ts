/** Whom is a document about, and who says "we" in it? */

import type { PartyId } from "../../model/id.ts";
import type { ReadSentence } from "../mentions.ts";
import type { DocumentNames } from "../parties/defined-terms.ts";
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

/** Whether questions and answers take turns. */
export function isInterview(sentences: readonly ReadSentence[]): boolean {
  let answers = 0;
  for (const { tokens } of sentences)
    if (/^(?:q|a|operator)$/.test(tokens[0]?.lower ?? "") && tokens[1]?.text === ":") answers++;
  return answers >= 2;
}

/** Who "we" is: whom the document defines, who answers, or the first party of a text in a company's own words. */
export function selfOf(
  sentences: readonly ReadSentence[],
  names: DocumentNames,
  topic: PartyId | null,
): PartyId | null {
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

/** Words by which a document speaks of itself. */
export const firstPerson = new Set(["we", "our", "us", "ours", "we've", "we're", "we'll"]);
