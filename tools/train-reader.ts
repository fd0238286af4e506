/**
 * Trains the learned part of the reader from annotated texts: `node tools/train-reader.ts [GOLD_DIR…]` (default gold/shown).
 *
 * Three linear models, each a softmax fitted by AdaGrad with a fixed order and no randomness: the kind of claim that an anchor carries, the party in
 * each role, the status. Source of the method: Duchi, Hazan, Singer, "Adaptive Subgradient Methods", 2011, algorithm 1 with diagonal matrices.
 * Writes src/reading/learned/weights.json; the same texts give the same bytes.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Claim, statuses } from "../src/model/claim.ts";
import { documentOf } from "../src/model/document.ts";
import { partyIdOf } from "../src/model/id.ts";
import { lineage, type Registers } from "../src/model/party.ts";
import { parseChips, parseParties } from "../src/model/register.ts";
import { type AnalysedSentence, analyse, prepare } from "../src/reading/analyse.ts";
import { patternIndex } from "../src/reading/create-reader.ts";
import type { Anchor } from "../src/reading/learned/anchors.ts";
import { bodyAt, nameJudge, rolesOf } from "../src/reading/learned/decode.ts";
import { candidatesAt, kindFeatures, roleFeatures, statusFeatures } from "../src/reading/learned/features.ts";
import { featureHash, type PackedModel, softmax, weightStep } from "../src/reading/learned/linear.ts";
import { describeNames, findCandidates, type NameJudge } from "../src/reading/mentions.ts";
import type { Pattern } from "../src/reading/pattern.ts";
import { patterns } from "../src/reading/patterns/all.ts";
import { moodOf } from "../src/reading/mood.ts";
import { type NameIndex, nameIndex } from "../src/reading/names.ts";

interface Gold {
  readonly document: string;
  readonly claims: readonly Claim[];
  readonly optional?: readonly Claim[];
  readonly aliases?: Readonly<Record<string, string>>;
}
interface Example {
  readonly features: readonly string[];
  readonly label: number;
}
/** Candidates of which one party is right, by any of its mentions. */
interface Choice {
  readonly candidates: readonly (readonly string[])[];
  readonly right: readonly number[];
}

/** Step size and shrinkage: the best of a few tried on texts kept aside from training. */
const rate = 0.25;
const decay = 2e-4;
const keep = 0.3;
const leastWeight = 0.1;

interface Annotated {
  readonly text: string;
  readonly gold: Gold;
}

/** A pattern's example as an annotated text: its short form, read back. */
function exampleGold({ example, reads }: Pattern): Annotated {
  return { text: example, gold: { document: "", claims: [parseShortForm(reads, example)] } };
}

/** Files of short examples: a line of text, its claims indented below in short form, a blank line. */
function readLines(dir: string): Annotated[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => readFileSync(join(dir, name), "utf8").split(/\n\s*\n/))
    .map((block) => block.split("\n").filter((line) => line.trim() !== ""))
    .filter((block) => block.length > 0)
    .map(([text, ...claims]) => ({
      text: text!,
      gold: { document: "", claims: claims.map((line) => parseShortForm(line.trim(), text!)) },
    }));
}

/** Reads `kind:metric(chip) role=party … amount unit status`; throws at what is no such line. */
function parseShortForm(line: string, text: string): Claim {
  const words = line.split(/\s+/);
  const head = /^([a-z-]+)(?::([a-z-]+))?(?:\(([\w.-]+)\))?$/.exec(words[0]!);
  if (!head || !statuses.some((status) => status === words.at(-1))) throw new Error(`Not a claim in short form: ${line}`);
  const [, kind, metric, chip] = head;
  const roles = Object.fromEntries(words.filter((word) => word.includes("=")).map((word) => word.split("=")));
  const figure = words.find((word, at) => at > 0 && /^[\d.e+]+$/.test(word));
  const [low, high] = figure?.includes("..") ? figure.split("..") : [figure, figure];
  const amount = figure ? { min: low ? Number(low) : null, max: high ? Number(high) : null, unit: words[words.indexOf(figure) + 1]!, approximate: false } : null;
  const claim = { kind, roles, amount, status: words.at(-1), period: null, chip: chip ?? null, metric: metric ?? null, quote: text, span: [0, text.length] };
  return claim as unknown as Claim;
}

const nameClasses = ["other", "organisation"];
const kinds: string[] = ["none"];
const kindExamples: Example[] = [];
const roleChoices: Choice[] = [];
const statusExamples: Example[] = [];
let aligned = 0;
let lost = 0;
let unreachable = 0;

main(process.argv.slice(2));

function main(dirs: readonly string[]): void {
  const book = "examples/ai-economy";
  const registers: Registers = {
    parties: parseParties(readFileSync(join(book, "parties.csv"), "utf8"), "parties.csv").value,
    chips: parseChips(readFileSync(join(book, "chips.csv"), "utf8"), "chips.csv").value,
  };
  const names = nameIndex(registers);
  // The patterns' own examples are the plainest texts there are; they count several times.
  const plain = patterns.map((pattern) => exampleGold(pattern));
  const lines = dirs.length > 0 ? [] : readLines("gold/lines");
  const texts = [...readGold(dirs.length > 0 ? dirs : ["gold/shown"]), ...lines, ...plain, ...plain, ...plain, ...plain];
  // Names are judged in each half of the texts by what the other half taught, so that the later models meet the mistakes that they will meet.
  const named = texts.map(({ text, gold }) => nameExamples(text, gold, names));
  const judges = [0, 1].map((half) => nameJudge(fitNames(named.filter((_, nth) => nth % 2 !== half).flat())));
  texts.forEach(({ text, gold }, nth) => {
    learnFrom(text, gold, names, judges[nth % 2]!);
  });
  const nameWeights = fitNames(named.flat());
  const weights = {
    names: nameWeights,
    kinds: fitClasses(kindExamples, kinds, 14),
    roles: fitRanker(roleChoices, 12),
    statuses: fitClasses(statusExamples, statuses, 12),
  };
  writeFileSync("src/reading/learned/weights.json", `${JSON.stringify(weights)}\n`);
  console.log(
    `${aligned} claims aligned, ${lost} not; ${unreachable} parties out of reach; ${kindExamples.length} anchors, ${roleChoices.length} role choices, ${statusExamples.length} statuses`,
  );
}

function readGold(dirs: readonly string[]): { text: string; gold: Gold }[] {
  return dirs.flatMap((dir) =>
    readdirSync(dir)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((file) => JSON.parse(readFileSync(join(dir, file), "utf8")) as Gold)
      .filter((gold) => Array.isArray(gold.claims) && existsSync(join(dir, gold.document)))
      .map((gold) => ({ gold, text: readFileSync(join(dir, gold.document), "utf8") })),
  );
}

/** Each capitalised name of a text that no register holds, and whether the annotation has it as a party. */
function nameExamples(text: string, gold: Gold, names: NameIndex): Example[] {
  const { read, names: index } = prepare(documentOf(text), names);
  const parties = new Set<string>();
  for (const claim of [...gold.claims, ...(gold.optional ?? [])])
    for (const party of Object.values(claim.roles)) parties.add(partyIdOf(party));
  for (const [alias, party] of Object.entries(gold.aliases ?? {}))
    if (parties.has(partyIdOf(party))) parties.add(partyIdOf(alias));
  return [...describeNames(findCandidates(read, index))].map(([name, features]) => {
    const id = partyIdOf(name);
    const party = parties.has(id) || [...parties].some((one) => one.startsWith(`${id}-`) && id.length > 2);
    return { features: [...features], label: party ? 1 : 0 };
  });
}

function fitNames(examples: readonly Example[]): PackedModel {
  return fitClasses(examples, nameClasses, 10);
}

function learnFrom(text: string, gold: Gold, names: NameIndex, judge: NameJudge): void {
  const { sentences } = analyse(documentOf(text), names, patternIndex, judge);
  const taken = new Map<Anchor, Claim[]>();
  const skipped = new Set<Anchor>();
  for (const claim of gold.claims) {
    const anchor = align(claim, sentences, taken);
    if (!anchor) {
      lost++;
      if (process.env.REACH)
        console.log(
          "LOST",
          gold.document,
          claim.kind,
          claim.amount?.min,
          claim.amount?.max,
          claim.amount?.unit,
          claim.chip,
          "|",
          claim.quote.slice(0, 160).replace(/\n/g, "⏎"),
        );
      continue;
    }
    aligned++;
    taken.set(anchor, [...(taken.get(anchor) ?? []), claim]);
  }
  for (const claim of gold.optional ?? []) {
    const anchor = align(claim, sentences, new Map());
    if (anchor && !taken.has(anchor)) skipped.add(anchor);
  }
  for (const { context, anchors } of sentences) {
    for (const anchor of anchors) {
      if (skipped.has(anchor)) continue;
      const claims = taken.get(anchor) ?? [];
      // A word beside the anchor of the same claim carries it too: it is no example of "none".
      if (claims.length === 0 && anchor.quantity === null && nearTaken(anchor, anchors, taken)) continue;
      const claim = claims[0];
      kindExamples.push({ features: kindFeatures(anchor, context), label: classOf(claim ? labelOf(claim) : "none") });
      for (const one of new Set(claims.map((each) => each.kind)))
        learnParties(claims.find((each) => each.kind === one)!, anchor, context, gold, names);
      if (claim) {
        const body = bodyAt(claim.kind, claim.metric ?? null, anchor, context);
        const ruled = moodOf(body, context.parsed).status;
        statusExamples.push({
          features: statusFeatures(claim.kind, body.pattern.status, ruled, anchor, context),
          label: statuses.indexOf(claim.status),
        });
      }
    }
  }
}

function nearTaken(anchor: Anchor, anchors: readonly Anchor[], taken: ReadonlyMap<Anchor, readonly Claim[]>): boolean {
  return anchors.some(
    (other) =>
      taken.has(other) &&
      Math.abs(other.first - anchor.first) < 12 &&
      taken.get(other)!.some((claim) => anchor.matches.some((match) => match.pattern.kind === claim.kind)),
  );
}

function labelOf(claim: Claim): string {
  return claim.metric ? `${claim.kind}:${claim.metric}` : claim.kind;
}

function classOf(label: string): number {
  const at = kinds.indexOf(label);
  return at >= 0 ? at : kinds.push(label) - 1;
}

/** The anchor on which a gold claim rests: its figure, else its chip, else a word that patterns of its kind know. */
function align(
  claim: Claim,
  sentences: readonly AnalysedSentence[],
  taken: ReadonlyMap<Anchor, readonly Claim[]>,
): Anchor | null {
  const [start, end] = claim.span;
  let best: Anchor | null = null;
  let top = 0;
  for (const { context, anchors } of sentences) {
    const { sentence } = context.sentence;
    if (sentence.end <= start || sentence.start >= end + 200) continue;
    for (const anchor of anchors) {
      const at = context.parsed.tokens[anchor.first]!.start;
      const inside = at >= start && at < end;
      if (!inside && sentence.start >= end) continue;
      const score =
        fit(claim, anchor) +
        (inside ? 2 : 0) -
        (taken.has(anchor) && taken.get(anchor)![0]!.kind !== claim.kind ? 1.5 : 0);
      if (fit(claim, anchor) > 0 && score > top) {
        top = score;
        best = anchor;
      }
    }
  }
  return best;
}

function fit(claim: Claim, anchor: Anchor): number {
  const { quantity } = anchor;
  if (claim.amount) {
    if (!quantity || !sameFigure(claim.amount.min, quantity.min) || !sameFigure(claim.amount.max, quantity.max))
      return 0;
    return quantity.unit === claim.amount.unit
      ? 3
      : quantity.type === "count" || quantity.unit === claim.amount.unit
        ? 2
        : 0;
  }
  if (quantity) return 0;
  if (claim.chip) return anchor.word === "chip" && anchor.chip === claim.chip ? 3 : 0;
  if (anchor.matches.some((match) => match.pattern.kind === claim.kind)) return 3;
  const known = [...(patternIndex.verbs.get(anchor.word) ?? []), ...(patternIndex.nouns.get(anchor.word) ?? [])];
  if (known.some((pattern) => pattern.kind === claim.kind)) return 2;
  return anchor.word === "chip" ? 0.2 : 0.5;
}

function sameFigure(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= 0.005 * Math.abs(a);
}

function learnParties(
  claim: Claim,
  anchor: Anchor,
  context: AnalysedSentence["context"],
  gold: Gold,
  names: NameIndex,
): void {
  const candidates = candidatesAt(anchor, context);
  for (const role of rolesOf[claim.kind]) {
    const party = claim.roles[role];
    let right = [0];
    if (party !== undefined) {
      right = candidates.flatMap((candidate, at) =>
        same(candidate.party, gold.aliases?.[party] ?? party, gold, names) ? [at + 1] : [],
      );
      if (right.length === 0) {
        unreachable++;
        if (process.env.REACH)
          console.log(
            "REACH",
            gold.document,
            claim.kind,
            role,
            party,
            "|",
            claim.quote.slice(0, 150).replace(/\n/g, "⏎"),
            "|",
            [...new Set(candidates.map((c) => c.party))].join(" "),
          );
        continue;
      }
    }
    const options = [null, ...candidates].map((candidate) =>
      roleFeatures(claim.kind, role, candidate, anchor, context),
    );
    if (options.length > 1) roleChoices.push({ candidates: options, right });
  }
}

function same(found: string, wanted: string, gold: Gold, names: NameIndex): boolean {
  const a = partyIdOf(gold.aliases?.[found] ?? found);
  const b = partyIdOf(wanted);
  return a === b || lineage(a, names.parties).includes(b) || lineage(b, names.parties).includes(a);
}

/** Numbers the features that occur at least `least` times. */
function dictionary(sets: Iterable<readonly string[]>, least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const feature of set) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const [feature, count] of counts) if (count >= least) numbers.set(feature, numbers.size);
  return numbers;
}

function fitClasses(examples: readonly Example[], classes: readonly string[], epochs: number): PackedModel {
  const numbers = dictionary(
    examples.map((one) => one.features),
    2,
  );
  const k = classes.length;
  const weights = new Float64Array(numbers.size * k);
  const squares = new Float64Array(numbers.size * k).fill(1e-6);
  const sets = examples.map((one) =>
    [...new Set(one.features)].map((feature) => numbers.get(feature)).filter((row) => row !== undefined),
  );
  const average = new Float64Array(weights.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let turn = 0; turn < examples.length; turn++) {
      const nth = (turn * 7919 + epoch * 104729) % examples.length;
      const kept = sets[nth]!.filter((row) => keeps(row, turn, epoch));
      const scores = new Float64Array(k);
      for (const row of kept) for (let c = 0; c < k; c++) scores[c] = scores[c]! + weights[row * k + c]! / keep;
      const odds = softmax(scores);
      for (const row of kept) {
        for (let c = 0; c < k; c++) {
          const gradient = odds[c]! - (c === examples[nth]!.label ? 1 : 0);
          if (Math.abs(gradient) < 1e-3) continue;
          step(weights, squares, row * k + c, gradient);
        }
      }
    }
    if (epoch >= epochs / 2)
      for (let at = 0; at < weights.length; at++) average[at] = average[at]! + weights[at]! / Math.floor(epochs / 2);
  }
  const rows = new Map<string, number[]>();
  for (const [feature, row] of numbers) {
    const cells: number[] = [];
    for (let c = 0; c < k; c++) {
      const weight = packedWeight(average[row * k + c]!);
      if (weight !== 0) cells.push(c, weight);
    }
    if (cells.length > 0) rows.set(feature, cells);
  }
  return pack(classes, rows);
}

/** A weight in the steps that a model is shipped in; what is too small to matter is left out. */
function packedWeight(weight: number): number {
  const steps = Math.max(-127, Math.min(127, Math.round(weight / weightStep)));
  return Math.abs(weight) < leastWeight ? 0 : steps;
}

function pack(classes: readonly string[], rows: ReadonlyMap<string, readonly number[]>): PackedModel {
  const sorted = [...rows].map(([name, cells]) => [featureHash(name), cells] as const).sort((a, b) => a[0] - b[0]);
  const hashes = Buffer.alloc(sorted.length * 4);
  sorted.forEach(([hash], at) => {
    hashes.writeUInt32LE(hash, at * 4);
  });
  const cells = sorted.flatMap(([, list]) => list.map((value) => value & 255));
  return {
    classes,
    rows: hashes.toString("base64"),
    counts: Buffer.from(sorted.map(([, list]) => list.length / 2)).toString("base64"),
    cells: Buffer.from(cells).toString("base64"),
  };
}

function fitRanker(choices: readonly Choice[], epochs: number): PackedModel {
  const numbers = dictionary(
    choices.flatMap((choice) => choice.candidates),
    2,
  );
  const weights = new Float64Array(numbers.size);
  const squares = new Float64Array(numbers.size).fill(1e-6);
  const rows = choices.map((choice) =>
    choice.candidates.map((set) =>
      [...new Set(set)].map((feature) => numbers.get(feature)).filter((row) => row !== undefined),
    ),
  );
  const average = new Float64Array(weights.length);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let turn = 0; turn < choices.length; turn++) {
      const nth = (turn * 7919 + epoch * 104729) % choices.length;
      const sets = rows[nth]!.map((set) => set.filter((row) => keeps(row, turn, epoch)));
      const odds = softmax(Float64Array.from(sets, (set) => set.reduce((sum, row) => sum + weights[row]! / keep, 0)));
      const { right } = choices[nth]!;
      const mass = right.reduce((sum, at) => sum + odds[at]!, 0);
      sets.forEach((set, at) => {
        const gradient = odds[at]! - (right.includes(at) ? odds[at]! / Math.max(mass, 1e-9) : 0);
        if (Math.abs(gradient) > 1e-3) for (const row of set) step(weights, squares, row, gradient);
      });
    }
    if (epoch >= epochs / 2)
      for (let at = 0; at < weights.length; at++) average[at] = average[at]! + weights[at]! / Math.floor(epochs / 2);
  }
  const packed = new Map<string, number[]>();
  for (const [feature, row] of numbers) {
    const weight = packedWeight(average[row]!);
    if (weight !== 0) packed.set(feature, [0, weight]);
  }
  return pack(["party"], packed);
}

/**
 * Whether a feature takes part in this step. Leaving out a fixed share of them at each step keeps one rare word from explaining a text that grammar
 * explains too. Source: Hinton et al., "Improving neural networks by preventing co-adaptation of feature detectors", 2012. A hash stands for chance.
 */
function keeps(row: number, turn: number, epoch: number): boolean {
  let hash = Math.imul(row ^ Math.imul(turn + 1, 0x9e3779b1) ^ Math.imul(epoch + 1, 0x85ebca6b), 0xc2b2ae35);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x27d4eb2f);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296 < keep;
}

function step(weights: Float64Array, squares: Float64Array, at: number, gradient: number): void {
  const slope = gradient + decay * weights[at]!;
  squares[at] = squares[at]! + slope * slope;
  weights[at] = weights[at]! - (rate * slope) / Math.sqrt(squares[at]!);
}
