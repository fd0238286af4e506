/** `capstack company`: what is known of a company, and what is missing? */

import { isAtLeast } from "../../deals/firmness.ts";
import { holding } from "../../model/assumption.ts";
import type { Deal } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import type { Problem } from "../../model/problem.ts";
import { askedBook } from "../../store/asked-book.ts";
import { countedAssumptions } from "../../store/assumptions.ts";
import { settledBook } from "../../store/settled-book.ts";
import { companyPage } from "../../views/company-rows.ts";
import { dealCells, dealColumns, dealRow, shortDealIds } from "../../views/deal-rows.ts";
import { companyNamed } from "../company-named.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook } from "../open-book.ts";
import { formsAsked } from "../picture-files.ts";
import { readQuestion, readSide } from "../question.ts";
import { companyText } from "../render/company.ts";
import { showable } from "../render/table.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack company NAME` and `capstack company --list`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, switches } = call;
  const format = readFormat(call, "capstack company");
  if (typeof format === "object") return { misuse: format };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const by = readSide(call, "group");
  if (typeof by === "object") return { misuse: by };
  const written = operands.join(" ");
  if ((written === "") !== switches.has("list")) return { misuse: noCompany };

  if (asksForLadder(call)) {
    if (switches.has("list")) return { misuse: noCompany };
    const { obligations } = await import("./obligations.ts");
    return obligations(call, format, asked, by, written);
  }

  return inBook(call, {}, async (book) => {
    const { asking, settled, party, assumptions } = await book.ask(async (inside) => {
      const asking = await askedBook(inside, book.settings, asked);
      const party = switches.has("list") ? null : companyNamed(asking.names, written, "company");
      const { registers } = book.settings;
      const settled = await settledBook(inside, registers.parties, asking.question);
      const assumptions = holding(await countedAssumptions(inside, registers.assumptions), asking.question.asOf);
      return { asking, party, settled, assumptions };
    });
    const { names, question, data } = asking;
    if (switches.has("list")) {
      const rows = listed(settled.deals, names.party);
      if (format === "json") printJson(terminal, { schema: "capstack/companies/1", data, rows, problems: [] });
      else if (format === "csv" || format === "plain")
        printLines(
          terminal,
          format,
          ["id", "name", "deals"],
          rows.map(({ id, name, deals }) => [id, name, String(deals)]),
        );
      else terminal.out(rows.map(({ name, deals }) => ` ${String(deals).padStart(4)}  ${showable(name)}\n`).join(""));
      return exitCodes.done;
    }
    const { firmness } = question;
    const deals = settled.deals.filter(({ status }) => firmness === null || isAtLeast(status, firmness));
    const page = companyPage(
      party!,
      { deals, observations: settled.observations },
      settled.parties,
      by === "group",
      assumptions,
    );
    if (format === "json") {
      const missing = page.missing.map(({ text }) => text);
      const value = { ...page, panels: Object.fromEntries(page.panels), missing };
      printJson(terminal, { schema: "capstack/company/1", data, value, problems: [] });
    } else if (format === "csv" || format === "plain") {
      const rows = [...page.panels].flatMap(([panel, own]) =>
        own.map((deal) => [panel, ...dealCells(dealRow(deal, names.party))]),
      );
      printLines(terminal, format, ["panel", ...dealColumns], rows);
    } else {
      const rowOf = (deal: Deal) => dealRow(deal, names.party);
      terminal.out(
        companyText(
          { page, names, rowOf, ids: shortDealIds(settled.deals), by, question, data, command: book.command },
          terminal,
        ),
      );
    }
    return exitCodes.done;
  });
}

/** Flags that only the ladder of obligations has: with one of them it is what is asked for. */
const ladderFlags = ["basis", "rate", "quarters"] as const;

function asksForLadder(call: Call): boolean {
  const { switches, texts } = call;
  return (
    switches.has("obligations") || formsAsked(call).length > 0 || ladderFlags.some((flag) => texts[flag] !== undefined)
  );
}

/** Parties of deals, those with most of them first. */
function listed(
  deals: readonly Deal[],
  nameOf: (id: PartyId) => string,
): { id: PartyId; name: string; deals: number }[] {
  const counts = new Map<PartyId, number>();
  for (const deal of deals)
    for (const party of new Set([deal.from, deal.to, ...deal.others]))
      if (party !== null) counts.set(party, (counts.get(party) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, name: nameOf(id), deals: count }))
    .sort((one, other) => other.deals - one.deals || (one.id < other.id ? -1 : 1));
}

const noCompany: Problem = {
  code: "no-company",
  message: "capstack company takes the name of a company, or --list.",
  fix: "capstack company OpenAI",
};
