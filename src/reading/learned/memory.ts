/** What was claimed so far in a document, as the networks see it: a text goes on about whom it has just told something of. */

import type { ClaimKind, Metric } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import type { Token } from "../tokens.ts";
import { addFeature, type Features, pair, symbol } from "./features.ts";
import { wordOf } from "./words.ts";

/** A claim that was read. */
export interface Told {
  readonly kind: ClaimKind;
  readonly metric: Metric | null;
  readonly roles: Readonly<Record<string, PartyId>>;
  /** Whether it tells how much. */
  readonly figured: boolean;
  /** The chip family that it is about. */
  readonly chip: string | null;
  /** The numbers of its sentence among those that are read, of its paragraph and of the passage under one heading. */
  readonly sentence: number;
  readonly paragraph: number;
  readonly passage: number;
  /** The first token of its anchor. */
  readonly first: number;
}

/** The claims of a document so far. */
export interface Memory {
  /** The last one last. */
  readonly told: Told[];
  /** The roles that each party has held, by their numbers. */
  readonly held: Map<PartyId, Set<number>>;
}

/** What is remembered at a place: the last few claims before it, the nearest first, and who has held which role. */
export interface Recalled {
  readonly told: readonly Told[];
  readonly held: ReadonlyMap<PartyId, ReadonlySet<number>>;
}

/** Claims further back than this, and sentences, tell too little. */
const mostTold = 3;
const mostSentences = 6;
/** What was claimed above a heading or in the paragraph before tells less of whom this one is about. */
const apart = 4;

export function emptyMemory(): Memory {
  return { told: [], held: new Map() };
}

/** Adds a claim to what is remembered. */
export function remember({ told, held }: Memory, one: Told): void {
  told.push(one);
  for (const role in one.roles) {
    const party = one.roles[role]!;
    const roles = held.get(party);
    if (roles) roles.add(roleSymbol(sortOf(one), role));
    else held.set(party, new Set([roleSymbol(sortOf(one), role)]));
  }
}

/** A claim's kind; who holds a share of another's revenue is its customer, who is merely depended on mostly a supplier. */
function sortOf({ kind, figured }: Told): string {
  return kind === "dependence" && figured ? "dependence, of a share" : kind;
}

/** What is remembered before a sentence's next anchor. */
export function recall({ told, held }: Memory, sentence: number): Recalled {
  const recent: Told[] = [];
  for (let at = told.length - 1; at >= 0 && recent.length < mostTold; at--) {
    if (sentence - told[at]!.sentence > mostSentences) break;
    recent.push(told[at]!);
  }
  return { told: recent, held };
}

const kindTold = [0, 1, 2].map((nth) => symbol(`told ${nth}`));
const kindToldWhen = symbol("told when");
const kindPointed = symbol("told, pointed at");
const toldNothing = symbol("told nothing");

/** Where the next claim stands. */
interface Place {
  readonly number: number;
  readonly paragraph: number;
  readonly passage: number;
  /** The noun by which its sentence points back at a deal; 0 for none. */
  readonly pointed: number;
}

/** "That facility permits …", "of which £60m has been drawn": the number of the noun by which a sentence points back at what was told; 0 where none does. */
export function pointedAt(tokens: readonly Token[]): number {
  for (let at = 0; at < tokens.length; at++) {
    const { lower } = tokens[at]!;
    if (lower === "of" && /^(?:it|which|that|this|these|them)$/.test(tokens[at + 1]?.lower ?? "")) return ofIt;
    if (!/^(?:the|that|this|these|such|its)$/.test(lower)) continue;
    for (let next = at + 1; next < Math.min(tokens.length, at + 4) && tokens[next]!.kind === "word"; next++)
      if (deals.has(tokens[next]!.lower)) return pair(symbol(lower), wordOf(tokens[next]!.lower).symbol);
  }
  return 0;
}

const ofIt = symbol("of it");

/** What deals are called. */
export const deals: ReadonlySet<string> = new Set(
  "agreement amount bid bond bonds capacity cheque commitment contract cost credit deal debt equity facility financing first fundraising funds fundraise funding guarantee holding investment lease line loan loans maturity merger money note notes offer offering option order orders package payment placement pledge price proceeds purchase raise remainder rent rest right rights round sale sales second shares stake sum takeover term total transaction tranche value warrant warrants".split(
    " ",
  ),
);

/** What earlier claims say of the kind of the next. */
export function toldKinds({ told }: Recalled, place: Place, to: Features): void {
  if (told.length === 0) addFeature(to, toldNothing);
  told.forEach((one, nth) => {
    const label = symbol(one.metric ? `${one.kind}:${one.metric}` : sortOf(one));
    addFeature(to, pair(kindTold[nth]!, label));
    if (nth > 0) return;
    const when = whenOf(one, place);
    addFeature(to, pair(kindToldWhen, pair(label, when)));
    if (place.pointed !== 0 && when < apart) addFeature(to, pair(kindPointed, pair(label, place.pointed)));
  });
}

const held = symbol("held");
const heldWhen = symbol("held when");
const heldNth = symbol("held nth");
const heldAs = symbol("held, asked for");
const heldPointed = symbol("held, pointed at");
const heldHere = symbol("held this role somewhere");
const unheld = symbol("not held");
const unheldAs = symbol("not held, asked for");
const open = symbol("left open");

/** What earlier claims say of a candidate; whatever the role. */
export function toldOf(party: PartyId | null, recalled: Recalled, place: Place, to: Features): void {
  recalled.told.forEach((one, nth) => {
    const when = whenOf(one, place);
    const role = roleIn(one, party);
    if (role === null) {
      if (party !== null) addFeature(to, pair(unheld, pair(nth, when)));
      return;
    }
    const as = roleSymbol(sortOf(one), role);
    if (when < apart) addFeature(to, pair(held, as));
    addFeature(to, pair(heldWhen, pair(as, when)));
    addFeature(to, pair(heldNth, pair(nth, when)));
  });
}

/** What earlier claims say of a candidate in the very role that is asked for; null is nobody. */
export function toldFor(
  kind: ClaimKind,
  role: string,
  party: PartyId | null,
  recalled: Recalled,
  place: Place,
  to: Features,
): void {
  const asked = roleSymbol(kind, role);
  recalled.told.forEach((one, nth) => {
    if (nth > 1) return;
    const when = pair(nth, whenOf(one, place));
    if (party === null) {
      addFeature(to, pair(open, pair(asked, symbol(sortOf(one) + (one.roles[role] === undefined)))));
      return;
    }
    const had = roleIn(one, party);
    if (had === null) {
      addFeature(to, pair(unheldAs, pair(asked, symbol(sortOf(one)))));
      return;
    }
    const as = pair(asked, roleSymbol(sortOf(one), had));
    const close = whenOf(one, place) < apart;
    if (close) addFeature(to, pair(heldAs, as));
    if (close && place.pointed !== 0) addFeature(to, pair(heldPointed, pair(as, place.pointed)));
    addFeature(to, pair(heldAs, pair(as, when)));
  });
  if (party !== null && recalled.held.get(party)?.has(asked)) addFeature(to, pair(heldHere, asked));
}

const roleSymbols = new Map<string, Map<string, number>>();

/** The number of a role of a kind, computed once. */
function roleSymbol(kind: string, role: string): number {
  const roles = roleSymbols.get(kind) ?? new Map<string, number>();
  const number = roles.get(role) ?? symbol(`${kind}.${role}`);
  if (!roles.has(role)) roleSymbols.set(kind, roles.set(role, number));
  return number;
}

function roleIn(told: Told, party: PartyId | null): string | null {
  for (const role in told.roles) if (told.roles[role] === party) return role;
  return null;
}

/** How many sentences back, no more than three; four above a heading, five in a paragraph before. */
function whenOf(told: Told, { number, paragraph, passage }: Place): number {
  if (told.passage !== passage) return 4;
  return told.paragraph === paragraph ? Math.min(3, number - told.sentence) : 5;
}
