/** Which companies does a book speak of, and how much? Those of many claims first. */

import type { Deal, Testimony } from "../model/deal.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import type { Party } from "../model/party.ts";
import type { CompanyLine } from "./company-answers.ts";
import { shownAs } from "./network-view.ts";
import type { By } from "./page-answers.ts";

/** Every party of a claim, by itself or as the group that it belongs to. */
export function companyList(
  {
    testimonies,
    deals,
    parties,
  }: {
    readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
    readonly deals: readonly Deal[];
    readonly parties: ReadonlyMap<PartyId, Party>;
  },
  by: By,
  nameOf: (party: PartyId) => string,
): CompanyLine[] {
  const shown = shownAs(by, parties);
  const found = new Map<PartyId, { claims: number; documents: Set<string>; deals: number }>();
  const lineOf = (party: PartyId): { claims: number; documents: Set<string>; deals: number } => {
    const line = found.get(party) ?? { claims: 0, documents: new Set<string>(), deals: 0 };
    found.set(party, line);
    return line;
  };
  for (const { claim } of testimonies.values())
    for (const party of new Set(Object.values(claim.roles).map(shown))) {
      const line = lineOf(party);
      line.claims++;
      line.documents.add(claim.document);
    }
  for (const { from, to, others } of deals)
    for (const party of new Set([from, to, ...others].flatMap((each) => (each === null ? [] : [shown(each)]))))
      lineOf(party).deals++;
  return [...found]
    .map(([party, { claims, documents, deals: own }]) => ({
      ...{ party, name: nameOf(party), kind: parties.get(party)?.kind ?? null },
      ...{ claims, documents: documents.size, deals: own },
    }))
    .sort((one, other) => other.claims - one.claims || (one.party < other.party ? -1 : 1));
}

/** Of these the ones whose names are nearest to what was written: those that hold its letters in a row first. */
export function nearestCompanies(
  written: string,
  companies: readonly CompanyLine[],
  distance: (one: string, other: string) => number,
): CompanyLine[] {
  const word = written.toLowerCase();
  const far = ({ name, party }: CompanyLine): number => {
    const names = [name.toLowerCase(), party];
    if (names.some((each) => each.includes(word) || word.includes(each))) return 0;
    return Math.min(...names.map((each) => distance(word, each)));
  };
  const most = Math.max(2, Math.ceil(word.length / 2));
  return companies
    .map((company) => ({ company, far: far(company) }))
    .filter(({ far: away }) => away <= most)
    .sort((one, other) => one.far - other.far || other.company.claims - one.company.claims)
    .slice(0, 5)
    .map(({ company }) => company);
}
