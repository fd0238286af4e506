/** What `capstack exposure COMPANY` and `capstack runway COMPANY` are asked: whom, in which window, how firm, on which dates. */

import type { Assumption } from "../../model/assumption.ts";
import type { PartialDay } from "../../model/day.ts";
import type { PartyId } from "../../model/id.ts";
import type { Problem } from "../../model/problem.ts";
import { refuse } from "../../store/fault.ts";
import type { Window } from "../../views/flow-rows.ts";
import { withoutRate } from "../../views/party-figures.ts";
import { readWindow, yearAfter } from "../../views/window.ts";
import { type Format, readFormat } from "../format.ts";
import { type Question, readQuestion, readSide, type Side } from "../question.ts";
import type { Call } from "../verb.ts";
import { badWindow } from "./flows.ts";

export interface AskedCompany {
  readonly written: string;
  readonly format: Format;
  readonly asked: Question;
  readonly by: Side;
  /** Null: the twelve months after the day asked about. */
  readonly window: Window | null;
}

/** Reads the name and the flags. */
export function readCompany(call: Call, verb: "exposure" | "runway"): AskedCompany | Problem {
  const format = readFormat(call, `capstack ${verb}`);
  if (typeof format === "object") return format;
  const asked = readQuestion(call);
  if ("code" in asked) return asked;
  const by = readSide(call, "group");
  if (typeof by === "object") return by;
  const { window: time } = call.texts;
  const window = time === undefined ? null : readWindow(time);
  if (time !== undefined && window === null) return badWindow(time);
  const written = call.operands.join(" ");
  if (written === "")
    return {
      code: "no-company",
      message: `capstack ${verb} takes the name of a company.`,
      fix: `capstack ${verb} OpenAI`,
    };
  return { written, format, asked, by, window };
}

/** The day for which it holds, and the window. */
export function timeAsked(
  { asOf }: Question,
  window: Window | null,
  verb: string,
): { readonly asOf: PartialDay; readonly window: Window } {
  if (asOf !== null) return { asOf, window: window ?? yearAfter(asOf) };
  return refuse({
    code: "nothing-to-show",
    message: "no document of this book has a day, so there is no day after which to look.",
    fix: `capstack ${verb} OpenAI --as-of 2025-12-17`,
  });
}

/** Assumptions of these companies that count for nothing, because they are in a currency without a rate. */
export function assumedWithoutRate(parties: readonly PartyId[], assumptions: readonly Assumption[]): Problem[] {
  return withoutRate(parties, assumptions).map((currency) => ({
    code: "no-rate",
    message: `no rate of ${currency} holds on this day: what was assumed in ${currency} does not count.`,
    fix: `capstack assume ${currency}.rate 1.08 --because "…"`,
  }));
}
