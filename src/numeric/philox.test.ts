import assert from "node:assert/strict";
import { test } from "node:test";
import { philox, uniform } from "./philox.ts";

/** Counter, key and words as the authors publish them with Random123 (kat_vectors, philox4x32 10). */
const published = [
  ["00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8"],
  ["ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd"],
  ["243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1"],
] as const;

test("the words are those that the authors publish", () => {
  for (const [counter, key, want] of published) {
    const out = new Uint32Array(4);
    philox(words(counter) as [number, number, number, number], words(key) as [number, number], out);
    assert.equal([...out].map((word) => word.toString(16).padStart(8, "0")).join(" "), want);
  }
});

test("no word is taken for 0 or 1", () => {
  assert.ok(uniform(0) > 0 && uniform(0xffffffff) < 1);
});

function words(text: string): number[] {
  return text.split(" ").map((word) => Number.parseInt(word, 16));
}
