/** Which act does a key press mean? Single letters mean nothing in fields, and nothing at all where they are switched off. */

import type { Screen } from "./address.ts";
import { keysOf } from "./key-table.ts";

/** What the dispatcher must know of a key press. */
export interface Press {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly inField: boolean;
}

/** Beside Escape. All others are for typing, or the browser's own. */
const heardInFields: readonly string[] = ["mod+k", "mod+s"];

/** The act of a press after the one before it; `prefix` waits for a second key. */
export function actOf(
  { key, ctrl, shift, inField }: Press,
  before: string | null,
  screen: Screen,
  letterKeys: boolean,
): { act: string } | { prefix: string } | null {
  const pressed = ctrl ? `mod+${key.toLowerCase()}` : shift && key.length > 1 ? `shift+${key}` : key;
  const isSingle = !ctrl && key.length === 1;
  if (inField && key !== "Escape" && !heardInFields.includes(pressed)) return null;
  if (isSingle && !letterKeys && key !== "?") return null;
  if (before !== null) {
    const second = keysOf(screen).find(({ keys }) => keys.includes(`${before} ${key}`));
    if (second) return { act: second.act };
  }
  const found = keysOf(screen).find(({ keys }) => keys.includes(pressed));
  if (found) return { act: found.act };
  return !ctrl && keysOf(screen).some(({ keys }) => keys.some((each) => each.startsWith(`${key} `)))
    ? { prefix: key }
    : null;
}
