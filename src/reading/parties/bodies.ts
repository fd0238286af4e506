/** Bodies that are named after a place or their fields: "Ministry of the Armed Forces", "Bank for Reconstruction and Development". */

import { nameWords, plainWords } from "../lexicon.ts";
import type { Token } from "../tokens.ts";

/** What a place or a field names: "University of Oslo". "Odra Systems of Wrocław" is a company and its town. */
export const ofNouns = new Set(
  "system corporation administration university institute bank ministry department treasury school college court council office bureau port province state city kingdom republic government house museum agency authority fund funds mission foundation chamber academy secretary commission federation union society association ventures".split(
    " ",
  ),
);

/** Bodies of a state: "Ministry of the Armed Forces". */
export const stateNouns = new Set("ministry department office secretariat school".split(" "));

/** What public bodies are made for: "Department for Transport". */
export const forNouns = new Set(
  "bank trust department ministry alliance agency centre center institute office authority fund association council foundation society partnership secretariat".split(
    " ",
  ),
);

/** What a body ends in whose name joins two fields: "Data and AI Authority", "Research and Innovation". */
const bodyNouns = new Set(
  "authority fund insurance park innovation board agency council commission corporation development technology technologies energy industry bank institute office administration trust services capital partners".split(
    " ",
  ),
);

/** Fields that bodies are named after in pairs: "Trade and Development Bank". */
export const fields = new Set(
  "trade export import reconstruction research science education commerce cooperation".split(" "),
);

function common({ lower }: Token): boolean {
  return nameWords.has(lower) || plainWords.has(lower) || bodyNouns.has(lower) || fields.has(lower);
}

/** Whether the capitalised words from a place on are all common nouns, the last of them one that bodies end in. */
function endsInBody(tokens: readonly Token[], at: number): boolean {
  let last = at;
  while (tokens[last]?.capital && common(tokens[last]!)) last++;
  return last > at && !tokens[last]?.capital && bodyNouns.has(tokens[last - 1]!.lower);
}

/** Whether "and" stands within a name: "Data and AI Authority", "Moore and Moore Investments", "Bank for Reconstruction and Development". */
export function joinsFields(tokens: readonly Token[], first: number, at: number): boolean {
  const [before, after] = [tokens[at - 1]!, tokens[at + 1]];
  if (!after?.capital) return false;
  if (common(before) && endsInBody(tokens, at + 1)) return true;
  if (before.lower === after.lower) return true;
  const bodied = tokens.slice(first, at).some((one, nth) => nth > 0 && (one.lower === "of" || one.lower === "for"));
  return bodied && common(before) && common(after);
}
