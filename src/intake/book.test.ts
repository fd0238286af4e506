import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openBook, readSettings } from "./book.ts";
import { exampleBook } from "./registers.ts";

test("documents come in the order of their days, then of their names, undated ones last", async () => {
  const folder = bookOf("name: Mine\nat: 2025-12\n", {
    "b.md": "---\npublished: 2025-12-02\n---\nOne.\n",
    "c.txt": "Two.\n",
    "a.md": "---\npublished: 2025-12-02\n---\nThree.\n",
    "z.md": "---\npublished: 2025-11\n---\nFour.\n",
  });
  const { value, problems } = await openBook(folder);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    value?.documents.map(({ file }) => file),
    ["documents/z.md", "documents/a.md", "documents/b.md", "documents/c.txt"],
  );
  assert.deepEqual([value?.name, value?.asOf, value?.knownOn], ["Mine", "2025-12-31", "2025-12-31"]);
});

test("a book without registers of its own takes the shipped ones", async () => {
  const { value } = await openBook(bookOf("name: Mine\n", {}));
  assert.ok(value!.registers.parties.some(({ id }) => id === "openai"));
});

test("of the shipped offers those count that are of the book's own chips", async () => {
  const folder = bookOf("name: Mine\n", {});
  writeFileSync(join(folder, "chips.csv"), "id,name,vendor,family\ntrainium2,Trainium2,aws,trainium\n");
  const { value, problems } = await readSettings(folder);
  assert.deepEqual(problems, []);
  const { offers } = value!.registers;
  assert.ok(offers.length > 0 && offers.every(({ chip }) => chip === "trainium2"));
});

test("the configuration names the file of the offers; one of a chip that is not there is told with its line", async () => {
  const folder = bookOf("name: Mine\nregisters:\n  offers: prices.csv\n", {});
  const head = "id,provider,chip,chips_per_instance,usd_per_hour_on_demand\n";
  writeFileSync(join(folder, "prices.csv"), `${head}one,aws,h100-sxm,8,55.04\ntwo,aws,h100-sxn,8,55.04\n`);
  const { value, problems } = await readSettings(folder);
  assert.deepEqual(
    value!.registers.offers.map(({ id }) => id),
    ["one"],
  );
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place && "line" in place ? place.line : null]),
    [["register-bad-cell", 3]],
  );
});

test("a wrong day in the configuration is told with line and column, the rest holds", async () => {
  const { value, problems } = await openBook(bookOf("name: Mine\nat: 2025-13-01\n", {}));
  assert.equal(value?.name, "Mine");
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place && "line" in place ? [place.line, place.column] : null]),
    [["bad-configuration", [2, 5]]],
  );
});

test("one document that cannot be read does not stop the others", async () => {
  const { value, problems } = await openBook(bookOf("name: Mine\n", { "a.txt": "One.\n", "b.txt": "" }));
  assert.equal(value?.documents.length, 1);
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["empty-file"],
  );
});

test("a folder without capstack.yaml is no book", async () => {
  assert.deepEqual(
    (await readSettings(tmpdir())).problems.map(({ code }) => code),
    ["no-book"],
  );
});

test("the example book opens without a problem and pins its dates", async () => {
  const { value, problems } = await openBook(exampleBook);
  assert.deepEqual(problems, []);
  assert.deepEqual([value?.asOf, value?.knownOn, value?.next], ["2025-12-17", "2025-12-17", "2026-02-28"]);
  assert.ok(value!.documents.length >= 12);
});

function bookOf(configuration: string, documents: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "capstack-book-"));
  mkdirSync(join(folder, "documents"));
  writeFileSync(join(folder, "capstack.yaml"), configuration);
  for (const [name, text] of Object.entries(documents)) writeFileSync(join(folder, "documents", name), text);
  return folder;
}
