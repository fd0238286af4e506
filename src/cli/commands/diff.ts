/** `capstack diff`: what changed since the book had a data hash, or what was published between two days? */

import { type Conflicts, conflictsIn } from "../../deals/conflicts.ts";
import { repeatsOf } from "../../deals/repeated-claims.ts";
import type { PartialDay } from "../../model/day.ts";
import { lastDayOf } from "../../model/day.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Problem } from "../../model/problem.ts";
import { type AskedDocuments, askedDocuments } from "../../store/asked-book.ts";
import { allClaims } from "../../store/claims.ts";
import { type SettledBook, settledBook } from "../../store/settled-book.ts";
import { shortIds } from "../../store/short-ids.ts";
import type { Book } from "../../store/tables.ts";
import { type DealChange, dealChanges } from "../../views/deal-changes.ts";
import { dealRow, shortDealIds } from "../../views/deal-rows.ts";
import { type DiffDocument, diffCells, diffColumns, diffJson } from "../../views/diff-rows.ts";
import { type Filter, knowingConflicts } from "../../views/filter.ts";
import { questionFilter } from "../../views/question-filter.ts";
import { listed, readFilter } from "../book-claims.ts";
import { exitCodes } from "../exit-codes.ts";
import { type Format, printJson, printLines, readFormat } from "../format.ts";
import { inBook } from "../open-book.ts";
import { readDayFlag } from "../question.ts";
import { type DealChangesView, dealChangesText } from "../render/deal-changes.ts";
import { diffText } from "../render/diff.ts";
import type { Call, Outcome } from "../verb.ts";
import { diffStates, readHashes } from "./diff-states.ts";

/** Runs `capstack diff HASH`, `capstack diff A..B` or `capstack diff [FILTER] --known-on A..B`. */
export async function run(call: Call): Promise<Outcome> {
  const { operands, texts } = call;
  const format = readFormat(call, "capstack diff");
  if (typeof format === "object") return { misuse: format };
  if (texts["known-on"] !== undefined || operands.length === 0) return diffDays(call, format);
  const hashes = readHashes(operands);
  return "code" in hashes ? { misuse: hashes } : diffStates(call, format, hashes);
}

async function diffDays(call: Call, format: Format): Promise<Outcome> {
  const { terminal, operands, texts } = call;
  const days = readDays(texts["known-on"]);
  if ("code" in days) return { misuse: days };
  return inBook(call, {}, async (book) => {
    const { rows, ids, data, deals } = await book.ask(async (inside) => {
      const written = operands.join(" ");
      const asked = await askedDocuments(inside, book.settings, { firmness: null, asOf: null, knownOn: null }, written);
      const { parties } = book.settings.registers;
      const before = await settledBook(inside, parties, { asOf: days.from, knownOn: days.from });
      const after = await settledBook(inside, parties, { asOf: days.to, knownOn: days.to });
      const conflicts = conflictsIn(after.deals);
      const filter = knowingConflicts(readFilter(written, asked.names, "diff"), [...conflicts.keys()]);
      const rows = await newBetween(inside, filter, days, asked, conflicts);
      const claims = rows.flatMap(({ claims }) => claims.map(({ listed }) => listed.row.claim.id));
      const deals = changedDeals(before, after, asked, claims);
      return { rows, ids: await shortIds(inside, claims), data: asked.data, deals };
    });
    if (format === "json")
      printJson(terminal, {
        schema: "capstack/diff/2",
        data,
        value: { documents: rows.map(diffJson), deals: deals.changes.map(dealChangeJson) },
        problems: [],
      });
    else if (format === "csv" || format === "plain") printLines(terminal, format, diffColumns, rows.flatMap(diffCells));
    else terminal.out(`${dealChangesText(deals, terminal)}${diffText({ rows, ids, data, ...days }, terminal)}`);
    return exitCodes.done;
  });
}

/** The deals that the claims of the days between changed, each day settled for what was known and held on it. */
function changedDeals(
  before: SettledBook,
  after: SettledBook,
  { names }: AskedDocuments,
  claims: readonly ClaimId[],
): DealChangesView {
  const meant = new Set(claims);
  const changes = dealChanges(before.deals, after.deals, after.redirects);
  return {
    changes: changes.filter(({ deal }) => deal.claims.some((claim) => meant.has(claim))),
    rowOf: (deal) => dealRow(deal, names.party),
    dealIds: shortDealIds(after.deals),
    testimonies: after.testimonies,
    names,
  };
}

function dealChangeJson({ deal, was, fields }: DealChange): object {
  return { deal: deal.id, new: was === null, status: deal.status, fields };
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
  message: "capstack diff needs a data hash, as commands print it, or two days, from which to which.",
  fix: "capstack diff b7e2c1, or capstack diff --known-on 2025-12-17..2026-02-28",
};

/** The documents that became known, with their claims and what of them was said before. */
async function newBetween(
  book: Book,
  filter: Filter,
  { from, to }: Days,
  { names, documents }: AskedDocuments,
  conflicts: Conflicts,
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
      listed: listed(each, conflicts, names),
      repeats: repeatsOf([each.claim], earlier).claims > 0,
    }));
    earlier.push(...standing.map(({ claim }) => claim));
    rows.push({ document, number: names.document(document.id), claims });
  }
  return rows;
}
