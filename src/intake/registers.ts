/** Whom do we know? The registers of a book, or outside a book the shipped ones. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Registers } from "../model/party.ts";
import type { Result } from "../model/problem.ts";
import { parseChips, parseParties } from "../model/register.ts";

/** The example book that comes with the package. */
export const exampleBook = fileURLToPath(new URL("../../examples/ai-economy", import.meta.url));

const shippedParties = join(exampleBook, "parties.csv");
const shippedChips = join(exampleBook, "chips.csv");

/** Reads a register of parties and one of chips: those that come with the package, where no others are named. */
export async function readRegisters(
  partiesFile = shippedParties,
  chipsFile = shippedChips,
): Promise<Result<Registers>> {
  const parties = await readRegister(partiesFile, shippedParties, parseParties);
  const chips = await readRegister(chipsFile, shippedChips, parseChips);
  return {
    value: { parties: parties.value, chips: chips.value, assumptions: [] },
    problems: [...parties.problems, ...chips.problems],
  };
}

/** A book that has no such file takes the shipped register. A package without its own is broken, and that throws. */
async function readRegister<T>(
  file: string,
  shipped: string,
  parse: (csv: string, file: string) => Result<T[]>,
): Promise<Result<T[]>> {
  const csv = await readFile(file, "utf8").catch(() => readFile(shipped, "utf8"));
  return parse(csv, file);
}
