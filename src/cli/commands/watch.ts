/** `capstack watch`: what is open, by when does it resolve, and what firmed up or lapsed? */

import { dayNumber, dayOfNumber, lastDayOf } from "../../model/day.ts";
import type { PartyId } from "../../model/id.ts";
import { lineage } from "../../model/party.ts";
import type { Problem } from "../../model/problem.ts";
import { askedBook } from "../../store/asked-book.ts";
import { refuse } from "../../store/fault.ts";
import { settledBook } from "../../store/settled-book.ts";
import { shortIds } from "../../store/short-ids.ts";
import { dealRow, shortDealIds } from "../../views/deal-rows.ts";
import { watchCells, watchColumns, watchJson } from "../../views/watch-cells.ts";
import { type OpenItem, type Watch, watchOf } from "../../views/watch-rows.ts";
import { companyNamed } from "../company-named.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook } from "../open-book.ts";
import { readDayFlag, readQuestion } from "../question.ts";
import { watchText } from "../render/watch.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack watch [COMPANY…]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts } = call;
  const format = readFormat(call, "capstack watch");
  if (typeof format === "object") return { misuse: format };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const since = readDayFlag("since", texts.since);
  if (since !== null && typeof since === "object") return { misuse: since };

  return inBook(call, {}, async (book) => {
    const { parties } = book.settings.registers;
    const view = await book.ask(async (inside) => {
      const asking = await askedBook(inside, book.settings, asked);
      const { names, question, data } = asking;
      const { asOf } = question;
      if (asOf === null) return refuse(noDay);
      const from = since === null ? dayOfNumber(dayNumber(asOf) - quarter) : lastDayOf(since);
      const now = await settledBook(inside, parties, question);
      const before = await settledBook(inside, parties, { asOf: from, knownOn: from });
      const watch = watchOf(now, before, asOf, (claim) => now.testimonies.get(claim)!.known);
      const meant = operands.map((name) => companyNamed(names, name, "watch"));
      const is = (party: PartyId | null): boolean =>
        party !== null && lineage(party, now.parties).some((each) => meant.includes(each));
      const shown = meant.length === 0 ? watch : aboutOnly(watch, is);
      const claims = await shortIds(inside, [
        ...shown.open.flatMap((item) => item.claims),
        ...[...shown.firmed, ...shown.lapsed, ...shown.fresh].flatMap(({ deal }) => deal.claims),
      ]);
      return {
        ...{ watch: shown, since: from, names, question, data, claims, command: book.command },
        ids: shortDealIds(now.deals),
        rowOf: (deal: Parameters<typeof dealRow>[0]) => dealRow(deal, names.party),
      };
    });
    const { watch, data, names } = view;
    if (format === "json")
      printJson(terminal, { schema: "capstack/watch/1", data, value: watchJson(watch), problems: [] });
    else if (format === "csv" || format === "plain")
      printLines(terminal, format, watchColumns, watchCells(watch, names.party));
    else terminal.out(watchText(view, terminal));
    return exitCodes.done;
  });
}

/** What changed is looked for over so many days before the day asked about. */
const quarter = 91;

function aboutOnly({ open, firmed, lapsed, fresh }: Watch, is: (party: PartyId | null) => boolean): Watch {
  const touches = ({ deal, observation }: Pick<OpenItem, "deal" | "observation">): boolean =>
    deal === null ? is(observation!.party) : [deal.from, deal.to, ...deal.others].some(is);
  const changed = (changes: Watch["fresh"]) => changes.filter(({ deal }) => touches({ deal, observation: null }));
  return { open: open.filter(touches), firmed: changed(firmed), lapsed: changed(lapsed), fresh: changed(fresh) };
}

const noDay: Problem = {
  code: "nothing-to-show",
  message: "no document of this book has a day, so nothing can be said to be open on one.",
  fix: "capstack watch --as-of 2025-12-17",
};
