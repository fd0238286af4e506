/** `capstack exposure`: on whom does a company depend, and who is hurt if it stops paying? */

import { shortIds } from "../../store/short-ids.ts";
import { dealRow, shortDealIds } from "../../views/deal-rows.ts";
import { exposureOf, shownFor } from "../../views/exposure.ts";
import { exposureCells, exposureColumns, exposureJson } from "../../views/exposure-cells.ts";
import { askedLedger, timeAsked, unusedAssumptions } from "../asked-ledger.ts";
import { companyNamed } from "../company-named.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines } from "../format.ts";
import { inBook } from "../open-book.ts";
import { exposureText } from "../render/exposure.ts";
import { problemText } from "../render/problem.ts";
import type { Call, Outcome } from "../verb.ts";
import { assumedWithoutRate, readCompany } from "./asked-company.ts";

/** Runs `capstack exposure COMPANY`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal } = call;
  const read = readCompany(call, "exposure");
  if ("code" in read) return { misuse: read };
  const { written, format, asked, by } = read;

  return inBook(call, {}, async (book) => {
    const { view, problems } = await book.ask(async (inside) => {
      const { asking, posted } = await askedLedger(inside, book, asked);
      const { names, question, data } = asking;
      const company = companyNamed(names, written, "exposure");
      const { asOf, window } = timeAsked(question, read.window, `exposure ${written}`);
      const { deals, observations, parties, testimonies } = posted.settled;
      const firmness = asked.firmness ?? "signed";
      const shown = shownFor(company, by, parties);
      const answer = exposureOf(
        { deals, observations, ledger: posted.ledger, parties, assumptions: posted.assumptions },
        { company, firmness, asOf, window, shown },
      );
      const quoted = [
        ...answer.rights.flatMap(({ right }) => right.claims),
        ...answer.otherRevenue.flatMap(({ claims }) => claims),
        ...(answer.revenue !== null && "observation" in answer.revenue.from
          ? answer.revenue.from.observation.claims
          : []),
      ];
      const view = {
        ...{ answer, window, firmness, by, names, question, data, testimonies },
        ids: shortDealIds(deals),
        claims: await shortIds(inside, quoted),
        rowOf: (deal: (typeof deals)[number]) => dealRow(deal, names.party),
        command: book.command,
      };
      const touched = [company, ...answer.stops.reached];
      return { view, problems: [...unusedAssumptions(posted), ...assumedWithoutRate(touched, posted.assumptions)] };
    });
    const { answer, data, names } = view;
    if (format === "json")
      printJson(terminal, { schema: "capstack/exposure/1", data, value: exposureJson(answer, view), problems });
    else {
      if (format === "csv" || format === "plain")
        printLines(terminal, format, exposureColumns, exposureCells(answer, names.party));
      else terminal.out(exposureText(view, terminal, format === "wide"));
      for (const problem of problems) terminal.note(problemText(problem));
    }
    return exitCodes.done;
  });
}
