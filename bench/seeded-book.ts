/** Documents with claims for benchmarks and tests: made from a seed, so that every run has the same ones. No reader is needed. */

import type { Amount } from "../src/model/amount.ts";
import { type Claim, type ClaimKind, statuses } from "../src/model/claim.ts";
import { dayOf } from "../src/model/day.ts";
import { documentOf } from "../src/model/document.ts";
import { claimId, type PartyId } from "../src/model/id.ts";
import type { Arrival } from "../src/store/keep-readings.ts";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** As many documents as asked for, with as many claims each. */
export function seededArrivals(documents: number, claimsEach: number, seed = 42): Arrival[] {
  const random = randomOf(seed);
  return Array.from({ length: documents }, (_, index) => seededArrival(index, claimsEach, random));
}

function seededArrival(index: number, claimsEach: number, random: () => number): Arrival {
  const published =
    random() < 0.05 ? null : dayOf(2024 + Math.floor(random() * 2), pick(months, random), pick(days, random));
  const sayings = Array.from({ length: claimsEach }, () => sayingOf(random));
  const head = `Report ${index} of ${published ?? "no day"}.\n\n`;
  const document = documentOf(head + sayings.map(({ words }) => words).join(" "), {
    title: `Report ${index}`,
    publisher: pick(publishers, random),
    published,
  });
  let at = head.length;
  const claims = sayings.map(({ words, claim }): Claim => {
    const span = [at, at + words.length] as const;
    at += words.length + 1;
    return {
      ...claim,
      id: claimId([document.id, ...span, claim.kind]),
      document: document.id,
      quote: words,
      span,
    };
  });
  return {
    document,
    from: { file: `documents/report-${index}.txt`, media: "text", retrieved: null },
    reading: { document, claims, refusals: [], names: new Map(), written: new Map(), sentences: claimsEach + 1 },
  };
}

type Saying = { words: string; claim: Omit<Claim, "id" | "document" | "quote" | "span"> };

function sayingOf(random: () => number): Saying {
  const [kind, from, verb, to] = pick(relations, random);
  const [one, other] = [pick(parties, random), pick(parties, random)];
  const status = pick(statuses, random);
  const billions = 1 + Math.floor(random() * 400) / 10;
  const amount: Amount | null =
    random() < 0.2
      ? null
      : {
          min: billions * 1e9,
          max: random() < 0.3 ? null : billions * 1e9,
          unit: pick(units, random),
          approximate: false,
        };
  const figure = amount
    ? `${amount.max === null ? "at least " : ""}${billions} billion ${amount.unit}`
    : "an unstated sum";
  const hedged = random() < 0.25;
  return {
    words: `${one} ${hedged ? "reportedly " : ""}${verb} ${other} for ${figure} (${status}, ${pick(adverbs, random)}).`,
    claim: {
      kind,
      roles: { [from]: one as PartyId, [to]: other as PartyId },
      amount,
      comparator: amount ? (amount.max === null ? ">=" : "=") : null,
      status,
      period: random() < 0.4 ? { start: dayOf(2023 + Math.floor(random() * 5)), end: null, years: null } : null,
      chip: kind === "chip-supply" ? pick(chips, random) : null,
      metric: null,
      conditional: random() < 0.1,
      hedged,
      saidBy: null,
      origin: random() < 0.1 ? "Bloomberg" : null,
      terms: null,
      checks: [],
      also: [],
    },
  };
}

const relations: readonly (readonly [kind: ClaimKind, from: string, verb: string, to: string])[] = [
  ["investment", "investor", "invests in", "investee"],
  ["compute-contract", "customer", "rents capacity from", "provider"],
  ["chip-supply", "customer", "buys chips from", "vendor"],
  ["financing", "borrower", "borrows from", "lender"],
  ["stake", "holder", "holds a part of", "company"],
  ["right", "holder", "may match every offer to", "grantor"],
  ["acquisition", "acquirer", "takes over", "target"],
];
const parties = Array.from({ length: 120 }, (_, index) => `party-${index}`);
const publishers = ["Example Wire", "Daily Ledger", "The Rack", "Chip Post"];
const units = ["USD", "USD", "USD", "EUR", "W"];
const chips = ["trainium", "tpu", "h100", "blackwell"];
const adverbs = ["quietly", "publicly", "at last", "once more", "in stages", "ahead of plan"];
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const days = [1, 3, 8, 14, 17, 22, 28];

function pick<T>(items: readonly T[], random: () => number): T {
  return items[Math.floor(random() * items.length)]!;
}
