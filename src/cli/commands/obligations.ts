/** `capstack company NAME --obligations`: what must it pay, and when? */

import type { PartyId } from "../../model/id.ts";
import { lineage } from "../../model/party.ts";
import { programVersion } from "../../store/program-version.ts";
import { ladderInput } from "../../views/company/obligations-panel.ts";
import { type CompanyBook, companyView } from "../../views/company-view.ts";
import { shortDealIds } from "../../views/deal-rows.ts";
import { memoJson, takenJson } from "../../views/flow-cells.ts";
import { type Ladder, ladderOf } from "../../views/ladder-rows.ts";
import { decimalText } from "../../views/ledger-rows.ts";
import { ladderPicture } from "../../views/pictures/ladder-picture.ts";
import { askedLedger, timeAsked, unusedAssumptions } from "../asked-ledger.ts";
import { companyNamed } from "../company-named.ts";
import { exitCodes } from "../exit-codes.ts";
import { type Format, printJson, printLines } from "../format.ts";
import { inBook } from "../open-book.ts";
import { type FileForms, formsAsked, writeForms } from "../picture-files.ts";
import type { Question, Side } from "../question.ts";
import { obligationsText } from "../render/obligations.ts";
import { problemText } from "../render/problem.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs it for the company that a person named. */
export async function obligations(
  call: Call,
  format: Format,
  asked: Question,
  by: Side,
  written: string,
): Promise<Outcome> {
  const { terminal } = call;
  return inBook(call, {}, async (book) => {
    const { view, problems } = await book.ask(async (inside) => {
      const { asking, posted } = await askedLedger(inside, book, asked);
      const { names, question, data } = asking;
      const party = companyNamed(names, written, "company");
      const { settled } = posted;
      const isParty = (id: PartyId | null): boolean =>
        id !== null && (id === party || (by === "group" && lineage(id, settled.parties).includes(party)));
      const firmness = asked.firmness ?? "signed";
      const { asOf } = timeAsked(question, null, `company ${written} --obligations`);
      const ladder = ladderOf(posted.ledger, isParty, asOf, firmness);
      const ids = shortDealIds(settled.deals);
      const whole: CompanyBook = { ...settled, ledger: posted.ledger, assumptions: posted.assumptions };
      const forms: FileForms = {
        svg: () => {
          const shown = companyView(whole, { company: party, by, firmness: asked.firmness, asOf });
          const made = { ...question, data, version: programVersion };
          const named = { nameOf: names.party, documentName: names.document };
          return ladderPicture(
            ladderInput({ company: party, by, view: shown, book: whole, asOf, ...named, made, flags: "" }, "due"),
          );
        },
      };
      const view = { party, forms, ladder, firmness, by, ids, names, question, data, command: book.command };
      return { view, problems: unusedAssumptions(posted) };
    });
    const { ladder, data, names } = view;
    if (formsAsked(call).length > 0) return writeForms(view.forms, call, "company");
    if (format === "json")
      printJson(terminal, { schema: "capstack/obligations/1", data, value: ladderJson(ladder), problems });
    else {
      if (format === "csv" || format === "plain")
        printLines(terminal, format, obligationColumns, obligationCells(ladder, names.party));
      else terminal.out(obligationsText(view, terminal));
      for (const problem of problems) terminal.note(problemText(problem));
    }
    return exitCodes.done;
  });
}

const obligationColumns = [
  "year",
  "to",
  "commodity",
  "status",
  "low",
  "high",
  "reason",
  "postings",
  "assumed",
  "claims",
];

/** What falls due with its year; what has none, and what is not counted, with its reason. */
function obligationCells(
  { rows, unscheduled, apart, uncounted }: Ladder,
  nameOf: (party: PartyId) => string,
): string[][] {
  const party = (id: PartyId | null): string => (id === null ? "" : nameOf(id));
  const text = (commodity: string, count: number | null): string =>
    count === null ? "" : decimalText(commodity, count);
  return [
    ...rows.map(({ year, party: to, commodity, status, due, postings, taken }) => [
      ...[String(year), party(to), commodity, status, text(commodity, due.low), text(commodity, due.high), ""],
      postings.map(({ id }) => id).join(" "),
      taken.map((each) => each.text).join("; "),
      [...new Set(postings.flatMap(({ claims }) => claims))].join(" "),
    ]),
    ...unscheduled.map(({ posting: { id, to, commodity, status, taken, claims }, rest }) => [
      ...["", party(to), commodity, status, text(commodity, rest.low), text(commodity, rest.high), "without a day", id],
      ...[taken.map((each) => each.text).join("; "), claims.join(" ")],
    ]),
    ...[...apart, ...uncounted].map(({ id, to, commodity, status, low, high, reason, claims }) => [
      ...["", party(to), commodity, status, text(commodity, low), text(commodity, high), reason, id, ""],
      claims.join(" "),
    ]),
  ];
}

function ladderJson({ rows, unscheduled, apart, uncounted }: Ladder): object {
  const ends = (commodity: string, { low, high }: { low: number; high: number | null }): object => ({
    low: decimalText(commodity, low),
    high: high === null ? null : decimalText(commodity, high),
  });
  return {
    due: rows.map(({ due, postings, taken, ...row }) => ({
      ...row,
      due: ends(row.commodity, due),
      postings: postings.map(({ id }) => id),
      assumed: taken.map(takenJson),
      claims: [...new Set(postings.flatMap(({ claims }) => claims))],
    })),
    unscheduled: unscheduled.map(({ posting: { id, deal, to, commodity, status, claims }, rest }) => ({
      ...{ id, deal, party: to, commodity, status, amount: ends(commodity, rest), claims },
    })),
    apart: apart.map(memoJson),
    uncounted: uncounted.map(memoJson),
  };
}
