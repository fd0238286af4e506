import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../model/day.ts";
import { parseChips } from "../model/register.ts";
import { chipCells, chipColumns, chipFigures, chipRows, chipsNamed } from "./chip-rows.ts";

const { value: chips, problems } = parseChips(
  `id,name,vendor,family,aliases,memory_gb,bandwidth_gb_s,peak_bf16_flops,peak_int8_ops,price_estimate_usd,price_day,conflict_group,source_publisher
a1,One A1,one,a1,A1,16,300,,,2800,2026-01-14,,Wire
h,H,zed,h,Hs|Zed H,,,,,,,,
h-nvl,H NVL,zed,h,,94,3938,,,,,,Wire
h-sold,H (as sold),zed,h,,80,3350,1979e12,1979e12,,,h-peak,Shop
h-pcie,H PCIe,zed,h,,80,2000,,,,,,Wire
h-sxm,H SXM,zed,h,H|H SXM5,80,3350,989.4e12,1979e12,33600,2025-04,h-peak,Wire
solo,Solo,one,solo,,,,,,,,,`,
  "chips.csv",
);
const rowsAt = (day: string | null) => chipRows(chips, (id) => id.toUpperCase(), day === null ? null : parseDay(day));
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);

test("rows go by vendor, rivals side by side; a family is no row where its chips are", () => {
  assert.deepEqual(problems, []);
  const { rows } = rowsAt(null);
  assert.deepEqual(
    rows.map(({ vendor, chip, rivals }) => [vendor, chip.id, ...rivals]),
    [
      ["ONE", "a1"],
      ["ONE", "solo"],
      ["ZED", "h-nvl"],
      ["ZED", "h-sold", "h-sxm"],
      ["ZED", "h-sxm", "h-sold"],
      ["ZED", "h-pcie"],
    ],
  );
});

test("a price that was told later is left out, its chip stays", () => {
  const { rows, left } = rowsAt("2025-12-17");
  assert.deepEqual(
    rows.flatMap(({ chip }) => (chip.price === null ? [] : [[chip.id, chip.price]])),
    [["h-sxm", 33600]],
  );
  assert.equal(rows.length, rowsAt(null).rows.length);
  assert.deepEqual(left, { later: 1, vague: 0, until: "2026-01-14" });
});

test("a family's name means all its chips, a chip's name the chip with its rivals", () => {
  assert.deepEqual(ids(chipsNamed("zed h", chips)), ["h", "h-nvl", "h-sold", "h-pcie", "h-sxm"]);
  assert.deepEqual(ids(chipsNamed("H sxm5", chips)), ["h-sold", "h-sxm"]);
  assert.deepEqual(ids(chipsNamed("h-nvl", chips)), ["h-nvl"]);
  assert.deepEqual(ids(chipsNamed("", chips)), []);
  assert.deepEqual(ids(chipsNamed("i", chips)), []);
});

test("figures are told with their units, what is not told is empty", () => {
  const texts = chipFigures(chips.find(({ id }) => id === "h-sxm")!).map(({ name, text }) => [name, text]);
  assert.deepEqual(texts, [
    ["memory", "80 GB"],
    ["bandwidth", "3.35 TB/s"],
    ["power", ""],
    ["peak FP32", ""],
    ["peak TF32", ""],
    ["peak BF16", "989.4 TFLOP/s"],
    ["peak FP16", ""],
    ["peak FP8", ""],
    ["peak FP4", ""],
    ["peak INT8", "1,979 TOP/s"],
    ["price, estimated", "$33,600 (2025-04)"],
  ]);
});

test("every column has its cell", () => {
  const [row] = rowsAt(null).rows;
  const cells = chipCells(row!);
  assert.equal(cells.length, chipColumns.length);
  assert.deepEqual(
    ["memory_gb", "price_day", "source_publisher"].map(
      (name) => cells[chipColumns.indexOf(name as (typeof chipColumns)[number])],
    ),
    ["16", "2026-01-14", "Wire"],
  );
});
