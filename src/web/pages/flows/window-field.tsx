/** The window: two days that are typed, or one of those in which something falls due. */

import { useEffect, useState } from "preact/hooks";
import { parseDay } from "../../../model/day.ts";
import type { FlowsAnswer } from "../../../views/flows-answers.ts";
import { goWith } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
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

/** A day, a month or a year; Enter takes it, Escape leaves it. */
function Day({ label, shown, take }: { label: string; shown: string; take: (day: string) => void }) {
  const [written, setWritten] = useState(shown);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setWritten(shown);
    setWrong(false);
  }, [shown]);
  const finish = (): void => {
    const day = written.trim();
    if (day === shown) return;
    const isDay = parseDay(day) !== null;
    setWrong(!isDay);
    if (isDay) take(day);
  };
  return (
    <label class="day">
      {label}{" "}
      <input
        value={written}
        size={10}
        autocomplete="off"
        spellcheck={false}
        aria-invalid={wrong}
        aria-describedby={wrong ? `window-${label}-wrong` : undefined}
        onInput={(event) => setWritten(event.currentTarget.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === "Enter") finish();
          if (event.key !== "Escape") return;
          setWritten(shown);
          setWrong(false);
          event.currentTarget.blur();
        }}
      />
      {wrong && (
        <span class="wrong" id={`window-${label}-wrong`} role="alert">
          No day. For example 2026-03-31, 2026-03, 2026
        </span>
      )}
    </label>
  );
}
