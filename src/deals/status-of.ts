/** Where does a deal stand? The firmest rung that its sources support, unless the last word is that it ended. */

import type { Status } from "../model/claim.ts";
import { dayNumber } from "../model/day.ts";
import type { DealKind, Disagreement, Testimony } from "../model/deal.ts";
import { rungOf } from "./firmness.ts";
import type { Told } from "./readings.ts";

/**
 * Claims with the status that their document supports. A text that says that something is being discussed, and then speaks of "the $10bn investment", still
 * says that it is being discussed: of one figure in one document the looser status holds.
 */
export function supported(testimonies: readonly Testimony[], kind: DealKind): Testimony[] {
  if (kind === "dependence" || kind === "stake") return [...testimonies];
  const talked = new Set(testimonies.filter(({ claim }) => claim.status === "talks").map(talkKey));
  const documents = new Set([...talked].map((key) => key.slice(0, 64)));
  return testimonies.map((testimony) => {
    const { claim } = testimony;
    if (rungOf(claim.status) < 1 || claim.period?.start) return testimony;
    const loose = claim.amount === null ? documents.has(claim.document) : talked.has(talkKey(testimony));
    return loose ? { ...testimony, claim: { ...claim, status: "talks" } } : testimony;
  });
}

function talkKey({ claim: { document, amount } }: Testimony): string {
  return `${document} ${amount === null ? "" : `${amount.min} ${amount.max} ${amount.unit}`}`;
}

/** The status on which the claims together leave the deal. */
export function statusOf(testimonies: readonly Testimony[]): Status {
  const standing = testimonies.filter(({ claim }) => rungOf(claim.status) >= 0);
  const ended = testimonies.filter(({ claim }) => claim.status === "ended");
  const last = (each: readonly Testimony[]): number => Math.max(...each.map(({ known }) => dayNumber(known)));
  if (ended.length > 0 && (standing.length === 0 || last(ended) >= last(standing))) return "ended";
  if (standing.length > 0)
    return standing.reduce((best, each) => (rungOf(each.claim.status) > rungOf(best.claim.status) ? each : best)).claim
      .status;
  return testimonies.some(({ claim }) => claim.status === "denied") ? "denied" : "forecast";
}

/** The claims whose status still counts: a denial that was followed by a new assertion is history, and so is what it denied. */
export function standingStatuses(testimonies: readonly Testimony[]): Testimony[] {
  const last = (status: (claim: Testimony["claim"]) => boolean): string =>
    testimonies
      .filter(({ claim }) => status(claim))
      .reduce((latest, { known }) => (known > latest ? known : latest), "");
  const denied = last(({ status }) => status === "denied");
  const asserted = last(({ status }) => rungOf(status) >= 0);
  return denied !== "" && asserted > denied ? testimonies.filter(({ known }) => known > denied) : [...testimonies];
}

/** A denial contradicts what was asserted until then; talks contradict what others call signed at the same time. */
export function statusesDiffer(one: Told, other: Told): Disagreement | null {
  const [a, b] = [one.testimony, other.testimony];
  const [first, second] = dayNumber(a.known) <= dayNumber(b.known) ? [a, b] : [b, a];
  if (first.claim.status === second.claim.status) return null;
  if (second.claim.status === "denied" && rungOf(first.claim.status) >= 0) return "hard";
  if (first.claim.status === "denied") return first.known === second.known ? "hard" : null;
  if (first.claim.status === "ended")
    return rungOf(second.claim.status) >= 0 && first.known !== second.known ? "soft" : null;
  const rungs = [rungOf(first.claim.status), rungOf(second.claim.status)];
  const together = dayNumber(second.known) - dayNumber(first.known) <= 14;
  return together && Math.min(...rungs) === 0 && Math.max(...rungs) >= 2 ? "soft" : null;
}
