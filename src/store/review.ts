/** What people decide about claims: accept, reject, edit, write one themselves. Each is one write; each can be undone. */

import { byHand, type Decision, readingRecordOf } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import { type ClaimId, claimId, type DocumentId } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";
import { readClaim, readClaimFields } from "../model/read-claim.ts";
import { findClaim } from "./claims.ts";
import { parsedDecision } from "./decision-rows.ts";
import { type Act, beginWrite, record, type Writer } from "./decisions.ts";
import { findDocument, textOf } from "./documents.ts";
import { refuse } from "./fault.ts";
import { insertAll } from "./insert-all.ts";
import { claimRowOf } from "./keep-readings.ts";
import { refreshDocuments } from "./refresh.ts";
import type { Book } from "./tables.ts";

/** Why, in the words of who decides. */
export interface Because {
  readonly because?: string;
}

/** Accepts claims, by their ids: they say what their sentences say. */
export async function acceptClaims(book: Book, ids: readonly string[], writer: Writer & Because): Promise<Decision[]> {
  return judge(book, "accept", ids, writer);
}

/** Rejects claims: they stay, marked, and count no more. */
export async function rejectClaims(book: Book, ids: readonly string[], writer: Writer & Because): Promise<Decision[]> {
  return judge(book, "reject", ids, writer);
}

/** Says what a claim should have said. What was read stays; a new place (`span`) brings its words with it. */
export async function editClaim(book: Book, id: string, fields: unknown, writer: Writer & Because): Promise<Decision> {
  const { claim } = await findClaim(book, id);
  const read = readClaimFields(fields);
  if (typeof read === "string") return refuse(badClaim(`the edit ${read}.`));
  const text = await textOf(book, claim.document);
  const placed = read.span ? { ...read, quote: read.quote ?? text.slice(...read.span) } : read;
  const edited: Claim = { ...claim, ...placed };
  if (text.slice(...edited.span) !== edited.quote) return refuse(wrongQuote(edited));
  const body = { fields: placed, ...because(writer) };
  return (await decide(book, [{ verb: "edit", subject: claim.id, body }], [claim.document], writer))[0]!;
}

/** What a person selected and what it says. What is left out is null or false. */
export type HandClaim = Pick<Claim, "kind" | "roles" | "status" | "span"> &
  Partial<Omit<Claim, "id" | "document" | "also" | "checks">>;

/** Adds a claim that a person writes. Its quote is the text at its span; a quote that is given must be that text. */
export async function addClaim(book: Book, document: string, hand: unknown, writer: Writer & Because): Promise<Claim> {
  const { id, text } = await findDocument(book, document);
  const claim = handClaim(id, text, hand);
  const write = await beginWrite(book, writer);
  const before = await book
    .selectFrom("readings")
    .select("id")
    .where("document", "=", id)
    .where("reader", "=", byHand)
    .executeTakeFirst();
  const fields = { published: null, title: null, sentences: 0, claims: 0, refusals: 0, names: {} };
  const reading = readingRecordOf({ document: id, reader: byHand, at: write.at, ...fields });
  if (!before) await insertAll(book, "readings", [{ ...reading, names: "{}" }]);
  await insertAll(book, "claims", [claimRowOf(claim, before?.id ?? reading.id, text)]);
  await record(book, write, [{ verb: "claim", subject: claim.id, body: because(writer) }]);
  await refreshDocuments(book, [id]);
  return claim;
}

function handClaim(document: DocumentId, text: string, hand: unknown): Claim {
  const told = typeof hand === "object" && hand !== null ? (hand as Partial<Claim>) : {};
  const { span = [0, 0], kind, amount = null, chip = null, metric = null, status } = told;
  const quote = Array.isArray(span) ? text.slice(Number(span[0]), Number(span[1])) : "";
  const figure = amount && `${amount.min}..${amount.max} ${amount.unit}`;
  const id = claimId([document, kind ?? null, ...[...span].map(Number), figure, chip, metric, status ?? null, byHand]);
  const blank = { roles: {}, amount, comparator: null, period: null, chip, metric, conditional: false, hedged: false };
  const rest = { saidBy: null, origin: null, terms: null, checks: [], also: [] };
  const claim = readClaim({ ...blank, ...rest, quote, ...told, id, document });
  if (typeof claim === "string") return refuse(badClaim(`the claim ${claim}.`));
  if (text.slice(...claim.span) !== claim.quote || claim.span[1] > text.length) return refuse(wrongQuote(claim));
  return claim;
}

async function judge(
  book: Book,
  verb: "accept" | "reject" | "flag",
  ids: readonly string[],
  writer: Writer & Because,
): Promise<Decision[]> {
  const claims: Claim[] = [];
  for (const id of ids) claims.push((await findClaim(book, id)).claim);
  const acts = claims.map(({ id }) => ({ verb, subject: id, body: because(writer) }));
  return decide(
    book,
    acts,
    claims.map(({ document }) => document),
    writer,
  );
}

/** Marks claims for a further look, with a note. What they say and how they count stays as it is. */
export async function flagClaims(book: Book, ids: readonly string[], writer: Writer & Because): Promise<Decision[]> {
  return judge(book, "flag", ids, writer);
}

/** Records decisions of any verb as one write, and shows the documents that they are about anew. */
export async function decide(
  book: Book,
  acts: readonly Act[],
  documents: readonly DocumentId[],
  writer: Writer,
): Promise<Decision[]> {
  const decisions = await record(book, await beginWrite(book, writer), acts);
  await refreshDocuments(book, documents);
  return decisions;
}

/** Every decision on a claim, in effect or not, in the order of their time. */
export async function decisionsOn(book: Book, claim: ClaimId): Promise<(Decision & { inEffect: boolean })[]> {
  const rows = await book
    .selectFrom("decisions")
    .innerJoin("writes", "writes.id", "decisions.write")
    .selectAll("decisions")
    .select("writes.in_effect")
    .where("decisions.subject", "=", claim)
    .orderBy("decisions.at")
    .orderBy("decisions.id")
    .execute();
  return rows.map(({ in_effect, ...row }) => ({ ...parsedDecision(row), inEffect: in_effect === 1 }));
}

/** The same of many claims at once; claims without decisions are left out. */
export async function decisionsOnAll(
  book: Book,
  claims: readonly ClaimId[],
): Promise<Map<string, (Decision & { inEffect: boolean })[]>> {
  const found: (Decision & { inEffect: boolean })[] = [];
  for (let at = 0; at < claims.length; at += 10_000) {
    const rows = await book
      .selectFrom("decisions")
      .innerJoin("writes", "writes.id", "decisions.write")
      .selectAll("decisions")
      .select("writes.in_effect")
      .where("decisions.subject", "in", claims.slice(at, at + 10_000))
      .orderBy("decisions.at")
      .orderBy("decisions.id")
      .execute();
    found.push(...rows.map(({ in_effect, ...row }) => ({ ...parsedDecision(row), inEffect: in_effect === 1 })));
  }
  return Map.groupBy(found, ({ subject }) => subject);
}

function because({ because }: Because): { because?: string } {
  return because === undefined ? {} : { because };
}

function badClaim(message: string): Problem {
  return { code: "bad-claim", message, fix: "The fields and their values stand in docs/model.md." };
}

function wrongQuote({ document, span, quote }: Claim): Problem {
  return {
    code: "quote-not-in-text",
    message: `“${quote}” is not the text at that place.`,
    place: { document: document.slice(0, 12), span },
    fix: "Select the sentence again: a claim must quote its document.",
  };
}
