/**
 * Where is told that of a lab's other side nothing is drawn?
 *
 * Beside or under its bar, in as many lines as fit, at the nearest place that touches no ribbon, lane, company or name. What finds none is told under the picture.
 */

import { type Box, type Point, textWidth } from "./drawing.ts";
import { bandBoxes, boxAround, head } from "./flows-bands.ts";
import type { Band, Lane } from "./flows-drawing.ts";
import { type FlowNode, flowSize } from "./flows-places.ts";
import { brokenText } from "./picture-frame.ts";

/** Words that want a place on one side of a bar: to its right, or to its left. */
export interface Untold {
  readonly node: string;
  readonly text: string;
  readonly side: 1 | -1;
  readonly bar: Box;
  /** Where what is stacked on that side ends. */
  readonly below: number;
}

/** Words in their place; a dotted line above them stands for what is not drawn. */
export interface Stub {
  readonly lines: readonly string[];
  readonly box: Box;
}

/** From one line of such words to the next. */
export const stubLine = 14;
/** So much is left under a company for such words; where they find no place, so much more, as often. */
export const stubRoom = { first: 58, more: 24, times: 4 } as const;
const [farBelow, farBeside, stepAside] = [100, 180, 6];
/** Wider or taller words are told under the picture. */
const most = { width: 330, lines: 6 } as const;
/** Air around words: a halo reaches four pixels beyond its ribbon. */
const air = 6;

/** The stubs that have a place, and the words of those that have none. */
export function placedStubs(
  wanted: readonly Untold[],
  bands: readonly Band[],
  lanes: readonly Lane[],
  nodes: readonly FlowNode[],
  floor: number,
): { readonly stubs: readonly Stub[]; readonly without: readonly Untold[] } {
  const taken: Box[] = [
    ...nodes.flatMap((node) => [node, node.nameBox]),
    ...lanes.flatMap(laneBoxes),
    ...bands.flatMap(bandBoxes),
  ].sort((one, other) => one.y - other.y);
  const stubs: Stub[] = [];
  const without: Untold[] = [];
  for (const untold of wanted) {
    const stub = nearestStub(untold, taken, floor);
    if (stub) {
      stubs.push(stub);
      taken.push(stub.box);
      taken.sort((one, other) => one.y - other.y);
    } else without.push(untold);
  }
  return { stubs, without };
}

/** A line more costs as much as six pixels of distance, and a pixel aside half of one below. */
function nearestStub({ text, side, bar, below }: Untold, taken: readonly Box[], floor: number): Stub | null {
  // All that lies around the company, from the top down.
  const [left, right] = [bar.x - most.width - farBeside - air, bar.x + bar.width + most.width + farBeside + air];
  const near = taken.filter(
    ({ x, y, width, height }) =>
      x < right &&
      x + width > left &&
      y + height > below - air &&
      y < below + farBelow + (most.lines + 1) * stubLine + 2 * air,
  );
  let [best, least] = [null as Stub | null, Number.POSITIVE_INFINITY];
  for (const lines of broken(text)) {
    const width = Math.max(...lines.map((line) => textWidth(line, flowSize.text)));
    const height = 4 + lines.length * stubLine;
    if (width > most.width || lines.length > most.lines) continue;
    for (let beside = -width / 2; beside <= farBeside; beside += stepAside) {
      const x = side > 0 ? bar.x + bar.width + beside : bar.x - beside - width;
      if (x < 0 || x + width > flowSize.width) continue;
      const y = firstFree({ x, y: below + air, width, height }, near);
      const cost = y - below + Math.abs(beside) / 2 + 6 * lines.length;
      if (y > below + farBelow || y + height > floor || cost >= least) continue;
      [best, least] = [{ lines, box: { x, y, width, height } }, cost];
    }
  }
  return best;
}

/** The first height from there down at which a box is free, with air around it, among what comes from the top down. */
function firstFree({ x, y: from, width, height }: Box, near: readonly Box[]): number {
  let y = from;
  for (const other of near)
    if (
      other.x < x + width + air &&
      other.x + other.width > x - air &&
      other.y < y + height + air &&
      other.y + other.height > y - air
    )
      y = other.y + other.height + air;
  return y;
}

/** In one line; with what is told in a line of its own; with that in two. */
function broken(text: string): readonly (readonly string[])[] {
  const at = text.lastIndexOf(": ");
  const [name, told] = [brokenText(text.slice(0, at + 1), 200, flowSize.text), text.slice(at + 2)];
  return [[text], [...name, told], [...name, ...brokenText(told, 70, flowSize.text)]];
}

/** Out at the right, down, along, up, and in, with the heads. */
function laneBoxes({ from, to, right, left, under, thickness }: Lane): Box[] {
  const stroke = (one: Point, other: Point): Box => {
    const { x, y, width, height } = boxAround([one, other]);
    return { x: x - thickness / 2, y: y - thickness / 2, width: width + thickness, height: height + thickness };
  };
  const corners = [from, { x: right, y: from.y }, { x: right, y: under }, { x: left, y: under }, { x: left, y: to.y }];
  return [...[...corners.slice(1), to].map((corner, index) => stroke(corners[index]!, corner)), boxAround(head(to))];
}
