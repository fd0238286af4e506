/** Which words of a document could name a party? Registered names are taken at once; other capitalised runs are candidates. */

import { isLegalForm } from "../../model/id.ts";
import { nameWords, neverInNames, personTitles } from "../lexicon.ts";
import type { ReadSentence } from "../mentions.ts";
import type { NameHit, NameIndex } from "../names.ts";
import type { Token } from "../tokens.ts";
import { modals, verbReading } from "../verbs.ts";
import { runAt } from "./capital-runs.ts";
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
export function findCandidates(sentences: readonly ReadSentence[], index: NameIndex): NameCandidate[] {
  const candidates: NameCandidate[] = [];
  for (const sentence of sentences) {
    candidates.push(...scan(sentence, index));
    publicBodies(sentence);
  }
  return candidates;
}

/** Registered names go into the sentence; other capitalised runs are returned. */
function scan(sentence: ReadSentence, index: NameIndex): NameCandidate[] {
  const { tokens } = sentence;
  const candidates: NameCandidate[] = [];
  for (let at = 0; at < tokens.length; ) {
    const hit = index.at(tokens, at);
    const run =
      hit && hit.kind !== "descriptor" && hit.kind !== "product"
        ? extended(tokens, hit, sentence)
        : hit
          ? null
          : runAt(tokens, at, sentence, index);
    if (run && (!hit || hit.kind === "party")) {
      candidates.push({ sentence, ...run, name: nameOf(tokens, run.first, run.next) });
      at = run.next;
    } else if (hit && plausible(hit, tokens, sentence)) {
      const wider = hit.kind === "party" && !sentence.titleCase ? widerEnd(tokens, hit, index) : hit.next;
      if (wider > hit.next) {
        const name = nameOf(tokens, hit.first, wider);
        candidates.push({ sentence, first: hit.first, next: wider, name, within: hit });
        at = wider;
        continue;
      }
      if (hit.kind === "chip") sentence.chips.push(hit);
      else
        sentence.mentions.push({
          party: hit.party,
          via: hit.kind === "party" ? "name" : hit.kind,
          kind: index.parties.get(hit.party)?.kind ?? "unknown",
          first: hit.first,
          next: hit.next,
        });
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
