/** Findings as a person reads them: a title, then each figure with the words it rests on. */

import { type Finding, type Findings, firstFindings } from "../../deals/findings.ts";
import type { PossibleCircle } from "../../deals/possible-circles.ts";
import type { RivalAmounts } from "../../deals/rival-amounts.ts";
import type { UnfitComparison } from "../../deals/unfit-comparisons.ts";
import { amountText } from "../../model/amount.ts";
import type { Claim } from "../../model/claim.ts";
import type { DocumentId, PartyId } from "../../model/id.ts";
import { placeOf } from "../../views/claim-rows.ts";
import { relationText } from "../../views/deal-rows.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { displayWidth, showable, wrapText } from "./table.ts";

/** What names stand for: parties, and documents in places. */
export interface Names {
  readonly party: (id: PartyId) => string;
  readonly document: (id: DocumentId) => string;
}

/** The first finding of each sort, numbered. */
export function findingsText(findings: Findings, names: Names, terminal: Terminal): string {
  return firstFindings(findings)
    .map((finding, index) => findingText(finding, index + 1, names, terminal))
    .join("\n");
}

/** What `≠` means in the findings that are printed. */
export function disagreementLegend(findings: Findings): string[] {
  const words = { hard: "≠ hard: both cannot be true", soft: "≠ soft: both may be true" };
  return firstFindings(findings).flatMap((finding) =>
    finding.kind === "rival-amounts" ? [words[finding.disagreement]] : [],
  );
}

/** One finding under its number. */
export function findingText(finding: Finding, number: number, names: Names, terminal: Terminal): string {
  const { title, note, lines } = textOf(finding, names, terminal);
  return `${paintOf(terminal).bold(`  ${number}  ${spread(title, note)}`)}\n${lines.join("\n")}\n`;
}

function textOf(finding: Finding, names: Names, terminal: Terminal): FindingText {
  switch (finding.kind) {
    case "possible-circle":
      return circleText(finding, names, terminal);
    case "rival-amounts":
      return rivalText(finding, names);
    case "unfit-comparison":
      return unfitText(finding, names);
    default:
      return finding satisfies never;
  }
}

interface FindingText {
  readonly title: string;
  readonly note: string;
  readonly lines: readonly string[];
}

function circleText(circle: PossibleCircle, names: Names, terminal: Terminal): FindingText {
  const { investor, company, provider, funding, purchases, weakest, against } = circle;
  const unit = provider === investor ? "" : ` (${names.party(provider)})`;
  return {
    title: `A possible circle: ${names.party(investor)} → ${names.party(company)} → ${names.party(investor)}${unit}`,
    note: `weakest: ${statusText(weakest.status, terminal)}`,
    lines: [
      ...legLines("in", funding[0]!, names),
      ...legLines("back", purchases[0]!, names),
      ...against.slice(0, 1).flatMap((claim) => legLines(claim.status, claim, names)),
      "       Tied? No claim here says that one hangs on the other.",
    ],
  };
}

function rivalText({ disagreement, readings, ...relation }: RivalAmounts, names: Names): FindingText {
  return {
    title: `Two amounts for one relation: ${relationText(relation, names.party)}`,
    note: `≠ ${disagreement}`,
    lines: readings.flatMap((claim) => legLines("", claim, names)),
  };
}

function unfitText({ check, bigger, than }: UnfitComparison, names: Names): FindingText {
  const figure = ({ amount, comparator }: Claim): string => amountText(amount!, comparator ?? "=");
  const place = placeOf(names.document(bigger.document), check.span);
  const title = `A sum that does not fit: ${names.document(bigger.document)} calls ${names.party(bigger.roles.investor!)}'s “${showable(check.words)}”`;
  return {
    title,
    note: place,
    lines: [
      `       than ${names.party(than.roles.investor!)}'s ${figure(than)}, and puts it at ${figure(bigger)}.`,
      ...legLines("", bigger, names),
      ...legLines("", than, names),
    ],
  };
}

const labelWidth = 7;
const figureWidth = 11;
const indent = 7;

/** A label, a figure, and the quote beside them with its place on the right. */
function legLines(label: string, claim: Claim, names: Names): string[] {
  const years = claim.period?.years ?? null;
  const figure =
    claim.amount === null
      ? "no figure"
      : `${amountText(claim.amount, claim.comparator ?? "=")}${years === null ? "" : `/${years}y`}`;
  const head = `${label.padEnd(labelWidth)}${figure.padEnd(figureWidth)}`;
  const margin = " ".repeat(indent) + " ".repeat(Math.max(labelWidth + figureWidth, head.length + 1));
  const quote = wrapText(`“${showable(claim.quote)}”`, tableWidth - 1 - margin.length);
  const place = placeOf(names.document(claim.document), claim.span);
  const last = margin.length + displayWidth(quote.at(-1)!);
  const lines = quote.map(
    (line, index) => (index === 0 ? (" ".repeat(indent) + head).padEnd(margin.length) : margin) + line,
  );
  if (last + 2 + place.length < tableWidth)
    return [
      ...lines.slice(0, -1),
      lines.at(-1)!.padEnd(lines.at(-1)!.length + tableWidth - 1 - last - place.length) + place,
    ];
  return [...lines, place.padStart(tableWidth - 1)];
}

/** A title with a note at the right edge; a long title takes a second line. */
function spread(title: string, note: string): string {
  const room = tableWidth - 1 - 5;
  const lines = wrapText(title, room);
  const space = room - displayWidth(lines.at(-1)!) - displayWidth(note);
  const last =
    space >= 2
      ? [`${lines.at(-1)}${" ".repeat(space)}${note}`]
      : [lines.at(-1)!, " ".repeat(room - displayWidth(note)) + note];
  return [...lines.slice(0, -1), ...last].join("\n     ");
}
