/** What a pattern is: a verb or noun that carries a statement, and where its parties and figures stand. Patterns are data. */

import type { ClaimKind, Metric, Status } from "../model/claim.ts";
import type { QuantityType } from "./quantities.ts";

export interface Pattern {
  /** Kebab-case, one of a kind. */
  readonly name: string;
  readonly kind: ClaimKind;
  /** Lemmas of the verbs that carry it, separated by spaces. Either these or `noun`. */
  readonly verb?: string;
  /** Singular nouns that carry it. */
  readonly noun?: string;
  /**
   * Role → the places to look for its party, tried in order: `subject`, `object`, `possessor`, `compound`, `after`, `topic`, `near`, `pair` (of "the
   * two" the one to which the subject does not belong), or a preposition. A passive is turned round. A role that ends in `?` may stay empty.
   */
  readonly roles: Readonly<Record<string, string>>;
  /** Types of figure, each of which makes a claim of its own; a `?` at the end makes the figure optional; "none" takes none. */
  readonly amount: string;
  /** The status of a plain statement; how it is said can change it. */
  readonly status: Status;
  readonly metric?: Metric;
  /** The clause must match, or must not. */
  readonly needs?: RegExp;
  readonly unless?: RegExp;
  /** Two parties in either order: the one that supplies is told from what the parties are. */
  readonly either?: readonly [customer: string, provider: string];
  /** Each party of this role makes a claim of its own. */
  readonly each?: string;
  /** A chip must be named, may be, or plays no part. */
  readonly chip?: "needed" | "optional";
  /** Only quantities in these places count. */
  readonly figureAt?: string;
  /** What may be claimed of the same figure by several patterns: the higher rank stays. */
  readonly rank?: number;
  /** The wording leaves no doubt: what it finds is claimed even where the trained weights see nothing. Otherwise they decide. */
  readonly sure?: boolean;
  /** The kinds of organisation that a role may hold. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  /** A sentence that it reads, and the claim in short form: `investment investor=amazon investee=openai 10000000000..10000000000 USD announced`. */
  readonly example: string;
  readonly reads: string;
}

export interface CompiledPattern extends Pattern {
  readonly places: readonly (readonly [role: string, places: readonly string[], optional: boolean])[];
  readonly types: readonly QuantityType[];
  readonly figureOptional: boolean;
  readonly figurePlaces: ReadonlySet<string> | null;
}

/** Patterns by the word that carries them. */
export interface PatternIndex {
  readonly verbs: ReadonlyMap<string, readonly CompiledPattern[]>;
  readonly nouns: ReadonlyMap<string, readonly CompiledPattern[]>;
}

export function indexPatterns(patterns: readonly Pattern[]): PatternIndex {
  const verbs = new Map<string, CompiledPattern[]>();
  const nouns = new Map<string, CompiledPattern[]>();
  for (const pattern of patterns) {
    const compiled = compile(pattern);
    for (const lemma of (pattern.verb ?? "").split(" ").filter(Boolean)) push(verbs, lemma, compiled);
    for (const noun of (pattern.noun ?? "").split(" ").filter(Boolean)) push(nouns, noun, compiled);
  }
  return { verbs, nouns };
}

function push(map: Map<string, CompiledPattern[]>, key: string, pattern: CompiledPattern): void {
  const list = map.get(key) ?? [];
  list.push(pattern);
  map.set(key, list);
}

function compile(pattern: Pattern): CompiledPattern {
  const figureOptional = pattern.amount.endsWith("?") || pattern.amount === "none";
  const types = pattern.amount === "none" ? [] : (pattern.amount.replace("?", "").split(" ") as QuantityType[]);
  const places = Object.entries(pattern.roles).map(
    ([role, text]) => [role.replace("?", ""), text.split(" "), role.endsWith("?")] as const,
  );
  return {
    ...pattern,
    places,
    types,
    figureOptional,
    figurePlaces: pattern.figureAt ? new Set(pattern.figureAt.split(" ")) : null,
  };
}
