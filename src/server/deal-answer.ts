/** What deal is a claim of, and who says otherwise? Its fields with all readings; and what a person may decide about them. */

import { independentSources } from "../deals/origins.ts";
import type { Decision } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import type { Deal, Field } from "../model/deal.ts";
import type { ClaimId } from "../model/id.ts";
import { findClaim } from "../store/claims.ts";
import { refuse } from "../store/fault.ts";
import { decide } from "../store/review.ts";
import { type SettledClaims, type SettledQuestion, settlingContext } from "../store/settled-book.ts";
import { settledMatters } from "../store/settled-matter.ts";
import { shortIds } from "../store/short-ids.ts";
import type { Book } from "../store/tables.ts";
import { keepDealNames } from "../store/testimonies.ts";
import { sayingCard } from "../views/claim-cards.ts";
import { choiceTexts, dealOfClaim, dealRow, dealSides, fieldTitle, shortDealIds } from "../views/deal-rows.ts";
import type { DealAnswer, DealFieldAnswer } from "../views/page-answers.ts";
import { type Asked, asked } from "./asked.ts";
import { misasked, textIn } from "./request.ts";
import type { ServedBook } from "./served-book.ts";

/** The answer to `deal?id=c-…`. */
export async function dealAnswer(book: Book, around: Asked, written: string): Promise<DealAnswer> {
  const { claim } = await findClaim(book, written);
  const settled = await settledAround(book, around, around.question, claim);
  const deal = dealOfClaim(claim.id, settled.deals);
  if (!deal) return { ...noDeal, claim: claim.id };
  const short = await shortIds(book, [...settled.testimonies.keys()]);
  const row = dealRow(deal, around.cardNames.party);
  const beside = settled.deals.filter(
    (other) => other !== deal && other.kind === deal.kind && other.umbrella === deal.umbrella,
  );
  return {
    claim: claim.id,
    deal: deal.id,
    short: shortDealIds(settled.deals).get(deal.id)!,
    title: `${dealSides(row)} · ${row.what}`,
    status: deal.status,
    documents: deal.documents.length,
    independent: independentSources(deal, settled.testimonies),
    fields: fieldAnswers(deal, settled, short, around),
    beside: beside.map((other) => {
      const { what, amount, ...sides } = dealRow(other, around.cardNames.party);
      return {
        deal: other.id,
        text: [dealSides({ what, amount, ...sides }), what, amount, other.status].filter(Boolean).join(" · "),
      };
    }),
  };
}

/** The deals of a claim's matter. */
async function settledAround(
  book: Book,
  { parties }: Asked,
  question: SettledQuestion,
  claim: Claim,
): Promise<SettledClaims> {
  return settledMatters(book, question, await settlingContext(book, [...parties.values()], question), [claim]);
}

const noDeal: Omit<DealAnswer, "claim"> = {
  deal: null,
  short: "",
  title: "",
  status: null,
  documents: 0,
  independent: 0,
  fields: [],
  beside: [],
};

/** Its fields with all readings, those on which sources differ first. */
export function fieldAnswers(
  deal: Deal,
  settled: SettledClaims,
  short: ReadonlyMap<ClaimId, string>,
  around: Asked,
): DealFieldAnswer[] {
  return deal.fields.toSorted(differingFirst).map((field) => fieldAnswer(field, settled, short, around));
}

function differingFirst(one: Field, other: Field): number {
  const weight = ({ disagreement }: Field): number => (disagreement === "hard" ? 0 : disagreement === "soft" ? 1 : 2);
  return weight(one) - weight(other);
}

function fieldAnswer(
  field: Field,
  { testimonies }: SettledClaims,
  short: ReadonlyMap<ClaimId, string>,
  { cardNames }: Asked,
): DealFieldAnswer {
  return {
    name: field.name,
    title: fieldTitle(field),
    disagreement: field.disagreement,
    because: field.choice === "open" ? null : choiceTexts[field.choice],
    question: field.question,
    readings: field.readings.map(({ text, amount, comparator, claims }) => ({
      text,
      figure: amount,
      comparator,
      sayings: claims.map((id) => sayingCard(testimonies.get(id)!.claim, short.get(id)!, cardNames)),
    })),
  };
}

/** What can be decided about the deal of a claim: which reading is drawn, that another deal is the same, that the claim is of another. */
export const dealVerbs = ["draw", "same", "different"] as const;
export type DealVerb = (typeof dealVerbs)[number];

/** Decides; gives the decision and all claims of the deal. Deals keep the ids of which the decision speaks. */
export async function decideDeal(
  book: Book,
  served: ServedBook,
  verb: DealVerb,
  body: Readonly<Record<string, unknown>>,
): Promise<{ readonly decision: Decision; readonly deal: Deal }> {
  const { claim } = await findClaim(book, textIn(body, "claim"));
  const around = await asked(book, served, new URLSearchParams());
  const settled = await settledAround(book, around, { asOf: null, knownOn: null }, claim);
  const deal = dealOfClaim(claim.id, settled.deals);
  if (!deal)
    return refuse({
      code: "claim-of-no-deal",
      message: "this claim makes no deal: it is a figure of one party.",
      fix: `capstack why ${claim.id}`,
    });
  const [decision] = await decide(book, [actOf(verb, deal, settled.deals, claim.id, body)], [], served.writer());
  await keepDealNames(book, settled.named, decision!);
  return { decision: decision!, deal };
}

function actOf(
  verb: DealVerb,
  deal: Deal,
  deals: readonly Deal[],
  claim: ClaimId,
  body: Readonly<Record<string, unknown>>,
) {
  switch (verb) {
    case "draw": {
      const [name, draw] = [textIn(body, "field"), textIn(body, "draw")];
      const told = deal.fields
        .find((each) => each.name === name)
        ?.readings.some(({ claims }) => claims.some((each) => each === draw));
      if (told === undefined) throw misasked(`this deal has no ${name}`);
      if (!told && !["smallest", "largest", "both"].includes(draw)) throw misasked(`no reading is of ${draw}`);
      return { verb: "prefer", subject: deal.id, body: { field: name, draw } };
    }
    case "same": {
      const other = textIn(body, "other");
      if (!deals.some(({ id }) => id === other && id !== deal.id)) throw misasked(`there is no other deal ${other}`);
      return { verb: "same", subject: other, body: { as: deal.id } };
    }
    case "different": {
      const staying = deal.claims.find((each) => each !== claim);
      if (staying === undefined)
        return refuse({
          code: "different-already",
          message: "this claim is alone in its deal.",
          fix: `capstack deal ${deal.id}`,
        });
      return { verb: "different", subject: claim, body: { as: staying } };
    }
    default:
      return verb satisfies never;
  }
}
