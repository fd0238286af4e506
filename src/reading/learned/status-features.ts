/** Features that tell how a claim is made: as done, signed, talked about, denied. */

import type { Parsed } from "../syntax.ts";
import type { Anchor } from "./anchors.ts";
import type { Context } from "./context.ts";
import { addFeature, type Features, pair, symbol } from "./features.ts";
import { plainWords } from "./kind-features.ts";
import { signsOf, symbolAt } from "./signs.ts";
import { clauseAround, governing, nearClasses, nounBeside } from "./surroundings.ts";
import { wordOf } from "./words.ts";

const ruledAs = symbol("ruled");
const plainAs = symbol("plain and ruled");
const verb = symbol("verb");
const verbForm = symbol("verb form");
const verbWord = symbol("word at verb");
const verbClass = symbol("class at verb");
const governor = symbol("governor");
const left = [1, 2, 3].map((offset) => symbol(`left ${offset}`));
const right = [1, 2, 3].map((offset) => symbol(`right ${offset}`));
const nounModifier = symbol("before its noun");
const clauseWord = symbol("word in clause");
const clauseClass = symbol("class in clause");
const nearClass = symbol("class before");
const sentenceWord = symbol("word in sentence");
const earlierWord = symbol("word in sentence before");

/** `ruled` is what the rules of mood say, `plain` what the kind is when nothing else is said. */
export function statusFeatures(plain: string, ruled: string, anchor: Anchor, context: Context, to: Features): void {
  const { parsed } = context;
  const signs = signsOf(parsed);
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  add(ruledAs, symbol(ruled));
  add(plainAs, pair(symbol(plain), symbol(ruled)));
  const group = governing(parsed, anchor);
  if (group) {
    const lemma = signs.symbols[group.head]!;
    add(verb, lemma);
    add(verbForm, pair(lemma, symbol(`${group.form}${group.passive ? " passive" : ""}${group.negated ? " not" : ""}`)));
    for (let at = Math.max(0, group.first - 3); at < group.next; at++) {
      add(verbWord, symbol(parsed.tokens[at]!.lower));
      for (const name of wordOf(parsed.tokens[at]!.lower).classes) add(verbClass, name);
    }
    if (group.governor) add(governor, pair(signs.symbols[group.governor.head]!, symbol(group.form)));
  }
  for (let offset = 0; offset < 3; offset++) {
    add(left[offset]!, symbolAt(signs, anchor.first - 1 - offset));
    add(right[offset]!, symbolAt(signs, anchor.next + offset));
  }
  const noun = headNoun(parsed, anchor);
  for (let at = noun - 1; at >= Math.max(0, noun - 5) && noun > 0; at--) {
    const lower = parsed.tokens[at]!.lower;
    if (lower === "'s" || /^(?:the|a|an|its|their|of|in|to)$/.test(lower)) break;
    if (!parsed.cover[at]) add(nounModifier, symbol(lower));
  }
  const [start, end] = clauseAround(parsed, anchor);
  for (let at = start; at < end; at++) {
    const word = signs.words[at];
    if (!word) continue;
    if (word.speaks) add(clauseWord, word.symbol);
    for (const name of word.classes) add(clauseClass, name);
  }
  for (const { name } of nearClasses(parsed, anchor.first - 1, -1).slice(0, 3)) add(nearClass, name);
  for (const word of signs.words) if (word?.speaks) add(sentenceWord, word.symbol);
  const before = context.earlier[0];
  if (before) for (const word of plainWords(before)) add(earlierWord, symbol(word));
}

/** The noun that a claim is made with: "a potential investment of $10 billion", "a rumoured $10 billion cheque". */
function headNoun(parsed: Parsed, anchor: Anchor): number {
  const matched = anchor.matches[0]?.noun;
  if (matched !== null && matched !== undefined) return matched;
  const before = parsed.tokens[anchor.first - 1]?.lower;
  if (before === "of" || before === "worth") return anchor.first - 2;
  return nounBeside(parsed, anchor) ?? anchor.first;
}
