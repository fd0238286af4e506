/** Reads the registers of parties, chips and offers, which are CSV files that people edit. */

import Papa from "papaparse";
import type { Chip } from "./chip.ts";
import { type PartialDay, parseDay } from "./day.ts";
import type { PartyId } from "./id.ts";
import type { Offer } from "./offer.ts";
import type { Party } from "./party.ts";
import type { Place, Problem, Result } from "./problem.ts";
import type { Source } from "./source.ts";

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

/** Reads `chips.csv`, likewise. Figures may be empty. */
export function parseChips(csv: string, file: string): Result<Chip[]> {
  return rows(csv, file, ["id", "name", "vendor", "family"], (row, cells) => ({
    id: row.id!,
    name: row.name!,
    vendor: row.vendor as PartyId,
    family: row.family!,
    aliases: list(row.aliases),
    released: cells.day("release_date"),
    memoryGigabytes: cells.number("memory_gb"),
    bandwidthGigabytesPerSecond: cells.number("bandwidth_gb_s"),
    powerWatts: cells.number("tdp_w"),
    peak: {
      fp32: cells.number("peak_fp32_flops"),
      tf32: cells.number("peak_tf32_flops"),
      bf16: cells.number("peak_bf16_flops"),
      fp16: cells.number("peak_fp16_flops"),
      fp8: cells.number("peak_fp8_flops"),
      fp4: cells.number("peak_fp4_flops"),
      int8: cells.number("peak_int8_ops"),
    },
    price: cells.number("price_estimate_usd"),
    priceDay: cells.day("price_day"),
    conflictGroup: row.conflict_group || null,
    source: sourceOf(row, cells),
    notes: row.notes || null,
  }));
}

/** Reads `offers.csv`, likewise. Where `chips` is given, an offer of another chip cannot be used. */
export function parseOffers(csv: string, file: string, chips?: ReadonlySet<string>): Result<Offer[]> {
  return rows(csv, file, ["id", "provider", "chip", "chips_per_instance"], (row, cells) => {
    const perHour = {
      onDemand: cells.number("usd_per_hour_on_demand"),
      oneYear: cells.number("usd_per_hour_1yr"),
      threeYear: cells.number("usd_per_hour_3yr"),
      spot: cells.number("usd_per_hour_spot"),
      other: cells.number("usd_per_hour_other"),
    };
    const chipsPerInstance = cells.number("chips_per_instance") ?? 1;
    if (!Number.isInteger(chipsPerInstance))
      cells.refuse(
        `chips_per_instance: “${row.chips_per_instance}” is no whole number.`,
        "Count the chips of one instance.",
      );
    if (chips !== undefined && !chips.has(row.chip!))
      cells.refuse(
        `chip: the register of chips has no id “${row.chip}”.`,
        "Write an id of chips.csv, or add the chip there.",
      );
    if (!priceColumns.some((name) => row[name]))
      cells.refuse("The row has no price.", `Fill in one of ${priceColumns.join(", ")}, or delete the row.`);
    return {
      id: row.id!,
      provider: row.provider as PartyId,
      region: row.region || null,
      instance: row.instance || null,
      chip: row.chip!,
      chipsPerInstance,
      perHour,
      otherKind: row.other_kind || null,
      priceDay: cells.day("price_day"),
      conflictGroup: row.conflict_group || null,
      source: sourceOf(row, cells),
      notes: row.notes || null,
    };
  });
}

const priceColumns = [
  "usd_per_hour_on_demand",
  "usd_per_hour_1yr",
  "usd_per_hour_3yr",
  "usd_per_hour_spot",
  "usd_per_hour_other",
];

function sourceOf(row: Row, cells: Cells): Source {
  return {
    publisher: row.source_publisher || null,
    title: row.source_title || null,
    url: row.source_url || null,
    day: cells.day("source_date"),
  };
}

type Row = Readonly<Record<string, string | undefined>>;

/** Reads the cells of one row, and notes why it cannot be used. */
interface Cells {
  /** A number above 0; null where the cell is empty. */
  readonly number: (name: string) => number | null;
  /** A day; null where the cell is empty. */
  readonly day: (name: string) => PartialDay | null;
  readonly refuse: (message: string, fix: string) => void;
}

function cellsOf(row: Row, place: Place, problems: Problem[]): Cells {
  const refuse = (message: string, fix: string): void =>
    void problems.push({ code: "register-bad-cell", message, place, fix });
  return {
    refuse,
    number: (name) => {
      const text = row[name];
      if (!text) return null;
      const value = /^\d+(\.\d+)?(e\d{1,2})?$/i.test(text) ? Number(text) : 0;
      if (value === 0)
        refuse(`${name}: “${text}” is no number above 0.`, "Write it plainly, such as 98.32, or leave the cell empty.");
      return value;
    },
    day: (name) => {
      const text = row[name];
      if (!text) return null;
      const value = parseDay(text);
      if (value === null)
        refuse(`${name}: “${text}” is no day.`, "Write 2025-12-17, 2025-12 or 2025, or leave the cell empty.");
      return value;
    },
  };
}

function rows<T>(
  csv: string,
  file: string,
  required: readonly string[],
  build: (row: Row, cells: Cells) => T,
): Result<T[]> {
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
      const before = problems.length;
      const built = build(record, cellsOf(record, place, problems));
      if (problems.length === before) value.push(built);
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
  let columns: readonly string[] | null = null;
  let [ended, read] = [0, 0];
  Papa.parse<string[]>(csv, {
    // Papa Parse can name the cells itself, and takes thrice the time for it.
    skipEmptyLines: true,
    step: ({ data, errors, meta: { cursor } }) => {
      const broken = errors.find(({ type }) => type === "Quotes")?.message;
      const first = ended + 1;
      ended += csv.slice(read, cursor).match(/\n/g)?.length ?? 0;
      read = cursor;
      const last = csv[cursor - 1] === "\n" ? ended : ended + 1;
      if (columns !== null || broken)
        found.push({ record: recordOf(columns ?? [], data), line: broken ? first : last, broken });
      columns ??= data;
    },
  });
  return found;
}

function recordOf(columns: readonly string[], cells: readonly string[]): Row {
  const record: Record<string, string | undefined> = {};
  for (const [index, name] of columns.entries()) record[name] = cells[index];
  return record;
}

function list(cell: string | undefined): string[] {
  return (cell ?? "")
    .split("|")
    .map((part) => part.trim())
    .filter(Boolean);
}
