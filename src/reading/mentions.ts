/** Who is spoken of in a sentence: what a mention is, and what is known of a sentence while it is read. */

import type { PartyId } from "../model/id.ts";
import type { Features } from "./learned/features.ts";
import type { NameHit, NameIndex } from "./names.ts";
import type { ReferenceJudge } from "./references.ts";
import type { Sentence } from "./sentences.ts";
import type { Token } from "./tokens.ts";

type Via = "name" | "descriptor" | "product" | "pronoun";

/** A place in a sentence that stands for a party. */
export interface Mention {
  readonly party: PartyId;
  readonly via: Via;
  /** The register's kind, `unknown` where no register holds the party. */
  readonly kind: string;
  /** [first, next) of its tokens. */
  readonly first: number;
  readonly next: number;
  /** How likely a name that no register holds is an organisation's: 0 to 1; 1 for a registered one. */
  readonly odds?: number;
  /** For a pronoun or a description: whom it could mean, likeliest first; the first is `party`. */
  readonly meant?: readonly Meant[];
  /** One of two that are meant together: "the two". */
  readonly pair?: boolean;
}

/** A party that is meant with some odds, 0 to 1. */
export interface Meant {
  readonly party: PartyId;
  readonly odds: number;
}

/** A mention by name. */
export function mentionByName(party: PartyId, first: number, next: number, index: NameIndex, odds = 1): Mention {
  return { party, via: "name", kind: index.parties.get(party)?.kind ?? "unknown", odds, first, next };
}

/** A sentence as it is read: its tokens, and the chips and parties in it. */
export interface ReadSentence {
  readonly sentence: Sentence;
  readonly tokens: readonly Token[];
  /** Registered chips, in order. */
  readonly chips: NameHit[];
  /** Parties by name, in order; those that stand for them are added by `resolveReferences`. */
  mentions: Mention[];
  /** Whom the passage is about: the party of the heading above, else the document's. */
  topic: PartyId | null;
  /** Whom it could be about without a word for it, likeliest first. */
  unsaid: readonly Meant[];
  /** Whom the text spoke of when it came to this sentence. */
  centre: PartyId | null;
  /** Most of its words have capitals, so that capitals tell nothing. */
  readonly titleCase: boolean;
}

/** What tells organisations from other capitalised words. */
export interface NameJudge {
  readonly ordinary: Vocabulary;
  /** How likely a name is an organisation's, told by features of all its places: 0 to 1. */
  odds(features: Features): number;
}

/** What tells who is spoken of: by name, by pronoun or description, as "we". */
export interface PartyJudge extends NameJudge, ReferenceJudge {}

/** Whether a lower-case word is one that texts of the field use without a capital. */
export type Vocabulary = (lower: string) => boolean;

/** A name wrongly taken costs little, since no statement need give it a role; a name missed costs every claim about it. */
export const leastName = 0.15;

/** What begins with a first name is mostly a person; what begins with a registered name a product or a person of that party, which is there anyway. */
export const leastDoubtful = 0.5;
