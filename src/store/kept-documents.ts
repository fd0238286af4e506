/** What does a book keep of documents, as far as it counts: now, or at an earlier moment? */

import type { Decision } from "../model/book.ts";
import type { DocumentId, WriteId } from "../model/id.ts";
import { parsedDecision } from "./decision-rows.ts";
import type { KeptDocument } from "./shown-rows.ts";
import type { Book, Flag, Tables } from "./tables.ts";

/** Which records count. */
export interface Counting {
  readonly decision: (row: Pick<Decision, "id" | "at"> & { write: WriteId; in_effect: Flag }) => boolean;
  readonly reading: (row: Pick<Tables["readings"], "id" | "at">) => boolean;
}

/** All records, but for decisions whose writes are undone. */
export const countingNow: Counting = { decision: ({ in_effect }) => in_effect === 1, reading: () => true };

/** The records of these documents. Of a document that appears nowhere only the id is looked up: nothing of it is shown. */
export async function keptDocuments(
  book: Book,
  documents: readonly DocumentId[],
  counting: Counting,
): Promise<KeptDocument[]> {
  const appearances = await appearancesThatCount(book, documents, counting);
  const there = [...new Set(appearances.map(({ document }) => document))];
  const rows =
    there.length === 0 ? [] : await book.selectFrom("readings").selectAll().where("document", "in", there).execute();
  const readings = rows.filter(counting.reading);
  const counted = new Set(readings.map(({ id }) => id));
  const claims = (await claimsOf(book, there)).filter(({ reading }) => counted.has(reading));
  const decisions = (await decisionsOn(book, there)).filter(counting.decision);

  const appearancesOf = Map.groupBy(appearances, ({ document }) => document);
  const readingsOf = Map.groupBy(readings, ({ document }) => document);
  const claimsOfDocument = Map.groupBy(claims, ({ document }) => document);
  const decisionsOf = Map.groupBy(decisions, ({ subject }) => subject);
  return documents.map((id) => {
    const own = claimsOfDocument.get(id) ?? [];
    return {
      id,
      appearances: appearancesOf.get(id) ?? [],
      readings: readingsOf.get(id) ?? [],
      claims: own,
      decisions: [...new Set(own.map((claim) => claim.id))].flatMap((claim) =>
        (decisionsOf.get(claim) ?? []).map(({ in_effect: _, ...row }) => parsedDecision(row)),
      ),
    };
  });
}

async function appearancesThatCount(
  book: Book,
  documents: readonly DocumentId[],
  counting: Counting,
): Promise<Tables["appearances"][]> {
  const added = await book
    .selectFrom("appearances")
    .innerJoin("decisions", "decisions.subject", "appearances.id")
    .innerJoin("writes", "writes.id", "decisions.write")
    .selectAll("appearances")
    .select(["decisions.id as decision", "decisions.at", "decisions.write", "writes.in_effect"])
    .where("appearances.document", "in", documents)
    .where("decisions.verb", "=", "add")
    .execute();
  // An appearance that was added, undone and added again has two decisions.
  const counted = new Map<string, Tables["appearances"]>();
  for (const { decision, at, write, in_effect, ...appearance } of added)
    if (counting.decision({ id: decision, at, write, in_effect })) counted.set(appearance.id, appearance);
  return [...counted.values()];
}

async function claimsOf(book: Book, documents: readonly DocumentId[]): Promise<Tables["claims"][]> {
  if (documents.length === 0) return [];
  return book
    .selectFrom("readings")
    .innerJoin("claims", "claims.reading", "readings.id")
    .selectAll("claims")
    .where("readings.document", "in", documents)
    .execute();
}

/** The decisions on the claims of documents, in the order of their time. */
async function decisionsOn(
  book: Book,
  documents: readonly DocumentId[],
): Promise<(Tables["decisions"] & { in_effect: Flag })[]> {
  if (documents.length === 0) return [];
  return book
    .selectFrom("decisions")
    .innerJoin("writes", "writes.id", "decisions.write")
    .innerJoin("claims", "claims.id", "decisions.subject")
    .innerJoin("readings", "readings.id", "claims.reading")
    .selectAll("decisions")
    .select("writes.in_effect")
    .where("readings.document", "in", documents)
    .distinct()
    .orderBy("decisions.at")
    .orderBy("decisions.id")
    .execute();
}
