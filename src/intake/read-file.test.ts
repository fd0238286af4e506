import assert from "node:assert/strict";
import { test } from "node:test";
import { documentOfBytes } from "./read-file.ts";

const sentence = "Amazon “may” put $10 billion into OpenAI.\r\nIt said so.\n";

test("UTF-8 keeps every character, line ends and a byte order mark too", async () => {
  const { value, problems } = await documentOfBytes(Buffer.from(`\uFEFF${sentence}`), "note.txt");
  assert.equal(value?.text, `\uFEFF${sentence}`);
  assert.deepEqual(problems, []);
});

test("UTF-16 is known by its mark, in both byte orders", async () => {
  const little = Buffer.from(`\uFEFF${sentence}`, "utf16le");
  assert.equal((await documentOfBytes(little, "note.txt")).value?.text, sentence);
  assert.equal((await documentOfBytes(Buffer.from(little).swap16(), "note.txt")).value?.text, sentence);
});

test("what is not UTF-8 is read as Windows-1252, and that is said with the line", async () => {
  const { value, problems } = await documentOfBytes(
    Buffer.from("first\nMistral pays \x8010 \xe9t\xe9\n", "latin1"),
    "note.txt",
  );
  assert.equal(value?.text, "first\nMistral pays €10 été\n");
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place]),
    [["not-utf-8", { file: "note.txt", line: 2 }]],
  );
});

test("a binary and an empty file are refused, whatever their names say", async () => {
  const binary = await documentOfBytes(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1]), "note.txt");
  assert.deepEqual([binary.value, binary.problems[0]?.code], [null, "binary-file"]);
  const empty = await documentOfBytes(Buffer.from(" \n"), "note.txt");
  assert.deepEqual([empty.value, empty.problems[0]?.code], [null, "empty-file"]);
});

test("front matter tells the origin; the text is what follows its closing line", async () => {
  const source = "---\ntitle: The bigger cheque\npublisher: The Clearing Bell\npublished: 2025-12-17\n---\nAmazon.\n";
  const { value } = await documentOfBytes(Buffer.from(source), "note.md");
  assert.equal(value?.text, "Amazon.\n");
  assert.deepEqual(
    [value?.title, value?.publisher, value?.published],
    ["The bigger cheque", "The Clearing Bell", "2025-12-17"],
  );
});

test("what a person tells stands above what the file tells", async () => {
  const source = "---\ntitle: One\npublished: 2025-12\n---\nAmazon.\n";
  const { value } = await documentOfBytes(Buffer.from(source), "note.md", { title: "Two", published: null });
  assert.deepEqual([value?.title, value?.published], ["Two", "2025-12"]);
});

test("broken front matter is told with line and column, and the text is still read", async () => {
  const { value, problems } = await documentOfBytes(
    Buffer.from("---\ntitle: ok\npublisher: [a\n---\nAmazon.\n"),
    "note.md",
  );
  assert.equal(value?.text, "Amazon.\n");
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place]),
    [["bad-front-matter", { file: "note.md", line: 3, column: 14 }]],
  );
});

test("a rule of dashes is no front matter", async () => {
  for (const source of [
    "---\nAmazon pays.\n---\nMore.\n",
    "Amazon.\n---\ntitle: x\n---\n",
    "---\ntitle: never closed\n",
  ]) {
    assert.equal((await documentOfBytes(Buffer.from(source), "note.md")).value?.text, source);
  }
});

test("a million lines of dashes after a block that never closes are all kept", async () => {
  const source = `---\na: b\n${"-- -\n".repeat(1_000_000)}`;
  assert.equal((await documentOfBytes(Buffer.from(source), "note.md")).value?.text, source);
});
