import assert from "node:assert/strict";
import { test } from "node:test";
import { eliminate } from "./eliminate.ts";
import { shortened } from "./shorten.ts";

test("a ring vanishes but for one, and the digits of a leak of 10⁻¹⁵ are kept", () => {
  // x_i = x_{i+1} round a ring of 50, but x_0 has one part in 10¹⁵ leaking and a third coming in: all are a third.
  const size = 50;
  const row = Array.from({ length: size }, (_, at) => at);
  const entries = { row, column: row.map((at) => (at + 1) % size), value: row.map(() => 1e15) };
  const leak = new Float64Array(size);
  leak[0] = 1;
  const diagonal = new Float64Array(size).fill(1e15);
  const b = new Float64Array(size);
  b[7] = 1 / 3;
  let left = 0;
  const solved = shortened(size, entries, diagonal, leak, b, (core, _, coreDiagonal, coreLeak, coreB) => {
    left = core;
    return eliminate(core, new Float64Array(core * core), coreDiagonal, coreLeak, coreB);
  });
  assert.ok(solved);
  assert.equal(left, 1);
  for (const each of b) assert.ok(Math.abs(each - 1 / 3) < 1e-12);
});
