/** Which chips does a document name that no register holds? "Kestrion's second-generation Orrin processors", "Qualcomm's AI200". */

import type { PartyId } from "../../model/id.ts";
import type { NameIndex } from "../names.ts";
import type { Token } from "../tokens.ts";

const hardware = /^(?:chips?|processors?|accelerators?|cards?|gpus?|xpus?|npus?|superchips?|asics?)$/;
const vendors: ReadonlySet<string> = new Set(["chipmaker", "memory", "foundry"]);

/** Adds to the names those of the chips that a document names and no register holds. */
export function nameUnknownChips(sentences: readonly (readonly Token[])[], index: NameIndex): NameIndex {
  const found = new Map<string, string>();
  for (const tokens of sentences) {
    for (let at = 1; at < tokens.length; at++) if (beforeHardware(tokens, at, index)) add(found, tokens[at - 1]!);
    for (let at = 0; at < tokens.length; at++) {
      const named = behindVendor(tokens, at, index);
      if (named) add(found, named);
    }
  }
  for (const tokens of sentences) dropOrganisations(tokens, found);
  if (found.size === 0) return index;
  return {
    ...index,
    at: (tokens, at) => {
      const hit = index.at(tokens, at);
      const family = found.get(tokens[at]!.text) ?? found.get(tokens[at]!.text.replace(/s$/, ""));
      if (hit || family === undefined) return hit;
      return {
        kind: "chip",
        party: "" as PartyId,
        chip: family,
        careful: false,
        small: false,
        first: at,
        next: at + 1,
      };
    },
  };
}

function add(found: Map<string, string>, { text, lower }: Token): void {
  found.set(text, lower.replace(/s$/, ""));
}

/** One capitalised word that stands before a word for hardware and is no party. */
function beforeHardware(tokens: readonly Token[], at: number, index: NameIndex): boolean {
  // With a capital the word belongs to a name: "Aldwych Accelerators".
  if (!hardware.test(tokens[at]!.lower) || /^\p{Lu}\p{Ll}/u.test(tokens[at]!.text) || at < 2) return false;
  // "Kaveri GPU Works"
  if (tokens[at + 1]?.capital && tokens[at + 1]!.start - tokens[at]!.end === 1) return false;
  const name = tokens[at - 1]!;
  const before = tokens[at - 2]!;
  if (
    name.kind !== "word" ||
    !name.capital ||
    name.text.length < 3 ||
    /^(?:ai|ai's|the|these|those|its|our|custom|such|new|more|data|server|nvidia|gpu|amd|intel|hbm|asic|own)$/.test(
      name.lower,
    )
  )
    return false;
  if (index.at(tokens, at - 1) || /^[.!?:;"“]$/.test(before.text)) return false;
  if (before.capital && before.kind === "word")
    return isVendor(tokens, at - 2, index) && !/^[A-Z]{2,3}$/.test(name.text);
  if (/^[A-Z]{2,3}$/.test(name.text) || /(?:ish|ese|ian|can)$/.test(name.lower)) return false;
  return tokens
    .slice(Math.max(0, at - 6), at - 1)
    .some((token) => /^(?:'s|its|our|their|the|second|first|third|new|on|of|in)$/.test(token.lower));
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
