/** `capstack flows`: what falls due between whom in a window of time? */

import type { Problem } from "../../model/problem.ts";
import { converted } from "../../views/convert-flows.ts";
import { shortDealIds } from "../../views/deal-rows.ts";
import { flowCells, flowColumns, flowJson } from "../../views/flow-cells.ts";
import { type FlowsAnswer, flowsIn } from "../../views/flow-rows.ts";
import { askedLedger, partiesMeant, readAnswer, shownBy, timeAsked, unusedAssumptions } from "../asked-ledger.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines } from "../format.ts";
import { inBook } from "../open-book.ts";
import { formsAsked } from "../picture-files.ts";
import { flowsText } from "../render/flows.ts";
import { problemText } from "../render/problem.ts";
import type { Call, Outcome } from "../verb.ts";
import { flowsDrawn } from "./flows-drawn.ts";

/** Runs `capstack flows [PARTY…]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts } = call;
  if (formsAsked(call).length > 0) return flowsDrawn(call);
  const stray = ["basis", "unit", "fold", "order"].find((name) => texts[name] !== undefined);
  if (stray !== undefined) return { misuse: onlyDrawn(stray) };
  const read = readAnswer(call, "flows", "unit");
  if ("code" in read) return { misuse: read };
  const { format, asked, by } = read;
  const currency = texts.in?.toUpperCase() ?? null;
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) return { misuse: badCurrency(currency) };

  return inBook(call, {}, async (book) => {
    const { view, posted, without } = await book.ask(async (inside) => {
      const { asking, posted } = await askedLedger(inside, book, asked);
      const shown = shownBy(by, posted);
      const about = operands.length === 0 ? null : partiesMeant(operands, asking, posted, by, "flows");
      // A window that is named needs no day after which to begin.
      const window = read.window ?? timeAsked(asking.question, null, "flows").window;
      const firmness = asked.firmness ?? "signed";
      const found = flowsIn(posted.ledger, { window, firmness, shown, about });
      const turned = currency === null ? null : converted(found.rows, currency, posted.assumptions);
      const answer: FlowsAnswer = { ...found, rows: turned?.rows ?? found.rows };
      const { names, question, data } = asking;
      const ids = shortDealIds(posted.settled.deals);
      const view = { answer, window, firmness, by, names, ids, question, data, command: book.command };
      return { view, posted, without: turned?.without ?? [] };
    });
    const problems = [...unusedAssumptions(posted), ...without.map(noRate)];
    const { answer, data, names } = view;
    if (format === "json")
      printJson(terminal, { schema: "capstack/flows/1", data, value: flowJson(answer, view), problems });
    else {
      if (format === "csv" || format === "plain")
        printLines(terminal, format, flowColumns, flowCells(answer, names.party));
      else terminal.out(flowsText(view, terminal, format === "wide"));
      for (const problem of problems) terminal.note(problemText(problem));
    }
    return exitCodes.done;
  });
}

function onlyDrawn(flag: string): Problem {
  return {
    code: "only-drawn",
    message: `--${flag} is about the picture, and no file was named for it.`,
    fix: `capstack flows --svg flows.svg --${flag} ${flag === "basis" ? "whole" : flag === "unit" ? "USD" : "nvidia,openai"}`,
  };
}

function badCurrency(written: string): Problem {
  return { code: "bad-currency", message: `--in ${written}: a currency has three letters.`, fix: "--in USD" };
}

function noRate(currency: string): Problem {
  return {
    code: "no-rate",
    message: `no rate of ${currency} holds on this day: its flows stay in ${currency}.`,
    fix: `capstack assume ${currency}.rate 1.08 --on 2025-12-01 --because "…"`,
  };
}
