/** Which chip family does a claim speak of, where it rests on a figure or a word: one of its sentence, one told before, "GPUs", or none? */

import type { ClaimKind } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import { since } from "../references/cast.ts";
import type { Anchor } from "./anchors.ts";
import type { Context } from "./context.ts";
import { addFeature, type Features, pair, symbol } from "./features.ts";
import type { Recalled } from "./memory.ts";
import { signsOf, symbolAt } from "./signs.ts";

/** A claim of a kind that has a chip. */
export interface ChipPlace {
  readonly kind: ClaimKind;
  readonly vendor: PartyId | null;
  readonly anchor: Anchor;
  readonly context: Context;
  readonly recalled: Recalled;
}

/** Kinds of claims that name a chip family. */
export const chipKinds = ["chip-supply", "chip-adoption"] as const;

/** What a chip claim rests on, under which each family is weighed. */
export const chipSorts = chipKinds.flatMap((kind) => ["chips", "figure", "word"].map((sort) => `${kind} ${sort}`));

export function chipSort({ kind, anchor: { quantity } }: ChipPlace): string {
  return `${kind} ${quantity === null ? "word" : quantity.type === "chips" ? "chips" : "figure"}`;
}

/** The families that could be meant: none, those of the sentence, and those that the text speaks of before, the last first. */
export function chipCandidates({ anchor, context, recalled }: ChipPlace): (string | null)[] {
  const { parsed, chipPlaces, recentChips, number, names } = context;
  const last = recentChips.filter((one) => (since(chipPlaces.get(one) ?? [], number + 1) ?? farthest + 1) <= farthest);
  const own = names.ownChips.slice(0, mostCandidates);
  const told = recalled.told.flatMap(({ chip }) => chip ?? []);
  const here = parsed.chips.flatMap(({ chip }) => chip ?? []);
  return [null, ...new Set([...(anchor.chip ? [anchor.chip] : []), ...here, ...told, ...last, ...own])].slice(
    0,
    mostCandidates,
  );
}

/** In sentences. */
const farthest = 30;
const mostCandidates = 10;

const what = symbol("what");
const where = symbol("where");
const whereWhat = symbol("where and what");
const nearest = symbol("nearest");
const vendorIs = symbol("vendor");
const vendorWhere = symbol("vendor and where");
const gapOf = symbol("gap");
const afterFigure = symbol("after the figure");
const twoAfter = symbol("two after the figure");
const beforeFigure = symbol("before the figure");
const wholeTo = symbol("all between");
const betweenTo = symbol("between");
const toldLast = symbol("told last");
const toldVendor = symbol("told of the vendor");
const toldWhere = symbol("told and where");
const others = symbol("other chips");
const only = symbol("only chip");
const recency = symbol("recency");
const besideChip = symbol("beside the chip");
const nouns = symbol("nouns about");
const word = symbol("word");

/** A few words between are read as one. */
const wholeReach = 5;
/** So many words on either side tell by what noun a chip goes. */
const nounReach = 7;
const chipNouns =
  /^(?:chips?|units?|processors?|accelerators?|pieces|cards?|boards?|gpus?|systems?|servers?|racks?|them|it|more|these|those|same|both|all|each|devices?|parts?|modules?|silicon|hardware|machines?|product|products)$/;

/** What is known of a family as the chip of a claim; null is none. */
export function chipFeatures(family: string | null, place: ChipPlace, to: Features): void {
  const { vendor, anchor, context, recalled } = place;
  const { parsed, names, chipPlaces, number } = context;
  const { tokens } = parsed;
  const signs = signsOf(parsed);
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  const maker = family === null ? undefined : names.chipFamilies.get(family);
  const sort = family === null ? 0 : family === "gpu" ? 1 : maker ? 2 : 3;
  const here = nearestChip(family, place);
  const back = family === null ? null : since(chipPlaces.get(family) ?? [], number);
  const stands = here ? (here.first < anchor.first ? 1 : 2) : back === null ? 0 : Math.min(8, 2 + back);
  const made =
    maker === undefined || vendor === null
      ? 0
      : maker === vendor || names.parties.get(maker)?.parent === vendor || names.parties.get(vendor)?.parent === maker
        ? 1
        : 2;
  const families = new Set(parsed.chips.map(({ chip }) => chip));
  const after = symbolAt(signs, anchor.next);
  const before = symbolAt(signs, anchor.first - 1);
  add(what, sort);
  add(where, stands);
  add(whereWhat, pair(sort, stands));
  add(nearest, Number(family !== null && anchor.chip === family));
  add(vendorIs, pair(sort, made));
  add(vendorWhere, pair(stands, pair(made, vendor === null ? 0 : 1)));
  add(others, pair(sort, pair(stands, Math.min(3, families.size))));
  add(only, pair(sort, Math.min(3, chipPlaces.size)));
  add(afterFigure, pair(pair(sort, stands), after));
  add(twoAfter, pair(pair(sort, stands), pair(after, symbolAt(signs, anchor.next + 1))));
  add(beforeFigure, pair(pair(sort, stands), before));
  if (anchor.quantity === null) add(word, pair(pair(sort, stands), symbol(anchor.word)));
  for (let at = Math.max(0, anchor.first - nounReach); at < Math.min(tokens.length, anchor.next + nounReach); at++)
    if (chipNouns.test(tokens[at]!.lower))
      add(nouns, pair(pair(sort, stands), pair(symbol(tokens[at]!.lower), at < anchor.first ? 0 : 1)));
  if (here) {
    const left = here.next <= anchor.first;
    const [start, end] = left ? [here.next, anchor.first] : [anchor.next, here.first];
    add(gapOf, pair(Number(left), Math.min(12, end - start)));
    let whole = Number(left);
    for (let at = start; at < end; at++) {
      add(betweenTo, pair(Number(left), symbolAt(signs, at)));
      whole = pair(whole, symbolAt(signs, at));
    }
    if (end - start <= wholeReach) add(wholeTo, whole);
    add(besideChip, pair(symbolAt(signs, here.first - 1), symbolAt(signs, here.next)));
  } else if (back !== null) {
    const later = context.recentChips.filter(
      (one) => one !== family && (since(chipPlaces.get(one) ?? [], number) ?? Number.POSITIVE_INFINITY) < back,
    );
    add(recency, pair(Math.min(3, later.length), Math.min(6, back)));
  }
  const last = recalled.told.find((one) => one.chip !== null || one.kind === place.kind);
  add(toldLast, pair(sort, last === undefined ? 2 : Number(last.chip === family)));
  const ofVendor = recalled.told.find((one) => one.roles.vendor !== undefined && one.roles.vendor === vendor);
  add(toldVendor, pair(sort, ofVendor === undefined ? 2 : Number(ofVendor.chip === family)));
  add(toldWhere, pair(stands, ofVendor === undefined ? 2 : Number(ofVendor.chip === family)));
}

/** The mention of a family in the sentence that stands nearest to the anchor. */
function nearestChip(family: string | null, { anchor, context: { parsed } }: ChipPlace) {
  const gap = (first: number, next: number): number =>
    next <= anchor.first ? anchor.first - next : Math.max(0, first - anchor.next);
  return parsed.chips
    .filter(({ chip }) => chip === family)
    .sort((a, b) => gap(a.first, a.next) - gap(b.first, b.next))[0];
}
