/** What leaves a screen of panels: their pictures, and their tables as CSV. */

import { tableCsv } from "../../views/company/table-csv.ts";
import type { CompanyPanel } from "../../views/company-answers.ts";
import type { Exported } from "./exported.ts";

type Panels = readonly (Pick<CompanyPanel, "pictures" | "tables"> & { readonly name: string })[];

/** Files begin with what the screen is about: `openai-obligations.svg`. */
export function exportedPanels(about: string, panels: Panels): Required<Pick<Exported, "pictures" | "files">> {
  const nameOf = (panel: string, index: number): string => `${about}-${panel}${index === 0 ? "" : `-${index + 1}`}`;
  return {
    pictures: panels.flatMap(({ name, pictures }) =>
      pictures.map((svg, index) => ({ name: nameOf(name, index), svg })),
    ),
    files: panels.flatMap(({ name, tables }) =>
      tables.map((table, index) => ({
        about: table.caption,
        name: `${nameOf(name, index)}.csv`,
        load: async () => tableCsv(table),
      })),
    ),
  };
}
