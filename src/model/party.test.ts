import assert from "node:assert/strict";
import { test } from "node:test";
import { parseDay } from "./day.ts";
import type { PartyId } from "./id.ts";
import { lineage, partiesOn, partyOf } from "./party.ts";

test("a company that was bought on a day stands alone until then", () => {
  const bought = [
    partyOf("spacex", "SpaceX", "enterprise"),
    partyOf("xai", "xAI", "lab", { parent: "spacex" as PartyId, parentFrom: parseDay("2026-02-02") }),
  ];
  const groupOn = (day: string | null) =>
    lineage("xai" as PartyId, partiesOn(bought, day === null ? null : parseDay(day))).at(-1);
  assert.deepEqual(["2025-12-17", "2026-02-02", null].map(groupOn), ["xai", "spacex", "spacex"]);
});
