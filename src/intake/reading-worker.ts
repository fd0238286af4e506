/** A thread that reads: a job comes in, its arrival goes out. */

import { parentPort, workerData } from "node:worker_threads";
import { type Job, type JobContext, workerOf } from "./arrive.ts";

const work = workerOf(workerData as JobContext);

parentPort!.on("message", async (job: Job) => parentPort!.postMessage(await work(job)));
