/** Which characters are these bytes? */

import type { Problem, Result } from "../model/problem.ts";

/** How much of a file is looked at to tell text from something else. */
const sampleBytes = 8192;

/**
 * Decodes a text file: UTF-8, UTF-16 by its byte order mark, what a page names, else Windows-1252, which is said. The characters stay as
 * they are: line ends and a UTF-8 mark are kept, so that spans count in the text as other programs decode it. Null where the bytes are no text.
 */
export function decodeText(bytes: Uint8Array, file: string): Result<string | null> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { value: new TextDecoder("utf-16le").decode(bytes), problems: [] };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { value: new TextDecoder("utf-16be").decode(bytes), problems: [] };
  if (bytes.subarray(0, sampleBytes).includes(0) || isPictureOrArchive(bytes))
    return { value: null, problems: [binary(file)] };
  try {
    return { value: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), problems: [] };
  } catch {
    const named = decodeAsNamed(bytes);
    if (named !== null) return { value: named, problems: [] };
    // Not UTF-8: every byte means something in Windows-1252, the commonest of the older encodings.
    return { value: new TextDecoder("windows-1252").decode(bytes), problems: [notUtf8(bytes, file)] };
  }
}

/** Decodes a page by the encoding that its first lines name; null where they name none. */
function decodeAsNamed(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const label = /<meta[^>]*charset=["']?([\w-]+)/i.exec(start)?.[1];
  try {
    return label && !/^utf-?8$/i.test(label) ? new TextDecoder(label).decode(bytes) : null;
  } catch {
    // A name that no decoder knows tells nothing.
    return null;
  }
}

/** PNG, JPEG, GIF, ZIP (and with it DOCX, XLSX), gzip: told by their first bytes, which a short sample need not betray by a zero. */
function isPictureOrArchive(bytes: Uint8Array): boolean {
  const signatures = ["89504e47", "ffd8ff", "47494638", "504b0304", "1f8b08"];
  const start = [...bytes.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return signatures.some((signature) => start.startsWith(signature));
}

function binary(file: string): Problem {
  return {
    code: "binary-file",
    message: "this is no text (it holds zero bytes).",
    place: { file },
    fix: "Give a .txt, .md, .html or .pdf file. UTF-16 without a mark: iconv -f UTF-16LE -t UTF-8 FILE",
  };
}

function notUtf8(bytes: Uint8Array, file: string): Problem {
  const line = lineOfFirstBadByte(bytes);
  return {
    code: "not-utf-8",
    message: "not valid UTF-8; read as Windows-1252 (Western European).",
    place: { file, line },
    fix: "Where its accents come out wrong, convert it: iconv -f ENCODING -t UTF-8 FILE",
  };
}

/** Counts lines up to the first sequence that UTF-8 forbids, by decoding in pieces that end at line ends. */
function lineOfFirstBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start);
    const stop = end < 0 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(start, stop));
    } catch {
      return line;
    }
    start = stop;
  }
  return line;
}
