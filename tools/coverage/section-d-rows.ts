/** What does each of the eleven rows of coverage.md d ask about? Which deals and fields, which observations, which flags. */

import type { Flag } from "../../src/deals/flags.ts";
import type { Deal, FieldName, Observation } from "../../src/model/deal.ts";
import { dealsBetween, type Settled } from "./settled.ts";

export interface Row {
  readonly title: string;
  readonly deals: (settled: Settled) => readonly Deal[];
  readonly fields: readonly FieldName[];
  readonly observations: (settled: Settled) => readonly Observation[];
  readonly flags: readonly Flag["kind"][];
}

const stake = (settled: Settled): Deal[] => dealsBetween(settled, "investment", { from: "amazon", to: "openai" });
const trainium = ({ settlement }: Settled): Deal[] => settlement.deals.filter(({ chip }) => chip === "trainium");

export const rows: readonly Row[] = [
  row("Size of Amazon's stake", stake, ["amount USD"], []),
  row("Status of the talks", stake, ["status"], ["status-outlier"]),
  row("Use of Trainium", trainium, ["obligation"], []),
  row("Trainium's purpose", trainium, ["workload"], []),
  row(
    "Amazon in Anthropic",
    (settled) => dealsBetween(settled, "investment", { from: "amazon", to: "anthropic" }),
    ["amount USD"],
    [],
  ),
  row(
    "Microsoft in OpenAI",
    (settled) => dealsBetween(settled, "investment", { from: "microsoft", to: "openai" }),
    ["amount USD", "payment"],
    [],
  ),
  row(
    "AWS contract",
    (settled) => dealsBetween(settled, "compute-contract", { from: "openai", to: "aws" }),
    ["status", "amount USD", "term"],
    [],
  ),
  row(
    "Microsoft's veto",
    (settled) => dealsBetween(settled, "right", { from: "microsoft" }),
    ["status"],
    ["rights-differ"],
  ),
  {
    ...row("OpenAI's valuation", (settled) => dealsBetween(settled, "ipo", {}), ["amount USD"], ["stale-value"]),
    observations: ({ settlement }) =>
      settlement.observations.filter(({ party, measure }) => party === "openai" && measure === "valuation"),
  },
  row("Superlative", () => [], [], ["superlatives-differ"]),
  row("“Even bigger check”", () => [], [], ["unfit-comparison"]),
];

function row(title: string, deals: Row["deals"], fields: readonly FieldName[], flags: readonly Flag["kind"][]): Row {
  return { title, deals, fields, observations: () => [], flags };
}
