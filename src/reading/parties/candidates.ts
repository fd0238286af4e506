/** Which words of a document could name a party? Registered names are taken at once; other capitalised runs are candidates. */

import { isLegalForm } from "../../model/id.ts";
import { nameWords, neverInNames, personTitles } from "../lexicon.ts";
import { mentionByName, type ReadSentence, type Vocabulary } from "../mentions.ts";
import type { NameHit, NameIndex } from "../names.ts";
import type { Token } from "../tokens.ts";
import { modals, verbReading } from "../verbs.ts";
import { firstOfNames, runAt } from "./capital-runs.ts";
import { publicBodies } from "./public-bodies.ts";

/** A capitalised run that could be the name of an organisation. */
export interface NameCandidate {
  readonly sentence: ReadSentence;
  readonly first: number;
  readonly next: number;
  readonly name: string;
  /** The registered name that it begins with, which is meant where the whole is no name: "Samsung SDS", but "Nvidia Blackwell". */
  readonly within?: NameHit;
}

/** Registered names go into the sentences; the other capitalised runs are candidates. */
export function findCandidates(
  sentences: readonly ReadSentence[],
  index: NameIndex,
  ordinary: Vocabulary,
): NameCandidate[] {
  const candidates: NameCandidate[] = [];
  for (const sentence of sentences) {
    candidates.push(...scan(sentence, index, ordinary));
    publicBodies(sentence);
  }
  return withoutForeignWords(withoutChance(withoutOpeners(candidates, ordinary)), sentences);
}

/** "Newcomer Nordlicht Compute climbed": an ordinary word that opens a sentence before a name that the text has elsewhere. */
function withoutOpeners(candidates: readonly NameCandidate[], ordinary: Vocabulary): NameCandidate[] {
  const heads = new Set(candidates.map(({ sentence: { tokens }, first }) => tokens[first]!.lower));
  return candidates.map((one) => {
    const { sentence, first, next, within } = one;
    const { tokens } = sentence;
    const opens = first === 0 || /^[.!?:;•|]$/.test(tokens[first - 1]!.text);
    if (!opens || within || next - first < 2 || !ordinary(tokens[first]!.lower)) return one;
    const second = tokens[first + 1]!;
    // "First Abu Dhabi Bank"
    const isBank = tokens.slice(first, next).some(({ lower }) => lower === "bank");
    if (isBank && firstOfNames.has(tokens[first]!.lower)) return one;
    if (second.kind !== "word" || ordinary(second.lower) || !heads.has(second.lower)) return one;
    return { ...one, first: first + 1, name: nameOf(tokens, first + 1, next) };
  });
}

/**
 * "Nvidia's Hegemony" in a title, "Solidifies Amazon's control" at the head of a list item: one word that a capital of its place makes look like a name,
 * and that stands nowhere else in the text.
 */
function withoutChance(candidates: readonly NameCandidate[]): NameCandidate[] {
  const times = new Map<string, number>();
  for (const { name } of candidates) times.set(name, (times.get(name) ?? 0) + 1);
  return candidates.filter(({ sentence: { sentence, tokens, titleCase }, first, next, name, within }) => {
    if (within || next - first > 1 || times.get(name)! > 1) return true;
    const owned = titleCase && sentence.block === "heading" && tokens[first - 1]?.lower === "'s";
    const doing =
      /^\p{Lu}\p{Ll}+(?:ifies|izes)$/u.test(name) &&
      (first === 0 || tokens[first - 1]!.kind === "sign") &&
      (tokens[next]?.capital === true || /^(?:the|a|an|its|their|his|her|our)$/.test(tokens[next]?.lower ?? ""));
    return !owned && !doing;
  });
}

/** Where so many words in small letters are unknown, and such a share of all words, they are another language and not names. */
const mostSmall = 40;
const mostOfWords = 0.08;

function withoutForeignWords(
  candidates: readonly NameCandidate[],
  sentences: readonly ReadSentence[],
): NameCandidate[] {
  const others = candidates.filter(({ name }) => name !== name.toLowerCase());
  const small = candidates.length - others.length;
  if (small <= mostSmall) return [...candidates];
  const words = sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return small > words * mostOfWords ? others : [...candidates];
}

/** Registered names go into the sentence; other capitalised runs are returned. */
function scan(sentence: ReadSentence, index: NameIndex, ordinary: Vocabulary): NameCandidate[] {
  const { tokens } = sentence;
  const candidates: NameCandidate[] = [];
  for (let at = 0; at < tokens.length; ) {
    const found = index.at(tokens, at);
    const hit = found && isMeant(found, tokens, sentence, ordinary) ? found : null;
    const run =
      hit && hit.kind !== "descriptor" && hit.kind !== "product"
        ? extended(tokens, hit, sentence)
        : hit
          ? null
          : (runAt(tokens, at, sentence, index) ?? smallName(tokens, at, ordinary));
    if (run && (!hit || hit.kind === "party")) {
      candidates.push({ sentence, ...run, name: nameOf(tokens, run.first, run.next) });
      at = run.next;
    } else if (hit) {
      const wider = sentence.titleCase || hit.kind === "descriptor" ? hit.next : widerEnd(tokens, hit, index);
      if (wider > hit.next) {
        const name = nameOf(tokens, hit.first, wider);
        candidates.push({ sentence, first: hit.first, next: wider, name, within: hit });
        at = wider;
        continue;
      }
      putName(hit, sentence, index);
      at = hit.next;
    } else at++;
  }
  return candidates;
}

/** "Harrow Ventures" is no "Harrow": a registered name with a company word behind it is another name. */
function extended(
  tokens: readonly Token[],
  hit: NameHit,
  sentence: ReadSentence,
): { first: number; next: number } | null {
  if (hit.kind !== "party" || sentence.titleCase) return null;
  let next = hit.next;
  while (next < tokens.length && tokens[next]!.capital && nameWords.has(tokens[next]!.lower)) next++;
  const legal = legalEnd(tokens, hit.next);
  if (legal > next) return { first: hit.first, next: legal };
  if (next === hit.next) return null;
  const after = tokens[next]?.lower ?? "";
  const loose =
    next === hit.next + 1 &&
    /^(?:ai|cloud|data|digital|compute|energy|chips|silicon)$/.test(tokens[hit.next]!.lower) &&
    /^(?:chips?|gpus?|servers?|cent(?:er|re)s?|systems?|racks?|accelerators?|platform|services?|revenue|unit)$/.test(
      after,
    );
  return loose ? null : { first: hit.first, next };
}

/** Where up to three capitalised words end that follow a registered name and could make another company's name of it. */
function widerEnd(tokens: readonly Token[], hit: NameHit, index: NameIndex): number {
  let next = hit.next;
  while (next < tokens.length && next < hit.next + 3) {
    const token = tokens[next]!;
    if (token.kind !== "word" || !token.capital || token.start - tokens[next - 1]!.end !== 1) break;
    if (neverInNames.has(token.lower) || personTitles.has(token.lower) || index.at(tokens, next)) break;
    next++;
  }
  return next;
}

/** Where a legal form ends the capitalised words behind a registered name: "Aker Horizons Compute ASA". */
function legalEnd(tokens: readonly Token[], from: number): number {
  for (let at = from; at < Math.min(from + 5, tokens.length) && tokens[at]!.capital; at++)
    if (at > from && isLegalForm(tokens[at]!.text)) return at + 1;
  return from;
}

/** Puts a registered name into its sentence. */
export function putName(hit: NameHit, sentence: ReadSentence, index: NameIndex): void {
  const { kind, party, first, next } = hit;
  if (kind === "chip") sentence.chips.push(hit);
  else if (kind === "party") sentence.mentions.push(mentionByName(party, first, next, index));
  else sentence.mentions.push({ party, via: kind, kind: index.parties.get(party)?.kind ?? "unknown", first, next });
}

/** Whether a registered name is meant here, and not an ordinary word or another name. */
function isMeant(hit: NameHit, tokens: readonly Token[], sentence: ReadSentence, ordinary: Vocabulary): boolean {
  return !(hit.small && ordinary(tokens[hit.first]!.lower)) && plausible(hit, tokens, sentence);
}

/** "zephyrine", "tinbox": a word that texts do not know could be a name that is written small. */
function smallName(tokens: readonly Token[], at: number, ordinary: Vocabulary): { first: number; next: number } | null {
  const { kind, text, lower, capital, start, end } = tokens[at]!;
  const legal = smallLegalEnd(tokens, at);
  if (legal > at) return { first: at, next: legal };
  if (kind !== "word" || capital || lower.length < 4 || ordinary(lower) || !smallWord.test(text)) return null;
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const glued =
    (before?.end === start && (before.kind !== "sign" || before.text === "-")) ||
    (after?.text === "-" && after.start === end);
  return glued || inflected(lower, ordinary) ? null : { first: at, next: at + 1 };
}

/** "tensorly, Inc.", "umbra research, inc.": where a legal form ends a name that is written small; `at` where none does. */
function smallLegalEnd(tokens: readonly Token[], at: number): number {
  const opened =
    at === 0 ||
    /^[.:(|"“—–-]$/.test(tokens[at - 1]!.text) ||
    /^(?:of|by|with|and|to|from)$/.test(tokens[at - 1]!.lower);
  if (!opened) return at;
  for (let next = at; next < Math.min(at + 3, tokens.length); next++) {
    const { kind, capital, text } = tokens[next]!;
    if (kind !== "word" || capital || !smallWord.test(text)) return at;
    const form = tokens[next + 1]?.text === "," ? tokens[next + 2] : undefined;
    if (form && /^(?:inc|llc|ltd|plc|gmbh|corp)\.?$/i.test(form.text)) return next + 3;
  }
  return at;
}

const smallWord = /^\p{Ll}[\p{Ll}\p{N}.]*$/u;

/** Whether a word is a form of one that texts know, or made as only ordinary words are. */
function inflected(lower: string, ordinary: Vocabulary): boolean {
  if (ordinaryEnd.test(lower) || ordinary(lower.replace(ordinaryStart, ""))) return true;
  const stem = /^(.{3,}?)(?:s|es|ed|d|er|ers|est|y)$/.exec(lower)?.[1];
  return stem !== undefined && [stem, `${stem}e`, stem.slice(0, -1)].some(ordinary);
}

const ordinaryStart = /^(?:un|re|non|pre|over|under|mis|out|dis|semi|anti|co|sub)/;
const ordinaryEnd = /(?:ly|ness|ments?|tions?|ing|able|ible|ised|ized|less|ful|ship|ism|ist|ity|ive|ous|ance|ence)$/;

function plausible(hit: NameHit, tokens: readonly Token[], sentence: ReadSentence): boolean {
  const first = tokens[hit.first]!;
  if (hit.kind === "chip") return !(first.lower === "hopper" || first.lower === "ascend") || first.capital;
  if (!hit.careful) return true;
  if (hit.next - hit.first > 1) return true;
  // An ordinary word is a name where it has a capital that its place does not explain.
  if (!first.capital || sentence.titleCase) return false;
  const before = tokens[hit.first - 1];
  const after = tokens[hit.next];
  if (before?.lower === "the" || before?.lower === "a") return false;
  if (after?.capital && after.start === first.end + 1 && !modals.has(after.lower)) return false;
  if (hit.first > 0 && !/^[.!?:;•"“|*]$/.test(before?.text ?? "")) return true;
  return (
    after !== undefined &&
    (after.lower === "'s" ||
      modals.has(after.lower) ||
      verbReading(after.lower) !== undefined ||
      /^(?:still|also|now|already|itself|recently|reportedly)$/.test(after.lower) ||
      /^[,|:(*]$/.test(after.text))
  );
}

/** The name as written, with the spaces that the text has. */
export function nameOf(tokens: readonly Token[], first: number, next: number): string {
  let name = "";
  for (let at = first; at < next; at++)
    name += (at > first && tokens[at]!.start > tokens[at - 1]!.end ? " " : "") + tokens[at]!.text;
  return name;
}
