/** How far is it? A bar that moves where a person looks, one line in a log. */

import type { Terminal } from "../terminal.ts";

const barWidth = 20;
/** What is done sooner needs no bar. */
const shownAfterSeconds = 1;
const redrawMilliseconds = 100;

/** Called with each step that is done; `end` closes the line with what was done. */
export interface Progress {
  /** `note` says more than the count: "310 sentences". */
  readonly step: (done: number, total: number, note?: string) => void;
  readonly end: (summary: string) => void;
}

/** Starts the progress of what takes a while, for instance "Reading 9 documents". */
export function startProgress(terminal: Terminal, what: string): Progress {
  const start = performance.now();
  let drawn = Number.NEGATIVE_INFINITY;
  const draw = (text: string): void => terminal.note(`\r\u001b[2K${text}`);
  return {
    step: (done, total, note) => {
      const now = performance.now();
      const seconds = (now - start) / 1000;
      if (!terminal.talksToPerson || seconds < shownAfterSeconds || now - drawn < redrawMilliseconds) return;
      drawn = now;
      draw(progressText({ what, done, total, seconds, note }));
    },
    end: (summary) => {
      const seconds = (performance.now() - start) / 1000;
      if (drawn > 0) draw("");
      terminal.note(`${what}: ${summary} · ${seconds.toFixed(1)} s\n`);
    },
  };
}

export interface ProgressState {
  readonly what: string;
  readonly done: number;
  readonly total: number;
  readonly seconds: number;
  readonly note?: string | undefined;
}

/** "Reading   ████░░░░  4/5 · 310 sentences · 2 a second · about 1 s left". */
export function progressText({ what, done, total, seconds, note }: ProgressState): string {
  const full = total === 0 ? barWidth : Math.round((barWidth * done) / total);
  const bar = `${"█".repeat(full)}${"░".repeat(barWidth - full)}`;
  const rate = done / seconds;
  const parts = [`${what}   ${bar}  ${done}/${total}`];
  if (note) parts.push(note);
  if (rate > 0) parts.push(`${rate < 10 ? rate.toFixed(1) : Math.round(rate)} a second`);
  if (rate > 0 && done < total) parts.push(`about ${durationText((total - done) / rate)} left`);
  return parts.join(" · ");
}

/** "40 s", "3 min", "2 h". */
function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
