/** `capstack deals`: which deals do the claims make? */

import type { PartyId } from "../../model/id.ts";
import { askedBook } from "../../store/asked-book.ts";
import { listedDeals } from "../../store/listed-deals.ts";
import { settledBook } from "../../store/settled-book.ts";
import { dealCells, dealColumns, dealRow, groupOf, shortDealIds } from "../../views/deal-rows.ts";
import { readFilter } from "../book-claims.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook } from "../open-book.ts";
import { readQuestion, readSide } from "../question.ts";
import { dealsText } from "../render/deals.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack deals [FILTER]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands } = call;
  const format = readFormat(call, "capstack deals");
  if (typeof format === "object") return { misuse: format };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const by = readSide(call, "unit");
  if (typeof by === "object") return { misuse: by };

  return inBook(call, {}, async (book) => {
    const { deals, whole, asking, parties } = await book.ask(async (inside) => {
      const asking = await askedBook(inside, book.settings, asked);
      const { question, names } = asking;
      const filter = readFilter(operands.join(" "), names, "deals");
      const settled = await settledBook(inside, book.settings.registers.parties, question);
      const deals = await listedDeals(inside, settled, question, filter, by);
      return { deals, whole: settled.deals, asking, parties: settled.parties };
    });
    const { names, question, data } = asking;
    const nameOf = (id: PartyId): string => names.party(by === "unit" ? id : groupOf(id, parties));
    const rows = deals.map((deal) => dealRow(deal, nameOf));
    if (format === "json") printJson(terminal, { schema: "capstack/deals/1", data, rows: deals, problems: [] });
    else if (format === "csv" || format === "plain") printLines(terminal, format, dealColumns, rows.map(dealCells));
    else {
      const view = {
        rows,
        whole: whole.length,
        ids: shortDealIds(whole),
        question,
        data,
        next: null,
        command: book.command,
      };
      terminal.out(dealsText(view, terminal, format === "wide"));
    }
    return exitCodes.done;
  });
}
