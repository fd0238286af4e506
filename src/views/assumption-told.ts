/** An assumption as a person tells it at either door: what it must have, and which part of it a refusal is about. */

import { assumable } from "../model/assumption.ts";
import type { PartialDay } from "../model/day.ts";
import type { Problem } from "../model/problem.ts";

export interface ToldAssumption {
  /** `OpenAI.cash`, as a person writes it. */
  readonly what: string;
  readonly is: string;
  /** The day from which it holds; null: always. */
  readonly on: PartialDay | null;
  readonly because: string;
}

export type ToldPart = "what" | "is" | "on" | "because";

/** What is missing; null where nothing is. An assumption without a reason is none. */
export function missingPart({ what, is, because }: Omit<ToldAssumption, "on">): Problem | null {
  if (is.trim() === "") return noValue(what);
  return because.trim() === "" ? noReason(what, is) : null;
}

/** The part that a refusal is about. */
export function partOf({ code, message }: Problem): ToldPart {
  switch (code) {
    case "no-value":
      return "is";
    case "no-reason":
      return "because";
    case "cannot-assume":
      return faultPart(message);
    default:
      return "what";
  }
}

/** The part that a fault in words is about. */
export function faultPart(fault: string): "what" | "is" | "on" {
  if (/^“[^”]*” needs the day/.test(fault)) return "on";
  return /^“[^”]*”( names|: of it)/.test(fault) ? "what" : "is";
}

/** A figure as it would be written, by what is assumed. */
export const assumptionExamples: Readonly<Record<AssumableField, string>> = {
  schedule: "even 2026..2030",
  condition: "holds 2026-10",
  compute: "h100 at 2.2..4",
  repayment: "level 8% quarterly for 5 years",
  cash: "15..40bn",
  debt: "10..20bn",
  revenue: "12..20bn",
  "cash-burn": "8bn",
  equity: "10..20bn",
  "pre-money": "500bn",
  shares: "1.6bn",
  "listing-day": "2026..2027",
  "listing-dilution": "10..20%",
  rate: "1.08",
};

export type AssumableField = (typeof assumable)[keyof typeof assumable][number];

/** What can be assumed of a subject as it is written: three capitals may be a currency, and the name of a company. */
export function assumableOf(subject: string): readonly AssumableField[] {
  if (/^(deal|c)-/.test(subject)) return assumable.deal;
  return /^[A-Z]{3}$/.test(subject) ? [...assumable.party, ...assumable.currency] : assumable.party;
}

/** `OpenAI.cash` of a line that would assume it, with the example value; null where the line does something else. */
export function assumedBy(command: string): { readonly what: string; readonly example: string } | null {
  const [, what, example] = /^capstack assume (\S+\.\S+) (.+?)(?: --on \S+)? --because /.exec(command) ?? [];
  return what === undefined ? null : { what, example: example!.replace(/^(["'])(.*)\1$/, "$2") };
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
