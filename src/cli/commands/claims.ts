/** `capstack claims`: which claims are in the book? */

import type { Problem } from "../../model/problem.ts";
import { askedBook } from "../../store/asked-book.ts";
import { claimCounts, countInConflict } from "../../store/claim-counts.ts";
import { claimsPage, countClaims } from "../../store/claims.ts";
import { conflictsOfClaims, conflictsUnder, settledFilter } from "../../store/conflicts.ts";
import { firstKnownDay } from "../../store/documents.ts";
import { shortIds } from "../../store/short-ids.ts";
import { type ClaimOrder, claimSorts, readOrder } from "../../views/claim-order.ts";
import { listedCells, listedColumns, listedJson } from "../../views/listed-claims.ts";
import { questionFilter } from "../../views/question-filter.ts";
import { nearest } from "../../views/suggest.ts";
import { listed, readFilter } from "../book-claims.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook } from "../open-book.ts";
import { readPaging } from "../paging.ts";
import { readQuestion } from "../question.ts";
import { claimsText, noClaimsText } from "../render/claims.ts";
import { nothingKnownText } from "../render/nothing-known.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack claims [FILTER]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts } = call;
  const format = readFormat(call, "capstack claims");
  if (typeof format === "object") return { misuse: format };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const paging = readPaging(call, format === "table" || format === "wide");
  if ("code" in paging) return { misuse: paging };
  const order = readSort(texts.sort);
  if ("code" in order) return { misuse: order };
  const written = operands.join(" ");

  return inBook(call, {}, async (book) => {
    const answer = await book.ask(async (inside) => {
      const { names, question, data } = await askedBook(inside, book.settings, asked, written);
      const asking = readFilter(written, names);
      const { parties } = book.settings.registers;
      const filter = await settledFilter(inside, parties, question, asking);
      const full = questionFilter(filter, question);
      const page = await claimsPage(inside, { filter: full, order, ...paging });
      const { rejected, removers: lost, ...counted } = await claimCounts(inside, filter, question);
      const whole = await countClaims(
        inside,
        questionFilter({ kind: "all-of", filters: [] }, { ...question, firmness: null }),
      );
      // To count them all settles all; a page of a large book settles what it shows.
      const isLarge = whole.claims > mostSettled && page.items.length <= pageOfLarge;
      const conflicts = isLarge
        ? await conflictsOfClaims(
            inside,
            parties,
            question,
            page.items.map(({ claim }) => claim),
          )
        : await conflictsUnder(inside, parties, question, full);
      const counts = { ...counted, conflicts: isLarge ? null : await countInConflict(inside, full, conflicts) };
      const ids = await shortIds(
        inside,
        page.items.map(({ claim }) => claim.id),
      );
      const rows = page.items.map((each) => listed(each, conflicts, names));
      const first = await firstKnownDay(inside);
      return { rows, next: page.next, counts, whole: whole.claims, rejected, ids, lost, question, data, first };
    });
    if (format === "json") {
      const { data, rows, next } = answer;
      printJson(terminal, { schema: "capstack/claims/1", data, rows: rows.map(listedJson), next, problems: [] });
    } else if (format === "csv" || format === "plain") {
      printLines(terminal, format, listedColumns, answer.rows.map(listedCells));
    } else if (answer.counts.claims === 0) {
      terminal.out(noClaimsText({ ...answer, written, command: book.command }));
    } else {
      const again = ["claims", ...(written ? [quoted(written)] : []), ...(texts.sort ? [`--sort ${texts.sort}`] : [])];
      terminal.out(
        claimsText({ ...answer, again: again.join(" "), command: book.command }, terminal, format === "wide"),
      );
    }
    const { asOf, knownOn } = answer.question;
    if (answer.whole > 0 && asOf !== null && answer.first !== null && asOf < answer.first)
      terminal.note(
        `${nothingKnownText(asOf, answer.first)}\n  These became known later${knownOn === null ? "" : `, by ${knownOn}`}; without them: --at ${asOf}\n`,
      );
    return exitCodes.done;
  });
}

/** Claims of a book whose conflicts are counted with every list: settling so many takes about a second. */
const mostSettled = 20_000;
const pageOfLarge = 1_000;

/** `--sort amount`, from the other end `--sort -amount`, several as `--sort status,-amount`. */
export function readSort(written = "document"): ClaimOrder | Problem {
  const order = readOrder(written);
  if (!("unknown" in order)) return order;
  const near = nearest(order.unknown.replace(/^-/, ""), claimSorts);
  return {
    code: "bad-sort",
    message: `--sort ${written}: claims are not sorted by ${order.unknown === written ? "that" : `“${order.unknown}”`}.${near ? ` Did you mean ${near}?` : ""}`,
    fix: `--sort ${near ?? "-amount"} (of ${claimSorts.join(", ")})`,
  };
}

/** A filter as a shell takes it. */
function quoted(filter: string): string {
  return `'${filter.replaceAll("'", `'\\''`)}'`;
}
