/** What surrounds an anchor in its document, and who could hold a role there. */

import type { PartyId } from "../../model/id.ts";
import type { Mention, ReadSentence } from "../mentions.ts";
import type { NameIndex } from "../names.ts";
import type { Descriptions } from "../parties/descriptions.ts";
import type { Cast } from "../references/cast.ts";
import type { Parsed } from "../syntax.ts";
import { type Cell, cellAt } from "../tables.ts";
import type { Anchor } from "./anchors.ts";

/** A sentence with its neighbours, as features need them. */
export interface Context {
  readonly parsed: Parsed;
  readonly sentence: ReadSentence;
  /** Its number among the sentences that are read. */
  readonly number: number;
  /** How many headings stand above it, and how many paragraphs begin before it; a list goes with the paragraph above. */
  readonly passage: number;
  readonly paragraph: number;
  /** The number of the paragraph's first sentence. */
  readonly begins: number;
  /** The noun by which it points back at a deal; 0 for none. */
  readonly pointed: number;
  /** The sentences right before, nearest first. */
  readonly earlier: readonly ReadSentence[];
  /** The sentence right after in the same block. */
  readonly later: ReadSentence | null;
  /** The party named first in the paragraph so far. */
  readonly opener: PartyId | null;
  /** For an item of a list or a row of a table: the party named first in the paragraph above. */
  readonly introducer: PartyId | null;
  readonly cast: Cast;
  /** The numbers of the sentences that name each chip family, rising. */
  readonly chipPlaces: ReadonlyMap<string, readonly number[]>;
  /** The families named last up to here, newest first. */
  readonly recentChips: readonly string[];
  readonly descriptions: Descriptions;
  /** The lower-case words of the heading or table head above. */
  readonly heading: readonly string[];
  /** For an item of a list: the sentence with a colon that opens the list. */
  readonly leadIn: ReadSentence | null;
  /** For a row of a table: the cells of the table's first row. */
  readonly columns: readonly Cell[];
  readonly topic: PartyId | null;
  readonly self: PartyId | null;
  readonly names: NameIndex;
}

export interface Candidate {
  readonly party: PartyId;
  /** Its mention in the sentence; null where it stands elsewhere. */
  readonly mention: Mention | null;
  /** For a pronoun: the place of the party among those it could mean, 0 for the likeliest. */
  readonly rank: number;
  /** Where it comes from: the sentence, one before it, the heading, the document. */
  readonly from: "here" | "before" | "after" | "earlier" | "topic" | "document";
}

/** Who could fill a role at an anchor: each mention of the sentence, then those around it. One party may come up several times. */
export function candidatesAt(anchor: Anchor, context: Context): Candidate[] {
  const { parsed } = context;
  const found: Candidate[] = [];
  const seen = new Set<PartyId>();
  const near = [...parsed.mentions].sort((a, b) => away(a, anchor) - away(b, anchor)).slice(0, 12);
  for (const mention of near) {
    found.push({ party: mention.party, mention, rank: 0, from: "here" });
    seen.add(mention.party);
    mention.meant?.slice(1).forEach(({ party }, at) => {
      found.push({ party, mention, rank: at + 1, from: "here" });
    });
  }
  const add = (parties: Iterable<PartyId | null | undefined>, from: Candidate["from"]): void => {
    for (const party of parties) {
      if (!party || seen.has(party)) continue;
      seen.add(party);
      found.push({ party, mention: null, rank: 0, from });
    }
  };
  const [previous, ...older] = context.earlier;
  add(previous?.mentions.map((one) => one.party) ?? [], "before");
  add(context.later?.mentions.map((one) => one.party) ?? [], "after");
  for (const sentence of older)
    add(
      sentence.mentions.map((one) => one.party),
      "earlier",
    );
  add(
    context.sentence.unsaid.slice(0, 2).map((one) => one.party),
    "topic",
  );
  add([context.sentence.topic, context.topic, context.self], "topic");
  add([context.introducer, context.cast.first], "topic");
  if (context.columns.length > 1) add(context.columns[cellAt(parsed.tokens, anchor.first)]?.parties ?? [], "before");
  add(context.cast.leading, "document");
  add([anchor.chip ? context.names.chipFamilies.get(anchor.chip) : null], "topic");
  return found.slice(0, 40);
}

/** The last question among the sentences before, which are nearest first: what follows it may answer it. */
export function questionBefore(earlier: readonly ReadSentence[]): ReadSentence | undefined {
  return earlier.find(({ tokens }) => tokens.at(-1)?.text === "?");
}

function away(mention: Mention, anchor: Anchor): number {
  return mention.next <= anchor.first ? anchor.first - mention.next : mention.first - anchor.next;
}
