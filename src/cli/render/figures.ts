/** Figures of a company in words: what it is, and the line or the claim that says it. */

import { amountText } from "../../model/amount.ts";
import { subjectOf } from "../../model/assumption.ts";
import type { Observation, Testimony } from "../../model/deal.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import { endsText } from "../../model/smallest-unit.ts";
import { periodText, placeOf } from "../../views/claim-rows.ts";
import type { Figure } from "../../views/party-figures.ts";
import type { TakenWords } from "../../views/taken-words.ts";
import type { Terminal } from "../terminal.ts";
import type { Names } from "./findings.ts";
import type { TakenMarks } from "./flows.ts";
import { statusText } from "./status.ts";

export interface FigureView {
  readonly names: Names;
  readonly claims: ReadonlyMap<ClaimId, string>;
  readonly testimonies: ReadonlyMap<ClaimId, Testimony>;
}

/** `revenue $12–20bn A1`, or `cash-burn ≈ $8.5bn, ◌ forecast, 2025, c-85c6a3 05:1249-1298`. */
export function figureWords(
  name: string,
  { ends, approximate, from }: Figure,
  view: FigureView,
  terminal: Terminal,
  marks: TakenMarks,
): string {
  if ("observation" in from) return claimWords(from.observation, view, terminal);
  return `${name} ${endsText("USD", ends, approximate)} ${marks.of(figureTaken({ from }, view.names))}`;
}

/** What a person assumed of a company: `OpenAI.cash 15..40bn, 9 chances in 10`. */
export function figureTaken({ from }: Pick<Figure, "from">, names: Names): TakenWords[] {
  if ("observation" in from) return [];
  const { assumption, rate } = from;
  const { subject, field } = subjectOf(assumption);
  const range = assumption.is.includes("..") ? ", 9 chances in 10" : "";
  return [
    { text: `${names.party(subject as PartyId)}.${field} ${assumption.is}${range}`, assumption },
    ...(rate === null ? [] : [{ text: `${rate.of} ${rate.is}`, assumption: rate }]),
  ];
}

/** What a claim tells of a company, and where. */
export function claimWords(
  { measure, amount, comparator, status, period, claims: ids }: Observation,
  { names, claims, testimonies }: FigureView,
  terminal: Terminal,
): string {
  const { claim } = testimonies.get(ids[0]!)!;
  return [
    `${measure} ${amountText(amount, comparator ?? "=")}`,
    statusText(status, terminal),
    period === null ? "of no stated time" : periodText(period),
    `${claims.get(claim.id)} ${placeOf(names.document(claim.document), claim.span)}`,
  ].join(", ");
}
