/** Asks for claims: a page of those that a filter lets through, how many there are, one by its id. */

import type { Review } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import type { ClaimId, DocumentId, ReadingId } from "../model/id.ts";
import type { ClaimFields } from "../model/read-claim.ts";
import { asksFor, type Filter } from "../views/filter.ts";
import type { Figure } from "../views/selection-sum.ts";
import { type ClaimSort, claimBands } from "./claim-sorts.ts";
import { Damage, refuse } from "./fault.ts";
import { whereOf } from "./filter-where.ts";
import { type Cursor, type Page, pageOf } from "./page.ts";
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
  /** Another document gives another amount. */
  readonly conflict: boolean;
}

export interface ClaimQuestion {
  readonly filter: Filter;
  readonly sort: ClaimSort;
  readonly descending?: boolean;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: Cursor | null;
}

/** A page of claims in order. Pages are found by key: what comes in between is neither skipped nor repeated. */
export async function claimsPage(book: Book, question: ClaimQuestion): Promise<Page<StandingClaim>> {
  const { filter, sort, descending = false } = question;
  const bands = await claimBands(book, sort);
  const direction = descending ? "desc" : "asc";
  const page = await pageOf(question, bands, ({ column, where }, room) =>
    book
      .selectFrom("shown_claims")
      .selectAll()
      // Only these few rows are read whole: sorting narrow ones takes half the time.
      .where(
        "number",
        "in",
        shown(book, filter)
          .where(where)
          .orderBy(column ?? "id", direction)
          .orderBy("id", direction)
          .limit(room)
          .select("number"),
      )
      .orderBy(column ?? "id", direction)
      .orderBy("id", direction)
      .execute(),
  );
  return { ...page, items: await standingClaims(book, page.items) };
}

/** The ids of all claims that a filter lets through, in the order of the pages. */
export async function claimOrder(
  book: Book,
  { filter, sort, descending = false }: Pick<ClaimQuestion, "filter" | "sort" | "descending">,
): Promise<ClaimId[]> {
  const direction = descending ? "desc" : "asc";
  const ids: ClaimId[] = [];
  for (const { column, where } of await claimBands(book, sort)) {
    let query = shown(book, filter).select("id");
    if (where !== null) query = query.where(where);
    const rows = await query
      .orderBy(column ?? "id", direction)
      .orderBy("id", direction)
      .execute();
    for (const { id } of rows) ids.push(id);
  }
  return ids;
}

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

/** How many claims a filter lets through, and how many of them are in conflict or reviewed. */
export async function countClaims(
  book: Book,
  filter: Filter,
): Promise<{ claims: number; conflicts: number; reviewed: number }> {
  const row = await shown(book, filter)
    .select(({ fn, eb }) => [
      fn.countAll<number>().as("claims"),
      fn.sum<number | null>("conflict").as("conflicts"),
      fn.sum<number | null>(eb.case().when("review", "<>", "unreviewed").then(1).else(0).end()).as("reviewed"),
    ])
    .executeTakeFirstOrThrow();
  return { claims: row.claims, conflicts: row.conflicts ?? 0, reviewed: row.reviewed ?? 0 };
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
      conflict: row.conflict === 1,
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
