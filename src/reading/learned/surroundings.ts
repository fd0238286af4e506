/** What stands around an anchor: its clause, its verb, its noun, the word classes on either side. */

import type { Parsed, VerbGroup } from "../syntax.ts";
import type { Anchor } from "./anchors.ts";
import { signsOf } from "./signs.ts";

/** The verb group to which an anchor belongs: the nearest before it in its clause, else the one after. */
export function governing(parsed: Parsed, anchor: Anchor): VerbGroup | null {
  const [start, end] = clauseAround(parsed, anchor);
  let before: VerbGroup | null = null;
  let after: VerbGroup | null = null;
  for (const group of parsed.verbs) {
    if (anchor.first >= group.first && anchor.first < group.next) return group;
    if (group.next <= anchor.first && group.first >= start) before = group;
    if (!after && group.first >= anchor.next && group.first < end) after = group;
  }
  return before ?? after;
}

/** [first, next) of the tokens of its clause. */
export function clauseAround(parsed: Parsed, anchor: Anchor): [number, number] {
  const { breaks } = signsOf(parsed);
  let start = anchor.first;
  while (start > 0 && !breaks[start - 1]) start--;
  let end = anchor.next;
  while (end < breaks.length && !breaks[end]) end++;
  return [start, end];
}

const notNouns = new Set("of in to from with by for at on and or over under the a an that which".split(" "));
const afterNouns = new Set(
  "of in to from with by for at on and or over under that which was is has had were are".split(" "),
);

/** The noun that an anchor is, or that its figure counts or qualifies: "a $38 billion contract". */
export function nounBeside(parsed: Parsed, anchor: Anchor): number | null {
  if (!anchor.quantity) return parsed.cover[anchor.first] ? null : anchor.first;
  for (let at = anchor.next; at < Math.min(anchor.next + 6, parsed.tokens.length); at++) {
    if (parsed.cover[at]) continue;
    const word = parsed.tokens[at]!;
    if (word.kind !== "word" || notNouns.has(word.lower)) return null;
    const next = parsed.tokens[at + 1];
    if (!next || next.kind === "sign" || afterNouns.has(next.lower)) return at;
  }
  return null;
}

/** Word classes on one side of an anchor in its clause, the nearest first, each with its distance in words. */
export function nearClasses(parsed: Parsed, from: number, direction: 1 | -1): { name: number; gap: number }[] {
  const { words, breaks } = signsOf(parsed);
  const found: { name: number; gap: number }[] = [];
  for (let at = from, gap = 0; at >= 0 && at < words.length && gap < 14; at += direction, gap++) {
    if (breaks[at]) break;
    const word = words[at];
    if (!word) continue;
    for (const name of word.classes) if (!found.some((one) => one.name === name)) found.push({ name, gap });
  }
  return found;
}
