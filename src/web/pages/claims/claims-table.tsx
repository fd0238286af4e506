/** The table: only the rows in sight are drawn, however many there are. */

import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ClaimCard, ClaimGroupHead } from "../../../views/page-answers.ts";
import { follow } from "../../state/page.ts";
import { cards } from "../../state/writes.ts";
import { counted } from "../../ui/add-dialog.tsx";
import { StatusGlyph } from "../../ui/status.tsx";
import { at, type Column, folded, lines, needRows, order, picked, shownColumns } from "./claims.ts";
import { fold, move, sortBy, sortOfColumn, toggle } from "./claims-acts.ts";
import type { Line } from "./table-lines.ts";

/** Pixels; the style sheet has the same. */
const rowHeight = 28;
/** Rows that are drawn above and below what is in sight, once it rests there. */
const beyond = 6;

/** The lines that are drawn, and how many rows there are to draw them in. */
interface View {
  readonly first: number;
  readonly last: number;
  readonly slots: number;
}

function viewOf(top: number, seen: number, around: number, before: View): View {
  const first = Math.max(0, top - around);
  const last = top + seen + around;
  const slots = seen + 2 * beyond;
  const same = before.first === first && before.last === last && before.slots === slots;
  return same ? before : { first, last, slots };
}

interface TableProps {
  readonly ids: readonly string[];
  readonly groups: readonly ClaimGroupHead[];
  readonly dimmed: boolean;
}

export function ClaimsTable({ ids, groups, dimmed }: TableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<View>({ first: 0, last: 40, slots: 40 });
  const columns = shownColumns.value;
  const look = (): void => {
    const own = scroller.current;
    if (!own) return;
    const top = Math.floor(own.scrollTop / rowHeight);
    const seen = Math.ceil(own.clientHeight / rowHeight) + 1;
    // After a leap only what is in sight is drawn; what lies around it follows once that is painted.
    setView((before) => viewOf(top, seen, top < before.last && top + seen > before.first ? beyond : 0, before));
  };
  const { count, at: lineAt } = lines.value;
  // A line that leaves the sight is drawn anew as one that comes: making rows costs more than filling them.
  const { slots } = view;
  useLayoutEffect(look, [ids, count]);
  useEffect(() => {
    const observer = new ResizeObserver(look);
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => needRows(view.first, view.last), [view, ids, lines.value]);
  useEffect(() => {
    if (view.last - view.first < slots) requestAnimationFrame(() => setTimeout(look));
  }, [view]);
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
  const shown: Line[] = [];
  for (let line = view.first; line < Math.min(view.last, count); line++) shown.push(lineAt(line));
  const role = groups.length > 0 ? "treegrid" : "grid";
  const page = Math.max(1, slots - 2 * beyond - 2);
  return (
    <div
      class={`grid${dimmed ? " dimmed" : ""}`}
      role={role}
      data-table
      aria-label="Claims"
      aria-rowcount={count + 1}
      aria-multiselectable="true"
      aria-activedescendant={`claim-row-${row}`}
      tabIndex={0}
      ref={scroller}
      onScroll={look}
      onKeyDown={(event) => {
        const by = { PageDown: page, PageUp: -page, Home: -count, End: count }[event.key];
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
      <div class="all" role="presentation" style={{ height: `${count * rowHeight}px` }}>
        {shown.map((line, index) => {
          const place = view.first + index;
          if ("head" in line) {
            const group = groups[line.head]!;
            return <GroupRow key={place % slots} group={group} index={line.head} place={place} here={place === row} />;
          }
          const id = ids[line.claim]!;
          return (
            <Row
              key={place % slots}
              id={id}
              place={place}
              level={groups.length > 0 ? 2 : undefined}
              card={all.get(id)}
              here={place === row}
              chosen={picked.value.has(id)}
            />
          );
        })}
      </div>
    </div>
  );
}

function Head({ column }: { column: Column }) {
  const now = order.value;
  const by = sortOfColumn[column];
  const place = now.findIndex((term) => term.by === by);
  const term = now[place];
  return (
    <span
      role="columnheader"
      class={`c-${column}`}
      aria-sort={term && place === 0 ? (term.descending ? "descending" : "ascending") : undefined}
    >
      {by ? (
        <button
          type="button"
          class="plain"
          tabIndex={-1}
          title="With shift: sort what is equal further"
          onClick={({ shiftKey }) => {
            const turned = { by, descending: term !== undefined && !term.descending };
            if (!shiftKey) sortBy([turned]);
            else sortBy(term ? now.with(place, turned) : [...now, turned]);
          }}
        >
          {column}
          {term && (term.descending ? " ↓" : " ↑")}
          {term && now.length > 1 && <sup>{place + 1}</sup>}
        </button>
      ) : (
        column
      )}
    </span>
  );
}

interface GroupRowProps {
  readonly group: ClaimGroupHead;
  /** Its place among the groups. */
  readonly index: number;
  readonly place: number;
  readonly here: boolean;
}

/** The head of a group: what its claims have in common, how many they are, and between which ends they tell. */
function GroupRow({ group, index, place, here }: GroupRowProps) {
  const { title, claims, told } = group;
  const isFolded = folded.value.has(group.key);
  return (
    <div
      role="row"
      id={`claim-row-${place}`}
      aria-rowindex={place + 2}
      aria-level={1}
      aria-expanded={!isFolded}
      class={`row group${here ? " here" : ""}`}
      style={{ transform: `translateY(${place * rowHeight}px)` }}
      onClick={() => fold(index)}
      onKeyDown={undefined}
    >
      <span role="gridcell" class="c-group" aria-colspan={shownColumns.value.length + 1}>
        <i aria-hidden="true">{isFolded ? "▸" : "▾"}</i> <b>{title}</b> · {counted(claims, "claim")}
        {told && (
          <>
            {" · "}
            <b class="tn">{told.text}</b> {told.status}
            {told.claims < claims && ` (${told.claims})`}
          </>
        )}
      </span>
    </div>
  );
}

interface RowProps {
  readonly id: string;
  readonly place: number;
  /** Below a head; undefined where nothing is grouped. */
  readonly level: number | undefined;
  readonly card: ClaimCard | undefined;
  readonly here: boolean;
  readonly chosen: boolean;
}

/** Its columns come from the signal: what reads one is drawn anew only when that or its own properties change. */
function Row({ id, place, level, card, here, chosen }: RowProps) {
  const columns = shownColumns.value;
  return (
    <div
      role="row"
      id={`claim-row-${place}`}
      aria-rowindex={place + 2}
      aria-level={level}
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
