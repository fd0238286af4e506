/** Where is a pattern laid: on which verb or noun, in which clause? */

import type { PartyId } from "../../model/id.ts";
import type { NameIndex } from "../names.ts";
import type { Arguments, Parsed, VerbGroup } from "../syntax.ts";

/** A place where a pattern is laid: a verb or noun with its arguments. */
export interface Site {
  readonly parsed: Parsed;
  /** Whom the passage is about. */
  readonly topic: PartyId | null;
  readonly names: NameIndex;
  readonly group: VerbGroup | null;
  readonly noun: number | null;
  readonly args: Arguments;
  /** The noun is the object of this verb, or its subject. */
  readonly governs: "object" | "subject" | null;
}

/** The first token of the clause in which a pattern is laid. */
export function clauseStart(site: Site): number {
  const { parsed, group, noun, args } = site;
  const anchor = group && (noun === null || group.first < noun) ? group : null;
  const subject = anchor?.subject[0];
  const from = Math.min(
    args.first,
    anchor ? anchor.first : args.first,
    subject && subject.first < (anchor?.first ?? 0) ? subject.first : args.first,
    noun ?? args.first,
  );
  let at = from;
  while (at > 0 && from - at < 12 && !/^(?:[.;:—]|while|but|which|who)$/.test(parsed.tokens[at - 1]!.lower)) at--;
  return at;
}

/** The words of a clause in lower case, a space between each two. */
export function clauseText(parsed: Parsed, first: number, next: number): string {
  let text = "";
  for (let at = Math.max(0, first); at < Math.min(next, parsed.tokens.length); at++)
    text += (at > first ? " " : "") + parsed.tokens[at]!.lower;
  return text;
}
