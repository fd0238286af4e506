/** What does a text say of itself between its first `---` and the next? */

import { parseDay } from "../model/day.ts";
import type { DocumentOrigin } from "../model/document.ts";
import type { Problem, Result } from "../model/problem.ts";
import { type YamlPlace, yamlPlace } from "./yaml-place.ts";

/** A text without its front matter, and what that told. */
export interface Matter {
  /** What follows the closing line. */
  readonly text: string;
  readonly origin: DocumentOrigin;
}

const expectedShape = 'lines such as  title: "…"  publisher: …  published: 2025-12-17  url: https://…';

/** Splits off front matter. A text without it comes back as it is; a bad block is told and the text is still read. */
export async function readFrontMatter(text: string, file: string): Promise<Result<Matter>> {
  const block = /^\uFEFF?---[ \t]*\r?\n((?:(?!---[ \t]*\r?$)[^\n]*\n)*?)---[ \t]*(?:\r?\n|$)/m.exec(text);
  // A `---` further down is a rule between sections, and so is one that no `key:` follows.
  if (!block || block.index > 0 || !/^\s*(#.*\n\s*)*["']?\w[\w -]*["']?\s*:/.test(block[1]!))
    return { value: { text, origin: {} }, problems: [] };
  const rest = text.slice(block[0].length);
  const { parseDocument } = await import("yaml");
  const yaml = parseDocument(block[1]!, { prettyErrors: false });
  const [error] = yaml.errors;
  if (error)
    return {
      value: { text: rest, origin: {} },
      problems: [badYaml(error.message, file, yamlPlace(block[1]!, error.pos[0]))],
    };
  const fields: unknown = yaml.toJS();
  if (typeof fields !== "object" || fields === null || Array.isArray(fields))
    return { value: { text: rest, origin: {} }, problems: [] };
  return originOf(fields as Record<string, unknown>, rest, file, text);
}

function originOf(fields: Record<string, unknown>, text: string, file: string, whole: string): Result<Matter> {
  const problems: Problem[] = [];
  const word = (name: string): string | null =>
    fields[name] === undefined || fields[name] === null ? null : String(fields[name]);
  const written =
    fields.published instanceof Date
      ? fields.published.toISOString().slice(0, 10)
      : (word("published") ?? word("date"));
  const published = written === null ? null : parseDay(written.slice(0, 10));
  if (written !== null && published === null) {
    const line = whole.split("\n").findIndex((text) => /^(published|date)\s*:/.test(text)) + 1;
    problems.push({
      code: "bad-published-day",
      message: `published: “${written}” is no day; read as undated.`,
      place: { file, line },
      fix: "Dates look like 2025-12-17, 2025-12 or 2025.",
    });
  }
  return {
    value: { text, origin: { title: word("title"), publisher: word("publisher"), url: word("url"), published } },
    problems,
  };
}

function badYaml(reason: string, file: string, { line, column, shown }: YamlPlace): Problem {
  return {
    code: "bad-front-matter",
    message: `${reason.split("\n")[0]}\n${shown}\n  Expected ${expectedShape}\n  The text below it was read all the same.`,
    // The block starts on the second line of the file.
    place: { file, line: line + 1, column },
  };
}
