/** Verbs about texts, claims and deals: what a book is made of, in the order of help. */

import { bookFlag, byFlag, dateFlags, dryRunFlag, firmFlag, formatFlags, pageFlags } from "../flags.ts";
import type { Verb } from "../verb.ts";

export const claimVerbs: readonly Verb[] = [
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
    load: () => import("../commands/demo.ts"),
  },
  {
    name: "open",
    operands: "",
    summary: "the book in a browser: check claims beside their sentences",
    about: [
      "Serves the book on 127.0.0.1, for your browser only: the address that is printed lets one in, once. Nothing is fetched from elsewhere. Where the port is taken the next free one serves.",
      "A second open of the same book shows the one that is open. Ctrl-C ends it; every decision is in the book by then.",
    ],
    flags: [
      { name: "port", value: "N", about: "the port to try first (default 4747)" },
      { name: "no-browser", about: "only print the address" },
      { name: "fresh", about: "begin the first steps anew" },
      bookFlag,
    ],
    examples: [
      { command: "capstack open", about: "the book stood in" },
      { command: "capstack open --no-browser --port 8080", about: "on a machine without a browser" },
    ],
    load: () => import("../commands/open.ts"),
  },
  {
    name: "url",
    operands: "COMMAND…",
    summary: "the address on the page of what a command prints",
    about: [
      "Takes a command with its words and prints the address of the screen that shows the same: same day, same firmness, same filter. Where the page is open the address lets one browser in.",
      "The other way round, every screen copies itself as a command.",
    ],
    flags: [
      { name: "layers", value: "NAMES", about: "as of network" },
      { name: "hops", value: "N", about: "as of network" },
      { name: "without", value: "DEALS", about: "as of network" },
      { name: "window", value: "TIME", about: "as of flows" },
      { name: "obligations", about: "as of company" },
      { name: "rate", value: "RATE", about: "as of company" },
      { name: "quarters", value: "YEAR", about: "as of company" },
      { name: "basis", value: "BASIS", about: "as of flows and company" },
      { name: "unit", value: "NAME", about: "as of flows" },
      byFlag,
      firmFlag,
      ...dateFlags,
      bookFlag,
    ],
    examples: [
      { command: "capstack url network OpenAI --firm signed", about: "the picture of what binds it" },
      { command: "capstack url claims status:talks amount:>=10bn", about: "the table with that filter" },
    ],
    load: () => import("../commands/url.ts"),
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
    load: () => import("../commands/add.ts"),
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
    load: () => import("../commands/read.ts"),
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
    load: () => import("../commands/docs.ts"),
  },
  {
    name: "claims",
    operands: "[FILTER]",
    summary: "the claims of the book that a filter lets through",
    about: [
      "Terms with a space between must all hold; `or` and parentheses group, - negates, field:a,b takes either. Fields: kind status firm party from to document publisher chip metric unit said-by origin amount published received known period. Marks: conflict hedged conditional approximate accepted edited rejected reviewed unreviewed hand older. Other words are looked for in the quotes.",
      "Amounts: amount:>=10bn, amount:5..10GW, amount:27%, amount:none. Days: published:2025-10..2025-12, period:2026-Q1. Rejected claims and those of older readings are left out unless the filter asks for them.",
      "Sorted by document, status, kind, amount, period, from, to or id; a minus before it turns it around, and status,-amount sorts what is equal further. Each page tells the next.",
    ],
    flags: [
      { name: "sort", value: "ORDER", about: "document (default), -amount, from,to,-amount, …" },
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
    load: () => import("../commands/claims.ts"),
  },
  {
    name: "why",
    operands: "ID…",
    summary: "what a claim rests on: its sentence, document, reader, decisions",
    about: [
      "Shows the exact words in their sentence, the document with its origin, who read it, what people decided, and the claims that say otherwise. The first digits of an id are enough. A number is a finding of `capstack demo`, with all claims behind it; the id of a deal or of a conflict shows what `deal` and `conflicts` show of it.",
    ],
    flags: [...dateFlags, bookFlag, { name: "json", about: "JSON on stdout" }],
    examples: [
      { command: "capstack why c-1f2e3d", about: "a claim" },
      { command: "capstack why 1", about: "the demo's first finding" },
      { command: "capstack why deal-1aae", about: "a deal, down to its sentences" },
    ],
    load: () => import("../commands/why.ts"),
  },
  {
    name: "review",
    operands: "[FILTER]",
    summary: "accept, edit or reject claims, the largest first",
    about: [
      "Shows the claims that nobody has decided on one after the other, each in its sentence: the largest amounts first. Keys: a accept, A all of the sentence, x reject, e edit, space skip, u undo, 1-7 another status (forecast talks announced signed completed denied ended), i conditional or not, q stop. Each decision is kept at once, and can be undone.",
      "Without a terminal, decisions are given with flags, all of one command or none. An edit sets fields: status kind amount from to period years metric chip conditional hedged said-by origin.",
    ],
    flags: [
      { name: "accept", value: "ID…", many: true, about: "these claims say what their sentences say" },
      { name: "reject", value: "ID…", many: true, about: "these do not; they stay, marked, and count no more" },
      { name: "edit", value: "ID", about: "this claim should say what --set tells" },
      { name: "set", value: "FIELDS", about: "for instance 'status=signed amount=>=10bn from=Amazon'" },
      { name: "because", value: "TEXT", about: "why, kept with the decision" },
      firmFlag,
      ...dateFlags,
      bookFlag,
      dryRunFlag,
      { name: "json", about: "JSON on stdout" },
    ],
    examples: [
      { command: "capstack review party:OpenAI", about: "at a terminal, key by key" },
      { command: 'capstack review --reject c-1f2e3d --because "a price target"', about: "from a script" },
    ],
    load: () => import("../commands/review.ts"),
  },
  {
    name: "deals",
    operands: "[FILTER]",
    summary: "the deals that the claims make",
    about: [
      "Claims about one transaction or standing relation are one deal, across documents and time. A filter is that of `claims`: deals of which some claim passes. The amount is the drawn reading of each unit, steps added; ≠ says that sources differ.",
      "--firm leaves out what is looser, --as-of what came later; --known-on settles only what was published by then.",
    ],
    flags: [firmFlag, ...dateFlags, byFlag, bookFlag, ...formatFlags],
    examples: [
      { command: "capstack deals party:OpenAI --firm signed", about: "what binds OpenAI" },
      { command: "capstack deals --csv", about: "every reading, with claim ids" },
    ],
    load: () => import("../commands/deals.ts"),
  },
  {
    name: "deal",
    operands: "ID…",
    summary: "one deal: what is missing, readings, history, legs",
    about: [
      "Shows what no claim gives, with the line that assumes it; each field with every reading, its documents, its days and the sentence to quote, which one is drawn and why; what became known when; who gives whom what, when, and why a leg is not posted. Then what it hangs together with: circles, rights, totals. A total shows what it could hold and what stays unexplained, a right what it could block. The id of one of its claims will do.",
      "--firm tells whether it counts, and is what pictures and circles hold for.",
    ],
    flags: [
      { name: "svg", value: "FILE", about: "what falls due by year as SVG; without money what became known when" },
      { name: "png", value: "FILE", about: "the same as PNG, 2160 pixels wide" },
      { name: "picture", value: "NAME", about: "which of the two: due or history" },
      firmFlag,
      ...dateFlags,
      byFlag,
      bookFlag,
      { name: "json", about: "JSON on stdout" },
    ],
    examples: [
      { command: "capstack deal deal-1aae", about: "down to the sentences" },
      { command: "capstack deal deal-1aae --picture history --svg deal.svg", about: "its claims over time" },
    ],
    load: () => import("../commands/deal.ts"),
  },
  {
    name: "conflicts",
    operands: "[FILTER | ID…]",
    summary: "where sources disagree, and what does not fit together",
    about: [
      "Hard: no value satisfies both. Soft: both could be true. Checks flag claims that do not fit other claims: a comparison, a stale value, a headline firmer than its text, parts beyond their total. Nothing is averaged, and nothing corrected. With an id, every quote.",
    ],
    flags: [{ name: "strict", about: "exit 1 where a hard one is left" }, ...dateFlags, bookFlag, ...formatFlags],
    examples: [
      { command: "capstack conflicts", about: "all, hard ones first" },
      { command: "capstack conflicts k-1f2e", about: "one, with all its sentences" },
    ],
    load: () => import("../commands/conflicts.ts"),
  },
  {
    name: "resolve",
    operands: "[CONFLICT]",
    summary: "choose the reading that is drawn; say what is the same",
    about: [
      "With a conflict: --draw a document's or a claim's reading, smallest, largest or both. --same puts two deals together, --different takes a claim out of its deal, --merge makes one party of two names. Each is a decision with its reason: nothing is deleted, `undo` takes it back.",
    ],
    flags: [
      { name: "draw", value: "WHICH", about: "a document, a claim, smallest, largest or both" },
      { name: "same", value: "ID ID", many: true, about: "these two deals, or the deals of these claims, are one" },
      { name: "different", value: "CLAIM ID", many: true, about: "this claim is not of that deal" },
      { name: "merge", value: "NAME NAME", many: true, about: "the first name is the second party" },
      { name: "because", value: "TEXT", about: "why, kept with the decision" },
      ...dateFlags,
      bookFlag,
      dryRunFlag,
      { name: "json", about: "JSON on stdout" },
    ],
    examples: [
      { command: 'capstack resolve k-1f2e --draw 08 --because "the filing says so"', about: "draw one reading" },
      { command: "capstack resolve --same deal-1aae deal-2ec1", about: "two deals are one" },
    ],
    load: () => import("../commands/resolve.ts"),
  },
];
