/** Problems of books and filters, each caused in a real book of two documents. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { seededArrivals } from "../bench/seeded-book.ts";
import { problemText } from "../src/cli/render/problem.ts";
import { noRegisters } from "../src/model/party.ts";
import type { Problem } from "../src/model/problem.ts";
import { claimsPage, findClaim } from "../src/store/claims.ts";
import { findDocument } from "../src/store/documents.ts";
import { exportLines } from "../src/store/export.ts";
import { problemOf } from "../src/store/fault.ts";
import { findStates } from "../src/store/find-state.ts";
import { importLines } from "../src/store/import.ts";
import { keepArrivals } from "../src/store/keep-readings.ts";
import { older } from "../src/store/open-database.ts";
import type { Cursor } from "../src/store/page.ts";
import { acceptClaims, addClaim, editClaim } from "../src/store/review.ts";
import { openStore, type Store, storeFile } from "../src/store/store.ts";
import type { Book } from "../src/store/tables.ts";
import { redoLast, undoLast, undoWrite } from "../src/store/undo.ts";
import { verifyBook } from "../src/store/verify.ts";
import { orderBy } from "../src/views/claim-order.ts";
import { everything } from "../src/views/filter.ts";
import { parseFilter } from "../src/views/parse-filter.ts";
import type { ProblemExample } from "./problem-examples.ts";

const arrivals = seededArrivals(2, 3);
const [{ document, reading }] = arrivals as [(typeof arrivals)[0]];
const [claim] = reading!.claims;
const ada = { by: "Ada", at: new Date("2025-12-17T09:00:00Z") };
const right = { kind: "right", roles: {}, status: "talks" };
const missing = "w-0123456789abcdef" as Parameters<typeof undoWrite>[1];

export const storeProblemExamples: readonly ProblemExample[] = [
  changing("already-undone", "a write is undone that is undone already", async (book) => {
    const [accepted] = await acceptClaims(book, [claim!.id], ada);
    await undoWrite(book, accepted!.write, ada);
    return undoWrite(book, accepted!.write, ada);
  }),
  inBook("ambiguous-data", "the states of a book are asked for by “”", async (store) => {
    const found = await store.ask((book) => findStates(book, noRegisters, [""]));
    return found.problems;
  }),
  changing("ambiguous-claim", "a claim is asked for by “c-”", (book) => findClaim(book, "c-")),
  changing("bad-claim", "a claim is edited to status “sgined”", (book) =>
    editClaim(book, claim!.id, { status: "sgined" }, ada),
  ),
  changing("bad-cursor", "a page is asked for after “here”", (book) =>
    claimsPage(book, { filter: everything, order: orderBy("amount"), limit: 5, after: "here" as Cursor }),
  ),
  filtering("bad-filter", "status:talks amount:lots"),
  inBook("bad-line", "of an export one letter was changed", async (store) => {
    const lines = await linesOf(store);
    const spoilt = lines.map((line) => line.replace('"by":"Ada"', '"by":"Eve"'));
    const { value } = await store.write((book) => importLines(book, spoilt, "export.jsonl", ada));
    return value!.problems.slice(0, 1);
  }),
  inBook("book-busy", "another process is in the middle of a write", async (_, folder) => {
    const other = new DatabaseSync(join(folder, storeFile));
    other.exec("begin immediate");
    const hasty = (await openStore(folder, { waitSeconds: 0 })).value!;
    const { problems } = await hasty.write((book) => acceptClaims(book, [claim!.id], ada));
    await hasty.close();
    other.close();
    return problems;
  }),
  inBook("book-damaged", "the first letter of a stored text was changed on the disk", async (store, folder) => {
    await store.close();
    const file = join(folder, storeFile);
    const bytes = readFileSync(file);
    bytes.write("M", bytes.indexOf(document.text));
    writeFileSync(file, bytes);
    const again = (await openStore(folder)).value!;
    const { problems } = await again.ask(verifyBook);
    await again.close();
    return problems;
  }),
  inBook("book-newer", "Capstack 9.0.0 has written in this book", async (store, folder) => {
    await store.close();
    const database = new DatabaseSync(join(folder, storeFile));
    database.exec("insert into steps (number, program) values (9, '9.0.0'); pragma user_version = 9");
    database.close();
    return (await openStore(folder)).problems;
  }),
  {
    code: "book-older",
    input: "the book of an older Capstack lies on a read-only disk",
    cause: () => toldOf([older("book/capstack.db")]),
  },
  failing("book-read-only", "the disk is mounted read-only (SQLITE_READONLY)", 8),
  failing("disk-error", "the disk fails while the book is read (SQLITE_IOERR)", 10),
  inBook("disk-full", "a document is added and there is no room for it", async (store, folder) => {
    await store.close();
    const small = (await openStore(folder, { sizeLimit: readFileSync(join(folder, storeFile)).length })).value!;
    const more = seededArrivals(40, 10, 7);
    const { problems } = await small.write((book) => keepArrivals(book, more, "reader", ada));
    await small.close();
    return problems;
  }),
  inBook(
    "no-such-folder",
    "the store of book/none is opened",
    async (_, folder) => (await openStore(join(folder, "none"))).problems,
  ),
  inBook("not-a-store", "capstack.db holds “my notes”", async (store, folder) => {
    await store.close();
    writeFileSync(join(folder, storeFile), "my notes, ".repeat(99));
    return (await openStore(folder)).problems;
  }),
  changing("nothing-to-redo", "nothing was undone yet", (book) => redoLast(book, ada)),
  changing("nothing-to-undo", "all that was written is undone already", async (book) => {
    await undoLast(book, ada);
    return undoLast(book, ada);
  }),
  changing(
    "quote-not-in-text",
    "a claim is written that quotes “Nobody” where the text at 0 to 6 is “Report”",
    (book) => addClaim(book, document.id, { ...right, span: [0, 6], quote: "Nobody" }, ada),
  ),
  inBook(
    "reading-incomplete",
    "an export is imported of which a line was lost, and the book is checked",
    async (store) => {
      const lines = await linesOf(store);
      const lost = lines.findIndex((line) => line.includes(claim!.id));
      const folder = mkdtempSync(join(tmpdir(), "capstack-problem-"));
      const copy = (await openStore(folder)).value!;
      await copy.write((book) => importLines(book, lines.toSpliced(lost, 1), "export.jsonl", ada));
      const { value } = await copy.ask(verifyBook);
      await copy.close();
      rmSync(folder, { recursive: true });
      return value!.problems;
    },
  ),
  changing("unknown-claim", "a claim is accepted that is not in the book", (book) =>
    acceptClaims(book, ["c-0123456789abcdef"], ada),
  ),
  inBook("unknown-data", "a book is asked what it was with the data 0123456789ab", async (store) => {
    const found = await store.ask((book) => findStates(book, noRegisters, ["0123456789ab"]));
    return found.problems;
  }),
  changing("unknown-document", "a document is asked for by “0123”", (book) => findDocument(book, "0123")),
  filtering("unknown-in-filter", "party:OpenAI status:sgined"),
  changing("unknown-write", "a write is undone that is not in the book", (book) => undoWrite(book, missing, ada)),
];

/** A problem that a change of the book meets. */
function changing(code: string, input: string, change: (book: Book) => Promise<unknown>): ProblemExample {
  return inBook(code, input, async (store) => (await store.write(change)).problems);
}

function inBook(
  code: string,
  input: string,
  cause: (store: Store, folder: string) => Promise<readonly Problem[]>,
): ProblemExample {
  return {
    code,
    input,
    cause: async () => {
      const folder = mkdtempSync(join(tmpdir(), "capstack-problem-"));
      const store = (await openStore(folder)).value!;
      try {
        await store.write((book) => keepArrivals(book, arrivals, "reader", ada));
        return toldOf(await cause(store, folder)).replaceAll(folder, "book");
      } finally {
        await store.close();
        rmSync(folder, { recursive: true });
      }
    },
  };
}

function filtering(code: string, text: string): ProblemExample {
  const parties = new Map([["openai", "openai" as never]]);
  return {
    code,
    input: text,
    cause: () => toldOf([parseFilter(text, { parties, documents: new Map() }) as Problem]),
  };
}

function failing(code: string, input: string, errcode: number): ProblemExample {
  return {
    code,
    input,
    cause: () => toldOf([problemOf(Object.assign(new Error(), { errcode }), "book/capstack.db")!]),
  };
}

function toldOf(problems: readonly Problem[]): string {
  return problems.map(problemText).join("");
}

async function linesOf(store: Store): Promise<string[]> {
  const { value } = await store.ask(async (book) => {
    const lines: string[] = [];
    for await (const line of exportLines(book)) lines.push(line);
    return lines;
  });
  return value!;
}
