/** A picture into the file that a person named. */

import { rename, rm, writeFile } from "node:fs/promises";
import { refuse } from "../store/fault.ts";
import { exitCodes } from "./exit-codes.ts";
import type { Call, Outcome } from "./verb.ts";

/** The file takes its name only when it is whole; `fix` is what would work. */
export async function writePicture(file: string, picture: string, { terminal }: Call, fix: string): Promise<Outcome> {
  try {
    await writeFile(`${file}.part`, picture);
    await rename(`${file}.part`, file);
  } catch (error) {
    await rm(`${file}.part`, { force: true });
    return refuse({
      code: "cannot-export",
      message: `this file cannot be written (${(error as NodeJS.ErrnoException).code}). Nothing was drawn.`,
      place: { file },
      fix,
    });
  }
  terminal.note(`The picture is in ${file}.\n`);
  return exitCodes.done;
}
