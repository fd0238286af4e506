import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLine } from "../../views/csv-line.ts";
import { displayWidth, plainLine, showable, tableLines, wrapText } from "./table.ts";

test("a column that may wrap gives way, the others keep their width", () => {
  const lines = tableLines([{ name: "a" }, { name: "b", wraps: true }], [["fixed", "many words in one cell"]], 17);
  assert.deepEqual(lines[1], ["fixed  many words", "       in one", "       cell"]);
});

test("a word that is too long is cut, a wide character counts two columns", () => {
  assert.deepEqual(wrapText("abcdefgh", 3), ["abc", "def", "gh"]);
  assert.equal(displayWidth("東京e\u0301"), 5);
});

test("cells of a CSV line are quoted where they must be, cells of a plain line keep to their line", () => {
  assert.equal(csvLine(["a,b", 'say "x"', "c"]), '"a,b","say ""x""",c\r\n');
  assert.equal(plainLine(["a\tb\nc", "d"]), "a b c\td\n");
});

test("what steers a terminal or turns the reading direction is made visible", () => {
  assert.equal(showable("a\u001b[2J\n b\u202e"), "a\uFFFD[2J b\uFFFD");
});

test("a million characters without a space are wrapped", () => {
  assert.equal(wrapText("x".repeat(1_000_000), 75).length, Math.ceil(1_000_000 / 75));
});
