/** The time that a statement gives for its claim: a term, a day on which it was done, a span it covers. */

import type { Period } from "../model/claim.ts";
import type { Time } from "./dates.ts";
import type { Match } from "./match.ts";
import type { Parsed } from "./syntax.ts";

/** The period of a match from the times of its sentence; null where none belongs to it. */
export function periodOf(match: Match, parsed: Parsed, times: readonly Time[]): Period | null {
  const near = times.filter((time) => belongs(time, match, parsed));
  if (near.length === 0) return null;
  const term = near.find((time) => time.years !== null);
  const dated = nearest(
    near.filter((time) => time.years === null),
    match,
  );
  let start = dated?.start ?? null;
  let end = dated?.end ?? null;
  if (dated && start !== null && end === null)
    end = near.find((time) => time !== dated && time.start === null && time.end !== null)?.end ?? null;
  else if (dated && start === null)
    start =
      near.find((time) => time !== dated && time.start !== null && time.end === null && time.next <= match.next)
        ?.start ?? null;
  if (match.pattern.kind === "stake" || match.pattern.kind === "valuation") {
    if (!dated) return null;
    return { start, end, years: null };
  }
  const period = { start, end, years: term?.years ?? null };
  return period.start === null && period.end === null && period.years === null ? null : period;
}

/** A time belongs to a claim when no other full verb stands between, or when it opens the sentence. */
function belongs(time: Time, match: Match, parsed: Parsed): boolean {
  if (time.first >= match.first - 1 && time.next <= match.next) return true;
  if (time.first >= match.next)
    return (
      time.first < match.clause[1] + 1 &&
      time.first - match.next <= 14 &&
      !verbBetween(parsed, match.next, time.first) &&
      !otherFigureBetween(parsed, match, time)
    );
  if (time.next <= match.first + 1)
    return (time.first <= 2 || match.first - time.next <= 3) && !verbBetween(parsed, time.next, match.first);
  return time.first >= match.first && time.first < match.next;
}

function verbBetween(parsed: Parsed, from: number, to: number): boolean {
  return (
    parsed.verbs.some((group) => group.finite && group.first >= from && group.next <= to) ||
    parsed.tokens.slice(from, to).some((token) => /^(?:;|—|while|but|which)$/.test(token.lower))
  );
}

function otherFigureBetween(parsed: Parsed, match: Match, time: Time): boolean {
  return parsed.quantities.some(
    (one) =>
      one !== match.quantity &&
      !one.idle &&
      one.type === match.quantity?.type &&
      one.first >= match.next &&
      one.next <= time.first,
  );
}

function nearest(times: readonly Time[], match: Match): Time | undefined {
  const anchor = match.quantity ? match.quantity.next : match.next;
  return [...times].sort((a, b) => distance(a, match, anchor) - distance(b, match, anchor))[0];
}

function distance(time: Time, match: Match, anchor: number): number {
  const inside = time.first >= match.first && time.next <= match.next ? 0 : 3;
  return inside + Math.min(Math.abs(time.first - anchor), Math.abs(time.next - match.first));
}
