/** `capstack assume`: write what no source tells, with who, when and why; or list what was written. */

import { appendAssumption } from "../../intake/assumptions.ts";
import { type Assumption, assumptionsFile, holding } from "../../model/assumption.ts";
import { lastDayOf } from "../../model/day.ts";
import { placeText } from "../../model/problem.ts";
import { type Assuming, assume } from "../../store/assume.ts";
import { countedAssumptions } from "../../store/assumptions.ts";
import { bookData } from "../../store/book-data.ts";
import { missingPart, type ToldAssumption } from "../../views/assumption-told.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { readDayFlag, readQuestion } from "../question.ts";
import { counted, tableWidth } from "../render/reading.ts";
import { showable, tableLines, wrapText } from "../render/table.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack assume [WHAT VALUE…]`. */
export async function run(call: Call): Promise<Outcome> {
  const { operands, texts } = call;
  const format = readFormat(call, "capstack assume");
  if (typeof format === "object") return { misuse: format };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  if (operands.length === 0) return inBook(call, {}, (book) => list(call, book));
  const [what, ...words] = operands;
  const on = readDayFlag("on", texts.on);
  const told = { what: what!, is: words.join(" "), because: texts.because ?? "" };
  const missing = missingPart(told);
  if (missing) return { misuse: missing };
  if (on !== null && typeof on === "object") return { misuse: on };
  return inBook(call, {}, (book) => write(call, book, { ...told, on: on && lastDayOf(on) }));
}

async function write({ terminal, switches }: Call, book: OpenBook, told: ToldAssumption): Promise<Outcome> {
  const { folder, settings, writer, rehearsal } = book;
  const keep: Assuming["keep"] = async (assumption, about) =>
    rehearsal ? [] : appendAssumption(folder, assumption, about);
  const done = await book.write((inside) => assume(inside, told, { settings, writer, keep }));
  const { assumption, about, before, data } = done;
  if (switches.has("json")) printJson(terminal, { schema: "capstack/assume/1", data, value: assumption, problems: [] });
  else {
    const from = told.on === null ? "" : ` from ${told.on}`;
    const was = before === undefined ? "" : ` (it was ${before.is})`;
    const words = `${rehearsal ? "Would assume" : "Assumed"}: ${showable(about)} is ${assumption.is}${from}${was} · data ${data}`;
    terminal.out(`${wrapText(words, tableWidth - 2).join("\n  ")}\n`);
    if (!rehearsal)
      terminal.note(
        `In ${folder === "." ? assumptionsFile : `${folder}/${assumptionsFile}`}. Back: ${book.command("undo")}\n`,
      );
  }
  return exitCodes.done;
}

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
