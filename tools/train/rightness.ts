/** Which claims that the networks would make are right? Examples for the judge of claims, from texts that the networks did not learn from. */

import { claimKinds } from "../../src/model/claim.ts";
import { documentOf } from "../../src/model/document.ts";
import { analyse } from "../../src/reading/analyse.ts";
import { patternIndex } from "../../src/reading/create-reader.ts";
import { type Considered, claimFeatures } from "../../src/reading/learned/claim-features.ts";
import { decoder } from "../../src/reading/learned/decode.ts";
import { emptyFeatures } from "../../src/reading/learned/features.ts";
import { emptyMemory } from "../../src/reading/learned/memory.ts";
import { networkOf, type TrainedNetwork } from "../../src/reading/learned/network.ts";
import { chipJudge } from "../../src/reading/learned/reader-networks.ts";
import type { PartyJudge } from "../../src/reading/mentions.ts";
import type { NameIndex } from "../../src/reading/names.ts";
import { same, sameFigure } from "./align.ts";
import type { Annotated, Gold } from "./annotated.ts";
import type { Decision } from "./fit-network.ts";

export const verdicts = ["wrong", "right"];

/** What is remembered while examples are gathered: whatever is likelier right than wrong. */
const remembered = 0.5;

/** Reads texts with networks that did not learn from them, and compares each claim that could be made with the annotation. */
export function rightness(
  texts: readonly Annotated[],
  { kinds, roles, pairs, chips }: Readonly<Record<"kinds" | "roles" | "pairs" | "chips", TrainedNetwork>>,
  names: NameIndex,
  judge: PartyJudge,
): Decision[] {
  const decisions: Decision[] = [];
  const features = emptyFeatures();
  let found = new Set<Gold["claims"][number]>();
  let gold: Gold = { document: "", claims: [] };
  const noteVerdict = (claim: Considered): number => {
    features.length = 0;
    claimFeatures(claim, features);
    const meant = [...gold.claims, ...(gold.optional ?? [])].filter((one) => isSame(claim, one, gold, names));
    const known = meant.find((one) => !found.has(one));
    if (known) found.add(known);
    // What was told already is no error, and a borderline reading neither right nor wrong.
    const open = known ? !gold.claims.includes(known) : meant.length > 0;
    if (!open)
      decisions.push({
        condition: claimKinds.indexOf(claim.kind),
        candidates: [features.values.slice(0, features.length)],
        right: [known ? 1 : 0],
      });
    return claim.odds * claim.filled.confidence >= remembered ? 1 : 0;
  };
  const decode = decoder(
    networkOf(kinds),
    networkOf(roles),
    networkOf(pairs),
    noteVerdict,
    chipJudge(networkOf(chips)),
  );
  for (const text of texts) {
    found = new Set();
    gold = text.gold;
    const memory = emptyMemory();
    for (const sentence of analyse(documentOf(text.text), names, patternIndex, judge).sentences)
      decode(sentence, memory);
  }
  return decisions;
}

/** By the rule of scoring: kind, metric, figure and all parties. */
function isSame(
  { kind, metric, filled, anchor: { quantity } }: Considered,
  told: Gold["claims"][number],
  gold: Gold,
  names: NameIndex,
): boolean {
  if (kind !== told.kind || metric !== (told.metric ?? null)) return false;
  const { amount } = told;
  if (amount === null || quantity === null) {
    if (amount !== null || quantity !== null) return false;
  } else if (!sameFigure(amount.min, quantity.min) || !sameFigure(amount.max, quantity.max)) return false;
  return filled.sure.every(({ role }) => {
    const [ours, theirs] = [filled.roles[role], told.roles[role]];
    if (ours === undefined || theirs === undefined) return ours === undefined && theirs === undefined;
    return same(ours, gold.aliases?.[theirs] ?? theirs, gold, names);
  });
}
