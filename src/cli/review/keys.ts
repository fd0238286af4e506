/** The keys that a person presses, one at a time. */

import type { ReadStream } from "node:tty";

export interface Keys extends Disposable {
  /** The next key; null when there are no more. An arrow, or another key that sends several characters, is one key. */
  readonly next: () => Promise<string | null>;
  /** A line, with what is typed shown; null where it is given up (Esc, Ctrl-C). */
  readonly line: (echo: (text: string) => void) => Promise<string | null>;
}

/** Ctrl-C, Ctrl-D: as `q`. */
export const stopKeys: readonly string[] = ["\u0003", "\u0004", "q"];

/** Listens to a terminal, which sends keys as they are pressed until this is disposed of. */
export function keysOf(terminal: ReadStream): Keys {
  const waiting: string[] = [];
  const chunks = terminal.setEncoding("utf8")[Symbol.asyncIterator]();
  terminal.setRawMode(true);
  const next = async (): Promise<string | null> => {
    while (waiting.length === 0) {
      const { value, done } = await chunks.next();
      if (done) return null;
      waiting.push(...keysIn(String(value)));
    }
    return waiting.shift()!;
  };
  return {
    next,
    line: (echo) => readLine(next, echo),
    [Symbol.dispose]: () => {
      terminal.setRawMode(false);
      terminal.destroy();
    },
  };
}

/** Escape sequences stay whole, everything else comes apart into characters. */
export function keysIn(chunk: string): string[] {
  return chunk.match(/\u001b(?:\[[\d;]*[ -/]*[@-~]|O.|.)?|[^\u001b]/gu) ?? [];
}

async function readLine(next: Keys["next"], echo: (text: string) => void): Promise<string | null> {
  let line = "";
  for (;;) {
    const key = await next();
    if (key === null || key === "\u001b" || key === "\u0003") return null;
    if (key === "\r" || key === "\n") return line;
    if (key === "\u007f" || key === "\b") {
      if (line !== "") echo("\b \b");
      line = [...line].slice(0, -1).join("");
    } else if (!/^[\u0000-\u001f]/.test(key)) {
      line += key;
      echo(key);
    }
  }
}
