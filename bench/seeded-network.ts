/** Networks for measuring pictures: companies of all kinds with hubs among them, deals of all kinds and statuses, settled and posted as in a book; the same for the same seed. */

import { post } from "../src/deals/post.ts";
import { settle } from "../src/deals/settle.ts";
import { told } from "../src/deals/testimony.test-kit.ts";
import type { Testimony } from "../src/model/deal.ts";
import type { PartyId } from "../src/model/id.ts";
import { type Party, partyOf } from "../src/model/party.ts";
import { circlesOf } from "../src/views/circles.ts";
import { moneyLinks } from "../src/views/money-links.ts";
import { layers, networkLinks } from "../src/views/network-rows.ts";
import type { NetworkPictureInput } from "../src/views/pictures/network-drawing.ts";
import { randomOf } from "./seeded-book.ts";

const kinds = ["lab", "cloud", "neocloud", "chipmaker", "foundry", "investor", "bank", "enterprise"];
const statuses = ["talks", "announced", "signed", "completed"] as const;

/** As many companies, and at least as many flows between them. */
export function seededNetwork(companies: number, flows: number, seed = 42): NetworkPictureInput {
  const random = randomOf(seed);
  // A few give and get most: the square of a number between 0 and 1 is small more often.
  const hub = (): number => Math.floor(random() ** 2 * companies);
  const all = Array.from({ length: companies }, (_, index) =>
    partyOf(`company-${index}`, `Company ${index}`, kinds[Math.floor(random() * kinds.length)]!),
  );
  const parties: ReadonlyMap<PartyId, Party> = new Map(all.map((party) => [party.id, party]));
  const testimonies: Testimony[] = [];
  const pairs = new Set<string>();
  while (testimonies.length < flows) {
    // Every company once, so that all stand in the picture.
    const from = testimonies.length < companies ? testimonies.length : hub();
    const to = hub();
    const key = `${from} ${to}`;
    if (from === to || pairs.has(key)) continue;
    pairs.add(key);
    testimonies.push(dealOf(testimonies.length, all[from]!.id, all[to]!.id, random));
  }
  const { deals } = settle(testimonies, { parties, decisions: [], names: [], asOf: null });
  const ledger = post(deals, { assumptions: [], priceOf: () => null });
  const shown = (party: PartyId): PartyId => party;
  const links = networkLinks(deals, ledger, { firmness: "talks", shown, layers: new Set(layers), about: null });
  const money = moneyLinks(deals, ledger, { firmness: "talks", window: null, shown });
  const byId = new Map(testimonies.map((each) => [each.claim.id, each]));
  const { circles } = circlesOf(money, money, deals, byId, { shown, maxLength: 3 });
  return {
    ...{ links, circles, parties },
    everLinked: links.flatMap(({ from, to }) => (from && to ? [[from, to] as const] : [])),
    nameOf: (party) => parties.get(party)!.name,
    subtitle: `${companies} companies`,
    sources: ["Sources: seeded"],
    whole: true,
  };
}

function dealOf(index: number, from: PartyId, to: PartyId, random: () => number): Testimony {
  const status = statuses[Math.floor(random() * statuses.length)]!;
  const amount = `${random() < 0.3 ? ">=" : ""}${Math.ceil(random() ** 3 * 100_000) / 1000}bn`;
  const kind = random();
  const fields =
    kind < 0.5
      ? { roles: { investor: from, investee: to }, amount }
      : kind < 0.8
        ? { kind: "compute-contract" as const, roles: { customer: from, provider: to }, amount }
        : kind < 0.9
          ? {
              kind: "stake" as const,
              roles: { holder: from, company: to },
              amount: `${1 + Math.floor(random() * 40)}%`,
            }
          : { kind: "chip-supply" as const, roles: { customer: from, vendor: to } };
  return told(`document-${index}`, { ...fields, status });
}
