/** Reads and writes `assumptions.yaml`: a list of what a person took for granted, one entry each. */

import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Node, Scalar } from "yaml";
import { type Assumption, assumptionOf, assumptionsFile } from "../model/assumption.ts";
import { lastDayOf, parseDay } from "../model/day.ts";
import type { Problem, Result } from "../model/problem.ts";
import { faultPart } from "../views/assumption-told.ts";
import { assumptionFault } from "../views/assumption-words.ts";
import { yamlPlace } from "./yaml-place.ts";

const keys = ["of", "is", "on", "by", "at", "because"] as const;

/** The assumptions of a book, in the order of their lines. An entry that cannot be used is a problem and is left out; a book without the file has none. */
export async function readAssumptions(folder: string): Promise<Result<Assumption[]>> {
  const file = join(folder, assumptionsFile);
  const source = await readFile(file, "utf8").catch(() => null);
  if (source === null || source.trim() === "") return { value: [], problems: [] };
  const { isMap, isPair, isScalar, isSeq, parseDocument } = await import("yaml");
  const yaml = parseDocument(source, { prettyErrors: false });
  const value: Assumption[] = [];
  const problems: Problem[] = [];
  const tell = (reason: string, offset: number): void => {
    const { line, column, shown } = yamlPlace(source, offset);
    problems.push({ ...badAssumption(reason, shown), place: { file, line, column } });
  };
  for (const error of yaml.errors) tell(error.message.split("\n")[0]!, error.pos[0]);
  if (yaml.contents !== null && !isSeq(yaml.contents)) tell("the file is no list", offsetOf(yaml.contents));
  if (!isSeq(yaml.contents)) return { value, problems };

  for (const item of yaml.contents.items as Node[]) {
    const start = offsetOf(item);
    if (!isMap(item)) {
      tell("an entry has the keys of and is", start);
      continue;
    }
    const told: Partial<Record<(typeof keys)[number], { text: string; offset: number }>> = {};
    const before = problems.length;
    for (const pair of item.items) {
      const key = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : "";
      const offset = offsetOf(pair.key as Node);
      if (!isIn(key)) tell(`there is no key “${key}” (of ${keys.join(", ")})`, offset);
      else if (isScalar(pair.value) && pair.value.value !== null)
        told[key] = { text: writtenText(pair.value), offset: offsetOf(pair.value) };
    }
    const on = told.on ? parseDay(told.on.text) : null;
    if (told.on && !on) tell(`on: “${told.on.text}” is no day`, told.on.offset);
    if (!told.of || !told.is) tell(`an entry tells what it is about (of) and what it says (is)`, start);
    else if (problems.length === before) {
      const fault = assumptionFault({ of: told.of.text, is: told.is.text, on });
      if (fault) tell(fault, faultPart(fault) === "is" ? told.is.offset : told.of.offset);
    }
    if (problems.length > before) continue;
    const { line, column } = yamlPlace(source, start);
    value.push(
      assumptionOf({
        of: told.of!.text,
        is: told.is!.text,
        on: on && lastDayOf(on),
        by: told.by?.text ?? null,
        at: told.at?.text ?? null,
        because: told.because?.text ?? null,
        // Named as it lies in the book, so that a book elsewhere is the same book.
        place: { file: assumptionsFile, line, column },
      }),
    );
  }
  return { value, problems };
}

/** Writes an assumption as the last entry of the file; what stands there stays as it is. `about` tells a reader what the ids mean. */
export async function appendAssumption(
  folder: string,
  { of, is, on, by, at, because }: Omit<Assumption, "id" | "place">,
  about: string,
): Promise<Problem[]> {
  const file = join(folder, assumptionsFile);
  const { stringify } = await import("yaml");
  const told = Object.entries({ of, is, on, by, at, because }).filter(([, text]) => text !== null);
  const entry = stringify([Object.fromEntries(told)], { lineWidth: 0, defaultStringType: "PLAIN" });
  try {
    const source = await readFile(file, "utf8").catch(() => null);
    const head = source === null ? "# What was taken for granted, each line by a person. See docs/model.md.\n" : "";
    const gap = source === null || source === "" || source.endsWith("\n") ? "" : "\n";
    await appendFile(file, `${head}${gap}# ${about.replace(/\s+/g, " ")}\n${entry}`);
    return [];
  } catch (error) {
    return [notWritten(file, error as NodeJS.ErrnoException)];
  }
}

/** Figures and days as they were written: YAML would make a number of `1.0`. */
function writtenText({ value, source }: Scalar): string {
  return typeof value === "string" ? value : (source ?? String(value));
}

function offsetOf(node: Node | null): number {
  return node?.range?.[0] ?? 0;
}

function isIn(key: string): key is (typeof keys)[number] {
  return (keys as readonly string[]).includes(key);
}

function badAssumption(reason: string, shown: string): Problem {
  return {
    code: "bad-assumption",
    message: `${reason}. It does not count.\n${shown}`,
    fix: "capstack assume WHAT VALUE writes one; see capstack help assume",
  };
}

function notWritten(file: string, { code, message }: NodeJS.ErrnoException): Problem {
  return {
    code: "assumption-not-written",
    message: `the assumption could not be written (${code ?? message}). Nothing was assumed.`,
    place: { file },
    fix: "Make the book's folder writable.",
  };
}
