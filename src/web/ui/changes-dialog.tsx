/** What was written in this book, the last first. */

import { useEffect, useState } from "preact/hooks";
import type { Problem } from "../../model/problem.ts";
import type { ChangesAnswer } from "../../views/page-answers.ts";
import { address, book } from "../state/page.ts";
import { ask, problemOf } from "../state/server.ts";
import { Dialog } from "./dialog.tsx";
import { ProblemNote } from "./problem.tsx";

const shownAtMost = 200;

export function ChangesDialog() {
  const [answer, setAnswer] = useState<ChangesAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [pinned, since = ""] = (address.value.params.pin ?? "").split(".");
  useEffect(() => {
    ask<ChangesAnswer>("changes", { since }).then(setAnswer, (error: unknown) => setProblem(problemOf(error)));
  }, [since]);
  return (
    <Dialog title={since === "" ? "What was written in this book" : `What was written since ${pinned}`} wide>
      {problem && <ProblemNote problem={problem} />}
      <p class="muted tn">Data {book.value?.data}. Nothing is deleted: an undo is a line too.</p>
      {answer && since !== "" && !answer.known && (
        <p>The link was made in another copy of this book: all its writes are listed.</p>
      )}
      {answer?.writes.length === 0 && <p>Nothing.</p>}
      <ol class="log">
        {answer?.writes.slice(0, shownAtMost).map(({ id, at, by, did, inEffect }) => (
          <li key={id} class={inEffect ? "" : "undone"}>
            <span class="tn muted">{at}</span> {by}: {did} {!inEffect && <em>(undone)</em>}
          </li>
        ))}
      </ol>
      {answer && answer.writes.length > shownAtMost && <p>{answer.writes.length - shownAtMost} more: capstack log</p>}
    </Dialog>
  );
}
