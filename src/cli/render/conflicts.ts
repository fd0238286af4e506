/** Disagreements and checks, each with the words of all sides. */

import type { Deal, Testimony } from "../../model/deal.ts";
import type { ClaimId, DealId } from "../../model/id.ts";
import { placeOf } from "../../views/claim-rows.ts";
import { type Conflict, flagTitles } from "../../views/conflict-rows.ts";
import { type DealRow, dealSides, fieldTitle } from "../../views/deal-rows.ts";
import type { Question } from "../question.ts";
import type { Terminal } from "../terminal.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import { fieldLines } from "./deal.ts";
import type { Names } from "./findings.ts";
import { counted, quotedLines, tableWidth } from "./reading.ts";
import { showable, wrapParts, wrapText } from "./table.ts";

export interface ConflictsView {
  readonly conflicts: readonly Conflict[];
  readonly ids: ReadonlyMap<string, string>;
  readonly dealIds: ReadonlyMap<DealId, string>;
  readonly claimIds: ReadonlyMap<ClaimId, string>;
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
  readonly rowOf: (deal: Deal) => DealRow;
  readonly names: Names;
  readonly question: Question;
  readonly data: string;
  readonly command: (words: string) => string;
}

/** One line a conflict, as `K2 hard  Amazon → Anthropic, amount   > $8bn (002)   $4bn (004)`. */
export function conflictsText(view: ConflictsView, terminal: Terminal): string {
  const { conflicts, question, data, command, ids } = view;
  const lines = conflicts.flatMap((conflict) => lineOf(conflict, view, terminal));
  const count = (sort: Conflict["sort"]): number => conflicts.filter((each) => each.sort === sort).length;
  const parts = [
    `${count("hard")} hard`,
    `${count("soft")} soft`,
    counted(count("check"), "check"),
    ...datesOf(question),
    `data ${data}`,
  ];
  const first = conflicts.find(({ sort }) => sort !== "check");
  const foot = [
    ...wrapParts(parts, tableWidth - 1),
    "Hard: no value satisfies both. Soft: both could be true. Nothing is averaged.",
    ...(conflicts[0] ? [`One: ${command(`conflicts ${ids.get(conflicts[0].id)}`)}`] : []),
    ...(first ? [`Settle: ${command(`resolve ${ids.get(first.id)} --draw DOC --because "…"`)}`] : []),
  ];
  return `${[...lines, ...foot.map((line) => ` ${line}`)].join("\n")}\n`;
}

function lineOf(conflict: Conflict, { ids, rowOf, names, testimonies }: ConflictsView, terminal: Terminal): string[] {
  const head = `${ids.get(conflict.id)} ${conflict.sort.padEnd(5)} `;
  const told =
    conflict.sort === "check"
      ? `${flagTitles[conflict.flag.kind]}: ${[conflict.flag.claim, ...conflict.flag.against]
          .slice(0, 2)
          .map((id) => placed(id, testimonies, names))
          .join(" against ")}${conflict.flag.words ? ` “${showable(conflict.flag.words)}”` : ""}`
      : `${showable(dealSides(rowOf(conflict.deal)))} ${rowOf(conflict.deal).what}, ${fieldTitle(conflict.field)}: ${conflict.field.readings.map(({ text, documents }) => `${text} (${documents.map(names.document).join(", ")})`).join(" · ")}`;
  const lines = wrapText(told, tableWidth - 2 - head.length);
  return lines.map((line, index) =>
    index === 0 ? ` ${paintOf(terminal).bold(head)}${line}` : ` ${" ".repeat(head.length)}${line}`,
  );
}

function placed(id: ClaimId, testimonies: ReadonlyMap<ClaimId, Testimony>, names: Names): string {
  const { claim } = testimonies.get(id)!;
  return `${names.document(claim.document)}:${claim.span[0]}`;
}

/** One of them with every quote, and what settles it. */
export function conflictText(conflict: Conflict, view: ConflictsView, terminal: Terminal): string {
  const { ids, rowOf, names, testimonies, dealIds, claimIds, command } = view;
  const id = ids.get(conflict.id)!;
  if (conflict.sort === "check") {
    const { flag } = conflict;
    const quotes = [flag.claim, ...flag.against].flatMap((each, index) => {
      const { claim } = testimonies.get(each)!;
      return [
        `    ${index === 0 ? "flagged" : "against"} ${claimIds.get(each) ?? each}`,
        ...quotedLines(claim.quote, placeOf(names.document(claim.document), claim.span), 6),
      ];
    });
    const head = `${id} check · ${flagTitles[flag.kind]}${flag.words ? ` · “${showable(flag.words)}”` : ""}`;
    return `${[...wrapText(head, tableWidth - 2).map((line) => ` ${paintOf(terminal).bold(line)}`), ...quotes, "    A check flags; it corrects nothing."].join("\n")}\n`;
  }
  const { deal, field, sort } = conflict;
  const head = `${id} ${sort} · ${showable(dealSides(rowOf(conflict.deal)))} · ${rowOf(conflict.deal).what} · ${dealIds.get(deal.id)}`;
  const lines = [
    ...wrapText(head, tableWidth - 2).map((line) => ` ${paintOf(terminal).bold(line)}`),
    ...fieldLines(field, view, terminal),
    ` Draw one: ${command(`resolve ${id} --draw ${names.document(field.readings[0]!.documents[0]!)} --because "…"`)}`,
    " Also --draw smallest, largest or both. The others stay, here and in every export.",
  ];
  return `${lines.join("\n")}\n`;
}
