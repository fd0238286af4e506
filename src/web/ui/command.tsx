/** A line for the terminal, where this page writes nothing itself; and what is missing, each with its line. */

import type { ComponentChildren } from "preact";
import { assumedBy } from "../../views/assumption-told.ts";
import type { MissingLine } from "../../views/company-answers.ts";
import { copyText } from "../state/frame-acts.ts";
import { openLayer } from "../state/page.ts";

/** A line for the terminal; one that assumes something opens the form that writes the same. */
export function Command({ command }: { command: string }) {
  const assumed = assumedBy(command);
  return (
    <span class="command">
      <code>{command}</code>{" "}
      <span class="whole">
        {assumed && (
          <button type="button" class="link" onClick={() => openLayer({ is: "assume", ...assumed })}>
            Write it<span class="sr">: {assumed.what}</span>
          </button>
        )}{" "}
        <button type="button" class="link" onClick={() => void copyText(command, `Copied: ${command}`)}>
          Copy<span class="sr"> {command}</span>
        </button>
      </span>
    </span>
  );
}

/** Before all else: what no claim gives, and what would give it. */
export function Missing({ lines, children }: { lines: readonly MissingLine[]; children?: ComponentChildren }) {
  if (lines.length === 0) return null;
  return (
    <section class="missing" aria-labelledby="missing">
      <h2 id="missing">Missing here ({lines.length})</h2>
      <ul>
        {lines.map(({ text, command }) => (
          <li key={text}>
            {text}
            {command && <Command command={command} />}
          </li>
        ))}
      </ul>
      <p class="acts">
        <button type="button" onClick={() => openLayer({ is: "add" })}>
          Add a document
        </button>
        {children}
      </p>
    </section>
  );
}
