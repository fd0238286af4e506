/** A table of a company's page as CSV: its columns, then what was taken for granted, then the claims behind each row. */

import type { CompanyTable } from "../company-answers.ts";
import { csvLine } from "../csv-line.ts";

export function tableCsv({ columns, rows, assumed }: CompanyTable): string {
  // `[A1]` in a cell is nothing outside of the page: here the words stand in its place.
  const spelt = (cell: string): string =>
    cell.replace(/\[A(\d+)\]/g, (mark, number) => `[${assumed[Number(number) - 1] ?? mark}]`);
  return [
    csvLine([...columns.map((column) => column || "remarks"), "claims"]),
    ...rows.map(({ cells, claims }) => csvLine([...cells.map(spelt), claims.join(" ")])),
  ].join("");
}
