/** What is missing of a deal, before all else: what no claim gives, each with the line that would give it. */

import { sideNames } from "../../deals/matter.ts";
import type { PartyId } from "../../model/id.ts";
import { currencyOf } from "../../model/smallest-unit.ts";
import type { MissingLine } from "../company-answers.ts";
import { sinceDays } from "./deal-card.ts";
import type { LegLine } from "./deal-legs.ts";
import type { DealPage } from "./deal-page.ts";

/** `short` is the deal's id as it is written in a command. */
export function dealMissing(page: DealPage, short: string, nameOf: (party: PartyId) => string): MissingLine[] {
  return [...unnamed(page), ...amountless(page), ...dayless(page), ...ofLegs(page, short, nameOf)];
}

/** A total of several is of all that its sources name. */
function unnamed({ deal: { kind, from, to, others, umbrella } }: DealPage): MissingLine[] {
  return sideNames(kind).flatMap((role, index) =>
    role !== "" && (index === 0 ? from : to) === null && !(umbrella && others.length > 0)
      ? [{ text: `the ${role}: no source names one`, command: null }]
      : [],
  );
}

/** Rights and dependence have no figure; of a total the figure is all there is. */
function amountless({ deal: { kind, fields } }: DealPage): MissingLine[] {
  if (kind === "right" || kind === "dependence" || fields.some(({ name }) => name.startsWith("amount "))) return [];
  return [{ text: "an amount: no claim states one in any unit", command: null }];
}

/** When it came to stand where it stands. What is talked of or announced has the day on which that became known. */
function dayless({ deal, legs }: DealPage): MissingLine[] {
  const { status } = deal;
  // Where what it moves has no day, that is asked for.
  if (legs.some(({ isUndated }) => isUndated)) return [];
  if (status !== "signed" && status !== "completed" && status !== "ended") return [];
  const { happened, known } = sinceDays(deal);
  if (happened !== null || known === null) return [];
  const done = status === "ended" ? "ended" : `was ${status}`;
  return [{ text: `the day on which it ${done}: known since ${known}, no source tells more`, command: null }];
}

function ofLegs({ deal, legs }: DealPage, short: string, nameOf: (party: PartyId) => string): MissingLine[] {
  const isOnly = legs.filter(({ notPosted }) => notPosted === null).length + conditional(legs).length < 2;
  const lines: MissingLine[] = [];
  for (const line of legs) {
    const what = `${line.amount}${ofWhat(line, nameOf)} to ${line.to === null ? "nobody named" : nameOf(line.to)}`;
    const leg = /\/\d+/.exec(line.id)![0];
    const assume = (field: string, is: string, of = isOnly ? "" : leg): string =>
      `capstack assume ${short}${of}.${field} "${is}" --because "…"`;
    if (line.isUndated)
      lines.push({
        text: `${currencyOf(line.commodity) === null ? "delivery" : "payment"} dates of ${what}`,
        command: assume("schedule", line.status === "completed" ? "once 2025-06" : "even 2026..2030"),
      });
    else if (line.notPosted === "its condition does not hold yet")
      lines.push({
        text: `whether the condition of ${what} holds`,
        command: assume("condition", "holds 2026-10", leg),
      });
    else if (line.notPosted === "no amount" && line.amount === "not stated") lines.push(...unstated(line, deal, legs));
    if (deal.kind === "financing" && line.notPosted === null && isLent(line, legs))
      lines.push({
        text: `when and at what rate ${what} is paid back`,
        command: assume("repayment", "level 8% quarterly for 5 years from 2026-01-31"),
      });
  }
  return lines;

  function unstated(line: LegLine, { kind }: DealPage["deal"], all: readonly LegLine[]): MissingLine[] {
    const isPaid = all.some(({ commodity, notPosted }) => currencyOf(commodity) !== null && notPosted === null);
    if (line.commodity === "compute" && isPaid)
      return [
        {
          text: "how much compute: it is told in money alone",
          command: `capstack assume ${short}.compute "h100 at 2.2..4" --because "…"`,
        },
      ];
    if (currencyOf(line.commodity) !== null)
      return [{ text: `the price: no claim states what the ${sideNames(kind)[0]} pays`, command: null }];
    // Who is lent money owes as much.
    if (line.commodity.startsWith("debt:") && isPaid) return [];
    return [{ text: `${howMuch(line, nameOf)}: no claim states it`, command: null }];
  }
}

function conditional(legs: readonly LegLine[]): LegLine[] {
  return legs.filter(({ notPosted }) => notPosted === "its condition does not hold yet");
}

/** Money that is lent, and of which nobody has assumed how it is paid back. */
function isLent({ commodity, id }: LegLine, legs: readonly LegLine[]): boolean {
  return currencyOf(commodity) !== null && !legs.some((other) => other.id === `${id}r`) && !id.endsWith("r");
}

/** What stands behind an amount: "160m shares of AMD", "1m chips (tpu)". */
function ofWhat({ commodity }: LegLine, nameOf: (party: PartyId) => string): string {
  const [sort, of] = commodity.split(":");
  if (of === undefined) return "";
  if (sort === "credits") return " in credits";
  return sort === "equity" || sort === "debt" ? ` of ${nameOf(of as PartyId)}` : ` (${of})`;
}

/** "how many shares of AMD", "how many chips (tpu)", "how much power". */
function howMuch(line: LegLine, nameOf: (party: PartyId) => string): string {
  const [sort] = line.commodity.split(":");
  if (sort === "equity") return `how many shares${ofWhat(line, nameOf)}`;
  return sort === "chips" ? `how many chips${ofWhat(line, nameOf)}` : `how much ${sort}${ofWhat(line, nameOf)}`;
}
