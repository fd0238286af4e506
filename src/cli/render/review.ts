/** The card of a review: how far, the words in their sentence, what is claimed, the keys. */

import { periodText, placeOf, sidesText } from "../../views/claim-rows.ts";
import type { ListedClaim } from "../../views/listed-claims.ts";
import type { Card } from "../review/desk.ts";
import type { Reviewed } from "../review/session.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { quoteInContext } from "./quote-in-context.ts";
import { counted, tableWidth } from "./reading.ts";
import { claimStatusText, reviewText } from "./status.ts";
import { showable, wrapText } from "./table.ts";

const barWidth = 20;

/** One card, with its line of keys at the end. */
export function cardText({ listed, context, beside }: Card, place: number, total: number, terminal: Terminal): string {
  const { row } = listed;
  const paint = paintOf(terminal);
  const [full, empty, rule, prompt] = terminal.glyphs ? ["▓", "░", "─", "▸"] : ["#", ".", "-", ">"];
  const done = total === 0 ? 0 : Math.floor((barWidth * place) / total);
  const where = ` ${placeOf(row.document, row.claim.span)} ${rule}${rule}`;
  const lines = [
    ` ${place + 1}/${total}  ${full!.repeat(done)}${empty!.repeat(barWidth - done)}`,
    paint.dim(` ${rule!.repeat(tableWidth - 2 - where.length)}${where}`),
    ...quoteInContext(row.claim.quote, context, terminal, 2),
    paint.dim(` ${rule!.repeat(tableWidth - 2)}`),
    ...claimLines(listed, terminal).map(paint.bold),
    ...beside.flatMap((other) => claimLines(other, terminal)),
  ];
  const together = beside.length > 0 ? "   A all of the sentence" : "";
  return `${lines.join("\n")}\n  a accept${together}   e edit   x reject   space skip\n  u undo   1-7 status   i if   q stop ${prompt} `;
}

/** "◕ signed  OpenAI → AWS  compute-contract  $38bn  2025-11, 7 years". */
function claimLines({ row, review, conflict }: ListedClaim, terminal: Terminal): string[] {
  const { claim } = row;
  const parts = [
    `${claimStatusText(claim, terminal)}${reviewText(review, terminal)}`,
    showable(sidesText(row)),
    row.kind,
    `${row.amount || "amount not stated"}${conflict ? " ≠" : ""}`,
    claim.period ? periodText(claim.period) : "",
    claim.saidBy ? `said by ${showable(claim.saidBy)}` : "",
  ];
  return wrapText(parts.filter(Boolean).join(" · "), tableWidth - 5).map((line, index) =>
    index === 0 ? `  ${line}` : `    ${line}`,
  );
}

/** What was done, and how to go on. */
export function reviewedText(
  { accepted, rejected, edited, skipped, finished }: Reviewed,
  command: (words: string) => string,
): string {
  const parts = [`${accepted} accepted`, `${edited} edited`, `${rejected} rejected`, `${skipped} skipped`];
  const on = finished ? "That was the last one." : `Go on: ${command("review")}`;
  const back = accepted + rejected + edited > 0 ? `   Back: ${command("undo")}` : "";
  return ` ${parts.join(" · ")}\n ${on}${back}\n`;
}

/** Decisions that were given by flags. */
export function decidedText(done: readonly { readonly what: string; readonly claims: number }[]): string {
  return `${done.map(({ what, claims }) => `${counted(claims, "claim")} ${what}`).join(", ")}`;
}
