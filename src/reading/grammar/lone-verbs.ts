/** Is a form a verb here, or a noun, an adjective or an auxiliary of the next verb? */

import type { NameHit } from "../names.ts";
import type { Parsed } from "../syntax.ts";
import type { Token } from "../tokens.ts";
import { type VerbForm, verbReading } from "../verbs.ts";
import { adverb, determiners, prepositions } from "./function-words.ts";

/** Whether a pronoun carries its verb: "it's", "we've". */
export function pronounVerb(word: string): boolean {
  return /^(?:it's|we've|we're|they've|they're|we'll|they'll|it'll)$/.test(word);
}

/** An auxiliary is part of the verb that follows it: "has been signed". */
export function nextIsVerb(tokens: readonly Token[], at: number, cover: Parsed["cover"]): boolean {
  for (let index = at + 1; index < Math.min(at + 6, tokens.length); index++) {
    const word = tokens[index]!.lower;
    if (isReflexive(word)) continue;
    if (cover[index]) return false;
    const reading = verbReading(word);
    if (reading) {
      if (reading.lemma === "be" || reading.lemma === "have") return true;
      const after = tokens[at]!.lower;
      const lemma = verbReading(after)?.lemma;
      if (lemma === "have") return reading.forms.includes("participle") && !nounLike(tokens, index);
      if (lemma === "do") return reading.forms.includes("base");
      return (reading.forms.includes("participle") || reading.forms.includes("ing")) && !nounLike(tokens, index);
    }
    if (!adverb.test(word) || word === "in" || word === "all") return false;
  }
  return false;
}

/** "CoreWeave is itself carrying debt": a word that stands inside a verb group and speaks of its subject. */
export function isReflexive(word: string): boolean {
  return word === "itself" || word === "themselves";
}

/** Whether a form with no auxiliary is a verb here and no noun or adjective. */
export function loneVerb(
  tokens: readonly Token[],
  at: number,
  forms: readonly VerbForm[],
  cover: Parsed["cover"],
): boolean {
  const before = tokens[at - 1];
  const word = before?.lower ?? "";
  const after = tokens[at + 1];
  const named =
    at > 0 &&
    cover[at - 1] !== null &&
    "party" in cover[at - 1]! &&
    !("chip" in cover[at - 1]! && (cover[at - 1] as NameHit).kind === "chip");
  if (forms.includes("participle") || forms.includes("past")) {
    // "a planned listing", "its reported stake", "newly issued shares": before a noun it is an adjective.
    if (determiners.has(word) && word !== "which" && word !== "that" && word !== "all" && word !== "both") return false;
    if (word === "'s" || (/^(?:of|in|newly|previously|its)$/.test(word) && after?.lower !== "by")) return false;
    if (before?.text === "-" && before.end === tokens[at]!.start) return false;
    // "senior secured notes", "unsecured loans"
    if (
      /^(?:secured|unsecured|syndicated|subordinated)$/.test(tokens[at]!.lower) &&
      (word === "senior" || debtNoun.test(after?.lower ?? ""))
    )
      return false;
    return true;
  }
  if (forms.includes("ing"))
    return (
      !determiners.has(word) &&
      word !== "'s" &&
      !(before?.text === "-") &&
      !/^(?:financing|funding|holding|listing|offering|building|training|computing|spending|borrowing|pricing|backing|hosting|mining|filing|trading|lending|manufacturing|packaging|banking|landing|timing|warning|ruling|meeting|during|following|including|pending|outstanding|remaining|operating|processing|standing|closing|leading|pricing)$/.test(
        tokens[at]!.lower,
      )
    );
  if (forms.includes("s")) {
    if (named) return tokens[at - 1]!.lower !== "'s";
    if (
      before === undefined ||
      determiners.has(word) ||
      word === "'s" ||
      prepositions.has(word) ||
      before.kind === "number" ||
      /^(?:and|or|new|more|long|two|three|four|several|many|such|other|most|senior|secured|unsecured|subordinated|convertible|promissory|total)$/.test(
        word,
      )
    )
      return /^(?:and|which|that|who|it)$/.test(word);
    return (
      !/^(?:orders|deals|notes|leases|plans|costs|talks|loans|terms|shares|stakes|sales|warrants|reports|values|uses|funds|returns|prices|issues|needs|markets|bets|bids|hands|heads|names|places|points|rates|steps|views|services|sources|supplies|purchases|chips|contracts|offers|links|parts|totals|tests|results|moves|demands|ships|forms|forecasts|aims|limits|licenses|interests|rounds)$/.test(
        tokens[at]!.lower,
      ) ||
      (after !== undefined &&
        (determiners.has(after.lower) || cover[at + 1] !== null || after.lower === "to") &&
        before.capital)
    );
  }
  // A bare base form needs a plural or a pronoun before it.
  if (/^(?:we|they|i|you|who|which|that)$/.test(word)) return true;
  if (!named) return /^(?:and|or)$/.test(word) && verbBefore(tokens, at - 2) && !nounLike(tokens, at);
  return coordinated(tokens, at, cover) || tokens[at]!.lower === "close" || word === "they";
}

const debtNoun = /^(?:notes?|bonds?|loans?|debt|credit|facility|facilities|term|revolving|lenders?|creditors?)$/;

function nounLike(tokens: readonly Token[], at: number): boolean {
  return determiners.has(tokens[at - 1]?.lower ?? "");
}

function verbBefore(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index >= Math.max(0, at - 5); index--)
    if (/^(?:to|will|would|may|could|can)$/.test(tokens[index]!.lower)) return true;
  return false;
}

function coordinated(tokens: readonly Token[], at: number, cover: Parsed["cover"]): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 6); index--)
    if (
      (tokens[index]!.lower === "and" || tokens[index]!.text === "," || tokens[index]!.text === "&") &&
      cover[index - 1]
    )
      return true;
  return false;
}
