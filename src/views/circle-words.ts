/** What is said of a circle, in the same words everywhere: what could be the same money, its years, who belongs to whom, what a near one lacks. */

import type { Deal } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import { type Ends, endsText } from "../model/smallest-unit.ts";
import type { Circle, NearCircle } from "./circles.ts";
import type { DaySpan } from "./money-links.ts";

/** `circle-1f2e3d`. */
export function shortCircle({ id }: Pick<Circle, "id">): string {
  return id.slice(0, "circle-".length + 6);
}

/** "2025–2032"; what has no day is told so. */
export function yearsText(span: DaySpan | null): string {
  if (span === null) return "no day";
  const [first, last] = [span.first.slice(0, 4), span.last.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}

export function differs({ fields }: Deal): boolean {
  return fields.some(({ name, disagreement }) => name.startsWith("amount ") && disagreement !== null);
}

/** "Amazon → OpenAI → Amazon". */
export function circlePath({ links }: Circle, nameOf: (party: PartyId) => string): string {
  return [...links.map(({ from }) => from), links[0]!.from].map(nameOf).join(" → ");
}

/** Units that are paid or pay in the place of their group, each with it. */
export function ownersIn({ links }: Circle): ReadonlyMap<PartyId, PartyId> {
  const units = new Map<PartyId, PartyId>();
  for (const { from, to, deals } of links)
    for (const { deal } of deals) {
      if (deal.from !== from) units.set(deal.from!, from);
      if (deal.to !== to) units.set(deal.to!, to);
    }
  return units;
}

/** "at most $10bn", "$10bn to $38bn". */
export function sameText({ low, high }: Ends): string {
  if (high === null) return low === 0 ? "nothing bounds it" : `at least ${endsText("USD", { low, high: low })}`;
  if (low === high) return high === 0 ? "nothing" : endsText("USD", { low, high });
  return low === 0 ? `at most ${endsText("USD", { low: high, high })}` : endsText("USD", { low, high });
}

/** What of a near circle is told, and what is missing. */
export function nearText({ missing, link }: NearCircle, nameOf: (party: PartyId) => string, told: string): string {
  const [from, to] = [nameOf(link.from), nameOf(link.to)];
  return missing === "purchases"
    ? `${from} → ${to} → ?  funds it: ${told}; no claim says what ${to} pays ${from}`
    : `${from} → ${to} → ?  buys from it: ${told}; what ${to} gives are shares, no money`;
}
