/** Who may come to hold shares by a warrant, an option or a conversion, and which shares changed hands without new money? */

import { drawn, moneyField } from "../../deals/drawn.ts";
import { type Firmness, isAtLeast } from "../../deals/firmness.ts";
import { type Assumption, assumedOf } from "../../model/assumption.ts";
import type { Status } from "../../model/claim.ts";
import type { Deal } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import type { Taken } from "../../model/ledger.ts";
import { readShareCount } from "../assumption-words.ts";
import { type AfterRow, none, ownersAfter } from "./after-money.ts";
import { type Figure, figureOf, figureWords, type Sourced, toldFigure, unitOfField } from "./figure.ts";
import type { PartTable, Shown } from "./stakes.ts";

/** A right to new shares: `holder` may buy shares of `company`. */
export interface ShareRight extends Sourced {
  readonly holder: PartyId | null;
  readonly company: PartyId | null;
  readonly right: "warrant" | "option";
  readonly status: Status;
  /** How many shares; null where no source counts them. */
  readonly quantity: Figure | null;
  readonly text: string;
  /** On what it hangs, as sources tell; null where none does. */
  readonly condition: string | null;
  /** What each owner has once it is exercised; empty where the company's own count of shares is not told, and for rights on others. */
  readonly exercised: readonly AfterRow[];
}

/** Shares that change hands: the company gets nothing, and nobody is diluted. */
export interface Secondary extends Sourced {
  readonly buyer: PartyId | null;
  readonly status: Status;
  /** Null where no source states the sum. */
  readonly amount: Figure | null;
  readonly unit: string;
  readonly text: string;
}

/** Rights on the company's own shares first, then its rights on others'. */
export function shareRights(
  company: PartyId,
  deals: readonly Deal[],
  assumptions: readonly Assumption[],
  table: PartTable,
  firmness: Firmness,
  shown: Shown,
): ShareRight[] {
  const assumption = assumedOf(assumptions, company, "shares");
  const read = assumption && readShareCount(assumption.is);
  const count =
    read && typeof read === "object" ? figureOf({ min: read.low, max: read.high, approximate: false }) : null;
  const told = deals.filter(
    ({ kind, right, status, from, to }) =>
      kind === "right" &&
      (right === "warrant" || right === "option") &&
      isAtLeast(status, firmness) &&
      (to === company || (from !== null && shown(from) === shown(company))),
  );
  return told
    .map((deal): ShareRight => {
      const field = deal.fields.find(({ name }) => name === "amount shares") ?? null;
      const quantity = field && toldFigure(field);
      const onItself = deal.to === company;
      const holder = deal.from && shown(deal.from);
      const counted = onItself && quantity !== null ? count : null;
      const taken: Taken[] = counted
        ? [{ of: "count", text: `the company has ${figureWords(counted, "shares")}`, assumption }]
        : [];
      const sourced: Sourced = { claims: deal.claims, deals: [deal.id], taken };
      return {
        ...{ holder, company: deal.to, right: deal.right as ShareRight["right"], status: deal.status },
        quantity: quantity?.figure ?? null,
        text: quantity?.text ?? "a number of shares that is not stated",
        condition: drawn(deal, "condition")?.text ?? null,
        exercised: counted
          ? ownersAfter(table, {
              paid: new Map([[holder, quantity!.figure]]),
              pre: counted,
              post: null,
              held: none,
              sourced,
            })
          : [],
        ...sourced,
      };
    })
    .sort((one, other) => Number(other.company === company) - Number(one.company === company));
}

export function secondarySales(
  company: PartyId,
  deals: readonly Deal[],
  firmness: Firmness,
  shown: Shown,
): Secondary[] {
  return deals
    .filter(({ kind, to, status }) => kind === "secondary-sale" && to === company && isAtLeast(status, firmness))
    .map((deal) => {
      const field = moneyField(deal);
      const told = field && toldFigure(field);
      const { id, status, claims, from } = deal;
      return {
        ...{ buyer: from && shown(from), status, amount: told?.figure ?? null, unit: unitOfField(field) },
        ...{ text: told?.text ?? "a sum that is not stated", claims, deals: [id], taken: [] },
      };
    });
}
