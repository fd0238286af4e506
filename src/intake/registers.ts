/** Whom do we know, which chips, at which prices? The registers of a book, or outside a book the shipped ones. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Registers } from "../model/party.ts";
import type { Problem, Result } from "../model/problem.ts";
import { parseChips, parseOffers, parseParties } from "../model/register.ts";

/** The example book that comes with the package. */
export const exampleBook = fileURLToPath(new URL("../../examples/ai-economy", import.meta.url));

/** Where the registers of a book lie. */
export interface RegisterFiles {
  readonly parties: string;
  readonly chips: string;
  readonly offers: string;
}

const shipped: RegisterFiles = {
  parties: join(exampleBook, "parties.csv"),
  chips: join(exampleBook, "chips.csv"),
  offers: join(exampleBook, "offers.csv"),
};

/** Reads the registers: those that come with the package, where no others are named. */
export async function readRegisters(files: RegisterFiles = shipped): Promise<Result<Registers>> {
  const parties = await readRegister(files.parties, shipped.parties);
  const chips = await readRegister(files.chips, shipped.chips);
  const offers = await readRegister(files.offers, shipped.offers);
  const problems: Problem[] = [];
  const kept = <T>(result: Result<T>): T => {
    problems.push(...result.problems);
    return result.value;
  };
  const known = kept(parseChips(chips.csv, files.chips));
  const priced = parseOffers(offers.csv, files.offers, new Set(known.map(({ id }) => id)));
  return {
    value: {
      parties: kept(parseParties(parties.csv, files.parties)),
      chips: known,
      // Of the shipped offers those count that are of the book's chips, and nobody has to mend the others.
      offers: offers.own ? kept(priced) : priced.value,
      // Assumptions are a book's own.
      assumptions: [],
    },
    problems,
  };
}

/** A book that has no such file takes the shipped register. A package without its own is broken, and that throws. */
async function readRegister(file: string, fallback: string): Promise<{ csv: string; own: boolean }> {
  try {
    return { csv: await readFile(file, "utf8"), own: true };
  } catch {
    return { csv: await readFile(fallback, "utf8"), own: false };
  }
}
