/** What leaves the company screen: the pictures and tables of the panels that are shown. */

import type { CompanyAnswer, PanelName } from "../../../views/company-answers.ts";
import { csvLine } from "../../../views/csv-line.ts";
import type { Exported } from "../../state/exported.ts";
import { exportedPanels } from "../../state/exported-panels.ts";

const nothing = { card: null, cards: [], from: null, text: null, all: null };

export function exportOf(answer: CompanyAnswer, alone: PanelName | null): Exported {
  if (answer.is !== "company") {
    const companies = answer.is === "list" ? answer.companies : answer.near;
    const rows = companies.map(({ name, kind, claims, deals, documents }) =>
      csvLine([name, kind ?? "", String(claims), String(deals), String(documents)]),
    );
    const csv = csvLine(["company", "kind", "claims", "deals", "documents"]) + rows.join("");
    return {
      ...nothing,
      files: [{ about: "The companies as a table", name: "companies.csv", load: async () => csv }],
      command: "capstack company --list",
    };
  }
  const { party, panels } = answer;
  const shown = panels.filter(({ name }) => alone === null || name === alone);
  return {
    ...nothing,
    ...exportedPanels(party, shown),
    command: alone === null ? `capstack company ${party}` : shown[0]!.command,
  };
}
