/**
 * If a company stops paying, who does not get what, and who cannot pay because of that?
 *
 * First round: what falls due to each counterparty, and who holds shares of the company. Later rounds, two rules on what falls due in the window:
 *   clearing (src/analyses/clearing.ts): each pays what it has, all its creditors alike; needs the cash and the debt of everyone reached;
 *   DebtRank (src/analyses/debt-rank.ts): a creditor writes off the part of a claim that its debtor lost of its equity; needs their equity.
 * Nothing stands in for what nobody stated or assumed: without it the rule is refused, and what it lacks is told.
 * Ends: every amount inside its ends leads to an answer inside the ends told. What is owed is low where it comes in and high where it goes out for the worst case, the other way round for the
 * best; a width between companies counts as owed outside in the worst case, and as cash in the best. So ends may lie further out than any one choice of amounts.
 */

import { clear, debtNetwork } from "../analyses/clearing.ts";
import { debtRank, leverageNetwork } from "../analyses/debt-rank.ts";
import { isAtLeast } from "../deals/firmness.ts";
import type { Assumption } from "../model/assumption.ts";
import type { Deal } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Ledger, Posting, Taken } from "../model/ledger.ts";
import type { Ends } from "../model/smallest-unit.ts";
import type { Interval } from "../numeric/interval.ts";
import { summedRows } from "../numeric/summed-rows.ts";
import { type CompanyQuestion, sizeOf } from "./counterparties.ts";
import { dueOf, nothing } from "./dues.ts";
import { added } from "./flow-rows.ts";
import { assumedFigure, type Figure, type FigureName } from "./party-figures.ts";

/** What one counterparty would not get. */
export interface FirstLoss {
  readonly party: PartyId | null;
  /** Null where nothing with an amount is owed to it. */
  readonly inWindow: Ends | null;
  readonly inAll: Ends | null;
  readonly postings: readonly Posting[];
  /** Deals in which the company is to pay it an amount that no source states. */
  readonly unstated: readonly Deal[];
  /** Its shares of the company. */
  readonly stakes: readonly Deal[];
  readonly taken: readonly Taken[];
}

/** A figure that a rule needs and nobody stated or assumed. */
export interface Need {
  readonly party: PartyId;
  readonly name: FigureName;
}

/** What becomes of a company that is not paid. */
export interface Cleared {
  readonly party: PartyId;
  /** What it owes in the window, its debt with it. */
  readonly owes: Ends;
  /** The part of that which it pays, while the company pays and after it stopped. */
  readonly before: Interval;
  readonly after: Interval;
  /** What it does not get from others than the company. */
  readonly furtherLoss: Ends;
}

export interface Distressed {
  readonly party: PartyId;
  /** The part of its equity that it loses. */
  readonly lost: Interval;
}

/** The answer of a rule, or what it lacks. */
export type LaterRounds<T> = { readonly rows: readonly T[] } | { readonly needs: readonly Need[] };

export interface StopsPaying {
  readonly first: readonly FirstLoss[];
  /** Whom something stated that falls due in the window would not reach, at once or through others. */
  readonly reached: readonly PartyId[];
  readonly clearing: LaterRounds<Cleared>;
  readonly debtRank: LaterRounds<Distressed>;
  /** The assumptions that the rules took; none of a rule that is refused. */
  readonly figures: readonly Figure[];
}

export function stopsPaying(
  deals: readonly Deal[],
  ledger: Ledger,
  assumptions: readonly Assumption[],
  question: CompanyQuestion,
): StopsPaying {
  const { company } = question;
  const debts = debtsOf(ledger, question);
  const reached = reachedFrom(company, debts);
  const told = (...names: readonly FigureName[]): Told => {
    const all = reached.flatMap((party) =>
      names.map((name) => ({ party, name, figure: assumedFigure(party, name, assumptions) })),
    );
    return {
      needs: all.flatMap(({ party, name, figure }) => (figure === null ? [{ party, name }] : [])),
      figures: all.flatMap(({ figure }) => figure ?? []),
      of: (wanted) =>
        new Map(all.flatMap(({ party, name, figure }) => (name === wanted && figure ? [[party, figure.ends]] : []))),
    };
  };
  const [funds, equity] = [told("cash", "debt"), told("equity")];
  const rounds = <T>({ needs }: Told, work: () => readonly T[]): LaterRounds<T> =>
    needs.length > 0 ? { needs } : { rows: work() };
  return {
    first: firstLosses(deals, ledger, question),
    reached,
    clearing: rounds(funds, () => cleared(company, reached, debts, funds.of("cash"), funds.of("debt"))),
    debtRank: rounds(equity, () => distressed(company, reached, debts, equity.of("equity"))),
    figures: [funds, equity].flatMap(({ needs, figures }) => (needs.length > 0 ? [] : figures)),
  };
}

/** What a rule needs of everyone reached, as far as somebody assumed it. */
interface Told {
  readonly needs: readonly Need[];
  readonly figures: readonly Figure[];
  readonly of: (name: FigureName) => ReadonlyMap<PartyId, Ends>;
}

/** What falls due in the window between two parties, as they are shown. */
export interface Debt {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly amount: Ends;
}

function debtsOf({ postings }: Ledger, { firmness, asOf, window, shown }: CompanyQuestion): Debt[] {
  const sums = new Map<string, Debt>();
  for (const posting of postings) {
    if (posting.commodity !== "USD" || posting.from === null || posting.to === null) continue;
    const [from, to] = [shown(posting.from), shown(posting.to)];
    const due = from === to || !isAtLeast(posting.status, firmness) ? null : dueOf(posting, asOf, window);
    if (due === null || due.inWindow.high === 0) continue;
    const key = `${from} ${to}`;
    sums.set(key, { from, to, amount: added(sums.get(key)?.amount ?? nothing, due.inWindow) });
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, debt]) => debt);
}

function reachedFrom(company: PartyId, debts: readonly Debt[]): PartyId[] {
  const reached = new Set<PartyId>([company]);
  const owedBy = Map.groupBy(debts, ({ from }) => from);
  for (const party of reached) for (const { to } of owedBy.get(party) ?? []) reached.add(to);
  reached.delete(company);
  return [...reached].sort();
}

function firstLosses(deals: readonly Deal[], { postings, memos }: Ledger, question: CompanyQuestion): FirstLoss[] {
  const { company, firmness, asOf, window, shown } = question;
  const rows = new Map<string, { -readonly [key in keyof FirstLoss]: FirstLoss[key] }>();
  const rowOf = (party: PartyId | null, key: string) => {
    const row = rows.get(party ?? key) ?? {
      party,
      inWindow: null,
      inAll: null,
      postings: [],
      unstated: [],
      stakes: [],
      taken: [],
    };
    rows.set(party ?? key, row);
    return row;
  };
  const isOwed = (from: PartyId | null, to: PartyId | null): boolean =>
    from !== null && shown(from) === company && (to === null || shown(to) !== company);
  for (const posting of postings) {
    const { from, to, commodity, status, taken } = posting;
    if (commodity !== "USD" || !isOwed(from, to) || !isAtLeast(status, firmness)) continue;
    const due = dueOf(posting, asOf, window);
    if (due === null) continue;
    const row = rowOf(to && shown(to), posting.deal);
    row.inWindow = added(row.inWindow ?? nothing, due.inWindow);
    row.inAll = added(row.inAll ?? nothing, due.inAll);
    row.postings = [...row.postings, posting];
    row.taken = [...new Set([...row.taken, ...taken])];
  }
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  for (const { from, to, commodity, status, reason, deal } of memos) {
    if (commodity !== "USD" || reason !== "no amount" || status === "completed") continue;
    if (!isOwed(from, to) || !isAtLeast(status, firmness)) continue;
    const row = rowOf(to && shown(to), deal);
    row.unstated = [...row.unstated, byId.get(deal)!];
  }
  for (const deal of deals) {
    if (deal.kind !== "stake" || deal.from === null || deal.to === null || !isAtLeast(deal.status, firmness)) continue;
    const holder = shown(deal.from);
    if (shown(deal.to) !== company || holder === company) continue;
    const row = rowOf(holder, holder);
    row.stakes = [...row.stakes, deal];
  }
  return [...rows]
    .sort(([one, a], [other, b]) => sizeOf(b.inAll) - sizeOf(a.inAll) || (one < other ? -1 : 1))
    .map(([, row]) => row);
}

/** An open end is more than anything that anybody has, and less than what the methods can count with. */
const open = 1e30;

const top = ({ high }: Ends): number => high ?? open;

/** Payments after the company stopped, beside those while it pays; bounds as the head of this file tells. */
export function cleared(
  company: PartyId,
  reached: readonly PartyId[],
  debts: readonly Debt[],
  cash: ReadonlyMap<PartyId, Ends>,
  debt: ReadonlyMap<PartyId, Ends>,
): Cleared[] {
  const number = new Map(reached.map((party, index) => [party, index]));
  const inside = debts.filter(({ from, to }) => number.has(from) && number.has(to));
  const n = reached.length;
  const owed = summedRows(
    n,
    Int32Array.from(inside, ({ from }) => number.get(from)!),
    Int32Array.from(inside, ({ to }) => number.get(to)!),
    Float64Array.from(inside, ({ amount }) => amount.low),
  );
  const paidParts = (worst: boolean, companyPays: boolean): Float64Array => {
    const assets = Float64Array.from(reached, (party) => (worst ? cash.get(party)!.low : top(cash.get(party)!)));
    const outside = Float64Array.from(reached, (party) => (worst ? top(debt.get(party)!) : debt.get(party)!.low));
    for (const { from, to, amount } of debts) {
      const [debtor, creditor] = [number.get(from), number.get(to)];
      const width = top(amount) - amount.low;
      if (debtor !== undefined && creditor !== undefined) {
        if (worst) outside[debtor]! += width;
        else assets[creditor]! += width;
      } else if (debtor !== undefined) outside[debtor]! += worst ? top(amount) : amount.low;
      // Who is not reached pays as ever; the company pays as long as it does.
      else if (creditor !== undefined && (from !== company || companyPays))
        assets[creditor]! += worst ? amount.low : top(amount);
    }
    const network = debtNetwork(owed, assets, outside);
    const { payments } = clear(network);
    return payments.map((paid, index) => (network.obligations[index] === 0 ? 1 : paid / network.obligations[index]!));
  };
  const both = (companyPays: boolean): Interval[] => {
    const [low, high] = [paidParts(true, companyPays), paidParts(false, companyPays)];
    return reached.map((_, index) => ({ low: low[index]!, high: high[index]! }));
  };
  const [before, after] = [both(true), both(false)];
  const [owedBy, owedTo] = [Map.groupBy(debts, ({ from }) => from), Map.groupBy(inside, ({ to }) => to)];
  return reached.map((party, index) => ({
    party,
    owes: (owedBy.get(party) ?? []).reduce((sum, { amount }) => added(sum, amount), debt.get(party)!),
    before: before[index]!,
    after: after[index]!,
    furtherLoss: (owedTo.get(party) ?? [])
      .map(({ from, amount }) => unpaid(amount, after[number.get(from)!]!))
      .reduce(added, nothing),
  }));
}

/** What of an amount is not paid, in whole cents outwards. */
function unpaid({ low, high }: Ends, paid: Interval): Ends {
  const most = 1 - paid.low;
  return {
    low: Math.floor(low * (1 - paid.high)),
    high: high === null ? (most === 0 ? 0 : null) : Math.ceil(high * most),
  };
}

/** The losses of equity; more is lost where claims are larger, and where equity is smaller. */
export function distressed(
  company: PartyId,
  reached: readonly PartyId[],
  debts: readonly Debt[],
  equity: ReadonlyMap<PartyId, Ends>,
): Distressed[] {
  const number = new Map([...reached, company].map((party, index) => [party, index]));
  const claims = debts.filter(({ from, to }) => number.has(from) && number.has(to) && to !== company);
  const losses = (worst: boolean): Float64Array => {
    const network = leverageNetwork(
      number.size,
      Int32Array.from(claims, ({ to }) => number.get(to)!),
      Int32Array.from(claims, ({ from }) => number.get(from)!),
      Float64Array.from(claims, ({ amount }) => (worst ? top(amount) : amount.low)),
      // The company's own equity is gone whatever it was.
      Float64Array.from([...reached.map((party) => (worst ? equity.get(party)!.low : top(equity.get(party)!))), 1]),
    );
    return debtRank(
      network,
      Float64Array.from(number.values(), (index) => (index === reached.length ? 1 : 0)),
    ).h;
  };
  const [low, high] = [losses(false), losses(true)];
  return reached.map((party, index) => ({ party, lost: { low: low[index]!, high: high[index]! } }));
}
