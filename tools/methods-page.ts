/**
 * What do the methods compute, what do they assume, and when are they the wrong ones? Writes docs/methods.md from the headers of the method files.
 *
 *   node tools/methods-page.ts
 */

import { globSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { methods } from "../src/views/methods/all.ts";
import type { Method } from "../src/views/methods/method.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
export const methodsFile = join(root, "docs", "methods.md");

/** The paragraphs of a method header, in their order. `Errors` may be missing where there are none. */
const labels = ["Formula", "Assumes", "Not for", "Shapes", "Errors", "Source"] as const;
type Label = (typeof labels)[number];
const optional: readonly Label[] = ["Errors"];

export interface MethodHeader {
  /** The file, without its ending. */
  readonly name: string;
  readonly question: string;
  readonly paragraphs: ReadonlyMap<Label, string>;
}

/** The rooms whose files may answer such a question. */
const rooms = ["analyses", "deals", "model"];

/** Files whose header has a formula; what else a header lacks is told by `missingParagraphs`. */
export function methodHeaders(): MethodHeader[] {
  return globSync(`src/{${rooms.join(",")}}/*.ts`, { cwd: root })
    .filter((file) => !/\.test(-kit)?\.ts$/.test(file))
    .map((file) => parseHeader(basename(file, ".ts"), readFileSync(join(root, file), "utf8")))
    .filter(({ paragraphs }) => paragraphs.has("Formula"))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** The question and the labelled paragraphs of the comment that opens a file. */
export function parseHeader(name: string, source: string): MethodHeader {
  const comment = /^\/\*\*\n([\s\S]*?)\n \*\//.exec(source)?.[1] ?? "";
  const paragraphs = new Map<Label, string>();
  let question = "";
  let label: Label | null = null;
  for (const line of comment.split("\n").map((each) => each.replace(/^ \* ?/, ""))) {
    const begins = labels.find((each) => line.startsWith(`${each}:`));
    if (begins) label = begins;
    const text = (begins ? line.slice(begins.length + 1) : line).trim();
    if (label) paragraphs.set(label, `${paragraphs.get(label) ?? ""} ${text}`.trim());
    else question = `${question} ${text}`.trim();
  }
  return { name, question, paragraphs };
}

/** The labels that a header lacks. */
export function missingParagraphs({ paragraphs }: MethodHeader): Label[] {
  return labels.filter((label) => !optional.includes(label) && !paragraphs.get(label));
}

/** The page: the methods as the command line names them, then what each of their parts computes. */
export function methodsPage(): string {
  const headers = methodHeaders();
  const uses = analysesOfMethods(new Set(headers.map(({ name }) => name)));
  return `# Methods

This page is written by \`node tools/methods-page.ts\` from the headers of the files that compute them.

\`capstack method NAME FILE.json\` runs any of these on a network of your own: FILE holds one JSON object with the fields below. Companies are whole numbers
from 0 to n - 1; money in whole cents stays exact; rows with the same two companies are summed; wrong input is told with its place.

${methods.map((method) => methodEntry(method, uses.get(method.name) ?? [])).join("\n")}
${headers.map(headerSection).join("\n")}`;
}

function methodEntry(method: Method, parts: readonly string[]): string {
  const computedBy = parts.map((part) => `[${part}](#${part})`).join(", ");
  const lines = [
    `**\`${method.name}\`** ${method.question}\n`,
    `- Input: ${fieldsOf(method)}`,
    ...(parts.length > 0 ? [`- Computed by: ${computedBy}`] : []),
    `- Source: ${method.source}`,
  ];
  return `${lines.join("\n")}\n`;
}

/** The fields that a method takes, as it tells them itself of a field that it does not know. */
function fieldsOf(method: Method): string {
  const told = method.run({ " ": null }).problems.find(({ code }) => code === "unknown-input-field");
  const fields = /^The fields are (.*)\.$/.exec(told?.fix ?? "")?.[1]?.split(", ") ?? [];
  return fields.map((field) => `\`${field}\``).join(", ");
}

function headerSection({ name, question, paragraphs }: MethodHeader): string {
  const told = labels.filter((label) => paragraphs.has(label));
  return `## ${name}\n\n${question}\n\n${told.map((label) => `- **${label}:** ${escaped(paragraphs.get(label)!)}`).join("\n")}\n`;
}

/** Formulas are full of what Markdown takes for emphasis. */
function escaped(text: string): string {
  return text.replace(/[*_<|]/g, "\\$&");
}

/** For each method the analyses that its file imports, directly or through files beside it. */
function analysesOfMethods(known: ReadonlySet<string>): Map<string, string[]> {
  const folder = join(root, "src", "views", "methods");
  const files = readdirSync(folder).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && file !== "all.ts",
  );
  const sources = new Map(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
  const analysesOf = (file: string, seen: Set<string>): string[] => {
    if (seen.has(file)) return [];
    seen.add(file);
    return importsOf(sources.get(file) ?? "").flatMap((target) => {
      if (target.startsWith("./")) return analysesOf(target.slice(2), seen);
      return rooms.some((room) => target.startsWith(`../../${room}/`)) ? [basename(target, ".ts")] : [];
    });
  };
  const uses = new Map<string, string[]>();
  for (const [file, source] of sources) {
    const parts = [...new Set(analysesOf(file, new Set()))].filter((part) => known.has(part)).sort();
    for (const [, name] of source.matchAll(/\bname: "([a-zA-Z]+\.[a-zA-Z]+)"/g)) uses.set(name!, parts);
  }
  return uses;
}

function importsOf(source: string): string[] {
  return [...source.matchAll(/\bfrom "([^"]+)"/g)].map((match) => match[1]!);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(methodsFile, methodsPage());
