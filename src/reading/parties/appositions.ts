/** What do the words beside a name say it is? "chipmaker Lumenweld", "Nscale, a London start-up". */

import { adjectivesOfPlace, organisationNouns } from "../lexicon.ts";
import type { Token } from "../tokens.ts";

/** ", a London start-up": what follows the comma says what it is. */
export function appositive(tokens: readonly Token[], at: number): boolean {
  const lead = tokens[at]?.lower ?? "";
  if (
    !/^(?:a|an|the|its|which|another|one|of|whose|formerly|owned|maker|part)$/.test(lead) &&
    !organisationNouns.get(lead)
  )
    return false;
  for (let index = at; index < Math.min(at + 9, tokens.length); index++) {
    const word = tokens[index]!.lower;
    if (word === "," || word === "." || word === ";") return false;
    if (
      /^(?:who|analyst|chief|president|director|chairman|partner|manager|founder|minister|professor|economist|head|spokesman|spokeswoman)$/.test(
        word,
      ) &&
      index > at
    )
      return false;
    if (isOrganisationNoun(tokens, index)) return true;
  }
  return false;
}

/** ", Leeds-based provider of …" */
export function isOrganisationNounSoon(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < Math.min(at + 4, tokens.length); index++)
    if (isOrganisationNoun(tokens, index))
      return tokens.slice(at, index).some((token) => token.lower === "based" || adjectivesOfPlace.has(token.lower));
  return false;
}

/** "chipmaker Lumenweld", "the sovereign fund PIF", "start-up Nscale". */
export function nounBefore(tokens: readonly Token[], first: number): boolean {
  const word = tokens[first - 1]!.lower;
  if (
    /^(?:customer|target|house|shop|unit|arm|partner|partners|parent|cloud|provider|developer|operator|landlord|lender|investor|miner|bank|insurer|foundry|chipmaker|startup|group|firm|company|rival|platform|maker|lab|laboratory|fund|supplier|vendor|utility|hyperscaler|neocloud|tenant|designer|subsidiary|conglomerate|giant|giants|publisher|retailer|agency|carrier|unicorn|competitor|concern|emirati)$/.test(
      word,
    )
  )
    return true;
  return word === "up" && tokens[first - 2]?.text === "-" && tokens[first - 3]?.lower === "start";
}

/** Whether a noun for an organisation stands at a token: "chipmaker", "start-up". */
export function isOrganisationNoun(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]!.lower;
  if (organisationNouns.get(word) !== undefined || organisationNouns.get(word.replace(/s$/, "")) !== undefined)
    return true;
  return word === "start" && tokens[at + 1]?.text === "-" && /^ups?$/.test(tokens[at + 2]?.lower ?? "");
}
