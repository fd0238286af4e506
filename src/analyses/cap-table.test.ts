import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parseRational, type Rational, ratio, sumOf, toNumber } from "../numeric/rational.ts";
import { type CapEvent, capTable, conditionalShares, fullyDiluted, type Holdings } from "./cap-table.ts";

const number = (value: number | string): Rational => parseRational(value)!;
const holdings = (shares: Readonly<Record<string, number | string>>): Holdings =>
  new Map(Object.entries(shares).map(([holder, each]) => [holder, number(each)] as const));
const found = (shares: Readonly<Record<string, number>>): CapEvent => ({ kind: "found", shares: holdings(shares) });
const round = (at: "pre" | "post", money: number, investors: Readonly<Record<string, number>>): CapEvent => ({
  kind: "round",
  valuation: { at, money: number(money) },
  investors: holdings(investors),
  pool: null,
});

function last(events: readonly CapEvent[]) {
  const { states, fault } = capTable(events);
  assert.equal(fault, null);
  const { table, figures } = states[states.length - 1]!;
  const all = toNumber(fullyDiluted(table));
  return {
    shares: Object.fromEntries([...table.shares].map(([holder, each]) => [holder, toNumber(each)])),
    options: Object.fromEntries([...table.options].map(([holder, each]) => [holder, toNumber(each)])),
    pool: toNumber(table.pool),
    all,
    conditional: toNumber(conditionalShares(table)),
    price: figures.price && toNumber(figures.price),
  };
}

test("the option pool shuffle: 8m pre-money with a pool of 20 % is 6m for the founders, at 1.00 a share", () => {
  const pool = { share: number("0.2"), inside: "pre" as const };
  const money = {
    kind: "round",
    valuation: { at: "pre", money: number(8e6) },
    investors: holdings({ A: 2e6 }),
    pool,
  } as const;
  const { states } = capTable([found({ founders: 6e6 }), money]);
  const { figures, table } = states[1]!;
  assert.deepEqual(
    [figures.price, figures.effectivePreMoney, table.pool].map((each) => toNumber(each!)),
    [1, 6e6, 2e6],
  );
});

test("10 for a company worth 100 after the money is a tenth, said from either side", () => {
  const pre = last([found({ f: 900 }), round("pre", 90, { A: 10 })]);
  assert.deepEqual(pre.shares, { f: 900, A: 100 });
  assert.deepEqual(last([found({ f: 900 }), round("post", 100, { A: 10 })]), pre);
});

test("a third is kept exactly: three rounds of a third of the price each leave 8/27", () => {
  const { states } = capTable([
    found({ f: 1 }),
    round("pre", 2, { A: 1 }),
    round("pre", 2, { A: 1 }),
    round("pre", 2, { A: 1 }),
  ]);
  assert.deepEqual(fullyDiluted(states[3]!.table), ratio(27n, 8n));
});

test("a grant and its exercise move the pool's shares and dilute nobody, a split changes no share of the whole", () => {
  const events: CapEvent[] = [
    found({ f: 80 }),
    { kind: "pool", shares: number(20) },
    { kind: "grant", holder: "e", shares: number(15) },
    { kind: "exercise", holder: "e", shares: number(5) },
    { kind: "split", factor: number(10) },
  ];
  const { shares, options, pool, all } = last(events);
  assert.deepEqual([shares, options, pool, all], [{ f: 800, e: 50 }, { e: 100 }, 50, 1000]);
});

test("SAFEs: after the money they fix the share, before it the price", () => {
  const safes = [{ holder: "S", amount: number(1), cap: number(10) }];
  assert.deepEqual(last([found({ f: 90 }), { kind: "safes", money: "post", safes }]).shares, { f: 90, S: 10 });
  assert.deepEqual(last([found({ f: 90 }), { kind: "safes", money: "pre", safes }]).shares, { f: 90, S: 9 });
});

test("a warrant weighs nothing until a milestone is met, then as an option", () => {
  const warrant: CapEvent = {
    kind: "warrant",
    holder: "W",
    milestones: holdings({ "first gigawatt": 10, "share price": 20 }),
  };
  const before = last([found({ f: 100 }), warrant]);
  assert.deepEqual([before.all, before.conditional], [100, 30]);
  const after = last([
    found({ f: 100 }),
    warrant,
    { kind: "milestone", holder: "W", name: "first gigawatt" },
    { kind: "split", factor: number(2) },
  ]);
  assert.deepEqual([after.options, after.all, after.conditional], [{ W: 20 }, 220, 40]);
});

test("what cannot be stops the table there and says why", () => {
  const fault = (...events: readonly CapEvent[]): string => {
    const { states, fault: said } = capTable(events);
    assert.equal(states.length, said!.event);
    return said!.what;
  };
  const safe = { kind: "safes", money: "post", safes: [{ holder: "S", amount: number(5), cap: number(5) }] } as const;
  assert.match(
    fault(found({ f: 1 }), { kind: "secondary", from: "f", to: "x", shares: number(2) }),
    /more shares than f holds/,
  );
  assert.match(fault(found({ f: 1 }), { kind: "grant", holder: "e", shares: number(1) }), /more than the pool/);
  assert.match(fault(found({ f: 1 }), safe), /whole company/);
  assert.match(fault(round("pre", 1, { A: 1 })), /no shares/);
  assert.match(fault(found({ f: 1 }), round("post", 1, { A: 1 })), /no value before/);
  assert.match(fault(found({ f: 1 }), { kind: "milestone", holder: "W", name: "never" }), /no warrant of W/);
});

test("shares, options and pool always sum to the whole, and the money of a round buys its share of it", () => {
  const amounts = fc.array(fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 1e9 })), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(amounts, (rounds) => {
      const events = [found({ f: 1000 }), ...rounds.map(([pre, raised]) => round("pre", pre, { A: raised }))];
      const { states } = capTable(events);
      for (const [at, { table, figures }] of states.entries()) {
        assert.deepEqual(fullyDiluted(table), sumOf(table.shares.values()));
        if (at === 0) continue;
        const [pre, raised] = rounds[at - 1]!;
        const all = fullyDiluted(table);
        const bought = figures.newShares!;
        // newShares / FD = raised / (pre + raised), exactly.
        assert.equal(
          bought.numerator * all.denominator * BigInt(pre + raised),
          all.numerator * bought.denominator * BigInt(raised),
        );
      }
    }),
  );
});
