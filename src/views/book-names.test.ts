import assert from "node:assert/strict";
import { test } from "node:test";
import type { DocumentId, PartyId } from "../model/id.ts";
import { bookNames } from "./book-names.ts";

const first = "aaaa000000" as DocumentId;
const second = "bbbb000000" as DocumentId;
const documents = [
  { id: first, file: "documents/02-later.md" },
  { id: second, file: "documents/01-talks.md" },
];
const numbers = new Map([
  [first, "01"],
  [second, "02"],
]);
const zeta = "zeta" as PartyId;
const names = bookNames(
  { parties: [], chips: [], offers: [] },
  { parties: [zeta], names: new Map([[zeta, "Zeta Labs"]]), documents },
  numbers,
);

test("a document goes by its number, with and without zeros, whatever numbers its file has", () => {
  const { known } = names;
  assert.deepEqual(
    [known.documents.get("01"), known.documents.get("1"), known.documents.get("02")],
    [first, first, second],
  );
  assert.deepEqual([names.document(second), names.document("cccc000000" as DocumentId)], ["02", "cccc0000"]);
});

test("a party that no register holds goes by its id and by its name in the text", () => {
  assert.deepEqual([names.known.parties.get("zeta"), names.known.parties.get("zeta labs")], [zeta, zeta]);
  assert.equal(names.party(zeta), "Zeta Labs");
});
