/** Ownership as JSON: every figure with its claims and assumptions. Open ends are null. */

import type { Interval } from "../../numeric/interval.ts";
import { takenJson } from "../flow-cells.ts";
import type { AfterRow } from "./after-money.ts";
import { type Figure, type Sourced, together } from "./figure.ts";
import type { EntryReturns } from "./listing.ts";
import type { Tie } from "./network.ts";
import type { OwnAnswer } from "./own-answer.ts";
import type { NewMoney, Price } from "./pro-forma.ts";
import type { Holder } from "./stakes.ts";

/** The answer, with what it was asked. */
export function ownJson(answer: OwnAnswer, question: { readonly firmness: string; readonly by: string }): object {
  const { company, table, rounds, secondary, rights, through, common, valuations, listings } = answer;
  return {
    company,
    ...question,
    capTable: {
      holders: table.holders.map(holderJson),
      shareNotStated: table.unstated.map((each) => ({ party: each.party, by: each.by, ...sourcedJson(each) })),
      unnamed: table.unnamed && { ...figureJson(table.unnamed), ...sourcedJson(together(table.holders)) },
      named: { ...figureJson(table.named), ...sourcedJson(together(table.holders)) },
      exceedsTheWhole: table.unnamed === null,
      toCome: table.toCome.map(holderJson),
    },
    rounds: rounds.map((round) => ({
      investments: round.investments.map(moneyJson),
      preMoney: priceJson(round.pre),
      postMoney: priceJson(round.post),
      kindTold: round.kindTold,
      outcomes: round.outcomes.map(({ withConditional, raised, rows }) => ({
        withConditional,
        raised: figureJson(raised),
        owners: rows.map(afterJson),
      })),
      ...sourcedJson(round),
    })),
    secondarySales: secondary.map(({ buyer, status, amount, unit, ...sourced }) => ({
      ...{ buyer, status, unit, amount: amount && figureJson(amount), toTheCompany: 0 },
      ...sourcedJson(sourced),
    })),
    rights: rights.map(({ holder, company: of, right, status, quantity, condition, exercised, ...sourced }) => ({
      ...{ holder, company: of, right, status, quantity: quantity && figureJson(quantity), condition },
      exercised: exercised.map(afterJson),
      ...sourcedJson(sourced),
    })),
    throughOthers: {
      owners: through.owners.map(({ party, by, share, ...sourced }) => ({
        party,
        by,
        share: endsJson(share),
        ...sourcedJson(sourced),
      })),
      exceedsTheWhole: through.overheld,
    },
    commonOwners: {
      kind: common.kind,
      owners: common.owners.map(({ party, rival, here, there }) => ({
        party,
        rival,
        here: tieJson(here),
        there: tieJson(there),
      })),
      profitWeights: Object.fromEntries(common.profitWeights),
    },
    valuations: valuations.flatMap(({ kind, valuations: own }) =>
      own.map(({ observation, value, day, replacedBy, differsFrom }) => ({
        ...{
          kind,
          day,
          known: observation.known,
          status: observation.status,
          unit: observation.amount.unit,
          ...figureJson(value),
        },
        ...{ replacedBy: replacedBy?.claims ?? null, differsFrom: differsFrom?.claims ?? null },
        ...{ claims: observation.claims, assumed: [] },
      })),
    ),
    listings: listings.map((listing) => ({
      ...{ value: figureJson(listing.value), status: listing.status, days: listing.days, missing: listing.missing },
      entries: listing.entries.map((entry) => ({
        investors: entry.round.investments.map(({ party }) => party),
        entryValue: figureJson(entry.value),
        told: returnsJson(entry.told),
        bounds: returnsJson(entry.bounds),
        ...sourcedJson(entry),
      })),
      ...sourcedJson(listing),
    })),
  };
}

function holderJson({ party, share, status, ...sourced }: Holder): object {
  return { party, share: figureJson(share), status, ...sourcedJson(sourced) };
}

function moneyJson({ party, status, unit, money, conditional, paid, ...sourced }: NewMoney): object {
  return {
    ...{ party, status, unit, money: money && figureJson(money), paid: paid && figureJson(paid) },
    conditional: conditional && figureJson(conditional),
    ...sourcedJson(sourced),
  };
}

function priceJson(price: Price | null): object | null {
  return price && { ...figureJson(price.value), status: price.status, claims: price.claims };
}

function afterJson({ party, before, pre, post, ...sourced }: AfterRow): object {
  return {
    ...{ party, before: before && figureJson(before) },
    ...{ ifPreMoney: pre && figureJson(pre), ifPostMoney: post && figureJson(post), ...sourcedJson(sourced) },
  };
}

function tieJson({ by, status, figure, unit, ...sourced }: Tie): object {
  return { by, status, unit, figure: figure && figureJson(figure), ...sourcedJson(sourced) };
}

function returnsJson({ multiple, yearlyRate, breakEvenValue }: EntryReturns): object {
  return {
    multiple: endsJson(multiple),
    yearlyRate: yearlyRate && endsJson(yearlyRate),
    breakEvenValue: endsJson(breakEvenValue),
  };
}

function figureJson({ told, bounds, approximate }: Figure): object {
  return { told: endsJson(told), bounds: endsJson(bounds), approximate };
}

function endsJson({ low, high }: Interval): { low: number | null; high: number | null } {
  return { low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null };
}

function sourcedJson({ claims, deals, taken }: Sourced): object {
  return { deals, claims, assumed: taken.map(takenJson) };
}
