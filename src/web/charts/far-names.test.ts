import assert from "node:assert/strict";
import { test } from "node:test";
import { seededNetwork } from "../../../bench/seeded-network.ts";
import { networkDrawing } from "../../views/pictures/network-drawing.ts";
import { type NetworkScene, networkScene } from "../../views/pictures/network-scene.ts";
import { type FarName, farNameAt, farNames } from "./far-names.ts";
import { type Extent, fitted, moved, type Viewport, within, zoomed } from "./viewport.ts";

const scenes: readonly NetworkScene[] = [
  [120, 300, 7],
  [500, 2000, 42],
].map(([companies, flows, seed]) => {
  const input = seededNetwork(companies!, flows!, seed);
  return networkScene(networkDrawing(input), input);
});
const screens: readonly Extent[] = [
  { width: 1100, height: 600 },
  { width: 390, height: 280 },
];

/** Ways of looking: all of it, nearer in small steps, each from several places. */
function* looks(scene: NetworkScene, screen: Extent): Generator<Viewport> {
  const all = fitted(scene, screen);
  const middle = { x: screen.width / 2, y: screen.height / 2 };
  for (let factor = 0.5; factor < 8; factor *= 1.19)
    for (const [x, y] of [
      [0, 0],
      [-310, 170],
      [440, -390],
      [33.3, 66.6],
    ] as const)
      yield within(moved(zoomed(all, factor, middle, scene, screen), x, y), scene, screen);
}

function areApart(one: FarName, other: FarName): boolean {
  return (
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y
  );
}

test("no name lies over another or over the head of a column; the largest company in sight has its own; each is wide enough for its letters", () => {
  let [views, names] = [0, 0];
  for (const scene of scenes)
    for (const screen of screens) {
      const at = farNames(scene);
      for (const view of looks(scene, screen)) {
        const shown = at(view, screen);
        if (view.scale * 12 >= 7) {
          assert.deepEqual(shown, []);
          continue;
        }
        views++;
        names += shown.length;
        for (const [index, one] of shown.entries())
          for (const other of shown.slice(index + 1)) assert.ok(areApart(one, other), `${one.text}, ${other.text}`);
        const seen = scene.byDollars.find((node) => {
          const { x, y } = scene.nodes[node]!;
          const [atX, atY] = [x * view.scale + view.dx, y * view.scale + view.dy];
          return atX >= 0 && atX <= screen.width && atY >= 0 && atY <= screen.height;
        });
        if (seen !== undefined) assert.ok(shown.some(({ node }) => node === seen));
        // Letters of this size are about 6.5 pixels wide.
        for (const { text, width } of shown) assert.ok(width > 6 * text.length, text);
      }
    }
  assert.ok(views > 150 && names > 4000, `${views} views, ${names} names`);
});

test("all of it in sight: dozens of names, and the heads of all columns, on a wide screen and on a narrow one", () => {
  for (const scene of scenes)
    for (const screen of screens) {
      const shown = farNames(scene)(fitted(scene, screen), screen);
      const heads = shown.filter(({ node }) => node === null);
      assert.deepEqual(
        heads.map(({ text }) => text),
        scene.heads.map(({ title }) => title),
      );
      assert.ok(shown.length - heads.length >= (screen.width > 1000 ? 40 : 10), String(shown.length));
      for (const { x, y, width, height } of shown)
        assert.ok(x > -width / 2 && x + width / 2 < screen.width && y >= 0 && y + height <= screen.height + 1);
    }
});

test("the same view has the same names, whatever was looked at before; moving brings and takes none but at the edges", () => {
  const scene = scenes[1]!;
  const screen = screens[0]!;
  const used = farNames(scene);
  const inside = ({ x, y, width, height }: FarName): boolean =>
    x > 200 && x + width < screen.width - 200 && y > 100 && y + height < screen.height - 100;
  let compared = 0;
  for (const view of looks(scene, screen)) {
    assert.deepEqual(used(view, screen), farNames(scene)(view, screen));
    const [x, y] = [37, -21];
    const after = used(moved(view, x, y), screen);
    for (const name of used(view, screen).filter((each) => each.node !== null && inside(each))) {
      const own = after.find(({ node }) => node === name.node);
      assert.ok(own && Math.abs(own.x - name.x - x) < 1e-6 && Math.abs(own.y - name.y - y) < 1e-6, name.text);
      compared++;
    }
  }
  assert.ok(compared > 500, String(compared));
});

test("a place on a name is its company; a head is none", () => {
  const scene = scenes[0]!;
  const screen = screens[0]!;
  const shown = farNames(scene)(fitted(scene, screen), screen);
  for (const { node, x, y, width, height } of shown)
    for (const [dx, dy] of [
      [1, 1],
      [width / 2, height / 2],
      [width - 1, height - 1],
    ] as const)
      assert.equal(farNameAt(shown, { x: x + dx, y: y + dy }), node);
  assert.equal(farNameAt(shown, { x: -50, y: -50 }), null);
});
