/**
 * Which claims of one matter are of one deal?
 *
 * Claims come in the order in which they became known. Each joins the deal that it fits best, or begins one. What fits: a figure that the deal's figures
 * allow; a firmer status of what was talked about; an enlargement of what stands. What does not: another day, another figure of a contract that stands, talks
 * after the money was paid. Totals over several deals of the pair stand apart from them, and claims without a figure go to the deal that is most likely meant.
 */

import type { DealKind } from "../model/deal.ts";
import { overlap, type Saying } from "./saying.ts";
import { membership, sortInPlace } from "./short-lists.ts";

/** How a saying's figure stands within its deal. */
export type FigureRole = "whole" | "part" | "step" | "sum";

export interface Cluster {
  readonly sayings: Saying[];
  /** Sayings whose figure is not the whole of the deal. */
  readonly roles: Map<Saying, FigureRole>;
  /** A sum over other deals of the same pair. */
  readonly total: boolean;
}

/** Sorts sayings of one matter into deals. */
export function clustersOf(sayings: readonly Saying[], kind: DealKind): Cluster[] {
  if (sayings.length === 1) return [newCluster(sayings[0]!)];
  const parts = partsOf(sayings);
  const told = sayings.filter((saying) => saying.amount !== null && !parts.has(saying));
  const clusters: Cluster[] = [];
  const withParts = (whole: Saying): void => {
    if (parts.size === 0) return;
    const cluster = clusters.find(({ sayings }) => sayings.includes(whole))!;
    for (const [part, of] of parts) {
      if (of !== whole) continue;
      cluster.sayings.push(part);
      cluster.roles.set(part, "part");
    }
  };
  const late: Saying[] = [];
  for (const saying of told) {
    if (isLate(saying, kind)) late.push(saying);
    else {
      place(saying, clusters, kind);
      withParts(saying);
    }
  }
  for (const saying of late) {
    placeLate(saying, clusters, kind);
    withParts(saying);
  }
  for (const saying of sayings) if (saying.amount === null) placeVague(saying, clusters);
  return clusters;
}

function newCluster(saying: Saying, total = false): Cluster {
  return { sayings: [saying], roles: new Map(), total };
}

/** Undated sums of money that was paid, and sums that say so, may be totals over dated ones: those come first. */
function isLate({ total, from, rung, status }: Saying, kind: DealKind): boolean {
  return total || (kind === "investment" && from === null && (rung === 3 || status === "ended"));
}

/** Joins the cluster that it fits best, else begins one. */
function place(saying: Saying, clusters: Cluster[], kind: DealKind): void {
  let best: Cluster | null = null;
  let most = 0;
  for (const cluster of clusters) {
    const fit = cluster.total ? 0 : fitOf(saying, cluster, kind);
    // Of equals the latest: what is told now is most often what was told last.
    if (fit > 0 && fit >= most) [best, most] = [cluster, fit];
  }
  if (best === null) clusters.push(newCluster(saying));
  else {
    const role = roleIn(saying, best);
    if (role !== "whole") best.roles.set(saying, role);
    best.sayings.push(saying);
  }
}

/** A sum that says that it is a total, or an undated one that exceeds several deals, is told of them together and stands apart from them. */
function placeLate(saying: Saying, clusters: Cluster[], kind: DealKind): void {
  const known = clusters.filter(({ sayings }) => sayings.some((other) => comparable(other, saying)));
  const same = known.find(({ total }) => total);
  const parts = known.filter(({ total }) => !total);
  const told = parts.some(({ sayings }) =>
    sayings.some((other) => comparable(other, saying) && overlap(other, saying) && closed(other)),
  );
  const exceeds =
    parts.length >= (saying.total ? 1 : 2) && parts.every((cluster) => biggest(cluster, saying) < reach(saying));
  if (same && !told) same.sayings.push(saying);
  else if (!told && exceeds) clusters.push(newCluster(saying, true));
  else place(saying, clusters, kind);
}

const closed = ({ high }: Saying): boolean => high !== Number.POSITIVE_INFINITY;
const reach = ({ low, high }: Saying): number => (high === Number.POSITIVE_INFINITY ? low : high);
const biggest = ({ sayings }: Cluster, like: Saying): number =>
  Math.max(...sayings.filter((other) => comparable(other, like)).map(({ low }) => low));

/** How well a saying fits: 0 not at all. */
function fitOf(saying: Saying, cluster: Cluster, kind: DealKind): number {
  if (stands(kind)) return 1;
  if (isOther(saying, cluster, kind)) return 0;
  const peers = cluster.sayings.filter((other) => comparable(other, saying));
  const rung = firmestRung(cluster);
  const apart = areApart(saying, cluster, kind);
  const named = saying.round !== null && cluster.sayings.some(({ round }) => round === saying.round) ? 2 : 0;
  // Power and money of one contract are told by different sources, with different days.
  if (peers.length === 0) return apart && !isContract(kind) ? 0 : 1 + named + (isToldWith(saying, cluster) ? 1 : 0);
  const like = peers.filter((other) => overlap(other, saying));
  if ((saying.enlarges || saying.sum) && rung >= 1) return 3 + (like.some((other) => cluster.roles.has(other)) ? 3 : 0);
  if (like.length > 0) {
    const exact = like.some((other) => other.low === saying.low && other.high === saying.high);
    if (saying.another && like.every((other) => !other.another) && like.some((other) => meet(other, saying))) return 0;
    // A contract's day may be that of its signing or of its start; a round has one day.
    if (apart && !(exact && isContract(kind)) && named === 0) return 0;
    // An open bound allows nearly everything: what is announced after the money was paid is about new money.
    const paid = like.some((other) => other.rung >= 2 && closed(other));
    if (kind === "investment" && saying.rung >= 0 && saying.rung < rung && rung >= 2 && later(saying, cluster) && !paid)
      return 0;
    return 4 + named + (exact ? 1 : 0) + (meetsInTime(saying, cluster, 0) ? 1 : 0);
  }
  if (isTrancheOf(saying, cluster)) return 3;
  if (sumsUp(saying, cluster)) return 4;
  if (apart) return 0;
  return named || unlike(saying, cluster, peers, rung, kind);
}

/** Another round by its name, another chip. */
function isOther({ round, chip, low, high }: Saying, { sayings }: Cluster, kind: DealKind): boolean {
  if (round !== null) {
    const rounds = sayings.flatMap((other) => other.round ?? []);
    if (rounds.length > 0 && !rounds.includes(round)) return true;
  }
  if (kind !== "chip-supply" || chip === null) return false;
  const chips = sayings.flatMap((other) => other.chip ?? []);
  const same = sayings.some((other) => other.low === low && other.high === high);
  return chips.length > 0 && !chips.includes(chip) && !same;
}

/** A tranche of what was agreed before, in whichever document. */
function isTrancheOf(saying: Saying, { sayings, roles }: Cluster): boolean {
  return (
    saying.tranche &&
    sayings.some(
      (other) =>
        comparable(other, saying) &&
        !roles.has(other) &&
        other.rung >= 1 &&
        closed(other) &&
        other.high > saying.high * 1.02,
    )
  );
}

/** How well a figure fits a deal of which other figures are told. */
function unlike(saying: Saying, cluster: Cluster, peers: readonly Saying[], rung: number, kind: DealKind): number {
  if (saying.rung < 0) return 1.5;
  if (oneAtATime(kind)) return 2;
  const near = peers.some((other) => ratio(other, saying) <= 1.15);
  if (near) return 2;
  if (rung <= 0 || (saying.rung > rung && rung <= 1)) return 2;
  if (saying.rung === 0) return rung === 1 ? 1.5 : 0;
  if (saying.rung < rung && rung >= 2 && later(saying, cluster)) return 0;
  // A document does not contradict itself: two sums in it are two deals.
  if (saying.another || isToldWith(saying, cluster)) return 0;
  // Two papers that give one day and two sums speak of one deal.
  if (peers.some(({ status }) => status === saying.status) && meetsInTime(saying, cluster, 4)) return 2;
  if (kind !== "investment") return 0;
  return rung === 1 || saying.from === null ? 1.5 : 0;
}

/** Standing relations: one between two parties, whatever its figure becomes. */
function stands(kind: DealKind): boolean {
  return standing.has(kind);
}

const standing: ReadonlySet<DealKind> = new Set(["stake", "chip-adoption", "commitment", "right", "ipo", "dependence"]);

/** Transactions of which there is one at a time. */
function oneAtATime(kind: DealKind): boolean {
  return kind === "acquisition" || kind === "secondary-sale";
}

function isContract(kind: DealKind): boolean {
  return kind === "compute-contract" || kind === "chip-supply" || kind === "financing";
}

function comparable(one: Saying, other: Saying): boolean {
  return one.amount !== null && one.amount.unit === other.amount?.unit;
}

/** How a figure stands to the whole: an enlargement on top, a tranche within, a sum of both; a repeat stands as what it repeats. */
function roleIn(saying: Saying, cluster: Cluster): FigureRole {
  const { sayings, roles } = cluster;
  const peers = sayings.filter((other) => comparable(other, saying));
  const like = peers.filter((other) => overlap(other, saying) && closed(other));
  const repeated = roles.size === 0 ? undefined : like.find((other) => roles.has(other));
  if (repeated) return roles.get(repeated)!;
  if (peers.length === 0) return "whole";
  if (saying.sum) return "sum";
  if (saying.enlarges) return "step";
  if (like.length > 0) return "whole";
  if (isTrancheOf(saying, cluster)) return "part";
  return sumsUp(saying, cluster) ? "sum" : "whole";
}

/** Whether the figure is what the whole and its steps come to. */
function sumsUp(saying: Saying, { sayings, roles }: Cluster): boolean {
  if (roles.size === 0) return false;
  const steps = sayings.filter((other) => roles.get(other) === "step" && comparable(other, saying));
  if (steps.length === 0) return false;
  const whole = sayings.find((other) => !roles.has(other) && comparable(other, saying));
  const sum = [...new Set(steps.map(({ low }) => low))].reduce((all, low) => all + low, whole?.low ?? 0);
  return sum <= saying.high * 1.01 && sum >= saying.low * 0.99;
}

/** Days at which one thing is told to have happened lie further apart than sources differ on it. A deal that climbs its ladder takes longer. */
function areApart({ from, to, status }: Saying, { sayings }: Cluster, kind: DealKind): boolean {
  if (from === null || to === null) return false;
  const dated = sayings.filter((other) => other.from !== null);
  if (dated.length === 0) return false;
  const alike = dated.filter((other) => other.status === status);
  const slack = alike.length > 0 ? slackDays : kind === "acquisition" ? 900 : 400;
  const held = alike.length > 0 ? alike : dated;
  return held.every((other) => other.from! - to > slack || from - other.to! > slack);
}

/** Sources date a round by its announcement, its signing or the day on which the money came: weeks apart. */
const slackDays = 45;

/** Days that are told as precisely as a month, and are the same but for a few. */
function meetsInTime({ from, to }: Saying, { sayings }: Cluster, slack: number): boolean {
  if (from === null || to === null || (slack > 0 && to - from > 31)) return false;
  return sayings.some((other) => {
    if (other.from === null || other.to === null || (slack > 0 && other.to - other.from > 31)) return false;
    return other.from <= to + slack && from <= other.to + slack;
  });
}

/** It became known well after the deal was firm: papers tell one story for a fortnight. */
function later({ known }: Saying, { sayings }: Cluster): boolean {
  const firm = Math.min(...sayings.filter(({ rung }) => rung >= 2).map((other) => other.known));
  return known > firm + 14;
}

function ratio(one: Saying, other: Saying): number {
  const [a, b] = [reach(one), reach(other)];
  return Math.max(a, b) / Math.max(1, Math.min(a, b));
}

/** Whether some document tells both. */
function meet({ documents }: Saying, other: Saying): boolean {
  return other.documents.some(membership(documents));
}

/** Whether some document tells it beside something of the deal. */
function isToldWith(saying: Saying, { sayings }: Cluster): boolean {
  return sayings.some((other) => meet(other, saying));
}

function firmestRung({ sayings }: Cluster): number {
  let firmest = Number.NEGATIVE_INFINITY;
  for (const { rung } of sayings) firmest = Math.max(firmest, rung);
  return firmest;
}

/** Figures of one document that sum to another figure of it, or that say that they are a part of one: each with its whole. */
function partsOf(sayings: readonly Saying[]): Map<Saying, Saying> {
  const parts = new Map<Saying, Saying>();
  const exact = sayings.filter(
    ({ amount, status }) => amount !== null && amount.min !== null && amount.min === amount.max && status !== "denied",
  );
  if (exact.length < 2 || exact.length > mostFigures) return parts;
  // The largest first: a part of a part is a part of the whole.
  for (const whole of sortInPlace([...exact], (one, other) => other.low - one.low)) {
    const smaller = exact.filter(
      (part) =>
        part !== whole &&
        !parts.has(part) &&
        !parts.has(whole) &&
        comparable(part, whole) &&
        part.low < whole.low &&
        meet(part, whole),
    );
    if (smaller.length === 0) continue;
    const told = smaller.filter((part) => part.part);
    const sum = summing(smaller, whole.amount!.min!);
    for (const part of sum ?? told) parts.set(part, whole);
  }
  return parts;
}

/** More figures of one pair than a person would add up. */
const mostFigures = 12;

/** Two to four figures that sum to a total, if there are any. */
function summing(figures: readonly Saying[], total: number, from = 0, most = 4): Saying[] | null {
  for (let at = from; at < figures.length; at++) {
    const rest = total - figures[at]!.amount!.min!;
    if (rest < -total * 0.005) continue;
    if (Math.abs(rest) <= total * 0.005) return most < 4 ? [figures[at]!] : null;
    const others = most > 1 ? summing(figures, rest, at + 1, most - 1) : null;
    if (others) return [figures[at]!, ...others];
  }
  return null;
}

/** A mention without a figure is of the deal at its rung, else of the firmest; of equals the latest. */
function placeVague(saying: Saying, clusters: Cluster[]): void {
  const whole = clusters.filter(({ total }) => !total);
  const fit = (cluster: Cluster): number => {
    const level = cluster.sayings.some(({ rung }) => rung === saying.rung);
    return (level ? 10 : 0) + (isToldWith(saying, cluster) ? 5 : 0) + firmestRung(cluster);
  };
  let [best = null] = whole;
  if (whole.length > 1) for (const cluster of whole) if (fit(cluster) >= fit(best!)) best = cluster;
  if (best) best.sayings.push(saying);
  else clusters.push(newCluster(saying));
}
