/** Assumptions as people write them: what they may be about, and what is wrong with one. */

import { readRepayment } from "../deals/repayment.ts";
import { readCompute, readCondition, readSchedule, scheduleExamples } from "../deals/written-schedule.ts";
import { isMoney } from "../model/amount.ts";
import { type Assumption, assumable, subjectOf } from "../model/assumption.ts";
import type { PartialDay } from "../model/day.ts";
import type { PartyId } from "../model/id.ts";
import { daysOf, readAmountTest, readDayTest } from "./filter-values.ts";

/** What is wrong with an assumption, in words that tell what to write instead; null where it can be used. */
export function assumptionFault({ of, is, on }: Pick<Assumption, "of" | "is" | "on">): string | null {
  const { subject, field } = subjectOf({ of });
  if (/^deal-[0-9a-f]{4,16}(\/\d+)?$/.test(subject))
    return isIn(assumable.deal, field) ? faultOf(readers[field](is)) : fieldFault(of, assumable.deal);
  if (/^[A-Z]{3}$/.test(subject)) {
    if (!isIn(assumable.currency, field)) return fieldFault(of, assumable.currency);
    return faultOf(readRate(is)) ?? (on === null ? `“${of}” needs the day of the rate: on 2025-12-01` : null);
  }
  if (/^[\p{Ll}\p{Lo}\d][\p{Ll}\p{Lo}\d-]*$/u.test(subject))
    return isIn(assumable.party, field) ? faultOf(partyReaders[field](is)) : fieldFault(of, assumable.party);
  return `“${of}” names nothing that can be assumed: a deal's schedule, a party's cash, a currency's rate (deal-72b2.schedule, openai.cash, EUR.rate)`;
}

const readers: Readonly<Record<(typeof assumable.deal)[number], (text: string) => object | string>> = {
  schedule: (text) => {
    const read = readSchedule(text);
    return typeof read === "string" ? `${read} (${scheduleExamples})` : read;
  },
  condition: readCondition,
  compute: readCompute,
  repayment: readRepayment,
};

const partyReaders: Readonly<Record<(typeof assumable.party)[number], (text: string) => object | string>> = {
  cash: readMoney,
  debt: readMoney,
  revenue: readMoney,
  "cash-burn": readMoney,
  equity: readMoney,
  "pre-money": readMoney,
  shares: readShareCount,
  "listing-day": readDays,
  "listing-dilution": readFraction,
};

/** A figure, or the two ends between which it lies with 9 chances in 10: `20bn`, `15..40bn`. */
export interface AssumedAmount {
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}

/** Money without a currency is in dollars. */
export function readMoney(text: string): AssumedAmount | string {
  const read = readInterval(text);
  return typeof read === "string" || isMoney(read.unit) ? read : `“${text}” is no amount of money: 20bn, or 15..40bn`;
}

/** A figure in any unit, in dollars where it names none. */
export function readInterval(text: string): AssumedAmount | string {
  const read = readAmountTest(text);
  const test = read?.test;
  if (test?.is !== "=" && test?.is !== "..")
    return `“${text}” is no amount: 20bn, or 15..40bn for what lies between with 9 chances in 10`;
  const [low, high] = test.is === ".." ? [test.from, test.to] : [test.value, test.value];
  return low <= high ? { low, high, unit: read?.unit ?? "USD" } : `“${text}”: the lower end comes first`;
}

/** How many shares a company has: `1.6bn`. */
export function readShareCount(text: string): AssumedAmount | string {
  const read = readInterval(`${text.trim().replace(/\s*shares$/, "")}shares`);
  return typeof read === "object" && read.unit === "shares" && read.low > 0
    ? read
    : `“${text}” is no count of shares: 1.6bn, or 1.6..1.7bn`;
}

/** A part of the whole: `20%`, `10..20%`. */
export function readFraction(text: string): AssumedAmount | string {
  const read = readInterval(text);
  return typeof read === "object" && read.unit === "share" && read.high < 1
    ? read
    : `“${text}” is no part of the whole: 20%, or 10..20%`;
}

/** A day, or the days between which it lies: `2027-06`, `2026..2027`. */
export function readDays(text: string): { readonly first: PartialDay; readonly last: PartialDay } | string {
  const test = readDayTest(text.trim());
  const [from, to] = test?.is === ".." ? [test.from, test.to] : test?.is === "=" ? [test.value, test.value] : [];
  return from !== undefined && to !== undefined && from <= to
    ? { first: daysOf(from).first, last: daysOf(to).last }
    : `“${text}” is no day: 2027-06, or 2026..2027 for what lies between`;
}

/** Dollars for one unit of a currency. */
export function readRate(text: string): { readonly rate: number } | string {
  const rate = /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : 0;
  return rate > 0 ? { rate } : `“${text}” is no rate: dollars for one unit, as 1.08`;
}

function faultOf(read: object | string): string | null {
  return typeof read === "string" ? read : null;
}

function fieldFault(of: string, fields: readonly string[]): string {
  return `“${of}”: of it one can assume ${fields.join(", ")}`;
}

function isIn<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}

/** A company as `capstack assume` takes it: by its name where that is one word. */
export function subjectText(party: PartyId, nameOf: (party: PartyId) => string): string {
  const name = nameOf(party);
  return /^[\p{L}\d-]+$/u.test(name) ? name : party;
}
