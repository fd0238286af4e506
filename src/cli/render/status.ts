/** A status as every screen shows it: the glyph and the word, `if` for a conditional claim, `~` for a hedged one. */

import type { Review } from "../../model/book.ts";
import type { Claim, Status } from "../../model/claim.ts";
import type { Terminal } from "../terminal.ts";

const glyphs: Readonly<Record<Status, string>> = {
  forecast: "◌",
  talks: "◔",
  announced: "◑",
  signed: "◕",
  completed: "●",
  ended: "○",
  denied: "⊘",
};

/** `◔ talks`, or `[talks]` where glyphs cannot be shown. */
export function statusText(status: Status, { glyphs: shown }: Pick<Terminal, "glyphs">): string {
  return shown ? `${glyphs[status]} ${status}` : `[${status}]`;
}

/** The status of a claim with its marks. */
export function claimStatusText(claim: Claim, terminal: Pick<Terminal, "glyphs">): string {
  return `${statusText(claim.status, terminal)}${claim.hedged ? "~" : ""}${claim.conditional ? " if" : ""}`;
}

const reviewMarks: Readonly<Record<Review, readonly [glyph: string, word: string]>> = {
  unreviewed: ["", ""],
  accepted: [" ✓", " +"],
  edited: [" ✎", " e"],
  rejected: [" ✗", " x"],
};

/** What people made of a claim, as a mark after its status: `✓` accepted, `✎` edited, `✗` rejected. */
export function reviewText(review: Review, { glyphs: shown }: Pick<Terminal, "glyphs">): string {
  return reviewMarks[review][shown ? 0 : 1];
}
