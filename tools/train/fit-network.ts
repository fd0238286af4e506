/**
 * Fits the reader's networks: softmax over classes, or over candidates, by Adam in a fixed order with dropout of features and of hidden units.
 *
 * Several members are trained from different seeds, each in its own units, and shipped side by side as one wider network whose scores are their mean.
 * Sources: Kingma, Ba, "Adam", 2015, algorithm 1, with moments kept per touched row; Hinton et al., "Improving neural networks by preventing
 * co-adaptation of feature detectors", 2012. Chance comes from a counter, so the same examples give the same bytes.
 */

import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { nothing, softmax, type TrainedNetwork } from "../../src/reading/learned/network.ts";

/** One decision: `candidates` × outputs are scored together, and `right` are the places of those that are right. */
export interface Decision {
  readonly condition: number;
  readonly candidates: readonly Int32Array[];
  readonly right: readonly number[];
}

export interface Shape {
  readonly outputs: readonly string[];
  readonly conditions: readonly string[];
  /** Each condition weighs the hidden units by itself: for rankers, whose output means another thing under each. */
  readonly ownWeights: boolean;
  /** Hidden units of one member, and how many members. */
  readonly width: number;
  readonly members: number;
  readonly epochs: number;
  /** A feature seen less often tells nothing that lasts. */
  readonly leastSeen: number;
  readonly batch: number;
  /** The share of features, and of hidden units, left out at a step. */
  readonly featureDropout: number;
  readonly unitDropout: number;
}

/** The largest step size, reached after a tenth of the steps; from there it falls to nothing. */
const rate = 3e-3;

/** Fits a network, its members side by side in threads of their own. */
export async function fitNetwork(decisions: readonly Decision[], shape: Shape): Promise<TrainedNetwork> {
  const rows = numbered(decisions, shape.leastSeen);
  const items = decisions.map(({ condition, candidates, right }) => ({
    condition,
    right,
    candidates: candidates.map((features) =>
      Int32Array.from(features, (one) => rows.get(one) ?? -1).filter((row) => row >= 0),
    ),
  }));
  const seeds = Array.from({ length: shape.members }, (_, nth) => nth + 1);
  const members = await Promise.all(seeds.map((seed) => inThread({ items, rowCount: rows.size, shape, seed })));
  return pack([...rows.keys()], members, shape);
}

interface Task {
  readonly items: readonly Decision[];
  readonly rowCount: number;
  readonly shape: Shape;
  readonly seed: number;
}

function inThread(task: Task): Promise<Member> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

function numbered(decisions: readonly Decision[], leastSeen: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { candidates } of decisions)
    for (const features of candidates) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= leastSeen).map(([one]) => one);
  return new Map(kept.sort((a, b) => a - b).map((one, row) => [one, row]));
}

interface Member {
  readonly table: Adapted;
  readonly scales: Adapted;
  readonly shifts: Adapted;
  /** Output weights that all conditions share, and those of each. */
  readonly shared: Adapted;
  readonly own: Adapted;
  readonly biases: Adapted;
}

/** Parameters with their gradients and Adam's moments. */
interface Adapted {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly first: Float32Array;
  readonly second: Float32Array;
}

function fitMember(items: readonly Decision[], rowCount: number, shape: Shape, seed: number): Member {
  const { width, outputs, conditions, batch, epochs } = shape;
  const chance = counterChance(seed);
  const k = outputs.length;
  const member: Member = {
    table: adapted(rowCount * width, () => normal(chance) * 0.05),
    scales: adapted(conditions.length * width, () => 1),
    shifts: adapted(conditions.length * width, () => normal(chance) * 0.05),
    shared: adapted(k * width, () => normal(chance) * 0.15),
    own: adapted(shape.ownWeights ? conditions.length * k * width : 0, () => normal(chance) * 0.05),
    biases: adapted(conditions.length * k, () => 0),
  };
  const touched = new Uint8Array(rowCount);
  const order = Int32Array.from(items, (_, at) => at);
  const steps = epochs * Math.ceil(items.length / batch);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, chance);
    for (let start = 0; start < order.length; start += batch) {
      const rows: number[] = [];
      const end = Math.min(order.length, start + batch);
      for (let at = start; at < end; at++)
        learn(items[order[at]!]!, member, shape, chance, 1 / (end - start), touched, rows);
      step++;
      const size = rate * Math.min(step / (steps * 0.1), (steps - step) / (steps * 0.9));
      for (const row of rows) {
        touched[row] = 0;
        adapt(member.table, row * width, (row + 1) * width, size, step);
      }
      for (const part of [member.scales, member.shifts, member.shared, member.own, member.biases])
        adapt(part, 0, part.values.length, size, step);
    }
  }
  return member;
}

/** Adds the slopes of one decision's loss: minus the log of the odds of what is right. */
function learn(
  { condition, candidates, right }: Decision,
  { table, scales, shifts, shared, own, biases }: Member,
  { width, outputs, ownWeights, featureDropout, unitDropout }: Shape,
  chance: () => number,
  weight: number,
  touched: Uint8Array,
  rows: number[],
): void {
  const k = outputs.length;
  const base = condition * width;
  const ownBase = condition * k * width;
  const gain = 1 / (1 - featureDropout);
  const kept: number[][] = [];
  const sums: Float32Array[] = [];
  const hidden: Float32Array[] = [];
  const scores = new Array<number>(candidates.length * k).fill(0);
  // The same units are left out for all candidates, so that these compete on the same ground.
  const live = Float32Array.from({ length: width }, () => (chance() < unitDropout ? 0 : 1 / (1 - unitDropout)));
  candidates.forEach((features, nth) => {
    const sum = new Float32Array(width);
    const some: number[] = [];
    for (const row of features) {
      if (chance() < featureDropout) continue;
      some.push(row);
      const from = row * width;
      for (let unit = 0; unit < width; unit++) sum[unit] = sum[unit]! + table.values[from + unit]! * gain;
    }
    const active = new Float32Array(width);
    for (let unit = 0; unit < width; unit++)
      active[unit] = Math.max(0, sum[unit]! * scales.values[base + unit]! + shifts.values[base + unit]!) * live[unit]!;
    for (let output = 0; output < k; output++) {
      let score = biases.values[condition * k + output]!;
      for (let unit = 0; unit < width; unit++) {
        const at = output * width + unit;
        score += active[unit]! * (shared.values[at]! + (ownWeights ? own.values[ownBase + at]! : 0));
      }
      scores[nth * k + output] = score;
    }
    kept.push(some);
    sums.push(sum);
    hidden.push(active);
  });
  const odds = softmax(scores);
  const mass = right.reduce((sum, at) => sum + odds[at]!, 0);
  candidates.forEach((_, nth) => {
    const back = new Float32Array(width);
    const active = hidden[nth]!;
    for (let output = 0; output < k; output++) {
      const at = nth * k + output;
      const slope = (odds[at]! - (right.includes(at) ? odds[at]! / Math.max(mass, 1e-9) : 0)) * weight;
      if (Math.abs(slope) < 1e-7) continue;
      biases.slopes[condition * k + output] = biases.slopes[condition * k + output]! + slope;
      for (let unit = 0; unit < width; unit++) {
        const cell = output * width + unit;
        back[unit] = back[unit]! + slope * (shared.values[cell]! + (ownWeights ? own.values[ownBase + cell]! : 0));
        shared.slopes[cell] = shared.slopes[cell]! + slope * active[unit]!;
        if (ownWeights) own.slopes[ownBase + cell] = own.slopes[ownBase + cell]! + slope * active[unit]!;
      }
    }
    for (let unit = 0; unit < width; unit++) {
      if (active[unit] === 0) {
        back[unit] = 0;
        continue;
      }
      const slope = back[unit]! * live[unit]!;
      scales.slopes[base + unit] = scales.slopes[base + unit]! + slope * sums[nth]![unit]!;
      shifts.slopes[base + unit] = shifts.slopes[base + unit]! + slope;
      back[unit] = slope * scales.values[base + unit]! * gain;
    }
    for (const row of kept[nth]!) {
      if (!touched[row]) {
        touched[row] = 1;
        rows.push(row);
      }
      const from = row * width;
      for (let unit = 0; unit < width; unit++) table.slopes[from + unit] = table.slopes[from + unit]! + back[unit]!;
    }
  });
}

function adapt({ values, slopes, first, second }: Adapted, from: number, to: number, size: number, step: number): void {
  const one = 1 - 0.9 ** step;
  const two = 1 - 0.999 ** step;
  for (let at = from; at < to; at++) {
    const slope = slopes[at]!;
    first[at] = 0.9 * first[at]! + 0.1 * slope;
    second[at] = 0.999 * second[at]! + 0.001 * slope * slope;
    values[at] = values[at]! - (size * (first[at]! / one)) / (Math.sqrt(second[at]! / two) + 1e-8);
    slopes[at] = 0;
  }
}

function adapted(length: number, value: () => number): Adapted {
  return {
    values: Float32Array.from({ length }, value),
    slopes: new Float32Array(length),
    first: new Float32Array(length),
    second: new Float32Array(length),
  };
}

/** Members side by side: each output is the mean of theirs. */
function pack(keys: readonly number[], members: readonly Member[], shape: Shape): TrainedNetwork {
  const { width, outputs, conditions, ownWeights } = shape;
  const wide = width * members.length;
  const beside = (count: number, cell: (member: Member, row: number, unit: number) => number): Float32Array => {
    const all = new Float32Array(count * wide);
    for (let row = 0; row < count; row++)
      members.forEach((member, nth) => {
        for (let unit = 0; unit < width; unit++) all[row * wide + nth * width + unit] = cell(member, row, unit);
      });
    return all;
  };
  const table = beside(keys.length, ({ table }, row, unit) => table.values[row * width + unit]!);
  const step = Math.max(quantile(table, 0.9999), 1e-6) / 127;
  const k = outputs.length;
  const weights = beside((ownWeights ? conditions.length : 1) * k, ({ shared, own }, row, unit) => {
    const common = shared.values[(row % k) * width + unit]!;
    return (common + (ownWeights ? own.values[row * width + unit]! : 0)) / members.length;
  });
  const biases = Float32Array.from({ length: conditions.length * k }, (_, at) =>
    members.reduce((sum, { biases }) => sum + biases.values[at]! / members.length, 0),
  );
  return {
    outputs,
    conditions,
    width: wide,
    step,
    rows: Int32Array.from(keys),
    table: Uint8Array.from(table, (value) => nothing + Math.max(-127, Math.min(127, Math.round(value / step)))),
    scales: beside(conditions.length, ({ scales }, row, unit) => scales.values[row * width + unit]!),
    shifts: beside(conditions.length, ({ shifts }, row, unit) => shifts.values[row * width + unit]!),
    weights,
    biases,
  };
}

function quantile(values: Float32Array, share: number): number {
  const sizes = Float32Array.from(values, Math.abs).sort();
  return sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * share))] ?? 0;
}

/** Numbers in [0, 1) from a counter. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014, the 32-bit mixer by Vigna's page. */
export function counterChance(seed: number): () => number {
  let counter = Math.imul(seed, 0x9e3779b9);
  return () => {
    counter = (counter + 0x9e3779b9) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
  };
}

/** Box and Muller, 1958. */
function normal(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

function shuffle(order: Int32Array, chance: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    const held = order[at]!;
    order[at] = order[other]!;
    order[other] = held;
  }
}

if (!isMainThread && parentPort) {
  const { items, rowCount, shape, seed } = workerData as Task;
  parentPort.postMessage(fitMember(items, rowCount, shape, seed));
}
