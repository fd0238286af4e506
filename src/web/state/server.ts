/** Talks to the server: questions and acts by their names. What it refuses is a problem with a fix. */

import { signal } from "@preact/signals";
import type { Problem } from "../../model/problem.ts";

/** How many questions and acts wait for their answer. */
export const pending = signal(0);

/** The server refused, or cannot be reached. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Asks a question. */
export function ask<T>(name: string, params: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<T> {
  return answer(asking(name, params, signal));
}

/** Asks for what may take the server seconds in a large book, while the person goes on: nothing shows that the page waits. */
export function askAside<T>(name: string, params: Readonly<Record<string, string>>, signal: AbortSignal): Promise<T> {
  return read(asking(name, params, signal));
}

function asking(name: string, params: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Response> {
  const query = new URLSearchParams(params).toString();
  return fetch(`/api/${name}${query ? `?${query}` : ""}`, signal ? { signal } : {});
}

/** Asks for something to be done. */
export function act<T>(
  name: string,
  body: object,
  params: Readonly<Record<string, string>> = {},
  signal?: AbortSignal,
): Promise<T> {
  const query = new URLSearchParams(params).toString();
  return answer(
    fetch(`/api/${name}${query ? `?${query}` : ""}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    }),
  );
}

async function answer<T>(request: Promise<Response>): Promise<T> {
  pending.value = pending.peek() + 1;
  try {
    return await read<T>(request);
  } finally {
    pending.value = pending.peek() - 1;
  }
}

async function read<T>(request: Promise<Response>): Promise<T> {
  let response: Response;
  try {
    response = await request;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refusal(unreachable);
  }
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  const body: unknown = isJson ? await response.json() : await response.text();
  if (response.ok) return body as T;
  const { problems = [] } = isJson ? (body as { problems?: Problem[] }) : {};
  throw new Refusal(problems[0] ?? { ...unreachable, message: String(body).split("\n")[0] ?? unreachable.message });
}

const unreachable: Problem = {
  code: "unreachable",
  message: "Capstack does not answer: it was ended, or this machine slept.",
  fix: "Run capstack open again. What was stored before stands.",
};

/** The problem that an error stands for. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  return {
    ...unreachable,
    message: `This page failed: ${error instanceof Error ? error.message : String(error)}`,
    fix: "Load the page again.",
  };
}
