/** The flows of a window as a page shows them: the picture, the same figures as lines, the circles of which something is drawn, and the windows one may go to. */

import { dayNumber, dayOfNumber, type PartialDay } from "../model/day.ts";
import type { ClaimId, PartyId } from "../model/id.ts";
import type { Memo } from "../model/ledger.ts";
import { endsText } from "../model/smallest-unit.ts";
import { postedBook } from "../store/posted-book.ts";
import { programVersion } from "../store/program-version.ts";
import type { Book } from "../store/tables.ts";
import { harmless } from "../views/card-table.ts";
import { circlePath, differs, sameText, shortCircle } from "../views/circle-words.ts";
import { csvLine } from "../views/csv-line.ts";
import { flowCells, flowColumns } from "../views/flow-cells.ts";
import { type FlowsBy, flowsShownAs, shownName } from "../views/flow-roles.ts";
import type { FlowRow, Window } from "../views/flow-rows.ts";
import type { FlowCircle, FlowLine, FlowsAnswer } from "../views/flows-answers.ts";
import { notFolded, ownFold } from "../views/flows-fold.ts";
import { ownOrder } from "../views/flows-own-order.ts";
import { type FlowsAsked, type FlowsView, flowsPictureInput, flowsView } from "../views/flows-view.ts";
import type { PostedDeals } from "../views/network-view.ts";
import { flowsDrawing } from "../views/pictures/flows-drawing.ts";
import { flowsPicture, walkOf } from "../views/pictures/flows-picture.ts";
import { mostRibbons } from "../views/pictures/flows-ribbons.ts";
import { sameMoney } from "../views/pictures/flows-title.ts";
import { takenText } from "../views/taken-words.ts";
import { readWindow, windowText, writtenWindow, yearAfter } from "../views/window.ts";
import type { Asked } from "./asked.ts";
import { dayFlags, flagsIn, misasked } from "./request.ts";
import type { ServedBook } from "./served-book.ts";

/** The answer to `flows?from=2026-01-01&to=2026-12-31&basis=due&by=role&unit=USD&fold=amd,nvidia&order=openai,nvidia`, beside the controls. */
export async function flowsAnswer(
  book: Book,
  { settings }: ServedBook,
  around: Asked,
  params: URLSearchParams,
): Promise<FlowsAnswer> {
  const { question, names } = around;
  const { posted, asked } = await askedFlows(book, settings.registers, around, params);
  const view = flowsView(posted, asked);
  const nameOf = (party: PartyId): string => shownName(party, names.party);
  const made = { ...question, data: around.data, version: programVersion };
  const input = flowsPictureInput(view, posted, asked, names, made);
  const drawing = view.rows.length === 0 ? null : flowsDrawing(input);
  const smaller = new Set(drawing?.smaller);
  const { window, basis, unit, order } = asked;
  const drawn = drawing?.nodes ?? [];
  const drawnName = new Map(drawn.map(({ key, name }) => [key, name]));
  return {
    title: input.title,
    picture: drawing && flowsPicture(input),
    ...{ basis, unit },
    window: told(window),
    windows: windowsOf(posted, asked, question.asOf),
    units: view.units,
    ribbons: drawing ? walkOf(drawing) : [],
    lines: linesOf(view, basis, smaller, nameOf),
    circles: circlesOf(view, basis, nameOf),
    notDrawn: [
      ...(smaller.size > 0 ? [{ reason: `smaller than the ${mostRibbons} that are drawn`, count: smaller.size }] : []),
      ...input.notDrawn.map(({ reason, told: { length } }) => ({ reason, count: length })),
    ],
    taken: drawing?.taken ?? [],
    next: view.next === null ? null : dayOfNumber(view.next),
    columns: (drawing?.columns ?? []).map(({ title, companies }) => ({
      title,
      companies: companies.map((key) => ({ key, name: drawnName.get(key)! })),
    })),
    unplaced: drawing ? order.filter((key) => !drawnName.has(key)).map((key) => nameOf(key as PartyId)) : [],
    notFolded: drawing ? notFolded(view, asked, posted.parties).map(names.party) : [],
    folded: [...asked.folded].map((party) => ({ party, name: names.party(party) })),
    command: commandOf(params, asked),
  };
}

/** What leaves the page as a table: a row for each flow of the basis, with its ids, its ends and what was taken for granted. */
export async function flowsFiles(
  book: Book,
  { settings }: ServedBook,
  around: Asked,
  params: URLSearchParams,
): Promise<{ readonly csv: string }> {
  const { posted, asked } = await askedFlows(book, settings.registers, around, params);
  const { rows, undated } = flowsView(posted, asked);
  const cells = flowCells({ rows, undated, memos: [], next: null }, (party) => shownName(party, around.names.party));
  return { csv: [flowColumns, ...cells].map((row) => csvLine(row.map(harmless))).join("") };
}

async function askedFlows(
  book: Book,
  registers: ServedBook["settings"]["registers"],
  { question, page, names }: Asked,
  params: URLSearchParams,
): Promise<{ readonly posted: PostedDeals; readonly asked: FlowsAsked }> {
  const { settled, ledger } = await postedBook(book, registers, question);
  const by = byIn(params);
  const partyOf = (name: string): PartyId | undefined => names.known.parties.get(name);
  const { folded, unknown } = ownFold(params.get("fold") ?? "", partyOf, by, settled.parties);
  refuseUnknown("fold", unknown);
  const own = ownOrder(params.get("order") ?? "", partyOf, flowsShownAs(by, folded, settled.parties));
  refuseUnknown("order", own.unknown);
  const asked: FlowsAsked = {
    firmness: page.firmness ?? "talks",
    by,
    window: windowIn(params, question.asOf),
    basis: basisIn(params),
    unit: params.get("unit") ?? "USD",
    about: null,
    folded,
    order: own.order,
  };
  return { posted: { ...settled, ledger }, asked };
}

function refuseUnknown(by: "fold" | "order", names: readonly string[]): void {
  if (names.length > 0)
    throw misasked(`the ${by} names ${names.map((name) => `“${name}”`).join(", ")}: no company of this book`);
}

function byIn(params: URLSearchParams): FlowsBy {
  const by = params.get("by") ?? "group";
  if (by !== "unit" && by !== "group" && by !== "role") throw misasked(`nothing is shown by “${by}”`);
  return by;
}

function basisIn(params: URLSearchParams): FlowsAsked["basis"] {
  const basis = params.get("basis") ?? "due";
  if (basis !== "due" && basis !== "whole")
    throw misasked(`there is no basis “${basis}”: a picture has one, due or whole`);
  return basis;
}

/** From a day to a day; without the first the day after the one asked about, without the last twelve months. */
function windowIn(params: URLSearchParams, asOf: PartialDay | null): Window {
  const [from, to] = [params.get("from"), params.get("to")];
  const begins = from !== null ? readWindow(from) : asOf === null ? null : yearAfter(asOf);
  const read = begins && readWindow(`${firstOf(begins)}..${to ?? yearAfter(begins.after).until}`);
  if (read === null)
    throw misasked(
      from === null && asOf === null
        ? "no document of this book has a day, so a window needs its first day"
        : `“${from ?? "…"} to ${to ?? "…"}” is no window: its days look like 2026-01-31, and the first is before the last`,
    );
  return read;
}

function firstOf({ after }: Window): PartialDay {
  return dayOfNumber(dayNumber(after) + 1);
}

function told(window: Window): FlowsAnswer["window"] {
  return { from: firstOf(window), to: window.until, text: windowText(window) };
}

/** As many years as a key goes through. */
const mostYears = 8;

function windowsOf({ ledger }: PostedDeals, { unit }: FlowsAsked, asOf: PartialDay | null): FlowsAnswer["windows"] {
  const own = ledger.postings.filter(({ commodity }) => commodity === unit);
  const years = new Set(
    own.flatMap(({ timing }) => Array.from(timing?.days ?? [], (day) => dayOfNumber(day).slice(0, 4))),
  );
  const first = asOf?.slice(0, 4) ?? "";
  const ahead = [...years].sort().filter((year) => year >= first);
  return [
    ...(asOf === null ? [] : [{ ...told(yearAfter(asOf)), text: "the year ahead" }]),
    ...ahead.slice(0, mostYears).map((year) => told(readWindow(year)!)),
  ];
}

/** The command that draws the same. */
function commandOf(params: URLSearchParams, { window, basis, unit, by, firmness, folded, order }: FlowsAsked): string {
  const further = [
    ...(basis === "whole" ? ["--basis whole"] : []),
    ...(unit === "USD" ? [] : [`--unit ${unit}`]),
    ...(folded.size === 0 ? [] : [`--fold ${[...folded].join(",")}`]),
    ...(order.length === 0 ? [] : [`--order ${order.join(",")}`]),
  ];
  const asked = `capstack flows --window ${writtenWindow(window)} --firm ${firmness} --by ${by}`;
  return `${[asked, ...further].join(" ")}${flagsIn(params, dayFlags)} --svg flows.svg`;
}

function linesOf(
  { rows, undated, outside, memos, deals, shown }: FlowsView,
  basis: FlowsAsked["basis"],
  smaller: ReadonlySet<FlowRow>,
  nameOf: (party: PartyId) => string,
): FlowLine[] {
  const name = (party: PartyId | null): string => (party === null ? "no claim says who" : nameOf(party));
  const line = (row: FlowRow, left: string | null, due: string): FlowLine => ({
    from: name(row.from),
    to: name(row.to),
    status: row.status,
    due,
    whole: endsText(row.commodity, row.whole, row.approximate),
    differs: row.postings.some(({ deal }) => differs(deals.get(deal)!)),
    taken: row.taken.map(takenText),
    left,
    claims: [...new Set(row.postings.flatMap(({ claims }) => claims))],
  });
  const dueText = (row: FlowRow): string =>
    row.due.low === 0 && row.due.high === 0 ? "" : endsText(row.commodity, row.due, row.approximate);
  const memo = ({ from, to, status, commodity, low, high, deal, reason, claims }: Memo): FlowLine => ({
    from: name(from && shown(from)),
    to: name(to && shown(to)),
    ...{ status, due: "", taken: [], claims, left: reason },
    whole: low === null ? "not stated" : endsText(commodity, { low, high }),
    differs: differs(deals.get(deal)!),
  });
  return [
    ...[...rows]
      .sort((one, other) => (other[basis].high ?? other[basis].low) - (one[basis].high ?? one[basis].low))
      .map((row) => line(row, smaller.has(row) ? "smaller than what is drawn" : null, dueText(row))),
    ...undated.map((row) => line(row, "without a day", "")),
    ...outside.map((row) => line(row, "outside of the window", "")),
    ...memos.map(memo),
  ];
}

/** Circles of which something is drawn, with their numbers in the picture. */
function circlesOf(
  { circles, rows }: FlowsView,
  basis: FlowsAsked["basis"],
  nameOf: (party: PartyId) => string,
): FlowCircle[] {
  const drawn = new Set(rows.flatMap(({ postings }) => postings.map(({ deal }) => deal)));
  return circles.flatMap((circle, index): FlowCircle[] => {
    const own = circle.links.flatMap(({ deals }) => deals.map(({ deal }) => deal));
    if (!own.some(({ id }) => drawn.has(id))) return [];
    return [
      {
        short: shortCircle(circle),
        number: index + 1,
        path: circlePath(circle, nameOf),
        weakest: circle.status,
        weakestLink: `${nameOf(circle.weakest.from)} → ${nameOf(circle.weakest.to)}`,
        same: sameText(sameMoney(circle, basis)),
        tied: circle.tied.answer,
        claims: [...new Set<ClaimId>(own.flatMap(({ claims }) => claims))],
      },
    ];
  });
}
