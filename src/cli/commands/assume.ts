/** `capstack assume`: write what no source tells, with who, when and why; or list what was written. */

import { appendAssumption, assumptionsFile } from "../../intake/assumptions.ts";
import { type Assumption, assumptionOf, holding, subjectOf } from "../../model/assumption.ts";
import { lastDayOf, type PartialDay } from "../../model/day.ts";
import type { Problem } from "../../model/problem.ts";
import { placeText } from "../../model/problem.ts";
import { askedBook } from "../../store/asked-book.ts";
import { countedAssumptions } from "../../store/assumptions.ts";
import { bookData } from "../../store/book-data.ts";
import { beginWrite, record } from "../../store/decisions.ts";
import { refuse } from "../../store/fault.ts";
import { type SettledBook, settledBook } from "../../store/settled-book.ts";
import type { Book } from "../../store/tables.ts";
import { keepDealNames } from "../../store/testimonies.ts";
import { assumptionFault } from "../../views/assumption-words.ts";
import type { BookNames } from "../../views/book-names.ts";
import { dealRow, dealSides } from "../../views/deal-rows.ts";
import { nearest } from "../../views/suggest.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { readDayFlag, readQuestion } from "../question.ts";
import { counted, tableWidth } from "../render/reading.ts";
import { showable, tableLines, wrapText } from "../render/table.ts";
import type { Call, Outcome } from "../verb.ts";
import { dealMeant } from "./deal.ts";

/** Runs `capstack assume [WHAT VALUE…]`. */
export async function run(call: Call): Promise<Outcome> {
  const { operands, texts } = call;
  const format = readFormat(call, "capstack assume");
  if (typeof format === "object") return { misuse: format };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  if (operands.length === 0) return inBook(call, {}, (book) => list(call, book));
  const [what, ...words] = operands;
  const is = words.join(" ").trim();
  if (is === "") return { misuse: noValue(what!) };
  if (texts.because === undefined || texts.because.trim() === "") return { misuse: noReason(what!, is) };
  const on = readDayFlag("on", texts.on);
  if (on !== null && typeof on === "object") return { misuse: on };
  return inBook(call, {}, (book) => assume(call, book, what!, is, on && lastDayOf(on), texts.because!));
}

async function assume(
  { terminal, switches }: Call,
  book: OpenBook,
  what: string,
  is: string,
  on: PartialDay | null,
  because: string,
): Promise<Outcome> {
  const { registers } = book.settings;
  const done = await book.write(async (inside) => {
    const settled = await settledBook(inside, registers.parties, { asOf: null, knownOn: null });
    const { of, about } = await subjectMeant(inside, what, settled, book);
    const fault = assumptionFault({ of, is, on });
    if (fault !== null) return refuse(cannotAssume(fault));
    const before = holding(await countedAssumptions(inside, registers.assumptions), null).find(
      (each) => each.of === of,
    );
    const write = await beginWrite(inside, book.writer);
    const assumption = assumptionOf({
      ...{ of, is, on, by: write.by, at: write.at, because },
      place: { file: assumptionsFile },
    });
    const acts = [{ verb: "assume", subject: assumption.id, body: { of, is, on, because } }];
    const [decision] = await record(inside, write, acts);
    // Deals keep the ids that the line speaks of.
    await keepDealNames(inside, settled.named, decision!);
    // The line is written last: what fails before it leaves no line behind.
    if (!book.rehearsal) {
      const [problem] = await appendAssumption(book.folder, assumption, about);
      if (problem) return refuse(problem);
    }
    const data = await bookData(inside, { ...registers, assumptions: [...registers.assumptions, assumption] });
    return { assumption, about, before, data };
  });
  const { assumption, about, before, data } = done;
  if (switches.has("json")) printJson(terminal, { schema: "capstack/assume/1", data, value: assumption, problems: [] });
  else {
    const from = on === null ? "" : ` from ${on}`;
    const was = before === undefined ? "" : ` (it was ${before.is})`;
    const told = `${book.rehearsal ? "Would assume" : "Assumed"}: ${showable(about)} is ${assumption.is}${from}${was} · data ${data}`;
    terminal.out(`${wrapText(told, tableWidth - 2).join("\n  ")}\n`);
    if (!book.rehearsal)
      terminal.note(
        `In ${book.folder === "." ? assumptionsFile : `${book.folder}/${assumptionsFile}`}. Back: ${book.command("undo")}\n`,
      );
  }
  return exitCodes.done;
}

/** What an assumption is about, by its full id, and in words. */
async function subjectMeant(
  inside: Book,
  what: string,
  settled: SettledBook,
  book: OpenBook,
): Promise<{ of: string; about: string }> {
  const { subject, field } = subjectOf({ of: what });
  if (/^(deal|c)-[0-9a-f]+(\/\d+)?$/.test(subject)) {
    const [id, leg] = subject.split("/");
    const deal = await dealMeant(inside, id!, settled);
    if (leg !== undefined && deal.legs[Number(leg) - 1] === undefined) return refuse(noLeg(subject, deal.legs.length));
    const { names } = await askedBook(inside, book.settings, noControls);
    const row = dealRow(deal, names.party);
    const sides = `${dealSides(row)} ${row.what}`;
    const about = `${sides}${leg === undefined ? "" : `, ${deal.legs[Number(leg) - 1]!.commodity}`}: ${field}`;
    return { of: `${deal.id}${leg === undefined ? "" : `/${leg}`}.${field}`, about };
  }
  if (/^[A-Z]{3}$/.test(subject)) return { of: what, about: `dollars for one ${subject}` };
  if (subject === "") return refuse(cannotAssume(assumptionFault({ of: what, is: "", on: null })!));
  const { names } = await askedBook(inside, book.settings, noControls);
  const party = names.known.parties.get(subject.toLowerCase());
  if (party === undefined) return refuse(unknownSubject(subject, names));
  return { of: `${party}.${field}`, about: `${names.party(party)}: ${field}` };
}

const noControls = { firmness: null, asOf: null, knownOn: null };

/** What was assumed, the lines that do not count among them. */
async function list({ terminal, switches }: Call, book: OpenBook): Promise<Outcome> {
  const written = book.settings.registers.assumptions;
  const { counts, data } = await book.ask(async (inside) => ({
    counts: new Set(await countedAssumptions(inside, written)),
    data: await bookData(inside, book.settings.registers),
  }));
  const held = new Set(holding([...counts], null));
  const stateOf = (assumption: Assumption): string =>
    !counts.has(assumption) ? "undone" : held.has(assumption) ? "" : "replaced";
  if (switches.has("json")) {
    const rows = written.map((assumption) => ({ ...assumption, state: stateOf(assumption) || "counts" }));
    printJson(terminal, { schema: "capstack/assumptions/1", data, rows, problems: [] });
    return exitCodes.done;
  }
  const columns = ["of", "is", "on", "by", "because", "place", "state"];
  const cells = written.map((assumption) => {
    const { of, is, on, by, because, place } = assumption;
    return [of, is, on ?? "", by ?? "", because ?? "", placeText(place), stateOf(assumption)];
  });
  if (switches.has("csv") || switches.has("plain"))
    printLines(terminal, switches.has("csv") ? "csv" : "plain", columns, cells);
  else if (written.length === 0)
    terminal.out(
      ` Nothing is assumed in this book.\n One: ${book.command('assume OpenAI.cash 15..40bn --because "…"')}\n`,
    );
  else {
    const shown = cells.map(([of, is, on, by, because, place, state]) => [
      of!.replace(/^(deal-[0-9a-f]{4})[0-9a-f]*/, "$1"),
      [is, on && `from ${on}`, state && `(${state})`].filter(Boolean).join(" "),
      showable([by, because && `“${because}”`].filter(Boolean).join(": ")),
      place!,
    ]);
    const table = tableLines(
      [{ name: "what" }, { name: "is", wraps: true }, { name: "who and why", wraps: true }, { name: "line" }],
      shown,
      switches.has("wide") ? null : tableWidth - 1,
    );
    const foot = `${counted(held.size, "assumption")} in effect, of ${counted(written.length, "line")} · data ${data}`;
    terminal.out(`${[...table.flat(), foot].map((line) => ` ${line}`).join("\n")}\n`);
  }
  return exitCodes.done;
}

function noValue(what: string): Problem {
  return {
    code: "no-value",
    message: `capstack assume ${what} needs what it is.`,
    fix: `capstack assume deal-72b2.schedule 'ramp 2..9' --because "…"`,
  };
}

function noReason(what: string, is: string): Problem {
  return {
    code: "no-reason",
    message: "an assumption is kept with its reason: --because.",
    fix: `capstack assume ${what} '${is}' --because "press estimates, mine"`,
  };
}

function cannotAssume(fault: string): Problem {
  return { code: "cannot-assume", message: `${fault}.`, fix: "capstack help assume" };
}

function noLeg(subject: string, legs: number): Problem {
  return {
    code: "no-such-leg",
    message: `${subject}: the deal has ${counted(legs, "leg")}.`,
    fix: `capstack deal ${subject.split("/")[0]}`,
  };
}

function unknownSubject(subject: string, { known }: BookNames): Problem {
  const near = nearest(subject, [...known.parties.keys()]);
  return {
    code: "unknown-subject",
    message: `${subject} is no deal, no company and no currency of this book.${near ? ` Did you mean ${near}?` : ""}`,
    fix: near ? `capstack assume ${near}.cash 15..40bn --because "…"` : "capstack company --list",
  };
}
