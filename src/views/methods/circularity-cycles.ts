/** `circularity.cycles`: plain edges in, elementary cycles out, in the order of their length, then of their nodes. */

import { boundedCycles } from "../../analyses/cycles.ts";
import type { Cycles } from "../../analyses/found-cycles.ts";
import { sha256Hex } from "../../model/id.ts";
import { summedRows } from "../../numeric/summed-rows.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

/** More cycles than these nobody reads; they are counted all the same, up to `maxCount`. */
const listedCycles = 200;
/** A cycle takes some 40 bytes; so many are found in seconds. */
const mostCycles = 1_000_000;
/** The fingerprint of longer lists would take longer than finding them. */
const mostFingerprinted = 250_000;

export const circularityCycles: Method = {
  name: "circularity.cycles",
  question: "Which circles of deals are there, up to a length and from an amount?",
  source: "Johnson 1975; Bauernöppel & Sack 2025",
  run(input, watch) {
    const fields = readInput(input, ["n", "edges", "maxLength", "minAmount", "maxCount", "maxSeconds"]);
    const n = fields.count("n");
    const { from, to, amount } = fields.edges("edges", n, { fallback: 1 });
    const maxLength = fields.number("maxLength", { min: 1, integer: true });
    const minAmount = fields.number("minAmount", { fallback: 0 });
    const maxCount = fields.count("maxCount", { min: 1, max: 10_000_000, fallback: mostCycles });
    const maxSeconds = fields.number("maxSeconds", { min: 0, fallback: 60 });
    return fields.answer(() => {
      const rows = summedRows(n, from, to, amount, "keep", "keep");
      const until = (watch?.secondsGone() ?? 0) + maxSeconds;
      const clock = watch === undefined ? {} : { mayGoOn: () => watch.secondsGone() < until };
      return cyclesJson(boundedCycles(rows, { maxLength, minAmount, maxCount, ...clock }));
    });
  },
};

function cyclesJson(cycles: Cycles): Readonly<Record<string, unknown>> {
  const { count, starts, nodes, bottlenecks, stoppedBy } = cycles;
  const { order, countByLength } = byLength(cycles);
  const nodesOf = (cycle: number): number[] => [...nodes.subarray(starts[cycle]!, starts[cycle + 1]!)];
  let bottleneckSum = 0;
  for (const cycle of order) bottleneckSum += bottlenecks[cycle]!;
  const lines = (): string =>
    Array.from(order, (cycle) => `${nodesOf(cycle).join(",")}:${bottlenecks[cycle]!}\n`).join("");
  return {
    complete: stoppedBy === null,
    stoppedBy,
    count,
    countByLength,
    bottleneckSum,
    ...(stoppedBy === null && count <= mostFingerprinted ? { sha256: sha256Hex(lines()) } : {}),
    cycles: Array.from(order.subarray(0, listedCycles), (cycle) => ({
      nodes: nodesOf(cycle),
      bottleneck: bottlenecks[cycle]!,
    })),
  };
}

/** The search finds cycles in the order of their nodes; sorting them by length keeps that order within each length. */
function byLength({ count, starts }: Cycles) {
  const counts = new Map<number, number>();
  for (let cycle = 0; cycle < count; cycle++) {
    const length = starts[cycle + 1]! - starts[cycle]!;
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  const lengths = [...counts].sort(([one], [other]) => one - other);
  const next = new Map<number, number>();
  let before = 0;
  for (const [length, many] of lengths) {
    next.set(length, before);
    before += many;
  }
  const order = new Int32Array(count);
  for (let cycle = 0; cycle < count; cycle++) {
    const length = starts[cycle + 1]! - starts[cycle]!;
    const place = next.get(length)!;
    next.set(length, place + 1);
    order[place] = cycle;
  }
  return { order, countByLength: Object.fromEntries(lengths) };
}
