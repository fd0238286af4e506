/** The texts that the reader is trained on: whole texts with their claims, short lines, and the patterns' own examples. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Claim, statuses } from "../../src/model/claim.ts";
import type { Pattern } from "../../src/reading/pattern.ts";

export interface Gold {
  readonly document: string;
  readonly claims: readonly Claim[];
  readonly optional?: readonly Claim[];
  readonly aliases?: Readonly<Record<string, string>>;
}
export interface Annotated {
  readonly text: string;
  readonly gold: Gold;
  /** False where annotators took the statuses less strictly than docs/model.md does. */
  readonly statuses?: boolean;
}

/** A pattern's example as an annotated text: its short form, read back. */
export function exampleGold({ example, reads }: Pattern): Annotated {
  return { text: example, gold: { document: "", claims: [parseShortForm(reads, example)] } };
}

/** Files of short examples: a line of text, its claims indented below in short form, a blank line. */
export function readLines(dir: string): Annotated[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => readFileSync(join(dir, name), "utf8").split(/\n\s*\n/))
    .map((block) => block.split("\n").filter((line) => line.trim() !== ""))
    .filter((block) => block.length > 0)
    .map((block) => {
      const text = block.filter((line) => !line.startsWith(" ")).join("\n");
      const claims = block.filter((line) => line.startsWith(" ")).map((line) => parseShortForm(line.trim(), text));
      return { text, gold: { document: "", claims } };
    });
}

/**
 * Files of passages: `@ style` begins a text; its lines follow, each with its claims indented below in short form, borderline readings behind `? `.
 * A claim belongs to the line above it.
 */
export function readPassages(dir: string): Annotated[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .flatMap((name) => {
      const file = readFileSync(join(dir, name), "utf8");
      const statuses = !file.startsWith("statuses: not learned");
      return passagesOf(file).map((passage) => ({ ...readPassage(passage.slice(passage.indexOf("\n"))), statuses }));
    });
}

/** The passages of a file, each with its style on the first line. */
export function passagesOf(file: string): string[] {
  return file.split(/^@/m).slice(1);
}

export function readPassage(source: string): Annotated {
  const claims: Claim[] = [];
  const optional: Claim[] = [];
  let text = "";
  let line = "";
  for (const written of source.split("\n")) {
    if (written.trim() === "") continue;
    if (!written.startsWith("  ")) {
      // Items of a list and rows of a table stand close, paragraphs apart.
      if (text !== "") text += /^(?:[-*•|→]|\d+[.)] |[QA]: )/.test(written) ? "\n" : "\n\n";
      line = written.trim();
      text += line;
      continue;
    }
    const claim = {
      ...parseShortForm(written.trim().replace(/^\? /, ""), line),
      span: [text.length - line.length, text.length] as const,
    };
    (written.startsWith("  ? ") ? optional : claims).push(claim);
  }
  return { text, gold: { document: "", claims, optional } };
}

/** Reads `kind:metric(chip) role=party … figure unit status`, the figure as `N`, `~N`, `N..`, `..N` or `A..B`; throws at what is no such line. */
function parseShortForm(line: string, text: string): Claim {
  const words = line.split(/\s+/);
  const head = /^([a-z-]+)(?::([a-z-]+))?(?:\(([\w.-]+)\))?$/.exec(words[0]!);
  const status = words.at(-1);
  const roles = words.filter((word) => word.includes("="));
  const [figure, unit, ...rest] = words.slice(1 + roles.length, -1);
  const isFigure = figure === undefined || (/^~?(?:[\d.e+-]*\.\.)?[\d.e+-]*$/.test(figure) && /\d/.test(figure));
  if (
    !head ||
    !isFigure ||
    (figure !== undefined && !unit) ||
    rest.length > 0 ||
    !statuses.some((one) => one === status)
  )
    throw new Error(`Not a claim in short form: ${line}`);
  const [, kind, metric, chip] = head;
  const [low, high] = (figure?.includes("..") ? figure.split("..") : [figure, figure]).map((one) =>
    one?.replace("~", ""),
  );
  const amount = figure
    ? {
        min: low ? Number(low) : null,
        max: high ? Number(high) : null,
        unit: unit!,
        approximate: figure.startsWith("~"),
      }
    : null;
  const claim = {
    kind,
    roles: Object.fromEntries(roles.map((word) => word.split("="))),
    amount,
    status,
    period: null,
    chip: chip ?? null,
    metric: metric ?? null,
    quote: text,
    span: [0, text.length],
  };
  return claim as unknown as Claim;
}

/** Folders of whole texts, each with a JSON file that holds its claims. */
export function readGold(dirs: readonly string[]): Annotated[] {
  return dirs.flatMap((dir) =>
    readdirSync(dir)
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((file) => JSON.parse(readFileSync(join(dir, file), "utf8")) as Gold)
      .filter((gold) => Array.isArray(gold.claims) && existsSync(join(dir, gold.document)))
      .map((gold) => ({ gold, text: readFileSync(join(dir, gold.document), "utf8") })),
  );
}
