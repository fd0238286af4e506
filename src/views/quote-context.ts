/** What stands around a quote? Its sentence, with a little of what comes before and after. */

import type { Span } from "../model/claim.ts";
import { splitSentences } from "../reading/sentences.ts";

export interface QuoteContext {
  /** The sentence that holds the quote; where a quote runs over several, from the first to the last of them. */
  readonly sentence: Span;
  /** What precedes the quote, cut at a word, and with `…` where something was cut. */
  readonly before: string;
  readonly after: string;
}

/** As much as a line and a half of a terminal holds. */
const reach = 100;
/** A sentence may be a whole table: then only this much of it. */
const longest = 300;

/** The surroundings of a span in its text. */
export function quoteContext(text: string, [start, end]: Span, sentences = splitSentences(text)): QuoteContext {
  const first = sentences.findLast((sentence) => sentence.start <= start);
  const last = sentences.find((sentence) => sentence.end >= end);
  const sentence: Span = [Math.min(first?.start ?? start, start), Math.max(last?.end ?? end, end)];
  const from = Math.max(0, sentence[0] - reach, start - longest);
  const to = Math.min(text.length, sentence[1] + reach, end + longest);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    sentence,
    before: from > 0 ? `…${before.replace(/^\S*\s+/, "")}` : before,
    after: to < text.length ? `${after.replace(/\s+\S*$/, "")}…` : after,
  };
}
