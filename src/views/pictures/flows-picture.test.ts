import assert from "node:assert/strict";
import { test } from "node:test";
import { post } from "../../deals/post.ts";
import { settle } from "../../deals/settle.ts";
import { parties, plain, told } from "../../deals/testimony.test-kit.ts";
import type { Testimony } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import { type Party, partyOf } from "../../model/party.ts";
import type { FlowsAsked } from "../flows-view.ts";
import { flowsPictureInput, flowsView } from "../flows-view.ts";
import { readWindow } from "../window.ts";
import { overlaps, type Point } from "./drawing.ts";
import { head } from "./flows-bands.ts";
import { flowsDrawing } from "./flows-drawing.ts";
import { flowsPicture, walkOf } from "./flows-picture.ts";
import { flowSize } from "./flows-places.ts";
import { type FlowsPictureInput, mostRibbons } from "./flows-ribbons.ts";
import { assertWellFormed } from "./well-formed.test-kit.ts";

const kinds = ["lab", "cloud", "chipmaker", "investor", "enterprise", "stranger"];
const hostile = 'A & B <script>"x"</script>\u202e\u0000';
const usual: FlowsAsked = {
  firmness: "talks",
  by: "group",
  window: readWindow("2026")!,
  basis: "due",
  unit: "USD",
  about: null,
  folded: new Set(),
  order: [],
};

function inputOf(
  testimonies: readonly Testimony[],
  known: ReadonlyMap<PartyId, Party>,
  asked: Partial<FlowsAsked> = {},
  nameOf = (party: PartyId): string => known.get(party)?.name ?? party,
): FlowsPictureInput {
  const { deals } = settle(testimonies, { ...plain, parties: known });
  const ledger = post(deals, { assumptions: [], priceOf: () => null });
  const byId = new Map(testimonies.map((each) => [each.claim.id, each]));
  const posted = { deals, ledger, parties: known, testimonies: byId };
  const all = { ...usual, ...asked };
  const names = { party: nameOf, document: () => "06" };
  const made = { asOf: null, knownOn: null, data: "0123", version: "0.1.0" };
  return flowsPictureInput(flowsView(posted, all), posted, all, names, made);
}

/** Books made from a seed: companies of all kinds, with dated deals of all kinds and statuses, a side missing here and there. */
function generated(seed: number, asked: Partial<FlowsAsked> = {}): FlowsPictureInput {
  let state = seed * 2654435761;
  const next = (most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const companies = Array.from({ length: 5 + next(14) }, (_, index) =>
    partyOf(`company-${index}`, `Company ${index}`, kinds[next(kinds.length)]!),
  );
  const testimonies = Array.from({ length: 6 + next(50) }, (_, index) => {
    const [from, to] = [companies[next(companies.length)]!.id, companies[next(companies.length)]!.id];
    const status = (["talks", "announced", "signed", "completed"] as const)[next(4)]!;
    const amount = next(6) === 0 ? {} : { amount: `${["", ">=", "<="][next(3)]}${1 + next(300)}bn` };
    const period = next(4) === 0 ? {} : { period: ["2026-03", "2025-11-03 for 7", "2026-06"][next(3)]! };
    if (from === to) return [];
    const fields = { status, ...amount, ...period };
    if (next(2) === 0) return told(`d${index}`, { roles: { investor: from, investee: to }, ...fields });
    return told(`d${index}`, { kind: "compute-contract", roles: { customer: from, provider: to }, ...fields });
  }).flat();
  return inputOf(testimonies, new Map(companies.map((party) => [party.id, party])), asked, (party) =>
    party.endsWith("3") ? hostile : party,
  );
}

const books: readonly FlowsPictureInput[] = Array.from({ length: 40 }, (_, seed) =>
  generated(seed, {
    basis: seed % 2 === 0 ? "due" : "whole",
    by: (["group", "unit", "role"] as const)[seed % 3]!,
    ...(seed % 5 === 0 ? { folded: new Set(["company-1", "company-2"] as PartyId[]) } : {}),
  }),
);

const withKinds = new Map([
  ...parties,
  ["openai" as PartyId, partyOf("openai", "OpenAI", "lab")],
  ["amazon" as PartyId, partyOf("amazon", "Amazon", "cloud")],
  ["aws" as PartyId, partyOf("aws", "AWS", "cloud", { parent: "amazon" as PartyId })],
  ["nvidia" as PartyId, partyOf("nvidia", "Nvidia", "chipmaker")],
]);
const circle = [
  told("a", {
    roles: { investor: "amazon", investee: "openai" },
    amount: ">=10bn",
    status: "talks",
    period: "2026-03",
  }),
  told("b", {
    kind: "compute-contract",
    roles: { customer: "openai", provider: "aws" },
    amount: "38bn",
    status: "signed",
    period: "2025-11-03 for 7",
  }),
];
const undatedCircle = [
  told("a", { roles: { investor: "amazon", investee: "openai" }, amount: ">=10bn", status: "talks" }),
  circle[1]!,
];

test("widths are in proportion to the amounts, at one scale, one pixel at the least; lanes are 14 at the most", () => {
  let bands = 0;
  for (const input of [inputOf(circle, withKinds), ...books]) {
    const drawing = flowsDrawing(input);
    for (const { ribbon, thickness } of drawing.bands) {
      bands++;
      if (ribbon.amount === null) assert.equal(thickness, flowSize.openBand);
      else assert.ok(Math.abs(thickness - Math.max(1, ribbon.size * drawing.scale)) < 1e-9);
    }
    for (const { ribbon, thickness } of drawing.lanes)
      if (ribbon?.amount) assert.equal(thickness, Math.min(14, Math.max(1, ribbon.size * drawing.scale)));
  }
  assert.ok(bands > 200, String(bands));
});

test("the width is the low end; of what is only up to something its ceiling", () => {
  const input = inputOf(
    [
      told("a", {
        roles: { investor: "nvidia", investee: "openai" },
        amount: "<=20bn",
        status: "announced",
        period: "2026-03",
      }),
      told("b", {
        roles: { investor: "amazon", investee: "openai" },
        amount: ">=10bn",
        status: "talks",
        period: "2026-03",
      }),
    ],
    withKinds,
  );
  const sizes = flowsDrawing(input).bands.map(({ ribbon, thickness }) => [ribbon.from, thickness] as const);
  const [nvidia, amazon] = ["nvidia", "amazon"].map((party) => sizes.find(([from]) => from === party)![1]);
  assert.ok(Math.abs(nvidia! - 2 * amazon!) < 1e-9);
});

test("ribbons leave the right of their giver and reach the left of their receiver, within both bars, and none overlaps another there", () => {
  for (const input of [inputOf(circle, withKinds), ...books]) {
    const { nodes, bands, lanes } = flowsDrawing(input);
    const at = new Map(nodes.map((node) => [node.key, node]));
    const spans = new Map<string, [number, number][]>();
    for (const { ribbon, middles, thickness } of bands) {
      const [from, to] = [at.get(ribbon.from)!, at.get(ribbon.to)!];
      const [first, last] = [middles[0]!, middles.at(-1)!];
      assert.equal(first.x, from.x + from.width);
      assert.equal(last.x, to.x);
      assert.ok(first.x < last.x);
      for (const [node, end, key] of [
        [from, first, `${ribbon.from} out`],
        [to, last, `${ribbon.to} in`],
      ] as const) {
        assert.ok(end.y - thickness / 2 >= node.y - 1e-6 && end.y + thickness / 2 <= node.y + node.height + 1e-6);
        spans.set(key, [...(spans.get(key) ?? []), [end.y - thickness / 2, end.y + thickness / 2]]);
      }
      // The head's tip is at the receiver, its back on the side of the giver.
      const [tip, upper, lower] = head(last);
      assert.ok(tip!.x === to.x && upper!.x < tip!.x && lower!.x < tip!.x);
    }
    for (const { ribbon, owned, from, to, under, right, left } of lanes) {
      const ends = ribbon ?? owned!;
      const [giver, receiver] = [at.get(ends.from)!, at.get(ends.to)!];
      assert.ok(from.x === giver.x + giver.width && to.x === receiver.x);
      assert.ok(right > from.x && left < to.x);
      for (const { y, height } of nodes) assert.ok(under > y + height, "lanes run under everything");
    }
    for (const own of spans.values()) {
      own.sort(([one], [other]) => one - other);
      for (const [index, [start]] of own.entries()) if (index > 0) assert.ok(start >= own[index - 1]![1] - 1e-6);
    }
  }
});

test("no label overlaps another, a company or its name; none is cut; every mark has its claims", () => {
  let labels = 0;
  for (const input of [inputOf(circle, withKinds), ...books]) {
    const drawing = flowsDrawing(input);
    labels += drawing.labels.length;
    for (const [index, label] of drawing.labels.entries()) {
      assert.ok(label.x >= 0 && label.x + label.width <= drawing.width && label.y + label.height < drawing.height);
      for (const other of drawing.labels.slice(index + 1)) assert.ok(!overlaps(label, other));
      for (const node of drawing.nodes) assert.ok(!overlaps(label, node) && !overlaps(label, node.nameBox));
    }
    for (const { label, claims } of drawing.lanes) {
      assert.ok(label.x >= 0 && label.x + label.width <= drawing.width);
      assert.ok(claims.length > 0);
    }
    for (const { nameBox } of drawing.nodes) assert.ok(nameBox.x >= 0 && nameBox.x + nameBox.width <= drawing.width);
    for (const { ribbon } of drawing.bands) assert.ok(ribbon.claims.length > 0);
    const svg = flowsPicture(input);
    const flows = [...svg.matchAll(/<g data-flow="[^"]*" data-claims="([^"]*)"/g)];
    assert.equal(flows.length, drawing.bands.length + drawing.lanes.length);
    for (const [, claims] of flows) assert.match(claims!, /^c-/);
    assert.equal(walkOf(drawing).length, flows.length);
  }
  assert.ok(labels > 200);
});

test("at most 25 ribbons are drawn, the largest; the rest is told with its number", () => {
  let folded = 0;
  for (const input of books) {
    const drawing = flowsDrawing(input);
    const drawn = [...drawing.bands, ...drawing.lanes].flatMap(({ ribbon }) => ribbon ?? []);
    assert.ok(drawn.length <= mostRibbons);
    if (drawing.smaller.length === 0) continue;
    folded++;
    const least = Math.min(...drawn.filter(({ amount }) => amount !== null).map(({ size }) => size));
    for (const row of drawing.smaller) assert.ok((row[input.basis].low || row[input.basis].high || 0) <= least);
    assert.ok(flowsPicture(input).includes(`${drawing.smaller.length} smaller than the ${mostRibbons}`));
  }
  assert.ok(folded > 0);
});

test("a circle of two comes back in a lane: the arc of fewer dollars, with its number and what could be the same money", () => {
  const { bands, lanes } = flowsDrawing(inputOf(circle, withKinds, { basis: "whole" }));
  assert.deepEqual(
    bands.map(({ ribbon: { from, to, circles } }) => [from, to, circles]),
    [["openai", "amazon", [1]]],
  );
  assert.equal(lanes.length, 1);
  assert.equal(lanes[0]!.ribbon!.from, "amazon");
  assert.match(lanes[0]!.text, /^Amazon → OpenAI: invests ≥ \$10bn · C1 · \$10bn–\$38bn could be the same money$/);
});

test("by unit it closes because AWS belongs to Amazon: a dotted lane with that reason", () => {
  const input = inputOf(circle, withKinds, { by: "unit" });
  const { bands, lanes } = flowsDrawing(input);
  assert.deepEqual(bands.map(({ ribbon: { from, to } }) => `${from} ${to}`).sort(), ["amazon openai", "openai aws"]);
  assert.deepEqual(
    lanes.map(({ owned, text }) => [owned!.from, owned!.to, text]),
    [["aws", "amazon", "AWS belongs to Amazon · C1 · $5.429bn could be the same money"]],
  );
});

test("the link of a circle that has no day is drawn as open, without a width of its own, and says so", () => {
  const input = inputOf(undatedCircle, withKinds);
  const [lane] = flowsDrawing(input).lanes;
  assert.equal(lane!.ribbon!.amount, null);
  assert.match(lane!.text, /funds ≥ \$10bn, no day in this window/);
  assert.match(flowsPicture(input), /Not drawn: 1 without a day, so in no window \(Amazon → OpenAI ≥ \$10bn\)/);
});

test("falling due is seven years spread evenly, and told as taken for granted; whole contracts are hatched outside of the window", () => {
  const due = flowsPicture(inputOf([circle[1]!], withKinds));
  assert.match(due, /\$5\.429bn of \$38bn \[A1\]/);
  assert.match(due, /A1: spread evenly by calendar month/);
  assert.ok(!due.includes('fill="url(#hatch'));
  const whole = inputOf([circle[1]!], withKinds, { basis: "whole" });
  const { ribbon } = flowsDrawing(whole).bands[0]!;
  assert.ok(Math.abs(ribbon.within - 12 / 84) < 0.001);
  assert.match(flowsPicture(whole), /fill="url\(#hatch-[0-9a-f]{8}\)"/);
});

test("the other side of a lab is told: no claim in this corpus, or how many deals are not drawn", () => {
  const alone = flowsDrawing(inputOf([circle[1]!], withKinds)).stubs.map(({ lines }) => lines.join(" "));
  assert.deepEqual(alone, ["More from OpenAI: no claim in this corpus", "To OpenAI: no claim in this corpus"]);
  const more = flowsDrawing(
    inputOf(
      [circle[1]!, told("c", { roles: { investor: "nvidia", investee: "openai" }, status: "talks", amount: "5bn" })],
      withKinds,
    ),
  ).stubs.map(({ lines }) => lines.join(" "));
  assert.equal(more[1], "To OpenAI: 1 deal, not drawn");
});

test("what is told of another side touches no ribbon, lane, company, name or word; what has no room there is told below the picture", () => {
  let [told, without] = [0, 0];
  for (const [seed, input] of [
    inputOf(circle, withKinds),
    inputOf(circle, withKinds, { by: "unit" }),
    ...books,
  ].entries()) {
    const drawing = flowsDrawing(input);
    const { stubs, nodes, labels, lanes, bands } = drawing;
    told += stubs.length;
    without += drawing.without.length;
    for (const [index, { box, lines }] of stubs.entries()) {
      const said = `book ${seed}: ${lines.join(" ")}`;
      assert.ok(box.x >= 0 && box.x + box.width <= drawing.width && box.y + box.height <= drawing.height, said);
      const solid = [...nodes, ...nodes.map(({ nameBox }) => nameBox), ...labels, ...lanes.map(({ label }) => label)];
      for (const other of [...solid, ...stubs.slice(index + 1).map((stub) => stub.box)])
        assert.ok(!overlaps(box, other), said);
      for (const { x, y } of [...bands.flatMap(inkOfBand), ...lanes.flatMap(inkOfLane)])
        assert.ok(x < box.x || x > box.x + box.width || y < box.y || y > box.y + box.height, said);
    }
    const lines = flowsPicture(input).replace(/<\/text><text[^>]*>/g, " ");
    for (const text of drawing.without) assert.ok(lines.includes(text.split(" ", 2).join(" ")), text);
  }
  assert.ok(told > 50 && without < told / 3, `${told} beside companies, ${without} below`);
});

/** Places all over a band, with its halo: each step is a cubic curve that is level at both ends. */
function inkOfBand({ middles, thickness, ribbon }: ReturnType<typeof flowsDrawing>["bands"][number]): Point[] {
  const half = (thickness + (ribbon.circles.length > 0 ? 8 : 0)) / 2;
  return middles.slice(1).flatMap((to, index) => {
    const from = middles[index]!;
    return Array.from({ length: 161 }, (_, at) => {
      const t = at / 160;
      const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
      const x = a * from.x + ((b + c) * (from.x + to.x)) / 2 + d * to.x;
      const y = (a + b) * from.y + (c + d) * to.y;
      return Array.from({ length: 1 + Math.ceil(half) }, (_each, part) => {
        const off = (half * part) / Math.ceil(half);
        return [
          { x, y: y - off },
          { x, y: y + off },
        ];
      }).flat();
    }).flat();
  });
}

function inkOfLane({ from, to, right, left, under }: ReturnType<typeof flowsDrawing>["lanes"][number]): Point[] {
  const way = [from, { x: right, y: from.y }, { x: right, y: under }, { x: left, y: under }, { x: left, y: to.y }, to];
  return way.slice(1).flatMap((end, index) => {
    const begin = way[index]!;
    return Array.from({ length: 201 }, (_, at) => ({
      x: begin.x + ((end.x - begin.x) * at) / 200,
      y: begin.y + ((end.y - begin.y) * at) / 200,
    }));
  });
}

test("titles find what the data hold, with the verb of the status; where sources differ on it they find nothing", () => {
  const title = (testimonies: readonly Testimony[], asked: Partial<FlowsAsked> = {}): string =>
    inputOf(testimonies, withKinds, asked).title;
  assert.equal(title(circle), "Of what falls due, at most $5.429bn would be money that Amazon gave OpenAI");
  assert.equal(
    title(circle, { basis: "whole" }),
    "Of whole contracts, at most $38bn would be money that Amazon gave OpenAI",
  );
  assert.equal(title([circle[1]!]), "OpenAI must pay Amazon $5.429bn, the largest flow");
  assert.equal(title([circle[0]!]), "Amazon would pay OpenAI ≥ $10bn, the largest flow");
  assert.equal(title([], {}), "Money flows, 2026");
});

test("the same data are the same bytes; they are strict XML with the sources line inside, without styles and scripts, and hostile names are words", () => {
  for (const input of books.slice(0, 12)) {
    const svg = flowsPicture(input);
    assert.equal(svg, flowsPicture(input));
    assertWellFormed(svg);
    assert.ok(svg.includes("Sources: ") && svg.includes("Not drawn:"));
    assert.ok(!/<script|<marker|<style| style=|NaN|undefined|Infinity/.test(svg));
  }
  assertWellFormed(flowsPicture(inputOf([], withKinds)));
});
