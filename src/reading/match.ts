/** Which statements do the patterns find in a sentence? Where a verb or noun carries one, its parties and figures are filled in. */

import type { Span } from "../model/claim.ts";
import type { PartyId } from "../model/id.ts";
import { afterVerb, aroundNoun } from "./grammar/arguments.ts";
import { chipsOf, figuresOf, pairwise } from "./matching/figures.ts";
import { distribute, type Filled, fillRoles } from "./matching/roles.ts";
import { clauseStart, clauseText, type Site } from "./matching/site.ts";
import { orient, withVendor } from "./matching/supply-side.ts";
import type { NameIndex } from "./names.ts";
import type { CompiledPattern, PatternIndex } from "./pattern.ts";
import type { Quantity } from "./quantities.ts";
import type { Parsed, VerbGroup } from "./syntax.ts";

/** A pattern with its places filled. */
export interface Match {
  readonly pattern: CompiledPattern;
  readonly roles: Readonly<Record<string, PartyId>>;
  readonly quantity: Quantity | null;
  readonly chip: string | null;
  /** The verb that governs the statement: its mood decides the status. */
  readonly group: VerbGroup | null;
  readonly noun: number | null;
  /** [first, next) of the tokens that carry it, and of the clause around. */
  readonly first: number;
  readonly next: number;
  readonly clause: Span;
  readonly score: number;
}

/** Every way in which a pattern fits the sentence; rivals for one figure are settled by `settleMatches`. */
export function findMatches(parsed: Parsed, patterns: PatternIndex, topic: PartyId | null, names: NameIndex): Match[] {
  const matches: Match[] = [];
  for (const group of parsed.verbs) {
    const list = patterns.verbs.get(group.lemma);
    if (!list) continue;
    const site: Site = { parsed, topic, names, group, noun: null, args: afterVerb(parsed, group), governs: null };
    for (const pattern of list) matches.push(...fit(pattern, site));
  }
  parsed.tokens.forEach((token, at) => {
    if (token.kind !== "word" || (parsed.cover[at] && !("idle" in parsed.cover[at]!))) return;
    const list = patterns.nouns.get(token.lower) ?? patterns.nouns.get(singularOf(token.lower));
    if (!list || parsed.verbs.some((group) => group.head === at)) return;
    const args = aroundNoun(parsed, at);
    const { group, governs } = governor(parsed, at, args.first);
    for (const pattern of list) matches.push(...fit(pattern, { parsed, topic, names, group, noun: at, args, governs }));
  });
  return matches;
}

/** The singular of a regular plural. */
export function singularOf(word: string): string {
  // "Azure credits" are no credit.
  if (/(?:ss|us|is)$/.test(word) || word === "credits") return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** The verb of which a noun is the object, or else the subject. */
function governor(parsed: Parsed, noun: number, first: number): Pick<Site, "group" | "governs"> {
  const before = parsed.verbs.filter((group) => group.next <= first && !barred(parsed, group.next, first)).at(-1);
  const after = parsed.verbs.find((group) => group.first > noun && !barred(parsed, noun, group.first));
  if (after && after.subjectNoun !== null && Math.abs(after.subjectNoun - noun) <= 1 && after.finite)
    return { group: after, governs: "subject" };
  if (before) return { group: before, governs: "object" };
  if (after) return { group: after, governs: "subject" };
  return { group: null, governs: null };
}

function barred(parsed: Parsed, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (parsed.cover[at]) continue;
    if (/^(?:;|:|—|while|whereas|because|although|but|which|who)$/.test(parsed.tokens[at]!.lower)) return true;
  }
  return false;
}

function fit(pattern: CompiledPattern, site: Site): Match[] {
  const { parsed, args } = site;
  const start = clauseStart(site);
  const text = clauseText(parsed, start, args.next);
  if (pattern.needs && !pattern.needs.test(text)) return [];
  if (pattern.unless?.test(text)) return [];
  const filled = fillRoles(pattern, site);
  if (!filled) return [];
  const chips = pattern.chip ? chipsOf(pattern, site) : [null];
  if (chips.length === 0) return [];
  const figures = figuresOf(pattern, site);
  if (figures.length === 0) return [];
  const matches: Match[] = [];
  const sets =
    pairwise(pattern, site, filled, text) ??
    distribute(pattern, filled).flatMap((roles) => figures.map((figure) => ({ roles, figure })));
  for (const { roles, figure } of sets) {
    for (const chip of chips)
      matches.push(
        build(
          pattern,
          site,
          withVendor(orient(pattern, roles, site.names), chip, site.names),
          filled,
          figure,
          chip,
          start,
        ),
      );
  }
  return matches;
}

function build(
  pattern: CompiledPattern,
  site: Site,
  roles: Record<string, PartyId>,
  filled: Filled,
  figure: Quantity | null,
  chip: string | null,
  start: number,
): Match {
  const { parsed, group, noun, args } = site;
  const ends: [number, number][] = [];
  if (noun !== null) ends.push([noun, noun + 1]);
  if (group && (noun === null || site.governs === "object")) ends.push([group.first, group.next]);
  for (const list of filled.values()) for (const one of list) if (one.first >= 0) ends.push([one.first, one.next]);
  if (figure) ends.push([figure.first, figure.next]);
  if (chip)
    for (const hit of parsed.chips)
      if (hit.chip === chip && hit.first >= args.first && hit.first < args.next) ends.push([hit.first, hit.next]);
  const first = Math.min(...ends.map(([from]) => from));
  const next = Math.max(...ends.map(([, to]) => to));
  const owned = figure && noun !== null && figure.next <= noun ? 0.4 : 0;
  const far = figure ? Math.min(1, Math.abs(figure.first - (noun ?? group?.head ?? 0)) / 40) : 0;
  const guessed = [...filled.values()].filter((list) => list[0]!.first < 0).length;
  const score =
    (pattern.rank ?? 0) + (noun !== null ? 0.2 : 0) + owned - far - guessed * 0.5 + Object.keys(roles).length * 0.1;
  return { pattern, roles, quantity: figure, chip, group, noun, first, next, clause: [start, args.next], score };
}
