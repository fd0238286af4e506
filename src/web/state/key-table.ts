/** Every key with what it does. Small letters belong to a screen, `g …` and the rest to the frame; no key means two things on one screen. */

import { type Screen, screens } from "./address.ts";

export interface Key {
  readonly act: string;
  /** As `KeyboardEvent.key`; two keys one after the other with a space between; `mod+` is Ctrl or ⌘. */
  readonly keys: readonly string[];
  readonly about: string;
}

export const frameKeys = [
  { act: "palette", keys: ["mod+k"], about: "go, search, do: everything by its name" },
  { act: "search", keys: ["/"], about: "search this screen" },
  { act: "go-evidence", keys: ["g e"], about: "go to Evidence" },
  { act: "go-claims", keys: ["g t"], about: "go to Claims" },
  { act: "go-network", keys: ["g n"], about: "go to Network" },
  { act: "go-flows", keys: ["g f"], about: "go to Flows" },
  { act: "go-company", keys: ["g c"], about: "go to Company" },
  { act: "go-deal", keys: ["g d"], about: "go to Deal: that of the chosen claim, else all" },
  { act: "settings", keys: ["g ,"], about: "settings" },
  { act: "changes", keys: ["g l"], about: "what was written in this book" },
  { act: "why", keys: ["."], about: "why: the sentences behind a figure" },
  { act: "earlier", keys: ["["], about: "as of the event before" },
  { act: "later", keys: ["]"], about: "as of the next event" },
  { act: "month-earlier", keys: ["{"], about: "a month earlier" },
  { act: "month-later", keys: ["}"], about: "a month later" },
  { act: "export", keys: ["E"], about: "export" },
  { act: "pin", keys: ["y"], about: "copy a link pinned to this data" },
  { act: "undo", keys: ["u"], about: "undo the last write" },
  { act: "redo", keys: ["U"], about: "redo" },
  { act: "keys", keys: ["?"], about: "all keys" },
  { act: "close", keys: ["Escape"], about: "close the top layer" },
] as const satisfies readonly Key[];

/** What both screens do with a claim. */
const claimKeys = [
  { act: "next", keys: ["j", "ArrowDown"], about: "next claim" },
  { act: "previous", keys: ["k", "ArrowUp"], about: "previous claim" },
  { act: "accept", keys: ["a"], about: "accept: it says what its sentence says" },
  { act: "reject", keys: ["x"], about: "reject, then a key for the reason" },
  { act: "edit", keys: ["e"], about: "edit" },
  { act: "status-1", keys: ["1"], about: "status: forecast" },
  { act: "status-2", keys: ["2"], about: "status: talks" },
  { act: "status-3", keys: ["3"], about: "status: announced" },
  { act: "status-4", keys: ["4"], about: "status: signed" },
  { act: "status-5", keys: ["5"], about: "status: completed" },
  { act: "status-6", keys: ["6"], about: "status: denied" },
  { act: "status-7", keys: ["7"], about: "status: ended" },
] as const;

export const evidenceKeys = [
  ...claimKeys,
  { act: "skip", keys: [" "], about: "skip to the next unreviewed" },
  { act: "next-conflict", keys: ["J"], about: "next conflict" },
  { act: "previous-conflict", keys: ["K"], about: "previous conflict" },
  { act: "next-document", keys: ["n"], about: "next document" },
  { act: "previous-document", keys: ["N"], about: "previous document" },
  { act: "conditional", keys: ["i"], about: "conditional or not" },
  { act: "respan", keys: ["h"], about: "select the sentence again" },
  { act: "conflict", keys: ["c"], about: "the deal of this claim: who says otherwise" },
  { act: "draw-smallest", keys: ["s"], about: "in that view: draw the smallest reading" },
  { act: "draw-both", keys: ["b"], about: "in that view: draw all readings" },
  { act: "draw-largest", keys: ["l"], about: "in that view: draw the largest reading" },
  { act: "apart", keys: ["D"], about: "in that view: this claim is of another deal" },
  { act: "new-claim", keys: ["m"], about: "new claim from the selected words" },
  { act: "flag", keys: ["f"], about: "flag with a note" },
  { act: "order", keys: ["o"], about: "order: as in the text, or what matters first" },
  { act: "extend-down", keys: ["shift+ArrowDown"], about: "select this and the next" },
  { act: "extend-up", keys: ["shift+ArrowUp"], about: "select this and the one before" },
  { act: "accept-selected", keys: ["A"], about: "accept the selected" },
  { act: "add", keys: ["d"], about: "add a document" },
] as const satisfies readonly Key[];

export const claimsKeys = [
  ...claimKeys,
  { act: "select", keys: [" "], about: "select" },
  { act: "open", keys: ["Enter"], about: "open beside its sentence" },
  { act: "select-all", keys: ["*"], about: "select all shown" },
  { act: "columns", keys: ["v"], about: "choose columns" },
  { act: "sort", keys: ["s"], about: "the last sort by the next column" },
  { act: "sort-further", keys: ["S"], about: "sort what is equal by a further column" },
  { act: "reverse", keys: ["r"], about: "turn the last sort around" },
  { act: "group", keys: ["G"], about: "group: by parties, document, status, …" },
  { act: "fold", keys: ["z"], about: "fold the group, or unfold it" },
  { act: "fold-all", keys: ["Z"], about: "fold all groups, or unfold them" },
  { act: "save-filter", keys: ["mod+s"], about: "save the filter under a name" },
  { act: "copy", keys: ["mod+c"], about: "copy the selected as a table" },
  { act: "accept-selected", keys: ["A"], about: "accept the selected" },
] as const satisfies readonly Key[];

export const networkKeys = [
  { act: "next", keys: ["j", "ArrowDown"], about: "next company" },
  { act: "previous", keys: ["k", "ArrowUp"], about: "previous company" },
  { act: "focus", keys: ["Enter"], about: "only this company and what it is tied to; again: everything" },
  { act: "hops-2", keys: ["2"], about: "with what lies two steps away" },
  { act: "hops-3", keys: ["3"], about: "with what lies three steps away" },
  { act: "layer-money", keys: ["l m"], about: "show money, or not" },
  { act: "layer-compute", keys: ["l o"], about: "show compute and power, or not" },
  { act: "layer-chips", keys: ["l c"], about: "show chips, or not" },
  { act: "layer-shares", keys: ["l s"], about: "show shares and who owns, or not" },
  { act: "looser", keys: ["-"], about: "one step less firm" },
  { act: "firmer", keys: ["+"], about: "one step firmer" },
  { act: "next-circle", keys: ["o"], about: "next circle" },
  { act: "difference", keys: ["d"], about: "what changed since the event before" },
  { act: "small-pictures", keys: ["4"], about: "four small pictures of four dates" },
  { act: "list", keys: ["t"], about: "the same as a list, or as a picture" },
  { act: "matrix", keys: ["x"], about: "the same as a matrix of givers and receivers, or as a picture" },
] as const satisfies readonly Key[];

export const flowsKeys = [
  { act: "next", keys: ["j", "ArrowDown"], about: "next ribbon" },
  { act: "previous", keys: ["k", "ArrowUp"], about: "previous ribbon" },
  { act: "onward", keys: ["ArrowRight"], about: "to a ribbon that leaves whom this one reaches" },
  { act: "backward", keys: ["ArrowLeft"], about: "to a ribbon that reaches whom this one leaves" },
  { act: "sentences", keys: ["Enter"], about: "the sentences behind the ribbon" },
  { act: "basis", keys: ["b"], about: "falling due in the window, or whole contracts" },
  { act: "window", keys: ["w"], about: "next window: the year ahead, then each calendar year" },
  { act: "next-circle", keys: ["o"], about: "next circle" },
  { act: "fold-company", keys: ["x"], about: "fold the outer company of the ribbon with others, or unfold" },
  { act: "next-company", keys: ["n"], about: "next company" },
  { act: "previous-company", keys: ["N"], about: "previous company" },
  { act: "move-up", keys: ["alt+ArrowUp"], about: "the company a place further up in its column" },
  { act: "move-down", keys: ["alt+ArrowDown"], about: "the company a place further down" },
  { act: "looser", keys: ["-"], about: "one step less firm" },
  { act: "firmer", keys: ["+"], about: "one step firmer" },
  { act: "table", keys: ["t"], about: "the same as a table, or as a picture" },
] as const satisfies readonly Key[];

export const companyKeys = [
  { act: "panel-ownership", keys: ["1"], about: "only ownership; again: all panels" },
  { act: "panel-obligations", keys: ["2"], about: "only the obligations ladder" },
  { act: "panel-runway", keys: ["3"], about: "only the runway" },
  { act: "panel-exposure", keys: ["4"], about: "only exposure and concentration" },
  { act: "panel-time", keys: ["5"], about: "only valuations and claims over time" },
  { act: "basis", keys: ["b"], about: "obligations by what falls due, as contracts, or as a present value" },
  { act: "quarters", keys: ["q"], about: "obligations: the next year by its quarters; after the last none" },
  { act: "assume", keys: ["a"], about: "write an assumption" },
  { act: "next-company", keys: ["J"], about: "next company" },
  { act: "previous-company", keys: ["K"], about: "previous company" },
  { act: "table", keys: ["t"], about: "the same as tables, or as pictures" },
  { act: "next-mark", keys: ["j"], about: "next figure in the pictures; ⏎ its sentences" },
  { act: "previous-mark", keys: ["k"], about: "previous figure in the pictures" },
] as const satisfies readonly Key[];

export const dealKeys = [
  { act: "next-mark", keys: ["j"], about: "next figure in the pictures, or next deal of the list; ⏎ opens it" },
  { act: "previous-mark", keys: ["k"], about: "previous figure in the pictures, or previous deal of the list" },
  { act: "next-deal", keys: ["J"], about: "next deal between the same two" },
  { act: "previous-deal", keys: ["K"], about: "previous deal between the same two" },
  { act: "all-deals", keys: ["a"], about: "all deals" },
  { act: "evidence", keys: ["o"], about: "its first sentence in its document" },
  { act: "ties", keys: ["n"], about: "the network around its companies" },
  { act: "table", keys: ["t"], about: "the same as tables, or as pictures" },
  { act: "draw-smallest", keys: ["s"], about: "draw the smallest reading of the first field" },
  { act: "draw-both", keys: ["b"], about: "draw all readings of the first field" },
  { act: "draw-largest", keys: ["l"], about: "draw the largest reading of the first field" },
] as const satisfies readonly Key[];

export type Act =
  | (typeof frameKeys)[number]["act"]
  | (typeof evidenceKeys)[number]["act"]
  | (typeof claimsKeys)[number]["act"]
  | (typeof networkKeys)[number]["act"]
  | (typeof flowsKeys)[number]["act"]
  | (typeof companyKeys)[number]["act"]
  | (typeof dealKeys)[number]["act"];

/** Keys that a person chose: act → one key in place of the usual ones. */
export type OwnKeys = Readonly<Record<string, string>>;

const keysOfScreen: Readonly<Record<Screen, readonly Key[]>> = {
  evidence: evidenceKeys,
  claims: claimsKeys,
  network: networkKeys,
  flows: flowsKeys,
  company: companyKeys,
  deal: dealKeys,
};

/** The keys of a screen, the frame's after its own. */
export function keysOf(screen: Screen, own: OwnKeys = {}): readonly Key[] {
  return [...keysOfScreen[screen], ...frameKeys].map((key) => boundKey(key, own));
}

function boundKey(key: Key, own: OwnKeys): Key {
  const chosen = Object.hasOwn(own, key.act) ? own[key.act]! : null;
  return chosen !== null && canChange(key.act) && isFree(chosen) ? { ...key, keys: [chosen] } : key;
}

/** All keys that can be chosen anew, under the screens on which they work; a key of several screens stands once. */
export function keySections(own: OwnKeys): readonly { readonly title: string; readonly keys: readonly Key[] }[] {
  const sections = new Map<string, Key[]>();
  const done = new Set<string>();
  for (const { act, keys } of screens.flatMap((screen) => keysOfScreen[screen])) {
    if (done.has(act)) continue;
    done.add(act);
    const on = screens.filter((screen) => keysOfScreen[screen].some((each) => each.act === act));
    const abouts = on.flatMap((screen) => keysOfScreen[screen].filter((each) => each.act === act));
    const key = { act, keys, about: [...new Set(abouts.map(({ about }) => about))].join("; ") };
    const title = on.map((screen) => screen.charAt(0).toUpperCase() + screen.slice(1)).join(", ");
    sections.set(title, [...(sections.get(title) ?? []), key]);
  }
  sections.set("Everywhere", [...frameKeys]);
  return [...sections].map(([title, keys]) => ({
    title,
    keys: keys.filter(({ act }) => canChange(act)).map((key) => boundKey(key, own)),
  }));
}

/** What closes a layer is always the same key. */
function canChange(act: string): boolean {
  return act !== "close";
}

/** Keys with which one gets through the page, and out of a layer, mean nothing else. */
export function isFree(key: string): boolean {
  return !["Escape", "Tab", "shift+Tab"].includes(key);
}

/** What else a key would do where an act works; null where nothing is against it. A key that begins keys of two is none by itself. */
export function clashOf(act: string, key: string, own: OwnKeys): Key | null {
  const changed = { ...own, [act]: key };
  for (const screen of screens) {
    const all = keysOf(screen, changed);
    if (!all.some((each) => each.act === act)) continue;
    const other = all.find((each) => each.act !== act && each.keys.some((taken) => isSame(taken, key)));
    if (other) return other;
  }
  return null;
}

function isSame(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}

/** How a key is drawn on the control that it presses. */
export function keyText(key: string): string {
  const names: Readonly<Record<string, string>> = {
    " ": "space",
    ArrowDown: "↓",
    ArrowUp: "↑",
    ArrowLeft: "←",
    ArrowRight: "→",
    Escape: "esc",
    Enter: "⏎",
  };
  return key
    .split(/(?<=.)\+(?=.)/)
    .map((part) => names[part] ?? (part === "mod" ? "Ctrl" : key.startsWith("mod+") ? part.toUpperCase() : part))
    .join(" ");
}
