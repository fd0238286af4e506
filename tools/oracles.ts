/**
 * Do the methods give the answers that are known? Runs every file of a folder of known answers through the methods and compares within its tolerance.
 *
 *   node tools/oracles.ts [FOLDER] [PREFIX]     default ../shared/oracles/network
 *
 * A file holds `method`, `input`, `output` and `tolerance {abs, rel}`: |got - want| ≤ abs + rel · |want|. A circulation and its ranks are no unique
 * answer: they are checked against the input instead.
 */

import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { methods } from "../src/views/methods/all.ts";

export const oracleFolder = fileURLToPath(new URL("../../shared/oracles/network", import.meta.url));

export interface OracleResult {
  readonly file: string;
  readonly tolerance: Tolerance;
  /** The largest |got - want| / max(1, |want|) of all numbers compared. */
  readonly worst: number;
  readonly milliseconds: number;
  readonly faults: readonly string[];
}

interface Tolerance {
  readonly abs: number;
  readonly rel: number;
}

interface Oracle {
  readonly method: string;
  readonly tolerance: Tolerance;
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
}

/** Keys that are told beside an answer and may be missing, and those that are no answer or are checked in another way. */
const optionalKeys = [
  "sha256",
  "allClearingVectors",
  "leastPayments",
  "integratedRows",
  "spectralRadius",
  "singleHit2012",
];
const skippedKeys = ["certificate", "steps", "waves", "sha256Input", "published", "source"];

/** Runs the files whose names begin so. */
export function runOracles(folder: string, prefix = ""): OracleResult[] {
  return globSync("[abcd]-*.json", { cwd: folder })
    .filter((file) => file.startsWith(prefix))
    .sort()
    .map((file) => runOracle(basename(file, ".json"), JSON.parse(readFileSync(join(folder, file), "utf8")) as Oracle));
}

/** Compares one known answer. */
export function runOracle(file: string, { method: name, tolerance, input, output }: Oracle): OracleResult {
  const method = methods.find((each) => each.name === name);
  const comparison: Comparison = { tolerance, worst: 0, faults: [] };
  if (!method) return { file, tolerance, worst: 0, milliseconds: 0, faults: [`there is no method ${name}`] };
  const start = performance.now();
  // As a door would print it: a number that JSON cannot hold must show.
  const { value, problems } = method.run(input);
  const milliseconds = performance.now() - start;
  const got = JSON.parse(JSON.stringify(value)) as Readonly<Record<string, unknown>>;
  for (const { message } of problems) comparison.faults.push(message);
  compare(got, output, "", comparison);
  if (name === "circularity.compression") checkCirculation(input, got, output, comparison);
  return { file, tolerance, worst: comparison.worst, milliseconds, faults: comparison.faults };
}

interface Comparison {
  readonly tolerance: Tolerance;
  worst: number;
  readonly faults: string[];
}

function compare(got: unknown, want: unknown, at: string, into: Comparison): void {
  if (typeof want === "number" && typeof got === "number") {
    const error = Math.abs(got - want);
    into.worst = Math.max(into.worst, error / Math.max(1, Math.abs(want)));
    if (!(error <= into.tolerance.abs + into.tolerance.rel * Math.abs(want)))
      into.faults.push(`${at}: ${got}, not ${want}`);
  } else if (Array.isArray(want)) {
    const list = Array.isArray(got) ? got : [];
    if (list.length !== want.length) into.faults.push(`${at}: ${list.length} entries, not ${want.length}`);
    else for (const [place, each] of want.entries()) compare(list[place], each, `${at}[${place}]`, into);
  } else if (typeof want === "object" && want !== null) {
    if (typeof got !== "object" || got === null) into.faults.push(`${at}: ${JSON.stringify(got)}, not an object`);
    else
      for (const [key, each] of Object.entries(want)) {
        if (skippedKeys.includes(key)) continue;
        if (Object.hasOwn(got, key)) compare((got as Record<string, unknown>)[key], each, `${at}.${key}`, into);
        else if (!optionalKeys.includes(key)) into.faults.push(`${at}.${key}: missing`);
      }
  } else if (got !== want && !(typeof want === "boolean" && Number(got) === Number(want))) {
    into.faults.push(`${at}: ${JSON.stringify(got)}, not ${JSON.stringify(want)}`);
  }
}

/** The flow must fit, go round and sum to the reduction; the ranks must prove that no flow is larger. */
function checkCirculation(
  input: Readonly<Record<string, unknown>>,
  got: Readonly<Record<string, unknown>>,
  want: Readonly<Record<string, unknown>>,
  { faults }: Comparison,
): void {
  const { n, edges } = input as { readonly n: number; readonly edges: readonly (readonly [number, number, number])[] };
  const { flow, ranks } = got.certificate as {
    readonly flow: readonly (readonly [number, number, number])[];
    readonly ranks: readonly number[];
  };
  const { reduction } = want.conservative as { readonly reduction: number };
  const capacity = new Map<number, number>();
  for (const [from, to, amount] of edges)
    if (from !== to) capacity.set(from * n + to, (capacity.get(from * n + to) ?? 0) + amount);
  const balance = new Float64Array(n);
  let total = 0;
  for (const [from, to, amount] of flow) {
    if (!(amount >= 0 && amount <= (capacity.get(from * n + to) ?? 0)))
      faults.push(`flow ${from} → ${to}: ${amount} does not fit`);
    balance[from]! += amount;
    balance[to]! -= amount;
    total += amount;
  }
  if (balance.some((each) => each !== 0)) faults.push("the flow does not go round");
  if (total !== reduction) faults.push(`the flow sums to ${total}, not ${reduction}`);
  let bound = 0;
  for (const [edge, amount] of capacity)
    bound += amount * Math.max(0, 1 + ranks[Math.floor(edge / n)]! - ranks[edge % n]!);
  if (bound !== reduction) faults.push(`the ranks prove ${bound}, not ${reduction}`);
}

function print(results: readonly OracleResult[]): void {
  for (const { file, tolerance, worst, milliseconds, faults } of results) {
    const bounds = `${tolerance.abs}/${tolerance.rel}`;
    console.log(
      `${faults.length === 0 ? "ok  " : "FAIL"}  ${file.padEnd(36)} ${bounds.padStart(12)}  ${worst.toExponential(1).padStart(8)}  ${milliseconds.toFixed(1).padStart(8)} ms`,
    );
    for (const fault of faults.slice(0, 5)) console.log(`      ${fault}`);
  }
  const failed = results.filter(({ faults }) => faults.length > 0).length;
  console.log(`${results.length - failed} passed, ${failed} failed   (columns: tolerance abs/rel, worst error, time)`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? oracleFolder;
  const results = existsSync(folder) ? runOracles(folder, process.argv[3]) : [];
  print(results);
  process.exitCode = results.length === 0 || results.some(({ faults }) => faults.length > 0) ? 1 : 0;
}
