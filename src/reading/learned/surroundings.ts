/** The words and the grammar around an anchor, as symbols that features can be made of. */

import type { ReadSentence } from "../mentions.ts";
import type { Parsed, VerbGroup } from "../syntax.ts";
import { type Anchor, lemmaAt } from "./anchors.ts";
import { classesOf } from "./word-classes.ts";

/** The verb group to which an anchor belongs: the nearest before it in its clause, else the one after. */
export function governing(parsed: Parsed, anchor: Anchor): VerbGroup | null {
  const own = parsed.verbs.find((group) => anchor.first >= group.first && anchor.first < group.next);
  if (own) return own;
  const [start, end] = clauseAround(parsed, anchor);
  const before = parsed.verbs.filter((group) => group.next <= anchor.first && group.first >= start).at(-1);
  if (before) return before;
  return parsed.verbs.find((group) => group.first >= anchor.next && group.first < end) ?? null;
}

export function clauseAround(parsed: Parsed, anchor: Anchor): [number, number] {
  let start = anchor.first;
  while (start > 0 && !breaks(parsed, start - 1)) start--;
  let end = anchor.next;
  while (end < parsed.tokens.length && !breaks(parsed, end)) end++;
  return [start, end];
}

function breaks(parsed: Parsed, at: number): boolean {
  return (
    !parsed.cover[at] &&
    /^(?:;|:|—|\.|while|whereas|but|which|who|because|although|\||→|•)$/.test(parsed.tokens[at]!.lower)
  );
}

export function nounBeside(parsed: Parsed, anchor: Anchor): number | null {
  if (!anchor.quantity) return parsed.cover[anchor.first] ? null : anchor.first;
  for (let at = anchor.next; at < Math.min(anchor.next + 6, parsed.tokens.length); at++) {
    if (parsed.cover[at]) continue;
    const word = parsed.tokens[at]!;
    if (
      word.kind !== "word" ||
      /^(?:of|in|to|from|with|by|for|at|on|and|or|over|under|the|a|an|that|which)$/.test(word.lower)
    )
      return null;
    const next = parsed.tokens[at + 1];
    if (
      !next ||
      next.kind === "sign" ||
      /^(?:of|in|to|from|with|by|for|at|on|and|or|over|under|that|which|was|is|has|had|were|are)$/.test(next.lower)
    )
      return at;
  }
  return null;
}

/** A token as a symbol: its lemma, or what sort of entity it is part of. */
export function symbolAt(parsed: Parsed, at: number): string {
  const token = parsed.tokens[at];
  if (!token) return at < 0 ? "<s>" : "</s>";
  const entity = parsed.cover[at];
  if (entity) return "via" in entity ? "<org>" : "idle" in entity ? `<${entity.type}>` : "<chip>";
  if (token.kind === "number") return "<n>";
  return token.kind === "word" ? lemmaAt(parsed, at) : token.text;
}

/** Word classes on one side of an anchor in its clause, the nearest first, each with its distance in words. */
export function nearClasses(parsed: Parsed, from: number, direction: 1 | -1): [name: string, gap: number][] {
  const found: [string, number][] = [];
  const seen = new Set<string>();
  for (let at = from, gap = 0; at >= 0 && at < parsed.tokens.length && gap < 14; at += direction, gap++) {
    if (breaks(parsed, at)) break;
    if (parsed.cover[at] || parsed.tokens[at]!.kind !== "word") continue;
    for (const name of classesOf(lemmaAt(parsed, at))) {
      if (seen.has(name)) continue;
      seen.add(name);
      found.push([name, gap]);
    }
  }
  return found;
}

export function classesIn(parsed: Parsed, first: number, next: number): Set<string> {
  const names = new Set<string>();
  for (const word of wordsIn(parsed, first, next)) for (const name of classesOf(word)) names.add(name);
  return names;
}

export function wordsIn(parsed: Parsed, first: number, next: number): Set<string> {
  const words = new Set<string>();
  for (let at = Math.max(0, first); at < Math.min(next, parsed.tokens.length); at++) {
    if (parsed.cover[at] || parsed.tokens[at]!.kind !== "word") continue;
    const lemma = lemmaAt(parsed, at);
    if (!stop.has(lemma)) words.add(lemma);
  }
  return words;
}

export function tokensOf(sentence: ReadSentence): Set<string> {
  const words = new Set<string>();
  for (const token of sentence.tokens)
    if (token.kind === "word" && !token.capital && token.lower.length > 2 && !stop.has(token.lower))
      words.add(token.lower);
  return words;
}

const stop = new Set(
  "the a an of and to in for on at by with from that this it its as is was be has have had are were will or but not so more than which who their our his her they we one two new also now".split(
    " ",
  ),
);
