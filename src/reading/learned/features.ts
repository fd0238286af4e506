/** What the learned part looks at: words, grammar and parties around an anchor, as named features. */

import type { PartyId } from "../../model/id.ts";
import type { Mention, ReadSentence } from "../mentions.ts";
import type { NameIndex } from "../names.ts";
import { afterVerb, aroundNoun, type Parsed, type VerbGroup } from "../syntax.ts";
import { type Anchor, lemmaAt, lemmaOf } from "./anchors.ts";
import { classesOf } from "./word-classes.ts";

/** A sentence with its neighbours, as features need them. */
export interface Context {
  readonly parsed: Parsed;
  readonly sentence: ReadSentence;
  /** The sentences right before, nearest first. */
  readonly earlier: readonly ReadSentence[];
  /** The sentence right after in the same block. */
  readonly later: ReadSentence | null;
  /** The party named first in the paragraph so far. */
  readonly opener: PartyId | null;
  /** The parties that the document names most, first the most. */
  readonly leading: readonly PartyId[];
  /** The lower-case words of the heading or table head above. */
  readonly heading: readonly string[];
  readonly topic: PartyId | null;
  readonly self: PartyId | null;
  readonly names: NameIndex;
}

export interface Candidate {
  readonly party: PartyId;
  /** Its mention in the sentence; null where it stands elsewhere. */
  readonly mention: Mention | null;
  /** For a pronoun: the place of the party among those it could mean, 0 for the likeliest. */
  readonly rank: number;
  /** Where it comes from: the sentence, one before it, the heading, the document. */
  readonly from: "here" | "before" | "after" | "earlier" | "topic" | "document";
}

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

/** Features of a party as the holder of a role of a kind of claim at an anchor. */
export function roleFeatures(
  kind: string,
  role: string,
  candidate: Candidate | null,
  anchor: Anchor,
  context: Context,
): string[] {
  const key = `${kind}.${role}`;
  if (candidate === null) {
    const group = governing(context.parsed, anchor);
    return [
      `${key}|NONE`,
      `${role}|NONE`,
      `${key}|NONE|parties=${Math.min(3, new Set(context.parsed.mentions.map((one) => one.party)).size)}`,
      `${key}|NONE|gv=${group?.lemma ?? ""}`,
      `${key}|NONE|pat=${anchor.matches[0]?.pattern.kind === kind}`,
    ];
  }
  const { parsed, names } = context;
  const features: string[] = [];
  const say = (name: string): void => {
    features.push(`${key}|${name}`, `${role}|${name}`);
  };
  const partyKind = names.parties.get(candidate.party)?.kind ?? "unknown";
  say(`from=${candidate.from}`);
  say(`kind=${partyKind}`);
  if (partyKind === "unknown") say(`last=${candidate.party.split("-").at(-1)}`);
  if (candidate.party === context.topic) say("topic");
  if (candidate.mention === null && context.earlier[0]?.mentions[0]?.party === candidate.party) say("previous-first");
  if (candidate.mention === null && candidate.from === "after" && context.later?.mentions[0]?.party === candidate.party)
    say("later-first");
  const shown = mentionFlag(candidate);
  if (candidate.party === context.opener) {
    say("opener");
    say(`opener+${shown}`);
  }
  if (candidate.party === context.sentence.centre) {
    say("centre");
    say(`centre+${shown}`);
  }
  say(`lead=${Math.min(4, context.leading.indexOf(candidate.party))}`);
  if (candidate.party === context.topic) say(`topic+${shown}`);
  // Named elsewhere in the sentence as well: a pronoun seldom means a party that stands in the same clause.
  if (shown === "pronoun" && parsed.mentions.some((one) => one.via === "name" && one.party === candidate.party))
    say("pronoun-and-named");
  if (candidate.party === context.self) say("self");
  if (candidate.party === context.sentence.topic && context.sentence.topic !== context.topic) say("section");
  for (const match of anchor.matches.slice(0, 2)) {
    if (match.pattern.kind !== kind) continue;
    if (match.roles[role] === candidate.party) say("pattern");
    else if (Object.values(match.roles).includes(candidate.party)) say("pattern-other");
    else if (match.roles[role] !== undefined) say("pattern-not");
  }
  if (anchor.chip !== null && names.chipFamilies.get(anchor.chip) === candidate.party) say("chip-vendor");
  const { mention } = candidate;
  if (!mention) return features;
  const side = mention.next <= anchor.first ? "L" : "R";
  const gap = side === "L" ? anchor.first - mention.next : mention.first - anchor.next;
  const between = new Set(
    parsed.mentions
      .filter((one) =>
        side === "L"
          ? one.first >= mention.next && one.next <= anchor.first
          : one.first >= anchor.next && one.next <= mention.first,
      )
      .map((one) => one.party),
  );
  between.delete(candidate.party);
  say(`side=${side}`);
  say(`gap=${side}${gap < 2 ? gap : gap < 5 ? "2-4" : gap < 10 ? "5-9" : gap < 18 ? "10-17" : "18+"}`);
  say(`between=${side}${Math.min(2, between.size)}`);
  say(`via=${mention.via}`);
  if (mention.via !== "name") {
    say(`rank=${candidate.rank}`);
    say(`rank=${candidate.rank}+${symbolText(parsed, mention.first)}`);
  }
  const before = symbolAt(parsed, mention.first - 1);
  const after = symbolAt(parsed, mention.next);
  say(`b=${before}`);
  say(`a=${after}`);
  say(`b=${side}${before}`);
  say(`bb=${symbolAt(parsed, mention.first - 2)}_${before}`);
  say(`aa=${after}_${symbolAt(parsed, mention.next + 1)}`);
  const group = governing(parsed, anchor);
  if (group) {
    const place = placeOf(parsed, group, mention);
    say(`place=${place}`);
    say(`place=${place}+${group.lemma}${group.passive ? "+p" : ""}`);
    for (const name of classesOf(group.lemma)) say(`place=${place}+#${name}${group.passive ? "+p" : ""}`);
  }
  const subject = parsed.verbs.find((one) => one.subject.some((who) => who.first === mention.first));
  if (subject) {
    say("subject");
    say(`subject-of=${subject.lemma}${subject.passive ? "+p" : ""}`);
    for (const name of classesOf(subject.lemma)) say(`subject-of=#${name}${subject.passive ? "+p" : ""}`);
  }
  const noun = nounBeside(parsed, anchor);
  if (noun !== null) {
    const argument = aroundNoun(parsed, noun).parties.find((one) => one.item.first === mention.first);
    if (argument) {
      say(`np=${argument.role}`);
      say(`np=${argument.role}+${lemmaAt(parsed, noun)}`);
      for (const name of classesOf(lemmaAt(parsed, noun))) say(`np=${argument.role}+#${name}`);
    }
  }
  for (let at = Math.min(mention.next, anchor.next); at < Math.max(mention.first, anchor.first); at++) {
    const word = symbolAt(parsed, at);
    if (!word.startsWith("<") && word.length > 2) {
      features.push(`${key}|w${side}=${word}`);
      for (const name of classesOf(word)) features.push(`${key}|w${side}=#${name}`);
    }
  }
  return features;
}

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

/** Who could fill a role at an anchor: each mention of the sentence, then those around it. One party may come up several times. */
export function candidatesAt(anchor: Anchor, context: Context): Candidate[] {
  const { parsed } = context;
  const found: Candidate[] = [];
  const seen = new Set<PartyId>();
  const near = [...parsed.mentions].sort((a, b) => away(a, anchor) - away(b, anchor)).slice(0, 12);
  for (const mention of near) {
    found.push({ party: mention.party, mention, rank: 0, from: "here" });
    seen.add(mention.party);
    mention.others?.slice(0, 4).forEach((party, at) => {
      found.push({ party, mention, rank: at + 1, from: "here" });
    });
  }
  const add = (parties: Iterable<PartyId | null | undefined>, from: Candidate["from"]): void => {
    for (const party of parties) {
      if (!party || seen.has(party)) continue;
      seen.add(party);
      found.push({ party, mention: null, rank: 0, from });
    }
  };
  const [previous, ...older] = context.earlier;
  add(previous?.mentions.map((one) => one.party) ?? [], "before");
  add(context.later?.mentions.map((one) => one.party) ?? [], "after");
  for (const sentence of older)
    add(
      sentence.mentions.map((one) => one.party),
      "earlier",
    );
  add([context.sentence.topic, context.topic, context.self], "topic");
  add(context.leading, "document");
  add([anchor.chip ? context.names.chipFamilies.get(anchor.chip) : null], "topic");
  return found.slice(0, 40);
}

function away(mention: Mention, anchor: Anchor): number {
  return mention.next <= anchor.first ? anchor.first - mention.next : mention.first - anchor.next;
}

/** The verb group to which an anchor belongs: the nearest before it in its clause, else the one after. */
export function governing(parsed: Parsed, anchor: Anchor): VerbGroup | null {
  const own = parsed.verbs.find((group) => anchor.first >= group.first && anchor.first < group.next);
  if (own) return own;
  const [start, end] = clauseAround(parsed, anchor);
  const before = parsed.verbs.filter((group) => group.next <= anchor.first && group.first >= start).at(-1);
  if (before) return before;
  return parsed.verbs.find((group) => group.first >= anchor.next && group.first < end) ?? null;
}

function clauseAround(parsed: Parsed, anchor: Anchor): [number, number] {
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

function roleAfter(parsed: Parsed, group: VerbGroup, anchor: Anchor): string {
  if (anchor.first < group.first) return "before";
  const args = afterVerb(parsed, group);
  const found =
    args.quantities.find((one) => one.at === anchor.first) ?? args.chips.find((one) => one.at === anchor.first);
  return found?.role ?? "far";
}

function placeOf(parsed: Parsed, group: VerbGroup, mention: Mention): string {
  if (group.subject.some((one) => one.first === mention.first)) return "subject";
  const found = afterVerb(parsed, group).parties.find((one) => one.item.first === mention.first);
  if (found) return found.role;
  return mention.first < group.first ? "left" : "right";
}

function nounBeside(parsed: Parsed, anchor: Anchor): number | null {
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

function mentionFlag(candidate: Candidate): string {
  return candidate.mention === null ? candidate.from : candidate.mention.via === "name" ? "name" : "pronoun";
}

function symbolText(parsed: Parsed, at: number): string {
  return parsed.tokens[at]!.lower;
}

function headAfter(parsed: Parsed, anchor: Anchor): string {
  const noun = nounBeside(parsed, anchor);
  return noun === null ? "none" : lemmaAt(parsed, noun);
}

/** A token as a symbol: its lemma, or what sort of entity it is part of. */
function symbolAt(parsed: Parsed, at: number): string {
  const token = parsed.tokens[at];
  if (!token) return at < 0 ? "<s>" : "</s>";
  const entity = parsed.cover[at];
  if (entity) return "via" in entity ? "<org>" : "idle" in entity ? `<${entity.type}>` : "<chip>";
  if (token.kind === "number") return "<n>";
  return token.kind === "word" ? lemmaAt(parsed, at) : token.text;
}

/** Word classes on one side of an anchor in its clause, the nearest first, each with its distance in words. */
function nearClasses(parsed: Parsed, from: number, direction: 1 | -1): [name: string, gap: number][] {
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

function classesIn(parsed: Parsed, first: number, next: number): Set<string> {
  const names = new Set<string>();
  for (const word of wordsIn(parsed, first, next)) for (const name of classesOf(word)) names.add(name);
  return names;
}

const stop = new Set(
  "the a an of and to in for on at by with from that this it its as is was be has have had are were will or but not so more than which who their our his her they we one two new also now".split(
    " ",
  ),
);

function wordsIn(parsed: Parsed, first: number, next: number): Set<string> {
  const words = new Set<string>();
  for (let at = Math.max(0, first); at < Math.min(next, parsed.tokens.length); at++) {
    if (parsed.cover[at] || parsed.tokens[at]!.kind !== "word") continue;
    const lemma = lemmaAt(parsed, at);
    if (!stop.has(lemma)) words.add(lemma);
  }
  return words;
}

function tokensOf(sentence: ReadSentence): Set<string> {
  const words = new Set<string>();
  for (const token of sentence.tokens)
    if (token.kind === "word" && !token.capital && token.lower.length > 2 && !stop.has(token.lower))
      words.add(token.lower);
  return words;
}

function size(value: number): string {
  return value <= 0 ? "0" : String(Math.floor(Math.log10(value)));
}
