/** What Evidence shows now: a document, its claims in an order, the one that is chosen, and what is being done to it. */

import { batch, computed, effect, signal } from "@preact/signals";
import type { Problem } from "../../../model/problem.ts";
import type { ClaimCard, DealAnswer, DocumentAnswer, DocumentLine } from "../../../views/page-answers.ts";
import { dropHeld } from "../../state/acts.ts";
import { address, book, bookVersion, controls, follow, go, goWith } from "../../state/page.ts";
import { ask, problemOf } from "../../state/server.ts";
import { whyTarget } from "../../state/why-target.ts";
import { cards, freshen, marksMoved, putCards } from "../../state/writes.ts";

export const shownDocument = signal<DocumentAnswer | null>(null);
export const documentProblem = signal<Problem | null>(null);
export const documentLoading = signal(false);

/** What is being done to the chosen claim. */
export type Mode = "none" | "reject" | "edit" | "flag" | "span" | "new";
export const mode = signal<Mode>("none");
export const selected = signal<string | null>(null);
/** Claims that are selected together, the chosen one among them. */
export const extended = signal<ReadonlySet<string>>(new Set());
/** The words that are being selected anew, or for a new claim. */
export const draftSpan = signal<readonly [number, number] | null>(null);

/** The number of the document that is shown: the address's, else the first that has something to review. */
export const number = computed(() => {
  const { screen, path } = address.value;
  // Behind another screen stands no document.
  if (screen !== "evidence") return "";
  if (path !== "") return path;
  const documents = book.value?.documents ?? [];
  return (documents.find(({ claims, reviewed }) => reviewed < claims) ?? documents[0])?.number ?? "";
});

/** The documents that the list shows. */
export const only = computed(() => address.value.params.only ?? "");
export const listed = computed((): readonly DocumentLine[] => {
  const documents = book.value?.documents ?? [];
  switch (only.value) {
    case "unreviewed":
      return documents.filter(({ claims, reviewed }) => reviewed < claims);
    case "conflicts":
      return documents.filter((line) => conflictsOf(line) > 0);
    case "conditional":
      return documents.filter(({ conditional }) => conditional > 0);
    default:
      return documents;
  }
});

/** The ids of the document's claims in the order of the text, or with what matters first: conflicts, then the largest amounts. */
export const order = computed((): readonly string[] => {
  const all = shownDocument.value?.cards ?? [];
  const ids = all.map(({ id }) => id);
  if (address.value.params.order !== "weight") return ids;
  return [...all].sort((one, other) => weight(other) - weight(one)).map(({ id }) => id);
});

/** How many claims of a document are in conflict; none while they are counted. */
export function conflictsOf({ id }: DocumentLine): number {
  return book.value?.conflicts?.[id] ?? 0;
}

function weight({ conflict, figure }: ClaimCard): number {
  const size = figure && /^[A-Z]{3}$/.test(figure.unit) ? (figure.max ?? figure.min ?? 0) : 0;
  return (conflict ? 1e18 : 0) + size;
}

export const chosen = computed((): ClaimCard | null => {
  const id = selected.value;
  return (id !== null && cards.value.get(id)) || null;
});

/** Whether the deal of the chosen claim stands in place of the text. */
export const isCompared = computed(() => address.value.params.view === "conflict" && chosen.value !== null);
/** The deal of the chosen claim, while it is looked at. */
export const deal = signal<DealAnswer | null>(null);
export const dealProblem = signal<Problem | null>(null);

/** Another document is asked for than the one that is shown. */
export const arriving = computed(() => documentLoading.value && shownDocument.value?.line.number !== number.value);

let asking: AbortController | null = null;

/** Loads the document of the address, again when the controls or the book change. Ends with what it gives back. */
export function startEvidence(): () => void {
  const moved = marksMoved.peek();
  const stops = [
    effect(() => {
      void bookVersion.value;
      const wanted = number.value;
      const params = JSON.parse(controls.value) as Record<string, string>;
      if (wanted !== "") void load(wanted, params);
    }),
    effect(() => {
      const { claim } = address.value.params;
      if (claim !== undefined && claim !== selected.peek()) choose(claim, false);
    }),
    effect(() => {
      if (marksMoved.value > moved) void freshen(shownDocument.peek()?.cards.map(({ id }) => id) ?? []);
    }),
    effect(() => {
      whyTarget.value = selected.value;
    }),
    effect(() => {
      // A decision, or its undo, may draw another reading.
      void book.value?.data;
      if (isCompared.value) void loadDeal(selected.value!, JSON.parse(controls.value) as Record<string, string>);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    whyTarget.value = null;
  };
}

async function load(wanted: string, params: Readonly<Record<string, string>>): Promise<void> {
  asking?.abort();
  const own = new AbortController();
  asking = own;
  documentLoading.value = true;
  try {
    const answer = await ask<DocumentAnswer>("document", { number: wanted, ...params }, own.signal);
    batch(() => {
      putCards(answer.cards);
      shownDocument.value = answer;
      documentProblem.value = null;
      // From here on the document stays, also when its last claim is reviewed.
      if (address.peek().screen === "evidence" && address.peek().path === "") go({ path: wanted }, true);
      if (!answer.cards.some(({ id }) => id === selected.peek())) chooseFirst(answer);
    });
  } catch (error) {
    if (own.signal.aborted) return;
    dropHeld();
    documentProblem.value = problemOf(error);
  } finally {
    if (!own.signal.aborted) documentLoading.value = false;
  }
}

let askingDeal: AbortController | null = null;

async function loadDeal(claim: string, params: Readonly<Record<string, string>>): Promise<void> {
  askingDeal?.abort();
  const own = new AbortController();
  askingDeal = own;
  try {
    const answer = await ask<DealAnswer>("deal", { id: claim, ...params }, own.signal);
    batch(() => {
      deal.value = answer;
      dealProblem.value = null;
    });
  } catch (error) {
    if (!own.signal.aborted) dealProblem.value = problemOf(error);
  }
}

/** The claim of the address, whose id may be shortened; else the one at the address's place; else the first that nobody reviewed. */
function chooseFirst({ cards: all }: DocumentAnswer): void {
  const { claim, span } = address.peek().params;
  const asked = claim ? all.find(({ id }) => id.startsWith(claim)) : undefined;
  const at = Number(span?.split("-")[0] ?? Number.NaN);
  const there = all.find((card) => card.span[0] <= at && card.span[1] > at);
  const first = asked ?? there ?? all.find(({ review }) => review === "unreviewed") ?? all[0];
  selected.value = first?.id ?? null;
  extended.value = new Set();
  mode.value = "none";
}

let writing: ReturnType<typeof setTimeout> | undefined;

/** Chooses a claim; the address follows when the keys rest. */
export function choose(id: string, intoAddress = true): void {
  const full = shownDocument.peek()?.cards.find((card) => card.id.startsWith(id))?.id ?? id;
  batch(() => {
    selected.value = full;
    extended.value = new Set();
    mode.value = "none";
    draftSpan.value = null;
  });
  if (!intoAddress) return;
  clearTimeout(writing);
  writing = setTimeout(() => {
    const isThere = shownDocument.peek()?.line.number === number.peek();
    if (address.peek().screen === "evidence" && isThere && selected.peek() === full)
      goWith({ claim: full, span: "" }, true);
  }, 120);
}

/** Chooses the next claim in the order for which something holds; false where there is none. */
export function chooseNext(direction: 1 | -1, holds: (card: ClaimCard) => boolean = () => true): boolean {
  const ids = order.peek();
  const at = ids.indexOf(selected.peek() ?? "");
  for (let index = at + direction; index >= 0 && index < ids.length; index += direction) {
    const card = cards.peek().get(ids[index]!);
    if (!card || !holds(card)) continue;
    choose(card.id);
    return true;
  }
  return false;
}

/** The next document of the list, first one that has something to review. */
export function goDocument(direction: 1 | -1): boolean {
  const documents = listed.peek();
  const at = documents.findIndex((line) => line.number === number.peek());
  const after = direction > 0 ? documents.slice(at + 1) : documents.slice(0, Math.max(at, 0)).reverse();
  const next = (direction > 0 ? after.find(({ claims, reviewed }) => reviewed < claims) : undefined) ?? after[0];
  if (next) follow(`#/evidence/${next.number}${keptParams()}`);
  return next !== undefined;
}

/** The order and the list's filter stay from document to document. */
export function keptParams(): string {
  const { order, only } = address.peek().params;
  const kept = new URLSearchParams({ ...(order ? { order } : {}), ...(only ? { only } : {}) }).toString();
  return kept === "" ? "" : `?${kept}`;
}
