/** How strongly does a place speak for an organisation? Its words, its neighbours and its grammar, weighed by hand. */

import { isLegalForm } from "../../model/id.ts";
import { adjectivesOfPlace, businessVerbs, nameWords, organisationNouns, places, plainWords } from "../lexicon.ts";
import type { Token } from "../tokens.ts";
import { modals, verbReading } from "../verbs.ts";
import { appositive, isOrganisationNounSoon, nounBefore } from "./appositions.ts";
import type { NameCandidate } from "./candidates.ts";
import { wordsOf } from "./name-forms.ts";
import { isPerson } from "./people.ts";

/** How strongly one place speaks for an organisation; below zero speaks against it. */
export function weigh(candidate: NameCandidate): number {
  const { sentence, first, next, name } = candidate;
  const { tokens } = sentence;
  const words = wordsOf(name);
  const lower = words.map((word) => word.toLowerCase());
  if (bodyOfPlace(name)) return 3;
  if (lower.every((word) => places.has(word) || adjectivesOfPlace.has(word) || plainWords.has(word)))
    return words.length === 1 || !lower.some((word) => nameWords.has(word)) ? -4 : 0;
  const before = tokens[first - 1];
  const after = tokens[next];
  let weight = 0;
  if (words.length < name.split(/[\s,]+/).length || isLegalForm(tokens[next - 1]!.text)) weight += 3;
  if (words.length > 1 && lower.slice(1).some((word) => nameWords.has(word))) weight += 3;
  if (/[a-z][A-Z]/.test(words[0]!) && words.length <= 2) weight += 1.5;
  if (isPerson(tokens, first, next, lower)) return -3;
  const head = after?.lower ?? "";
  if (/^[A-Z]{3}$/.test(name) && (currencies.has(name) || /^\d/.test(head))) return -9;
  if (head === "," && appositive(tokens, next + 1)) weight += 3;
  if (head === "," && tokens[next + 1]?.lower === "of" && places.has(tokens[next + 2]?.lower ?? "")) weight += 2.5;
  if (/^(?:is|was|are|remains|became)$/.test(head) && appositive(tokens, next + 1)) weight += 3;
  if (head === "," && tokens[next + 1]?.kind === "word" && isOrganisationNounSoon(tokens, next + 1)) weight += 2;
  if (before && nounBefore(tokens, first)) weight += 3;
  if (head === "'s" || head === "'") weight += 0.7;
  if (
    head === "(" &&
    /^(?:nasdaq|nyse|euronext|lse|asx|tsx|owned|backed|listed|formerly|part)/.test(tokens[next + 1]?.lower ?? "")
  )
    weight += 3;
  const verb = verbReading(head);
  const adverb = verb ? undefined : verbReading(tokens[next + 1]?.lower ?? "");
  if (
    (verb && businessVerbs.has(verb.lemma)) ||
    modals.has(head) ||
    (/ly$|^(?:also|now|has|had|itself|still|recently|then|already)$/.test(head) &&
      adverb &&
      businessVerbs.has(adverb.lemma))
  )
    weight += first === 0 && words.length === 1 ? 1 : 1.3;
  if (before && relationBefore.test(before.lower) && !placeLike(before.lower, words))
    weight += relationWeight(tokens, first);
  if (
    before &&
    /^(?:in|at|near|across|outside|around|towards|throughout)$/.test(before.lower) &&
    words.length <= 2 &&
    weight < 3 &&
    !relationNoun(tokens, first)
  )
    weight -= 1.5;
  if (
    sentence.sentence.block === "row" ||
    (sentence.sentence.block === "bullet" && first === 0 && /^[:|(]$/.test(head))
  )
    weight += 2;
  if (sentence.titleCase && first > 0) weight -= 0.5;
  if (first === 0 && words.length === 1 && lower[0]!.endsWith("s") && weight < 2) weight -= 0.5;
  return weight;
}

/** "State Bank of India", "University of Waterloo": what a place's name stands behind. */
function bodyOfPlace(name: string): boolean {
  return /\b(?:Bank|University|Institute|Authority|Fund|Corporation|Foundation) of \p{Lu}/u.test(name);
}

const relationBefore =
  /^(?:with|from|by|to|between|for|of|in|into|at|and|via|including|customer|supplier|tenant|rival|investor|lender|owner|buyer|seller|partner|parent|subsidiary|developer|operator|provider|landlord|backer|chipmaker|startup|start-up|miner|hyperscaler|lab|company|firm|maker|group)$/;

function placeLike(preposition: string, words: readonly string[]): boolean {
  return /^(?:in|at|to)$/.test(preposition) && words.length === 1 && places.has(words[0]!.toLowerCase());
}

const currencies = new Set(
  "USD EUR GBP JPY INR CNY RMB NOK SEK DKK CHF CAD AUD HKD SGD KRW TWD AED SAR PLN ILS BRL CZK ISK ZAR QAR NTD MYR THB IDR PHP VND TRY MXN NZD HUF RON".split(
    " ",
  ),
);

const relationNouns =
  /^(?:contract|deal|agreement|lease|stake|investment|investor|partnership|loan|facility|talks|order|money|capital|equity|financing|bought|acquired|acquire|buy|sold|sell|lent|borrowed|raised|led|headed|shareholding|holding|shares|competitor|customer|supplier|commitment|invest|invested|put|funding|bonds|notes|backing|merge|merger|bid|takeover|acquisition|capacity|leased|rented|rent|rely|relies|depend|depends|signed|sign|ordered|runs|hosted|provided|backed|owned|controlled|arranged|purchased|purchase|contracted|supplied|customers|tenants|tenant|investors|lenders|credit|debt|warrants|options|cloud|services|chips|gpus|processors|accelerators|revenue|sales|cash|round|secured|obtained|supplier|manufactured|made|built|committed|promised|owed|million|billion|bn|m|mw|gw|megawatts|percent|cent|%)$/;

function relationNoun(tokens: readonly Token[], first: number): boolean {
  for (let at = first - 2; at >= Math.max(0, first - 6); at--) if (relationNouns.test(tokens[at]!.lower)) return true;
  return false;
}

function relationWeight(tokens: readonly Token[], first: number): number {
  const before = tokens[first - 1]!.lower;
  if (organisationNouns.get(before) !== undefined && before !== "for") return 2.5;
  if (!relationNoun(tokens, first)) return 0.4;
  return before === "in" || before === "at" || before === "of" || before === "for" ? 0.8 : 1.6;
}
