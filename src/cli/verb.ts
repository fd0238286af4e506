/** What the verb table says of a verb, and what a verb is given when it runs. */

import type { Problem } from "../model/problem.ts";
import type { ExitCode } from "./exit-codes.ts";
import type { Terminal } from "./terminal.ts";

/** A flag; one with a `value` takes that value. */
export interface Flag {
  readonly name: string;
  readonly value?: string;
  /** One letter for it: `-o`. */
  readonly short?: string;
  /** It takes all words up to the next flag: `--accept ID…`. They come with spaces between. */
  readonly many?: true;
  readonly about: string;
}

export interface Verb {
  readonly name: string;
  /** What follows the verb: `FILE…`. */
  readonly operands: string;
  /** One line in the list of verbs. */
  readonly summary: string;
  /** What it does, as paragraphs. */
  readonly about: readonly string[];
  readonly flags: readonly Flag[];
  readonly examples: readonly Example[];
  /** Loads the command only when it runs, so that `help` stays quick. */
  readonly load: () => Promise<{ readonly run: (call: Call) => Promise<Outcome> | Outcome }>;
}

export interface Example {
  readonly command: string;
  readonly about: string;
}

/** One use of a verb. */
export interface Call {
  readonly terminal: Terminal;
  readonly operands: readonly string[];
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly switches: ReadonlySet<string>;
}

/** How a verb ended: a code, or a wrong use that the main program prints. */
export type Outcome = ExitCode | { readonly misuse: Problem };
