/** Cash methods under strange input, against identities from their sources and against counting by hand in fractions. */

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { dayNumber, dayNumberAfter, dayOfNumber, monthsAfter, type PartialDay } from "../model/day.ts";
import { exactly, type Interval } from "../numeric/interval.ts";
import {
  compared,
  minus,
  one,
  over,
  parseRational,
  plus,
  type Rational,
  ratio,
  sumOf,
  times,
  toNumber,
  zero,
} from "../numeric/rational.ts";
import { type CapEvent, type CapTable, capTable, emptyTable, fullyDiluted } from "./cap-table.ts";
import { ladder, liquidity } from "./ladder.ts";
import { listingReturns } from "./listing-returns.ts";
import { multiplesOf, presentValue, ratesOfReturn } from "./rates-of-return.ts";
import { runway } from "./runway.ts";
import { sourcesAndUses } from "./sources-and-uses.ts";

type Row = readonly [day: number, amount: number];

const exact = (value: number): Rational => parseRational(value)!;
const sum = (values: readonly number[]): number => toNumber(sumOf(values.map(exact)));

/** Cents, whole millions, next to nothing, more than 2^53, and nothing. */
const money = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }).map((cents) => cents / 100),
  fc.integer({ min: -9, max: 9 }).map((each) => each * 1e6),
  fc.constantFrom(0, -0, 1e-9, -1e-9, 2 ** 53, -(2 ** 53), 2 ** 60, -1e18, 0.1, 0.2, -0.3),
);
/** Few days, so that some are the same, in any order. */
const rows = fc.array(fc.tuple(fc.integer({ min: 19_990, max: 20_400 }), money), { maxLength: 12 });
const daysOf = (flows: readonly Row[]): Int32Array => Int32Array.from(flows, ([day]) => day);
const amountsOf = (flows: readonly Row[]): Float64Array => Float64Array.from(flows, ([, amount]) => amount);
const returnsOf = (flows: readonly Row[]) => ratesOfReturn(daysOf(flows), amountsOf(flows));

test("at every rate of return payments are worth nothing, and each change of sign of their worth has a rate", () => {
  const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: -1000, max: 1000 })), {
    maxLength: 10,
  });
  fc.assert(
    fc.property(some, (flows) => {
      const { status, rates } = returnsOf(flows);
      assert.equal(status === "unique" || status === "multiple", rates.length > 0);
      const worth = (u: number): { value: number; size: number } => {
        const first = Math.min(...flows.map(([day]) => day));
        const terms = flows.map(([day, amount]) => amount * Math.exp((-u * (day - first)) / 365));
        return {
          value: terms.reduce((all, term) => all + term, 0),
          size: terms.reduce((all, term) => all + Math.abs(term), 0),
        };
      };
      // A rate next to −1 has no digits left to look the worth up with.
      for (const rate of rates.filter((each) => each > -0.99 && each < 1e6)) {
        const { value, size } = worth(Math.log1p(rate));
        assert.ok(Math.abs(value) <= 1e-9 * size, `${rate}`);
        assert.ok(Math.abs(presentValue(daysOf(flows), amountsOf(flows), rate) - value) <= 1e-9 * size);
      }
      let last = 0;
      let from = -6;
      for (let u = -6; flows.length > 0 && u <= 6; u += 0.05) {
        const { value, size } = worth(u);
        if (Math.abs(value) <= 1e-12 * size) continue;
        const sign = Math.sign(value);
        if (last !== 0 && sign !== last)
          assert.ok(rates.some((rate) => Math.log1p(rate) >= from - 1e-9 && Math.log1p(rate) <= u + 1e-9));
        [last, from] = [sign, u];
      }
    }),
    { numRuns: 300 },
  );
});

test("rates do not depend on the order of payments, on the day they are counted from, or on payments being split", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: -5000, max: 5000 }), (flows, shift) => {
      const { rates, status, signChanges } = returnsOf(flows);
      const halves = flows.flatMap(([day, amount]): Row[] => [
        [day + shift, amount / 2],
        [day + shift, amount / 2],
      ]);
      const other = returnsOf(halves.reverse());
      assert.deepEqual([other.status, other.signChanges], [status, signChanges]);
      for (const [at, rate] of rates.entries())
        assert.ok(rate === other.rates[at] || Math.abs(rate - other.rates[at]!) <= 1e-7 * (1 + Math.abs(rate)));
    }),
  );
});

test("a running sum that changes its sign once and ends elsewhere has one positive rate, as Norstrom proves", () => {
  const flat = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: -5, max: 5 })), { maxLength: 8 });
  fc.assert(
    fc.property(flat, (years) => {
      const flows = years.map(([year, tenths]): Row => [365 * year, tenths / 10]);
      const { rates, onePositiveByRunningSum } = returnsOf(flows);
      if (onePositiveByRunningSum) assert.equal(rates.filter((rate) => rate > 0).length, 1);
    }),
    { numRuns: 500 },
  );
  // −1 + 2 v − v² touches zero at v = 1 alone: the running sum ends at zero.
  const even = returnsOf([
    [0, -1],
    [365, 2],
    [730, -1],
  ]);
  assert.deepEqual([even.onePositiveByRunningSum, even.rates.map((rate) => rate.toFixed(6))], [false, ["0.000000"]]);
  // Three tenths, written as decimals, sum to nothing: no sign changes behind the point.
  const dimes = returnsOf([
    [0, -0.3],
    [365, 0.1],
    [730, 0.2],
  ]);
  assert.equal(dimes.onePositiveByRunningSum, false);
});

test("a rate beyond all doubles is infinite, and what it made of the time itself is told", () => {
  const { rates, periodReturns } = returnsOf([
    [0, -1],
    [1, 1e90],
  ]);
  assert.equal(rates[0], Number.POSITIVE_INFINITY);
  assert.ok(Math.abs(periodReturns[0]! / 1e90 - 1) < 1e-9);
});

test("multiples are the sums of what went in and came out, to the last cent", () => {
  fc.assert(
    fc.property(rows, (flows) => {
      const amounts = flows.map(([, amount]) => amount);
      const { paidIn, distributed, dpi } = multiplesOf(Float64Array.from(amounts), 0);
      assert.ok(paidIn === sum(amounts.filter((amount) => amount < 0).map((amount) => -amount)));
      assert.ok(distributed === sum(amounts.filter((amount) => amount > 0)));
      assert.equal(dpi, paidIn > 0 ? distributed / paidIn : null);
    }),
  );
});

test("bands and balances are what counting day after day in fractions finds, on the last day of a calendar too", () => {
  const asOfDays = fc.oneof(
    fc.integer({ min: 19_990, max: 20_400 }),
    fc
      .constantFrom("2024-02-29", "2023-08-31", "9999-12-31", "1000-01-01")
      .map((text) => dayNumber(text as PartialDay)),
  );
  const offsets = fc.array(fc.tuple(fc.integer({ min: -400, max: 2400 }), money), { maxLength: 12 });
  fc.assert(
    fc.property(asOfDays, offsets, money, (start, steps, cash) => {
      const asOf = dayOfNumber(start);
      const flows = steps.map(([step, amount]): Row => [start + step, amount]);
      const bands = ladder(asOf, daysOf(flows), amountsOf(flows), cash);
      let from = Number.NEGATIVE_INFINITY;
      for (const [index, months] of [0, 3, 6, 12, 24, 36, 60, 1e9].entries()) {
        const to = months === 1e9 ? Number.POSITIVE_INFINITY : dayNumberAfter(asOf, months);
        const due = flows.filter(([day]) => day > from && day <= to).map(([, amount]) => amount);
        const until = flows.filter(([day]) => day <= to).map(([, amount]) => amount);
        const { payable, receivable, net, cashAfter, fundingGap } = bands[index]!;
        assert.ok(payable === sum(due.filter((amount) => amount < 0).map((amount) => -amount)));
        assert.ok(receivable === sum(due.filter((amount) => amount > 0)));
        assert.ok(Math.abs(net - sum(due)) <= 1e-15 * (payable + receivable));
        const sizes = until.reduce((all, amount) => all + Math.abs(amount), Math.abs(cash));
        assert.ok(Math.abs(cashAfter - sum([cash, ...until])) <= 1e-15 * sizes);
        assert.ok(fundingGap === Math.max(0, -cashAfter));
        from = to;
      }
      const path = liquidity(asOf, daysOf(flows), amountsOf(flows), cash);
      let lowest = cash;
      let shortfall = cash < 0 ? start : null;
      for (const day of [...new Set(flows.map(([each]) => each))]
        .filter((each) => each > start)
        .sort((a, b) => a - b)) {
        const balance = sum([
          cash,
          ...flows.filter(([when]) => when > start && when <= day).map(([, amount]) => amount),
        ]);
        lowest = Math.min(lowest, balance);
        if (balance < 0) shortfall ??= day;
      }
      assert.ok(path.lowest === lowest);
      assert.equal(path.firstShortfall, shortfall);
    }),
  );
});

test("cash of three dimes pays one and two, and is not short", () => {
  const days = Int32Array.of(20_001, 20_002);
  assert.equal(liquidity(dayOfNumber(20_000), days, Float64Array.of(-0.1, -0.2), 0.3).firstShortfall, null);
  const paid = { days, low: Float64Array.of(-0.1, -0.2), high: Float64Array.of(-0.1, -0.2) };
  assert.deepEqual(runway(dayOfNumber(20_000), exactly(0.3), exactly(0), paid), [null, null]);
});

test("months that lead beyond the year 9999 are counted on", () => {
  for (const [day, months] of [
    ["2024-01-31", 1],
    ["2023-11-30", 3],
    ["2024-03-31", -1],
  ] as const)
    assert.equal(dayNumberAfter(day as PartialDay, months), dayNumber(monthsAfter(day as PartialDay, months)));
  assert.equal(dayNumberAfter("9999-12-31" as PartialDay, 2), Date.UTC(10_000, 1, 29) / 86_400_000);
});

test("a runway ends on the day that counting day after day in fractions finds", () => {
  const payments = fc.array(fc.tuple(fc.integer({ min: -5, max: 400 }), fc.integer({ min: -40, max: 40 })), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(
      fc.constantFrom("2024-01-31", "2025-02-28", "2024-02-29", "2025-06-15"),
      fc.integer({ min: 0, max: 120 }),
      fc.integer({ min: -3, max: 12 }),
      payments,
      (text, tenths, burnTenths, steps) => {
        const asOf = text as PartialDay;
        const start = dayNumber(asOf);
        const flows = steps.map(([step, amount]): Row => [start + step, amount / 10]);
        const [found] = runway(asOf, exactly(tenths / 10), exactly(burnTenths / 10), {
          days: daysOf(flows),
          low: amountsOf(flows),
          high: amountsOf(flows),
        });
        let gone: number | null = null;
        for (let month = 0; month < 24 && gone === null; month++) {
          const [from, to] = [dayNumberAfter(asOf, month), dayNumberAfter(asOf, month + 1)];
          for (let day = from; day < to && gone === null; day++) {
            const paid = flows.filter(([when]) => when > start && when <= day).map(([, amount]) => exact(amount));
            const held = plus(exact(tenths / 10), sumOf(paid));
            const burnt = (until: number): Rational =>
              times(exact(burnTenths / 10), plus(exact(month), ratio(BigInt(until - from), BigInt(to - from))));
            if (compared(held, burnt(day)) < 0 || compared(held, burnt(day + 1)) < 0) gone = day;
          }
        }
        if (gone !== null) assert.equal(found?.day, dayOfNumber(gone));
        else assert.ok(found === null || found.months >= 24);
      },
    ),
    { numRuns: 300 },
  );
});

test("both sides of a plan are summed to the cent, and a gap is never also a surplus", () => {
  const range = fc.tuple(money, money).map(([a, b]): Interval => {
    const ends = [Math.abs(a), Math.abs(b)].sort((x, y) => x - y);
    return { low: ends[0]!, high: ends[1]! };
  });
  fc.assert(
    fc.property(fc.array(range, { maxLength: 6 }), fc.array(range, { maxLength: 6 }), (sources, uses) => {
      const plan = sourcesAndUses(sources, uses);
      for (const end of ["low", "high"] as const) {
        assert.ok(plan.sources[end] === sum(sources.map((each) => each[end])));
        assert.ok(plan.uses[end] === sum(uses.map((each) => each[end])));
      }
      assert.ok(plan.fundingGap.low === 0 || plan.surplus.low === 0);
      assert.ok(plan.fundingGap.low <= plan.fundingGap.high && plan.surplus.low <= plan.surplus.high);
      assert.equal(plan.balanced === "no", plan.fundingGap.low > 0 || plan.surplus.low > 0);
    }),
  );
  assert.equal(sourcesAndUses([exactly(0.1), exactly(0.2)], [exactly(0.3)]).balanced, "yes");
});

test("a listing at the break-even value gives back what was paid, rates compound to multiples, and open ends give no NaN", () => {
  const amount = fc.oneof(
    fc.double({ min: 1e-6, max: 1e15, noNaN: true }),
    fc.constantFrom(1e-100, 1e100, 1, Number.POSITIVE_INFINITY),
  );
  const range = fc.tuple(amount, amount).map(([a, b]): Interval => ({ low: Math.min(a, b), high: Math.max(a, b) }));
  const share = fc.double({ min: 0, max: 0.999, noNaN: true }).map(exactly);
  fc.assert(
    fc.property(range, range, share, share, fc.integer({ min: 1, max: 40_000 }), (entry, listing, lost, cost, span) => {
      const terms = { dilution: lost, costs: cost, days: exactly(span) };
      const { multiple, yearlyRate, breakEvenValue } = listingReturns({
        entryValue: entry,
        listingValue: listing,
        ...terms,
      });
      for (const { low, high } of [multiple, yearlyRate, breakEvenValue]) assert.ok(low <= high);
      if (Number.isFinite(yearlyRate.high) && yearlyRate.high > -0.99) {
        const compounded = (1 + yearlyRate.high) ** (span / 365);
        assert.ok(Math.abs(compounded / multiple.high - 1) < 1e-9 * (1 + span / 365));
      }
      if (!Number.isFinite(entry.low)) return;
      const even = listingReturns({
        entryValue: exactly(entry.low),
        listingValue: exactly(breakEvenValue.low),
        ...terms,
      });
      assert.ok(Math.abs(even.multiple.low - 1) < 1e-12);
    }),
  );
});

test("after any events all shares of the whole sum to one, a round dilutes by pre over post, and its price times all shares is the value after the money", () => {
  const holder = fc.constantFrom("a", "b", "c");
  const shares = fc.integer({ min: 0, max: 40 }).map((each) => ratio(BigInt(each), 3n));
  const positive = fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constantFrom(1e-9, 2 ** 60, 0.1)).map(exact);
  const holdings = fc.tuple(holder, shares).map((entry) => new Map([entry]));
  const event: fc.Arbitrary<CapEvent> = fc.oneof(
    fc.record({ kind: fc.constant("found" as const), shares: holdings }),
    fc.record({ kind: fc.constant("pool" as const), shares }),
    fc.record({
      kind: fc.constant("round" as const),
      valuation: fc.record({ at: fc.constantFrom("pre" as const, "post" as const), money: positive }),
      investors: holdings,
      pool: fc.option(
        fc.record({
          share: fc.integer({ min: 0, max: 10 }).map((tenth) => ratio(BigInt(tenth), 10n)),
          inside: fc.constantFrom("pre" as const, "post" as const),
        }),
      ),
    }),
    fc.record({ kind: fc.constant("secondary" as const), from: holder, to: holder, shares }),
    fc.record({ kind: fc.constant("grant" as const), holder, shares }),
    fc.record({ kind: fc.constant("exercise" as const), holder, shares }),
    fc.record({ kind: fc.constant("split" as const), factor: positive }),
    fc.record({
      kind: fc.constant("safes" as const),
      money: fc.constantFrom("pre" as const, "post" as const),
      safes: fc.array(fc.record({ holder, amount: shares, cap: positive }), { maxLength: 2 }),
    }),
  );
  const equal = (one: Rational, other: Rational): void => assert.equal(compared(one, other), 0);
  const heldOf = (table: CapTable, name: string): Rational =>
    plus(table.shares.get(name) ?? zero, table.options.get(name) ?? zero);
  fc.assert(
    fc.property(fc.array(event, { maxLength: 8 }), (events) => {
      const { states, fault } = capTable(events);
      assert.equal(states.length, fault ? fault.event : events.length);
      let before: CapTable = emptyTable;
      for (const [index, { table, figures }] of states.entries()) {
        const all = fullyDiluted(table);
        const own = events[index]!;
        equal(plus(sumOf(["a", "b", "c"].map((name) => heldOf(table, name))), table.pool), all);
        for (const each of [...table.shares.values(), ...table.options.values(), table.pool])
          assert.ok(compared(each, zero) >= 0);
        if (own.kind === "secondary" || own.kind === "grant" || own.kind === "exercise")
          equal(all, fullyDiluted(before));
        if (own.kind === "round") {
          const { price, preMoney, postMoney, poolIncrease = zero } = figures;
          equal(minus(postMoney!, preMoney!), sumOf(own.investors.values()));
          if (own.pool?.inside !== "post") equal(times(price!, all), postMoney!);
          if (compared(poolIncrease, zero) > 0) equal(over(table.pool, all), own.pool!.share);
          else
            for (const name of ["a", "b", "c"].filter((each) => !own.investors.has(each)))
              equal(
                over(heldOf(table, name), all),
                times(over(heldOf(before, name), fullyDiluted(before)), over(preMoney!, postMoney!)),
              );
        }
        before = table;
      }
    }),
    { numRuns: 300 },
  );
  const takesAll = capTable([
    { kind: "found", shares: new Map([["a", one]]) },
    {
      kind: "round",
      valuation: { at: "pre", money: one },
      investors: new Map(),
      pool: { share: one, inside: "post" },
    },
  ]);
  assert.equal(takesAll.fault?.event, 1);
});
