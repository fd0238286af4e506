/**
 * Which ids do registered parties have by the names that a text itself gives them?
 *
 * A register has one id for an organisation, `mizuho`; a text that writes "Mizuho Bank" speaks of `mizuho-bank`. A reading keeps the register's ids, which
 * join what many documents say; a claim that is shown by itself says what its own document says.
 */

import type { Claim } from "../model/claim.ts";
import { type PartyId, partyIdOf } from "../model/id.ts";
import type { ReadSentence } from "./mentions.ts";
import type { NameIndex } from "./names.ts";

/** The id that a registered party has by the fullest name of a text, for each party that has another there than in the register. */
export function writtenIds(sentences: readonly ReadSentence[], { parties }: NameIndex): Map<PartyId, PartyId> {
  const forms = new Map<PartyId, Set<string>>();
  for (const { mentions, tokens } of sentences)
    for (const { party, via, first, next } of mentions) {
      const known = parties.get(party);
      // "Washington" is no name of a government's own.
      if (via !== "name" || !known || known.kind === "government" || tokens[first]!.lower === "the") continue;
      let form = tokens[first]!.text;
      for (let at = first + 1; at < next; at++) form += ` ${tokens[at]!.text}`;
      const own = forms.get(party);
      if (own) own.add(form);
      else forms.set(party, new Set([form]));
    }
  const written = new Map<PartyId, PartyId>();
  for (const [party, own] of forms) {
    const id = fullest(new Map([...own].map((form) => [partyIdOf(form), form])), party, parties.get(party)!.name);
    if (id !== party) written.set(party, id);
  }
  return written;
}

/** A claim with its parties as its text names them; `registered` tells what the register calls those. */
export type WrittenClaim = Claim & { readonly registered?: Readonly<Record<PartyId, PartyId>> };

export function asWritten(claim: Claim, written: ReadonlyMap<PartyId, PartyId>): WrittenClaim {
  const named = Object.entries(claim.roles).filter(([, party]) => written.has(party));
  if (named.length === 0) return claim;
  const roles = named.map(([role, party]) => [role, written.get(party)!]);
  const registered = named.map(([, party]) => [written.get(party)!, party]);
  return {
    ...claim,
    roles: { ...claim.roles, ...Object.fromEntries(roles) },
    registered: Object.fromEntries(registered),
  };
}

/** Of names that share a word with the register's the longest, else of all that are no ticker: "Iris Energy" beside "IREN" was its name once. */
function fullest(forms: ReadonlyMap<PartyId, string>, party: PartyId, name: string): PartyId {
  const known = new Set([...wordsOf(party), ...wordsOf(partyIdOf(name))]);
  const alike = [...forms.keys()].filter((id) => wordsOf(id).some((word) => known.has(word)));
  const ids = alike.length > 0 ? alike : [...forms].filter(([, form]) => !isTicker(form, name)).map(([id]) => id);
  const longest = ids.reduce((best, id) => (isFuller(id, best) ? id : best), ids[0] ?? party);
  const bare = longest.replace(/-group$/, "") as PartyId;
  return forms.has(bare) || bare === party ? bare : longest;
}

function isFuller(id: PartyId, other: PartyId): boolean {
  return (wordsOf(id).length - wordsOf(other).length || id.length - other.length) > 0;
}

/** "MSFT", "CRWV.O", but not "EIB", which is how the European Investment Bank is called. */
function isTicker(form: string, name: string): boolean {
  const initials = wordsOf(partyIdOf(name)).map((word) => word[0]);
  return /^[A-Z]{3,5}(?:\.[A-Z]+)?$/.test(form) && !initials.join("").startsWith(form.toLowerCase());
}

function wordsOf(id: PartyId): string[] {
  return id.split("-");
}
