/** Which parties, figures and chips stand to a verb or noun, and by which preposition? */

import type { Mention } from "../mentions.ts";
import type { NameHit } from "../names.ts";
import type { Quantity } from "../quantities.ts";
import { type Argument, type Arguments, type Parsed, type VerbGroup, wordAt } from "../syntax.ts";
import { determiners, prepositions, subordinators } from "./function-words.ts";
import { joinsByFirst } from "./joins.ts";

/** The arguments to the right of a verb group, to the end of its clause. */
export function afterVerb(parsed: Parsed, group: VerbGroup): Arguments {
  const { verbs } = parsed.known;
  const found = verbs.get(group.head) ?? collect(parsed, group.next, group.next, "object", false);
  verbs.set(group.head, found);
  return found;
}

/** The arguments on both sides of a noun. */
export function aroundNoun(parsed: Parsed, noun: number): Arguments {
  const found = parsed.known.nouns.get(noun) ?? gatherAround(parsed, noun);
  parsed.known.nouns.set(noun, found);
  return found;
}

function gatherAround(parsed: Parsed, noun: number): Arguments {
  const left = beforeNoun(parsed, noun);
  const right = collect(parsed, noun + 1, noun + 1, "after", true);
  return {
    parties: [...left.parties, ...right.parties],
    quantities: [...left.quantities, ...right.quantities],
    chips: [...left.chips, ...right.chips],
    first: left.first,
    next: right.next,
  };
}

/** Owners, figures and names in front of a noun: "Microsoft's earlier $13 billion Azure commitment". */
function beforeNoun(parsed: Parsed, noun: number): Arguments {
  const parties: Argument<Mention>[] = [];
  const quantities: Argument<Quantity>[] = [];
  const chips: Argument<NameHit>[] = [];
  let first = noun;
  for (let at = noun - 1; at >= 0; at--) {
    const entity = parsed.cover[at];
    const token = parsed.tokens[at]!;
    if (entity) {
      if ("via" in entity) {
        const owner =
          wordAt(parsed, entity.next) === "'s" || wordAt(parsed, entity.next) === "'" || ownDeterminer(parsed, entity);
        parties.push({ item: entity, role: owner ? "possessor" : "compound", at: entity.first, depth: 0 });
      } else if ("idle" in entity) quantities.push({ item: entity, role: "compound", at: entity.first, depth: 0 });
      else chips.push({ item: entity, role: "compound", at: entity.first, depth: 0 });
      at = entity.first;
      first = at;
      if (parties.at(-1)?.role === "possessor" && !(wordAt(parsed, at - 1) === "and" && parsed.cover[at - 2])) break;
      continue;
    }
    if (/^(?:'s|'|-|–|\*)$/.test(token.lower)) continue;
    if (token.lower === "and" && parties.length > 0) continue;
    if (token.text === "," && (parsed.cover[at - 1] || parsed.cover[at + 1])) continue;
    if (
      token.kind === "sign" ||
      prepositions.has(token.lower) ||
      isVerbAt(parsed, at) ||
      determiners.has(token.lower) ||
      /^(?:and|or|but)$/.test(token.lower)
    )
      break;
    first = at;
  }
  return { parties, quantities, chips, first, next: noun };
}

function isVerbAt(parsed: Parsed, at: number): boolean {
  return parsed.verbs.some((group) => at >= group.first && at < group.next);
}

/** Walks right from `from`, naming each entity by the preposition before it, until the clause ends. */
function collect(parsed: Parsed, from: number, start: number, direct: string, noun: boolean): Arguments {
  const parties: Argument<Mention>[] = [];
  const quantities: Argument<Quantity>[] = [];
  const chips: Argument<NameHit>[] = [];
  let role = direct;
  let depth = 0;
  let at = start;
  for (; at < parsed.tokens.length; at++) {
    const entity = parsed.cover[at];
    if (entity && entity.first === at) {
      if ("via" in entity) {
        const owner = wordAt(parsed, entity.next) === "'s" || ownDeterminer(parsed, entity);
        parties.push({ item: entity, role: owner ? `${role}'s` : role, at, depth });
      } else if ("idle" in entity) quantities.push({ item: entity, role, at, depth });
      else chips.push({ item: entity, role, at, depth });
      at = entity.next - 1;
      continue;
    }
    if (entity) continue;
    const word = wordAt(parsed, at);
    const join = joinsByFirst
      .get(word)
      ?.find(([words]) => words.every((one, offset) => wordAt(parsed, at + offset) === one));
    if (join) {
      if (join[1] !== "") role = join[1];
      at += join[0].length - 1;
      continue;
    }
    const group = parsed.verbs.find((one) => one.first === at);
    if (group && at > from) {
      if (
        group.finite &&
        !(
          noun &&
          at - from <= 1 &&
          /^(?:be|total|amount|cover|run|come|stand|have|reach|grow|rise|swell|exceed|pass)$/.test(group.lemma)
        )
      ) {
        if (!(noun && depth === 0 && copular(parsed, group, from))) break;
      }
      depth++;
      at = group.next - 1;
      role = group.lemma === "be" ? "is" : "object";
      continue;
    }
    if (endsClause(parsed, at, word)) break;
    if (prepositions.has(word)) role = word;
    else if (word === "(") role = noun || role === "object" ? "bracket" : role;
  }
  return { parties, quantities, chips, first: from, next: at };
}

/** A noun that is the subject of "is worth", "totals", "stood at" reaches over that verb to its figure. */
function copular(parsed: Parsed, group: VerbGroup, from: number): boolean {
  if (
    !/^(?:be|total|amount|cover|run|come|stand|reach|grow|rise|swell|exceed|pass|climb|hit|value|fall|become|remain|surpass|top|widen|narrow|double|treble|jump|increase|drop|go|start|begin|end)$/.test(
      group.lemma,
    )
  )
    return false;
  for (let at = from; at < group.first; at++)
    if (/^(?:,|;|:)$/.test(wordAt(parsed, at)) && !parsed.cover[at])
      return at - from > 0 && /^(?:which|,)$/.test(wordAt(parsed, group.first - 1)) === false
        ? wordAt(parsed, group.first - 1) === ","
        : true;
  return true;
}

function endsClause(parsed: Parsed, at: number, word: string): boolean {
  if (word === ";" || word === ":" || word === "—" || (word === "–" && !parsed.cover[at - 1])) return true;
  if (subordinators.has(word) || word === "but") return true;
  if (word === "which" || word === "who" || word === "whose") return true;
  if (word === "that" && parsed.verbs.some((group) => group.first === at + 1 || group.first === at + 2)) return true;
  if (word === "as" && wordAt(parsed, at - 1) === ",") return true;
  return false;
}

/** "its", "their", "our" own what follows; they are no subject. */
export function ownDeterminer(parsed: Parsed, one: Mention): boolean {
  return one.via === "pronoun" && /^(?:its|their|our|your)$/.test(wordAt(parsed, one.first));
}
