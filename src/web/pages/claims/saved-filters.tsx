/** Filters that are asked again and again: one key saves the one that is written, one press asks it again. */

import { useState } from "preact/hooks";
import type { SavedFilter } from "../../../views/preferences.ts";
import { goWith, preferences, tell } from "../../state/page.ts";
import { problemOf } from "../../state/server.ts";
import { Key } from "../../ui/key.tsx";
import { keepPreferences } from "../../ui/settings-dialog.tsx";
import { savingFilter } from "./claims.ts";

export function SavedFilters({ written }: { written: string }) {
  const { filters } = preferences.value;
  const isSaved = filters.some(({ filter }) => filter === written);
  if (filters.length === 0 && written === "") return null;
  return (
    <div class="saved" role="group" aria-label="Saved filters">
      {filters.map((one) => (
        <span key={one.name} class="one">
          <button
            type="button"
            aria-pressed={one.filter === written}
            title={one.filter}
            onClick={() => goWith({ q: one.filter })}
          >
            {one.name}
          </button>
          <button type="button" aria-label={`Forget the filter ${one.name}`} onClick={() => void forget(one)}>
            ×
          </button>
        </span>
      ))}
      {savingFilter.value ? (
        <NameField filter={written} />
      ) : (
        written !== "" &&
        !isSaved && (
          <button type="button" class="plain" onClick={() => (savingFilter.value = true)}>
            save this filter <Key act="save-filter" />
          </button>
        )
      )}
    </div>
  );
}

function NameField({ filter }: { filter: string }) {
  const [name, setName] = useState("");
  const save = (): void => {
    if (name.trim() === "") {
      tell("A filter is saved under a name.");
      return;
    }
    savingFilter.value = false;
    void keep({ name: name.trim(), filter });
  };
  return (
    <label>
      saved as{" "}
      <input
        ref={(own) => own?.focus()}
        value={name}
        maxLength={60}
        autocomplete="off"
        onInput={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && save()}
      />{" "}
      <button type="button" onClick={save}>
        Save
      </button>
    </label>
  );
}

/** A name stands for one filter: what is saved again under it takes its place. */
async function keep(one: SavedFilter): Promise<void> {
  const { filters } = preferences.peek();
  const at = filters.findIndex(({ name }) => name === one.name);
  await change(at < 0 ? [...filters, one] : filters.with(at, one), `Saved as ${one.name}.`);
}

async function forget(one: SavedFilter): Promise<void> {
  const { filters } = preferences.peek();
  await change(
    filters.filter(({ name }) => name !== one.name),
    `${one.name} is forgotten.`,
  );
}

async function change(filters: readonly SavedFilter[], told: string): Promise<void> {
  try {
    const { problems } = await keepPreferences({ ...preferences.peek(), filters });
    tell(problems[0]?.message ?? told);
  } catch (error) {
    tell(problemOf(error).message);
  }
}
