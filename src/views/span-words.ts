/** Moves an end of a span by a word: how a sentence is selected again with keys. */

import type { Span } from "../model/claim.ts";

/** The span with one end moved to the next border of a word; it never becomes empty. */
export function movedSpan(text: string, [start, end]: Span, which: "start" | "end", direction: 1 | -1): Span {
  if (which === "start") {
    const next = direction > 0 ? nextWord(text, start) : previousWord(text, start);
    return next < end ? [next, end] : [start, end];
  }
  const next = direction > 0 ? endOfNext(text, end) : endOfPrevious(text, end);
  return next > start ? [start, next] : [start, end];
}

function nextWord(text: string, at: number): number {
  const match = /^\S*\s+/.exec(text.slice(at));
  return match && at + match[0].length < text.length ? at + match[0].length : at;
}

function previousWord(text: string, at: number): number {
  const match = /\S+\s*$/.exec(text.slice(Math.max(0, at - 2000), at));
  return match ? at - match[0].length : at;
}

function endOfNext(text: string, at: number): number {
  const match = /^\s*\S+/.exec(text.slice(at));
  return match ? at + match[0].length : at;
}

function endOfPrevious(text: string, at: number): number {
  const match = /\s+\S*$/.exec(text.slice(Math.max(0, at - 2000), at));
  return match ? at - match[0].length : at;
}
