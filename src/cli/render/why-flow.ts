/** A falling-due amount: the sum, how it comes of the whole, the deal, its sentences, and what was taken for granted with the command that changes it. */

import type { Testimony } from "../../model/deal.ts";
import type { ClaimId } from "../../model/id.ts";
import type { Posting } from "../../model/ledger.ts";
import { type Ends, endsText } from "../../model/smallest-unit.ts";
import { placeOf } from "../../views/claim-rows.ts";
import { type DealRow, dealSides } from "../../views/deal-rows.ts";
import { added, type Window } from "../../views/flow-rows.ts";
import { takenText } from "../../views/taken-words.ts";
import { windowText } from "../../views/window.ts";
import type { Terminal } from "../terminal.ts";
import type { AnswerView } from "./answer-view.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import { shortPosting, sidesText } from "./flows.ts";
import { counted, quotedLines, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { showable, wrapParts, wrapText } from "./table.ts";

export interface WhyPosting {
  readonly posting: Posting;
  readonly row: DealRow;
  /** What falls due in the window; null where none is asked about. */
  readonly due: Ends | null;
}

export interface WhyFlowView extends AnswerView {
  readonly postings: readonly WhyPosting[];
  readonly window: Window | null;
  readonly claims: ReadonlyMap<ClaimId, string>;
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
}

export function whyFlowText(view: WhyFlowView, terminal: Terminal): string {
  const { postings, window, question, data } = view;
  const claims = new Set(postings.flatMap(({ posting }) => posting.claims));
  const lines = [
    ...sumLines(view, terminal),
    ...postings.flatMap((each) => postingLines(each, view, terminal)),
    ...wrapParts(
      [
        counted(postings.length, "posting"),
        counted(claims.size, "claim"),
        ...(window ? [windowText(window)] : []),
        ...datesOf(question),
        `data ${data}`,
      ],
      tableWidth - 1,
    ),
  ];
  return `${lines.map((line) => ` ${line}`.trimEnd()).join("\n")}\n`;
}

/** Sums of several postings, one for each commodity and status: statuses are never added up. */
function sumLines({ postings, window }: WhyFlowView, terminal: Terminal): string[] {
  if (postings.length < 2 || window === null) return [];
  const sums = Map.groupBy(postings, ({ posting: { commodity, status } }) => `${commodity} ${status}`);
  return [...sums.values()].map((own) => {
    const { commodity, status } = own[0]!.posting;
    const sum = own.map(({ due }) => due!).reduce(added);
    return paintOf(terminal).bold(
      `${endsText(commodity, sum)}  ${commodity}, ${statusText(status, terminal)}: the sum of ${own.length}`,
    );
  });
}

function postingLines({ posting, row, due }: WhyPosting, view: WhyFlowView, terminal: Terminal): string[] {
  const { window, ids, names, testimonies, claims, command } = view;
  const { id, deal, from, to, commodity, approximate, taken, timing } = posting;
  const whole = endsText(commodity, posting, approximate);
  const head =
    window === null || due === null
      ? `${whole}  ${sidesText(from, to, names)}, ${commodity}`
      : `${endsText(commodity, due, approximate)}  ${sidesText(from, to, names)}, ${commodity} falling due ${windowText(window)}`;
  const dealHead = `deal ${ids.get(deal)} ${dealSides(row)} ${row.what}, ${statusText(row.deal.status, terminal)}, ${counted(posting.claims.length, "claim")} of this figure`;
  const sentences = posting.claims.flatMap((claim) => {
    const told = testimonies.get(claim);
    if (told === undefined) return [];
    const place = placeOf(names.document(told.claim.document), told.claim.span);
    return [`     ${claims.get(claim)}`, ...quotedLines(told.claim.quote, place, 7)];
  });
  const schedule = taken.some(({ of }) => of === "schedule" || of === "start" || of === "day") || timing === null;
  return [
    ...wrapText(head, tableWidth - 4).map((line, index) => paintOf(terminal).bold(index === 0 ? line : `   ${line}`)),
    `  of ${whole}${timing === null ? ", without a day: no source states one" : timing.days.length > 1 ? `, in ${timing.days.length} pieces` : ""}`,
    ...taken.flatMap((each, index) =>
      wrapText(`[A${index + 1}] ${showable(takenText(each))}`, tableWidth - 8).map(
        (line, part) => `  ${part > 0 ? "     " : ""}${line}`,
      ),
    ),
    ...wrapText(showable(dealHead), tableWidth - 6).map((line, index) => `  ${index > 0 ? "  " : ""}${line}`),
    ...sentences,
    ...(schedule
      ? [`  Change it: ${command(`assume ${shortPosting(id, ids).split("/")[0]}.schedule 'ramp 2..9' --because "…"`)}`]
      : []),
  ];
}
