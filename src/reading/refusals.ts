/** What was read and not claimed, and why: figures and relations that looked like a claim and are none. */

import type { Claim, Span } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import type { AnalysedSentence, Analysis } from "./analyse.ts";
import type { Refusal, RefusalReason } from "./reading.ts";

const figure =
  /(?:[$€£¥₹]\s?\d|\b\d[\d.,]*\s?(?:billion|bn|million|trillion|tn|crore|percent|per cent|%|GW|MW|gigawatts?|megawatts?)(?:\b|(?=\s|$)))/i;
const teaser =
  /^[\s>*_]*(?:also read|read (?:also|more|next)|see also|also interesting|related|recommended|more (?:in|from|on)|read:)/i;
const vague =
  /\b(?:multi-?(?:billion|million|year)|(?:nine|ten|eight|seven)[- ]figures?|(?:tens|hundreds) of (?:billions|millions)|undisclosed (?:sum|amount)|a handful of)\b/i;

/** One refusal for each sentence that holds a figure or a telling word and gave no claim. In the order of the text. */
export function refusalsOf(document: Document, analysis: Analysis, claims: readonly Claim[]): Refusal[] {
  const spans = claims.flatMap((claim) => [claim.span, ...claim.also]).sort((a, b) => a[0] - b[0]);
  // Sentences and spans both go through the text once: `reached` is how far the spans that began so far reach.
  let next = 0;
  let reached = 0;
  const refusals: Refusal[] = [];
  const analysed = new Map(analysis.sentences.map((one) => [one.context.sentence, one]));
  for (const read of analysis.read) {
    const { start, end, boilerplate } = read.sentence;
    for (; next < spans.length && spans[next]![0] < end; next++) reached = Math.max(reached, spans[next]![1]);
    if (reached > start) continue;
    const quote = document.text.slice(start, end);
    const reason = boilerplate ? boilerplateReason(quote) : reasonFor(quote, analysed.get(read));
    if (reason) refusals.push({ reason, span: [start, end] as Span, quote });
  }
  return refusals;
}

function boilerplateReason(quote: string): RefusalReason | null {
  if (teaser.test(quote)) return "teaser";
  return figure.test(quote) ? "boilerplate" : null;
}

function reasonFor(quote: string, analysed: AnalysedSentence | undefined): RefusalReason | null {
  if (!analysed) return null;
  const { parsed } = analysed.context;
  const open = parsed.quantities.filter((one) => !one.idle && one.type !== "count");
  const parties = new Set(parsed.mentions.map((one) => one.party)).size;
  if (open.length > 0) {
    if (isHypothetical(quote)) return "hypothetical";
    return parties < 2 ? "no-two-parties" : "no-relation";
  }
  if (vague.test(quote) && parties > 0) return "vague-figure";
  if (parsed.quantities.some((one) => one.idle && (one.type === "money" || one.type === "share")))
    return "price-or-market-move";
  if (parties >= 2 && analysed.matches.length > 0) return isHypothetical(quote) ? "hypothetical" : "no-relation";
  return null;
}

/** "If it doesn't work, Amazon just burned $10 billion": a condition with no deal behind it. */
export function isHypothetical(sentence: string): boolean {
  return (
    /^(?:["“]?(?:but |and |so )?(?:if|suppose|imagine|say that|what if)\b)/i.test(sentence) &&
    !/\b(?:would|could|may|might|will|shall|can)(?![’'n]|not)\b/i.test(sentence)
  );
}
