/** How the trained part of a reader judges names and statuses. */

import type { ClaimKind, Status } from "../../model/claim.ts";
import type { Match } from "../match.ts";
import { clauseText } from "../matching/site.ts";
import type { PartyJudge, Vocabulary } from "../mentions.ts";
import type { ReferenceJudge } from "../references.ts";
import { verbReading } from "../verbs.ts";
import type { Anchor } from "./anchors.ts";
import { antecedentFeatures, referenceSort } from "./antecedent-features.ts";
import { chipCandidates, chipFeatures, chipSort } from "./chip-features.ts";
import { claimFeatures } from "./claim-features.ts";
import type { Context } from "./context.ts";
import type { ChipJudge, ClaimJudge } from "./decode.ts";
import { emptyFeatures, type Features, symbol } from "./features.ts";
import { addVectors, type Network, scoreOf, scoresOf, softmax, topOf } from "./network.ts";
import { speakerFeatures, speakerSort } from "./speaker-features.ts";
import { type StatusTold, statusFeatures } from "./status-features.ts";
import { clauseAround, governing } from "./surroundings.ts";

/** The words that training met without a capital. */
export function vocabularyOf(words: Iterable<number>): Vocabulary {
  const numbers = new Set(words);
  return (lower) => numbers.has(symbol(lower));
}

/** Tells organisations from other names, and whom pronouns stand for; without a network for these by the order in which grammar finds them. */
export function partyJudge(names: Network, references: Network | null, ordinary: Vocabulary): PartyJudge {
  const organisation = names.outputs.indexOf("organisation");
  const odds = (features: Features): number => {
    const sum = new Int32Array(names.width);
    addVectors(names, features, sum);
    return softmax(scoresOf(names, sum, 0))[organisation]!;
  };
  return { ordinary, odds, ...(references ? referenceJudge(references) : byRules) };
}

/** Of the parties that grammar finds each half as likely as the one before it; "we" are whom the rules say. */
export const byRules: ReferenceJudge = {
  resolve: (_, parties) => parties.map((_, nth) => 0.5 ** (nth + 1)),
  speaker: ({ parties, ruled }) => parties.map((one) => Number(one === ruled)),
};

function referenceJudge(references: Network): ReferenceJudge {
  const features = emptyFeatures();
  const sum = new Int32Array(references.width);
  const oddsOf = <Party>(sort: string, parties: readonly Party[], tell: (party: Party, nth: number) => void) => {
    const condition = references.conditionOf.get(sort)!;
    const scores = parties.map((party, nth) => {
      features.length = 0;
      sum.fill(0);
      tell(party, nth);
      addVectors(references, features, sum);
      return scoreOf(references, sum, 0, condition);
    });
    return softmax(scores);
  };
  return {
    resolve: (place, parties) =>
      oddsOf(referenceSort(place), parties, (party, nth) => antecedentFeatures(party, nth, place, features)),
    speaker: ({ speech, parties }) => oddsOf(speakerSort, parties, (party) => speakerFeatures(party, speech, features)),
  };
}

/** Tells right claims from wrong ones. */
export function claimJudge(claims: Network): ClaimJudge {
  const right = claims.outputs.indexOf("right");
  const features = emptyFeatures();
  const sum = new Int32Array(claims.width);
  return (claim) => {
    features.length = 0;
    sum.fill(0);
    claimFeatures(claim, features);
    addVectors(claims, features, sum);
    return softmax(scoresOf(claims, sum, claims.conditionOf.get(claim.kind)!))[right]!;
  };
}

/** Tells of which chip family a claim speaks. */
export function chipJudge(chips: Network): ChipJudge {
  const features = emptyFeatures();
  const sum = new Int32Array(chips.width);
  return (place) => {
    const condition = chips.conditionOf.get(chipSort(place))!;
    const families = chipCandidates(place);
    const scores = families.map((family) => {
      features.length = 0;
      sum.fill(0);
      chipFeatures(family, place, features);
      addVectors(chips, features, sum);
      return scoreOf(chips, sum, 0, condition);
    });
    return families[topOf(scores)]!;
  };
}

/** The status of a claim; `ruled` is what the rules of mood say, `told` the claim right before. */
export type StatusJudge = (
  match: Match,
  ruled: Status,
  told: StatusTold | null,
  anchor: Anchor,
  context: Context,
) => Status;

export function statusJudge(statuses: Network): StatusJudge {
  const features = emptyFeatures();
  return (match, ruled, told, anchor, context) => {
    const sum = new Int32Array(statuses.width);
    features.length = 0;
    statusFeatures(match.pattern.kind, match.pattern.status, ruled, told, anchor, context, features);
    addVectors(statuses, features, sum);
    const scores = scoresOf(statuses, sum, statuses.conditionOf.get(match.pattern.kind)!);
    const judged = statuses.outputs[topOf(scores)] as Status;
    const { kind, metric } = match.pattern;
    if (judged === "forecast" && metric === "capex" && isPlannedSpending(anchor, context)) return "announced";
    if (judged === "talks" && ((kind === "valuation" && isAside(anchor, context)) || isPartOfDeed(anchor, context)))
      return "completed";
    if (!isDone(judged)) return judged;
    const wished =
      ((kind === "chip-adoption" || kind === "valuation") && isWished(anchor, context)) ||
      (!standing.has(kind) && isUrged(anchor, context));
    const open = kind === "right" ? isConditional(anchor, context) : isLeftOpen(anchor, context);
    const supposed = (kind === "chip-adoption" || kind === "valuation") && isSupposed(anchor, context);
    const heard = !standing.has(kind) && kind !== "valuation" && isOnlyReported(anchor, context);
    const assumed = !standing.has(kind) && isAssumed(anchor, context);
    if (wished || open || supposed || heard || assumed || isOnlyPossible(anchor, context)) return "talks";
    return isUnsigned(anchor, context) || isToBe(anchor, context) ? "announced" : judged;
  };
}

/** "A switch to Trainium would take work", "a valuation north of $500 billion would make it the most valuable". */
function isSupposed({ next }: Anchor, { parsed: { tokens } }: Context): boolean {
  return /^(?:would|could|might)$/.test(tokens[next]?.lower ?? "");
}

/** "… would put it ahead of Anthropic ($183 billion)": what a bracket tells of a party stands, whatever would be, if it says no more itself. */
function isAside({ first, next }: Anchor, { parsed: { tokens, mentions } }: Context): boolean {
  const bracketed =
    tokens[first - 1]?.text === "(" && mentions.some((one) => one.via === "name" && one.next === first - 1);
  return bracketed && (tokens[next]?.text === ")" || /^report(?:ed|edly)$/.test(tokens[next]?.lower ?? ""));
}

/** "It has invested heavily, reportedly putting in over $8 billion": what is done in doing something is done with it. */
function isPartOfDeed(anchor: Anchor, { parsed }: Context): boolean {
  const group = governing(parsed, anchor);
  // "It has reportedly poured over $8 billion"
  const perfect = group !== null && /^(?:has|have)$/.test(parsed.tokens[group.first]!.lower) && !group.negated;
  if (perfect && deeds.has(group.lemma) && parsed.tokens[group.head - 1]!.lower === "reportedly") return true;
  if (group?.form !== "ing" || group.head !== group.first) return false;
  const deed = parsed.verbs.findLast((one) => one.head < group.first);
  const joined = parsed.tokens.slice((deed?.head ?? 0) + 1, group.first).some(({ text }) => text === ",");
  const done = deed !== undefined && /^(?:has|have)$/.test(parsed.tokens[deed.first]!.lower) && !deed.negated;
  return joined && done && deeds.has(deed.lemma);
}

/** What pays, buys or lends; who "has discussed a deal, reportedly putting in $8 billion" has done none. */
const deeds = new Set(
  "invest put pour pump inject spend pay buy acquire lend borrow raise fund finance back".split(" "),
);

function isDone(status: Status): boolean {
  return status === "completed" || status === "signed";
}

/** "Amazon's potential $10 billion investment": whatever the words around it sound like, nothing has been done. */
function isOnlyPossible({ first, next, word }: Anchor, { parsed: { tokens, verbs } }: Context): boolean {
  const possible = (at: number): boolean => /^(?:potential|possible|prospective|mooted)$/.test(tokens[at]?.lower ?? "");
  if ([first - 2, first - 1, next].some(possible)) return true;
  // "The adoption of Trainium chips by OpenAI is under discussion."
  for (let at = next; at < Math.min(next + 10, tokens.length) && !/^[,;:]$/.test(tokens[at]!.text); at++)
    if (tokens[at]!.lower === "under" && /^(?:is|are|was|were|still|now|remains?)$/.test(tokens[at - 1]!.lower))
      return /^(?:discussion|negotiation|consideration)$/.test(tokens[at + 1]?.lower ?? "");
  if (word !== "chip") return false;
  // "The potential adoption of Amazon's Trainium": a chip stands behind what is done with it.
  for (let at = first - 3; at >= Math.max(0, first - 7); at--) {
    if (/^[,;:]$/.test(tokens[at]!.text) || verbs.some((group) => group.head === at)) return false;
    if (possible(at)) return true;
  }
  return false;
}

/** "Amazon's reported $10 billion investment": nobody has said so. */
function isOnlyReported({ first }: Anchor, { parsed: { tokens } }: Context): boolean {
  return /^(?:reported|rumou?red|alleged|supposed)$/.test(tokens[first - 1]?.lower ?? "");
}

/** "If OpenAI adopts Trainium, it would …": what is only assumed has not been done. */
function isAssumed(anchor: Anchor, { parsed }: Context): boolean {
  const group = governing(parsed, anchor);
  if (!group) return false;
  for (let at = group.first - 1; at >= Math.max(0, group.first - 6); at--) {
    const { text, lower } = parsed.tokens[at]!;
    if (/^[,;:]$/.test(text)) return false;
    if (lower === "if") return /\b(?:would|could|might)\b/.test(clauseText(parsed, group.next, parsed.tokens.length));
  }
  return false;
}

/** "OpenAI would use Trainium": a chip that would be used is not in use. */
function isWished(anchor: Anchor, { parsed }: Context): boolean {
  const group = governing(parsed, anchor);
  if (!group) return false;
  return parsed.tokens.slice(group.first, group.head).some(({ lower }) => /^(?:would|could|might|may)$/.test(lower));
}

/** Kinds that tell how things stand, whatever somebody wants to do about it: "it wants to be less dependent on Nvidia". */
const standing: ReadonlySet<ClaimKind> = new Set<ClaimKind>(["right", "dependence", "metric"]);

/** "Compels OpenAI to use Trainium", "get it to adopt the chip": who is urged to do something has not done it. */
function isUrged(anchor: Anchor, { parsed }: Context): boolean {
  const group = governing(parsed, anchor);
  if (!group || parsed.tokens[group.first]?.lower !== "to") return false;
  for (let at = group.first - 1; at >= Math.max(0, group.first - 6); at--) {
    const { kind, lower } = parsed.tokens[at]!;
    if (kind !== "word") return false;
    if (urging.has(verbReading(lower)?.lemma ?? "")) return true;
  }
  return false;
}

const urging = new Set(
  "encourage compel get push persuade require want force ask mandate urge press convince oblige hope seek aim consider mean propose wish".split(
    " ",
  ),
);

/** "Vantage expects to spend $15 billion there": what a company says that it will spend is announced, what it guides to is a forecast. */
function isPlannedSpending(anchor: Anchor, { parsed }: Context): boolean {
  const group = governing(parsed, anchor);
  if (!group || !/^(?:spend|invest|put|pour|plough)$/.test(group.lemma) || parsed.tokens[group.first]?.lower !== "to")
    return false;
  return /^(?:expect|plan|intend|aim|pledge|promise|hope)$/.test(
    verbReading(parsed.tokens[group.first - 1]?.lower ?? "")?.lemma ?? "",
  );
}

/** "Nvidia may chip in up to $2 billion": what may be done is talked about; of a right it is the right. */
function isLeftOpen(anchor: Anchor, { parsed }: Context): boolean {
  const group = governing(parsed, anchor);
  return (
    group !== null && parsed.tokens.slice(group.first, group.head).some(({ lower }) => /^(?:may|might)$/.test(lower))
  );
}

/** "Microsoft could block the deal if its agreements say so", "Amazon might secure rights": a right that hangs on something else is talked about. */
function isConditional(anchor: Anchor, { parsed }: Context): boolean {
  const group = governing(parsed, anchor);
  if (!group) return false;
  const modal = parsed.tokens.slice(group.first, group.head).some(({ lower }) => /^(?:could|may|might)$/.test(lower));
  if (/^(?:secure|gain|win|get|obtain|receive)$/.test(group.lemma)) return modal;
  if (!/^(?:block|veto|stop)$/.test(group.lemma)) return false;
  return modal && parsed.tokens.slice(group.next, group.next + 12).some(({ lower }) => lower === "if");
}

/** "The chips that Broadcom is to deliver": settled, and still to come. */
function isToBe(anchor: Anchor, { parsed }: Context): boolean {
  const group = governing(parsed, anchor);
  const { tokens } = parsed;
  return (
    group !== null && tokens[group.first]?.lower === "to" && /^(?:is|are)$/.test(tokens[group.first - 1]?.lower ?? "")
  );
}

/** "Has not completed an agreement to invest …", "signs a letter of intent": what is said to lack a contract has none. */
function isUnsigned(anchor: Anchor, { parsed }: Context): boolean {
  const [start, end] = clauseAround(parsed, anchor);
  const words = parsed.tokens
    .slice(start, end)
    .map((token) => token.lower)
    .join(" ");
  return /\b(?:not (?:yet )?(?:completed|signed|closed|concluded|final(?:ised|ized)?)|no (?:definitive|final|binding) (?:agreement|contract)|letters? of intent|memorandum of understanding|non - binding)\b/.test(
    words,
  );
}
