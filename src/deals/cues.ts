/** What do the words of a quote say about how its figure stands to others? Fields of a claim do not tell a total from a tranche; its words do. */

export interface Cues {
  readonly enlarges: boolean;
  readonly another: boolean;
  readonly total: boolean;
  readonly part: boolean;
  /** A part by its own words, wherever the whole was told. */
  readonly tranche: boolean;
  /** The whole with what came on top. */
  readonly sum: boolean;
  /** "series a", where the words name the round. */
  readonly round: string | null;
  /** All of it in one word: quotes of one key say the same of their figures. */
  readonly key: string;
}

const none: Cues = {
  enlarges: false,
  another: false,
  total: false,
  part: false,
  tranche: false,
  sum: false,
  round: null,
  key: "",
};

/** As much of each cue as tells it from plain words that begin alike: "separate", which "separately" is not. Most quotes have none, and need no further look. */
const cueBeginning =
  /\b(?:enlarg|expan[ds]|exten[ds]|up(?:siz|ped|front| front)|amend|top(?:s|ped)? up|add|increas|rais|boost|lift|now (?:st|to|co|am|ru|is)|bring|tak(?:es|ing) |for a total|another|further|second\b|third\b|separate\b|fresh\b|new (?:r|c|i|a|o|d)|on top|follow-|since |in (?:total|all)|al(?:together|l told)|to date|so far|cumul|tota|comb|together |over the y|running|tranche|instal|dr(?:ew|aw)|of (?:that|which|it)\b|at once|imm|the (?:rem|rest|first|second|last|initial)|rem|initial|first (?:p|s|c)|pre-seed|seed (?:r|f)|series )/i;

/** All cues of a quote. */
export function cuesOf(quote: string): Cues {
  if (!cueBeginning.test(quote)) return none;
  const tranche = isTranche(quote);
  const marks = {
    enlarges: enlarges(quote),
    another: another(quote),
    total: isTotal(quote),
    part: tranche || isPart(quote),
    tranche,
    sum: sumsSoFar(quote),
    round: roundOf(quote),
  };
  return { ...marks, key: Object.values(marks).some(Boolean) ? Object.values(marks).join() : "" };
}

const agreed =
  "contract|agreement|deal|order|commitment|facility|pact|arrangement|investment|stake|loan|credit line|line of credit|lease|purchase|programme|program|supply";

const grows = new RegExp(
  `\\b(?:enlarg|expan[ds]|exten[ds]|upsiz|upped|amend|top(?:s|ped)? up|(?:add|increas|rais|boost|lift)(?:e|s|es|ed|ing)?\\b[^.]{0,60}\\b(?:${agreed})s?\\b[^.]{0,40}\\bby\\b|(?:add|increas)(?:s|es|ed|ing)?\\b.{0,60}\\b(?:to|its|the|their)\\b.{0,25}\\b(?:${agreed}))`,
  "i",
);

/** "Enlarged its contract by", "raised its order with X by", "an extension of the agreement": on top of what was agreed. */
function enlarges(quote: string): boolean {
  return grows.test(quote);
}

/** "Which now stands at", "bringing the total to": what was agreed and what came on top. */
function sumsSoFar(quote: string): boolean {
  return /\b(?:now (?:stands|totals|comes|amounts|runs|is worth)|bring(?:s|ing)? (?:it|the total|the whole|its total)|tak(?:es|ing) (?:it|the total|the whole)|for a total of)\b/i.test(
    quote,
  );
}

/** "Another", "a further", "a second": not the one before. */
function another(quote: string): boolean {
  return /\b(another|additional|further|second|third|separate|fresh|new (?:round|contract|investment|agreement|order|deal)|on top of|follow-on)\b/i.test(
    quote,
  );
}

/** "Since 2019", "in total", "to date": a sum over what happened before. */
export function isTotal(quote: string): boolean {
  return /\b(since (?:19|20)\d\d|since (?:its|the|their|\w+ (?:19|20)\d\d)|in total|in all\b|altogether|all told|to date|so far|cumulative(?:ly)?|that total|totall?(?:s|ing|ed)\b|total of|combined|together (?:come|make|amount)|over the years|running total)\b/i.test(
    quote,
  );
}

/** "$15bn of that at once", "the first tranche", "the remaining": a part of the figure beside it. */
function isPart(quote: string): boolean {
  return /\b(of (?:that|which|it)\b|at once|up ?front|immediately|the (?:remaining|rest|first|second|last|initial)|remaining|initial(?:ly)?|first (?:part|step|payment|stage|close|closing))\b/i.test(
    quote,
  );
}

/** "Drew the first tranche of": a part, wherever the whole was told. */
function isTranche(quote: string): boolean {
  return /\b(tranche|instal?lment|drew|drawn|draws)\b/i.test(quote);
}

/** "Series A", "seed": which round it is. */
function roundOf(quote: string): string | null {
  return /\b(pre-seed|seed (?:round|funding)|series [a-z]\d?)\b/i.exec(quote)?.[1]?.toLowerCase() ?? null;
}

/** Words that place a deal within its rung: "early", "rumoured", "preparing", "advanced". */
export function stageWords(quote: string): string | null {
  const found =
    /\b(early|preliminary|initial|exploratory|rumou?red|advanced|final(?:ising|izing)|preparing|prepares?|poised|set to|close to|nearing|about to)\b/i.exec(
      quote,
    );
  return found ? found[1]!.toLowerCase() : null;
}
