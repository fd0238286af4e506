/** What is known of a company, and what is missing? Rows by panel: owners, money in and out, contracts, promises, rights, figures. */

import { drawn } from "../deals/drawn.ts";
import { rungOf } from "../deals/firmness.ts";
import { type Assumption, type assumable, subjectOf } from "../model/assumption.ts";
import { dayNumber, type PartialDay } from "../model/day.ts";
import type { Deal, Observation } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import { lineage, type Party } from "../model/party.ts";

export type Panel =
  | "owners"
  | "owns"
  | "money in"
  | "money out"
  | "listing and takeovers"
  | "buys"
  | "sells"
  | "promises"
  | "rights"
  | "leans on"
  | "leaned on by";

export const panels: readonly Panel[] = [
  "owners",
  "owns",
  "money in",
  "money out",
  "listing and takeovers",
  "buys",
  "sells",
  "promises",
  "rights",
  "leans on",
  "leaned on by",
];

export interface CompanyPage {
  readonly party: PartyId;
  readonly panels: ReadonlyMap<Panel, readonly Deal[]>;
  /** Valuations and metrics, the latest first. */
  readonly figures: readonly Observation[];
  /** Shares that sources give, and what they leave: the part of the company that no claim speaks of. */
  readonly owned: { readonly low: number; readonly high: number } | null;
  /** What a person took for granted of it. */
  readonly assumed: readonly Assumption[];
  readonly missing: readonly Missing[];
}

/** What an analyst would ask next and no claim answers, and what of the company a person could assume instead. */
export interface Missing {
  readonly text: string;
  readonly field: (typeof assumable.party)[number] | null;
}

/** The page of a party. Its own units count as the party where `group` says so. */
export function companyPage(
  party: PartyId,
  { deals, observations }: { readonly deals: readonly Deal[]; readonly observations: readonly Observation[] },
  parties: ReadonlyMap<PartyId, Party>,
  group: boolean,
  assumptions: readonly Assumption[],
): CompanyPage {
  const is = (id: PartyId | null): boolean =>
    id !== null && (id === party || (group && lineage(id, parties).includes(party)));
  const found = new Map<Panel, Deal[]>();
  for (const deal of deals) {
    const [from, to] = [is(deal.from), is(deal.to)];
    // What a group does within itself is no news of it.
    if (from && to) continue;
    const beside = deal.others.some(is);
    const panel = panelOf(deal, from || (beside && !to), to);
    if (panel) found.set(panel, [...(found.get(panel) ?? []), deal]);
  }
  for (const own of found.values())
    own.sort((one, other) => sizeOf(other) - sizeOf(one) || rungOf(other.status) - rungOf(one.status));
  const figures = observations
    .filter((observation) => is(observation.party))
    .sort((one, other) => dayNumber(dayOfFigure(other)) - dayNumber(dayOfFigure(one)));
  const assumed = assumptions.filter((each) => subjectOf(each).subject === party);
  const owners = (found.get("owners") ?? []).filter(({ status }) => status === "completed");
  const shares = owners.flatMap((deal) => drawn(deal, "amount share")?.amount ?? []);
  return {
    party,
    panels: new Map(panels.flatMap((panel) => (found.has(panel) ? [[panel, found.get(panel)!] as const] : []))),
    figures,
    owned:
      shares.length === 0
        ? null
        : {
            low: shares.reduce((sum, { min }) => sum + (min ?? 0), 0),
            high: shares.reduce((sum, { max }) => sum + (max ?? 1), 0),
          },
    assumed,
    missing: missingOf(found, figures, shares, new Set(assumed.map((each) => subjectOf(each).field))),
  };
}

function panelOf({ kind }: Deal, from: boolean, to: boolean): Panel | null {
  switch (kind) {
    case "stake":
      return to ? "owners" : from ? "owns" : null;
    case "investment":
      return to ? "money in" : from ? "money out" : null;
    case "financing":
      return to ? "money in" : from ? "money out" : null;
    case "ipo":
    case "secondary-sale":
    case "acquisition":
      return from || to ? "listing and takeovers" : null;
    case "compute-contract":
    case "chip-supply":
    case "chip-adoption":
      return from ? "buys" : to ? "sells" : null;
    case "commitment":
      return from ? "promises" : to ? "sells" : null;
    case "right":
      return from || to ? "rights" : null;
    case "dependence":
      return from ? "leans on" : to ? "leaned on by" : null;
    default:
      return kind satisfies never;
  }
}

function sizeOf({ fields }: Deal): number {
  const amount = fields.find(({ name }) => name === "amount USD")?.readings[0]?.amount ?? null;
  return amount === null ? 0 : (amount.min ?? amount.max ?? 0);
}

/** The day of a figure: when it holds, else when it became known. */
export function dayOfFigure({ period, known }: Observation): PartialDay {
  return period?.end ?? period?.start ?? known;
}

function missingOf(
  found: ReadonlyMap<Panel, readonly Deal[]>,
  figures: readonly Observation[],
  shares: readonly { readonly min: number | null }[],
  assumed: ReadonlySet<string>,
): Missing[] {
  const measured = new Set(figures.map(({ measure }) => measure));
  const missing: Missing[] = [];
  const lack = (text: string, field: Missing["field"]): void => void missing.push({ text, field });
  if (!measured.has("revenue") && !assumed.has("revenue")) lack("revenue: no claim gives it", "revenue");
  else if (figures.every(({ measure, period }) => measure !== "revenue" || period === null))
    lack("revenue: no figure is dated", "revenue");
  if (!measured.has("cash-burn") && !measured.has("loss") && !assumed.has("cash-burn"))
    lack("loss or cash burn: no claim gives a figure", "cash-burn");
  if (!assumed.has("cash")) lack("cash: no kind of claim holds it yet; a person has to assume it", "cash");
  if (shares.length === 0) lack("owners: no claim gives a share", null);
  const bought = (found.get("buys") ?? []).filter(
    ({ kind, fields }) => kind === "compute-contract" && !fields.some(({ name }) => name === "term"),
  );
  if (bought.length > 0)
    lack(
      `terms: ${bought.length} of its compute contracts ${bought.length === 1 ? "has" : "have"} no stated term`,
      null,
    );
  const unpriced = (found.get("buys") ?? []).filter(
    ({ fields }) => !fields.some(({ name }) => name.startsWith("amount ")),
  );
  if (unpriced.length > 0)
    lack(`amounts: ${unpriced.length} of what it buys ${unpriced.length === 1 ? "has" : "have"} no figure`, null);
  return missing;
}
