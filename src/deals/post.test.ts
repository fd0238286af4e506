import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Assumption, assumptionOf } from "../model/assumption.ts";
import { dayOfNumber } from "../model/day.ts";
import type { Deal, Testimony } from "../model/deal.ts";
import type { Ledger, Posting } from "../model/ledger.ts";
import { flowsOf, movedBetween, placed, undated } from "./placed.ts";
import { type PostingContext, post } from "./post.ts";
import { roundedHalfToEven } from "./schedules.ts";
import { settle } from "./settle.ts";
import { plain, told } from "./testimony.test-kit.ts";

const nothing: PostingContext = { assumptions: [], priceOf: () => null };

function dealsOf(...testimonies: readonly Testimony[]): readonly Deal[] {
  return settle(testimonies, plain).deals;
}

function assumed(of: string, is: string): Assumption {
  const place = { file: "assumptions.yaml", line: 1 };
  return assumptionOf({ of, is, on: null, by: "ada", at: null, because: null, place });
}

/** `2025-11: 100..250` for each flow, in whole units. */
function written(posting: Posting): string[] {
  return flowsOf(posting).map(({ day, low, high }) => `${dayOfNumber(day)} ${low}..${high ?? ""}`);
}

const cloud = told("a", {
  kind: "compute-contract",
  roles: { customer: "openai", provider: "aws" },
  amount: "38bn",
  status: "signed",
  period: "2025-11 for 7",
});

test("seven years from the middle of November are 84 months: a full year carries twelve of them", () => {
  const { postings, memos } = post(dealsOf(cloud), nothing);
  assert.equal(postings.length, 1);
  const [posting] = postings;
  const inYear = (year: number): number => {
    const [after, until] = [`${year - 1}-12-31`, `${year}-12-31`].map((day) => Date.parse(day) / 86_400_000);
    return movedBetween(posting!, after!, until!)?.low ?? 0;
  };
  // 38/7 = 5.428571…, and 10 months and a half of 84 in the last year.
  assert.equal(inYear(2026), 542_857_142_857);
  assert.equal(inYear(2032), 475_000_000_000);
  assert.equal(
    [2025, 2026, 2027, 2028, 2029, 2030, 2031, 2032].reduce((sum, year) => sum + inYear(year), 0),
    3_800_000_000_000,
  );
  assert.deepEqual(
    posting!.taken.map(({ of }) => of),
    ["schedule", "start"],
  );
  assert.deepEqual(
    memos.map(({ commodity, reason }) => [commodity, reason]),
    [["compute", "no amount"]],
  );
});

test("a person's ramp, quarters and milestones replace the rule, each with its line", () => {
  const [deal] = dealsOf(cloud);
  const flows = (is: string): string[] =>
    written(post([deal!], { ...nothing, assumptions: [assumed(`${deal!.id.slice(0, 9)}.schedule`, is)] }).postings[0]!);
  assert.deepEqual(flows("once 2026-03-10"), ["2026-03-10 3800000000000..3800000000000"]);
  // Rates 1 to 3 over two years: means 1.5 and 2.5, so three eighths and five.
  const ramp = flows("ramp 1..3 2026..2027");
  assert.equal(ramp.length, 24);
  const sum = (lines: readonly string[]): number =>
    lines.reduce((all, line) => all + Number(/ (\d+)\.\./.exec(line)![1]), 0);
  assert.equal(sum(ramp.slice(0, 12)), 1_425_000_000_000);
  assert.equal(sum(ramp), 3_800_000_000_000);
  assert.deepEqual(flows("even 2026-02..2026-10 quarterly ending 01"), [
    "2026-04-30 1266666666667..1266666666667",
    "2026-07-31 1266666666666..1266666666666",
    "2026-10-31 1266666666667..1266666666667",
  ]);
  const part = post([deal!], {
    ...nothing,
    assumptions: [assumed(`${deal!.id}.schedule`, "milestones 2027-06-30:25% 2026-06-30:30%")],
  });
  assert.deepEqual(written(part.postings[0]!), [
    "2026-06-30 1140000000000..1140000000000",
    "2027-06-30 950000000000..950000000000",
  ]);
  assert.deepEqual(undated(part.postings[0]!), { low: 1_710_000_000_000, high: 1_710_000_000_000 });
});

test("a bound that is open stays open in every piece", () => {
  const talks = told("a", {
    roles: { investor: "amazon", investee: "openai" },
    amount: ">=10bn",
    status: "talks",
    period: "2026-02-01",
  });
  const { postings } = post(dealsOf(talks), nothing);
  assert.deepEqual(written(postings[0]!), ["2026-02-01 1000000000000.."]);
});

test("sources that differ give the lowest and the highest end; a firmer one stands alone", () => {
  const roles = { investor: "amazon", investee: "anthropic" };
  const four = told("a", { roles, amount: "4bn", status: "completed", quote: "It invested $4 billion" });
  const eight = told("b", {
    roles,
    amount: ">8bn",
    status: "completed",
    quote: "It has put over $8 billion in to date",
  });
  const ends = (...testimonies: readonly Testimony[]): unknown[] =>
    post(dealsOf(...testimonies), nothing).postings.map(({ low, high }) => [
      low / 1e11,
      high === null ? null : high / 1e11,
    ]);
  assert.deepEqual(ends(four, eight), [[4, null]]);
  const talked = told("c", { roles, amount: "10bn", status: "talks", quote: "It may put in $10 billion" });
  assert.deepEqual(ends(four, { ...talked, known: "2023-01-01" as Testimony["known"] }), [[4, 4]]);
});

test("what is not told, hangs on a condition or stands beside the ladder is a memo", () => {
  const grants = told("a", {
    kind: "right",
    roles: { holder: "openai", grantor: "amd" },
    amount: "160m shares",
    status: "signed",
    terms: { right: "warrant" },
  });
  const ended = told("b", {
    kind: "acquisition",
    roles: { acquirer: "openai", target: "windsurf" },
    amount: "3bn",
    status: "ended",
  });
  const stake = told("c", { roles: { investor: "nvidia", investee: "intel" }, amount: "4%", status: "completed" });
  const { postings, memos } = post(dealsOf(grants, ended, stake), nothing);
  assert.deepEqual(postings, []);
  assert.deepEqual(memos.map(({ reason }) => reason).sort(), [
    "a share of the company, not a count of shares",
    "ended",
    "ended",
    "its condition does not hold yet",
    "no amount",
  ]);
});

test("a condition that a person assumes to hold posts the leg on that day", () => {
  const grants = told("a", {
    kind: "right",
    roles: { holder: "openai", grantor: "amd" },
    amount: "160m shares",
    status: "signed",
    terms: { right: "warrant" },
  });
  const deals = dealsOf(grants);
  const assumptions = [assumed(`${deals[0]!.id}.condition`, "holds 2026-10-01")];
  const { postings } = post(deals, { ...nothing, assumptions });
  assert.deepEqual(postings.map(written), [["2026-10-01 160000000..160000000"]]);
  assert.equal(postings[0]!.taken[0]!.assumption, assumptions[0]);
});

test("hours of a chip come from money only where a person names the chip, at least at the dearest price", () => {
  const deals = dealsOf(cloud);
  const assumptions = [assumed(`${deals[0]!.id}.compute`, "h100")];
  const { postings } = post(deals, { assumptions, priceOf: () => ({ low: 2, high: 4, by: "3 offers of AWS" }) });
  const hours = postings.find(({ commodity }) => commodity === "compute:h100")!;
  assert.deepEqual([hours.low, hours.high, hours.from, hours.to], [9_500_000_000, 19_000_000_000, "aws", "openai"]);
  assert.equal(hours.taken.at(-1)!.text, "hours of h100 at $2 to $4 each, by 3 offers of AWS");
  const { unused } = post(deals, { assumptions, priceOf: () => null });
  assert.match(unused[0]!.reason, /no offer tells/);
});

test("a loan is paid back as a person tells, by the borrower", () => {
  const lent = told("a", {
    kind: "financing",
    roles: { borrower: "oracle", lender: "bank" },
    amount: "10bn",
    status: "completed",
    period: "2025-11-30",
  });
  const deals = dealsOf(lent);
  const assumptions = [assumed(`${deals[0]!.id}.repayment`, "bullet 8% yearly for 2 years")];
  const back = post(deals, { ...nothing, assumptions }).postings.at(-1)!;
  assert.deepEqual([back.from, back.to], ["oracle", "bank"]);
  assert.deepEqual(written(back), ["2026-11-30 80000000000..80000000000", "2027-11-30 1080000000000..1080000000000"]);
  const undatedLoan = dealsOf({ ...lent, claim: { ...lent.claim, period: null } });
  assert.match(post(undatedLoan, { ...nothing, assumptions }).unused[0]!.reason, /no source tells the day of the loan/);
});

test("an assumption about no deal, or that says too little, is told and changes nothing", () => {
  const invested = told("a", { roles: { investor: "amazon", investee: "openai" }, amount: "10bn", status: "signed" });
  const deals = dealsOf(invested);
  const assumptions = [assumed("deal-ffff.schedule", "once 2026"), assumed(`${deals[0]!.id}.schedule`, "even")];
  const { postings, unused } = post(deals, { ...nothing, assumptions });
  assert.deepEqual(
    unused.map(({ reason }) => reason),
    ["no deal here begins with deal-ffff", "the deal tells no term; write one: even 2026..2031"],
  );
  assert.deepEqual(undated(postings[0]!), { low: 1_000_000_000_000, high: 1_000_000_000_000 });
});

test("parts are posted, and what they leave of the whole is a memo", () => {
  const roles = { investor: "amazon", investee: "openai" };
  const whole = told("a", {
    roles,
    amount: "50bn",
    status: "signed",
    period: "2026-02-27",
    quote: "Amazon will invest $50 billion",
  });
  const first = told("a", {
    roles,
    amount: "15bn",
    status: "signed",
    period: "2026-02-27",
    quote: "$15 billion of it at once",
  });
  const { postings, memos } = post(dealsOf(whole, first), nothing);
  assert.deepEqual(
    postings.map(({ low }) => low / 1e11),
    [15],
  );
  assert.deepEqual(
    memos.filter(({ commodity }) => commodity === "USD").map(({ low, high }) => [low! / 1e11, high! / 1e11]),
    [[35, 35]],
  );
});

// ── what can fail ────────────────────────────────────────────────────────────────────────────────────────────────

test("placing by doubles is placing by integers of any size", () => {
  const weights = fc.integer({ min: 1, max: 2 ** 26 - 1 });
  fc.assert(
    fc.property(fc.maxSafeNat(), weights, fc.nat(), (total, whole, some) => {
      const sum = some % (whole + 1);
      assert.equal(placed(total, sum, whole), Number(roundedHalfToEven(BigInt(total) * BigInt(sum), BigInt(whole))));
    }),
    { numRuns: 20_000 },
  );
});

const randomDeals = fc
  .array(
    fc.record({
      kind: fc.constantFrom("investment" as const, "compute-contract" as const, "chip-supply" as const),
      from: fc.constantFrom("openai", "microsoft", "azure", "anthropic"),
      to: fc.constantFrom("aws", "amazon", "nvidia", "azure"),
      amount: fc
        .integer({ min: 1, max: 99_999 })
        .chain((figure) => fc.constantFrom("", ">", "<=", "~").map((sign) => `${sign}${figure / 100}bn`)),
      period: fc.constantFrom(
        "2025-11 for 7",
        "2024-02-29 for 1.5",
        "2026..2031",
        "2026-03-31",
        "2025 for 5",
        "..2029",
      ),
      status: fc.constantFrom("talks" as const, "announced" as const, "signed" as const, "completed" as const),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((all) =>
    all.flatMap(({ kind, from, to, amount, period, status }, index) => {
      const names = {
        investment: ["investor", "investee"],
        "compute-contract": ["customer", "provider"],
        "chip-supply": ["customer", "vendor"],
      }[kind];
      const roles = { [names[0]!]: from, [names[1]!]: to };
      return from === to ? [] : [told(`document ${index}`, { kind, roles, amount, period, status })];
    }),
  );

const ladder = ["talks", "announced", "signed", "completed"];

test("pieces add to their leg at both ends and never cross; firmness and days only remove; order does not matter", () => {
  let pieces = 0;
  fc.assert(
    fc.property(
      randomDeals,
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 19_000, max: 24_000 }),
      (testimonies, rung, day) => {
        const deals = dealsOf(...testimonies);
        const ledger = post(deals, nothing);
        for (const posting of ledger.postings) {
          const flows = flowsOf(posting);
          pieces += flows.length;
          const rest = undated(posting) ?? { low: 0, high: 0 };
          assert.equal(
            flows.reduce((sum, { low }) => sum + low, rest.low),
            posting.low,
          );
          if (posting.high === null) assert.ok(flows.every(({ high }) => high === null));
          else
            assert.equal(
              flows.reduce((sum, { high }) => sum + high!, rest.high!),
              posting.high,
            );
          assert.ok(flows.every(({ low, high }) => low >= 0 && (high === null || high >= low)));
          assert.ok(flows.every((flow, index) => index === 0 || flow.day > flows[index - 1]!.day));
          // Any window is the sum of its pieces.
          const window = movedBetween(posting, day, day + 365);
          const inside = flows.filter((flow) => flow.day > day && flow.day <= day + 365);
          assert.equal(
            window?.low ?? 0,
            inside.reduce((sum, { low }) => sum + low, 0),
          );
        }
        const firm = post(
          deals.filter(({ status }) => ladder.indexOf(status) >= rung),
          nothing,
        );
        assert.deepEqual(
          firm.postings,
          ledger.postings.filter(({ status }) => ladder.indexOf(status) >= rung),
        );
        assert.deepEqual(ids(post(deals.toReversed(), nothing)), ids(ledger));
      },
    ),
    { numRuns: 400 },
  );
  assert.ok(pieces > 5000, `${pieces} pieces`);
});

function ids({ postings, memos }: Ledger): string[] {
  return [...postings, ...memos].map(({ id, low, high }) => `${id} ${low} ${high}`).sort();
}
