/** A key, drawn on the control that it presses. */

import { keysOf, keyText } from "../state/key-table.ts";
import { address } from "../state/page.ts";

/** The first key of an act. Screen readers hear it through `aria-keyshortcuts` of its control instead. */
export function Key({ act, always = true }: { act: string; always?: boolean }) {
  const found = keysOf(address.value.screen).find((key) => key.act === act);
  if (!found) return null;
  return (
    <kbd aria-hidden="true" class={always ? "" : "hint"}>
      {keyText(found.keys[0]!)}
    </kbd>
  );
}
