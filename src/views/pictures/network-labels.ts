/** Which arcs of a network get a label, and where? Those of much money first: none on a company, none on another, none cut. */

import { rungOf } from "../../deals/firmness.ts";
import { along, type Box, overlaps, textWidth } from "./drawing.ts";
import type { DrawnArc, DrawnLabel, DrawnNode } from "./network-drawing.ts";
import { size } from "./network-places.ts";

/** Places along an arc at which a label is tried. */
const tried = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73] as const;

/** At most so many labels in a picture of this width, the widest arcs first. */
export function placedLabels(
  arcs: readonly DrawnArc[],
  nodes: readonly DrawnNode[],
  most: number,
  pictureWidth: number,
): DrawnLabel[] {
  const taken = boxesTaken();
  for (const { centre } of nodes) taken.put({ x: centre.x - 54, y: centre.y - 42, width: 108, height: 84 });
  const order = [...arcs].sort((one, other) => other.stroke - one.stroke || rungOf(other.status) - rungOf(one.status));
  const labels: DrawnLabel[] = [];
  for (const arc of order) {
    if (labels.length >= most) break;
    const text = `${arc.label}${arc.differs ? " ≠" : ""}`;
    const [width, height] = [textWidth(text, size.labelText) + 26, size.labelText + 7];
    for (const t of tried) {
      const { x, y } = along(arc.curve, t);
      const box = { x: x - width / 2, y: y - height / 2, width, height };
      if (box.x < 2 || box.x + width > pictureWidth - 2 || taken.has(box)) continue;
      taken.put(box);
      labels.push({ ...box, arc, text });
      break;
    }
  }
  return labels;
}

/** Boxes by the cells of a coarse grid, so that only those near by are compared. */
function boxesTaken(): { readonly put: (box: Box) => void; readonly has: (box: Box) => boolean } {
  const cell = 128;
  const cells = new Map<string, Box[]>();
  const near = (box: Box): string[] => {
    const keys: string[] = [];
    for (let column = Math.floor(box.x / cell); column <= Math.floor((box.x + box.width) / cell); column++)
      for (let row = Math.floor(box.y / cell); row <= Math.floor((box.y + box.height) / cell); row++)
        keys.push(`${column} ${row}`);
    return keys;
  };
  return {
    put: (box) => {
      for (const key of near(box)) {
        const own = cells.get(key);
        if (own) own.push(box);
        else cells.set(key, [box]);
      }
    },
    has: (box) => near(box).some((key) => cells.get(key)?.some((other) => overlaps(box, other)) ?? false),
  };
}
