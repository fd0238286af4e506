/** Which public bodies are spoken of by what they are: "the Japanese government", "the Treasury"? */

import { type PartyId, partyIdOf } from "../../model/id.ts";
import { adjectivesOfPlace, plainWords } from "../lexicon.ts";
import type { Mention, ReadSentence } from "../mentions.ts";
import type { Token } from "../tokens.ts";

/** "the Japanese government", "the Treasury": public bodies go by what they are. */
export function publicBodies(sentence: ReadSentence): void {
  const { tokens } = sentence;
  tokens.forEach((token, at) => {
    if (sentence.titleCase && token.capital) return;
    const body = treasuryAt(tokens, at) ?? governmentAt(tokens, at) ?? placeAt(tokens, at) ?? ownersAt(tokens, at);
    if (body) sentence.mentions.push({ via: "name", ...body });
  });
}

type Body = Pick<Mention, "party" | "kind" | "first" | "next">;

function treasuryAt(tokens: readonly Token[], at: number): Body | null {
  const { text, lower } = tokens[at]!;
  if (text !== "Whitehall" && !(text === "Treasury" && tokens[at - 1]?.lower === "the")) return null;
  if (/^(?:yields?|bonds?|bills?|notes?)$/.test(tokens[at + 1]?.lower ?? "")) return null;
  return { party: lower as PartyId, kind: "government", first: at, next: at + 1 };
}

/** "the Japanese government", "the Abu Dhabi government", "the Government". */
function governmentAt(tokens: readonly Token[], at: number): Body | null {
  const token = tokens[at]!;
  if (token.lower !== "government") return null;
  const first = ofPlace(tokens, at - 1) ? at - 1 : namesBefore(tokens, at);
  const named = first < at;
  if (!named && !(token.capital && tokens[at - 1]?.lower === "the")) return null;
  return { party: idOf(tokens, first, at + 1), kind: "government", first, next: at + 1 };
}

function ofPlace(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.capital === true && (adjectivesOfPlace.has(token.lower) || demonym.test(token.lower));
}

/** "the city of Lahti", "the University of Hasselt": not where something stands, but who acts. */
function placeAt(tokens: readonly Token[], at: number): Body | null {
  if (!seats.has(tokens[at]!.text) || tokens[at + 1]?.lower !== "of" || !tokens[at + 2]?.capital) return null;
  if (tokens[at - 1]?.lower !== "the" || where.has(tokens[at - 2]?.lower ?? "")) return null;
  const next = tokens[at + 3]?.capital ? at + 4 : at + 3;
  return { party: idOf(tokens, at, next), kind: "government", first: at, next };
}

/** "the Danish state", "the Tate family", "the Ayala family trust". */
function ownersAt(tokens: readonly Token[], at: number): Body | null {
  const { text } = tokens[at]!;
  if (!bodies.has(text)) return null;
  const first = text === "state" ? (demonym.test(tokens[at - 1]?.lower ?? "") ? at - 1 : at) : namesBefore(tokens, at);
  if (first === at || !tokens[first]!.capital || !/^(?:the|founding|its|a)$/.test(tokens[first - 1]?.lower ?? ""))
    return null;
  const next =
    text === "family" && /^(?:trust|office|foundation|holding)$/.test(tokens[at + 1]?.text ?? "") ? at + 2 : at + 1;
  return { party: idOf(tokens, first, next), kind: text === "state" ? "government" : "unknown", first, next };
}

/** Where up to two names begin that end right before a place; the place itself where none does. */
function namesBefore(tokens: readonly Token[], at: number): number {
  let first = at;
  while (
    first > at - 2 &&
    tokens[first - 1]?.kind === "word" &&
    tokens[first - 1]!.capital &&
    !plainWords.has(tokens[first - 1]!.lower)
  )
    first--;
  return first;
}

function idOf(tokens: readonly Token[], first: number, next: number): PartyId {
  return partyIdOf(
    tokens
      .slice(first, next)
      .map((one) => one.text)
      .join(" "),
  );
}

/** What makes a party of the name before it. */
const bodies = new Set(["state", "family", "endowment", "treasury"]);
const seats = new Set(["city", "municipality", "university", "town", "canton", "county", "province", "emirate"]);
/** Words before a place where something stands. */
const where = new Set(["in", "near", "at", "from", "outside", "around", "across", "to", "into"]);
const demonym = /(?:ish|ese|ian|ean|ench|utch|eek|man|wiss|qui|ani|aeli|aqi)$/;
