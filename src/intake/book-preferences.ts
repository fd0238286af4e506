/** How does a person like the page of this book? Kept under `web:` in capstack.yaml, whose other lines and comments stay as they are. */

import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../model/problem.ts";
import { type Preferences, readPreferences, usualPreferences } from "../views/preferences.ts";
import { bookFile } from "./book.ts";

/** The preferences of a book; the usual ones where it has none, or where its configuration cannot be read. */
export async function bookPreferences(folder: string): Promise<Preferences> {
  const { parse } = await import("yaml");
  try {
    const configuration: unknown = parse(await readFile(join(folder, bookFile), "utf8"));
    const web =
      typeof configuration === "object" && configuration !== null && "web" in configuration ? configuration.web : {};
    return readPreferences(web);
  } catch {
    // Whoever opens the book is told by readSettings what is wrong with its configuration.
    return usualPreferences;
  }
}

/** Keeps what differs from the usual, and the reviewer's name where one is given. */
export async function keepPreferences(
  folder: string,
  preferences: Preferences,
  reviewer: string | null,
): Promise<Problem[]> {
  const { parseDocument } = await import("yaml");
  const file = join(folder, bookFile);
  try {
    const yaml = parseDocument(await readFile(file, "utf8"));
    const different = Object.entries(preferences).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(usualPreferences[name as keyof Preferences]),
    );
    if (different.length > 0) yaml.set("web", yaml.createNode(Object.fromEntries(different)));
    else yaml.delete("web");
    if (reviewer !== null) yaml.set("reviewer", reviewer);
    await writeFile(`${file}.new`, yaml.toString());
    await rename(`${file}.new`, file);
    return [];
  } catch (error) {
    return [notKept(file, error as NodeJS.ErrnoException)];
  }
}

/** A medium may be read-only: the page works, and forgets. */
export function notKept(file: string, { code, message }: NodeJS.ErrnoException): Problem {
  return {
    code: "preferences-not-kept",
    message: `what you prefer could not be written (${code ?? message}); it holds until this page is closed.`,
    place: { file },
    fix: "Make the book's folder writable, or set it in capstack.yaml under web: yourself.",
  };
}
