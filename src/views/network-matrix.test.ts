import assert from "node:assert/strict";
import { test } from "node:test";
import type { LinkCard, NetworkCompanyCard } from "./network-answers.ts";
import { networkMatrix } from "./network-matrix.ts";

const link = (party: string | null, text: string): LinkCard => ({
  ...{ party, other: party ?? "nobody named", text, layer: "money", status: "signed" },
  ...{ differs: false, deal: "deal-1", claims: ["c-1"] },
});
const company = (party: string, gives: LinkCard[], receives: LinkCard[]): NetworkCompanyCard => ({
  ...{ party, name: party.toUpperCase(), kind: null, pays: "", gets: "", gives, receives },
});

// a gives b twice and somebody who is not named; b gives a; somebody gives c.
const companies = [
  company("a", [link("b", "one"), link("b", "two"), link(null, "three")], [link("b", "four")]),
  company("b", [link("a", "four")], [link("a", "one"), link("a", "two")]),
  company("c", [], [link(null, "five")]),
];

test("each link stands once, in the row of its giver and the column of its receiver", () => {
  const { givers, receivers, at, more } = networkMatrix(companies, 10);
  assert.deepEqual(
    givers.map(({ party }) => party),
    ["a", "b", null],
  );
  assert.deepEqual(
    receivers.map(({ party }) => party),
    ["a", "b", "c", null],
  );
  const told = givers.map((giver) =>
    receivers.map((receiver) =>
      at(giver, receiver)
        .map(({ text }) => text)
        .join(" "),
    ),
  );
  assert.deepEqual(told, [
    ["", "one two", "", "three"],
    ["four", "", "", ""],
    ["", "", "five", ""],
  ]);
  assert.equal(more, 0);
});

test("where there is no room for a company its links stand nowhere, and it is counted", () => {
  const { givers, receivers, more } = networkMatrix(companies, 1);
  assert.deepEqual(
    [givers, receivers].map((sides) => sides.map(({ name }) => name)),
    [["A"], ["nobody named"]],
  );
  assert.equal(more, 2);
});
