import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Decision } from "../model/book.ts";
import type { Deal, Testimony } from "../model/deal.ts";
import { settle, settleMore } from "./settle.ts";
import type { SettlingContext } from "./settlement.ts";
import { plain, told } from "./testimony.test-kit.ts";

const amazonOpenai = { investor: "amazon", investee: "openai" };
const contract = { customer: "openai", provider: "aws" };

function dealsOf(testimonies: readonly Testimony[], context: Partial<SettlingContext> = {}): readonly Deal[] {
  return settle(testimonies, { ...plain, ...context }).deals;
}

function amounts(deal: Deal): string[] {
  return deal.fields
    .filter(({ name }) => name.startsWith("amount "))
    .flatMap(({ readings }) => readings.map(({ text }) => text));
}

test("talks in December that are signed in February are one deal with a history", () => {
  const deals = dealsOf([
    told("december", { roles: amazonOpenai, amount: ">=10bn", status: "talks", published: "2025-12-16" }),
    told("february", { roles: amazonOpenai, amount: "50bn", status: "signed", published: "2026-02-28" }),
  ]);
  assert.equal(deals.length, 1);
  assert.equal(deals[0]!.status, "signed");
  assert.deepEqual(amounts(deals[0]!), ["$50bn"]);
  assert.deepEqual(
    deals[0]!.history.map(({ known, status }) => `${known} ${status}`),
    ["2025-12-16 talks", "2026-02-28 signed"],
  );
});

test("three bounds of one cheque in talks stand side by side, soft, and none is averaged", () => {
  const [deal, more] = dealsOf([
    told("000", { roles: amazonOpenai, amount: ">10bn", status: "talks" }),
    told("001", { roles: amazonOpenai, amount: "10bn", status: "talks" }),
    told("004", { roles: amazonOpenai, amount: ">=10bn", status: "talks", origin: "Bloomberg", tier: 3 }),
  ]);
  assert.equal(more, undefined);
  const field = deal!.fields.find(({ name }) => name === "amount USD")!;
  assert.equal(field.disagreement, "soft");
  assert.deepEqual(new Set(field.readings.map(({ text }) => text)), new Set(["> $10bn", "$10bn", "≥ $10bn"]));
  assert.equal(field.readings[0]!.text, "≥ $10bn");
  assert.equal(field.choice, "tier");
  assert.deepEqual(deal!.origins, ["Bloomberg"]);
});

test("tranches of one document are legs of the sum, and a contractual condition weighs nothing", () => {
  const deals = dealsOf([
    told("round", { roles: amazonOpenai, amount: "50bn", status: "signed" }),
    told("round", {
      roles: amazonOpenai,
      amount: "15bn",
      status: "signed",
      quote: "It pays $15 billion of that at once",
    }),
    told("round", {
      roles: amazonOpenai,
      amount: "35bn",
      status: "signed",
      conditional: true,
      terms: { condition: "contractual" },
      quote: "The remaining $35 billion will follow only if certain conditions are met",
    }),
  ]);
  assert.equal(deals.length, 1);
  const money = deals[0]!.legs.filter(({ commodity }) => commodity === "USD");
  assert.deepEqual(
    money.map(({ role, quantity, conditional }) => [role, quantity!.min, conditional]),
    [
      ["whole", 50e9, false],
      ["part", 15e9, false],
      ["part", 35e9, true],
    ],
  );
});

test("an enlargement is a step of the contract; a contract of another sum and time is another contract", () => {
  const first = told("november", {
    kind: "compute-contract",
    roles: contract,
    amount: "38bn",
    status: "signed",
    period: "2025-11-03 for 7",
    published: "2025-11-03",
  });
  const enlarged = told("february", {
    kind: "compute-contract",
    roles: contract,
    amount: "100bn",
    status: "signed",
    published: "2026-02-28",
    quote: "OpenAI enlarged its contract with AWS by $100 billion",
  });
  const another = told("february", {
    kind: "compute-contract",
    roles: contract,
    amount: "100bn",
    status: "signed",
    period: "2026-02-27",
    published: "2026-02-28",
  });
  const [one, ...none] = dealsOf([first, enlarged]);
  assert.equal(none.length, 0);
  assert.deepEqual(
    one!.legs.filter(({ commodity }) => commodity === "USD").map(({ role, quantity }) => [role, quantity!.min]),
    [
      ["whole", 38e9],
      ["step", 100e9],
    ],
  );
  assert.equal(dealsOf([first, another]).length, 2);
});

test("new talks after the money was paid are a new deal", () => {
  const deals = dealsOf([
    told("2024", {
      roles: amazonOpenai,
      amount: "4bn",
      status: "completed",
      period: "2024-03",
      published: "2024-03-28",
    }),
    told("2025", { roles: amazonOpenai, amount: ">=10bn", status: "talks", published: "2025-12-16" }),
  ]);
  assert.equal(deals.length, 2);
});

test("a total over rounds of a pair stands apart from them and is never a leg", () => {
  const roles = { investor: "microsoft", investee: "openai" };
  const deals = dealsOf([
    told("2019", { roles, amount: "1bn", period: "2019-07-22", published: "2019-07-22" }),
    told("2023", { roles, amount: "10bn", period: "2023-01-23", published: "2023-01-23" }),
    told("2025", {
      roles,
      amount: ">13bn",
      period: "2019..",
      published: "2025-12-17",
      quote: "Microsoft has invested more than $13 billion in OpenAI since 2019",
    }),
  ]);
  assert.equal(deals.length, 3);
  const total = deals.find(({ umbrella }) => umbrella)!;
  assert.deepEqual(amounts(total), ["> $13bn"]);
  assert.deepEqual(total.legs, []);
});

test("undated sums that were paid may be a total and a tranche: one deal, soft, with the question", () => {
  const roles = { investor: "amazon", investee: "anthropic" };
  const [deal, more] = dealsOf([
    told("002", { roles, amount: ">8bn", hedged: true }),
    told("004", { roles, amount: "4bn" }),
  ]);
  assert.equal(more, undefined);
  const field = deal!.fields[0]!;
  assert.equal(field.disagreement, "soft");
  assert.match(field.question!, /total/);
});

test("two exact figures of one signed contract are a hard disagreement; a figure and its rounding none", () => {
  const at = (document: string, amount: string) =>
    told(document, { kind: "compute-contract", roles: contract, amount, status: "signed" });
  assert.equal(dealsOf([at("a", "38bn"), at("b", "40bn")])[0]!.fields[0]!.disagreement, "hard");
  assert.equal(dealsOf([at("a", "38bn"), at("b", "~38bn")])[0]!.fields[0]!.disagreement, null);
});

test("a denial of what was announced is hard until something newer is asserted", () => {
  const roles = { investor: "nvidia", investee: "openai" };
  const letter = told("a", { roles, amount: "<=100bn", status: "announced", published: "2025-12-03" });
  const denial = told("b", { roles, amount: "<=100bn", status: "denied", published: "2026-02-02" });
  const newer = told("c", { roles, amount: "30bn", status: "announced", published: "2026-02-28" });
  const status = (deals: readonly Deal[]) => deals[0]!.fields.find(({ name }) => name === "status")!.disagreement;
  assert.equal(status(dealsOf([letter, denial])), "hard");
  assert.equal(status(dealsOf([letter, denial, newer])), null);
  assert.deepEqual(amounts(dealsOf([letter, denial, newer])[0]!), ["$30bn"]);
});

test("a document that says that a thing is discussed does not make it done by speaking of it later", () => {
  const [deal] = dealsOf([
    told("000", { roles: amazonOpenai, amount: ">10bn", status: "talks" }),
    told("000", { roles: amazonOpenai, amount: ">10bn", status: "completed" }),
  ]);
  assert.equal(deal!.status, "talks");
});

test("a vague mention joins the deal that is known, under the name of the parent too", () => {
  const deals = dealsOf([
    told("002", { kind: "compute-contract", roles: contract, amount: "38bn", status: "signed" }),
    told("003", { kind: "compute-contract", roles: { customer: "openai", provider: "amazon" }, status: "signed" }),
  ]);
  assert.equal(deals.length, 1);
  assert.equal(deals[0]!.documents.length, 2);
});

test("money that is partly credits is no more cash than the whole, and credits are a commodity", () => {
  const roles = { investor: "microsoft", investee: "openai" };
  const [deal] = dealsOf([told("004", { roles, amount: "~13bn", status: "signed", terms: { inKind: true } })]);
  assert.deepEqual(
    deal!.legs.slice(0, 2).map(({ commodity, quantity }) => [commodity, quantity!.min, quantity!.max]),
    [
      ["USD", null, 13e9],
      ["credits:microsoft", null, 13e9],
    ],
  );
});

test("a secondary sale brings the company no cash, and a warrant weighs nothing until it vests", () => {
  const [sale] = dealsOf([told("002", { kind: "secondary-sale", roles: { company: "openai" }, amount: "6.6bn" })]);
  assert.ok(sale!.legs.every(({ from, to }) => from !== "openai" && to !== "openai"));
  const [warrant] = dealsOf([
    told("05", {
      kind: "right",
      roles: { holder: "openai", grantor: "amd" },
      amount: "<=160m shares",
      status: "signed",
      terms: { right: "warrant" },
    }),
  ]);
  assert.deepEqual(
    warrant!.legs.map(({ from, to, commodity, conditional }) => [from, to, commodity, conditional]),
    [["amd", "openai", "equity:amd", true]],
  );
});

test("as of an earlier day only what had happened by then holds", () => {
  const signed = told("later", {
    kind: "compute-contract",
    roles: contract,
    amount: "38bn",
    status: "signed",
    period: "2025-11-03",
    published: "2025-12-17",
  });
  assert.equal(dealsOf([signed], { asOf: "2025-10-31" as never }).length, 0);
  assert.equal(dealsOf([signed], { asOf: "2025-11-30" as never }).length, 1);
});

const decision = (verb: string, subject: string, body: Record<string, unknown>): Decision =>
  ({
    id: `d-${verb}`,
    write: "w-1",
    at: "2026-01-01T00:00:00.000Z",
    by: "Ada",
    verb,
    subject,
    body,
  }) as unknown as Decision;

test("people put deals together, take them apart and merge names; without the decision all is as before", () => {
  const first = told("a", { kind: "compute-contract", roles: contract, amount: "38bn", status: "signed" });
  const second = told("b", { kind: "compute-contract", roles: contract, amount: "100bn", status: "signed" });
  const third = told("c", {
    kind: "compute-contract",
    roles: { customer: "openai", provider: "project-rainier" },
    amount: "38bn",
    status: "signed",
  });
  const all = [first, second, third];
  assert.equal(dealsOf(all).length, 3);
  assert.equal(dealsOf(all, { decisions: [decision("same", first.claim.id, { as: second.claim.id })] }).length, 2);
  assert.equal(dealsOf(all, { decisions: [decision("same", first.claim.id, { as: third.claim.id })] }).length, 2);
  assert.equal(dealsOf(all, { decisions: [decision("merge", "project-rainier", { into: "aws" })] }).length, 2);
  const alike = [first, told("d", { kind: "compute-contract", roles: contract, amount: "38bn", status: "signed" })];
  assert.equal(dealsOf(alike).length, 1);
  assert.equal(
    dealsOf(alike, { decisions: [decision("different", alike[1]!.claim.id, { as: first.claim.id })] }).length,
    2,
  );
});

test("a preferred reading is drawn first and the others stay; both draws none", () => {
  const roles = { investor: "amazon", investee: "anthropic" };
  const all = [told("002", { roles, amount: ">8bn" }), told("004", { roles, amount: "4bn" })];
  const { deals, named } = settle(all, plain);
  const drawing = (draw: string) =>
    settle(all, {
      ...plain,
      names: named,
      decisions: [decision("prefer", deals[0]!.id, { field: "amount USD", draw })],
    }).deals[0]!.fields[0]!;
  assert.equal(drawing("smallest").readings[0]!.text, "$4bn");
  assert.equal(drawing("largest").readings[0]!.text, "> $8bn");
  assert.equal(drawing(all[0]!.claim.document).readings[0]!.text, "> $8bn");
  assert.equal(drawing("both").choice, "open");
  assert.equal(drawing("smallest").readings.length, 2);
});

test("a deal keeps its id when an earlier document comes in, and a merged deal leaves a redirect", () => {
  const later = told("b", {
    kind: "compute-contract",
    roles: contract,
    amount: "38bn",
    status: "signed",
    published: "2025-11-03",
  });
  const { deals, named } = settle([later], plain);
  const earlier = told("a", {
    kind: "compute-contract",
    roles: contract,
    amount: "38bn",
    status: "announced",
    published: "2025-10-01",
  });
  assert.equal(settle([earlier, later], { ...plain, names: named }).deals[0]!.id, deals[0]!.id);
  const other = told("c", {
    kind: "compute-contract",
    roles: contract,
    amount: "100bn",
    status: "signed",
    published: "2026-01-01",
  });
  const two = settle([later, other], { ...plain, names: named });
  const names = [...named, ...two.named];
  const joined = settle([later, other], {
    ...plain,
    names,
    decisions: [decision("same", other.claim.id, { as: later.claim.id })],
  });
  assert.deepEqual([...joined.redirects], [[two.deals[1]!.id, deals[0]!.id]]);
});

const anyTestimony = fc
  .record({
    document: fc.constantFrom("a", "b", "c", "d"),
    kind: fc.constantFrom("investment" as const, "compute-contract" as const),
    party: fc.constantFrom("amazon", "aws", "microsoft"),
    amount: fc.constantFrom(undefined, "10bn", ">10bn", "38bn", "~13bn", "4bn", "6bn", "<=50bn"),
    status: fc.constantFrom(
      "talks" as const,
      "announced" as const,
      "signed" as const,
      "completed" as const,
      "ended" as const,
      "denied" as const,
    ),
    period: fc.constantFrom(undefined, "2025-10", "2024", "2019.."),
    published: fc.constantFrom("2025-01-01", "2025-06-01", "2025-12-17", "2026-02-28"),
    words: fc.constantFrom("", " since 2019", " enlarged its contract by", " another", " of that at once"),
  })
  .map(({ document, kind, party, amount, status, period, published, words }) =>
    told(`${document} ${published}`, {
      kind,
      roles: kind === "investment" ? { investor: party, investee: "openai" } : { customer: "openai", provider: party },
      ...(amount === undefined ? {} : { amount }),
      status,
      ...(period === undefined ? {} : { period }),
      published,
      quote: `${kind} ${party} ${amount} ${status} ${period}${words}`,
    }),
  );

test("the order of claims makes no difference, each claim is in one deal, and settling more is settling all", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyTestimony, { maxLength: 25, selector: ({ claim }) => claim.id }),
      fc.nat(),
      (testimonies, at) => {
        const whole = settle(testimonies, plain);
        const cut = testimonies.length === 0 ? 0 : at % testimonies.length;
        const { deals } = settleMore(settle(testimonies.slice(cut), plain), testimonies.slice(0, cut), plain);
        assert.deepEqual(deals, whole.deals);
        assert.deepEqual(settle([...testimonies].reverse(), plain).deals, whole.deals);
        const claims = whole.deals.flatMap((deal) => deal.claims);
        assert.equal(claims.length, testimonies.length);
        assert.equal(new Set(claims).size, claims.length);
        assert.deepEqual(settle(testimonies, { ...plain, names: whole.named }).deals, whole.deals);
      },
    ),
    { numRuns: 300 },
  );
});
