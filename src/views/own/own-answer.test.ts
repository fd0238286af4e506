import assert from "node:assert/strict";
import { test } from "node:test";
import { settle } from "../../deals/settle.ts";
import { plain, told } from "../../deals/testimony.test-kit.ts";
import { type Assumption, assumptionOf } from "../../model/assumption.ts";
import type { PartialDay } from "../../model/day.ts";
import type { Deal, Testimony } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import { type Party, partyOf } from "../../model/party.ts";
import { groupOf } from "../deal-rows.ts";
import { type Figure, shareText } from "./figure.ts";
import { claimsOf, notStated, type OwnAnswer, ownAnswer } from "./own-answer.ts";
import { ownCells, ownColumns } from "./own-cells.ts";
import { ownJson } from "./own-json.ts";

const openai = "openai" as PartyId;
const parties: ReadonlyMap<PartyId, Party> = new Map(
  [
    partyOf("amazon", "Amazon", "cloud"),
    partyOf("aws", "AWS", "cloud", { parent: "amazon" as PartyId }),
    partyOf("microsoft", "Microsoft", "cloud"),
    partyOf("openai", "OpenAI", "lab"),
    partyOf("anthropic", "Anthropic", "lab"),
    partyOf("oracle", "Oracle", "cloud"),
  ].map((party) => [party.id, party]),
);

interface Asked {
  readonly firmness?: "talks" | "announced" | "signed" | "completed";
  readonly company?: string;
  readonly by?: "unit" | "group";
  readonly assume?: Readonly<Record<string, string>>;
  /** Changes deals as settling cannot be told to in a line. */
  readonly deals?: (deals: readonly Deal[]) => readonly Deal[];
}

function own(testimonies: readonly Testimony[], asked: Asked = {}): OwnAnswer {
  const { firmness = "talks", company = "openai", by = "group", assume = {}, deals: change = (deals) => deals } = asked;
  const { deals, observations } = settle(testimonies, { ...plain, parties });
  const assumptions: Assumption[] = Object.entries(assume).map(([of, is]) =>
    assumptionOf({ of, is, on: null, by: null, at: null, because: null, place: { file: "assumptions.yaml" } }),
  );
  const shown = (party: PartyId): PartyId => (by === "unit" ? party : groupOf(party, parties));
  const claims = new Map(testimonies.map(({ claim }) => [claim.id, claim]));
  return ownAnswer(
    { company: company as PartyId, firmness, asOf: "2025-12-17" as PartialDay, shown },
    { deals: change(deals), observations, claims, assumptions, parties },
  );
}

const stake = (document: string, holder: string, amount: string, company = "openai"): Testimony =>
  told(document, { kind: "stake", roles: { holder, company }, amount });
const puts = (document: string, investor: string, amount: string, rest: object = {}): Testimony =>
  told(document, { roles: { investor, investee: "openai" }, amount, status: "talks", ...rest });
const worth = (document: string, amount: string, rest: object = {}): Testimony =>
  told(document, { kind: "valuation", roles: { company: "openai" }, amount, status: "talks", ...rest });

const percents = (figure: Figure | null): string =>
  figure === null ? "—" : shareText(figure.told, figure.approximate);
const shares = (answer: OwnAnswer): object =>
  Object.fromEntries(answer.table.holders.map(({ party, share }) => [party, percents(share)]));
const after = ({ rounds }: OwnAnswer, round = 0, outcome = 0): object =>
  Object.fromEntries(
    rounds[round]!.outcomes[outcome]!.rows.map(({ party, pre, post }) => [party, `${percents(pre)} ${percents(post)}`]),
  );

test("27 % become 26.47 % when 10 billion are put in at 500 before the money, and 26.46 % at 500 after it", () => {
  const answer = own([stake("a", "microsoft", "27%"), puts("b", "amazon", "10bn"), worth("b", "500bn")]);
  // 27 · 500/510 and 27 · 490/500; 10/510 and 10/500; 73 · 500/510 and 73 · 490/500.
  assert.deepEqual(after(answer), { microsoft: "26.47% 26.46%", amazon: "1.96% 2%", null: "71.57% 71.54%" });
  assert.equal(answer.rounds[0]!.kindTold, false);
  // Of a new owner no source states what it has: it may be among those whom nobody names.
  const [, amazon] = answer.rounds[0]!.outcomes[0]!.rows;
  assert.equal(amazon!.before, null);
  assert.equal(shareText(amazon!.post!.bounds), "2–73.54%");
});

test("“at least 10” at “more than 500” leaves every share open, and its stated ends are told beside that", () => {
  const answer = own([stake("a", "microsoft", "~27%"), puts("b", "amazon", ">=10bn"), worth("b", ">500bn")]);
  const [microsoft, amazon] = answer.rounds[0]!.outcomes[0]!.rows;
  assert.equal(percents(microsoft!.post), "≈ 26.46%");
  assert.deepEqual(microsoft!.post!.bounds, { low: 0, high: 0.27 });
  assert.deepEqual(amazon!.pre!.bounds, { low: 0, high: 1 });
});

test("a kind that is told is taken, and a secondary price is no price of new shares", () => {
  const pre = own([
    stake("a", "microsoft", "27%"),
    puts("b", "amazon", "10bn"),
    worth("b", "500bn", { terms: { valuation: "pre-money" } }),
  ]);
  assert.deepEqual(after(pre), { microsoft: "26.47% —", amazon: "1.96% —", null: "71.57% —" });
  const secondary = own([puts("b", "amazon", "10bn"), worth("b", "500bn", { terms: { valuation: "secondary" } })]);
  assert.deepEqual(secondary.rounds[0]!.outcomes, []);
});

const round = [
  stake("a", "microsoft", "27%"),
  puts("b", "amazon", "50bn", { status: "announced" }),
  puts("b", "nvidia", "30bn", { status: "announced" }),
  puts("b", "softbank", "30bn", { status: "announced" }),
  worth("b", "730bn", { status: "completed" }),
  worth("b", "840bn", { status: "completed" }),
];

test("two valuations that differ by the money of the round are the one before it and the one after it", () => {
  const answer = own(round);
  assert.equal(answer.rounds.length, 1);
  const [first] = answer.rounds;
  assert.deepEqual([first!.pre!.text, first!.post!.text, first!.kindTold], ["$730bn", "$840bn", true]);
  // 27 · 730/840, 50/840, 30/840.
  assert.deepEqual(after(answer), {
    ...{ microsoft: "23.46% 23.46%", amazon: "5.95% 5.95%", nvidia: "3.57% 3.57%", softbank: "3.57% 3.57%" },
    null: "63.44% 63.44%",
  });
  assert.deepEqual(
    first!.taken.map(({ text }) => text),
    [
      "$730bn is pre-money and $840bn post-money: they differ by the $110bn of the round",
      "sums that are priced by one valuation are put in at one price a share",
    ],
  );
});

test("what hangs on a condition is left out, and told beside what it would make", () => {
  const answer = own(round, {
    deals: (deals) =>
      deals.map((deal) => {
        const [paid] = deal.legs;
        if (deal.from !== "amazon" || paid?.quantity?.min !== 50e9) return deal;
        const part = (value: number, conditional: boolean) => ({
          ...{ ...paid, role: "part" as const, conditional, quantity: { ...paid.quantity!, min: value, max: value } },
        });
        return { ...deal, legs: [paid, { ...part(15e9, false), status: "completed" }, part(35e9, true)] };
      }),
  });
  // A tranche that was paid made an owner, of a share that is not stated.
  assert.deepEqual(
    answer.table.unstated.map(({ party }) => party),
    ["amazon"],
  );
  assert.equal(answer.rounds[0]!.investments.find(({ party }) => party === "amazon")!.paid!.told.low, 15e9);
  // 75 of 805, then 110 of 840.
  assert.deepEqual(Object.values(after(answer, 0, 0)).slice(0, 2), ["24.48% 24.48%", "1.86% 1.86%"]);
  assert.deepEqual(Object.values(after(answer, 0, 1)).slice(0, 2), ["23.46% 23.46%", "5.95% 5.95%"]);
});

test("money without a valuation makes no share until a person assumes one", () => {
  const testimonies = [stake("a", "microsoft", "27%"), puts("b", "amazon", "10bn"), worth("c", "500bn")];
  const answer = own(testimonies);
  assert.deepEqual([answer.rounds[0]!.pre, answer.rounds[0]!.outcomes], [null, []]);
  assert.deepEqual(
    notStated(answer).map(({ fix }) => fix),
    ['capstack assume openai.pre-money 500bn --because "…"'],
  );
  const assumed = own(testimonies, { assume: { "openai.pre-money": "490..500bn" } });
  // 27 · 490/500 to 27 · 500/510.
  assert.equal(Object.values(after(assumed))[0], "26.46–26.47% —");
  assert.equal(assumed.rounds[0]!.taken[0]!.assumption!.of, "openai.pre-money");
  assert.deepEqual(notStated(assumed), []);
});

test("only what is firm enough counts, and what is completed is in the table already", () => {
  const testimonies = [
    puts("b", "amazon", "10bn"),
    puts("b", "nvidia", "5bn", { status: "completed" }),
    worth("b", "500bn"),
  ];
  assert.equal(own(testimonies, { firmness: "announced" }).rounds.length, 0);
  const { table, rounds } = own(testimonies);
  assert.deepEqual(
    rounds[0]!.investments.map(({ party }) => party),
    ["amazon"],
  );
  // It paid, and its share is not stated: not zero.
  assert.deepEqual(
    table.unstated.map(({ party, by }) => [party, by]),
    [["nvidia", "investment"]],
  );
  assert.equal(shareText(table.unnamed!.told), "100%");
});

test("documents that differ make a range; one that tells two figures tells of two times or measures", () => {
  const differ = own([stake("a", "microsoft", "27%"), stake("b", "microsoft", "32.5%")]);
  assert.deepEqual(shares(differ), { microsoft: "27–32.5%" });
  assert.equal(shareText(differ.table.unnamed!.told), "67.5–73%");
  const one = own([stake("a", "microsoft", "~27%"), stake("a", "microsoft", "32.5%"), stake("b", "microsoft", "~27%")]);
  assert.deepEqual(shares(one), { microsoft: "≈ 27%" });
  assert.match(one.table.holders[0]!.taken[0]!.text, /^32\.5%, told by a document that tells ≈ 27% too/);
});

test("shares above the whole are told and not rescaled, and nothing is worked out through them", () => {
  const answer = own([
    stake("a", "microsoft", "60%"),
    stake("a", "amazon", "55%"),
    stake("b", "fund", "10%", "microsoft"),
  ]);
  assert.deepEqual(shares(answer), { microsoft: "60%", amazon: "55%" });
  assert.equal(answer.table.unnamed, null);
  assert.deepEqual(answer.through, { owners: [], overheld: [openai] });
});

test("“less than” is at least nothing, and at most what the others leave", () => {
  const { table } = own([stake("a", "microsoft", ">60%"), stake("a", "amazon", "<55%")]);
  assert.deepEqual(
    table.holders.map(({ share }) => shareText(share.bounds)),
    ["60–100%", "0–40%"],
  );
});

test("units count into their groups, or by themselves", () => {
  // Two stakes that a person told apart: settled each by itself.
  const two = (): readonly Deal[] =>
    [stake("a", "aws", "5%"), stake("b", "amazon", "3%")].flatMap((each) => settle([each], plain).deals);
  assert.deepEqual(shares(own([], { deals: two })), { amazon: "8%" });
  assert.deepEqual(shares(own([], { deals: two, by: "unit" })), { aws: "5%", amazon: "3%" });
});

test("a secondary sale brings the company nothing and leaves every share as it is", () => {
  const before = [stake("a", "microsoft", "27%"), puts("b", "amazon", "10bn"), worth("b", "500bn")];
  const sale = told("b", { kind: "secondary-sale", roles: { company: "openai", buyer: "fund" }, amount: "6.6bn" });
  const answer = own([...before, sale]);
  assert.deepEqual(after(answer), after(own(before)));
  assert.deepEqual(
    answer.secondary.map(({ buyer, text }) => [buyer, text]),
    [["fund", "$6.6bn"]],
  );
});

test("a warrant weighs nothing; exercised it dilutes by its shares, where a person tells how many there are", () => {
  const testimonies = [
    stake("a", "microsoft", "50%"),
    told("a", {
      kind: "right",
      roles: { holder: "amazon", grantor: "openai" },
      amount: "160m shares",
      status: "signed",
      terms: { right: "warrant" },
    }),
  ];
  const untold = own(testimonies);
  assert.deepEqual(
    untold.rights.map(({ holder, text, exercised }) => [holder, text, exercised]),
    [["amazon", "160m shares", []]],
  );
  assert.match(notStated(untold)[0]!.fix!, /openai\.shares/);
  const [right] = own(testimonies, { assume: { "openai.shares": "1.44bn" } }).rights;
  // 160 of 1,600: 10 %, and a half of the rest.
  assert.deepEqual(
    right!.exercised.map(({ party, pre }) => [party, percents(pre)]),
    [
      ["microsoft", "45%"],
      ["amazon", "10%"],
      [null, "45%"],
    ],
  );
  assert.equal(own(testimonies, { company: "amazon" }).rights[0]!.company, openai);
});

test("10 to 20 % of an owner of 27 % are 2.7 to 5.4 % through it", () => {
  const answer = own([
    stake("a", "microsoft", "27%"),
    stake("b", "fund", "10%", "microsoft"),
    stake("c", "fund", "20%", "microsoft"),
  ]);
  assert.deepEqual(
    answer.through.owners.map(({ party, by, share, claims }) => [party, by, shareText(share), claims.length]),
    [["fund", ["microsoft"], "2.7–5.4%", 3]],
  );
});

test("owners that own each other are counted once around", () => {
  const [a, b] = ["microsoft", "openai"];
  const answer = own([stake("a", a, "50%", b), stake("b", b, "50%", a), stake("c", "fund", "20%", a)]);
  // 0.2 · 0.5 / (1 − 0.5 · 0.5).
  assert.deepEqual(
    answer.through.owners.map(({ party, share }) => [party, shareText(share)]),
    [["fund", "13.33%"]],
  );
});

test("owners that rivals share are those of companies of one kind, at the firmness asked", () => {
  const testimonies = [
    stake("a", "microsoft", "27%"),
    told("a", { roles: { investor: "microsoft", investee: "anthropic" }, amount: "<=5bn", status: "announced" }),
    told("a", { roles: { investor: "microsoft", investee: "oracle" }, amount: "1bn" }),
  ];
  const { common } = own(testimonies);
  assert.deepEqual(
    common.owners.map(({ party, rival, here, there }) => [party, rival, here.text, there.text]),
    [["microsoft", "anthropic", "27%", "≤ $5bn"]],
  );
  assert.deepEqual(own(testimonies, { firmness: "signed" }).common.owners, []);
});

test("rivals' profits weigh by common owners only where all stated shares are exact", () => {
  const exact = [stake("a", "microsoft", "40%"), stake("a", "microsoft", "20%", "anthropic")];
  // 0.4 · 0.2 / 0.4².
  assert.deepEqual([...own(exact).common.profitWeights], [["anthropic", 0.5]]);
  assert.equal(own([...exact, stake("a", "oracle", "<5%")]).common.profitWeights.size, 0);
});

test("valuations of two kinds stand apart: what is later replaces, and what differs contradicts, only its own kind", () => {
  const { valuations } = own([
    worth("a", "157bn", { status: "completed", period: "2024-10" }),
    worth("a", "500bn", { status: "completed", period: "2025-10" }),
    worth("b", "150bn", { status: "completed" }),
    worth("b", "750bn"),
    worth("b", "490bn", { status: "completed", period: "2025-11", terms: { valuation: "secondary" } }),
  ]);
  assert.deepEqual(
    valuations.map(({ kind, valuations: told }) => [
      kind,
      told.map(({ observation, day, replacedBy, differsFrom }) => [
        observation.amount.max! / 1e9,
        day,
        replacedBy !== null,
        differsFrom !== null,
      ]),
    ]),
    [
      ["secondary", [[490, "2025-11", false, false]]],
      [
        "not told",
        [
          [500, "2025-10", false, false],
          [157, "2024-10", true, false],
          [750, null, false, false],
          [150, null, false, true],
        ],
      ],
    ],
  );
});

const listing = [
  ...[stake("a", "microsoft", "27%"), puts("b", "amazon", "10bn"), worth("b", "500bn")],
  told("c", { kind: "ipo", roles: { company: "openai" }, amount: "1tn", status: "talks", period: "2026..2027" }),
];

test("who enters at 500 to 510 and loses 10 to 20 % has 1.57 to 1.8 times its money at a listing of 1,000", () => {
  const [found] = own(listing, { assume: { "openai.listing-dilution": "10..20%" } }).listings;
  const [entry] = found!.entries;
  // 1000/510 · 0.8 and 1000/500 · 0.9; break-even 500/0.9 and 510/0.8.
  const { multiple, yearlyRate, breakEvenValue } = entry!.told;
  assert.ok(Math.abs(multiple.low - 1.568627) < 1e-6 && Math.abs(multiple.high - 1.8) < 1e-12);
  assert.ok(Math.abs(breakEvenValue.low - 555.5555555e9) < 1e3 && Math.abs(breakEvenValue.high - 637.5e9) < 1);
  // 744 days to the last of 2027, and no rate of less than a year: 1.568627^(365/744) and 1.8.
  assert.ok(Math.abs(yearlyRate!.low - 0.247155) < 1e-6 && Math.abs(yearlyRate!.high - 0.8) < 1e-9);
});

test("without the dilution, or the day, a listing has no return, and the line that adds it is told", () => {
  const answer = own(listing);
  assert.deepEqual(answer.listings[0]!.missing, ["listing-dilution"]);
  assert.deepEqual(
    notStated(answer).map(({ fix }) => fix),
    ['capstack assume openai.listing-dilution 10..20% --because "…"'],
  );
  const [, , , ipo] = listing;
  const undated = [...listing.slice(0, 3), { ...ipo!, claim: { ...ipo!.claim, period: null } }];
  assert.deepEqual(own(undated).listings[0]!.missing, ["listing-day", "listing-dilution"]);
  const assumed = own(undated, { assume: { "openai.listing-dilution": "0%", "openai.listing-day": "2026-06-17" } });
  // Half a year away: what it earns is told, a yearly rate is not.
  assert.equal(assumed.listings[0]!.entries[0]!.told.yearlyRate, null);
  assert.equal(assumed.listings[0]!.entries[0]!.told.multiple.high, 2);
});

test("JSON and CSV carry claims and assumptions with every figure, and no open end as a number", () => {
  const answer = own([...listing, puts("d", "nvidia", ">=1bn")], {
    assume: { "openai.listing-dilution": "10..20%", "openai.pre-money": "500bn" },
  });
  const json = JSON.stringify(ownJson(answer, { firmness: "talks", by: "group" }));
  for (const id of claimsOf(answer)) assert.ok(json.includes(id), id);
  assert.ok(!/Infinity|NaN/.test(json));
  const assumed = json.match(/"assumption":"as-[0-9a-f]+"/g)!;
  assert.equal(new Set(assumed).size, 2);
  const cells = ownCells(answer, (party) => party);
  assert.ok(cells.every((row) => row.length === ownColumns.length && !row.some((cell) => /Infinity|NaN/.test(cell))));
  const claims = ownColumns.indexOf("claims");
  assert.ok(cells.every((row) => row[claims] !== ""));
});
