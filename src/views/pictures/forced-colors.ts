/**
 * What becomes of a picture where a reader's system has colours of its own for everything? Words and marks take the one of text, the ground that of the page, halos that of what
 * is chosen: line, fill and head tell what hue did. Style for pages that show pictures; a picture alone keeps its colours.
 */

import { ground, halo } from "./ink.ts";

/** Only pictures name their letters. */
const picture = "svg[font-family]";

export const forcedColors = [
  "@media (forced-colors:active){",
  `${picture} :where([fill]:not([fill=none],[fill^=url])){fill:CanvasText}`,
  `${picture} :where([stroke]:not([stroke=none])){stroke:CanvasText}`,
  `${picture} :is([fill="${ground}"],[fill="#f6f7f9"]){fill:Canvas}`,
  `${picture} [stroke="${ground}"]{stroke:Canvas}`,
  `${picture} [stroke="${halo}"]{stroke:Highlight;stroke-opacity:.4}`,
  "}",
].join("\n");
