/** A thread that reads: a job comes in, its arrival goes out, one after the other. */

import { parentPort, workerData } from "node:worker_threads";
import { type Job, type JobContext, workerOf } from "./arrive.ts";

const work = workerOf(workerData as JobContext);
let last: Promise<void> = Promise.resolve();

// A small file is opened sooner than a large one: without the row its answer would be taken for that of the other.
parentPort!.on("message", (job: Job) => {
  last = last.then(async () => parentPort!.postMessage(await work(job)));
});
