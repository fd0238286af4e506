/** Where does a text stop being JSON, and what should stand there? The engine's own message names the place only of some faults. */

export interface JsonFault {
  readonly position: number;
  /** As the end of a sentence: `a value is expected here`. */
  readonly expected: string;
}

type Expected = "value" | "value or ]" | "name" | "name or }" | "colon" | "end of value";

const blank = /[ \t\n\r]*/y;
const scalar =
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const name = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;

/** The first fault, or null where the text is JSON. */
export function jsonFault(text: string): JsonFault | null {
  // What each open bracket closes with.
  const open: ("]" | "}")[] = [];
  let expected: Expected = "value";
  let at = 0;
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  for (;;) {
    match(blank);
    const next = text[at];
    if (expected === "end of value") {
      const closes = open.at(-1);
      if (closes === undefined)
        return next === undefined ? null : { position: at, expected: "nothing more is expected" };
      if (next === ",") expected = closes === "]" ? "value" : "name";
      else if (next === closes) open.pop();
      else return { position: at, expected: `, or ${closes} is expected` };
      at++;
    } else if (expected === "colon") {
      if (next !== ":") return { position: at, expected: ": is expected" };
      expected = "value";
      at++;
    } else if (expected === "name" || expected === "name or }") {
      if (next === "}" && expected === "name or }") {
        open.pop();
        expected = "end of value";
        at++;
      } else if (match(name)) expected = "colon";
      else return { position: at, expected: "a name in double quotes is expected" };
    } else if (next === "]" && expected === "value or ]") {
      open.pop();
      expected = "end of value";
      at++;
    } else if (next === "[" || next === "{") {
      open.push(next === "[" ? "]" : "}");
      expected = next === "[" ? "value or ]" : "name or }";
      at++;
    } else if (match(scalar)) expected = "end of value";
    else return { position: at, expected: "a value is expected" };
  }
}
