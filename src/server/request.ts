/** What does a request bring? Its JSON, within bounds; what is asked wrongly ends it. */

import type { IncomingMessage } from "node:http";
import type { Problem, Result } from "../model/problem.ts";

/** Ends a request with a problem. */
export class BadRequest extends Error {
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(problem.message);
    this.status = status;
    this.problem = problem;
  }
}

/** A file of 20 MB as text takes a third more. */
const largestBody = 28_000_000;

/** The object that a request brings. */
export async function readJson(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    // What is too much is read to its end all the same, so that the answer is heard.
    if (length <= largestBody) parts.push(part);
  }
  if (length > largestBody) throw new BadRequest(413, tooLarge);
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString("utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // What is no JSON is told like what is no object.
  }
  throw misasked("this request brings no JSON object");
}

/** What a store or an intake gave; a problem ends the request. */
export function given<T>({ value, problems }: Result<T | null>): T {
  if (value !== null) return value;
  const [problem] = problems;
  throw new BadRequest(409, problem ?? { code: "bad-request", message: "nothing could be done." });
}

/** A text that a request must bring. */
export function textIn(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value !== "string") throw misasked(`${name} must be a text`);
  return value;
}

/** Ids that a request must bring. */
export function idsIn(body: Readonly<Record<string, unknown>>): string[] {
  const { ids } = body;
  if (!Array.isArray(ids) || ids.length === 0 || !ids.every((id) => typeof id === "string"))
    throw misasked("ids must be a list of ids");
  return ids as string[];
}

/** Parameters of an address as flags of the command line: ` --at 2025-12-17 --firm signed`. */
export function flagsIn(params: URLSearchParams, names: readonly string[]): string {
  return names
    .flatMap((name) => {
      const value = params.get(name);
      return value === null || value === "" ? [] : [` --${name} ${value}`];
    })
    .join("");
}

/** The controls that every command takes. */
export const dayFlags = ["at", "as-of", "known-on"] as const;
export const controlFlags = [...dayFlags, "firm", "by"] as const;

/** A request that no page of ours makes. */
export function misasked(what: string): BadRequest {
  return new BadRequest(400, {
    code: "bad-request",
    message: `${what}.`,
    fix: "Load the page again: it may be older than the server.",
  });
}

const tooLarge: Problem = {
  code: "too-large",
  message: "this is more than 20 MB.",
  fix: "capstack add FILE takes files of any size.",
};
