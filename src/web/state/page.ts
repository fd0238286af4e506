/** What the page shows now: its address, its book, and what the person is doing. Everything else follows from these. */

import { batch, computed, effect, signal } from "@preact/signals";
import type { Problem } from "../../model/problem.ts";
import type { BookAnswer, ConflictsAnswer } from "../../views/page-answers.ts";
import { usualPreferences } from "../../views/preferences.ts";
import { type Address, controlsOf, readAddress, writeAddress } from "./address.ts";
import { ask, askAside, problemOf } from "./server.ts";

export const address = signal<Address>(readAddress(location.hash));
export const book = signal<BookAnswer | null>(null);
/** Why the book is not there, or is older than it should be. */
export const bookProblem = signal<Problem | null>(null);
export const bookLoading = signal(false);
/** Counts up when the book changed by something else than a decision on this page. */
export const bookVersion = signal(0);

/** The controls as the server takes them. */
export const controls = computed(() => JSON.stringify(controlsOf(address.value)));
export const preferences = computed(() => book.value?.preferences ?? usualPreferences);

/** Goes to another place; `replace` leaves no step for the back button. */
export function go(to: Partial<Address>, replace = false): void {
  const next = { ...address.peek(), ...to };
  const hash = writeAddress(next);
  if (hash === location.hash) return;
  if (replace) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
  address.value = readAddress(hash);
}

/** Changes parameters of the address; an empty one is left out. */
export function goWith(params: Readonly<Record<string, string>>, replace = false): void {
  const merged = { ...address.peek().params, ...params };
  go({ params: Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== "")) }, replace);
}

/** Goes where a link within the page leads; the controls stay as they are. */
export function follow(hash: string): void {
  const to = readAddress(hash);
  go({ ...to, params: { ...controlsOf(address.peek()), ...to.params }, unknown: {} });
}

/** Follows the browser's own steps, and keeps the book up to the controls. */
export function startPage(): void {
  const read = (): void => {
    if (location.hash !== writeAddress(address.peek())) address.value = readAddress(location.hash);
  };
  addEventListener("popstate", read);
  addEventListener("hashchange", read);
  effect(() => {
    void bookVersion.value;
    void loadBook(JSON.parse(controls.value) as Record<string, string>);
  });
  effect(() => {
    if (book.value?.conflicts === null) void countConflicts(JSON.parse(controls.peek()) as Record<string, string>);
  });
  effect(() => {
    const { theme, reduceMotion } = preferences.value;
    document.documentElement.dataset.theme = theme;
    document.documentElement.dataset.motion = reduceMotion ? "reduced" : "";
  });
}

let asking: AbortController | null = null;

async function loadBook(params: Readonly<Record<string, string>>): Promise<void> {
  asking?.abort();
  const own = new AbortController();
  asking = own;
  bookLoading.value = true;
  try {
    const answer = await ask<BookAnswer>("book", params, own.signal);
    batch(() => {
      book.value = answer;
      bookProblem.value = null;
    });
  } catch (error) {
    if (!own.signal.aborted) bookProblem.value = problemOf(error);
  } finally {
    if (!own.signal.aborted) bookLoading.value = false;
  }
}

let counting: AbortController | null = null;

/** Waits until a large book is settled. What is asked meanwhile starts anew. */
async function countConflicts(params: Readonly<Record<string, string>>): Promise<void> {
  counting?.abort();
  const own = new AbortController();
  counting = own;
  try {
    const { documents } = await askAside<ConflictsAnswer>("conflicts", params, own.signal);
    const now = book.peek();
    if (!own.signal.aborted && now !== null) book.value = { ...now, conflicts: documents };
  } catch (error) {
    if (!own.signal.aborted) bookProblem.value = problemOf(error);
  }
}

/** Asks for the book and all that hangs on it again. */
export function reload(): void {
  bookVersion.value++;
}

/** A layer above the page; Escape closes it, and focus goes back to where it was. */
export type Layer =
  | { readonly is: "palette" | "keys" | "settings" | "add" | "export" | "changes" }
  | {
      readonly is: "why";
      readonly claim: string;
      /** All claims that a mark rests on, where there are several. */
      readonly claims?: readonly string[];
    }
  | {
      readonly is: "assume";
      /** `OpenAI.cash`. */
      readonly what: string;
      /** What the line that was pressed would write; empty where none was. */
      readonly example: string;
    };
export const layer = signal<Layer | null>(null);
let focusBefore: Element | null = null;

export function openLayer(next: Layer): void {
  if (layer.peek() === null) focusBefore = document.activeElement;
  layer.value = next;
}

export function closeLayer(): void {
  layer.value = null;
  const back = focusBefore;
  focusBefore = null;
  queueMicrotask(() => (back instanceof HTMLElement || back instanceof SVGElement) && back.isConnected && back.focus());
}

/** What was done, said once and read out politely. */
export interface Toast {
  readonly text: string;
  readonly undoable: boolean;
}
export const toast = signal<Toast | null>(null);
let fading: ReturnType<typeof setTimeout> | undefined;

export function tell(text: string, undoable = false): void {
  clearTimeout(fading);
  toast.value = { text, undoable };
  fading = setTimeout(() => {
    toast.value = null;
  }, 6000);
}
