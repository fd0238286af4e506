import assert from "node:assert/strict";
import { test } from "node:test";
import type { DocumentId, PartyId } from "../model/id.ts";
import { partyOf } from "../model/party.ts";
import { knownNames } from "./known-names.ts";

const id = (text: string): PartyId => text as PartyId;

test("a party goes by its id, its name and its aliases, in small letters; an id comes before another's alias", () => {
  const parties = [
    partyOf("aws", "Amazon Web Services", "cloud", { aliases: ["AWS"] }),
    partyOf("x", "X", "lab", { aliases: ["solvane"] }),
  ];
  const { parties: known } = knownNames(
    { parties },
    { parties: [id("solvane"), id("aws")], names: new Map([[id("solvane"), "Solvane Systems"]]), documents: [] },
  );
  const named = (text: string) => known.get(text);
  assert.deepEqual(["aws", "amazon web services", "solvane", "solvane systems", "x"].map(named), [
    "aws",
    "aws",
    "solvane",
    "solvane",
    "x",
  ]);
});

test("documents go by their short names, one without a file by its id", () => {
  const documents = [
    { id: "ab12cd34ef" as DocumentId, file: null },
    { id: "ffff" as DocumentId, file: "documents/Note.txt" },
  ];
  const { documents: known } = knownNames({ parties: [] }, { parties: [], names: new Map(), documents });
  assert.deepEqual(
    [...known],
    [
      ["ab12cd34", "ab12cd34ef"],
      ["note", "ffff"],
    ],
  );
});
