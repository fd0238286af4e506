/**
 * Does reading stay linear, whatever it is given? `node bench/hostile.ts [KB]` (default 1000).
 *
 * Each hostile document is read at half the size and at the whole; a ratio near 2 is linear. One process, one run; the first round of small documents
 * warms up.
 */

import { documentOfBytes } from "../src/intake/read-file.ts";
import { readRegisters } from "../src/intake/registers.ts";
import { trainedReader } from "../src/intake/trained-reader.ts";
import { type HostileDocument, hostileDocuments } from "./hostile-documents.ts";

const size = Number(process.argv[2] ?? 1000) * 1000;
const read = trainedReader((await readRegisters()).value);
for (const document of hostileDocuments) await timed(document, 2000);
console.log("document                          half      whole   ratio   claims  refused  problems");
for (const document of hostileDocuments) {
  const half = await timed(document, size / 2);
  const whole = await timed(document, size);
  console.log(
    document.about.padEnd(30) +
      `${half.milliseconds.toFixed(0)} ms`.padStart(9) +
      `${whole.milliseconds.toFixed(0)} ms`.padStart(10) +
      (whole.milliseconds < 20 ? "–" : (whole.milliseconds / Math.max(1, half.milliseconds)).toFixed(1)).padStart(8) +
      String(whole.claims).padStart(9) +
      String(whole.refused).padStart(9) +
      `   ${whole.problems}`,
  );
}

async function timed(
  { file, bytes }: HostileDocument,
  length: number,
): Promise<{ milliseconds: number; claims: number; refused: number; problems: string }> {
  const content = bytes(length);
  const start = performance.now();
  const { value, problems } = await documentOfBytes(content, file);
  const reading = value && read(value).value;
  return {
    milliseconds: performance.now() - start,
    claims: reading?.claims.length ?? 0,
    refused: reading?.refusals.length ?? 0,
    problems: problems.map(({ code }) => code).join(" "),
  };
}
