import assert from "node:assert/strict";
import { test } from "node:test";
import { eliminate } from "./eliminate.ts";
import { shortened } from "./shorten.ts";

test("a ring vanishes but for one, and the digits of a leak of 10⁻¹⁵ are kept", () => {
  // x_i = x_{i+1} round a ring of 50, but x_0 has one part in 10¹⁵ leaking and a third coming in: all are a third.
  const size = 50;
  const rows = {
    n: size,
    offsets: Int32Array.from({ length: size + 1 }, (_, at) => at),
    columns: Int32Array.from({ length: size }, (_, at) => (at + 1) % size),
    values: new Float64Array(size).fill(1e15),
  };
  const leak = new Float64Array(size);
  leak[0] = 1;
  const diagonal = new Float64Array(size).fill(1e15);
  const b = new Float64Array(size);
  b[7] = 1 / 3;
  let left = 0;
  const solved = shortened({ rows, diagonal, leak }, b, (core, coreB) => {
    left = core.rows.n;
    return eliminate(left, new Float64Array(left * left), core.diagonal, core.leak, coreB);
  });
  assert.ok(solved);
  assert.equal(left, 1);
  for (const each of b) assert.ok(Math.abs(each - 1 / 3) < 1e-12);
});
