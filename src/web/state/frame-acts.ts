/** What the keys of the frame do. */

import { addMonths, dayOf, dayParts, daysInMonth, lastDayOf, type PartialDay, parseDay } from "../../model/day.ts";
import type { BookAnswer, PageQuestion, WrittenAnswer } from "../../views/page-answers.ts";
import type { Acts } from "./acts.ts";
import { controlsOf, type Screen, writeAddress } from "./address.ts";
import { keyName } from "./bound-keys.ts";
import { address, book, closeLayer, go, goWith, layer, openLayer, reload, tell } from "./page.ts";
import { act, problemOf } from "./server.ts";
import { whyTarget } from "./why-target.ts";
import { inTurn } from "./writes.ts";

export const frameActs: Acts = {
  palette: () => openLayer({ is: "palette" }),
  search: () => document.querySelector<HTMLInputElement>("[data-search]")?.focus(),
  "go-evidence": () => goScreen("evidence"),
  "go-claims": () => goScreen("claims"),
  "go-network": () => goScreen("network"),
  "go-flows": () => goScreen("flows"),
  "go-company": () => goScreen("company"),
  "go-deal": goDeal,
  settings: () => openLayer({ is: "settings" }),
  changes: () => openLayer({ is: "changes" }),
  export: () => openLayer({ is: "export" }),
  keys: () => openLayer({ is: "keys" }),
  why,
  pin: () => void copyPinned(),
  undo: () => void undo("undo"),
  redo: () => void undo("redo"),
  earlier: () => step(-1),
  later: () => step(1),
  "month-earlier": () => stepMonth(-1),
  "month-later": () => stepMonth(1),
  close: () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  },
};

/** The controls stay; what belongs to the other screen does not. */
export function goScreen(screen: Screen): void {
  const { by, ...controls } = controlsOf(address.peek());
  // By what companies are is asked of flows alone.
  const keepsBy = by !== undefined && (by !== "role" || screen === "flows");
  go({ screen, path: "", params: keepsBy ? { ...controls, by } : controls });
}

/** The deal of the claim that is chosen, or of the figure that has the focus; all deals where there is none. */
function goDeal(): void {
  const claim = focusedClaim() ?? whyTarget.peek();
  goScreen("deal");
  if (claim) go({ path: claim }, true);
}

function focusedClaim(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-why]")?.dataset.why;
}

/** Why is asked of the figure that has the focus, else of the chosen claim. */
function why(): void {
  const shown = layer.peek();
  if (shown?.is === "why") {
    closeLayer();
    return;
  }
  const claim = focusedClaim() ?? whyTarget.peek();
  if (claim) openLayer({ is: "why", claim });
  else tell(`Choose a claim first: then ${keyName("why")} shows why.`);
}

/** To the day before or after on which something became known. */
function step(direction: 1 | -1): void {
  const now = book.peek();
  if (!now) return;
  const { knownOn, asOf } = datesAsked(now);
  const day = knownOn ?? asOf ?? "9999";
  const next = direction < 0 ? now.days.findLast((each) => each < day) : now.days.find((each) => each > day);
  if (next) goAt(next);
  else tell(direction < 0 ? "Nothing is known before this day." : "No document is later than this day.");
}

/** The dates that the address asks for: keys may be quicker than the book's answer. */
function datesAsked({ usual, question }: BookAnswer): Pick<PageQuestion, "asOf" | "knownOn"> {
  const { at, "as-of": asOf, "known-on": knownOn } = address.peek().params;
  const dateOf = (written: string | undefined, name: "asOf" | "knownOn"): PartialDay | null => {
    if (written === undefined) return usual[name];
    const day = parseDay(written);
    return day === null ? question[name] : lastDayOf(day);
  };
  return { asOf: dateOf(at ?? asOf, "asOf"), knownOn: dateOf(at ?? knownOn, "knownOn") };
}

function stepMonth(direction: 1 | -1): void {
  const now = book.peek();
  const asOf = now && datesAsked(now).asOf;
  if (!asOf) return;
  const { year, month = 1, day = 1 } = dayParts(asOf);
  const next = addMonths(year, month, direction);
  goAt(dayOf(next.year, next.month, Math.min(day, daysInMonth(next.year, next.month))));
}

/** One day for both dates. The day that is usual is not written. */
export function goAt(day: string): void {
  const { asOf, knownOn } = book.peek()?.usual ?? { asOf: null, knownOn: null };
  const isUsual = asOf === (day as PartialDay) && knownOn === (day as PartialDay);
  goWith({ at: isUsual ? "" : day, "as-of": "", "known-on": "" });
  tell(`As of ${day}, and known by then.`);
}

/** The address of what is shown, with the data that it was made on. */
export function pinnedAddress(): string {
  const now = book.peek();
  const pin = now ? `${now.data}.${now.lastWrite ?? ""}` : "";
  return `${location.origin}/${writeAddress({ ...address.peek(), params: { ...address.peek().params, pin } })}`;
}

async function copyPinned(): Promise<void> {
  await copyText(pinnedAddress(), "Copied: a link to this view, pinned to this data.");
}

export async function copyText(text: string, told: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(told);
  } catch {
    tell("The browser does not let this page copy. Nothing was copied.");
  }
}

async function undo(how: "undo" | "redo"): Promise<void> {
  try {
    const { did } = await inTurn(() => act<WrittenAnswer>(how, {}, controlsOf(address.peek())));
    reload();
    tell(did.charAt(0).toUpperCase() + did.slice(1), how === "redo");
  } catch (error) {
    const { message } = problemOf(error);
    tell(message.charAt(0).toUpperCase() + message.slice(1));
  }
}
