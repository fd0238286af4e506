/** Bold and dim, where the terminal shows them. Colour never says what a word does not say too. */

import type { Terminal } from "../terminal.ts";

export interface Paint {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** The paint of a terminal; none where it shows no colour. */
export function paintOf({ colour }: Pick<Terminal, "colour">): Paint {
  const between = (on: number, off: number) => (text: string) =>
    colour && text !== "" ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { bold: between(1, 22), dim: between(2, 22) };
}
