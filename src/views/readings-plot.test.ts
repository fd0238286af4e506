import assert from "node:assert/strict";
import { test } from "node:test";
import { readingsPlot } from "./readings-plot.ts";

const dollars = (min: number | null, max: number | null, approximate = false) => ({
  min,
  max,
  unit: "USD",
  approximate,
});
const over = { figure: dollars(8e9, null), comparator: ">" as const, label: "08" };
const exact = { figure: dollars(4e9, 4e9), comparator: "=" as const, label: "09" };
const upTo = { figure: dollars(null, 5e9), comparator: "<=" as const, label: "03" };
const size = { width: 320, axis: true };

test("the same readings give the same bytes, and say themselves in words", () => {
  const svg = readingsPlot([over, exact], size);
  assert.equal(svg, readingsPlot([over, exact], size));
  assert.match(svg, /aria-label="Readings: 08: &gt; \$8bn; 09: \$4bn\."/);
});

test("an open end points away from what is stated: up for more than, down for up to", () => {
  const place = (svg: string): { dot: number; head: number } => ({
    dot: Number(/<circle cx="([\d.]+)"/.exec(svg)![1]),
    head: Number(/<path d="M([\d.]+) [\d.]+L[\d.]+ [\d.]+V[\d.]+Z"/.exec(svg)![1]),
  });
  const more = place(readingsPlot([over], size));
  const less = place(readingsPlot([upTo], size));
  assert.ok(more.head > more.dot);
  assert.ok(less.head < less.dot);
});

test("twice the amount is twice as far from zero", () => {
  const at = (svg: string): number[] => [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map((match) => Number(match[1]));
  const zero = 34;
  const [four, eight] = at(readingsPlot([exact, { ...exact, figure: dollars(8e9, 8e9) }], size));
  assert.ok(Math.abs((eight! - zero) / (four! - zero) - 2) < 0.01);
});

test("what is in another unit is not drawn, and that is said", () => {
  const svg = readingsPlot([exact, { ...exact, figure: { ...exact.figure, unit: "EUR" } }], size);
  assert.match(svg, /1 in another unit not drawn/);
});

test("a hostile label stays text", () => {
  assert.doesNotMatch(readingsPlot([{ ...exact, label: '"><script>' }], size), /<script/);
});
