/** How the page looks and behaves; kept in the book's capstack.yaml. */

import { useState } from "preact/hooks";
import type { Problem } from "../../model/problem.ts";
import { type Preferences, quoteLengths, themes } from "../../views/preferences.ts";
import { book, preferences } from "../state/page.ts";
import { act, problemOf } from "../state/server.ts";
import { Dialog } from "./dialog.tsx";
import { OwnKeys } from "./own-keys.tsx";
import { ProblemNote } from "./problem.tsx";

const themeNames = { system: "as the system", light: "light", dark: "dark", contrast: "high contrast" } as const;
const quoteNames = { none: "none", short: "the first 300 characters", all: "whole" } as const;

export function SettingsDialog() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const now = preferences.value;
  const change = async (changed: Partial<Preferences>, reviewer?: string): Promise<void> => {
    try {
      const next = { ...now, ...changed };
      const { problems } = await keepPreferences(next, reviewer);
      setProblem(problems[0] ?? null);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  return (
    <Dialog title="Settings">
      {problem && <ProblemNote problem={problem} />}
      <fieldset>
        <legend>Theme</legend>
        {themes.map((theme) => (
          <label key={theme}>
            <input type="radio" name="theme" checked={now.theme === theme} onChange={() => void change({ theme })} />{" "}
            {themeNames[theme]}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Keys and motion</legend>
        <label>
          <input
            type="checkbox"
            checked={now.letterKeys}
            onChange={(event) => void change({ letterKeys: event.currentTarget.checked })}
          />{" "}
          single letters are keys
        </label>
        <OwnKeys change={(keys) => void change({ keys })} />
        <label>
          <input
            type="checkbox"
            checked={now.reduceMotion}
            onChange={(event) => void change({ reduceMotion: event.currentTarget.checked })}
          />{" "}
          reduce motion
        </label>
      </fieldset>
      <fieldset>
        <legend>Quotes in exports</legend>
        {quoteLengths.map((quotes) => (
          <label key={quotes}>
            <input
              type="radio"
              name="quotes"
              checked={now.quotes === quotes}
              onChange={() => void change({ quotes })}
            />{" "}
            {quoteNames[quotes]}
          </label>
        ))}
      </fieldset>
      <label class="line">
        Decisions are kept under the name{" "}
        <input
          value={book.value?.reviewer ?? ""}
          onChange={(event) => void change({}, event.currentTarget.value.trim())}
          autocomplete="off"
        />
      </label>
      <p class="muted">Kept in {book.value?.folder}/capstack.yaml, so that the command line goes by it too.</p>
    </Dialog>
  );
}

/** Shows preferences at once and keeps them. */
export async function keepPreferences(next: Preferences, reviewer?: string): Promise<{ problems: readonly Problem[] }> {
  const before = book.peek();
  if (before) book.value = { ...before, preferences: next, reviewer: reviewer || before.reviewer };
  return act("prefer", { ...next, ...(reviewer ? { reviewer } : {}) });
}
