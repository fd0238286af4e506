import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Status } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { Interval } from "../../numeric/interval.ts";
import { none, ownersAfter, shareAfter } from "./after-money.ts";
import type { Figure, Sourced } from "./figure.ts";
import type { PartTable } from "./stakes.ts";

const sourced: Sourced = { claims: [], deals: [], taken: [] };
const range = (low: number, high: number): Figure => ({
  told: { low, high },
  bounds: { low, high },
  approximate: false,
});

/** A table of these shares, the rest with nobody named. */
function tableOf(shares: readonly Interval[]): PartTable {
  const [low, high] = [
    shares.reduce((sum, each) => sum + each.low, 0),
    shares.reduce((sum, each) => sum + each.high, 0),
  ];
  const holders = shares.map((share, index) => ({
    ...{
      party: `holder-${index}` as PartyId,
      share: range(share.low, share.high),
      text: "",
      status: "completed" as Status,
    },
    ...sourced,
  }));
  return { holders, toCome: [], unstated: [], unnamed: range(Math.max(0, 1 - high), 1 - low), named: range(low, high) };
}

const interval = (most: number): fc.Arbitrary<Interval> =>
  fc
    .tuple(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: most }))
    .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
const shares = fc
  .array(interval(30), { minLength: 1, maxLength: 3 })
  .map((all) => all.map(({ low, high }) => ({ low: low / 100, high: high / 100 })));
const inside = fc.double({ min: 0, max: 1, noNaN: true });
const at = ({ low, high }: Interval, where: number): number => low + (high - low) * where;

test("every table, sum and price inside the ranges gives shares inside the bounds, before the money and after it", () => {
  fc.assert(
    fc.property(
      shares,
      interval(50),
      interval(50),
      interval(20),
      interval(400),
      fc.array(inside, { minLength: 8, maxLength: 8 }),
      (held, one, other, left, worth, where) => {
        const table = tableOf(held);
        const value = { low: worth.low + 200, high: worth.high + 200 };
        const paid = new Map<PartyId | null, Figure>([
          ["holder-0" as PartyId, range(one.low, one.high)],
          ["new" as PartyId, range(other.low, other.high)],
        ]);
        const both = range(value.low, value.high);
        const rows = ownersAfter(table, { paid, pre: both, post: both, held: range(left.low, left.high), sourced });
        const [mine, theirs, spared, price] = [
          at(one, where[0]!),
          at(other, where[1]!),
          at(left, where[2]!),
          at(value, where[3]!),
        ];
        const exact = held.map((share, index) => at(share, where[4 + index]!));
        const rest = 1 - exact.reduce((sum, each) => sum + each, 0);
        // The new one may be among those whom nobody names.
        const already = rest * where[7]!;
        for (const [kind, preMoney] of [
          ["pre", price],
          ["post", price - mine - theirs - spared],
        ] as const)
          for (const row of rows) {
            const has = row.party === null ? rest : row.party === "new" ? already : exact[Number(row.party.slice(-1))]!;
            const pays = row.party === "holder-0" ? mine : row.party === "new" ? theirs : 0;
            const is = (has * preMoney + pays) / (preMoney + mine + theirs);
            const { low, high } = row[kind]!.bounds;
            assert.ok(low <= is + 1e-12 && is <= high + 1e-12, `${row.party} ${kind}: ${is} outside ${low}..${high}`);
          }
      },
    ),
  );
});

test("shares after the money come to at most the whole at their low ends, and to the whole where all is exact", () => {
  fc.assert(
    fc.property(shares, interval(50), interval(400), (held, money, worth) => {
      const paid = new Map<PartyId | null, Figure>([["new" as PartyId, range(money.low, money.high)]]);
      const value = range(worth.low + 100, worth.high + 100);
      const sum = (rows: ReturnType<typeof ownersAfter>, pick: "told" | "bounds"): number =>
        rows.reduce((all, { post }) => all + post![pick].low, 0);
      const loose = ownersAfter(tableOf(held), { paid, pre: null, post: value, held: none, sourced });
      assert.ok(sum(loose, "bounds") <= 1 + 1e-12);
      const exact = ownersAfter(tableOf(held.map(({ low }) => ({ low, high: low }))), {
        paid: new Map([["new" as PartyId, range(money.low, money.low)]]),
        ...{ pre: null, post: range(worth.low + 100, worth.low + 100), held: none, sourced },
      });
      assert.ok(Math.abs(sum(exact, "told") - 1) < 1e-12);
    }),
  );
});

test("open ends are limits", () => {
  const open = Number.POSITIVE_INFINITY;
  assert.equal(shareAfter(0.27, open, 10, 0), 0.27);
  assert.equal(shareAfter(0.27, 500, open, 0), 1);
  assert.equal(shareAfter(0.27, 500, 0, open), 0);
  assert.equal(shareAfter(0.27, 0, 10, 30), 0.25);
  assert.equal(shareAfter(0.27, 0, 0, 0), 0.27);
});
