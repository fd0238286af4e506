/** All deals, or those that a filter lets through: only the rows in sight are drawn. */

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DealLine, DealList } from "../../../views/deal-answers.ts";
import { copyText } from "../../state/frame-acts.ts";
import { address, goWith, openLayer } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { ProblemNote } from "../../ui/problem.tsx";
import { StatusGlyph } from "../../ui/status.tsx";
import { at } from "./deal.ts";
import { goToDeal, move, openHere } from "./deal-acts.ts";

/** Pixels; the style sheet has the same. */
const rowHeight = 28;
/** Rows that are drawn above and below what is in sight. */
const beyond = 8;

export function DealsList({ list: { deals, whole, more, problem, command } }: { list: DealList }) {
  if (whole === 0 && problem === null)
    return (
      <div class="empty">
        <h1>No deals yet</h1>
        <p>No claim of this book makes a deal: it has no documents, or nothing of them is known on this day.</p>
        <button type="button" class="primary" onClick={() => openLayer({ is: "add" })}>
          Add a document
        </button>
      </div>
    );
  const passing = deals.length + more;
  return (
    <div class="deals">
      <header class="deal-head">
        <h1>{problem ? "Deals" : passing === whole ? `${whole} deals` : `${passing} of ${whole} deals`}</h1>
        <div class="tools">
          <DealFilter written={address.value.params.q ?? ""} />
          <button type="button" class="plain" onClick={() => void copyText(command, `Copied: ${command}`)}>
            Copy as CLI
          </button>
        </div>
        {more > 0 && <p class="muted">{more} more pass: a narrower filter lists them.</p>}
      </header>
      {problem ? (
        <ProblemNote problem={problem} />
      ) : passing === 0 ? (
        <div class="empty" role="status">
          <p>No deal is left by this filter, at this firmness, on this day.</p>
          <button type="button" onClick={() => goWith({ q: "", firm: "" })}>
            Show all
          </button>
        </div>
      ) : (
        <Rows deals={deals} />
      )}
    </div>
  );
}

/** The filter of claims: deals of which some claim passes. Enter takes it. */
function DealFilter({ written }: { written: string }) {
  const [text, setText] = useState(written);
  useEffect(() => setText(written), [written]);
  return (
    <form
      class="filter"
      onSubmit={(event) => {
        event.preventDefault();
        goWith({ q: text.trim() }, true);
        document.querySelector<HTMLElement>("[data-table]")?.focus();
      }}
    >
      <label>
        <span class="sr">Filter </span>
        <Key act="search" />
        <input
          data-search
          placeholder="party:OpenAI status:signed conflict"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
    </form>
  );
}

function Rows({ deals }: { deals: readonly DealLine[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<readonly [first: number, last: number]>([0, 40]);
  const look = (): void => {
    const own = scroller.current;
    if (!own) return;
    const top = Math.floor(own.scrollTop / rowHeight);
    const seen = Math.ceil(own.clientHeight / rowHeight);
    setView([Math.max(0, top - beyond), top + seen + beyond]);
  };
  useLayoutEffect(look, [deals]);
  useEffect(() => {
    const observer = new ResizeObserver(look);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  const here = at.value;
  // The row that arrows have come to stays in sight, below the head.
  useLayoutEffect(() => {
    const own = scroller.current;
    if (!own) return;
    const top = here * rowHeight;
    if (top < own.scrollTop) own.scrollTop = top;
    else if (top + 2 * rowHeight > own.scrollTop + own.clientHeight)
      own.scrollTop = top + 2 * rowHeight - own.clientHeight;
  }, [here]);
  const [first, last] = view;
  const page = Math.max(1, last - first - 2 * beyond - 2);
  return (
    <div
      class="grid"
      role="grid"
      data-table
      aria-label="Deals"
      aria-rowcount={deals.length + 1}
      aria-activedescendant={`deal-row-${here}`}
      tabIndex={0}
      ref={scroller}
      onScroll={look}
      onKeyDown={(event) => {
        const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
        const by = { ...steps, Home: -deals.length, End: deals.length }[event.key];
        if (by !== undefined) move(by);
        else if (event.key === "Enter") openHere();
        else return;
        event.preventDefault();
      }}
    >
      <div class="row head" role="row" aria-rowindex={1}>
        {columns.map((column) => (
          <span key={column} role="columnheader" class={`d-${column}`}>
            {column === "sides" ? "from → to" : column}
          </span>
        ))}
      </div>
      <div class="all" role="presentation" style={{ height: `${deals.length * rowHeight}px` }}>
        {deals.slice(first, last).map((deal, index) => (
          <Row key={deal.short} deal={deal} place={first + index} isHere={first + index === here} />
        ))}
      </div>
    </div>
  );
}

const columns = ["id", "status", "sides", "what", "amount", "documents"] as const;

function Row({ deal, place, isHere }: { deal: DealLine; place: number; isHere: boolean }) {
  const { short, status, sides, what, amount, differs, documents } = deal;
  return (
    <div
      role="row"
      id={`deal-row-${place}`}
      aria-rowindex={place + 2}
      aria-selected={isHere}
      class={`row${isHere ? " here" : ""}`}
      style={{ transform: `translateY(${place * rowHeight}px)` }}
      onClick={() => goToDeal(short)}
      onKeyDown={undefined}
    >
      <span role="gridcell" class="d-id">
        {short}
      </span>
      <span role="gridcell" class="d-status">
        <StatusGlyph status={status} /> {status}
      </span>
      <span role="gridcell" class="d-sides">
        {sides}
      </span>
      <span role="gridcell" class="d-what">
        {what}
      </span>
      <span role="gridcell" class="d-amount">
        {amount || "—"} {differs && <span class="conflict">≠</span>}
      </span>
      <span role="gridcell" class="d-documents">
        {documents}
      </span>
    </div>
  );
}
