/** What did a check find? The rows of `capstack check`. */

/** `ok` is in order, `warning` deserves a look, `error` is wrong. */
export interface Finding {
  readonly level: "ok" | "warning" | "error";
  readonly what: string;
  /** What mends it, as a command. */
  readonly fix: string | null;
}

/** Whether a script should see it: errors always, warnings where it asks for strictness. */
export function needsAttention(findings: readonly Finding[], strict: boolean): boolean {
  return findings.some(({ level }) => level === "error" || (strict && level === "warning"));
}

export const checkColumns = ["level", "what", "fix"] as const;

export function checkCells({ level, what, fix }: Finding): string[] {
  return [level, what, fix ?? ""];
}
