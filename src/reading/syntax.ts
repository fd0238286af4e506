/** The bones of a sentence: its verb groups with their subjects, and what stands to each verb or noun as an argument. */

import type { Signs } from "./learned/signs.ts";
import type { Mention } from "./mentions.ts";
import type { NameHit } from "./names.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";
import type { VerbForm } from "./verbs.ts";

/** A full verb with its auxiliaries, and who does it. */
export interface VerbGroup {
  /** [first, next) of its tokens; `head` is the full verb. */
  readonly first: number;
  readonly head: number;
  readonly next: number;
  readonly lemma: string;
  readonly form: VerbForm;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Carries tense: not an infinitive, a bare participle or a gerund. */
  readonly finite: boolean;
  /** The group that governs an infinitive ("agreed to buy") or shares its subject ("signed and announced"). */
  governor: VerbGroup | null;
  /** The parties that do it, by position; null where the subject is no party. */
  subject: Mention[];
  /** The noun that is its subject: "revenue rose". */
  subjectNoun: number | null;
}

/** A party, figure or chip as an argument: `role` is its preposition, `object`, `possessor`, `compound` or `subject`. */
export interface Argument<T> {
  readonly item: T;
  readonly role: string;
  readonly at: number;
  /** How many verbs stand between it and what governs it. */
  readonly depth: number;
}

/** What stands to a verb or noun, in the order of the text. */
export interface Arguments {
  readonly parties: readonly Argument<Mention>[];
  readonly quantities: readonly Argument<Quantity>[];
  readonly chips: readonly Argument<NameHit>[];
  /** [first, next) of the tokens looked at. */
  readonly first: number;
  readonly next: number;
}

/** A sentence with its verb groups. */
export interface Parsed {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly quantities: readonly Quantity[];
  readonly chips: readonly NameHit[];
  readonly verbs: readonly VerbGroup[];
  /** For each token the entity that covers it, if any. */
  readonly cover: readonly (Mention | Quantity | NameHit | null)[];
  /** What was worked out once: arguments by the place of their verb or noun, and the signs of its tokens. */
  readonly known: {
    readonly verbs: Map<number, Arguments>;
    readonly nouns: Map<number, Arguments>;
    signs: Signs | null;
  };
}

/** The word at a token in lower case, empty outside the sentence. */
export function wordAt(parsed: Parsed, at: number): string {
  return parsed.tokens[at]?.lower ?? "";
}
