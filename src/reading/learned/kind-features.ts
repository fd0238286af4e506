/** Features of an anchor that tell which kind of claim it carries. */

import { afterVerb } from "../grammar/arguments.ts";
import type { Parsed, VerbGroup } from "../syntax.ts";
import { type Anchor, lemmaAt, lemmaOf } from "./anchors.ts";
import type { Context } from "./context.ts";
import {
  classesIn,
  clauseAround,
  governing,
  nearClasses,
  nounBeside,
  symbolAt,
  tokensOf,
  wordsIn,
} from "./surroundings.ts";
import { classesOf } from "./word-classes.ts";

/** Features of an anchor that tell which kind of claim it carries. */
export function kindFeatures(anchor: Anchor, context: Context): string[] {
  const { parsed } = context;
  const type = anchor.word;
  const features: string[] = ["bias", `t=${type}`];
  const both = (name: string): void => {
    features.push(name, `${type}|${name}`);
  };
  for (let offset = 1; offset <= 4; offset++) {
    const left = symbolAt(parsed, anchor.first - offset);
    const right = symbolAt(parsed, anchor.next + offset - 1);
    both(`L${offset}=${left}`);
    both(`R${offset}=${right}`);
  }
  both(`LL=${symbolAt(parsed, anchor.first - 2)}_${symbolAt(parsed, anchor.first - 1)}`);
  both(`RR=${symbolAt(parsed, anchor.next)}_${symbolAt(parsed, anchor.next + 1)}`);
  const [start, end] = clauseAround(parsed, anchor);
  for (const word of wordsIn(parsed, Math.max(start, anchor.first - 14), anchor.first)) both(`lw=${word}`);
  for (const word of wordsIn(parsed, anchor.next, Math.min(end, anchor.next + 12))) both(`rw=${word}`);
  const left = nearClasses(parsed, anchor.first - 1, -1);
  const right = nearClasses(parsed, anchor.next, 1);
  left.forEach(([name, gap], nth) => {
    both(`lc=${name}`);
    if (nth < 3) both(`lc${nth}=${name}`);
    if (gap <= 3) both(`lcn=${name}`);
  });
  right.forEach(([name, gap], nth) => {
    both(`rc=${name}`);
    if (nth < 3) both(`rc${nth}=${name}`);
    if (gap <= 3) both(`rcn=${name}`);
  });
  if (left[0] && right[0]) both(`lrc=${left[0][0]}_${right[0][0]}`);
  for (const [a] of left.slice(0, 3)) for (const [b] of right.slice(0, 3)) features.push(`${type}|x=${a}_${b}`);
  for (const name of classesIn(parsed, 0, parsed.tokens.length)) features.push(`${type}|sc=${name}`);
  const group = governing(parsed, anchor);
  if (group) {
    for (const name of classesOf(group.lemma)) both(`gvc=${name}${group.passive ? "+p" : ""}`);
    both(`gv=${group.lemma}${group.passive ? "+p" : ""}`);
    both(`gvr=${group.lemma}>${roleAfter(parsed, group, anchor)}`);
    both(
      `gs=${group.subject.length > 0 ? (context.names.parties.get(group.subject[0]!.party)?.kind ?? "org") : group.subjectNoun !== null ? lemmaAt(parsed, group.subjectNoun) : "none"}`,
    );
  }
  both(`hn=${headAfter(parsed, anchor)}`);
  for (const match of anchor.matches.slice(0, 2)) both(`pat=${match.pattern.kind}${match.pattern.metric ?? ""}`);
  if (anchor.matches.length === 0) both("pat=none");
  const before = context.earlier[0];
  if (before) {
    for (const name of new Set([...tokensOf(before)].flatMap((word) => classesOf(lemmaOf(word)))))
      features.push(`${type}|pc=${name}`);
  }
  for (const name of new Set(context.heading.flatMap((word) => classesOf(lemmaOf(word))))) both(`hc=${name}`);
  if (context.later && context.sentence.tokens.length < 12)
    for (const word of tokensOf(context.later)) features.push(`${type}|nw=${word}`);
  features.push(
    `${type}|block=${context.sentence.sentence.block}`,
    `parties=${Math.min(3, new Set(parsed.mentions.map((one) => one.party)).size)}`,
    `${type}|chips=${parsed.chips.length > 0}`,
  );
  if (anchor.quantity)
    features.push(
      `${type}|size=${size(anchor.quantity.max ?? anchor.quantity.min ?? 0)}`,
      `${type}|cmp=${anchor.quantity.comparator}`,
    );
  for (const kind of new Set(parsed.mentions.map((one) => one.kind))) features.push(`${type}|pk=${kind}`);
  return features;
}

function roleAfter(parsed: Parsed, group: VerbGroup, anchor: Anchor): string {
  if (anchor.first < group.first) return "before";
  const args = afterVerb(parsed, group);
  const found =
    args.quantities.find((one) => one.at === anchor.first) ?? args.chips.find((one) => one.at === anchor.first);
  return found?.role ?? "far";
}

function headAfter(parsed: Parsed, anchor: Anchor): string {
  const noun = nounBeside(parsed, anchor);
  return noun === null ? "none" : lemmaAt(parsed, noun);
}

function size(value: number): string {
  return value <= 0 ? "0" : String(Math.floor(Math.log10(value)));
}
