/** Plots in which several deals stand close together: second contracts, rounds, sums over contracts, rights of one pair, look-alikes. */

import type { Status } from "../src/model/claim.ts";
import type { Party } from "../src/model/party.ts";
import { figureOf, rounded } from "./planted-figures.ts";
import {
  another,
  chips,
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
  wordsOnly,
  yearOf,
} from "./planted-lines.ts";
import { addClaim, between, type Line, newArticle, pick, type Stage, tell } from "./planted-stage.ts";
import { rightWords, wordings } from "./planted-words.ts";
export function twoContracts(stage: Stage, plot: string): void {
  const kind = pick(stage, ["compute-contract", "chip-supply", "investment", "financing"] as const);
  const one = open(stage, plot, kind);
  if (one) severalOf(stage, one, 2);
}

/** Contracts of one pair, a year or so apart, each told plainly. Returns what they come to and when the last was told. */
function severalOf(stage: Stage, one: Line, count: number): { sum: number; day: number; year: number; lines: Line[] } {
  let day = firstDay(stage);
  let sum = sumFor(stage, one.kind);
  const year = yearOf(day);
  const settled: Status = one.kind === "investment" || one.kind === "financing" ? "completed" : "signed";
  const firm = tell(stage, one, { sort: "first", day, status: settled, sum, start: dayText(day) });
  repeat(stage, firm, between(stage, 1, 3), plainly);
  let total = sum;
  const lines = [one];
  const growing = stage.random() < 0.5;
  for (let index = 1; index < count; index++) {
    const earlier = figureOf(sum, one.unit, "exact").text;
    const before = yearOf(day);
    sum = rounded(sum * (growing ? 1.7 + stage.random() * 2 : 0.3 + stage.random() * 0.25), Math.round);
    day += between(stage, 300, 500);
    total += sum;
    const further = another(stage, one);
    lines.push(further);
    const told = tell(stage, further, {
      sort: "first",
      day,
      status: settled,
      turn: "again",
      sum,
      start: dayText(day),
      year: before,
      earlier,
      place: index === 1 ? "second" : "third",
    });
    repeat(stage, told, between(stage, 1, 3), plainly);
    if (stage.random() < 0.4)
      tell(stage, one, {
        sort: "long after",
        day: day + between(stage, 1, 60),
        status: settled,
        sum: firm.sum,
        start: firm.start ?? null,
      });
  }
  return { sum: total, day, year, lines };
}

export function contractsAndSum(stage: Stage, plot: string): void {
  const kind = pick(stage, ["compute-contract", "chip-supply", "investment", "financing"] as const);
  const one = open(stage, plot, kind);
  if (!one) return;
  const { sum, day, year } = severalOf(stage, one, between(stage, 2, 3));
  const umbrella = another(stage, { ...one, years: null });
  const status: Status = kind === "investment" || kind === "financing" ? "completed" : "signed";
  for (let count = between(stage, 2, 4), at = day; count > 0; count--) {
    at += between(stage, 5, 80);
    const bound = pick(stage, ["exact", "over", "about"] as const);
    tell(stage, umbrella, { sort: "cumulative", day: at, status, turn: "sum", sum, bound, start: String(year), year });
  }
}

export function newTalks(stage: Stage, plot: string): void {
  const kind = pick(stage, ["investment", "financing", "chip-supply", "compute-contract"] as const);
  const line = open(stage, plot, kind);
  if (!line) return;
  const sum = sumFor(stage, kind);
  const last = climb(stage, line, sum, firstDay(stage), { from: 2, plain: true });
  const next = another(stage, line);
  const day = last.day + between(stage, 300, 500);
  const talked = tell(stage, next, {
    sort: "first",
    day,
    status: "talks",
    turn: "further",
    sum: rounded(sum * (1.5 + 2 * stage.random()), Math.round),
    bound: pick(stage, ["exact", "over", "about"]),
    year: yearOf(last.day),
    years: null,
  });
  repeat(stage, talked, between(stage, 1, 3), plainly);
}

export function fundingRounds(stage: Stage, plot: string): void {
  const company = companyFor(stage, "rounds", "startup");
  if (!company) return;
  let day = firstDay(stage);
  let sum = sumFor(stage, "investment") / 10;
  const letters = ["A", "B", "C", "D"];
  const lead = pick(stage, stage.market.bySector.investor);
  for (const letter of letters.slice(0, between(stage, 1, 3))) {
    const first = stage.random() < 0.3 ? lead : pick(stage, stage.market.bySector.investor);
    const second = pick(stage, stage.market.bySector.investor);
    const others = second === first || stage.random() < 0.4 ? [] : [second];
    const line = lineOf(stage, { plot, kind: "investment", from: first, to: company, others });
    const round = `Series ${letter}`;
    const exact = rounded(sum, Math.round);
    const base = { status: "completed", sum: exact, start: dated(stage, day) } as const;
    tell(stage, line, { ...base, sort: "first", day, words: `{A} led the ${round} of {B}, which raised {F}` });
    for (let count = between(stage, 1, 3); count > 0; count--) {
      const nameless = stage.random() < 0.5;
      const words = nameless ? `{B} raised {F} in its ${round}` : `{B}'s ${round} of {F} was led by {A}`;
      const at = day + between(stage, 0, 40);
      tell(stage, line, { ...base, sort: "reworded", day: at, words, ...(nameless ? { from: null } : {}) });
    }
    valuation(stage, company, day, exact * between(stage, 5, 12), plot);
    sum *= 2 + stage.random() * 2;
    day += between(stage, 300, 500);
  }
}

export function rights(stage: Stage, plot: string): void {
  const one = open(stage, plot, "right");
  if (!one) return;
  const names = Object.keys(rightWords) as (keyof typeof rightWords)[];
  const start = between(stage, 0, names.length - 1);
  for (let index = 0; index < between(stage, 1, 2); index++) {
    const right = names[(start + index) % names.length]!;
    const line = another(stage, { ...one, right });
    const day = firstDay(stage);
    const granted = tell(stage, line, { sort: "first", day, status: pick(stage, ["announced", "signed"]), sum: null });
    repeat(stage, granted, between(stage, 1, 3), wordsOnly);
    if (stage.random() < 0.5) {
      const end = tell(stage, line, { sort: "end", day: day + between(stage, 100, 900), status: "ended", sum: null });
      repeat(stage, end, between(stage, 0, 2), wordsOnly);
    }
  }
}

export function commitments(stage: Stage, plot: string): void {
  const company = companyFor(stage, "commitments", "lab");
  if (!company) return;
  const parts: Line[] = [];
  let [total, day] = [0, firstDay(stage)];
  for (let index = 0; index < 3; index++) {
    const line = open(stage, plot, "compute-contract", { from: company });
    if (!line) continue;
    const sum = sumFor(stage, "compute-contract");
    day += between(stage, 10, 60);
    const told = tell(stage, line, { sort: "first", day, status: "signed", sum });
    repeat(stage, told, between(stage, 0, 2));
    parts.push(line);
    total += sum;
  }
  const all = rounded(total * (1.2 + stage.random()), Math.round);
  const partners = parts.flatMap(({ to }) => (to ? [to] : []));
  for (
    let count = between(stage, 2, 4), umbrella = lineOf(stage, { plot, kind: "commitment", from: company, to: null });
    count > 0;
    count--
  ) {
    day += between(stage, 3, 60);
    const others = stage.random() < 0.3 ? partners : [];
    const words = pick(stage, wordings.commitment.told.sum!);
    const ending = others.length > 0 ? ` with ${others.map(({ name }) => name).join(", ")}` : "";
    const bound = pick(stage, ["exact", "over", "about"] as const);
    tell(
      stage,
      { ...umbrella, others },
      { sort: "cumulative", day, status: "announced", sum: all, bound, words: words + ending },
    );
  }
}

export function twoTenders(stage: Stage, plot: string): void {
  const line = open(stage, plot, "secondary-sale");
  if (!line) return;
  const [day, sum] = [firstDay(stage), sumFor(stage, "secondary-sale")];
  repeat(
    stage,
    tell(stage, line, { sort: "first", day, status: "completed", sum, start: dayText(day) }),
    between(stage, 1, 3),
    plainly,
  );
  const later = day + between(stage, 300, 600);
  const next = tell(stage, another(stage, line), {
    sort: "first",
    day: later,
    status: "completed",
    turn: "again",
    sum: rounded(sum * (1.6 + stage.random()), Math.round),
    start: dayText(later),
    year: yearOf(day),
  });
  repeat(stage, next, between(stage, 1, 3), plainly);
}

export function twoFamilies(stage: Stage, plot: string): void {
  const kind = pick(stage, ["chip-supply", "chip-adoption"] as const);
  const one = open(stage, plot, kind, { chip: chips[0]! });
  if (!one) return;
  for (const chip of [pick(stage, chips.slice(0, 3)), pick(stage, chips.slice(3))]) {
    const day = firstDay(stage);
    const status = kind === "chip-supply" ? "signed" : "completed";
    const sum = kind === "chip-supply" ? sumFor(stage, kind) : null;
    const line = another(stage, { ...one, chip });
    repeat(
      stage,
      tell(stage, line, { sort: "first", day, status, sum }),
      between(stage, 1, 3),
      sum === null ? wordsOnly : plainly,
    );
  }
}

/** The same customer, day and sum with several providers; or two bidders for one company. */
export function alike(stage: Stage, plot: string): void {
  const kind = pick(stage, ["compute-contract", "acquisition", "financing"] as const);
  const first = open(stage, plot, kind);
  if (!first) return;
  const [day, sum] = [firstDay(stage), sumFor(stage, kind)];
  const status: Status = kind === "acquisition" ? "talks" : "signed";
  repeat(stage, tell(stage, first, { sort: "lone", day, status, sum }), between(stage, 0, 2), plainly);
  for (let count = between(stage, 1, 2); count > 0; count--) {
    const other =
      kind === "acquisition"
        ? open(stage, plot, kind, { to: first.to! })
        : open(stage, plot, kind, { from: first.from! });
    if (other) repeat(stage, tell(stage, other, { sort: "lone", day, status, sum }), between(stage, 0, 2), plainly);
  }
}

/** Revenue, users and values: they belong to no deal. */
export function figuresOfCompany(stage: Stage, plot: string): void {
  const company = pick(stage, stage.market.bySector.lab);
  for (let count = between(stage, 1, 4); count > 0; count--) {
    const day = firstDay(stage);
    const sum = sumFor(stage, "investment");
    if (stage.random() < 0.4) valuation(stage, company, day, sum * 20, plot);
    else {
      const figure = figureOf(sum, "USD", "about");
      addClaim(
        stage,
        newArticle(stage, day),
        { deal: null, plot, sort: "lone" },
        {
          kind: "metric",
          metric: pick(stage, ["revenue", "loss", "capex"]),
          roles: { company: company.id },
          amount: figure.amount,
          comparator: figure.comparator,
          status: "completed",
          period: null,
          quote: `${company.name} reported ${figure.text} for the year.`,
        },
      );
    }
  }
}

function valuation(stage: Stage, company: Party, day: number, value: number, plot: string): void {
  const figure = figureOf(rounded(value, Math.round), "USD", "exact");
  addClaim(
    stage,
    newArticle(stage, day),
    { deal: null, plot, sort: "lone" },
    {
      kind: "valuation",
      roles: { company: company.id },
      amount: figure.amount,
      comparator: figure.comparator,
      status: "completed",
      period: null,
      terms: { valuation: "post-money" },
      quote: `${company.name} was valued at ${figure.text}.`,
    },
  );
}
