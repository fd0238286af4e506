/** What tells a right claim from a wrong one, once its kind and its parties are decided: how sure each decision was, and what they rest on. */

import type { ClaimKind, Metric } from "../../model/claim.ts";
import { type Anchor, sortOf } from "./anchors.ts";
import type { Filled } from "./assign-roles.ts";
import type { Candidate, Context } from "./context.ts";
import { addFeature, type Features, pair, symbol } from "./features.ts";
import type { Recalled } from "./memory.ts";
import { governing } from "./surroundings.ts";

/** A claim that could be made. */
export interface Considered {
  readonly kind: ClaimKind;
  readonly metric: Metric | null;
  /** The odds of its kind, and of the next likeliest. */
  readonly odds: number;
  readonly rival: number;
  readonly filled: Filled;
  readonly anchor: Anchor;
  readonly context: Context;
  readonly recalled: Recalled;
}

const together = symbol("odds together");
const ofKind = symbol("odds of kind");
const ofRival = symbol("odds of next kind");
const ofParties = symbol("odds of parties");
const roleOdds = symbol("odds of role");
const roleRival = symbol("odds of next in role");
const roleVia = symbol("role via");
const roleViaOdds = symbol("role via and odds");
const roleDistance = symbol("role distance");
const roleParty = symbol("kind of party in role");
const roleName = symbol("odds of name in role");
const roleMeant = symbol("odds of reference in role");
const roleHeld = symbol("held the role before");
const roleElsewhere = symbol("held another role before");
const parties = symbol("kinds of both parties");
const sort = symbol("sort");
const sortOdds = symbol("sort and odds");
const word = symbol("word");
const metricIs = symbol("metric");
const figures = symbol("figures");
const length = symbol("length");
const candidates = symbol("candidates named");
const block = symbol("block");
const inherited = symbol("unit inherited");
const size = symbol("size");
const patterned = symbol("a pattern agrees");
const verb = symbol("verb form");
const verbWord = symbol("verb");
const lastToken = symbol("end");
const echo = symbol("told before");
const toldKind = symbol("kind told before");
const topical = symbol("topic in a role");

/** The feature numbers of a claim that could be made; the network's condition is its kind. */
export function claimFeatures(claim: Considered, to: Features): void {
  const { kind, metric, odds, rival, filled, anchor, context, recalled } = claim;
  const { parsed } = context;
  const add = (template: number, value: number): void => addFeature(to, pair(template, value));
  add(together, steps(odds * filled.confidence));
  add(ofKind, steps(odds));
  add(ofRival, steps(rival));
  add(ofParties, steps(filled.confidence));
  const type = symbol(sortOf(anchor));
  add(sort, type);
  add(sortOdds, pair(type, steps(odds * filled.confidence)));
  if (metric) add(metricIs, symbol(metric));
  if (!anchor.quantity) add(word, symbol(anchor.word));
  add(inherited, Number(anchor.quantity?.inherited === true));
  add(size, anchor.quantity ? Math.round(Math.log10(1 + (anchor.quantity.max ?? anchor.quantity.min ?? 0))) : -1);
  add(figures, Math.min(6, parsed.quantities.filter((one) => one.type !== "count" && !one.idle).length));
  add(length, Math.min(8, parsed.tokens.length >> 3));
  add(candidates, Math.min(6, new Set(parsed.mentions.map((one) => one.party)).size));
  add(block, symbol(context.sentence.sentence.block));
  add(patterned, Number(anchor.matches.some((match) => match.pattern.kind === kind)));
  add(lastToken, symbol(parsed.tokens.at(-1)?.text ?? ""));
  const group = governing(parsed, anchor);
  add(verb, group ? symbol(`${group.form}${group.passive ? " passive" : ""}${group.negated ? " not" : ""}`) : 0);
  if (group) add(verbWord, symbol(group.lemma));
  const kinds: number[] = [];
  filled.sure.forEach(({ role, odds: own, rival: other }) => {
    const chosen = filled.chosen.get(role) ?? null;
    const here = symbol(role);
    const via = chosen ? symbol(chosen.mention?.via ?? "elsewhere") : 0;
    add(roleOdds, pair(here, steps(own)));
    add(roleRival, pair(here, steps(other)));
    add(roleVia, pair(here, via));
    add(roleViaOdds, pair(via, steps(own)));
    const who = chosen ? symbol(context.names.parties.get(chosen.party)?.kind ?? "unknown") : 0;
    kinds.push(who);
    add(roleParty, pair(here, who));
    if (!chosen) return;
    add(roleDistance, pair(here, distance(chosen, anchor)));
    add(roleName, pair(here, steps(nameOdds(chosen, context))));
    if (chosen.mention?.via !== "name") add(roleMeant, pair(here, steps(meantOdds(chosen, context))));
    const held = recalled.told.filter((one) => Object.values(one.roles).includes(chosen.party));
    add(roleHeld, pair(here, Number(held.some((one) => one.roles[role] === chosen.party && one.kind === kind))));
    add(roleElsewhere, pair(here, Number(held.some((one) => one.roles[role] !== chosen.party && one.kind === kind))));
  });
  add(
    parties,
    kinds.reduce((all, one) => pair(all, one), 0),
  );
  const same = recalled.told.filter((one) => one.kind === kind);
  add(toldKind, same.length);
  add(
    echo,
    Number(same.some((one) => Object.entries(filled.roles).every(([role, party]) => one.roles[role] === party))),
  );
  const { topic } = context.sentence;
  add(topical, topic === null ? 2 : Number(Object.values(filled.roles).includes(topic)));
}

/** Odds on a scale of half units of their logarithm. */
function steps(odds: number): number {
  const clipped = Math.min(0.9995, Math.max(0.0005, odds));
  return Math.round(2 * Math.log(clipped / (1 - clipped)));
}

/** How far before or behind the anchor a party stands, coarser with the distance. */
function distance({ mention }: Candidate, { first }: Anchor): number {
  if (!mention) return 99;
  const apart = mention.first - first;
  return Math.sign(apart) * Math.round(2 * Math.log2(1 + Math.abs(apart)));
}

/** How likely a pronoun, a description or a sentence without a word for it means a party. */
function meantOdds({ party, mention, rank }: Candidate, { sentence }: Context): number {
  return mention ? (mention.meant?.[rank]?.odds ?? 1) : (sentence.unsaid.find((one) => one.party === party)?.odds ?? 0);
}

/** How likely the surest mention of a party in its sentence is an organisation's name. */
function nameOdds({ party }: Candidate, { parsed }: Context): number {
  let top = 0;
  for (const one of parsed.mentions) if (one.party === party) top = Math.max(top, one.odds ?? 1);
  return top === 0 ? 1 : top;
}
