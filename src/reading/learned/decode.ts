/** From anchors to claims' bodies: which kind, which party in which role, by patterns and networks together. */

import { type ClaimKind, type Metric, metrics } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { AnalysedSentence } from "../analyse.ts";
import type { Match } from "../match.ts";
import type { Anchor } from "./anchors.ts";
import { fillRoles } from "./assign-roles.ts";
import { claimBody } from "./claim-body.ts";
import type { Context } from "./context.ts";
import { emptyFeatures } from "./features.ts";
import { inOrder, listed, spread } from "./further-parties.ts";
import { anchorFeatures, sentenceFeatures } from "./kind-features.ts";
import { recent, type Told, toldKinds } from "./memory.ts";
import { addVectors, type Network, scoresOf, softmax, topOf } from "./network.ts";

/** A claim's body as the networks see it. */
export interface Decoded {
  readonly match: Match;
  readonly anchor: Anchor;
  /** How sure the reading is, 0 to 1: the kind's odds times those of its parties. */
  readonly confidence: number;
}

/** `memory` holds the claims before the sentence; its own are added. */
export type Decoder = (sentence: AnalysedSentence, memory: Told[]) => Decoded[];

/** Kinds whose claims need both parties; the others live with one. */
const bothNeeded: ReadonlySet<ClaimKind> = new Set<ClaimKind>(["dependence", "chip-adoption"]);
/** What a claim is likelier right than wrong above: made-up claims cost more than missed ones. */
const leastSure = 0.5;

const features = emptyFeatures();

export function decoder(kinds: Network, roles: Network, pairs: Network): Decoder {
  return ({ context, anchors }, memory) => {
    if (anchors.length === 0) return [];
    features.length = 0;
    sentenceFeatures(context, features);
    const shared = new Int32Array(kinds.width);
    addVectors(kinds, features, shared);
    const decoded: Decoded[] = [];
    for (const anchor of anchors) {
      const told = recent(memory, context.number);
      const odds = meanOf(
        besideChips(anchor, anchors, context).map((one) => kindOdds(kinds, one, context, told, shared)),
      );
      const top = likeliest(kinds, odds);
      const [kind, metric] = splitLabel(kinds.outputs[top]!);
      const filled = odds[top]! >= leastSure ? fillRoles(roles, pairs, kind, anchor, context, told) : null;
      const confidence = filled ? odds[top]! * filled.confidence : 0;
      const sure = anchor.matches.find((match) => match.pattern.sure);
      if (
        filled &&
        confidence >= leastSure &&
        enough(kind, filled.roles) &&
        (!sure || agrees(sure, kind, filled.roles))
      ) {
        for (const parties of spread(kind, filled, anchor.first, context.parsed)) {
          const match = claimBody(kind, metric, parties, filled.chosen, anchor, context.parsed);
          decoded.push({ match, anchor, confidence });
        }
      } else if (sure) decoded.push({ match: sure, anchor, confidence: 1 });
      else continue;
      remember(memory, decoded.at(-1)!.match, context);
    }
    return inOrder(withoutEchoes(decoded), context.parsed);
  };
}

/** "Signed a contract": two words of a sentence that carry one claim without a figure; the fuller reading of it stays, the surer among equals. */
function withoutEchoes(decoded: readonly Decoded[]): Decoded[] {
  const kept: Decoded[] = [];
  const ranked = [...decoded].sort(
    (a, b) => Object.keys(b.match.roles).length - Object.keys(a.match.roles).length || b.confidence - a.confidence,
  );
  for (const one of ranked) if (!kept.some((other) => echoes(one.match, other.match))) kept.push(one);
  return decoded.filter((one) => kept.includes(one));
}

function echoes(one: Match, other: Match): boolean {
  if (one.pattern.kind !== other.pattern.kind || one.quantity || other.quantity || one.chip || other.chip) return false;
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

function meanOf(rows: readonly Float64Array[]): Float64Array {
  if (rows.length === 1) return rows[0]!;
  return rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0) / rows.length);
}

/** The likeliest kind, whether or not it is likelier than none. */
function likeliest({ outputs }: Network, odds: Float64Array): number {
  const claimed = odds.slice();
  claimed[outputs.indexOf("none")] = -1;
  return topOf(claimed);
}

function remember(memory: Told[], { pattern, roles, first }: Match, { number, passage }: Context): void {
  memory.push({ kind: pattern.kind, metric: pattern.metric ?? null, roles, sentence: number, passage, first });
}

/** The odds of each kind at an anchor; `shared` is the sum of what its sentence tells. */
function kindOdds(
  kinds: Network,
  anchor: Anchor,
  context: Context,
  told: readonly Told[],
  shared: Int32Array,
): Float64Array {
  const sum = shared.slice();
  features.length = 0;
  anchorFeatures(anchor, context, features);
  toldKinds(told, context, features);
  addVectors(kinds, features, sum);
  const odds = softmax(scoresOf(kinds, sum, kinds.conditionOf.get(sortOf(anchor))!));
  if (isPowerOfChips(anchor, context)) {
    const [rented, bought] = [kinds.outputs.indexOf("compute-contract"), kinds.outputs.indexOf("chip-supply")];
    odds[bought] = odds[bought]! + odds[rented]!;
    odds[rented] = 0;
  }
  return odds;
}

/** "Six gigawatts of GPUs": whoever buys those buys chips; "of GPU capacity" is rented. */
function isPowerOfChips({ quantity, next }: Anchor, { parsed: { tokens } }: Context): boolean {
  if (quantity?.type !== "power" || tokens[next]?.lower !== "of") return false;
  for (let at = next + 1; at < Math.min(next + 5, tokens.length); at++)
    if (/^(?:gpus?|tpus?|accelerators?|processors?|chips|silicon)$/.test(tokens[at]!.lower))
      return tokens[at + 1]?.kind !== "word" || !rentedWith.test(tokens[at + 1]!.lower);
  return false;
}

const rentedWith = /^(?:capacity|cloud|compute|computing|hosting|clusters?|infrastructure|power|services?|halls?)$/;

/** What an anchor is: the sort of its figure, a chip, or a word. */
export function sortOf(anchor: Anchor): string {
  return anchor.quantity?.type ?? (anchor.word === "chip" ? "chip" : "word");
}

export function splitLabel(label: string): [ClaimKind, Metric | null] {
  const [kind, metric] = label.split(":");
  return [kind as ClaimKind, metrics.find((one) => one === metric) ?? null];
}

function enough(kind: ClaimKind, roles: Readonly<Record<string, PartyId>>): boolean {
  const count = Object.keys(roles).length;
  return bothNeeded.has(kind) ? count === 2 : count > 0;
}
