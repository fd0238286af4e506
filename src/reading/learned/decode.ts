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
import { inOrder, spread } from "./further-parties.ts";
import { anchorFeatures, sentenceFeatures } from "./kind-features.ts";
import { addVectors, type Network, scoresOf, softmax, topOf } from "./network.ts";

/** A claim's body as the networks see it. */
export interface Decoded {
  readonly match: Match;
  readonly anchor: Anchor;
  /** How sure the reading is, 0 to 1: the kind's odds times those of its parties. */
  readonly confidence: number;
}

export type Decoder = (sentence: AnalysedSentence) => Decoded[];

/** Kinds whose claims need both parties; the others live with one. */
const bothNeeded: ReadonlySet<ClaimKind> = new Set<ClaimKind>(["dependence", "chip-adoption"]);
const leastFigure = 0.5;
const leastWord = 0.5;

const features = emptyFeatures();

export function decoder(kinds: Network, roles: Network, pairs: Network): Decoder {
  return ({ context, anchors }) => {
    if (anchors.length === 0) return [];
    features.length = 0;
    sentenceFeatures(context, features);
    const shared = new Int32Array(kinds.width);
    addVectors(kinds, features, shared);
    const decoded: Decoded[] = [];
    for (const anchor of anchors) {
      const odds = kindOdds(kinds, anchor, context, shared);
      const top = topOf(odds);
      const label = kinds.outputs[top]!;
      const sure = anchor.matches.find((match) => match.pattern.sure);
      if (sure && splitLabel(label)[0] !== sure.pattern.kind) {
        decoded.push({ match: sure, anchor, confidence: 1 });
        continue;
      }
      if (label === "none") continue;
      const [kind, metric] = splitLabel(label);
      const filled = fillRoles(roles, pairs, kind, anchor, context);
      const confidence = odds[top]! * Math.sqrt(filled.confidence);
      if (!enough(kind, filled.roles) || confidence < (anchor.quantity ? leastFigure : leastWord)) continue;
      for (const parties of spread(kind, filled, context.parsed))
        decoded.push({
          match: claimBody(kind, metric, parties, filled.chosen, anchor, context.parsed),
          anchor,
          confidence,
        });
    }
    return inOrder(decoded, context.parsed);
  };
}

/** The odds of each kind at an anchor; `shared` is the sum of what its sentence tells. */
function kindOdds(kinds: Network, anchor: Anchor, context: Context, shared: Int32Array): Float64Array {
  const sum = shared.slice();
  features.length = 0;
  anchorFeatures(anchor, context, features);
  addVectors(kinds, features, sum);
  return softmax(scoresOf(kinds, sum, kinds.conditionOf.get(sortOf(anchor))!));
}

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
