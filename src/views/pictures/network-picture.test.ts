import assert from "node:assert/strict";
import { test } from "node:test";
import { post } from "../../deals/post.ts";
import { settle } from "../../deals/settle.ts";
import { parties, plain, told } from "../../deals/testimony.test-kit.ts";
import type { Testimony } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import { lineage, type Party, partyOf } from "../../model/party.ts";
import { circlesOf } from "../circles.ts";
import { moneyLinks } from "../money-links.ts";
import { layers, networkLinks } from "../network-rows.ts";
import { readWindow } from "../window.ts";
import { along, head, overlaps } from "./drawing.ts";
import { insideOf, type NetworkPictureInput, networkDrawing } from "./network-drawing.ts";
import { networkPicture } from "./network-picture.ts";
import { networkScene } from "./network-scene.ts";
import { assertWellFormed } from "./well-formed.test-kit.ts";

const kinds = ["lab", "cloud", "chipmaker", "investor", "enterprise"];
const hostile = 'A & B <script>"x"</script>\u202e\u0000';

function inputOf(
  testimonies: readonly Testimony[],
  known: ReadonlyMap<PartyId, Party>,
  nameOf = (party: PartyId): string => party,
): NetworkPictureInput {
  const { deals } = settle(testimonies, { ...plain, parties: known });
  const ledger = post(deals, { assumptions: [], priceOf: () => null });
  const shown = (party: PartyId): PartyId => lineage(party, known).at(-1)!;
  const links = networkLinks(deals, ledger, { firmness: "talks", shown, layers: new Set(layers), about: null });
  const money = moneyLinks(deals, ledger, { firmness: "talks", window: readWindow("2026")!, shown });
  const byId = new Map(testimonies.map((each) => [each.claim.id, each]));
  const { circles } = circlesOf(money, money, deals, byId, { shown, maxLength: 5 });
  const everLinked = links.flatMap(({ from, to }): [PartyId, PartyId][] => (from && to ? [[from, to]] : []));
  return {
    links,
    circles,
    everLinked,
    parties: known,
    nameOf,
    subtitle: "talks and firmer",
    sources: ["Sources: 06 (9 claims)", "data 0123"],
  };
}

/** Books made from a seed: companies of all kinds, with deals of all kinds and statuses. */
function generated(seed: number): NetworkPictureInput {
  let state = seed * 2654435761;
  const next = (most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const companies = Array.from({ length: 6 + next(14) }, (_, index) =>
    partyOf(`company-${index}`, `Company ${index}`, kinds[next(kinds.length)]!),
  );
  const testimonies = Array.from({ length: 8 + next(30) }, (_, index) => {
    const [from, to] = [companies[next(companies.length)]!.id, companies[next(companies.length)]!.id];
    const status = (["talks", "announced", "signed", "completed"] as const)[next(4)]!;
    const amount = next(5) === 0 ? {} : { amount: `${["", ">=", "<="][next(3)]}${1 + next(300)}bn` };
    if (from === to) return [];
    return next(2) === 0
      ? told(`d${index}`, { roles: { investor: from, investee: to }, status, ...amount })
      : told(`d${index}`, { kind: "chip-supply", roles: { customer: from, vendor: to }, status, ...amount });
  }).flat();
  return inputOf(testimonies, new Map(companies.map((party) => [party.id, party])), (party) =>
    party.endsWith("3") ? hostile : party,
  );
}

const example = inputOf(
  [
    told("a", { roles: { investor: "amazon", investee: "openai" }, amount: ">=10bn", status: "talks" }),
    told("b", {
      kind: "compute-contract",
      roles: { customer: "openai", provider: "aws" },
      amount: "38bn",
      status: "signed",
      period: "2025-11 for 7",
    }),
    told("c", { kind: "stake", roles: { holder: "microsoft", company: "openai" }, amount: "27%", status: "completed" }),
  ],
  new Map([...parties, ["openai" as PartyId, partyOf("openai", "OpenAI", "lab")]]),
);

test("the page gets companies by the dollars that they give and get, those without any last", () => {
  const dealt = inputOf(
    [
      told("a", { kind: "compute-contract", roles: { customer: "openai", provider: "oracle" }, amount: "300bn" }),
      told("b", { roles: { investor: "nvidia", investee: "openai" }, amount: "100bn" }),
      told("c", { roles: { investor: "nvidia", investee: "anthropic" }, amount: "10bn" }),
      told("d", { kind: "chip-supply", roles: { customer: "meta", vendor: "nvidia" } }),
    ],
    new Map(),
  );
  const { nodes, byDollars } = networkScene(networkDrawing(dealt), dealt);
  // 300 + 100, 300, 100 + 10, 10, none.
  assert.deepEqual(
    byDollars.map((node) => nodes[node]!.party),
    ["openai", "oracle", "nvidia", "anthropic", "meta"],
  );
});

test("a head lies at the receiver: its tip at the border, its back on the side of the giver", () => {
  for (const input of [example, ...Array.from({ length: 50 }, (_, seed) => generated(seed))]) {
    const { arcs, nodes } = networkDrawing(input);
    for (const arc of arcs) {
      const [from, to] = [arc.from, arc.to].map((party) => nodes.find((node) => node.party === party)!);
      const [tip, left, right] = head(arc.curve, 10);
      const near = (one: { x: number; y: number }, other: { x: number; y: number }): number =>
        Math.hypot(one.x - other.x, one.y - other.y);
      assert.ok(near(tip, to!.centre) < near(tip, from!.centre));
      assert.ok(near(left, to!.centre) + near(right, to!.centre) > 2 * near(tip, to!.centre) - 12);
      // A pixel further and it would be inside.
      const ahead = {
        x: tip.x + (tip.x - (left.x + right.x) / 2) / 5,
        y: tip.y + (tip.y - (left.y + right.y) / 2) / 5,
      };
      assert.ok(insideOf(to!)(ahead) && !insideOf(from!)(tip), `${arc.from} ${arc.to}`);
    }
  }
});

test("width is 1.5 + 1.35 √bn of the low end, 18 at the most; another unit and no amount are thin", () => {
  const { arcs } = networkDrawing(example);
  const strokes = Object.fromEntries(
    arcs.map(({ from, layer, stroke }) => [`${from} ${layer}`, Math.round(stroke * 1000) / 1000]),
  );
  assert.equal(strokes["amazon money"], Math.round((1.5 + 1.35 * Math.sqrt(10)) * 1000) / 1000);
  assert.equal(strokes["openai money"], Math.round((1.5 + 1.35 * Math.sqrt(38)) * 1000) / 1000);
  assert.equal(strokes["microsoft owns"], 4);
});

test("an arc within a column goes around the companies between its ends, and none leaves the picture", () => {
  let around = 0;
  for (const input of [example, ...Array.from({ length: 50 }, (_, seed) => generated(seed))]) {
    const { arcs, nodes, width } = networkDrawing(input);
    const centreOf = new Map(nodes.map(({ party, centre }) => [party, centre]));
    for (const { from, to, curve } of arcs) {
      const [begin, end] = [centreOf.get(from)!, centreOf.get(to)!];
      const way = Array.from({ length: 41 }, (_, step) => along(curve, step / 40));
      for (const { x } of way) assert.ok(x > 0 && x < width, `${from} ${to}`);
      if (begin.x !== end.x) continue;
      for (const node of nodes) {
        const { x, y } = node.centre;
        if (x !== begin.x || y <= Math.min(begin.y, end.y) || y >= Math.max(begin.y, end.y)) continue;
        around++;
        assert.ok(!way.some(insideOf(node)), `${from} ${to} over ${node.party}`);
      }
    }
  }
  assert.ok(around > 20);
});

test("no label overlaps another or a company, and every mark has its claims", () => {
  let labels = 0;
  for (const input of [example, ...Array.from({ length: 50 }, (_, seed) => generated(seed))]) {
    const drawing = networkDrawing(input);
    labels += drawing.labels.length;
    for (const [index, label] of drawing.labels.entries()) {
      assert.ok(label.x >= 0 && label.x + label.width <= drawing.width);
      for (const other of drawing.labels.slice(index + 1)) assert.ok(!overlaps(label, other));
      for (const { centre } of drawing.nodes)
        assert.ok(!overlaps(label, { x: centre.x - 40, y: centre.y - 24, width: 80, height: 48 }));
    }
    assert.equal(drawing.labels.length + drawing.unlabelled, drawing.arcs.length);
    for (const { claims, deals } of drawing.arcs) assert.ok(claims.length > 0 && deals.length > 0);
    const drawn =
      drawing.arcs.flatMap(({ deals }) => deals).length +
      [...drawing.notDrawn.values()].reduce((sum, count) => sum + count, 0);
    assert.ok(drawn >= new Set(input.links.map(({ deal }) => deal.id)).size);
  }
  assert.ok(labels > 500, String(labels));
});

test("arcs of a circle have a halo, those of no circle none", () => {
  const { arcs } = networkDrawing(example);
  assert.deepEqual(
    arcs.map(({ from, layer, circle }) => [from, layer, circle]),
    [
      ["amazon", "money", 1],
      ["microsoft", "owns", null],
      ["openai", "money", 1],
    ],
  );
});

test("a company keeps its place whatever is shown of it", () => {
  const all = networkDrawing(example);
  const some = networkDrawing({ ...example, links: example.links.filter(({ layer }) => layer === "owns") });
  for (const { party, centre } of some.nodes)
    assert.deepEqual(all.nodes.find((node) => node.party === party)!.centre, centre);
});

test("the same data are the same bytes; they are strict XML with the sources line inside, and hostile names are words", () => {
  for (const seed of [1, 2, 3]) {
    const svg = networkPicture(generated(seed));
    assert.equal(svg, networkPicture(generated(seed)));
    assertWellFormed(svg);
    assert.ok(svg.includes("Sources: 06 (9 claims)") && svg.includes("Not drawn:"));
    assert.ok(!/<script|<marker|NaN|undefined/.test(svg));
  }
  assertWellFormed(networkPicture({ ...example, links: [], circles: [] }));
});
