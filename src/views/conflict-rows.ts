/** Where do sources disagree, and which claims do not fit together? One row each, with an id to settle it by. */

import type { Flag } from "../deals/flags.ts";
import type { Deal, Field } from "../model/deal.ts";
import { sha256Hex } from "../model/id.ts";

export type Conflict =
  | { readonly id: string; readonly sort: "hard" | "soft"; readonly deal: Deal; readonly field: Field }
  | { readonly id: string; readonly sort: "check"; readonly flag: Flag };

/** Hard before soft before checks; within each the firmer deal first, then by what became known first. */
export function conflictsOf(deals: readonly Deal[], flags: readonly Flag[]): Conflict[] {
  const fields = deals.flatMap((deal) =>
    deal.fields.flatMap((field): Conflict[] =>
      field.disagreement === null
        ? []
        : [{ id: conflictId(`${deal.id} ${field.name}`), sort: field.disagreement, deal, field }],
    ),
  );
  const checks = flags.map(
    (flag): Conflict => ({ id: conflictId(`${flag.kind} ${flag.claim} ${flag.against.join()}`), sort: "check", flag }),
  );
  const order = { hard: 0, soft: 1, check: 2 };
  return [...fields, ...checks].sort((one, other) => order[one.sort] - order[other.sort]);
}

function conflictId(parts: string): string {
  return `k-${sha256Hex(parts).slice(0, 12)}`;
}

/** Ids cut to what tells them apart, four digits at least. */
export function shortConflictIds(conflicts: readonly Conflict[]): Map<string, string> {
  const sorted = conflicts.map(({ id }) => id).sort();
  let length = 6;
  for (const [index, id] of sorted.entries()) {
    const next = sorted[index + 1];
    while (next !== undefined && next !== id && id.slice(0, length) === next.slice(0, length)) length++;
  }
  return new Map(sorted.map((id) => [id, id.slice(0, length)]));
}

/** What a check says is wrong, as the head of a line. */
export const flagTitles: Readonly<Record<Flag["kind"], string>> = {
  "unfit-comparison": "called bigger than what it is not shown to exceed",
  "stale-value": "an undated value that the dated ones do not bear out",
  "headline-firmer": "the headline is firmer than the text",
  "total-against-parts": "the parts come to more than their total",
  "share-against-amount": "share, valuation and amount do not fit together",
  "superlatives-differ": "two superlatives of different scope",
  "status-outlier": "sounds further along than the others say",
  "status-drift": "speaks of it as done after saying that it is discussed",
  "rights-differ": "a right may stand that another source calls ended",
};

/** Columns of `--csv` and `--plain`. */
export const conflictColumns = [
  "id",
  "sort",
  "deal",
  "field",
  "readings",
  "drawn",
  "choice",
  "claims",
  "documents",
  "question",
] as const;

export function conflictCells(conflict: Conflict): string[] {
  if (conflict.sort === "check") {
    const { flag } = conflict;
    return [
      conflict.id,
      "check",
      "",
      flag.kind,
      flag.words ?? "",
      "",
      "",
      [flag.claim, ...flag.against].join("|"),
      "",
      flagTitles[flag.kind],
    ];
  }
  const { id, sort, deal, field } = conflict;
  return [
    id,
    sort,
    deal.id,
    field.name,
    field.readings.map(({ text }) => text).join(" | "),
    field.choice === "open" ? "" : field.readings[0]!.text,
    field.choice,
    field.readings.flatMap(({ claims }) => claims).join("|"),
    [...new Set(field.readings.flatMap(({ documents }) => documents))].join("|"),
    field.question ?? "",
  ];
}
