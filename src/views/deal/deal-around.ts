/** What a deal hangs together with, in words: circles of money, rights, totals and their parts, other deals between the same two. */

import { moneyField } from "../../deals/drawn.ts";
import type { Blockable } from "../../deals/rights.ts";
import type { Reconciled, UmbrellaPart } from "../../deals/umbrellas.ts";
import { amountText, figureText } from "../../model/amount.ts";
import type { Deal } from "../../model/deal.ts";
import type { DealId, PartyId } from "../../model/id.ts";
import { circlePath, sameText, shortCircle } from "../circle-words.ts";
import type { DealNeighbour, DealSurroundings } from "../deal-answers.ts";
import { type DealRow, dealSides } from "../deal-rows.ts";
import type { DealPage, StandsIn } from "./deal-page.ts";

/** How deals and parties are called where they are told. */
export interface DealWords {
  readonly rowOf: (deal: Deal) => DealRow;
  readonly shortOf: (deal: DealId) => string;
  readonly nameOf: (party: PartyId) => string;
}

/** Those that there are. */
export function dealSurroundings(page: DealPage, words: DealWords): DealSurroundings[] {
  const { circles, blockers, blockable, totals, reconciled, between, deal } = page;
  const toDeal = (other: Deal, text = dealText(words.rowOf(other))): DealNeighbour => ({
    ...{ text, status: other.status, name: words.shortOf(other.id), to: `#/deal/${words.shortOf(other.id)}` },
  });
  const rest = reconciled === null ? null : restText(reconciled, words.nameOf);
  return [
    {
      title: "Circles it stands in",
      about: "Money that leaves a company as funding, and may come back to it as purchases.",
      items: circles.map((standing) => ({
        text: circleText(standing, words.nameOf),
        status: standing.circle.status,
        name: circleName(standing),
        // One that does not close at this firmness has no place in the picture.
        to: standing.number === null ? null : `#/network?circle=${shortCircle(standing.circle)}`,
      })),
    },
    {
      title: "Rights that could block it",
      about: "The contract would tell. A primary source is wanted.",
      items: blockers.map(({ right, force }) =>
        toDeal(right, `${dealText(words.rowOf(right))}: ${forceText(force, " it")}`),
      ),
    },
    {
      title: blockable[0] ? `What this right ${forceText(blockable[0].force)}` : "",
      about: "The contract would tell. A primary source is wanted.",
      items: blockable.map((each) => toDeal(each.deal)),
    },
    {
      title: "What it could hold",
      about: rest ?? "",
      items: (reconciled?.parts ?? []).map((part) =>
        toDeal(part.deal, `${dealSides(words.rowOf(part.deal))} · ${partText(part, reconciled!)}`),
      ),
    },
    {
      title: "Totals that could hold it",
      about: "A total is never posted, and never added to its parts.",
      items: totals.map((total) => toDeal(total)),
    },
    {
      title: "Other deals between the same two",
      about: "",
      items: between.filter((other) => other !== deal).map((other) => toDeal(other)),
    },
  ].filter(({ items }) => items.length > 0);
}

/** "OpenAI → AMD · chip supply gpu · 6 GW". */
export function dealText(row: DealRow): string {
  return [dealSides(row), row.what, [row.amount, row.mark].filter(Boolean).join(" ")].filter(Boolean).join(" · ");
}

/** "C1", or what it is not. */
export function circleName({ number, circle }: StandsIn): string {
  return number === null ? shortCircle(circle) : `C${number}`;
}

export function circleText({ circle, number }: StandsIn, nameOf: (party: PartyId) => string): string {
  const weakest = `weakest link ${nameOf(circle.weakest.from)} → ${nameOf(circle.weakest.to)}`;
  const closes = number === null ? ", not closed at this firmness" : "";
  return `${circlePath(circle, nameOf)}: ${weakest}${closes}; could be the same money: ${sameText(circle.bottleneck)}`;
}

/** What a right does to a deal: "could block it, if the condition holds". */
export function forceText(force: Blockable["force"], what: "" | " it" = ""): string {
  switch (force) {
    case "stands":
      return `could block${what}`;
    case "on a condition":
      return `could block${what}, if the condition holds`;
    case "ended":
      return `could have blocked${what}, and no longer can`;
    default:
      return force satisfies never;
  }
}

/** "$38bn · named by the total's sources". */
export function partText(part: UmbrellaPart, reconciled: Reconciled): string {
  return `${partAmount(part, reconciled)} · ${part.named ? "named" : "not named"} by the total's sources`;
}

export function partAmount({ deal, amount }: UmbrellaPart, { unit }: Reconciled): string {
  if (amount === null) return "no figure in money";
  const field = deal.fields.find(({ name }) => name === `amount ${unit}`) ?? moneyField(deal);
  return amountText(amount, field?.readings[0]?.comparator ?? "=");
}

/** What the parts come to, and what they leave of the total. */
export function restText(
  { unit, low, high, restLow, restHigh, without }: Reconciled,
  nameOf: (party: PartyId) => string,
): string {
  const told = (amount: number | null): string | null =>
    amount === null ? null : figureText(Math.max(0, amount), unit);
  const sum =
    high === null
      ? `at least ${figureText(low, unit)}`
      : low === high
        ? figureText(low, unit)
        : `${figureText(low, unit)} to ${figureText(high, unit)}`;
  const [least, most] = [told(restLow), told(restHigh)];
  const bounds =
    least !== null && least === most
      ? least
      : [least && `at least ${least}`, most && `at most ${most}`].filter(Boolean).join(", ");
  const named =
    without.length === 0 ? "" : ` Named, and no contract with a figure in money: ${without.map(nameOf).join(", ")}.`;
  return `Known parts ${sum}; unexplained: ${bounds || "nothing bounds it"}. The rest is not split.${named}`;
}
