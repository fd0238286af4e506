/** What annotated texts teach the reader's networks: the decisions at each anchor, with what reading would remember there. */

import { type Claim, claimKinds, statuses } from "../../src/model/claim.ts";
import { documentOf } from "../../src/model/document.ts";
import { type PartyId, partyIdOf } from "../../src/model/id.ts";
import { type AnalysedSentence, analyse } from "../../src/reading/analyse.ts";
import { patternIndex } from "../../src/reading/create-reader.ts";
import { type Anchor, sortOf } from "../../src/reading/learned/anchors.ts";
import { ownUse, rolesOf } from "../../src/reading/learned/assign-roles.ts";
import {
  chipCandidates,
  chipFeatures,
  chipKinds,
  chipSort,
  chipSorts,
} from "../../src/reading/learned/chip-features.ts";
import { claimBody } from "../../src/reading/learned/claim-body.ts";
import { type Candidate, candidatesAt } from "../../src/reading/learned/context.ts";
import { emptyFeatures, type Features } from "../../src/reading/learned/features.ts";
import { anchorFeatures, sentenceFeatures } from "../../src/reading/learned/kind-features.ts";
import {
  emptyMemory,
  type Memory,
  type Recalled,
  recall,
  remember,
  toldFor,
  toldKinds,
  toldOf,
} from "../../src/reading/learned/memory.ts";
import { pairFeatures } from "../../src/reading/learned/pair-features.ts";
import { candidateFeatures, nobodyFeatures, patternFeatures } from "../../src/reading/learned/role-features.ts";
import { type StatusTold, statusFeatures } from "../../src/reading/learned/status-features.ts";
import type { PartyJudge } from "../../src/reading/mentions.ts";
import { moodOf } from "../../src/reading/mood.ts";
import type { NameIndex } from "../../src/reading/names.ts";
import { align, registered, same, sameFigure } from "./align.ts";
import type { Annotated, Gold } from "./annotated.ts";
import { counterChance, type Decision } from "./fit-network.ts";

/** The conditions of the networks: what an anchor is, and which role of which kind is asked for. */
export const sorts = ["money", "share", "power", "chips", "shares", "users", "people", "count", "chip", "word"];
export const roles = claimKinds.flatMap((kind) => rolesOf[kind].map((role) => `${kind}.${role}`));

/** Candidates beyond these hold a role together too rarely to be worth their room. */
const nearPairs = 7;
/** How often a claim that is remembered is told wrongly, as reading does: with a party for another, or not at all. */
const misled = 0.15;
const slipped = 0.1;

/** The decisions that texts teach, and how much of the annotations they hold. */
export interface Examples {
  readonly kinds: Decision[];
  readonly roles: Decision[];
  readonly pairs: Decision[];
  readonly chips: Decision[];
  readonly statuses: Decision[];
  aligned: number;
  lost: number;
  unreachable: number;
}

const chance = counterChance(7);

/** The features that some functions add, as a list of their own. */
export function featuresBy(...adding: ((to: Features) => void)[]): Int32Array {
  const features = emptyFeatures();
  for (const add of adding) add(features);
  return features.values.slice(0, features.length);
}

/** Where the examples of a text come from and go to. */
interface Lesson {
  readonly gold: Gold;
  readonly names: NameIndex;
  /** The classes of the network for kinds. */
  readonly labels: readonly string[];
  readonly to: Examples;
}

export function emptyExamples(): Examples {
  return { kinds: [], roles: [], pairs: [], chips: [], statuses: [], aligned: 0, lost: 0, unreachable: 0 };
}

/** The class of a claim for the network for kinds. */
export function labelOf({ kind, metric }: Claim): string {
  return metric ? `${kind}:${metric}` : kind;
}

/** Adds what a text teaches. */
export function learnFrom(
  { text, gold, statuses: hasStatuses = true }: Annotated,
  names: NameIndex,
  judge: PartyJudge,
  labels: readonly string[],
  to: Examples,
): void {
  const { sentences } = analyse(documentOf(text), names, patternIndex, judge);
  const lesson = { gold, names, labels, to };
  const taken = new Map<Anchor, Claim[]>();
  const skipped = new Set<Anchor>();
  for (const claim of gold.claims) {
    const anchor = align(claim, sentences, taken, gold, names);
    if (!anchor) {
      to.lost++;
      continue;
    }
    to.aligned++;
    taken.set(anchor, [...(taken.get(anchor) ?? []), claim]);
  }
  for (const claim of gold.optional ?? []) {
    const anchor = align(claim, sentences, new Map(), gold, names);
    if (anchor && !taken.has(anchor)) skipped.add(anchor);
  }
  const memory = emptyMemory();
  let told: StatusTold | null = null;
  const parties = [...new Set(sentences.flatMap(({ context }) => context.parsed.mentions.map((one) => one.party)))];
  for (const { context, anchors } of sentences)
    for (const anchor of anchors) {
      const claims = taken.get(anchor) ?? [];
      const repeated = claims.length === 0 && (isRepeat(anchor, gold) || isRetold(anchor, context, gold, names));
      // A word beside the anchor of the same claim carries it too: it is no example of "none".
      const beside = claims.length === 0 && anchor.quantity === null && nearTaken(anchor, anchors, taken);
      if (!skipped.has(anchor) && !repeated && !beside)
        learnAnchor(claims, anchor, context, recall(memory, context.number), hasStatuses ? told : undefined, lesson);
      for (const { kind, status } of claims)
        told = { kind, status, sentence: context.number, paragraph: context.paragraph };
      for (const one of claims) keep(memory, one, anchor, context, parties, gold, names);
    }
}

/** The decisions at one anchor, which carries these claims; `told` is the claim before, undefined where statuses are not learned. */
function learnAnchor(
  claims: readonly Claim[],
  anchor: Anchor,
  context: AnalysedSentence["context"],
  recalled: Recalled,
  told: StatusTold | null | undefined,
  lesson: Lesson,
): void {
  const { labels, to } = lesson;
  const claim = claims[0];
  to.kinds.push({
    condition: sorts.indexOf(sortOf(anchor)),
    candidates: [
      featuresBy(
        (features) => sentenceFeatures(context, features),
        (features) => anchorFeatures(anchor, context, features),
        (features) => toldKinds(recalled, context, features),
      ),
    ],
    right: [labels.indexOf(claim ? labelOf(claim) : "none")],
  });
  for (const one of claims) learnChip(one, anchor, context, recalled, lesson);
  for (const one of new Set(claims.map((each) => each.kind)))
    learnParties(claims.find((each) => each.kind === one)!, anchor, context, recalled, lesson);
  if (!claim || told === undefined) return;
  const body = claimBody(claim.kind, claim.metric ?? null, {}, new Map(), anchor, context.parsed);
  const ruled = moodOf(body, context.parsed).status;
  to.statuses.push({
    condition: claimKinds.indexOf(claim.kind),
    candidates: [
      featuresBy((features) => statusFeatures(claim.kind, body.pattern.status, ruled, told, anchor, context, features)),
    ],
    right: [statuses.indexOf(claim.status)],
  });
}

/** Keeps a claim as reading would remember it: by the parties that were found, now and then a wrong one. */
function keep(
  memory: Memory,
  claim: Claim,
  anchor: Anchor,
  { number, paragraph, passage }: AnalysedSentence["context"],
  parties: readonly PartyId[],
  gold: Gold,
  names: NameIndex,
): void {
  if (chance() < slipped) return;
  const roles: Record<string, PartyId> = {};
  for (const role of rolesOf[claim.kind]) {
    const party = claim.roles[role];
    if (party === undefined) continue;
    const found = parties.find((one) => same(one, gold.aliases?.[party] ?? party, gold, names));
    roles[role] =
      chance() < misled && parties.length > 0
        ? parties[Math.floor(chance() * parties.length)]!
        : (found ?? partyIdOf(party));
  }
  remember(memory, {
    kind: claim.kind,
    metric: claim.metric ?? null,
    roles,
    figured: claim.amount !== null,
    chip: claim.chip ?? null,
    sentence: number,
    paragraph,
    passage,
    first: anchor.first,
  });
}

/** Whether an anchor without a claim has the figure of one: annotated once, told again. It is no example of "none". */
function isRepeat({ quantity }: Anchor, { claims }: Gold): boolean {
  return (
    quantity !== null &&
    claims.some(
      ({ amount }) =>
        amount !== null &&
        amount.unit === quantity.unit &&
        sameFigure(amount.min, quantity.min) &&
        sameFigure(amount.max, quantity.max),
    )
  );
}

/** Whether a word or chip without a claim speaks of a relation, both of whose parties its sentence names, that is claimed elsewhere: told again, so no example of "none". */
function isRetold(
  { quantity, word, chip }: Anchor,
  context: AnalysedSentence["context"],
  gold: Gold,
  names: NameIndex,
): boolean {
  if (quantity !== null) return false;
  const known = [...(patternIndex.verbs.get(word) ?? []), ...(patternIndex.nouns.get(word) ?? [])];
  return [...gold.claims, ...(gold.optional ?? [])].some((claim) => {
    const parties = rolesOf[claim.kind].flatMap((role) => claim.roles[role] ?? []);
    if (claim.kind === "metric" || claim.kind === "valuation" || parties.length < (claim.kind === "ipo" ? 1 : 2))
      return false;
    if (word === "chip" ? claim.chip !== chip : known.length > 0 && !known.some((one) => one.kind === claim.kind))
      return false;
    return parties.every((party) =>
      context.parsed.mentions.some((one) => same(one.party, gold.aliases?.[party] ?? party, gold, names)),
    );
  });
}

/** Whether a claim on a figure, chip or word nearby is one that this word could carry too. */
function nearTaken(anchor: Anchor, anchors: readonly Anchor[], taken: ReadonlyMap<Anchor, readonly Claim[]>): boolean {
  return anchors.some(
    (other) =>
      taken.has(other) &&
      Math.abs(other.first - anchor.first) < 12 &&
      ((other.quantity === null && anchor.word !== "chip") ||
        taken.get(other)!.some((claim) => anchor.matches.some((match) => match.pattern.kind === claim.kind))),
  );
}

/** Which chip a claim speaks of that rests on none. */
function learnChip(
  { kind, roles, chip }: Claim,
  anchor: Anchor,
  context: AnalysedSentence["context"],
  recalled: Recalled,
  { gold, names, to }: Lesson,
): void {
  if (anchor.word === "chip" || !chipKinds.some((one) => one === kind)) return;
  const maker = roles.vendor === undefined ? null : (gold.aliases?.[roles.vendor] ?? roles.vendor);
  const vendor = maker === null ? null : registered(maker, names);
  const place = { kind, vendor, anchor, context, recalled };
  const families = chipCandidates(place);
  const right = families.indexOf(chip ?? null);
  if (right < 0) return;
  const candidates = families.map((family) => featuresBy((features) => chipFeatures(family, place, features)));
  to.chips.push({ condition: chipSorts.indexOf(chipSort(place)), candidates, right: [right] });
}

function learnParties(
  claim: Claim,
  anchor: Anchor,
  context: AnalysedSentence["context"],
  recalled: Recalled,
  lesson: Lesson,
): void {
  const { gold, names, to } = lesson;
  const candidates = candidatesAt(anchor, context);
  learnPairs(claim, candidates, anchor, context, lesson);
  for (const role of rolesOf[claim.kind]) {
    const party = claim.roles[role];
    let right = [0];
    if (party !== undefined) {
      right = candidates.flatMap((candidate, at) =>
        same(candidate.party, gold.aliases?.[party] ?? party, gold, names) ? [at + 1] : [],
      );
      if (right.length === 0) {
        to.unreachable++;
        continue;
      }
    }
    if (candidates.length === 0) continue;
    const options = [null, ...candidates].map((candidate) =>
      featuresBy(
        (features) =>
          candidate
            ? candidateFeatures(candidate, anchor, context, features)
            : nobodyFeatures(anchor, context, features),
        (features) => toldOf(candidate?.party ?? null, recalled, context, features),
        (features) => patternFeatures(claim.kind, role, candidate, anchor, features),
        (features) => toldFor(claim.kind, role, candidate?.party ?? null, recalled, context, features),
      ),
    );
    to.roles.push({ condition: roles.indexOf(`${claim.kind}.${role}`), candidates: options, right });
  }
}

/** The first two roles together, over the candidates that stand nearest. */
function learnPairs(
  claim: Claim,
  candidates: readonly Candidate[],
  anchor: Anchor,
  context: AnalysedSentence["context"],
  { gold, names, to }: Lesson,
): void {
  const [first, second] = rolesOf[claim.kind];
  if (!first || !second) return;
  const options = [null, ...candidates.slice(0, nearPairs)];
  const holds = (candidate: Candidate | null, role: string): boolean => {
    const party = claim.roles[role];
    if (candidate === null || party === undefined) return candidate === null && party === undefined;
    return same(candidate.party, gold.aliases?.[party] ?? party, gold, names);
  };
  const right: number[] = [];
  const pairs: Int32Array[] = [];
  for (const one of options)
    for (const other of options) {
      if (one && one.party === other?.party && !ownUse.has(claim.kind)) continue;
      if (holds(one, first) && holds(other, second)) right.push(pairs.length);
      pairs.push(featuresBy((features) => pairFeatures(one, other, anchor, context, features)));
    }
  if (right.length > 0) to.pairs.push({ condition: claimKinds.indexOf(claim.kind), candidates: pairs, right });
}
