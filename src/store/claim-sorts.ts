/** By what can claims be sorted? Each order as the bands of its pages. */

import { type Expression, type SqlBool, sql } from "kysely";
import type { Band } from "./page.ts";
import type { Book, ShownClaim } from "./tables.ts";

/** `document`: as they stand in the texts, the earliest published first. `amount`: money before other units, each unit by itself. */
export const claimSorts = ["document", "status", "kind", "amount", "period", "from", "to", "id"] as const;
export type ClaimSort = (typeof claimSorts)[number];

type ClaimBand = Band<Omit<ShownClaim, "number">>;

/** The bands of an order. What has no period, party or amount stands last in either direction. */
export async function claimBands(book: Book, sort: ClaimSort): Promise<ClaimBand[]> {
  switch (sort) {
    case "document":
      return [{ name: "all", column: "place", where: null }];
    case "status":
      return [{ name: "all", column: "rung", where: null }];
    case "kind":
      return [{ name: "all", column: "kind", where: null }];
    case "id":
      return [{ name: "all", column: null, where: null }];
    case "period":
      return statedFirst("day");
    case "from":
      return statedFirst("from_party");
    case "to":
      return statedFirst("to_party");
    case "amount":
      return amountBands(book);
    default:
      return sort satisfies never;
  }
}

function statedFirst(column: "day" | "from_party" | "to_party"): ClaimBand[] {
  return [
    { name: "stated", column, where: sql<SqlBool>`${sql.ref(column)} is not null` },
    { name: "none", column: null, where: sql<SqlBool>`${sql.ref(column)} is null` },
  ];
}

async function amountBands(book: Book): Promise<ClaimBand[]> {
  const rows = await book.selectFrom("shown_claims").select("unit").distinct().where("unit", "is not", null).execute();
  const units = rows.map(({ unit }) => unit!).sort((one, other) => (unitPlace(one) < unitPlace(other) ? -1 : 1));
  const is = (unit: string): Expression<SqlBool> => sql<SqlBool>`unit = ${unit}`;
  return [
    ...units.map((unit): ClaimBand => ({ name: unit, column: "size", where: is(unit) })),
    { name: "none", column: null, where: sql<SqlBool>`unit is null` },
  ];
}

/** US dollars first, then other money, then what is counted. */
function unitPlace(unit: string): string {
  return `${unit === "USD" ? 0 : /^[A-Z]{3}$/.test(unit) ? 1 : 2} ${unit}`;
}
