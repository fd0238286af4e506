/** The controls that every question takes: how firm, as of when, known on which day. */

import { type Firmness, firmnessLadder, isAtLeast } from "../deals/firmness.ts";
import type { Claim } from "../model/claim.ts";
import { daysInMonth, lastDayOf, type PartialDay, parseDay } from "../model/day.ts";
import type { Document } from "../model/document.ts";
import type { Problem } from "../model/problem.ts";
import { nearest } from "../views/suggest.ts";
import type { Call } from "./verb.ts";

export interface Question {
  readonly firmness: Firmness | null;
  /** Full days; null where nothing bounds the answer. */
  readonly asOf: PartialDay | null;
  readonly knownOn: PartialDay | null;
}

/** Reads `--firm --as-of --known-on --at`. */
export function readQuestion({ texts }: Pick<Call, "texts">): Question | Problem {
  const firmness = texts.firm ?? null;
  if (firmness !== null && !isFirmness(firmness)) return badFirmness(firmness);
  const days: Record<string, PartialDay | null> = {};
  for (const flag of ["at", "as-of", "known-on"]) {
    const day = readDayFlag(flag, texts[flag]);
    if (day !== null && typeof day === "object") return day;
    days[flag] = day === null ? null : lastDayOf(day);
  }
  return { firmness, asOf: days["as-of"] ?? days.at ?? null, knownOn: days["known-on"] ?? days.at ?? null };
}

/** A day as a flag gives it: null where it is not given, a problem where it is no day. A quarter means its last day. */
export function readDayFlag(
  flag: string,
  written: string | undefined,
  today: () => Date = () => new Date(),
): PartialDay | Problem | null {
  if (written === undefined) return null;
  if (written === "today") return today().toISOString().slice(0, 10) as PartialDay;
  const quarter = quarterShape.exec(written);
  if (quarter && flag !== "published") {
    const month = Number(quarter[2]) * 3;
    return parseDay(`${quarter[1]}-${String(month).padStart(2, "0")}-${daysInMonth(Number(quarter[1]), month)}`);
  }
  return parseDay(written) ?? badDay(flag, written);
}

const quarterShape = /^(\d{4})-Q([1-4])$/i;

/** The day from which a document counts as known; an undated one from the day it was received. */
export function knownFrom(document: Document, received: PartialDay): PartialDay {
  return document.published === null ? received : lastDayOf(document.published);
}

/** Whether a claim answers the question: firm enough, and not completed only after the day asked about. */
export function answers(claim: Claim, { firmness, asOf }: Question): boolean {
  if (firmness !== null && !isAtLeast(claim.status, firmness)) return false;
  const start = claim.period?.start ?? null;
  return asOf === null || claim.status !== "completed" || start === null || start <= asOf;
}

function isFirmness(text: string): text is Firmness {
  return (firmnessLadder as readonly string[]).includes(text);
}

function badFirmness(written: string): Problem {
  const near = nearest(written, firmnessLadder);
  const meant = near ? ` Did you mean ${near}?` : "";
  return {
    code: "bad-firm",
    message: `--firm ${written}: there is no such status on the ladder.${meant}`,
    fix: `--firm ${near ?? "signed"} (of ${firmnessLadder.join(", ")})`,
  };
}

/** How every flag that takes a day may be told one. `today` is the clock's, since it is asked for; no answer takes the clock by itself. */
const dayShapes = ["2025-12-17", "2025-12", "2025-Q4", "2025", "today"];

function badDay(flag: string, written: string): Problem {
  // A publication day is kept as precisely as it is told, and no document says that it appeared in a quarter.
  const shapes = flag === "published" ? dayShapes.filter((shape) => !quarterShape.test(shape)) : dayShapes;
  return {
    code: "bad-date",
    message: `--${flag} ${written}: ${faultOfDay(written)}. Dates look like ${shapes.slice(0, -1).join(", ")} or ${shapes.at(-1)}.`,
  };
}

function faultOfDay(written: string): string {
  if (quarterShape.test(written)) return "a text is published on a day, in a month or in a year";
  const parts = /^\d{4}-(\d\d?)(?:-(\d\d?))?$/.exec(written);
  if (!parts) return "that is no date";
  if (/-\d(-|$)/.test(written)) return "months and days have two digits";
  const month = Number(parts[1]);
  return month < 1 || month > 12 ? `there is no month ${month}` : `there is no day ${Number(parts[2])} in that month`;
}

export type Side = "unit" | "group";

/** Reads `--by`. */
export function readSide({ texts }: Pick<Call, "texts">, usual: Side): Side | Problem {
  const by = texts.by ?? usual;
  if (by === "unit" || by === "group") return by;
  return { code: "bad-by", message: `--by ${by}: deals are shown by unit or by group.`, fix: "--by unit" };
}
