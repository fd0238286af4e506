/** What went wrong, what still works, what to do. */

import type { ComponentChildren } from "preact";
import type { Problem } from "../../model/problem.ts";

export function ProblemNote({
  problem,
  works,
  hideFix = false,
  children,
}: {
  problem: Problem;
  /** What still works. */
  works?: string;
  /** Where the fix stands on a button. */
  hideFix?: boolean;
  children?: ComponentChildren;
}) {
  const [first, ...details] = problem.message.split("\n");
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{sentence(first ?? "")}</strong> {works}
      </p>
      {details.length > 0 && <pre tabIndex={0}>{details.join("\n")}</pre>}
      {problem.fix && !hideFix && <p class="fix">{sentence(problem.fix)}</p>}
      {children && <p class="acts">{children}</p>}
    </div>
  );
}

/** Problems are written to follow a place: here they begin. */
function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
