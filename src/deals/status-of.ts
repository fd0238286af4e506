/** Where does a deal stand? The firmest rung that its sources support, unless the last word is that it ended. */

import type { Status } from "../model/claim.ts";
import { dayNumber } from "../model/day.ts";
import type { DealKind, Disagreement, Testimony } from "../model/deal.ts";
import { rungOf } from "./firmness.ts";
import { dayOfTold, type Told } from "./readings.ts";

/**
 * Claims with the status that their document supports. A text that says that something is being discussed, and then speaks of "the $10bn investment", still
 * says that it is being discussed: of one figure in one document the looser status holds.
 */
export function supported(testimonies: readonly Testimony[], kind: DealKind): readonly Testimony[] {
  if (kind === "dependence" || kind === "stake") return testimonies;
  const talks = testimonies.filter(({ claim }) => claim.status === "talks");
  if (talks.length === 0 || talks.length === testimonies.length) return testimonies;
  const documents = new Set(talks.map(({ claim }) => claim.document));
  const talked = new Set(talks.map(talkKey));
  return testimonies.map((testimony) => {
    const { claim } = testimony;
    if (rungOf(claim.status) < 1 || claim.period?.start || !documents.has(claim.document)) return testimony;
    const loose = claim.amount === null || talked.has(talkKey(testimony));
    return loose ? { ...testimony, claim: { ...claim, status: "talks" } } : testimony;
  });
}

function talkKey({ claim: { document, amount } }: Testimony): string {
  return `${document} ${amount === null ? "" : `${amount.min} ${amount.max} ${amount.unit}`}`;
}

/** The status on which the claims together leave the deal. */
export function statusOf(testimonies: readonly Testimony[]): Status {
  const ended = testimonies.filter(({ claim }) => claim.status === "ended");
  if (ended.length > 0) {
    const standing = testimonies.filter(({ claim }) => rungOf(claim.status) >= 0);
    if (standing.length === 0 || lastDay(ended) >= lastDay(standing)) return "ended";
  }
  let firmest: Status | null = null;
  for (const { claim } of testimonies)
    if (rungOf(claim.status) > (firmest === null ? -1 : rungOf(firmest))) firmest = claim.status;
  return firmest ?? (testimonies.some(({ claim }) => claim.status === "denied") ? "denied" : "forecast");
}

function lastDay(testimonies: readonly Testimony[]): number {
  return testimonies.reduce((last, { known }) => Math.max(last, dayNumber(known)), Number.NEGATIVE_INFINITY);
}

/** The claims whose status still counts: a denial that was followed by a new assertion is history, and so is what it denied. */
export function standingStatuses(testimonies: readonly Testimony[]): readonly Testimony[] {
  const last = (status: (claim: Testimony["claim"]) => boolean): string =>
    testimonies.reduce((latest, { claim, known }) => (status(claim) && known > latest ? known : latest), "");
  const denied = last(({ status }) => status === "denied");
  if (denied === "" || last(({ status }) => rungOf(status) >= 0) <= denied) return testimonies;
  return testimonies.filter(({ known }) => known > denied);
}

/** A denial contradicts what was asserted until then; talks contradict what others call signed at the same time. */
export function statusesDiffer(one: Told, other: Told): Disagreement | null {
  const days = dayOfTold(other) - dayOfTold(one);
  const [first, second] = days >= 0 ? [one, other] : [other, one];
  const [before, after] = [first.testimony.claim.status, second.testimony.claim.status];
  if (before === after) return null;
  const together = first.testimony.known === second.testimony.known;
  if (after === "denied" && first.rung >= 0) return "hard";
  if (before === "denied") return together ? "hard" : null;
  if (before === "ended") return second.rung >= 0 && !together ? "soft" : null;
  const near = Math.abs(days) <= 14;
  return near && Math.min(first.rung, second.rung) === 0 && Math.max(first.rung, second.rung) >= 2 ? "soft" : null;
}
