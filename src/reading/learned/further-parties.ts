/** Parties beside those that fill the roles: a second investor, each of two dependents, the nth of a list. */

import type { ClaimKind } from "../../model/claim.ts";
import type { PartyId } from "../../model/id.ts";
import { currencySigns } from "../figures/currencies.ts";
import type { Mention } from "../mentions.ts";
import type { Parsed } from "../syntax.ts";
import type { Token } from "../tokens.ts";
import type { Anchor } from "./anchors.ts";
import type { Filled } from "./assign-roles.ts";
import type { Context } from "./context.ts";
import type { Decoded } from "./decode.ts";

/** "A and B will invest 5 and 10 respectively": the nth figure belongs to the nth party of the list before it. */
export function inOrder(decoded: readonly Decoded[], parsed: Parsed): Decoded[] {
  if (!parsed.tokens.some((token) => token.lower === "respectively")) return [...decoded];
  return decoded.map((one) => {
    const { match } = one;
    const siblings = decoded.filter(
      (other) => other.match.pattern.kind === match.pattern.kind && other.match.quantity?.type === match.quantity?.type,
    );
    const list = listOf(parsed, siblings.length);
    if (match.quantity === null || siblings.length < 2 || list === null) return one;
    const role = Object.keys(match.roles).find((name) => list.includes(match.roles[name]!));
    if (role === undefined) return one;
    const nth = siblings.filter((other) => other.match.quantity!.first < match.quantity!.first).length;
    return { ...one, match: { ...match, roles: { ...match.roles, [role]: list[nth]! } } };
  });
}

/** The first run of as many parties named together; null where there is none. */
function listOf(parsed: Parsed, length: number): PartyId[] | null {
  const { mentions } = parsed;
  for (let at = 0; at + length <= mentions.length; at++) {
    const run = mentions.slice(at, at + length);
    if (run.every((one, nth) => nth === 0 || joined(parsed, run[nth - 1]!, one))) return run.map((one) => one.party);
  }
  return null;
}

/** Roles in which each of several parties makes a claim of its own, where no figure is told. */
const eachOf: Partial<Readonly<Record<ClaimKind, readonly string[]>>> = {
  "chip-adoption": ["user"],
  "chip-supply": ["customer", "vendor"],
  acquisition: ["target"],
  investment: ["investee"],
  "compute-contract": ["customer", "provider"],
  dependence: ["dependent", "supplier"],
};

/** And where one is told. */
const eachOfSum: Partial<Readonly<Record<ClaimKind, readonly string[]>>> = {
  "chip-adoption": ["user"],
  "chip-supply": ["customer"],
  "compute-contract": ["customer"],
  dependence: ["dependent", "supplier"],
};

/** Of several investors, lenders or holders the first fills the role; those named with it follow as `investor-2`, `investor-3`. */
const followOf: Readonly<Record<string, string>> = {
  investment: "investor",
  financing: "lender",
  acquisition: "acquirer",
  "secondary-sale": "buyer",
};

function followers(
  parsed: Parsed,
  role: string,
  leader: { first: number; next: number },
  taken: Readonly<Record<string, PartyId>>,
): Record<string, PartyId> {
  const more: Record<string, PartyId> = {};
  let last = leader;
  let nth = 2;
  for (const mention of parsed.mentions) {
    if (mention.first < last.next || !joined(parsed, last, mention)) continue;
    if ([...Object.values(taken), ...Object.values(more)].includes(mention.party)) continue;
    more[`${role}-${nth++}`] = mention.party;
    last = mention;
  }
  return more;
}

/** What is said of whom, between "with participation from" and a name: "the pension fund Storebo", "existing investor Bessemer". */
const besideNames =
  /^(?:the|a|an|its|their|existing|new|earlier|early|previous|strategic|investors?|backers?|shareholders?|sovereign|pension|wealth|venture|chip|fund|funds|bank|lender|insurer|maker|chipmaker|group|firm|company|giant|arm|'s)$/;
const takesPart =
  /^(?:participat|join|follow|tak|took|also|contribut|invest|co-?invest|chip|com|came|in$|among|alongside|too$)/;
const giving = /^(?:participation|investments?|money|support|backing|contributions?|cheques?|checks?|capital|funding)$/;
/** In tokens. */
const mostBesideNames = 5;

/**
 * Who else took part in a round: "led by A, with participation from B and C", "with B and C following", "joined by B", "and B took part"; in the
 * sentence after it, `isAfter`, "B and C also took part".
 */
function participants({ tokens, mentions }: Spoken, from: number, isAfter: boolean): PartyId[] {
  const found: PartyId[] = [];
  let last: Mention | null = null;
  mentions.forEach((mention, at) => {
    if (mention.first < from || mention.via !== "name") return;
    const lead = leadOf(tokens, mention.first);
    const opener = tokens[lead]?.lower ?? "";
    const before = tokens[lead - 1]?.lower ?? "";
    const end = endOfList(mentions, at, tokens);
    const tail = tokens[end];
    const goesOn = last !== null && joints(tokens, last.next, lead + 1);
    const given = opener === "from" && giving.test(before);
    const joinedBy = opener === "by" && /^(?:joined|followed|accompanied)$/.test(before);
    const closes = tail === undefined || tail.kind === "sign" || takesPart.test(tail.lower);
    const beside = (opener === "with" || opener === "alongside") && closes && tail?.text !== "(";
    const opens = isAfter ? lead < 0 : /^(?:,|and|;|while)$/.test(opener);
    const says = opens && saysSo.test(`${tail?.lower} ${tokens[end + 1]?.lower} ${tokens[end + 2]?.lower}`);
    if (!(goesOn || given || joinedBy || beside || says)) return;
    last = mention;
    found.push(mention.party);
  });
  return found;
}

const saysSo = /^(?:also )?(?:participated|joined|join|followed|co-?invested|took part)/;

/** Where the token stands that leads up to a name, what is said of whose name it is left out. */
function leadOf(tokens: readonly Token[], first: number): number {
  let lead = first - 1;
  while (lead >= 0 && first - lead <= mostBesideNames && besideNames.test(tokens[lead]!.lower)) lead--;
  return lead;
}

/** What a sentence says, and of whom. */
interface Spoken {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
}

/** Whether only the joints of a list stand there. */
function joints(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > 2) return false;
  for (let at = from; at < to; at++) if (!/^(?:,|and|&)$/.test(tokens[at]!.lower)) return false;
  return true;
}

/** Where the list ends that a name begins or goes on in. */
function endOfList(mentions: readonly Mention[], at: number, tokens: readonly Token[]): number {
  let end = mentions[at]!.next;
  for (const next of mentions.slice(at + 1)) {
    if (next.first < end) continue;
    if (!joints(tokens, end, leadOf(tokens, next.first) + 1)) break;
    end = next.next;
  }
  return end;
}

/** "Both firms depend on X": parties named together in a role that each holds alone make a claim each. */
export function spread(
  kind: ClaimKind,
  filled: Filled,
  { first, quantity }: Anchor,
  { parsed, later }: Context,
): Readonly<Record<string, PartyId>>[] {
  const roles: Readonly<Record<string, PartyId>>[] = [filled.roles];
  const figured = quantity !== null;
  const follow = followOf[kind];
  const leader = follow ? filled.chosen.get(follow)?.mention : null;
  if (follow && leader) roles[0] = { ...filled.roles, ...followers(parsed, follow, leader, filled.roles) };
  if (kind === "investment" && filled.roles.investor !== undefined) {
    const beside = participants(parsed, Math.min(first, leader?.first ?? first), false);
    const after = later && !later.tokens.some(isMoney) ? participants(later, 0, true) : [];
    roles[0] = withInvestors(roles[0]!, [...beside, ...after]);
  }
  if (kind === "commitment") return [{ ...filled.roles, ...counterparties(parsed, first, filled.roles) }];
  for (const role of (figured ? eachOfSum : eachOf)[kind] ?? []) {
    const mention = filled.chosen.get(role)?.mention;
    if (!mention) continue;
    const taken = Object.values(filled.roles);
    for (const other of listedWith(parsed, mention))
      if (!taken.includes(other.party) && !roles.some((one) => one[role] === other.party))
        roles.push({ ...filled.roles, [role]: other.party });
  }
  return roles;
}

function isMoney({ text, lower }: Token): boolean {
  return currencySigns.has(text) || /^(?:million|billion|trillion)$/.test(lower);
}

function withInvestors(roles: Readonly<Record<string, PartyId>>, parties: readonly PartyId[]): Record<string, PartyId> {
  const all: Record<string, PartyId> = { ...roles };
  let nth = Object.keys(roles).filter((role) => role.startsWith("investor")).length;
  for (const party of parties) if (!Object.values(all).includes(party)) all[`investor-${++nth}`] = party;
  return all;
}

/** The parties that one is named together with: "AWS, Google Cloud and, since 2026, Azure"; both of "the two". */
function listedWith({ mentions, tokens }: Parsed, mention: Mention): Mention[] {
  const at = mentions.indexOf(mention);
  const found = mentions.filter((one) => one !== mention && one.first === mention.first);
  const lead = tokens[mention.first - 1]?.lower ?? "";
  const goesOn = (left: Mention, right: Mention): boolean => inList(tokens, left.next, right.first, lead);
  let last = mention;
  for (const next of mentions.slice(at + 1)) {
    if (next.first < last.next) continue;
    if (!goesOn(last, next)) break;
    found.push(next);
    last = next;
  }
  last = mention;
  for (const before of mentions.slice(0, Math.max(0, at)).reverse()) {
    if (before.next > last.first) continue;
    if (!goesOn(before, last)) break;
    found.push(before);
    last = before;
  }
  return found;
}

const companyForms = /^(?:inc|ltd|llc|plc|corp|co|lp|ag|ab|asa|as|sa|nv|oy|gmbh)$/;

/** Whether only the joints of a list stand between two names, an aside of a few words among them; `lead` is what stood before the first. */
function inList(tokens: readonly Token[], from: number, to: number, lead: string): boolean {
  if (to <= from || to - from > mostBetween) return false;
  let aside = false;
  let joint = false;
  for (let at = from; at < to; at++) {
    const { lower, text } = tokens[at]!;
    if (/^(?:and|&|or|,)$/.test(lower)) {
      joint = true;
      if (text === ",") aside = asideStart.test(tokens[at + 1]?.lower ?? "");
      continue;
    }
    const form = companyForms.test(text === "." ? (tokens[at - 1]?.lower ?? "") : lower);
    const repeated = lower === lead && prepositions.test(lower);
    if (!form && (text === "." || !(aside || repeated || lower === "also" || lower === "both"))) return false;
  }
  return joint;
}

/** "Nebius and, since 2026, Azure": what an aside within a list begins with. */
const asideStart = /^(?:and|since|also|now|lately|as|later)$/;
/** In tokens. */
const mostBetween = 7;
const prepositions = /^(?:from|with|to|by|at|on|in|of)$/;

/** Whom a sum is promised to: the first list behind it, "with A, B and C" or "involving:" and a line for each. */
function counterparties(
  parsed: Parsed,
  from: number,
  taken: Readonly<Record<string, PartyId>>,
): Record<string, PartyId> {
  const found: Record<string, PartyId> = {};
  let last: { first: number; next: number } | null = null;
  let nth = 1;
  for (const mention of parsed.mentions) {
    if (mention.first < from || Object.values(taken).includes(mention.party)) continue;
    const lead = parsed.tokens[mention.first - 1]?.lower ?? "";
    const opens = /^(?:to|with|from|involving|including|among)$/.test(lead) || /^[:•*-]$/.test(lead);
    if (last === null ? !opens : !listed(parsed, last.next, mention.first)) continue;
    if (Object.values(found).includes(mention.party)) continue;
    found[`counterparty-${nth++}`] = mention.party;
    last = mention;
  }
  return found;
}

/** Whether only the joints of a list stand between two places. */
export function listed(parsed: Parsed, from: number, to: number): boolean {
  if (to - from > 3) return false;
  for (let at = from; at < to; at++)
    if (!/^(?:,|and|&|-|•|\*|to|with|from)$/.test(parsed.tokens[at]!.lower)) return false;
  return true;
}

/** "Temasek and the National Wealth Fund": only the joints of a list, and what is said of the second, stand between two names. */
function joined({ tokens }: Parsed, a: { first: number; next: number }, b: { first: number; next: number }): boolean {
  const [left, right] = a.first < b.first ? [a, b] : [b, a];
  return joints(tokens, left.next, leadOf(tokens, right.first) + 1);
}
