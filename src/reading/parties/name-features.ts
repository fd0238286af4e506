/** What do all the places of a name tell of it? Features from which the learned judge says whether it is an organisation. */

import { isLegalForm } from "../../model/id.ts";
import { type Features, symbol } from "../learned/features.ts";
import { classNumbersOf } from "../learned/word-classes.ts";
import { adjectivesOfPlace, firstNames, nameWords, personTitles, places, plainWords } from "../lexicon.ts";
import type { Vocabulary } from "../mentions.ts";
import { verbReading } from "../verbs.ts";
import type { NameCandidate } from "./candidates.ts";
import { domain } from "./capital-runs.ts";
import { weigh } from "./evidence.ts";
import { fullForms, wordsOf } from "./name-forms.ts";

/** What a name in a title must weigh to be one: the words of a company, or what it is said to be. */
const sureInTitle = 2.5;

/** All that the places of each name tell of it. */
export function describeNames(candidates: readonly NameCandidate[], ordinary: Vocabulary): Map<string, Features> {
  const described = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  const describe = (candidate: NameCandidate, weight: number): void => {
    const { name } = candidate;
    const features = described.get(name) ?? new Set<string>();
    for (const feature of nameFeatures(candidate, weight, ordinary)) features.add(feature);
    if (candidate.within) {
      features.add(`behind a registered ${candidate.within.kind}`);
      for (const word of wordsOf(name).slice(1)) features.add(`behind=${word.toLowerCase()}`);
    }
    described.set(name, features);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  };
  // A title's capitals tell nothing: it repeats names that the text makes sure of, or says what they are.
  const inTitles: [NameCandidate, number][] = [];
  for (const candidate of candidates) {
    const { sentence, next } = candidate;
    const weight = weigh(candidate);
    if (sentence.titleCase && !isLegalForm(sentence.tokens[next - 1]!.text) && weight < sureInTitle)
      inTitles.push([candidate, weight]);
    else describe(candidate, weight);
  }
  const elsewhere = new Set([...described.keys()].map((name) => name.toLowerCase()));
  for (const [candidate, weight] of inTitles) {
    const { name } = candidate;
    if (elsewhere.has(name.toLowerCase()) || name === name.toUpperCase()) continue;
    describe(candidate, weight);
    described.get(name)!.add("only in titles");
  }
  const fullOf = fullForms(described.keys());
  const withShort = new Set([...described.keys()].flatMap((name) => fullOf(name)));
  for (const [name, features] of described) {
    features.add(`times=${Math.min(4, counts.get(name)!)}`);
    if (fullOf(name).length > 0) features.add("short-for");
    if (withShort.has(name)) features.add("has-short");
  }
  return new Map([...described].map(([name, features]) => [name, featuresOf(features)]));
}

function featuresOf(names: ReadonlySet<string>): Features {
  const values = Int32Array.from(names, symbol);
  return { values, length: values.length };
}

/** One place of a name, as features: its words, its neighbours, its grammar. */
function nameFeatures({ sentence, first, next, name }: NameCandidate, weight: number, ordinary: Vocabulary): string[] {
  const { tokens } = sentence;
  const words = wordsOf(name).map((word) => word.toLowerCase());
  const at = (index: number): string => {
    const token = tokens[index];
    if (!token) return index < 0 ? "<s>" : "</s>";
    if (token.kind === "number") return "<n>";
    return token.capital
      ? sentence.mentions.some((one) => index >= one.first && index < one.next)
        ? "<org>"
        : "<Cap>"
      : token.lower;
  };
  const lemma = (word: string): string => verbReading(word)?.lemma ?? word;
  const features = [
    `weight=${Math.max(-4, Math.min(5, Math.round(weight)))}`,
    `words=${Math.min(4, words.length)}`,
    `b=${at(first - 1)}`,
    `bb=${at(first - 2)}_${at(first - 1)}`,
    `a=${lemma(at(next))}`,
    `aa=${lemma(at(next))}_${lemma(at(next + 1))}`,
    `a2=${lemma(at(next + 1))}`,
    `ba=${at(first - 1)}_${lemma(at(next))}`,
    `block=${sentence.sentence.block}`,
    `last=${words.at(-1)}`,
    `first=${words[0]}`,
  ];
  const plain = words.filter((word) => ordinary(word)).length;
  const how = plain === 0 ? "none" : plain === words.length ? "all" : "some";
  const begins = first === 0 || /^[.!?:;•"“|*→–—-]$/.test(tokens[first - 1]!.text) ? "begins" : "within";
  features.push(
    `ordinary=${how}`,
    `ordinary=${how} ${words.length} ${begins}`,
    `ordinary-last=${ordinary(words.at(-1) ?? "")}`,
  );
  for (const word of words) {
    if (nameWords.has(word)) features.push("name-word", `name-word=${word}`);
    if (places.has(word)) features.push(words.length === 1 ? "is-place" : "has-place");
    if (plainWords.has(word)) features.push(words.length === 1 ? "is-plain" : "has-plain");
    if (adjectivesOfPlace.has(word)) features.push("has-nation");
    if (personTitles.has(word)) features.push("has-title");
    for (const name of classNumbersOf(word)) features.push(`class=${name}`);
  }
  if (firstNames.has(words[0]!)) features.push(`first-name-${Math.min(3, words.length)}`);
  if (isLegalForm(tokens[next - 1]!.text)) features.push("legal-form");
  if (/[a-z][A-Z]/.test(name)) features.push("camel");
  if (/^[A-Z]{2,5}$/.test(name)) features.push("acronym");
  if (/\d/.test(name)) features.push("digit");
  if (domain.test(name)) features.push("domain", `domain ${begins}`);
  const small = name === name.toLowerCase();
  if (small) features.push("small", `small ${begins}`, `small a=${lemma(at(next))}`, `small b=${at(first - 1)}`);
  const early = sentence.sentence.start < 200;
  if (early) features.push("early", `early ordinary=${how}`, `early ${sentence.sentence.block}`);
  if (
    /^\p{Lu}\p{Ll}+(?:ium|ix|ex|ify|ly|ware|soft|tron|wave|core|gen|net|tech|lab|bank|data|works|forge|scale|mind|grid)$/u.test(
      name,
    )
  )
    features.push("brandlike");
  for (const name of classNumbersOf(lemma(at(next)))) features.push(`ac=${name}`);
  for (const name of classNumbersOf(lemma(at(next + 1)))) features.push(`ac2=${name}`);
  for (let back = first - 1; back >= Math.max(0, first - 6); back--)
    for (const name of classNumbersOf(lemma(at(back)))) features.push(`bc=${name}`);
  return features;
}
