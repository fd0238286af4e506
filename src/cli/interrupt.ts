/** Ctrl-C: once stops and keeps what is done, twice stops now. */

import { exitCodes } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

export interface Interrupt extends Disposable {
  readonly signal: AbortSignal;
}

/** Listens until it is disposed of. Stopping now loses nothing either: a write is stored wholly or not at all. */
export function onInterrupt({ note }: Terminal): Interrupt {
  const controller = new AbortController();
  const listen = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.stopped);
    note("\nStopping: what is read is kept. Ctrl-C again stops now.\n");
    controller.abort();
  };
  process.on("SIGINT", listen);
  return { signal: controller.signal, [Symbol.dispose]: () => void process.off("SIGINT", listen) };
}
