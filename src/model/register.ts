/** Reads the registers of parties and chips, which are CSV files that people edit. */

import Papa from "papaparse";
import { parseDay } from "./day.ts";
import type { PartyId } from "./id.ts";
import type { Chip, Party } from "./party.ts";
import type { Problem, Result } from "./problem.ts";

/** Reads `parties.csv`. A row that cannot be used is a problem and is left out; the rest goes on. */
export function parseParties(csv: string, file: string): Result<Party[]> {
  return rows(csv, file, ["id", "name", "kind"], (row) => ({
    id: row.id as PartyId,
    name: row.name!,
    kind: row.kind!,
    parent: (row.parent || null) as PartyId | null,
    parentFrom: parseDay(row.parent_from ?? ""),
    ticker: row.ticker || null,
    aliases: list(row.aliases),
    descriptors: list(row.descriptors),
    products: list(row.products),
    careful: list(row.careful),
  }));
}

/** Reads `chips.csv`, likewise. */
export function parseChips(csv: string, file: string): Result<Chip[]> {
  return rows(csv, file, ["id", "name", "vendor", "family"], (row) => ({
    id: row.id!,
    name: row.name!,
    vendor: row.vendor as PartyId,
    family: row.family!,
    aliases: list(row.aliases),
  }));
}

type Row = Readonly<Record<string, string | undefined>>;

function rows<T>(csv: string, file: string, required: readonly string[], build: (row: Row) => T): Result<T[]> {
  const problems: Problem[] = [];
  const value: T[] = [];
  const seen = new Set<string>();
  for (const { record, line, broken } of records(csv)) {
    const missing = required.filter((name) => !record[name]);
    const place = { file, line };
    if (broken) {
      problems.push({
        code: "bad-register",
        message: `this is no CSV table from here on: ${broken}`,
        place,
        fix: "Put cells that hold a comma or a quote between double quotes.",
      });
    } else if (missing.length > 0) {
      problems.push({
        code: "register-row-incomplete",
        message: `The row has no ${missing.join(", ")}.`,
        place,
        fix: `Fill in ${missing.join(", ")}, or delete the row.`,
      });
    } else if (seen.has(record.id!)) {
      problems.push({
        code: "register-id-twice",
        message: `The id “${record.id}” is used twice.`,
        place,
        fix: "Give each row an id of its own.",
      });
    } else {
      seen.add(record.id!);
      value.push(build(record));
    }
  }
  return { value, problems };
}

interface CsvRecord {
  readonly record: Row;
  /** The last of its lines; the first of a broken one, which has taken in what follows. */
  readonly line: number;
  /** What is wrong with its quotes. */
  readonly broken: string | undefined;
}

function records(csv: string): CsvRecord[] {
  const found: CsvRecord[] = [];
  // The columns' names stand on the first line.
  let [ended, read] = [1, csv.indexOf("\n") + 1];
  Papa.parse<Row>(csv, {
    header: true,
    skipEmptyLines: true,
    step: ({ data, errors, meta: { cursor } }) => {
      const broken = errors.find(({ type }) => type === "Quotes")?.message;
      const first = ended + 1;
      ended += csv.slice(read, cursor).match(/\n/g)?.length ?? 0;
      read = cursor;
      const last = csv[cursor - 1] === "\n" ? ended : ended + 1;
      found.push({ record: data, line: broken ? first : last, broken });
    },
  });
  return found;
}

function list(cell: string | undefined): string[] {
  return (cell ?? "")
    .split("|")
    .map((part) => part.trim())
    .filter(Boolean);
}
