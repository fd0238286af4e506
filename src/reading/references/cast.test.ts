import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { documentOf } from "../../model/document.ts";
import type { PartyId } from "../../model/id.ts";
import { partyOf } from "../../model/party.ts";
import { prepare } from "../analyse.ts";
import { byRules } from "../learned/reader-networks.ts";
import { nameIndex } from "../names.ts";
import { describeParties } from "../parties/descriptions.ts";
import { findMentions } from "../parties/find-mentions.ts";
import { resolveReferences } from "../references.ts";
import { castOf, since } from "./cast.ts";

const index = nameIndex({
  parties: [partyOf("openai", "OpenAI", "lab"), partyOf("nvidia", "Nvidia", "chipmaker")],
  chips: [],
});

test("who is mentioned most leads the cast; each player knows where it is spoken of and where it leads", () => {
  const { read, names } = prepare(
    documentOf("OpenAI grew. It bought chips from Nvidia. Nvidia was glad."),
    index,
    () => false,
  );
  const defined = findMentions(read, names, { ordinary: () => true, odds: () => 0 });
  resolveReferences(read, defined, names, describeParties(read, names), null, byRules);
  const { leading, players } = castOf(read);
  assert.deepEqual(leading, ["openai", "nvidia"]);
  assert.deepEqual(players.get("openai" as PartyId), { times: 2, mentioned: [0, 1], named: [0], leading: [0, 1] });
  assert.deepEqual(players.get("nvidia" as PartyId), { times: 2, mentioned: [1, 2], named: [1, 2], leading: [2] });
});

test("how far back a place lies is counted to the last one before", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50)), fc.nat(60), (places, number) => {
      const sorted = [...places].sort((a, b) => a - b);
      const before = sorted.filter((place) => place < number);
      assert.equal(since(sorted, number), before.length === 0 ? null : number - before.at(-1)!);
    }),
  );
});
