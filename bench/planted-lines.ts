/** How does a planted deal begin, climb the ladder and get repeated? What all plots share. */

import type { Status } from "../src/model/claim.ts";
import { dayOfNumber } from "../src/model/day.ts";
import type { DealKind } from "../src/model/deal.ts";
import type { Party } from "../src/model/party.ts";
import { type Bound, rounded } from "./planted-figures.ts";
import { sides } from "./planted-market.ts";
import {
  between,
  type Line,
  pick,
  type Said,
  type Stage,
  type Told,
  tell,
  tellNearly,
  tellVerbatim,
} from "./planted-stage.ts";
import { wordings } from "./planted-words.ts";

const ladders: Readonly<Partial<Record<DealKind, readonly Status[]>>> = {
  investment: ["talks", "announced", "signed", "completed"],
  "compute-contract": ["talks", "announced", "signed"],
  "chip-supply": ["talks", "announced", "signed", "completed"],
  "chip-adoption": ["talks", "announced", "completed"],
  financing: ["talks", "announced", "signed", "completed"],
  acquisition: ["talks", "announced", "signed", "completed"],
  commitment: ["talks", "announced", "signed"],
  "secondary-sale": ["talks", "announced", "completed"],
};

export interface Climb {
  readonly from?: number;
  readonly upTo?: number;
  readonly plain?: boolean;
  /** False where it ends, so that no late report of a rung could be taken for a new beginning. */
  readonly echo?: boolean;
  readonly underTwoNames?: boolean;
}

/** Some rungs of the ladder, each with repeats. Figures of talks may be off; from the announcement on the sum is known. */
export function climb(stage: Stage, line: Line, sum: number, firstly: number, options: Climb): Told {
  const ladder = ladders[line.kind]!;
  const sums = line.kind !== "chip-adoption";
  const highest = Math.min(options.upTo ?? ladder.length, ladder.length);
  const lowest = options.from ?? between(stage, 0, highest - 1);
  const rungs = ladder
    .slice(lowest, highest)
    .filter((_, index, all) => index === 0 || index === all.length - 1 || stage.random() < 0.7);
  let day = firstly;
  let last: Told | null = null;
  for (const status of rungs) {
    const talked = status === "talks";
    const off = talked && stage.random() < 0.5 ? 0.6 + 0.8 * stage.random() : 1;
    const told: Told = tell(stage, line, {
      sort: last === null ? "first" : "step",
      day,
      status,
      sum: sums ? (off === 1 ? sum : rounded(sum * off, Math.round)) : null,
      bound: talked ? pick<Bound>(stage, ["exact", "exact", "over", "least", "about"]) : "exact",
      start: talked || !sums ? null : dated(stage, day),
      years: talked ? null : line.years,
      origin: talked && stage.random() < 0.4 ? pick(stage, newsrooms) : null,
    });
    const manner = !sums ? wordsOnly : options.plain ? plainly : anyhow;
    repeat(stage, told, between(stage, 0, 3), manner, options.underTwoNames);
    last = told;
    day += between(stage, 10, 120);
  }
  if (sums && !options.plain && options.echo !== false && last!.status !== "talks" && stage.random() < 0.2)
    tell(stage, line, {
      ...repeatable(last!),
      sort: "long after",
      day: day + between(stage, 200, 600),
      start: dated(stage, last!.day) ?? null,
    });
  return last!;
}

interface Manner {
  readonly ways: readonly ("verbatim" | "near repeat" | "reworded" | "other bound" | "rounded" | "vague")[];
  readonly sort?: Said["sort"];
}
/** Nothing else is told of the pair. */
export const anyhow: Manner = {
  ways: ["verbatim", "near repeat", "reworded", "reworded", "other bound", "rounded", "vague"],
};
/** Where a pair has several deals, the figure tells which is meant. */
export const plainly: Manner = { ways: ["verbatim", "near repeat", "near repeat", "reworded"] };
/** There is no figure. */
export const wordsOnly: Manner = { ways: ["verbatim", "near repeat", "reworded"] };

/** Further documents tell it again. */
export function repeat(stage: Stage, told: Told, count: number, manner: Manner = anyhow, underTwoNames = false): void {
  for (let index = 0; index < count; index++) {
    const way = pick(stage, manner.ways);
    const day = told.day + between(stage, 0, way === "verbatim" ? 3 : 30);
    const said = { ...repeatable(told), sort: manner.sort ?? way, day };
    if (underTwoNames && stage.random() < 0.6)
      tell(stage, told.line, { ...said, sort: "other name", to: parentOf(stage, told.line.to!) });
    else if (way === "verbatim") tellVerbatim(stage, told, day);
    else if (way === "near repeat") tellNearly(stage, told, day);
    else if (way === "other bound")
      tell(stage, told.line, { ...said, bound: pick<Bound>(stage, ["over", "least", "up-to"]) });
    else if (way === "rounded") tell(stage, told.line, { ...said, bound: "about" });
    else if (way === "vague" && wordings[told.line.kind].told.vague && told.turn === undefined)
      tell(stage, told.line, {
        ...said,
        turn: "vague",
        sum: null,
        start: null,
        years: null,
        ...(told.line.chip ? { chip: null } : {}),
      });
    else tell(stage, told.line, { ...said, sort: manner.sort ?? "reworded" });
  }
}

/** What a retelling keeps. */
function repeatable(told: Told): Said {
  const { article: _article, line: _line, core: _core, sentence: _sentence, ...said } = told;
  return said;
}

interface Opening {
  readonly named?: "any" | "unit";
  readonly from?: Party;
  readonly to?: Party;
  readonly chip?: string;
}

/** A deal between two companies that no other plot of this kind speaks of; null where none was found soon. */
export function open(
  stage: Stage,
  plot: string,
  kind: DealKind,
  { named = "any", ...given }: Opening = {},
): Line | null {
  const [froms, tos] = sides[kind];
  for (let attempt = 0; attempt < 20; attempt++) {
    const from = given.from ?? someone(stage, stage.market.bySector[pick(stage, froms)]);
    const to = tos.length === 0 ? null : (given.to ?? someone(stage, stage.market.bySector[pick(stage, tos)]));
    if (to && named === "unit" && !to.parent) continue;
    if (to && rootOf(from) === rootOf(to)) continue;
    const key = `${kind} ${rootOf(from)} ${to ? rootOf(to) : ""}`;
    if (stage.taken.has(key)) continue;
    stage.taken.add(key);
    const chip =
      given.chip ??
      (kind === "chip-adoption" || (kind === "chip-supply" && stage.random() < 0.6) ? pick(stage, chips) : null);
    return lineOf(stage, {
      plot,
      kind,
      from,
      to,
      chip,
      years: kind.endsWith("contract") && stage.random() < 0.4 ? between(stage, 3, 10) : null,
    });
  }
  return null;
}

type LineParts = Pick<Line, "plot" | "kind" | "from" | "to"> & Partial<Line>;

export function lineOf(stage: Stage, parts: LineParts): Line {
  const share = parts.kind === "stake" || parts.kind === "dependence";
  const rest = { others: [], unit: share ? "share" : "USD", chip: null, right: null, years: null };
  return { ...rest, ...parts, number: stage.count.lines++ };
}

export function another(stage: Stage, line: Line): Line {
  return { ...line, number: stage.count.lines++ };
}

export function companyFor(stage: Stage, plot: string, sector: "lab" | "startup"): Party | null {
  for (let attempt = 0; attempt < 20; attempt++) {
    const party = someone(stage, stage.market.bySector[sector]);
    const key = `${plot} ${party.id}`;
    if (stage.taken.has(key)) continue;
    stage.taken.add(key);
    return party;
  }
  return null;
}

/** A few are in most of the news. */
function someone(stage: Stage, parties: readonly Party[]): Party {
  return parties[Math.floor(parties.length * stage.random() ** 1.5)]!;
}

function rootOf(party: Party): string {
  return party.parent ?? party.id;
}

function parentOf(stage: Stage, party: Party): Party {
  return party.parent ? stage.market.parties.get(party.parent)! : party;
}

const newsrooms = ["Bloomberg", "Reuters", "The Information", "Financial Times"];
export const chips = ["trainium", "tpu", "gaudi", "h100", "blackwell", "mi450"];

/** Orders of magnitude of a kind's sums, as powers of ten of dollars. */
const magnitudes: Readonly<Record<DealKind, readonly [low: number, high: number]>> = {
  investment: [8, 10.5],
  stake: [0, 0],
  "secondary-sale": [8, 10],
  "compute-contract": [9, 11.5],
  "chip-supply": [8.5, 11],
  "chip-adoption": [0, 0],
  commitment: [9, 11],
  financing: [8.5, 10.5],
  right: [0, 0],
  ipo: [9, 12],
  acquisition: [8, 10.8],
  dependence: [0, 0],
};

export function sumFor(stage: Stage, kind: DealKind): number {
  const [low, high] = magnitudes[kind];
  const sum = 10 ** (low + (high - low) * stage.random());
  return stage.random() < 0.5 ? rounded(sum, Math.round) : Number(sum.toPrecision(3));
}

/** From the beginning of 2022 to the middle of 2026. */
export function firstDay(stage: Stage): number {
  return between(stage, 18_993, 20_600);
}

export function dayText(day: number): string {
  return dayOfNumber(day);
}

export function yearOf(day: number): number {
  return Number(dayText(day).slice(0, 4));
}

/** The day as the sentence gives it: in full, as a month, or not at all. */
export function dated(stage: Stage, day: number): string | null {
  const draw = stage.random();
  return draw < 0.5 ? dayText(day) : draw < 0.7 ? dayText(day).slice(0, 7) : null;
}
