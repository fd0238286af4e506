/** Runs the act of a key press: the screen's own, else the frame's. Screens put their acts here while they are shown. */

import { effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { boundKeys } from "./bound-keys.ts";
import { actOf } from "./keyboard.ts";
import { closeLayer, layer, preferences } from "./page.ts";

export type Acts = Readonly<Record<string, () => void>>;

let frameActs: Acts = {};
let screenActs: Acts = {};
let isArriving: ReadonlySignal<boolean> = signal(false);
let held: string[] = [];

export function setFrameActs(acts: Acts): void {
  frameActs = acts;
}

/**
 * A screen's acts, until what this gives back is called. While what the address asks for is still arriving, they are held and done after, in order: keys
 * may be quicker than the server, and must never mean what was on the screen before.
 */
export function setScreenActs(acts: Acts, arriving: ReadonlySignal<boolean>): () => void {
  screenActs = acts;
  isArriving = arriving;
  const stop = effect(() => {
    if (!arriving.value) untracked(() => held.splice(0).forEach(perform));
  });
  return () => {
    stop();
    screenActs = {};
    isArriving = signal(false);
    dropHeld();
  };
}

/** What was meant for something that did not come is not done to anything else. */
export function dropHeld(): void {
  held = [];
}

/** Does what a key, a button or the palette names. */
export function perform(act: string): boolean {
  // Escape closes the topmost: a layer before anything of the screen below it.
  if (act === "close" && layer.peek() !== null) {
    closeLayer();
    return true;
  }
  if (act in screenActs && isArriving.peek()) {
    held.push(act);
    return true;
  }
  const run = screenActs[act] ?? frameActs[act];
  run?.();
  return run !== undefined;
}

/** Acts that are possible now. */
export function isPossible(act: string): boolean {
  return act in screenActs || act in frameActs;
}

const secondKeyWithin = 1500;

/** Listens to keys. */
export function startKeys(): void {
  let before: { key: string; at: number } | null = null;
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    // With alt letters are typed, or the browser's own.
    if (event.altKey && !event.key.startsWith("Arrow")) return;
    const prefix = before !== null && event.timeStamp - before.at < secondKeyWithin ? before.key : null;
    const press = {
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      alt: event.altKey,
      inField: isField(event.target) || (layer.peek() !== null && layer.peek()!.is !== "why"),
    };
    const meant = actOf(press, prefix, boundKeys.peek(), preferences.peek().letterKeys);
    before = meant !== null && "prefix" in meant ? { key: meant.prefix, at: event.timeStamp } : null;
    if (meant === null || "prefix" in meant) return;
    // A button keeps its own keys, and copying words that are selected stays the browser's.
    if ((event.key === " " || event.key === "Enter") && isControl(event.target)) return;
    if (meant.act === "copy" && String(getSelection()) !== "") return;
    if (perform(meant.act)) event.preventDefault();
  });
}

function isField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("select, textarea, input:not([type=checkbox]):not([type=radio])"))
  );
}

function isControl(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("button, a, summary, input, [role=option]");
}
