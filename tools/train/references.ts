/** Whom do pronouns and descriptions mean? Examples from the claims of annotated texts, which name whom a sentence only points at. */

import type { Claim } from "../../src/model/claim.ts";
import { documentOf } from "../../src/model/document.ts";
import type { PartyId } from "../../src/model/id.ts";
import { type AnalysedSentence, analyse } from "../../src/reading/analyse.ts";
import { patternIndex } from "../../src/reading/create-reader.ts";
import type { Anchor } from "../../src/reading/learned/anchors.ts";
import { antecedentFeatures, referenceSort, referenceSorts } from "../../src/reading/learned/antecedent-features.ts";
import { byRules } from "../../src/reading/learned/reader-networks.ts";
import { speakerFeatures, speakerSort } from "../../src/reading/learned/speaker-features.ts";
import type { Mention, PartyJudge } from "../../src/reading/mentions.ts";
import type { NameIndex } from "../../src/reading/names.ts";
import type { ReferencePlace } from "../../src/reading/references/antecedents.ts";
import type { Speakers } from "../../src/reading/references/document-subject.ts";
import { align, same } from "./align.ts";
import type { Annotated } from "./annotated.ts";
import { featuresBy } from "./examples.ts";
import type { Decision } from "./fit-network.ts";

/**
 * The decisions at the references of a text. A sentence with claims of parties that it does not name points at them, unless it names another party of its
 * claims before; then, and where it names all of them, the reference means any of these.
 */
export function referenceExamples({ text, gold }: Annotated, names: NameIndex, judge: PartyJudge): Decision[] {
  const document = documentOf(text);
  const claimed = claimedParties(analyse(document, names, patternIndex, judge).sentences, gold, names);
  const decisions: Decision[] = [];
  const isAny = (party: PartyId, wanted: readonly string[]): boolean =>
    wanted.some((one) => same(party, gold.aliases?.[one] ?? one, gold, names));
  const resolve: PartyJudge["resolve"] = (place, parties) => {
    const order = byRules.resolve(place, parties);
    const wanted = claimed.get(place.sentence.sentence.start) ?? [];
    const without = (mentions: readonly Mention[]): string[] =>
      wanted.filter((one) => !mentions.some(({ via, party }) => via === "name" && isAny(party, [one])));
    const placesOf = (some: readonly string[]): number[] =>
      parties.flatMap((party, nth) => (isAny(party, some) ? [nth] : []));
    const unnamed = placesOf(without(place.named));
    const isPlain = unnamed.length > 0 && without(place.earlier).length === wanted.length;
    // Whom a sentence is about without a word for it is told by those that have no word for anybody unnamed.
    if (place.reference.kind === "unsaid") {
      const isTold = unnamed.length > 0 && unnamed.length < parties.length;
      if (isTold && place.earlier.every(({ via }) => via === "name" || via === "product"))
        decisions.push(decisionAt(place, parties, unnamed));
      return order;
    }
    const right = isPlain ? unnamed : placesOf(wanted);
    if (right.length > 0 && right.length < parties.length) decisions.push(decisionAt(place, parties, right));
    // What follows is read with the right party in mind, where that is known.
    return isPlain ? order.map((odds, nth) => (nth === unnamed[0] ? 1 : odds)) : order;
  };
  const speaker: PartyJudge["speaker"] = (speakers) => {
    const decision = decisionOnSpeaker(speakers, claimed, isAny);
    if (decision) decisions.push(decision);
    return speakers.parties.map((_, nth) =>
      Number(decision ? decision.right[0] === nth : speakers.parties[nth] === speakers.ruled),
    );
  };
  analyse(document, names, patternIndex, { ...judge, resolve, speaker });
  return decisions;
}

/**
 * Who says "we": the party that the sentences in which "we" stands tell something of, and that most of them do not name. Where they name all whom they
 * tell of, it is nobody; one such sentence tells too little.
 */
function decisionOnSpeaker(
  { speech, parties }: Speakers,
  claimed: ReadonlyMap<number, readonly string[]>,
  isAny: (party: PartyId, wanted: readonly string[]) => boolean,
): Decision | null {
  const counts = new Map<string, number>();
  let telling = 0;
  speech.sentences.forEach(({ sentence, mentions }, nth) => {
    const wanted = claimed.get(sentence.start) ?? [];
    if (!speech.spoken[nth] || wanted.length === 0) return;
    telling++;
    const unnamed = wanted.filter((one) => !mentions.some(({ via, party }) => via === "name" && isAny(party, [one])));
    for (const one of new Set(unnamed)) counts.set(one, (counts.get(one) ?? 0) + 1);
  });
  if (telling === 0) return null;
  const [top, times] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ["", 0];
  if (times === 0 && telling < 2) return null;
  if (times > 0 && times < telling / 2) return null;
  const right = parties.flatMap((one, nth) =>
    (times === 0 ? one === null : one !== null && isAny(one, [top])) ? [nth] : [],
  );
  if (right.length === 0) return null;
  return {
    condition: referenceSorts.indexOf(speakerSort),
    candidates: parties.map((one) => featuresBy((to) => speakerFeatures(one, speech, to))),
    right,
  };
}

function decisionAt(place: ReferencePlace, parties: readonly PartyId[], right: readonly number[]): Decision {
  const candidates = parties.map((party, nth) => featuresBy((to) => antecedentFeatures(party, nth, place, to)));
  return { condition: referenceSorts.indexOf(referenceSort(place)), candidates, right };
}

/** The parties of the claims that rest on each sentence, by where it begins. */
function claimedParties(
  sentences: readonly AnalysedSentence[],
  gold: Annotated["gold"],
  names: NameIndex,
): ReadonlyMap<number, readonly string[]> {
  const taken = new Map<Anchor, Claim[]>();
  for (const claim of gold.claims) {
    const anchor = align(claim, sentences, taken, gold, names);
    if (anchor) taken.set(anchor, [...(taken.get(anchor) ?? []), claim]);
  }
  return new Map(
    sentences.map(({ context, anchors }) => [
      context.sentence.sentence.start,
      anchors.flatMap((anchor) => (taken.get(anchor) ?? []).flatMap(({ roles }) => Object.values(roles))),
    ]),
  );
}
