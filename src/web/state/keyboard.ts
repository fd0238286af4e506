/** Which act does a key press mean? Single letters mean nothing in fields, and nothing at all where they are switched off. */

import type { Key } from "./key-table.ts";

/** What the dispatcher must know of a key press. */
export interface Press {
  readonly key: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt?: boolean;
  readonly inField: boolean;
}

/** Beside Escape, where their key is one with Ctrl. All others are for typing, or the browser's own. */
const heardInFields: readonly string[] = ["palette", "save-filter"];

/** A press as the key table writes it. */
export function pressedKey({ key, ctrl, shift, alt = false }: Pick<Press, "key" | "ctrl" | "shift" | "alt">): string {
  if (alt) return `alt+${key}`;
  return ctrl ? `mod+${key.toLowerCase()}` : shift && key.length > 1 ? `shift+${key}` : key;
}

/** The act of a press after the one before it, among these keys; `prefix` waits for a second key. */
export function actOf(
  press: Press,
  before: string | null,
  keys: readonly Key[],
  letterKeys: boolean,
): { act: string } | { prefix: string } | null {
  const { key, ctrl, inField } = press;
  const pressed = pressedKey(press);
  const found = keys.find((each) => each.keys.includes(pressed));
  if (inField && key !== "Escape" && !(ctrl && found && heardInFields.includes(found.act))) return null;
  // The list of keys stays, or nobody would find what is left.
  if (!ctrl && key.length === 1 && !letterKeys && found?.act !== "keys") return null;
  if (before !== null) {
    const second = keys.find((each) => each.keys.includes(`${before} ${key}`));
    if (second) return { act: second.act };
  }
  if (found) return { act: found.act };
  return !ctrl && keys.some((each) => each.keys.some((one) => one.startsWith(`${key} `) && one.length > 2))
    ? { prefix: key }
    : null;
}
