/** In which column does a company stand among flows of money, and as what is it shown: itself, its group, its role, or folded with others? */

import type { PartyId } from "../model/id.ts";
import type { Party } from "../model/party.ts";
import { groupOf } from "./deal-rows.ts";
import type { By } from "./page-answers.ts";

/** Units, groups, or what companies are: all labs as one. */
export type FlowsBy = By | "role";

/** From who gives money to who sells chips: the columns, from left to right. */
export const flowRoles: readonly {
  readonly title: string;
  readonly name: string;
  readonly kinds: readonly string[];
}[] = [
  {
    title: "FUNDERS AND BUYERS",
    name: "funders and buyers",
    kinds: ["investor", "bank", "sovereign-fund", "government", "enterprise"],
  },
  { title: "LABS", name: "labs", kinds: ["lab"] },
  {
    title: "CLOUDS AND OTHER SUPPLIERS",
    name: "clouds and builders",
    kinds: ["cloud", "neocloud", "datacenter", "server-maker", "energy"],
  },
  { title: "CHIPS", name: "chip makers", kinds: ["chipmaker", "foundry", "memory"] },
];
export const labColumn = 1;
const supplierColumn = 2;

/** Ids of what stands for several companies: of one role, or folded by the reader. */
const roleId = (column: number): PartyId => `role-${column}` as PartyId;
const foldedId = (column: number): PartyId => `folded-${column}` as PartyId;
const unknownRole = "role-unknown" as PartyId;

/** The column of a company's kind; of one whose kind no register tells, that of suppliers. */
export function homeColumn(shown: PartyId, parties: ReadonlyMap<PartyId, Party>): number {
  const several = /^(?:role|folded)-(\d)$/.exec(shown);
  if (several) return Number(several[1]);
  const column = kindColumn(shown, parties);
  return column < 0 ? supplierColumn : column;
}

function kindColumn(party: PartyId, parties: ReadonlyMap<PartyId, Party>): number {
  const kind = parties.get(party)?.kind ?? "";
  return flowRoles.findIndex(({ kinds }) => kinds.includes(kind));
}

/** How a party is shown. What is folded stands with the others of its column. */
export function flowsShownAs(
  by: FlowsBy,
  folded: ReadonlySet<PartyId>,
  parties: ReadonlyMap<PartyId, Party>,
): (party: PartyId) => PartyId {
  return (party) => {
    const own = by === "unit" ? party : groupOf(party, parties);
    if (by === "role") {
      const column = kindColumn(own, parties);
      return column < 0 ? unknownRole : roleId(column);
    }
    return folded.has(own) ? foldedId(homeColumn(own, parties)) : own;
  };
}

/** What stands for one company, or for several, in words. */
export function shownName(shown: PartyId, nameOf: (party: PartyId) => string): string {
  if (shown === unknownRole) return "in no register";
  const several = /^(role|folded)-(\d)$/.exec(shown);
  if (!several) return nameOf(shown);
  const { name } = flowRoles[Number(several[2])]!;
  return several[1] === "role" ? name : `folded ${name}`;
}

/** Whether it stands for what the reader folded. */
export function isFolded(shown: string): boolean {
  return /^folded-\d$/.test(shown);
}
