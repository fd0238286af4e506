import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { PartyId } from "../model/id.ts";
import { type Party, partyOf } from "../model/party.ts";
import type { Ends } from "../model/smallest-unit.ts";
import { assumed, bookOf, exactly, ofOpenAI, type Told } from "./company.test-kit.ts";
import { relationsOf } from "./counterparties.ts";
import { exposureOf, shownFor } from "./exposure.ts";
import { cleared, type Debt, distressed, stopsPaying } from "./stops-paying.ts";

const id = (name: string): PartyId => name as PartyId;
const close = (got: number, want: number): void => assert.ok(Math.abs(got - want) < 1e-9, `${got} is not ${want}`);

const three: readonly Told[] = [
  { from: "openai", to: "oracle", ends: exactly(300), day: "2028-01-31" },
  { from: "openai", to: "aws", ends: exactly(60) },
  { from: "openai", to: "coreweave", ends: { low: 20, high: 40 } },
  { from: "openai", to: "amd", kind: "chip-supply" },
  { from: "microsoft", to: "openai", kind: "stake", status: "completed" },
  { from: "microsoft", to: "openai", kind: "investment", ends: exactly(13), day: null, status: "completed" },
  { from: "openai", to: "azure", ends: exactly(250), day: null, status: "announced" },
];

test("suppliers stand with what is due in the window and in all, and with the share that each may have", () => {
  const { deals, ledger } = bookOf(three);
  const { suppliers, funders, customers } = relationsOf(deals, ledger, ofOpenAI);
  assert.deepEqual(
    suppliers.map(({ party, layer, inWindow, inAll }) => [party, layer, inWindow, inAll]),
    [
      ["oracle", "compute", exactly(0), exactly(300)],
      ["aws", "compute", exactly(60), exactly(60)],
      ["coreweave", "compute", { low: 20, high: 40 }, { low: 20, high: 40 }],
      ["amd", "chips", null, null],
    ],
  );
  const [oracle, aws, coreweave, amd] = suppliers;
  assert.deepEqual(oracle!.windowShare, { low: 0, high: 0 });
  assert.deepEqual(aws!.windowShare, { low: 60 / 100, high: 60 / 80 });
  assert.deepEqual(coreweave!.windowShare, { low: 20 / 80, high: 40 / 100 });
  assert.deepEqual(oracle!.allShare, { low: 300 / 400, high: 300 / 380 });
  assert.deepEqual([amd!.windowShare, amd!.unstated.length], [null, 1]);
  assert.deepEqual(
    funders.map(({ party, inAll }) => [party, inAll]),
    [["microsoft", exactly(13)]],
  );
  assert.deepEqual(customers, []);
});

test("what has no day may fall into the window, from nothing to all of it", () => {
  const { deals, ledger } = bookOf(three);
  const { suppliers } = relationsOf(deals, ledger, { ...ofOpenAI, firmness: "announced" });
  const azure = suppliers.find(({ party }) => party === "azure")!;
  assert.deepEqual([azure.inWindow, azure.inAll, azure.status], [{ low: 0, high: 250 }, exactly(250), "announced"]);
});

test("what was paid before, or on a day that no source tells, is not due", () => {
  const { deals, ledger } = bookOf([
    { from: "openai", to: "aws", ends: exactly(60), day: "2025-06-30" },
    { from: "openai", to: "oracle", ends: exactly(7), day: null, status: "completed" },
  ]);
  const { suppliers } = relationsOf(deals, ledger, ofOpenAI);
  assert.deepEqual(
    suppliers.map(({ inAll }) => inAll),
    [exactly(0), exactly(0)],
  );
  assert.deepEqual(
    suppliers.map(({ allShare }) => allShare),
    [null, null],
  );
});

test("concentration is told by layer, for all of it and by the year in which it falls due", () => {
  const { deals, ledger } = bookOf(three);
  const cells = relationsOf(deals, ledger, ofOpenAI).concentration.filter(({ relation }) => relation === "supplier");
  assert.deepEqual(
    cells.map(({ layer, year, stated, total, largest }) => [layer, year, stated, total, largest.party]),
    [
      ["compute", null, 3, { low: 380, high: 400 }, "oracle"],
      ["compute", 2026, 2, { low: 80, high: 100 }, "aws"],
      ["compute", 2028, 1, exactly(300), "oracle"],
    ],
  );
  // 60 beside 20 is 40/64, 60 beside 40 is 52/100.
  close(cells[1]!.hhi.low, 0.52);
  close(cells[1]!.hhi.high, 0.625);
});

const parties: ReadonlyMap<PartyId, Party> = new Map(
  [
    partyOf("amazon", "Amazon", "cloud"),
    partyOf("aws", "AWS", "cloud", { parent: id("amazon") }),
    partyOf("openai", "OpenAI", "lab"),
  ].map((party) => [party.id, party]),
);

test("by group a company has its units with it, and others are the groups that they belong to", () => {
  const ofOther = shownFor(id("openai"), "group", parties);
  assert.deepEqual([id("aws"), id("openai"), id("unheard")].map(ofOther), ["amazon", "openai", "unheard"]);
  assert.equal(shownFor(id("amazon"), "group", parties)(id("aws")), "amazon");
  assert.equal(shownFor(id("aws"), "group", parties)(id("aws")), "aws");
  assert.equal(shownFor(id("openai"), "unit", parties)(id("aws")), "aws");
});

test("a customer's share of the revenue is told where the revenue of a year is, and else nothing is", () => {
  const { deals, ledger } = bookOf([{ from: "openai", to: "coreweave", ends: { low: 2e11, high: 3e11 } }]);
  const question = { ...ofOpenAI, company: id("coreweave") };
  const book = { deals, observations: [], ledger, parties };
  const without = exposureOf({ ...book, assumptions: [] }, question);
  assert.deepEqual([without.revenue, without.revenueShares], [null, []]);
  const told = exposureOf({ ...book, assumptions: assumed({ "coreweave.revenue": "5..10bn" }) }, question);
  assert.deepEqual(
    told.revenueShares.map(({ share }) => share),
    [{ low: 2 / 10, high: 3 / 5 }],
  );
  const quarter = { ...question, window: { ...question.window, until: "2026-03-31" as typeof question.asOf } };
  assert.deepEqual(
    exposureOf({ ...book, assumptions: assumed({ "coreweave.revenue": "5..10bn" }) }, quarter).revenueShares,
    [],
  );
});

test("the first round tells everybody who is owed something or holds shares, whether or not an amount is stated", () => {
  const { deals, ledger } = bookOf(three);
  const { first, reached } = stopsPaying(deals, ledger, [], ofOpenAI);
  assert.deepEqual(
    first.map(({ party, inWindow, inAll, unstated, stakes }) => [
      party,
      inWindow,
      inAll,
      unstated.length,
      stakes.length,
    ]),
    [
      ["oracle", exactly(0), exactly(300), 0, 0],
      ["aws", exactly(60), exactly(60), 0, 0],
      ["coreweave", { low: 20, high: 40 }, { low: 20, high: 40 }, 0, 0],
      ["amd", null, null, 1, 0],
      ["microsoft", null, null, 0, 1],
    ],
  );
  assert.deepEqual(reached, ["aws", "coreweave"]);
});

test("later rounds are refused with all that they lack, never worked out from a default", () => {
  const { deals, ledger } = bookOf(three);
  const { clearing, debtRank } = stopsPaying(
    deals,
    ledger,
    assumed({ "aws.cash": "5bn", "aws.equity": "5bn" }),
    ofOpenAI,
  );
  assert.deepEqual(clearing, {
    needs: [
      { party: "aws", name: "debt" },
      { party: "coreweave", name: "cash" },
      { party: "coreweave", name: "debt" },
    ],
  });
  assert.deepEqual(debtRank, { needs: [{ party: "coreweave", name: "equity" }] });
});

const debt = (from: string, to: string, amount: Ends): Debt => ({ from: id(from), to: id(to), amount });
const chain = [debt("openai", "cloud", exactly(60)), debt("cloud", "maker", exactly(50))];
const both = [id("cloud"), id("maker")];
const figures = (cloud: Ends, maker: Ends): ReadonlyMap<PartyId, Ends> =>
  new Map([
    [both[0]!, cloud],
    [both[1]!, maker],
  ]);

test("clearing along a chain, worked out by hand", () => {
  // The cloud has 20 and owes 50 to the maker and 30 to banks: 80. With the 60 it pays all; without it a quarter, so that the maker lacks 37.5 of 50.
  const [cloud, maker] = cleared(
    id("openai"),
    both,
    chain,
    figures(exactly(20), exactly(10)),
    figures(exactly(30), exactly(40)),
  );
  assert.deepEqual(
    [cloud!.owes, cloud!.before, cloud!.after],
    [exactly(80), { low: 1, high: 1 }, { low: 0.25, high: 0.25 }],
  );
  // The maker then has 10 + 12.5 for the 40 that it owes.
  close(maker!.after.low, 22.5 / 40);
  close(maker!.after.high, 22.5 / 40);
  assert.deepEqual(maker!.furtherLoss, { low: 37, high: 38 });
  assert.deepEqual(cloud!.furtherLoss, exactly(0));
});

test("DebtRank along a chain, worked out by hand", () => {
  // The cloud's claim of 60 is 60% of its equity of 100; the maker loses 60% of 50, that is 30 of 40.
  const [cloud, maker] = distressed(id("openai"), both, chain, figures(exactly(100), exactly(40)));
  close(cloud!.lost.low, 0.6);
  close(cloud!.lost.high, 0.6);
  close(maker!.lost.low, 0.75);
  close(maker!.lost.high, 0.75);
});

test("an amount without an upper end may leave its debtor with nothing to give", () => {
  const open = [chain[0]!, debt("cloud", "maker", { low: 50, high: null })];
  const [cloud, maker] = cleared(
    id("openai"),
    both,
    open,
    figures(exactly(20), exactly(10)),
    figures(exactly(30), exactly(40)),
  );
  assert.deepEqual(cloud!.owes, { low: 80, high: null });
  close(cloud!.after.low, 0);
  close(cloud!.after.high, 0.25);
  assert.equal(maker!.furtherLoss.high, null);
});

const names = ["openai", "a", "b", "c", "d"];
const wide = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 }))
  .map(([low, width]): Ends => ({ low, high: low + width }));
const network = fc.array(fc.record({ from: fc.constantFrom(...names), to: fc.constantFrom(...names), amount: wide }), {
  maxLength: 12,
});
const five = fc.array(wide, { minLength: 5, maxLength: 5 });
const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 32, maxLength: 32 });

/** A point inside the ends. */
const inside = ({ low, high }: Ends, at: number): Ends => exactly(low + (high! - low) * at);

test("whatever the amounts are inside their ends, payments and losses lie inside theirs", () => {
  fc.assert(
    fc.property(network, five, five, places, (told, cash, debts, at) => {
      const reached = names.slice(1).map(id);
      const links = [
        ...Map.groupBy(
          told.filter(({ from, to }) => from !== to),
          ({ from, to }) => `${from} ${to}`,
        ).values(),
      ].map(([first]) => debt(first!.from, first!.to, first!.amount));
      const of = (ends: readonly Ends[], points: readonly number[] | null): ReadonlyMap<PartyId, Ends> =>
        new Map(reached.map((party, index) => [party, points ? inside(ends[index]!, points[index]!) : ends[index]!]));
      const chosen = links.map(({ from, to, amount }, index) => debt(from, to, inside(amount, at[index]!)));
      const bounds = cleared(id("openai"), reached, links, of(cash, null), of(debts, null));
      const point = cleared(id("openai"), reached, chosen, of(cash, at.slice(12)), of(debts, at.slice(17)));
      for (const [index, { before, after, furtherLoss }] of bounds.entries()) {
        for (const [range, exact] of [
          [before, point[index]!.before],
          [after, point[index]!.after],
        ] as const)
          assert.ok(range.low <= exact.low + 1e-9 && exact.high <= range.high + 1e-9);
        assert.ok(
          furtherLoss.low <= point[index]!.furtherLoss.high! && point[index]!.furtherLoss.low <= furtherLoss.high!,
        );
        assert.ok(after.high <= before.high + 1e-9 && after.low <= before.low + 1e-9);
      }
      const equity = cash.map(({ low, high }) => ({ low: low + 1, high: high! + 1 }));
      const losses = distressed(id("openai"), reached, links, of(equity, null));
      const lost = distressed(id("openai"), reached, chosen, of(equity, at.slice(22)));
      for (const [index, { lost: range }] of losses.entries())
        assert.ok(range.low <= lost[index]!.lost.low + 1e-9 && lost[index]!.lost.high <= range.high + 1e-9);
    }),
  );
});

test("the order of deals does not matter", () => {
  const deal = fc.record({
    from: fc.constantFrom(...names),
    to: fc.constantFrom(...names),
    ends: wide,
    kind: fc.constantFrom<NonNullable<Told["kind"]>>("compute-contract", "chip-supply", "investment", "stake"),
    day: fc.constantFrom("2025-06-30", "2026-06-30", "2028-01-31", null),
  });
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 12 }), (told) => {
      const { deals, ledger } = bookOf(told);
      const answer = (one: typeof deals, other: typeof ledger) => {
        const { relations, stops } = exposureOf(
          { deals: one, observations: [], ledger: other, parties: new Map(), assumptions: [] },
          ofOpenAI,
        );
        const { suppliers, customers, funders, concentration } = relations;
        return {
          rows: [...suppliers, ...customers, ...funders].map(({ party, layer, inWindow, inAll, status }) => [
            ...[party, layer, inWindow, inAll, status],
          ]),
          concentration: concentration.map(({ year, total, stated }) => [year, total, stated]).sort(),
          first: stops.first.map(({ party, inWindow, inAll }) => [party, inWindow, inAll]),
          reached: stops.reached,
        };
      };
      const turned = { ...ledger, postings: ledger.postings.toReversed(), memos: ledger.memos.toReversed() };
      assert.deepEqual(answer(deals.toReversed(), turned), answer(deals, ledger));
    }),
  );
});
