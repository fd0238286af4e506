/** Is a figure exact, a lower or upper bound, or about right, as the words beside it have it? */

import type { Comparator } from "../../model/amount.ts";
import type { Token } from "../tokens.ts";

const bounds: readonly (readonly [string, Comparator])[] = [
  ["not less than", ">="],
  ["no less than", ">="],
  ["no fewer than", ">="],
  ["not fewer than", ">="],
  ["not lower than", ">="],
  ["not below", ">="],
  ["at least", ">="],
  ["a minimum of", ">="],
  ["minimum of", ">="],
  ["no more than", "<="],
  ["not more than", "<="],
  ["not exceeding", "<="],
  ["not to exceed", "<="],
  ["maximum principal amount of", "<="],
  ["maximum aggregate principal amount of", "<="],
  ["as much as", "<="],
  ["as many as", "<="],
  ["up to", "<="],
  ["at most", "<="],
  ["a maximum of", "<="],
  ["maximum of", "<="],
  ["at the most", "<="],
  ["up to a value of", "<="],
  ["up to an aggregate of", "<="],
  ["up to a cap of", "<="],
  ["a cap of", "<="],
  ["annual cap of", "<="],
  ["never above", "<="],
  ["not above", "<="],
  ["a floor of", ">="],
  ["floor of", ">="],
  ["minimum value of", ">="],
  ["capped at", "<="],
  ["to a maximum of", "<="],
  ["a ceiling of", "<="],
  ["of up to", "<="],
  ["a little more than", ">"],
  ["a little over", ">"],
  ["slightly more than", ">"],
  ["slightly over", ">"],
  ["just over", ">"],
  ["just above", ">"],
  ["well over", ">"],
  ["well above", ">"],
  ["far more than", ">"],
  ["more than", ">"],
  ["greater than", ">"],
  ["higher than", ">"],
  ["better than", ">"],
  ["north of", ">"],
  ["in excess of", ">"],
  ["upwards of", ">"],
  ["upward of", ">"],
  ["over", ">"],
  ["above", ">"],
  ["beyond", ">"],
  ["exceeding", ">"],
  ["exceeds", ">"],
  ["exceed", ">"],
  ["exceeded", ">"],
  ["surpasses", ">"],
  ["surpassed", ">"],
  ["surpass", ">"],
  ["surpassing", ">"],
  ["passes", ">"],
  ["passed", ">"],
  ["pass", ">"],
  ["crosses", ">"],
  ["crossed", ">"],
  ["crossing", ">"],
  ["past", ">"],
  ["break through", ">"],
  ["broken through", ">"],
  ["a good", ">"],
  ["tops", ">"],
  ["topped", ">"],
  ["topping", ">"],
  ["top", ">"],
  [">", ">"],
  ["less than", "<"],
  ["fewer than", "<"],
  ["lower than", "<"],
  ["under", "<"],
  ["below", "<"],
  ["<", "<"],
  ["≥", ">="],
  ["≤", "<="],
  ["just shy of", "~"],
  ["a little under", "~"],
  ["shy of", "~"],
  ["nearly", "~"],
  ["almost", "~"],
  ["close to", "~"],
  ["around", "~"],
  ["about", "~"],
  ["roughly", "~"],
  ["approximately", "~"],
  ["approx", "~"],
  ["some", "~"],
  ["near", "~"],
  ["circa", "~"],
  ["ca", "~"],
  ["c", "~"],
  ["~", "~"],
  ["≈", "~"],
  ["an estimated", "~"],
  ["estimated", "~"],
  ["in the region of", "~"],
  ["in the order of", "~"],
  ["on the order of", "~"],
  ["roundly", "~"],
  ["towards", "~"],
  ["toward", "~"],
];

const boundsByLast = new Map<string, { words: string[]; comparator: Comparator }[]>();
for (const [phrase, comparator] of bounds) {
  const words = phrase.split(" ");
  const last = words[words.length - 1]!;
  const list = boundsByLast.get(last) ?? [];
  list.push({ words, comparator });
  boundsByLast.set(
    last,
    list.sort((a, b) => b.words.length - a.words.length),
  );
}

type Bound = { comparator: Comparator; approximate: boolean; first: number };

/** The bound that stands right before a figure: "up to around". */
export function boundBefore(tokens: readonly Token[], first: number): Bound | null {
  let end = first;
  while (tokens[end - 1]?.text === "*") end--;
  let found: Bound | null = null;
  for (let turn = 0; turn < 2; turn++) {
    const here = oneBound(tokens, end);
    // "options over up to 12 million": only a doubt joins a bound.
    if (!here || (found && here.comparator !== "~" && found.comparator !== "~")) break;
    // "up to around 5": the bound outside rules, the doubt inside stays.
    found = found
      ? {
          comparator: here.comparator === "~" ? found.comparator : here.comparator,
          approximate: true,
          first: here.first,
        }
      : here;
    end = here.first;
  }
  if (!found && isBetween(tokens, first)) return { comparator: "=", approximate: false, first: first - 1 };
  return found;
}

function oneBound(tokens: readonly Token[], end: number): Bound | null {
  let last = end;
  if (tokens[last - 1]?.lower === "the" || tokens[last - 1]?.lower === "a") last--;
  for (const { words, comparator } of boundsByLast.get(tokens[last - 1]?.lower ?? "") ?? []) {
    const start = last - words.length;
    if (start >= 0 && words.every((word, offset) => tokens[start + offset]!.lower === word)) {
      if (
        (words[0] === "some" || words[0] === "c" || words[0] === "ca" || words[0] === "top" || words[0] === "pass") &&
        last !== end
      )
        continue;
      if (isPartOfVerb(words, tokens, start) || isSubject(words, tokens, start, end)) continue;
      return { comparator: turned(comparator, tokens, start), approximate: comparator === "~", first: start };
    }
  }
  return null;
}

const ofOver = new Set(
  "turn turns turned turning roll rolls rolled rolling hand hands handed handing take takes took taken taking sign signed carry carried warrant warrants option options right rights call calls charge claim control".split(
    " ",
  ),
);
const ofUpTo = new Set(
  "creep creeps crept climb climbed climbing go goes went gone going move moved moving come comes came bring brings brought bringing push pushed pushing bump bumped scale scaled edge edged back add adds added amount amounts".split(
    " ",
  ),
);

/** What is made, talked of or owed over a sum. */
const dealWords =
  /^(?:talks?|negotiations?|discussions?|contracts?|pre-?contract|deals?|agreements?|leases?|offers?|loans?|facility|orders?|dispute|suit|lawsuit|refusal|warrants?|options?|bid|letter|memorandum|understanding)$/;
/** What a sum right before it describes: "under the £750m agreement", "over a $5 billion margin loan". */
const describedWords =
  /^(?:contracts?|agreements?|deals?|facility|facilities|loans?|memorandum|framework|leases?|raise|round|orders?|programme|program|notes?|bonds?|line|projection|plan|forecast|that)$/;
/** In tokens. */
const dealReach = 8;

/** "Talks with Oracle over 200 MW", "a contract over 14,000 processors", "under its $3 billion contract": the word tells over what, or under what, and bounds nothing. */
function isSubject(words: readonly string[], tokens: readonly Token[], start: number, end: number): boolean {
  if (words.length !== 1) return false;
  const before = tokens[start - 1]?.lower ?? "";
  switch (words[0]) {
    case "past":
      return /^(?:the|this|these|for|over|in|during)$/.test(before);
    case "under":
    case "below":
      return describes(tokens, end);
    case "over":
      return describes(tokens, end) || (!statedAs.test(before) && isBehindDeal(tokens, start));
    default:
      return false;
  }
}

/** "Worth over $5 billion", "a loan of over €5m". */
const statedAs = /^(?:worth|of|for|at|to|is|was|by|from|and|valued|with|totalling|totaling|paid|paying)$/;

function isBehindDeal(tokens: readonly Token[], start: number): boolean {
  for (let at = start - 1; at >= Math.max(0, start - dealReach); at--) {
    const { lower, kind } = tokens[at]!;
    if (dealWords.test(lower)) return true;
    if (kind === "sign" && lower !== "-") return lower === "," && dealWords.test(tokens[at - 1]?.lower ?? "");
  }
  return false;
}

/** Whether the sum that begins here stands before what it is the sum of. */
function describes(tokens: readonly Token[], start: number): boolean {
  let at = start;
  while (tokens[at] && (tokens[at]!.kind === "number" || isMoney.test(tokens[at]!.text))) at++;
  if (at === start) return false;
  for (let further = at; further < Math.min(at + 4, tokens.length); further++) {
    const { kind, lower } = tokens[further]!;
    if (describedWords.test(lower)) return true;
    if ((kind !== "word" && lower !== "-") || joining.test(lower)) return false;
  }
  return false;
}

const isMoney =
  /^(?:[$€£¥₹₩]|[A-Z]{3}|[A-Z]{1,2}\$|Rs|billion|million|trillion|crore|lakh|bn|m|mn|tn|dollars?|euros?|pounds?|kronor|kroner|yen|yuan|won|megawatts?|gigawatts?|MW|GW)$/;
const joining = /^(?:of|in|by|at|on|and|or|for|from|to|a|the|is|was|will|last|this|per|as|with)$/;

/** "Has yet to exceed 10 billion", "won't ever be above 15 %", "never sold more than $14 million": more than so much, denied, is at most so much. */
function turned(comparator: Comparator, tokens: readonly Token[], start: number): Comparator {
  if (comparator !== ">") return comparator;
  const before = tokens.slice(Math.max(0, start - 3), start).map(({ lower }) => lower);
  const never = before.lastIndexOf("never");
  if (never >= 0 && !before.slice(never).some((word) => /^(?:but|and|or|\W)$/.test(word))) return "<=";
  for (let at = start - 1; at >= Math.max(0, start - 4); at--) {
    const { lower } = tokens[at]!;
    if (/^(?:never|not|cannot)$|n't$/.test(lower) || (lower === "yet" && tokens[at + 1]?.lower === "to")) return "<=";
    if (!/^(?:ever|be|been|even|quite|rise|rose|risen|go|gone|to)$/.test(lower)) return comparator;
  }
  return comparator;
}

/** "Turned over £11 million", "warrants over 3 million shares", "has crept up to 3%": the word belongs to what stands before it and bounds nothing. */
function isPartOfVerb(words: readonly string[], tokens: readonly Token[], start: number): boolean {
  const before = tokens[start - 1]?.lower;
  if (before === undefined) return false;
  if (words.length === 1 && words[0] === "over") return ofOver.has(before);
  // "Pledges add up to $1.4 trillion" is a sum, "in talks to add up to $30bn" a bound.
  return words.join(" ") === "up to" && ofUpTo.has(before) && !(before === "add" && tokens[start - 2]?.lower === "to");
}

/** Whether "between" stands before the first end of a range. */
export function isBetween(tokens: readonly Token[], first: number): boolean {
  return tokens[first - 1]?.lower === "between";
}

/** What stands behind a figure and bounds it: "$5 billion or more", "$10 billion plus", "$1.8bn at most", "$2bn and change". */
export function boundBehind(tokens: readonly Token[], at: number): { comparator: Comparator; next: number } | null {
  for (const { words, comparator } of behind)
    if (words.every((word, offset) => tokens[at + offset]?.lower === word)) {
      const next = at + words.length;
      // "$5 billion plus a share of profits" adds; so does "plus 2 %".
      if (words[0] === "plus" && words.length === 1 && tokens[next] && !closing.test(tokens[next]!.lower)) continue;
      return { comparator, next };
    }
  return null;
}

const closing = /^(?:[.,;:)!?|]|from|in|by|at|of|for|to|round|this|last|says?|said|over)$/;

const behind: readonly { words: readonly string[]; comparator: Comparator }[] = (
  [
    ["or more", ">="],
    ["or above", ">="],
    ["or better", ">="],
    ["or so", "~"],
    ["or thereabouts", "~"],
    ["or less", "<="],
    ["or fewer", "<="],
    ["and change", ">"],
    ["and a bit", ">"],
    ["at most", "<="],
    ["at the most", "<="],
    ["at least", ">="],
    ["tops", "<="],
    ["plus", ">"],
  ] as const
).map(([phrase, comparator]) => ({ words: phrase.split(" "), comparator }));
