import assert from "node:assert/strict";
import { test } from "node:test";
import { seededNetwork } from "../../../bench/seeded-network.ts";
import { along, type Point } from "../../views/pictures/drawing.ts";
import { networkDrawing } from "../../views/pictures/network-drawing.ts";
import { networkPicture } from "../../views/pictures/network-picture.ts";
import { type NetworkScene, networkScene } from "../../views/pictures/network-scene.ts";
import { distanceTo, networkHits } from "./network-hits.ts";
import { networkMarks } from "./network-marks.ts";
import { type Pen, paintNetwork } from "./paint-network.ts";
import { arcSays, claimsOfArc, inkOf } from "./scene-words.ts";
import { fitted, seenPart, showing, toPicture, toScreen, within, zoomed } from "./viewport.ts";

const seeds = [1, 2, 3, 4, 5];
const inputOf = (seed: number) => seededNetwork(20 + seed * 9, 60 + seed * 40, seed);

/** A line or a filled shape as a canvas was told to draw it. */
interface Drawn {
  readonly is: "line" | "shape";
  readonly hue: string;
  readonly width: number;
  readonly dash: string;
  readonly alpha: number;
  readonly path: string;
}

/** Writes down what is drawn with it. */
function writingPen(): { readonly pen: Pen; readonly drawn: Drawn[]; readonly words: string[] } {
  const [drawn, words]: [Drawn[], string[]] = [[], []];
  let paths: string[] = [];
  let dash = "";
  const pen: Pen = {
    ...{ strokeStyle: "", fillStyle: "", lineWidth: 1, globalAlpha: 1, font: "", textAlign: "left" },
    beginPath: () => {
      paths = [];
    },
    moveTo: (...at) => void paths.push(`M${at.map(tenth).join(" ")}`),
    lineTo: (...at) => void paths.push(`L${at.map(tenth).join(" ")}`),
    quadraticCurveTo: (bendX, bendY, x, y) =>
      void paths.push(`${paths.pop()}Q${[bendX, bendY, x, y].map(tenth).join(" ")}`),
    arc: () => void paths.push("arc"),
    roundRect: () => void paths.push("rect"),
    closePath: () => {},
    stroke: () => {
      const [hue, width, alpha] = [String(pen.strokeStyle), tenth(pen.lineWidth), pen.globalAlpha];
      for (const path of paths) drawn.push({ is: "line", hue, width, dash, alpha, path });
    },
    fill: () =>
      void drawn.push({
        ...{ is: "shape", hue: String(pen.fillStyle), width: 0, dash: "", alpha: pen.globalAlpha },
        path: paths.join(""),
      }),
    fillRect: () => {},
    fillText: (text) => void words.push(text),
    setLineDash: (segments: Iterable<number>) => {
      dash = [...segments].map(tenth).join(" ");
    },
    setTransform: () => {},
  };
  return { pen, drawn, words };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

test("the canvas draws the arcs of the SVG: same curves, hues, widths, dashes, halos and double lines", () => {
  for (const seed of seeds) {
    const input = inputOf(seed);
    const drawing = networkDrawing(input);
    const svg = networkPicture(input, drawing);
    const scene = networkScene(drawing, input);
    const { pen, drawn, words } = writingPen();
    const screen = { width: drawing.width, height: drawing.height };
    const looked = { view: { scale: 1, dx: 0, dy: 0 }, screen, density: 1, outstanding: null };
    for (const step of paintNetwork(pen, networkMarks(scene), looked)) void step;
    const lines = drawn.filter(({ is, path }) => is === "line" && path.includes("Q"));
    const curves = [
      ...svg.matchAll(
        /<path d="(M[\d. -]+Q[^"]+)" fill="none" stroke="([^"]+)" stroke-width="([^"]+)"(?: stroke-dasharray="([^"]+)")?/g,
      ),
    ].map(([, path, hue, width, dash = ""]) => ({ path: path!, hue: hue!, width: Number(width), dash }));
    assert.ok(curves.length >= scene.arcs.ink.length && curves.length > 50, `seed ${seed}`);
    const named = ({ path, hue }: Pick<Drawn, "path" | "hue">): string => `${hue} ${path}`;
    assert.deepEqual(lines.map(named).toSorted(), curves.map(named).toSorted(), `seed ${seed}`);
    const byName = new Map(lines.map((line) => [named(line), line]));
    for (const curve of curves) {
      // Widths are rounded before dashes and middles are made from them.
      const line = byName.get(named(curve))!;
      const [one, other] = [curve, line].map(({ dash, width }) => [
        width,
        ...dash.split(" ").filter(Boolean).map(Number),
      ]);
      assert.equal(one!.length, other!.length);
      for (const [index, value] of one!.entries()) assert.ok(Math.abs(value - other![index]!) < 0.11, named(curve));
    }
    for (const { lines: name } of scene.nodes) for (const line of name) assert.ok(words.includes(line));
    for (const { text } of scene.labels) assert.ok(words.includes(text));
  }
});

test("each arc of the canvas says what the arc of the SVG says, and has its claims", () => {
  const input = inputOf(2);
  const drawing = networkDrawing(input);
  const scene = networkScene(drawing, input);
  const told = [
    ...networkPicture(input, drawing).matchAll(
      /<g data-deals="[^"]*" [^>]*data-claims="([^"]+)"><title>([^<]+)<\/title>/g,
    ),
  ];
  assert.ok(told.length >= scene.arcs.ink.length);
  const said = new Set(told.map(([, claims, says]) => `${claims} ${says}`));
  for (const arc of scene.arcs.ink.keys())
    assert.ok(said.has(`${claimsOfArc(scene, arc).join(" ")} ${arcSays(scene, arc)}`), arcSays(scene, arc));
});

test("heads of the canvas lie where those of the SVG lie, to a third of a pixel, with the same parts", () => {
  for (const seed of seeds) {
    const input = inputOf(seed);
    const drawing = networkDrawing(input);
    const svg = [...networkPicture(input, drawing).matchAll(/<g data-deals=.*?<\/g>/gs)].flatMap(([mark]) =>
      [...mark.matchAll(/<polygon points="([^"]+)"/g)].map(([, points]) => points!.split(/[ ,]/).map(Number)),
    );
    const { pen, drawn } = writingPen();
    const screen = { width: drawing.width, height: drawing.height };
    const looked = { view: { scale: 1, dx: 0, dy: 0 }, screen, density: 1, outstanding: null };
    for (const step of paintNetwork(pen, networkMarks(networkScene(drawing, input)), looked)) void step;
    const painted = drawn
      .filter(({ is }) => is === "shape")
      .flatMap(({ path }) => path.split("M"))
      .map((path) => path.split(/[ L]/).map(Number));
    const alike = (one: readonly number[], other: readonly number[]): boolean =>
      one.length === other.length && one.every((value, index) => Math.abs(value - other[index]!) < 0.3);
    assert.ok(svg.length >= drawing.arcs.length);
    for (const polygon of svg)
      assert.ok(
        painted.some((each) => alike(each, polygon)),
        `seed ${seed}: ${polygon}`,
      );
  }
});

test("what is drawn at a place is found there: labels and companies first, then the arc on which it lies", () => {
  let found = 0;
  for (const seed of seeds) {
    const input = inputOf(seed);
    const scene = networkScene(networkDrawing(input), input);
    const marks = networkMarks(scene);
    const hits = networkHits(marks);
    for (const [node, { x, y }] of scene.nodes.entries()) assert.deepEqual(hits.at({ x, y }, 2), { is: "node", node });
    for (const { arc, x, y, width, height } of scene.labels)
      assert.deepEqual(hits.at({ x: x + width / 2, y: y + height / 2 }, 2), { is: "arc", arc });
    for (const arc of scene.arcs.ink.keys())
      for (const t of [0.02, 0.2, 0.45, 0.7, 0.97]) {
        const place = along(curveOf(scene, arc), t);
        const hit = hits.at(place, 2);
        assert.ok(hit !== null, `seed ${seed}, arc ${arc} at ${t}`);
        if (hit.is === "node" || isOnLabel(place, scene.labels)) continue;
        // It, or one that is drawn above it at this place.
        assert.ok(hit.arc >= arc && distanceTo(marks, hit.arc, place) <= 0.5, `seed ${seed}, arc ${arc} at ${t}`);
        if (hit.arc === arc) found++;
      }
    for (const place of [
      { x: -50, y: -50 },
      { x: scene.width + 50, y: 10 },
    ])
      assert.equal(hits.at(place, 2), null);
  }
  assert.ok(found > 2000, String(found));
});

test("a thin arc is met from near by, and not from afar", () => {
  const input = inputOf(1);
  const scene = networkScene(networkDrawing({ ...input, links: input.links.slice(-1) }), input);
  const hits = networkHits(networkMarks(scene));
  const middle = along(curveOf(scene, 0), 0.2);
  const stroke = inkOf(scene, 0).stroke;
  assert.deepEqual(hits.at({ x: middle.x, y: middle.y + stroke / 2 + 3 }, 5), { is: "arc", arc: 0 });
  assert.equal(hits.at({ x: middle.x, y: middle.y + 90 }, 5), null);
});

test("a part of the picture shows the arcs that cross it, and only those", () => {
  const input = inputOf(5);
  const scene = networkScene(networkDrawing(input), input);
  const screen = { width: 300, height: 200 };
  const view = { scale: 1, dx: -500, dy: -400 };
  const { pen, drawn } = writingPen();
  for (const step of paintNetwork(pen, networkMarks(scene), { view, screen, density: 1, outstanding: null })) void step;
  const { x, y, width, height } = seenPart(view, screen);
  const paths = new Set(drawn.map(({ path }) => path));
  let outside = 0;
  for (const arc of scene.arcs.ink.keys()) {
    const [fromX, fromY, ...rest] = scene.arcs.curves.slice(6 * arc, 6 * arc + 6);
    const isDrawn = paths.has(`M${fromX} ${fromY}Q${rest.join(" ")}`);
    const crosses = Array.from({ length: 200 }, (_, index) => along(curveOf(scene, arc), index / 199)).some(
      (at) => at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height,
    );
    if (crosses) assert.ok(isDrawn);
    if (!isDrawn) outside++;
  }
  assert.ok(outside > scene.arcs.ink.length / 4, String(outside));
});

test("nearer and farther leave in its place what lies under the hand; nothing leads out of sight of all", () => {
  const [picture, screen] = [
    { width: 4000, height: 3000 },
    { width: 1000, height: 700 },
  ];
  const all = fitted(picture, screen);
  assert.ok(toScreen(all, { x: 4000, y: 3000 }).x <= 1000 && toScreen(all, { x: 0, y: 0 }).y >= 0);
  const hand = { x: 240, y: 610 };
  for (const factor of [0.9, 1.3, 3]) {
    const [before, after] = [toPicture(all, hand), toPicture(zoomed(all, factor, hand, picture, screen), hand)];
    assert.ok(Math.hypot(before.x - after.x, before.y - after.y) < 1e-9);
  }
  const far = within({ ...all, dx: 1e6, dy: -1e6 }, picture, screen);
  assert.ok(far.dx < screen.width && far.dy + picture.height * far.scale > 0);
  const near = zoomed(all, 8, hand, picture, screen);
  const shown = toScreen(showing(near, { x: 3900, y: 100 }, screen), { x: 3900, y: 100 });
  assert.ok(shown.x > 0 && shown.x < 1000 && shown.y > 0 && shown.y < 700);
});

function curveOf({ arcs: { curves } }: NetworkScene, arc: number) {
  const at = (place: number): Point => ({ x: curves[6 * arc + place]!, y: curves[6 * arc + place + 1]! });
  return { from: at(0), bend: at(2), to: at(4) };
}

function isOnLabel({ x, y }: Point, labels: ReturnType<typeof networkScene>["labels"]): boolean {
  return labels.some(
    (label) => x >= label.x && x <= label.x + label.width && y >= label.y && y <= label.y + label.height,
  );
}
