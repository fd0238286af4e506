/** `capstack own`: who owns a company, on the book? */

import { holding } from "../../model/assumption.ts";
import type { PartyId } from "../../model/id.ts";
import { askedBook } from "../../store/asked-book.ts";
import { countedAssumptions } from "../../store/assumptions.ts";
import { settledBook } from "../../store/settled-book.ts";
import { shortIds } from "../../store/short-ids.ts";
import { groupOf } from "../../views/deal-rows.ts";
import { claimsOf, notStated, ownAnswer } from "../../views/own/own-answer.ts";
import { ownCells, ownColumns } from "../../views/own/own-cells.ts";
import { ownJson } from "../../views/own/own-json.ts";
import { companyNamed } from "../company-named.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines } from "../format.ts";
import { inBook } from "../open-book.ts";
import { ownText } from "../render/own.ts";
import { problemText } from "../render/problem.ts";
import type { Call, Outcome } from "../verb.ts";
import { readCompany } from "./asked-company.ts";

/** Runs `capstack own COMPANY`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal } = call;
  const read = readCompany(call, "own");
  if ("code" in read) return { misuse: read };
  const { written, format, asked, by } = read;

  return inBook(call, {}, async (book) => {
    const view = await book.ask(async (inside) => {
      const { registers } = book.settings;
      const { names, question, data } = await askedBook(inside, book.settings, asked);
      const company = companyNamed(names, written, "own");
      const settled = await settledBook(inside, registers.parties, question);
      const { deals, observations, testimonies, parties } = settled;
      const assumptions = holding(await countedAssumptions(inside, registers.assumptions), question.asOf);
      const claims = new Map([...testimonies].map(([id, { claim }]) => [id, claim]));
      const shown = (party: PartyId): PartyId => (by === "unit" ? party : groupOf(party, parties));
      const firmness = asked.firmness ?? "talks";
      const answer = ownAnswer(
        { company, firmness, asOf: question.asOf, shown },
        { deals, observations, claims, assumptions, parties },
      );
      const ids = await shortIds(inside, claimsOf(answer));
      const parent = parties.get(company)?.parent ?? null;
      return { answer, parent, firmness, by, names, ids, question, data, command: book.command };
    });
    const { answer, firmness, names, data } = view;
    const problems = notStated(answer);
    if (format === "json") {
      printJson(terminal, { schema: "capstack/own/1", data, value: ownJson(answer, { firmness, by }), problems });
    } else if (format === "csv" || format === "plain") {
      printLines(terminal, format, ownColumns, ownCells(answer, names.party));
      for (const problem of problems) terminal.note(problemText(problem));
    } else terminal.out(ownText(view, terminal, format === "wide"));
    return exitCodes.done;
  });
}
