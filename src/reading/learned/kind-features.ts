/** Features of an anchor that tell which kind of claim it carries. */

import { afterVerb } from "../grammar/arguments.ts";
import type { ReadSentence } from "../mentions.ts";
import { descriptionOf } from "../parties/descriptions.ts";
import type { Parsed, VerbGroup } from "../syntax.ts";
import { cellAt, rowHead } from "../tables.ts";
import type { Anchor } from "./anchors.ts";
import { type Context, questionBefore } from "./context.ts";
import { addFeature, type Features, pair, symbol } from "./features.ts";
import { type Signs, signsOf, symbolAt } from "./signs.ts";
import { clauseAround, governing, nearClasses, nounBeside } from "./surroundings.ts";
import { wordOf } from "./words.ts";

const left = [1, 2, 3, 4].map((offset) => symbol(`left ${offset}`));
const right = [1, 2, 3, 4].map((offset) => symbol(`right ${offset}`));
const leftInRow = symbol("left, two in a row");
const rightInRow = symbol("right, two in a row");
const leftSpeaking = symbol("left, two that speak");
const rightSpeaking = symbol("right, two that speak");
const elsewhere = symbol("word of another clause");
const leftTwo = symbol("left two");
const rightTwo = symbol("right two");
const leftWord = symbol("left word");
const rightWord = symbol("right word");
const classSides = ["left", "right"].map((side) => ({
  any: symbol(`${side} class`),
  nth: [0, 1, 2].map((nth) => symbol(`${side} class ${nth}`)),
  near: symbol(`${side} class near`),
}));
const nearestPair = symbol("nearest classes");
const crossPair = symbol("classes across");
const anchorWord = symbol("anchor");
const verb = symbol("verb");
const verbClass = symbol("verb class");
const verbBefore = symbol("verb before");
const verbBeforeClass = symbol("class of the verb before");
const verbPlace = symbol("verb place");
const verbSubject = symbol("verb subject");
const verbNoun = symbol("verb and noun");
const verbLeft = symbol("verb and word to the left");
const verbRight = symbol("verb and word to the right");
const noun = symbol("noun");
const nounClass = symbol("noun class");
const pattern = symbol("pattern");
const patternName = symbol("pattern name");
const magnitude = symbol("magnitude");
const bound = symbol("bound");
const idle = symbol("idle");
const inherited = symbol("inherited unit");
const passiveMark = symbol("passive");
const noMark = symbol("");

const columnWord = symbol("column");
const columnClass = symbol("column class");
const rowWord = symbol("row");
const rowClass = symbol("row class");

/** What the heads of a table's column and row tell of a figure in it. */
function tableFeatures({ first }: Anchor, { parsed, columns }: Context, to: Features): void {
  const cell = cellAt(parsed.tokens, first);
  wordFeatures(columns[cell]?.words ?? [], columnWord, columnClass, to);
  if (cell > 0) wordFeatures(rowHead(parsed.tokens), rowWord, rowClass, to);
}

/** The words and their classes, each once. */
function wordFeatures(words: readonly string[], word: number, ofClass: number, to: Features): void {
  const known = words.map(wordOf);
  for (const each of new Set(known.map((one) => one.symbol))) addFeature(to, pair(word, each));
  for (const each of new Set(known.flatMap((one) => one.classes))) addFeature(to, pair(ofClass, each));
}

/** What the anchor and its clause tell. */
export function anchorFeatures(anchor: Anchor, context: Context, to: Features): void {
  const { parsed } = context;
  const signs = signsOf(parsed);
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  add(anchorWord, symbol(anchor.word));
  for (let offset = 0; offset < 4; offset++) {
    add(left[offset]!, symbolAt(signs, anchor.first - 1 - offset));
    add(right[offset]!, symbolAt(signs, anchor.next + offset));
  }
  add(leftTwo, pair(symbolAt(signs, anchor.first - 2), symbolAt(signs, anchor.first - 1)));
  add(rightTwo, pair(symbolAt(signs, anchor.next), symbolAt(signs, anchor.next + 1)));
  const [start, end] = clauseAround(parsed, anchor);
  for (let at = Math.max(start, anchor.first - 14); at < anchor.first; at++)
    if (signs.words[at]?.speaks) add(leftWord, signs.symbols[at]!);
  for (let at = anchor.next; at < Math.min(end, anchor.next + 12); at++)
    if (signs.words[at]?.speaks) add(rightWord, signs.symbols[at]!);
  rowFeatures(signs, Math.max(start, anchor.first - rowReach), anchor.first, [leftInRow, leftSpeaking], to);
  rowFeatures(signs, anchor.next, Math.min(end, anchor.next + rowReach), [rightInRow, rightSpeaking], to);
  const others = new Set<number>();
  for (let at = 0; at < Math.min(signs.words.length, elsewhereReach); at++)
    if ((at < start || at >= end) && signs.words[at]?.speaks) others.add(signs.symbols[at]!);
  for (const one of others) add(elsewhere, one);
  const sides = [nearClasses(parsed, anchor.first - 1, -1), nearClasses(parsed, anchor.next, 1)];
  sides.forEach((classes, side) => {
    const templates = classSides[side]!;
    classes.forEach(({ name, gap }, nth) => {
      add(templates.any, name);
      if (nth < 3) add(templates.nth[nth]!, name);
      if (gap <= 3) add(templates.near, name);
    });
  });
  const [before, after] = sides as [(typeof sides)[0], (typeof sides)[0]];
  if (before[0] && after[0]) add(nearestPair, pair(before[0].name, after[0].name));
  for (const one of before.slice(0, 3))
    for (const other of after.slice(0, 3)) add(crossPair, pair(one.name, other.name));
  const group = governing(parsed, anchor);
  const beside = nounBeside(parsed, anchor);
  if (group) {
    const word = signs.words[group.head];
    const mark = group.passive ? passiveMark : noMark;
    const lemma = signs.symbols[group.head]!;
    add(verb, pair(lemma, mark));
    for (const name of word?.classes ?? []) add(verbClass, pair(name, mark));
    const matrix = parsed.verbs.findLast((one) => one.first < group.first);
    if (matrix) {
      add(verbBefore, signs.symbols[matrix.head]!);
      for (const name of signs.words[matrix.head]?.classes ?? []) add(verbBeforeClass, name);
    }
    add(verbPlace, pair(lemma, symbol(placeAfter(parsed, group, anchor))));
    add(verbSubject, subjectOf(group, context));
    add(verbNoun, pair(lemma, beside === null ? noMark : signs.symbols[beside]!));
    add(verbLeft, pair(lemma, symbolAt(signs, anchor.first - 1)));
    add(verbRight, pair(lemma, symbolAt(signs, anchor.next)));
  }
  add(noun, beside === null ? noMark : signs.symbols[beside]!);
  if (beside !== null) for (const name of signs.words[beside]?.classes ?? []) add(nounClass, name);
  for (const match of anchor.matches.slice(0, 2)) {
    add(pattern, symbol(match.pattern.kind + (match.pattern.metric ?? "")));
    add(patternName, symbol(`${match.pattern.name} ${Object.keys(match.roles).length}`));
  }
  if (anchor.matches.length === 0) add(pattern, noMark);
  if (context.columns.length > 1) tableFeatures(anchor, context, to);
  if (anchor.quantity) {
    add(magnitude, magnitudeOf(anchor.quantity.max ?? anchor.quantity.min ?? 0));
    add(bound, symbol(anchor.quantity.comparator));
    if (anchor.quantity.idle) addFeature(to, idle);
    if (anchor.quantity.inherited) addFeature(to, inherited);
  }
}

/** So many words to either side of an anchor are read in pairs, and so many of a sentence's words at all. */
const rowReach = 10;
const elsewhereReach = 60;

/** Each two signs in a row, and each two words that speak with small words between them. */
function rowFeatures(
  { symbols, words }: Signs,
  from: number,
  next: number,
  [inRow, speaking]: readonly [number, number],
  to: Features,
): void {
  let last: number | null = null;
  for (let at = from; at < next; at++) {
    const one = symbols[at]!;
    if (at > from) addFeature(to, pair(inRow, pair(symbols[at - 1]!, one)));
    if (!words[at]?.speaks) continue;
    if (last !== null) addFeature(to, pair(speaking, pair(last, one)));
    last = one;
  }
}

const sentenceClass = symbol("class in sentence");
const earlierClass = symbol("class before");
const headingClass = symbol("class in heading");
const leadWord = symbol("word before the list");
const leadClass = symbol("class before the list");
const askedWord = symbol("word asked");
const askedClass = symbol("class asked");
const laterWord = symbol("word after");
const block = symbol("block");
const parties = symbol("parties");
const chips = symbol("chips");
const partyKind = symbol("party kind");

/** What the whole sentence and its neighbours tell; the same for all its anchors. */
export function sentenceFeatures(
  { parsed, earlier, later, heading, leadIn, sentence, descriptions }: Context,
  to: Features,
): void {
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  const once = (template: number, names: Iterable<number>): void => {
    for (const name of new Set(names)) add(template, name);
  };
  once(
    sentenceClass,
    signsOf(parsed).words.flatMap((word) => word?.classes ?? []),
  );
  const before = earlier[0];
  if (before)
    once(
      earlierClass,
      plainWords(before).flatMap((word) => wordOf(word).classes),
    );
  const question = questionBefore(earlier);
  if (question) wordFeatures(plainWords(question), askedWord, askedClass, to);
  if (leadIn) wordFeatures(plainWords(leadIn), leadWord, leadClass, to);
  once(
    headingClass,
    heading.flatMap((word) => wordOf(word).classes),
  );
  if (later && sentence.tokens.length < 12)
    once(
      laterWord,
      plainWords(later).map((word) => wordOf(word).symbol),
    );
  add(block, symbol(sentence.sentence.block));
  add(parties, Math.min(3, new Set(parsed.mentions.map((one) => one.party)).size));
  add(chips, parsed.chips.length > 0 ? 1 : 0);
  once(
    partyKind,
    parsed.mentions.map((one) => descriptionOf(one.party, descriptions).kindSymbol),
  );
}

/** The words of a sentence that are no names and no small words. */
export function plainWords({ tokens }: ReadSentence): string[] {
  return tokens
    .filter((token) => token.kind === "word" && !token.capital && token.lower.length > 2 && wordOf(token.lower).speaks)
    .map((token) => token.lower);
}

function placeAfter(parsed: Parsed, group: VerbGroup, anchor: Anchor): string {
  if (anchor.first < group.first) return "before";
  const { quantities, chips } = afterVerb(parsed, group);
  return [...quantities, ...chips].find((one) => one.at === anchor.first)?.role ?? "far";
}

const noSubject = symbol("no subject");

function subjectOf(group: VerbGroup, { parsed, descriptions }: Context): number {
  const party = group.subject[0]?.party;
  if (party) return descriptionOf(party, descriptions).kindSymbol;
  return group.subjectNoun === null ? noSubject : signsOf(parsed).symbols[group.subjectNoun]!;
}

function magnitudeOf(value: number): number {
  return value <= 0 ? -1 : Math.floor(Math.log10(value));
}
