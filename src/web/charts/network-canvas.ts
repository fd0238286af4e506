/**
 * A large network on a canvas, without a GPU: what is quick to paint is painted for each frame; what is not is painted once onto a bitmap with a margin, which is moved and
 * stretched while a person pans and zooms, and painted anew in steps that leave room for frames.
 */

import type { Point } from "../../views/pictures/drawing.ts";
import type { NetworkScene } from "../../views/pictures/network-scene.ts";
import { type FarName, type FarNames, farNameAt, farNames, paintFarNames } from "./far-names.ts";
import { type Hit, type Hits, networkHits } from "./network-hits.ts";
import { type NetworkMarks, networkMarks } from "./network-marks.ts";
import { paintNetwork, shapeAround } from "./paint-network.ts";
import { inkOf } from "./scene-words.ts";
import { type Extent, fitted, moved, showing, toPicture, toScreen, type Viewport, within, zoomed } from "./viewport.ts";

export interface NetworkCanvas {
  /** Another network; one looks at the same part of it. */
  readonly draw: (scene: NetworkScene) => void;
  /** What stands out: arcs of a circle, a company, an arc. */
  readonly mark: (marked: Marked) => void;
  readonly pan: (x: number, y: number) => void;
  /** Nearer or farther, by a factor; a place of the screen stays where it is, else the chosen company, else the middle. */
  readonly zoom: (factor: number, at?: Point) => void;
  readonly fit: () => void;
  /** Brings a place of the picture into sight. */
  readonly show: (place: Point) => void;
  /** What lies at a place of the screen. */
  readonly hit: (at: Point) => Hit | null;
  readonly end: () => void;
}

export interface Marked {
  readonly outstanding: ReadonlySet<number> | null;
  readonly node: number | null;
  readonly arc: number | null;
}

/** Painting that takes longer leaves too little of a frame. */
const quick = 14;
/** At rest nobody feels that a frame came so much later. */
const bearable = 90;
/** Milliseconds of painting in a frame while the picture moves, and while it rests. */
const stepsOf = { moving: 5, resting: 40 } as const;
/** From the last move until what is stale is painted again. */
const restAfter = 60;
/** The bitmap reaches so much of the screen beyond each edge. */
const marginOf = 0.25;
/** How far beside a thin line a mouse may be, on the screen. */
const reach = 5;
const focusHue = "#0b62b0";

/** A bitmap, and the part of the picture that is on it. */
interface Bitmap {
  readonly pen: CanvasRenderingContext2D;
  /** Its own way of looking: its upper left corner lies a margin beyond that of the screen. */
  view: Viewport;
  screen: Extent;
}

interface Painting {
  readonly steps: Generator<void>;
  readonly onto: Bitmap;
  took: number;
}

export function networkCanvas(canvas: HTMLCanvasElement, first: NetworkScene): NetworkCanvas {
  const front = penOf(canvas);
  let [shown, spare] = [bitmap(), bitmap()];
  let marks: NetworkMarks = networkMarks(first);
  let hits: Hits | null = null;
  let namesAt: FarNames = farNames(first);
  /** Names that were last drawn over the bitmap. */
  let named: readonly FarName[] = [];
  let marked: Marked = { outstanding: null, node: null, arc: null };
  let screen = extentOf(canvas);
  let view = fitted(first, screen);
  let density = densityOf(first);
  /** What the last painting took, in milliseconds. */
  let took = 0;
  let painting: Painting | null = null;
  let isStale = true;
  let lastMove = Number.NEGATIVE_INFINITY;
  let waiting = 0;
  let isSoon = false;
  let hasEnded = false;

  const request = (): void => {
    waiting ||= requestAnimationFrame(frame);
  };

  function frame(now: number): void {
    cancelAnimationFrame(waiting);
    waiting = 0;
    const isResting = now - lastMove > restAfter;
    // What was begun for another scale would not be sharp.
    if (isResting && painting !== null && painting.onto.view.scale !== view.scale) painting = null;
    const isBlurred = isResting && shown.view.scale !== view.scale;
    if (painting === null && ((isStale && took <= quick) || (isBlurred && took <= bearable))) paintAtOnce();
    else {
      if (painting === null && needsPainting(isResting)) begin();
      if (painting !== null) {
        advance(painting, isResting ? stepsOf.resting : stepsOf.moving);
        request();
      } else if (needsPainting(true)) request();
    }
    compose();
  }

  /** Onto the bitmap without a margin: it is painted again with the next move. */
  function paintAtOnce(): void {
    const onto = place(spare, 0);
    const begun = performance.now();
    for (const step of stepsOn(onto)) void step;
    flush(onto);
    painted(performance.now() - begun, onto);
    isStale = false;
  }

  function painted(milliseconds: number, onto: Bitmap): void {
    [shown, spare] = [onto, shown];
    took = milliseconds;
    // For whoever measures.
    canvas.dataset.milliseconds = milliseconds.toFixed(1);
    canvas.dataset.paintings = String(Number(canvas.dataset.paintings ?? 0) + 1);
  }

  function begin(): void {
    const onto = place(spare, marginOf);
    painting = { steps: stepsOn(onto), onto, took: 0 };
    isStale = false;
  }

  function advance(now: Painting, milliseconds: number): void {
    const begun = performance.now();
    let isDone = false;
    while (!isDone && performance.now() - begun < milliseconds) {
      isDone = now.steps.next().done ?? false;
      // Painting is only written down until something is read: without this no step would take any time.
      flush(now.onto);
    }
    now.took += performance.now() - begun;
    if (!isDone) return;
    painted(now.took, now.onto);
    painting = null;
  }

  /** While it moves, only what is cut off is worth painting for; at rest it has to be sharp too, and what is not painted quickly has to have a margin. */
  function needsPainting(isResting: boolean): boolean {
    if (isStale || !covers()) return true;
    return isResting && (shown.view.scale !== view.scale || (took > quick && !hasMargin()));
  }

  const hasMargin = (): boolean => shown.screen.width > screen.width;

  /** Whether all of the picture that is in sight is on the bitmap. */
  function covers(): boolean {
    const { x, y, by } = offset();
    const near = 0.5;
    const isOn = (begin: number, long: number, picture: number, pictureLong: number, seen: number): boolean =>
      Math.max(0, picture) >= begin - near && Math.min(seen, picture + pictureLong) <= begin + long + near;
    const { width, height } = marks.scene;
    return (
      isOn(x, shown.screen.width * by, view.dx, width * view.scale, screen.width) &&
      isOn(y, shown.screen.height * by, view.dy, height * view.scale, screen.height)
    );
  }

  /** Where the corner of the bitmap lies on the screen, and how much it is stretched. */
  function offset(): { readonly x: number; readonly y: number; readonly by: number } {
    const by = view.scale / shown.view.scale;
    return { x: view.dx - shown.view.dx * by, y: view.dy - shown.view.dy * by, by };
  }

  function place(onto: Bitmap, margin: number): Bitmap {
    const [aside, above] = [Math.ceil(screen.width * margin), Math.ceil(screen.height * margin)];
    onto.screen = { width: screen.width + 2 * aside, height: screen.height + 2 * above };
    onto.view = moved(view, aside, above);
    sized(onto.pen.canvas, onto.screen, density);
    return onto;
  }

  function stepsOn({ pen, view: looked, screen: size }: Bitmap): Generator<void> {
    return paintNetwork(pen, marks, { view: looked, screen: size, density, outstanding: marked.outstanding });
  }

  /** The bitmap where it belongs, and above it what is chosen. */
  function compose(): void {
    const { x, y, by } = offset();
    front.setTransform(1, 0, 0, 1, 0, 0);
    front.globalAlpha = 1;
    front.fillStyle = "#ffffff";
    front.fillRect(0, 0, canvas.width, canvas.height);
    const { width, height } = shown.pen.canvas;
    if (by === 1) front.drawImage(shown.pen.canvas, Math.round(x * density), Math.round(y * density));
    else {
      front.imageSmoothingQuality = "low";
      front.drawImage(shown.pen.canvas, x * density, y * density, width * by, height * by);
    }
    const scale = view.scale * density;
    front.setTransform(scale, 0, 0, scale, view.dx * density, view.dy * density);
    if (marked.arc !== null) emphasize(marked.arc);
    if (marked.node !== null) ring(marked.node);
    named = namesAt(view, screen);
    paintFarNames(front, named, density);
  }

  function emphasize(arc: number): void {
    const at = arc * 6;
    const { curves } = marks;
    front.globalAlpha = 0.45;
    front.strokeStyle = focusHue;
    front.lineWidth = inkOf(marks.scene, arc).stroke + 4 / view.scale;
    front.setLineDash([]);
    front.beginPath();
    front.moveTo(curves[at]!, curves[at + 1]!);
    front.quadraticCurveTo(curves[at + 2]!, curves[at + 3]!, curves[at + 4]!, curves[at + 5]!);
    front.stroke();
    front.globalAlpha = 1;
  }

  function ring(node: number): void {
    const { shape, x, y } = marks.scene.nodes[node]!;
    front.setLineDash([]);
    front.strokeStyle = focusHue;
    front.lineWidth = Math.max(4, 3 / view.scale);
    shapeAround(front, shape, x, y);
    front.stroke();
  }

  function look(next: Viewport): void {
    view = within(next, marks.scene, screen);
    lastMove = performance.now();
    // What is quick to paint is painted for each frame, sharp.
    if (took <= quick) isStale = true;
    request();
  }

  /** Where the chosen company is on the screen, if it is. */
  function chosenPlace(): Point | null {
    const node = marked.node === null ? undefined : marks.scene.nodes[marked.node];
    if (!node) return null;
    const at = toScreen(view, node);
    return at.x >= 0 && at.y >= 0 && at.x <= screen.width && at.y <= screen.height ? at : null;
  }

  const middle = (): Point => ({ x: screen.width / 2, y: screen.height / 2 });
  const resized = new ResizeObserver(() => {
    const next = extentOf(canvas);
    if (next.width === screen.width && next.height === screen.height) return;
    // Whoever looked at all of it looks at all of it.
    const wasFitted = view.scale === fitted(marks.scene, screen).scale;
    screen = next;
    sized(canvas, screen, density);
    stale();
    look(wasFitted ? fitted(marks.scene, screen) : view);
  });

  /** Something else is to be seen: it is painted as soon as all of it is told, however long that takes. */
  function stale(): void {
    isStale = true;
    painting = null;
    took = 0;
    if (isSoon) return;
    isSoon = true;
    queueMicrotask(() => {
      isSoon = false;
      if (!hasEnded) frame(performance.now());
    });
  }

  sized(canvas, screen, density);
  resized.observe(canvas);
  request();

  return {
    draw: (scene) => {
      if (scene === marks.scene) return;
      const isAnother = scene.width !== marks.scene.width || scene.height !== marks.scene.height;
      marks = networkMarks(scene);
      hits = null;
      namesAt = farNames(scene);
      marked = { ...marked, node: null, arc: null };
      density = densityOf(scene);
      sized(canvas, screen, density);
      if (isAnother) view = fitted(scene, screen);
      stale();
    },
    mark: (next) => {
      if (next.outstanding !== marked.outstanding) stale();
      marked = next;
      request();
    },
    pan: (x, y) => look(moved(view, x, y)),
    zoom: (factor, at = chosenPlace() ?? middle()) => look(zoomed(view, factor, at, marks.scene, screen)),
    fit: () => look(fitted(marks.scene, screen)),
    show: (at) => {
      const next = showing(view, at, screen);
      if (next.dx !== view.dx || next.dy !== view.dy) look(next);
    },
    hit: (at) => {
      const node = farNameAt(named, at);
      if (node !== null) return { is: "node", node };
      hits ??= networkHits(marks);
      return hits.at(toPicture(view, at), reach / view.scale);
    },
    end: () => {
      hasEnded = true;
      resized.disconnect();
      cancelAnimationFrame(waiting);
    },
  };
}

/** Painted by the processor in any case: reading back from a GPU would cost more than it gains. */
function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  return canvas.getContext("2d", { alpha: false, willReadFrequently: true })!;
}

function bitmap(): Bitmap {
  return {
    pen: penOf(document.createElement("canvas")),
    view: { scale: 1, dx: 0, dy: 0 },
    screen: { width: 1, height: 1 },
  };
}

function flush({ pen }: Bitmap): void {
  pen.getImageData(0, 0, 1, 1);
}

function extentOf(canvas: HTMLCanvasElement): Extent {
  return { width: Math.max(1, canvas.clientWidth), height: Math.max(1, canvas.clientHeight) };
}

/** Twice as fine is four times the work. */
function densityOf({ arcs }: NetworkScene): number {
  return Math.min(devicePixelRatio || 1, arcs.ink.length > 2000 ? 1 : 2);
}

function sized(canvas: HTMLCanvasElement, { width, height }: Extent, density: number): void {
  const [wide, high] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
}
