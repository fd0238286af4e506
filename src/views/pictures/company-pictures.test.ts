import assert from "node:assert/strict";
import { test } from "node:test";
import type { Testimony } from "../../model/deal.ts";
import { exposurePanel } from "../company/exposure-panel.ts";
import { ladderInput, obligationsPanel } from "../company/obligations-panel.ts";
import { ownershipPanel } from "../company/ownership-panel.ts";
import type { PanelInput } from "../company/panel.ts";
import { runwayPanel } from "../company/runway-panel.ts";
import { timePanel } from "../company/time-panel.ts";
import type { CompanyPanel } from "../company-answers.ts";
import { readLadder, usualLadder } from "../ladder-basis.ts";
import { everyCompany, example, generated } from "./company-pictures.test-kit.ts";
import { overlaps } from "./drawing.ts";
import { exposureDrawing } from "./exposure-picture.ts";
import { type Bar, ladderDrawing, ladderSize } from "./ladder-drawing.ts";
import { ladderPicture, ladderTitle } from "./ladder-picture.ts";
import { ownershipDrawing, ownershipSize } from "./ownership-drawing.ts";
import { runwayDrawing } from "./runway-picture.ts";
import { timelineDrawing } from "./timeline-picture.ts";
import { valuationDrawing, valuationSize } from "./valuation-drawing.ts";
import { assertWellFormed } from "./well-formed.test-kit.ts";

const all = everyCompany();
const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.01;

function panelsOf(input: PanelInput): CompanyPanel[] {
  return [
    ownershipPanel(input),
    obligationsPanel(input, usualLadder),
    obligationsPanel(input, { ...usualLadder, basis: "total" }),
    runwayPanel(input),
    exposurePanel(input),
    timePanel(input),
  ];
}

const lengthOf = ({ segments }: Bar): number =>
  segments.reduce((sum, { width, open, outside }) => sum + width + (open?.width ?? 0) + (outside?.width ?? 0), 0);

test("38 billion over the two years from 2026 are two bars of 19, which are as long as each other", () => {
  const input = example();
  const { blocks } = ladderDrawing({ ...ladderInput(input, usualLadder), ladder: input.view.ladder });
  assert.deepEqual(
    blocks[0]!.bars.map(({ label, total }) => [label, total]),
    [
      ["2026", "$19bn"],
      ["2027", "$19bn"],
    ],
  );
  const [one, other] = blocks[0]!.bars;
  assert.ok(near(lengthOf(one!), lengthOf(other!)));
  assert.equal(ladderTitle(ladderInput(input, usualLadder)), "openai and its units must pay $19bn in 2026 and in 2027");
});

test("what has no day is in a box of a scale of its own, in no year, and neither is a total over several deals", () => {
  const drawing = ladderDrawing(ladderInput(example(), usualLadder));
  assert.deepEqual(
    drawing.apart!.bars.map(({ label, total }) => [label, total]),
    [["oracle", "$300bn"]],
  );
  // Its scale is its own: the longest bar of the box fills it, though it is many times those above.
  assert.ok(near(lengthOf(drawing.apart!.bars[0]!), ladderSize.right - ladderSize.left));
  assert.ok(drawing.blocks.every(({ bars }) => bars.every(({ total }) => total !== "$300bn")));
  for (const input of all) {
    const { ladder } = input.view;
    const { apart } = ladderDrawing(ladderInput(input, usualLadder));
    assert.equal(apart?.bars.length ?? 0, ladder.unscheduled.length + ladder.apart.length);
  }
});

const discounted = { basis: "value", rate: 0.08, opened: 2026 } as const;

test("below a year that is opened stand its quarters on its own scale, as long together as the year", () => {
  const input = example({}, { ...usualLadder, opened: 2026 });
  const { bars } = ladderDrawing(ladderInput(input, { ...usualLadder, opened: 2026 })).blocks[0]!;
  assert.deepEqual(
    bars.map(({ label, total }) => [label, total]),
    [["2026", "$19bn"], ...["Q1", "Q2", "Q3", "Q4"].map((name) => [name, "$4.75bn"]), ["2027", "$19bn"]],
  );
  const quarters = bars.filter((bar) => bar.of === "quarter");
  assert.ok(
    near(
      quarters.map(lengthOf).reduce((one, other) => one + other),
      lengthOf(bars[0]!),
    ),
  );
});

// 24 payments of 38bn/24 on the last days of the months from January 2026, discounted in Python: 18.178 bn of 2026 and 16.831 bn of 2027.
test("a present value says its rate in title, subtitle and what was taken for granted, and what has no day says that it is not discounted", () => {
  const input = ladderInput(example({ "openai.cash": "15..40bn" }, discounted), discounted);
  assert.deepEqual(
    ladderDrawing(input)
      .blocks[0]!.bars.filter(({ year }) => year !== null)
      .map(({ label, total, cash }) => [label, total, cash]),
    [
      ["2026", "$18.18bn", null],
      ["2027", "$16.83bn", null],
    ],
  );
  assert.equal(
    ladderTitle(input),
    "openai and its units must pay $38bn on days that are known; at 8% a year that is worth $35.01bn on 2025-12-17",
  );
  const svg = ladderPicture(input);
  assert.match(svg, /at 8% a year \(actual\/365\)/);
  assert.match(svg, /\[A\d\] discounted at 8% a year, actual\/365/);
  assert.match(svg, /no day is stated, so not discounted/);
});

test("a present value without a rate draws nothing and says how to give one", () => {
  const { pictures, tables, sections } = obligationsPanel(example(), readLadder({ basis: "value" }));
  assert.deepEqual([pictures, tables], [[], []]);
  assert.match(sections[0]!.items[0]!.text, /needs the yearly rate/);
});

test("bars of one money are in proportion to what falls due, also between open ends", () => {
  for (const input of all)
    for (const basis of ["due", "total"] as const) {
      const { rows } = input.view.ladder;
      const drawing = ladderDrawing(ladderInput(input, { ...usualLadder, basis }));
      if (basis === "total") continue;
      const sums = new Map<string, number>();
      for (const { year, due } of rows) sums.set(String(year), (sums.get(String(year)) ?? 0) + (due.high ?? due.low));
      const bars = drawing.blocks.flatMap((block) => block.bars);
      assert.equal(bars.length, sums.size);
      const most = Math.max(...sums.values());
      for (const bar of bars)
        if (most > 0)
          assert.ok(
            near(lengthOf(bar), (sums.get(bar.label)! / most) * (ladderSize.right - ladderSize.yearLeft)),
            bar.label,
          );
    }
});

test("parts of an ownership bar are as wide as the shares, and fill it without overlapping", () => {
  const { bars } = ownershipDrawing(example().view.own, (party) => party);
  const whole = ownershipSize.right - ownershipSize.left;
  const shares = bars.map(({ parts }) =>
    parts.map(({ name, width }) => [name, Math.round((width / whole) * 1e4) / 1e4]),
  );
  // 27 % now; 27 · 490/500 … 27 · 500/510 after, and 10/510 … 10/500 for the money: low ends are drawn filled.
  assert.deepEqual(shares[0], [
    ["microsoft", 0.27],
    ["nobody named", 0.73],
  ]);
  assert.deepEqual(shares[1]!.slice(0, 2), [
    ["microsoft", 0.2646],
    ["amazon", 0.0196],
  ]);
  for (const input of all)
    for (const { parts } of ownershipDrawing(input.view.own, input.nameOf).bars) {
      const ends = parts.map(({ x, width, open }) => [x, x + width + (open?.width ?? 0)] as const);
      for (const [index, [from, to]] of ends.entries()) {
        assert.ok(from >= ownershipSize.left - 0.01 && to <= ownershipSize.right + 0.01, `${from} ${to}`);
        const next = ends[index + 1];
        if (next) assert.ok(to <= next[0] + 0.01);
      }
    }
});

test("no label lies over another or is cut", () => {
  let labels = 0;
  for (const input of all) {
    const boxes = [
      ...ownershipDrawing(input.view.own, input.nameOf).bars.map((bar) => ({
        own: bar.labels,
        right: ownershipSize.right,
      })),
      ...valuationDrawing(input.view.own.valuations).strips.map(({ points }) => ({
        own: points.flatMap(({ label }) => label ?? []),
        right: valuationSize.width,
      })),
    ];
    for (const { own, right } of boxes)
      for (const [index, label] of own.entries()) {
        labels++;
        assert.ok(label.x >= 0 && label.x + label.width <= right + 0.01, JSON.stringify(label));
        for (const other of own.slice(index + 1)) assert.ok(!overlaps(label, other), JSON.stringify([label, other]));
      }
  }
  assert.ok(labels > 300, String(labels));
});

test("a valuation stands at its day in the strip of its kind, as high as it is; without a day in a column that is no day", () => {
  for (const input of all) {
    const { valuations } = input.view.own;
    const drawing = valuationDrawing(valuations);
    assert.equal(drawing.strips.length, valuations.length);
    for (const [index, { kind, points, bottom, top }] of drawing.strips.entries()) {
      assert.equal(kind, valuations[index]!.kind);
      const own = valuations[index]!.valuations;
      assert.equal(points.length, own.length);
      for (const { day, value, observation } of own) {
        const point = points.find(({ claims }) => claims === observation.claims)!;
        assert.ok(near((bottom - point.y) / (bottom - top), value.told.low / drawing.most));
        assert.equal(day === null, drawing.column !== null && point.x >= drawing.column);
      }
    }
  }
});

test("bars of counterparties share one scale, and cash of years one axis with zero on it", () => {
  for (const input of all) {
    const bars = exposureDrawing({
      relations: input.view.exposure.relations,
      nameOf: (party) => party ?? "?",
    }).groups.flatMap((group) => group.bars);
    const scales = bars.flatMap(({ amount, low }) => (amount.low > 0 ? [low.width / amount.low] : []));
    for (const scale of scales) assert.ok(near(scale / scales[0]!, 1));
    const { runway } = input.view;
    if (runway.cash === null) continue;
    const { zero, bars: years } = runwayDrawing(runway);
    for (const [index, { from, to }] of years.entries()) {
      const { low, high } = runway.years[index]!.left;
      assert.ok(from <= to);
      assert.ok(low < 0 ? from < zero : from >= zero - 0.01);
      assert.ok(high < 0 ? to < zero : to >= zero - 0.01);
    }
  }
});

test("every claim is in the timeline once, at its status, and heights are counts", () => {
  for (const input of all) {
    const about = input.view.about as readonly Testimony[];
    const { cells, rows } = timelineDrawing(about);
    assert.deepEqual(cells.flatMap(({ claims }) => claims).sort(), about.map(({ claim }) => claim.id).sort());
    for (const { height, claims, status, x, width } of cells) {
      assert.ok(near(height / claims.length, cells[0]!.height / cells[0]!.claims.length));
      assert.ok(rows.some((row) => row.status === status));
      assert.ok(x >= 0 && x + width <= 680);
    }
  }
});

test("every mark opens claims, and the same data are the same bytes of strict XML with their sources inside", () => {
  let marks = 0;
  for (const input of all)
    for (const { name, pictures } of panelsOf(input))
      for (const svg of pictures) {
        assertWellFormed(svg);
        assert.match(svg, /Sources: /);
        assert.match(svg, /Not drawn: /);
        assert.ok(!/<script|<marker|<style|style=|NaN|undefined|Infinity/.test(svg), name);
        for (const [, claims] of svg.matchAll(/data-claims="([^"]*)"/g)) {
          marks++;
          for (const claim of claims!.split(" ").filter(Boolean))
            assert.ok(
              [...input.book.testimonies.keys()].some((id) => id === claim),
              claim,
            );
        }
      }
  assert.ok(marks > 1000, String(marks));
  for (const seed of [1, 2, 3])
    assert.deepEqual(
      panelsOf(generated(seed)).map(({ pictures }) => pictures),
      panelsOf(generated(seed)).map(({ pictures }) => pictures),
    );
});

test("without cash there is no runway and no curve: what was found instead, and the line that makes one", () => {
  const without = runwayPanel(example());
  assert.deepEqual(without.pictures, []);
  assert.equal(without.sections[0]!.items.at(-1)!.command, 'capstack assume openai.cash 15..40bn --because "…"');
  assert.equal(runwayPanel(example({ "openai.cash": "15..40bn" })).pictures.length, 1);
});
