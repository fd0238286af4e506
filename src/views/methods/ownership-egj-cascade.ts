/** Whose fall pulls whom along through cross-holdings? The input and output of `ownership.egjCascade`. */

import { failureCascade } from "../../analyses/failure-cascade.ts";
import { type HoldingIndex, holdingIndex, reach } from "../../analyses/integrated-ownership.ts";
import { lookThrough } from "../../analyses/look-through.ts";
import type { Method } from "./method.ts";
import { finiteOrNull, holdingProblems, readHoldings } from "./read-holdings.ts";
import { type InputFields, readInput } from "./read-input.ts";

const known = ["n", "names", "holdings", "C", "p", "pBefore", "theta", "costShareOfThreshold"];
/** A full dependency matrix of this many companies is 10 MB of JSON. */
const mostInFull = 1000;

export const egjCascade: Method = {
  name: "ownership.egjCascade",
  question: "Whose fall in value pulls whom along, wave by wave, when companies hold shares of one another?",
  source: "M. Elliott, B. Golub, M. O. Jackson, Financial networks and contagion, 2014",
  run(input) {
    const fields = readInput(input, known);
    const key = fields.has("C") ? "C" : "holdings";
    const { n, holdings } = fields.has("C") ? readMatrix(fields) : readRows(fields);
    const assets = fields.numbers("p", n);
    const before = fields.has("pBefore") ? fields.numbers("pBefore", n) : assets;
    const isList = Array.isArray(fields.raw("theta"));
    const thetas = isList ? [...fields.numbers("theta", null, { min: 0 })] : [fields.number("theta", { min: 0 })];
    const costShare = fields.number("costShareOfThreshold", { min: 0 });
    let index: HoldingIndex | null = null;
    const { value, problems } = fields.answer(() => {
      index = holdings();
      const valueBefore = lookThrough(index, before).netValue;
      const now = lookThrough(index, assets);
      const cascades = thetas.map((theta) => {
        const threshold = valueBefore.map((each) => theta * each);
        const cost = threshold.map((each) => Math.max(0, costShare * each));
        const { waves, value } = failureCascade(index!, assets, threshold, cost);
        const failures = waves.reduce((sum, wave) => sum + wave.length, 0);
        return [String(theta), { waves, value: finiteOrNull(value), failures }] as const;
      });
      return {
        valueBefore: finiteOrNull(valueBefore),
        V: finiteOrNull(now.marketValue),
        v: finiteOrNull(now.netValue),
        ...(key === "C" && n <= mostInFull ? { A: dependencies(index) } : {}),
        ...(isList ? { cascades: Object.fromEntries(cascades) } : cascades[0]![1]),
      };
    });
    return { value, problems: index === null ? problems : [...problems, ...holdingProblems(index, key)] };
  },
};

interface ReadHoldings {
  readonly n: number;
  readonly holdings: () => HoldingIndex;
}

function readRows(fields: InputFields): ReadHoldings {
  const n = fields.count("n");
  return { n, holdings: readHoldings(fields, "holdings", n) };
}

/** A full matrix: row i, what i holds of each. */
function readMatrix(fields: InputFields): ReadHoldings {
  const rows = fields.list("C");
  const n = rows.length;
  const from: number[] = [];
  const to: number[] = [];
  const share: number[] = [];
  for (const [holder, row] of rows.entries()) {
    if (!Array.isArray(row) || row.length !== n) {
      fields.refuse(`C[${holder}]`, `is not a row of ${n} shares: the matrix has ${n} rows.`);
      continue;
    }
    for (const [company, each] of (row as readonly unknown[]).entries()) {
      if (typeof each !== "number" || !(each >= 0) || !Number.isFinite(each))
        fields.refuse(`C[${holder}][${company}]`, `is ${JSON.stringify(each)}, not a share of at least 0.`);
      else if (each > 0) {
        from.push(holder);
        to.push(company);
        share.push(each);
      }
    }
  }
  return {
    n,
    holdings: () => holdingIndex(n, Int32Array.from(from), Int32Array.from(to), Float64Array.from(share), mostInFull),
  };
}

/** A = Ĉ (I − C)⁻¹, row by row. */
function dependencies(index: HoldingIndex): (number | null)[][] {
  const { outsideShare } = lookThrough(index, new Float64Array(index.n));
  return Array.from(outsideShare, (outside, holder) =>
    finiteOrNull(reach(index, holder).shares.map((each) => outside * each)),
  );
}
