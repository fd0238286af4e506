/** Which public bodies are spoken of by what they are: "the Japanese government", "the Treasury"? */

import type { PartyId } from "../../model/id.ts";
import { adjectivesOfPlace, plainWords } from "../lexicon.ts";
import type { ReadSentence } from "../mentions.ts";
import type { Token } from "../tokens.ts";

/** "the Japanese government", "the Treasury": public bodies go by what they are. */
export function publicBodies(sentence: ReadSentence): void {
  const { tokens } = sentence;
  tokens.forEach((token, at) => {
    const before = tokens[at - 1];
    if (
      /^(?:Treasury|Whitehall)$/.test(token.text) &&
      (token.text === "Whitehall" || before?.lower === "the") &&
      !/^(?:yields?|bonds?|bills?|notes?)$/.test(tokens[at + 1]?.lower ?? "")
    ) {
      sentence.mentions.push({
        party: token.lower as PartyId,
        via: "name",
        kind: "government",
        first: at,
        next: at + 1,
      });
    } else if (token.lower === "government" && before && (before.capital || before.lower === "the")) {
      const named = before.lower !== "the" && (adjectivesOfPlace.has(before.lower) || demonym.test(before.lower));
      if (named || token.capital)
        sentence.mentions.push({
          party: (named ? `${before.lower}-government` : "government") as PartyId,
          via: "name",
          kind: "government",
          first: named ? at - 1 : at,
          next: at + 1,
        });
    } else if (bodies.has(token.text) && before?.capital && at > 0 && named(tokens, at)) {
      sentence.mentions.push({
        party: `${before.lower}-${token.lower}` as PartyId,
        via: "name",
        kind: token.text === "state" ? "government" : "unknown",
        first: at - 1,
        next: at + 1,
      });
    }
  });
}

/** What makes a party of the name before it: "the Danish state", "the Tate family". */
const bodies = new Set(["state", "family", "endowment", "treasury"]);
const demonym = /(?:ish|ese|ian|ean|ench|utch|eek|man|wiss|qui|ani|aeli|aqi)$/;

function named(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]!;
  if (tokens[at]!.text === "state") return demonym.test(before.lower) && tokens[at - 2]?.lower === "the";
  return !plainWords.has(before.lower) && tokens[at - 2]?.lower === "the";
}
