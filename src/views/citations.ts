/** A quote with its source, as text, Markdown or BibTeX; a document with its claims marked. What leaves the book carries where it is from. */

import type { Span } from "../model/claim.ts";
import type { ClaimCard, DocumentLine } from "./page-answers.ts";

/** Where a quote is from, and what the answer rests on. */
export interface CitedFrom {
  readonly line: Pick<DocumentLine, "number" | "title" | "publisher" | "published" | "id">;
  readonly url: string | null;
  readonly data: string;
  readonly asOf: string | null;
}

type Cited = Pick<ClaimCard, "quote" | "span" | "status" | "sides" | "what" | "amount" | "short">;

/** “Quote” (Title, Publisher, 2025-12-17; 06:0–68). With what it was read as. */
export function citationText(card: Cited, from: CitedFrom): string {
  return `“${card.quote}” (${sourceText(from)}; ${placeText(card, from)})\n${readAs(card)}\n${footText(from)}\n`;
}

/** The same as a block quote. */
export function citationMarkdown(card: Cited, from: CitedFrom): string {
  const quote = card.quote.replaceAll("\n", "\n> ");
  const source = from.url ? `[${sourceText(from)}](<${from.url}>)` : sourceText(from);
  return `> ${quote}\n>\n> ${source}; ${placeText(card, from)}\n\n${readAs(card)}\n\n*${footText(from)}*\n`;
}

/** An entry of kind misc, the quote as its note. */
export function citationBibtex(card: Cited, from: CitedFrom): string {
  const { line, url } = from;
  const fields: [string, string | null][] = [
    ["title", line.title],
    ["publisher", line.publisher],
    ["date", line.published],
    ["url", url],
    ["note", `“${card.quote}” (${placeText(card, from)}). ${footText(from)}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : [`  ${name} = {${escapedTex(value)}},`]));
  return `@misc{capstack-${card.short},\n${lines.join("\n")}\n}\n`;
}

/** A page of the document with its claims marked: complete, and without script. Markup in the text stays text. */
export function markedDocument(text: string, cards: readonly ClaimCard[], from: CitedFrom): string {
  const cuts = [...new Set([0, text.length, ...cards.flatMap(({ span }) => span)])].sort((one, other) => one - other);
  const pieces = cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!;
    const over = cards.filter(({ span }) => covers(span, start, end));
    const piece = escapedHtml(text.slice(start, end));
    if (over.length === 0) return piece;
    const says = over.map((card) => `${card.sides} · ${card.what} ${card.amount} (${card.status}, ${card.short})`);
    return `<mark title="${escapedHtml(says.join("; "))}">${piece}</mark>`;
  });
  const title = escapedHtml(`${from.line.number} · ${from.line.title}`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<style>body{font:17px/1.6 Georgia,serif;max-width:68ch;margin:2em auto;padding:0 1em}pre{font:inherit;white-space:pre-wrap}mark{background:#fff1b8}</style>
</head><body><h1>${title}</h1><p>${escapedHtml(sourceText(from))}</p>
<pre>${pieces.join("")}</pre>
<p>${cards.length} claims marked. ${escapedHtml(footText(from))}</p></body></html>
`;
}

function covers([from, to]: Span, start: number, end: number): boolean {
  return from <= start && to >= end;
}

function sourceText({ line }: CitedFrom): string {
  return [line.title, line.publisher, line.published ?? "undated"].filter(Boolean).join(", ");
}

function placeText({ span }: Pick<Cited, "span">, { line }: CitedFrom): string {
  return `${line.number}:${span[0]}–${span[1]}`;
}

function readAs({ status, sides, what, amount, short }: Cited): string {
  return `Read as: ${sides} · ${what}${amount ? ` · ${amount}` : ""} · ${status} (${short})`;
}

function footText({ line, data, asOf }: CitedFrom): string {
  return `Capstack · ${asOf ? `as of ${asOf} · ` : ""}data ${data} · sha256 ${line.id.slice(0, 12)}`;
}

export function escapedHtml(text: string): string {
  const names: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replaceAll(/[&<>"']/g, (character) => names[character]!);
}

function escapedTex(text: string): string {
  return text.replaceAll(/[\\{}]/g, "").replaceAll(/[#$%&_]/g, "\\$&");
}
