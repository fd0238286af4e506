/** What did the person ask for? Reads the words after `capstack` by the verb table. */

import { parseArgs } from "node:util";
import type { Problem } from "../model/problem.ts";
import { nearest } from "../views/suggest.ts";
import type { Flag } from "./verb.ts";

export interface Words {
  readonly operands: readonly string[];
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly switches: ReadonlySet<string>;
}

/** The words sorted into operands, flags with a text and switches; or what is wrong with them. */
export function readWords(words: readonly string[], verb: string, flags: readonly Flag[]): Words | Problem {
  const options = Object.fromEntries(
    flags.map(({ name, value, short }) => [
      name,
      { type: value ? ("string" as const) : ("boolean" as const), ...(short ? { short } : {}) },
    ]),
  );
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true });
  const operands: string[] = [];
  const texts: Record<string, string> = {};
  const switches = new Set<string>();

  // The flag that takes the words after it.
  let open: Flag | null = null;

  for (const token of tokens) {
    if (token.kind === "positional") {
      if (open) texts[open.name] += ` ${token.value}`;
      else operands.push(token.value);
    }
    if (token.kind !== "option") continue;
    const flag = flags.find(({ name }) => name === token.name);
    open = flag?.many ? flag : null;
    if (!flag) return unknownFlag(token.rawName, verb, flags);
    if (!flag.value) {
      if (token.value !== undefined)
        return misuse("flag-takes-no-value", `--${flag.name} takes no value.`, `Say --${flag.name} alone.`);
      switches.add(flag.name);
    } else if (token.value === undefined || (!token.inlineValue && token.value.startsWith("--"))) {
      return misuse(
        "flag-needs-value",
        `--${flag.name} needs a value: --${flag.name} ${flag.value}.`,
        `capstack help ${verb}`,
      );
    } else {
      texts[flag.name] = flag.many && texts[flag.name] ? `${texts[flag.name]} ${token.value}` : token.value;
    }
  }
  return { operands, texts, switches };
}

function unknownFlag(written: string, verb: string, flags: readonly Flag[]): Problem {
  const near = nearest(
    written.replace(/^-+/, ""),
    flags.map(({ name }) => name),
  );
  const meant = near ? ` Did you mean --${near}?` : "";
  return misuse("unknown-flag", `capstack ${verb} has no flag ${written}.${meant}`, `capstack help ${verb}`);
}

function misuse(code: string, message: string, fix: string): Problem {
  return { code, message, fix };
}
