/** The book around every screen: its documents with how far each is reviewed, its controls, its first steps. */

import type { Conflicts } from "../deals/conflicts.ts";
import { claimsBehind, findingsOf, firstFindings } from "../deals/findings.ts";
import { lastDayOf, type PartialDay } from "../model/day.ts";
import type { DocumentId } from "../model/id.ts";
import { allClaims, claimsPerDocument, countClaims, type DocumentCount } from "../store/claims.ts";
import { logPage } from "../store/log.ts";
import { programVersion } from "../store/program-version.ts";
import { settledBook } from "../store/settled-book.ts";
import type { Book, ShownDocument } from "../store/tables.ts";
import { relationText } from "../views/deal-rows.ts";
import { titleOf } from "../views/document-rows.ts";
import { everything, knowingConflicts } from "../views/filter.ts";
import type { BookAnswer, ConflictCounts, DocumentLine, StartStep, Totals } from "../views/page-answers.ts";
import { controlFilters, questionFilter } from "../views/question-filter.ts";
import type { Asked } from "./asked.ts";
import type { ServedBook } from "./served-book.ts";

/** The answer to `book`. */
export async function bookAnswer(book: Book, served: ServedBook, around: Asked): Promise<BookAnswer> {
  const { name, folder, settings, store } = served;
  const newest = around.documents.reduce<PartialDay | null>(
    (last, { published }) =>
      published && (last === null || lastDayOf(published) > last) ? lastDayOf(published) : last,
    null,
  );
  const { items } = await logPage(book, { limit: 1 });
  return {
    name,
    folder,
    reviewer: served.writer().by,
    version: programVersion,
    data: around.data,
    lastWrite: items[0]?.id ?? null,
    question: around.page,
    usual: { firmness: null, asOf: settings.asOf ?? newest, knownOn: settings.knownOn, by: "unit" },
    days: [...new Set(around.documents.map(({ known_from }) => known_from))].sort(),
    documents: await documentLines(book, around),
    totals: await totalsOf(book, around),
    conflicts: around.conflicts && (await conflictCounts(book, around.conflicts)),
    parties: [...new Set([...around.names.known.parties.values()].map(around.names.party))].sort(),
    preferences: served.preferences(),
    steps: await startSteps(book, served, around),
    readOnly: store.readOnly,
  };
}

/** The documents known on the day asked about, in the order of their numbers. */
export async function documentLines(
  book: Book,
  around: Asked,
  only?: ReadonlySet<DocumentId>,
): Promise<DocumentLine[]> {
  const { knownOn } = around.question;
  const filter = { kind: "all-of" as const, filters: controlFilters(around.question) };
  const own = only
    ? {
        kind: "all-of" as const,
        filters: [filter, { kind: "word" as const, field: "document" as const, values: [...only] }],
      }
    : filter;
  const counts = new Map((await claimsPerDocument(book, own)).map((count) => [count.document, count]));
  return around.documents
    .filter(({ id, known_from }) => (knownOn === null || known_from <= knownOn) && (only?.has(id) ?? true))
    .map((document) => lineOf(document, around.names.document(document.id), counts.get(document.id)))
    .sort((one, other) => Number(one.number) - Number(other.number));
}

function lineOf(document: ShownDocument, number: string, count: DocumentCount | undefined): DocumentLine {
  return {
    id: document.id,
    number,
    title: titleOf(document),
    publisher: document.publisher,
    published: document.published,
    received: document.received,
    knownFrom: document.known_from,
    claims: count?.claims ?? 0,
    reviewed: count?.reviewed ?? 0,
    conditional: count?.conditional ?? 0,
    unread: document.reading === null,
  };
}

export async function totalsOf(book: Book, { documents, question }: Asked): Promise<Totals> {
  const counts = await countClaims(book, { kind: "all-of", filters: controlFilters(question) });
  const shown = documents.filter(({ known_from }) => question.knownOn === null || known_from <= question.knownOn);
  return { documents: shown.length, ...counts };
}

/** How many claims of each document are in conflict. */
export async function conflictCounts(book: Book, conflicts: Conflicts): Promise<ConflictCounts> {
  const marked = knowingConflicts({ kind: "mark", mark: "conflict" }, [...conflicts.keys()]);
  return Object.fromEntries((await claimsPerDocument(book, marked)).map(({ document, claims }) => [document, claims]));
}

/** Books beyond this size are no first acquaintance, and findings over all their claims would take seconds. */
const claimsOfFirstSteps = 2000;

/** The steps of the first five minutes, as far as there are screens for them. */
async function startSteps(book: Book, { settings }: ServedBook, around: Asked): Promise<StartStep[]> {
  const { claims } = await countClaims(book, everything);
  if (claims === 0 || claims > claimsOfFirstSteps) return [];
  const filter = questionFilter(everything, { firmness: null, asOf: null, knownOn: around.question.knownOn });
  const standing = (await allClaims(book, filter)).map(({ claim }) => claim);
  const settled = await settledBook(book, settings.registers.parties, around.question);
  const findings = firstFindings(findingsOf(standing, settled));
  const steps: StartStep[] = [];
  const circle = findings.find(({ kind }) => kind === "possible-circle");
  const link = (claim: { document: DocumentId; id: string }): string =>
    `#/evidence/${around.names.document(claim.document)}?claim=${claim.id}`;
  if (circle?.kind === "possible-circle") {
    const name = around.names.party;
    steps.push({
      name: "circle",
      text: `Read the sentences behind ${name(circle.investor)} → ${name(circle.company)} → ${name(circle.investor)}`,
      why: "Every figure here opens its sentence: that is what you check.",
      to: link(claimsBehind(circle)[0]!),
    });
  }
  const rival = findings.find(({ kind }) => kind === "rival-amounts");
  if (rival?.kind === "rival-amounts")
    steps.push({
      name: "conflict",
      text: `See where two sources disagree about ${relationText(rival, around.names.party)}`,
      why: "Both values stay, side by side, with their sentences.",
      to: `${link(rival.readings[0])}&view=conflict`,
    });
  steps.push(
    { name: "add", text: "Add a document of yours", why: "You see what it adds before anything is kept.", to: null },
    {
      name: "send",
      text: "Send something: a quote with its source, or a table",
      why: "It carries its date, sources and hash.",
      to: null,
    },
  );
  return steps;
}
