import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Firmness } from "../deals/firmness.ts";
import { post } from "../deals/post.ts";
import { settle } from "../deals/settle.ts";
import { parties, plain, told } from "../deals/testimony.test-kit.ts";
import type { Testimony } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import { lineage } from "../model/party.ts";
import { type Circles, circlesOf } from "./circles.ts";
import { circularShareOf, fundedRevenue } from "./circular-share.ts";
import { type MoneyLink, moneyLinks } from "./money-links.ts";
import { readWindow } from "./window.ts";

const groups = (party: PartyId): PartyId => lineage(party, parties).at(-1)!;
const units = (party: PartyId): PartyId => party;
const window = readWindow("2026")!;

function answered(
  testimonies: readonly Testimony[],
  { firmness = "talks", shown = groups }: { firmness?: Firmness; shown?: (party: PartyId) => PartyId } = {},
): Circles & { readonly links: readonly MoneyLink[]; readonly funded: ReturnType<typeof fundedRevenue> } {
  const { deals, observations } = settle(testimonies, plain);
  const ledger = post(deals, { assumptions: [], priceOf: () => null });
  const linksAt = (least: Firmness) => moneyLinks(deals, ledger, { firmness: least, window, shown });
  const byId = new Map(testimonies.map((each) => [each.claim.id, each]));
  const links = linksAt(firmness);
  const question = { shown, maxLength: 5 };
  return {
    ...circlesOf(links, linksAt("talks"), deals, byId, question),
    links,
    funded: fundedRevenue(links, observations, shown),
  };
}

const talks = told("a", { roles: { investor: "amazon", investee: "openai" }, amount: ">=10bn", status: "talks" });
const cloud = told("b", {
  kind: "compute-contract",
  roles: { customer: "openai", provider: "aws" },
  amount: "38bn",
  status: "signed",
  period: "2025-11 for 7",
});
const bn = 1e11;

test("talks of at least 10 and a contract of 38 may be the same money from 10 to 38, not at most 10", () => {
  const { circles } = answered([talks, cloud]);
  assert.equal(circles.length, 1);
  const [circle] = circles;
  assert.deepEqual(
    circle!.links.map(({ from, to }) => `${from} ${to}`),
    ["amazon openai", "openai amazon"],
  );
  assert.deepEqual(circle!.bottleneck, { low: 10 * bn, high: 38 * bn });
  assert.equal(circle!.status, "talks");
  // Of a year 38/7 falls due; the talks have no day, so none of it must.
  assert.deepEqual(circle!.inWindow, { low: 0, high: 542_857_142_857 });
  assert.deepEqual(circle!.span, { first: "2025-11-30", last: "2032-11-15" });
  assert.deepEqual(circle!.tied, { answer: "not stated", claims: [] });
});

test("signed and firmer the circle breaks at its talks, and the contract stays", () => {
  const { circles, broken, links } = answered([talks, cloud], { firmness: "signed" });
  assert.deepEqual(circles, []);
  assert.deepEqual(
    broken.map(({ weakest }) => weakest.deals[0]!.deal.claims),
    [[talks.claim.id]],
  );
  assert.deepEqual(
    links.map(({ amount }) => amount),
    [{ low: 38 * bn, high: 38 * bn }],
  );
});

test("by unit what is paid to a unit does not come back to its group", () => {
  assert.deepEqual(answered([talks, cloud], { shown: units }).circles, []);
});

test("money comes back through others, and the narrowest link bounds it", () => {
  const { circles } = answered([
    told("a", { roles: { investor: "nvidia", investee: "openai" }, amount: "<=100bn", status: "announced" }),
    told("b", {
      kind: "compute-contract",
      roles: { customer: "openai", provider: "oracle" },
      amount: "300bn",
      status: "signed",
    }),
    told("c", {
      kind: "chip-supply",
      roles: { customer: "oracle", vendor: "nvidia" },
      amount: "40bn",
      status: "completed",
    }),
  ]);
  assert.deepEqual(
    circles.map(({ links, bottleneck }) => [links.map(({ from }) => from), bottleneck]),
    [[["nvidia", "openai", "oracle"], { low: 0, high: 40 * bn }]],
  );
});

test("an amount that is not stated bounds nothing, and is told", () => {
  const unknown = told("b", {
    kind: "compute-contract",
    roles: { customer: "openai", provider: "aws" },
    status: "signed",
  });
  const [circle] = answered([talks, unknown]).circles;
  assert.deepEqual(circle!.bottleneck, { low: 0, high: null });
  assert.deepEqual(
    circle!.unstated.map(({ to }) => to),
    ["amazon"],
  );
});

test("purchases alone, or funding alone, are no circle", () => {
  const buys = (from: string, to: string) =>
    told(`${from}${to}`, {
      kind: "chip-supply",
      roles: { customer: from, vendor: to },
      amount: "1bn",
      status: "signed",
    });
  assert.deepEqual(answered([buys("oracle", "nvidia"), buys("nvidia", "oracle")]).circles, []);
});

test("one hangs on the other where a claim says that it is required, or one sentence tells both", () => {
  const required = { ...cloud, claim: { ...cloud.claim, terms: { obligation: "required" as const } } };
  assert.equal(answered([talks, required]).circles[0]!.tied.answer, "stated");
  const together = told("a", {
    kind: "compute-contract",
    roles: { customer: "openai", provider: "aws" },
    amount: "38bn",
    status: "signed",
    quote: talks.claim.quote,
  });
  assert.equal(answered([talks, together]).circles[0]!.tied.answer, "implied");
});

test("funding that nothing comes back for, and a warrant for a buyer, are half circles", () => {
  const uses = told("c", {
    kind: "chip-adoption",
    roles: { user: "openai", vendor: "amazon" },
    chip: "trainium",
    status: "talks",
  });
  const [near] = answered([talks, uses]).near;
  assert.deepEqual(
    [near!.missing, near!.link.to, near!.bonds.map(({ kind }) => kind)],
    ["purchases", "openai", ["chip-adoption"]],
  );
  const half = answered([
    told("a", { kind: "chip-supply", roles: { customer: "openai", vendor: "amd" }, amount: "6GW", status: "signed" }),
    told("b", {
      kind: "right",
      roles: { holder: "openai", grantor: "amd" },
      amount: "160m shares",
      status: "signed",
      terms: { right: "warrant" },
    }),
  ]).near;
  assert.deepEqual(
    half.map(({ missing, link }) => [missing, link.to]),
    [["funding", "amd"]],
  );
});

test("what a supplier gets from whom it funds is a share of its revenue of a year", () => {
  const revenue = told("c", {
    kind: "metric",
    metric: "revenue",
    roles: { company: "amazon" },
    amount: "700bn",
    period: "2025",
    status: "completed",
  });
  const [funded] = answered([talks, cloud, revenue]).funded;
  assert.equal(funded!.revenue!.year, "2025");
  assert.ok(Math.abs(funded!.revenue!.share.low - 38 / 7 / 700) < 1e-9);
  const quarter = told("c", {
    kind: "metric",
    metric: "revenue",
    roles: { company: "amazon" },
    amount: "33bn",
    period: "2025-07..2025-09",
    status: "completed",
  });
  assert.equal(answered([talks, cloud, quarter]).funded[0]!.revenue, null);
});

test("the circular share of a ring of 5, 10 and 20 is 15 of 35", () => {
  const paid = (from: string, to: string, amount: string) =>
    told(`${from}${to}`, { kind: "chip-supply", roles: { customer: from, vendor: to }, amount, status: "signed" });
  const { links } = answered([paid("a", "b", "5bn"), paid("b", "c", "10bn"), paid("c", "a", "20bn")]);
  const share = circularShareOf(links);
  assert.deepEqual(
    [share.gross, share.circular, share.grossHigh, share.circularHigh],
    [35 * bn, 15 * bn, 35 * bn, 15 * bn],
  );
});

test("a circle is closed by links of both sorts, none firmer than its weakest; firmness only removes", () => {
  const party = fc.constantFrom("amazon", "aws", "openai", "nvidia", "oracle");
  const statusOf = fc.constantFrom("talks" as const, "announced" as const, "signed" as const, "completed" as const);
  const deal = fc.record({
    from: party,
    to: party,
    buys: fc.boolean(),
    amount: fc.integer({ min: 1, max: 99 }),
    status: statusOf,
  });
  fc.assert(
    fc.property(fc.array(deal, { maxLength: 9 }), (made) => {
      const testimonies = made
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, buys, amount, status }, index) =>
          buys
            ? told(`d${index}`, {
                kind: "chip-supply",
                roles: { customer: from, vendor: to },
                amount: `${amount}bn`,
                status,
              })
            : told(`d${index}`, { roles: { investor: from, investee: to }, amount: `${amount}bn`, status }),
        );
      const loose = answered(testimonies);
      const firm = answered(testimonies, { firmness: "signed" });
      const known = new Set(loose.circles.map(({ id }) => id));
      for (const circle of [...loose.circles, ...firm.circles]) {
        assert.equal(new Set(circle.links.map(({ sort }) => sort)).size, 2);
        for (const [index, link] of circle.links.entries())
          assert.equal(link.to, circle.links[(index + 1) % circle.links.length]!.from);
        assert.ok(circle.links.every(({ amount }) => amount!.low >= circle.bottleneck.low));
      }
      assert.ok(firm.circles.every(({ id }) => known.has(id)));
      assert.equal(firm.circles.length + firm.broken.length, loose.circles.length);
    }),
    { numRuns: 300 },
  );
});
