/** A key, drawn on the control that it presses. */

import { keyName } from "../state/bound-keys.ts";

interface KeyProps {
  readonly act: string;
  /** Only while all keys are shown, where false. */
  readonly always?: boolean;
  /** Read out too: where it stands in a sentence, on no control. */
  readonly spoken?: boolean;
}

/** The first key of an act. */
export function Key({ act, always = true, spoken = false }: KeyProps) {
  const name = keyName(act);
  if (name === "") return null;
  return (
    <kbd aria-hidden={spoken ? undefined : "true"} class={always ? "" : "hint"}>
      {name}
    </kbd>
  );
}
