/**
 * Which of the collected rows tell of one deal? Written by hand from the 66 cases of `conflicts.md`.
 *
 * `together`: one deal, whatever its sources say of it. `series`: figures of one party at several days, which are observations and no deal. `apart`: several
 * deals that only look alike. A row in `aside` is of another kind or another deal than the rest of its group and must not be in that deal; one in `open` may be.
 */

export interface Verdict {
  readonly group: string;
  readonly verdict: "together" | "series" | "apart";
  readonly why: string;
  readonly aside?: readonly string[];
  readonly open?: readonly string[];
}

const together = (group: string, why: string, rest: Pick<Verdict, "aside" | "open"> = {}): Verdict => ({
  group,
  verdict: "together",
  why,
  ...rest,
});
const series = (group: string, why: string): Verdict => ({ group, verdict: "series", why });
const apart = (group: string, why: string, rest: Pick<Verdict, "open"> = {}): Verdict => ({
  group,
  verdict: "apart",
  why,
  ...rest,
});

export const verdicts: readonly Verdict[] = [
  together("intel-nervana-price", "one purchase, about or above 400M"),
  together("intel-mobileye-price", "one purchase, a decimal slip"),
  together("nvidia-mellanox-price", "one purchase, three roundings"),
  together("nvidia-arm-price", "one purchase at two share prices, then given up"),
  apart("amazon-anthropic-total", "two tranches of 4B a year apart, and a total of 8B; the undated 4B is either", {
    open: ["amazon-anthropic-4b-seed4"],
  }),
  together("crane-start", "one power contract, two starts"),
  series("openai-prior-valuation", "values of different rounds"),
  together("amd-zt-price", "one purchase, two prices"),
  series("thinking-machines-valuation", "pre-money and with the round; the round itself is no value"),
  together("nvidia-coreweave-stake", "one holding over time"),
  together("google-anthropic-stake", "one holding, two sizes"),
  together("openai-io-price", "one purchase, two prices, then closed"),
  together("meta-scale-amount", "one investment, a figure before closing"),
  apart("windsurf-licence", "a right and a purchase are kinds of their own"),
  together("coreweave-core-scientific", "one purchase, voted down"),
  together("oracle-openai-size", "one contract: a year, the whole, doubts, on track", {
    open: ["openai-oracle-cutting-claim"],
  }),
  together("us-china-chip-share", "one levy, asked and agreed"),
  together("hyperion-size", "one project's money: planned, bonds, with equity"),
  together("us-intel-stake", "one holding, talks then bought"),
  together("us-intel-amount", "one investment, with or without earlier grants"),
  apart("broadcom-10b-customer", "the order was pinned on another customer: a reader who goes by parties sees two"),
  together("nvidia-coreweave-backstop", "one backstop, two ends", {
    open: ["nvidia-coreweave-backstop-as-investment"],
  }),
  together("oracle-bond-2025", "one bond sale, two sizes"),
  series("mistral-2025-valuation", "pre-money and post-money"),
  together("nvidia-openai-loi", "one plan: letter of intent, frozen, denied, 30B in its place"),
  together("amd-openai-value", "one contract's value by three counts"),
  together("xai-valor-spv", "one vehicle: talks for the chips, then closed under the vehicle's name", {
    open: ["xai-valor-vci-54b"],
  }),
  together("openai-korea-wafers", "one agreement, three readings of 900,000"),
  together("amd-openai-warrant-share", "one stake if all warrants vest", { aside: ["amd-openai-warrant"] }),
  together("openai-total-commitments", "one tally over time"),
  together("oracle-amd-start", "one order, two starts"),
  together("microsoft-openai-stake", "one holding over time"),
  together("nvidia-nokia-stake", "one holding, exact and rounded"),
  together("gulf-export-35k", "one licence, each or in all"),
  together("amazon-openai-2025-talks", "one round of talks in five articles"),
  apart("cerebras-openai-equity", "a warrant and a stake are kinds of their own"),
  together("microsoft-openai-total", "one sum since 2019, with or without credits"),
  together("openai-ipo", "one listing"),
  together("openai-trainium", "talks, then signed and ramping"),
  together("oracle-michigan", "one site's money, rival financiers", {
    open: ["oracle-michigan-bofa-14b", "oracle-michigan-blackstone", "oracle-michigan-oracle-view"],
  }),
  together("nvidia-synopsys", "one investment, a slip of ten"),
  together("disney-openai", "announced, then gone"),
  together("nvidia-groq-nature", "asset purchase or takeover", { aside: ["nvidia-groq-license"] }),
  together("softbank-digitalbridge", "one purchase, two prices"),
  together("apple-gemini-price", "a year's price and the whole"),
  together("cerebras-openai-size", "one contract that grew"),
  together("amazon-openai-2026", "talks up to 50B, then signed"),
  series("openai-2026-valuation", "pre-money, post-money at two closings, and talks"),
  series("spacex-value", "two values at two events"),
  together("spacex-ipo-raise", "one listing"),
  together("spacex-xai-price", "one purchase, the combined value as a slip"),
  together("meta-amd-value", "one contract by two counts"),
  together("meta-tpu-value", "one rental, with and without a figure"),
  together("openai-2026-round-size", "one round at two closings"),
  together("abilene-expansion", "one expansion given up: by its size, or by what the site would have reached"),
  together("cerebras-ipo-valuation", "one listing, the target raised"),
  together("anthropic-tpu-2027", "one contract, with and without a figure"),
  together("colossus1-price", "one rent, two prices"),
  together("anthropic-series-h", "one round, the figures of the talks kept by one outlet"),
  apart("spacex-cursor", "an option, its fee and the purchase are rights and deals of their own"),
  series("anthropic-2026-valuation", "talks and closing"),
  series("cerebras-debut-value", "two market values of one day"),
  together("openai-s1-date", "one listing, four dates of its filing"),
];

/** Groups that tell of one deal though they are told apart there. */
export const sameAcrossGroups: readonly (readonly [one: string, other: string, why: string])[] = [
  [
    "amazon-openai-2025-talks",
    "amazon-openai-2026",
    "talks of December that were signed in February are one deal with a history",
  ],
  ["openai-ipo", "openai-s1-date", "what the listing is worth and when it was filed"],
];

/** Rows that stand in no group, or in another one: judged one by one. */
export const furtherTogether: readonly (readonly [rows: readonly string[], why: string])[] = [
  [["openai-aws-38b", "openai-aws-38b-seed1", "openai-aws-plus-100b"], "a contract and its enlargement"],
  [["nvidia-intel-5b", "nvidia-intel-5b-closed"], "announced, then closed"],
  [["openai-2025-secondary-66b", "openai-secondary-66b-seed2"], "one sale of shares"],
  [["microsoft-anthropic-2025", "microsoft-anthropic-5b-seed2"], "one promise of up to 5B"],
  [["nvidia-anthropic-2025", "nvidia-anthropic-10b-seed2"], "one promise of up to 10B"],
  [["anthropic-us-infra-50b", "anthropic-fluidstack-50b"], "one plan"],
  [["microsoft-openai-rofr-2025", "microsoft-openai-rofr-end-seed2"], "one right and its end"],
  [["nvidia-intel-stake-4", "nvidia-intel-stake-44"], "one holding"],
  [["oracle-openai-300b", "oracle-openai-45gw"], "one contract in money and in power"],
  [["meta-amd-100b", "meta-amd-6gw"], "one contract in money and in power"],
  [["anthropic-aws-100b", "anthropic-aws-5gw"], "one contract in money and in power"],
  [["cerebras-openai-10b", "cerebras-openai-750mw"], "one contract in money and in power"],
  [["amazon-openai-50b", "amazon-openai-35b-completion"], "the conditional second part of one investment"],
  [["stargate-uae-1gw", "stargate-uae-200mw"], "a site and its first phase"],
];

export const furtherApart: readonly (readonly [rows: readonly string[], why: string])[] = [
  [
    ["google-anthropic-300m", "google-anthropic-2023-commit", "google-anthropic-2025-1b", "google-anthropic-2026-40b"],
    "investments of four years",
  ],
  [["google-anthropic-3b-total", "google-anthropic-2026-40b"], "a sum until 2025 and a later investment"],
  [["amazon-anthropic-8b-seed2", "amazon-anthropic-2026-5b"], "a sum until 2025 and a later investment"],
  [["amazon-anthropic-2023-4b", "amazon-anthropic-2026-5b"], "investments of two years"],
  [["openai-2021-tender", "openai-2025-secondary-66b"], "sales of two years"],
  [["nvidia-coreweave-2023", "nvidia-coreweave-2025-ipo", "nvidia-coreweave-2b"], "investments of three years"],
  [["nvidia-coreweave-backstop-as-investment", "nvidia-coreweave-2b"], "a mislabelled order and an investment"],
  [["coreweave-core-scientific-2024-offer", "coreweave-core-scientific"], "offers of two years"],
  [["xai-series-b", "xai-series-c", "xai-series-e"], "rounds of three years"],
  [["anthropic-series-g", "anthropic-series-h"], "two rounds"],
  [["softbank-5b-margin-loan", "softbank-ampere-bridge", "softbank-openai-bridge-85"], "three loans for three ends"],
  [["broadcom-anthropic-10b", "broadcom-anthropic-11b"], "a first and a second order"],
  [["meta-coreweave-142", "meta-coreweave-21"], "a first and a second contract"],
  [["coreweave-openai-119", "coreweave-openai-4b", "coreweave-openai-65"], "three contracts"],
  [["meta-google-cloud-10b", "meta-google-tpu-3b"], "a cloud contract and a rental of chips half a year later"],
  [["anthropic-google-tpu-1gw", "anthropic-google-broadcom-35gw"], "agreements of October and of April"],
  [["openai-stargate-7gw", "openai-14t-commitments"], "sites with two partners and the sum of all commitments"],
  [
    ["microsoft-openai-2019-investment", "microsoft-openai-2021-investment", "microsoft-openai-2023-investment"],
    "three investments",
  ],
  [["microsoft-openai-2023-investment", "microsoft-openai-13b-total"], "an investment and the sum of all"],
  [
    ["microsoft-openai-2019-exclusive-cloud", "microsoft-openai-rofr-2025"],
    "an exclusivity and the first refusal that followed it",
  ],
];
