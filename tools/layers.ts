/** May this room import that one? Checks every import under src/ against the table of the house. */

import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

interface Room {
  /** Rooms whose files it may import, beside its own. */
  readonly rooms: readonly string[];
  /** Packages it may import; `node:` stands for all of Node. */
  readonly packages: readonly string[];
  /** Values in, values out: no clock and no randomness either. */
  readonly pure: boolean;
}

const pureRooms = ["model", "reading", "deals", "numeric", "analyses", "simulation", "planning"];
const analysing = ["model", "reading", "deals", "numeric"];
const behindDoors = [...pureRooms, "views", "store"];

const house: Readonly<Record<string, Room>> = {
  model: { rooms: [], packages: ["@noble/hashes", "papaparse"], pure: true },
  reading: { rooms: ["model"], packages: [], pure: true },
  deals: { rooms: ["model"], packages: [], pure: true },
  numeric: { rooms: [], packages: [], pure: true },
  analyses: { rooms: analysing, packages: [], pure: true },
  simulation: { rooms: analysing, packages: [], pure: true },
  planning: { rooms: analysing, packages: [], pure: true },
  views: { rooms: pureRooms, packages: [], pure: true },
  store: { rooms: [...pureRooms, "views"], packages: ["node:", "kysely"], pure: false },
  intake: { rooms: behindDoors, packages: ["node:", "yaml", "@mozilla/readability", "linkedom", "unpdf"], pure: false },
  server: { rooms: behindDoors, packages: ["node:", "esbuild", "@resvg/resvg-js"], pure: false },
  cli: { rooms: [...behindDoors, "intake", "server"], packages: ["node:"], pure: false },
  web: { rooms: [...pureRooms, "views"], packages: ["preact", "@preact/signals"], pure: false },
};

/** The breaches in the files of a checkout, each with its place and the rule. Tests may import what they test against. */
export function layerBreaches(root: string): string[] {
  return globSync(["src/**/*.ts", "src/**/*.tsx"], { cwd: root })
    .filter((file) => !/\.test(-kit)?\.ts$/.test(file))
    .sort()
    .flatMap((file) => fileBreaches(file, readFileSync(join(root, file), "utf8")));
}

/** The breaches of one file, named by its path from the root. */
export function fileBreaches(file: string, source: string): string[] {
  const name = normalize(file).split("/")[1]!;
  const room = house[name];
  if (!room) return [`${file}:1: src/${name} is no room of the house; add it to tools/layers.ts`];
  const breaches: string[] = [];
  for (const [index, line] of source.split("\n").entries()) {
    const breach = (rule: string): void => void breaches.push(`${file}:${index + 1}: ${rule}`);
    for (const target of importsOf(line)) checkImport(file, name, room, target, breach);
    if (room.pure && /\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)/.test(line))
      breach(`${name} is pure: no clock and no randomness`);
  }
  return breaches;
}

function checkImport(file: string, name: string, room: Room, target: string, breach: (rule: string) => void): void {
  if (!target.startsWith(".")) {
    const allowed = room.packages.some(
      (each) => target === each || target.startsWith(each.endsWith(":") ? each : `${each}/`),
    );
    if (!allowed) breach(`${name} may not import ${target}: it may use ${room.packages.join(", ") || "no package"}`);
    return;
  }
  const [top, other] = normalize(join(dirname(file), target)).split("/");
  if (top !== "src") breach(`${name} may not import ${target}: it lies outside src`);
  else if (other !== name && !room.rooms.includes(other!))
    breach(`${name} may not import ${other}: it may use ${room.rooms.join(", ") || "no other room"}`);
}

/** The targets that a line imports, types and lazy imports too. */
function importsOf(line: string): string[] {
  return [...line.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(["'])([^"'\s]+)\1/g)].map((match) => match[2]!);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const breaches = layerBreaches(fileURLToPath(new URL("..", import.meta.url)));
  for (const breach of breaches) console.log(breach);
  process.exitCode = breaches.length > 0 ? 1 : 0;
}
