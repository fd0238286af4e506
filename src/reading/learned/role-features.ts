/** Features of a party as the holder of a role of a kind of claim at an anchor. */

import { afterVerb, aroundNoun } from "../grammar/arguments.ts";
import type { Mention } from "../mentions.ts";
import type { Parsed, VerbGroup } from "../syntax.ts";
import { type Anchor, lemmaAt } from "./anchors.ts";
import type { Candidate, Context } from "./context.ts";
import { governing, nounBeside, symbolAt } from "./surroundings.ts";
import { classesOf } from "./word-classes.ts";

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

function placeOf(parsed: Parsed, group: VerbGroup, mention: Mention): string {
  if (group.subject.some((one) => one.first === mention.first)) return "subject";
  const found = afterVerb(parsed, group).parties.find((one) => one.item.first === mention.first);
  if (found) return found.role;
  return mention.first < group.first ? "left" : "right";
}

function mentionFlag(candidate: Candidate): string {
  return candidate.mention === null ? candidate.from : candidate.mention.via === "name" ? "name" : "pronoun";
}

function symbolText(parsed: Parsed, at: number): string {
  return parsed.tokens[at]!.lower;
}
