/** Decisions that could not be stored: each can be tried again. */

import { dismiss, failed, retry } from "../state/writes.ts";
import { ProblemNote } from "./problem.tsx";

export function FailedWrites() {
  return failed.value.map((one) => (
    <ProblemNote
      key={JSON.stringify(one.body)}
      problem={one.problem}
      works={`“${one.name}” was not stored; the rest stands.`}
    >
      <button type="button" onClick={() => retry(one)}>
        Try again
      </button>
      <button type="button" onClick={() => dismiss(one)}>
        Leave it
      </button>
    </ProblemNote>
  ));
}
