import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { summedRows } from "../numeric/summed-rows.ts";
import { clear, type DebtNetwork, debtNetwork, noCosts } from "./clearing.ts";
import { clearingPayments } from "./clearing-payments.ts";
import { isUnique, leastClearing } from "./least-clearing.ts";

type Debts = readonly (readonly [debtor: number, creditor: number, amount: number])[];

function network(debts: Debts, assets: readonly number[], outside?: readonly number[]): DebtNetwork {
  const owed = summedRows(
    assets.length,
    Int32Array.from(debts, ([debtor]) => debtor),
    Int32Array.from(debts, ([, creditor]) => creditor),
    Float64Array.from(debts, ([, , amount]) => amount),
  );
  return debtNetwork(owed, Float64Array.from(assets), Float64Array.from(outside ?? assets.map(() => 0)));
}

function close(got: ArrayLike<number>, want: readonly number[], tolerance = 1e-9): void {
  assert.equal(got.length, want.length);
  for (const [at, each] of want.entries())
    assert.ok(Math.abs(got[at]! - each) <= tolerance, `${at}: ${got[at]} is not ${each}`);
}

/** The example of default_clearing in the R package systemicrisk, with its printed results. */
const printed = network(
  [
    [0, 1, 0.5],
    [0, 2, 0.5],
    [1, 0, 0.5],
    [1, 2, 0.5],
    [2, 0, 0.5],
    [2, 1, 0.5],
  ],
  [0.5, 0.625, 0.75],
  [1.5, 0.5, 0.5],
);

test("payments are those that the R package systemicrisk prints, without and with costs of default", () => {
  close(clear(printed).payments, [1.473214, 1.419643, 1.5], 5e-7);
  close(clear(printed, { alpha: 0.5, beta: 0.7 }).payments, [0.50202, 0.5147049, 0.5653806], 5e-7);
});

test("dominoes fall one round after the other", () => {
  const { payments, wave } = clear(
    network(
      [
        [0, 1, 10],
        [1, 2, 9],
        [2, 3, 8],
        [3, 4, 7],
      ],
      [1, 1, 1, 1, 0],
    ),
  );
  close(payments, [1, 2, 3, 4, 0]);
  assert.deepEqual([...wave], [0, 1, 2, 3, -1]);
});

test("10,000 dominoes fall in 9,999 rounds, from whichever end they are numbered", () => {
  const n = 10_000;
  for (const at of [(i: number) => i, (i: number) => n - 1 - i]) {
    const debts = Array.from({ length: n - 1 }, (_, i) => [at(i), at(i + 1), 1e6 - i] as const);
    const { wave } = clear(network(debts, new Array(n).fill(0.5)));
    assert.equal(
      wave.reduce((last, each) => Math.max(last, each), 0),
      n - 2,
    );
  }
});

test("a circle without money pays in full or not at all: both clear, and the greatest is given", () => {
  const ring = network(
    [
      [0, 1, 2],
      [1, 2, 2],
      [2, 0, 2],
    ],
    [0, 0, 0],
  );
  const { payments } = clear(ring);
  close(payments, [2, 2, 2], 0);
  const least = leastClearing(ring, payments, noCosts)!;
  close(least, [0, 0, 0], 0);
  assert.equal(isUnique(ring, payments, least), false);
});

test("one cent that comes into the circle makes its clearing unique", () => {
  const ring = network(
    [
      [0, 1, 2],
      [1, 2, 2],
      [2, 0, 2],
      [3, 0, 0.01],
    ],
    [0, 0, 0, 0.01],
  );
  const { payments } = clear(ring);
  close(payments, [2, 2, 2, 0.01], 0);
  assert.equal(isUnique(ring, payments, leastClearing(ring, payments, noCosts)!), true);
});

test("a circle of debts without cash pays nothing once the least of it leaks outside", () => {
  const n = 1000;
  const debts = Array.from({ length: n }, (_, i) => [i, (i + 1) % n, 1e9] as const);
  const outside = Array.from({ length: n }, (_, i) => (i === 0 ? 1 : 0));
  close(clear(network(debts, new Array(n).fill(0), outside)).payments, new Array(n).fill(0), 0);
});

test("with costs of default a pair can stand or fall together, although both hold cash", () => {
  // Both fall: p = 0.5 · 1 + 0.5 · p · 10 / 10.5.
  const pair = network(
    [
      [0, 1, 10],
      [1, 0, 10],
    ],
    [1, 1],
    [0.5, 0.5],
  );
  const costs = { alpha: 0.5, beta: 0.5 };
  const { payments } = clear(pair, costs);
  close(payments, [10.5, 10.5], 0);
  close(leastClearing(pair, payments, costs)!, [0.5 / (1 - 5 / 10.5), 0.5 / (1 - 5 / 10.5)]);
});

test("who has exactly what it owes pays in full, though a default would cost all", () => {
  const { wave } = clear(
    network(
      [
        [0, 1, 0.1],
        [0, 1, 0.2],
        [1, 2, 0.3],
      ],
      [0.3, 0, 0],
    ),
    { alpha: 0, beta: 0 },
  );
  assert.deepEqual([...wave], [-1, -1, -1]);
});

test("debts to oneself are dropped, and cash below zero is owed outside", () => {
  const { payments } = clear(
    network(
      [
        [0, 0, 100],
        [0, 1, 10],
      ],
      [4, 0],
    ),
  );
  close(payments, [4, 0]);
  const burning = network([[0, 1, 10]], [-5, 0]);
  close(burning.obligations, [15, 0]);
});

const amounts = fc.integer({ min: 0, max: 40 });
const networks = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.record({
    debts: fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), amounts), { maxLength: 3 * n }),
    assets: fc.array(fc.oneof(fc.constant(0), amounts), { minLength: n, maxLength: n }),
    outside: fc.array(fc.oneof(fc.constant(0), amounts), { minLength: n, maxLength: n }),
    alpha: fc.constantFrom(0, 0.3, 1),
    beta: fc.constantFrom(0, 0.4, 1),
  }),
);

test("greatest and least clear, money is neither made nor lost, and sweeps pay what rounds pay", () => {
  fc.assert(
    fc.property(networks, ({ debts, assets, outside, alpha, beta }) => {
      const given = network(debts, assets, outside);
      const { payments, exact } = clear(given, { alpha, beta });
      const least = leastClearing(given, payments, { alpha, beta });
      assert.ok(exact && least);
      for (const paid of [payments, least]) {
        const due = received(given, paid);
        for (const [company, owes] of given.obligations.entries()) {
          const has = assets[company]! + due[company]!;
          const want = has >= owes - 1e-9 ? owes : alpha * assets[company]! + beta * due[company]!;
          assert.ok(Math.abs(paid[company]! - want) < 1e-7, `${company} pays ${paid[company]}, not ${want}`);
        }
      }
      assert.ok(payments.every((paid, company) => paid >= least[company]! - 1e-9));
      close(clearingPayments(given, { alpha, beta }).payments, [...payments], 1e-8);
    }),
  );
});

test("payments of a large network are those that the rounds of default find, larger and smaller ones in turn", () => {
  for (const companies of [4000, 500, 5000]) {
    let state = companies;
    const draw = (): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    const node = (): number => Math.floor(draw() * companies);
    const debts = Array.from(
      { length: 10 * companies },
      () => [node(), node(), Math.ceil(1000 * draw() ** 4)] as const,
    );
    const each = (most: number): number[] => Array.from({ length: companies }, () => Math.floor(draw() * most));
    const given = network(debts, each(600), each(1500));
    for (const costs of [noCosts, { alpha: 0.8, beta: 0.9 }]) {
      const { payments, wave } = clear(given, costs);
      const swept = clearingPayments(given, costs);
      assert.ok(wave.some((round) => round > 0));
      assert.deepEqual(
        [...swept.inDefault],
        Array.from(wave, (round) => (round < 0 ? 0 : 1)),
      );
      close(swept.payments, [...payments], 1e-8);
    }
  }
});

test("another unit of money and another order of companies change nothing", () => {
  fc.assert(
    fc.property(networks, ({ debts, assets, outside, alpha, beta }) => {
      const { payments, wave } = clear(network(debts, assets, outside), { alpha, beta });
      const last = assets.length - 1;
      const turned = debts.map(
        ([debtor, creditor, amount]) => [last - debtor, last - creditor, amount * 1024] as const,
      );
      const scaled = (list: readonly number[]): number[] => list.map((each) => each * 1024).reverse();
      const other = clear(network(turned, scaled(assets), scaled(outside)), { alpha, beta });
      assert.deepEqual([...other.wave].reverse(), [...wave]);
      close(
        [...other.payments].reverse(),
        [...payments].map((each) => each * 1024),
        1e-6,
      );
    }),
  );
});

function received({ n, due, obligations }: DebtNetwork, payments: Float64Array): number[] {
  return Array.from({ length: n }, (_, company) => {
    let sum = 0;
    for (let place = due.offsets[company]!; place < due.offsets[company + 1]!; place++)
      sum += (due.values[place]! * payments[due.columns[place]!]!) / obligations[due.columns[place]!]!;
    return sum;
  });
}
