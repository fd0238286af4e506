/** The picture with what a mouse and keys do on it. Its marks are drawn by `src/views/pictures`: here they only answer. */

import { useEffect, useRef } from "preact/hooks";
import type { FlowCircle } from "../../../views/flows-answers.ts";
import { chosen, company } from "./flows.ts";
import { choose, whyOf } from "./flows-acts.ts";

interface PictureProps {
  readonly svg: string;
  /** The circle that stands out; the rest is dimmed. */
  readonly circle: FlowCircle | null;
}

export function FlowsPicture({ svg, circle }: PictureProps) {
  const own = useRef<HTMLDivElement>(null);
  const at = chosen.value;
  const atCompany = company.value;
  const marks = (): readonly SVGGElement[] => [...(own.current?.querySelectorAll<SVGGElement>("[data-claims]") ?? [])];
  const nodes = (): readonly SVGGElement[] => [...(own.current?.querySelectorAll<SVGGElement>("[data-party]") ?? [])];
  useEffect(() => {
    // As a picture its parts would not exist for a screen reader; here each ribbon can be pressed.
    own.current?.querySelector("svg")?.setAttribute("role", "group");
    for (const mark of marks()) {
      mark.setAttribute("data-why", mark.dataset.claims!.split(" ")[0]!);
      if (mark.dataset.flow === undefined) continue;
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-label", mark.querySelector("title")?.textContent ?? "");
    }
    for (const node of nodes()) {
      node.setAttribute("role", "button");
      node.setAttribute("aria-label", node.textContent ?? "");
      node.setAttribute("aria-keyshortcuts", "Alt+ArrowUp Alt+ArrowDown");
    }
  }, [svg]);
  useEffect(() => {
    const all = nodes();
    const hasChosen = all.some(({ dataset }) => dataset.party === atCompany);
    for (const [index, node] of all.entries()) {
      const isHere = node.dataset.party === atCompany;
      node.toggleAttribute("data-here", isHere);
      node.setAttribute("tabindex", isHere || (!hasChosen && index === 0) ? "0" : "-1");
      if (isHere) node.focus();
    }
  }, [svg, atCompany]);
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
        const node = (target as Element).closest<SVGGElement>("[data-party]");
        if (node) choose(null, node.dataset.party!);
        const mark = (target as Element).closest<SVGGElement>("[data-claims]");
        if (!mark) return;
        if (mark.dataset.flow) choose(mark.dataset.flow, null);
        whyOf(mark.dataset.claims!.split(" "));
      }}
      onFocusIn={({ target }) => {
        const { flow, party } = (target as Element).closest<SVGGElement>("[data-flow],[data-party]")?.dataset ?? {};
        if (flow) choose(flow, null);
        else if (party) choose(null, party);
      }}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
