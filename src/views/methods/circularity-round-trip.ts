/** `circularity.roundTrip`: plain investments and commitments in, round trips by pair out. */

import { commitmentIndex, type RoundTrip, roundTrips } from "../../analyses/round-trip.ts";
import { summedRows } from "../../numeric/summed-rows.ts";
import type { Method } from "./method.ts";
import { readInput } from "./read-input.ts";

export const circularityRoundTrip: Method = {
  name: "circularity.roundTrip",
  question: "How much of an investment is committed back: directly, within some hops, at all, on average?",
  source: "Ford & Fulkerson 1956; Baier et al. 2010",
  run(input) {
    const fields = readInput(input, ["n", "investments", "commitments", "hops", "otherUse", "otherFunds"]);
    const n = fields.count("n");
    const investments = fields.edges("investments", n);
    const commitments = fields.edges("commitments", n);
    const hops = fields.has("hops") ? [...fields.numbers("hops", null, { min: 1, integer: true })] : [1, 2, 3, 4];
    const otherUse = fields.numbers("otherUse", n, { min: 0, fallback: 0 });
    const otherFunds = fields.has("otherFunds") ? fields.numbers("otherFunds", n, { min: 0 }) : null;
    return fields.answer(() => {
      const committed = summedRows(n, commitments.from, commitments.to, commitments.amount);
      const invested = summedRows(n, investments.from, investments.to, investments.amount, "drop", "keep");
      const trips = roundTrips(commitmentIndex(committed), invested, hops, otherUse);
      const sum = (of: (trip: RoundTrip) => number): number => trips.reduce((total, trip) => total + of(trip), 0);
      const total = sum((trip) => trip.invested);
      const direct = sum((trip) => trip.direct);
      return {
        pairs: trips.map((trip) => pairJson(trip, hops, otherFunds)),
        total: { invested: total, direct, directRatio: share(direct, total), unbounded: sum((trip) => trip.unbounded) },
      };
    });
  },
};

function pairJson(trip: RoundTrip, hops: readonly number[], otherFunds: Float64Array | null): object {
  const { investor, company, invested, committedBack, direct, byHops, unbounded, proRata } = trip;
  const own = otherFunds === null ? null : Math.min(invested, Math.max(0, committedBack - otherFunds[company]!));
  return {
    investor,
    company,
    invested,
    direct,
    coverage: share(committedBack, invested),
    byHops: Object.fromEntries(hops.map((hop, at) => [hop, byHops[at]!])),
    unbounded,
    proRata,
    ...(own === null ? {} : { unavoidable: share(own, invested) }),
    ratio: { direct: share(direct, invested), unbounded: share(unbounded, invested) },
  };
}

/** A share of nothing is no number. */
function share(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
