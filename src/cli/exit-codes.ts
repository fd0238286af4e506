/** What a script learns from the exit code of any command. */
export const exitCodes = {
  done: 0,
  /** Done, but something found needs attention. */
  attention: 1,
  usage: 2,
  /** Some input could not be read; the rest was. */
  input: 3,
  /** The question has no answer on these inputs. */
  noAnswer: 4,
  bug: 70,
  /** Stopped by Ctrl-C; what was done until then is kept. */
  stopped: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
