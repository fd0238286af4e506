/** What every answer from the ledger is asked, and the ledger that it is asked of: form, dates, firmness, side, window, companies. */

import type { PartialDay } from "../model/day.ts";
import type { PartyId } from "../model/id.ts";
import { lineage } from "../model/party.ts";
import type { Problem } from "../model/problem.ts";
import { type AskedBook, askedBook } from "../store/asked-book.ts";
import { refuse } from "../store/fault.ts";
import { type PostedBook, postedBook } from "../store/posted-book.ts";
import type { Book } from "../store/tables.ts";
import { groupOf } from "../views/deal-rows.ts";
import type { Window } from "../views/flow-rows.ts";
import { readWindow, yearAfter } from "../views/window.ts";
import { companyNamed } from "./company-named.ts";
import { type Format, readFormat } from "./format.ts";
import type { OpenBook } from "./open-book.ts";
import { type Question, readQuestion, readSide, type Side } from "./question.ts";
import type { Call } from "./verb.ts";

export interface AskedAnswer {
  readonly format: Format;
  readonly asked: Question;
  readonly by: Side;
  /** Null: the twelve months after the day asked about. */
  readonly window: Window | null;
}

/** Reads the flags that every answer takes; `usual` is the side without `--by`. */
export function readAnswer(call: Call, verb: string, usual: Side): AskedAnswer | Problem {
  const format = readFormat(call, `capstack ${verb}`);
  if (typeof format === "object") return format;
  const asked = readQuestion(call);
  if ("code" in asked) return asked;
  const by = readSide(call, usual);
  if (typeof by === "object") return by;
  const { window: time } = call.texts;
  const window = time === undefined ? null : readWindow(time);
  return time !== undefined && window === null ? badWindow(time) : { format, asked, by, window };
}

/** The day for which it holds, and the window. */
export function timeAsked(
  { asOf }: Question,
  window: Window | null,
  command: string,
): { readonly asOf: PartialDay; readonly window: Window } {
  if (asOf !== null) return { asOf, window: window ?? yearAfter(asOf) };
  return refuse({
    code: "nothing-to-show",
    message: "no document of this book has a day, so there is no day after which to look.",
    fix: `capstack ${command} --as-of 2025-12-17`,
  });
}

/** How a party is shown: by itself, or as the group that it belongs to. */
export function shownBy(by: Side, { settled }: PostedBook): (party: PartyId) => PartyId {
  return (party) => (by === "unit" ? party : groupOf(party, settled.parties));
}

/** The ledger on the dates asked about. */
export async function askedLedger(
  inside: Book,
  { settings }: OpenBook,
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
  command: string,
): Set<PartyId> {
  const meant = written.map((name) => companyNamed(names, name, command));
  if (by === "group") return new Set(meant.map((party) => groupOf(party, settled.parties)));
  const units = [...settled.parties.keys()].filter((party) =>
    lineage(party, settled.parties).some((each) => meant.includes(each)),
  );
  return new Set([...meant, ...units]);
}

/** `--window` is no time. */
function badWindow(written: string): Problem {
  return {
    code: "bad-window",
    message: `--window ${written}: that is no time. A window is a year, a quarter, a month, or two days with dots between.`,
    fix: "--window 2026, --window 2026-Q1, --window 2025-12-17..2026-12-17",
  };
}
