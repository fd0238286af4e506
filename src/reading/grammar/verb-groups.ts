/** Which words make up the verb group around a full verb, and what voice and form has it? */

import type { Parsed, VerbGroup } from "../syntax.ts";
import type { Token } from "../tokens.ts";
import { modals, type VerbForm, verbReading } from "../verbs.ts";
import { adverb } from "./function-words.ts";
import { isReflexive, loneVerb, nextIsVerb, pronounVerb } from "./lone-verbs.ts";

/** A verb group whose full verb is at `at`; auxiliaries before it are gathered backwards. */
export function groupAt(
  tokens: readonly Token[],
  at: number,
  cover: Parsed["cover"],
  previous: VerbGroup | null,
): VerbGroup | null {
  const token = tokens[at]!;
  if (token.kind !== "word" || (cover[at] && !pronounVerb(token.lower))) return null;
  const reading = verbReading(token.lower);
  if (!reading) return null;
  const floor = previous ? previous.next : 0;
  let first = at;
  let auxiliary = "";
  let have = false;
  let be = false;
  let modal = false;
  let to = false;
  let negated = false;
  for (let index = at - 1; index >= floor; index--) {
    const word = tokens[index]!.lower;
    if (isReflexive(word)) continue;
    if (cover[index] && !pronounVerb(word)) break;
    if (/^(?:not|never|n't|no)$/.test(word) || /n't$/.test(word)) negated = true;
    const before = verbReading(word);
    if (
      modals.has(word) ||
      (before && /^(?:be|have|do)$/.test(before.lemma)) ||
      word === "'ve" ||
      word === "'s" ||
      word === "'re" ||
      word === "'d" ||
      word === "'ll"
    ) {
      if (word === "'s" && cover[index - 1]) break;
      if (modals.has(word) || word === "'ll") modal = true;
      else if (before?.lemma === "be" || word === "'re") be = true;
      else if (before?.lemma === "have" || word === "'ve") have = true;
      auxiliary = word;
      first = index;
      continue;
    }
    if (word === "to" && index === first - 1 && !have) {
      to = true;
      first = index;
      break;
    }
    if (
      adverb.test(word) &&
      !(word === "in" || word === "but" || word === "all" || word === "both") &&
      !(word === "no" && index === at - 1)
    ) {
      if (
        auxiliary === "" &&
        (word === "so" || word === "just" || word === "even" || word === "only" || word === "first")
      )
        break;
      continue;
    }
    if (word === "in" && tokens[index + 1]?.lower === "turn") continue;
    if (word === "turn" && tokens[index - 1]?.lower === "in") continue;
    break;
  }
  const lone = first === at;
  if (reading.lemma === "be" || reading.lemma === "have" || reading.lemma === "do") {
    if (nextIsVerb(tokens, at, cover)) return null;
  } else if (lone && !loneVerb(tokens, at, reading.forms, cover)) return null;
  const form = pickForm(reading.forms, { be, have, modal, to });
  const passive =
    be &&
    form === "participle" &&
    reading.lemma !== "be" &&
    reading.lemma !== "become" &&
    reading.lemma !== "go" &&
    reading.lemma !== "come";
  const participle = reading.forms.includes("participle");
  const reduced =
    lone &&
    participle &&
    !modal &&
    (tokens[at + 1]?.lower === "by" ||
      (reading.forms.length === 1 && reading.forms[0] === "participle") ||
      trails(tokens, at, cover, previous));
  const finite = !to && !(lone && form === "ing") && !reduced;
  return {
    first,
    head: at,
    next: at + 1,
    lemma: reading.lemma,
    form,
    passive: passive || reduced,
    negated,
    finite,
    governor: null,
    subject: [],
    subjectNoun: null,
  };
}

/** ", signed in July": a bare participle that trails a noun of a clause which has its verb already. */
function trails(tokens: readonly Token[], at: number, cover: Parsed["cover"], previous: VerbGroup | null): boolean {
  if (
    !previous?.finite ||
    cover[at - 1] ||
    !/^(?:in|on|at|with|through|under|for|from|to|of|as|last|this|earlier)$/.test(tokens[at + 1]?.lower ?? "")
  )
    return false;
  for (let index = previous.next; index < at; index++)
    if (
      !cover[index] &&
      /^(?:;|:|—|–|and|but|which|who|that|because|while|as|when|after|"|”)$/.test(tokens[index]!.lower)
    )
      return false;
  return true;
}

function pickForm(
  forms: readonly VerbForm[],
  given: { be: boolean; have: boolean; modal: boolean; to: boolean },
): VerbForm {
  if (forms.includes("ing")) return "ing";
  if ((given.have || given.be) && forms.includes("participle")) return "participle";
  if ((given.modal || given.to) && forms.includes("base")) return "base";
  return forms[0]!;
}
