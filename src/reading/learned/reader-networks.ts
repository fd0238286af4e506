/** The trained part of a reader, and how it judges names and statuses. */

import type { Status } from "../../model/claim.ts";
import type { Match } from "../match.ts";
import type { NameJudge } from "../mentions.ts";
import type { Anchor } from "./anchors.ts";
import type { Context } from "./context.ts";
import { emptyFeatures } from "./features.ts";
import { addVectors, type Network, type PackedNetwork, scoresOf, softmax, topOf } from "./network.ts";
import { statusFeatures } from "./status-features.ts";
import { clauseAround, governing } from "./surroundings.ts";

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
    const judged = statuses.outputs[topOf(scores)] as Status;
    if (!isDone(judged)) return judged;
    const wished = match.pattern.kind === "chip-adoption" && isWished(anchor, context);
    return wished || isOnlyPossible(anchor, context) ? "talks" : isUnsigned(anchor, context) ? "announced" : judged;
  };
}

function isDone(status: Status): boolean {
  return status === "completed" || status === "signed";
}

/** "Amazon's potential $10 billion investment": whatever the words around it sound like, nothing has been done. */
function isOnlyPossible({ first, next }: Anchor, { parsed: { tokens } }: Context): boolean {
  return [first - 2, first - 1, next].some((at) =>
    /^(?:potential|possible|prospective|mooted)$/.test(tokens[at]?.lower ?? ""),
  );
}

/** "OpenAI would use Trainium": a chip that would be used is not in use. */
function isWished(anchor: Anchor, { parsed }: Context): boolean {
  const group = governing(parsed, anchor);
  if (!group) return false;
  return parsed.tokens.slice(group.first, group.head).some(({ lower }) => /^(?:would|could|might|may)$/.test(lower));
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
