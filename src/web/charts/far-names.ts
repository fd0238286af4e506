/**
 * Which companies of a network have a name when one looks from so far away that the names inside them cannot be read?
 *
 * Those of most dollars, as many as fit beside each other at a size that can be read. They are chosen over the whole picture for steps of the zoom, so that none comes or goes
 * while it is moved; only the largest in sight has its name in any case. Boxes of one size that lie apart at a scale lie apart at every larger one, so a step is chosen for its
 * smallest scale.
 */

import { type Box, overlaps, textWidth } from "../../views/pictures/drawing.ts";
import { ground, ink, muted } from "../../views/pictures/ink.ts";
import { size } from "../../views/pictures/network-places.ts";
import type { NetworkScene } from "../../views/pictures/network-scene.ts";
import { cutText } from "../../views/pictures/picture-frame.ts";
import { fontOf, headY, isFar, type Pen } from "./paint-network.ts";
import { type Extent, seenPart, toScreen, type Viewport } from "./viewport.ts";

/** A name on the screen, of a company by its place in the list, or what stands above a column. */
export interface FarName extends Box {
  readonly text: string;
  readonly node: number | null;
}

/** Names of a network by how one looks at it: the same for the same view. */
export type FarNames = (view: Viewport, screen: Extent) => readonly FarName[];

const [text, shortest, widest, tall] = [12, 12, 150, 17];
/** Air between two names: what lies below has to be seen too. */
const air = { x: 14, y: 6 } as const;
const stepsOfDoubling = 2;
/** Smaller companies find a gap so rarely that looking for one for each of thousands costs more than it shows. */
const mostTried = 1500;
/** Where no head is held at the edge of a screen. */
const farDown = 1000;

interface Chosen {
  /** Places of companies, the largest first. */
  readonly nodes: readonly number[];
  /** How many rows above its usual place the head of each column stands. */
  readonly rows: readonly number[];
}

export function farNames(scene: NetworkScene): FarNames {
  const known = new Map<number, Chosen>();
  const measured = new Map<number, Words>();
  const wordsOf = (node: number): Words => {
    const words = measured.get(node) ?? written(scene.nodes[node]!.name);
    measured.set(node, words);
    return words;
  };
  // Below its company, and not beyond the edges of the picture.
  const nameOf = (node: number, view: Viewport): FarName => {
    const { x, y } = toScreen(view, scene.nodes[node]!);
    const words = wordsOf(node);
    const [right, bottom] = [view.dx + scene.width * view.scale, view.dy + scene.height * view.scale];
    return {
      ...words,
      x: Math.max(view.dx, Math.min(right - words.width, x - words.width / 2)),
      y: Math.min(bottom - tall, y + below(view)),
      ...{ height: tall, node },
    };
  };
  // Above its column; all of them lower where else one would lie above the upper edge of the screen.
  const headOf = (index: number, rows: readonly number[], view: Viewport): FarName => {
    const { x, y } = toScreen(view, { x: scene.heads[index]!.x, y: headY });
    const words = written(scene.heads[index]!.title);
    return {
      ...words,
      x: x - words.width / 2,
      y: Math.max(tall * Math.max(...rows), y - tall) - tall * rows[index]!,
      height: tall,
      node: null,
    };
  };
  const chosenFor = (scale: number): Chosen => {
    const step = Math.floor(Math.log2(scale) * stepsOfDoubling);
    const found = known.get(step) ?? choose({ scale: 2 ** (step / stepsOfDoubling), dx: 0, dy: farDown });
    known.set(step, found);
    return found;
  };
  const choose = (view: Viewport): Chosen => {
    const rows = scene.heads.map(() => 0);
    const heads: FarName[] = [];
    for (const index of rows.keys()) {
      while (heads.some((other) => overlaps(headOf(index, rows, view), other))) rows[index]!++;
      heads.push(headOf(index, rows, view));
    }
    const taken = new Rows();
    for (const head of heads) taken.put(head);
    const nodes = scene.byDollars.slice(0, mostTried).filter((node) => {
      // Most have no room even for the shortest name: that is known before theirs is measured.
      const { x, y } = toScreen(view, scene.nodes[node]!);
      if (!taken.hasRoom({ x: x - shortest / 2, y: y + below(view), width: shortest, height: 1 })) return false;
      const name = nameOf(node, view);
      if (!taken.hasRoom(name)) return false;
      taken.put(name);
      return true;
    });
    return { rows, nodes };
  };
  return (view, screen) => {
    if (!isFar(view)) return [];
    const { x: left, y: top, width, height } = seenPart(view, screen);
    const isSeen = (node: number): boolean => {
      const { x, y } = scene.nodes[node]!;
      return x >= left && y >= top && x <= left + width && y <= top + height;
    };
    const { nodes, rows } = chosenFor(view.scale);
    const heads = rows.map((_, index) => headOf(index, rows, view));
    // Heads at the edge of the screen lie over what is moved under them.
    const names = nodes
      .filter(isSeen)
      .map((node) => nameOf(node, view))
      .filter((name) => !heads.some((head) => overlaps(head, name)));
    // What kept the largest from its name lies out of sight.
    const largest = scene.byDollars.find(isSeen);
    if (largest === undefined || names.some(({ node }) => node === largest)) return [...heads, ...names];
    const own = nameOf(largest, view);
    return [...[...heads, ...names].filter((other) => !overlaps(own, other)), own];
  };
}

/** How far below the middle of a company its name begins. */
function below({ scale }: Viewport): number {
  return size.radius * scale + 3;
}

interface Words {
  readonly text: string;
  readonly width: number;
}

function written(name: string): Words {
  const short = cutText(name, widest, text);
  // Bold letters are a little wider than those that are measured.
  return { text: short, width: textWidth(short, text) * 1.06 + 8 };
}

/** Boxes of one height by the rows in which they lie, four numbers each, so that each is compared with few. */
class Rows {
  readonly #rows = new Map<number, number[]>();

  /** Whether a box has its air. */
  hasRoom({ x, y, width, height }: Box): boolean {
    const [left, top, right, bottom] = [x - air.x, y - air.y, x + width + air.x, y + height + air.y];
    for (let row = Math.floor(top / tall) - 1; row <= Math.floor(bottom / tall); row++) {
      const own = this.#rows.get(row);
      if (own === undefined) continue;
      for (let at = 0; at < own.length; at += 4)
        if (own[at]! < right && own[at + 1]! < bottom && own[at + 2]! > left && own[at + 3]! > top) return false;
    }
    return true;
  }

  put({ x, y, width, height }: Box): void {
    const row = Math.floor(y / tall);
    const own = this.#rows.get(row) ?? [];
    own.push(x, y, x + width, y + height);
    this.#rows.set(row, own);
  }
}

/** Draws them over all else, on plates of the ground. */
export function paintFarNames(pen: Pen, names: readonly FarName[], density: number): void {
  pen.setTransform(density, 0, 0, density, 0, 0);
  pen.fillStyle = ground;
  pen.globalAlpha = 0.88;
  for (const { x, y, width, height } of names) pen.fillRect(Math.round(x), Math.round(y), Math.round(width), height);
  pen.globalAlpha = 1;
  pen.textAlign = "center";
  pen.font = fontOf(text, 600);
  // The heads come first: the hue changes once.
  for (const { text: word, node, x, y, width } of names) {
    pen.fillStyle = node === null ? muted : ink;
    pen.fillText(word, Math.round(x + width / 2), Math.round(y) + 13);
  }
}

/** The company whose name lies at a place of the screen. */
export function farNameAt(names: readonly FarName[], at: { readonly x: number; readonly y: number }): number | null {
  const found = names.find(
    ({ node, x, y, width, height }) =>
      node !== null && at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height,
  );
  return found?.node ?? null;
}
