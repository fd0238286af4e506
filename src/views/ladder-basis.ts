/** On which basis is a ladder shown, discounted at what rate, and which of its years is opened? Both doors read it from the same words. */

import { parseDay } from "../model/day.ts";
import type { Problem } from "../model/problem.ts";
import { nearest } from "./suggest.ts";

/** What falls due, contracts as a whole, or what falls due discounted to the day asked about. */
export const bases = ["due", "total", "value"] as const;
export type Basis = (typeof bases)[number];

export interface LadderShown {
  readonly basis: Basis;
  /** The yearly rate of discount as a fraction; null on every basis but the present value. */
  readonly rate: number | null;
  /** The year that is opened into its quarters; null where none is. */
  readonly opened: number | null;
}

/** What stands in an address or behind flags. */
export interface WrittenLadder {
  readonly basis?: string | undefined;
  readonly rate?: string | undefined;
  readonly quarters?: string | undefined;
}

export const usualLadder: LadderShown = { basis: "due", rate: null, opened: null };

/** Reads it. A rate is never taken where nobody gives one. */
export function readLadder({ basis: written = "due", rate, quarters }: WrittenLadder): LadderShown | Problem {
  const basis = bases.find((each) => each === written);
  if (basis === undefined) return badBasis(written);
  const year = quarters === undefined || basis === "total" ? null : readYear(quarters);
  if (year !== null && typeof year === "object") return year;
  if (basis !== "value") return { basis, rate: null, opened: year };
  const read = rate === undefined ? noRate : readYearlyRate(rate);
  return typeof read === "object" ? read : { basis, rate: read, opened: year };
}

/** A yearly rate as a fraction: `8%`, `8`, `7.25%`. A figure below 1 without its sign could mean two things. */
export function readYearlyRate(written: string): number | Problem {
  const [, figure, sign] = /^(\d{1,2}(?:\.\d{1,4})?)\s*(%?)$/.exec(written.trim()) ?? [];
  if (figure === undefined || (sign === "" && Number(figure) < 1)) return badRate(written);
  return Number(`${figure}e-2`);
}

/** `8%`, as `readYearlyRate` reads it again. */
export function rateText(rate: number): string {
  return `${Number((rate * 100).toFixed(4))}%`;
}

/** The flags that ask for the same. */
export function ladderFlags({ basis, rate, opened }: LadderShown): string {
  return [
    basis === "due" ? "" : ` --basis ${basis}`,
    rate === null ? "" : ` --rate ${rateText(rate)}`,
    opened === null ? "" : ` --quarters ${opened}`,
  ].join("");
}

function readYear(written: string): number | Problem {
  const year = written.length === 4 ? parseDay(written) : null;
  return year === null ? badYear(written) : Number(year);
}

function badBasis(written: string): Problem {
  const near = nearest(written, bases);
  return {
    code: "bad-basis",
    message: `--basis ${written}: there is no such basis of a ladder.${near ? ` Did you mean ${near}?` : ""}`,
    fix: "--basis due, --basis total, --basis value --rate 8%",
  };
}

const noRate: Problem = {
  code: "no-discount-rate",
  message: "a present value needs the yearly rate at which it is discounted, and no source states one.",
  fix: "--basis value --rate 8%",
};

function badRate(written: string): Problem {
  const isSmall = /^0?\.\d+$/.test(written.trim());
  const reason = isSmall ? "write it in percent, with the sign" : "a yearly rate is from 0% to 99%";
  return {
    code: "bad-discount-rate",
    message: `--rate ${written}: ${reason}.`,
    fix: isSmall ? `--rate ${rateText(Number(written))} or --rate ${Number(written)}%` : "--rate 8%, --rate 7.25%",
  };
}

function badYear(written: string): Problem {
  return {
    code: "bad-quarters",
    message: `--quarters ${written}: one year is opened into its quarters.`,
    fix: "--quarters 2026",
  };
}
