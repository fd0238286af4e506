/** How is a sentence put together? Its verbs, each with its subject, and the entity that covers each token. */

import type { Mention } from "../mentions.ts";
import type { NameHit } from "../names.ts";
import type { Quantity } from "../quantities.ts";
import type { Parsed, VerbGroup } from "../syntax.ts";
import type { Token } from "../tokens.ts";
import { findSubject } from "./subjects.ts";
import { groupAt } from "./verb-groups.ts";

/** Finds the verb groups of a sentence and their subjects. */
export function parse(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  quantities: readonly Quantity[],
  chips: readonly NameHit[],
): Parsed {
  const cover: (Mention | Quantity | NameHit | null)[] = new Array(tokens.length).fill(null);
  for (const entity of [...chips, ...mentions, ...quantities])
    for (let at = entity.first; at < entity.next; at++) cover[at] = entity;
  const verbs: VerbGroup[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const group = groupAt(tokens, at, cover, verbs.at(-1) ?? null);
    if (!group) continue;
    verbs.push(group);
    at = group.next - 1;
  }
  const parsed: Parsed = {
    tokens,
    mentions,
    quantities,
    chips,
    verbs,
    cover,
    known: { verbs: new Map(), nouns: new Map(), signs: null },
  };
  verbs.forEach((group, index) => {
    findSubject(parsed, group, index);
    if (group.subjectNoun !== null && group.subjectNoun < 0) group.subjectNoun = null;
  });
  return parsed;
}
