/** The time that a statement gives for its claim: a term, a day on which it was done, a span it covers. */

import type { Period } from "../model/claim.ts";
import type { Time } from "./dates.ts";
import type { Match } from "./match.ts";
import type { Parsed } from "./syntax.ts";

/** The period of a match from the times of its sentence; null where none belongs to it. */
export function periodOf(match: Match, parsed: Parsed, times: readonly Time[]): Period | null {
  const own = inTurn(match, parsed, times);
  const near = own ? [own] : times.filter((time) => belongs(time, match, parsed));
  if (near.length === 0) return null;
  const term = near.find((time) => time.years !== null);
  const dated = nearest(
    near.filter((time) => time.years === null),
    match,
  );
  let start = dated?.start ?? null;
  let end = dated?.end ?? null;
  if (dated && start !== null && end === null && closes(parsed, dated)) [start, end] = [null, start];
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

/** "Losses of 312 and 487 million in fiscal 2025 and fiscal 2026, respectively": the nth figure's time is the nth of the list. */
function inTurn({ quantity }: Match, { tokens, quantities }: Parsed, times: readonly Time[]): Time | null {
  if (quantity === null || !tokens.some((token) => token.lower === "respectively")) return null;
  const dates = times.filter((time) => time.years === null);
  const figures = quantities.filter((one) => one.type === quantity.type && !one.idle);
  return dates.length >= 2 && dates.length === figures.length ? dates[figures.indexOf(quantity)]! : null;
}

/** A time belongs to a claim when no other full verb stands between, or when it opens the sentence. */
function belongs(time: Time, match: Match, parsed: Parsed): boolean {
  // "As of January 31, 2026, we had …, of which …": a time that opens a sentence is that of all it says.
  if (time.first <= 2 && parsed.tokens[time.next]?.text === "," && !clauseBetween(parsed, time.next, match.first))
    return true;
  if (time.first >= match.first - 1 && time.next <= match.next)
    return !clauseBetween(parsed, time.next, match.quantity?.first ?? time.next);
  if (time.first >= match.next)
    return (
      time.first - match.next <= 14 &&
      !otherFigureBetween(parsed, match, time) &&
      (goesOn(parsed, match.next, time.first) ||
        (time.first < match.clause[1] + 1 && !verbBetween(parsed, match.next, time.first)))
    );
  if (time.next <= match.first + 1)
    return (time.first <= 2 || match.first - time.next <= 3) && !verbBetween(parsed, time.next, match.first);
  return time.first >= match.first && time.first < match.next;
}

/** A semicolon or a dash ends what a time speaks of. */
function clauseBetween({ tokens }: Parsed, from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => token.text === ";" || token.text === "—");
}

function verbBetween(parsed: Parsed, from: number, to: number): boolean {
  return (
    parsed.verbs.some((group) => group.finite && group.first >= from && group.next <= to) ||
    parsed.tokens.slice(from, to).some((token) => /^(?:;|—|while|but|which)$/.test(token.lower))
  );
}

/** "160 MW, which is due to start operating in 2026", "$183 billion, at which it was valued in September": a clause that says when of what it follows. */
function goesOn({ tokens, verbs, quantities }: Parsed, from: number, to: number): boolean {
  let at = from;
  while (/^(?:,|at|of)$/.test(tokens[at]?.lower ?? "")) at++;
  if (
    !/^(?:which|that)$/.test(tokens[at]?.lower ?? "") ||
    quantities.some((one) => one.first >= from && one.next <= to)
  )
    return false;
  const said = verbs.filter((group) => group.first >= at && group.next <= to);
  return said.length > 0 && said.every((group) => coming.has(group.lemma));
}

const coming = new Set(
  "be start begin open operate come go energise energize deliver run expire end mature schedule expect plan value price close sign".split(
    " ",
  ),
);

function otherFigureBetween(parsed: Parsed, match: Match, time: Time): boolean {
  return parsed.quantities.some(
    (one) =>
      one !== match.quantity &&
      !one.idle &&
      !isBracketed(parsed, one.first) &&
      one.type === match.quantity?.type &&
      one.first >= match.next &&
      one.next <= time.first,
  );
}

/** "$15 billion (about ₹1.33 lakh crore)": the same sum in other words. */
function isBracketed({ tokens }: Parsed, at: number): boolean {
  return tokens[at - 1]?.text === "(" || tokens[at - 2]?.text === "(";
}

/** "A facility that expires in October 2026", "notes maturing in 2031". */
function closes({ verbs }: Parsed, time: Time): boolean {
  return verbs.some(
    (group) =>
      (group.lemma === "expire" || group.lemma === "mature") &&
      group.form !== "past" &&
      time.first >= group.next &&
      time.first - group.next <= 2,
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
