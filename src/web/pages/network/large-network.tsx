/** All of a large network: a picture through which one moves by mouse or keys, and beside it the chosen company with its flows as words, which is what the keyboard goes through. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { CircleCard } from "../../../views/network-answers.ts";
import type { Point } from "../../../views/pictures/drawing.ts";
import type { NetworkScene } from "../../../views/pictures/network-scene.ts";
import { type NetworkCanvas, networkCanvas } from "../../charts/network-canvas.ts";
import type { Hit } from "../../charts/network-hits.ts";
import { arcSays, claimsOfArc } from "../../charts/scene-words.ts";
import { FlowsOf } from "./flows-of-company.tsx";
import { chosen } from "./network.ts";
import { focusOn, whyOf } from "./network-acts.ts";

interface LargeNetworkProps {
  readonly scene: NetworkScene;
  /** Legend and sources, as an SVG of our own making. */
  readonly legend: string;
  /** The circle that stands out; the rest is dimmed. */
  readonly circle: CircleCard | null;
}

export function LargeNetwork({ scene, legend, circle }: LargeNetworkProps) {
  const surface = useRef<HTMLCanvasElement>(null);
  const picture = useRef<NetworkCanvas | null>(null);
  const [arc, setArc] = useState<number | null>(null);
  const at = chosen.value;
  const node = useMemo(() => scene.nodes.findIndex(({ party }) => party === at), [scene, at]);
  const outstanding = useMemo(() => arcsWith(scene, circle), [scene, circle]);
  // Before the frame, not after it: a step of the day is painted with the frame that shows its words.
  useLayoutEffect(() => {
    picture.current = networkCanvas(surface.current!, scene);
    return () => picture.current?.end();
  }, []);
  useLayoutEffect(() => {
    setArc(null);
    picture.current?.draw(scene);
  }, [scene]);
  useLayoutEffect(
    () => picture.current?.mark({ outstanding, node: node < 0 ? null : node, arc }),
    [outstanding, node, arc],
  );
  useEffect(() => {
    const place = scene.nodes[node];
    if (place) picture.current?.show(place);
  }, [scene, node]);
  useEffect(
    () =>
      listen(
        surface.current!,
        () => picture.current!,
        () => scene,
        setArc,
      ),
    [scene],
  );
  return (
    <div class="large-network">
      <p class="sub">{scene.subtitle}</p>
      <section class="plate" tabIndex={0} aria-label={scene.alt} onKeyDown={(event) => moveBy(event, picture.current!)}>
        <canvas ref={surface} aria-hidden="true" />
        <div class="nearer">
          <button type="button" aria-label="Nearer" onClick={() => picture.current!.zoom(nearer)}>
            +
          </button>
          <button type="button" aria-label="Farther" onClick={() => picture.current!.zoom(1 / nearer)}>
            −
          </button>
          <button type="button" onClick={() => picture.current!.fit()}>
            All of it <kbd aria-hidden="true">0</kbd>
          </button>
        </div>
        {node >= 0 && <FlowsOf scene={scene} node={node} onLook={setArc} />}
      </section>
      <div class="below" dangerouslySetInnerHTML={{ __html: legend }} />
    </div>
  );
}

const nearer = 1.4;
/** Pixels of one press. */
const step = 80;

const keyMoves: Readonly<Record<string, (picture: NetworkCanvas) => void>> = {
  ArrowLeft: ({ pan }) => pan(step, 0),
  ArrowRight: ({ pan }) => pan(-step, 0),
  ArrowUp: ({ pan }) => pan(0, step),
  ArrowDown: ({ pan }) => pan(0, -step),
  "+": ({ zoom }) => zoom(nearer),
  "=": ({ zoom }) => zoom(nearer),
  "-": ({ zoom }) => zoom(1 / nearer),
  "0": ({ fit }) => fit(),
};

function moveBy(event: KeyboardEvent, picture: NetworkCanvas): void {
  const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : keyMoves[event.key];
  if (!move) return;
  event.preventDefault();
  move(picture);
}

function arcsWith(scene: NetworkScene, circle: CircleCard | null): ReadonlySet<number> | null {
  if (circle === null) return null;
  const claims = new Set(circle.claims);
  const isOn = (arc: number): boolean => claimsOfArc(scene, arc).some((claim) => claims.has(claim));
  return new Set([...scene.arcs.ink.keys()].filter(isOn));
}

/** What a mouse does: drag moves, the wheel brings nearer, a click chooses a company or opens the sentences of a flow. */
function listen(
  surface: HTMLCanvasElement,
  pictureNow: () => NetworkCanvas,
  sceneNow: () => NetworkScene,
  lookAt: (arc: number | null) => void,
): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  let drag: { x: number; y: number; moved: boolean } | null = null;
  const placeOf = ({ clientX, clientY }: MouseEvent): Point => {
    const { left, top } = surface.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const over = (hit: Hit | null): void => {
    const scene = sceneNow();
    surface.classList.toggle("over-mark", hit !== null);
    surface.title = hit === null ? "" : hit.is === "node" ? scene.nodes[hit.node]!.name : arcSays(scene, hit.arc);
    lookAt(hit?.is === "arc" ? hit.arc : null);
  };
  surface.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      drag = { x: event.clientX, y: event.clientY, moved: false };
      // A pointer that is gone already cannot be kept.
      if (event.isTrusted) surface.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  surface.addEventListener(
    "pointermove",
    (event) => {
      if (drag === null) return over(pictureNow().hit(placeOf(event)));
      const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
      // A hand that clicks shakes a little.
      if (!drag.moved && Math.hypot(dx, dy) < 4) return;
      drag = { x: event.clientX, y: event.clientY, moved: true };
      pictureNow().pan(dx, dy);
    },
    { signal },
  );
  const drop = (event: PointerEvent): void => {
    const was = drag;
    drag = null;
    if (was === null || was.moved || event.type === "pointercancel") return;
    const hit = pictureNow().hit(placeOf(event));
    const scene = sceneNow();
    if (hit?.is === "node") chosen.value = scene.nodes[hit.node]!.party;
    else if (hit?.is === "arc") whyOf(claimsOfArc(scene, hit.arc));
  };
  surface.addEventListener("pointerup", drop, { signal });
  surface.addEventListener("pointercancel", drop, { signal });
  surface.addEventListener("pointerleave", () => over(null), { signal });
  surface.addEventListener(
    "dblclick",
    (event) => {
      const hit = pictureNow().hit(placeOf(event));
      if (hit?.is === "node") focusOn(sceneNow().nodes[hit.node]!.party);
    },
    { signal },
  );
  surface.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 20 : 1;
      pictureNow().zoom(Math.exp(-event.deltaY * lines * 0.0015), placeOf(event));
    },
    { signal, passive: false },
  );
  return () => ended.abort();
}
