/** Does every eye see the layers and statuses of the pictures apart? The pixels of their marks, as the browser shows them to colour-blind eyes and in grey. */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { type Color, differenceCiede2000, formatHex } from "culori";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { type ServedFolder, serveTexts } from "../../server/server.test-kit.ts";
import { forcedColors } from "../../views/pictures/forced-colors.ts";
import { hues } from "../../views/pictures/network-ink.ts";
import { goTo, openPage, rest, startBrowser } from "./browser.test-kit.ts";

const visions = ["none", "protanopia", "deuteranopia", "tritanopia", "achromatopsia"] as const;
type Vision = (typeof visions)[number];
const least = 15;
const viewport = { width: 1600, height: 1600 };
const difference = differenceCiede2000();

let browser: Browser;
let served: ServedFolder;
let page: Page;

before(async () => {
  [browser, served] = await Promise.all([startBrowser(), serveTexts("demo")]);
  ({ page } = await openPage(browser, served.address, {
    viewport,
    deviceScaleFactor: 2,
  }));
});
after(async () => {
  await browser?.close();
  await served?.[Symbol.asyncDispose]();
});

type Shots = ReadonlyMap<Vision, PNG>;

/** The page as each eye sees it. */
async function shots(scale: "css" | "device" = "css"): Promise<Shots> {
  const session = await page.context().newCDPSession(page);
  const seen = new Map<Vision, PNG>();
  for (const type of visions) {
    await session.send("Emulation.setEmulatedVisionDeficiency", { type });
    await rest(page);
    seen.set(type, PNG.sync.read(await page.screenshot({ scale })));
  }
  await session.send("Emulation.setEmulatedVisionDeficiency", { type: "none" });
  await session.detach();
  return seen;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function colorAt(shot: PNG, { x, y }: Place): Color & { r: number; g: number; b: number } {
  const density = shot.width / viewport.width;
  const at = 4 * (Math.floor(y * density) * shot.width + Math.floor(x * density));
  const [r, g, b] = [0, 1, 2].map((part) => shot.data[at + part]! / 255) as [number, number, number];
  return { mode: "rgb", r, g, b };
}

/** Places in pixels of the page, by name. */
type Places = Readonly<Record<string, readonly Place[]>>;

/** Along the lines of all arcs, by their layer. */
function alongArcs(): Promise<Places> {
  return page.evaluate(() => {
    const found: Record<string, { x: number; y: number }[]> = {};
    for (const arc of document.querySelectorAll<SVGGElement>(".network-picture [data-layer]")) {
      const path = arc.querySelector("path")!;
      const [length, matrix] = [path.getTotalLength(), path.getScreenCTM()!];
      for (let at = 0; at < length; at += 0.5) {
        const { x, y } = path.getPointAtLength(at).matrixTransform(matrix);
        const own = found[arc.dataset.layer!] ?? [];
        own.push({ x, y });
        found[arc.dataset.layer!] = own;
      }
    }
    return found;
  });
}

/** One place of each layer at which a person without colour-blindness sees its very hue. */
function ofHue(places: Places, shot: PNG): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const [layer, all] of Object.entries(places)) {
    const place = all.find((each) => formatHex(colorAt(shot, each)) === hues[layer as keyof typeof hues]);
    if (place) found.set(layer, place);
  }
  return found;
}

/** Which pairs are less than 15 apart for an eye. */
function alike(places: ReadonlyMap<string, Place>, shot: PNG): string[] {
  const all = [...places];
  return all.flatMap(([one, here], index) =>
    all
      .slice(index + 1)
      .filter(([, there]) => difference(colorAt(shot, here), colorAt(shot, there)) < least)
      .map(([other]) => `${one} ${other}`),
  );
}

test("arcs of the network: every eye sees layers of different hues 15 apart, and in grey their heads differ", async () => {
  await goTo(page, "#/network");
  await page.waitForSelector(".network-picture svg");
  const seen = await shots("device");
  const places = ofHue(await alongArcs(), seen.get("none")!);
  const drawn = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<SVGGElement>(".network-picture [data-layer]")].map((arc) => arc.dataset.layer!),
    ),
  ]);
  for (const layer of ["money", "compute", "chips", "shares", "owns"]) assert.ok(drawn.includes(layer), layer);
  assert.ok(places.size >= 4 && places.size >= drawn.length - 1, [...places.keys()].join(" "));
  const ofOneHue = ["shares owns", "owns shares", "debt rights", "rights debt"];
  for (const vision of visions.slice(0, 4))
    assert.deepEqual(
      alike(places, seen.get(vision)!).filter((pair) => !ofOneHue.includes(pair)),
      [],
      vision,
    );
  assert.ok(alike(places, seen.get("achromatopsia")!).length > 0, "hue alone does not do it in grey");
  const swatches = await heads();
  assert.deepEqual(Object.keys(swatches).sort(), drawn.toSorted());
  const names = Object.keys(swatches);
  for (const [index, one] of names.entries())
    for (const other of names.slice(index + 1))
      assert.ok(
        differing(seen.get("achromatopsia")!, swatches[one]!, swatches[other]!) >= 12,
        `${one} and ${other} look alike in grey`,
      );
});

/** The middle of each head in the legend. */
function heads(): Promise<Readonly<Record<string, Place>>> {
  return page.evaluate(() => {
    const swatches = [...document.querySelectorAll<SVGGElement>(".network-picture [data-swatch]")];
    return Object.fromEntries(
      swatches.map((swatch) => {
        const boxes = [...swatch.querySelectorAll("polygon")].map((part) => part.getBoundingClientRect());
        const { right, top, height } = boxes.at(-1)!;
        return [swatch.dataset.swatch!, { x: right - 8, y: top + height / 2 }];
      }),
    );
  });
}

/** How many pixels around two places are dark in one and light in the other. */
function differing(shot: PNG, one: Place, other: Place): number {
  let count = 0;
  for (let dx = -10; dx <= 8; dx += 0.5)
    for (let dy = -7; dy <= 7; dy += 0.5) {
      const [a, b] = [one, other].map(({ x, y }) => colorAt(shot, { x: x + dx, y: y + dy }).r);
      if (a! > 0.85 !== b! > 0.85) count++;
    }
  return count;
}

test("flows: a fill of a status is 15 from the next for every eye, or its edge is another; hues of units are apart", async () => {
  await goTo(page, "#/flows?basis=whole");
  await page.waitForSelector(".flows-picture svg");
  const seen = await shots();
  const areas = await areasOf(".flows-picture", ["completed", "signed", "announced", "talks"]);
  assert.deepEqual(Object.keys(areas), ["completed", "signed", "announced", "talks"]);
  assertStatuses(areas, seen);
  const money = await edgeOf();
  const moneySeen = visions.slice(0, 4).map((vision) => colorAt(seen.get(vision)!, money));
  await goTo(page, "#/flows?basis=whole&unit=power");
  await page.waitForSelector('.flows-picture svg [stroke="#bd6900"]', { state: "attached" });
  const [power, powerSeen] = [await edgeOf(), await shots()];
  for (const [index, vision] of visions.slice(0, 4).entries())
    assert.ok(difference(moneySeen[index]!, colorAt(powerSeen.get(vision)!, power)) >= least, vision);
});

interface Area extends Place {
  /** Its edge, and how many lines it has. */
  readonly edge: string;
}

/** The areas of statuses in a legend: just inside their lower edge, beside no glyph. */
function areasOf(within: string, statuses: readonly string[]): Promise<Readonly<Record<string, Area>>> {
  return page.evaluate(
    ([scope, names]) => {
      const found: Record<string, { x: number; y: number; edge: string }> = {};
      for (const name of names) {
        const rects: Element[] = [];
        for (const text of document.querySelectorAll<SVGTextElement>(`${scope} svg text`)) {
          if (text.textContent !== name || text.getBoundingClientRect().bottom > innerHeight) continue;
          // The mark of a legend stands between the words before and its own.
          for (let mark = text.previousElementSibling; mark?.matches(":not(text)"); mark = mark.previousElementSibling)
            if (mark.matches("rect")) rects.unshift(mark);
          if (rects.length > 0) break;
        }
        if (rects.length === 0) continue;
        const { left, top, width, height } = rects[0]!.getBoundingClientRect();
        const edge = `${rects[0]!.getAttribute("stroke-dasharray") ?? "whole"} of ${rects.length}`;
        found[name] = { x: left + width / 2, y: top + height / 2, edge };
      }
      return found;
    },
    [within, statuses] as const,
  );
}

function assertStatuses(areas: Readonly<Record<string, Area>>, seen: Shots): void {
  const all = Object.entries(areas);
  for (const vision of visions)
    for (const [index, [one, here]] of all.entries())
      for (const [other, there] of all.slice(index + 1)) {
        const apart = difference(colorAt(seen.get(vision)!, here), colorAt(seen.get(vision)!, there));
        assert.ok(apart >= least || here.edge !== there.edge, `${vision}: ${one} ${other} ${apart.toFixed(1)}`);
      }
}

/** A place on the edge of the firmest area of the legend. */
function edgeOf(): Promise<Place> {
  return page.evaluate(() => {
    const rects = [...document.querySelectorAll<SVGRectElement>(".flows-picture svg rect[fill-opacity][stroke]")];
    const area = rects.find((rect) => rect.getAttribute("height") === "11")!;
    const { left, top, height } = area.getBoundingClientRect();
    return { x: left + 0.5, y: top + height / 2 };
  });
}

test("a company: shares and money are 15 apart for every eye, and so are their statuses or the edges of them", async () => {
  await goTo(page, "#/company/openai");
  await page.waitForSelector(".marked-picture svg");
  const seen = await shots();
  const bars = await page.evaluate(() => {
    // The widest, near its upper edge, where no word lies on it.
    const picture = (hue: string): { x: number; y: number } => {
      const all = document.querySelectorAll(`.marked-picture svg [data-claims] rect[stroke="${hue}"][fill="${hue}"]`);
      const boxes = [...all].map((bar) => bar.getBoundingClientRect());
      const { left, top, width } = boxes.reduce((most, box) => (box.width > most.width ? box : most));
      return { x: left + width / 2, y: top + 4 };
    };
    return { shares: picture("#6e056f"), money: picture("#098be5") };
  });
  for (const vision of visions) {
    const [one, other] = [bars.shares, bars.money].map((place) => colorAt(seen.get(vision)!, place));
    assert.ok(difference(one!, other!) >= least, vision);
  }
  const areas = await areasOf(".marked-picture", ["completed", "signed", "announced"]);
  assert.ok(Object.keys(areas).length >= 2);
  assertStatuses(areas, seen);
});

test("forced colours: all marks take the colour of text, the ground that of the page, and heads still differ", async () => {
  assert.ok(readFileSync(new URL("../style/base.css", import.meta.url), "utf8").includes(forcedColors));
  await page.emulateMedia({ forcedColors: "active" });
  await goTo(page, "#/network");
  await page.waitForSelector(".network-picture svg");
  const drawn = await page.evaluate(() => {
    const looks = (selector: string, part: "fill" | "stroke"): string[] => [
      ...new Set([...document.querySelectorAll(selector)].map((mark) => getComputedStyle(mark)[part])),
    ];
    const [text, plate] = [document.createElement("i"), document.createElement("i")];
    text.style.color = "CanvasText";
    plate.style.color = "Canvas";
    document.body.append(text, plate);
    const colors = [text, plate].map((each) => getComputedStyle(each).color);
    const svg = ".network-picture svg";
    return {
      colors,
      words: looks(`${svg} text`, "fill"),
      arcs: looks(`${svg} [data-layer] > path:first-of-type`, "stroke"),
      heads: looks(`${svg} [data-layer] > polygon`, "fill"),
      ground: looks(`${svg} > rect`, "fill"),
    };
  });
  const [text, plate] = drawn.colors;
  assert.deepEqual([drawn.words, drawn.arcs, drawn.ground], [[text], [text], [plate]]);
  assert.deepEqual(drawn.heads.toSorted(), [text, plate].toSorted());
  const [swatches, shot] = [await heads(), PNG.sync.read(await page.screenshot({ scale: "device" }))];
  assert.ok(differing(shot, swatches.money!, swatches.compute!) >= 12);
  await page.emulateMedia({ forcedColors: "none" });
});
