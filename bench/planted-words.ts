/** In what words does the news tell of a deal? Sentences by kind and status: {A} pays, holds or uses, {B} is paid, owned or supplies, {F} is the figure. */

import type { Status } from "../src/model/claim.ts";
import type { DealKind } from "../src/model/deal.ts";

/** What a sentence does beyond its status. */
export type Turn = "vague" | "enlarge" | "grown" | "again" | "sum" | "further";

export interface Wording {
  /** The roles that {A} and {B} fill; a kind of one company has no second. */
  readonly roles: readonly [from: string, to: string | null];
  readonly told: Readonly<Partial<Record<Status | Turn, readonly string[]>>>;
}

export const wordings: Readonly<Record<DealKind, Wording>> = {
  investment: {
    roles: ["investor", "investee"],
    told: {
      talks: [
        "{A} is in talks to invest {F} in {B}",
        "{A} is considering putting {F} into {B}, people familiar with the plans said",
      ],
      announced: [
        "{A} will invest {F} in {B}",
        "{A} announced an investment of {F} in {B}",
        "{B} said that {A} agreed to invest {F}",
      ],
      signed: [
        "{A} signed a definitive agreement to invest {F} in {B}",
        "{A} has committed {F} to {B} under a binding agreement",
      ],
      completed: [
        "{A} has invested {F} in {B}",
        "{A} completed its investment of {F} in {B}",
        "{B} received {F} from {A}",
      ],
      ended: [
        "{A} dropped its plan to invest {F} in {B}",
        "The planned investment of {F} by {A} in {B} has fallen through",
      ],
      denied: [
        "{A} denied that it would invest {F} in {B}",
        "A spokesman for {B} called the report of a {A} investment of {F} false",
      ],
      vague: ["{B}, which counts {A} among its backers,", "{A}, whose investment in {B} drew attention,"],
      sum: [
        "{A} has invested {F} in {B} since {Y}",
        "Altogether {A} has put {F} into {B} since {Y}",
        "{A}'s investments in {B} since {Y} total {F}",
      ],
      again: [
        "{A} made a {N}, separate investment of {F} in {B}",
        "{A} invested another {F} in {B}, in addition to the {P} of {Y}",
      ],
      further: [
        "{A} is in talks to invest a further {F} in {B}",
        "{A} is discussing a new investment of {F} in {B}, after that of {Y}",
      ],
    },
  },
  stake: {
    roles: ["holder", "company"],
    told: {
      talks: ["{A} would hold {F} of {B}", "{A} is in talks over a stake of {F} in {B}"],
      completed: ["{A} owns {F} of {B}", "{A} holds a stake of {F} in {B}", "{A}'s share of {B} stands at {F}"],
      vague: ["{A}, a shareholder of {B},"],
    },
  },
  "secondary-sale": {
    roles: ["company", null],
    told: {
      talks: [
        "{A} is in talks to let employees sell {F} of shares",
        "Employees of {A} may be allowed to sell {F} of stock",
      ],
      announced: [
        "{A} announced that employees may sell {F} of shares",
        "{A} opened a tender for {F} of existing shares",
      ],
      completed: ["{A} closed a secondary sale of {F} of shares", "Employees of {A} sold {F} of shares in a tender"],
      ended: ["{A} cancelled its planned tender of {F}"],
      vague: ["{A}, whose employees sold shares,"],
      again: [
        "{A} closed a {N} tender, in which shares worth {F} changed hands",
        "Employees of {A} sold {F} of shares in a new tender, the first since {Y}",
      ],
    },
  },
  "compute-contract": {
    roles: ["customer", "provider"],
    told: {
      talks: [
        "{A} is in talks with {B} about a cloud contract worth {F}",
        "{A} is negotiating to rent capacity worth {F} from {B}, sources said",
      ],
      announced: [
        "{A} and {B} announced a cloud agreement worth {F}",
        "{A} will buy computing capacity worth {F} from {B}",
      ],
      signed: [
        "{A} signed a cloud contract worth {F} with {B}",
        "{B} won an order for computing capacity worth {F} from {A}",
        "{A} entered into a capacity agreement with {B} for {F}",
      ],
      completed: [
        "{B} has delivered all of the capacity under its contract with {A}, worth {F}",
        "{A} now runs on the capacity worth {F} that it rented from {B}",
      ],
      ended: ["{A} and {B} ended their cloud contract worth {F}", "{A} walked away from its contract with {B} for {F}"],
      denied: [
        "{B} denied that {A} would rent capacity worth {F} from it",
        "{A} called the report of a {F} contract with {B} wrong",
      ],
      vague: [
        "{A}, which already has a multibillion-dollar cloud agreement with {B},",
        "{A} has a large contract with {B}",
      ],
      enlarge: [
        "{A} enlarged its contract with {B} by {F}",
        "{A} expands its existing agreement with {B} with an additional {F}",
      ],
      grown: [
        "{A}'s contract with {B}, enlarged since, is now worth {F}",
        "After the enlargement the agreement between {A} and {B} is worth {F}",
      ],
      sum: [
        "{A}'s contracts with {B} since {Y} total {F}",
        "Taken together, the agreements between {A} and {B} since {Y} come to {F}",
      ],
      again: [
        "{A} signed a {N} contract with {B}, worth {F}, separate from that of {Y}",
        "{A} and {B} signed a new, separate capacity contract worth {F}",
      ],
      further: ["{A} is in talks with {B} about a new contract worth {F}, on top of the one of {Y}"],
    },
  },
  "chip-supply": {
    roles: ["customer", "vendor"],
    told: {
      talks: ["{A} is in talks to buy {C} worth {F} from {B}", "{A} is discussing an order of {C} for {F} with {B}"],
      announced: ["{A} will buy {C} worth {F} from {B}", "{B} and {A} announced a supply agreement for {C} worth {F}"],
      signed: ["{A} ordered {C} worth {F} from {B}", "{B} signed a supply contract with {A} for {C} worth {F}"],
      completed: ["{B} has shipped the {C} worth {F} that {A} ordered", "{A} has received {C} worth {F} from {B}"],
      ended: ["{A} cancelled its order of {C} worth {F} with {B}"],
      denied: ["{A} denied that it ordered {C} worth {F} from {B}"],
      vague: ["{A}, a buyer of {B}'s chips,", "{A} has a supply agreement with {B}"],
      enlarge: [
        "{A} raised its order with {B} by {F}",
        "{A} expands its supply agreement with {B} with an additional {F}",
      ],
      grown: ["{A}'s order with {B}, raised since, now stands at {F}"],
      sum: ["{A}'s orders with {B} since {Y} total {F}"],
      again: ["{A} placed a {N} order with {B}, for {F} of {C}, separate from that of {Y}"],
      further: ["{A} is in talks with {B} about a new order of {C} worth {F}, after that of {Y}"],
    },
  },
  "chip-adoption": {
    roles: ["user", "vendor"],
    told: {
      talks: ["{A} may run its models on {B}'s {C}", "{A} is weighing the use of {C} from {B}"],
      announced: ["{A} said that it will run its models on {B}'s {C}", "{A} plans to move work to {C} from {B}"],
      completed: ["{A} runs its models on {B}'s {C}", "{A} is testing {C} from {B}", "{A} trains on {C} made by {B}"],
      ended: ["{A} stopped using {B}'s {C}"],
      denied: ["{A} denied that it would use {B}'s {C}"],
    },
  },
  commitment: {
    roles: ["obligor", "counterparty-1"],
    told: {
      talks: ["{A} is in talks to commit to purchases of {F} from {B}"],
      announced: ["{A} committed to buy {F} from {B}", "{A} announced a purchase commitment of {F} to {B}"],
      signed: ["{A} signed a purchase commitment of {F} with {B}", "{A} is bound to buy {F} from {B}"],
      ended: ["{A} was released from its commitment of {F} to {B}"],
      vague: ["{A}, which has promised purchases to {B},"],
      sum: [
        "{A} has committed to spend {F} on computing in the coming years",
        "{A}'s infrastructure commitments come to {F}",
        "The long-term commitments of {A} total {F}",
      ],
    },
  },
  financing: {
    roles: ["borrower", "lender"],
    told: {
      talks: ["{A} is in talks with {B} about a loan of {F}", "{B} is considering lending {A} {F}"],
      announced: ["{A} will borrow {F} from {B}", "{B} announced a loan of {F} to {A}"],
      signed: ["{A} signed a credit agreement of {F} with {B}", "{B} agreed in a binding contract to lend {A} {F}"],
      completed: ["{A} has drawn the loan of {F} from {B}", "{B} has lent {A} {F}"],
      ended: ["{A} and {B} ended talks over a loan of {F}", "{A} repaid and closed the loan of {F} from {B}"],
      denied: ["{A} denied that it would borrow {F} from {B}"],
      vague: ["{A}, which has borrowed from {B},"],
      enlarge: ["{A} increased its credit line with {B} by {F}", "{B} expands its loan to {A} with an additional {F}"],
      grown: ["{A}'s credit line with {B}, increased since, now stands at {F}"],
      sum: ["{B} has lent {A} {F} in all since {Y}"],
      again: ["{A} took out a {N} loan from {B}, of {F}, beside the one of {Y}"],
      further: ["{A} is in talks with {B} about a new loan of {F}, after that of {Y}"],
    },
  },
  right: {
    roles: ["holder", "grantor"],
    told: {
      talks: ["{A} would get {R} from {B}"],
      announced: ["{B} will give {A} {R}"],
      signed: ["{A} has {R} from {B}", "{B} granted {A} {R}", "{A} holds {R} in its agreement with {B}"],
      ended: [
        "{A} no longer has {R} from {B}",
        "{B} said that {R} of {A} has ended",
        "{A} waived {R} that {B} had granted",
      ],
    },
  },
  ipo: {
    roles: ["company", null],
    told: {
      talks: ["{A} is considering a listing at a value of {F}", "{A} is preparing an IPO that could value it at {F}"],
      forecast: ["Analysts expect {A} to go public at {F}", "{A}'s IPO is expected to value it at {F}"],
      announced: [
        "{A} filed for an IPO that would value it at {F}",
        "{A} submitted its listing prospectus, aiming at {F}",
      ],
      completed: ["{A} went public at a value of {F}", "{A} shares began trading, valuing it at {F}"],
      ended: ["{A} withdrew its listing at {F}"],
      vague: ["{A}, which is on its way to the stock market,"],
    },
  },
  acquisition: {
    roles: ["acquirer", "target"],
    told: {
      talks: ["{A} is in talks to buy {B} for {F}", "{A} is exploring a takeover of {B} for {F}"],
      announced: ["{A} will acquire {B} for {F}", "{A} announced the takeover of {B} for {F}"],
      signed: ["{A} signed an agreement to buy {B} for {F}"],
      completed: ["{A} completed its takeover of {B} for {F}", "{A} has acquired {B} for {F}"],
      ended: ["{A} called off its takeover of {B} for {F}", "The purchase of {B} by {A} for {F} was abandoned"],
      denied: ["{B} denied that {A} would buy it for {F}"],
      vague: ["{A}, which is buying {B},", "{A}, after its deal to buy {B},"],
    },
  },
  dependence: {
    roles: ["dependent", "supplier"],
    told: {
      completed: [
        "{A} depends on {B} for {F} of its supply",
        "{B} stands for {F} of what {A} buys",
        "{A} relies on {B} for {F} of its computing",
      ],
      vague: ["{A} depends heavily on {B}", "{A} could hardly do without {B}"],
    },
  },
};

/** The words for a right in {R}. */
export const rightWords = {
  exclusivity: "an exclusivity",
  "first-refusal": "a right of first refusal",
  veto: "a veto",
  warrant: "a warrant",
} as const;

/** How a sentence goes on: what makes two reports of one thing differ in their words. */
export const tails = [
  "",
  "",
  ", according to a filing",
  ", the companies said",
  ", as first reported this week",
  ", the latest in a run of such deals",
  ", a person briefed on the matter said",
  ", a move that analysts had expected",
] as const;

export const heads = ["", "", "In a statement, ", "Separately, ", "As reported before, ", "Meanwhile, "] as const;

export const syllables = [
  [
    "Al",
    "Bor",
    "Cor",
    "Del",
    "Es",
    "Fen",
    "Gal",
    "Hel",
    "Ir",
    "Jun",
    "Kel",
    "Lor",
    "Mer",
    "Nor",
    "Or",
    "Pel",
    "Quin",
    "Ros",
    "Sol",
    "Tar",
    "Ul",
    "Ver",
    "Wes",
    "Zan",
  ],
  [
    "a",
    "ber",
    "do",
    "en",
    "fi",
    "gra",
    "i",
    "ka",
    "li",
    "mo",
    "na",
    "o",
    "pha",
    "ri",
    "sta",
    "te",
    "u",
    "va",
    "xi",
    "zo",
  ],
  [
    "cal",
    "dine",
    "dra",
    "gen",
    "lum",
    "mar",
    "nex",
    "nis",
    "phor",
    "quil",
    "rix",
    "sten",
    "tex",
    "thos",
    "tron",
    "vane",
    "via",
    "von",
  ],
] as const;
