/** All that the page of a company shows, worked out by the views behind `capstack company`, `own`, `exposure` and `runway`, at the firmness that each of them takes. */

import { type Firmness, isAtLeast } from "../deals/firmness.ts";
import type { Assumption } from "../model/assumption.ts";
import type { PartialDay } from "../model/day.ts";
import type { Deal, Observation, Testimony } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import type { Ledger } from "../model/ledger.ts";
import { lineage, type Party } from "../model/party.ts";
import { type CompanyPage, companyPage } from "./company-rows.ts";
import { type Exposure, exposureOf, shownFor } from "./exposure.ts";
import type { Window } from "./flow-rows.ts";
import type { LadderShown } from "./ladder-basis.ts";
import { type Ladder, ladderOf } from "./ladder-rows.ts";
import { shownAs } from "./network-view.ts";
import { type OwnAnswer, ownAnswer } from "./own/own-answer.ts";
import type { By } from "./page-answers.ts";
import { type NoCash, type RunwayAnswer, runwayOf } from "./runway-rows.ts";
import { yearAfter } from "./window.ts";

/** A book settled and posted on the dates asked about. */
export interface CompanyBook {
  readonly deals: readonly Deal[];
  readonly observations: readonly Observation[];
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly parties: ReadonlyMap<PartyId, Party>;
  readonly ledger: Ledger;
  readonly assumptions: readonly Assumption[];
}

export interface CompanyAsked {
  readonly company: PartyId;
  readonly by: By;
  /** Null: what each part takes where nobody says. */
  readonly firmness: Firmness | null;
  readonly asOf: PartialDay;
  readonly ladder: Pick<LadderShown, "rate" | "opened">;
}

export interface CompanyView {
  readonly page: CompanyPage;
  readonly own: OwnAnswer;
  readonly ladder: Ladder;
  readonly runway: RunwayAnswer | NoCash;
  readonly exposure: Exposure;
  readonly window: Window;
  /** At which firmness ownership is told, and what is paid. */
  readonly ownFirmness: Firmness;
  readonly dueFirmness: Firmness;
  /** Claims that name it, in the order of their days. */
  readonly about: readonly Testimony[];
}

export function companyView(book: CompanyBook, { company, by, firmness, asOf, ladder }: CompanyAsked): CompanyView {
  const { deals, observations, testimonies, parties, ledger, assumptions } = book;
  const [ownFirmness, dueFirmness] = [firmness ?? "talks", firmness ?? "signed"];
  const is = companyTest(company, by, parties);
  const firm = deals.filter(({ status }) => firmness === null || isAtLeast(status, firmness));
  const claims = new Map([...testimonies].map(([id, { claim }]) => [id, claim]));
  const window = yearAfter(asOf);
  const paid = { company, firmness: dueFirmness, asOf, window };
  return {
    page: companyPage(company, { deals: firm, observations }, parties, by === "group", assumptions),
    own: ownAnswer(
      { company, firmness: ownFirmness, asOf, shown: shownAs(by, parties) },
      { deals, observations, claims, assumptions, parties },
    ),
    ladder: ladderOf(ledger, is, { asOf, firmness: dueFirmness, ...ladder }),
    runway: runwayOf({ deals, observations, ledger, assumptions }, { ...paid, isCompany: is }),
    exposure: exposureOf(
      { deals, observations, ledger, parties, assumptions },
      { ...paid, shown: shownFor(company, by, parties) },
    ),
    ...{ window, ownFirmness, dueFirmness },
    about: [...testimonies.values()]
      .filter(
        ({ claim }) => Object.values(claim.roles).some(is) && (firmness === null || isAtLeast(claim.status, firmness)),
      )
      .sort((one, other) => (one.known < other.known ? -1 : one.known > other.known ? 1 : 0)),
  };
}

/** Whether a side is the company; by group its units are. */
export function companyTest(
  company: PartyId,
  by: By,
  parties: ReadonlyMap<PartyId, Party>,
): (party: PartyId | null) => boolean {
  return (party) =>
    party !== null && (party === company || (by === "group" && lineage(party, parties).includes(company)));
}
