/**
 * Paints a network on a canvas: halos, arcs with their heads, companies, labels, as the SVG has them. Only what is in sight, and what has at least a visible size.
 *
 * It paints in steps: whoever runs them decides how many of them fit between two frames.
 */

import type { Layer } from "../../views/network-rows.ts";
import type { Box } from "../../views/pictures/drawing.ts";
import { conflict, ground, halo, ink, muted } from "../../views/pictures/ink.ts";
import { type HeadForm, headEdge, headForms } from "../../views/pictures/network-heads.ts";
import { faintness, headSize, hues, outlineOf, turnOf } from "../../views/pictures/network-ink.ts";
import { size } from "../../views/pictures/network-places.ts";
import type { SceneLabel, SceneNode } from "../../views/pictures/network-scene.ts";
import type { ArcBatch, NetworkMarks } from "./network-marks.ts";
import { inkOf } from "./scene-words.ts";
import { type Extent, seenPart, type Viewport } from "./viewport.ts";

/** What is used of a canvas. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | "beginPath"
  | "moveTo"
  | "lineTo"
  | "quadraticCurveTo"
  | "arc"
  | "closePath"
  | "roundRect"
  | "stroke"
  | "fill"
  | "fillRect"
  | "fillText"
  | "setLineDash"
  | "setTransform"
  | "strokeStyle"
  | "fillStyle"
  | "lineWidth"
  | "globalAlpha"
  | "font"
  | "textAlign"
>;

export interface Looked {
  readonly view: Viewport;
  readonly screen: Extent;
  /** Pixels of the canvas for one of the screen. */
  readonly density: number;
  /** Arcs that stand out; the rest is dimmed. Null: none does. */
  readonly outstanding: ReadonlySet<number> | null;
}

/** What is smaller on the screen cannot be told from what lies around it: it is left out. */
const visible = { dash: 4.5, middle: 0.6, head: 1.2, text: 5, outline: 3 } as const;
/** Letters inside companies that are smaller on the screen are hardly read. */
const legible = 7;
/** The line on which stands what is above the columns. */
export const headY = 92;
const dimmed = 0.2;
/** Arcs of one step: a few milliseconds without a GPU. */
const arcsOfStep = 250;
/** Of more curves in one path each costs more, of fewer each call. */
const arcsOfPath = 8;
export const fontOf = (pixels: number, weight: number): string =>
  `${weight} ${pixels}px Inter, "Helvetica Neue", Arial, "Open Sans", sans-serif`;

/** Whether one looks from so far away that names and heads need a size of their own. */
export function isFar({ scale }: Viewport): boolean {
  return scale * size.labelText < legible;
}

/** Paints everything; between two steps it may be left for later. */
export function* paintNetwork(pen: Pen, marks: NetworkMarks, looked: Looked): Generator<void> {
  const { view, screen, density } = looked;
  const scale = view.scale * density;
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.globalAlpha = 1;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, Math.ceil(screen.width * density), Math.ceil(screen.height * density));
  pen.setTransform(scale, 0, 0, scale, view.dx * density, view.dy * density);
  const part = seenPart(view, screen);
  paintHalos(pen, marks, part, looked);
  yield;
  let since = 0;
  for (const batch of marks.batches)
    for (const [arcs, alpha] of strengths(inSight(marks, batch.arcs, part), batch, looked)) {
      for (let at = 0; at < arcs.length; at += arcsOfStep) {
        const some = arcs.slice(at, at + arcsOfStep);
        paintArcs(pen, marks, batch, some, alpha, scale);
        since += some.length;
        if (since < arcsOfStep) continue;
        since = 0;
        yield;
      }
    }
  if (!isFar(view)) paintHeads(pen, marks);
  for (const [index, node] of marks.scene.nodes.entries()) {
    if (!touches(part, node.x - 56, node.y - 44, node.x + 56, node.y + 44)) continue;
    paintNode(pen, node, scale);
    if (index % arcsOfStep === arcsOfStep - 1) yield;
  }
  if (scale * size.labelText < visible.text) return;
  for (const label of marks.scene.labels)
    if (touches(part, label.x, label.y, label.x + label.width, label.y + label.height))
      paintLabel(pen, marks, label, looked);
}

function touches({ x, y, width, height }: Box, left: number, top: number, right: number, bottom: number): boolean {
  return left < x + width && right > x && top < y + height && bottom > y;
}

function inSight({ boxes }: NetworkMarks, arcs: Int32Array, part: Box): number[] {
  const seen: number[] = [];
  for (const arc of arcs) {
    const at = arc * 4;
    if (touches(part, boxes[at]!, boxes[at + 1]!, boxes[at + 2]!, boxes[at + 3]!)) seen.push(arc);
  }
  return seen;
}

/** Arcs of a batch by how strongly they are drawn. */
function strengths(
  arcs: readonly number[],
  { stood }: Pick<ArcBatch, "stood">,
  { outstanding }: Looked,
): readonly (readonly [arcs: readonly number[], alpha: number])[] {
  const own = stood ? faintness : 1;
  if (outstanding === null) return [[arcs, own]];
  const [rest, out] = [arcs.filter((arc) => !outstanding.has(arc)), arcs.filter((arc) => outstanding.has(arc))];
  return [
    [rest, own * dimmed],
    [out, own],
  ];
}

function paintHalos(pen: Pen, marks: NetworkMarks, part: Box, looked: Looked): void {
  pen.setLineDash([]);
  pen.strokeStyle = halo;
  for (const { width, arcs } of marks.halos)
    for (const [own, alpha] of strengths(inSight(marks, arcs, part), { stood: false }, looked)) {
      if (own.length === 0) continue;
      pen.globalAlpha = alpha;
      pen.lineWidth = width;
      strokeCurves(pen, marks, own);
    }
}

function paintArcs(
  pen: Pen,
  marks: NetworkMarks,
  { layer, stroke, dash, middle }: ArcBatch,
  arcs: readonly number[],
  alpha: number,
  scale: number,
): void {
  pen.globalAlpha = alpha;
  pen.strokeStyle = hues[layer];
  pen.lineWidth = stroke;
  pen.setLineDash((dash[0] ?? 0) * scale + (dash[1] ?? 0) * scale < visible.dash ? [] : [...dash]);
  strokeCurves(pen, marks, arcs);
  pen.setLineDash([]);
  if (middle !== null && middle * scale >= visible.middle) {
    pen.strokeStyle = ground;
    pen.lineWidth = middle;
    strokeCurves(pen, marks, arcs);
  }
  if (headSize(stroke) * scale >= visible.head) paintArcHeads(pen, marks, layer, arcs);
}

function paintArcHeads(pen: Pen, { heads }: NetworkMarks, layer: Layer, arcs: readonly number[]): void {
  const { hollow, parts } = headForms[layer];
  pen.fillStyle = hollow ? ground : hues[layer];
  pen.strokeStyle = hues[layer];
  pen.lineWidth = headEdge;
  pen.setLineDash([]);
  pen.beginPath();
  for (const arc of arcs) for (const part of parts) headPath(pen, heads, 6 * arc, part);
  pen.fill();
  if (hollow) pen.stroke();
}

/** A part of the head that lies on these corners, without making points of its corners: there are thousands. */
function headPath(pen: Pen, heads: Float32Array, at: number, part: HeadForm["parts"][number]): void {
  const [tipX, tipY, leftX, leftY] = [heads[at]!, heads[at + 1]!, heads[at + 2]!, heads[at + 3]!];
  const backX = (leftX + heads[at + 4]!) / 2;
  const backY = (leftY + heads[at + 5]!) / 2;
  for (let corner = 0; corner < part.length; corner++) {
    const [along, side] = part[corner]!;
    const x = tipX + along * (backX - tipX) + side * (leftX - backX);
    const y = tipY + along * (backY - tipY) + side * (leftY - backY);
    if (corner === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  }
  pen.closePath();
}

function strokeCurves(pen: Pen, { curves }: NetworkMarks, arcs: readonly number[]): void {
  for (let first = 0; first < arcs.length; first += arcsOfPath) {
    pen.beginPath();
    for (const arc of arcs.slice(first, first + arcsOfPath)) {
      const at = arc * 6;
      pen.moveTo(curves[at]!, curves[at + 1]!);
      pen.quadraticCurveTo(curves[at + 2]!, curves[at + 3]!, curves[at + 4]!, curves[at + 5]!);
    }
    pen.stroke();
  }
}

/** What stands above the columns, from near by. */
function paintHeads(pen: Pen, { scene }: NetworkMarks): void {
  pen.globalAlpha = 1;
  pen.fillStyle = muted;
  pen.textAlign = "center";
  pen.font = fontOf(11, 400);
  for (const { title, x } of scene.heads) pen.fillText(title, x, headY);
}

function paintNode(pen: Pen, { shape, x, y, lines }: SceneNode, scale: number): void {
  pen.globalAlpha = 1;
  pen.fillStyle = ground;
  pen.strokeStyle = ink;
  pen.lineWidth = Math.max(2, 0.8 / scale);
  shapeAround(pen, shape, x, y);
  pen.fill();
  pen.stroke();
  if (size.labelText * scale < visible.text) return;
  pen.fillStyle = ink;
  pen.textAlign = "center";
  pen.font = fontOf(12, 600);
  for (const [index, line] of lines.entries()) pen.fillText(line, x, y + 4 + (index - (lines.length - 1) / 2) * 13);
}

/** The outline of a company as a path. */
export function shapeAround(pen: Pen, shape: SceneNode["shape"], x: number, y: number): void {
  const corners = outlineOf(shape, { x, y });
  pen.beginPath();
  if (corners === null) pen.arc(x, y, size.radius, 0, 2 * Math.PI);
  else if (shape === "box")
    pen.roundRect(corners[0]!.x, corners[0]!.y, 2 * (x - corners[0]!.x), 2 * (y - corners[0]!.y), 6);
  else {
    for (const corner of corners) pen.lineTo(corner.x, corner.y);
    pen.closePath();
  }
}

function paintLabel(
  pen: Pen,
  { scene }: NetworkMarks,
  { arc, x, y, width, height, text, differs }: SceneLabel,
  { outstanding }: Looked,
): void {
  const { layer, status, stood } = inkOf(scene, arc);
  const hue = hues[layer];
  const alpha = (stood ? faintness : 1) * (outstanding === null || outstanding.has(arc) ? 1 : dimmed);
  pen.globalAlpha = alpha;
  pen.fillStyle = ground;
  pen.strokeStyle = hue;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.roundRect(x, y, width, height, 4);
  pen.fill();
  pen.globalAlpha = alpha / 2;
  pen.stroke();
  pen.globalAlpha = alpha;
  const [atX, atY, r] = [x + 10, y + height / 2, 4.5];
  const turn = turnOf(status);
  pen.beginPath();
  pen.arc(atX, atY, r, 0, 2 * Math.PI);
  pen.stroke();
  pen.fillStyle = hue;
  pen.beginPath();
  if (turn < 1) pen.moveTo(atX, atY);
  pen.arc(atX, atY, r, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * turn);
  pen.fill();
  pen.fillStyle = ink;
  pen.textAlign = "left";
  pen.font = fontOf(size.labelText, 400);
  pen.fillText(text, x + 19, y + height / 2 + 4);
  if (!differs) return;
  pen.textAlign = "center";
  pen.fillStyle = conflict;
  pen.fillText("≠", x + width - 9, y + height / 2 + 4);
}
