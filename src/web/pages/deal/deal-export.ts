/** What leaves the deal screen: pictures and tables of a deal, or the list. */

import { harmless } from "../../../views/card-table.ts";
import { csvLine } from "../../../views/csv-line.ts";
import type { DealPageAnswer } from "../../../views/deal-answers.ts";
import type { Exported } from "../../state/exported.ts";
import { exportedPanels } from "../../state/exported-panels.ts";

const nothing = { card: null, cards: [], from: null, text: null, all: null };

export function exportOf(answer: DealPageAnswer): Exported {
  if (answer.is === "deal") {
    const { short, panels, command } = answer;
    return { ...nothing, ...exportedPanels(short, panels), command };
  }
  const deals = answer.is === "list" ? answer.deals : answer.near;
  const rows = deals.map(({ short, status, sides, what, amount, differs, documents }) =>
    [short, status, sides, what, amount, differs ? "≠" : "", String(documents)].map(harmless),
  );
  const head = ["id", "status", "from → to", "what", "amount", "sources differ", "documents"];
  const csv = [head, ...rows].map(csvLine).join("");
  return {
    ...nothing,
    files: [{ about: "The deals as a table", name: "deals.csv", load: async () => csv }],
    command: answer.is === "list" ? answer.command : "capstack deals",
  };
}
