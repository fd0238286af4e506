/** `capstack deal`: what is this deal, how firm, since when, and who says otherwise? */

import { independentSources } from "../../deals/origins.ts";
import { blockableBy } from "../../deals/rights.ts";
import { umbrellaParts } from "../../deals/umbrellas.ts";
import type { Deal } from "../../model/deal.ts";
import type { Problem } from "../../model/problem.ts";
import { type AskedBook, askedBook } from "../../store/asked-book.ts";
import { dealMeant } from "../../store/deal-meant.ts";
import { type SettledBook, settledBook } from "../../store/settled-book.ts";
import { shortIds } from "../../store/short-ids.ts";
import type { Book } from "../../store/tables.ts";
import { dealRow, shortDealIds } from "../../views/deal-rows.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson } from "../format.ts";
import { inBook, type OpenBook } from "../open-book.ts";
import { readQuestion } from "../question.ts";
import { type DealView, dealText } from "../render/deals.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack deal ID…`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, switches } = call;
  if (operands.length === 0) return { misuse: noDeal };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };

  return inBook(call, {}, async (book) => {
    const { views, data } = await book.ask(async (inside) => {
      const asking = await askedBook(inside, book.settings, asked);
      const settled = await settledBook(inside, book.settings.registers.parties, asking.question);
      const views: DealView[] = [];
      for (const id of operands)
        views.push(await dealView(inside, await dealMeant(inside, id, settled), settled, asking, book));
      return { views, data: asking.data };
    });
    if (switches.has("json")) {
      const rows = views.map(({ row, reconciled, blockable, testimonies }) => ({
        ...row.deal,
        independent: independentSources(row.deal, testimonies),
        reconciled: reconciled && {
          ...reconciled,
          parts: reconciled.parts.map(({ deal, ...part }) => ({ deal: deal.id, ...part })),
        },
        blockable: blockable.map(({ deal, force }) => ({ deal: deal.id, force })),
      }));
      printJson(terminal, { schema: "capstack/deal/1", data, rows, problems: [] });
    } else terminal.out(views.map((view) => dealText(view, terminal)).join("\n"));
    return exitCodes.done;
  });
}

const noDeal: Problem = {
  code: "no-deal-id",
  message: "capstack deal needs the id of a deal, or of one of its claims.",
  fix: "capstack deals lists the ids",
};

/** All that is shown of a deal. */
export async function dealView(
  inside: Book,
  deal: Deal,
  settled: SettledBook,
  asking: AskedBook,
  book: OpenBook,
): Promise<DealView> {
  const { names, question, data } = asking;
  const dealIds = shortDealIds(settled.deals);
  const rowOf = (each: Deal) => dealRow(each, names.party);
  return {
    row: rowOf(deal),
    id: dealIds.get(deal.id)!,
    testimonies: settled.testimonies,
    ids: await shortIds(inside, deal.claims),
    dealIds,
    names,
    reconciled: deal.umbrella ? umbrellaParts(deal, settled.deals, settled.parties) : null,
    blockable: blockableBy(deal, settled.deals, settled.parties),
    rowOf,
    question,
    data,
    command: book.command,
  };
}
