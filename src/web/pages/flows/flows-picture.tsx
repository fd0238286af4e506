/** The picture with what a mouse and keys do on it. Its marks are drawn by `src/views/pictures`: here they only answer. */

import { useEffect, useRef } from "preact/hooks";
import type { FlowCircle } from "../../../views/flows-answers.ts";
import { chosen } from "./flows.ts";
import { whyOf } from "./flows-acts.ts";

interface PictureProps {
  readonly svg: string;
  /** The circle that stands out; the rest is dimmed. */
  readonly circle: FlowCircle | null;
}

export function FlowsPicture({ svg, circle }: PictureProps) {
  const own = useRef<HTMLDivElement>(null);
  const at = chosen.value;
  const marks = (): readonly SVGGElement[] => [...(own.current?.querySelectorAll<SVGGElement>("[data-claims]") ?? [])];
  useEffect(() => {
    // As a picture its parts would not exist for a screen reader; here each ribbon can be pressed.
    own.current?.querySelector("svg")?.setAttribute("role", "group");
    for (const mark of marks()) {
      mark.setAttribute("data-why", mark.dataset.claims!.split(" ")[0]!);
      if (mark.dataset.flow === undefined) continue;
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-label", mark.querySelector("title")?.textContent ?? "");
    }
  }, [svg]);
  useEffect(() => {
    const flows = marks().filter(({ dataset }) => dataset.flow !== undefined);
    const hasChosen = flows.some(({ dataset }) => dataset.flow === at);
    for (const [index, mark] of flows.entries()) {
      const isHere = mark.dataset.flow === at;
      mark.toggleAttribute("data-here", isHere);
      mark.setAttribute("tabindex", isHere || (!hasChosen && index === 0) ? "0" : "-1");
      if (isHere) mark.focus();
    }
  }, [svg, at]);
  useEffect(() => {
    const claims = new Set(circle?.claims);
    for (const mark of marks()) {
      const isPart = circle === null || mark.dataset.claims!.split(" ").some((claim) => claims.has(claim));
      mark.toggleAttribute("data-dim", !isPart);
    }
  }, [svg, circle]);
  return (
    <div
      class="flows-picture"
      ref={own}
      onClick={({ target }) => {
        const mark = (target as Element).closest<SVGGElement>("[data-claims]");
        if (!mark) return;
        if (mark.dataset.flow) chosen.value = mark.dataset.flow;
        whyOf(mark.dataset.claims!.split(" "));
      }}
      onFocusIn={({ target }) => {
        const flow = (target as Element).closest<SVGGElement>("[data-flow]")?.dataset.flow;
        if (flow) chosen.value = flow;
      }}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
