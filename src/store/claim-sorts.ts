/** By what can claims be sorted? Each order as the bands of its pages, and what orders rows that are equal there. */

import { type Expression, type SqlBool, sql } from "kysely";
import type { ClaimOrder, SortTerm } from "../views/claim-order.ts";
import type { Band, FurtherColumn } from "./page.ts";
import type { Book, ShownClaim } from "./tables.ts";

type ClaimBand = Band<Omit<ShownClaim, "number">>;

export interface ClaimBands {
  readonly bands: readonly ClaimBand[];
  /** The direction of the bands' column and of the ids, by which rows that are equal are ordered. */
  readonly descending: boolean;
  /** Between the bands' column and the ids. */
  readonly further: readonly FurtherColumn[];
}

/**
 * The bands of an order. What has no period, party or amount stands last in either direction. One term has an index where many ask for it; several are
 * sorted by the columns of all of them.
 */
export async function claimBands(book: Book, order: ClaimOrder): Promise<ClaimBands> {
  const [first, ...later] = order;
  if (later.length === 0) return { bands: await bandsOf(book, first), descending: first.descending, further: [] };
  const further = order.flatMap((term, index) => columnsOf(term, index === order.length - 1));
  return { bands: [{ name: "all", column: null, where: null }], descending: later.at(-1)!.descending, further };
}

async function bandsOf(book: Book, { by }: SortTerm): Promise<ClaimBand[]> {
  switch (by) {
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
      return by satisfies never;
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

const unitPlaceInSql = sql<string>`case when unit is null then '3' when unit = 'USD' then '0' when unit glob '[A-Z][A-Z][A-Z]' then '1 ' || unit else '2 ' || unit end`;
/** A claim's place is its document's, a space, and nine digits. */
const documentPlace = sql<string>`substr(place, 1, length(place) - 10)`;

/**
 * What a term orders by where it is one of several: the same as its bands, as columns. A place is one claim's own: what is ordered further inside a document
 * goes by the document alone.
 */
function columnsOf({ by, descending }: SortTerm, isLast: boolean): FurtherColumn[] {
  const own = (value: FurtherColumn["value"]): FurtherColumn => ({ value, descending });
  const statedFirst = (column: "day" | "from_party" | "to_party"): FurtherColumn[] => [
    { value: sql<number>`(${sql.ref(column)} is null)`, descending: false },
    own(sql.ref(column)),
  ];
  switch (by) {
    case "document":
      return [own(isLast ? sql.ref("place") : documentPlace)];
    case "status":
      return [own(sql.ref("rung"))];
    case "kind":
      return [own(sql.ref("kind"))];
    case "id":
      return [own(sql.ref("id"))];
    case "period":
      return statedFirst("day");
    case "from":
      return statedFirst("from_party");
    case "to":
      return statedFirst("to_party");
    case "amount":
      return [{ value: unitPlaceInSql, descending: false }, own(sql.ref("size"))];
    default:
      return by satisfies never;
  }
}
