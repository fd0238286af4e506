/**
 * How fast is the reader, beside two language libraries that only tag? `npm run bench` or `node bench/reading.ts [MB] [built]` (default 2; `built`: dist, after `npm run build`).
 *
 * The corpus is the annotated texts of this project, shuffled by a fixed seed and repeated to the size asked for, each under a number of its own. The
 * reader does all of its work, from text to grounded claims, in one thread with the limits that an intake sets; wink-nlp finds sentences, tokens, parts
 * of speech and entities; compromise tags. One run after another; the first hundred documents warm up.
 */

import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { isMainThread, Worker, workerData } from "node:worker_threads";

interface Task {
  readonly bytes: number;
  readonly built: boolean;
  readonly words: number;
}

const texts = annotatedTexts();
if (isMainThread) await main(Number(process.argv[2] ?? 2) * 1e6, process.argv[3] === "built");
else await readAll(workerData as Task);

async function main(bytes: number, built: boolean): Promise<void> {
  let count = 0;
  let words = 0;
  let characters = 0;
  for (const text of corpusOf(bytes)) {
    count++;
    words += wordsOf(text);
    characters += text.length;
  }
  console.log(`${count} documents, ${(characters / 1e6).toFixed(1)} MB, ${words.toLocaleString("en")} words`);
  const [, , { readingLimits }] = await partsOf(built);
  const task: Task = { bytes, built, words };
  await once(new Worker(new URL(import.meta.url), { workerData: task, resourceLimits: readingLimits }), "exit");
  // The others are loaded once the reader's memory has been told.
  const [{ default: winkNLP }, { default: model }, { default: nlp }] = await Promise.all([
    import("wink-nlp"),
    import("wink-eng-lite-web-model"),
    import("compromise"),
  ]);
  const wink = winkNLP(model);
  measure("wink-nlp, tagging only", task, (text) => {
    wink.readDoc(text).entities().length();
  });
  measure("compromise, tagging only", task, (text) => {
    nlp(text).sentences().length;
  });
}

async function readAll(task: Task): Promise<void> {
  const [{ readRegisters }, { documentOf }, { trainedReader }] = await partsOf(task.built);
  const read = trainedReader((await readRegisters()).value);
  let claims = 0;
  measure("capstack, text to claims", task, (text) => {
    claims += read(documentOf(text)).value.claims.length;
  });
  console.log(`${claims.toLocaleString("en")} claims`);
}

type Parts = [
  typeof import("../src/intake/registers.ts"),
  typeof import("../src/model/document.ts"),
  typeof import("../src/intake/trained-reader.ts"),
];

/** The reader's code: as it is installed, or as it stands in src, whose types Node strips while it loads. */
function partsOf(built: boolean): Promise<Parts> {
  const [folder, end] = built ? ["../dist", "js"] : ["../src", "ts"];
  const parts = ["intake/registers", "model/document", "intake/trained-reader"];
  return Promise.all(parts.map((part) => import(`${folder}/${part}.${end}`))) as unknown as Promise<Parts>;
}

function annotatedTexts(): string[] {
  const folder = new URL("../gold/shown/", import.meta.url);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
}

/** How many words there are, counted without a list of them: the memory told is the reader's. */
function wordsOf(text: string): number {
  let count = 0;
  let apart = true;
  for (let at = 0; at < text.length; at++) {
    const space = text.charCodeAt(at) <= 32;
    if (apart && !space) count++;
    apart = space;
  }
  return count;
}

/** The documents one after another, none held: a corpus of ten megabytes comes from a disk. */
function* corpusOf(bytes: number): Generator<string> {
  let seed = 42;
  let number = 0;
  for (let length = 0; length < bytes; ) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const text = `No. ${number++}\n\n${texts[seed % texts.length]!}`;
    length += text.length;
    yield text;
  }
}

function measure(name: string, { bytes, words }: Task, run: (text: string) => void): void {
  let warm = 0;
  for (const text of corpusOf(bytes)) {
    run(text);
    if (++warm === 100) break;
  }
  const start = performance.now();
  for (const text of corpusOf(bytes)) run(text);
  const seconds = (performance.now() - start) / 1000;
  const memory = Math.round(process.memoryUsage().rss / 1e6);
  console.log(
    `${name.padEnd(28)} ${Math.round(words / seconds)
      .toLocaleString("en")
      .padStart(9)} words/s  ${seconds.toFixed(1).padStart(6)} s  ${memory} MB`,
  );
}
