/**
 * What do the five source articles say? Their texts stand in ../shared/seeds; here are their claims, as a careful person
 * reads them (`seed-claims.json`: places and hashes of the quotes, none of the articles' words) or as the reader does.
 */

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { readRegisters } from "../../src/intake/registers.ts";
import { trainedReader } from "../../src/intake/trained-reader.ts";
import type { Claim, Span } from "../../src/model/claim.ts";
import { type PartialDay, parseDay } from "../../src/model/day.ts";
import type { Testimony } from "../../src/model/deal.ts";
import { type Document, documentOf } from "../../src/model/document.ts";
import { claimId, sha256Hex } from "../../src/model/id.ts";
import { readClaim } from "../../src/model/read-claim.ts";

/** One of the articles: its file's name, its text with what dates.csv tells of it. */
export interface Article {
  readonly file: string;
  readonly document: Document;
  readonly known: PartialDay;
}

/** A passage of an article: where it stands, and the hash of its words. */
interface Passage {
  readonly span: Span;
  readonly sha256: string;
}

/** A claim as seed-claims.json writes it: what is null, false or empty is left out, and passages stand in place of words. */
type WrittenClaim = Partial<Omit<Claim, "checks" | "also">> &
  Passage & { readonly checks?: readonly Passage[]; readonly also?: readonly Passage[] };

const seeds = fileURLToPath(new URL("../../../shared/seeds/", import.meta.url));
export const written: Readonly<Record<string, readonly WrittenClaim[]>> = JSON.parse(
  readFileSync(new URL("seed-claims.json", import.meta.url), "utf8"),
);

/** Why the five articles cannot be read here; null where they can. */
export const articlesMissing = existsSync(`${seeds}dates.csv`) ? null : "needs ../shared/seeds, which is not here";

/** The five articles in the order of their numbers. */
export function fiveArticles(): Article[] {
  const rows = parse(readFileSync(`${seeds}dates.csv`, "utf8"), { columns: true }) as Record<string, string>[];
  return rows.map(({ file = "", title = "", published = "" }) => {
    const known = parseDay(published);
    if (known === null) throw new Error(`${file}: “${published}” in dates.csv is no day`);
    const text = readFileSync(`${seeds}${file}`, "utf8");
    return { file, document: documentOf(text, { title, published: known }), known };
  });
}

/** The claims that a person wrote down for an article. A place whose words have another hash throws. */
export function writtenClaims({ file, document }: Article): Claim[] {
  return (written[file] ?? []).map((claim, index) => {
    const place = `${file}, claim ${index + 1}`;
    const passages = { checks: claim.checks ?? [], also: claim.also ?? [] };
    for (const passage of [claim, ...passages.checks, ...passages.also]) checkWords(document, passage, place);
    const read = readClaim({
      ...{ amount: null, comparator: null, period: null, chip: null, metric: null, terms: null },
      ...{ conditional: false, hedged: false, saidBy: null, origin: null },
      ...claim,
      checks: passages.checks.map(({ span }) => ({ words: document.text.slice(...span), span })),
      also: passages.also.map(({ span }) => span),
      quote: document.text.slice(...claim.span),
      // No two claims of an article have the same number.
      id: claimId([document.id, index]),
      document: document.id,
    });
    if (typeof read === "string") throw new Error(`${place} ${read}`);
    return read;
  });
}

function checkWords(document: Document, { span, sha256 }: Passage, place: string): void {
  const words = document.text.slice(...span);
  if (sha256Hex(words) !== sha256)
    throw new Error(`${place}: the words at ${span.join("-")} are not those meant: “${words}”`);
}

/** The claims that the built-in reader finds in each article. */
export async function readClaims(articles: readonly Article[]): Promise<Claim[][]> {
  const { value, problems } = await readRegisters();
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  const read = trainedReader(value);
  return articles.map(({ document }) => [...read(document).value.claims]);
}

/** What an article adds to its claims: its day, how near its source stands, whether they stand in its headline. */
export function testimoniesOf(article: Article, claims: readonly Claim[]): Testimony[] {
  const headline = headlineOf(article.document);
  return claims.map((claim) => ({
    claim,
    known: article.known,
    tier: claim.origin === null ? 4 : 3,
    headline: headline !== null && claim.span[0] >= headline[0] && claim.span[1] <= headline[1],
  }));
}

/** Where a text begins with its title; null where it does not. */
function headlineOf({ text, title }: Document): Span | null {
  const start = text.search(/\S/);
  return title !== null && text.startsWith(title, start) ? [start, start + title.length] : null;
}

/** The testimonies of all five articles, from the claims that a person wrote down or from those that the reader finds. */
export async function fiveTestimonies(from: "written" | "read"): Promise<Testimony[]> {
  const articles = fiveArticles();
  const claims = from === "written" ? articles.map(writtenClaims) : await readClaims(articles);
  return articles.flatMap((article, index) => testimoniesOf(article, claims[index]!));
}
