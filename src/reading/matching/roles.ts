/** Which parties fill the roles of a pattern? */

import type { PartyId } from "../../model/id.ts";
import { lineage } from "../../model/party.ts";
import type { Mention } from "../mentions.ts";
import type { CompiledPattern } from "../pattern.ts";
import type { Argument, Parsed } from "../syntax.ts";
import { clauseStart, type Site } from "./site.ts";

/** The parties in each role. */
export type Filled = ReadonlyMap<string, readonly Mention[]>;

/** The parties in each role of a pattern; null where one that must be filled stays empty. */
export function fillRoles(pattern: CompiledPattern, site: Site): Filled | null {
  const filled = new Map<string, readonly Mention[]>();
  const used = new Set<PartyId>();
  for (const [role, places, optional] of pattern.places) {
    let found: readonly Mention[] = [];
    for (const place of places) {
      found = partiesAt(place, site).filter(
        (one) =>
          !used.has(one.party) && allowed(pattern, role, one) && (one.via !== "product" || pattern.metric === "users"),
      );
      if (found.length > 0) break;
    }
    if (found.length === 0) {
      if (optional) continue;
      return null;
    }
    filled.set(role, found);
    for (const one of found) used.add(one.party);
  }
  return filled;
}

function allowed(pattern: CompiledPattern, role: string, one: Mention): boolean {
  const kinds = pattern.only?.[role];
  return !kinds || kinds.includes(one.kind);
}

function partiesAt(place: string, site: Site): readonly Mention[] {
  const { group, args, parsed, topic } = site;
  const inPlace = (role: string): Mention[] =>
    firstRun(
      parsed,
      args.parties.filter((one) => one.role === role),
    );
  switch (place) {
    case "subject":
      if (!group) return [];
      if (site.noun !== null && site.governs === "subject") return [];
      if (group.passive && site.noun === null) return [...inPlace("by"), ...inPlace("led")];
      // "Raised $500m, led by …": a line that begins with its verb speaks of the passage's party.
      if (group.subject.length === 0 && group.first <= 1 && group.finite && topic) return [topicMention(topic)];
      return group.subject;
    case "object":
      if (group?.passive && site.noun === null) return group.subject;
      return inPlace("object");
    case "patient":
      // The subject, whatever the voice: what the sentence is about.
      return group ? group.subject : [];
    case "topic":
      return topic ? [topicMention(topic)] : [];
    case "near":
      return nearest(site);
    case "pair":
      return otherOfPair(site);
    default:
      return inPlace(place);
  }
}

/** "The two announced a contract under which AWS will provide …": of the two the one that the subject does not belong to. */
function otherOfPair({ parsed, group, names }: Site): Mention[] {
  const [subject] = group?.subject ?? [];
  if (!subject || subject.pair) return [];
  const familyOf = (party: PartyId): PartyId => lineage(party, names.parties).at(-1)!;
  const others = parsed.mentions.filter(
    (one) => one.pair && one.next <= subject.first && familyOf(one.party) !== familyOf(subject.party),
  );
  return others.length === 1 ? others : [];
}

function topicMention(party: PartyId): Mention {
  return { party, via: "pronoun", kind: "unknown", first: -1, next: -1 };
}

/** The first party in a place with those listed beside it: "from Microsoft and Nvidia". */
function firstRun(parsed: Parsed, list: readonly Argument<Mention>[]): Mention[] {
  const run: Mention[] = [];
  for (const { item } of list) {
    const last = run.at(-1);
    if (last && !joined(parsed, last, item)) break;
    run.push(item);
  }
  return run;
}

function joined(parsed: Parsed, a: Mention, b: Mention): boolean {
  const [left, right] = a.first < b.first ? [a, b] : [b, a];
  for (let at = left.next; at < right.first; at++)
    if (!/^(?:,|and|or|&|\/|'s|both|\(|\)|the)$/.test(parsed.tokens[at]!.lower) && !parsed.cover[at]) return false;
  return true;
}

function nearest(site: Site): Mention[] {
  const { parsed, args, group, noun } = site;
  const centre = noun ?? group?.head ?? args.first;
  const inside = parsed.mentions.filter((one) => one.first >= clauseStart(site) && one.next <= args.next);
  return [...inside].sort((a, b) => Math.abs(a.first - centre) - Math.abs(b.first - centre)).slice(0, 1);
}

/** The roles of each claim: one for each party of a role that is told apart, else one with the others as `role-2`, `role-3`. */
export function distribute(pattern: CompiledPattern, filled: Filled): Record<string, PartyId>[] {
  const base: Record<string, PartyId> = {};
  for (const [role, list] of filled) {
    base[role] = list[0]!.party;
    if (pattern.each === role) continue;
    list.slice(1).forEach((one, at) => {
      if (role === "counterparty-1") base[`counterparty-${at + 2}`] = one.party;
      else base[`${role}-${at + 2}`] = one.party;
    });
  }
  const many = pattern.each ? (filled.get(pattern.each) ?? []) : [];
  if (many.length < 2) return [base];
  return many.map((one) => ({ ...base, [pattern.each!]: one.party }));
}
