import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { movedSpan } from "./span-words.ts";

const text = "Amazon may invest ten billion.";
const words = (span: readonly [number, number]): string => text.slice(...span);

test("an end moves by a word", () => {
  assert.equal(words(movedSpan(text, [0, 6], "end", 1)), "Amazon may");
  assert.equal(words(movedSpan(text, [0, 10], "end", -1)), "Amazon");
  assert.equal(words(movedSpan(text, [0, 17], "start", 1)), "may invest");
  assert.equal(words(movedSpan(text, [7, 17], "start", -1)), "Amazon may invest");
});

test("a span never becomes empty and never leaves the text", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 2 }),
      fc.nat(),
      fc.nat(),
      fc.constantFrom("start" as const, "end" as const),
      fc.constantFrom(1 as const, -1 as const),
      (any, one, other, which, direction) => {
        const start = one % (any.length - 1);
        const end = start + 1 + (other % (any.length - start));
        const [from, to] = movedSpan(any, [start, Math.min(end, any.length)], which, direction);
        assert.ok(from >= 0 && from < to && to <= any.length);
      },
    ),
  );
});
