/** Where in a YAML text is a fault, and how is it shown? */

export interface YamlPlace {
  readonly line: number;
  readonly column: number;
  /** The line with a caret below it. */
  readonly shown: string;
}

/** The place of an offset. A fault after the last word, as of a bracket that was left open, is shown at that word's end. */
export function yamlPlace(source: string, offset: number): YamlPlace {
  const before = source.slice(0, offset);
  const at = source.slice(offset).trim() === "" || before.endsWith("\n") ? before.trimEnd().length : offset;
  const lines = source.slice(0, at).split("\n");
  const column = lines.at(-1)!.length + 1;
  const line = (source.split("\n")[lines.length - 1] ?? "").replace(/\r$/, "");
  return { line: lines.length, column, shown: `  ${line}\n  ${" ".repeat(column - 1)}^` };
}
