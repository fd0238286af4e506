/** `capstack review`: does each claim say what its sentence says? One after the other, or by flags. */

import type { Claim } from "../../model/claim.ts";
import type { Problem } from "../../model/problem.ts";
import type { ClaimFields } from "../../model/read-claim.ts";
import { askedBook } from "../../store/asked-book.ts";
import { bookData } from "../../store/book-data.ts";
import { findClaim } from "../../store/claims.ts";
import { settledFilter } from "../../store/conflicts.ts";
import { refuse } from "../../store/fault.ts";
import { acceptClaims, editClaim, rejectClaims } from "../../store/review.ts";
import type { Book } from "../../store/tables.ts";
import type { BookNames } from "../../views/book-names.ts";
import type { Filter } from "../../views/filter.ts";
import { parseEdit } from "../../views/parse-edit.ts";
import { questionFilter } from "../../views/question-filter.ts";
import { readFilter } from "../book-claims.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { printJson } from "../format.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { type Question, readQuestion } from "../question.ts";
import { cardText, decidedText, reviewedText } from "../render/review.ts";
import { openDesk } from "../review/desk.ts";
import { keysOf } from "../review/keys.ts";
import { reviewSession } from "../review/session.ts";
import type { Terminal } from "../terminal.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack review [FILTER]`. */
export async function run(call: Call): Promise<Outcome> {
  const { texts, operands, switches } = call;
  const question = readQuestion(call);
  if ("code" in question) return { misuse: question };
  const acts = readActs(call);
  if ("code" in acts) return { misuse: acts };
  if (acts.accept.length + acts.reject.length > 0 || acts.edit !== null) {
    if (operands.length > 0) return { misuse: filterAndIds };
    return inBook(call, {}, (book) => decideByFlags(book, acts, question, call));
  }
  if (!process.stdin.isTTY || !process.stdout.isTTY || switches.has("json")) return { misuse: needsTerminal };
  return inBook(call, {}, (book) =>
    reviewAtTerminal(book, operands.join(" "), question, { because: texts.because }, call.terminal),
  );
}

const needsTerminal: Problem = {
  code: "needs-terminal",
  message: "capstack review asks for keys, and there is no terminal here. Say what is decided with flags.",
  fix: 'capstack review --accept ID… --reject ID… --because "…"   (ids: capstack claims unreviewed)',
};

const filterAndIds: Problem = {
  code: "filter-and-ids",
  message: "capstack review takes a filter, or decisions on ids, not both.",
  fix: "capstack review --accept ID…",
};

/** Decisions that are given by flags. */
interface Acts {
  readonly accept: readonly string[];
  readonly reject: readonly string[];
  readonly edit: { readonly id: string; readonly set: string } | null;
  readonly because: { readonly because?: string };
}

function readActs({ texts }: Call): Acts | Problem {
  const ids = (written: string | undefined): string[] => (written ?? "").split(/[\s,]+/).filter(Boolean);
  const { edit, set, because } = texts;
  if ((edit === undefined) !== (set === undefined))
    return {
      code: "edit-needs-set",
      message: "--edit ID and --set FIELDS belong together.",
      fix: "capstack review --edit ID --set 'status=signed amount=10bn'",
    };
  return {
    accept: ids(texts.accept),
    reject: ids(texts.reject),
    edit: edit === undefined ? null : { id: edit, set: set! },
    because: because === undefined ? {} : { because },
  };
}

/** All of it as far as it can be done, each verb a write of its own; what cannot be done ends the command before anything is stored. */
async function decideByFlags(
  book: OpenBook,
  { accept, reject, edit, because }: Acts,
  question: Question,
  { terminal, switches }: Call,
): Promise<ExitCode> {
  const writer = { ...book.writer, ...because };
  const { done, data } = await book.write(async (inside) => {
    const { names } = await askedBook(inside, book.settings, question);
    const done: { what: string; claims: number }[] = [];
    if (accept.length > 0) done.push({ what: "accepted", claims: (await acceptClaims(inside, accept, writer)).length });
    if (reject.length > 0) done.push({ what: "rejected", claims: (await rejectClaims(inside, reject, writer)).length });
    if (edit !== null) {
      const fields = await fieldsOf(inside, edit, names);
      await editClaim(inside, edit.id, fields, writer);
      done.push({ what: "edited", claims: 1 });
    }
    return { done, data: await bookData(inside, book.settings.registers) };
  });
  if (switches.has("json")) printJson(terminal, { schema: "capstack/reviewed/1", data, rows: done, problems: [] });
  else terminal.out(`${book.rehearsal ? "Would be: " : ""}${decidedText(done)} · data ${data}\n`);
  if (!book.rehearsal) terminal.note(`Back: ${book.command("undo")}\n`);
  return exitCodes.done;
}

async function fieldsOf(book: Book, { id, set }: NonNullable<Acts["edit"]>, names: BookNames): Promise<ClaimFields> {
  const { claim } = await findClaim(book, id);
  const fields = parseEdit(set, claim, names.known);
  return "code" in fields ? refuse(fields) : fields;
}

async function reviewAtTerminal(
  book: OpenBook,
  written: string,
  asked: Question,
  because: { readonly because: string | undefined },
  terminal: Terminal,
): Promise<ExitCode> {
  const { parties } = book.settings.registers;
  const { names, question, filter } = await book.ask(async (inside) => {
    const { names, question } = await askedBook(inside, book.settings, asked, written);
    const filter = await settledFilter(inside, parties, question, readFilter(written, names, "review"));
    return { names, question, filter: unreviewed(filter, question) };
  });
  const why = because.because === undefined ? {} : { because: because.because };
  const desk = await openDesk(book, names, question, filter, why);
  if (desk.total === 0) {
    terminal.out(`Nothing to review${written ? ` for ${written}` : ""}.\n  All decisions: ${book.command("log")}\n`);
    return exitCodes.done;
  }
  using keys = keysOf(process.stdin);
  const readEdit = (text: string, claim: Claim): ClaimFields | string => {
    const fields = parseEdit(text, claim, names.known);
    return "code" in fields ? fields.message : fields;
  };
  const reviewed = await reviewSession(
    desk,
    keys,
    {
      card: (card, place, total) => terminal.out(cardText(card, place, total, terminal)),
      told: (key, what) => terminal.out(`${key}\n  ${what}\n\n`),
      ask: (text) => terminal.out(`e\n  ${text}`),
      echo: (text) => terminal.out(text),
    },
    readEdit,
  );
  terminal.out(reviewedText(reviewed, book.command));
  return exitCodes.done;
}

function unreviewed(filter: Filter, question: Question): Filter {
  return questionFilter({ kind: "all-of", filters: [filter, { kind: "mark", mark: "unreviewed" }] }, question);
}
