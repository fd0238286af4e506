/** Names in titles, where every word has a capital. */

import { isLegalForm } from "../../model/id.ts";
import { businessVerbs, nameWords, plainWords } from "../lexicon.ts";
import type { Token } from "../tokens.ts";
import { verbReading } from "../verbs.ts";

/** In a title every word has a capital; verbs and small words end a name there. */
export function breaksTitle({ lower }: Token, ahead: Token | undefined): boolean {
  if (nameWords.has(lower)) return false;
  // "Trellis Point Capital Corp - Third quarter"
  if (ahead?.capital && housesOfMoney.test(ahead.lower)) return false;
  const reading = verbReading(lower);
  // "Wexcombe Legal Technologies Fourth Quarter"
  if (!reading && ahead?.capital && makers.test(ahead.lower)) return false;
  if (plainWords.has(lower) || businessVerbs.has(reading?.lemma ?? "")) return true;
  return reading?.forms.includes("s") === true && ahead !== undefined && ahead.kind !== "sign";
}

/** Who manages money: a plain word before these is part of the name. */
const housesOfMoney = /^(?:capital|partners|holdings|ventures|advisors|management)$/;

/** What makers are called: a plain word before these that is no verb is part of the name. */
const makers = /^(?:technologies|labs|systems|networks|laboratories|industries)$/;

/** "Challenging Nvidia", "A Game-Changing Investment": what a title says is being done is no name; "Thinking Machines" is. */
export function pastDoing(tokens: readonly Token[], first: number, next: number): number {
  const isDoing = (at: number): boolean =>
    /...ing$/.test(tokens[at]?.lower ?? "") && verbReading(tokens[at]!.lower) !== undefined;
  if (first + 1 === next) return isDoing(first) ? next : first;
  return tokens[first + 1]?.text === "-" && isDoing(first + 2) ? Math.min(next, first + 3) : first;
}

/** The words of a run, its legal form aside. */
export function wordsIn(tokens: readonly Token[], first: number, next: number): number {
  return tokens.slice(first, next).filter(({ kind, text }) => kind === "word" && !isLegalForm(text)).length;
}
