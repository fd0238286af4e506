/** How does a file become a document? */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Media } from "../model/book.ts";
import { type Document, type DocumentOrigin, documentOf } from "../model/document.ts";
import type { Problem, Result } from "../model/problem.ts";
import { decodeText } from "./encoding.ts";
import { readFrontMatter } from "./front-matter.ts";
import { toldBefore } from "./told.ts";

/** Reads a file. What the caller tells of its origin stands above what the file tells. Null where it cannot be read. */
export async function readDocumentFile(path: string, told: DocumentOrigin = {}): Promise<Result<Document | null>> {
  const { value, problems } = await receiveFile(path, told);
  return { value: value?.document ?? null, problems };
}

/** Reads a file as a document, and tells what sort of file it is. */
export async function receiveFile(path: string, told: DocumentOrigin = {}): Promise<Result<Received | null>> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { value: null, problems: [unreadable(path, error as NodeJS.ErrnoException)] };
  }
  return receiveBytes(bytes, path, told);
}

/** A document, and what sort of file it was. */
export interface Received {
  readonly document: Document;
  readonly media: Media;
}

/** Reads bytes that came without a file, or with one. */
export async function receiveBytes(
  bytes: Uint8Array,
  name: string,
  told: DocumentOrigin = {},
): Promise<Result<Received | null>> {
  const { value: document, problems } = await documentOfBytes(bytes, name, told);
  return { value: document && { document, media: mediaOf(name, bytes) }, problems };
}

/** Makes a document of the bytes of a file, by its name or, where that tells nothing, by how it begins. */
export async function documentOfBytes(
  bytes: Uint8Array,
  name: string,
  told: DocumentOrigin = {},
): Promise<Result<Document | null>> {
  if (mediaOf(name, bytes) === "pdf") return (await import("./pdf.ts")).documentOfPdf(bytes, name, told);
  const { value: text, problems } = decodeText(bytes, name);
  if (text === null) return { value: null, problems };
  if (text.trim() === "") return { value: null, problems: [...problems, emptyFile(name)] };
  if (mediaOf(name, bytes) === "html") {
    const page = (await import("./html.ts")).documentOfHtml(text, name, told);
    return { value: page.value, problems: [...problems, ...page.problems] };
  }
  const matter = await readFrontMatter(text, name);
  const origin = toldBefore(told, matter.value.origin);
  return { value: documentOf(matter.value.text, origin), problems: [...problems, ...matter.problems] };
}

/** By its name; where that tells nothing, by how it begins. */
function mediaOf(name: string, bytes: Uint8Array): Media {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 512));
  if (/\.pdf$/i.test(name) || start.startsWith("%PDF-")) return "pdf";
  if (/\.(html?|xhtml)$/i.test(name)) return "html";
  if (/\.(txt|md|markdown|text)$/i.test(name)) return "text";
  return /^\W*(<\?xml[^>]*>\s*)?<(!doctype html|html)\b/i.test(start) ? "html" : "text";
}

function emptyFile(file: string): Problem {
  return {
    code: "empty-file",
    message: "the file is empty: nothing to read.",
    place: { file },
    fix: "Check that it was saved.",
  };
}

/** What the system's refusal to read a file means to a person. */
export function unreadable(path: string, error: NodeJS.ErrnoException): Problem {
  const place = { file: path };
  switch (error.code) {
    case "ENOENT":
      return { code: "no-such-file", message: "there is no such file.", place, fix: `ls ${folderOf(path)}` };
    case "EISDIR":
      return {
        code: "is-a-folder",
        message: "this is a folder.",
        place,
        fix: `capstack read ${path.replace(/\/$/, "")}/*`,
      };
    case "EACCES":
    case "EPERM":
      return { code: "not-readable", message: "you may not read this file.", place, fix: `chmod u+r ${path}` };
    default:
      return {
        code: "file-error",
        message: `the system could not read it (${error.code ?? error.message}).`,
        place,
        fix: "Check the disk, then try again.",
      };
  }
}

function folderOf(path: string): string {
  return path.slice(0, -basename(path).length) || ".";
}
