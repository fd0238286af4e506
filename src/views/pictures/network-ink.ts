/** How is each mark of a network drawn, on whatever it is drawn? Hue is what moves, line how firm, width how much money, a yellow halo a circle. */

import type { Status } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { Layer } from "../network-rows.ts";
import { type Point, textWidth } from "./drawing.ts";
import type { Arc } from "./network-arcs.ts";
import { boxHalf, type Shape, size } from "./network-places.ts";

export const hues: Readonly<Record<Layer, string>> = {
  money: "#098be5",
  compute: "#bd6900",
  chips: "#194f3e",
  shares: "#6e056f",
  owns: "#6e056f",
  debt: "#838385",
  rights: "#838385",
  leans: "#838385",
};

/** What stood before is faint, so that what changed is seen. */
export const faintness = 0.25;

/** Dashes of a line, as long as they and the gaps are; none for a whole line. */
export function dashOf(status: Status, stroke: number): readonly number[] {
  if (status === "announced") return [stroke * 2 + 6, stroke + 4];
  return status === "talks" ? [Math.max(2, stroke * 0.5), stroke * 0.6 + 3] : [];
}

/** How much of its ring a status fills. */
export function turnOf(status: Status): number {
  return ({ talks: 0.25, announced: 0.5, signed: 0.75, completed: 1 } as Partial<Record<Status, number>>)[status] ?? 0;
}

/** A signed link is a double line: its middle is the ground. */
export function middleOf(status: Status, stroke: number): number | null {
  return status === "signed" ? Math.max(0.8, stroke * 0.36) : null;
}

export function headSize(stroke: number): number {
  return Math.max(9, stroke * 1.5 + 5);
}

export function haloWidth(stroke: number): number {
  return stroke + 9;
}

const verbs: Readonly<Record<string, string>> = {
  talks: "would give",
  announced: "has said it will give",
  signed: "must give",
  completed: "gave",
};

/** An arc as a sentence. */
export function saysOf(arc: Arc, nameOf: (party: PartyId) => string): string {
  return sentenceOf(nameOf(arc.from), arc.status, nameOf(arc.to), toldBy(arc));
}

/** What an arc says behind its verb, on one line. */
export function toldBy({ label, differs }: Pick<Arc, "label" | "differs">): string {
  return `${label.replaceAll("\n", " ")}${differs ? ", sources differ" : ""}`;
}

export function sentenceOf(giver: string, status: Status, receiver: string, told: string): string {
  return `${giver} ${verbs[status] ?? "gives"} ${receiver}: ${told}`;
}

/** The corners of a company's shape; null for a circle. A lender's is a box with a pointed roof. */
export function outlineOf(shape: Shape, { x, y }: Point): readonly Point[] | null {
  const { x: dx, y: dy } = boxHalf;
  const [r, h] = [size.radius, size.radius * 0.62];
  if (shape === "circle") return null;
  if (shape === "hexagon")
    return [
      { x: x - r, y },
      { x: x - r * 0.55, y: y - h },
      { x: x + r * 0.55, y: y - h },
      { x: x + r, y },
      { x: x + r * 0.55, y: y + h },
      { x: x - r * 0.55, y: y + h },
    ];
  if (shape === "triangle")
    return [
      { x: x - dx, y: y - dy + 6 },
      { x, y: y - dy - 6 },
      { x: x + dx, y: y - dy + 6 },
      { x: x + dx, y: y + dy },
      { x: x - dx, y: y + dy },
    ];
  return [
    { x: x - dx, y: y - dy },
    { x: x + dx, y: y - dy },
    { x: x + dx, y: y + dy },
    { x: x - dx, y: y + dy },
  ];
}

/** A name in at most two lines that fit; the rest of a longer one is cut with a mark. */
export function nameLines(name: string): string[] {
  const most = 76;
  if (textWidth(name, 12) <= most) return [name];
  const words = name.split(" ");
  let first = words[0]!;
  let at = 1;
  while (at < words.length && textWidth(`${first} ${words[at]}`, 12) <= most) first += ` ${words[at++]}`;
  const rest = words.slice(at).join(" ");
  return rest === "" ? [cut(first, most)] : [cut(first, most), cut(rest, most)];
}

function cut(text: string, most: number): string {
  if (textWidth(text, 12) <= most) return text;
  let short = text;
  while (short.length > 1 && textWidth(`${short}…`, 12) > most) short = short.slice(0, -1);
  return `${short}…`;
}
