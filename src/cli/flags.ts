/** The flags that several verbs take. */

import type { Flag } from "./verb.ts";

export const firmFlag: Flag = {
  name: "firm",
  value: "STATUS",
  about: "only claims this firm or firmer: talks, announced, signed or completed",
};
export const dateFlags: readonly Flag[] = [
  { name: "as-of", value: "DATE", about: "the day for which it holds: what was completed later is left out" },
  { name: "known-on", value: "DATE", about: "only documents published by that day" },
  { name: "at", value: "DATE", about: "sets --as-of and --known-on" },
];
/** For the registers of chips and offers, which know one day: that of the price. */
export const priceDateFlags: readonly Flag[] = [
  { name: "as-of", value: "DATE", about: "only prices of that day or earlier (default: the day of the book)" },
  { name: "at", value: "DATE", about: "the same" },
];
/** Whose deals are whose. */
export const byFlag: Flag = {
  name: "by",
  value: "SIDE",
  about: "unit: AWS on its own; group: inside Amazon, and what a group does within itself is left out",
};
export const formatFlags: readonly Flag[] = [
  { name: "json", about: "JSON on stdout" },
  { name: "csv", about: "CSV on stdout" },
  { name: "plain", about: "tab-separated lines, the same columns as --csv" },
  { name: "wide", about: "as wide as it needs to be, nothing wrapped" },
];

/** For answers that can be drawn. */
export const pictureFlags: readonly Flag[] = [
  { name: "svg", value: "FILE", about: "the picture of it, as SVG into this file" },
  { name: "png", value: "FILE", about: "the same as PNG, 2160 pixels wide" },
  { name: "embed", value: "FILE", about: "the same as a page to show in a frame: one HTML file that needs no other" },
];

/** Flags that every verb takes. */
export const commonFlags: readonly Flag[] = [
  { name: "color", value: "WHEN", about: "auto, always or never (NO_COLOR is respected)" },
  { name: "debug", about: "show where in the program an error arose" },
  { name: "help", about: "what this command does" },
];

/** Which book, for verbs that are about one. */
export const bookFlag: Flag = {
  name: "book",
  value: "DIR",
  about: "the book in this folder (default: the one stood in)",
};

/** For verbs that write. */
export const dryRunFlag: Flag = { name: "dry-run", about: "do it on a copy and store nothing" };

/** For lists. */
export const pageFlags: readonly Flag[] = [
  { name: "limit", value: "N", about: "rows of a page (50 in a table; all in --json, --csv, --plain)" },
  { name: "after", value: "PLACE", about: "the page after that place, which the page before tells" },
];
