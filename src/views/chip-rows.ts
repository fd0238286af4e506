/** Chips as rows: which there are, what they are called, which rows disagree, the columns that tables and CSV share. */

import { type Chip, type Precision, precisions } from "../model/chip.ts";
import type { PartialDay } from "../model/day.ts";
import type { PartyId } from "../model/id.ts";
import { isToldBy, type LeftOut, leftOutBy } from "./price-days.ts";
import { besideRivals, rivalsOf } from "./rivals.ts";

export interface ChipRow {
  readonly chip: Chip;
  /** The vendor's name. */
  readonly vendor: string;
  /** Ids of the rows that tell other figures of the same chip. */
  readonly rivals: readonly string[];
}

/** Rows by the names of their vendors, rivals side by side; prices that are told later are left out of them. */
export function chipRows(
  chips: readonly Chip[],
  nameOf: (id: PartyId) => string,
  asOf: PartialDay | null,
): { readonly rows: readonly ChipRow[]; readonly left: LeftOut | null } {
  const listed = chips.filter((chip) => !isBareFamily(chip, chips));
  const rivals = rivalsOf(listed);
  const rows = besideRivals(listed).map((chip) => ({
    chip: isToldBy(chip.priceDay, asOf) ? chip : { ...chip, price: null, priceDay: null },
    vendor: nameOf(chip.vendor),
    rivals: rivals.get(chip.id) ?? [],
  }));
  return {
    rows: rows.sort((one, other) => compare(one.vendor.toLowerCase(), other.vendor.toLowerCase())),
    left: leftOutBy(
      listed.flatMap(({ price, priceDay }) => (price === null ? [] : [priceDay])),
      asOf,
    ),
  };
}

/** A family as texts name it, without figures, of which other rows are the chips. */
function isBareFamily(chip: Chip, chips: readonly Chip[]): boolean {
  return (
    chip.id === chip.family &&
    chipFigures(chip).every(({ value }) => value === null) &&
    chips.some(({ id, family }) => family === chip.family && id !== chip.id)
  );
}

/** The chips that a person means by an id, a name or an alias: those of a family by the family's name, else the chip with its rivals. */
export function chipsNamed(written: string, chips: readonly Chip[]): Chip[] {
  const meant = chips.filter((chip) => namesOf(chip).some((name) => name.toLowerCase() === written.toLowerCase()));
  const families = new Set(meant.flatMap(({ id, family }) => (id === family ? family : [])));
  const groups = new Set(meant.flatMap(({ conflictGroup }) => conflictGroup ?? []));
  return chips.filter(
    (chip) =>
      meant.includes(chip) ||
      families.has(chip.family) ||
      (chip.conflictGroup !== null && groups.has(chip.conflictGroup)),
  );
}

/** By which names a person may speak of a chip. */
export function namesOf({ id, name, aliases }: Chip): string[] {
  return [id, name, ...aliases];
}

export interface ChipFigure {
  readonly name: string;
  readonly value: number | null;
  /** As a person reads it, with its unit; empty where it is not told. */
  readonly text: string;
}

/** All figures of a chip, the peaks in the order of precision. */
export function chipFigures(chip: Chip): ChipFigure[] {
  const { memoryGigabytes, bandwidthGigabytesPerSecond, powerWatts, peak, price, priceDay } = chip;
  const figure = (name: string, value: number | null, text: (value: number) => string): ChipFigure => ({
    name,
    value,
    text: value === null ? "" : text(value),
  });
  return [
    figure("memory", memoryGigabytes, (value) => `${rounded(value)} GB`),
    figure("bandwidth", bandwidthGigabytesPerSecond, (value) => `${rounded(value / 1000)} TB/s`),
    figure("power", powerWatts, (value) => `${rounded(value)} W`),
    ...precisions.map((precision) =>
      figure(`peak ${precision.toUpperCase()}`, peak[precision], (value) => `${teraText(value)} ${unitOf(precision)}`),
    ),
    figure(
      "price, estimated",
      price,
      (value) => `$${value.toLocaleString("en-US")}${priceDay === null ? "" : ` (${priceDay})`}`,
    ),
  ];
}

/** A peak in trillions a second. */
export function teraText(peak: number): string {
  return rounded(peak / 1e12);
}

function unitOf(precision: Precision): string {
  return precision === "int8" ? "TOP/s" : "TFLOP/s";
}

/** At four digits: sources rarely tell more, and conversions make many. */
export function rounded(value: number): string {
  return Number(value.toPrecision(4)).toLocaleString("en-US", { maximumFractionDigits: 4 });
}

/** Columns of `--csv` and `--plain`, in their order: a stable contract. */
export const chipColumns = [
  "id",
  "name",
  "vendor",
  "family",
  "release_date",
  "memory_gb",
  "bandwidth_gb_s",
  "tdp_w",
  ...precisions.map((precision) => (precision === "int8" ? "peak_int8_ops" : `peak_${precision}_flops`)),
  "price_estimate_usd",
  "price_day",
  "conflict_group",
  "rivals",
  "notes",
  "source_publisher",
  "source_title",
  "source_url",
  "source_date",
] as const;

/** The cells of a row under those columns. */
export function chipCells({ chip, rivals }: ChipRow): string[] {
  const { source } = chip;
  return [
    chip.id,
    chip.name,
    chip.vendor,
    chip.family,
    chip.released,
    chip.memoryGigabytes,
    chip.bandwidthGigabytesPerSecond,
    chip.powerWatts,
    ...precisions.map((precision) => chip.peak[precision]),
    chip.price,
    chip.priceDay,
    chip.conflictGroup,
    rivals.join("|"),
    chip.notes,
    source.publisher,
    source.title,
    source.url,
    source.day,
  ].map((value) => (value === null ? "" : String(value)));
}

/** By code units: the same order on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
