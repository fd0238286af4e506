/**
 * Decisions on their way into the book. What a decision does is shown at once and sent after; the server's word replaces it. Writes go one after the
 * other, so that their order is that of the keys. What could not be stored is told, with what was decided, and can be tried again.
 */

import { batch, signal } from "@preact/signals";
import type { Problem } from "../../model/problem.ts";
import type { ClaimCard, WrittenAnswer } from "../../views/page-answers.ts";
import { book, controls, tell } from "./page.ts";
import { act, problemOf } from "./server.ts";

/** All cards that are on the page, by their ids, as they look now. */
export const cards = signal<ReadonlyMap<string, ClaimCard>>(new Map());
export const unsaved = signal<ReadonlySet<string>>(new Set());

export interface FailedWrite {
  readonly name: string;
  readonly body: Body;
  readonly ids: readonly string[];
  readonly problem: Problem;
}
export const failed = signal<readonly FailedWrite[]>([]);

type Body = Readonly<Record<string, unknown>>;

let queue: Promise<unknown> = Promise.resolve();
/** How many writes about a claim are under way. */
const underWay = new Map<string, number>();

/** Runs after all that was begun before: an undo must not overtake the decision that it takes back. */
export function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const result = queue.then(run);
  queue = result.catch(() => {});
  return result;
}

/** How many more cards are reviewed than when they first came onto the page. */
export const newlyReviewed = signal(0);

/** Counts up when a write may have brought claims into conflict, or out of it, of which it gave no cards. */
export const marksMoved = signal(0);

/** Puts cards on the page, in place of those of the same ids. */
export function putCards(next: readonly ClaimCard[]): void {
  if (next.length === 0) return;
  const all = new Map(cards.peek());
  let more = 0;
  for (const card of next) {
    const before = all.get(card.id);
    if (before) more += Number(isReviewed(card)) - Number(isReviewed(before));
    all.set(card.id, card);
  }
  batch(() => {
    cards.value = all;
    newlyReviewed.value = newlyReviewed.peek() + more;
  });
}

function isReviewed({ review }: ClaimCard): boolean {
  return review !== "unreviewed";
}

/** Brings cards up to date of which a write gave none, in turn with the writes. */
export function freshen(ids: readonly string[]): Promise<void> {
  return inTurn(async () => {
    if (ids.length === 0) return;
    const params = JSON.parse(controls.peek()) as Record<string, string>;
    putCards(settledOf(await act<readonly ClaimCard[]>("rows", { ids }, params)));
  });
}

/** Writes, shows it at once as `looks` says, and tells what it did. Gives the answer, or null where it could not be stored. */
export function write(
  name: string,
  body: Body,
  ids: readonly string[],
  looks: (card: ClaimCard) => ClaimCard = (card) => card,
): Promise<WrittenAnswer | null> {
  const before = ids.flatMap((id) => cards.peek().get(id) ?? []);
  batch(() => {
    putCards(before.map(looks));
    unsaved.value = new Set([...unsaved.peek(), ...ids]);
  });
  for (const id of ids) underWay.set(id, (underWay.get(id) ?? 0) + 1);
  return inTurn(() => store(name, body, ids, before));
}

async function store(
  name: string,
  body: Body,
  ids: readonly string[],
  before: readonly ClaimCard[],
): Promise<WrittenAnswer | null> {
  try {
    const answer = await act<WrittenAnswer>(name, body, JSON.parse(controls.peek()) as Record<string, string>);
    arrived(ids);
    batch(() => {
      putCards(settledOf(answer.cards));
      keepTotals(answer);
      if (answer.movesMarks) marksMoved.value++;
    });
    return answer;
  } catch (error) {
    arrived(ids);
    batch(() => {
      putCards(settledOf(before));
      failed.value = [...failed.peek(), { name, body, ids, problem: problemOf(error) }];
    });
    tell("Not stored. See the note above the claims.");
    return null;
  } finally {
    unsaved.value = new Set([...unsaved.peek()].filter((id) => underWay.has(id)));
  }
}

function arrived(ids: readonly string[]): void {
  for (const id of ids) {
    const left = (underWay.get(id) ?? 1) - 1;
    if (left > 0) underWay.set(id, left);
    else underWay.delete(id);
  }
}

/** Claims on which no later decision is under way: the look of that one stays until its own answer. */
function settledOf(some: readonly ClaimCard[]): readonly ClaimCard[] {
  return some.filter(({ id }) => !underWay.has(id));
}

function keepTotals({ data, documents, totals, conflicts, write: lastWrite }: WrittenAnswer): void {
  const now = book.peek();
  if (now === null) return;
  const changed = new Map(documents.map((line) => [line.id, line]));
  book.value = {
    ...now,
    data,
    lastWrite,
    totals,
    conflicts,
    documents: now.documents.map((line) => changed.get(line.id) ?? line),
  };
}

/** Tries a write again that could not be stored. */
export function retry(one: FailedWrite): void {
  dismiss(one);
  void write(one.name, one.body, one.ids);
}

export function dismiss(one: FailedWrite): void {
  failed.value = failed.peek().filter((each) => each !== one);
}
