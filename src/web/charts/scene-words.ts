/** What stands behind the arcs of a network, by their places: each as a sentence, its claims, how it is drawn. Taken apart when it is first asked for. */

import { sentenceOf } from "../../views/pictures/network-ink.ts";
import type { ArcInk, NetworkScene } from "../../views/pictures/network-scene.ts";

interface Lines {
  readonly told: readonly string[];
  readonly claims: readonly string[];
}

const known = new WeakMap<NetworkScene, Lines>();

function linesOf(scene: NetworkScene): Lines {
  const lines = known.get(scene) ?? { told: scene.arcs.told.split("\n"), claims: scene.arcs.claims.split("\n") };
  known.set(scene, lines);
  return lines;
}

/** The arc as a sentence. */
export function arcSays(scene: NetworkScene, arc: number): string {
  const { from, to } = scene.arcs;
  const nameOf = (place: number): string => scene.nodes[place]!.name;
  return sentenceOf(nameOf(from[arc]!), inkOf(scene, arc).status, nameOf(to[arc]!), linesOf(scene).told[arc]!);
}

export function claimsOfArc(scene: NetworkScene, arc: number): readonly string[] {
  return linesOf(scene).claims[arc]!.split(" ");
}

export function inkOf({ arcs: { ink, inks } }: NetworkScene, arc: number): ArcInk {
  return inks[ink[arc]!]!;
}
