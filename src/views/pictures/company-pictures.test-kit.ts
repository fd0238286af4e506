/** Companies for tests of pictures: the example of the documents, and books made from a seed. */

import { post } from "../../deals/post.ts";
import { settle } from "../../deals/settle.ts";
import { parties, plain, told } from "../../deals/testimony.test-kit.ts";
import { type Assumption, assumptionOf } from "../../model/assumption.ts";
import type { PartialDay } from "../../model/day.ts";
import type { Testimony } from "../../model/deal.ts";
import type { PartyId } from "../../model/id.ts";
import { type Party, partyOf } from "../../model/party.ts";
import type { PanelInput } from "../company/panel.ts";
import { type CompanyBook, companyView } from "../company-view.ts";
import { type LadderShown, usualLadder } from "../ladder-basis.ts";

export const hostile = 'A & B <script>"x"</script>\u202e\u0000';

/** What the panels of a company are made from. */
export function panelInput(
  testimonies: readonly Testimony[],
  known: ReadonlyMap<PartyId, Party>,
  company: string,
  assume: Readonly<Record<string, string>> = {},
  ladder: LadderShown = usualLadder,
): PanelInput {
  const { deals, observations } = settle(testimonies, { ...plain, parties: known });
  const assumptions: Assumption[] = Object.entries(assume).map(([of, is]) =>
    assumptionOf({ of, is, on: null, by: null, at: null, because: null, place: { file: "assumptions.yaml" } }),
  );
  const book: CompanyBook = {
    ...{ deals, observations, assumptions, parties: known },
    testimonies: new Map(testimonies.map((each) => [each.claim.id, each])),
    ledger: post(deals, { assumptions, priceOf: () => null }),
  };
  const asOf = "2025-12-17" as PartialDay;
  const asked = { company: company as PartyId, by: "group", firmness: null, asOf } as const;
  return {
    ...{ company: asked.company, by: asked.by, book, asOf, flags: "" },
    view: companyView(book, { ...asked, firmness: "talks", ladder }),
    nameOf: (party) => (party.endsWith("3") ? hostile : party),
    documentName: (document) => document.slice(0, 4),
    made: { asOf, knownOn: asOf, data: "0123", version: "0" },
  };
}

export const example = (assume: Readonly<Record<string, string>> = {}, ladder = usualLadder): PanelInput =>
  panelInput(
    [
      told("a", {
        kind: "stake",
        roles: { holder: "microsoft", company: "openai" },
        amount: "27%",
        status: "completed",
      }),
      told("b", { roles: { investor: "amazon", investee: "openai" }, amount: "10bn", status: "talks" }),
      told("b", { kind: "valuation", roles: { company: "openai" }, amount: "500bn", status: "talks" }),
      told("c", {
        kind: "compute-contract",
        roles: { customer: "openai", provider: "aws" },
        amount: "38bn",
        status: "signed",
        period: "2026-01-01 for 2",
      }),
      told("d", {
        kind: "compute-contract",
        roles: { customer: "openai", provider: "oracle" },
        amount: "300bn",
        status: "announced",
      }),
    ],
    new Map([...parties, ["openai" as PartyId, partyOf("openai", "OpenAI", "lab")]]),
    "openai",
    assume,
    ladder,
  );

/** Many companies around one, with deals of all kinds, statuses and ends. */
export function generated(seed: number): PanelInput {
  let state = seed * 2654435761 + 1;
  const next = (most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const others = Array.from({ length: 3 + next(14) }, (_, index) =>
    partyOf(`other-${index}`, `Other ${index}`, "cloud"),
  );
  const company = partyOf("lab", "Lab", "lab");
  const amountOf = (): object => (next(5) === 0 ? {} : { amount: `${["", ">=", "<="][next(3)]}${1 + next(300)}bn` });
  const testimonies = Array.from({ length: 10 + next(40) }, (_, index): Testimony => {
    const published = `2025-${String(1 + next(12)).padStart(2, "0")}-1${next(8)}`;
    const other = others[next(others.length)]!.id;
    const status = (["talks", "announced", "signed", "completed"] as const)[next(4)]!;
    const period = next(3) === 0 ? {} : { period: `202${6 + next(3)}-0${1 + next(9)} for ${1 + next(7)}` };
    const valuation = (["pre-money", "post-money", "secondary", "target", null] as const)[next(5)]!;
    switch (next(6)) {
      case 0:
        return told(`d${index}`, {
          published,
          kind: "stake",
          roles: { holder: other, company: "lab" },
          amount: `${1 + next(30)}%`,
          status,
        });
      case 1:
        return told(`d${index}`, { published, roles: { investor: other, investee: "lab" }, status, ...amountOf() });
      case 2:
        return told(`d${index}`, {
          published,
          ...{
            kind: "valuation",
            roles: { company: "lab" },
            amount: `${next(2) === 0 ? ">" : ""}${1 + next(900)}bn`,
            status,
          },
          ...(next(2) === 0 ? { period: `202${next(6)}-1${next(3)}` } : {}),
          ...(valuation === null ? {} : { terms: { valuation } }),
        });
      case 3:
        return told(`d${index}`, {
          published,
          kind: "chip-supply",
          roles: { customer: other, vendor: "lab" },
          status,
          ...amountOf(),
          ...period,
        });
      default:
        return told(`d${index}`, {
          published,
          kind: "compute-contract",
          roles: { customer: "lab", provider: other },
          status,
          ...amountOf(),
          ...period,
        });
    }
  });
  const cash: Readonly<Record<string, string>> = next(2) === 0 ? {} : { "lab.cash": "15..40bn" };
  return panelInput(testimonies, new Map([company, ...others].map((party) => [party.id, party])), "lab", cash);
}

/** The example without and with cash, and fifty books of seeds. */
export function everyCompany(): PanelInput[] {
  return [
    example(),
    example({ "openai.cash": "15..40bn" }),
    ...Array.from({ length: 50 }, (_, seed) => generated(seed)),
  ];
}
