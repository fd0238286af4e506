/** Claims of a book as a table, and what the table rests on. */

import type { ClaimId } from "../../model/id.ts";
import { periodText, placeOf, sidesText } from "../../views/claim-rows.ts";
import type { ListedClaim } from "../../views/listed-claims.ts";
import type { Question } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { legendLines } from "./legend.ts";
import { nothingKnownText } from "./nothing-known.ts";
import { counted, tableWidth } from "./reading.ts";
import { claimStatusText, reviewText } from "./status.ts";
import { type Column, showable, tableLines, wrapParts } from "./table.ts";

export interface ClaimsView {
  readonly rows: readonly ListedClaim[];
  readonly ids: ReadonlyMap<ClaimId, string>;
  readonly next: string | null;
  /** `conflicts` is null where the book is too large to count them with every list. */
  readonly counts: { readonly claims: number; readonly conflicts: number | null; readonly reviewed: number };
  /** All claims that the dates let through. */
  readonly whole: number;
  readonly rejected: number;
  readonly question: Question;
  readonly data: string;
  /** The command whose further pages these are: `claims 'party:OpenAI'`. */
  readonly again: string;
  readonly command: (words: string) => string;
}

const columns: readonly Column[] = [
  { name: "id" },
  { name: "status" },
  { name: "from → to", wraps: true },
  { name: "what", wraps: true },
  { name: "amount", wraps: true },
  { name: "place" },
];
const wideColumns: readonly Column[] = [...columns, { name: "when" }, { name: "quote" }];

/** The table with its foot. */
export function claimsText(view: ClaimsView, terminal: Terminal, wide: boolean): string {
  const paint = paintOf(terminal);
  const cells = view.rows.map((each) => claimCellsOf(each, view.ids, terminal, wide));
  const [head, ...body] = tableLines(wide ? wideColumns : columns, cells, wide ? null : tableWidth - 1);
  const lines = [...head!.map((line) => paint.dim(` ${line}`)), ...body.flat().map((line) => ` ${line}`)];
  const legend = legendLines(
    {
      claims: view.rows.map(({ row }) => row.claim),
      reviews: view.rows.map(({ review }) => review),
      conflicts: view.rows.some(({ conflict }) => conflict),
    },
    terminal,
  );
  return `${[...lines, ...footLines(view, wide).map((line) => ` ${line}`), ...legend].join("\n")}\n`;
}

function claimCellsOf(
  { row, review, conflict }: ListedClaim,
  ids: ReadonlyMap<ClaimId, string>,
  terminal: Terminal,
  wide: boolean,
): string[] {
  const { claim } = row;
  const shown = [
    ids.get(claim.id) ?? claim.id,
    `${claimStatusText(claim, terminal)}${reviewText(review, terminal)}`,
    showable(sidesText(row)),
    row.kind,
    `${row.amount || "—"}${conflict ? " ≠" : ""}`,
    wide ? placeOf(row.document, claim.span) : `${row.document}:${claim.span[0]}`,
  ];
  if (!wide) return shown;
  return [...shown, claim.period ? periodText(claim.period) : "—", `“${showable(claim.quote)}”`];
}

function footLines(
  { rows, counts, whole, rejected, next, question, data, again, command, ids }: ClaimsView,
  wide: boolean,
): string[] {
  const { claims, conflicts, reviewed } = counts;
  const parts = [
    claims === whole ? counted(whole, "claim") : `${claims.toLocaleString("en-US")} of ${counted(whole, "claim")}`,
    ...(rows.length < claims ? [`${rows.length} shown`] : []),
    ...(conflicts === null ? [`conflicts not counted (${command("conflicts")})`] : []),
    ...(conflicts !== null && conflicts > 0 ? [`${conflicts.toLocaleString("en-US")} in conflict`] : []),
    `${reviewed} reviewed`,
    ...datesOf(question),
    `data ${data}`,
  ];
  const first = rows[0]!;
  return [
    ...wrapParts(parts, tableWidth - 1),
    ...(rejected > 0 ? [`Left out: ${rejected} rejected. Show: ${command("claims rejected")}`] : []),
    ...(wide ? [] : ["Hidden: columns when and quote. Show: --wide"]),
    `One: ${command(`why ${ids.get(first.row.claim.id)}`)}`,
    ...(next ? [`More: ${command(`${again} --after ${next}`)}`] : []),
  ];
}

/** The dates that bound an answer. */
export function datesOf({ asOf, knownOn, firmness }: Question): string[] {
  const parts: string[] = [];
  if (firmness !== null) parts.push(`${firmness} or firmer`);
  if (asOf !== null) parts.push(`as of ${asOf}`);
  if (knownOn !== null) parts.push(`known on ${knownOn}`);
  return parts;
}

export interface NoClaimsView {
  readonly written: string;
  readonly whole: number;
  readonly rejected: number;
  readonly question: Question;
  /** The day from which the first claim of the book is known. */
  readonly first: string | null;
  /** Terms without which something would be found. */
  readonly lost: readonly { readonly term: string; readonly claims: number }[];
  readonly command: (words: string) => string;
}

/** Nothing found, and a way on. */
export function noClaimsText({ written, whole, rejected, question, first, lost, command }: NoClaimsView): string {
  const dates = datesOf(question).join(" · ");
  if (whole === 0 && first !== null && question.knownOn !== null && question.knownOn < first)
    return `${nothingKnownText(question.knownOn, first)}\n  Then: ${command(`claims --at ${first}`)}   All: ${command("claims --at today")}\n`;
  if (whole === 0)
    return question.knownOn === null
      ? `No claims in this book yet.\n  Add texts: ${command("add FILE…")}\n`
      : `No claims (${dates}).\n  Without the date: ${command("claims --at today")}\n`;
  const ways = lost.map(({ term, claims }) => `  without ${term}: ${claims}\n`);
  if (rejected > 0) ways.push(`  rejected: ${rejected} (add the word “rejected”)\n`);
  if (question.firmness !== null && ways.length === 0) ways.push(`  less firm ones: leave out --firm\n`);
  const what = written === "" ? "" : ` for ${written}`;
  return `0 of ${counted(whole, "claim")}${what}${dates ? ` (${dates})` : ""}.\n${ways.join("")}`;
}
