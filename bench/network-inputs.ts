/**
 * Networks to measure on. Where the shared collection of peers is at hand, its seeded inputs with their known answers, and its scripts to run the peers;
 * else networks of the same families, drawn here by the same rule.
 *
 * `hub10_10000` has 10,000 edges, a tenth as many nodes, and hubs at both ends; `hub3` and `er3` a third as many nodes; `core` 2 % dealers with 60 % of
 * the edges; `fin_1000` 1,000 companies with ten debts each, and what they have.
 */

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { philox, uniform } from "../src/numeric/philox.ts";
import type { CompanyData, PlainNetwork } from "./network-adapter.ts";

export interface Collection {
  readonly network: (name: string) => PlainNetwork;
  readonly companies: (name: string) => CompanyData;
  /** Known figures of a task on an input. */
  readonly expected: (task: string, name: string) => Readonly<Record<string, number>>;
  /** The best time of a peer run now, in milliseconds; null where it is not at hand. */
  readonly peer: (task: string, name: string, program: string) => number | null;
}

const shared = fileURLToPath(new URL("../../shared/peers/network", import.meta.url));

/** The shared collection where it can be made, else our own. */
export function collection(): Collection {
  const folder = join(tmpdir(), "capstack-network-peers");
  if (!existsSync(shared)) return drawnCollection();
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "gen_inputs.py"))) cpSync(shared, folder, { recursive: true, mode: 0 });
  if (!existsSync(join(folder, "inputs", "index.json"))) {
    const { status } = spawnSync("python3", [join(folder, "gen_inputs.py")], { encoding: "utf8" });
    if (status !== 0) return drawnCollection();
  }
  const expected = JSON.parse(readFileSync(join(folder, "results", "expected.json"), "utf8")) as Record<
    string,
    Record<string, Record<string, number>>
  >;
  return {
    network: (name) => readNetwork(join(folder, "inputs", `${name}.bin`)),
    companies: (name) => readCompanies(join(folder, "inputs", `${name}.nodes.bin`)),
    expected: (task, name) => expected[task]?.[name] ?? {},
    peer: (task, name, program) => runPeer(folder, task, name, program),
  };
}

/** The file's form: four whole numbers (the third and fourth are n and m), sources, targets, amounts. */
function readNetwork(file: string): PlainNetwork {
  const buffer = bufferOf(file);
  const [, , n, m] = new Int32Array(buffer, 0, 4) as unknown as [number, number, number, number];
  return {
    n,
    m,
    src: new Int32Array(buffer, 16, m),
    dst: new Int32Array(buffer, 16 + 4 * m, m),
    amount: new Float64Array(buffer, 16 + 8 * m, m),
  };
}

function readCompanies(file: string): CompanyData {
  const buffer = bufferOf(file);
  const n = buffer.byteLength / 32;
  const column = (at: number): Float64Array => new Float64Array(buffer, 8 * n * at, n);
  return { e: column(0), el: column(1), equity: column(2), shock: column(3), alpha: 0.8, beta: 0.9 };
}

function bufferOf(file: string): ArrayBuffer {
  const bytes = readFileSync(file);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}

/** Processor time in place of the clock, for programs of the collection as for ours. */
const inProcessorTime =
  "import runpy, sys, time; time.perf_counter = time.thread_time; del sys.argv[0]; runpy.run_path(sys.argv[0], run_name='__main__')";

/** Runs one program of the collection on one input; it prints a line of JSON. */
function runPeer(folder: string, task: string, name: string, program: string): number | null {
  const env = { ...process.env, ONLY: `${name}:${program}`, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  const { stdout } = spawnSync("python3", ["-c", inProcessorTime, join(folder, "bench_py.py"), scripts[task] ?? task], {
    encoding: "utf8",
    env,
  });
  const lines = (stdout ?? "").split("\n").filter((line) => line.startsWith("{"));
  const results = lines.map((line) => JSON.parse(line) as { readonly task: string; readonly best?: number });
  return results.find((result) => result.task === task)?.best ?? null;
}

/** What the script calls a group of tasks. */
const scripts: Readonly<Record<string, string>> = {
  cycles6: "cycles",
  eisenbergNoe: "en",
  rogersVeraart: "en",
  compression: "compress",
};

function drawnCollection(): Collection {
  return {
    network: drawnNetwork,
    companies: (name) => drawnCompanies(drawnNetwork(name)),
    expected: () => ({}),
    peer: () => null,
  };
}

/** Distinct edges whose ends are drawn by Zipf's rule; the same name gives the same network. */
function drawnNetwork(name: string): PlainNetwork {
  const [family, size] = name.split("_") as [string, string];
  const m = family === "fin" ? 10 * Number(size) : Number(size);
  const n = family === "fin" ? Number(size) : Math.floor(m / (family.endsWith("3") ? 3 : 10));
  const exponent = { er3: 0, hub3: 0.45, core: 0.8 }[family] ?? 0.6;
  const draw = draws([...family].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), m));
  const cumulative = new Float64Array(n);
  for (let node = 0, sum = 0; node < n; node++) cumulative[node] = sum += (node + 1) ** -exponent;
  const pick = (): number => {
    const at = draw() * cumulative[n - 1]!;
    let [low, high] = [0, n - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  // Payers and payees are hubs independently of each other.
  const turned = Math.floor(n / 2) + 1;
  const edges = new Set<number>();
  while (edges.size < m) {
    const [from, to] = [pick(), (pick() * turned) % n];
    if (from !== to) edges.add(from * n + to);
  }
  const sorted = Float64Array.from(edges).sort();
  return {
    n,
    m,
    src: Int32Array.from(sorted, (edge) => Math.floor(edge / n)),
    dst: Int32Array.from(sorted, (edge) => edge % n),
    amount: sorted.map(() =>
      Math.ceil(Math.exp(8 + 1.5 * Math.sqrt(-2 * Math.log(draw())) * Math.cos(2 * Math.PI * draw()))),
    ),
  };
}

function drawnCompanies({ n, m, src, dst, amount }: PlainNetwork): CompanyData {
  const draw = draws(n);
  const [owed, due] = [new Float64Array(n), new Float64Array(n)];
  for (let edge = 0; edge < m; edge++) {
    owed[src[edge]!]! += amount[edge]!;
    due[dst[edge]!]! += amount[edge]!;
  }
  const el = owed.map((each) => Math.floor(each * (0.1 + 0.4 * draw())));
  const e = owed.map((each, company) =>
    Math.floor(Math.max(0, each + el[company]! - due[company]!) * (0.6 + 0.55 * draw()) + 1000 * draw()),
  );
  const equity = due.map((each) => Math.ceil(each * (0.9 + 2.1 * draw()) + 100));
  return { e, el, equity, shock: new Float64Array(n).fill(0.01), alpha: 0.8, beta: 0.9 };
}

/** Random numbers between 0 and 1, the same for the same seed. */
function draws(seed: number): () => number {
  const words = new Uint32Array(4);
  let count = 0;
  return () => {
    if (count % 4 === 0) philox([count / 4, 0, 0, 0], [seed >>> 0, 0], words);
    return uniform(words[count++ % 4]!);
  };
}
