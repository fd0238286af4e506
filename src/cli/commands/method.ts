/** `capstack method`: what does a method say of my own network? */

import { readFile } from "node:fs/promises";
import { unreadable } from "../../intake/read-file.ts";
import { sha256Hex } from "../../model/id.ts";
import type { Problem, Result } from "../../model/problem.ts";
import { methods } from "../../views/methods/all.ts";
import type { Method, Watch } from "../../views/methods/method.ts";
import { nearest } from "../../views/suggest.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { type JsonFault, jsonFault } from "../json-fault.ts";
import { plainJson } from "../render/plain-json.ts";
import { problemText } from "../render/problem.ts";
import { type Progress, startProgress } from "../render/progress.ts";
import { tableWidth } from "../render/reading.ts";
import { wrapText } from "../render/table.ts";
import type { Terminal } from "../terminal.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack method NAME FILE` or `capstack method --list`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, switches } = call;
  if (switches.has("list")) return operands.length > 0 ? { misuse: listAlone } : list(call);
  const [name, file, third] = operands;
  if (name === undefined || third !== undefined) return { misuse: needsNameAndFile };
  const method = methods.find((each) => each.name === name);
  if (!method) return { misuse: unknownMethod(name) };
  if (file === undefined) return { misuse: needsFile(name) };
  if (switches.has("csv") || switches.has("plain") || switches.has("wide")) return { misuse: onlyJson(name) };

  const text = await textOf(file);
  const input = text.value === null ? { value: undefined, problems: text.problems } : parsed(text.value, file);
  if (input.problems.length > 0) return told(terminal, input.problems, exitCodes.input);
  const { value, problems } = watched(terminal, method, inputOf(input.value));
  const located = problems.map((problem) => ({ ...problem, place: problem.place ?? { file: shownFile(file) } }));
  const data = sha256Hex(text.value!).slice(0, 12);
  const answered = Object.keys(value).length > 0;
  if (switches.has("json"))
    printJson(terminal, { schema: `capstack/method/${name}/1`, data, value, problems: located });
  else if (answered) terminal.out(`${plainJson(value)}\n`);
  if (answered) return told(terminal, located, problems.length > 0 ? exitCodes.attention : exitCodes.done);
  const isUnread = problems.every(({ code }) => unreadCodes.includes(code));
  return told(terminal, located, isUnread ? exitCodes.input : exitCodes.noAnswer);
}

/** The input itself was wrong; with other problems it was read and the question has no answer. */
const unreadCodes: readonly string[] = ["bad-input", "further-bad-input", "unknown-input-field"];

/** A file of known answers holds the input beside the answer: both forms are taken. */
function inputOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("input" in value) || !("method" in value)) return value;
  return value.input;
}

async function textOf(file: string): Promise<Result<string | null>> {
  try {
    if (file !== "-") return { value: await readFile(file, "utf8"), problems: [] };
    let text = "";
    for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
    return { value: text, problems: [] };
  } catch (error) {
    return { value: null, problems: [unreadable(file, error as NodeJS.ErrnoException)] };
  }
}

function parsed(text: string, file: string): Result<unknown> {
  const json = text.replace(/^\uFEFF/, "");
  try {
    return { value: JSON.parse(json), problems: [] };
  } catch (error) {
    const fault = jsonFault(json);
    if (fault === null) throw error;
    return { value: undefined, problems: [notJson(shownFile(file), json, fault)] };
  }
}

function notJson(file: string, text: string, { position, expected }: JsonFault): Problem {
  const before = text.slice(0, position).split("\n");
  const place = { file, line: before.length, column: before.at(-1)!.length + 1 };
  const message = text.trim() === "" ? "there is nothing in it." : `this is no JSON: ${expected} here.`;
  return { code: "not-json", message, place, fix: "The file holds one JSON object; docs/methods.md tells its fields." };
}

function shownFile(file: string): string {
  return file === "-" ? "stdin" : file;
}

/** Runs a method with a bar for what takes long. */
function watched(terminal: Terminal, method: Method, input: unknown): ReturnType<Method["run"]> {
  const start = performance.now();
  let progress: Progress | null = null;
  let last = "";
  const watch: Watch = {
    secondsGone: () => (performance.now() - start) / 1000,
    tell(done, total, what) {
      progress ??= startProgress(terminal, what);
      last = `${done} of ${total}`;
      progress.step(done, total);
    },
  };
  const result = method.run(input, watch);
  (progress as Progress | null)?.end(last);
  return result;
}

function told(terminal: Terminal, problems: readonly Problem[], code: ExitCode): ExitCode {
  for (const problem of problems) terminal.note(problemText(problem));
  return code;
}

const listColumns = ["name", "question", "source"] as const;

function list(call: Call): Outcome {
  const { terminal } = call;
  const format = readFormat(call, "capstack method --list");
  if (typeof format === "object") return { misuse: format };
  const rows = methods.map(({ name, question, source }) => ({ name, question, source }));
  const data = sha256Hex(JSON.stringify(rows)).slice(0, 12);
  const cells = rows.map((row) => listColumns.map((column) => row[column]));
  if (format === "json") printJson(terminal, { schema: "capstack/methods/1", data, rows, problems: [] });
  else if (format === "csv" || format === "plain") printLines(terminal, format, listColumns, cells);
  else
    terminal.out(
      `${rows.map((row) => methodLines(row, format === "wide")).join("")}\n ${methodsFooter(rows.length)}\n`,
    );
  return exitCodes.done;
}

/** The name, and below it the question and where the method comes from. */
function methodLines({ name, question, source }: Pick<Method, (typeof listColumns)[number]>, wide: boolean): string {
  const about = `${question} · ${source}`;
  const lines = wide ? [about] : wrapText(about, tableWidth - 4);
  return `${name}\n${lines.map((line) => `    ${line}\n`).join("")}`;
}

function methodsFooter(count: number): string {
  return `${count} methods · what each assumes: docs/methods.md`;
}

function unknownMethod(written: string): Problem {
  const near = nearest(
    written,
    methods.map(({ name }) => name),
  );
  return {
    code: "unknown-method",
    message: `There is no method “${written}”.${near ? ` Did you mean ${near}?` : ""}`,
    fix: near ? `capstack method ${near} FILE.json` : "capstack method --list",
  };
}

const needsNameAndFile: Problem = {
  code: "no-method",
  message: "capstack method needs the name of a method and one file.",
  fix: "capstack method --list names them",
};

function needsFile(name: string): Problem {
  return {
    code: "no-method-input",
    message: `${name} needs a file with its input.`,
    fix: `capstack method ${name} FILE.json, or pipe JSON into capstack method ${name} -`,
  };
}

const listAlone: Problem = {
  code: "list-alone",
  message: "--list lists all methods and takes no name.",
  fix: "capstack method --list",
};

function onlyJson(name: string): Problem {
  return {
    code: "only-json",
    message: "The answer of a method is no table: it is printed as JSON.",
    fix: `capstack method ${name} FILE.json, or with --json for schema, data and problems beside it`,
  };
}
