/** Documents that no reader has read: how many, reading them now, and what stood against it. */

import { signal } from "@preact/signals";
import type { Problem } from "../../../model/problem.ts";
import type { ReadAgainAnswer } from "../../../views/page-answers.ts";
import { reload, tell } from "../../state/page.ts";
import { act, problemOf } from "../../state/server.ts";
import { counted } from "../../ui/add-dialog.tsx";
import { ProblemNote } from "../../ui/problem.tsx";

const reading = signal(false);
const problems = signal<readonly Problem[]>([]);

/** The unread ones among all documents. */
export function Unread({ unread, documents }: { unread: number; documents: number }) {
  return (
    <div class="unread">
      <p>
        {unread} of {counted(documents, "document")} unread <Retry />
      </p>
      <p class="muted">
        The same on the command line: <code>capstack add --again</code>
      </p>
      {problems.value.map((problem) => (
        <ProblemNote key={`${problem.code}${problem.message}`} problem={problem} />
      ))}
    </div>
  );
}

/** Reads all that are unread; what is read comes into sight with the book. */
export function Retry() {
  return (
    <button type="button" disabled={reading.value} onClick={() => void readAgain()}>
      {reading.value ? "Reading …" : "Retry"}
    </button>
  );
}

async function readAgain(): Promise<void> {
  reading.value = true;
  try {
    const answer = await act<ReadAgainAnswer>("read-again", {});
    problems.value = answer.problems;
    tell(`${counted(answer.read, "document")} read${answer.unread > 0 ? `, ${answer.unread} still not` : ""}.`);
    reload();
  } catch (error) {
    problems.value = [problemOf(error)];
  } finally {
    reading.value = false;
  }
}
