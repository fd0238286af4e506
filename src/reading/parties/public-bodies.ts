/** Which public bodies are spoken of by what they are: "the Japanese government", "the Treasury"? */

import type { PartyId } from "../../model/id.ts";
import { adjectivesOfPlace } from "../lexicon.ts";
import type { ReadSentence } from "../mentions.ts";

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
      const named = before.lower !== "the" && adjectivesOfPlace.has(before.lower);
      if (named || token.capital)
        sentence.mentions.push({
          party: (named ? `${before.lower}-government` : "government") as PartyId,
          via: "name",
          kind: "government",
          first: named ? at - 1 : at,
          next: at + 1,
        });
    }
  });
}
