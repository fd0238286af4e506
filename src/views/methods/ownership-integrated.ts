/** What does each holder own through others, and what is it worth? The input and output of `ownership.integrated`. */

import { closedGroups, type HoldingIndex, integratedSharesOfEach, reach } from "../../analyses/integrated-ownership.ts";
import { lookThrough } from "../../analyses/look-through.ts";
import { spectralRadius } from "../../numeric/spectral-radius.ts";
import type { Method } from "./method.ts";
import { finiteOrNull, finiteSum, holdingProblems, readHoldings } from "./read-holdings.ts";
import { readInput } from "./read-input.ts";

/** Full tables of this many companies are 20 MB of JSON; beyond, ask for the holders. */
const mostInFull = 1000;

export const integrated: Method = {
  name: "ownership.integrated",
  question: "What share of each company does a holder own through others, and what is it worth, counted once?",
  source: "F. Brioschi, L. Buzzacchi, M. Colombo, 1989; M. Elliott, B. Golub, M. O. Jackson, 2014",
  run(input, watch) {
    const fields = readInput(input, ["n", "holdings", "underlying", "holders"]);
    const n = fields.count("n");
    const holdings = readHoldings(fields, "holdings", n);
    const underlying = fields.has("underlying") ? fields.numbers("underlying", n) : null;
    const holders = fields.has("holders") ? fields.nodes("holders", n) : null;
    let index: HoldingIndex | null = null;
    const { value, problems } = fields.answer(() => {
      const inFull = holders === null && n <= mostInFull;
      index = inFull ? holdings(mostInFull) : holdings();
      const radius = spectralRadius(index.byHolder);
      const isKnown = radius.upper - radius.lower <= 1e-10 * Math.max(1, radius.upper);
      return {
        ...(isKnown ? { spectralRadius: radius.upper } : {}),
        closedGroups: closedGroups(index),
        ...(inFull ? tablesOf(index, watch) : {}),
        ...(holders ? rowsOf(index, holders) : {}),
        ...(underlying ? valuesOf(index, underlying) : {}),
      };
    });
    return { value, problems: index === null ? problems : [...problems, ...holdingProblems(index, "holdings")] };
  },
};

type Row = (number | null)[];

function tablesOf(
  index: HoldingIndex,
  watch: Parameters<Method["run"]>[1],
): { integrated: Row[]; integratedNoSelfRevisit: Row[] } {
  const integrated: Row[] = [];
  const integratedNoSelfRevisit: Row[] = [];
  for (let holder = 0; holder < index.n; holder++) {
    const { shares } = reach(index, holder);
    const own = shares[holder]!;
    const withoutReturn = shares.map((share) => share / own);
    shares[holder] = own - 1;
    withoutReturn[holder] = 1 - 1 / own;
    integrated.push(finiteOrNull(shares));
    integratedNoSelfRevisit.push(finiteOrNull(withoutReturn));
    if (holder % 100 === 99) watch?.tell(holder + 1, index.n, "holders");
  }
  return { integrated, integratedNoSelfRevisit };
}

/** So many rows of shares are held at once. */
const atOnce = 64;

/** Of each holder that was asked for the companies that it reaches, with its share. */
function rowsOf(index: HoldingIndex, holders: Int32Array): { integratedRows: Readonly<Record<string, unknown>> } {
  const rows: [string, Readonly<Record<string, number | null>>][] = [];
  for (let from = 0; from < holders.length; from += atOnce) {
    const some = [...holders.subarray(from, from + atOnce)];
    for (const [at, shares] of integratedSharesOfEach(index, some).entries()) {
      const reached = Array.from(shares.keys()).filter((company) => shares[company] !== 0);
      const row = reached.map((company) => [company, finiteNumber(shares[company]!)] as const);
      rows.push([String(some[at]), Object.fromEntries(row)]);
    }
  }
  return { integratedRows: Object.fromEntries(rows) };
}

function finiteNumber(share: number): number | null {
  return Number.isFinite(share) ? share : null;
}

function valuesOf(index: HoldingIndex, underlying: Float64Array): Readonly<Record<string, unknown>> {
  const { marketValue, outsideShare, lookThrough: look, netValue } = lookThrough(index, underlying);
  const [own, market, net] = [finiteSum(underlying), finiteSum(marketValue), finiteSum(netValue)];
  return {
    marketValue: finiteOrNull(marketValue),
    outsideShare: finiteOrNull(outsideShare),
    lookThrough: finiteOrNull(look),
    netValue: finiteOrNull(netValue),
    sums: {
      underlying: own,
      marketValue: market,
      netValue: net,
      doubleCountRatio: own === null || market === null || own === 0 ? null : market / own,
    },
  };
}
