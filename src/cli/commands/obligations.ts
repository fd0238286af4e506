/** `capstack company NAME --obligations`: what must it pay, and when? */

import type { Problem } from "../../model/problem.ts";
import { programVersion } from "../../store/program-version.ts";
import { ladderInput } from "../../views/company/obligations-panel.ts";
import { type CompanyBook, companyTest, companyView } from "../../views/company-view.ts";
import { shortDealIds } from "../../views/deal-rows.ts";
import { type LadderShown, readLadder } from "../../views/ladder-basis.ts";
import { ladderCells, ladderColumns, ladderJson } from "../../views/ladder-cells.ts";
import { ladderOf } from "../../views/ladder-rows.ts";
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
  const shown = readShown(call);
  if ("code" in shown) return { misuse: shown };
  return inBook(call, {}, async (book) => {
    const { view, problems } = await book.ask(async (inside) => {
      const { asking, posted } = await askedLedger(inside, book, asked);
      const { names, question, data } = asking;
      const party = companyNamed(names, written, "company");
      const { settled } = posted;
      const firmness = asked.firmness ?? "signed";
      const { asOf } = timeAsked(question, null, `company ${written} --obligations`);
      const isPayer = companyTest(party, by, settled.parties);
      const ladder = ladderOf(posted.ledger, isPayer, { asOf, firmness, ...shown });
      const ids = shortDealIds(settled.deals);
      const whole: CompanyBook = { ...settled, ledger: posted.ledger, assumptions: posted.assumptions };
      const forms: FileForms = {
        svg: () => {
          const all = companyView(whole, { company: party, by, firmness: asked.firmness, asOf, ladder: shown });
          const made = { ...question, data, version: programVersion };
          const named = { nameOf: names.party, documentName: names.document };
          const input = { company: party, by, view: all, book: whole, asOf, ...named, made, flags: "" };
          return ladderPicture(ladderInput(input, shown));
        },
      };
      const of = { party, ladder, shown, asOf, firmness, by, ids };
      return {
        view: { ...of, forms, names, question, data, command: book.command },
        problems: unusedAssumptions(posted),
      };
    });
    const { ladder, data, names } = view;
    if (formsAsked(call).length > 0) return writeForms(view.forms, call, "company");
    if (format === "json")
      printJson(terminal, { schema: "capstack/obligations/1", data, value: ladderJson(ladder, shown), problems });
    else {
      if (format === "csv" || format === "plain")
        printLines(terminal, format, ladderColumns(shown), ladderCells(ladder, shown, names.party));
      else terminal.out(obligationsText(view, terminal));
      for (const problem of problems) terminal.note(problemText(problem));
    }
    return exitCodes.done;
  });
}

/** Reads `--basis --rate --quarters`; one that would change nothing is refused. */
function readShown({ texts }: Call): LadderShown | Problem {
  const shown = readLadder(texts);
  if ("code" in shown) return shown;
  if (texts.rate !== undefined && shown.basis !== "value") return notOfBasis("rate", texts.rate);
  if (texts.quarters !== undefined && shown.basis === "total") return notOfBasis("quarters", texts.quarters);
  return shown;
}

function notOfBasis(flag: "rate" | "quarters", written: string): Problem {
  return {
    code: "not-of-basis",
    message:
      flag === "rate"
        ? `--rate ${written}: only a present value is discounted.`
        : `--quarters ${written}: contracts as a whole stand in no year.`,
    fix: flag === "rate" ? `--basis value --rate ${written}` : `--basis due --quarters ${written}`,
  };
}
