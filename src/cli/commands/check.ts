/** `capstack check`: is the book whole, and does anything in it need attention? */

import { join } from "node:path";
import { receiveFile } from "../../intake/read-file.ts";
import { readerVersion } from "../../intake/reader-version.ts";
import { type DocumentId, documentId, normalisedText } from "../../model/id.ts";
import { placeText } from "../../model/problem.ts";
import { bookData } from "../../store/book-data.ts";
import { documentNumbers } from "../../store/document-numbers.ts";
import { allDocuments } from "../../store/documents.ts";
import { orphanedDecisions } from "../../store/orphans.ts";
import { postedBook } from "../../store/posted-book.ts";
import { unreadDocuments } from "../../store/readings.ts";
import type { Book, ShownDocument } from "../../store/tables.ts";
import { verifyBook } from "../../store/verify.ts";
import { checkCells, checkColumns, type Finding, needsAttention } from "../../views/check-rows.ts";
import { decisionText } from "../../views/decision-text.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { checkText } from "../render/check.ts";
import { counted } from "../render/reading.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack check`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, switches } = call;
  const format = readFormat(call, "capstack check");
  if (typeof format === "object") return { misuse: format };
  if (operands.length > 0)
    return {
      misuse: { code: "no-operand", message: "capstack check takes no name.", fix: "capstack check --book DIR" },
    };

  return inBook(call, {}, async (book) => {
    // Damage ends the command as the problem that it is; what follows is told record by record.
    const { findings, data } = await book.ask(async (inside) => ({
      findings: [
        ...(await recordsFindings(inside)),
        ...(await fileFindings(inside, book)),
        ...(await readerFindings(inside, book)),
        ...(await orphanFindings(inside, book)),
        ...(await assumptionFindings(inside, book)),
      ],
      data: await bookData(inside, book.settings.registers),
    }));
    const strict = switches.has("strict");
    if (format === "json") printJson(terminal, { schema: "capstack/check/1", data, rows: findings, problems: [] });
    else if (format === "csv" || format === "plain")
      printLines(terminal, format, checkColumns, findings.map(checkCells));
    else terminal.out(checkText(findings, data, terminal));
    return needsAttention(findings, strict) ? exitCodes.attention : exitCodes.done;
  });
}

/** Every record against its hash, every quote against its text. */
async function recordsFindings(book: Book): Promise<Finding[]> {
  const { value, problems } = await verifyBook(book);
  const { documents, claims, decisions } = value;
  return [
    ok(`${counted(claims, "claim")} quote their documents to the letter`),
    ok(`${counted(documents, "document")} and ${counted(decisions, "decision")} are as they were written`),
    ...problems.map(({ message, fix = null }): Finding => ({ level: "error", what: message, fix })),
  ];
}

/** Files of the book's folder may say something else by now. */
async function fileFindings(book: Book, { folder, command }: OpenBook): Promise<Finding[]> {
  const documents = await allDocuments(book);
  const numbers = await documentNumbers(book);
  const held = new Set(documents.map(({ id }) => id));
  const changed: Finding[] = [];
  for (const document of documents) {
    const now = await textNow(folder, document);
    if (now === null || now === document.id || held.has(now)) continue;
    changed.push({
      level: "warning",
      what: `${document.file} says something else than document ${numbers.get(document.id)}, which was taken from it`,
      fix: command(`add ${join(folder, document.file!)}`),
    });
  }
  return changed;
}

/** The id of what a document's file says now; null where there is no such file in the folder any more, which is no fault. */
async function textNow(folder: string, { file }: ShownDocument): Promise<DocumentId | null> {
  if (file === null) return null;
  const { value } = await receiveFile(join(folder, file));
  return value && documentId(normalisedText(value.document.text));
}

async function readerFindings(book: Book, { settings, command }: OpenBook): Promise<Finding[]> {
  const unread = await unreadDocuments(book, readerVersion(settings.registers));
  if (unread.length === 0) return [ok("all documents are read by this version's reader")];
  const are = unread.length === 1 ? "is" : "are";
  const what = `${counted(unread.length, "document")} ${are} not read by this version's reader with these registers`;
  return [{ level: "warning", what, fix: command("add --again") }];
}

async function orphanFindings(book: Book, { command }: OpenBook): Promise<Finding[]> {
  const orphans = await orphanedDecisions(book);
  if (orphans.length === 0) return [ok("every decision is about a claim that stands")];
  return orphans.map((decision) => ({
    level: "warning",
    what: `${decision.subject} was ${decisionText(decision)} by ${decision.by}, and no reading that stands holds it`,
    fix: command(`undo ${decision.write.slice(0, 8)}`),
  }));
}

/** Assumptions that fit no deal any more, or that say too little. */
async function assumptionFindings(inside: Book, book: OpenBook): Promise<Finding[]> {
  const { settings, command } = book;
  if (settings.registers.assumptions.length === 0) return [];
  const posted = await postedBook(inside, settings.registers, { asOf: null, knownOn: null });
  const { unused } = posted.ledger;
  if (unused.length === 0) return [ok(`${counted(posted.assumptions.length, "assumption")} in effect can be used`)];
  return unused.map(({ assumption: { of, is, place }, reason }) => ({
    level: "warning",
    what: `${placeText(place)}: ${of} is ${is}: ${reason}`,
    fix: command("deals"),
  }));
}

function ok(what: string): Finding {
  return { level: "ok", what, fix: null };
}
