/** Control that changes hands. */

import type { Pattern } from "../pattern.ts";

const notWhole =
  /\b(?:stake|shares?|per cent|%|percent|minority|gpus?|chips?|processors?|accelerators?|capacity|notes?|bonds?|megawatts?|mw|gw|cloud services|computing|power|electricity|warrants?|servers?|site|building|land|assets of)\b/;

export const acquisitionPatterns: readonly Pattern[] = [
  {
    name: "acquire",
    kind: "acquisition",
    verb: "buy acquire purchase takeover absorb",
    roles: { acquirer: "subject", target: "object object's" },
    amount: "money?",
    status: "completed",
    unless: notWhole,
    figureAt: "for at object worth bracket in",
    example: "SoftBank bought Ampere for $6.5 billion.",
    reads: "acquisition acquirer=softbank target=ampere 6500000000 USD completed",
  },
  {
    name: "take-over",
    kind: "acquisition",
    verb: "take",
    roles: { acquirer: "subject", target: "over object" },
    amount: "money?",
    status: "completed",
    needs: /\b(?:take|takes|took|taken|taking) (?:\w+ ){0,2}over\b/,
    unless: notWhole,
    example: "AMD is to take over Mistral for $4.9 billion.",
    reads: "acquisition acquirer=amd target=mistral 4900000000 USD announced",
  },
  {
    name: "takeover-noun",
    kind: "acquisition",
    noun: "acquisition takeover purchase buyout merger",
    roles: { acquirer: "possessor by subject compound", target: "of with for" },
    amount: "money?",
    status: "completed",
    unless: notWhole,
    example: "Nvidia rejected reports that it was preparing a $6 billion takeover of Lambda.",
    reads: "acquisition acquirer=nvidia target=lambda 6000000000 USD denied",
  },
  {
    name: "bid-for",
    kind: "acquisition",
    noun: "bid offer attempt",
    roles: { acquirer: "possessor subject from by", target: "for possessor object" },
    amount: "money?",
    status: "talks",
    needs: /\b(?:bid for|offer for|takeover (?:bid|offer)|attempt to (?:buy|acquire)|offer (?:of .* )?for|bid)\b/,
    unless: notWhole,
    example: "Apple is weighing a bid for Mistral.",
    reads: "acquisition acquirer=apple target=mistral talks",
  },
  {
    name: "offer-for",
    kind: "acquisition",
    verb: "offer bid",
    roles: { acquirer: "subject", target: "for" },
    amount: "money",
    status: "talks",
    unless: notWhole,
    example: "SoftBank has offered $5.4 billion for Mistral.",
    reads: "acquisition acquirer=softbank target=mistral 5400000000 USD talks",
  },
];
