/** What is told of a company over time: what it was said to be worth, by kind, and its claims by status. */

import { amountText } from "../../model/amount.ts";
import type { Testimony } from "../../model/deal.ts";
import { claimRow, sidesText } from "../claim-rows.ts";
import type { CompanyPanel, CompanyTable } from "../company-answers.ts";
import { timelinePicture } from "../pictures/timeline-picture.ts";
import { kindName, valuationPicture } from "../pictures/valuation-picture.ts";
import { datesText, type PanelInput, sourcesOf } from "./panel.ts";

/** Further claims stand on the screen of claims. */
const mostRows = 200;

export function timePanel(input: PanelInput): CompanyPanel {
  const { view, nameOf, company, made } = input;
  const { valuations } = view.own;
  const all = valuations.flatMap(({ kind, valuations: own }) => own.map((each) => ({ kind, ...each })));
  const dates = datesText(made.asOf, made.knownOn);
  return {
    name: "time",
    title: "Over time",
    pictures: [
      valuationPicture({
        valuations,
        company: nameOf(company),
        subtitle: `what it is said to be worth, by day and kind; never joined by a line · ${dates}`,
        sources: sourcesOf(
          input,
          all.flatMap(({ observation }) => observation.claims),
          0,
        ),
      }),
      timelinePicture({
        about: view.about,
        company: nameOf(company),
        subtitle: dates,
        sources: sourcesOf(
          input,
          view.about.map(({ claim }) => claim.id),
          0,
        ),
      }),
    ],
    tables: [
      {
        caption: "Valuations: of two kinds neither replaces the other",
        columns: ["kind", "day", "value", "status", ""],
        rows: all.map(({ kind, observation, day, differsFrom, replacedBy }) => ({
          cells: [
            kindName(kind),
            day ?? `told ${observation.known}`,
            amountText(observation.amount, observation.comparator ?? "="),
            observation.status,
            differsFrom ? "≠ another of its kind" : replacedBy ? "replaced by a later one" : "",
          ],
          status: observation.status,
          claims: observation.claims,
        })),
        assumed: [],
      },
      claimsTable(input, view.about),
    ].filter(({ rows }) => rows.length > 0),
    sections: [],
    command: `capstack company ${company}${input.flags}`,
  };
}

/** Claims by the day on which they became known. */
export function claimsTable(
  { made, nameOf, documentName }: Pick<PanelInput, "made" | "nameOf" | "documentName">,
  about: readonly Testimony[],
): CompanyTable {
  return {
    caption: `Claims by the day on which they became known${made.knownOn ? `, to ${made.knownOn}` : ""}${about.length > mostRows ? `: the last ${mostRows} of ${about.length}` : ""}`,
    columns: ["known", "status", "what", "who", "amount", "document"],
    assumed: [],
    rows: about.slice(-mostRows).map(({ claim, known }) => {
      const row = claimRow(claim, documentName(claim.document), nameOf);
      return {
        cells: [known, claim.status, row.kind, sidesText(row), row.amount, row.document],
        ...{ status: claim.status, claims: [claim.id] },
      };
    }),
  };
}
