/** Can every eye tell the marks of pictures apart? ΔE00 by culori between what stands beside each other, for three kinds of colour-blindness and in grey. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  interpolate,
  type Rgb,
  wcagContrast,
} from "culori";
import type { Status } from "../../model/claim.ts";
import type { Layer } from "../network-rows.ts";
import type { Point } from "./drawing.ts";
import { conflict, ground, ink, muted } from "./ink.ts";
import { headForms, headParts } from "./network-heads.ts";
import { hues } from "./network-ink.ts";
import { statusArea, statusEdges, statusFills, statusGlyph } from "./status-mark.ts";

const difference = differenceCiede2000();
const [protan, deutan, tritan, grey] = [
  filterDeficiencyProt(1),
  filterDeficiencyDeuter(1),
  filterDeficiencyTrit(1),
  filterGrayscale(1),
];
type Eye = "normal" | "protan" | "deutan" | "tritan" | "grey";
const eyes: Readonly<Record<Eye, (color: Rgb) => Color>> = { normal: (color) => color, protan, deutan, tritan, grey };
const least = 15;

function apart(one: string, other: string, eye: Eye): number {
  return difference(eyes[eye](filled(one, 1)), eyes[eye](filled(other, 1)));
}

/** A hue as it looks on the ground at this opacity. */
function filled(hue: string, opacity: number): Rgb {
  return interpolate([ground, hue], "rgb")(opacity);
}

function pairs<Each>(all: readonly Each[]): (readonly [Each, Each])[] {
  return all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
}

const layers = Object.keys(hues) as Layer[];

test("ΔE00 is the one of Sharma, Wu and Dalal: the first pairs of their table of 2005", () => {
  const lab = (l: number, a: number, b: number) => ({ mode: "lab65", l, a, b }) as const;
  assert.equal(difference(lab(50, 2.6772, -79.7751), lab(50, 0, -82.7485)).toFixed(4), "2.0425");
  assert.equal(difference(lab(50, 3.1571, -77.2803), lab(50, 0, -82.7485)).toFixed(4), "2.8615");
});

test("two hues of layers are at least 15 apart for every colour-blind eye, and worst 23.4 as the design says", () => {
  const differing = pairs([...new Set(Object.values(hues))]);
  const worst = Math.min(
    ...(["normal", "protan", "deutan", "tritan"] as const).flatMap((eye) =>
      differing.map(([one, other]) => apart(one, other, eye)),
    ),
  );
  assert.equal(worst.toFixed(1), "23.4");
});

test("every hue stands out from the ground by 3 to 1, and words by 4.5 to 1", () => {
  for (const hue of Object.values(hues)) assert.ok(wcagContrast(hue, ground) >= 3, hue);
  for (const words of [ink, muted, conflict]) assert.ok(wcagContrast(words, ground) >= 4.5, words);
});

test("layers that some eye cannot tell by hue, as in grey, have heads of other forms: no two are alike", () => {
  const corners = [
    { x: 0, y: 0 },
    { x: 10, y: 5 },
    { x: 10, y: -5 },
  ] as const;
  const formOf = (layer: Layer): string => {
    const rounded = headParts(headForms[layer], corners).map((part) =>
      part.map(({ x, y }: Point) => [x, y].map(Math.round)),
    );
    return JSON.stringify([headForms[layer].hollow, rounded]);
  };
  const alike = pairs(layers).filter(([one, other]) =>
    (Object.keys(eyes) as Eye[]).some((eye) => apart(hues[one], hues[other], eye) < least),
  );
  assert.ok(
    alike.some(([one, other]) => one === "money" && other === "compute"),
    "in grey these are one",
  );
  for (const [one, other] of alike) assert.notEqual(formOf(one), formOf(other), `${one} ${other}`);
});

test("fills of two statuses are 15 apart for every eye, or their edges differ: whole, double, dashes, dots", () => {
  const statuses: readonly Status[] = ["completed", "signed", "announced", "talks", "forecast"];
  const box = { x: 0, y: 0, width: 26, height: 12 };
  for (const hue of new Set([...Object.values(hues), muted])) {
    const edgeOf = (status: Status): string =>
      `${statusEdges[status] ?? "whole"} of ${statusArea(status, box, hue).split("<rect").length - 1}`;
    for (const [one, other] of pairs(statuses)) {
      const fillOf = (status: Status) => filled(hue, statusFills[status]);
      const worst = Math.min(...Object.values(eyes).map((seen) => difference(seen(fillOf(one)), seen(fillOf(other)))));
      assert.ok(worst >= least || edgeOf(one) !== edgeOf(other), `${hue} ${one} ${other}: ${worst.toFixed(1)}`);
    }
  }
});

test("no two statuses have one glyph", () => {
  const all: readonly Status[] = ["completed", "signed", "announced", "talks", "forecast", "denied", "ended"];
  const glyphs = all.map((status) => statusGlyph(status, { x: 0, y: 0 }, ink));
  assert.equal(new Set(glyphs).size, all.length);
});

test("cash above zero and below it are 15 apart for every colour-blind eye; in grey the line at zero parts them", () => {
  for (const eye of ["normal", "protan", "deutan", "tritan"] as const)
    assert.ok(difference(eyes[eye](filled(hues.money, 0.6)), eyes[eye](filled(conflict, 0.6))) >= least, eye);
});
