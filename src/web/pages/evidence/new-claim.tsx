/** A claim that a person writes about words of the text. */

import { useState } from "preact/hooks";
import type { Problem } from "../../../model/problem.ts";
import type { DocumentAnswer } from "../../../views/page-answers.ts";
import type { EditField } from "../../../views/parse-edit.ts";
import { reload, tell } from "../../state/page.ts";
import { dismiss, failed, write } from "../../state/writes.ts";
import { ProblemNote } from "../../ui/problem.tsx";
import { Leave, leaveOnEscape, SpanEnds } from "./card-modes.tsx";
import { FieldInputs } from "./edit-form.tsx";
import { choose, draftSpan } from "./evidence.ts";
import { leaveMode } from "./evidence-acts.ts";

const blank: Readonly<Partial<Record<EditField, string>>> = {
  kind: "investment",
  status: "announced",
  conditional: "no",
  hedged: "no",
};

export function NewClaim({ shown }: { shown: DocumentAnswer }) {
  const [fields, setFields] = useState(blank);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));
    const stored = await write("claim", { document: shown.line.id, fields: filled, span: draftSpan.peek() }, []);
    const made = stored?.cards[0];
    if (made) {
      leaveMode();
      reload();
      choose(made.id);
      return tell("Written. It counts as accepted.", true);
    }
    const last = failed.peek().at(-1);
    if (last) dismiss(last);
    setProblem(last?.problem ?? null);
  };
  return (
    <form
      class="card chosen edit"
      aria-label="New claim"
      onKeyDown={leaveOnEscape}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3>New claim</h3>
      {problem && <ProblemNote problem={problem} />}
      <FieldInputs fields={fields} onChange={setFields} />
      <SpanEnds />
      <p class="acts">
        <button type="submit" class="primary">
          Write it <kbd aria-hidden="true">⏎</kbd>
        </button>
        <Leave />
      </p>
    </form>
  );
}
