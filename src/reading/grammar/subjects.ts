/** Who or what is the subject of a verb group? */

import type { Mention } from "../mentions.ts";
import { type Parsed, type VerbGroup, wordAt } from "../syntax.ts";
import { ownDeterminer } from "./arguments.ts";
import { adverb, determiners, objectControl, prepositions, relatives, subordinators } from "./function-words.ts";

/** Fills in the subject of one group; those before it are done. */
export function findSubject(parsed: Parsed, group: VerbGroup, index: number): void {
  const { tokens, verbs } = parsed;
  const previous = verbs[index - 1] ?? null;
  if (tokens[group.first]?.lower === "to" || (!group.finite && group.form !== "ing" && !group.passive)) {
    if (previous) inherit(parsed, group, previous);
    return;
  }
  let at = group.first - 1;
  while (
    at >= 0 &&
    !parsed.cover[at] &&
    (adverb.test(tokens[at]!.lower) || /^["“”]$/.test(tokens[at]!.text)) &&
    tokens[at]!.lower !== "in"
  )
    at--;
  const word = tokens[at]?.lower ?? "";
  // A relative clause: the nearest party before the pronoun.
  if (relatives.has(word) && !(word === "that" && previous && previous.next === at)) {
    const antecedent = antecedentOf(parsed, at);
    group.subject = antecedent;
    if (antecedent.length === 0) group.subjectNoun = at - 1;
    return;
  }
  if (!group.finite && group.passive) {
    // A bare participle after a noun speaks of that noun.
    const noun = parsed.cover[at];
    if (noun && "via" in noun) group.subject = [noun];
    else group.subjectNoun = at;
    return;
  }
  if (group.form === "ing" && !group.finite && previous) {
    inherit(parsed, group, previous);
    return;
  }
  if (/^(?:and|or|but|then)$/.test(word) || (word === "," && previous && !partyBetween(parsed, previous.next, at))) {
    const joined = word === "," ? null : previous;
    if (joined && !(word === "," && joined.finite === false)) {
      inherit(parsed, group, joined);
      if (group.subject.length > 0 || group.subjectNoun !== null) return;
    }
    if (word === ",") {
      const opened = insertionSubject(parsed, at, index);
      if (opened.length > 0) {
        group.subject = opened;
        return;
      }
    }
  }
  directSubject(parsed, group, previous, at, index);
}

function inherit(parsed: Parsed, group: VerbGroup, previous: VerbGroup): void {
  group.governor = previous;
  if (wordAt(parsed, group.first) === "to" && objectControl.has(previous.lemma)) {
    const objects = parsed.mentions.filter((one) => one.first >= previous.next && one.next <= group.first);
    if (objects.length > 0) {
      group.subject = [objects[0]!];
      return;
    }
  }
  group.subject = previous.subject;
  group.subjectNoun = previous.subjectNoun;
}

function partyBetween(parsed: Parsed, first: number, next: number): boolean {
  return parsed.mentions.some((one) => one.first >= first && one.next <= next);
}

function antecedentOf(parsed: Parsed, at: number): Mention[] {
  const before = parsed.mentions.filter((one) => one.next <= at && at - one.next <= 12);
  const nearest = before.at(-1);
  if (!nearest) return [];
  // "a term loan from X, which …" may speak of the loan; a party right before the comma is the usual case.
  const gap = at - nearest.next;
  if (gap <= 1 || (gap <= 8 && apposed(parsed, nearest.next, at))) return [nearest];
  return [];
}

/** ", an unrated counterparty," between a name and its relative clause. */
function apposed(parsed: Parsed, from: number, to: number): boolean {
  return (
    parsed.tokens[from]?.text === "," &&
    (parsed.tokens[to - 1]?.text === "," || determiners.has(wordAt(parsed, from + 1)))
  );
}

/** The verb after a closing comma: its subject stands before the insertion that the comma closes. */
function insertionSubject(parsed: Parsed, comma: number, index: number): Mention[] {
  for (let at = index - 1; at >= 0; at--) {
    const inner = parsed.verbs[at]!;
    if (inner.next > comma) continue;
    const lead = wordAt(parsed, inner.first - 1);
    const within = !inner.finite && inner.passive && inner.subject.length === 0;
    if ((relatives.has(lead) || !inner.finite) && !within) return inner.subject;
  }
  // ", its largest backer," or ", the Norwegian group,"
  for (let at = comma - 1; at > 0; at--) {
    if (parsed.tokens[at]!.text !== ",") continue;
    const before = parsed.cover[at - 1];
    return before && "via" in before && (index === 0 || determiners.has(wordAt(parsed, at + 1))) ? [before] : [];
  }
  return [];
}

/** The party before the verb that no preposition governs; else the noun there. */
function directSubject(parsed: Parsed, group: VerbGroup, previous: VerbGroup | null, at: number, index: number): void {
  const start = boundaryBefore(parsed, at, previous);
  const candidates = parsed.mentions.filter((one) => one.first >= start && one.next <= at + 1);
  const free = candidates.filter((one) => !governed(parsed, one, start));
  if (free.length > 0) {
    const first = free[0]!;
    group.subject = free.filter(
      (one, nth) => nth === 0 || (listed(parsed, free[nth - 1]!, one) && !ownDeterminer(parsed, one)),
    );
    const possessive =
      wordAt(parsed, first.next) === "'s" && first.next + 1 <= at && !nounIsName(parsed, first.next + 1);
    if (possessive || (ownDeterminer(parsed, first) && first.next <= at)) {
      // "Oracle's revenue rose": the noun is the subject, the party its owner.
      group.subjectNoun = headNoun(parsed, first.next, at);
      group.subject = [];
    }
    return;
  }
  if (candidates.length === 0 && parsed.tokens[at]?.text === ",") {
    group.subject = insertionSubject(parsed, at, index);
    if (group.subject.length > 0) return;
  }
  group.subjectNoun = headNoun(parsed, start, at);
}

function nounIsName(parsed: Parsed, at: number): boolean {
  const entity = parsed.cover[at];
  return entity !== null && entity !== undefined && "via" in entity;
}

function listed(parsed: Parsed, a: Mention, b: Mention): boolean {
  if (b.first - a.next > 2) return false;
  for (let at = a.next; at < b.first; at++) if (!/^(?:,|and|or|&|\/)$/.test(wordAt(parsed, at))) return false;
  return true;
}

function boundaryBefore(parsed: Parsed, at: number, previous: VerbGroup | null): number {
  const floor = previous ? previous.next : 0;
  for (let index = at; index > floor; index--) {
    const word = wordAt(parsed, index);
    if (parsed.cover[index]) continue;
    if (
      /^(?:;|:|—|–|\.|\||"|“|”|\()$/.test(word) ||
      subordinators.has(word) ||
      word === "but" ||
      (word === "that" && index < at) ||
      (word === "as" && index > floor && parsed.tokens[index - 1]?.text === ",")
    )
      return index + 1;
  }
  return floor;
}

function governed(parsed: Parsed, one: Mention, start: number): boolean {
  const before = wordAt(parsed, one.first - 1);
  if (one.first - 1 < start) return false;
  return prepositions.has(before) && before !== "as" && before !== "like";
}

function headNoun(parsed: Parsed, start: number, at: number): number | null {
  for (let index = start; index <= at; index++) {
    const token = parsed.tokens[index]!;
    if (token.kind !== "word" || parsed.cover[index]) continue;
    if (determiners.has(token.lower) || adverb.test(token.lower)) continue;
    const next = wordAt(parsed, index + 1);
    if (index === at || prepositions.has(next) || /^(?:,|\(|that|which)$/.test(next)) return index;
  }
  return at >= start ? at : null;
}
