/** A quote inside its sentence, marked so that it shows without colour too. */

import type { QuoteContext } from "../../views/quote-context.ts";
import type { Terminal } from "../terminal.ts";
import { tableWidth } from "./reading.ts";
import { showable, wrapText } from "./table.ts";

/** The lines, indented: `…before ▐the quote▌ after…`. */
export function quoteInContext(
  quote: string,
  { before, after }: QuoteContext,
  { glyphs }: Pick<Terminal, "glyphs">,
  indent: number,
): string[] {
  const [open, close] = glyphs ? ["▐", "▌"] : ["[", "]"];
  const marked = `${edged(before)}${open}${showable(quote)}${close}${edged(after)}`;
  return wrapText(marked, tableWidth - 2 - indent).map((line) => `${" ".repeat(indent)}${line}`);
}

/** Spaces at the ends stay, since they part the quote from its neighbours. */
function edged(text: string): string {
  const shown = showable(text);
  if (shown === "") return "";
  return `${/^\s/.test(text) ? " " : ""}${shown}${/\s$/.test(text) ? " " : ""}`;
}
