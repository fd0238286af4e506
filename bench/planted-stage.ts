/** How does a planted deal come into the news? A line is the truth; each telling of it becomes a claim in an article, with words, figure, status and dates. */

import type { Amount, Comparator } from "../src/model/amount.ts";
import type { Claim, Period, Status, Terms } from "../src/model/claim.ts";
import { dayOfNumber } from "../src/model/day.ts";
import type { DealKind, Testimony, Tier } from "../src/model/deal.ts";
import type { ClaimId, DocumentId, PartyId } from "../src/model/id.ts";
import type { Party } from "../src/model/party.ts";
import { type Bound, figureOf } from "./planted-figures.ts";
import type { Market } from "./planted-market.ts";
import { heads, rightWords, type Turn, tails, wordings } from "./planted-words.ts";

/** What a telling does: the first report of a rung, a repeat of one sort or another, or a turn in the history. */
export type Sort =
  | "first"
  | "step"
  | "verbatim"
  | "near repeat"
  | "reworded"
  | "other bound"
  | "rounded"
  | "vague"
  | "other name"
  | "long after"
  | "other unit"
  | "enlargement"
  | "new total"
  | "tranche"
  | "rival figure"
  | "denial"
  | "end"
  | "cumulative"
  | "lone";

export interface Planted {
  /** The number of the planted deal; null for a claim that belongs to none: a valuation, a metric. */
  readonly deal: number | null;
  readonly plot: string;
  readonly sort: Sort;
}

/** A deal as it is in truth. */
export interface Line {
  readonly number: number;
  readonly plot: string;
  readonly kind: DealKind;
  readonly from: Party | null;
  readonly to: Party | null;
  readonly others: readonly Party[];
  readonly unit: string;
  readonly chip: string | null;
  readonly right: keyof typeof rightWords | null;
  readonly years: number | null;
}

export interface Article {
  readonly document: DocumentId;
  readonly day: number;
  readonly tier: Tier;
  readonly lines: Set<number>;
  length: number;
}

/** What one claim says of a line. */
export interface Said {
  readonly sort: Sort;
  readonly day: number;
  readonly status: Status;
  readonly turn?: Turn;
  /** In whole units; null where no figure is given. */
  readonly sum: number | null;
  readonly bound?: Bound;
  readonly unit?: string;
  readonly article?: Article;
  /** The day of signing or closing, as the sentence gives it. */
  readonly start?: string | null;
  readonly from?: Party | null;
  readonly to?: Party | null;
  readonly chip?: string | null;
  readonly years?: number | null;
  readonly conditional?: boolean;
  /** Words instead of those of the kind and status, with the same slots. */
  readonly words?: string;
  /** {Y} and {P}: the year and the figure of an earlier deal. */
  readonly year?: number;
  readonly earlier?: string;
  /** {N}: the second or the third of its sort. */
  readonly place?: "second" | "third";
  readonly origin?: string | null;
}

/** A telling as it stands in the book, to be repeated. */
export interface Told extends Said {
  readonly line: Line;
  /** What it says, without the words around it. */
  readonly core: string;
  readonly sentence: string;
}

export interface Stage {
  readonly random: () => number;
  readonly market: Market;
  readonly testimonies: Testimony[];
  readonly truth: Map<ClaimId, Planted>;
  /** Relations that are taken, so that no two plots speak of one. */
  readonly taken: Set<string>;
  readonly roundups: Map<number, Article>;
  readonly count: { lines: number; claims: number; documents: number };
}

/** Puts what is said into an article and the book. */
export function tell(stage: Stage, line: Line, said: Said): Told {
  const core = filled(stage, line, said, said.words ?? pick(stage, wordsFor(line, said)));
  return write(stage, { ...said, line, core, sentence: dressed(stage, core) });
}

/** The same in the same words, elsewhere. */
export function tellVerbatim(stage: Stage, told: Told, day: number): Told {
  const { article: _, ...rest } = told;
  return write(stage, { ...rest, sort: "verbatim", day });
}

/** The same words with others around them, elsewhere. */
export function tellNearly(stage: Stage, told: Told, day: number): Told {
  const { article: _, ...rest } = told;
  return write(stage, { ...rest, sort: "near repeat", day, sentence: dressed(stage, told.core) });
}

function write(stage: Stage, told: Told): Told {
  const { line, sentence } = told;
  const article = told.article ?? articleFor(stage, told);
  article.lines.add(line.number);
  const unit = told.unit ?? line.unit;
  const figure = told.sum === null ? null : figureOf(told.sum, unit, told.bound ?? "exact");
  addClaim(
    stage,
    article,
    { deal: line.number, plot: line.plot, sort: told.sort },
    {
      kind: line.kind,
      roles: rolesOf(line, told),
      amount: figure?.amount ?? null,
      comparator: figure?.comparator ?? null,
      status: told.status,
      period: periodOf(line, told),
      chip: told.chip === undefined ? line.chip : told.chip,
      conditional: told.conditional ?? false,
      hedged: told.status === "talks" && stage.random() < 0.6,
      origin: told.origin ?? null,
      terms: termsOf(line, told),
      quote: sentence,
    },
  );
  return { ...told, article };
}

interface Content {
  readonly kind: Claim["kind"];
  readonly roles: Readonly<Record<string, PartyId>>;
  readonly amount: Amount | null;
  readonly comparator: Comparator | null;
  readonly status: Status;
  readonly period: Period | null;
  readonly quote: string;
  readonly chip?: string | null;
  readonly metric?: Claim["metric"];
  readonly conditional?: boolean;
  readonly hedged?: boolean;
  readonly origin?: string | null;
  readonly terms?: Terms | null;
}

/** Adds a claim with its truth. Ids tell nothing: they are mixed from a count. */
export function addClaim(stage: Stage, article: Article, planted: Planted, content: Content): void {
  const number = stage.count.claims++;
  const id = `c-${hexOf(number, 0x51ed)}${hexOf(number, 0x2c1b)}` as ClaimId;
  const start = article.length;
  article.length += content.quote.length + 1;
  stage.testimonies.push({
    claim: {
      id,
      document: article.document,
      kind: content.kind,
      roles: content.roles,
      amount: content.amount,
      comparator: content.comparator,
      status: content.status,
      period: content.period,
      chip: content.chip ?? null,
      metric: content.metric ?? null,
      conditional: content.conditional ?? false,
      hedged: content.hedged ?? false,
      saidBy: null,
      origin: content.origin ?? null,
      terms: content.terms ?? null,
      checks: [],
      quote: content.quote,
      span: [start, start + content.quote.length],
      also: [],
    },
    known: dayOfNumber(article.day),
    tier: article.tier,
    headline: start === 0 && stage.random() < 0.3,
  });
  stage.truth.set(id, planted);
}

/** An article of its own. */
export function newArticle(stage: Stage, day: number): Article {
  const number = stage.count.documents++;
  const document = [1, 2, 3, 4, 5, 6, 7, 8].map((part) => hexOf(number, part * 0x9e37)).join("") as DocumentId;
  const draw = stage.random();
  const tier = draw < 0.1 ? 1 : draw < 0.25 ? 2 : draw < 0.85 ? 3 : 4;
  return { document, day, tier, lines: new Set(), length: 0 };
}

/** Repeats stand in the week's roundup now and then, beside what has nothing to do with them. */
function articleFor(stage: Stage, { line, day, sort }: Told): Article {
  if (sort === "first" || sort === "step" || stage.random() < 0.7) return newArticle(stage, day);
  const week = Math.ceil(day / 7) * 7;
  const roundup = stage.roundups.get(week);
  if (roundup && roundup.length < 3000 && !roundup.lines.has(line.number)) return roundup;
  const next = newArticle(stage, week);
  stage.roundups.set(week, next);
  return next;
}

function rolesOf(line: Line, { from = line.from, to = line.to }: Said): Record<string, PartyId> {
  const [one, other] = wordings[line.kind].roles;
  const roles: Record<string, PartyId> = {};
  if (from) roles[one] = from.id;
  for (const [index, each] of line.others.entries()) {
    if (line.kind === "commitment") roles[`counterparty-${index + 1}`] = each.id;
    else if (from) roles[`${one}-${index + 2}`] = each.id;
  }
  if (to && other) roles[other] = to.id;
  return roles;
}

function periodOf(line: Line, { start = null, years = line.years }: Said): Period | null {
  return start === null && years === null ? null : { start: start as Period["start"], end: null, years };
}

function termsOf(line: Line, { conditional }: Said): Terms | null {
  if (line.right) return { right: line.right };
  return conditional ? { condition: "contractual" } : null;
}

function wordsFor(line: Line, said: Said): readonly string[] {
  const words = wordings[line.kind].told[said.turn ?? said.status];
  if (!words) throw new Error(`no words for ${said.turn ?? said.status} of ${line.kind}`);
  return words;
}

function dressed(stage: Stage, core: string): string {
  if (core.endsWith(",")) return `${core} ${pick(stage, asides)}.`;
  const head = pick(stage, heads);
  const begin = head !== "" && commonBeginning.test(core) ? core[0]!.toLowerCase() + core.slice(1) : core;
  return `${head}${begin}${pick(stage, tails)}.`;
}

function filled(stage: Stage, line: Line, said: Said, words: string): string {
  const { from = line.from, to = line.to, chip = line.chip, sum, start, years = line.years } = said;
  const figure = sum === null ? null : figureOf(sum, said.unit ?? line.unit, said.bound ?? "exact").text;
  const text = words
    .replaceAll("{A}", from?.name ?? "the company")
    .replaceAll("{B}", to?.name ?? "the company")
    .replaceAll("{C}", chip ?? "chips")
    .replaceAll("{R}", line.right ? rightWords[line.right] : "a right")
    .replaceAll("{Y}", String(said.year ?? ""))
    .replaceAll("{P}", said.earlier ?? "sum")
    .replaceAll("{N}", said.place ?? "second")
    .replaceAll("{F}", figure ?? pick(stage, ["an undisclosed sum", "a sum that was not disclosed"]));
  const sized = text.replace(/worth (?=(about |at least |more than |up to )?[\d.]+ (giga|mega)watts)/, "of ");
  const dated = start ? ` (${said.status === "talks" ? "since" : "dated"} ${start})` : "";
  const term = years !== null && said.turn !== "vague" ? ` over ${years} years` : "";
  return sized.endsWith(",") ? sized : `${sized}${term}${dated}`;
}

/** Words that have a capital only at the beginning of a sentence. */
const commonBeginning = /^(A|After|Altogether|Analysts|Employees|Taken|The) /;

const asides = ["opened another office", "reported its quarter", "named a new finance chief", "declined to comment"];

export function pick<T>(stage: Stage, items: readonly T[]): T {
  return items[Math.floor(stage.random() * items.length)]!;
}

/** A whole number from low to high, both included. */
export function between(stage: Stage, low: number, high: number): number {
  return low + Math.floor(stage.random() * (high - low + 1));
}

/** Eight hexadecimal digits, another for each number with one salt. */
function hexOf(number: number, salt: number): string {
  let mixed = Math.imul(number + salt, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0).toString(16).padStart(8, "0");
}
