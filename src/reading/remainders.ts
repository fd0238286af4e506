/** "The remaining $35 billion will follow only if …": what is left of a sum that was told just before, by nobody's name. */

import type { Claim, ClaimKind } from "../model/claim.ts";
import type { Document } from "../model/document.ts";
import { claimId } from "../model/id.ts";
import type { Analysis } from "./analyse.ts";
import type { Quantity } from "./quantities.ts";

/** Kinds that are paid in parts. */
const paidInParts: readonly ClaimKind[] = ["investment", "financing", "acquisition", "compute-contract", "chip-supply"];

const opening = /^(?:The|Its|Their) (?:remaining|other|rest of the|final|last|second)\b/;
const condition = /\b(?:only )?(?:if|once|when|provided|subject to|unless|contingent|conditional)\b/;
const future = /\b(?:will|would|is to|are to|is due|are due|follows?|comes?)\b/;

/** Words between the sum and what is left of it: a sentence or two. */
const reach = 250;

/** The claims with one more for each remainder whose whole stands before it, in the order of the text. */
export function withRemainders(claims: readonly Claim[], document: Document, { sentences }: Analysis): Claim[] {
  const found = sentences.flatMap(({ context }): Claim[] => {
    const { sentence, tokens } = context.sentence;
    const words = document.text.slice(sentence.start, sentence.end);
    const figures = context.parsed.quantities.filter(({ type, idle }) => type === "money" && !idle);
    if (figures.length !== 1 || !opening.test(words) || !future.test(words)) return [];
    const figure = figures[0]!;
    if (claims.some(({ span }) => span[0] < sentence.end && span[1] > sentence.start)) return [];
    const whole = wholeOf(figure, sentence.start, claims);
    const last = tokens.at(-1);
    if (!whole || !last) return [];
    const end = /^[.!?]$/.test(document.text.slice(last.start, last.end)) ? last.start : last.end;
    return [remainder(whole, figure, document, [sentence.start, end], condition.test(words))];
  });
  return found.length === 0 ? [...claims] : [...claims, ...found].sort((one, other) => one.span[0] - other.span[0]);
}

/** The largest exact sum told just before, in the same unit, that the figure can be a part of. */
function wholeOf({ min, max, unit }: Quantity, at: number, claims: readonly Claim[]): Claim | null {
  if (min === null || min !== max) return null;
  let whole: Claim | null = null;
  for (const claim of claims) {
    const { kind, span, amount } = claim;
    if (!paidInParts.includes(kind) || span[1] > at || at - span[1] > reach) continue;
    if (
      amount === null ||
      amount.unit !== unit ||
      amount.min === null ||
      amount.min !== amount.max ||
      amount.min <= min
    )
      continue;
    if (whole === null || amount.min > whole.amount!.min!) whole = claim;
  }
  return whole;
}

function remainder(
  whole: Claim,
  figure: Quantity,
  document: Document,
  span: readonly [number, number],
  held: boolean,
): Claim {
  const { min, max, unit, approximate, comparator } = figure;
  const status = whole.status === "completed" ? "signed" : whole.status;
  const id = claimId([
    document.id,
    whole.kind,
    span[0],
    span[1],
    figure.first,
    `${min}..${max} ${unit}`,
    whole.chip,
    null,
    status,
  ]);
  return {
    ...whole,
    id,
    amount: { min, max, unit, approximate },
    comparator,
    status,
    period: null,
    conditional: held,
    terms: held ? { ...whole.terms, condition: "contractual" } : whole.terms,
    checks: [],
    quote: document.text.slice(...span),
    span,
    also: [],
  };
}
