/**
 * Pages by key. An order is a sequence of bands: within a band rows are ordered by one column and then by id, so that an index finds the row after a
 * given one at once, however deep the page. Rows that state nothing are a band of their own, the last in either direction.
 */

import { type Expression, type SqlBool, sql } from "kysely";
import { refuse } from "./fault.ts";

/** Where a page ended. A text for addresses and command lines; only this file knows what is in it. */
export type Cursor = string & { readonly brand: "cursor" };

export interface Page<T> {
  readonly items: readonly T[];
  /** Null where nothing follows. */
  readonly next: Cursor | null;
}

/** A stretch of an order. */
export interface Band<Row> {
  /** The same on every page of an order. */
  readonly name: string;
  /** What rows of the band are ordered by before their id; null where only the id orders them. */
  readonly column: (keyof Row & string) | null;
  readonly where: Expression<SqlBool> | null;
}

/** What rows of a band without a column are ordered by before their id. Each fetched row brings its value under `further_0`, `further_1`, … */
export interface FurtherColumn {
  readonly value: Expression<string | number | null>;
  readonly descending: boolean;
}

/** What of a band is still to come. */
export interface RestOfBand<Row> {
  readonly column: (keyof Row & string) | null;
  readonly where: Expression<SqlBool>;
}

type Value = string | number | null;

interface Key {
  readonly band: string;
  readonly value: Value;
  readonly further: readonly Value[];
  readonly id: string;
}

export interface PageQuestion {
  readonly limit: number;
  readonly after?: Cursor | null;
  /** The direction of the bands' column and of the ids. */
  readonly descending?: boolean;
  readonly further?: readonly FurtherColumn[];
}

/** Fills a page from the bands. `fetch` gives at most `room` rows of a band, in its order. */
export async function pageOf<Row extends { readonly id: string }>(
  { limit, after = null, descending = false, further = [] }: PageQuestion,
  bands: readonly Band<Row>[],
  fetch: (band: RestOfBand<Row>, room: number) => Promise<readonly Row[]>,
): Promise<Page<Row>> {
  const start = after === null ? null : readCursor(after);
  const from = start === null ? 0 : bands.findIndex(({ name }) => name === start.band);
  if (from < 0 || (start !== null && start.further.length !== further.length)) refuse(badCursor(after!));
  const items: Row[] = [];
  let last: Key | null = null;
  for (const [index, band] of bands.slice(from).entries()) {
    const key = index === 0 ? start : null;
    // One more than fits tells whether anything follows.
    const rows = await fetch(
      { column: band.column, where: whereAfter(band, key, descending, further) },
      limit + 1 - items.length,
    );
    for (const row of rows) {
      if (items.length === limit) return { items, next: writeCursor(last!) };
      items.push(row);
      last = {
        band: band.name,
        value: band.column === null ? null : (row[band.column] as string | number),
        further: further.map((_, place) => (row as Readonly<Record<string, unknown>>)[furtherName(place)] as Value),
        id: row.id,
      };
    }
  }
  return { items, next: null };
}

/** Under which name a fetched row brings a further column. */
export function furtherName(place: number): `further_${number}` {
  return `further_${place}`;
}

function whereAfter<Row>(
  { column, where }: Band<Row>,
  key: Key | null,
  descending: boolean,
  further: readonly FurtherColumn[],
): Expression<SqlBool> {
  const inBand = where ?? sql<SqlBool>`true`;
  if (key === null) return inBand;
  const beyond = sql.raw(descending ? "<" : ">");
  const later = further.reduceRight<Expression<SqlBool>>((rest, each, place) => {
    const own = key.further[place]!;
    // “Is” finds what states nothing, which no comparison does; that stands last, or by itself.
    return sql<SqlBool>`(${each.value} ${sql.raw(each.descending ? "<" : ">")} ${own} or (${each.value} is ${own} and ${rest}))`;
  }, sql<SqlBool>`id ${beyond} ${key.id}`);
  // A row value finds its place in an index.
  return column === null
    ? sql<SqlBool>`${inBand} and ${later}`
    : sql<SqlBool>`${inBand} and (${sql.ref(column)}, id) ${beyond} (${key.value}, ${key.id})`;
}

function writeCursor({ band, value, further, id }: Key): Cursor {
  return Buffer.from(JSON.stringify([band, value, ...further, id])).toString("base64url") as Cursor;
}

function readCursor(cursor: Cursor): Key {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return refuse(badCursor(cursor));
  }
  if (!Array.isArray(parts) || parts.length < 3) return refuse(badCursor(cursor));
  const [band, value, ...rest] = parts as [string, Value, ...Value[]];
  return { band, value, further: rest.slice(0, -1), id: String(rest.at(-1)) };
}

function badCursor(cursor: string) {
  return {
    code: "bad-cursor",
    message: `“${cursor}” is no place at which a page of this order ended.`,
    fix: "Begin with the first page.",
  };
}
