/** Features that tell how a claim is made: as done, signed, talked about, denied. */

import { type Anchor, lemmaOf } from "./anchors.ts";
import type { Context } from "./context.ts";
import { classesIn, clauseAround, governing, nearClasses, symbolAt, tokensOf, wordsIn } from "./surroundings.ts";
import { classesOf } from "./word-classes.ts";

/** Features that tell how a claim is made. */
export function statusFeatures(kind: string, plain: string, ruled: string, anchor: Anchor, context: Context): string[] {
  const { parsed } = context;
  const features: string[] = [
    `bias`,
    `k=${kind}`,
    `ruled=${ruled}`,
    `k=${kind}|ruled=${ruled}`,
    `plain=${plain}|ruled=${ruled}`,
  ];
  const group = governing(parsed, anchor);
  const both = (name: string): void => {
    features.push(name, `${kind}|${name}`);
  };
  if (group) {
    const words = parsed.tokens
      .slice(Math.max(0, group.first - 3), group.next)
      .map((token) => token.lower)
      .join(" ");
    both(`v=${group.lemma}`);
    both(`vf=${group.lemma}:${group.form}${group.passive ? "p" : ""}${group.negated ? "!" : ""}`);
    for (const word of words.split(" ")) {
      both(`vg=${word}`);
      for (const name of classesOf(lemmaOf(word))) both(`vg=#${name}`);
    }
    if (group.governor) both(`vv=${group.governor.lemma}>${group.form}`);
  }
  for (let offset = 1; offset <= 3; offset++) {
    both(`L${offset}=${symbolAt(parsed, anchor.first - offset)}`);
    both(`R${offset}=${symbolAt(parsed, anchor.next + offset - 1)}`);
  }
  const [start, end] = clauseAround(parsed, anchor);
  for (const word of wordsIn(parsed, start, end)) both(`c=${word}`);
  for (const name of classesIn(parsed, start, end)) both(`c=#${name}`);
  for (const [name] of nearClasses(parsed, anchor.first - 1, -1).slice(0, 3)) both(`lc=${name}`);
  for (const word of wordsIn(parsed, 0, parsed.tokens.length)) features.push(`s=${word}`);
  const before = context.earlier[0];
  if (before) for (const word of tokensOf(before)) features.push(`p=${word}`);
  return features;
}
