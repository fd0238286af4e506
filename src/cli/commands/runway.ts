/** `capstack runway`: how long does the cash of a company last? */

import type { PartyId } from "../../model/id.ts";
import { lineage } from "../../model/party.ts";
import { refuse } from "../../store/fault.ts";
import { shortIds } from "../../store/short-ids.ts";
import { shortDealIds } from "../../views/deal-rows.ts";
import { runwayCells, runwayColumns, runwayJson } from "../../views/runway-cells.ts";
import { runwayOf } from "../../views/runway-rows.ts";
import { askedLedger, timeAsked, unusedAssumptions } from "../asked-ledger.ts";
import { companyNamed } from "../company-named.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines } from "../format.ts";
import { inBook } from "../open-book.ts";
import { problemText } from "../render/problem.ts";
import { nothingToRunOn, runwayText } from "../render/runway.ts";
import type { Call, Outcome } from "../verb.ts";
import { assumedWithoutRate, readCompany } from "./asked-company.ts";

/** Runs `capstack runway COMPANY`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal } = call;
  const read = readCompany(call, "runway");
  if ("code" in read) return { misuse: read };
  const { written, format, asked, by } = read;

  return inBook(call, {}, async (book) => {
    const { view, problems } = await book.ask(async (inside) => {
      const { asking, posted } = await askedLedger(inside, book, asked);
      const { names, question, data } = asking;
      const company = companyNamed(names, written, "runway");
      const { asOf, window } = timeAsked(question, read.window, `runway ${written}`);
      const { deals, observations, parties, testimonies } = posted.settled;
      const firmness = asked.firmness ?? "signed";
      const isCompany = (party: PartyId | null): boolean =>
        party !== null && (party === company || (by === "group" && lineage(party, parties).includes(company)));
      const { ledger, assumptions } = posted;
      const answer = runwayOf(
        { deals, observations, ledger, assumptions },
        { company, firmness, asOf, window, isCompany },
      );
      const withoutRate = assumedWithoutRate([company], assumptions);
      if (answer.cash === null)
        return refuse(nothingToRunOn(company, answer, withoutRate, { names, testimonies, command: book.command }));
      const burnClaims =
        answer.burn !== null && "observation" in answer.burn.from ? answer.burn.from.observation.claims : [];
      const view = {
        ...{ company, answer, firmness, by, names, question, data, testimonies },
        ids: shortDealIds(deals),
        claims: await shortIds(inside, burnClaims),
        command: book.command,
      };
      return { view, problems: [...unusedAssumptions(posted), ...withoutRate] };
    });
    const { answer, data, names } = view;
    if (format === "json")
      printJson(terminal, { schema: "capstack/runway/1", data, value: runwayJson(answer, view), problems });
    else {
      if (format === "csv" || format === "plain")
        printLines(terminal, format, runwayColumns, runwayCells(answer, names.party));
      else terminal.out(runwayText(view, terminal, format === "wide"));
      for (const problem of problems) terminal.note(problemText(problem));
    }
    return exitCodes.done;
  });
}
