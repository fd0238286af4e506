/** Pictures, and what else an answer is written into. A file takes its name only when it is whole. */

import { rename, rm, writeFile } from "node:fs/promises";
import type { Problem } from "../model/problem.ts";
import { pngOf } from "../server/png.ts";
import { exitCodes } from "./exit-codes.ts";
import { Refused } from "./open-book.ts";
import type { Call, Outcome } from "./verb.ts";

/** What an answer can be written as, by the flag that asks for it; each is made only where it is asked for. */
export type FileForms = Readonly<Record<string, () => string>>;

const formNames = ["svg", "png", "gexf", "graphml"];

/** The forms that are asked for: PNG is made from SVG. */
export function formsAsked({ texts }: Pick<Call, "texts">): string[] {
  return formNames.filter((form) => texts[form] !== undefined);
}

/** Writes the files that are asked for. */
export async function writeForms(forms: FileForms, call: Call, verb: string): Promise<Outcome> {
  const { texts, terminal } = call;
  const files: string[] = [];
  for (const form of formsAsked(call)) {
    const file = texts[form]!;
    const bytes = form === "png" ? await drawnPng(forms.svg!(), verb) : forms[form]!();
    await written(file, bytes, `capstack ${verb} --${form} ~/${verb}.${form}`);
    files.push(file);
  }
  terminal.note(`Written: ${files.join(", ")}\n`);
  return exitCodes.done;
}

async function written(file: string, bytes: string | Uint8Array, fix: string): Promise<void> {
  try {
    await writeFile(`${file}.part`, bytes);
    await rename(`${file}.part`, file);
  } catch (error) {
    await rm(`${file}.part`, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw refused({
      code: "cannot-export",
      message: `this file cannot be written (${code}).`,
      place: { file },
      fix,
    });
  }
}

async function drawnPng(svg: string, verb: string): Promise<Uint8Array> {
  const png = await pngOf(svg);
  if (png !== null) return png;
  throw refused(noPng(verb));
}

/** What draws PNG is an optional part of the installation. */
export function noPng(verb: string): Problem {
  return {
    code: "no-png",
    message: "what draws PNG is not installed here: it is an optional part. SVG needs nothing.",
    fix: `capstack ${verb} --svg ${verb}.svg, or npm install --include=optional`,
  };
}

function refused(problem: Problem): Refused {
  return new Refused([problem]);
}
