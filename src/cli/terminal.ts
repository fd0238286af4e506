/** Where a command talks: data on `out`, talk on `note`, and what the screen can show. */

export interface Terminal {
  /** Writes data to stdout. */
  readonly out: (text: string) => void;
  /** Writes talk to stderr. */
  readonly note: (text: string) => void;
  /** Whether a person sees stderr, so that a bar may move there. */
  readonly talksToPerson: boolean;
  /** Whether stdin is a file or a pipe. */
  readonly hasPipedInput: boolean;
  readonly colour: boolean;
  /** Columns of the screen; null where stdout is no screen. */
  readonly columns: number | null;
  /** Whether glyphs such as ◔ can be shown. */
  readonly glyphs: boolean;
  /** How this person calls the program: in a checkout it is `npx capstack`. */
  readonly program: string;
}

/** When colour is wished: `auto` asks the environment. */
export type ColourWish = "auto" | "always" | "never";

/** The terminal that this process runs in. */
export function processTerminal(wish: ColourWish = "auto", env: NodeJS.ProcessEnv = process.env): Terminal {
  return {
    out: (text) => void process.stdout.write(text),
    note: (text) => void process.stderr.write(text),
    talksToPerson: process.stderr.isTTY === true && env.TERM !== "dumb",
    hasPipedInput: process.stdin.isTTY !== true,
    columns: process.stdout.isTTY ? process.stdout.columns : null,
    colour: showsColour(wish, process.stdout.isTTY === true, env),
    glyphs: showsGlyphs(env, process.platform),
    // Set by npm for what it starts: `npx capstack` and `npm start`.
    program: env.npm_command ? "npx capstack" : "capstack",
  };
}

/** Colour is extra: none in a pipe, none for NO_COLOR or a dumb terminal. */
export function showsColour(wish: ColourWish, isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (wish !== "auto") return wish === "always";
  return isTerminal && !env.NO_COLOR && env.TERM !== "dumb";
}

/** A locale that names another encoding has no glyphs. No locale at all, as in containers, is taken for UTF-8. */
export function showsGlyphs(env: NodeJS.ProcessEnv, platform: string): boolean {
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG;
  return platform === "win32" || !locale || /utf-?8/i.test(locale);
}
