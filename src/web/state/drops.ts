/** Texts that a person drops on the page, pastes outside a field, or chooses: they wait to be looked at before anything is kept. */

import { signal } from "@preact/signals";
import { openLayer } from "./page.ts";

export interface WaitingText {
  readonly id: number;
  readonly name: string;
  readonly content: { readonly text: string } | { readonly base64: string };
}

export const waiting = signal<readonly WaitingText[]>([]);
/** A file is held above the page. */
export const hovering = signal(false);
let last = 0;

export function startDrops(): void {
  addEventListener("dragover", (event) => {
    event.preventDefault();
    hovering.value = true;
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) hovering.value = false;
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    hovering.value = false;
    const { files } = event.dataTransfer ?? { files: [] };
    const text = event.dataTransfer?.getData("text/plain") ?? "";
    if (files.length > 0) void takeFiles([...files]);
    else if (text.trim() !== "") takeText(text);
  });
  addEventListener("paste", (event) => {
    if (event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]"))
      return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (files.length > 0) void takeFiles(files);
    else if (text.trim() !== "") takeText(text);
  });
}

/** Words without a file. Markup in them stays text. */
export function takeText(text: string): void {
  takeAll([{ name: "pasted.txt", content: { text } }]);
}

export async function takeFiles(files: readonly File[]): Promise<void> {
  const texts: Omit<WaitingText, "id">[] = [];
  for (const file of files) texts.push({ name: file.name, content: { base64: await base64Of(file) } });
  takeAll(texts);
}

function takeAll(texts: readonly Omit<WaitingText, "id">[]): void {
  waiting.value = [...waiting.peek(), ...texts.map((text) => ({ id: ++last, ...text }))];
  openLayer({ is: "add" });
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.onerror = () => reject(reader.error ?? new Error("The file could not be read."));
    reader.readAsDataURL(file);
  });
}
