/** `capstack resolve`: which reading is drawn, which deals are the same, which names are one party? A decision, kept and undoable. */

import type { Problem } from "../../model/problem.ts";
import { askedBook } from "../../store/asked-book.ts";
import { bookData } from "../../store/book-data.ts";
import { dealMeant } from "../../store/deal-meant.ts";
import type { Act } from "../../store/decisions.ts";
import { refuse } from "../../store/fault.ts";
import { decide } from "../../store/review.ts";
import { settledBook } from "../../store/settled-book.ts";
import type { Book } from "../../store/tables.ts";
import { keepDealNames } from "../../store/testimonies.ts";
import type { BookNames } from "../../views/book-names.ts";
import { dealRow } from "../../views/deal-rows.ts";
import { nearest } from "../../views/suggest.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson } from "../format.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { type Question, readQuestion } from "../question.ts";
import { tableWidth } from "../render/reading.ts";
import { wrapText } from "../render/table.ts";
import type { Call, Outcome } from "../verb.ts";
import { conflictMeant, conflictsView } from "./conflicts.ts";

/** Runs `capstack resolve CONFLICT --draw …`, `--same A B`, `--different CLAIM DEAL`, `--merge PARTY PARTY`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts, switches } = call;
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const pairs = (["same", "different", "merge"] as const).filter((verb) => texts[verb] !== undefined);
  const draws = texts.draw !== undefined;
  if (pairs.length + (draws ? 1 : 0) !== 1 || operands.length !== (draws ? 1 : 0)) return { misuse: oneDecision };
  const because = texts.because === undefined ? {} : { because: texts.because };

  return inBook(call, {}, async (book) => {
    const done = await book.write(async (inside) => {
      const act = draws
        ? await drawing(inside, operands[0]!, texts.draw!, asked, book)
        : await pairing(inside, pairs[0]!, texts[pairs[0]!]!, asked, book);
      // Deals keep the ids that the decision speaks of.
      const settled = await settledBook(inside, book.settings.registers.parties, { asOf: null, knownOn: null });
      const [decision] = await decide(inside, [{ ...act.act, body: { ...act.act.body, ...because } }], [], book.writer);
      await keepDealNames(inside, settled.named, decision!);
      return { told: act.told, data: await bookData(inside, book.settings.registers), decision: decision! };
    });
    if (switches.has("json"))
      printJson(terminal, { schema: "capstack/resolve/1", data: done.data, value: done.decision, problems: [] });
    else {
      terminal.out(
        `${wrapText(`${book.rehearsal ? "Would decide: " : ""}${done.told} · data ${done.data}`, tableWidth - 2).join("\n  ")}\n`,
      );
      if (!book.rehearsal) terminal.note(`Back: ${book.command("undo")}\n`);
    }
    return exitCodes.done;
  });
}

const oneDecision: Problem = {
  code: "one-decision",
  message:
    "capstack resolve takes one decision: a conflict with --draw, or --same, --different or --merge with two ids.",
  fix: 'capstack resolve k-1f2e --draw 002 --because "…"',
};

interface Told {
  readonly act: Act;
  readonly told: string;
}

/** The reading of a document, of a claim, or the smallest, the largest, both. */
async function drawing(inside: Book, id: string, draw: string, asked: Question, book: OpenBook): Promise<Told> {
  const view = await conflictsView(inside, "", asked, book);
  const conflict = conflictMeant(id, view.conflicts);
  if (conflict.sort === "check")
    return refuse({
      code: "check-is-no-choice",
      message: `${id} is a check: it flags claims, and there is no reading to choose.`,
      fix: `capstack conflicts ${id}`,
    });
  const { names } = await askedBook(inside, book.settings, asked);
  const { deal, field } = conflict;
  const row = dealRow(deal, names.party);
  const value = ["smallest", "largest", "both"].includes(draw)
    ? draw
    : readingMeant(draw, conflict.field.readings, names);
  if (value === null)
    return refuse({
      code: "unknown-reading",
      message: `--draw ${draw}: no reading of ${id} is of that document or claim.`,
      fix: `--draw ${names.document(field.readings[0]!.documents[0]!)} (of ${field.readings.flatMap(({ documents }) => documents.map(names.document)).join(", ")}, smallest, largest, both)`,
    });
  const told =
    field.readings.find(
      ({ documents, claims }) => documents.some((each) => each === value) || claims.some((each) => each === value),
    )?.text ?? value;
  return {
    act: { verb: "prefer", subject: deal.id, body: { field: field.name, draw: value } },
    told: `${view.ids.get(conflict.id)}: drawing ${told} for ${[row.from, row.to].filter(Boolean).join(" → ")}. The other ${field.readings.length === 2 ? "reading stays" : "readings stay"} in every export`,
  };
}

function readingMeant(
  draw: string,
  readings: Parameters<typeof dealRow>[0]["fields"][number]["readings"],
  names: BookNames,
): string | null {
  const document = names.known.documents.get(draw.toLowerCase());
  for (const { documents, claims } of readings) {
    if (document !== undefined && documents.includes(document)) return document;
    const claim = claims.find((each) => draw.startsWith("c-") && each.startsWith(draw));
    if (claim) return claim;
  }
  return null;
}

/** Two deals or claims that are the same or not, or two names of one party. */
async function pairing(
  inside: Book,
  verb: "same" | "different" | "merge",
  written: string,
  asked: Question,
  book: OpenBook,
): Promise<Told> {
  const [one, other, more] = written.split(/[\s,]+/).filter(Boolean);
  if (one === undefined || other === undefined || more !== undefined)
    return refuse({
      code: "two-ids",
      message: `--${verb} needs two ids.`,
      fix: verb === "merge" ? "--merge NAME NAME: the first becomes the second" : `--${verb} ID ID`,
    });
  if (verb === "merge") {
    const { names } = await askedBook(inside, book.settings, asked);
    const party = (name: string) =>
      names.known.parties.get(name.toLowerCase()) ?? refuse(unknownParty(name, [...names.known.parties.keys()]));
    const [from, into] = [party(one), party(other)];
    if (from === into)
      return refuse({
        code: "same-party",
        message: `${one} and ${other} are one party already.`,
        fix: "capstack company --list",
      });
    return {
      act: { verb: "merge", subject: from, body: { into } },
      told: `${names.party(from)} counts as ${names.party(into)}`,
    };
  }
  const settled = await settledBook(inside, book.settings.registers.parties, { asOf: null, knownOn: null });
  const [first, second] = [await dealMeant(inside, one, settled), await dealMeant(inside, other, settled)];
  if (verb === "same") {
    if (first === second)
      return refuse({
        code: "same-already",
        message: `${one} and ${other} are one deal already.`,
        fix: `capstack deal ${one}`,
      });
    return {
      act: { verb: "same", subject: second.id, body: { as: first.id } },
      told: `${one} and ${other} are one deal`,
    };
  }
  if (first !== second)
    return refuse({
      code: "different-already",
      message: `${one} and ${other} are two deals already.`,
      fix: `capstack deal ${one}`,
    });
  const claim = one.startsWith("c-") ? first.claims.find((each) => each.startsWith(one)) : undefined;
  if (claim === undefined)
    return refuse({
      code: "different-needs-claim",
      message: "--different takes a claim, and the deal or a claim that it is not of.",
      fix: "--different c-1f2e deal-3d4c",
    });
  const staying = first.claims.find((each) => each !== claim && (!other.startsWith("c-") || each.startsWith(other)));
  if (staying === undefined)
    return refuse({ code: "different-already", message: `${one} is alone in its deal.`, fix: `capstack deal ${one}` });
  return { act: { verb: "different", subject: claim, body: { as: staying } }, told: `${one} is not of ${other}` };
}

function unknownParty(name: string, known: readonly string[]): Problem {
  const near = nearest(name, known);
  return {
    code: "unknown-party",
    message: `there is no party “${name}” in this book.${near ? ` Did you mean ${near}?` : ""}`,
    fix: "capstack company --list",
  };
}
