/** Which part of a picture does one look at, and how near? */

import type { Box, Point } from "../../views/pictures/drawing.ts";

export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** A place of the picture lies on the screen at `x · scale + dx`, `y · scale + dy`. */
export interface Viewport {
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
}

/** As near as letters are twice their size; as far as the picture is half of the screen. */
const nearest = 2;

/** All of the picture, in the middle; a small one no larger than it is. */
export function fitted(picture: Extent, screen: Extent): Viewport {
  const scale = Math.min(1, screen.width / picture.width, screen.height / picture.height);
  return {
    scale,
    dx: (screen.width - picture.width * scale) / 2,
    dy: (screen.height - picture.height * scale) / 2,
  };
}

export function moved({ scale, dx, dy }: Viewport, x: number, y: number): Viewport {
  return { scale, dx: dx + x, dy: dy + y };
}

/** Nearer or farther by a factor; what lies at the place of the screen stays there. */
export function zoomed(view: Viewport, factor: number, at: Point, picture: Extent, screen: Extent): Viewport {
  const farthest = fitted(picture, screen).scale / 2;
  const scale = Math.min(nearest, Math.max(farthest, view.scale * factor));
  const by = scale / view.scale;
  return { scale, dx: at.x - (at.x - view.dx) * by, dy: at.y - (at.y - view.dy) * by };
}

/** Never so far away that nothing of the picture is left. */
export function within({ scale, dx, dy }: Viewport, picture: Extent, screen: Extent): Viewport {
  const margin = 60;
  const held = (offset: number, long: number, seen: number): number =>
    Math.min(seen - margin, Math.max(margin - long * scale, offset));
  return { scale, dx: held(dx, picture.width, screen.width), dy: held(dy, picture.height, screen.height) };
}

/** Brings a place into sight where it is not, and leaves all as it is where it is. */
export function showing(view: Viewport, place: Point, screen: Extent): Viewport {
  const margin = 90;
  const need = (at: number, seen: number): number =>
    at < margin ? margin - at : at > seen - margin ? seen - margin - at : 0;
  const { x, y } = toScreen(view, place);
  return moved(view, need(x, screen.width), need(y, screen.height));
}

export function toScreen({ scale, dx, dy }: Viewport, { x, y }: Point): Point {
  return { x: x * scale + dx, y: y * scale + dy };
}

export function toPicture({ scale, dx, dy }: Viewport, { x, y }: Point): Point {
  return { x: (x - dx) / scale, y: (y - dy) / scale };
}

/** The part of the picture that is on the screen. */
export function seenPart(view: Viewport, screen: Extent): Box {
  const { x, y } = toPicture(view, { x: 0, y: 0 });
  return { x, y, width: screen.width / view.scale, height: screen.height / view.scale };
}
