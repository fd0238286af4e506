/**
 * Trains the learned part of the reader from annotated texts: `node tools/train-reader.ts [DIR…]` (default: all of gold/ but what is kept aside).
 *
 * Networks that tell which names are organisations, the kind of claim that an anchor carries, the party in each role, the status, and whether a claim
 * made so is right. Writes src/reading/learned/weights.bin; the same texts give the same bytes.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { weightsFile } from "../src/intake/trained-reader.ts";
import { type Claim, claimKinds, statuses } from "../src/model/claim.ts";
import { documentOf } from "../src/model/document.ts";
import { type PartyId, partyIdOf } from "../src/model/id.ts";
import { parseChips, parseParties } from "../src/model/register.ts";
import { type AnalysedSentence, analyse, prepare } from "../src/reading/analyse.ts";
import { patternIndex } from "../src/reading/create-reader.ts";
import { type Anchor, sortOf } from "../src/reading/learned/anchors.ts";
import { ownUse, rolesOf } from "../src/reading/learned/assign-roles.ts";
import { claimBody } from "../src/reading/learned/claim-body.ts";
import { type Candidate, candidatesAt } from "../src/reading/learned/context.ts";
import { emptyFeatures, type Features, symbol } from "../src/reading/learned/features.ts";
import { anchorFeatures, sentenceFeatures } from "../src/reading/learned/kind-features.ts";
import {
  emptyMemory,
  type Memory,
  type Recalled,
  recall,
  remember,
  toldFor,
  toldKinds,
  toldOf,
} from "../src/reading/learned/memory.ts";
import { networkOf, type TrainedNetwork } from "../src/reading/learned/network.ts";
import { pairFeatures } from "../src/reading/learned/pair-features.ts";
import { nameJudge, vocabularyOf } from "../src/reading/learned/reader-networks.ts";
import { candidateFeatures, nobodyFeatures, patternFeatures } from "../src/reading/learned/role-features.ts";
import { type StatusTold, statusFeatures } from "../src/reading/learned/status-features.ts";
import { weightsToBytes } from "../src/reading/learned/weights-file.ts";
import type { NameJudge, Vocabulary } from "../src/reading/mentions.ts";
import { moodOf } from "../src/reading/mood.ts";
import { type NameIndex, nameIndex } from "../src/reading/names.ts";
import { findCandidates } from "../src/reading/parties/candidates.ts";
import { describeNames } from "../src/reading/parties/name-features.ts";
import { patterns } from "../src/reading/patterns/all.ts";
import { tokenise } from "../src/reading/tokens.ts";
import { align, same, sameFigure } from "./train/align.ts";
import { type Annotated, exampleGold, type Gold, readGold, readLines, readPassages } from "./train/annotated.ts";
import { counterChance, type Decision, fitNetwork } from "./train/fit-network.ts";
import { rightness, verdicts } from "./train/rightness.ts";

/** The patterns' own examples are the plainest texts there are; they count several times. */
const plainTurns = 4;
/** One text in so many is kept from the networks and judges their claims. */
const judgedEvery = 8;
const nameClasses = ["other", "organisation"];
const kinds: string[] = ["none"];
const roles = claimKinds.flatMap((kind) => rolesOf[kind].map((role) => `${kind}.${role}`));
const sorts = ["money", "share", "power", "chips", "shares", "users", "people", "count", "chip", "word"];
const kindDecisions: Decision[] = [];
const roleDecisions: Decision[] = [];
/** Candidates beyond these hold a role together too rarely to be worth their room. */
const nearPairs = 7;
const pairDecisions: Decision[] = [];
const statusDecisions: Decision[] = [];
let aligned = 0;
let lost = 0;
let unreachable = 0;

/** A word that stands without a capital in so many texts is an ordinary one. */
const leastTexts = 3;

/** How often a claim that is remembered is told wrongly, as reading does: with a party for another, or not at all. */
const misled = 0.15;
const slipped = 0.1;
const chance = counterChance(7);

await main(process.argv.slice(2));

async function main(dirs: readonly string[]): Promise<void> {
  const book = "examples/ai-economy";
  const registers = {
    parties: parseParties(readFileSync(join(book, "parties.csv"), "utf8"), "parties.csv").value,
    chips: parseChips(readFileSync(join(book, "chips.csv"), "utf8"), "chips.csv").value,
  };
  const names = nameIndex(registers);
  const plain = patterns.map((pattern) => exampleGold(pattern));
  const texts = [
    ...readGold(dirs.length > 0 ? dirs : ["gold/shown"]),
    ...(dirs.length > 0 ? [] : [...readLines("gold/lines"), ...readPassages("gold/passages")]),
    ...Array.from({ length: plainTurns }, () => plain).flat(),
  ];
  const words = ordinaryWords(texts, names);
  const ordinary = vocabularyOf(words);
  // Names are judged in each half of the texts by what the other half taught, so that the later models meet the mistakes that they will meet.
  const named = texts.map(({ text, gold }) => nameExamples(text, gold, names, ordinary));
  const judges = await Promise.all(
    [0, 1].map(async (half) =>
      nameJudge(networkOf(await fitNames(named.filter((_, nth) => nth % 2 !== half).flat())), ordinary),
    ),
  );
  // The judge of claims learns from texts that the others have not seen, since of what they have learned they are too sure.
  const plainFrom = texts.length - plainTurns * plain.length;
  const isJudged = (nth: number): boolean => nth < plainFrom && nth % judgedEvery === judgedEvery - 1;
  texts.forEach((text, nth) => {
    if (!isJudged(nth)) learnFrom(text, names, judges[nth % 2]!);
  });
  const common = { members: 3, batch: 64, leastSeen: 6, featureDropout: 0.5, unitDropout: 0.2 };
  const classing = { ...common, ownWeights: false };
  const ranking = { ...common, outputs: ["party"], ownWeights: true, batch: 32 };
  // One after the other: side by side their threads' copies of the examples would fill twice the memory.
  const nameWeights = await fitNames(named.flat());
  const kindWeights = await fitNetwork(kindDecisions, {
    ...classing,
    outputs: kinds,
    conditions: sorts,
    width: 48,
    epochs: 12,
    leastSeen: 10,
  });
  const roleWeights = await fitNetwork(roleDecisions, {
    ...ranking,
    conditions: roles,
    width: 40,
    epochs: 9,
    leastSeen: 15,
    featureDropout: 0.35,
  });
  const pairWeights = await fitNetwork(pairDecisions, {
    ...ranking,
    conditions: claimKinds,
    width: 24,
    epochs: 7,
    featureDropout: 0.4,
  });
  const statusWeights = await fitNetwork(statusDecisions, {
    ...classing,
    outputs: statuses,
    conditions: claimKinds,
    members: 5,
    width: 16,
    epochs: 8,
  });
  const claimDecisions = rightness(
    texts.filter((_, nth) => isJudged(nth)),
    { kinds: kindWeights, roles: roleWeights, pairs: pairWeights },
    names,
    nameJudge(networkOf(nameWeights), ordinary),
  );
  const claimWeights = await fitNetwork(claimDecisions, {
    ...classing,
    outputs: verdicts,
    conditions: claimKinds,
    members: 5,
    width: 16,
    epochs: 10,
    featureDropout: 0.3,
  });
  const weights = {
    words,
    names: nameWeights,
    kinds: kindWeights,
    roles: roleWeights,
    pairs: pairWeights,
    statuses: statusWeights,
    claims: claimWeights,
  };
  writeFileSync(weightsFile, weightsToBytes(weights));
  console.log(
    `${aligned} claims aligned, ${lost} not; ${unreachable} parties out of reach; ${kindDecisions.length} anchors, ${roleDecisions.length} roles, ${statusDecisions.length} statuses, ${claimDecisions.length} claims judged`,
  );
}

/** The numbers of the words that stand without a capital in several texts, rising; names that are no words stay names where posts write them small. */
function ordinaryWords(texts: readonly Annotated[], names: NameIndex): Int32Array {
  const counts = new Map<number, number>();
  for (const { text } of texts) {
    const met = new Set<number>();
    const tokens = tokenise(text, 0, text.length);
    tokens.forEach(({ kind, capital, lower }, at) => {
      if (kind === "word" && !capital && lower.length > 1 && !names.at(tokens, at)?.small) met.add(symbol(lower));
    });
    for (const one of met) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return Int32Array.from([...counts].filter(([, count]) => count >= leastTexts).map(([one]) => one)).sort();
}

/** Each capitalised name of a text that no register holds, and whether the annotation has it as a party. */
function nameExamples(text: string, gold: Gold, names: NameIndex, ordinary: Vocabulary): Decision[] {
  const { read, names: index } = prepare(documentOf(text), names, ordinary);
  const parties = new Set<string>();
  for (const claim of [...gold.claims, ...(gold.optional ?? [])])
    for (const party of Object.values(claim.roles)) parties.add(partyIdOf(party));
  for (const [alias, party] of Object.entries(gold.aliases ?? {}))
    if (parties.has(partyIdOf(party))) parties.add(partyIdOf(alias));
  return [...describeNames(findCandidates(read, index, ordinary), ordinary)].map(([name, features]) => {
    const id = partyIdOf(name);
    const party = parties.has(id) || [...parties].some((one) => one.startsWith(`${id}-`) && id.length > 2);
    return { condition: 0, candidates: [copyOf(features)], right: [party ? 1 : 0] };
  });
}

function fitNames(decisions: readonly Decision[]): Promise<TrainedNetwork> {
  const dropout = { leastSeen: 6, featureDropout: 0.5, unitDropout: 0.2 };
  return fitNetwork(decisions, {
    ...dropout,
    outputs: nameClasses,
    conditions: ["name"],
    ownWeights: false,
    width: 24,
    members: 2,
    epochs: 8,
    batch: 64,
  });
}

function copyOf({ values, length }: Features): Int32Array {
  return values.slice(0, length);
}

/** The features that some functions add, as a list of their own. */
function featuresBy(...adding: ((to: Features) => void)[]): Int32Array {
  const features = emptyFeatures();
  for (const add of adding) add(features);
  return copyOf(features);
}

function learnFrom({ text, gold, statuses: hasStatuses = true }: Annotated, names: NameIndex, judge: NameJudge): void {
  const { sentences } = analyse(documentOf(text), names, patternIndex, judge);
  const taken = new Map<Anchor, Claim[]>();
  const skipped = new Set<Anchor>();
  for (const claim of gold.claims) {
    const anchor = align(claim, sentences, taken, gold, names);
    if (!anchor) {
      lost++;
      continue;
    }
    aligned++;
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
        learnAnchor(
          claims,
          anchor,
          context,
          recall(memory, context.number),
          hasStatuses ? told : undefined,
          gold,
          names,
        );
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
  gold: Gold,
  names: NameIndex,
): void {
  const claim = claims[0];
  kindDecisions.push({
    condition: sorts.indexOf(sortOf(anchor)),
    candidates: [
      featuresBy(
        (to) => sentenceFeatures(context, to),
        (to) => anchorFeatures(anchor, context, to),
        (to) => toldKinds(recalled, context, to),
      ),
    ],
    right: [classOf(claim ? labelOf(claim) : "none")],
  });
  for (const one of new Set(claims.map((each) => each.kind)))
    learnParties(claims.find((each) => each.kind === one)!, anchor, context, recalled, gold, names);
  if (!claim || told === undefined) return;
  const body = claimBody(claim.kind, claim.metric ?? null, {}, new Map(), anchor, context.parsed);
  const ruled = moodOf(body, context.parsed).status;
  statusDecisions.push({
    condition: claimKinds.indexOf(claim.kind),
    candidates: [featuresBy((to) => statusFeatures(claim.kind, body.pattern.status, ruled, told, anchor, context, to))],
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

function labelOf(claim: Claim): string {
  return claim.metric ? `${claim.kind}:${claim.metric}` : claim.kind;
}

function classOf(label: string): number {
  const at = kinds.indexOf(label);
  return at >= 0 ? at : kinds.push(label) - 1;
}

function learnParties(
  claim: Claim,
  anchor: Anchor,
  context: AnalysedSentence["context"],
  recalled: Recalled,
  gold: Gold,
  names: NameIndex,
): void {
  const candidates = candidatesAt(anchor, context);
  learnPairs(claim, candidates, anchor, context, gold, names);
  for (const role of rolesOf[claim.kind]) {
    const party = claim.roles[role];
    let right = [0];
    if (party !== undefined) {
      right = candidates.flatMap((candidate, at) =>
        same(candidate.party, gold.aliases?.[party] ?? party, gold, names) ? [at + 1] : [],
      );
      if (right.length === 0) {
        unreachable++;
        continue;
      }
    }
    if (candidates.length === 0) continue;
    const options = [null, ...candidates].map((candidate) =>
      featuresBy(
        (to) => (candidate ? candidateFeatures(candidate, anchor, context, to) : nobodyFeatures(anchor, context, to)),
        (to) => toldOf(candidate?.party ?? null, recalled, context, to),
        (to) => patternFeatures(claim.kind, role, candidate, anchor, to),
        (to) => toldFor(claim.kind, role, candidate?.party ?? null, recalled, context, to),
      ),
    );
    roleDecisions.push({ condition: roles.indexOf(`${claim.kind}.${role}`), candidates: options, right });
  }
}

/** The first two roles together, over the candidates that stand nearest. */
function learnPairs(
  claim: Claim,
  candidates: readonly Candidate[],
  anchor: Anchor,
  context: AnalysedSentence["context"],
  gold: Gold,
  names: NameIndex,
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
      pairs.push(featuresBy((to) => pairFeatures(one, other, anchor, context, to)));
    }
  if (right.length > 0) pairDecisions.push({ condition: claimKinds.indexOf(claim.kind), candidates: pairs, right });
}
