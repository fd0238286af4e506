/** The picture with what a mouse and keys do on it. Its marks are drawn by `src/views/pictures`: here they only answer. */

import { useEffect, useRef } from "preact/hooks";
import type { CircleCard } from "../../../views/network-answers.ts";
import { chosen } from "./network.ts";
import { focusOn, whyOf } from "./network-acts.ts";

interface PictureProps {
  readonly svg: string;
  /** The circle that stands out; the rest is dimmed. */
  readonly circle: CircleCard | null;
}

export function NetworkPicture({ svg, circle }: PictureProps) {
  const own = useRef<HTMLDivElement>(null);
  const at = chosen.value;
  useEffect(() => {
    const picture = own.current?.querySelector("svg");
    if (!picture) return;
    // As a picture its parts would not exist for a screen reader; here each of them can be pressed.
    picture.setAttribute("role", "group");
    for (const node of picture.querySelectorAll("[data-party]")) {
      node.setAttribute("role", "button");
      node.setAttribute("tabindex", "-1");
      node.setAttribute("aria-label", node.textContent ?? "");
    }
    for (const mark of picture.querySelectorAll("[data-claims]")) {
      mark.setAttribute("data-why", mark.getAttribute("data-claims")!.split(" ")[0]!);
      if (mark.querySelector("title")) mark.setAttribute("role", "img");
    }
  }, [svg]);
  useEffect(() => {
    for (const node of own.current?.querySelectorAll<SVGGElement>("[data-party]") ?? []) {
      const isHere = node.dataset.party === at;
      node.toggleAttribute("data-here", isHere);
      node.setAttribute("tabindex", isHere || (at === null && node.matches(":first-of-type")) ? "0" : "-1");
      if (isHere) node.focus({ preventScroll: false });
    }
  }, [svg, at]);
  useEffect(() => {
    const claims = new Set(circle?.claims);
    for (const mark of own.current?.querySelectorAll<SVGGElement>("[data-claims]") ?? []) {
      const isPart = circle === null || mark.dataset.claims!.split(" ").some((claim) => claims.has(claim));
      mark.toggleAttribute("data-dim", !isPart);
    }
  }, [svg, circle]);
  return (
    <div
      class="network-picture"
      ref={own}
      onClick={({ target }) => {
        const part = target as Element;
        const node = part.closest<SVGGElement>("[data-party]");
        if (node) {
          chosen.value = node.dataset.party!;
          return;
        }
        const mark = part.closest<SVGGElement>("[data-claims]");
        if (mark) whyOf(mark.dataset.claims!.split(" "));
      }}
      onDblClick={({ target }) => {
        const node = (target as Element).closest<SVGGElement>("[data-party]");
        if (node) focusOn(node.dataset.party!);
      }}
      onKeyDown={undefined}
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}
