/**
 * How fast is the reader, beside two language libraries that only tag? `npm run bench` or `node bench/reading.ts [MB]` (default 2).
 *
 * The corpus is the annotated texts of this project, shuffled by a fixed seed and repeated to the size asked for, each under a number of its own. The
 * reader does all of its work, from text to grounded claims; wink-nlp finds sentences, tokens, parts of speech and entities; compromise tags. One
 * process, one core, one run after another; the first hundred documents warm up.
 */

import { readdirSync, readFileSync } from "node:fs";
import nlp from "compromise";
import model from "wink-eng-lite-web-model";
import winkNLP from "wink-nlp";
import { readRegisters } from "../src/intake/registers.ts";
import { documentOf } from "../src/model/document.ts";
import { createReader } from "../src/reading/create-reader.ts";

const size = Number(process.argv[2] ?? 2) * 1e6;
const corpus = corpusOf(size);
const words = corpus.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
console.log(
  `${corpus.length} documents, ${(corpus.join("").length / 1e6).toFixed(1)} MB, ${words.toLocaleString("en")} words`,
);

const read = createReader((await readRegisters()).value);
const wink = winkNLP(model);
let claims = 0;
measure("capstack, text to claims", (text) => {
  claims += read(documentOf(text)).value.claims.length;
});
measure("wink-nlp, tagging only", (text) => {
  wink.readDoc(text).entities().length();
});
measure("compromise, tagging only", (text) => {
  nlp(text).sentences().length;
});
console.log(`${claims.toLocaleString("en")} claims`);

function corpusOf(bytes: number): string[] {
  const folder = new URL("../gold/shown/", import.meta.url);
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
  const documents: string[] = [];
  let seed = 42;
  for (let length = 0; length < bytes; ) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const text = `No. ${documents.length}\n\n${texts[seed % texts.length]!}`;
    documents.push(text);
    length += text.length;
  }
  return documents;
}

function measure(name: string, run: (text: string) => void): void {
  for (const text of corpus.slice(0, 100)) run(text);
  const start = performance.now();
  for (const text of corpus) run(text);
  const seconds = (performance.now() - start) / 1000;
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `${name.padEnd(28)} ${Math.round(words / seconds)
      .toLocaleString("en")
      .padStart(9)} words/s  ${seconds.toFixed(1).padStart(6)} s  ${memory} MB`,
  );
}
