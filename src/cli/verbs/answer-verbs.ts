/** Verbs that answer from the deals of a book, and assumptions, in the order of help. */

import {
  bookFlag,
  byFlag,
  dateFlags,
  dryRunFlag,
  firmFlag,
  formatFlags,
  pictureFlags,
  priceDateFlags,
} from "../flags.ts";
import type { Verb } from "../verb.ts";

export const answerVerbs: readonly Verb[] = [
  {
    name: "company",
    operands: "NAME",
    summary: "what is known of a company, and what is missing",
    about: [
      "What no claim answers comes first; then owners, money in and out, what it buys, sells and promises, rights, and its dated figures. --by unit leaves its units out.",
    ],
    flags: [
      { name: "list", about: "the companies of the book, those with most deals first" },
      { name: "obligations", about: "what it must pay, year by year; signed and firmer without --firm" },
      {
        name: "basis",
        value: "BASIS",
        about: "of that: due (what falls due), total (contracts), or value (worth now)",
      },
      { name: "rate", value: "RATE", about: "the yearly rate at which a value is discounted, as 8% (actual/365)" },
      { name: "quarters", value: "YEAR", about: "this year of it by its quarters" },
      { name: "svg", value: "FILE", about: "the picture of what it must pay, as SVG into this file" },
      ...pictureFlags.slice(1),
      byFlag,
      firmFlag,
      ...dateFlags,
      bookFlag,
      ...formatFlags,
    ],
    examples: [
      { command: "capstack company OpenAI --firm signed", about: "what binds it" },
      { command: "capstack company OpenAI --obligations", about: "what falls due, and what has no day" },
      {
        command: "capstack company OpenAI --obligations --basis value --rate 8%",
        about: "what that is worth on the day asked about",
      },
    ],
    load: () => import("../commands/company.ts"),
  },
  {
    name: "own",
    operands: "COMPANY",
    summary: "who owns a company, and what new money would leave them",
    about: [
      "The cap table of the day as far as sources tell it: the part that nobody names stays apart, and shares that come to more than the whole are told, never rescaled. Then, each round by itself, what every owner would have after the money that is talked of, announced or signed: before and after the money where no source tells which valuation it is. At the ends that sources state, and at all that their bounds allow.",
      "Beside it secondary sales, warrants, who owns it through others, which owners it shares with rivals of its kind, its valuations by kind, and what a late entrant earns if it is listed.",
      "What no source states is an assumption (A1), or refused with the line that adds it. Of a company one can assume its pre-money value where no source tells at what new shares are sold (500bn), its shares (1.6bn), the listing-day (2027-06 · 2026..2027), and the listing-dilution, which older holders lose until then (10..20%).",
      "Without --firm: talks and firmer. --by unit leaves units apart from their groups.",
    ],
    flags: [firmFlag, ...dateFlags, byFlag, bookFlag, ...formatFlags],
    examples: [
      { command: "capstack own OpenAI", about: "its owners, now and after the rounds that are told of" },
      { command: "capstack own OpenAI --firm signed --at 2026-02-28", about: "what is at least signed" },
    ],
    load: () => import("../commands/own.ts"),
  },
  {
    name: "network",
    operands: "[COMPANY…]",
    summary: "who gives whom what, and which companies stand in it",
    about: [
      "Every leg of every deal between two companies, by layer: money one way; compute, chips and shares the other; then who owns, holds a right against, or leans on whom. What no source states is “not stated”. Below, the companies: what each pays and gets in dollars, in how many circles it stands, and its rank by money received.",
      "--matrix tells of each company what it has from chips to capital, with the deal behind it; what the registers know says so.",
      "Without --firm: talks and firmer.",
    ],
    flags: [
      { name: "matrix", about: "chips, compute, cloud, models and capital of each company" },
      { name: "without", value: "DEALS", about: "as if these deals had not been made: ids with commas between" },
      { name: "hops", value: "N", about: "with what lies 2 or 3 steps from the companies" },
      { name: "layers", value: "NAMES", about: "of money, compute, chips, shares, debt, owns, rights, leans" },
      ...pictureFlags,
      { name: "gexf", value: "FILE", about: "the graph for Gephi" },
      { name: "graphml", value: "FILE", about: "the graph for other programs" },
      firmFlag,
      ...dateFlags,
      byFlag,
      bookFlag,
      ...formatFlags,
    ],
    examples: [
      { command: "capstack network OpenAI --layers money,chips", about: "what goes in and out" },
      { command: "capstack network --matrix", about: "who has what" },
    ],
    load: () => import("../commands/network.ts"),
  },
  {
    name: "circles",
    operands: "[COMPANY…]",
    summary: "where money that is invested may come back as purchases",
    about: [
      "A circle is money that leaves a company as funding and comes back to it, or to a unit of its group, as purchases: directly, or through others. Each tells its weakest link, what could be the same money (in all, and of what falls due in the window), the days over which it moves, and whether sources say that one hangs on the other. An end that is open stays open; what is not stated narrows nothing.",
      "Below: circles that close only at a looser status, funding without a way back that something else binds (chips used, credits, a right), what suppliers get from whom they fund, and the circular share of all money beside rewired networks of the same degrees and amounts.",
      "Without --firm: talks and firmer. Move it to signed and circles break.",
    ],
    flags: [
      { name: "explain", about: "with the sentence behind each link" },
      { name: "length", value: "N", about: "steps of a circle at the most (default 5)" },
      { name: "window", value: "TIME", about: "2026, 2026-Q1 or A..B (default: the twelve months after as of)" },
      firmFlag,
      ...dateFlags,
      byFlag,
      bookFlag,
      ...formatFlags,
    ],
    examples: [
      { command: "capstack circles", about: "all, and those that nearly are" },
      { command: "capstack circles OpenAI --firm signed --explain", about: "what closes by contracts, with sentences" },
    ],
    load: () => import("../commands/circles.ts"),
  },
  {
    name: "flows",
    operands: "[COMPANY…]",
    summary: "what falls due between whom, in a window of time",
    about: [
      "Legs of deals as dated flows: money one way, chips, capacity and shares the other. Each row is one pair, one commodity and one status; what falls due in the window stands beside the whole. Amounts keep both ends: ≥ $10bn is at least that.",
      "Where no source states when something is paid, a contract with a term is spread evenly by month, and that is marked [A1]: an assumption that `capstack assume` changes. What has no day is listed apart and falls due in no window; what is not posted (no amount, a condition, a total over several deals) is counted with its reason.",
      "Without --firm: signed and firmer. Another currency is converted only with a rate that a person wrote: capstack assume EUR.rate 1.08 --on 2025-12-01.",
    ],
    flags: [
      { name: "window", value: "TIME", about: "2026, 2026-Q1 or A..B (default: the twelve months after as of)" },
      { name: "in", value: "CURRENCY", about: "all money in this currency, where a rate holds" },
      ...pictureFlags,
      {
        name: "basis",
        value: "BASIS",
        about:
          "of the picture: due (what falls due in the window) or whole (contracts); then --by role too: all labs as one",
      },
      {
        name: "fold",
        value: "NAMES",
        about:
          "of the picture: companies, with commas between, that stand as one with the others folded in their column",
      },
      {
        name: "order",
        value: "NAMES",
        about: "of the picture: companies from the top down, with commas between; the rest where fewest ribbons cross",
      },
      { name: "unit", value: "NAME", about: "of the picture: USD, power, chips:tpu, … (default: USD)" },
      firmFlag,
      ...dateFlags,
      byFlag,
      bookFlag,
      ...formatFlags,
    ],
    examples: [
      { command: "capstack flows OpenAI --window 2026", about: "what it pays and gets in a year" },
      { command: "capstack flows --firm talks --by group", about: "all that is told, between groups" },
      { command: "capstack flows --firm talks --by group --svg flows.svg", about: "the same as a picture" },
    ],
    load: () => import("../commands/flows.ts"),
  },
  {
    name: "exposure",
    operands: "COMPANY",
    summary: "on whom a company depends, and who is hurt if it stops paying",
    about: [
      "Suppliers, customers and funders with what falls due in the window and in all, and the share of each as an interval: an amount between two ends has a share between two ends. What no source states is “not stated” and no part of a share. Then how concentrated each layer is, by year, and which deals a right could block.",
      "If it stops paying: who would not get what (the first round). Later rounds by clearing need the cash and the debt of those who are reached, DebtRank their equity: no source states them, so without your assumptions (COMPANY.cash, .debt, .equity) they are refused, with the commands that add them.",
      "Without --firm: signed and firmer.",
    ],
    flags: [
      { name: "window", value: "TIME", about: "2026, 2026-Q1 or A..B (default: the twelve months after as of)" },
      firmFlag,
      ...dateFlags,
      byFlag,
      bookFlag,
      ...formatFlags,
    ],
    examples: [
      { command: "capstack exposure OpenAI", about: "signed and firmer, with its units" },
      { command: "capstack exposure Nvidia --firm announced --window 2026", about: "with what is only announced" },
    ],
    load: () => import("../commands/exposure.ts"),
  },
  {
    name: "runway",
    operands: "COMPANY",
    summary: "how long its cash lasts, against what falls due",
    about: [
      "The cash that you assumed (COMPANY.cash), a year's burn (assumed, or as a source dates it), and dollars that come in or fall due on a day, at the firmness asked. The answer is an interval: the shortest takes low cash, high burn and all that may fall due, the longest the other ends.",
      "Not counted, and listed: what has no day, what hangs on a condition, totals over several deals, credits. Without the cash there is no runway: it exits with 4, tells what was found instead, and the command that adds it.",
    ],
    flags: [
      {
        name: "window",
        value: "TIME",
        about: "sources and uses of this time (default: the twelve months after as of)",
      },
      firmFlag,
      ...dateFlags,
      byFlag,
      bookFlag,
      ...formatFlags,
    ],
    examples: [
      { command: 'capstack assume OpenAI.cash 15..40bn --because "press estimates"', about: "what it runs on" },
      { command: "capstack runway OpenAI --firm announced", about: "months, and the first day below zero" },
    ],
    load: () => import("../commands/runway.ts"),
  },
  {
    name: "watch",
    operands: "[COMPANY…]",
    summary: "what is open, by when it resolves, what firmed up or lapsed",
    about: [
      "Talks and announcements, what hangs on a condition, and forecasts, each with the day by which a source says that it resolves, where one does; ! where that day has passed and no source says how it ended. Below, what firmed up, what lapsed and what is new since an earlier day.",
    ],
    flags: [
      { name: "since", value: "DATE", about: "changes since that day (default: 91 days before as of)" },
      ...dateFlags,
      bookFlag,
      ...formatFlags,
    ],
    examples: [
      { command: "capstack watch OpenAI", about: "what to look out for" },
      { command: "capstack watch --at 2026-02-28 --since 2025-12-17", about: "and what ten weeks brought" },
    ],
    load: () => import("../commands/watch.ts"),
  },
  {
    name: "assume",
    operands: "[WHAT VALUE]",
    summary: "write what no source tells, with your reason; or list it",
    about: [
      "Of a deal: its schedule (once 2026-03 · even 2026..2031 · ramp 2..9 for 7 years · milestones 2026-06:30% 2027:70%; even and ramp may be quarterly, and quarterly ending 01 follows a fiscal year), its condition (holds 2026-10 · fails), the chips whose hours its money buys, by the register of offers or at a price (h100 · h100 at 2.2..4), how a loan is paid back (level 8% quarterly for 5 years · bullet 6.5% yearly for 7 years from 2026-01-31). Of a company: cash, debt, revenue, cash-burn, equity, pre-money (20bn, or 15..40bn for what lies between with 9 chances in 10), and what `own` asks for: shares, listing-day, listing-dilution. Of a currency: its rate in dollars, with its day (EUR.rate 1.08 --on 2025-12-01).",
      "Each is a line in assumptions.yaml with who, when and why. It is counted wherever it is used, and `why` names it. Of several about one thing the one that holds from the latest day counts. --on is the day from which it holds. `undo` takes it back: the line stays, and counts no more. Without operands: all of them.",
    ],
    flags: [
      { name: "on", value: "DATE", about: "the day from which it holds (default: always)" },
      { name: "because", value: "TEXT", about: "why; an assumption without a reason is refused" },
      bookFlag,
      dryRunFlag,
      ...formatFlags,
    ],
    examples: [
      {
        command: `capstack assume deal-72b2.schedule 'ramp 2..9' --because "capacity comes online to 2027"`,
        about: "a deal",
      },
      {
        command: 'capstack assume OpenAI.cash 15..40bn --on 2026-01-01 --because "press estimates"',
        about: "a company",
      },
      { command: "capstack assume", about: "what was assumed so far" },
    ],
    load: () => import("../commands/assume.ts"),
  },
  {
    name: "chips",
    operands: "[NAME]",
    summary: "accelerators: memory, bandwidth, power, peaks, price",
    about: [
      "Lists the chips of the register by vendor: memory in GB, bandwidth in TB/s, power in W, the dense BF16 peak in TFLOP/s, and the estimate of a price with its day. ≠ says that sources tell other figures of the same chip; their rows stand side by side.",
      "With the name of a chip or of a family: every figure with its source, where rows disagree, and what clouds ask for it. Outside a book the shipped registers apply.",
    ],
    flags: [...priceDateFlags, bookFlag, ...formatFlags],
    examples: [
      { command: "capstack chips", about: "all, by vendor" },
      { command: "capstack chips h100", about: "a family with its offers" },
    ],
    load: () => import("../commands/chips.ts"),
  },
  {
    name: "offers",
    operands: "[CHIP | PROVIDER…]",
    summary: "what clouds ask for a chip, per chip hour",
    about: [
      "Lists the offers of the register by chip, the cheapest first: US dollars per chip hour on demand, for one or three years, as spot, and the day of the price. Of an instance with several chips the price is divided among them. ≠ says that sources tell another price of the same thing; their rows stand side by side.",
      "Names of chips, families and providers limit the list: of any of these chips, by any of these providers. Outside a book the shipped registers apply.",
    ],
    flags: [...priceDateFlags, bookFlag, ...formatFlags],
    examples: [
      { command: "capstack offers h100 --at today", about: "one family, at the latest prices" },
      { command: "capstack offers trainium2 AWS --wide", about: "with regions, notes and sources" },
    ],
    load: () => import("../commands/offers.ts"),
  },
];
