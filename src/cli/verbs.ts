/** The verb table: every verb that exists, in the order in which help lists them. Help and docs/cli.md come from here. */

import { bookFlag, dateFlags, dryRunFlag, firmFlag, formatFlags, pageFlags } from "./flags.ts";
import type { Verb } from "./verb.ts";

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
    name: "add",
    operands: "FILE…",
    summary: "keep your own .txt .md .html .pdf in a book, with what they claim",
    about: [
      "Reads each file and stores it with its claims: + is new, = was here already, ~ was here and is read anew by a newer reader, ! could not be read. A folder stands for the texts in it; a file named - is standard input.",
      "Where there is no book, here or in a folder above, this folder becomes one (it gets a capstack.yaml). Adding the same text twice adds nothing. Ctrl-C stops and keeps what is done.",
    ],
    flags: [
      { name: "published", value: "DATE", about: "the day the texts were published; relative dates count from it" },
      { name: "title", value: "TEXT", about: "the title, where a file tells none" },
      { name: "publisher", value: "NAME", about: "the publisher, where a file tells none" },
      { name: "again", about: "read anew the documents that an older reader read; its claims stay" },
      bookFlag,
      dryRunFlag,
      { name: "json", about: "JSON on stdout" },
    ],
    examples: [
      { command: "capstack add notes/ clippings/*.html", about: "a folder, and some pages" },
      { command: "pbpaste | capstack add - --published 2025-12-17", about: "from a pipe" },
    ],
    load: () => import("./commands/add.ts"),
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
    name: "docs",
    operands: "",
    summary: "the documents of the book",
    about: [
      "Lists the documents by their published day: number, published day, publisher, title, claims, and in how many places each was seen. Numbers are given in the order of adding and stay.",
    ],
    flags: [...pageFlags, bookFlag, ...formatFlags],
    examples: [
      { command: "capstack docs", about: "a table" },
      { command: "capstack docs --csv", about: "with files, addresses and ids" },
    ],
    load: () => import("./commands/docs.ts"),
  },
  {
    name: "claims",
    operands: "[FILTER]",
    summary: "the claims of the book that a filter lets through",
    about: [
      "Terms with a space between must all hold; `or` and parentheses group, - negates, field:a,b takes either. Fields: kind status firm party from to document publisher chip metric unit said-by origin amount published received known period. Marks: conflict hedged conditional approximate accepted edited rejected reviewed unreviewed hand older. Other words are looked for in the quotes.",
      "Amounts: amount:>=10bn, amount:5..10GW, amount:27%, amount:none. Days: published:2025-10..2025-12, period:2026-Q1. Rejected claims and those of older readings are left out unless the filter asks for them.",
      "Sorted by document, status, kind, amount, period, from, to or id; a minus before it turns it around. Each page tells the next.",
    ],
    flags: [
      { name: "sort", value: "ORDER", about: "document (default), -amount, status, period, …" },
      firmFlag,
      ...dateFlags,
      ...pageFlags,
      bookFlag,
      ...formatFlags,
    ],
    examples: [
      { command: "capstack claims 'party:OpenAI amount:>=10bn' --sort -amount", about: "the largest first" },
      { command: "capstack claims 'status:talks -hedged' --json", about: "every field, as JSON" },
      { command: "capstack claims '\"custom chips\" or chip:trainium'", about: "words of the quotes, or a chip" },
    ],
    load: () => import("./commands/claims.ts"),
  },
  {
    name: "why",
    operands: "ID…",
    summary: "what a claim rests on: its sentence, document, reader, decisions",
    about: [
      "Shows the exact words in their sentence, the document with its origin, who read it, what people decided, and the claims that say otherwise. The first digits of an id are enough. A number is a finding of `capstack demo`, with all claims behind it.",
    ],
    flags: [...dateFlags, bookFlag, { name: "json", about: "JSON on stdout" }],
    examples: [
      { command: "capstack why c-1f2e3d", about: "a claim" },
      { command: "capstack why 1", about: "the demo's first finding" },
    ],
    load: () => import("./commands/why.ts"),
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
