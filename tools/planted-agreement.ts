/** Does settling find the deals that were planted? Pair by pair, by situation and by sort of telling, with examples of each error. */

import { type PlantedBook, plantedBook } from "../bench/planted-deals.ts";
import { settle } from "../src/deals/settle.ts";
import type { Settlement } from "../src/deals/settlement.ts";
import { type Pairing, pairwise } from "./pairwise.ts";

export interface PlantedAgreement extends Pairing {
  readonly claims: number;
  readonly plantedDeals: number;
  readonly settledDeals: number;
  /** Claims of planted deals that settling left in no deal, and those that it put into several. */
  readonly nowhere: number;
  readonly inSeveral: number;
  /** Values and metrics that were put into a deal. */
  readonly strays: number;
  /** One text an error: a planted deal in several settled ones, or a settled one of several planted. */
  readonly errors: readonly PlantedError[];
}

export interface PlantedError {
  readonly sort: "split" | "joined";
  readonly plot: string;
  readonly lines: readonly string[];
}

export function plantedAgreement(claims: number, seed: number): PlantedAgreement {
  const book = plantedBook(claims, seed);
  const settlement = settle(book.testimonies, { parties: book.parties, decisions: [], names: [], asOf: null });
  return agreementOf(book, settlement);
}

export function agreementOf(book: PlantedBook, { deals }: Settlement): PlantedAgreement {
  const settledOf = new Map<string, number>();
  let inSeveral = 0;
  for (const [number, deal] of deals.entries())
    for (const id of deal.claims) {
      if (settledOf.has(id)) inSeveral++;
      else settledOf.set(id, number);
    }
  const settled: number[] = [];
  const truth: number[] = [];
  const labels: string[][] = [];
  let [alone, nowhere, strays] = [-1, 0, 0];
  for (const { claim } of book.testimonies) {
    const planted = book.truth.get(claim.id)!;
    const group = settledOf.get(claim.id);
    if (group === undefined && planted.deal !== null) nowhere++;
    if (group !== undefined && planted.deal === null) strays++;
    settled.push(group ?? alone--);
    truth.push(planted.deal ?? alone--);
    labels.push([`plot ${planted.plot}`, `kind ${claim.kind}`, `telling ${planted.sort}`]);
  }
  return {
    ...pairwise(settled, truth, labels),
    claims: truth.length,
    plantedDeals: new Set(truth.filter((number) => number >= 0)).size,
    settledDeals: deals.length,
    nowhere,
    inSeveral,
    strays,
    errors: errorsOf(book, settled, truth),
  };
}

function errorsOf(book: PlantedBook, settled: readonly number[], truth: readonly number[]): PlantedError[] {
  const split = crossed(truth, settled).map((members) => errorOf("split", book, members, settled));
  const joined = crossed(settled, truth).map((members) => errorOf("joined", book, members, truth));
  return [...split, ...joined];
}

/** The groups of one grouping that have members in several of the other. */
function crossed(groups: readonly number[], others: readonly number[]): number[][] {
  const members = new Map<number, number[]>();
  for (const [index, group] of groups.entries()) {
    const list = members.get(group);
    if (list) list.push(index);
    else members.set(group, [index]);
  }
  return [...members.values()].filter((list) => list.some((index) => others[index] !== others[list[0]!]));
}

/** The claims in the order in which they became known, each behind the letter of its group on the other side. */
function errorOf(
  sort: PlantedError["sort"],
  book: PlantedBook,
  members: readonly number[],
  others: readonly number[],
): PlantedError {
  const letters = [...new Set(members.map((index) => others[index]!))];
  const lines = members.map((index) => {
    const { claim, known } = book.testimonies[index]!;
    const planted = book.truth.get(claim.id)!;
    const letter = String.fromCharCode(65 + (letters.indexOf(others[index]!) % 26));
    return `${letter}  ${known}  ${planted.sort.padEnd(13)} ${claim.status.padEnd(9)} ${claim.quote}`;
  });
  return { sort, plot: book.truth.get(book.testimonies[members[0]!]!.claim.id)!.plot, lines };
}
