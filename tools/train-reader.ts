/**
 * Trains the learned part of the reader from annotated texts: `node tools/train-reader.ts [DIR…]` (default: all of gold/ but what is kept aside).
 *
 * Networks that tell which names are organisations, the kind of claim that an anchor carries, the party in each role, the status, and whether a claim
 * made so is right. Writes src/reading/learned/weights.bin; the same texts give the same bytes.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { weightsFile } from "../src/intake/trained-reader.ts";
import { claimKinds, statuses } from "../src/model/claim.ts";
import { documentOf } from "../src/model/document.ts";
import { partyIdOf } from "../src/model/id.ts";
import { parseChips, parseParties } from "../src/model/register.ts";
import { prepare } from "../src/reading/analyse.ts";
import { referenceSorts } from "../src/reading/learned/antecedent-features.ts";
import { chipSorts } from "../src/reading/learned/chip-features.ts";
import { symbol } from "../src/reading/learned/features.ts";
import { networkOf, type TrainedNetwork } from "../src/reading/learned/network.ts";
import { partyJudge, vocabularyOf } from "../src/reading/learned/reader-networks.ts";
import { weightsToBytes } from "../src/reading/learned/weights-file.ts";
import type { PartyJudge, Vocabulary } from "../src/reading/mentions.ts";
import { type NameIndex, nameIndex } from "../src/reading/names.ts";
import { findCandidates } from "../src/reading/parties/candidates.ts";
import { describeNames } from "../src/reading/parties/name-features.ts";
import { patterns } from "../src/reading/patterns/all.ts";
import { tokenise } from "../src/reading/tokens.ts";
import { type Annotated, exampleGold, type Gold, readGold, readLines, readPassages } from "./train/annotated.ts";
import { emptyExamples, labelOf, learnFrom, roles, sorts } from "./train/examples.ts";
import { type Decision, fitNetwork } from "./train/fit-network.ts";
import { referenceExamples } from "./train/references.ts";
import { rightness, verdicts } from "./train/rightness.ts";

/** The patterns' own examples are the plainest texts there are; they count several times. */
const plainTurns = 4;
/** One text in so many is kept from the networks and judges their claims. */
const judgedEvery = 8;
const nameClasses = ["other", "organisation"];
/** A word that stands without a capital in so many texts is an ordinary one. */
const leastTexts = 3;

const common = { members: 3, batch: 64, leastSeen: 6, featureDropout: 0.5, unitDropout: 0.2 };
const classing = { ...common, ownWeights: false };
const ranking = { ...common, outputs: ["party"], ownWeights: true, batch: 32 };

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
  // The judge of claims learns from texts that the others have not seen, since of what they have learned they are too sure.
  const plainFrom = texts.length - plainTurns * plain.length;
  const isJudged = (nth: number): boolean => nth < plainFrom && nth % judgedEvery === judgedEvery - 1;
  // Names are judged, and references resolved, in each half of the texts by what the other half taught, so that the later models meet the mistakes that
  // they will meet.
  const named = texts.map(({ text, gold }) => nameExamples(text, gold, names, ordinary));
  const halves = await Promise.all(
    [0, 1].map(async (half) => networkOf(await fitNames(named.filter((_, nth) => nth % 2 !== half).flat()))),
  );
  const referred = texts.map((text, nth) =>
    isJudged(nth) ? [] : referenceExamples(text, names, partyJudge(halves[nth % 2]!, null, ordinary)),
  );
  const judges: PartyJudge[] = [];
  for (const [half, judge] of halves.entries()) {
    const references = await fitReferences(referred.filter((_, nth) => nth % 2 !== half).flat());
    judges.push(partyJudge(judge, networkOf(references), ordinary));
  }
  const labels = [...new Set(["none", ...texts.flatMap(({ gold }) => gold.claims.map(labelOf))])];
  const examples = emptyExamples();
  texts.forEach((text, nth) => {
    if (!isJudged(nth)) learnFrom(text, names, judges[nth % 2]!, labels, examples);
  });
  // One after the other: side by side their threads' copies of the examples would fill twice the memory.
  const nameWeights = await fitNames(named.flat());
  const referenceWeights = await fitReferences(referred.flat());
  const kindWeights = await fitNetwork(examples.kinds, {
    ...classing,
    outputs: labels,
    conditions: sorts,
    width: 48,
    epochs: 12,
    leastSeen: 10,
  });
  const roleWeights = await fitNetwork(examples.roles, {
    ...ranking,
    conditions: roles,
    width: 40,
    epochs: 9,
    leastSeen: 15,
    featureDropout: 0.35,
  });
  const pairWeights = await fitNetwork(examples.pairs, {
    ...ranking,
    conditions: claimKinds,
    width: 24,
    epochs: 7,
    featureDropout: 0.4,
  });
  const chipWeights = await fitNetwork(examples.chips, {
    ...ranking,
    conditions: chipSorts,
    width: 16,
    epochs: 8,
    featureDropout: 0.3,
  });
  const statusWeights = await fitNetwork(examples.statuses, {
    ...classing,
    outputs: statuses,
    conditions: claimKinds,
    members: 5,
    width: 16,
    epochs: 8,
  });
  const claimDecisions = rightness(
    texts.filter((_, nth) => isJudged(nth)),
    { kinds: kindWeights, roles: roleWeights, pairs: pairWeights, chips: chipWeights },
    names,
    partyJudge(networkOf(nameWeights), networkOf(referenceWeights), ordinary),
  );
  const claimWeights = await fitNetwork(claimDecisions, {
    ...classing,
    outputs: verdicts,
    conditions: claimKinds,
    members: 9,
    width: 16,
    epochs: 4,
    featureDropout: 0.3,
  });
  const weights = {
    words,
    names: nameWeights,
    references: referenceWeights,
    kinds: kindWeights,
    roles: roleWeights,
    chips: chipWeights,
    pairs: pairWeights,
    statuses: statusWeights,
    claims: claimWeights,
  };
  writeFileSync(weightsFile, weightsToBytes(weights));
  const { aligned, lost, unreachable } = examples;
  console.log(
    `${aligned} claims aligned, ${lost} not; ${unreachable} parties out of reach; ${examples.kinds.length} anchors, ${examples.roles.length} roles, ${examples.statuses.length} statuses, ${claimDecisions.length} claims judged`,
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
    return { condition: 0, candidates: [features.values.slice(0, features.length)], right: [party ? 1 : 0] };
  });
}

function fitReferences(decisions: readonly Decision[]): Promise<TrainedNetwork> {
  return fitNetwork(decisions, {
    ...ranking,
    conditions: referenceSorts,
    members: 2,
    width: 24,
    epochs: 5,
    leastSeen: 8,
    featureDropout: 0.35,
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
