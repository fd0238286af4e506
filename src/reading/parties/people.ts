/** Is a capitalised name a person's? */

import { isLegalForm } from "../../model/id.ts";
import { businessVerbs, firstNames, nameWords, personTitles } from "../lexicon.ts";
import type { Token } from "../tokens.ts";
import { verbReading } from "../verbs.ts";
import { isOrganisationNoun } from "./appositions.ts";

/** Whether a name is a person's, told by first names, titles and what follows: "Jane Doe, chief executive". */
export function isPerson(tokens: readonly Token[], first: number, next: number, lower: readonly string[]): boolean {
  if (lower.slice(1).some((word) => nameWords.has(word)) || isLegalForm(tokens[next - 1]!.text)) return false;
  // "Mr. Smith": the title stands before its full stop.
  const before = tokens[first - (tokens[first - 1]?.text === "." ? 2 : 1)]?.lower ?? "";
  const after = tokens[next]?.lower ?? "";
  if (lower.length > 1 && firstNames.has(lower[0]!)) return true;
  if (lower.length === 1 && firstNames.has(lower[0]!) && after !== "'s" && !verbBusiness(after)) return true;
  if (
    /^(?:mr|mrs|ms|dr|sir|prof|professor|chairman|minister|senator|president|ceo|cfo|spokesman|spokeswoman|says|analyst|officer|founder|councillor)$/.test(
      before,
    )
  )
    return true;
  if (
    after === "," &&
    /^(?:chief|ceo|cfo|analyst|an|a|who|head|president|chairman|managing|partner|director|its|the)$/.test(
      tokens[next + 1]?.lower ?? "",
    ) &&
    personApposition(tokens, next + 1)
  )
    return true;
  return lower.length === 2 && after === "(" && personTitles.has(tokens[next + 1]?.lower ?? "");
}

function personApposition(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < Math.min(at + 5, tokens.length); index++) {
    if (personTitles.has(tokens[index]!.lower) && !isOrganisationNoun(tokens, index)) return true;
    if (tokens[index]!.text === ",") return false;
  }
  return false;
}

function verbBusiness(word: string): boolean {
  const reading = verbReading(word);
  return (
    reading !== undefined &&
    reading.lemma !== "say" &&
    reading.lemma !== "tell" &&
    reading.lemma !== "add" &&
    businessVerbs.has(reading.lemma)
  );
}

/** Whether a name begins with a first name. */
export function personLike(name: string): boolean {
  return firstNames.has(name.split(" ")[0]!.toLowerCase());
}
