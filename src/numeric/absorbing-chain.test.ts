import assert from "node:assert/strict";
import { test } from "node:test";
import { endingAtExit } from "./absorbing-chain.ts";
import { summedRows } from "./summed-rows.ts";

/** A walk on 1 … n between ruin (0) and the goal (n + 1), up with the chance p. */
function gambler(n: number, p: number) {
  const from: number[] = [];
  const to: number[] = [];
  const chance: number[] = [];
  const step = (one: number, other: number, how: number): void => {
    from.push(one);
    to.push(other);
    chance.push(how);
  };
  for (let at = 0; at < n; at++) {
    if (at + 1 < n) step(at, at + 1, p);
    if (at > 0) step(at, at - 1, 1 - p);
  }
  const exit = new Float64Array(n);
  const lost = new Float64Array(n);
  exit[n - 1] = p;
  lost[0] = 1 - p;
  return endingAtExit(summedRows(n, Int32Array.from(from), Int32Array.from(to), Float64Array.from(chance)), exit, lost);
}

test("a fair gambler reaches the goal in proportion to what he has", () => {
  for (const n of [4, 60, 300]) {
    const ends = gambler(n, 0.5);
    for (let at = 0; at < n; at++) assert.ok(Math.abs(ends[at]! - (at + 1) / (n + 1)) < 1e-10, `${n}: ${at}`);
  }
});

test("an unfair one as De Moivre has it, each small chance to many digits", () => {
  const [n, ratio] = [30, 0.6 / 0.4];
  const ends = gambler(n, 0.4);
  for (let at = 0; at < n; at++) {
    const exact = (ratio ** (at + 1) - 1) / (ratio ** (n + 1) - 1);
    assert.ok(Math.abs(ends[at]! - exact) < 1e-12 * exact);
  }
});

test("a pair that leaks one part in a billion still ends where it leaks", () => {
  const rows = summedRows(2, Int32Array.of(0, 1), Int32Array.of(1, 0), Float64Array.of(1, 1 - 3e-9));
  const ends = endingAtExit(rows, Float64Array.of(0, 1e-9), Float64Array.of(0, 2e-9));
  for (const end of ends) assert.ok(Math.abs(end - 1 / 3) < 1e-12);
});
