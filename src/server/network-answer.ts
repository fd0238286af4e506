/** The network as a page shows it: its picture, its circles, the same as a nested list, and what changed since another day. */

import { lastDayOf, type PartialDay, parseDay } from "../model/day.ts";
import type { Deal } from "../model/deal.ts";
import type { ClaimId, DealId, PartyId } from "../model/id.ts";
import { endsText } from "../model/smallest-unit.ts";
import { everLinked } from "../store/ever-linked.ts";
import { postedBook } from "../store/posted-book.ts";
import { programVersion } from "../store/program-version.ts";
import type { SettledQuestion } from "../store/settled-book.ts";
import { bookState } from "../store/sqlite.ts";
import type { Book } from "../store/tables.ts";
import { harmless } from "../views/card-table.ts";
import { circlePath, differs, nearText, ownersIn, sameText, shortCircle } from "../views/circle-words.ts";
import type { Circle, Circles } from "../views/circles.ts";
import { csvLine } from "../views/csv-line.ts";
import { shortDealIds } from "../views/deal-rows.ts";
import type { MoneyLink } from "../views/money-links.ts";
import type { CircleCard, LinkCard, NetworkAnswer, NetworkCompanyCard } from "../views/network-answers.ts";
import { networkCells, networkColumns } from "../views/network-cells.ts";
import { gexfOf, graphmlOf } from "../views/network-graph.ts";
import { layers, type NetworkCompany, type NetworkLink, networkLinks } from "../views/network-rows.ts";
import {
  type NetworkAsked,
  type NetworkView,
  networkView,
  type PostedDeals,
  pictureInput,
  shownAs,
} from "../views/network-view.ts";
import { arcKey, arcsOf } from "../views/pictures/network-arcs.ts";
import { networkDrawing } from "../views/pictures/network-drawing.ts";
import { drawnKeys } from "../views/pictures/network-fold.ts";
import { layerNames } from "../views/pictures/network-legend.ts";
import { networkLegend, networkPicture, titleOf } from "../views/pictures/network-picture.ts";
import { networkScene } from "../views/pictures/network-scene.ts";
import type { Asked } from "./asked.ts";
import { controlFlags, flagsIn, misasked } from "./request.ts";
import type { ServedBook } from "./served-book.ts";

/** The answer to `network?layers=money,chips&focus=openai&hops=1&compare=2025-10-01&whole=yes`, beside the controls. */
async function networkAnswer(
  book: Book,
  { settings }: ServedBook,
  around: Asked,
  params: URLSearchParams,
  ever: Pairs,
): Promise<NetworkAnswer> {
  const { question, page, names } = around;
  const posted = await postedDeals(book, settings.registers, question);
  const asked = askedIn(params, page, around);
  const { by } = asked;
  const view = networkView(posted, asked);
  const everything = networkLinks(posted.deals, posted.ledger, {
    ...{ firmness: asked.firmness, shown: shownAs(by, posted.parties) },
    ...{ layers: new Set(layers), about: null },
  });
  const places = pairsAs(ever, shownAs(by, posted.parties));
  const made = { ...question, data: around.data, version: programVersion };
  const since = dayIn(params, "compare");
  const before =
    since === null
      ? null
      : networkView(await postedDeals(book, settings.registers, { asOf: since, knownOn: since }), asked);
  const plain = { ...pictureInput(view, posted, asked, places, names, made), whole: params.get("whole") === "yes" };
  const input = { ...plain, ...(before && { before: drawnKeys(before.links, plain) }) };
  const drawing = networkDrawing(input);
  const ids = shortDealIds(posted.deals);
  const words = wordsOf(names.party, ids, asked.asOf);
  return {
    asOf: question.asOf,
    title: titleOf(view.circles.circles),
    picture: plain.whole ? networkLegend(input, drawing) : networkPicture(input, drawing),
    scene: plain.whole ? networkScene(drawing, input) : null,
    share: drawing.share,
    companies: words.companies(view),
    circles: view.circles.circles.slice(0, mostCircles).map(words.circle),
    broken: view.circles.broken.slice(0, mostCircles).map(words.circle),
    near: view.circles.near.map((near) => ({
      text: nearText(near, names.party, `${amountOf(near.link)} ${near.link.status}`),
      claims: claimsOf(near.link),
    })),
    notDrawn: [...drawing.notDrawn].map(([reason, count]) => ({ reason, count })),
    changed: before && { since: since!, ...changes(view, before, names.party) },
    layers: layers.flatMap((layer) => {
      const links = everything.filter((link) => link.layer === layer).length;
      return links === 0 ? [] : [{ layer, name: layerNames[layer], links, shown: asked.layers.has(layer) }];
    }),
    command: commandOf(params),
  };
}

/** What is shown as files for other programs: a table, and graphs. */
export async function networkFiles(
  book: Book,
  { settings }: ServedBook,
  around: Asked,
  params: URLSearchParams,
): Promise<{ readonly csv: string; readonly gexf: string; readonly graphml: string }> {
  const posted = await postedDeals(book, settings.registers, around.question);
  const asked = askedIn(params, around.page, around);
  const { links, companies } = networkView(posted, asked);
  const nameOf = around.names.party;
  const made = { ...around.question, data: around.data, version: programVersion };
  const { subtitle, sources } = pictureInput(
    { links, companies, circles: noCircles },
    posted,
    asked,
    [],
    around.names,
    made,
  );
  const graph = { companies, links, nameOf, about: [subtitle, ...sources].join(" · ") };
  return {
    csv: [networkColumns, ...networkCells(links, nameOf)].map((row) => csvLine(row.map(harmless))).join(""),
    gexf: gexfOf(graph),
    graphml: graphmlOf(graph),
  };
}

const noCircles: Circles = { circles: [], broken: [], near: [], stoppedBy: null };

type Pairs = readonly (readonly [PartyId, PartyId])[];

/** Gives answers; the pairs that the book ever links are worked out once for each state of it, not for each day that is stepped to. */
export function answeringNetwork(
  served: ServedBook,
): (book: Book, around: Asked, params: URLSearchParams) => Promise<NetworkAnswer> {
  let last: { readonly state: string; readonly pairs: Pairs } | null = null;
  return async (book, around, params) => {
    const state = await bookState(book);
    if (last?.state !== state)
      last = { state, pairs: await everLinked(book, served.settings.registers.parties, (party) => party) };
    return networkAnswer(book, served, around, params, last.pairs);
  };
}

/** Pairs of companies as they are shown; what a group does within itself is none. */
function pairsAs(pairs: Pairs, shown: (party: PartyId) => PartyId): Pairs {
  return pairs.flatMap(([one, other]) => (shown(one) === shown(other) ? [] : [[shown(one), shown(other)] as const]));
}

/** As many circles as a panel holds. */
const mostCircles = 30;

async function postedDeals(
  book: Book,
  registers: ServedBook["settings"]["registers"],
  question: SettledQuestion,
): Promise<PostedDeals> {
  const { settled, ledger } = await postedBook(book, registers, question);
  return { ...settled, ledger };
}

function askedIn(params: URLSearchParams, page: Asked["page"], { parties, question }: Asked): NetworkAsked {
  const written = params.get("layers");
  const named = written === null ? layers : layers.filter((layer) => written.split(",").includes(layer));
  const focus = params.get("focus");
  if (focus !== null && !/^[\p{L}\p{N}.-]+$/u.test(focus)) throw misasked(`there is no company “${focus}”`);
  const hops = Number(params.get("hops") ?? 1);
  // Who is tied to whom is asked of groups, unless the address says otherwise.
  const by = params.get("by") === "unit" ? "unit" : "group";
  return {
    firmness: page.firmness ?? "talks",
    by,
    layers: new Set(named),
    about: focus === null ? null : new Set([shownAs(by, parties)(focus as PartyId)]),
    asOf: question.asOf,
    without: (params.get("without") ?? "").split(",").filter((deal) => /^deal-[0-9a-f]{4,16}$/.test(deal)),
    hops: hops === 2 || hops === 3 ? hops : 1,
  };
}

function dayIn(params: URLSearchParams, name: string) {
  const written = params.get(name);
  if (written === null) return null;
  const day = parseDay(written);
  if (day === null) throw misasked(`“${written}” is no day`);
  return lastDayOf(day);
}

/** The command that prints the same. */
function commandOf(params: URLSearchParams): string {
  const focus = params.get("focus");
  return `capstack network${focus ? ` ${focus}` : ""}${flagsIn(params, [...controlFlags, "layers", "hops", "without"])}`;
}

function changes(now: NetworkView, before: NetworkView, nameOf: (party: PartyId) => string) {
  const said = ({ links }: NetworkView) =>
    new Map(
      arcsOf(links).arcs.map((arc) => [
        arcKey(arc),
        `${nameOf(arc.from)} → ${nameOf(arc.to)}: ${arc.label}, ${arc.status}`,
      ]),
    );
  const [come, gone] = [said(now), said(before)];
  return {
    come: [...come].flatMap(([key, text]) => (gone.has(key) ? [] : [text])),
    gone: [...gone].flatMap(([key, text]) => (come.has(key) ? [] : [text])),
  };
}

/** Links and circles in words. */
function wordsOf(nameOf: (party: PartyId) => string, ids: ReadonlyMap<DealId, string>, asOf: PartialDay | null) {
  const linkCard = (link: NetworkLink, other: PartyId | null): LinkCard => ({
    other: other === null ? "nobody named" : nameOf(other),
    party: other,
    text: link.layer === "money" ? link.text : `${layerNames[link.layer]}: ${link.text}`,
    layer: link.layer,
    status: link.status,
    differs: differs(link.deal),
    deal: ids.get(link.deal.id)!,
    claims: link.deal.claims,
  });
  const companies = ({ companies: own, links }: NetworkView): NetworkCompanyCard[] => {
    const [given, received] = [Map.groupBy(links, ({ from }) => from), Map.groupBy(links, ({ to }) => to)];
    return own.map(({ party, kind, pays, gets }: NetworkCompany) => ({
      ...{ party, kind, name: nameOf(party) },
      pays: pays === null ? "" : endsText("USD", pays),
      gets: gets === null ? "" : endsText("USD", gets),
      gives: (given.get(party) ?? []).map((link) => linkCard(link, link.to)),
      receives: (received.get(party) ?? []).map((link) => linkCard(link, link.from)),
    }));
  };
  const dealCard = (link: MoneyLink, deal: Deal, amount: string): LinkCard => ({
    other: `${nameOf(deal.from!)} → ${nameOf(deal.to!)}`,
    party: null,
    text: `${link.sort === "funding" ? "funds" : "buys"} ${amount}`,
    layer: "money",
    status: deal.status,
    differs: differs(deal),
    deal: ids.get(deal.id)!,
    claims: deal.claims,
  });
  const circle = (one: Circle): CircleCard => ({
    id: one.id,
    short: shortCircle(one),
    path: circlePath(one, nameOf),
    weakest: one.status,
    weakestLink: `${nameOf(one.weakest.from)} → ${nameOf(one.weakest.to)}`,
    links: one.links.flatMap((link) =>
      link.deals.map(({ deal, amount }) =>
        dealCard(link, deal, amount === null ? "not stated" : endsText("USD", amount)),
      ),
    ),
    owners: [...ownersIn(one)].map(([unit, group]) => `${nameOf(unit)} belongs to ${nameOf(group)}`),
    could: sameText(one.bottleneck),
    inWindow: asOf === null ? null : sameText(one.inWindow),
    span: one.span === null ? "no day of it is told" : `${one.span.first} to ${one.span.last}`,
    tied: one.tied.answer,
    tiedClaims: one.tied.claims,
    claims: [...new Set(one.links.flatMap(claimsOf))],
  });
  return { companies, circle };
}

function claimsOf({ deals }: MoneyLink): ClaimId[] {
  return [...new Set(deals.flatMap(({ deal }) => deal.claims))];
}

function amountOf({ amount }: MoneyLink): string {
  return amount === null ? "not stated" : endsText("USD", amount);
}
