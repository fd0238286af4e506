/** What is the finding of flows of money? The circle that could carry the most round; else the largest flow; else only what is shown. */

import { isMoney } from "../../model/amount.ts";
import type { Status } from "../../model/claim.ts";
import type { Commodity, Deal } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import type { Circle } from "../circles.ts";
import { sizeOf } from "../flow-rows.ts";
import type { FlowsAsked, FlowsView } from "../flows-view.ts";
import { windowText } from "../window.ts";

type Asked = Pick<FlowsAsked, "window" | "basis" | "unit">;

/** A title that can be checked against the picture; where sources differ on what decides it, it finds nothing. */
export function flowsTitle(
  { rows, circles }: Pick<FlowsView, "rows" | "circles">,
  { window, basis, unit }: Asked,
  nameOf: (party: PartyId) => string,
): string {
  const neutral = `${unit === "USD" ? "Money flows" : `Flows of ${unit}`}, ${windowText(window)}`;
  const drawn = new Set(rows.flatMap(({ postings }) => postings.map(({ deal }) => deal)));
  const round = [...circles]
    .filter((circle) => isDrawn(circle, drawn) && bound(circle, basis) > 0)
    .sort((one, other) => bound(other, basis) - bound(one, basis))[0];
  if (round !== undefined)
    return round.links.some(({ deals }) => deals.some(({ deal }) => isDisputed(deal)))
      ? neutral
      : roundTitle(round, basis, nameOf);
  const largest = [...rows]
    .filter(({ from, to }) => from !== null && to !== null)
    .sort((one, other) => sizeOf(other[basis]) - sizeOf(one[basis]))[0];
  if (largest === undefined) return neutral;
  const { from, to, status, commodity, approximate } = largest;
  return `${capital(nameOf(from!))} ${movesVerb(status, commodity)} ${nameOf(to!)} ${endsText(commodity, largest[basis], approximate)}, the largest flow`;
}

function isDrawn({ links }: Circle, drawn: ReadonlySet<Deal["id"]>): boolean {
  return links.some(({ deals }) => deals.some(({ deal }) => drawn.has(deal.id)));
}

/** What of a circle could be the same money, on a basis. */
export function sameMoney({ bottleneck, inWindow }: Circle, basis: FlowsAsked["basis"]): Ends {
  return basis === "due" ? inWindow : bottleneck;
}

/** By what circles are compared: the high end; where that is open, the low one. */
function bound(circle: Circle, basis: FlowsAsked["basis"]): number {
  const { low, high } = sameMoney(circle, basis);
  return high ?? low;
}

function isDisputed({ fields }: Deal): boolean {
  return fields.some(({ name, disagreement }) => name.startsWith("amount ") && disagreement === "hard");
}

/** "Of what falls due, at most $5.43bn would be money that Amazon gave OpenAI": money has no marks, so it never says more than at most. */
function roundTitle(circle: Circle, basis: FlowsAsked["basis"], nameOf: (party: PartyId) => string): string {
  const [first] = circle.links;
  const may = circle.status === "talks" ? "would be" : "could be";
  const whole = basis === "due" ? "Of what falls due" : "Of whole contracts";
  const { low, high } = sameMoney(circle, basis);
  const most =
    high === null
      ? `${endsText("USD", { low, high: low })} or more`
      : `at most ${endsText("USD", { low: high, high })}`;
  return `${whole}, ${most} ${may} money that ${nameOf(first!.from)} gave ${nameOf(first!.to)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The verb of a status, in a sentence about who pays; of goods, about who delivers. */
export function movesVerb(status: Status, unit: Commodity): string {
  const [base, past] = isMoney(unit) ? ["pay", "paid"] : ["deliver to", "delivered to"];
  if (status === "completed") return past!;
  return `${status === "signed" ? "must" : status === "announced" ? "has said it will" : "would"} ${base}`;
}
