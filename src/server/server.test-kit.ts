/** What tests of the server and of the page share: a book of their own, served by the real program in a process of its own. */

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const launcher = fileURLToPath(new URL("../../bin/capstack.js", import.meta.url));

export interface ServedFolder extends AsyncDisposable {
  readonly folder: string;
  /** The address that lets one browser in. */
  readonly address: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** Runs a command of the command line in the folder; what it prints. */
  readonly run: (...words: string[]) => string;
}

/** Texts that a test's book holds, by their file names. */
export type Texts = Readonly<Record<string, string>>;

/** A book of these texts, open in a process of its own; `demo` is the example book. */
export async function serveTexts(texts: Texts | "demo"): Promise<ServedFolder> {
  const folder = mkdtempSync(join(tmpdir(), "capstack-web-"));
  const run = runnerIn(folder);
  if (texts === "demo") run("demo", "--in", "book");
  else {
    const names = Object.keys(texts);
    for (const name of names) writeFileSync(join(folder, name), texts[name]!);
    run("add", ...names, "--book", "book");
  }
  if (texts !== "demo" && Object.keys(texts).length === 0) writeBook(folder);
  return serveFolder(folder);
}

/** A book whose documents came from another one, without what was read there. */
export async function serveUnread(texts: Texts): Promise<ServedFolder> {
  const folder = mkdtempSync(join(tmpdir(), "capstack-web-"));
  const run = runnerIn(folder);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  run("add", ...Object.keys(texts), "--book", "other");
  const lines = run("export", "--book", "other").split("\n");
  const unread = lines.filter((line) => !/"type":"(?:reading|claim|refusal)"/.test(line));
  writeFileSync(join(folder, "documents.jsonl"), unread.join("\n"));
  run("import", "documents.jsonl", "--book", "book");
  return serveFolder(folder);
}

/** The folder `book` in this folder, open in a process of its own. Both go when it is disposed of. */
export async function serveFolder(folder: string): Promise<ServedFolder> {
  const child = spawn(process.execPath, [launcher, "open", "--book", "book", "--no-browser", "--port", "0"], {
    cwd: folder,
    env: envIn(folder),
  });
  const address = await firstAddress(child);
  return {
    folder,
    address,
    port: Number(new URL(address).port),
    child,
    run: runnerIn(folder),
    [Symbol.asyncDispose]: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGINT");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function runnerIn(folder: string): ServedFolder["run"] {
  return (...words) => {
    const options = { cwd: folder, encoding: "utf8", env: envIn(folder) } as const;
    const { stdout, stderr, error } = spawnSync(process.execPath, [launcher, ...words], options);
    if (error) throw error;
    return stdout + stderr;
  };
}

/** A name and a place for notes that are those of the test. */
function envIn(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, XDG_STATE_HOME: join(folder, "state"), USER: "ada", NO_COLOR: "1" };
}

/** A book without any document. */
function writeBook(folder: string): void {
  writeFileSync(join(folder, "a.txt"), "The weather was fine.\n");
  spawnSync(process.execPath, [launcher, "add", "a.txt", "--book", "book"], { cwd: folder });
  spawnSync(process.execPath, [launcher, "undo", "--book", "book"], { cwd: folder });
}

/** What a program that serves prints first. */
export function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    child.stdout!.on("data", (chunk: Buffer) => {
      printed += chunk;
      const [address] = /http:\/\/\S+/.exec(printed) ?? [];
      if (address) resolve(address);
    });
    child.stderr!.on("data", (chunk: Buffer) => {
      printed += chunk;
    });
    child.once("exit", (code) => reject(new Error(`capstack open ended with ${code}: ${printed}`)));
  });
}

/** A session by hand, as a browser would have it: the address exchanged for a cookie. */
export async function letIn(address: string): Promise<{ origin: string; cookie: string }> {
  const response = await fetch(address, { redirect: "manual" });
  const cookie = (response.headers.get("set-cookie") ?? "").split(";")[0]!;
  return { origin: new URL(address).origin, cookie };
}
