/** Puts decisions into the book, and tells what looks different afterwards. */

import type { Decision } from "../model/book.ts";
import type { Claim } from "../model/claim.ts";
import { lastDayOf, parseDay } from "../model/day.ts";
import type { DocumentId, WriteId } from "../model/id.ts";
import { claimsOfIds, findClaim } from "../store/claims.ts";
import type { Writer } from "../store/decisions.ts";
import { findDocument } from "../store/documents.ts";
import { refuse } from "../store/fault.ts";
import { decisionsOf } from "../store/log.ts";
import { acceptClaims, addClaim, editClaim, flagClaims, rejectClaims } from "../store/review.ts";
import type { Book } from "../store/tables.ts";
import { redoLast, undoLast, undoWrite, type WriteRow } from "../store/undo.ts";
import { decisionText } from "../views/decision-text.ts";
import { writeText } from "../views/log-rows.ts";
import type { WrittenAnswer } from "../views/page-answers.ts";
import { readEdit } from "../views/parse-edit.ts";
import { type Asked, asked } from "./asked.ts";
import { conflictCounts, documentLines, totalsOf } from "./book-answer.ts";
import { cardsOf } from "./cards.ts";
import { type DealVerb, dealVerbs, decideDeal } from "./deal-answer.ts";
import { idsIn, misasked, textIn } from "./request.ts";
import type { ServedBook } from "./served-book.ts";

type Body = Readonly<Record<string, unknown>>;

/** What a page may ask to be written. */
export const acts: Readonly<Record<string, (book: Book, served: ServedBook, body: Body) => Promise<Written>>> = {
  accept: (book, served, body) => judged(book, idsIn(body), (ids) => acceptClaims(book, ids, writerOf(served, body))),
  reject: (book, served, body) => judged(book, idsIn(body), (ids) => rejectClaims(book, ids, writerOf(served, body))),
  flag: (book, served, body) => judged(book, idsIn(body), (ids) => flagClaims(book, ids, writerOf(served, body))),
  edit,
  claim,
  assume,
  ...Object.fromEntries(
    dealVerbs.map((verb) => [verb, (book: Book, served: ServedBook, body: Body) => dealt(book, served, verb, body)]),
  ),
  undo: async (book, served, body) =>
    undone(
      book,
      typeof body.write === "string"
        ? await undoWrite(book, body.write as WriteId, served.writer())
        : await undoLast(book, served.writer()),
      "undone",
    ),
  redo: async (book, served) => undone(book, await redoLast(book, served.writer()), "done again"),
};

/** What was done, and the claims that it touched. */
interface Written {
  readonly did: string;
  readonly write: string;
  readonly ids: readonly string[];
  readonly documents: readonly DocumentId[];
}

/** Decisions that leave what is claimed, and which claims are of one deal, as they were. */
const keepMarks = ["accept", "flag", "draw", "assume"];

/** All that looks different after a write. */
export async function writtenAnswer(
  book: Book,
  around: Asked,
  act: string,
  { did, write, ids, documents }: Written,
): Promise<WrittenAnswer> {
  const cards = await cardsOf(book, await claimsOfIds(book, ids), around);
  const touched = new Set([...documents, ...cards.map(({ document }) => document as DocumentId)]);
  return {
    did,
    write,
    data: around.data,
    cards,
    documents: await documentLines(book, around, touched),
    totals: await totalsOf(book, around),
    conflicts: around.conflicts && (await conflictCounts(book, around.conflicts)),
    movesMarks: !keepMarks.includes(act),
  };
}

async function judged(
  book: Book,
  ids: readonly string[],
  act: (ids: readonly string[]) => Promise<Decision[]>,
): Promise<Written> {
  const decisions = await act(ids);
  const standing = await claimsOfIds(book, ids);
  const [first] = decisions;
  const what = decisionText(first!);
  const did = decisions.length === 1 ? what : what.replace(/^\w+/, `$& ${decisions.length} claims`);
  return { did, write: first!.write, ids, documents: [...new Set(standing.map(({ claim }) => claim.document))] };
}

async function dealt(book: Book, served: ServedBook, verb: DealVerb, body: Body): Promise<Written> {
  const { decision, deal } = await decideDeal(book, served, verb, body);
  return {
    did: decisionText(decision),
    write: decision.write,
    ids: deal.claims,
    documents: [...deal.documents],
  };
}

async function edit(book: Book, served: ServedBook, body: Body): Promise<Written> {
  const id = textIn(body, "id");
  const { claim } = await findClaim(book, id);
  const around = await asked(book, served, new URLSearchParams());
  const fields = readEdit(partsIn(body), claim, around.names.known);
  if ("code" in fields) return refuse(fields);
  const placed = body.span === undefined ? fields : { ...fields, span: body.span };
  const decision = await editClaim(book, id, placed, writerOf(served, body));
  return { did: decisionText(decision), write: decision.write, ids: [claim.id], documents: [claim.document] };
}

/** A claim that a person writes about words that they selected. */
async function claim(book: Book, served: ServedBook, body: Body): Promise<Written> {
  const around = await asked(book, served, new URLSearchParams());
  const { id } = await findDocument(book, textIn(body, "document"));
  const parts = partsIn(body);
  const kind = parts.find(([name]) => name === "kind")?.[1] as Claim["kind"];
  const blank = { kind, roles: {}, amount: null, comparator: null, period: null } as unknown as Claim;
  const fields = readEdit(parts, blank, around.names.known);
  if ("code" in fields) return refuse(fields);
  const made = await addClaim(book, id, { ...fields, span: body.span }, writerOf(served, body));
  const { write } = await book
    .selectFrom("decisions")
    .select("write")
    .where("subject", "=", made.id)
    .orderBy("at", "desc")
    .executeTakeFirstOrThrow();
  return { did: "written by hand", write, ids: [made.id], documents: [id] };
}

/** What no source tells: about no claim, so that no card looks different. */
async function assume(book: Book, served: ServedBook, body: Body): Promise<Written> {
  const [what, is, because] = [textIn(body, "what"), textIn(body, "is"), textIn(body, "because")];
  const on = body.on === null ? null : parseDay(textIn(body, "on"));
  if (on === null && body.on !== null) throw misasked("on must be a day");
  const { decision } = await served.assume(book, { what, is, because, on: on && lastDayOf(on) });
  return { did: decisionText(decision), write: decision.write, ids: [], documents: [] };
}

async function undone(book: Book, row: WriteRow, how: string): Promise<Written> {
  const decisions = await decisionsOf(book, row.id, 2000);
  const [first] = decisions;
  const { in_effect, ...write } = row;
  const what = writeText({ ...write, inEffect: in_effect === 1, first: first! });
  const ids = decisions.filter(({ subject }) => subject.startsWith("c-")).map(({ subject }) => subject);
  const standing = await claimsOfIds(book, ids);
  return {
    did: `${how}: ${what}`,
    write: row.id,
    ids,
    documents: [...new Set(standing.map(({ claim }) => claim.document))],
  };
}

function partsIn({ fields }: Body): [string, string][] {
  if (typeof fields !== "object" || fields === null) throw misasked("fields must be an object of texts");
  return Object.entries(fields).map(([name, value]) => {
    if (typeof value !== "string") throw misasked(`${name} must be a text`);
    return [name, value.trim() === "" ? "none" : value.trim()];
  });
}

function writerOf(served: ServedBook, { because }: Body): Writer & { because?: string } {
  return { ...served.writer(), ...(typeof because === "string" && because !== "" ? { because } : {}) };
}
