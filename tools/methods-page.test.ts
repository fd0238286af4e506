import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { methods } from "../src/views/methods/all.ts";
import { methodHeaders, methodsFile, methodsPage, missingParagraphs, parseHeader } from "./methods-page.ts";

test("docs/methods.md says what the headers say (rewrite: node tools/methods-page.ts)", () => {
  assert.equal(readFileSync(methodsFile, "utf8"), methodsPage());
});

test("every method says what it assumes, when not to use it and where it comes from", () => {
  const lacking = methodHeaders().map((header) => [header.name, missingParagraphs(header)] as const);
  assert.deepEqual(
    lacking.filter(([, missing]) => missing.length > 0),
    [],
  );
});

test("every method is on the page, in the order of --list, with the fields that it takes", () => {
  const entries = [...methodsPage().matchAll(/^\*\*`(.+)`\*\* .+\?\n\n- Input: `.+`\n/gm)].map((match) => match[1]!);
  assert.deepEqual(
    entries,
    methods.map(({ name }) => name),
  );
});

test("a header is parted at its labels, and lines that go on belong to the last one", () => {
  const { question, paragraphs } = parseHeader(
    "x",
    "/**\n * How far\n * is it?\n *\n * Formula: d = s / t,\n *   with s in km.\n * Assumes: a road.\n */\nexport const x = 1;\n",
  );
  assert.equal(question, "How far is it?");
  assert.deepEqual(
    [...paragraphs],
    [
      ["Formula", "d = s / t, with s in km."],
      ["Assumes", "a road."],
    ],
  );
  assert.deepEqual(missingParagraphs({ name: "x", question, paragraphs }), ["Not for", "Shapes", "Source"]);
});
