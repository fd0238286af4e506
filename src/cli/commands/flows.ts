/** `capstack flows`: what falls due between whom in a window of time? */

import type { PartyId } from "../../model/id.ts";
import { lineage } from "../../model/party.ts";
import type { Problem } from "../../model/problem.ts";
import { type AskedBook, askedBook } from "../../store/asked-book.ts";
import { refuse } from "../../store/fault.ts";
import { type PostedBook, postedBook } from "../../store/posted-book.ts";
import type { Book } from "../../store/tables.ts";
import { converted } from "../../views/convert-flows.ts";
import { groupOf, shortDealIds } from "../../views/deal-rows.ts";
import { flowCells, flowColumns, flowJson } from "../../views/flow-cells.ts";
import { type FlowsAnswer, flowsIn } from "../../views/flow-rows.ts";
import { readWindow, yearAfter } from "../../views/window.ts";
import { companyNamed } from "../company-named.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { type Question, readQuestion, readSide, type Side } from "../question.ts";
import { flowsText } from "../render/flows.ts";
import { problemText } from "../render/problem.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack flows [PARTY…]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts } = call;
  const format = readFormat(call, "capstack flows");
  if (typeof format === "object") return { misuse: format };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const by = readSide(call, "unit");
  if (typeof by === "object") return { misuse: by };
  const window = texts.window === undefined ? null : readWindow(texts.window);
  if (texts.window !== undefined && window === null) return { misuse: badWindow(texts.window) };
  const currency = texts.in?.toUpperCase() ?? null;
  if (currency !== null && !/^[A-Z]{3}$/.test(currency)) return { misuse: badCurrency(currency) };

  return inBook(call, {}, async (book) => {
    const { view, posted, without } = await book.ask(async (inside) => {
      const { asking, posted } = await posting(inside, book, asked);
      const shown = (party: PartyId): PartyId => (by === "unit" ? party : groupOf(party, posted.settled.parties));
      const about = operands.length === 0 ? null : partiesMeant(operands, asking, posted, by);
      const within = window ?? (asking.question.asOf === null ? refuse(noDay) : yearAfter(asking.question.asOf));
      const firmness = asked.firmness ?? "signed";
      const found = flowsIn(posted.ledger, { window: within, firmness, shown, about });
      const turned = currency === null ? null : converted(found.rows, currency, posted.assumptions);
      const answer: FlowsAnswer = { ...found, rows: turned?.rows ?? found.rows };
      const { names, question, data } = asking;
      const ids = shortDealIds(posted.settled.deals);
      const view = { answer, window: within, firmness, by, names, ids, question, data, command: book.command };
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

/** The ledger on the dates asked about. */
export async function posting(
  inside: Book,
  { settings }: Pick<OpenBook, "settings">,
  asked: Question,
): Promise<{ asking: AskedBook; posted: PostedBook }> {
  const asking = await askedBook(inside, settings, asked);
  return { asking, posted: await postedBook(inside, settings.registers, asking.question) };
}

/** What a person assumed of a deal that has no such thing. */
export function unusedAssumptions({ ledger }: PostedBook): Problem[] {
  return ledger.unused.map(({ assumption: { of, is, place }, reason }) => ({
    code: "unused-assumption",
    message: `${of} is ${is}: ${reason}. It does not count.`,
    place,
    fix: "capstack deals lists the ids of the deals on these dates.",
  }));
}

/** Parties by their names; a company stands for its units, which are shown by themselves. */
export function partiesMeant(
  written: readonly string[],
  { names }: AskedBook,
  { settled }: PostedBook,
  by: Side,
): Set<PartyId> {
  const meant = written.map((name) => companyNamed(names, name, "flows"));
  if (by === "group") return new Set(meant.map((party) => groupOf(party, settled.parties)));
  const units = [...settled.parties.keys()].filter((party) =>
    lineage(party, settled.parties).some((each) => meant.includes(each)),
  );
  return new Set([...meant, ...units]);
}

/** `--window` is no time. */
export function badWindow(written: string): Problem {
  return {
    code: "bad-window",
    message: `--window ${written}: that is no time. A window is a year, a quarter, a month, or two days with dots between.`,
    fix: "--window 2026, --window 2026-Q1, --window 2025-12-17..2026-12-17",
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

const noDay: Problem = {
  code: "nothing-to-show",
  message: "no document of this book has a day, so there is no day after which to look.",
  fix: "capstack flows --window 2026",
};
