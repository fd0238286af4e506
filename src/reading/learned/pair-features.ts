/** Features of two parties as the holders of a claim's two roles together: who stands where to whom, and what stands between them. */

import { afterVerb } from "../grammar/arguments.ts";
import type { Mention } from "../mentions.ts";
import { descriptionOf } from "../parties/descriptions.ts";
import type { Parsed } from "../syntax.ts";
import type { Anchor } from "./anchors.ts";
import type { Candidate, Context } from "./context.ts";
import { addFeature, type Features, pair, symbol } from "./features.ts";
import { signsOf, symbolAt } from "./signs.ts";

const shown = symbol("pair shown");
const kinds = symbol("pair kinds");
const kindsShown = symbol("pair kinds and shown");
const order = symbol("pair order");
const gap = symbol("pair gap");
const anchorPlace = symbol("pair anchor");
const wordBetween = symbol("pair word between");
const classBetween = symbol("pair class between");
const wholeBetween = symbol("pair all between");
const firstBetween = symbol("pair first between");
const lastBetween = symbol("pair last between");
const verbBetween = symbol("pair verb");
const verbPlaces = symbol("pair places at verb");
const verbClassPlaces = symbol("pair places at verb class");
const partiesBetween = symbol("pair parties between");
const sameMention = symbol("pair same mention");
const before = symbol("pair before");
const nobody = symbol("nobody");

/** `one` and `other` are the candidates for the first and the second role; null leaves a role open. */
export function pairFeatures(
  one: Candidate | null,
  other: Candidate | null,
  anchor: Anchor,
  context: Context,
  to: Features,
): void {
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  const how = pair(shownAs(one), shownAs(other));
  const what = pair(kindOf(one, context), kindOf(other, context));
  add(shown, how);
  add(kinds, what);
  add(kindsShown, pair(how, what));
  const a = one?.mention;
  const b = other?.mention;
  if (!a || !b) return;
  if (a === b) {
    addFeature(to, sameMention);
    return;
  }
  betweenFeatures(a, b, anchor, context.parsed, to);
}

function betweenFeatures(a: Mention, b: Mention, anchor: Anchor, parsed: Parsed, to: Features): void {
  const signs = signsOf(parsed);
  const forward = a.first < b.first ? 1 : 2;
  const [left, right] = forward === 1 ? [a, b] : [b, a];
  // Every feature knows which of the two comes first.
  const add = (template: number, value: number): void => addFeature(to, pair(pair(template, forward), value));
  const width = right.first - left.next;
  add(order, 0);
  add(gap, width < 3 ? width : width < 6 ? 3 : width < 12 ? 6 : 12);
  add(anchorPlace, anchor.next <= left.first ? 0 : anchor.first >= right.next ? 2 : 1);
  add(firstBetween, symbolAt(signs, left.next));
  add(lastBetween, symbolAt(signs, right.first - 1));
  add(before, symbolAt(signs, left.first - 1));
  if (width <= 4) {
    let whole = 0;
    for (let at = left.next; at < right.first; at++) whole = pair(whole, signs.symbols[at]!);
    add(wholeBetween, whole);
  }
  for (let at = left.next; at < right.first && at < left.next + 20; at++) {
    const word = signs.words[at];
    if (!word) continue;
    add(wordBetween, word.symbol);
    for (const name of word.classes) add(classBetween, name);
  }
  add(
    partiesBetween,
    Math.min(2, parsed.mentions.filter((one) => one.first >= left.next && one.next <= right.first).length),
  );
  for (const group of parsed.verbs) {
    if (group.first >= left.next && group.next <= right.first)
      add(verbBetween, pair(signs.symbols[group.head]!, group.passive ? 1 : 0));
    const placeA = placeAt(parsed, group, a);
    const placeB = placeAt(parsed, group, b);
    if (placeA === null || placeB === null) continue;
    const places = pair(pair(symbol(placeA), symbol(placeB)), group.passive ? 1 : 0);
    addFeature(to, pair(verbPlaces, pair(places, signs.symbols[group.head]!)));
    for (const name of signs.words[group.head]?.classes ?? [])
      addFeature(to, pair(verbClassPlaces, pair(places, name)));
  }
}

function placeAt(parsed: Parsed, group: Parsed["verbs"][number], mention: Mention): string | null {
  if (group.subject.some((one) => one.first === mention.first)) return "subject";
  return afterVerb(parsed, group).parties.find((one) => one.item.first === mention.first)?.role ?? null;
}

function shownAs(candidate: Candidate | null): number {
  if (!candidate) return nobody;
  return symbol(candidate.mention === null ? candidate.from : candidate.mention.via === "name" ? "name" : "pronoun");
}

function kindOf(candidate: Candidate | null, { descriptions }: Context): number {
  return candidate ? descriptionOf(candidate.party, descriptions).kindSymbol : nobody;
}
