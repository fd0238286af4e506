/** The files of the page. An installed package brings them; a checkout builds them from src/web when they are first asked for, and again when those changed. */

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export interface WebFile {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Path in an address → file. Nothing else is ever served from a disk. */
export type WebFiles = ReadonlyMap<string, WebFile>;

const served = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/app.js": ["app.js", "text/javascript; charset=utf-8"],
  "/app.css": ["app.css", "text/css; charset=utf-8"],
  "/inter.woff2": ["inter.woff2", "font/woff2"],
  "/icon.svg": ["icon.svg", "image/svg+xml"],
} as const;

const chunk = /^chunk-[A-Z0-9]+\.js$/;

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = join(root, "src", "web");

/** Reads the files into memory. */
export async function webFiles(): Promise<WebFiles> {
  const folder = existsSync(sources) ? await builtFolder() : fileURLToPath(new URL("../web", import.meta.url));
  const files = new Map<string, WebFile>();
  for (const [path, [name, type]] of Object.entries(served))
    files.set(path, { type, bytes: await readFile(join(folder, name)) });
  // Screens of pictures come when they are gone to, in parts of their own.
  for (const name of await readdir(folder))
    if (chunk.test(name))
      files.set(`/${name}`, { type: served["/app.js"][1], bytes: await readFile(join(folder, name)) });
  return files;
}

/** Builds the page into a folder. The inputs are named from the root of the checkout. */
export async function buildWeb(folder: string): Promise<readonly string[]> {
  const { build } = await import("esbuild");
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { app: join(sources, "main.tsx") },
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: "chunk-[hash]",
    minify: true,
    format: "esm",
    target: ["es2022"],
    jsx: "automatic",
    jsxImportSource: "preact",
    external: ["/inter.woff2"],
    metafile: true,
    logLevel: "error",
  });
  const copied = {
    "index.html": join(sources, "index.html"),
    "icon.svg": join(sources, "icon.svg"),
    "inter.woff2": join(root, "node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2"),
  };
  for (const [name, from] of Object.entries(copied)) await writeFile(join(folder, name), await readFile(from));
  return [...Object.keys(metafile.inputs), ...Object.values(copied).map((file) => relative(root, file))];
}

/** The folder of the last build, if its inputs still say what they said; else of a new one. */
async function builtFolder(): Promise<string> {
  const folder = join(root, "node_modules", ".cache", "capstack-web");
  const stamp = join(folder, "inputs.json");
  try {
    const inputs = JSON.parse(await readFile(stamp, "utf8")) as Record<string, string>;
    if (isDeepSame(await hashesOf(Object.keys(inputs)), inputs)) return folder;
  } catch {
    // There is no build yet, or an input is gone: either way it is built.
  }
  // Made beside and put in place whole, so that another Capstack never reads half of it.
  const fresh = `${folder}-${process.pid}`;
  await mkdir(fresh, { recursive: true });
  const inputs = await buildWeb(fresh);
  await writeFile(join(fresh, "inputs.json"), JSON.stringify(await hashesOf(inputs)));
  await mkdir(dirname(folder), { recursive: true });
  await rm(folder, { recursive: true, force: true });
  // Another process may have been quicker, with the same result.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  return folder;
}

async function hashesOf(inputs: readonly string[]): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const input of inputs) {
    const bytes = await readFile(join(root, input));
    hashes[input] = createHash("sha256").update(bytes).digest("hex");
  }
  return hashes;
}

function isDeepSame(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
