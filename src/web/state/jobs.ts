/** What is under way? Each job with how far it is; the header counts them. */

import { signal } from "@preact/signals";

export interface Job {
  readonly id: number;
  readonly name: string;
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
}

export const jobs = signal<readonly Job[]>([]);
let last = 0;

/** Begins a job; what it gives back tells how far it is, and its end. */
export function startJob(
  name: string,
  total: number,
  cancel: () => void,
): { readonly step: () => void; readonly end: () => void } {
  const id = ++last;
  jobs.value = [...jobs.value, { id, name, done: 0, total, cancel }];
  return {
    step: () => {
      jobs.value = jobs.value.map((job) => (job.id === id ? { ...job, done: job.done + 1 } : job));
    },
    end: () => {
      jobs.value = jobs.value.filter((job) => job.id !== id);
    },
  };
}
