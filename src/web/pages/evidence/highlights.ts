/** Highlights words without touching the text, through the browser's own registry; where it has none, marks stand in the text instead. */

import type { ClaimCard } from "../../../views/page-answers.ts";
import { rangeOf } from "./text-places.ts";

export const canHighlight = typeof CSS !== "undefined" && "highlights" in CSS && typeof Highlight !== "undefined";

/** Highlights the claims, over them the chosen one, over that what is being selected. Gives back how to take it away. */
export function highlight(
  all: readonly ClaimCard[],
  chosen: string | null,
  draft: readonly [number, number] | null,
): () => void {
  if (!canHighlight) return () => {};
  const standing = all.filter(({ review }) => review !== "rejected");
  put(
    "claim",
    0,
    standing.filter(({ conflict }) => !conflict).map(({ span }) => span),
  );
  put(
    "conflict",
    1,
    standing.filter(({ conflict }) => conflict).map(({ span }) => span),
  );
  put(
    "rejected",
    1,
    all.filter(({ review }) => review === "rejected").map(({ span }) => span),
  );
  put(
    "chosen",
    2,
    all.filter(({ id }) => id === chosen).flatMap(({ span, also }) => [span, ...also]),
  );
  put("draft", 3, draft ? [draft] : []);
  return () => {
    for (const name of ["claim", "conflict", "rejected", "chosen", "draft"]) CSS.highlights.delete(name);
  };
}

function put(name: string, priority: number, spans: readonly (readonly [number, number])[]): void {
  const highlight = new Highlight(...spans.flatMap((span) => rangeOf(span) ?? []));
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}
