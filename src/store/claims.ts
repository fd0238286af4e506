/** Asks for claims: a page of those that a filter lets through, how many there are, one by its id. */

import { type SelectQueryBuilder, sql } from "kysely";
import type { Review } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import type { ClaimId, DocumentId, ReadingId } from "../model/id.ts";
import type { ClaimFields } from "../model/read-claim.ts";
import { type ClaimGrouping, type ClaimOrder, groupedOrder, sortsOfGrouping } from "../views/claim-order.ts";
import { asksFor, type Filter } from "../views/filter.ts";
import type { Figure } from "../views/selection-sum.ts";
import { claimBands } from "./claim-sorts.ts";
import { Damage, refuse } from "./fault.ts";
import { whereOf } from "./filter-where.ts";
import { type Cursor, type FurtherColumn, furtherName, type Page, pageOf } from "./page.ts";
import { unsealed } from "./seal.ts";
import type { Book, ShownClaim, Tables } from "./tables.ts";

/** A claim as it stands now: with its edits, and what people made of it. */
export interface StandingClaim {
  readonly claim: Claim;
  readonly reading: ReadingId;
  /** Its document's latest reading holds it, or a person wrote it. */
  readonly latest: boolean;
  readonly byHand: boolean;
  readonly review: Review;
}

export interface ClaimQuestion {
  readonly filter: Filter;
  readonly order: ClaimOrder;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: Cursor | null;
}

/** A page of claims in order. Pages are found by key: what comes in between is neither skipped nor repeated. */
export async function claimsPage(
  book: Book,
  { filter, order, ...question }: ClaimQuestion,
): Promise<Page<StandingClaim>> {
  const { bands, descending, further } = await claimBands(book, order);
  const page = await pageOf({ ...question, descending, further }, bands, ({ column, where }, room) => {
    const found = sorted(shown(book, filter).where(where), column, descending, further).limit(room).select("number");
    // Only these few rows are read whole: sorting narrow ones takes half the time.
    return sorted(book.selectFrom("shown_claims"), column, descending, further)
      .selectAll()
      .select(further.map(({ value }, place) => sql<string | number | null>`${value}`.as(furtherName(place))))
      .where("number", "in", found)
      .execute();
  });
  return { ...page, items: await standingClaims(book, page.items) };
}

/** The ids of all claims that a filter lets through, in the order of the pages. */
export async function claimIds(
  book: Book,
  { filter, order }: Pick<ClaimQuestion, "filter" | "order">,
): Promise<ClaimId[]> {
  const { bands, descending, further } = await claimBands(book, order);
  const ids: ClaimId[] = [];
  for (const { column, where } of bands) {
    let query = sorted(shown(book, filter), column, descending, further).select("id");
    if (where !== null) query = query.where(where);
    for (const { id } of await query.execute()) ids.push(id);
  }
  return ids;
}

type Query<Output> = SelectQueryBuilder<Tables, "shown_claims", Output>;

function sorted<Output>(
  query: Query<Output>,
  column: keyof Omit<ShownClaim, "number"> | null,
  descending: boolean,
  further: readonly FurtherColumn[],
): Query<Output> {
  const own = descending ? "desc" : "asc";
  const first = column === null ? query : query.orderBy(column, own);
  return further
    .reduce((each, { value, descending: down }) => each.orderBy(value, down ? "desc" : "asc"), first)
    .orderBy("id", own);
}

/** Claims that stand together under one head. */
export interface ClaimGroup {
  /** What they have in common, in the order of the grouping's sorts; null where they state nothing. */
  readonly values: readonly (string | null)[];
  /** What is summed of each of them. */
  readonly figures: readonly Figure[];
}

/** The ids of all claims that a filter lets through, the claims of each group together and inside as asked; and the groups in that order. */
export async function groupedClaims(
  book: Book,
  { filter, order }: Pick<ClaimQuestion, "filter" | "order">,
  grouping: ClaimGrouping,
): Promise<{ ids: ClaimId[]; groups: ClaimGroup[] }> {
  const columns = sortsOfGrouping(grouping).map((sort) => valueColumns[sort]);
  const { bands, descending, further } = await claimBands(book, groupedOrder(grouping, order));
  const ids: ClaimId[] = [];
  const groups: { values: (string | null)[]; figures: Figure[] }[] = [];
  for (const { column, where } of bands) {
    let query = sorted(shown(book, filter), column, descending, further).select([
      ...columns,
      "id",
      "kind",
      "status",
      "low",
      "high",
      "unit",
    ]);
    if (where !== null) query = query.where(where);
    for (const row of await query.execute()) {
      const last = groups.at(-1);
      ids.push(row.id);
      if (last && columns.every((name, place) => row[name] === last.values[place])) last.figures.push(row);
      else groups.push({ values: columns.map((name) => row[name]), figures: [row] });
    }
  }
  return { ids, groups };
}

const valueColumns = {
  document: "document",
  status: "status",
  kind: "kind",
  from: "from_party",
  to: "to_party",
} as const;

/** The claims of these ids, in their order; what the book does not show is left out. */
export async function claimsOfIds(book: Book, ids: readonly string[]): Promise<StandingClaim[]> {
  const rows = await rowsOfIds(book, ids);
  const byId = new Map(rows.map((row) => [row.id as string, row]));
  return standingClaims(
    book,
    ids.flatMap((id) => byId.get(id) ?? []),
  );
}

/** What is summed of the claims of these ids. */
export async function figuresOfIds(book: Book, ids: readonly string[]): Promise<Figure[]> {
  const rows = await rowsOfIds(book, ids);
  return rows.map(({ kind, status, low, high, unit }) => ({ kind, status, low, high, unit }));
}

async function rowsOfIds(book: Book, ids: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  // SQLite takes 32,766 values in one question.
  for (let at = 0; at < ids.length; at += 10_000) {
    const some = ids.slice(at, at + 10_000) as ClaimId[];
    rows.push(...(await book.selectFrom("shown_claims").selectAll().where("id", "in", some).execute()));
  }
  return rows;
}

/** Of each document, how many claims a filter lets through, and how they stand. */
export async function claimsPerDocument(book: Book, filter: Filter): Promise<DocumentCount[]> {
  return shown(book, filter)
    .select(({ fn, eb }) => [
      "document",
      fn.countAll<number>().as("claims"),
      fn.sum<number>("conditional").as("conditional"),
      fn.sum<number>(eb.case().when("review", "<>", "unreviewed").then(1).else(0).end()).as("reviewed"),
    ])
    .groupBy("document")
    .execute();
}

export interface DocumentCount {
  readonly document: DocumentId;
  readonly claims: number;
  readonly conditional: number;
  readonly reviewed: number;
}

/** How many claims a filter lets through, and how many of them are reviewed. */
export async function countClaims(book: Book, filter: Filter): Promise<{ claims: number; reviewed: number }> {
  const row = await shown(book, filter)
    .select(({ fn, eb }) => [
      fn.countAll<number>().as("claims"),
      fn.sum<number | null>(eb.case().when("review", "<>", "unreviewed").then(1).else(0).end()).as("reviewed"),
    ])
    .executeTakeFirstOrThrow();
  return { claims: row.claims, reviewed: row.reviewed ?? 0 };
}

/** All claims that a filter lets through, in the order of their documents and of the text. */
export async function allClaims(book: Book, filter: Filter): Promise<StandingClaim[]> {
  return standingClaims(book, await shown(book, filter).orderBy("place").orderBy("id").selectAll().execute());
}

/** The claim of an id, of which the first digits are enough. Older readings are looked at too. */
export async function findClaim(book: Book, written: string): Promise<StandingClaim> {
  const start = written.startsWith("c-") ? written : `c-${written}`;
  const rows = await book
    .selectFrom("shown_claims")
    .selectAll()
    .where("id", ">=", start as ClaimId)
    .where("id", "<", `${start}~` as ClaimId)
    .orderBy("id")
    .limit(2)
    .execute();
  if (rows.length === 0) refuse(unknownClaim(written));
  if (rows.length > 1) refuse(ambiguousClaim(written, rows));
  return (await standingClaims(book, rows))[0]!;
}

function shown(book: Book, filter: Filter) {
  const claims = book.selectFrom("shown_claims").where((where) => whereOf(where, filter));
  return asksFor(filter, "older") ? claims : claims.where("latest", "=", 1);
}

type Row = Omit<ShownClaim, "number">;

/** Fetches what the readers wrote and puts the edits on top, in the given order. */
export async function standingClaims(book: Book, rows: readonly Row[]): Promise<StandingClaim[]> {
  const bodies = new Map<string, Tables["claims"]>();
  for (let at = 0; at < rows.length; at += 1000) {
    const ids = rows.slice(at, at + 1000).map(({ id }) => id);
    for (const row of await book.selectFrom("claims").selectAll().where("id", "in", ids).execute())
      bodies.set(`${row.reading} ${row.id}`, row);
  }
  return rows.map((row) => {
    const body = bodies.get(`${row.reading} ${row.id}`);
    if (!body) throw new Damage(`claim ${row.id} is listed and not there`);
    const claim = unsealed<Claim>(body, `claim ${row.id}`);
    return {
      claim: row.edits === null ? claim : { ...claim, ...(JSON.parse(row.edits) as ClaimFields) },
      reading: row.reading,
      latest: row.latest === 1,
      byHand: row.by_hand === 1,
      review: row.review,
    };
  });
}

function unknownClaim(written: string) {
  return { code: "unknown-claim", message: `there is no claim ${written} in this book.`, fix: "capstack claims" };
}

function ambiguousClaim(written: string, rows: readonly Pick<Row, "id">[]) {
  return {
    code: "ambiguous-claim",
    message: `${written} begins the ids of several claims: ${rows.map(({ id }) => id).join(", ")}, …`,
    fix: "Give more of its digits.",
  };
}
