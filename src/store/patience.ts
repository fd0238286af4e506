/** How long does one process wait for another? */

import { setTimeout as sleep } from "node:timers/promises";
import { isBusy } from "./fault.ts";

export interface Patience {
  readonly seconds: number;
  /** Called once, after a second of waiting. */
  readonly onWait: () => void;
}

const told = 1;
/** Short beside a second, long beside a commit. */
const pause = 0.04;

/** Tries until no other process stands in the way, or the patience is at an end. The event loop goes on meanwhile. */
export async function patiently<T>(attempt: () => T, { seconds, onWait }: Patience): Promise<T> {
  const start = performance.now();
  for (let waiting = false; ; ) {
    try {
      return attempt();
    } catch (error) {
      const waited = (performance.now() - start) / 1000;
      if (!isBusy(error) || waited >= seconds) throw error;
      if (!waiting && waited >= told) {
        waiting = true;
        onWait();
      }
    }
    await sleep(pause * 1000);
  }
}
