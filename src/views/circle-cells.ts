/** Circles for other programs: columns of CSV, and JSON. */

import type { PartyId } from "../model/id.ts";
import type { Ends } from "../model/smallest-unit.ts";
import type { Circle, Circles } from "./circles.ts";
import type { CircularShare, FundedRevenue } from "./circular-share.ts";
import { decimalText } from "./ledger-rows.ts";
import { daysOf, type MoneyLink } from "./money-links.ts";

/** One row a link, in the order of the circle: a stable contract. */
export const circleColumns = [
  "circle",
  "closed",
  "step",
  "from",
  "to",
  "sort",
  "status",
  "low",
  "high",
  "window_low",
  "window_high",
  "tied",
  "deals",
  "claims",
] as const;

export function circleCells({ circles, broken }: Circles, nameOf: (party: PartyId) => string): string[][] {
  const rows = (circle: Circle, closed: boolean): string[][] =>
    circle.links.map(({ from, to, sort, status, amount, due, deals }, index) => [
      ...[circle.id, String(closed), String(index + 1), nameOf(from), nameOf(to), sort, status],
      ...[...endTexts(amount), ...endTexts(due)].map((text) => text ?? ""),
      circle.tied.answer,
      deals.map(({ deal }) => deal.id).join(" "),
      deals.flatMap(({ deal }) => deal.claims).join(" "),
    ]);
  return [...circles.flatMap((circle) => rows(circle, true)), ...broken.flatMap((circle) => rows(circle, false))];
}

export function circlesJson({
  circles: { circles, broken, near, stoppedBy },
  share,
  funded,
  firmness,
  window,
  maxLength,
}: {
  readonly circles: Circles;
  readonly share: CircularShare | null;
  readonly funded: readonly FundedRevenue[];
  readonly firmness: string;
  readonly window: object;
  readonly maxLength: number;
}): object {
  return {
    ...{ firmness, window, maxLength, stoppedBy },
    circles: circles.map(circleJson),
    broken: broken.map(circleJson),
    near: near.map(({ missing, link, bonds }) => ({ missing, link: linkJson(link), bonds: bonds.map(({ id }) => id) })),
    circularShare: share,
    fundedRevenue: funded.map(({ supplier, buyer, funding, purchases }) => ({
      ...{ supplier, buyer, funding: linkJson(funding), purchases: linkJson(purchases) },
    })),
  };
}

function circleJson({ id, links, status, bottleneck, inWindow, unstated, span, tied }: Circle): object {
  return {
    ...{ id, status, span, tied },
    links: links.map(linkJson),
    couldBeTheSame: endsJson(bottleneck),
    inWindow: endsJson(inWindow),
    unstated: unstated.map(({ from, to, sort }) => ({ from, to, sort })),
  };
}

function linkJson({ from, to, sort, status, amount, due, partly, deals, taken }: MoneyLink): object {
  return {
    ...{ from, to, sort, status, partly },
    amount: amount && endsJson(amount),
    due: due && endsJson(due),
    deals: deals.map(({ deal: { id, status: own, claims }, postings }) => ({
      id,
      status: own,
      days: daysOf(postings),
      claims,
    })),
    assumed: taken.map(({ text, assumption }) => ({ text, assumption: assumption?.id ?? null })),
  };
}

function endsJson(ends: Ends): object {
  const [low, high] = endTexts(ends);
  return { low, high };
}

function endTexts(ends: Ends | null): [string | null, string | null] {
  if (ends === null) return [null, null];
  return [decimalText("USD", ends.low), ends.high === null ? null : decimalText("USD", ends.high)];
}
