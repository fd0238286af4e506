/** Reliance that is no contract: a supplier's share, a customer's share of revenue. */

import type { Pattern } from "../pattern.ts";

export const dependencePatterns: readonly Pattern[] = [
  {
    name: "rely-on",
    kind: "dependence",
    verb: "rely depend",
    roles: { dependent: "subject", supplier: "on upon" },
    amount: "share?",
    status: "completed",
    each: "dependent",
    example: "CoreWeave relies on Microsoft for 67% of its sales.",
    reads: "dependence dependent=coreweave supplier=microsoft 0.67 share completed",
  },
  {
    name: "account-for",
    kind: "dependence",
    verb: "account represent contribute bring make generate provide supply be constitute form",
    roles: { supplier: "subject by", dependent: "of's of possessor for for's topic" },
    amount: "share",
    status: "completed",
    needs: /\b(?:revenues?|sales|turnover|backlog|order book|income|billings|fleet|capacity|business)\b/,
    unless: /\b(?:market share|of the market|marketplace|gross margin|up \d)\b/,
    rank: 0.7,
    example: "Microsoft accounted for 62% of CoreWeave's revenue in 2024.",
    reads: "dependence dependent=coreweave supplier=microsoft 0.62 share completed",
  },
  {
    name: "come-from",
    kind: "dependence",
    verb: "come derive",
    roles: { supplier: "from", dependent: "of's of possessor topic" },
    amount: "share",
    status: "completed",
    needs: /\b(?:revenues?|sales|turnover|backlog|income)\b/,
    rank: 0.7,
    example: "87% of Cerebras's revenue came from G42.",
    reads: "dependence dependent=cerebras supplier=g42 0.87 share completed",
  },
  {
    name: "dependence-noun",
    kind: "dependence",
    noun: "dependence dependency reliance",
    roles: { dependent: "possessor subject of", supplier: "on upon compound" },
    amount: "share?",
    status: "completed",
    example: "The chips could reduce OpenAI's dependence on Nvidia.",
    reads: "dependence dependent=openai supplier=nvidia completed",
  },
];
