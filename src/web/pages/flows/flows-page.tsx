/** Flows: of what moves in this window, where from, where to, and how much comes back? */

import { computed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { addMonths, dayOf, dayParts, type PartialDay } from "../../../model/day.ts";
import type { FlowsAnswer } from "../../../views/flows-answers.ts";
import { type Exported, exported } from "../../state/exported.ts";
import { copyText } from "../../state/frame-acts.ts";
import { address, book, goWith, openLayer } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { ProblemNote } from "../../ui/problem.tsx";
import { useScreen } from "../use-screen.ts";
import { answer, companiesOf, company, csvOf, flowsProblem, loading, shows, startFlows } from "./flows.ts";
import { flowsActs, toggleBasis, toggleTable, unfold } from "./flows-acts.ts";
import { FlowsPanel } from "./flows-panel.tsx";
import { FlowsPicture } from "./flows-picture.tsx";
import { FlowsTable } from "./flows-table.tsx";
import { WindowField } from "./window-field.tsx";

const arriving = computed(() => answer.value === null && loading.value);

export function FlowsPage() {
  useScreen(startFlows, flowsActs, arriving);
  const now = answer.value;
  useEffect(() => {
    if (now) exported.value = exportOf(now);
  }, [now]);
  return (
    <div class="flows-screen">
      <header>
        {/* The picture has its title inside, as it is exported. */}
        <h1 class={now?.picture && shows.value === "picture" ? "sr" : ""}>
          {now === null ? "Flows" : now.picture === null ? emptyTitle(now) : now.title}
        </h1>
        {now && <Tools now={now} />}
      </header>
      {flowsProblem.value && (
        <ProblemNote problem={flowsProblem.value} works={now ? "The last picture stays below." : ""}>
          <button type="button" onClick={() => goWith({ from: "", to: "", basis: "", unit: "", fold: "", order: "" })}>
            The year ahead, falling due
          </button>
        </ProblemNote>
      )}
      {now === null && loading.value && <p class="muted loading">Loading …</p>}
      {now !== null && (
        <div class={`flows-body${loading.value ? " dimmed" : ""}`}>
          <div class="flows-main">{now.picture === null ? <Nothing now={now} /> : <Shown now={now} />}</div>
          <FlowsPanel />
        </div>
      )}
    </div>
  );
}

function exportOf({ picture, command }: FlowsAnswer): Exported {
  return {
    ...{ card: null, cards: [], from: null, text: null, all: null, command },
    pictures: picture === null ? [] : [{ name: "flows", svg: picture }],
    files: [{ about: "The flows as a table", name: "flows.csv", load: csvOf }],
  };
}

function Shown({ now: { picture, circles } }: { now: FlowsAnswer }) {
  const { circle } = address.value.params;
  if (shows.value === "table") return <FlowsTable />;
  return <FlowsPicture svg={picture!} circle={circles.find(({ short }) => short === circle) ?? null} />;
}

function Tools({ now }: { now: FlowsAnswer }) {
  const { basis, unit, units, folded, command } = now;
  const others = units.filter((each) => each.unit !== unit && each.rows > 0);
  return (
    <div class="tools">
      <WindowField now={now} />
      <fieldset class="basis">
        <legend class="sr">Basis</legend>
        {(["due", "whole"] as const).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={basis === each}
            onClick={() => (basis === each ? undefined : toggleBasis())}
          >
            {each === "due" ? "falling due" : "whole contract"}
          </button>
        ))}
        <Key act="basis" />
      </fieldset>
      {others.length > 0 && (
        <label title="Different units are not added: each has a picture of its own.">
          unit{" "}
          <select value={unit} onChange={(event) => goWith({ unit: unitWritten(event.currentTarget.value) })}>
            {units.map((each) => (
              <option key={each.unit} value={each.unit}>
                {each.unit} ({each.rows})
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" aria-pressed={shows.value === "table"} onClick={toggleTable}>
        Table <Key act="table" />
      </button>
      <button type="button" onClick={flowsActs["fold-company"]}>
        Fold <Key act="fold-company" />
      </button>
      {folded.length > 0 && (
        <button type="button" onClick={unfold}>
          Folded: {folded.map(({ name }) => name).join(", ")}. Unfold
        </button>
      )}
      <button type="button" onClick={() => void copyText(command, `Copied: ${command}`)}>
        Copy as CLI
      </button>
      <MoveChosen />
    </div>
  );
}

/** The company that was gone to can be moved in its column. */
function MoveChosen() {
  const now = answer.value;
  const found = now && companiesOf(now).find(({ key }) => key === company.value);
  if (!found) return null;
  return (
    <fieldset class="basis">
      <legend class="sr">Move {found.name} in its column</legend>
      <button type="button" onClick={flowsActs["move-up"]}>
        {found.name} up <Key act="move-up" />
      </button>
      <button type="button" onClick={flowsActs["move-down"]}>
        down <Key act="move-down" />
      </button>
    </fieldset>
  );
}

/** Dollars are not written. */
function unitWritten(unit: string): string {
  return unit === "USD" ? "" : unit;
}

function emptyTitle({ unit, window, basis }: FlowsAnswer): string {
  const what = unit === "USD" ? "No money" : `No ${unit}`;
  return basis === "due" ? `${what} falls due in ${window.text}` : `${what} is in the books at this firmness`;
}

/** What would show something. */
function Nothing({ now }: { now: FlowsAnswer }) {
  const { next, basis, lines, units } = now;
  const { firm } = address.value.params;
  if (book.value?.totals.documents === 0)
    return (
      <div class="empty">
        <p>There is nothing to draw: the book has no documents.</p>
        <button type="button" class="primary" onClick={() => openLayer({ is: "add" })}>
          Add a document
        </button>
      </div>
    );
  const other = units.find(({ unit, rows }) => unit !== now.unit && rows > 0);
  return (
    <div class="empty" role="status">
      <p>
        {basis === "due" && next === null && "Nothing later falls due either."}
        {basis === "due" && next !== null && `The nearest after this window is ${next}.`}
        {lines.length > 0 && ` ${lines.length} flows are in the books without a day in it.`}
      </p>
      {next !== null && (
        <button type="button" onClick={() => goWith(yearFrom(next as PartialDay))}>
          Go to {next}
        </button>
      )}
      {basis === "due" && (
        <button type="button" onClick={toggleBasis}>
          Show whole contracts
        </button>
      )}
      {other && (
        <button type="button" onClick={() => goWith({ unit: unitWritten(other.unit) })}>
          Show {other.unit}
        </button>
      )}
      {firm && (
        <button type="button" onClick={() => goWith({ firm: "" })}>
          Show every firmness
        </button>
      )}
    </div>
  );
}

/** Twelve months from the first of a day's month on. */
function yearFrom(day: PartialDay): { from: string; to: string } {
  const { year, month = 1 } = dayParts(day);
  const last = addMonths(year, month, 11);
  return { from: dayOf(year, month, 1), to: dayOf(last.year, last.month) };
}
