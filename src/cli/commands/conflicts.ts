/** `capstack conflicts`: where do sources disagree, and what does not fit together? */

import { conflictsIn } from "../../deals/conflicts.ts";
import type { Problem } from "../../model/problem.ts";
import { askedBook } from "../../store/asked-book.ts";
import { allClaims } from "../../store/claims.ts";
import { refuse } from "../../store/fault.ts";
import { settledBook } from "../../store/settled-book.ts";
import { shortIds } from "../../store/short-ids.ts";
import type { Book } from "../../store/tables.ts";
import {
  type Conflict,
  conflictCells,
  conflictColumns,
  conflictsOf,
  shortConflictIds,
} from "../../views/conflict-rows.ts";
import { dealRow, shortDealIds } from "../../views/deal-rows.ts";
import { knowingConflicts } from "../../views/filter.ts";
import { questionFilter } from "../../views/question-filter.ts";
import { readFilter } from "../book-claims.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { type Question, readQuestion } from "../question.ts";
import { type ConflictsView, conflictsText, conflictText } from "../render/conflicts.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack conflicts [FILTER | ID…]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, switches } = call;
  const format = readFormat(call, "capstack conflicts");
  if (typeof format === "object") return { misuse: format };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const ids = operands.filter((word) => /^k-[0-9a-f]*$/i.test(word));
  if (ids.length > 0 && ids.length < operands.length) return { misuse: idsAndFilter };

  return inBook(call, {}, async (book) => {
    const { view, shown } = await book.ask(async (inside) => {
      const view = await conflictsView(inside, ids.length > 0 ? "" : operands.join(" "), asked, book);
      return { view, shown: ids.length > 0 ? ids.map((id) => conflictMeant(id, view.conflicts)) : view.conflicts };
    });
    if (format === "json")
      printJson(terminal, {
        schema: "capstack/conflicts/1",
        data: view.data,
        rows: shown.map(conflictJson),
        problems: [],
      });
    else if (format === "csv" || format === "plain")
      printLines(terminal, format, conflictColumns, shown.map(conflictCells));
    else
      terminal.out(
        ids.length > 0
          ? shown.map((each) => conflictText(each, view, terminal)).join("\n")
          : conflictsText(view, terminal),
      );
    return switches.has("strict") && shown.some(({ sort }) => sort === "hard") ? exitCodes.attention : exitCodes.done;
  });
}

const idsAndFilter: Problem = {
  code: "conflict-ids-and-filter",
  message: "capstack conflicts takes ids of conflicts, or a filter, not both.",
  fix: "capstack conflicts k-1f2e",
};

/** The conflicts of a book on the dates asked about, with all that showing them needs. */
export async function conflictsView(
  inside: Book,
  written: string,
  asked: Question,
  book: OpenBook,
): Promise<ConflictsView> {
  const { names, question, data } = await askedBook(inside, book.settings, asked);
  const settled = await settledBook(inside, book.settings.registers.parties, question);
  const all = conflictsOf(settled.deals, settled.flags);
  const asking = knowingConflicts(readFilter(written, names, "conflicts"), [...conflictsIn(settled.deals).keys()]);
  const filter = questionFilter(asking, { ...question, firmness: null, asOf: null });
  const meant = new Set((await allClaims(inside, filter)).map(({ claim }) => claim.id));
  const conflicts = all.filter((conflict) => claimsIn(conflict).some((id) => meant.has(id)));
  return {
    conflicts,
    ids: shortConflictIds(all),
    dealIds: shortDealIds(settled.deals),
    claimIds: await shortIds(inside, [...new Set(conflicts.flatMap(claimsIn))]),
    testimonies: settled.testimonies,
    rowOf: (deal) => dealRow(deal, names.party),
    names,
    question,
    data,
    command: book.command,
  };
}

/** The conflict that the first digits of an id mean. */
export function conflictMeant(written: string, conflicts: readonly Conflict[]): Conflict {
  const found = conflicts.filter(({ id }) => id.startsWith(written.toLowerCase()));
  if (found.length === 1) return found[0]!;
  if (found.length === 0)
    return refuse({
      code: "unknown-conflict",
      message: `there is no conflict ${written} on these dates.`,
      fix: "capstack conflicts",
    });
  return refuse({
    code: "ambiguous-conflict",
    message: `${written} begins the ids of several conflicts.`,
    fix: "Give more of its digits: capstack conflicts",
  });
}

function claimsIn(conflict: Conflict) {
  return conflict.sort === "check"
    ? [conflict.flag.claim, ...conflict.flag.against]
    : conflict.field.readings.flatMap(({ claims }) => claims);
}

function conflictJson(conflict: Conflict): object {
  if (conflict.sort === "check") return { id: conflict.id, sort: "check", ...conflict.flag };
  const { id, sort, deal, field } = conflict;
  return {
    id,
    sort,
    deal: deal.id,
    kind: deal.kind,
    from: deal.from,
    to: deal.to,
    ...field,
    drawn: field.choice === "open" ? null : field.readings[0]!.text,
  };
}
