/** The days of the book under the picture: how many claims came in each month, and the day that is shown. */

import { useEffect, useState } from "preact/hooks";
import { goAt } from "../../state/frame-acts.ts";
import { book } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { months } from "./network.ts";

export function TimeBar() {
  const now = book.value;
  const days = now?.days ?? [];
  const shown = now?.question.knownOn ?? now?.question.asOf ?? days.at(-1) ?? "";
  const place = Math.max(
    0,
    days.findLastIndex((day) => day <= shown),
  );
  const [dragged, setDragged] = useState(place);
  useEffect(() => setDragged(place), [place]);
  if (days.length < 2) return null;
  const most = Math.max(1, ...months.value.map(({ claims }) => claims));
  return (
    <div class="time-bar">
      <div class="months" aria-hidden="true">
        {months.value.map(({ month, claims }) => (
          <i
            key={month}
            class={month <= shown.slice(0, 7) ? "known" : ""}
            title={`${month}: ${claims} claims`}
            style={{ height: `${Math.max(2, Math.round((28 * claims) / most))}px` }}
          />
        ))}
      </div>
      <label>
        <span class="sr">Known and holding on</span>
        <input
          type="range"
          min={0}
          max={days.length - 1}
          value={dragged}
          aria-valuetext={days[dragged]}
          onInput={(event) => setDragged(Number(event.currentTarget.value))}
          onChange={(event) => goAt(days[Number(event.currentTarget.value)]!)}
        />
      </label>
      <output class="tn">{days[dragged]}</output>
      <span class="muted">
        event <Key act="earlier" /> <Key act="later" />
      </span>
    </div>
  );
}
