/** A claim down to its words: quote and sentence, document and origin, reader, decisions, rivals. */

import type { Finding } from "../../deals/findings.ts";
import type { Appearance, Decision, ReadingRecord } from "../../model/book.ts";
import type { ClaimId } from "../../model/id.ts";
import { periodText, placeOf, sidesText } from "../../views/claim-rows.ts";
import { decisionText } from "../../views/decision-text.ts";
import { type ListedDocument, titleOf } from "../../views/document-rows.ts";
import type { ListedClaim } from "../../views/listed-claims.ts";
import type { QuoteContext } from "../../views/quote-context.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { findingText, type Names } from "./findings.ts";
import { quoteInContext } from "./quote-in-context.ts";
import { counted, tableWidth } from "./reading.ts";
import { claimStatusText, reviewText } from "./status.ts";
import { showable, wrapText } from "./table.ts";

/** All that is known of a claim. */
export interface WhyClaim {
  readonly is: "claim";
  readonly listed: ListedClaim;
  /** Short ids of it and its rivals. */
  readonly ids: ReadonlyMap<ClaimId, string>;
  readonly context: QuoteContext;
  readonly document: ListedDocument;
  readonly appearances: readonly Appearance[];
  readonly read: Pick<ReadingRecord, "reader" | "at">;
  readonly decisions: readonly (Decision & { readonly inEffect: boolean })[];
  /** The claims that say otherwise, and what they say. */
  readonly rivals: readonly { readonly listed: ListedClaim; readonly otherwise: string }[];
}

const labelWidth = 11;

/** The chain from the claim to the document. */
export function whyText(why: WhyClaim, terminal: Terminal): string {
  const { listed, document, read, rivals, ids } = why;
  const { row } = listed;
  const { claim } = row;
  const said = [
    ...(claim.hedged ? ["hedged"] : []),
    ...(claim.conditional ? [`conditional${claim.terms?.condition ? ` (${claim.terms.condition})` : ""}`] : []),
    ...(claim.saidBy ? [`said by ${showable(claim.saidBy)}`] : []),
    ...(claim.origin ? [`first reported by ${showable(claim.origin)}`] : []),
  ];
  const lines = [
    `${headText(listed, ids, terminal)}`,
    ...contextLines(why, terminal),
    ...field("said", said.join(" · ")),
    ...field("document", documentText(document, row.document)),
    ...field("from", whereText(document)),
    ...(document.appearances > 1 ? field("also in", alsoText(why)) : []),
    ...field(
      "read by",
      listed.byHand
        ? `a person, on ${read.at.slice(0, 10)}`
        : `${read.reader}, on ${read.at.slice(0, 10)}${listed.latest ? "" : " (an older reading)"}`,
    ),
    ...rivals.flatMap((rival, index) => field(index === 0 ? "≠" : "", rivalText(rival, ids, terminal))),
    ...decisionLines(why),
    ...field("id", `${claim.id} · sha256 of the text ${document.id.slice(0, 12)}`),
  ];
  return `${lines.join("\n")}\n`;
}

function headText(
  { row, review, conflict }: ListedClaim,
  ids: ReadonlyMap<ClaimId, string>,
  terminal: Terminal,
): string {
  const { claim } = row;
  const parts = [
    ids.get(claim.id) ?? claim.id,
    `${claimStatusText(claim, terminal)}${reviewText(review, terminal)}`,
    showable(sidesText(row)),
    row.kind,
    row.amount + (conflict ? " ≠" : ""),
    claim.period ? periodText(claim.period) : "",
  ];
  const lines = wrapText(parts.filter(Boolean).join(" · "), tableWidth - 5);
  return paintOf(terminal).bold(lines.map((line, index) => `${index === 0 ? " " : "    "}${line}`).join("\n"));
}

function contextLines({ listed: { row }, context }: WhyClaim, terminal: Terminal): string[] {
  const place = placeOf(row.document, row.claim.span);
  return [...quoteInContext(row.claim.quote, context, terminal, 4), place.padStart(tableWidth - 1)];
}

function field(label: string, value: string): string[] {
  if (value === "") return [];
  return wrapText(value, tableWidth - 1 - 4 - labelWidth).map(
    (line, index) => `    ${(index === 0 ? label : "").padEnd(labelWidth)}${line}`,
  );
}

function documentText(document: ListedDocument, number: string): string {
  const published =
    document.published === null ? `undated, received ${document.received}` : `published ${document.published}`;
  return [number, showable(titleOf(document)), showable(document.publisher ?? ""), published]
    .filter(Boolean)
    .join(" · ");
}

function whereText({ file, url }: ListedDocument): string {
  return [file, url].filter(Boolean).join(" · ") || "a pipe";
}

function alsoText({ appearances, document }: WhyClaim): string {
  const others = appearances.filter(
    ({ file, publisher }) => file !== document.file || publisher !== document.publisher,
  );
  return (
    others.map(({ publisher, file, url }) => showable(publisher ?? file ?? url ?? "a pipe")).join(" · ") ||
    counted(document.appearances, "appearance")
  );
}

function rivalText(
  { listed: { row }, otherwise }: WhyClaim["rivals"][number],
  ids: ReadonlyMap<ClaimId, string>,
  terminal: Terminal,
): string {
  return `${showable(otherwise)} ${claimStatusText(row.claim, terminal)} ${ids.get(row.claim.id)} ${placeOf(row.document, row.claim.span)} “${showable(row.claim.quote)}”`;
}

function decisionLines({ decisions }: WhyClaim): string[] {
  if (decisions.length === 0) return field("decisions", "none yet");
  return decisions.flatMap((decision, index) =>
    field(
      index === 0 ? "decisions" : "",
      `${decision.at.slice(0, 10)} ${showable(decision.by)} ${showable(decisionText(decision))}${decision.inEffect ? "" : " (undone)"}`,
    ),
  );
}

/** A finding, then each claim behind it. */
export function findingWhyText(
  {
    number,
    finding,
    claims,
  }: { readonly number: number; readonly finding: Finding; readonly claims: readonly WhyClaim[] },
  names: Names,
  terminal: Terminal,
): string {
  const head = findingText(finding, number, names, terminal);
  const chain = claims.map(({ listed, ids, ...why }) =>
    [
      headText(listed, ids, terminal),
      ...contextLines({ listed, ids, ...why }, terminal),
      ...field("document", documentText(why.document, listed.row.document)),
    ].join("\n"),
  );
  return `${head}\n  It rests on ${counted(claims.length, "claim")}:\n\n${chain.join("\n\n")}\n`;
}
