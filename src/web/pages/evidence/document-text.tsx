/** The text of a document with its claims highlighted. Text stays text: what looks like markup in it is shown as it is. */

import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ClaimCard, DocumentAnswer } from "../../../views/page-answers.ts";
import { address } from "../../state/page.ts";
import { cards } from "../../state/writes.ts";
import { counted } from "../../ui/add-dialog.tsx";
import { choose, draftSpan, order, selected } from "./evidence.ts";
import { canHighlight, highlight } from "./highlights.ts";
import { type Block, blocksOf, offsetAt, rangeOf, selectedWords, takePane } from "./text-places.ts";

export function DocumentText({ shown }: { shown: DocumentAnswer }) {
  const { line, text, url, origins, appearances } = shown;
  const scroller = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const blocks = useMemo(() => blocksOf(text), [text]);
  const all = shown.cards.flatMap(({ id }) => cards.value.get(id) ?? []);
  const id = selected.value;
  const draft = draftSpan.value;
  const range = address.value.params.span;

  useLayoutEffect(() => {
    takePane(pane.current);
    return () => takePane(null);
  }, [text]);
  useLayoutEffect(() => highlight(all, id, draft ?? spanOf(range)), [all.map(look).join(" "), id, draft, range, text]);
  useLayoutEffect(() => {
    const span = draft ?? all.find((card) => card.id === id)?.span ?? spanOf(range);
    if (span) centre(scroller.current, rangeOf(span));
  }, [id, text, draft, range]);

  return (
    <div class="reading">
      <div class="scroller" ref={scroller} tabIndex={0} role="region" aria-label={`Text of ${line.number}`}>
        <h1>
          <span class="tn">{line.number}</span> · {line.title}
        </h1>
        <p class="sub">
          {[
            line.publisher ?? "publisher unknown",
            line.published ? `published ${line.published}` : "undated",
            origins.length > 0 ? `cites ${origins.map((origin) => `“${origin}”`).join(", ")}` : "names no origin",
            `received ${line.received}`,
            appearances > 1 ? `${appearances} appearances` : "",
            `sha256 ${line.id.slice(0, 8)}`,
            counted(text.length, "character"),
          ]
            .filter(Boolean)
            .join(" · ")}
          {url && /^https?:\/\//.test(url) && (
            <>
              {" · "}
              <a
                href={originalAddress(
                  url,
                  all.find((card) => card.id === id),
                )}
                target="_blank"
                rel="noreferrer noopener"
              >
                the original
              </a>
            </>
          )}
        </p>
        <div class="text" ref={pane} onClick={(event) => chooseAt(event, all)}>
          {blocks.map((block) => (
            <TextBlock key={block.start} block={block} marks={canHighlight ? null : all} chosen={id} />
          ))}
          <Numbers text={text} ids={order.value} scroller={scroller.current} />
        </div>
      </div>
      <Minimap length={text.length} all={all} />
    </div>
  );
}

/** One line; cut into marks only where the browser has no highlights of its own. */
function TextBlock({
  block,
  marks,
  chosen,
}: {
  block: Block;
  marks: readonly ClaimCard[] | null;
  chosen: string | null;
}) {
  const { start, text, isHeading } = block;
  const end = start + text.length;
  const over = marks?.filter(({ span, review }) => review !== "rejected" && span[0] < end && span[1] > start) ?? [];
  const cuts = [
    ...new Set([start, end, ...over.flatMap(({ span }) => span.filter((at) => at > start && at < end))]),
  ].sort((one, other) => one - other);
  return (
    <p data-start={start} class={isHeading ? "heading" : ""} dir="auto">
      {over.length === 0
        ? text
        : cuts.slice(0, -1).map((from, index) => {
            const piece = text.slice(from - start, cuts[index + 1]! - start);
            const claims = over.filter(({ span }) => span[0] <= from && span[1] >= cuts[index + 1]!);
            if (claims.length === 0) return piece;
            return (
              <mark key={from} class={claims.some(({ id }) => id === chosen) ? "selected" : ""}>
                {piece}
              </mark>
            );
          })}
    </p>
  );
}

const numberedAtMost = 400;

/** The numbers of claims beside the lines on which they begin. */
function Numbers({ text, ids, scroller }: { text: string; ids: readonly string[]; scroller: HTMLElement | null }) {
  const [places, setPlaces] = useState<
    readonly { readonly top: number; readonly label: string; readonly id: string }[]
  >([]);
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = (): void => {
      const base = own.current?.parentElement?.getBoundingClientRect().top;
      if (base === undefined || ids.length > numberedAtMost) {
        setPlaces([]);
        return;
      }
      const lines = new Map<number, { numbers: number[]; id: string }>();
      for (const [index, id] of ids.entries()) {
        const span = cards.peek().get(id)?.span;
        const rect = span && rangeOf(span)?.getClientRects()[0];
        if (!rect) continue;
        const top = Math.round(rect.top - base);
        const line = lines.get(top);
        if (line) line.numbers.push(index + 1);
        else lines.set(top, { numbers: [index + 1], id });
      }
      setPlaces(
        [...lines].map(([top, { numbers, id }]) => ({
          top,
          id,
          label: numbers.length > 2 ? `${numbers[0]}–${numbers.at(-1)}` : numbers.join(" "),
        })),
      );
    };
    place();
    const observer = new ResizeObserver(place);
    if (own.current?.parentElement) observer.observe(own.current.parentElement);
    return () => observer.disconnect();
  }, [text, ids, scroller]);
  return (
    <div class="numbers" ref={own} aria-hidden="true">
      {places.map(({ top, label, id }) => (
        <span key={top} style={{ top: `${top}px` }} onClick={() => choose(id)} onKeyDown={undefined}>
          {label}
        </span>
      ))}
    </div>
  );
}

/** Where in the text the claims are: a map in the scroll edge, for the eye and the mouse. */
function Minimap({ length, all }: { length: number; all: readonly ClaimCard[] }) {
  return (
    <div class="minimap" aria-hidden="true">
      {all.map(({ id, span, conflict, review }) => (
        <i
          key={id}
          class={`${conflict ? "conflict" : ""} ${id === selected.value ? "selected" : ""} ${review === "unreviewed" ? "" : "done"}`}
          style={{ top: `${(span[0] / length) * 100}%`, height: `max(4px, ${((span[1] - span[0]) / length) * 100}%)` }}
          onClick={() => choose(id)}
          onKeyDown={undefined}
        />
      ))}
    </div>
  );
}

/** The innermost claim at the clicked words. A selection of words is no click. */
function chooseAt(event: MouseEvent, all: readonly ClaimCard[]): void {
  if (selectedWords() !== null) return;
  const at = offsetAt(event.clientX, event.clientY);
  if (at === null) return;
  const there = all
    .filter(({ span }) => span[0] <= at && span[1] > at)
    .sort((one, other) => one.span[1] - one.span[0] - (other.span[1] - other.span[0]));
  // Again and again on the same words goes through the claims that lie over them.
  const next = there[(there.findIndex(({ id }) => id === selected.peek()) + 1) % Math.max(there.length, 1)];
  if (next) choose(next.id);
}

/** Brings a range to the middle of its pane, where it is not in sight well already. */
function centre(scroller: HTMLElement | null, range: Range | null): void {
  if (!scroller || !range) return;
  const [box, own] = [range.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const target = scroller.scrollTop + box.top - own.top - (own.height - box.height) / 2;
  scroller.scrollTop = Math.max(0, target);
}

/** All of a claim that changes how its words look. */
function look({ id, review, conflict, span }: ClaimCard): string {
  return `${id}${review}${conflict}${span}`;
}

function spanOf(written: string | undefined): readonly [number, number] | null {
  const [start, end] = (written ?? "").split("-").map(Number);
  return written && start! >= 0 && end! > start! ? [start!, end!] : null;
}

/** The page itself, at the words where browsers can. */
function originalAddress(url: string, card: ClaimCard | undefined): string {
  return card && !url.includes("#")
    ? `${url}#:~:text=${encodeURIComponent(card.quote.slice(0, 200)).replaceAll("-", "%2D")}`
    : url;
}
