import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type SummedRows, summedRows } from "../numeric/summed-rows.ts";
import { control, mutualGroups, ultimateControllers } from "./control.ts";
import { weakestLinks } from "./weakest-link.ts";

type Row = readonly [holder: number, company: number, share: number];

function votesOf(n: number, rows: readonly Row[]): SummedRows {
  return summedRows(
    n,
    Int32Array.from(rows, ([holder]) => holder),
    Int32Array.from(rows, ([, company]) => company),
    Float64Array.from(rows, ([, , share]) => share),
  );
}

function controlled(n: number, rows: readonly Row[]): number[][] {
  return control(votesOf(n, rows)).controls.map((companies) => [...companies]);
}

/** All pairs with the strength of their link. */
function linked(n: number, rows: readonly Row[], above: number): number[][] {
  return weakestLinks(votesOf(n, rows), above)!.flatMap(({ companies, shares }, holder) =>
    Array.from(companies, (company, at) => [holder, company, shares[at]!]),
  );
}

test("two minority stakes of companies under control control together, though no chain is a majority", () => {
  const rows: Row[] = [
    [0, 1, 0.6],
    [0, 2, 0.55],
    [1, 3, 0.3],
    [2, 3, 0.25],
    [3, 4, 0.51],
  ];
  assert.deepEqual(controlled(5, rows), [[1, 2, 3, 4], [], [], [4], []]);
  assert.equal(linked(5, rows, 0).find(([holder, company]) => holder === 0 && company === 3)![2], 0.3);
});

test("a half is no majority, also where it is a sum that rounding lifts above a half", () => {
  assert.deepEqual(controlled(2, [[0, 1, 0.5]]), [[], []]);
  // 0.15 + 0.35 is 0.5, 0.1 + 0.7 − 0.3 is not
  assert.deepEqual(controlled(2, [[0, 1, 0.1 + 0.7 - 0.3]]), [[], []]);
});

test("companies that control each other are a closed group without an owner above", () => {
  const { controls } = control(
    votesOf(3, [
      [0, 1, 0.6],
      [1, 0, 0.6],
      [1, 2, 0.9],
    ]),
  );
  assert.deepEqual(
    controls.map((each) => [...each]),
    [[1, 2], [0, 2], []],
  );
  assert.deepEqual(mutualGroups(controls), [[0, 1]]);
  assert.deepEqual([...ultimateControllers(controls)], []);
});

test("a company's votes in itself count for nothing, and nobody at all is no trouble", () => {
  assert.deepEqual(
    controlled(2, [
      [1, 1, 0.9],
      [0, 1, 0.4],
    ]),
    [[], []],
  );
  assert.deepEqual(controlled(0, []), []);
});

const network = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc.tuple(
    fc.constant(n),
    fc.array(
      fc.tuple(
        fc.nat(n - 1),
        fc.nat(n - 1),
        fc.integer({ min: 1, max: 10 }).map((tenth) => tenth / 16),
      ),
      { maxLength: 40 },
    ),
  ),
);

test("control is what repeated counting of votes ends at, whatever the threshold, and so are the votes of a group", () => {
  fc.assert(
    fc.property(network, fc.constantFrom(0, 0.25, 0.5, 1), ([n, rows], threshold) => {
      const { controls, groupVotes } = control(votesOf(n, rows), threshold, true);
      for (let holder = 0; holder < n; holder++) {
        let group = new Set([holder]);
        const sum = (company: number): number =>
          rows.reduce(
            (all, [owner, target, share]) =>
              target === company && owner !== company && group.has(owner) ? all + share : all,
            0,
          );
        const everybody = Array.from({ length: n }, (_, company) => company);
        for (let size = 0; size !== group.size; ) {
          size = group.size;
          group = new Set([...group, ...everybody.filter((company) => sum(company) > threshold)]);
        }
        const others = everybody.filter((company) => company !== holder);
        assert.deepEqual(
          [...controls[holder]!],
          others.filter((company) => group.has(company)),
        );
        const voted = others.filter((company) => sum(company) > 0);
        assert.deepEqual([...groupVotes![holder]!.companies], voted);
        assert.deepEqual([...groupVotes![holder]!.votes], voted.map(sum));
      }
      const pairs = controls.reduce((all, { length }) => all + length, 0);
      assert.equal(control(votesOf(n, rows), threshold, false, pairs - 1), null);
      assert.ok(control(votesOf(n, rows), threshold, false, pairs) !== null);
    }),
  );
});

test("a weakest link is the best of all chains, as matrices of best and worst find it", () => {
  fc.assert(
    fc.property(network, fc.constantFrom(0, 0.2, 0.5), ([n, rows], above) => {
      const best = Array.from({ length: n }, () => new Array<number>(n).fill(0));
      for (const [holder, company, share] of rows) if (holder !== company) best[holder]![company]! += share;
      for (let by = 0; by < n; by++)
        for (let from = 0; from < n; from++)
          for (let to = 0; to < n; to++)
            best[from]![to] = Math.max(best[from]![to]!, Math.min(best[from]![by]!, best[by]![to]!));
      const want = best.flatMap((row, holder) =>
        row.flatMap((share, company) => (share > above && holder !== company ? [[holder, company, share]] : [])),
      );
      assert.deepEqual(linked(n, rows, above), want);
      assert.equal(weakestLinks(votesOf(n, rows), above, want.length - 1), null);
      assert.ok(weakestLinks(votesOf(n, rows), above, want.length) !== null);
    }),
  );
});
