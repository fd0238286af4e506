/** A deal as a page shows it, all deals to choose from, or what is known of one that is not there. */

import { independentSources } from "../deals/origins.ts";
import { lastDayOf } from "../model/day.ts";
import type { Deal } from "../model/deal.ts";
import { dealMeant } from "../store/deal-meant.ts";
import { Fault } from "../store/fault.ts";
import { listedDeals } from "../store/listed-deals.ts";
import { type PostedBook, postedDeals } from "../store/posted-book.ts";
import { programVersion } from "../store/program-version.ts";
import { type SettledBook, settledBook } from "../store/settled-book.ts";
import { shortIds } from "../store/short-ids.ts";
import { bookState } from "../store/sqlite.ts";
import type { Book } from "../store/tables.ts";
import type { Circles } from "../views/circles.ts";
import { dealSurroundings } from "../views/deal/deal-around.ts";
import { dealHead, dealLine } from "../views/deal/deal-card.ts";
import { dealMissing } from "../views/deal/deal-missing.ts";
import { dealPage } from "../views/deal/deal-page.ts";
import { dealPanels } from "../views/deal/deal-panels.ts";
import type { DealCard, DealLine, DealList, DealPageAnswer, UnknownDeal } from "../views/deal-answers.ts";
import { dealRow, shortDealIds } from "../views/deal-rows.ts";
import { circlesIn } from "../views/network-view.ts";
import { parseFilter } from "../views/parse-filter.ts";
import { editDistance } from "../views/suggest.ts";
import type { Asked } from "./asked.ts";
import { fieldAnswers } from "./deal-answer.ts";
import { controlFlags, flagsIn } from "./request.ts";
import type { ServedBook } from "./served-book.ts";

/** As many deals as a page lists. */
const mostDeals = 2000;

/**
 * Gives answers to `deals?name=deal-72b2&q=party:OpenAI`, beside the controls. The book is settled once for its state and its dates: one goes from the list to a
 * deal, to the next one and back.
 */
export function answeringDeals(
  served: ServedBook,
): (book: Book, around: Asked, params: URLSearchParams) => Promise<DealPageAnswer> {
  const { registers } = served.settings;
  let last: { readonly of: string; readonly settled: SettledBook; posted: Posted | null } | null = null;
  return async (book, around, params) => {
    const { question, data } = around;
    const of = [await bookState(book), data, question.asOf, question.knownOn].join(" ");
    if (last?.of !== of) last = { of, settled: await settledBook(book, registers.parties, question), posted: null };
    const now = last;
    const written = params.get("name") ?? "";
    if (written === "") return dealList(book, now.settled, around, params);
    try {
      const deal = await dealMeant(book, written, now.settled);
      now.posted ??= postedOf(await postedDeals(book, registers, question, now.settled));
      return await dealCard(book, deal, now.posted, around, params);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      return unknown(book, served, around, written, now.settled, error.problem.message);
    }
  };
}

interface Posted extends PostedBook {
  /** The circles of all deals, looked for once at each firmness and side. */
  readonly circlesAt: (asked: CirclesAsked) => Circles;
}
type CirclesAsked = Parameters<typeof circlesIn>[1];

function postedOf(posted: PostedBook): Posted {
  const found = new Map<string, Circles>();
  const circlesAt = (asked: CirclesAsked): Circles => {
    const key = `${asked.firmness} ${asked.by}`;
    const circles = found.get(key) ?? circlesIn({ ...posted.settled, ledger: posted.ledger }, asked);
    found.set(key, circles);
    return circles;
  };
  return { ...posted, circlesAt };
}

async function dealList(
  book: Book,
  settled: SettledBook,
  { question, page, names, cardNames }: Asked,
  params: URLSearchParams,
): Promise<DealList> {
  const written = params.get("q") ?? "";
  const filter = parseFilter(written, names.known);
  const command = `capstack deals${written === "" ? "" : ` '${written.replaceAll("'", "'\\''")}'`}${flagsIn(params, controlFlags)}`;
  if ("code" in filter) return { is: "list", deals: [], whole: 0, more: 0, problem: filter, command };
  const deals = await listedDeals(book, settled, question, filter, page.by);
  const ids = shortDealIds(settled.deals);
  return {
    is: "list",
    deals: deals.slice(0, mostDeals).map((deal) => dealLine(dealRow(deal, cardNames.party), ids.get(deal.id)!)),
    whole: settled.deals.length,
    more: Math.max(0, deals.length - mostDeals),
    ...{ problem: null, command },
  };
}

async function dealCard(
  book: Book,
  deal: Deal,
  { settled, ledger, circlesAt }: Posted,
  around: Asked,
  params: URLSearchParams,
): Promise<DealCard> {
  const { question, page: asked, cardNames, data } = around;
  const ids = shortDealIds(settled.deals);
  const shortOf = (id: Deal["id"]): string => ids.get(id)!;
  const rowOf = (each: Deal) => dealRow(each, cardNames.party);
  const lineOf = (each: Deal | undefined): DealLine | null =>
    each === undefined ? null : dealLine(rowOf(each), shortOf(each.id));
  // Circles are asked of groups, as on the network, unless the address says otherwise.
  const by = params.get("by") === "unit" ? "unit" : "group";
  const { asOf } = question;
  const { firmness } = asked;
  const circles = circlesAt({ firmness: firmness ?? "talks", by, asOf });
  const page = dealPage({ ...settled, ledger }, deal, { firmness, asOf, circles });
  const short = shortOf(deal.id);
  const line = dealLine(rowOf(deal), short);
  const command = `capstack deal ${short}${flagsIn(params, controlFlags)}`;
  const { claim } = settled.testimonies.get(deal.claims[0]!)!;
  const at = page.between.indexOf(deal);
  const independent = independentSources(deal, settled.testimonies);
  return {
    is: "deal",
    ...line,
    ...{ id: deal.id, claim: claim.id, asOf: question.asOf, command },
    evidence: `#/evidence/${cardNames.document(claim.document)}?claim=${claim.id}`,
    ...dealHead({ page, independent, asked, parties: settled.parties, nameOf: around.names.party }),
    missing: dealMissing(page, short, around.names.party),
    fields: fieldAnswers(deal, settled, await shortIds(book, deal.claims), around),
    panels: dealPanels({
      ...{ page, sides: line.sides, firmness: asked.firmness ?? "talks", book: settled, command },
      ...{ nameOf: cardNames.party, documentName: cardNames.document },
      made: { asOf: question.asOf, knownOn: question.knownOn, data, version: programVersion },
    }),
    around: dealSurroundings(page, { rowOf, shortOf, nameOf: around.names.party }),
    previous: lineOf(page.between[at - 1]),
    next: lineOf(page.between[at + 1]),
  };
}

/** As many as are near. */
const mostNear = 5;

/** A deal that is not there on these dates: perhaps it becomes known later. */
async function unknown(
  book: Book,
  { settings }: ServedBook,
  { cardNames }: Asked,
  written: string,
  { deals }: SettledBook,
  why: string,
): Promise<UnknownDeal> {
  const ever = await settledBook(book, settings.registers.parties, { asOf: null, knownOn: null });
  const later = await dealMeant(book, written, ever).catch((error: unknown) => {
    if (error instanceof Fault) return null;
    throw error;
  });
  const from = later?.history[0]?.known ?? null;
  const ids = shortDealIds(deals);
  const start = written.startsWith("deal-") ? written : `deal-${written}`;
  const far = (deal: Deal): number =>
    deal.id.startsWith(start) ? 0 : editDistance(start, deal.id.slice(0, Math.max(start.length, mostNear)));
  const near = deals
    .map((deal) => ({ deal, far: far(deal) }))
    .filter((each) => each.far <= 2)
    .sort((one, other) => one.far - other.far)
    .slice(0, mostNear);
  return {
    ...{ is: "unknown", written, why },
    from: from === null ? null : lastDayOf(from),
    near: near.map(({ deal }) => dealLine(dealRow(deal, cardNames.party), ids.get(deal.id)!)),
  };
}
