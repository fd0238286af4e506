/** Of whom does a document speak, how much and where? What makes a party the one that a sentence goes on about. */

import type { PartyId } from "../../model/id.ts";
import type { Mention, ReadSentence } from "../mentions.ts";
import { isSubject } from "./antecedents.ts";

/** What is known of one party over a document; places are numbers of sentences, rising. */
export interface Player {
  /** Its mentions in all. */
  readonly times: number;
  readonly mentioned: readonly number[];
  /** Where its name stands. */
  readonly named: readonly number[];
  /** Where it is what the sentence is about. */
  readonly leading: readonly number[];
}

/** The parties of a document, and the one mentioned most. */
export interface Cast {
  readonly players: ReadonlyMap<PartyId, Player>;
  /** The parties mentioned most, first the most. */
  readonly leading: readonly PartyId[];
  /** The party named first of all. */
  readonly first: PartyId | null;
}

/** Counts the mentions of sentences, which are those that are read, in order. */
export function castOf(sentences: readonly ReadSentence[]): Cast {
  const players = new Map<PartyId, { times: number; mentioned: number[]; named: number[]; leading: number[] }>();
  sentences.forEach(({ mentions, tokens }, number) => {
    for (const { party, via } of mentions) {
      const player = players.get(party) ?? { times: 0, mentioned: [], named: [], leading: [] };
      players.set(party, player);
      player.times++;
      if (player.mentioned.at(-1) !== number) player.mentioned.push(number);
      if (via === "name" && player.named.at(-1) !== number) player.named.push(number);
    }
    const lead = leadOf(mentions, tokens);
    if (lead) players.get(lead.party)!.leading.push(number);
  });
  const leading = [...players].sort((a, b) => b[1].times - a[1].times).map(([party]) => party);
  return { players, leading: leading.slice(0, 8), first: players.keys().next().value ?? null };
}

/** Whom a sentence is about: the first mention that stands as a subject, else the first. */
export function leadOf(mentions: readonly Mention[], tokens: ReadSentence["tokens"]): Mention | undefined {
  return mentions.find((one) => isSubject(tokens, one)) ?? mentions[0];
}

/** How many sentences before one the last of some places lies; null where none does. */
export function since(places: readonly number[], number: number): number | null {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : number - places[low - 1]!;
}
