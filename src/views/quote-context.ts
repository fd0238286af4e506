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

/** As much as two lines of a terminal hold. */
const reach = 140;

/** The surroundings of a span in its text. */
export function quoteContext(text: string, [start, end]: Span, sentences = splitSentences(text)): QuoteContext {
  const first = sentences.findLast((sentence) => sentence.start <= start);
  const last = sentences.find((sentence) => sentence.end >= end);
  const sentence: Span = [Math.min(first?.start ?? start, start), Math.max(last?.end ?? end, end)];
  const from = Math.max(0, Math.min(sentence[0], start) - reach);
  const to = Math.min(text.length, Math.max(sentence[1], end) + reach);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    sentence,
    before: from > 0 ? `…${before.replace(/^\S*\s+/, "")}` : before,
    after: to < text.length ? `${after.replace(/\s+\S*$/, "")}…` : after,
  };
}
