/** The header: screens, and the controls that every answer holds for. */

import { firmnessLadder } from "../../deals/firmness.ts";
import type { PartialDay } from "../../model/day.ts";
import type { By } from "../../views/page-answers.ts";
import { readWrittenDay } from "../../views/written-day.ts";
import { type Screen, screens } from "../state/address.ts";
import { frameActs, goAt, goScreen } from "../state/frame-acts.ts";
import { jobs } from "../state/jobs.ts";
import { address, book, bookLoading, goWith, openLayer } from "../state/page.ts";
import { Key } from "./key.tsx";
import { WrittenField } from "./written-field.tsx";

export const screenNames: Readonly<Record<Screen, string>> = {
  evidence: "Evidence",
  claims: "Claims",
  network: "Network",
  flows: "Flows",
  company: "Company",
  deal: "Deal",
};

export function Header() {
  const { screen, params } = address.value;
  const now = book.value;
  return (
    <header class="top" aria-busy={bookLoading.value}>
      <b class="brand">Capstack</b>
      <nav aria-label="Screens">
        {screens.map((each) => (
          <a
            key={each}
            href={`#/${each}`}
            aria-current={screen === each ? "page" : undefined}
            onClick={(event) => {
              event.preventDefault();
              goScreen(each);
            }}
          >
            {screenNames[each]} <Key act={`go-${each}`} always={false} />
          </a>
        ))}
      </nav>
      <div class="controls">
        <DayField label="as of" name="as-of" shown={now?.question.asOf ?? null} />
        <DayField label="known on" name="known-on" shown={now?.question.knownOn ?? null} />
        <label>
          firm{" "}
          <select value={params.firm ?? ""} onChange={(event) => goWith({ firm: event.currentTarget.value })}>
            <option value="">all</option>
            {firmnessLadder.map((rung) => (
              <option key={rung} value={rung}>
                {rung === "completed" ? rung : `${rung} or firmer`}
              </option>
            ))}
          </select>
        </label>
        <label>
          by{" "}
          <select value={params.by ?? usualBy(screen)} onChange={(event) => goWith({ by: event.currentTarget.value })}>
            <option value="unit">unit</option>
            <option value="group">group</option>
            {screen === "flows" && <option value="role">role</option>}
          </select>
        </label>
      </div>
      <div class="about">
        {now && (
          <>
            <span class="book-name" title={now.folder}>
              {now.name}
            </span>
            <button type="button" class="plain tn" title="What was written in this book" onClick={frameActs.changes}>
              <span class="sr">data </span>
              {now.data.slice(0, 6)} <Key act="changes" always={false} />
            </button>
          </>
        )}
        <JobsChip />
        <button type="button" class="plain" title="Settings" onClick={frameActs.settings}>
          Settings <Key act="settings" always={false} />
        </button>
        <button type="button" class="plain" onClick={() => openLayer({ is: "keys" })}>
          Keys <Key act="keys" />
        </button>
        <button type="button" class="plain" onClick={frameActs.palette}>
          <span class="sr">Find anything </span>
          <Key act="palette" />
        </button>
      </div>
    </header>
  );
}

/** Sentences name units; who is tied to whom is asked of groups, as on the command line. */
function usualBy(screen: Screen): By {
  return screen === "evidence" || screen === "claims" || screen === "deal" ? "unit" : "group";
}

/** A day that is typed: `2025-11`, `today`, `-1q`. Enter takes it, Escape leaves it. */
function DayField({ label, name, shown }: { label: string; name: "as-of" | "known-on"; shown: string | null }) {
  const take = (written: string): string => {
    const today = new Date().toISOString().slice(0, 10) as PartialDay;
    const day = written === "" ? "" : readWrittenDay(written, (shown ?? today) as PartialDay, today);
    if (day === null) return "No day. For example 2025-11, today, -1q";
    // The first date that is typed moves both: most questions are about one day.
    const { params } = address.peek();
    if (name === "as-of" && day !== "" && !params["known-on"]) goAt(day);
    else
      goWith(
        params.at
          ? { at: "", "as-of": name === "as-of" ? day : params.at, "known-on": name === "known-on" ? day : params.at }
          : { [name]: day },
      );
    return "";
  };
  return (
    <WrittenField id={name} kind="day" label={label} placeholder="any day" size={10} shown={shown ?? ""} take={take} />
  );
}

function JobsChip() {
  const [job] = jobs.value;
  if (!job) return null;
  const more = jobs.value.length - 1;
  return (
    <span class="jobs" role="status">
      ↻ {job.name} {job.done} of {job.total}
      {more > 0 ? `, ${more} more` : ""}{" "}
      <button type="button" class="plain" onClick={job.cancel}>
        Cancel
      </button>
    </span>
  );
}
