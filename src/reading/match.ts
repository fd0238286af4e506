/** Lays patterns on a parsed sentence: where a verb or noun carries one, its parties and figures are filled in. */

import type { Span } from "../model/claim.ts";
import type { PartyId } from "../model/id.ts";
import type { Mention } from "./mentions.ts";
import type { NameIndex } from "./names.ts";
import type { CompiledPattern, PatternIndex } from "./pattern.ts";
import type { Quantity } from "./quantities.ts";
import { type Argument, type Arguments, afterVerb, aroundNoun, type Parsed, type VerbGroup } from "./syntax.ts";

/** A pattern with its places filled. */
export interface Match {
  readonly pattern: CompiledPattern;
  readonly roles: Readonly<Record<string, PartyId>>;
  readonly quantity: Quantity | null;
  readonly chip: string | null;
  /** The verb that governs the statement: its mood decides the status. */
  readonly group: VerbGroup | null;
  readonly noun: number | null;
  /** [first, next) of the tokens that carry it, and of the clause around. */
  readonly first: number;
  readonly next: number;
  readonly clause: Span;
  readonly score: number;
}

interface Site {
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

/** Every way in which a pattern fits the sentence; rivals for one figure are settled by `settleMatches`. */
export function findMatches(parsed: Parsed, patterns: PatternIndex, topic: PartyId | null, names: NameIndex): Match[] {
  const matches: Match[] = [];
  for (const group of parsed.verbs) {
    const list = patterns.verbs.get(group.lemma);
    if (!list) continue;
    const site: Site = { parsed, topic, names, group, noun: null, args: afterVerb(parsed, group), governs: null };
    for (const pattern of list) matches.push(...fit(pattern, site));
  }
  parsed.tokens.forEach((token, at) => {
    if (token.kind !== "word" || (parsed.cover[at] && !("idle" in parsed.cover[at]!))) return;
    const list = patterns.nouns.get(token.lower) ?? patterns.nouns.get(singularOf(token.lower));
    if (!list || parsed.verbs.some((group) => group.head === at)) return;
    const args = aroundNoun(parsed, at);
    const { group, governs } = governor(parsed, at, args.first);
    for (const pattern of list) matches.push(...fit(pattern, { parsed, topic, names, group, noun: at, args, governs }));
  });
  return matches;
}

export function singularOf(word: string): string {
  // "Azure credits" are no credit.
  if (/(?:ss|us|is)$/.test(word) || word === "credits") return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

/** The verb of which a noun is the object, or else the subject. */
function governor(parsed: Parsed, noun: number, first: number): Pick<Site, "group" | "governs"> {
  const before = parsed.verbs.filter((group) => group.next <= first && !barred(parsed, group.next, first)).at(-1);
  const after = parsed.verbs.find((group) => group.first > noun && !barred(parsed, noun, group.first));
  if (after && after.subjectNoun !== null && Math.abs(after.subjectNoun - noun) <= 1 && after.finite)
    return { group: after, governs: "subject" };
  if (before) return { group: before, governs: "object" };
  if (after) return { group: after, governs: "subject" };
  return { group: null, governs: null };
}

function barred(parsed: Parsed, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (parsed.cover[at]) continue;
    if (/^(?:;|:|—|while|whereas|because|although|but|which|who)$/.test(parsed.tokens[at]!.lower)) return true;
  }
  return false;
}

function fit(pattern: CompiledPattern, site: Site): Match[] {
  const { parsed, args } = site;
  const start = clauseStart(site);
  const text = clauseText(parsed, start, args.next);
  if (pattern.needs && !pattern.needs.test(text)) return [];
  if (pattern.unless?.test(text)) return [];
  const filled = fillRoles(pattern, site);
  if (!filled) return [];
  const chips = pattern.chip ? chipsOf(pattern, site) : [null];
  if (chips.length === 0) return [];
  const figures = figuresOf(pattern, site);
  if (figures.length === 0) return [];
  const matches: Match[] = [];
  const sets =
    pairwise(pattern, site, filled, text) ??
    distribute(pattern, filled).flatMap((roles) => figures.map((figure) => ({ roles, figure })));
  for (const { roles, figure } of sets) {
    for (const chip of chips)
      matches.push(
        build(
          pattern,
          site,
          withVendor(orient(pattern, roles, site.names), chip, site.names),
          filled,
          figure,
          chip,
          start,
        ),
      );
  }
  return matches;
}

type Filled = ReadonlyMap<string, readonly Mention[]>;

function fillRoles(pattern: CompiledPattern, site: Site): Filled | null {
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
    default:
      return inPlace(place);
  }
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

function chipsOf(pattern: CompiledPattern, site: Site): (string | null)[] {
  const { parsed, args } = site;
  const start = site.group && site.noun === null && site.group.passive ? clauseStart(site) : args.first;
  const families = parsed.chips
    .filter((chip) => chip.first >= start && chip.first < args.next)
    .map((chip) => chip.chip!);
  const named = [...new Set(families)];
  const specific = named.filter((family) => family !== "gpu");
  const chosen = specific.length > 0 ? specific : named;
  if (chosen.length > 0) return chosen;
  return pattern.chip === "needed" ? [] : [null];
}

/** One figure of each type that the pattern takes, the nearest first; null where it needs none. */
function figuresOf(pattern: CompiledPattern, site: Site): (Quantity | null)[] {
  if (pattern.types.length === 0) return [null];
  const { parsed, args, group, noun } = site;
  const listed: Argument<Quantity>[] = [...args.quantities];
  if (group && noun === null && group.passive) listed.push(...subjectFigures(parsed, group));
  if (noun !== null && site.governs === "object" && args.quantities.length === 0 && group)
    listed.push(...betweenFigures(parsed, group.next, args.first));
  const found: Quantity[] = [];
  for (const type of pattern.types) {
    const fitting = listed.filter(
      (one) => one.item.type === type && !one.item.idle && one.depth <= 2 && figurePlace(pattern, one),
    );
    const moved =
      fitting.some((one) => one.role === "to" || one.role === "at") && fitting.some((one) => one.role === "from");
    const chosen = (moved ? fitting.filter((one) => one.role !== "from") : fitting)[0];
    if (chosen) found.push(chosen.item);
  }
  if (found.length > 0) return found;
  return pattern.figureOptional ? [null] : [];
}

function figurePlace(pattern: CompiledPattern, one: Argument<Quantity>): boolean {
  return pattern.figurePlaces === null || pattern.figurePlaces.has(one.role);
}

/** "$5 billion was invested": in a passive the figure is the subject. */
function subjectFigures(parsed: Parsed, group: VerbGroup): Argument<Quantity>[] {
  const found: Argument<Quantity>[] = [];
  for (let at = group.first - 1; at >= Math.max(0, group.first - 14); at--) {
    const entity = parsed.cover[at];
    if (entity && "idle" in entity) {
      found.push({ item: entity, role: "object", at: entity.first, depth: 0 });
      at = entity.first;
    } else if (
      /^(?:;|:|—|that|which|while|but)$/.test(parsed.tokens[at]!.lower) ||
      parsed.verbs.some((one) => one !== group && one.finite && at >= one.first && at < one.next)
    )
      break;
  }
  return found;
}

function betweenFigures(parsed: Parsed, from: number, to: number): Argument<Quantity>[] {
  return parsed.quantities
    .filter((one) => one.first >= from && one.next <= to && to - one.next <= 6)
    .map((item) => ({ item, role: "between", at: item.first, depth: 0 }));
}

/** "A and B will invest 5 and 10 respectively": the nth figure belongs to the nth party. */
function pairwise(
  pattern: CompiledPattern,
  site: Site,
  filled: Filled,
  text: string,
): { roles: Record<string, PartyId>; figure: Quantity }[] | null {
  if (!text.includes("respectively") || pattern.types.length === 0) return null;
  const many = [...filled].find(([, list]) => list.length > 1);
  if (!many) return null;
  const figures = site.args.quantities
    .filter((one) => one.item.type === pattern.types[0] && !one.item.idle)
    .map((one) => one.item);
  if (figures.length !== many[1].length) return null;
  const base = Object.fromEntries([...filled].map(([role, list]) => [role, list[0]!.party]));
  return many[1].map((one, nth) => ({ roles: { ...base, [many[0]]: one.party }, figure: figures[nth]! }));
}

const supplyRank: Readonly<Record<string, number>> = {
  datacenter: 6,
  neocloud: 5,
  cloud: 4,
  energy: 6,
  "server-maker": 3,
  chipmaker: 2,
  foundry: 2,
  unknown: 3,
  enterprise: 1,
  government: 0,
  "sovereign-fund": 0,
  investor: 0,
  bank: 0,
  lab: 1,
  regulator: 0,
};

/** Where the words leave open which of two parties supplies, what they are decides: a lab buys from a cloud, a cloud from a landlord. */
function orient(pattern: CompiledPattern, roles: Record<string, PartyId>, names: NameIndex): Record<string, PartyId> {
  if (!pattern.either) return roles;
  const [customer, provider] = pattern.either;
  const buys = roles[customer];
  const sells = roles[provider];
  if (buys === undefined || sells === undefined || suppliesMore(sells, names) >= suppliesMore(buys, names))
    return roles;
  return { ...roles, [customer]: sells, [provider]: buys };
}

function suppliesMore(party: PartyId, names: NameIndex): number {
  const known = names.parties.get(party);
  if (known) return supplyRank[known.kind] ?? 2;
  if (
    /(?:^|-)(?:cloud|compute|hosting|data|cent(?:er|re)s?|mining|digital|infrastructure|energy|power|grid|colo\w*|campus|edge)(?:-|$)/.test(
      party,
    )
  )
    return 4.5;
  return /(?:^|-)(?:ai|labs?|intelligence|mission|university|ministry|bank|robotics|bio\w*)(?:-|$)/.test(party) ? 1 : 3;
}

/** A chip family names its vendor where the words do not. */
function withVendor(roles: Record<string, PartyId>, chip: string | null, names: NameIndex): Record<string, PartyId> {
  if (chip === null || roles.vendor !== undefined) return roles;
  const vendor = names.chipFamilies.get(chip);
  return vendor ? { ...roles, vendor } : roles;
}

function distribute(pattern: CompiledPattern, filled: Filled): Record<string, PartyId>[] {
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

function build(
  pattern: CompiledPattern,
  site: Site,
  roles: Record<string, PartyId>,
  filled: Filled,
  figure: Quantity | null,
  chip: string | null,
  start: number,
): Match {
  const { parsed, group, noun, args } = site;
  const ends: [number, number][] = [];
  if (noun !== null) ends.push([noun, noun + 1]);
  if (group && (noun === null || site.governs === "object")) ends.push([group.first, group.next]);
  for (const list of filled.values()) for (const one of list) if (one.first >= 0) ends.push([one.first, one.next]);
  if (figure) ends.push([figure.first, figure.next]);
  if (chip)
    for (const hit of parsed.chips)
      if (hit.chip === chip && hit.first >= args.first && hit.first < args.next) ends.push([hit.first, hit.next]);
  const first = Math.min(...ends.map(([from]) => from));
  const next = Math.max(...ends.map(([, to]) => to));
  const owned = figure && noun !== null && figure.next <= noun ? 0.4 : 0;
  const far = figure ? Math.min(1, Math.abs(figure.first - (noun ?? group?.head ?? 0)) / 40) : 0;
  const guessed = [...filled.values()].filter((list) => list[0]!.first < 0).length;
  const score =
    (pattern.rank ?? 0) + (noun !== null ? 0.2 : 0) + owned - far - guessed * 0.5 + Object.keys(roles).length * 0.1;
  return { pattern, roles, quantity: figure, chip, group, noun, first, next, clause: [start, args.next], score };
}

function clauseStart(site: Site): number {
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

export function clauseText(parsed: Parsed, first: number, next: number): string {
  let text = "";
  for (let at = Math.max(0, first); at < Math.min(next, parsed.tokens.length); at++)
    text += (at > first ? " " : "") + parsed.tokens[at]!.lower;
  return text;
}
