/** What the keys of the deal screen do. */

import type { Acts } from "../../state/acts.ts";
import { draw } from "../../state/deal-decisions.ts";
import { address, follow, go, goWith, tell } from "../../state/page.ts";
import { walkMarks } from "../../ui/marked-picture.tsx";
import { answer, at, card, decided } from "./deal.ts";

export const dealActs: Acts = {
  "next-mark": () => (answer.peek()?.is === "list" ? move(1) : walkMarks(1)),
  "previous-mark": () => (answer.peek()?.is === "list" ? move(-1) : walkMarks(-1)),
  "next-deal": () => beside("next"),
  "previous-deal": () => beside("previous"),
  "all-deals": () => goToDeal(""),
  evidence: () => withDeal(({ evidence }) => follow(evidence)),
  ties: () =>
    withDeal(({ companies: [first] }) =>
      first ? follow(networkOf(first.party)) : tell("No source names a company of this deal."),
    ),
  table: () => goWith({ show: address.peek().params.show === "table" ? "" : "table" }),
  "draw-smallest": () => drawFirst("smallest"),
  "draw-both": () => drawFirst("both"),
  "draw-largest": () => drawFirst("largest"),
};

/** Another deal, or all of them; the controls stay. */
export function goToDeal(deal: string): void {
  const { q: _, ...params } = address.peek().params;
  go({ path: deal, params });
}

export function networkOf(party: string): string {
  return `#/network?focus=${encodeURIComponent(party)}`;
}

/** In the list: by so many deals. */
export function move(by: number): void {
  const now = answer.peek();
  if (now?.is === "list") at.value = Math.max(0, Math.min(now.deals.length - 1, at.peek() + by));
}

/** Opens the deal of the list that arrows have come to. */
export function openHere(): void {
  const now = answer.peek();
  const deal = now?.is === "list" ? now.deals[at.peek()] : undefined;
  if (deal) goToDeal(deal.short);
}

/** Which reading of a field is drawn; the page shows it once it is stored. */
export async function drawReading(field: string, what: string): Promise<void> {
  const now = card.peek();
  if (now && (await draw(now.claim, field, what))) decided.value++;
}

function drawFirst(size: "smallest" | "both" | "largest"): void {
  withDeal(({ fields: [field] }) => {
    if (field === undefined || field.readings.length < 2) return tell("There is one reading only.");
    if (size !== "both" && field.readings[0]!.figure === null) return tell(`Of ${field.title} none is the ${size}.`);
    void drawReading(field.name, size);
  });
}

function beside(way: "next" | "previous"): void {
  withDeal((now) => {
    const other = now[way];
    if (other) goToDeal(other.short);
    else tell(`There is no ${way} deal between the same two.`);
  });
}

function withDeal(run: (deal: NonNullable<typeof card.value>) => void): void {
  const now = card.peek();
  if (now) run(now);
  else tell("Choose a deal first.");
}
