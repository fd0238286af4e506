/** Which files does a person mean by these paths? A folder stands for the texts in it and below it. */

import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem, Result } from "../model/problem.ts";
import { unreadable } from "./read-file.ts";

/** Endings of files that can be read. A file that is named itself may have any. */
const readable = /\.(txt|text|md|markdown|html?|xhtml|pdf)$/i;

/** Files in the order of the paths, those of a folder by their names. `-` is standard input and stays. */
export async function filesIn(paths: readonly string[]): Promise<Result<string[]>> {
  const value: string[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    try {
      if (path === "-" || !(await stat(path)).isDirectory()) {
        value.push(path);
        continue;
      }
      const inside = await textsBelow(path);
      value.push(...inside);
      if (inside.length === 0) problems.push(noTexts(path));
    } catch (error) {
      problems.push(unreadable(path, error as NodeJS.ErrnoException));
    }
  }
  return { value: [...new Set(value)], problems };
}

/** Hidden files and folders are left out. */
async function textsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const shown = entries
    .filter(({ name }) => !name.startsWith("."))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const files: string[] = [];
  for (const entry of shown) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await textsBelow(path)));
    else if (readable.test(entry.name)) files.push(path);
  }
  return files;
}

function noTexts(folder: string): Problem {
  return {
    code: "no-texts",
    message: "there are no texts in this folder (.txt .md .html .pdf).",
    place: { file: folder },
    fix: `ls ${folder}`,
  };
}
