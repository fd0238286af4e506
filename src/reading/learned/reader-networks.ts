/** The trained part of a reader, and how it judges names and statuses. */

import type { Status } from "../../model/claim.ts";
import type { Match } from "../match.ts";
import type { NameJudge } from "../mentions.ts";
import type { Anchor } from "./anchors.ts";
import type { Context } from "./context.ts";
import { emptyFeatures } from "./features.ts";
import { addVectors, type Network, type PackedNetwork, scoresOf, softmax, topOf } from "./network.ts";
import { statusFeatures } from "./status-features.ts";

/** What training gives. */
export interface ReaderWeights {
  /** Which capitalised names are organisations. */
  readonly names: PackedNetwork;
  readonly kinds: PackedNetwork;
  /** Which party holds a role. */
  readonly roles: PackedNetwork;
  /** Which two parties hold two roles together. */
  readonly pairs: PackedNetwork;
  readonly statuses: PackedNetwork;
}

/** Tells organisations from other names. */
export function nameJudge(names: Network): NameJudge {
  const organisation = names.outputs.indexOf("organisation");
  return (features) => {
    const sum = new Int32Array(names.width);
    addVectors(names, features, sum);
    return softmax(scoresOf(names, sum, 0))[organisation]!;
  };
}

/** The status of a claim; `ruled` is what the rules of mood say. */
export type StatusJudge = (match: Match, ruled: Status, anchor: Anchor, context: Context) => Status;

export function statusJudge(statuses: Network): StatusJudge {
  const features = emptyFeatures();
  return (match, ruled, anchor, context) => {
    const sum = new Int32Array(statuses.width);
    features.length = 0;
    statusFeatures(match.pattern.status, ruled, anchor, context, features);
    addVectors(statuses, features, sum);
    const scores = scoresOf(statuses, sum, statuses.conditionOf.get(match.pattern.kind)!);
    return statuses.outputs[topOf(scores)] as Status;
  };
}
