import assert from "node:assert/strict";
import { test } from "node:test";
import { readWords } from "./arguments.ts";

const flags = [
  { name: "accept", value: "ID…", many: true as const, about: "" },
  { name: "because", value: "TEXT", about: "" },
  { name: "output", short: "o", value: "FILE", about: "" },
  { name: "json", about: "" },
];

test("a flag of many words takes them up to the next flag", () => {
  const words = readWords(["x", "--accept", "c-1", "c-2", "--because", "so", "y", "--accept", "c-3"], "review", flags);
  assert.deepEqual("texts" in words && [words.texts, words.operands], [
    { accept: "c-1 c-2 c-3", because: "so" },
    ["x", "y"],
  ]);
});

test("a flag may be one letter", () => {
  const words = readWords(["-o", "book.jsonl", "--json"], "export", flags);
  assert.deepEqual("texts" in words && [words.texts.output, words.switches.has("json")], ["book.jsonl", true]);
});
