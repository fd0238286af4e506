/** The keys of the screen that is shown, as the person who reads it has chosen them. */

import { computed } from "@preact/signals";
import { keysOf, keyText } from "./key-table.ts";
import { address, preferences } from "./page.ts";

export const boundKeys = computed(() => keysOf(address.value.screen, preferences.value.keys));

/** The first key of an act, as it is drawn; nothing where this screen has no such act. */
export function keyName(act: string): string {
  const key = boundKeys.value.find((each) => each.act === act);
  return key ? keyText(key.keys[0]!) : "";
}
