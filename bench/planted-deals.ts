/**
 * Claims whose deals are known: a book made from a seed, with the truth planted first and the news written from it.
 *
 * Each planted deal has a history (talks, announced, signed, completed; some ended or denied) and is told again in further documents: word for word, nearly so,
 * reworded, with a bound, rounded, without a figure, under its parent's name. Amendments, tranches, sums over several contracts, second contracts of a pair,
 * new talks, rival figures and denials stand among them. What a careful reader could not tell from the claims is not planted. Nothing here knows how claims are settled.
 */

import type { Testimony } from "../src/model/deal.ts";
import type { ClaimId, PartyId } from "../src/model/id.ts";
import type { Party } from "../src/model/party.ts";
import { marketOf } from "./planted-market.ts";
import { plots } from "./planted-plots.ts";
import { addClaim, newArticle, type Planted, pick, type Stage } from "./planted-stage.ts";
import { randomOf } from "./seeded-book.ts";

export interface PlantedBook {
  /** In the order in which they became known. */
  readonly testimonies: readonly Testimony[];
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly truth: ReadonlyMap<ClaimId, Planted>;
}

/** At least as many claims as asked for: the last plot is played to its end. */
export function plantedBook(claims: number, seed = 42): PlantedBook {
  const random = randomOf(seed);
  const stage: Stage = {
    random,
    market: marketOf(Math.max(120, Math.round(claims / 20))),
    testimonies: [],
    truth: new Map(),
    taken: new Set(),
    roundups: new Map(),
    count: { lines: 0, claims: 0, documents: 0 },
  };
  const program = plots.flatMap((plot) => Array.from({ length: plot[0] }, () => plot));
  while (stage.testimonies.length < claims) {
    const [, name, play] = pick(stage, program);
    play(stage, name);
  }
  const testimonies = stage.testimonies.sort((one, other) =>
    one.known < other.known ? -1 : one.known > other.known ? 1 : 0,
  );
  return { testimonies, parties: stage.market.parties, truth: stage.truth };
}

/** One document more, with claims about as many deals of the book, told again as they stand there. */
export function oneMoreDocument(book: PlantedBook, claims: number, seed: number): Testimony[] {
  const random = randomOf(seed);
  const stage: Stage = {
    random,
    market: marketOf(1),
    testimonies: [],
    truth: new Map(),
    taken: new Set(),
    roundups: new Map(),
    // Counts from here on, so that ids of the book are not met again.
    count: { lines: 0, claims: 1e8 + seed * 1000, documents: 1e8 + seed },
  };
  const article = newArticle(stage, 21_500);
  for (let index = 0; index < claims; index++) {
    const { claim } = book.testimonies[Math.floor(random() * book.testimonies.length)]!;
    addClaim(stage, article, { deal: null, plot: "one more", sort: "verbatim" }, claim);
  }
  return stage.testimonies;
}
