/** Which figures and chips belong to a pattern where it is laid? */

import type { PartyId } from "../../model/id.ts";
import type { CompiledPattern } from "../pattern.ts";
import type { Quantity } from "../quantities.ts";
import type { Argument, Parsed, VerbGroup } from "../syntax.ts";
import type { Filled } from "./roles.ts";
import { clauseStart, type Site } from "./site.ts";

/** One figure of each type that the pattern takes, the nearest first; null where it needs none. */
export function figuresOf(pattern: CompiledPattern, site: Site): (Quantity | null)[] {
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
export function pairwise(
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

/** The chip families that the pattern speaks of here; a family rules out "GPUs". */
export function chipsOf(pattern: CompiledPattern, site: Site): (string | null)[] {
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
