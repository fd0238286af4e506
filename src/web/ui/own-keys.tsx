/** Keys in place of the usual ones: one is pressed for what it shall do, and where it does something else already, that is told. */

import { useState } from "preact/hooks";
import type { Preferences } from "../../views/preferences.ts";
import { clashOf, isFree, type Key, keySections, keyText } from "../state/key-table.ts";
import { pressedKey } from "../state/keyboard.ts";
import { preferences } from "../state/page.ts";

export function OwnKeys({ change }: { change: (keys: Preferences["keys"]) => void }) {
  const own = preferences.value.keys;
  const [asking, setAsking] = useState<string | null>(null);
  const [told, setTold] = useState<{ readonly act: string; readonly text: string } | null>(null);
  const changed = Object.keys(own).length;
  const without = (act: string): void =>
    change(Object.fromEntries(Object.entries(own).filter(([name]) => name !== act)));
  const press = (key: Key, event: KeyboardEvent): void => {
    const { act } = key;
    if (asking !== act || ["Shift", "Control", "Alt", "Meta", "Tab"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    setAsking(null);
    setTold(null);
    if (event.key === "Escape") return;
    const pressed = pressedKey({
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey && event.key.startsWith("Arrow"),
    });
    const clash = clashOf(act, pressed, own);
    if (clash)
      setTold({ act, text: `${keyText(pressed)} is taken: ${clash.about}. Choose another, or change that first.` });
    else if (isFree(pressed)) change({ ...own, [act]: pressed });
  };
  return (
    <details class="own-keys">
      <summary>Keys of your own: {changed === 0 ? "none" : changed}</summary>
      <p class="muted">Press Change, then the key. Escape leaves it as it is.</p>
      {keySections(own).map(({ title, keys }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul>
            {keys.map((key) => {
              const { act, about } = key;
              const isOwn = Object.hasOwn(own, act);
              const clash = isOwn ? clashOf(act, key.keys[0]!, own) : null;
              const wrong = told?.act === act ? told.text : clash ? `The same key as: ${clash.about}.` : null;
              return (
                <li key={act} class={isOwn ? "changed" : ""}>
                  <span>{about}</span>{" "}
                  <span class="pressed">
                    {key.keys.map((each) => (
                      <kbd key={each}>{keyText(each)}</kbd>
                    ))}
                  </span>
                  <button
                    type="button"
                    aria-label={`Change the key: ${about}`}
                    aria-describedby={wrong ? `wrong-${act}` : undefined}
                    onClick={() => setAsking(act)}
                    onKeyDown={(event) => press(key, event)}
                    onBlur={() => setAsking(null)}
                  >
                    {asking === act ? "press a key …" : "Change"}
                  </button>
                  {isOwn && (
                    <button
                      type="button"
                      class="plain"
                      aria-label={`The usual key: ${about}`}
                      onClick={() => without(act)}
                    >
                      usual
                    </button>
                  )}
                  {wrong && (
                    <p id={`wrong-${act}`} class="conflict" role="alert">
                      {wrong}
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      <button type="button" disabled={changed === 0} onClick={() => change({})}>
        All keys as usual
      </button>
    </details>
  );
}
