/** What is missing on the page of a company, before all else: what no claim gives, each with the line that would give it. */

import type { PartyId } from "../model/id.ts";
import { endsText } from "../model/smallest-unit.ts";
import { assumptionExamples } from "./assumption-told.ts";
import { subjectText } from "./assumption-words.ts";
import type { MissingLine } from "./company-answers.ts";
import type { Missing } from "./company-rows.ts";
import type { CompanyView } from "./company-view.ts";
import { notStated } from "./own/own-answer.ts";

export function missingLines(
  { page, own, ladder, exposure }: CompanyView,
  nameOf: (party: PartyId) => string,
): MissingLine[] {
  const subject = subjectText(page.party, nameOf);
  const assume = (field: NonNullable<Missing["field"]>): string =>
    `capstack assume ${subject}.${field} ${assumptionExamples[field]} --because "…"`;
  const line = ({ text, field }: Missing): MissingLine => ({ text, command: field === null ? null : assume(field) });
  const isAssumed = page.assumed.some(({ of }) => of.endsWith(".debt"));
  const cash = page.missing.filter(({ field }) => field === "cash");
  const isYearTold = exposure.revenue !== null || page.missing.some(({ field }) => field === "revenue");
  const undated = [
    ...ladder.unscheduled.map(({ posting, rest }) => ({ ...posting, amount: rest, canAssume: true })),
    // What is a total over several deals is posted for none of them, whatever a person assumes.
    ...ladder.apart.map((memo) => ({ ...memo, amount: { low: memo.low ?? 0, high: memo.high }, canAssume: false })),
  ];
  return [
    ...cash.map(line),
    ...(isAssumed
      ? []
      : [line({ text: "debt: no kind of claim holds it yet; a person has to assume it", field: "debt" })]),
    ...(isYearTold
      ? []
      : [line({ text: "revenue of a year: what is told is a forecast, or of no stated time", field: "revenue" })]),
    ...page.missing.filter((each) => !cash.includes(each)).map(line),
    ...undated.map(({ to, commodity, amount, deal, canAssume }) => ({
      text: `payment dates of ${endsText(commodity, amount)} to ${to === null ? "several, with the split among them" : nameOf(to)}`,
      command: canAssume ? `capstack assume ${deal}.schedule "even 2026..2030" --because "…"` : null,
    })),
    ...notStated(own).map(({ message, fix }) => ({
      text: message.replace(/: no source states it.*$/, ""),
      command: fix ?? null,
    })),
  ];
}
