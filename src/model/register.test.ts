import assert from "node:assert/strict";
import { test } from "node:test";
import { placeText } from "./problem.ts";
import { parseParties } from "./register.ts";

/** Where the rows that cannot be used end, with lines as an editor numbers them. */
const places = (csv: string): (string | undefined)[] =>
  parseParties(csv, "parties.csv").problems.map(({ place }) => place && placeText(place));

test("a row that cannot be used is told at its line, whatever stands before it", () => {
  assert.deepEqual(places('id,name,kind\n,A,company\n\n"b","B\nx",\nc,,company\na,A2,'), [
    "parties.csv:2",
    "parties.csv:5",
    "parties.csv:6",
    "parties.csv:7",
  ]);
  assert.deepEqual(places("id,name,kind\r\n,A,company\r\nc,,company\r\n"), ["parties.csv:2", "parties.csv:3"]);
  assert.deepEqual(places("\uFEFFid,name,kind\n,A,company"), ["parties.csv:2"]);
});

test("a quote that never closes is told where it begins; the rows before it count", () => {
  const { value, problems } = parseParties('id,name,kind\na,A,company\nb,"B,company\nc,C,company\n', "parties.csv");
  assert.deepEqual(
    value.map(({ id }) => id),
    ["a"],
  );
  assert.deepEqual(
    problems.map(({ code, place }) => [code, place && placeText(place)]),
    [["bad-register", "parties.csv:3"]],
  );
  assert.deepEqual(places('id,name,kind\na,"A,company'), ["parties.csv:2"]);
});

test("an id that is used twice keeps its first row", () => {
  const { value, problems } = parseParties("id,name,kind\na,A,company\na,B,company\n", "parties.csv");
  assert.deepEqual(
    value?.map(({ name }) => name),
    ["A"],
  );
  assert.deepEqual(
    problems.map(({ code }) => code),
    ["register-id-twice"],
  );
});

test("cells hold commas, quotes and lists", () => {
  const { value } = parseParties('id,name,kind,aliases\na,"A, ""the"" Inc.",company,A1 | A2|\n', "parties.csv");
  assert.equal(value?.[0]?.name, 'A, "the" Inc.');
  assert.deepEqual(value?.[0]?.aliases, ["A1", "A2"]);
});
