import assert from "node:assert/strict";
import { test } from "node:test";
import { perChipHour } from "./offer.ts";
import { placeText } from "./problem.ts";
import { parseChips, parseOffers, parseParties } from "./register.ts";

/** Where the rows that cannot be used end, with lines as an editor numbers them. */
const places = (csv: string): (string | undefined)[] =>
  parseParties(csv, "parties.csv").problems.map(({ place }) => place && placeText(place));

test("a row that cannot be used is told at its line, whatever stands before it", () => {
  assert.deepEqual(places('id,name,kind\n,A,company\n\n"b","B\nx",\nc,,company\na,A2,'), [
    "parties.csv:2",
    "parties.csv:5",
    "parties.csv:6",
    "parties.csv:7",
  ]);
  assert.deepEqual(places("id,name,kind\r\n,A,company\r\nc,,company\r\n"), ["parties.csv:2", "parties.csv:3"]);
  assert.deepEqual(places("\uFEFFid,name,kind\n,A,company"), ["parties.csv:2"]);
});

test("a quote that never closes is told where it begins; the rows before it count", () => {
  const { value, problems } = parseParties('id,name,kind\na,A,company\nb,"B,company\nc,C,company\n', "parties.csv");
  assert.deepEqual(
    value.map(({ id }) => id),
    ["a"],
  );
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place && placeText(place)]),
    [["bad-register", "parties.csv:3"]],
  );
  assert.deepEqual(places('id,name,kind\na,"A,company'), ["parties.csv:2"]);
});

test("an id that is used twice keeps its first row", () => {
  const { value, problems } = parseParties("id,name,kind\na,A,company\na,B,company\n", "parties.csv");
  assert.deepEqual(
    value?.map(({ name }) => name),
    ["A"],
  );
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["register-id-twice"],
  );
});

test("cells hold commas, quotes and lists", () => {
  const { value } = parseParties('id,name,kind,aliases\na,"A, ""the"" Inc.",company,A1 | A2|\n', "parties.csv");
  assert.equal(value?.[0]?.name, 'A, "the" Inc.');
  assert.deepEqual(value?.[0]?.aliases, ["A1", "A2"]);
});

test("a quote that never closes among the columns' names is told too", () => {
  const { value, problems } = parseParties('id,"name,kind\na,A,company\n', "parties.csv");
  assert.deepEqual(value, []);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["bad-register"],
  );
});

const offerHead =
  "id,provider,region,instance,chip,chips_per_instance,usd_per_hour_on_demand,usd_per_hour_1yr,usd_per_hour_spot," +
  "usd_per_hour_other,other_kind,price_day,notes,conflict_group,source_publisher,source_title,source_url,source_date\n";

test("an offer has its prices per instance hour, its day and its source; what is not told is null", () => {
  const csv = `${offerHead}one,aws,us-east-1,p5.48xlarge,h100-sxm,8,98.32,52,,39.33,capacity-block,2026-02,"old, still carried",p5,Wire,Prices,https://wire.example/p,2026-02-03\n`;
  const { value, problems } = parseOffers(csv, "offers.csv");
  assert.deepEqual(problems, []);
  assert.deepEqual(value, [
    {
      id: "one",
      provider: "aws",
      region: "us-east-1",
      instance: "p5.48xlarge",
      chip: "h100-sxm",
      chipsPerInstance: 8,
      perHour: { onDemand: 98.32, oneYear: 52, threeYear: null, spot: null, other: 39.33 },
      otherKind: "capacity-block",
      priceDay: "2026-02",
      conflictGroup: "p5",
      source: { publisher: "Wire", title: "Prices", url: "https://wire.example/p", day: "2026-02-03" },
      notes: "old, still carried",
    },
  ]);
  // 98.32 / 8 = 12.29 and 52 / 8 = 6.5.
  assert.equal(perChipHour(value[0]!, "onDemand"), 12.29);
  assert.equal(perChipHour(value[0]!, "oneYear"), 6.5);
  assert.equal(perChipHour(value[0]!, "spot"), null);
});

test("an offer that cannot be used is told with its line and its cell, and the others are read", () => {
  const row = (id: string, chips: string, price: string, day: string, chip = "h100-sxm"): string =>
    `${id},aws,,,${chip},${chips},${price},,,,,${day},,,,,,\n`;
  const csv = [
    offerHead,
    row("words", "8", "about 98", "2026"),
    row("free", "8", "0", "2026"),
    row("negative", "8", "-1", "2026"),
    row("half", "0.5", "1", "2026"),
    row("soon", "8", "1", "soon"),
    row("unpriced", "8", "", "2026"),
    row("stray", "8", "1", "2026", "h100-sxn"),
    row("", "8", "1", "2026"),
    row("good", "8", "1.5", "2026"),
  ].join("");
  const { value, problems } = parseOffers(csv, "offers.csv", new Set(["h100-sxm"]));
  assert.deepEqual(
    value.map(({ id }) => id),
    ["good"],
  );
  assert.deepEqual(
    problems.map(({ code, message, place }) => `${place && placeText(place)} ${code}: ${message}`),
    [
      "offers.csv:2 register-bad-cell: usd_per_hour_on_demand: “about 98” is no number above 0.",
      "offers.csv:3 register-bad-cell: usd_per_hour_on_demand: “0” is no number above 0.",
      "offers.csv:4 register-bad-cell: usd_per_hour_on_demand: “-1” is no number above 0.",
      "offers.csv:5 register-bad-cell: chips_per_instance: “0.5” is no whole number.",
      "offers.csv:6 register-bad-cell: price_day: “soon” is no day.",
      "offers.csv:7 register-bad-cell: The row has no price.",
      "offers.csv:8 register-bad-cell: chip: the register of chips has no id “h100-sxn”.",
      "offers.csv:9 register-row-incomplete: The row has no id.",
    ],
  );
  assert.ok(problems.every(({ fix }) => fix !== undefined));
});

test("a chip may have all its figures, or none", () => {
  const { value, problems } = parseChips(
    "id,name,vendor,family,release_date,memory_gb,peak_bf16_flops,price_estimate_usd,price_day,conflict_group,source_publisher\n" +
      "h100-sxm,H100 SXM,nvidia,h100,2022-09-20,80,989400000000000,33600,2026-01-14,h100-peak,Wire\n" +
      "h100,H100,nvidia,h100,,,,,,,\n",
    "chips.csv",
  );
  assert.deepEqual(problems, []);
  const [chip, family] = value;
  assert.equal(chip!.memoryGigabytes, 80);
  assert.equal(chip!.peak.bf16, 989.4e12);
  assert.deepEqual([chip!.price, chip!.priceDay, chip!.released], [33600, "2026-01-14", "2022-09-20"]);
  assert.deepEqual([chip!.conflictGroup, chip!.source.publisher], ["h100-peak", "Wire"]);
  assert.deepEqual([family!.memoryGigabytes, family!.peak.bf16, family!.price], [null, null, null]);
});
