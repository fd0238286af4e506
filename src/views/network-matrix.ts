/** The network as a square: who gives down the side, who receives along the top, in each field what. */

import type { LinkCard, NetworkCompanyCard } from "./network-answers.ts";

/** A row or a column; null for whom no source names. */
export interface MatrixSide {
  readonly party: string | null;
  readonly name: string;
}

export interface NetworkMatrix {
  readonly givers: readonly MatrixSide[];
  readonly receivers: readonly MatrixSide[];
  /** What a giver gives a receiver. */
  readonly at: (giver: MatrixSide, receiver: MatrixSide) => readonly LinkCard[];
  /** Companies for which there is no room. */
  readonly more: number;
}

const nobody: MatrixSide = { party: null, name: "nobody named" };

/** The first companies of a list, at most so many. */
export function networkMatrix(companies: readonly NetworkCompanyCard[], most: number): NetworkMatrix {
  const shown = companies.slice(0, most);
  const known = new Set(shown.map(({ party }) => party));
  const given = new Map<string, LinkCard[]>();
  const put = (from: string | null, to: string | null, link: LinkCard): void => {
    const key = keyOf(from, to);
    given.set(key, [...(given.get(key) ?? []), link]);
  };
  for (const { party, gives, receives } of shown) {
    for (const link of gives) if (link.party === null || known.has(link.party)) put(party, link.party, link);
    // What has a giver stands in its row already.
    for (const link of receives) if (link.party === null) put(null, party, link);
  }
  const rows = [...shown.map(({ party, name }) => ({ party, name })), nobody];
  const has = (from: MatrixSide, to: MatrixSide): boolean => given.has(keyOf(from.party, to.party));
  return {
    givers: rows.filter((row) => rows.some((column) => has(row, column))),
    receivers: rows.filter((column) => rows.some((row) => has(row, column))),
    at: (giver, receiver) => given.get(keyOf(giver.party, receiver.party)) ?? [],
    more: companies.length - shown.length,
  };
}

function keyOf(from: string | null, to: string | null): string {
  return `${from ?? ""} ${to ?? ""}`;
}
