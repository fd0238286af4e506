/** Pictures as files: SVG as it is drawn, PNG from the same text, with letters that come with the program, so that every machine draws the same. */

import { rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Problem } from "../model/problem.ts";
import { exitCodes } from "./exit-codes.ts";
import { Refused } from "./open-book.ts";
import type { Call, Flag, Outcome } from "./verb.ts";

export const pictureFlags: readonly Flag[] = [
  { name: "svg", value: "FILE", about: "the picture of it, as SVG into this file" },
  { name: "png", value: "FILE", about: "the same as PNG, 2160 pixels wide" },
];

/** Whether a picture is asked for. */
export function asksForPicture({ texts }: Pick<Call, "texts">): boolean {
  return texts.svg !== undefined || texts.png !== undefined;
}

/** Writes the picture into the files that are asked for. A file takes its name only when it is whole. */
export async function writePictures(svg: string, { texts, terminal }: Call, verb: string): Promise<Outcome> {
  const { svg: svgFile, png: pngFile } = texts;
  if (svgFile !== undefined) await written(svgFile, svg, `capstack ${verb} --svg ~/${verb}.svg`);
  if (pngFile !== undefined) await written(pngFile, await pngOf(svg, verb), `capstack ${verb} --png ~/${verb}.png`);
  terminal.note(`The picture is in ${[svgFile, pngFile].filter((file) => file !== undefined).join(" and ")}.\n`);
  return exitCodes.done;
}

async function written(file: string, bytes: string | Uint8Array, fix: string): Promise<void> {
  try {
    await writeFile(`${file}.part`, bytes);
    await rename(`${file}.part`, file);
  } catch (error) {
    await rm(`${file}.part`, { force: true });
    throw refused({
      code: "cannot-export",
      message: `this file cannot be written (${(error as NodeJS.ErrnoException).code}). Nothing was drawn.`,
      place: { file },
      fix,
    });
  }
}

const pixelsWide = 2160;

/** The weights that pictures use. */
const fonts = ["400Regular/Inter_400Regular", "600SemiBold/Inter_600SemiBold", "700Bold/Inter_700Bold"];

/** What draws PNG is an optional part of the installation: without it, SVG remains. */
async function pngOf(svg: string, verb: string): Promise<Uint8Array> {
  const found = createRequire(import.meta.url);
  try {
    const { Resvg } = await import("@resvg/resvg-js");
    const fontFiles = fonts.map((font) => found.resolve(`@expo-google-fonts/inter/${font}.ttf`));
    const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: "Inter", sansSerifFamily: "Inter" };
    return new Resvg(svg, { fitTo: { mode: "width", value: pixelsWide }, font }).render().asPng();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND" && !/Cannot find|not found/i.test(String(error)))
      throw error;
    throw refused({
      code: "no-png",
      message: "what draws PNG is not installed here: it is an optional part. SVG needs nothing.",
      fix: `capstack ${verb} --svg ${verb}.svg, or npm install --include=optional`,
    });
  }
}

function refused(problem: Problem): Refused {
  return new Refused([problem]);
}
