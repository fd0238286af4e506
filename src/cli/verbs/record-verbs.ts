/** Verbs about the book itself: its log, its checks, what goes in and out; and help, in the order of help. */

import { bookFlag, dateFlags, dryRunFlag, firmFlag, formatFlags, pageFlags } from "../flags.ts";
import type { Verb } from "../verb.ts";

export const recordVerbs: readonly Verb[] = [
  {
    name: "undo",
    operands: "[WRITE]",
    summary: "take back the last write, or any one of the log",
    about: [
      "Undoes the last write that stands: an add, a decision, an import, whatever it was. Again and again it goes further back. Nothing is deleted: an undo is a record too, and --redo undoes it.",
      "To undo an import hides all that came by it; a document that you have in another way too stays, with what a newer reader of the other book found in it. Reading again (add --again) is no write and cannot be undone.",
    ],
    flags: [
      { name: "redo", about: "undo the last undo" },
      bookFlag,
      dryRunFlag,
      { name: "json", about: "JSON on stdout" },
    ],
    examples: [
      { command: "capstack undo", about: "the last write" },
      { command: "capstack undo w-1f2e3d", about: "this one, whatever came after it" },
      { command: "capstack undo --redo", about: "it counts again" },
    ],
    load: () => import("../commands/undo.ts"),
  },
  {
    name: "log",
    operands: "",
    summary: "what was written in the book, by whom and when",
    about: [
      "Lists the writes, the last one first: adds, decisions, imports, undos, each with the data hash that the book had after it. What is undone says so. Writes of another book, which came by an import, have no hash here.",
    ],
    flags: [...pageFlags, bookFlag, ...formatFlags],
    examples: [{ command: "capstack log", about: "a table" }],
    load: () => import("../commands/log.ts"),
  },
  {
    name: "diff",
    operands: "[HASH]",
    summary: "what changed since a data hash, or became known between two days",
    about: [
      "With a data hash, as every command prints it and `capstack log` lists them: what of the book is new, changed or gone since then, claim by claim. A..B compares two hashes; six digits mostly do. Earlier states are worked out from the records; nothing is written. An import counts from when it came. Registers (parties.csv, chips.csv, offers.csv) that were changed since make older hashes unknown.",
      "With two days: lists the documents that were published after the first day and up to the second, each with the claims that no earlier document made, and how many it repeats. A filter narrows the claims.",
    ],
    flags: [
      { name: "known-on", value: "A..B", about: "from what was known on A to what was known on B" },
      bookFlag,
      ...formatFlags,
    ],
    examples: [
      { command: "capstack diff b7e2c1", about: "since the book had this data" },
      { command: "capstack diff --known-on 2025-12-17..2026-02-28", about: "what ten weeks brought" },
      { command: "capstack diff party:Nvidia --known-on 2025..today", about: "about one party" },
    ],
    load: () => import("../commands/diff.ts"),
  },
  {
    name: "method",
    operands: "NAME FILE",
    summary: "any method on a network of your own, as JSON",
    about: [
      "Runs one method on plain input: FILE holds a JSON object with the fields that the method takes, such as n companies numbered from 0 and edges [[from, to, amount], …]. A file named - is standard input. The answer is JSON on stdout; docs/methods.md tells what each method assumes.",
      "A file whose input is wrong is told with the place inside it (edges[3][1]) and exits with 3; input on which the question has no answer exits with 4.",
    ],
    flags: [
      { name: "list", about: "all methods, with their question and source" },
      { name: "json", about: "the answer inside { schema, data, value, problems }" },
      { name: "csv", about: "with --list: CSV on stdout" },
      { name: "plain", about: "with --list: tab-separated lines" },
      { name: "wide", about: "with --list: as wide as it needs to be" },
    ],
    examples: [
      { command: "capstack method --list", about: "which there are" },
      { command: "capstack method circularity.compression debts.json", about: "how circular is it" },
      { command: "generate | capstack method circularity.cycles - --json", about: "from a pipe" },
    ],
    load: () => import("../commands/method.ts"),
  },
  {
    name: "check",
    operands: "",
    summary: "is the book whole, and does anything in it need attention",
    about: [
      "Checks every record against its hash and every quote against its document, whether files say something else by now, which documents this version's reader has not read, and which decisions are about claims that no longer stand.",
      "Exits with 1 where something is wrong; with --strict also for what deserves a look.",
    ],
    flags: [{ name: "strict", about: "exit 1 for warnings too" }, bookFlag, ...formatFlags],
    examples: [{ command: "capstack check --strict", about: "in a build" }],
    load: () => import("../commands/check.ts"),
  },
  {
    name: "export",
    operands: "",
    summary: "the whole book as JSON Lines, or its ledger as JSON Lines, CSV or beancount",
    about: [
      "Writes every record, one a line: documents with their texts, appearances, readings, claims, refusals, decisions. The same book gives the same bytes. The configuration and the registers are files of the book's folder and are copied as such.",
      "--ledger writes the flows instead: every dated piece with both ends, what has no day, and what is not posted with its reason. Beancount takes one number an entry: there the low end stands, and both beside it.",
    ],
    flags: [
      { name: "ledger", value: "FORM", about: "the ledger as jsonl, csv or beancount" },
      firmFlag,
      ...dateFlags,
      { name: "output", short: "o", value: "FILE", about: "into this file, which appears when it is whole" },
      bookFlag,
    ],
    examples: [
      { command: "capstack export -o book.jsonl", about: "into a file" },
      { command: "capstack export | gzip > book.jsonl.gz", about: "into a pipe" },
      { command: "capstack export --ledger beancount -o deals.beancount", about: "for Fava or bean-check" },
    ],
    load: () => import("../commands/export.ts"),
  },
  {
    name: "import",
    operands: "FILE…",
    summary: "take the records of an export into this book",
    about: [
      "Takes lines in any order; what the book has stays as it is. Every record is checked against its hash and every quote against its document; a bad line is told, and the others are taken. Where there is no book, this folder becomes one.",
    ],
    flags: [bookFlag, dryRunFlag, { name: "json", about: "JSON on stdout" }],
    examples: [{ command: "capstack import book.jsonl", about: "from a file" }],
    load: () => import("../commands/import.ts"),
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
    load: () => import("../commands/eval.ts"),
  },
  {
    name: "help",
    operands: "[VERB]",
    summary: "all commands, or one of them",
    about: ["Lists all commands, or tells what one does and which flags it takes."],
    flags: [],
    examples: [{ command: "capstack help read", about: "all about read" }],
    load: () => import("../commands/help.ts"),
  },
];
