/** Pictures, and what else an answer is written into. A file takes its name only when it is whole. */

import { rename, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Problem } from "../model/problem.ts";
import { noPng, pngOf } from "../server/png.ts";
import { embedCode, embedPage } from "../views/pictures/embed-page.ts";
import { exitCodes } from "./exit-codes.ts";
import { Refused } from "./open-book.ts";
import type { Call, Outcome } from "./verb.ts";

/** What an answer can be written as, by the flag that asks for it; each is made only where it is asked for. */
export type FileForms = Readonly<Record<string, () => string>>;

const formNames = ["svg", "png", "embed", "gexf", "graphml"];

/** The forms that are asked for: PNG and the page to embed are made from SVG. */
export function formsAsked({ texts }: Pick<Call, "texts">): string[] {
  return formNames.filter((form) => texts[form] !== undefined);
}

/** Writes the files that are asked for. */
export async function writeForms(forms: FileForms, call: Call, verb: string): Promise<Outcome> {
  const { texts, terminal } = call;
  const files: string[] = [];
  for (const form of formsAsked(call)) {
    const file = texts[form]!;
    const svg = form === "png" || form === "embed" ? forms.svg!() : "";
    const bytes = form === "png" ? await drawnPng(svg) : form === "embed" ? embedPage(svg) : forms[form]!();
    await written(file, bytes, `capstack ${verb} --${form} ~/${verb}.${form === "embed" ? "html" : form}`);
    files.push(file);
    if (form === "embed") terminal.note(`To show it in a page:\n${embedCode(basename(file), svg)}`);
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

async function drawnPng(svg: string): Promise<Uint8Array> {
  const png = await pngOf(svg);
  if (png === null) throw refused(noPng);
  return png;
}

function refused(problem: Problem): Refused {
  return new Refused([problem]);
}
