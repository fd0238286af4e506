/** Circles with their links, what could be the same money, whether it is tied; then those that do not close, and near ones. */

import type { Testimony } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import { circlePath, differs, nearText, ownersIn, sameText, shortCircle, yearsText } from "../../views/circle-words.ts";
import type { Circle, Circles, NearCircle } from "../../views/circles.ts";
import type { CircularShare, FundedRevenue } from "../../views/circular-share.ts";
import { placeOf } from "../../views/claim-rows.ts";
import { dealRow } from "../../views/deal-rows.ts";
import type { Window } from "../../views/flow-rows.ts";
import { daysOf, type LinkDeal, type MoneyLink } from "../../views/money-links.ts";
import { windowText } from "../../views/window.ts";
import type { Side } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import type { AnswerView } from "./answer-view.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import type { Names } from "./findings.ts";
import { TakenMarks } from "./flows.ts";
import { counted, quotedLines, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface CirclesView extends AnswerView {
  readonly circles: Circles;
  readonly share: CircularShare | null;
  readonly funded: readonly FundedRevenue[];
  readonly firmness: string;
  readonly by: Side;
  readonly maxLength: number;
  readonly window: Window;
  /** With every sentence. */
  readonly explain: boolean;
  readonly claims: ReadonlyMap<ClaimId, string>;
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
}

/** As many circles as a person reads; the others are counted. */
const mostShown = 12;

export function circlesText(view: CirclesView, terminal: Terminal): string {
  const { circles: found, firmness, maxLength, question, data, command, window } = view;
  const { circles, broken, near, stoppedBy } = found;
  const { bold } = paintOf(terminal);
  const marks = new TakenMarks();
  const shown = circles.slice(0, mostShown);
  const lines = [
    ...(circles.length === 0 ? [`No circle closes at ${firmness} and firmer.`] : []),
    ...shown.flatMap((circle, index) => circleLines(circle, `C${index + 1}`, view, marks, terminal)),
    ...(circles.length > shown.length ? [`${circles.length - shown.length} more: ${command("circles --json")}`] : []),
    ...(broken.length === 0 ? [] : [bold(`Not closed at ${firmness}`)]),
    ...broken.slice(0, mostShown).flatMap((circle) => brokenLines(circle, view, terminal)),
    ...(near.length === 0 ? [] : [bold("Nearly a circle")]),
    ...near.flatMap((each, index) => nearLines(each, `N${index + 1}`, view, terminal)),
    ...shareLines(view, terminal),
    ...marks.lines(terminal),
    ...wrapParts(
      [
        counted(circles.length, "circle"),
        `${broken.length} not closed`,
        `${near.length} near`,
        `searched to length ${maxLength}${stoppedBy === null ? "" : `, stopped by ${stoppedBy}: there are more`}`,
        `${firmness} and firmer`,
        `window ${windowText(window)}`,
        ...datesOf({ ...question, firmness: null }),
        `data ${data}`,
      ],
      tableWidth - 1,
    ),
    ...(shown[0] ? [`Why: ${command(`why ${shortCircle(shown[0])}`)}`] : []),
  ];
  return `${lines.map((line) => ` ${line}`.trimEnd()).join("\n")}\n`;
}

function circleLines(
  circle: Circle,
  number: string,
  view: CirclesView,
  marks: TakenMarks,
  terminal: Terminal,
): string[] {
  const { window, names } = view;
  const { bold } = paintOf(terminal);
  const head = `${number}  ${circlePath(circle, (party) => nameOf(party, view.names))}`;
  const weakest = circle.links.every(({ status }) => status === circle.status)
    ? `all ${statusText(circle.status, terminal)}`
    : `weakest: ${statusText(circle.status, terminal)}`;
  const rows = circle.links.flatMap((link) => linkCells(link, view, marks, terminal));
  const table = tableLines(
    [{ name: "" }, { name: "", wraps: true }, { name: "" }, { name: "" }, { name: "" }, { name: "" }, { name: "" }],
    rows,
    tableWidth - 7,
  );
  const span = circle.span === null ? "no day of it is told" : `${circle.span.first} to ${circle.span.last}`;
  return [
    ...wrapText(`${head} · ${weakest}`, tableWidth - 3).map((line, index) => bold(index === 0 ? line : `    ${line}`)),
    ...table
      .slice(1)
      .flat()
      .map((line) => `     ${line}`),
    ...ownerLines(circle, view),
    ...indented(
      `could be the same money: ${sameText(circle.bottleneck)}; due ${windowText(window)}: ${sameText(circle.inWindow)}`,
    ),
    `     its money moves: ${span}`,
    ...(circle.unstated.length === 0
      ? []
      : indented(
          `not stated, so it may be narrower: ${circle.unstated.map((link) => `${nameOf(link.from, names)} → ${nameOf(link.to, names)}`).join(", ")}`,
        )),
    ...tiedLines(circle, view),
    ...(view.explain ? circle.links.flatMap((link) => quoteLines(link, view)) : []),
  ];
}

function indented(text: string): string[] {
  return wrapText(text, tableWidth - 8).map((line, index) => `     ${index > 0 ? "  " : ""}${line}`);
}

function nameOf(party: PartyId, names: Names): string {
  return showable(names.party(party));
}

function linkCells(link: MoneyLink, view: CirclesView, marks: TakenMarks, terminal: Terminal): string[][] {
  const { names, ids } = view;
  return link.deals.map(({ deal, amount, postings }, index) => [
    index > 0 ? "" : link.sort === "funding" ? "funds" : "buys",
    `${nameOf(deal.from!, names)} → ${nameOf(deal.to!, names)}`,
    `${amount === null ? "not stated" : endsText("USD", amount)}${differs(deal) ? " ≠" : ""}`,
    statusText(deal.status, terminal),
    yearsText(daysOf(postings)),
    ids.get(deal.id)!,
    marks.of(postings.flatMap(({ taken }) => taken)),
  ]);
}

function ownerLines(circle: Circle, { names }: CirclesView): string[] {
  return [...ownersIn(circle)].map(
    ([unit, group]) => `     owner  ${nameOf(unit, names)} ⊂ ${nameOf(group, names)}  [register]`,
  );
}

function tiedLines({ tied }: Circle, view: CirclesView): string[] {
  const { claims, testimonies, names } = view;
  const [first] = tied.claims;
  const told = first && testimonies.get(first);
  if (!told) return [`     tied? ${tied.answer}`];
  const place = placeOf(names.document(told.claim.document), told.claim.span);
  const nearest = tied.answer === "not stated" ? ". Nearest, of another relation of the two" : "";
  return [`     tied? ${tied.answer}${nearest}: ${claims.get(first)}`, ...quotedLines(told.claim.quote, place, 7)];
}

function quoteLines({ deals }: MoneyLink, { testimonies, claims, names, ids }: CirclesView): string[] {
  return deals.flatMap(({ deal }: LinkDeal) => {
    const { claim } = testimonies.get(deal.claims[0]!)!;
    const place = placeOf(names.document(claim.document), claim.span);
    const more = deal.claims.length > 1 ? ` and ${deal.claims.length - 1} more` : "";
    return [`     ${ids.get(deal.id)} ${claims.get(claim.id)}${more}`, ...quotedLines(claim.quote, place, 7)];
  });
}

function brokenLines(circle: Circle, view: CirclesView, terminal: Terminal): string[] {
  const { weakest } = circle;
  const { names } = view;
  const text = `${circlePath(circle, (party) => nameOf(party, view.names))}: ${nameOf(weakest.from, names)} → ${nameOf(weakest.to, names)} is ${statusText(weakest.status, terminal)} (${view.ids.get(weakest.deals[0]!.deal.id)})`;
  return wrapText(text, tableWidth - 6).map((line, index) => `  ${index > 0 ? "  " : ""}${line}`);
}

function nearLines(near: NearCircle, number: string, view: CirclesView, terminal: Terminal): string[] {
  const { names, ids } = view;
  const { link, bonds } = near;
  const amount = link.amount === null ? "not stated" : endsText("USD", link.amount);
  const told = `${amount} ${statusText(link.status, terminal)} (${ids.get(link.deals[0]!.deal.id)})`;
  const text = `${number}  ${nearText(near, (party) => nameOf(party, names), told)}`;
  return [
    ...wrapText(text, tableWidth - 6).map((line, index) => `  ${index > 0 ? "    " : ""}${line}`),
    ...bonds.flatMap((deal) => {
      const row = dealRow(deal, names.party);
      const inKind = deal.legs.some(({ commodity }) => commodity.startsWith("credits:"));
      const what = inKind ? `part of it is in credits` : `${showable(row.from)} → ${showable(row.to)} ${row.what}`;
      return wrapText(`${ids.get(deal.id)} ${what}, ${statusText(deal.status, terminal)}`, tableWidth - 12).map(
        (line) => `      ${line}`,
      );
    }),
  ];
}

/** What suppliers get from whom they fund, and the network as a whole. */
function shareLines(view: CirclesView, terminal: Terminal): string[] {
  const { share, funded } = view;
  const lines = funded.flatMap((each) => fundedLines(each, view));
  const head = lines.length === 0 ? [] : [paintOf(terminal).bold("What suppliers get from whom they fund"), ...lines];
  return [...head, ...(share === null || share.gross === 0 ? [] : networkLines(share))];
}

function fundedLines({ supplier, buyer, funding, purchases, revenue }: FundedRevenue, view: CirclesView): string[] {
  const { names, window, claims } = view;
  const told = (ends: Ends | null): string => (ends === null ? "an amount that is not stated" : endsText("USD", ends));
  const text = `${nameOf(supplier, names)} funds ${nameOf(buyer, names)} (${told(funding.amount)}), which pays it ${told(purchases.due)} in ${windowText(window)}`;
  const of =
    revenue === null
      ? "; no claim gives its revenue of a year"
      : `: ${shareText(revenue.share)} of its revenue of ${revenue.year}, ${endsText("USD", revenue.amount)} (${claims.get(revenue.claim) ?? revenue.claim})`;
  return wrapText(`${text}${of}`, tableWidth - 6).map((line, index) => `  ${index > 0 ? "  " : ""}${line}`);
}

function shareText({ low, high }: { readonly low: number; readonly high: number | null }): string {
  const percent = (part: number): string => `${Number((100 * part).toPrecision(3))}%`;
  if (high === null) return `at least ${percent(low)}`;
  if (low === high) return percent(low);
  return low === 0 ? `at most ${percent(high)}` : `${percent(low)} to ${percent(high)}`;
}

function networkLines({ gross, grossHigh, circular, circularHigh, unstated, rewired }: CircularShare): string[] {
  const percent = (part: number, whole: number): string => `${Number(((100 * part) / whole).toPrecision(3))}%`;
  const high =
    grossHigh === null || circularHigh === null
      ? "an end is open"
      : `${percent(circularHigh, grossHigh)} of ${endsText("USD", { low: grossHigh, high: grossHigh })}`;
  const beside =
    rewired === null
      ? "There are too few links to rewire"
      : `Rewired networks: ${percent(rewired.rewired.mean, 1)} on average, as much or more in ${percent(rewired.chance, 1)}`;
  const text = `Circular share: at the low ends ${percent(circular, gross)} of ${endsText("USD", { low: gross, high: gross })} could go round without changing what anyone pays on balance; at the high ends ${high}; ${counted(unstated, "link")} without an amount in neither. ${beside}.`;
  return wrapText(text, tableWidth - 4).map((line, index) => (index === 0 ? line : `  ${line}`));
}
