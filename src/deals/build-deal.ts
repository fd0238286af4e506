/** What is this deal, from all that is told of it? Its parties, where it stands, its history, its fields with their readings, its legs. */

import { type Amount, isSameAmount, isSameFigure } from "../model/amount.ts";
import type { Claim } from "../model/claim.ts";
import { dayNumber } from "../model/day.ts";
import type { Deal, DealKind, Field, Step, Testimony } from "../model/deal.ts";
import type { DealId, PartyId } from "../model/id.ts";
import type { Cluster, FigureRole } from "./cluster.ts";
import { legsOf } from "./legs.ts";
import { isUmbrella, othersOf, sidesOfDeal } from "./matter.ts";
import { originsOf } from "./origins.ts";
import { type FieldRule, fieldOf, type Preference, type Told, toldAmount, toldText } from "./readings.ts";
import { isHeldBack } from "./saying.ts";
import { compact, grouped, sortInPlace, unique } from "./short-lists.ts";
import { standingStatuses, statusesDiffer, statusOf, supported } from "./status-of.ts";
import { amountsDiffer, competing } from "./told-amounts.ts";

/** A claim of a deal, and how its figure stands to the whole. */
export interface Member {
  readonly testimony: Testimony;
  readonly role: FigureRole;
}

/** The claims of a cluster, in the order in which they became known. */
export function membersOf({ sayings, roles }: Cluster): Member[] {
  const members: Member[] = [];
  for (const saying of sayings) {
    const role = roles.get(saying) ?? "whole";
    for (const testimony of saying.testimonies) members.push({ testimony, role });
  }
  return sortInPlace(members, (one, other) => byKnown(one.testimony, other.testimony));
}

/** By the day from which they count, then by document and place in it. */
export function byKnown(one: Testimony, other: Testimony): number {
  if (one.known !== other.known) return one.known < other.known ? -1 : 1;
  if (one.claim.document !== other.claim.document) return one.claim.document < other.claim.document ? -1 : 1;
  return one.claim.span[0] - other.claim.span[0] || (one.claim.id < other.claim.id ? -1 : 1);
}

/** The deal as it stands by these claims. They are those that hold on the day asked about; at least one. */
export function buildDeal(
  id: DealId,
  members: readonly Member[],
  total: boolean,
  preferences: readonly Preference[],
): Deal {
  const raw = members.map(({ testimony }) => testimony);
  const claims = raw.map(({ claim }) => claim);
  const first = claims[0]!;
  const kind = first.kind as DealKind;
  const testimonies = supported(raw, kind);
  const told =
    testimonies === raw
      ? members
      : members.map(({ role }, index): Member => ({ testimony: testimonies[index]!, role }));
  const umbrella = total || isUmbrella(first);
  const { from, to: paid } = partiesOf(claims);
  // An umbrella over several is nobody's alone.
  const to = kind === "commitment" && umbrella ? null : paid;
  const wholes = tellingTheWhole(told, testimonies);
  const status = statusOf(wholes);
  const fields = fieldsOf({ kind, members: told, testimonies, wholes, preferences });
  const ids = claims.map(({ id }) => id);
  return {
    id,
    kind,
    from,
    to,
    others: furtherParties(claims, from, to, paid !== to),
    chip: claims.find(({ chip }) => chip !== null)?.chip ?? null,
    right: claims.find(({ terms }) => terms?.right)?.terms?.right ?? null,
    umbrella,
    status,
    history: historyOf(testimonies),
    fields,
    legs: umbrella ? [] : legsOf({ kind, from, to, members: told, testimonies, claims: ids, fields, status }),
    claims: ids,
    documents: unique(claims.map(({ document }) => document)),
    origins: originsOf(raw),
  };
}

/** The testimonies that tell of the whole: a tranche that is paid does not pay it. All of them where none does. */
function tellingTheWhole(members: readonly Member[], testimonies: readonly Testimony[]): readonly Testimony[] {
  if (members.every(({ role }) => role === "whole")) return testimonies;
  const wholes = members.filter(({ role }) => role === "whole").map(({ testimony }) => testimony);
  return wholes.length > 0 ? wholes : testimonies;
}

/** The party that is named most often on each side; of a unit and its parent that are named as often, the one named first. */
function partiesOf(claims: readonly Claim[]): { from: PartyId | null; to: PartyId | null } {
  const first = sidesOfDeal(claims[0]!);
  let agreed = true;
  for (const claim of claims) {
    const { from, to } = sidesOfDeal(claim);
    agreed &&= from === first.from && to === first.to;
  }
  if (agreed) return first;
  const sides = claims.map(sidesOfDeal);
  return { from: mostNamed(sides.map(({ from }) => from)), to: mostNamed(sides.map(({ to }) => to)) };
}

function mostNamed(parties: readonly (PartyId | null)[]): PartyId | null {
  const counts = new Map<PartyId, number>();
  for (const party of parties) if (party !== null) counts.set(party, (counts.get(party) ?? 0) + 1);
  let best: PartyId | null = null;
  for (const [party, count] of counts) if (best === null || count > counts.get(best)!) best = party;
  return best;
}

/** Parties beside the two sides. Where an umbrella is nobody's alone, those whom it covers are among them. */
function furtherParties(
  claims: readonly Claim[],
  from: PartyId | null,
  to: PartyId | null,
  covered: boolean,
): PartyId[] {
  const others: PartyId[] = [];
  const add = (party: PartyId): void => {
    if (party !== from && party !== to && !others.includes(party)) others.push(party);
  };
  for (const claim of claims) {
    const { "counterparty-1": first } = claim.roles;
    if (covered && first) add(first);
    for (const party of othersOf(claim)) add(party);
  }
  return others;
}

interface Fielded {
  readonly kind: DealKind;
  readonly members: readonly Member[];
  readonly testimonies: readonly Testimony[];
  readonly wholes: readonly Testimony[];
  readonly preferences: readonly Preference[];
}

function fieldsOf({ kind, members, testimonies, wholes, preferences }: Fielded): Field[] {
  const amounts: Told[] = [];
  const terms: Told[] = [];
  const obligations: Told[] = [];
  const workloads: Told[] = [];
  let inKind = false;
  for (const { testimony, role } of members) {
    const { amount, status, period, terms: more } = testimony.claim;
    // A step has a figure and a term of its own.
    if (role === "whole" && amount !== null && status !== "denied") amounts.push(toldAgain(amounts, testimony, amount));
    if (role === "whole" && typeof period?.years === "number") terms.push(toldText(testimony, yearsText(period.years)));
    if (more?.obligation) obligations.push(toldText(testimony, more.obligation));
    if (more?.workloads) workloads.push(toldText(testimony, more.workloads.join(" and ")));
    if (more?.inKind) inKind = true;
  }
  const rules = { disagreementOf: amountsDiffer(kind), question: amountQuestion(kind) };
  const fields = [
    ...grouped(amounts, ({ amount }) => amount!.unit).map((told) =>
      fieldOf(`amount ${told[0]!.amount!.unit}`, competing(told), preferences, rules),
    ),
    fieldOf(
      "status",
      standingStatuses(wholes).map((testimony) => toldText(testimony, testimony.claim.status)),
      preferences,
      {
        disagreementOf: statusesDiffer,
        question: () => statusQuestion,
        always: kind === "right" ? sourceQuestion(testimonies) : null,
      },
    ),
    fieldOf("term", terms, preferences, differ),
    fieldOf("obligation", obligations, preferences, bindingRule),
    fieldOf("workload", workloads, preferences, differ),
    inKind ? fieldOf("payment", payments(testimonies), preferences, paymentRule) : null,
    fieldOf("condition", conditions(testimonies), preferences, differ),
  ];
  return compact(fields.filter((field) => field !== null));
}

/** Most figures were told before in the same deal: they are put into words once. */
function toldAgain(before: readonly Told[], testimony: Testimony, amount: Amount): Told {
  const { comparator } = testimony.claim;
  const same = before.find((told) => told.comparator === comparator && isSameAmount(told.amount, amount));
  return toldAmount(testimony, amount, same?.text);
}

/** Words that differ could both be right: about another time, another part. */
const differ: FieldRule = { disagreementOf: (one, other) => (one.text === other.text ? null : "soft") };

const bindingRule: FieldRule = {
  ...differ,
  open: true,
  question: () => "How binding is it? No source quotes the contract.",
};

const paymentRule: FieldRule = {
  ...differ,
  question: () => "How much of it was cash? The cash part lies between nothing and the whole.",
};

const statusQuestion = "Which of them knew it last, and from whom?";

function yearsText(years: number): string {
  return `${years} ${years === 1 ? "year" : "years"}`;
}

/** A clause of which only others tell. */
function sourceQuestion(testimonies: readonly Testimony[]): string | null {
  return testimonies.some(({ tier }) => tier <= 2)
    ? null
    : "No source quotes the contract. A primary source is wanted.";
}

function amountQuestion(kind: DealKind): NonNullable<FieldRule["question"]> {
  return (readings) => {
    const undated = "Is one the total and the other a tranche? No sentence is dated.";
    const closed = readings.filter(({ amount }) => amount !== null);
    const [low, high] = [
      Math.min(...closed.map(({ amount }) => amount!.max ?? amount!.min!)),
      Math.max(...closed.map(({ amount }) => amount!.min ?? 0)),
    ];
    return kind === "investment" && low < high && readings.every(({ status }) => status === "completed")
      ? undated
      : null;
  };
}

/** In money or otherwise: asked only where some claim tells of credits. */
function payments(testimonies: readonly Testimony[]): Told[] {
  return testimonies.flatMap((testimony) => {
    const { amount, terms } = testimony.claim;
    return amount === null ? [] : toldText(testimony, terms?.inKind ? "partly or wholly in credits" : "money");
  });
}

/** Told only where some claim has a condition: that it must be met first. */
function conditions(testimonies: readonly Testimony[]): Told[] {
  if (!testimonies.some(({ claim }) => isHeldBack(claim))) return [];
  return testimonies.map((testimony) =>
    toldText(testimony, isHeldBack(testimony.claim) ? "on a condition" : "no condition stated"),
  );
}

/** What became known when, each status and figure once. */
function historyOf(testimonies: readonly Testimony[]): Step[] {
  const steps: Step[] = [];
  for (const { claim, known } of testimonies) {
    const { id, status, amount, comparator, period } = claim;
    const conditional = isHeldBack(claim);
    const happened = period?.start ?? null;
    const told = steps.some(
      (step) =>
        step.status === status &&
        step.conditional === conditional &&
        // The day tells apart only what has no figure.
        (amount === null ? step.amount === null && step.happened === happened : isSameFigure(step.amount, amount)),
    );
    if (!told) steps.push({ known, happened, status, amount, comparator, conditional, claim: id });
  }
  return compact(steps);
}

/** Whether a claim holds on a day: what was done later does not, nor what was only told later and has no day. */
export function holdsOn({ claim, known }: Testimony, asOf: string | null): boolean {
  if (asOf === null) return true;
  const start = claim.period?.start ?? null;
  if (known <= asOf) return claim.status !== "completed" || start === null || start <= asOf;
  return (
    start !== null && claim.status !== "talks" && claim.status !== "forecast" && dayNumber(start) <= dayIndex(asOf)
  );
}

function dayIndex(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}
