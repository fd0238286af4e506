/** What a claim's sentence says beyond its figure: how binding it is, for which work, of which kind. */

import type { Check, ClaimKind, Span, Terms } from "../model/claim.ts";

const obligations: readonly (readonly [RegExp, NonNullable<Terms["obligation"]>])[] = [
  [/\b(?:mandat\w+|compel\w*|requir\w+|forc\w+|oblig\w+|must|on condition|condition of)\b/i, "required"],
  [/\b(?:part of its|even for part|some of its|partly|a share of its|portion of)\b/i, "part-of"],
  [/\b(?:encourag\w+|persuad\w+|urg\w+|push\w* (?:it|the company) to)\b/i, "encouraged"],
];
const rights: readonly (readonly [RegExp, NonNullable<Terms["right"]>])[] = [
  [/\bfirst (?:refusal|offer|call)\b/i, "first-refusal"],
  [/\bexclusiv\w+\b/i, "exclusivity"],
  [/\b(?:veto|block|consent)\b/i, "veto"],
  [/\bwarrants?\b/i, "warrant"],
  [/\boptions?\b/i, "option"],
  [/\blicen[cs]e\b/i, "licence"],
];
const valuations: readonly (readonly [RegExp, NonNullable<Terms["valuation"]>])[] = [
  [/\bpre-?money\b/i, "pre-money"],
  [/\bpost-?money\b/i, "post-money"],
  [/\b(?:secondary|employees? (?:to )?sell|share sale|tender offer)\b/i, "secondary"],
  [/\b(?:goal|target|ambitious|aims?)\b/i, "target"],
  [/\b(?:market (?:cap\w*|value)|capitalisation|capitalization)\b/i, "market"],
];

/** The terms of a claim of this kind in its sentence; null where it names none. */
export function termsOf(kind: ClaimKind, sentence: string, conditional: boolean): Terms | null {
  const chips = kind === "chip-adoption" || kind === "chip-supply";
  const obligation = chips ? first(obligations, sentence) : undefined;
  const workloads = chips || kind === "compute-contract" ? workloadsIn(sentence) : [];
  const right = kind === "right" ? (first(rights, sentence) ?? "other") : undefined;
  const valuation = kind === "valuation" || kind === "ipo" ? first(valuations, sentence) : undefined;
  const inKind =
    /\b(?:cloud|azure|aws|compute|computing) credits?\b|\bin kind\b/i.test(sentence) &&
    (kind === "investment" || kind === "commitment");
  const pass = /\b(?:largely|mostly|mainly|partly) (?:powered by|running on|based on) ([^,.;]{3,40})/i.exec(
    sentence,
  )?.[1];
  const passThrough = pass !== undefined && (kind === "compute-contract" || kind === "commitment") ? pass : undefined;
  const condition = conditional
    ? /\b(?:if|once) (?:confirmed|true|completed|the reports?|it (?:closes|happens)|the deal)\b/i.test(sentence)
      ? "epistemic"
      : "contractual"
    : undefined;
  const terms: Terms = {
    ...(obligation ? { obligation } : {}),
    ...(workloads.length > 0 ? { workloads } : {}),
    ...(right ? { right } : {}),
    ...(valuation ? { valuation } : {}),
    ...(inKind ? { inKind } : {}),
    ...(passThrough ? { passThrough } : {}),
    ...(condition ? { condition } : {}),
  };
  return Object.keys(terms).length > 0 ? terms : null;
}

function first<T>(list: readonly (readonly [RegExp, T])[], sentence: string): T | undefined {
  return list.find(([pattern]) => pattern.test(sentence))?.[1];
}

function workloadsIn(sentence: string): ("training" | "inference")[] {
  const found: ("training" | "inference")[] = [];
  if (/\btrain(?:s|ing|ed)?\b(?! (?:ticket|station))/i.test(sentence)) found.push("training");
  if (/\binference\b|\bserv(?:e|es|ing) (?:its |the )?models?\b/i.test(sentence)) found.push("inference");
  return found;
}

const comparison =
  /\b(?:(?:an )?even )?(?:bigger|larger|smaller|greater|higher|richer) (?:check|cheque|deal|round|investment|stake|bet|commitment|contract|sum|valuation|ticket)(?: than [^,.;]{3,50})?|\b(?:one of the |the |its |by far the )?(?:largest|biggest|most valuable|first(?: major)?|richest) [^,.;:]{3,70}?(?: in history| ever| of the kind| in the world|(?= with\b)|(?=[,.;:]|$))/giu;
const compared =
  /\b(?:deal|round|investment|company|companies|contract|listing|offering|check|cheque|stake|sale|commitment|order|customer|valuation|purchase|acquisition|fundraising|bet|sum|ticket)s?\b/i;

/** Comparisons and superlatives that a passage makes, each with its place in the text. */
export function checksIn(text: string, [start, end]: Span): Check[] {
  const checks: Check[] = [];
  for (const match of text.slice(start, end).matchAll(comparison)) {
    const words = match[0].trim();
    if (!compared.test(words)) continue;
    const at = start + match.index + (match[0].length - match[0].trimStart().length);
    checks.push({ words, span: [at, at + words.length] });
  }
  return checks;
}
