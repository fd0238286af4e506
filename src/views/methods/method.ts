/** What does a door need to know of a method: its name, what it answers, where it comes from, and how to run it on plain input? */

import type { Result } from "../../model/problem.ts";

/** A method that runs on plain JSON input. Where the input is wrong the value is an empty object and the problems say why. */
export interface Method {
  /** Room and name: `circularity.cycles`. */
  readonly name: string;
  /** What it answers, as one line. */
  readonly question: string;
  /** Author, title, year. */
  readonly source: string;
  readonly run: (input: unknown, watch?: Watch) => Result<Readonly<Record<string, unknown>>>;
}

/** What a door lends to a long run: its clock, and an ear for how far it is. */
export interface Watch {
  readonly secondsGone: () => number;
  readonly tell: (done: number, total: number, what: string) => void;
}
