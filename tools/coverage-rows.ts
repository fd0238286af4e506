/** What must come out of the five source articles: the rows of coverage.md, sections a, b and d, that are claims, in words of our own. */

import type { Claim, Terms } from "../src/model/claim.ts";

export interface CoverageRow {
  /** Section of coverage.md, and the article that holds it. */
  readonly section: "a" | "b" | "d";
  readonly seed: 0 | 1 | 2 | 3 | 4;
  readonly thing: string;
  /** `kind:metric(chip) role=party … amount unit status`, as patterns write it. */
  readonly claim: string;
  readonly says?: Partial<Pick<Claim, "comparator" | "conditional" | "hedged" | "saidBy" | "origin">>;
  readonly terms?: Partial<Terms>;
  /** Words of a comparison or superlative that some claim of the article must hold. */
  readonly check?: string;
}

const talks = "investment investor=amazon investee=openai";

export const coverageRows: readonly CoverageRow[] = [
  {
    section: "a",
    seed: 0,
    thing: "size of the talks, an open lower bound, told by unnamed reports",
    claim: `${talks} 10000000000.. USD talks`,
    says: { comparator: ">", saidBy: "multiple reports", hedged: true },
  },
  {
    section: "a",
    seed: 1,
    thing: "size of the talks, a point",
    claim: `${talks} 10000000000 USD talks`,
    says: { comparator: "=" },
  },
  {
    section: "a",
    seed: 2,
    thing: "size of the talks, a rumour",
    claim: `${talks} 10000000000.. USD talks`,
    says: { comparator: ">", hedged: true },
  },
  {
    section: "a",
    seed: 3,
    thing: "size of the talks, as reported",
    claim: `${talks} 10000000000 USD talks`,
    says: { hedged: true },
  },
  {
    section: "a",
    seed: 4,
    thing: "size of the talks, a closed lower bound, with who reported it first",
    claim: `${talks} 10000000000.. USD talks`,
    says: { comparator: ">=", origin: "Bloomberg" },
  },
  {
    section: "a",
    seed: 0,
    thing: "value that the deal implies",
    claim: "valuation company=openai 500000000000.. USD talks",
    says: { comparator: ">" },
  },
  {
    section: "a",
    seed: 1,
    thing: "value that the deal implies, on condition",
    claim: "valuation company=openai 500000000000.. USD talks",
    says: { comparator: ">", conditional: true },
  },
  {
    section: "a",
    seed: 4,
    thing: "value that the deal implies, on condition",
    claim: "valuation company=openai 500000000000.. USD talks",
    says: { comparator: ">", conditional: true },
  },
  {
    section: "a",
    seed: 1,
    thing: "sale by employees in which a title was held",
    claim: "secondary-sale company=openai completed",
  },
  {
    section: "a",
    seed: 2,
    thing: "secondary sale of October",
    claim: "secondary-sale company=openai 6600000000 USD completed",
  },
  {
    section: "a",
    seed: 2,
    thing: "value at that sale",
    claim: "valuation company=openai 500000000000 USD completed",
    terms: { valuation: "secondary" },
  },
  { section: "a", seed: 4, thing: "stale value", claim: "valuation company=openai 150000000000 USD completed" },
  {
    section: "a",
    seed: 4,
    thing: "value of a peer, in brackets",
    claim: "valuation company=anthropic 183000000000 USD completed",
  },
  {
    section: "a",
    seed: 4,
    thing: "value of a peer, reported",
    claim: "valuation company=xai 230000000000 USD completed",
    says: { hedged: true },
  },
  {
    section: "a",
    seed: 4,
    thing: "run-rate of sales",
    claim: "metric:revenue company=openai 5000000000 USD completed",
    says: { comparator: "~" },
  },
  {
    section: "a",
    seed: 0,
    thing: "listing that the deal prepares",
    claim: "ipo company=openai 1000000000000 USD talks",
  },
  {
    section: "a",
    seed: 0,
    thing: "listing, an upper bound",
    claim: "ipo company=openai ..1000000000000 USD talks",
    says: { comparator: "<=", conditional: true },
  },
  {
    section: "a",
    seed: 3,
    thing: "listing in one of two years, as a goal",
    claim: "ipo company=openai 1000000000000 USD forecast",
    terms: { valuation: "target" },
  },
  {
    section: "a",
    seed: 0,
    thing: "share kept in the restructuring, as reported",
    claim: "stake holder=microsoft company=openai 0.27 share completed",
    says: { hedged: true },
  },
  {
    section: "a",
    seed: 1,
    thing: "share held after the restructuring",
    claim: "stake holder=microsoft company=openai 0.27 share completed",
  },
  {
    section: "a",
    seed: 2,
    thing: "money put in since 2019",
    claim: "investment investor=microsoft investee=openai 13000000000.. USD completed",
    says: { comparator: ">" },
  },
  {
    section: "a",
    seed: 4,
    thing: "money promised, in part as credits",
    claim: "investment investor=microsoft investee=openai 13000000000 USD signed",
    says: { comparator: "~" },
    terms: { inKind: true },
  },
  {
    section: "a",
    seed: 2,
    thing: "rival lab's backer, cumulative",
    claim: "investment investor=amazon investee=anthropic 8000000000.. USD completed",
    says: { hedged: true },
  },
  {
    section: "a",
    seed: 4,
    thing: "rival lab's backer, first tranche or total",
    claim: "investment investor=amazon investee=anthropic 4000000000 USD completed",
  },
  {
    section: "a",
    seed: 3,
    thing: "rival lab's backer, no figure",
    claim: "investment investor=amazon investee=anthropic completed",
  },
  {
    section: "a",
    seed: 2,
    thing: "first new investor of the rival lab",
    claim: "investment investor=microsoft investee=anthropic ..5000000000 USD announced",
    says: { comparator: "<=" },
  },
  {
    section: "a",
    seed: 2,
    thing: "second new investor of the rival lab, as reported",
    claim: "investment investor=nvidia investee=anthropic 10000000000 USD announced",
    says: { hedged: true },
  },
  {
    section: "a",
    seed: 3,
    thing: "backing of a lab beside a subsidiary",
    claim: "investment investor=google investee=anthropic completed",
  },
  {
    section: "a",
    seed: 3,
    thing: "earlier commitment without a figure",
    claim: "investment investor=microsoft investee=openai signed",
  },
  {
    section: "b",
    seed: 1,
    thing: "cloud contract of seven years, announced, much of it passed on",
    claim: "compute-contract customer=openai provider=aws 38000000000 USD announced",
    terms: { passThrough: "Nvidia hardware" },
  },
  {
    section: "b",
    seed: 2,
    thing: "cloud contract, signed, a first one",
    claim: "compute-contract customer=openai provider=aws 38000000000 USD signed",
    check: "first major contract",
  },
  {
    section: "b",
    seed: 3,
    thing: "cloud contract, vague",
    claim: "compute-contract customer=openai provider=aws signed",
  },
  {
    section: "b",
    seed: 2,
    thing: "total of what was promised, three parties in a list",
    claim:
      "commitment obligor=openai counterparty-1=nvidia counterparty-2=amd counterparty-3=broadcom 1400000000000.. USD signed",
    says: { comparator: ">", hedged: true },
  },
  {
    section: "b",
    seed: 0,
    thing: "chips, misspelt, potential",
    claim: "chip-adoption(trainium) user=openai vendor=amazon talks",
  },
  {
    section: "b",
    seed: 3,
    thing: "second family of chips in one breath",
    claim: "chip-adoption(inferentia) user=openai vendor=amazon talks",
  },
  {
    section: "b",
    seed: 1,
    thing: "another developer tests another maker's chips",
    claim: "chip-adoption user=meta vendor=google completed",
  },
  { section: "b", seed: 0, thing: "own chips", claim: "chip-adoption(tpu) user=google vendor=google completed" },
  {
    section: "b",
    seed: 2,
    thing: "first refusal that has ended",
    claim: "right holder=microsoft grantor=openai ended",
    terms: { right: "first-refusal" },
  },
  {
    section: "b",
    seed: 4,
    thing: "block on condition of exclusivity",
    claim: "right holder=microsoft grantor=openai talks",
    says: { conditional: true },
    terms: { right: "exclusivity" },
  },
  { section: "b", seed: 3, thing: "exclusive features", claim: "right holder=amazon grantor=openai talks" },
  {
    section: "b",
    seed: 2,
    thing: "backbone of cloud and computing",
    claim: "dependence dependent=openai supplier=microsoft completed",
  },
  {
    section: "b",
    seed: 3,
    thing: "reliance that could shrink",
    claim: "dependence dependent=openai supplier=nvidia completed",
  },
  {
    section: "b",
    seed: 4,
    thing: "reliance that is to be spread",
    claim: "dependence dependent=openai supplier=microsoft completed",
  },
  {
    section: "b",
    seed: 4,
    thing: "one cloud relies on the other",
    claim: "dependence dependent=microsoft supplier=aws completed",
  },
  {
    section: "b",
    seed: 3,
    thing: "unhappy client of a cloud",
    claim: "compute-contract customer=capital-one provider=aws signed",
  },
  {
    section: "d",
    seed: 1,
    thing: "use of the chips: encouraged",
    claim: "chip-adoption(trainium) user=openai vendor=amazon talks",
    terms: { obligation: "encouraged" },
  },
  {
    section: "d",
    seed: 0,
    thing: "use of the chips: for a part",
    claim: "chip-adoption(trainium) user=openai vendor=amazon talks",
    terms: { obligation: "part-of" },
  },
  {
    section: "d",
    seed: 3,
    thing: "use of the chips: required",
    claim: "chip-adoption(trainium) user=openai vendor=amazon talks",
    terms: { obligation: "required" },
  },
  {
    section: "d",
    seed: 4,
    thing: "use of the chips: for which work",
    claim: "chip-adoption(trainium) user=openai vendor=amazon talks",
    terms: { workloads: ["training", "inference"] },
  },
  {
    section: "d",
    seed: 4,
    thing: "bigger than another's money",
    claim: `${talks} 10000000000.. USD talks`,
    check: "even bigger check",
  },
  {
    section: "d",
    seed: 4,
    thing: "most valuable ever",
    claim: "valuation company=openai 500000000000.. USD talks",
    check: "most valuable private company in history",
  },
  {
    section: "d",
    seed: 1,
    thing: "most valuable of its field",
    claim: "valuation company=openai 500000000000.. USD talks",
    check: "most valuable private technology company",
  },
  {
    section: "d",
    seed: 0,
    thing: "among the largest ever",
    claim: `${talks} 10000000000.. USD talks`,
    check: "one of the largest private technology investments in history",
  },
];
