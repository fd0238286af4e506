/** Is this book open already? Each open book leaves a note of its port and key in this person's own folder. */

import { createHash } from "node:crypto";
import { mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";

export interface RunningNote {
  readonly port: number;
  /** Who knows it may ask for a further address. */
  readonly key: string;
}

/** Leaves the note, for nobody else to read. */
export async function noteRunning(folder: string, note: RunningNote): Promise<void> {
  const file = await noteFile(folder);
  await mkdir(join(file, ".."), { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(note), { mode: 0o600 });
}

/** Takes the note away, if it is still this one's. */
export async function forgetRunning(folder: string, { key }: RunningNote): Promise<void> {
  const note = await readNote(folder);
  if (note?.key === key) await rm(await noteFile(folder), { force: true });
}

/** A further address of the page of this book; null where it is not open. */
export async function runningAddress(folder: string): Promise<string | null> {
  const note = await readNote(folder);
  if (note === null) return null;
  try {
    const response = await fetch(`http://127.0.0.1:${note.port}/invite`, {
      headers: { "x-capstack-key": note.key },
      signal: AbortSignal.timeout(2000),
    });
    const { address } = (await response.json()) as { address?: unknown };
    return response.ok && typeof address === "string" ? address : null;
  } catch {
    // Whoever left the note is gone, or another program has the port by now.
    return null;
  }
}

async function readNote(folder: string): Promise<RunningNote | null> {
  try {
    const note = JSON.parse(await readFile(await noteFile(folder), "utf8")) as Partial<RunningNote>;
    return typeof note.port === "number" && typeof note.key === "string" ? { port: note.port, key: note.key } : null;
  } catch {
    return null;
  }
}

async function noteFile(folder: string): Promise<string> {
  const path = await realpath(folder).catch(() => resolve(folder));
  const state = process.env.XDG_STATE_HOME || join(homedir(), ".local", "state");
  return join(state, "capstack", `open-${createHash("sha256").update(path).digest("hex").slice(0, 16)}.json`);
}
