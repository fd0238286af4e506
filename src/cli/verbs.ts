/** The verb table: every verb that exists, in the order in which help lists them. Help and docs/cli.md come from here. */

import type { Flag, Verb } from "./verb.ts";

const firmFlag: Flag = {
  name: "firm",
  value: "STATUS",
  about: "only claims this firm or firmer: talks, announced, signed or completed",
};
const dateFlags: readonly Flag[] = [
  { name: "as-of", value: "DATE", about: "the day for which it holds: what was completed later is left out" },
  { name: "known-on", value: "DATE", about: "only documents published by that day" },
  { name: "at", value: "DATE", about: "sets --as-of and --known-on" },
];
const formatFlags: readonly Flag[] = [
  { name: "json", about: "JSON on stdout" },
  { name: "csv", about: "CSV on stdout" },
  { name: "plain", about: "tab-separated lines, the same columns as --csv" },
  { name: "wide", about: "as wide as it needs to be, nothing wrapped" },
];

/** Flags that every verb takes. */
export const commonFlags: readonly Flag[] = [
  { name: "color", value: "WHEN", about: "auto, always or never (NO_COLOR is respected)" },
  { name: "debug", about: "show where in the program an error arose" },
  { name: "help", about: "what this command does" },
];

export const verbs: readonly Verb[] = [
  {
    name: "demo",
    operands: "",
    summary: "the example book on Amazon and OpenAI, read for you",
    about: [
      "Copies the example book to ./capstack-demo (what you changed there stays), reads its documents and prints the claims by status and three findings with their quotes.",
      "The book pins its date to 2025-12-17; a later one brings the documents that came after.",
    ],
    flags: [
      { name: "in", value: "DIR", about: "the folder to copy the book to (default ./capstack-demo)" },
      { name: "at", value: "DATE", about: "only documents published by that day" },
      { name: "json", about: "JSON on stdout" },
    ],
    examples: [
      { command: "capstack demo", about: "what was known on 2025-12-17" },
      { command: "capstack demo --at 2026-02-28", about: "what was known ten weeks later" },
    ],
    load: () => import("./commands/demo.ts"),
  },
  {
    name: "read",
    operands: "FILE…",
    summary: "your own .txt .md .html .pdf, read into claims",
    about: [
      "Reads each file and prints its claims: how firm, what, who to whom, how much, and the exact words with their place in the text (start-end, in UTF-16 units). A file named - is standard input.",
      "Outside a book the shipped registers of parties and chips apply; parties that they lack are read as they are written. Without a published day relative dates (“last month”) stay open.",
    ],
    flags: [
      firmFlag,
      ...dateFlags,
      { name: "published", value: "DATE", about: "the day the text was published; relative dates count from it" },
      { name: "title", value: "TEXT", about: "its title, where the file tells none" },
      { name: "publisher", value: "NAME", about: "its publisher, where the file tells none" },
      { name: "book", value: "DIR", about: "take the registers of this book" },
      { name: "why", about: "also what was read and not claimed, with the reason" },
      ...formatFlags,
    ],
    examples: [
      { command: "capstack read note.txt", about: "a table with quotes" },
      { command: "capstack read *.html --firm signed --csv", about: "signed or completed, as CSV" },
      { command: "pbpaste | capstack read - --published 2025-12-17 --json", about: "from a pipe, as JSON" },
    ],
    load: () => import("./commands/read.ts"),
  },
  {
    name: "eval",
    operands: "GOLD_DIR",
    summary: "how well the reader does on texts whose claims are known",
    about: [
      "Reads every text of a folder of gold files (NAME.json beside its text) and compares the claims with the expected ones: precision, recall and F1 per document, per kind and in total; among the matched, the share with the right status, quote and period.",
    ],
    flags: [
      { name: "lenient", about: "a claim that matches an optional reading is not held against the reader" },
      { name: "misses", about: "also list what was missed and what was claimed wrongly" },
      { name: "at-least", value: "F1", about: "exit 1 where the total F1 is lower" },
      { name: "json", about: "JSON on stdout" },
    ],
    examples: [
      { command: "capstack eval gold --lenient --at-least 0.6", about: "fails a build when reading got worse" },
    ],
    load: () => import("./commands/eval.ts"),
  },
  {
    name: "help",
    operands: "[VERB]",
    summary: "all commands, or one of them",
    about: ["Lists all commands, or tells what one does and which flags it takes."],
    flags: [],
    examples: [{ command: "capstack help read", about: "all about read" }],
    load: () => import("./commands/help.ts"),
  },
];
