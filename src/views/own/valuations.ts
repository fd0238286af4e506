/** What is a company worth, by whom and when? Valuations by kind: of two kinds neither replaces nor contradicts the other. */

import type { PartialDay } from "../../model/day.ts";
import type { Observation } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import { dayOfFigure } from "../company-rows.ts";
import { daysOf } from "../filter-values.ts";
import { type Figure, figureOf } from "./figure.ts";

export type ValuationKind = NonNullable<Observation["valuation"]> | "not told";

export interface Valuation {
  readonly observation: Observation;
  readonly value: Figure;
  /** The day for which it holds; null where no source tells one. */
  readonly day: PartialDay | null;
  /** A later one of its kind that replaced it. */
  readonly replacedBy: Observation | null;
  /** One of its kind for the same day, or where it has no day the latest, that it does not agree with. */
  readonly differsFrom: Observation | null;
}

export interface ValuationsOfKind {
  readonly kind: ValuationKind;
  /** The latest first, what has no day last. */
  readonly valuations: readonly Valuation[];
}

const kinds: readonly ValuationKind[] = ["pre-money", "post-money", "secondary", "market", "target", "not told"];

export function valuationsOf(company: PartyId, observations: readonly Observation[]): ValuationsOfKind[] {
  const own = observations.filter(({ party, measure }) => party === company && measure === "valuation");
  const byKind = Map.groupBy(own, ({ valuation }): ValuationKind => valuation ?? "not told");
  return kinds.flatMap((kind) => {
    const told = byKind.get(kind);
    return told ? [{ kind, valuations: marked(told) }] : [];
  });
}

function marked(told: readonly Observation[]): Valuation[] {
  // What would be, or was hoped for, replaces nothing that was.
  const dated = told
    .filter(({ status, period }) => status === "completed" && period !== null)
    .sort((one, other) => (lastDay(one) < lastDay(other) ? 1 : -1));
  return told
    .map((observation): Valuation => {
      const value = figureOf(observation.amount);
      const base = {
        observation,
        value,
        day: observation.period && dayOfFigure(observation),
        replacedBy: null,
        differsFrom: null,
      };
      if (observation.status !== "completed") return base;
      const others = dated.filter((each) => each !== observation && !agrees(value, figureOf(each.amount)));
      if (base.day === null) {
        const latest = dated[0];
        return latest && others.includes(latest) ? { ...base, differsFrom: latest } : base;
      }
      const beside = others.find(
        (each) => firstDay(each) <= lastDay(observation) && firstDay(observation) <= lastDay(each),
      );
      if (beside) return { ...base, differsFrom: beside };
      return { ...base, replacedBy: others.find((each) => firstDay(each) > lastDay(observation)) ?? null };
    })
    .sort((one, other) => {
      if ((one.day === null) !== (other.day === null)) return one.day === null ? 1 : -1;
      const [first, second] = [one.day ?? one.observation.known, other.day ?? other.observation.known];
      return first < second ? 1 : first > second ? -1 : other.value.told.high - one.value.told.high;
    });
}

function firstDay(observation: Observation): PartialDay {
  return daysOf(dayOfFigure(observation)).first;
}

function lastDay(observation: Observation): PartialDay {
  return daysOf(dayOfFigure(observation)).last;
}

/** Whether some value satisfies both. */
function agrees(one: Figure, other: Figure): boolean {
  return one.bounds.low <= other.bounds.high && other.bounds.low <= one.bounds.high;
}
