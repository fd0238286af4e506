/** What a check found: `ok`, `!` for what deserves a look, `x` for what is wrong. */

import type { Finding } from "../../views/check-rows.ts";
import type { Terminal } from "../terminal.ts";
import { paintOf } from "./color.ts";
import { counted, tableWidth } from "./reading.ts";
import { showable, wrapText } from "./table.ts";

const signs: Readonly<Record<Finding["level"], string>> = { ok: "ok", warning: "!", error: "x" };

/** A line a finding, then their count. */
export function checkText(findings: readonly Finding[], data: string, terminal: Terminal): string {
  const paint = paintOf(terminal);
  const lines = findings.flatMap(({ level, what, fix }) => {
    const [first, ...more] = wrapText(showable(what), tableWidth - 6);
    const head = ` ${signs[level].padEnd(3)} ${first}`;
    return [
      level === "ok" ? head : paint.bold(head),
      ...more.map((line) => `     ${line}`),
      ...(fix === null ? [] : [`     Fix: ${fix}`]),
    ];
  });
  const count = (level: Finding["level"]): number => findings.filter((finding) => finding.level === level).length;
  return `${lines.join("\n")}\n ${counted(count("error"), "error")}, ${counted(count("warning"), "warning")} · data ${data}\n`;
}
