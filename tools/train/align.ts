/** Where an annotated claim stands in a text as the reader analyses it: its anchor, its parties. */

import type { Claim } from "../../src/model/claim.ts";
import { type PartyId, partyIdOf } from "../../src/model/id.ts";
import { lineage } from "../../src/model/party.ts";
import type { AnalysedSentence } from "../../src/reading/analyse.ts";
import { patternIndex } from "../../src/reading/create-reader.ts";
import type { Anchor } from "../../src/reading/learned/anchors.ts";
import type { NameIndex } from "../../src/reading/names.ts";
import type { Gold } from "./annotated.ts";

/** The anchor on which a gold claim rests: its figure, else its chip, else a word that patterns of its kind know. */
export function align(
  claim: Claim,
  sentences: readonly AnalysedSentence[],
  taken: ReadonlyMap<Anchor, readonly Claim[]>,
  gold: Gold,
  names: NameIndex,
): Anchor | null {
  const [start, end] = claim.span;
  let best: Anchor | null = null;
  let top = 0;
  for (const { context, anchors } of sentences) {
    const { sentence } = context.sentence;
    if (sentence.end <= start || sentence.start >= end + 200) continue;
    const parties = named(claim, context, gold, names);
    for (const anchor of anchors) {
      const at = context.parsed.tokens[anchor.first]!.start;
      const inside = at >= start && at < end;
      if (!inside && sentence.start >= end) continue;
      const fits = fit(claim, anchor);
      // A word of another kind, in a sentence that speaks of none of the claim's parties, does not carry it.
      if (fits === 0 || (fits <= anyWord && parties === 0)) continue;
      const score =
        fits + (inside ? 2 : 0) + parties - (taken.has(anchor) && taken.get(anchor)![0]!.kind !== claim.kind ? 1.5 : 0);
      if (score > top) {
        top = score;
        best = anchor;
      }
    }
  }
  return best;
}

/** How many of a claim's parties its sentence speaks of: an annotation of a whole paragraph does not say in which sentence it is made. */
function named(claim: Claim, { parsed }: AnalysedSentence["context"], gold: Gold, names: NameIndex): number {
  const meant = (found: PartyId, wanted: string): boolean => same(found, gold.aliases?.[wanted] ?? wanted, gold, names);
  let count = 0;
  for (const wanted of Object.values(claim.roles)) {
    if (parsed.mentions.some((one) => one.via === "name" && meant(one.party, wanted))) count += 1.2;
    else if (parsed.mentions.some((one) => (one.meant ?? [one]).some(({ party }) => meant(party, wanted))))
      count += 0.9;
  }
  return count;
}

/** What a word counts that no pattern of the claim's kind knows. */
const anyWord = 0.5;

function fit(claim: Claim, anchor: Anchor): number {
  const { quantity } = anchor;
  if (claim.amount) {
    if (!quantity || !sameFigure(claim.amount.min, quantity.min) || !sameFigure(claim.amount.max, quantity.max))
      return 0;
    return quantity.unit === claim.amount.unit
      ? 3
      : quantity.type === "count" || (quantity.type === "people" && claim.amount.unit === "users")
        ? 2
        : 0;
  }
  if (quantity) return 0;
  // A chip that its sentence calls "it" rests on the word.
  if (claim.chip && anchor.word === "chip") return anchor.chip === claim.chip ? 3 : 0;
  if (anchor.matches.some((match) => match.pattern.kind === claim.kind)) return 3;
  const known = [...(patternIndex.verbs.get(anchor.word) ?? []), ...(patternIndex.nouns.get(anchor.word) ?? [])];
  if (known.some((pattern) => pattern.kind === claim.kind)) return 2;
  return anchor.word === "chip" ? 0.2 : anyWord;
}

export function sameFigure(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= 0.005 * Math.abs(a);
}

/** Whether a party that was found is the one that an annotation means. */
export function same(found: string, wanted: string, gold: Gold, names: NameIndex): boolean {
  const a = registered(gold.aliases?.[found] ?? found, names);
  const b = registered(wanted, names);
  return a === b || lineage(a, names.parties).includes(b) || lineage(b, names.parties).includes(a);
}

/** The register's id of a party by any of its names: annotators write ids from the names that a text uses. */
export function registered(name: string, names: NameIndex): PartyId {
  const id = partyIdOf(name);
  return names.parties.has(id) ? id : (names.byName.get(id) ?? id);
}
