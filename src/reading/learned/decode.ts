/** From anchors to claims' bodies: which kind, which party in which role, by patterns and networks together. */

import { type ClaimKind, type Metric, metrics } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { AnalysedSentence } from "../analyse.ts";
import type { Match } from "../match.ts";
import type { Quantity } from "../quantities.ts";
import { type Anchor, sortOf } from "./anchors.ts";
import { fillRoles, rivalOf, rolesOf } from "./assign-roles.ts";
import type { ChipPlace } from "./chip-features.ts";
import { claimBody } from "./claim-body.ts";
import type { Considered } from "./claim-features.ts";
import type { Context } from "./context.ts";
import { emptyFeatures } from "./features.ts";
import { inOrder, listed, spread } from "./further-parties.ts";
import { anchorFeatures, sentenceFeatures } from "./kind-features.ts";
import { deals, type Memory, type Recalled, recall, remember, type Told, toldKinds } from "./memory.ts";
import { addVectors, type Network, scoresOf, softmax, topOf } from "./network.ts";

/** A claim's body as the networks see it. */
export interface Decoded {
  readonly match: Match;
  readonly anchor: Anchor;
  /** How sure the reading is, 0 to 1. */
  readonly confidence: number;
}

/** `memory` holds the claims before the sentence; its own are added. */
export type Decoder = (sentence: AnalysedSentence, memory: Memory) => Decoded[];

/** Kinds whose claims need both parties; the others live with one. */
const bothNeeded: ReadonlySet<ClaimKind> = new Set<ClaimKind>(["dependence", "chip-adoption"]);
/** What is less likely than this, as the odds of its kind and its parties have it, is not looked at further. */
const leastLikely = 0.25;
/** What is at least so likely right is claimed. */
const leastSure = 0.48;
/** Odds that are added up come no nearer to certainty. */
const surest = 0.99;

const features = emptyFeatures();
/** Room for one anchor's sum, used again. */
let own = new Int32Array(0);

/** Tells the odds that a claim that could be made is right. */
export type ClaimJudge = (claim: Considered) => number;

/** Tells which chip family a claim speaks of; null for none. */
export type ChipJudge = (place: ChipPlace) => string | null;

export function decoder(
  kinds: Network,
  roles: Network,
  pairs: Network,
  judge: ClaimJudge,
  chipJudge: ChipJudge,
): Decoder {
  return ({ context, anchors }, memory) => {
    if (anchors.length === 0) return [];
    features.length = 0;
    sentenceFeatures(context, features);
    const shared = new Int32Array(kinds.width);
    addVectors(kinds, features, shared);
    const decoded: Decoded[] = [];
    const onWords = wordOdds(kinds, anchors.filter(isWord), context, recall(memory, context.number), shared);
    for (const anchor of surestFirst(anchors)) {
      if (isConversion(anchor, context.parsed)) continue;
      const recalled = recall(memory, context.number);
      const odds =
        onWords.get(anchor) ??
        meanOf(besideChips(anchor, anchors, context).map((one) => kindOdds(kinds, one, context, recalled, shared)));
      const top = likeliest(kinds, odds);
      const [kind, metric] = splitLabel(kinds.outputs[top]!);
      if (anchor.quantity && !couldMeasure(anchor.quantity, kind, metric)) continue;
      const pointed = ofPointed(kind, context, recalled);
      const weighed = odds[top]! >= leastLikely ? fillRoles(roles, pairs, kind, anchor, context, recalled) : null;
      const filled = weighed && pointed ? { ...weighed, roles: pointed, confidence: 1 } : weighed;
      const sure = anchor.matches.find((match) => match.pattern.sure);
      const open = filled && enough(kind, filled.roles) && (!sure || agrees(sure, kind, filled.roles)) ? filled : null;
      const likely = open !== null && odds[top]! * open.confidence >= leastLikely;
      const rival = likely ? rivalOf(odds, top) : 0;
      const confidence = likely
        ? judge({ kind, metric, odds: odds[top]!, rival, filled: open, anchor, context, recalled })
        : 0;
      if (open && confidence >= leastSure) {
        for (const parties of pointed ? [pointed] : spread(kind, open, anchor, context)) {
          const body = claimBody(kind, metric, parties, open.chosen, anchor, context.parsed);
          const match = { ...body, chip: chipOf(body, anchor, context, recalled, chipJudge) };
          decoded.push({ match, anchor, confidence });
        }
      } else if (sure) decoded.push({ match: sure, anchor, confidence: 1 });
      else continue;
      remember(memory, toldBy(decoded.at(-1)!.match, context));
    }
    return inOrder(withoutEchoes(decoded), context.parsed);
  };
}

/** No sum of this field is smaller, in any currency; nor is a bare number that would be one. */
const leastSum = 1e4;
const leastBare = 1e5;

/** "The Plaud Note, $159", "the plan says forty": whether a figure is of a size that such a claim can have. */
function couldMeasure({ type, min, max }: Quantity, kind: ClaimKind, metric: Metric | null): boolean {
  const value = max ?? min ?? 0;
  if (type === "money") return value >= leastSum;
  if (type !== "count" || metric === "users" || metric === "headcount") return true;
  if (kind === "stake" || kind === "dependence" || metric === "market-share") return value <= 1;
  return value >= leastBare || kind === "right" || kind === "chip-supply" || kind === "chip-adoption";
}

/** The roles of orders by which one is another: whoever sells is the provider of what is rented. */
const counterparts: Readonly<Record<string, readonly string[]>> = {
  "compute-contract": ["customer", "provider"],
  "chip-supply": ["customer", "vendor"],
};

/**
 * "That contract gives it well over 1 gigawatt": a sentence that begins with the deal just told and names nobody speaks of its parties; null where one does
 * not.
 */
function ofPointed(
  kind: ClaimKind,
  { parsed: { tokens, mentions }, number, paragraph }: Context,
  { told: [last] }: Recalled,
): Readonly<Record<string, PartyId>> | null {
  if (!last || last.paragraph !== paragraph || number - last.sentence > 2) return null;
  if (!/^(?:that|this|the)$/.test(tokens[0]?.lower ?? "") || !deals.has(tokens[1]?.lower ?? "")) return null;
  if (mentions.some(({ via }) => via === "name")) return null;
  const [from, to] = [counterparts[last.kind] ?? rolesOf[last.kind], counterparts[kind] ?? rolesOf[kind]];
  const sameSort = last.kind === kind || (counterparts[last.kind] !== undefined && counterparts[kind] !== undefined);
  if (!sameSort || Object.keys(last.roles).length < 2) return null;
  const pointed: Record<string, PartyId> = {};
  from.forEach((role, nth) => {
    const party = last.roles[role];
    if (party !== undefined && to[nth] !== undefined) pointed[to[nth]] = party;
  });
  return pointed;
}

/** "$38 billion (£29bn)": the sum just told, in another currency. */
function isConversion({ quantity, first }: Anchor, { tokens, quantities }: Context["parsed"]): boolean {
  if (quantity?.type !== "money") return false;
  const open = tokens[first - 1]?.text === "(" ? first - 1 : tokens[first - 2]?.text === "(" ? first - 2 : -1;
  return quantities.some((one) => one.type === "money" && one.unit !== quantity.unit && open >= 0 && one.next === open);
}

/** Figures and chips before words: what rests on a word alone is often said more fully beside it, and would be remembered as another claim. */
function surestFirst(anchors: readonly Anchor[]): Anchor[] {
  return [...anchors.filter((one) => !isWord(one)), ...anchors.filter(isWord)];
}

function isWord({ quantity, word }: Anchor): boolean {
  return quantity === null && word !== "chip";
}

/** "Signed a contract", "granted warrants on 160 million shares": two words of a sentence that carry one claim; the fuller reading of it stays, the surer among equals. */
function withoutEchoes(decoded: readonly Decoded[]): Decoded[] {
  const kept: Decoded[] = [];
  const ranked = [...decoded].sort(
    (a, b) =>
      Number(isBare(a)) - Number(isBare(b)) ||
      Object.keys(b.match.roles).length - Object.keys(a.match.roles).length ||
      b.confidence - a.confidence,
  );
  for (const one of ranked) if (!kept.some((other) => echoes(one, other))) kept.push(one);
  return decoded.filter((one) => kept.includes(one));
}

/** Resting on neither a figure nor a chip. */
function isBare({ anchor: { quantity, chip } }: Decoded): boolean {
  return quantity === null && chip === null;
}

/** Kinds of one order: "a contract with Google for a million TPUs" is bought, whatever its contract is called. */
const orders: ReadonlySet<ClaimKind> = new Set<ClaimKind>(["compute-contract", "chip-supply", "chip-adoption"]);

function echoes(first: Decoded, second: Decoded): boolean {
  if (!isBare(first)) return false;
  const [one, other] = [first.match, second.match];
  if (one.pattern.kind !== other.pattern.kind) {
    if (isBare(second) || !orders.has(one.pattern.kind) || !orders.has(other.pattern.kind)) return false;
    return String(Object.values(one.roles).sort()) === String(Object.values(other.roles).sort());
  }
  return Object.entries(one.roles).every(([role, party]) => other.roles[role] === party);
}

/** Whether the networks see what a pattern leaves no doubt about: the same kind, and the same party in each of its roles. */
function agrees({ pattern, roles }: Match, kind: ClaimKind, filled: Readonly<Record<string, PartyId>>): boolean {
  return pattern.kind === kind && Object.entries(roles).every(([role, party]) => filled[role] === party);
}

/** Chips named together share their lot: "Trainium and Inferentia chips". */
function besideChips(anchor: Anchor, anchors: readonly Anchor[], { parsed }: Context): readonly Anchor[] {
  if (anchor.word !== "chip") return [anchor];
  const row = [anchor];
  const chips = anchors.filter((one) => one.word === "chip");
  for (let at = chips.indexOf(anchor) - 1; at >= 0 && listed(parsed, chips[at]!.next, chips[at + 1]!.first); at--)
    row.push(chips[at]!);
  for (
    let at = chips.indexOf(anchor) + 1;
    at < chips.length && listed(parsed, chips[at - 1]!.next, chips[at]!.first);
    at++
  )
    row.push(chips[at]!);
  return row;
}

function meanOf(rows: readonly number[][]): number[] {
  if (rows.length === 1) return rows[0]!;
  return rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length);
}

/** The likeliest kind, whether or not it is likelier than none. */
function likeliest({ outputs }: Network, odds: number[]): number {
  const claimed = odds.slice();
  claimed[outputs.indexOf("none")] = -1;
  return topOf(claimed);
}

/** The chip of a claim that has one: the one that it rests on, else as the judge of chips holds it. */
function chipOf(
  { pattern: { kind }, roles }: Match,
  anchor: Anchor,
  context: Context,
  recalled: Recalled,
  judge: ChipJudge,
): string | null {
  if (kind !== "chip-supply" && kind !== "chip-adoption") return null;
  if (anchor.word === "chip") return anchor.chip;
  return judge({ kind, vendor: roles.vendor ?? null, anchor, context, recalled });
}

function toldBy({ pattern, roles, quantity, chip, first }: Match, { number, paragraph, passage }: Context): Told {
  return {
    kind: pattern.kind,
    metric: pattern.metric ?? null,
    roles,
    figured: quantity !== null,
    chip,
    sentence: number,
    paragraph,
    passage,
    first,
  };
}

/**
 * The odds of each kind at the words of a sentence. What is told without a figure rests on one of several words, "decided to extend a loan", and the
 * odds are shared among them: the likeliest word of a kind stands for all.
 */
function wordOdds(
  kinds: Network,
  words: readonly Anchor[],
  context: Context,
  recalled: Recalled,
  shared: Int32Array,
): Map<Anchor, number[]> {
  const each = words.map((one) => kindOdds(kinds, one, context, recalled, shared));
  const none = kinds.outputs.indexOf("none");
  if (words.length > 1)
    for (let kind = 0; kind < kinds.outputs.length; kind++) {
      if (kind === none) continue;
      let sum = 0;
      let best = each[0]!;
      for (const odds of each) {
        sum += odds[kind]!;
        if (odds[kind]! > best[kind]!) best = odds;
      }
      best[kind] = Math.min(surest, sum);
    }
  return new Map(words.map((one, at) => [one, each[at]!]));
}

/** The odds of each kind at an anchor; `shared` is the sum of what its sentence tells. */
function kindOdds(kinds: Network, anchor: Anchor, context: Context, recalled: Recalled, shared: Int32Array): number[] {
  if (own.length < shared.length) own = new Int32Array(shared.length);
  own.set(shared);
  features.length = 0;
  anchorFeatures(anchor, context, features);
  toldKinds(recalled, context, features);
  addVectors(kinds, features, own);
  const odds = softmax(scoresOf(kinds, own, kinds.conditionOf.get(sortOf(anchor))!));
  if (isPowerOfChips(anchor, context)) {
    const [rented, bought] = [kinds.outputs.indexOf("compute-contract"), kinds.outputs.indexOf("chip-supply")];
    odds[bought] = odds[bought]! + odds[rented]!;
    odds[rented] = 0;
  }
  return odds;
}

/** "Six gigawatts of GPUs", "the first gigawatt is due on the Vera Rubin platform": whoever buys those buys chips; "of GPU capacity" is rented. */
function isPowerOfChips({ quantity, next }: Anchor, { parsed: { tokens, chips } }: Context): boolean {
  if (quantity?.type !== "power") return false;
  const due = chips.find((one) => one.first >= next && one.first < next + 7);
  if (due && /^(?:platforms?|systems?|generation)$/.test(tokens[due.next]?.lower ?? "")) {
    const between = tokens.slice(next, due.first);
    if (between.some(({ lower }) => lower === "on") && !between.some(({ text }) => /^[,;:]$/.test(text))) return true;
  }
  if (tokens[next]?.lower !== "of") return false;
  for (let at = next + 1; at < Math.min(next + 5, tokens.length); at++)
    if (/^(?:gpus?|tpus?|accelerators?|processors?|chips|silicon)$/.test(tokens[at]!.lower))
      return tokens[at + 1]?.kind !== "word" || !rentedWith.test(tokens[at + 1]!.lower);
  return false;
}

const rentedWith = /^(?:capacity|cloud|compute|computing|hosting|clusters?|infrastructure|power|services?|halls?)$/;

export function splitLabel(label: string): [ClaimKind, Metric | null] {
  const [kind, metric] = label.split(":");
  return [kind as ClaimKind, metrics.find((one) => one === metric) ?? null];
}

function enough(kind: ClaimKind, roles: Readonly<Record<string, PartyId>>): boolean {
  const count = Object.keys(roles).length;
  return bothNeeded.has(kind) ? count === 2 : count > 0;
}
