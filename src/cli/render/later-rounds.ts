/** Who else would be short if a company stopped paying: two rules, or what they lack. */

import { subjectText } from "../../views/assumption-words.ts";
import { dueText, laterRules } from "../../views/exposure-words.ts";
import { shareText } from "../../views/interval-text.ts";
import type { Need } from "../../views/stops-paying.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { type ExposureView, partyText } from "./exposure.ts";
import { figureTaken } from "./figures.ts";
import type { TakenMarks } from "./flows.ts";
import { counted, tableWidth } from "./reading.ts";
import { type Column, tableLines, wrapText } from "./table.ts";

export function laterLines(view: ExposureView, terminal: Terminal, marks: TakenMarks, width: number | null): string[] {
  const { answer, names } = view;
  const { clearing, debtRank, reached, figures } = answer.stops;
  if (reached.length === 0) return ["  No later round: nothing with an amount can fall due to anybody in the window."];
  const wrapped = (text: string): string[] =>
    wrapText(text, tableWidth - 3).map((line, index) => (index === 0 ? line : `  ${line}`));
  const taken = marks.of(figures.flatMap((figure) => figureTaken(figure, names)));
  const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): string[] => {
    const [head, ...body] = tableLines(columns, rows, width === null ? null : width - 2);
    return [...head!.map((line) => `  ${paintOf(terminal).dim(line)}`), ...body.flat().map((line) => `  ${line}`)];
  };
  return [
    ...wrapped(laterRules.clearing),
    ...("needs" in clearing
      ? needLines(clearing.needs, view)
      : table(
          [
            { name: "who", wraps: true },
            { name: "owes", align: "right" },
            { name: "pays of it now", align: "right" },
            { name: "pays then", align: "right" },
            { name: "not paid by others", align: "right" },
          ],
          clearing.rows.map(({ party, owes, before, after, furtherLoss }) => [
            partyText(party, names),
            ...[dueText(owes), shareText(before), shareText(after), dueText(furtherLoss)],
          ]),
        )),
    ...wrapped(laterRules.debtRank),
    ...("needs" in debtRank
      ? needLines(debtRank.needs, view)
      : table(
          [
            { name: "who", wraps: true },
            { name: "loses of its equity", align: "right" },
          ],
          debtRank.rows.map(({ party, lost }) => [partyText(party, names), shareText(lost)]),
        )),
    ...(taken === "" ? [] : wrapped(`From what you assumed: ${taken}`)),
  ];
}

/** Enough to begin with; the first of them shows how the others are written. */
const mostShown = 4;

function needLines(needs: readonly Need[], { names, command }: ExposureView): string[] {
  const whom = [...new Set(needs.map(({ party }) => partyText(party, names)))];
  const what = [...new Set(needs.map(({ name }) => name))].join(" and ");
  const shown = needs.slice(0, mostShown);
  return [
    ...wrapText(`Not worked out: no source states the ${what} of ${listed(whom)}. Give it:`, tableWidth - 5).map(
      (line) => `  ${line}`,
    ),
    ...shown.map(
      ({ party, name }) => `    ${command(`assume ${subjectText(party, names.party)}.${name} 10..20bn --because "…"`)}`,
    ),
    ...(needs.length > mostShown ? [`    and ${counted(needs.length - mostShown, "other")} like these`] : []),
  ];
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
