/** What is this deal, from all that is told of it? Its parties, where it stands, its history, its fields with their readings, its legs. */

import type { Claim } from "../model/claim.ts";
import type { Deal, DealKind, Field, Step, Testimony } from "../model/deal.ts";
import type { DealId, DocumentId, PartyId } from "../model/id.ts";
import type { Cluster, FigureRole } from "./cluster.ts";
import { legsOf } from "./legs.ts";
import { isUmbrella, othersOf, sidesOfDeal } from "./matter.ts";
import { independent, originsOf } from "./origins.ts";
import { type FieldRule, fieldOf, type Preference, type Told, toldAmount, toldText } from "./readings.ts";
import { firstDay } from "./saying.ts";
import { standingStatuses, statusesDiffer, statusOf, supported } from "./status-of.ts";
import { amountsDiffer, competing } from "./told-amounts.ts";

/** A claim of a deal, and how its figure stands to the whole. */
export interface Member {
  readonly testimony: Testimony;
  readonly role: FigureRole;
}

/** The claims of a cluster, in the order in which they became known. */
export function membersOf({ sayings, roles }: Cluster): Member[] {
  return sayings
    .flatMap((saying) =>
      saying.testimonies.map((testimony) => ({ testimony, role: roles.get(saying) ?? ("whole" as const) })),
    )
    .sort((one, other) => byKnown(one.testimony, other.testimony));
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
  const kind = raw[0]!.claim.kind as DealKind;
  const testimonies = supported(raw, kind);
  const told = members.map((member, index): Member => ({ ...member, testimony: testimonies[index]! }));
  const claims = raw.map(({ claim }) => claim);
  const umbrella = total || isUmbrella(claims[0]!);
  const sides = partiesOf(claims);
  const { from } = sides;
  // An umbrella over several is nobody's alone.
  const to = kind === "commitment" && umbrella ? null : sides.to;
  // A tranche that is paid does not pay the whole.
  const wholes = told.filter(({ role }) => role === "whole").map(({ testimony }) => testimony);
  const status = statusOf(wholes.length > 0 ? wholes : testimonies);
  const fields = fieldsOf(kind, told, preferences);
  return {
    id,
    kind,
    from,
    to,
    others: [
      ...new Set(
        claims.flatMap((claim) => [
          ...(sides.to !== to && claim.roles["counterparty-1"] ? [claim.roles["counterparty-1"]] : []),
          ...othersOf(claim),
        ]),
      ),
    ].filter((party) => party !== from && party !== to),
    chip: claims.find(({ chip }) => chip !== null)?.chip ?? null,
    right: claims.find(({ terms }) => terms?.right)?.terms?.right ?? null,
    umbrella,
    status,
    history: historyOf(told),
    fields,
    legs: umbrella ? [] : legsOf({ kind, from, to, members: told, fields, status }),
    claims: claims.map(({ id }) => id),
    documents: unique<DocumentId>(claims.map(({ document }) => document)),
    origins: originsOf(raw),
    independent: independent(raw).length,
  };
}

/** The party that is named most often on each side; of a unit and its parent that are named as often, the one named first. */
function partiesOf(claims: readonly Claim[]): { from: PartyId | null; to: PartyId | null } {
  const most = (side: "from" | "to"): PartyId | null => {
    const counts = new Map<PartyId, number>();
    for (const claim of claims) {
      const party = sidesOfDeal(claim)[side];
      if (party !== null) counts.set(party, (counts.get(party) ?? 0) + 1);
    }
    let best: PartyId | null = null;
    for (const [party, count] of counts) if (best === null || count > counts.get(best)!) best = party;
    return best;
  };
  return { from: most("from"), to: most("to") };
}

function fieldsOf(kind: DealKind, members: readonly Member[], preferences: readonly Preference[]): Field[] {
  const testimonies = members.map(({ testimony }) => testimony);
  const wholes = members.filter(({ role }) => role === "whole").map(({ testimony }) => testimony);
  const whole = members.flatMap(({ testimony, role }): Told[] => {
    const { amount, status } = testimony.claim;
    return amount === null || role !== "whole" || status === "denied" ? [] : [toldAmount(testimony, amount)];
  });
  const amounts = [...Map.groupBy(whole, ({ amount }) => amount!.unit)].map(([unit, told]) =>
    fieldOf(`amount ${unit}`, competing(told), preferences, {
      disagreementOf: amountsDiffer(kind),
      question: amountQuestion(kind),
    }),
  );
  const texts = (textOf: (claim: Claim) => string | null): Told[] =>
    testimonies.flatMap((testimony) => {
      const text = textOf(testimony.claim);
      return text === null ? [] : [toldText(testimony, text)];
    });
  const inKind = testimonies.some(({ claim }) => claim.terms?.inKind);
  return [
    ...amounts,
    fieldOf(
      "status",
      standingStatuses(wholes.length > 0 ? wholes : testimonies).map((testimony) =>
        toldText(testimony, testimony.claim.status),
      ),
      preferences,
      {
        disagreementOf: statusesDiffer,
        question: () => statusQuestion,
        always: kind === "right" ? sourceQuestion(testimonies) : null,
      },
    ),
    fieldOf("term", termsOf(members), preferences, differ),
    fieldOf(
      "obligation",
      texts(({ terms }) => terms?.obligation ?? null),
      preferences,
      {
        ...differ,
        open: true,
        question: () => "How binding is it? No source quotes the contract.",
      },
    ),
    fieldOf(
      "workload",
      texts(({ terms }) => terms?.workloads?.join(" and ") ?? null),
      preferences,
      differ,
    ),
    inKind
      ? fieldOf(
          "payment",
          texts(({ terms, amount }) =>
            amount === null ? null : terms?.inKind ? "partly or wholly in credits" : "money",
          ),
          preferences,
          {
            ...differ,
            question: () => "How much of it was cash? The cash part lies between nothing and the whole.",
          },
        )
      : null,
    fieldOf("condition", conditions(testimonies), preferences, differ),
  ].filter((field) => field !== null);
}

/** Words that differ could both be right: about another time, another part. */
const differ: FieldRule = { disagreementOf: (one, other) => (one.text === other.text ? null : "soft") };

const statusQuestion = "Which of them knew it last, and from whom?";

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

/** How long it runs. A step has a term of its own. */
function termsOf(members: readonly Member[]): Told[] {
  return members.flatMap(({ testimony, role }) => {
    const years = testimony.claim.period?.years ?? null;
    return years === null || role !== "whole"
      ? []
      : [toldText(testimony, `${years} ${years === 1 ? "year" : "years"}`)];
  });
}

/** Told only where some claim has a condition: that it must be met first. */
function conditions(testimonies: readonly Testimony[]): Told[] {
  const held = testimonies.filter(({ claim }) => claim.conditional && claim.terms?.condition === "contractual");
  if (held.length === 0) return [];
  return testimonies.map((testimony) =>
    toldText(testimony, held.includes(testimony) ? "on a condition" : "no condition stated"),
  );
}

/** What became known when, each status and figure once. */
function historyOf(members: readonly Member[]): Step[] {
  const seen = new Set<string>();
  const steps: Step[] = [];
  for (const { testimony } of members) {
    const { id, status, amount, comparator, period, conditional, terms } = testimony.claim;
    const figure = amount === null ? "" : `${amount.min} ${amount.max} ${amount.unit}`;
    const held = conditional && terms?.condition === "contractual";
    const key = `${status} ${figure} ${held} ${amount === null ? (period?.start ?? "") : ""}`;
    if (seen.has(key)) continue;
    seen.add(key);
    steps.push({
      known: testimony.known,
      happened: period?.start ?? null,
      status,
      amount,
      comparator,
      conditional: held,
      claim: id,
    });
  }
  return steps;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}

/** Whether a claim holds on a day: what was done later does not, nor what was only told later and has no day. */
export function holdsOn({ claim, known }: Testimony, asOf: string | null): boolean {
  if (asOf === null) return true;
  const start = claim.period?.start ?? null;
  if (known <= asOf) return claim.status !== "completed" || start === null || start <= asOf;
  return start !== null && claim.status !== "talks" && claim.status !== "forecast" && firstDay(start) <= dayIndex(asOf);
}

function dayIndex(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000);
}
