/** A picture as PNG: from the same SVG, with letters that come with the program, so that every machine draws the same pixels. */

import { createRequire } from "node:module";
import type { Problem } from "../model/problem.ts";

const pixelsWide = 2160;

/** The weights that pictures use. */
const fonts = ["400Regular/Inter_400Regular", "600SemiBold/Inter_600SemiBold", "700Bold/Inter_700Bold"];

/** Null where what draws it is not installed: it is an optional part. */
export async function pngOf(svg: string): Promise<Uint8Array | null> {
  const drawing = await drawer();
  if (drawing === null) return null;
  const { Resvg, fontFiles } = drawing;
  const font = { fontFiles, loadSystemFonts: false, defaultFontFamily: "Inter", sansSerifFamily: "Inter" };
  return new Resvg(svg, { fitTo: { mode: "width", value: pixelsWide }, font }).render().asPng();
}

async function drawer() {
  const { resolve } = createRequire(import.meta.url);
  try {
    const fontFiles = fonts.map((font) => resolve(`@expo-google-fonts/inter/${font}.ttf`));
    const { Resvg } = await import("@resvg/resvg-js");
    return { Resvg, fontFiles };
  } catch {
    return null;
  }
}

/** Said where a PNG is asked for and cannot be drawn. */
export const noPng: Problem = {
  code: "no-png",
  message: "what draws PNG is not installed here: it is an optional part. SVG needs nothing.",
  fix: "npm install --include=optional, or take the SVG",
};
