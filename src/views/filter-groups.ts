/** A filter by group: who asks for Amazon asks for AWS too. */

import type { PartyId } from "../model/id.ts";
import { lineage, type Party } from "../model/party.ts";
import type { Filter } from "./filter.ts";

/** The filter with every unit of the groups that its parties belong to. */
export function filterByGroup(filter: Filter, parties: ReadonlyMap<PartyId, Party>): Filter {
  if (filter.kind === "all-of" || filter.kind === "any-of")
    return { ...filter, filters: filter.filters.map((each) => filterByGroup(each, parties)) };
  if (filter.kind === "not") return { ...filter, filter: filterByGroup(filter.filter, parties) };
  if (filter.kind !== "word" || !["party", "from", "to"].includes(filter.field)) return filter;
  const roots = new Set(filter.values.map((id) => lineage(id as PartyId, parties).at(-1)!));
  const units = [...parties.keys()].filter((id) => roots.has(lineage(id, parties).at(-1)!));
  return { ...filter, values: [...new Set([...filter.values, ...units])] };
}
