/** One deal with all that is told of it: what is missing, readings with their words, history, legs in the ledger, circles, rights and totals. */

import { independentSources } from "../../deals/origins.ts";
import { amountText } from "../../model/amount.ts";
import type { Deal, Field, Reading, Testimony } from "../../model/deal.ts";
import type { ClaimId, DealId } from "../../model/id.ts";
import { placeOf } from "../../views/claim-rows.ts";
import {
  circleName,
  circleText,
  dealText as dealWords,
  forceText,
  partAmount,
  restText,
} from "../../views/deal/deal-around.ts";
import { originsText } from "../../views/deal/deal-card.ts";
import { dealMissing } from "../../views/deal/deal-missing.ts";
import type { DealPage } from "../../views/deal/deal-page.ts";
import { choiceTexts, type DealRow, dealSides, fieldTitle, readingText } from "../../views/deal-rows.ts";
import type { Question } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import type { Names } from "./findings.ts";
import { TakenMarks } from "./flows.ts";
import { counted, quotedLines, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { showable, tableLines, wrapParts, wrapText } from "./table.ts";

export interface DealView {
  readonly row: DealRow;
  readonly id: string;
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly ids: ReadonlyMap<ClaimId, string>;
  readonly dealIds: ReadonlyMap<DealId, string>;
  readonly names: Names;
  readonly page: DealPage;
  readonly rowOf: (deal: Deal) => DealRow;
  readonly question: Question;
  readonly data: string;
  readonly command: (words: string) => string;
}

/** One deal, down to the sentences. */
export function dealText(view: DealView, terminal: Terminal): string {
  const { row, id, question, data, command } = view;
  const { deal } = row;
  const head = [
    id,
    statusText(deal.status, terminal),
    showable(dealSides(row)),
    row.what,
    [row.amount, row.mark].filter(Boolean).join(" "),
  ]
    .filter(Boolean)
    .join(" · ");
  const lines = [
    ...wrapText(head, tableWidth - 5).map((line, index) =>
      paintOf(terminal).bold(`${index === 0 ? " " : "     "}${line}`),
    ),
    ...indented(
      `${counted(deal.documents.length, "document")}, ${counted(independentSources(deal, view.testimonies), "independent source")} · ${showable(originsText(deal))}`,
    ),
    ...missingLines(view, terminal),
    ...deal.fields.flatMap((field) => fieldLines(field, view, terminal)),
    ...historyLines(view, terminal),
    ...legLines(view, terminal),
    ...reconciledLines(view, terminal),
    ...rightLines(view, terminal),
    ...circleLines(view, terminal),
    ...dealLines("  totals that could hold it", view.page.totals, view, terminal),
    ...dealLines("  other deals between the same two", between(view), view, terminal),
    ...wrapParts([counted(deal.claims.length, "claim"), ...datesOf(question), `data ${data}`], tableWidth - 2).map(
      (line) => ` ${line}`,
    ),
    ` One claim: ${command(`why ${view.ids.get(deal.claims[0]!)}`)}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** A field with each reading, and the sentence to quote for it. */
export function fieldLines(field: Field, view: Pick<DealView, "testimonies" | "names">, terminal: Terminal): string[] {
  const differs = field.disagreement === null ? "" : ` ≠ ${field.disagreement}`;
  const drawn =
    field.readings.length === 1
      ? ""
      : field.choice === "open"
        ? " · left open"
        : ` · drawn: ${field.readings[0]!.text} (${choiceTexts[field.choice]})`;
  const head = paintOf(terminal).bold(`  ${fieldTitle(field)}${differs}${drawn}`);
  const readings = field.readings.flatMap((reading) => readingLines(reading, field, view, terminal));
  return [head, ...readings, ...(field.question ? indented(`? ${field.question}`) : [])];
}

function readingLines(
  reading: Reading,
  { name, readings }: Field,
  { testimonies, names }: Pick<DealView, "testimonies" | "names">,
  terminal: Terminal,
): string[] {
  const documents = reading.documents.map(names.document).join(", ");
  const status = name === "status" ? "" : ` ${statusText(reading.status, terminal)}`;
  const days =
    reading.firstKnown === reading.lastKnown ? reading.firstKnown : `${reading.firstKnown} to ${reading.lastKnown}`;
  const label = name === "status" ? statusText(reading.status, terminal) : readingText(reading);
  const { claim } = testimonies.get(reading.claims[0]!)!;
  const head = `    ${label}${status} · ${documents} · ${days}`;
  // A status that all share needs no quote: the figure has it.
  if (name === "status" && readings.length === 1)
    return wrapText(head.trim(), tableWidth - 6).map((line) => `    ${line}`);
  return [
    ...wrapText(head.trim(), tableWidth - 6).map((line) => `    ${line}`),
    ...quotedLines(claim.quote, placeOf(names.document(claim.document), claim.span), 6),
  ];
}

function historyLines({ row: { deal }, testimonies, names }: DealView, terminal: Terminal): string[] {
  if (deal.history.length < 2) return [];
  const cells = deal.history.map(({ known, happened, status, amount, comparator, conditional, claim: id }) => {
    const { claim } = testimonies.get(id)!;
    return [
      known,
      `${statusText(status, terminal)}${conditional ? " if" : ""}`,
      amount === null ? "—" : amountText(amount, comparator ?? "="),
      happened ?? "—",
      `${names.document(claim.document)}:${claim.span[0]}`,
    ];
  });
  const [head, ...body] = tableLines(
    [{ name: "known" }, { name: "status" }, { name: "amount" }, { name: "happened" }, { name: "place" }],
    cells,
    null,
  );
  return [
    paintOf(terminal).bold("  history"),
    ...head!.map((line) => `    ${paintOf(terminal).dim(line)}`),
    ...body.flat().map((line) => `    ${line}`),
  ];
}

function missingLines({ page, id, names }: DealView, terminal: Terminal): string[] {
  const lines = dealMissing(page, id, names.party);
  if (lines.length === 0) return [];
  const { bold } = paintOf(terminal);
  return [
    bold("  missing"),
    ...lines.flatMap(({ text, command }) => [
      ...indented(showable(text)),
      ...(command === null ? [] : [`      ${command}`]),
    ]),
  ];
}

function legLines({ row: { deal }, page, names }: DealView, terminal: Terminal): string[] {
  const { bold } = paintOf(terminal);
  if (deal.legs.length === 0)
    return deal.umbrella
      ? [bold("  legs"), ...indented("none: a total is never posted, and never added to its parts")]
      : [];
  const marks = new TakenMarks();
  const name = (party: DealPage["legs"][number]["from"]): string =>
    party === null ? "?" : showable(names.party(party));
  const cells = page.legs.map(({ from, to, commodity, amount, role, when, taken }) => [
    `${name(from)} → ${name(to)}`,
    commodity,
    amount,
    [role, when, marks.of(taken)].filter(Boolean).join("; "),
  ]);
  const rows = tableLines(
    [{ name: "from → to", wraps: true }, { name: "commodity" }, { name: "quantity" }, { name: "", wraps: true }],
    cells,
    tableWidth - 5,
  );
  return [
    bold("  legs"),
    ...rows
      .slice(1)
      .flat()
      .map((line) => `    ${line}`),
    ...marks.lines(terminal).map((line) => `    ${line}`),
  ];
}

function reconciledLines({ page: { reconciled }, rowOf, dealIds, names }: DealView, terminal: Terminal): string[] {
  if (reconciled === null) return [];
  const cells = reconciled.parts.map((part) => [
    dealIds.get(part.deal.id)!,
    showable(dealSides(rowOf(part.deal))),
    partAmount(part, reconciled),
    part.named ? "named" : "not named",
  ]);
  const rows = tableLines(
    [{ name: "deal" }, { name: "from → to", wraps: true }, { name: "amount" }, { name: "by the total's sources" }],
    cells,
    tableWidth - 5,
  );
  return [
    paintOf(terminal).bold("  what it could hold"),
    ...rows
      .slice(1)
      .flat()
      .map((line) => `    ${line}`),
    ...indented(showable(restText(reconciled, names.party))),
  ];
}

/** What a right could block, and the rights that could block it. */
function rightLines(view: DealView, terminal: Terminal): string[] {
  const { blockable, blockers } = view.page;
  const own = blockable[0];
  const question = indented("? The contract would tell. A primary source is wanted.");
  return [
    ...(own === undefined
      ? []
      : [
          ...dealLines(
            `  ${forceText(own.force)}`,
            blockable.map(({ deal }) => deal),
            view,
            terminal,
          ),
          ...question,
        ]),
    ...[...Map.groupBy(blockers, ({ force }) => force)].flatMap(([force, rights]) =>
      dealLines(
        `  a right ${forceText(force, " it")}`,
        rights.map(({ right }) => right),
        view,
        terminal,
      ),
    ),
    ...(blockers.length > 0 ? question : []),
  ];
}

function circleLines({ page: { circles }, names }: DealView, terminal: Terminal): string[] {
  if (circles.length === 0) return [];
  return [
    paintOf(terminal).bold("  circles it stands in"),
    ...circles.flatMap((standing) =>
      indented(`${circleName(standing)}  ${showable(circleText(standing, names.party))}`),
    ),
  ];
}

function between({ page: { between: all, deal } }: DealView): Deal[] {
  return all.filter((other) => other !== deal);
}

function dealLines(
  title: string,
  deals: readonly Deal[],
  { rowOf, dealIds }: Pick<DealView, "rowOf" | "dealIds">,
  terminal: Terminal,
): string[] {
  if (deals.length === 0) return [];
  return [
    paintOf(terminal).bold(title),
    ...deals.flatMap((deal) =>
      indented(`${dealIds.get(deal.id)} ${statusText(deal.status, terminal)} ${showable(dealWords(rowOf(deal)))}`),
    ),
  ];
}

function indented(text: string): string[] {
  return wrapText(text, tableWidth - 6).map((line) => `    ${line}`);
}
