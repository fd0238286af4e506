/** Does jobs in this thread, or in several at once, and gives each result as soon as it is there. */

import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Result } from "../model/problem.ts";
import type { Arrival } from "../store/keep-readings.ts";
import { type Job, type JobContext, workerOf } from "./arrive.ts";

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

async function* doInWorkers(
  jobs: readonly Job[],
  context: JobContext,
  threads: number,
  signal: AbortSignal | null,
): AsyncGenerator<Done> {
  const file = new URL(`./reading-worker${extname(import.meta.url)}`, import.meta.url);
  const workers = Array.from({ length: threads }, () => new Worker(file, { workerData: context }));
  const under: Map<Worker, Job[]> = new Map(workers.map((worker) => [worker, []]));
  const done: Done[] = [];
  const state: { failure: unknown; wake: () => void } = { failure: null, wake: () => {} };
  for (const worker of workers) {
    // A worker answers in the order in which it was asked.
    worker.on("message", (result: Result<Arrival | null>) => {
      done.push({ job: under.get(worker)!.shift()!, result });
      state.wake();
    });
    worker.on("error", (error) => {
      state.failure = error;
      state.wake();
    });
  }

  try {
    let next = 0;
    for (;;) {
      for (const [worker, own] of under) {
        while (!signal?.aborted && next < jobs.length && own.length < jobsAhead) {
          own.push(jobs[next]!);
          worker.postMessage(jobs[next++]!);
        }
      }
      if (state.failure !== null) throw state.failure;
      if (done.length > 0) {
        yield done.shift()!;
        continue;
      }
      if ([...under.values()].every((own) => own.length === 0)) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      state.wake = resolve;
      await promise;
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
