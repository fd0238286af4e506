/** How far is it? A bar that moves where a person looks, one line in a log. */

import type { Terminal } from "../terminal.ts";

const barWidth = 20;

/** Called with each step that is done; `end` closes the line with what was done. */
export interface Progress {
  readonly step: () => void;
  readonly end: (summary: string) => void;
}

/** Starts the progress of `total` steps, for instance "Reading 9 documents". */
export function startProgress(terminal: Terminal, what: string, total: number): Progress {
  let done = 0;
  const bar = (): string => {
    const full = total === 0 ? barWidth : Math.round((barWidth * done) / total);
    return `${"█".repeat(full)}${"░".repeat(barWidth - full)}  ${done}/${total}`;
  };
  const draw = (text: string): void => terminal.note(`\r\u001b[2K${text}`);
  if (terminal.talksToPerson) draw(`${what}   ${bar()}`);
  return {
    step: () => {
      done++;
      if (terminal.talksToPerson) draw(`${what}   ${bar()}`);
    },
    end: (summary) =>
      terminal.talksToPerson ? draw(`${what}   ${bar()} · ${summary}\n`) : terminal.note(`${what}: ${summary}\n`),
  };
}
