/** Which claims do not fit together? Checks between claims: they flag, they never correct. */

import type { Amount } from "../model/amount.ts";
import type { Claim } from "../model/claim.ts";
import { dayNumber, type PartialDay } from "../model/day.ts";
import type { Deal, Observation, Testimony } from "../model/deal.ts";
import type { ClaimId } from "../model/id.ts";
import { stageWords } from "./cues.ts";
import { rungOf } from "./firmness.ts";
import { rangeOf } from "./saying.ts";
import type { Settlement, SettlingContext } from "./settlement.ts";
import { type Tie, tiesOf } from "./ties.ts";
import { umbrellaParts } from "./umbrellas.ts";
import { unfitComparisons } from "./unfit-comparisons.ts";

export type Flag = {
  /** The claim that is flagged, and those that it is held against. */
  readonly claim: ClaimId;
  readonly against: readonly ClaimId[];
  /** The words in question, where it is words. */
  readonly words: string | null;
  readonly kind:
    | "unfit-comparison"
    | "stale-value"
    | "headline-firmer"
    | "total-against-parts"
    | "share-against-amount"
    | "superlatives-differ"
    | "status-outlier"
    | "status-drift"
    | "rights-differ";
};

/** All flags, sort by sort, each in the order in which its claims became known. */
export function flagsOf(
  settlement: Settlement,
  testimonies: readonly Testimony[],
  { parties }: SettlingContext,
): Flag[] {
  const byId = new Map(testimonies.map((testimony) => [testimony.claim.id, testimony]));
  const { deals, observations } = settlement;
  return [
    ...comparisons(testimonies),
    ...staleValues(observations, byId),
    ...headlines(deals, byId),
    ...deals.flatMap((deal) => (deal.umbrella ? exceeded(deal, deals, parties) : [])),
    ...unfitShares(tiesOf(settlement, byId)),
    ...superlatives(testimonies),
    ...deals.flatMap((deal) => [...outliers(deal, byId), ...drifts(deal, byId)]),
    ...rightsThatDiffer(deals),
  ];
}

type ById = ReadonlyMap<ClaimId, Testimony>;

/** "An even bigger cheque" than one that is not shown to be smaller. */
function comparisons(testimonies: readonly Testimony[]): Flag[] {
  const documents = new Set(testimonies.flatMap(({ claim }) => (claim.checks.length > 0 ? claim.document : [])));
  const claims = testimonies.flatMap(({ claim }) => (documents.has(claim.document) ? claim : []));
  return [...Map.groupBy(claims, ({ document }) => document).values()]
    .flatMap(unfitComparisons)
    .map(({ check, bigger, than }) => ({
      kind: "unfit-comparison",
      claim: bigger.id,
      against: [than.id],
      words: check.words,
    }));
}

/** An undated value that the dated series does not bear out: another figure was known for the time shortly before it was published. */
function staleValues(observations: readonly Observation[], byId: ById): Flag[] {
  const standing = observations.filter(({ status }) => status === "completed");
  const series = Map.groupBy(standing, ({ party, measure }) => `${party} ${measure}`);
  return [...series.values()].flatMap((values) => {
    const dated = values.filter(
      ({ period, conditional }) => period !== null && (period.start ?? period.end) !== null && !conditional,
    );
    return values
      .filter(({ period }) => period === null || (period.start ?? period.end) === null)
      .flatMap((value): Flag[] => {
        const told = byId.get(value.claims[0]!)!;
        const newest = latestBefore(dated, told.known);
        if (newest === null || newest.amount.unit !== value.amount.unit || overlapping(newest.amount, value.amount))
          return [];
        // What was published a quarter later may be a new value.
        if (dayNumber(told.known) - dayNumber(newest.period!.start ?? newest.period!.end!) > aQuarter) return [];
        return [{ kind: "stale-value", claim: value.claims[0]!, against: newest.claims, words: null }];
      });
  });
}

const aQuarter = 92;

function latestBefore(dated: readonly Observation[], known: PartialDay): Observation | null {
  const day = ({ period }: Observation): string => period!.start ?? period!.end!;
  let newest: Observation | null = null;
  for (const each of dated) if (day(each) <= known && (newest === null || day(each) >= day(newest))) newest = each;
  return newest;
}

/** A headline that is firmer than all else that its document says of the deal, or that leaves a hedge out. */
function headlines(deals: readonly Deal[], byId: ById): Flag[] {
  return deals.flatMap(({ claims }) => {
    const told = claims.map((id) => byId.get(id)!);
    return told
      .filter(({ headline }) => headline)
      .flatMap(({ claim }): Flag[] => {
        const body = told.filter((other) => !other.headline && other.claim.document === claim.document);
        const others = body.length > 0 ? body : told.filter((other) => !other.headline);
        const firmer = others.length > 0 && others.every((other) => firmness(other.claim) < firmness(claim));
        return firmer
          ? [{ kind: "headline-firmer", claim: claim.id, against: others.map((other) => other.claim.id), words: null }]
          : [];
      });
  });
}

/** The rung, less what hedges and conditions take from it. */
function firmness({ status, hedged, conditional }: Claim): number {
  return rungOf(status) + (hedged || conditional || status === "forecast" ? 0 : 0.5);
}

/** Parts that come to more than their total can be. */
function exceeded(umbrella: Deal, deals: readonly Deal[], parties: SettlingContext["parties"]): Flag[] {
  const sums = umbrellaParts(umbrella, deals, parties);
  if (sums === null || sums.restHigh === null || sums.restHigh >= -0.05 * sums.low) return [];
  const against = sums.parts.flatMap(({ deal, amount }) => (amount === null ? [] : deal.claims[0]!));
  return [{ kind: "total-against-parts", claim: umbrella.claims[0]!, against, words: null }];
}

function unfitShares(ties: readonly Tie[]): Flag[] {
  return ties.flatMap(({ fits, investment, stake, valuation }): Flag[] =>
    fits === false
      ? [{ kind: "share-against-amount", claim: investment, against: [stake, valuation], words: null }]
      : [],
  );
}

/** "The most valuable private technology company" and "the most valuable private company in history": two scopes, kept apart. */
function superlatives(testimonies: readonly Testimony[]): Flag[] {
  const told = testimonies.flatMap(({ claim }) =>
    claim.checks.flatMap(({ words }) => {
      const scope = /\b(?:most|largest|biggest|highest|first)\b.*$/i.exec(words)?.[0].toLowerCase();
      const company = claim.roles.company ?? claim.roles.investee ?? null;
      return scope && company ? [{ claim, words, scope, company }] : [];
    }),
  );
  return [
    ...Map.groupBy(told, ({ company, scope }) => `${company} ${scope.split(" ").slice(0, 2).join(" ")}`).values(),
  ].flatMap((alike) => {
    const [first, ...others] = alike;
    const different = others.filter(
      ({ scope, claim }) => scope !== first!.scope && claim.document !== first!.claim.document,
    );
    return different.map(
      ({ claim, words }): Flag => ({ kind: "superlatives-differ", claim: claim.id, against: [first!.claim.id], words }),
    );
  });
}

/** A word that makes talks sound further than the others make them: "preparing" among "early" and "preliminary". */
function outliers({ status, claims }: Deal, byId: ById): Flag[] {
  if (status !== "talks") return [];
  const staged = claims.flatMap((id) => {
    const { claim } = byId.get(id)!;
    const words = stageWords(claim.quote);
    return words === null
      ? []
      : [{ id, words, far: /advanced|final|prepar|poised|set to|close to|near|about to/.test(words) }];
  });
  const near = staged.filter(({ far }) => !far);
  if (near.length === 0) return [];
  return staged
    .filter(({ far }) => far)
    .map(({ id, words }): Flag => ({ kind: "status-outlier", claim: id, against: near.map((each) => each.id), words }));
}

/** A document that calls a thing done after it said that it is being discussed. */
function drifts({ status, claims }: Deal, byId: ById): Flag[] {
  return claims.flatMap((id): Flag[] => {
    const { claim } = byId.get(id)!;
    if (rungOf(claim.status) <= rungOf(status) || rungOf(status) !== 0) return [];
    const own = claims.filter(
      (other) =>
        other !== id && byId.get(other)!.claim.document === claim.document && byId.get(other)!.claim.status === "talks",
    );
    return own.length === 0 ? [] : [{ kind: "status-drift", claim: id, against: own, words: null }];
  });
}

/** One source says that a party's right has ended, another that it may block: both stand, and the contract would tell. */
function rightsThatDiffer(deals: readonly Deal[]): Flag[] {
  const rights = deals.filter(({ kind, right }) => kind === "right" && right !== "warrant" && right !== "option");
  const pairs = Map.groupBy(rights, ({ from, to }) => `${from} ${to}`);
  return [...pairs.values()].flatMap((own) => {
    const ended = own.filter(({ status }) => status === "ended");
    const standing = own.filter(({ status }) => rungOf(status) >= 0);
    return ended.length === 0
      ? []
      : standing.map(
          (right): Flag => ({
            kind: "rights-differ",
            claim: right.claims[0]!,
            against: ended.map(({ claims }) => claims[0]!),
            words: null,
          }),
        );
  });
}

function overlapping(one: Amount, other: Amount): boolean {
  const [a, b] = [rangeOf(one), rangeOf(other)];
  return a.low <= b.high && b.low <= a.high;
}
