/** The window: two days that are typed, or one of those in which something falls due. */

import { parseDay } from "../../../model/day.ts";
import type { FlowsAnswer } from "../../../views/flows-answers.ts";
import { goWith } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { WrittenField } from "../../ui/written-field.tsx";
import { goWindow } from "./flows-acts.ts";

export function WindowField({ now: { window, windows } }: { now: FlowsAnswer }) {
  const at = windows.findIndex(({ from, to }) => from === window.from && to === window.to);
  return (
    <fieldset class="window">
      <legend class="sr">Window</legend>
      <Day label="from" shown={window.from} take={(from) => goWith({ from, to: window.to })} />
      <Day label="to" shown={window.to} take={(to) => goWith({ from: window.from, to })} />
      <label>
        <span class="sr">window</span>
        <select value={at} onChange={(event) => goWindow(Number(event.currentTarget.value))}>
          {at < 0 && <option value={-1}>of your own</option>}
          {windows.map(({ text }, index) => (
            <option key={text} value={index}>
              {text}
            </option>
          ))}
        </select>{" "}
        <Key act="window" />
      </label>
    </fieldset>
  );
}

/** A day, a month or a year. */
function Day({ label, shown, take }: { label: string; shown: string; take: (day: string) => void }) {
  const taken = (day: string): string => {
    if (parseDay(day) === null) return "No day. For example 2026-03-31, 2026-03, 2026";
    take(day);
    return "";
  };
  return <WrittenField id={`window-${label}`} kind="day" label={label} size={10} shown={shown} take={taken} />;
}
