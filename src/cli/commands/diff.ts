/** `capstack diff`: what was published between two days, and what of it is new? */

import { repeatsOf } from "../../deals/repeated-claims.ts";
import type { PartialDay } from "../../model/day.ts";
import { lastDayOf } from "../../model/day.ts";
import type { Problem } from "../../model/problem.ts";
import { type AskedBook, askedBook } from "../../store/asked-book.ts";
import { allClaims } from "../../store/claims.ts";
import { shortIds } from "../../store/short-ids.ts";
import type { Book } from "../../store/tables.ts";
import { type DiffDocument, diffCells, diffColumns, diffJson } from "../../views/diff-rows.ts";
import type { Filter } from "../../views/filter.ts";
import { questionFilter } from "../../views/question-filter.ts";
import { listed, readFilter } from "../book-claims.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook } from "../open-book.ts";
import { readDayFlag } from "../question.ts";
import { diffText } from "../render/diff.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack diff [FILTER] --known-on A..B`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts } = call;
  const format = readFormat(call, "capstack diff");
  if (typeof format === "object") return { misuse: format };
  const days = readDays(texts["known-on"]);
  if ("code" in days) return { misuse: days };

  return inBook(call, {}, async (book) => {
    const { rows, ids, data } = await book.ask(async (inside) => {
      const asked = await askedBook(inside, book.settings, { firmness: null, asOf: null, knownOn: null });
      const filter = readFilter(operands.join(" "), asked.names, "diff");
      const rows = await newBetween(inside, filter, days, asked);
      const claims = rows.flatMap(({ claims }) => claims.map(({ listed }) => listed.row.claim.id));
      return { rows, ids: await shortIds(inside, claims), data: asked.data };
    });
    if (format === "json")
      printJson(terminal, { schema: "capstack/diff/1", data, rows: rows.map(diffJson), problems: [] });
    else if (format === "csv" || format === "plain") printLines(terminal, format, diffColumns, rows.flatMap(diffCells));
    else terminal.out(diffText({ rows, ids, data, ...days }, terminal));
    return exitCodes.done;
  });
}

/** Full days: what was known on `from` is not news, what was known on `to` is. */
interface Days {
  readonly from: PartialDay;
  readonly to: PartialDay;
}

function readDays(written: string | undefined): Days | Problem {
  const [first, second, more] = (written ?? "").split("..");
  if (!first || !second || more !== undefined) return twoDays;
  const from = readDayFlag("known-on", first);
  const to = readDayFlag("known-on", second);
  if (from !== null && typeof from === "object") return from;
  if (to !== null && typeof to === "object") return to;
  return { from: lastDayOf(from!), to: lastDayOf(to!) };
}

const twoDays: Problem = {
  code: "two-days",
  message: "capstack diff needs two days, from which to which.",
  fix: "capstack diff --known-on 2025-12-17..2026-02-28",
};

/** The documents that became known, with their claims and what of them was said before. */
async function newBetween(
  book: Book,
  filter: Filter,
  { from, to }: Days,
  { names, documents }: AskedBook,
): Promise<DiffDocument[]> {
  const known = async (knownOn: PartialDay) =>
    allClaims(book, questionFilter(filter, { firmness: null, asOf: null, knownOn }));
  const before = (await known(from)).map(({ claim }) => claim);
  const later = await known(to);
  const own = Map.groupBy(later, ({ claim }) => claim.document);
  const earlier = [...before];
  const rows: DiffDocument[] = [];
  for (const document of documents.filter(({ known_from }) => known_from > from && known_from <= to)) {
    const standing = own.get(document.id) ?? [];
    const claims = standing.map((each) => ({
      listed: listed(each, names),
      repeats: repeatsOf([each.claim], earlier).claims > 0,
    }));
    earlier.push(...standing.map(({ claim }) => claim));
    rows.push({ document, number: names.document(document.id), claims });
  }
  return rows;
}
