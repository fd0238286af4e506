import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "../model/day.ts";
import type { PartyId } from "../model/id.ts";
import { partyOf, type Registers } from "../model/party.ts";
import { parseChips, parseOffers } from "../model/register.ts";
import { offerCells, offerColumns, offerRows, offersNamed } from "./offer-rows.ts";

const chips = parseChips(
  "id,name,vendor,family,aliases\nh,H,zed,h,\nh-sxm,H SXM,zed,h,H\nt2,Train 2,aws,t,\n",
  "chips.csv",
).value;
const offers = parseOffers(
  `id,provider,chip,chips_per_instance,usd_per_hour_on_demand,usd_per_hour_spot,price_day,conflict_group
t-aws,aws,t2,16,16,,2025-01,
h-old,aws,h-sxm,8,98.32,,2026-02,p5
h-spot,aws,h-sxm,8,,26.69,2024-12,
h-mid,core,h-sxm,1,4.76,,2026-05-24,
h-cut,aws,h-sxm,8,55.04,,2026,p5
h-goo,goo-cloud,h-sxm,8,24,,2026-05-20,`,
  "offers.csv",
).value;
const registers: Registers = {
  assumptions: [],
  parties: [
    partyOf("amazon", "Amazon", "cloud"),
    partyOf("aws", "Amazon Web Services", "cloud", { parent: "amazon" as PartyId, aliases: ["AWS"] }),
    partyOf("core", "Core", "neocloud"),
    partyOf("goo", "Goo", "cloud"),
    partyOf("goo-cloud", "Goo Cloud", "cloud"),
  ],
  chips,
  offers,
};
const listed = (day: string | null) => offerRows(offers, registers, day === null ? null : parseDay(day));
const found = (...words: string[]) => {
  const named = offersNamed(words, registers);
  return "unknown" in named ? named : named.map(({ id }) => id);
};

test("offers go by chip and price, rivals side by side, those without a price on demand last", () => {
  const { rows } = listed(null);
  // Per chip hour: 24 / 8 = 3, 4.76, and 55.04 / 8 = 6.88 with its rival 98.32 / 8 = 12.29.
  assert.deepEqual(
    rows.map(({ offer, perChip }) => [offer.id, perChip.onDemand]),
    [
      ["h-goo", 3],
      ["h-mid", 4.76],
      ["h-cut", 6.88],
      ["h-old", 12.29],
      ["h-spot", null],
      ["t-aws", 1],
    ],
  );
  assert.deepEqual(
    rows.flatMap(({ offer, rivals }) => (rivals.length > 0 ? [[offer.id, ...rivals]] : [])),
    [
      ["h-cut", "h-old"],
      ["h-old", "h-cut"],
    ],
  );
  assert.deepEqual([rows[2]!.provider, rows[2]!.chip], ["Amazon Web Services", "H SXM"]);
});

test("prices of later days are left out and counted, and then nothing contradicts what is left", () => {
  const { rows, left } = listed("2026-06-30");
  assert.deepEqual(
    rows.map(({ offer, rivals }) => [offer.id, ...rivals]),
    [["h-goo"], ["h-mid"], ["h-old"], ["h-spot"], ["t-aws"]],
  );
  assert.deepEqual(left, { later: 0, vague: 1, until: "2026-12-31" });
  assert.deepEqual(listed("2024-12-31").left, { later: 5, vague: 0, until: "2026-12-31" });
});

test("names of chips, families and providers limit the offers, and a company stands for its units", () => {
  assert.deepEqual(found("H", "aws"), ["h-old", "h-spot", "h-cut"]);
  assert.deepEqual(found("aws", "core", "h-sxm"), ["h-old", "h-spot", "h-mid", "h-cut"]);
  assert.deepEqual(found("Amazon", "t2"), ["t-aws"]);
  assert.deepEqual(found("Goo", "Cloud", "h"), ["h-goo"]);
  assert.deepEqual(found(), ["t-aws", "h-old", "h-spot", "h-mid", "h-cut", "h-goo"]);
  assert.deepEqual(found("core", "t2"), []);
});

test("a name that nobody has is told with the nearest one", () => {
  assert.deepEqual(found("h", "cora"), { unknown: "cora", near: "core" });
  assert.deepEqual(found("zzzzzzzz"), { unknown: "zzzzzzzz", near: null });
});

test("every column has its cell, and a division leaves no stray digits", () => {
  const cells = offerCells(listed(null).rows[2]!);
  assert.equal(cells.length, offerColumns.length);
  assert.equal(cells[offerColumns.indexOf("usd_per_chip_hour_on_demand")], "6.88");
  assert.equal(cells[offerColumns.indexOf("rivals")], "h-old");
});
