/** Features that tell how much a party is what a text goes on about at a place. */

import type { PartyId } from "../../model/id.ts";
import { since } from "../references/cast.ts";
import type { Candidate, Context } from "./context.ts";
import { addFeature, type Features, pair, symbol } from "./features.ts";

const times = symbol("times");
const timesShare = symbol("times, of the most");
const lastMentioned = symbol("last mentioned");
const lastLed = symbol("last led");
const lastBoth = symbol("last mentioned and led");
const signature = symbol("signature");
const ofParagraph = symbol("of this paragraph");
const ofParagraphWord = symbol("of this paragraph, by word");

/** How much a party is what the text goes on about here: each sign alone, and all that a reader takes in at once as one. */
export function salienceFeatures(
  { party, rank: nth, mention }: Candidate,
  leading: number,
  shown: number,
  context: Context,
  to: Features,
): void {
  const { sentence, number, cast } = context;
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  const player = cast.players.get(party);
  const most = cast.players.get(cast.leading[0]!)?.times ?? 1;
  const spoken = stepOf(player ? since(player.mentioned, number) : null);
  const led = stepOf(player ? since(player.leading, number) : null);
  add(times, Math.min(5, Math.floor(Math.log2(player?.times ?? 1))));
  add(timesShare, Math.floor((4 * (player?.times ?? 0)) / most));
  const how = pair(shown, Math.min(2, nth));
  add(lastMentioned, pair(how, spoken));
  add(lastLed, pair(how, led));
  add(lastBoth, pair(how, spoken * 8 + led));
  const named = namedHere(player?.named ?? [], context);
  const others = context.opener !== null && context.opener !== party ? 1 : 0;
  add(ofParagraph, pair(how, named * 2 + others));
  if (mention && mention.via !== "name")
    add(ofParagraphWord, pair(symbol(context.parsed.tokens[mention.first]!.lower), named * 2 + others));
  const is = (one: PartyId | null): number => (party === one ? 1 : 0);
  const bits =
    is(context.topic) +
    2 * is(sentence.topic) +
    4 * is(sentence.centre) +
    8 * is(context.opener) +
    16 * is(context.introducer) +
    32 * is(context.self) +
    64 * (leading + 1) +
    512 * named;
  add(signature, pair(how, bits));
}

/** Where a party is named: 3 in this sentence, 2 before it in the paragraph, 1 before the paragraph, 0 nowhere so far. */
function namedHere(places: readonly number[], { number, begins }: Context): number {
  const back = since(places, number + 1);
  if (back === null) return 0;
  return back === 1 ? 3 : number + 1 - back >= begins ? 2 : 1;
}

/** A number of sentences back, coarsely; 0 for never. */
function stepOf(back: number | null): number {
  return back === null ? 0 : back < 3 ? back : back < 5 ? 3 : back < 9 ? 4 : 5;
}
