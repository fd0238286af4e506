/** Features of a party as the holder of a role of a claim at an anchor. */

import type { ClaimKind } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import { afterVerb, aroundNoun } from "../grammar/arguments.ts";
import type { Mention } from "../mentions.ts";
import type { NameIndex } from "../names.ts";
import { descriptionOf } from "../parties/descriptions.ts";
import type { Parsed, VerbGroup } from "../syntax.ts";
import { cellAt } from "../tables.ts";
import type { Anchor } from "./anchors.ts";
import { type Candidate, type Context, questionBefore } from "./context.ts";
import { addFeature, type Features, pair, symbol } from "./features.ts";
import { salienceFeatures } from "./salience-features.ts";
import { type Signs, signsOf, symbolAt } from "./signs.ts";
import { governing, nounBeside } from "./surroundings.ts";
import { wordOf } from "./words.ts";

const nobody = symbol("nobody");
const nobodyBeside = symbol("nobody: parties");
const nobodyVerb = symbol("nobody: verb");
const nobodyClass = symbol("nobody: verb class");
const from = symbol("from");
const shownWay = symbol("shown as");
const kindOf = symbol("kind");
const kindFrom = symbol("kind and from");
const lastWord = symbol("last word");
const doubt = symbol("doubt");
const lead = symbol("lead");
const sort = symbol("sort");
const sortShown = symbol("sort and shown");
const describedAs = symbol("described as");
const calledSo = symbol("called so before");
const order = symbol("order");
const nearness = symbol("nearness");
const distance = symbol("sentences back");
const sideOf = symbol("side");
const gapOf = symbol("gap");
const between = symbol("between");
const rank = symbol("rank");
const rankWord = symbol("rank and word");
const unsaidOdds = symbol("likely without a word");
const likely = symbol("likely meant");
const likelyRank = symbol("likely meant and rank");
const wordBefore = symbol("word before");
const wordBeforeSide = symbol("word before and side");
const twoBefore = symbol("two before");
const wordAfter = symbol("word after");
const twoAfter = symbol("two after");
const place = symbol("place");
const placeVerb = symbol("place and verb");
const placeClass = symbol("place and class");
const subjectOf = symbol("subject of");
const subjectOfClass = symbol("subject of class");
const argument = symbol("argument");
const argumentNoun = symbol("argument and noun");
const argumentClass = symbol("argument and class");
const wordTo = { L: symbol("word between, left"), R: symbol("word between, right") };
const classTo = { L: symbol("class between, left"), R: symbol("class between, right") };
const cellOf = symbol("cell");
const columnOf = symbol("column");
const beforeAndVerb = symbol("word before and verb");
const beforeAndNoun = symbol("word before and noun");
const kindAndVerb = symbol("kind and verb");
const kindAndNoun = symbol("kind and noun");
const kindAndBefore = symbol("kind and word before");
const bothSides = symbol("words before and after");
const threeBefore = symbol("three before");
const inRowTo = symbol("two in a row between");
const wholeTo = symbol("all between");
const passiveMark = symbol("passive");
const noMark = symbol("");
/** What a party can be in a passage, each alone and with the way in which it is shown. */
const standings = {
  topic: symbol("topic"),
  previousFirst: symbol("first of the sentence before"),
  laterFirst: symbol("first of the sentence after"),
  opener: symbol("opener"),
  centre: symbol("centre"),
  pronounAndNamed: symbol("pronoun, and named"),
  self: symbol("self"),
  section: symbol("section"),
  introducer: symbol("introducer"),
  first: symbol("first of all"),
  subject: symbol("subject"),
  chipVendor: symbol("chip vendor"),
  elsewhere: symbol("named here as well"),
  possessor: symbol("possessor"),
  bracketed: symbol("before its bracket"),
  kin: symbol("its group is named here as well"),
  asked: symbol("asked about"),
  column: symbol("heads the column"),
};

/** What is known of leaving a role open. */
export function nobodyFeatures(anchor: Anchor, { parsed }: Context, to: Features): void {
  addFeature(to, nobody);
  addFeature(to, pair(nobodyBeside, Math.min(3, new Set(parsed.mentions.map((one) => one.party)).size)));
  const group = governing(parsed, anchor);
  const signs = signsOf(parsed);
  addFeature(to, pair(nobodyVerb, group ? signs.symbols[group.head]! : noMark));
  if (group) for (const name of signs.words[group.head]?.classes ?? []) addFeature(to, pair(nobodyClass, name));
}

/** What is known of a candidate whatever the role. */
export function candidateFeatures(candidate: Candidate, anchor: Anchor, context: Context, to: Features): void {
  const { parsed, names } = context;
  const { mention, party } = candidate;
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  const shown = symbol(shownAs(candidate));
  const stands = (standing: number): void => {
    addFeature(to, standing);
    add(standing, shown);
  };
  const kind = names.parties.get(party)?.kind ?? "unknown";
  add(from, symbol(candidate.from));
  add(shownWay, shown);
  add(kindOf, symbol(kind));
  add(kindFrom, pair(symbol(kind), shown));
  if (kind === "unknown") add(lastWord, symbol(party.slice(party.lastIndexOf("-") + 1)));
  const leading = context.cast.leading.indexOf(party);
  add(lead, Math.min(4, leading));
  const description = descriptionOf(party, context.descriptions);
  add(sort, description.kindSymbol);
  add(sortShown, pair(description.kindSymbol, shown));
  if (kind === "unknown") for (const word of description.words) add(describedAs, word);
  const { sentence, earlier, later } = context;
  if (party === context.topic) stands(standings.topic);
  if (party === context.opener) stands(standings.opener);
  if (party === sentence.centre) stands(standings.centre);
  if (party === context.self) stands(standings.self);
  if (party === sentence.topic && sentence.topic !== context.topic) stands(standings.section);
  if (party === context.introducer && party !== context.opener) stands(standings.introducer);
  if (party === context.cast.first) stands(standings.first);
  salienceFeatures(candidate, Math.min(3, leading), shown, context, to);
  if (mention?.via !== "name") {
    const odds = sentence.unsaid.find((one) => one.party === party)?.odds ?? 0;
    add(unsaidOdds, pair(shown, likelySteps(odds)));
  }
  if (anchor.chip !== null && names.chipFamilies.get(anchor.chip) === party) stands(standings.chipVendor);
  if (earlier[0]?.mentions[0]?.party === party) stands(standings.previousFirst);
  if (questionBefore(earlier)?.mentions.some((one) => one.via === "name" && one.party === party))
    stands(standings.asked);
  if (context.columns[cellAt(parsed.tokens, anchor.first)]?.parties.includes(party)) stands(standings.column);
  if (!mention) {
    if (candidate.from === "after" && later?.mentions[0]?.party === party) stands(standings.laterFirst);
    const back = earlier.findIndex(({ mentions }) => mentions.some((one) => one.party === party));
    add(distance, back);
    return;
  }
  if (mention.via === "name" && kind === "unknown") add(doubt, Math.floor((mention.odds ?? 1) * 5));
  const named = parsed.mentions.some((one) => one !== mention && one.via === "name" && one.party === party);
  if (named) stands(mention.via === "name" ? standings.elsewhere : standings.pronounAndNamed);
  if (parsed.mentions.some((one) => kin(one.party, party, names))) stands(standings.kin);
  if (mention.next === anchor.first - 1 && parsed.tokens[mention.next]!.text === "(") stands(standings.bracketed);
  add(order, Math.min(4, parsed.mentions.indexOf(mention)));
  mentionFeatures(candidate, mention, anchor, context, to);
}

function shownAs({ mention, from }: Candidate): string {
  if (mention === null) return from;
  return mention.via === "name" ? "name" : mention.pair ? "pair" : "pronoun";
}

/** Whether one of two parties is a unit of the other. */
function kin(a: PartyId, b: PartyId, { parties }: NameIndex): boolean {
  return a !== b && (parties.get(a)?.parent === b || parties.get(b)?.parent === a);
}

/** What the patterns say of a candidate in this very role. */
export function patternFeatures(
  kind: ClaimKind,
  role: string,
  candidate: Candidate | null,
  anchor: Anchor,
  to: Features,
): void {
  for (const match of anchor.matches.slice(0, 2)) {
    if (match.pattern.kind !== kind) continue;
    const has = candidate === null ? match.roles[role] === undefined : match.roles[role] === candidate.party;
    if (has) addFeature(to, pair(patternNamed, symbol(match.pattern.name + role)));
    if (candidate === null) addFeature(to, match.roles[role] === undefined ? patternOpen : patternNot);
    else if (match.roles[role] === candidate.party) addFeature(to, patternHas);
    else if (Object.values(match.roles).includes(candidate.party)) addFeature(to, patternOther);
    else if (match.roles[role] !== undefined) addFeature(to, patternNot);
  }
}

const patternNamed = symbol("pattern by name");
const patternHas = symbol("pattern");
const patternOther = symbol("pattern: another role");
const patternNot = symbol("pattern: another party");
const patternOpen = symbol("pattern: open");

/** Words between a party and the anchor are read in pairs where they are so few, and as one where they are fewer. */
const rowReach = 14;
const wholeReach = 5;

function mentionFeatures(candidate: Candidate, mention: Mention, anchor: Anchor, context: Context, to: Features): void {
  const { parsed } = context;
  const signs = signsOf(parsed);
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  const side = mention.next <= anchor.first ? "L" : "R";
  const left = side === "L";
  const gap = left ? anchor.first - mention.next : mention.first - anchor.next;
  const apart = new Set<string>();
  for (const one of parsed.mentions)
    if (
      one.party !== mention.party &&
      (left
        ? one.first >= mention.next && one.next <= anchor.first
        : one.first >= anchor.next && one.next <= mention.first)
    )
      apart.add(one.party);
  const sideNumber = left ? 1 : 2;
  add(sideOf, sideNumber);
  add(gapOf, pair(sideNumber, gap < 2 ? gap : gap < 5 ? 2 : gap < 10 ? 5 : gap < 18 ? 10 : 18));
  add(between, pair(sideNumber, Math.min(2, apart.size)));
  add(nearness, Math.min(3, parsed.mentions.filter((one) => away(one, anchor) < away(mention, anchor)).length));
  if (mention.via !== "name") {
    add(rank, candidate.rank);
    add(rankWord, pair(candidate.rank, symbol(parsed.tokens[mention.first]!.lower)));
    const sure = likelySteps(mention.meant?.[candidate.rank]?.odds ?? 1);
    add(likely, sure);
    add(likelyRank, pair(candidate.rank, sure));
    if (mention.via === "descriptor") {
      const noun = wordOf(parsed.tokens[mention.next - 1]!.lower).symbol;
      add(calledSo, descriptionOf(candidate.party, context.descriptions).words.has(noun) ? 1 : 0);
    }
  }
  const before = symbolAt(signs, mention.first - 1);
  const after = symbolAt(signs, mention.next);
  add(wordBefore, before);
  add(wordBeforeSide, pair(sideNumber, before));
  add(twoBefore, pair(symbolAt(signs, mention.first - 2), before));
  add(wordAfter, after);
  add(twoAfter, pair(after, symbolAt(signs, mention.next + 1)));
  if (context.columns.length > 1) {
    const cell = cellAt(parsed.tokens, mention.first);
    const apart = Math.max(-4, Math.min(4, cellAt(parsed.tokens, anchor.first) - cell));
    add(cellOf, pair(Math.min(3, cell), apart));
    for (const word of context.columns[cell]?.words ?? []) add(columnOf, wordOf(word).symbol);
  }
  if (parsed.tokens[mention.next]?.lower === "'s") addFeature(to, standings.possessor);
  const group = governing(parsed, anchor);
  const noun = nounBeside(parsed, anchor);
  const verbSign = group ? signs.symbols[group.head]! : noMark;
  const nounSign = noun === null ? symbol(anchor.word) : signs.symbols[noun]!;
  const here = pair(sideNumber, before);
  const kind = pair(sideNumber, descriptionOf(candidate.party, context.descriptions).kindSymbol);
  add(beforeAndVerb, pair(here, verbSign));
  add(beforeAndNoun, pair(here, nounSign));
  add(kindAndVerb, pair(kind, verbSign));
  add(kindAndNoun, pair(kind, nounSign));
  add(kindAndBefore, pair(kind, before));
  add(bothSides, pair(before, after));
  add(threeBefore, pair(pair(symbolAt(signs, mention.first - 3), symbolAt(signs, mention.first - 2)), before));
  if (group) verbFeatures(placeOf(parsed, group, mention), group, signs, [place, placeVerb, placeClass], to);
  const own = parsed.verbs.find((one) => one.subject.some((who) => who.first === mention.first));
  if (own) verbFeatures("subject", own, signs, [standings.subject, subjectOf, subjectOfClass], to);
  const found =
    noun === null ? undefined : aroundNoun(parsed, noun).parties.find((one) => one.item.first === mention.first);
  if (noun !== null && found) {
    const role = symbol(found.role);
    add(argument, role);
    add(argumentNoun, pair(role, signs.symbols[noun]!));
    for (const name of signs.words[noun]?.classes ?? []) add(argumentClass, pair(role, name));
  }
  const [start, end] = left ? [mention.next, anchor.first] : [anchor.next, mention.first];
  if (end - start <= rowReach)
    for (let at = start + 1; at < end; at++)
      add(inRowTo, pair(sideNumber, pair(signs.symbols[at - 1]!, signs.symbols[at]!)));
  if (end - start <= wholeReach)
    add(wholeTo, signs.symbols.subarray(start, Math.max(start, end)).reduce(pair, sideNumber));
  for (let at = start; at < end; at++) {
    const word = signs.words[at];
    if (!word || word.lemma.length < 3) continue;
    add(wordTo[side], word.symbol);
    for (const name of word.classes) add(classTo[side], name);
  }
}

/** Odds in seven steps, finer where they are near 0 and 1. */
export function likelySteps(odds: number): number {
  return Math.max(-3, Math.min(3, Math.round(Math.log2((odds + 0.01) / (1.01 - odds)) / 1.6)));
}

function verbFeatures(
  at: string,
  group: VerbGroup,
  signs: Signs,
  [alone, withVerb, withClass]: readonly [number, number, number],
  to: Features,
): void {
  const where = pair(symbol(at), group.passive ? passiveMark : noMark);
  addFeature(to, pair(alone, symbol(at)));
  addFeature(to, pair(withVerb, pair(where, signs.symbols[group.head]!)));
  for (const name of signs.words[group.head]?.classes ?? []) addFeature(to, pair(withClass, pair(where, name)));
}

function placeOf(parsed: Parsed, group: VerbGroup, mention: Mention): string {
  if (group.subject.some((one) => one.first === mention.first)) return "subject";
  const found = afterVerb(parsed, group).parties.find((one) => one.item.first === mention.first);
  return found?.role ?? (mention.first < group.first ? "left" : "right");
}

function away(mention: Mention, anchor: Anchor): number {
  return mention.next <= anchor.first ? anchor.first - mention.next : Math.max(0, mention.first - anchor.next);
}
