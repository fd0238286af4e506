/** Which chips does a document name that no register holds? "Kestrion's second-generation Orrin processors", "Qualcomm's AI200". */

import { type PartyId, partyIdOf } from "../../model/id.ts";
import { adjectivesOfPlace, places } from "../lexicon.ts";
import type { NameIndex } from "../names.ts";
import type { Token } from "../tokens.ts";

const hardware =
  /^(?:chips?|processors?|accelerators?|cards?|boards?|gpus?|xpus?|npus?|superchips?|asics?|switch|switches|engines?|memory|wafers?)$/;
/** What may stand between a chip's name and the word for hardware: "the Ember inference processor". */
const purposes =
  /^(?:inference|training|optical|photonic|graphics|analog|analogue|neural|network|networking|switch|switching|compute|edge|vision|ai|server|tensor)$/;
const vendors: ReadonlySet<string> = new Set(["chipmaker", "memory", "foundry"]);

/** Of a name that a hyphen joins. */
const mostTokens = 3;

/** Adds to the names those of the chips that a document names and no register holds. */
export function nameUnknownChips(sentences: readonly (readonly Token[])[], index: NameIndex): NameIndex {
  const found = new Map<string, string>();
  for (const tokens of sentences) {
    for (let at = 1; at < tokens.length; at++) {
      const name =
        beforeHardware(tokens, at, index) ??
        called(tokens, at, index) ??
        behindHardware(tokens, at, index) ??
        apposed(tokens, at, index) ??
        described(tokens, at, index);
      if (name) add(found, name);
    }
    for (let at = 0; at < tokens.length; at++) {
      const named = behindVendor(tokens, at, index);
      if (named) add(found, [named]);
    }
  }
  for (const tokens of sentences) dropOrganisations(tokens, found);
  if (found.size === 0) return index;
  return {
    ...index,
    ownChips: [...new Set(found.values())],
    at: (tokens, at) => {
      const hit = index.at(tokens, at);
      if (hit) return hit;
      for (let next = Math.min(tokens.length, at + mostTokens); next > at; next--) {
        const text = textOf(tokens, at, next);
        const family = text === null ? undefined : (found.get(text) ?? found.get(text.replace(/s$/, "")));
        if (family !== undefined)
          return { kind: "chip", party: "" as PartyId, chip: family, careful: false, small: false, first: at, next };
      }
      return null;
    },
  };
}

/** Tokens that nothing parts, as one word; null where something does. */
function textOf(tokens: readonly Token[], first: number, next: number): string | null {
  let text = "";
  for (let at = first; at < next; at++) {
    if (at > first && tokens[at]!.start !== tokens[at - 1]!.end) return null;
    text += tokens[at]!.text;
  }
  return text;
}

function add(found: Map<string, string>, name: readonly Token[]): void {
  const text = textOf(name, 0, name.length);
  if (text !== null) found.set(text, partyIdOf(text));
}

const noNames =
  /^(?:ai|ai's|the|these|those|its|our|my|your|their|his|her|this|that|custom|such|new|more|most|data|server|nvidia|gpu|amd|intel|hbm|asic|own|other|all|some|both|many|rival|merchant|tensor|graphics|memory|logic)$/;
const leadsTo = /^(?:'s|its|our|my|their|the|a|an|this|that|second|first|third|new|own|custom|in-house|on|of|in|and)$/;

/** The capitalised name, of one word or of two that a hyphen joins, that stands before a word for hardware and is no party. */
function beforeHardware(tokens: readonly Token[], at: number, index: NameIndex): readonly Token[] | null {
  // With a capital the word belongs to a name: "Aldwych Accelerators".
  if (!hardware.test(tokens[at]!.lower) || /^\p{Lu}\p{Ll}/u.test(tokens[at]!.text) || at < 2) return null;
  // "The Cambridge chip designer"
  if (ofMakers.test(tokens[at + 1]?.lower ?? "")) return null;
  // "Kaveri GPU Works"
  if (tokens[at + 1]?.capital && tokens[at + 1]!.start - tokens[at]!.end === 1) return null;
  // "Monolith 2 processors", "20,000 Lingshan 200 cards": a generation folds into its family.
  const counted =
    tokens[at - 2]!.capital &&
    (tokens[at - 3]?.kind === "number" ? /^\d{1,3}$/ : /^\d{1,2}$/).test(tokens[at - 1]!.text);
  const last = counted || (purposes.test(tokens[at - 1]!.lower) && !tokens[at - 1]!.capital) ? at - 2 : at - 1;
  const first = tokens[last - 1]?.text === "-" && tokens[last - 2]?.capital ? last - 2 : last;
  const name = tokens[first];
  const before = tokens[first - 1];
  if (!before || !name || !isChipName(name, last > first) || noNames.test(name.lower)) return null;
  if (index.at(tokens, first) || /^[.!?:;"“]$/.test(before.text)) return null;
  if (before.capital && before.kind === "word" && !leadsTo.test(before.lower) && !lettersAndDigits.test(name.text))
    return isVendor(tokens, first - 1, index) && !/^[A-Z]{2,3}$/.test(name.text) ? tokens.slice(first, last + 1) : null;
  if (first === last && (/^[A-Z]{2,3}$/.test(name.text) || /(?:ish|ese|ian|can)$/.test(name.lower))) return null;
  const led =
    before.kind === "number" ||
    lettersAndDigits.test(name.text) ||
    tokens.slice(Math.max(0, first - 5), first).some((token) => leadsTo.test(token.lower));
  return led ? tokens.slice(first, last + 1) : null;
}

const ofMakers =
  /^(?:designers?|makers?|firms?|start|startups?|labs?|company|companies|groups?|developers?|plants?|hosts?|units?|specialists?|house|business|unit|arm|market|cloud|outfit|renter|diplomacy|industry|sector|lab|project|programme|program)$/;
const lettersAndDigits = /^\p{Lu}[\p{L}]*\d+\p{L}?$/u;

function isChipName({ kind, capital, text, lower }: Token, joined: boolean): boolean {
  if (adjectivesOfPlace.has(lower) || places.has(lower)) return false;
  return kind === "word" && capital && (text.length >= 3 || joined || lettersAndDigits.test(text));
}

/** "An accelerator called Astrolabe", "a processor that it calls the LPU", "called its processor the IPU", "GPUs under the name Lingshan": what hardware is called. */
function called(tokens: readonly Token[], at: number, index: NameIndex): readonly Token[] | null {
  const named = tokens[at]!.lower === "name" && tokens[at - 1]?.lower === "the" && tokens[at - 2]?.lower === "under";
  if (!named && !/^(?:called|named|codenamed|dubbed|calls)$/.test(tokens[at]!.lower)) return null;
  const own = /^(?:its|their|the)$/.test(tokens[at + 1]?.lower ?? "") && hardware.test(tokens[at + 2]?.lower ?? "");
  const from = own ? at + 3 : at + 1;
  const first = tokens[from]?.lower === "the" ? from + 1 : from;
  const name = chipNameAt(tokens, first, index);
  const said = tokens.slice(Math.max(0, at - 4), at).filter(({ kind }) => kind === "word");
  return name && (own || said.some((one) => hardware.test(one.lower))) ? name : null;
}

/** "The European processor Rhea by SiPearl", "its first product, Haru,": a name behind the word for hardware. */
function behindHardware(tokens: readonly Token[], at: number, index: NameIndex): readonly Token[] | null {
  const { lower, capital } = tokens[at]!;
  if (capital || !/^(?:chip|processor|accelerator|product)$/.test(lower)) return null;
  const apart = tokens[at + 1]?.text === ",";
  if (lower === "product" && !apart) return null;
  const first = apart ? at + 2 : at + 1;
  const name = chipNameAt(tokens, first, index);
  const after = tokens[first + (name?.length ?? 1)];
  const ends = apart ? after?.text === "," : !after?.capital && after?.lower !== "'s";
  return name && ends ? name : null;
}

/** "Its own inference card, the Gintaras,", "a processor for speech models, the Anvil": a name behind what it is. */
function apposed(tokens: readonly Token[], at: number, index: NameIndex): readonly Token[] | null {
  if (tokens[at]!.lower !== "the" || tokens[at - 1]?.text !== ",") return null;
  let kind = at - 2;
  for (let back = at - 2; back > Math.max(0, at - 7) && tokens[back]!.kind === "word" && !tokens[back]!.capital; back--)
    if (tokens[back]!.lower === "for") kind = back - 1;
  if (!/^(?:chip|processor|accelerator|card|gpu|asic)$/.test(tokens[kind]?.lower ?? "")) return null;
  const name = chipNameAt(tokens, at + 1, index);
  return name && /^[.,;:]$/.test(tokens[at + 1 + name.length]?.text ?? "") ? name : null;
}

/** "Suzu, an inference chip of low power", "Halyard 3, our third accelerator": a name with what it is behind it. */
function described(tokens: readonly Token[], at: number, index: NameIndex): readonly Token[] | null {
  const name = chipNameAt(tokens, at, index);
  if (!name || at === 0) return null;
  let next = at + name.length;
  if (/^\d{1,2}$/.test(tokens[next]?.text ?? "")) next++;
  while (/^["”’]$/.test(tokens[next]?.text ?? "")) next++;
  if (tokens[next]?.text !== ",") return null;
  next++;
  while (/^["”’]$/.test(tokens[next]?.text ?? "")) next++;
  if (!/^(?:an?|its|their|our)$/.test(tokens[next]?.lower ?? "")) return null;
  for (let on = next + 1; on < Math.min(tokens.length, next + 7) && tokens[on]!.kind !== "sign"; on++)
    if (/^(?:chip|processor|accelerator|asic|npu)$/.test(tokens[on]!.lower))
      return ofMakers.test(tokens[on + 1]?.lower ?? "") || tokens[on + 1]?.text === "-" ? null : name;
  return null;
}

/** A capitalised word, or two that a hyphen joins, that could be a chip's name and that no capital follows. */
function chipNameAt(tokens: readonly Token[], first: number, index: NameIndex): readonly Token[] | null {
  const name = tokens[first];
  if (!name || !isChipName(name, false) || noNames.test(name.lower) || index.at(tokens, first)) return null;
  const hyphen = tokens[first + 1];
  const rest = tokens[first + 2];
  const joined = hyphen?.text === "-" && hyphen.start === name.end && rest?.start === hyphen.end;
  const next = joined ? first + 3 : first + 1;
  if (tokens[next]?.capital && tokens[next]!.start - tokens[next - 1]!.end === 1) return null;
  return tokens.slice(first, next);
}

/** "Qualcomm AI200", "SiPearl's Rhea1", "Cambricon's Siyuan 590": what a maker of chips makes has a number in its name. */
function behindVendor(tokens: readonly Token[], at: number, index: NameIndex): Token | null {
  if (!tokens[at]!.capital || !isVendor(tokens, at, index)) return null;
  let next = index.at(tokens, at)!.next;
  if (tokens[next]?.lower === "'s") next++;
  const name = tokens[next];
  if (name?.kind !== "word" || !name.capital || index.at(tokens, next)) return null;
  if (/^\p{Lu}[\p{L}-]*\d+\p{L}*$/u.test(name.text) && !/^(?:Q[1-4]|H[12]|FY\d+)$/.test(name.text)) return name;
  const number = tokens[next + 1]?.text === "-" ? tokens[next + 2] : tokens[next + 1];
  return name.text.length >= 4 &&
    number?.kind === "number" &&
    /^\d{1,4}$/.test(number.text) &&
    !/^(?:19|20)\d\d$/.test(number.text) &&
    !months.has(name.lower)
    ? name
    : null;
}

const months = new Set(
  "january february march april may june july august september october november december series class phase form item note chapter".split(
    " ",
  ),
);

function isVendor(tokens: readonly Token[], at: number, index: NameIndex): boolean {
  const hit = index.at(tokens, at);
  return hit?.kind === "party" && vendors.has(index.parties.get(hit.party)?.kind ?? "");
}

/** What owns, says or signs is an organisation, whatever chips bear its name. */
function dropOrganisations(tokens: readonly Token[], found: Map<string, string>): void {
  tokens.forEach((token, at) => {
    const next = tokens[at + 1]?.lower ?? "";
    if (
      found.has(token.text) &&
      /^(?:'s|inc|said|says|announced|signed|raised|expects|will|plans|denied|agreed|and|,|:|\()$/.test(next) &&
      (next !== "," || at === 0) &&
      (next !== "and" || at === 0)
    )
      found.delete(token.text);
  });
}
