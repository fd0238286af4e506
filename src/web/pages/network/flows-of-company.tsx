/** The chosen company and its flows in words: each stands out in the picture while it has the focus, and opens its sentences. */

import { useEffect, useMemo, useRef } from "preact/hooks";
import type { NetworkScene } from "../../../views/pictures/network-scene.ts";
import { arcSays, claimsOfArc, inkOf } from "../../charts/scene-words.ts";
import { focusOn, whyOf } from "./network-acts.ts";

interface FlowsOfProps {
  readonly scene: NetworkScene;
  readonly node: number;
  /** An arc has the focus, or none. */
  readonly onLook: (arc: number | null) => void;
}

/** More are walked through in the list. */
const mostFlows = 100;

export function FlowsOf({ scene, node, onLook }: FlowsOfProps) {
  const name = useRef<HTMLButtonElement>(null);
  const { party, name: shown } = scene.nodes[node]!;
  const flows = useMemo(
    () => [...scene.arcs.ink.keys()].filter((arc) => scene.arcs.from[arc] === node || scene.arcs.to[arc] === node),
    [scene, node],
  );
  useEffect(() => name.current?.focus({ preventScroll: true }), [party]);
  return (
    <div class="of-company">
      <button type="button" class="plain name" ref={name} onClick={() => focusOn(party)}>
        {shown} <span class="muted">{flows.length === 1 ? "1 flow" : `${flows.length} flows`}</span>
      </button>
      <ul>
        {flows.slice(0, mostFlows).map((arc) => {
          const claims = claimsOfArc(scene, arc);
          return (
            <li key={arc}>
              <button
                type="button"
                class="link"
                data-why={claims[0]}
                onFocus={() => onLook(arc)}
                onBlur={() => onLook(null)}
                onClick={() => whyOf(claims)}
              >
                {arcSays(scene, arc)}
              </button>{" "}
              <span class="muted">{inkOf(scene, arc).status}</span>
            </li>
          );
        })}
      </ul>
      {flows.length > mostFlows && <p class="muted">{flows.length - mostFlows} more are in the list.</p>}
    </div>
  );
}
