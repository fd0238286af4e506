/** Features that tell how a claim is made: as done, signed, talked about, denied. */

import type { ClaimKind, Status } from "../../model/claim.ts";
import type { Parsed } from "../syntax.ts";
import { modals } from "../verbs.ts";
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
const toldStatus = symbol("status before");
const toldStatusVerb = symbol("status before, verbs here");
const toldStatusGroup = symbol("status before, verb of the claim");
const toldStatusKind = symbol("status before, of the kind");
const noStatus = symbol("nothing before");
const modalBefore = symbol("modal");
const modalNear = symbol("modal, near");

/** The claim told right before, however it was made. */
export interface StatusTold {
  readonly kind: ClaimKind;
  readonly status: Status;
  /** The numbers of its sentence and of its paragraph. */
  readonly sentence: number;
  readonly paragraph: number;
}

/**
 * `ruled` is what the rules of mood say, `plain` what the kind is when nothing else is said. What was told right before goes on where nothing is said:
 * "xAI is trying to raise $7.5 billion. On top of that, as much as $12.5 billion of debt."
 */
export function statusFeatures(
  kind: ClaimKind,
  plain: Status,
  ruled: Status,
  told: StatusTold | null,
  anchor: Anchor,
  context: Context,
  to: Features,
): void {
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
  const back = told && told.paragraph === context.paragraph ? Math.min(2, context.number - told.sentence) : 3;
  const before = told ? pair(symbol(told.status), back) : noStatus;
  add(toldStatus, before);
  add(toldStatusVerb, pair(before, parsed.verbs.length > 0 ? 1 : 0));
  add(toldStatusGroup, pair(before, group ? 1 : 0));
  if (told) add(toldStatusKind, pair(before, told.kind === kind ? 1 : 0));
  const [start, end] = clauseAround(parsed, anchor);
  const modal = lastModal(parsed, start, anchor.first);
  if (modal >= 0) {
    const word = symbol(parsed.tokens[modal]!.lower);
    add(modalBefore, word);
    add(modalNear, pair(word, anchor.first - modal < 7 ? 1 : 0));
  }
  for (let at = start; at < end; at++) {
    const word = signs.words[at];
    if (!word) continue;
    if (word.speaks) add(clauseWord, word.symbol);
    for (const name of word.classes) add(clauseClass, name);
  }
  for (const { name } of nearClasses(parsed, anchor.first - 1, -1).slice(0, 3)) add(nearClass, name);
  for (const word of signs.words) if (word?.speaks) add(sentenceWord, word.symbol);
  const previous = context.earlier[0];
  if (previous) for (const word of plainWords(previous)) add(earlierWord, symbol(word));
}

/** The place of the last word before the anchor that leaves its verb open: "may", "will". */
function lastModal({ tokens }: Parsed, start: number, first: number): number {
  for (let at = first - 1; at >= start; at--) if (modals.has(tokens[at]!.lower)) return at;
  return -1;
}

/** The noun that a claim is made with: "a potential investment of $10 billion", "a rumoured $10 billion cheque". */
function headNoun(parsed: Parsed, anchor: Anchor): number {
  const matched = anchor.matches[0]?.noun;
  if (matched !== null && matched !== undefined) return matched;
  const before = parsed.tokens[anchor.first - 1]?.lower;
  if (before === "of" || before === "worth") return anchor.first - 2;
  return nounBeside(parsed, anchor) ?? anchor.first;
}
