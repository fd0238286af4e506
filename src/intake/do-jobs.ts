/** Does jobs in this thread, or in several at once, and gives each result as soon as it is there. */

import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Result } from "../model/problem.ts";
import type { Arrival } from "../store/keep-readings.ts";
import { type Job, type JobContext, workerOf } from "./arrive.ts";
import { brokenJob } from "./our-bug.ts";
import { readingLimits } from "./trained-reader.ts";

export interface Done {
  readonly job: Job;
  readonly result: Result<Arrival | null>;
}

/** Jobs that a worker has at a time: enough that none idles while the others' results are stored. */
const jobsAhead = 6;

/** Does the jobs, in whatever order they come to an end. After the signal no job is begun; those under way are finished and given. */
export async function* doJobs(
  jobs: readonly Job[],
  context: JobContext,
  threads: number,
  signal: AbortSignal | null,
): AsyncGenerator<Done> {
  if (threads > 0) return yield* doInWorkers(jobs, context, threads, signal);
  const work = workerOf(context);
  for (const job of jobs) {
    if (signal?.aborted) return;
    yield { job, result: await work(job) };
  }
}

/** Threads that die one after another, with no answer between, die of something that no job is to blame for. */
const deathsInARow = 5;

async function* doInWorkers(
  jobs: readonly Job[],
  context: JobContext,
  threads: number,
  signal: AbortSignal | null,
): AsyncGenerator<Done> {
  const file = new URL(`./reading-worker${extname(import.meta.url)}`, import.meta.url);
  const under = new Map<Worker, Job[]>();
  // The next job is the last of it.
  const waiting = [...jobs].reverse();
  const done: Done[] = [];
  const state: { failure: unknown; deaths: number; wake: () => void } = { failure: null, deaths: 0, wake: () => {} };

  const start = (): void => {
    const worker = new Worker(file, { workerData: context, resourceLimits: readingLimits });
    const own: Job[] = [];
    let last: unknown = new Error("the thread came to an end");
    under.set(worker, own);
    // A worker answers in the order in which it was asked.
    worker.on("message", (result: Result<Arrival | null>) => {
      state.deaths = 0;
      done.push({ job: own.shift()!, result });
      state.wake();
    });
    worker.on("error", (error) => {
      last = error;
    });
    // Out of memory, say: the job that it was at is told, another thread takes over the rest.
    worker.on("exit", () => {
      if (!under.delete(worker)) return;
      const job = own.shift();
      if (job === undefined || ++state.deaths >= deathsInARow) state.failure = last;
      else {
        done.push({ job, result: brokenJob(job, last) });
        waiting.push(...own.reverse());
        start();
      }
      state.wake();
    });
  };
  for (let thread = 0; thread < threads; thread++) start();

  try {
    for (;;) {
      for (const [worker, own] of under) {
        while (!signal?.aborted && waiting.length > 0 && own.length < jobsAhead) {
          own.push(waiting.at(-1)!);
          worker.postMessage(waiting.pop()!);
        }
      }
      if (done.length > 0) {
        yield done.shift()!;
        continue;
      }
      if (state.failure !== null) throw state.failure;
      if ([...under.values()].every((own) => own.length === 0)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      state.wake = resolve;
      await promise;
    }
  } finally {
    const workers = [...under.keys()];
    under.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
