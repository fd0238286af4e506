/** Is a figure exact, a lower or upper bound, or about right, as the words beside it have it? */

import type { Comparator } from "../../model/amount.ts";
import type { Token } from "../tokens.ts";

const bounds: readonly (readonly [string, Comparator])[] = [
  ["not less than", ">="],
  ["no less than", ">="],
  ["no fewer than", ">="],
  ["not fewer than", ">="],
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
  ["just under", "~"],
  ["just shy of", "~"],
  ["just below", "~"],
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
      if (isPartOfVerb(words, tokens[start - 1]?.lower)) continue;
      return { comparator, approximate: comparator === "~", first: start };
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
  "creep creeps crept climb climbed climbing go goes went gone going move moved moving come comes came bring brings brought bringing take takes took taken push pushed pushing bump bumped scale scaled edge edged back".split(
    " ",
  ),
);

/** "Turned over £11 million", "warrants over 3 million shares", "has crept up to 3%": the word belongs to what stands before it and bounds nothing. */
function isPartOfVerb(words: readonly string[], before: string | undefined): boolean {
  if (before === undefined) return false;
  if (words.length === 1 && words[0] === "over") return ofOver.has(before);
  return words.join(" ") === "up to" && ofUpTo.has(before);
}

/** Whether "between" stands before the first end of a range. */
export function isBetween(tokens: readonly Token[], first: number): boolean {
  return tokens[first - 1]?.lower === "between";
}

/** "$5 billion or more". */
export function orMore(tokens: readonly Token[], at: number): Comparator | null {
  if (tokens[at]?.lower !== "or") return null;
  return tokens[at + 1]?.lower === "more" || tokens[at + 1]?.lower === "above" ? ">=" : null;
}

/** "$5 billion or so". */
export function orSo(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === "or" && (tokens[at + 1]?.lower === "so" || tokens[at + 1]?.lower === "thereabouts");
}
