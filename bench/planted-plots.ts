/** What happens to deals? Each plot plays one situation between companies that no other plot of its kind speaks of, and plants the truth with it. */

import type { Status } from "../src/model/claim.ts";
import type { DealKind } from "../src/model/deal.ts";
import { rounded } from "./planted-figures.ts";
import {
  anyhow,
  climb,
  companyFor,
  dated,
  dayText,
  firstDay,
  lineOf,
  open,
  plainly,
  repeat,
  sumFor,
  yearOf,
} from "./planted-lines.ts";
import {
  alike,
  commitments,
  contractsAndSum,
  figuresOfCompany,
  fundingRounds,
  newTalks,
  rights,
  twoContracts,
  twoFamilies,
  twoTenders,
} from "./planted-several.ts";
import { between, newArticle, pick, type Said, type Stage, tell } from "./planted-stage.ts";
/** How often each is played, in proportion. */
export const plots: readonly (readonly [share: number, name: string, play: (stage: Stage, plot: string) => void])[] = [
  [10, "history", (stage, plot) => history(stage, plot, pick(stage, laddered))],
  [4, "ended or denied", endedOrDenied],
  [3, "enlarged", enlarged],
  [3, "tranches", tranches],
  [3, "two contracts", twoContracts],
  [2, "two contracts and their sum", contractsAndSum],
  [2, "new talks after completion", newTalks],
  [3, "rival figures", rivalFigures],
  [
    2,
    "unit or its parent",
    (stage, plot) => history(stage, plot, pick(stage, ["compute-contract", "chip-supply"]), true),
  ],
  [3, "funding rounds", fundingRounds],
  [2, "rights of one pair", rights],
  [2, "a stake over time", (stage, plot) => standing(stage, plot, "stake")],
  [2, "dependence", (stage, plot) => standing(stage, plot, "dependence")],
  [1, "commitments and their parts", commitments],
  [1, "listing", listing],
  [1, "two tenders", twoTenders],
  [2, "money and power", moneyAndPower],
  [2, "two chip families", twoFamilies],
  [2, "chip adoption", (stage, plot) => history(stage, plot, "chip-adoption")],
  [3, "alike but not the same", alike],
  [2, "figures of a company", figuresOfCompany],
];

const laddered: readonly DealKind[] = [
  "investment",
  "investment",
  "compute-contract",
  "compute-contract",
  "chip-supply",
  "financing",
  "acquisition",
  "commitment",
  "secondary-sale",
];

function history(stage: Stage, plot: string, kind: DealKind, underTwoNames = false): void {
  const line = open(stage, plot, kind, { named: underTwoNames ? "unit" : "any" });
  if (line) climb(stage, line, sumFor(stage, kind), firstDay(stage), { underTwoNames });
}

function endedOrDenied(stage: Stage, plot: string): void {
  const kind = pick(stage, ["investment", "compute-contract", "chip-supply", "financing", "acquisition"] as const);
  const line = open(stage, plot, kind);
  if (!line) return;
  const denied = stage.random() < 0.5;
  const sum = sumFor(stage, kind);
  const last = climb(stage, line, sum, firstDay(stage), { upTo: denied ? 1 : 3, echo: false });
  const day = last.day + between(stage, 1, denied ? 15 : 200);
  const end = tell(stage, line, {
    sort: denied ? "denial" : "end",
    day,
    status: denied ? "denied" : "ended",
    sum: last.sum,
  });
  repeat(stage, end, between(stage, 0, 2), plainly);
}

function enlarged(stage: Stage, plot: string): void {
  const kind = pick(stage, ["compute-contract", "chip-supply", "financing"] as const);
  const line = open(stage, plot, kind);
  if (!line) return;
  const sum = sumFor(stage, kind);
  // Not from a completed one: an order that was delivered in full is hardly raised.
  const last = climb(stage, line, sum, firstDay(stage), { from: 1, upTo: 3 });
  const more = rounded(sum * (0.2 + stage.random()), Math.round);
  const day = last.day + between(stage, 60, 400);
  const grown = tell(stage, line, {
    sort: "enlargement",
    day,
    status: "signed",
    turn: "enlarge",
    sum: more,
    start: dated(stage, day),
  });
  repeat(stage, grown, between(stage, 0, 2), { ...plainly, sort: "enlargement" });
  if (stage.random() < 0.5)
    tell(stage, line, {
      sort: "new total",
      day: day + between(stage, 1, 90),
      status: "signed",
      turn: "grown",
      sum: sum + more,
    });
}

function tranches(stage: Stage, plot: string): void {
  const kind = pick(stage, ["investment", "financing"] as const);
  const line = open(stage, plot, kind);
  if (!line) return;
  const total = sumFor(stage, kind);
  const first = rounded(total * (0.2 + 0.4 * stage.random()), Math.round);
  const day = firstDay(stage);
  const article = newArticle(stage, day);
  const status = pick(stage, ["announced", "signed"] as const);
  const whole = tell(stage, line, { sort: "first", day, status, sum: total, article });
  const [now, later] =
    kind === "investment"
      ? [
          "{A} will pay {F} into {B} at once",
          "the remaining {F} of {A}'s money follows once {B} has reached agreed goals",
        ]
      : [
          "{A} draws {F} of the loan from {B} at once",
          "the remaining {F} of {B}'s loan to {A} is drawn once its site is built",
        ];
  tell(stage, line, { sort: "tranche", day, status, sum: first, article, words: now });
  tell(stage, line, { sort: "tranche", day, status, sum: total - first, article, words: later, conditional: true });
  repeat(stage, whole, between(stage, 1, 3));
  const paid =
    kind === "investment"
      ? "{A} paid the first tranche of {F} into {B}"
      : "{A} drew the first tranche of {F} of its loan from {B}";
  const rest =
    kind === "investment"
      ? "{A} paid the second and last tranche of {F} into {B}, completing what was agreed in {Y}"
      : "{A} drew the second and last tranche of {F} of its loan from {B}, agreed in {Y}";
  const year = yearOf(day);
  tell(stage, line, {
    sort: "tranche",
    day: day + between(stage, 20, 90),
    status: "completed",
    sum: first,
    words: paid,
  });
  if (stage.random() < 0.6)
    tell(stage, line, {
      sort: "tranche",
      day: day + between(stage, 100, 300),
      status: "completed",
      sum: total - first,
      words: rest,
      year,
    });
}

/** Two sources give one contract of one day two exact sums. */
function rivalFigures(stage: Stage, plot: string): void {
  const kind = pick(stage, ["compute-contract", "chip-supply", "investment", "acquisition", "financing"] as const);
  const line = open(stage, plot, kind);
  if (!line) return;
  const [day, sum] = [firstDay(stage), sumFor(stage, kind)];
  const status = pick(stage, ["announced", "signed"] as const);
  const said: Said = { sort: "first", day, status, sum, start: dayText(day) };
  const one = tell(stage, line, said);
  const rival = rounded(sum * pick(stage, [0.75, 0.85, 1.15, 1.3, 1.5]), Math.round);
  const other = tell(stage, line, { ...said, sort: "rival figure", day: day + between(stage, 0, 4), sum: rival });
  repeat(stage, one, between(stage, 1, 2), plainly);
  repeat(stage, other, between(stage, 0, 2), plainly);
}

/** A share that stands for years and moves a little. */
function standing(stage: Stage, plot: string, kind: "stake" | "dependence"): void {
  const line = open(stage, plot, kind);
  if (!line) return;
  let [day, share] = [firstDay(stage), between(stage, 10, 60) / 100];
  const changes = between(stage, 1, 3);
  for (let change = 0; change < changes; change++) {
    const told = tell(stage, line, { sort: change === 0 ? "first" : "step", day, status: "completed", sum: share });
    repeat(stage, told, between(stage, 1, 2), kind === "stake" ? plainly : anyhow);
    share = Number((share + between(stage, -5, 5) / 100).toFixed(2));
    day += between(stage, 90, 300);
  }
}

function listing(stage: Stage, plot: string): void {
  const company = companyFor(stage, "ipo", "startup");
  if (!company) return;
  const line = lineOf(stage, { plot, kind: "ipo", from: company, to: null });
  let [day, value] = [firstDay(stage), sumFor(stage, "ipo")];
  const steps: readonly Status[] = ["talks", "forecast", "announced", stage.random() < 0.8 ? "completed" : "ended"];
  for (const [index, status] of steps.slice(0, between(stage, 2, 4)).entries()) {
    const bound = status === "completed" ? "exact" : pick(stage, ["exact", "about", "up-to", "over"] as const);
    const told = tell(stage, line, { sort: index === 0 ? "first" : "step", day, status, sum: value, bound });
    repeat(stage, told, between(stage, 0, 2), anyhow);
    day += between(stage, 20, 120);
    value = rounded(value * (0.8 + 0.5 * stage.random()), Math.round);
  }
}

/** One contract, told in dollars and in gigawatts. */
function moneyAndPower(stage: Stage, plot: string): void {
  const kind = pick(stage, ["compute-contract", "chip-supply"] as const);
  const line = open(stage, plot, kind);
  if (!line) return;
  const [day, money, power] = [firstDay(stage), sumFor(stage, kind), between(stage, 2, 60) * 1e8];
  const start = dayText(day);
  const article = newArticle(stage, day);
  const inMoney = tell(stage, line, { sort: "first", day, status: "signed", sum: money, start, article });
  const inPower = tell(stage, line, {
    sort: "other unit",
    day,
    status: "signed",
    sum: power,
    unit: "W",
    start,
    article,
  });
  repeat(stage, inMoney, between(stage, 1, 2));
  repeat(stage, inPower, between(stage, 1, 2), { ...anyhow, sort: "other unit" });
}
