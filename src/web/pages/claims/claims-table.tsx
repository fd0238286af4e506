/** The table: only the rows in sight are drawn, however many there are. */

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ClaimCard } from "../../../views/page-answers.ts";
import { follow } from "../../state/page.ts";
import { cards } from "../../state/writes.ts";
import { StatusGlyph } from "../../ui/status.tsx";
import { at, type Column, needRows, picked, shownColumns, sort } from "./claims.ts";
import { move, sortable, sortBy, sortName, toggle } from "./claims-acts.ts";

/** Pixels; the style sheet has the same. */
const rowHeight = 28;
/** Rows that are drawn above and below what is in sight. */
const beyond = 6;

export function ClaimsTable({ ids, dimmed }: { ids: readonly string[]; dimmed: boolean }) {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ first: 0, last: 40 });
  const columns = shownColumns.value;
  const look = (): void => {
    const own = scroller.current;
    if (!own) return;
    const first = Math.max(0, Math.floor(own.scrollTop / rowHeight) - beyond);
    const last = Math.ceil((own.scrollTop + own.clientHeight) / rowHeight) + beyond;
    setView((before) => (before.first === first && before.last === last ? before : { first, last }));
  };
  useLayoutEffect(look, [ids]);
  useEffect(() => {
    const observer = new ResizeObserver(look);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => needRows(view.first, view.last), [view, ids]);
  // The row with the focus stays in sight, below the head.
  const row = at.value;
  useLayoutEffect(() => {
    const own = scroller.current;
    if (!own) return;
    const top = row * rowHeight;
    if (top < own.scrollTop) own.scrollTop = top;
    else if (top + 2 * rowHeight > own.scrollTop + own.clientHeight)
      own.scrollTop = top + 2 * rowHeight - own.clientHeight;
  }, [row]);
  const all = cards.value;
  const shown = ids.slice(view.first, view.last);
  const page = Math.max(1, view.last - view.first - 2 * beyond - 2);
  return (
    <div
      class={`grid${dimmed ? " dimmed" : ""}`}
      role="grid"
      aria-label="Claims"
      aria-rowcount={ids.length + 1}
      aria-multiselectable="true"
      aria-activedescendant={`claim-row-${row}`}
      tabIndex={0}
      ref={scroller}
      onScroll={look}
      onKeyDown={(event) => {
        const by = { PageDown: page, PageUp: -page, Home: -ids.length, End: ids.length }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        move(by);
      }}
    >
      <div class="row head" role="row" aria-rowindex={1}>
        <span role="columnheader" class="c-pick">
          <span class="sr">selected</span>
        </span>
        {columns.map((column) => (
          <Head key={column} column={column} />
        ))}
      </div>
      <div class="all" role="presentation" style={{ height: `${ids.length * rowHeight}px` }}>
        {shown.map((id, index) => (
          <Row
            key={id}
            id={id}
            place={view.first + index}
            card={all.get(id)}
            here={view.first + index === row}
            chosen={picked.value.has(id)}
          />
        ))}
      </div>
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const now = sort.value;
  const name = sortName(column);
  const canSort = (sortable as readonly string[]).includes(column) || column === "place";
  const isSorted = now.replace(/^-/, "") === name;
  return (
    <span
      role="columnheader"
      class={`c-${column}`}
      aria-sort={isSorted ? (now.startsWith("-") ? "descending" : "ascending") : undefined}
    >
      {canSort ? (
        <button
          type="button"
          class="plain"
          tabIndex={-1}
          onClick={() => sortBy(isSorted && !now.startsWith("-") ? `-${name}` : name)}
        >
          {column}
          {isSorted && (now.startsWith("-") ? " ↓" : " ↑")}
        </button>
      ) : (
        column
      )}
    </span>
  );
}

interface RowProps {
  readonly id: string;
  readonly place: number;
  readonly card: ClaimCard | undefined;
  readonly here: boolean;
  readonly chosen: boolean;
}

/** Its columns come from the signal: what reads one is drawn anew only when that or its own properties change. */
function Row({ id, place, card, here, chosen }: RowProps) {
  const columns = shownColumns.value;
  return (
    <div
      role="row"
      id={`claim-row-${place}`}
      aria-rowindex={place + 2}
      aria-selected={chosen}
      class={`row${here ? " here" : ""}${chosen ? " picked" : ""}${card ? ` r-${card.review}` : ""}`}
      style={{ transform: `translateY(${place * rowHeight}px)` }}
      onClick={() => {
        at.value = place;
      }}
      onDblClick={() => card && follow(`#/evidence/${card.number}?claim=${card.id}`)}
      onKeyDown={undefined}
    >
      <span role="gridcell" class="c-pick" onClick={() => toggle(id)} onKeyDown={undefined}>
        <i class={chosen ? "box on" : "box"} aria-hidden="true" />
      </span>
      {columns.map((column) => (
        <span key={column} role="gridcell" class={`c-${column}`}>
          {card ? cell(column, card) : <i class="line" aria-hidden="true" />}
        </span>
      ))}
    </div>
  );
}

function cell(column: Column, card: ClaimCard): ComponentChildren {
  switch (column) {
    case "id":
      return card.short;
    case "status":
      return (
        <>
          <StatusGlyph status={card.status} /> {card.status}
          {card.conditional && " if"}
          {card.hedged && " ~"}
        </>
      );
    case "from":
      return card.from || "—";
    case "to":
      return card.to || "—";
    case "what":
      return card.what;
    case "amount":
      return <AmountCell card={card} />;
    case "period":
      return card.period || "—";
    case "quote":
      return `“${card.quote}”`;
    case "place":
      return `${card.number}:${card.span[0]}`;
    case "review":
      return card.review === "unreviewed" ? "" : card.review;
    case "reader":
      return card.byHand ? "by hand" : card.reader;
    case "origin":
      return card.origin ?? "";
    default:
      return column satisfies never;
  }
}

/** The comparator hangs left of the figure, so that digits line up. */
function AmountCell({ card }: { card: ClaimCard }) {
  const [, comparator = "", figure = ""] = /^([≥>≈<≤]?)\s*(.*)$/.exec(card.amount)!;
  return (
    <>
      <span class="comparator">{comparator}</span>
      <span class="digits">{figure || "—"}</span>
      <span class="conflict">{card.conflict ? "≠" : ""}</span>
    </>
  );
}
