import assert from "node:assert/strict";
import { test } from "node:test";
import { DOMParser } from "linkedom";
import type { ClaimId, DealId, PartyId } from "../model/id.ts";
import { gexfOf, graphmlOf } from "./network-graph.ts";
import type { NetworkCompany, NetworkLink } from "./network-rows.ts";

const company = (party: string, kind: string | null): NetworkCompany => ({
  ...{ party: party as PartyId, kind },
  ...{ pays: null, gets: null, links: 1, rank: 0 },
});
const link = (over: Partial<NetworkLink>): NetworkLink =>
  ({
    ...{ from: "a" as PartyId, to: "b" as PartyId, layer: "money", commodity: "USD", text: "", status: "signed" },
    amount: { low: 1_000_000_000_00, high: null },
    deal: { id: "deal-1" as DealId, claims: ["c-1", "c-2"] as unknown as ClaimId[] },
    taken: [],
    ...over,
  }) as NetworkLink;
const input = {
  companies: [company("a", "lab"), company("b", null)],
  links: [
    link({}),
    link({ layer: "rights", commodity: null, amount: null, status: "talks" }),
    link({ to: null, status: "completed" }),
  ],
  nameOf: (party: PartyId) => `<${party}> & "Co"`,
  about: "signed & firmer",
};

for (const [form, text, edge] of [
  ["GEXF", gexfOf(input), "edge"],
  ["GraphML", graphmlOf(input), "edge"],
] as const) {
  test(`${form} has every company and every link with two sides, an open end left out, and is strict XML`, () => {
    const parsed = new DOMParser().parseFromString(text, "text/xml");
    assert.equal(parsed.querySelectorAll("node").length, 2);
    assert.equal(parsed.querySelectorAll(edge).length, 2);
    assert.ok(text.includes("1000000000.00") && text.includes("c-1 c-2") && !text.includes("NaN"));
    assert.ok(text.includes("&lt;a&gt; &amp; &quot;Co&quot;") && !/&(?!amp;|lt;|gt;|quot;)/.test(text));
  });
}
