/** What should the claim have said? Its fields in place, in the words of filters; only what was changed is stored. */

import { useState } from "preact/hooks";
import { claimKinds, metrics, statuses } from "../../../model/claim.ts";
import type { Problem } from "../../../model/problem.ts";
import { roleNames } from "../../../views/claim-rows.ts";
import type { ClaimCard } from "../../../views/page-answers.ts";
import { type EditField, editFields } from "../../../views/parse-edit.ts";
import { book, tell } from "../../state/page.ts";
import { dismiss, failed, write } from "../../state/writes.ts";
import { ProblemNote } from "../../ui/problem.tsx";
import { Leave, leaveOnEscape, useFocus } from "./card-modes.tsx";
import { mode } from "./evidence.ts";

type Fields = Readonly<Partial<Record<EditField, string>>>;

export function EditForm({ card }: { card: ClaimCard }) {
  const [fields, setFields] = useState<Fields>(card.fields);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async (): Promise<void> => {
    const changed = Object.fromEntries(
      Object.entries(fields).filter(([name, value]) => value !== card.fields[name as EditField]),
    );
    if (Object.keys(changed).length === 0) {
      mode.value = "none";
      return tell("Nothing was changed.");
    }
    const stored = await write("edit", { id: card.id, fields: changed }, [card.id]);
    if (stored !== null) {
      mode.value = "none";
      return tell(`Edited ${Object.keys(changed).join(", ")}.`, true);
    }
    // What was typed stays; the note stands beside it rather than above all claims.
    const last = failed.peek().at(-1);
    if (last) dismiss(last);
    setProblem(last?.problem ?? null);
  };
  return (
    <form
      class="edit"
      onKeyDown={leaveOnEscape}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {problem && <ProblemNote problem={problem} />}
      <FieldInputs fields={fields} onChange={setFields} />
      <p class="acts">
        <button type="submit" class="primary">
          Save <kbd aria-hidden="true">⏎</kbd>
        </button>
        <Leave />
      </p>
    </form>
  );
}

/** In the order in which they are filled in. */
const labels: Readonly<Record<EditField, string>> = {
  from: "from",
  to: "to",
  kind: "what",
  amount: "amount",
  status: "status",
  period: "when",
  years: "years",
  metric: "metric",
  chip: "chip",
  conditional: "if",
  hedged: "hedged",
  "said-by": "said by",
  origin: "first reported by",
};
const formOrder = Object.keys(labels) as EditField[];
const choices: Readonly<Partial<Record<EditField, readonly string[]>>> = {
  status: statuses,
  kind: claimKinds,
  metric: ["", ...metrics],
  conditional: ["no", "yes"],
  hedged: ["no", "yes"],
};
const examples: Readonly<Partial<Record<EditField, string>>> = {
  amount: ">=10bn, ~13bn, 27%",
  period: "2025-11..2032",
};

/** The inputs of all fields that a claim of this kind has. */
export function FieldInputs({ fields, onChange }: { fields: Fields; onChange: (fields: Fields) => void }) {
  const first = useFocus<HTMLInputElement>();
  const kind = claimKinds.find((each) => each === fields.kind) ?? claimKinds[0];
  const hasTo = roleNames(kind)[1] !== null;
  const shown = formOrder.filter(
    (field) => editFields.includes(field) && (field !== "to" || hasTo) && (field !== "metric" || kind === "metric"),
  );
  return (
    <div class="fields">
      <datalist id="party-names">
        {book.value?.parties.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {shown.map((field, index) => (
        <label key={field}>
          {labels[field]}
          {choices[field] ? (
            <select
              value={fields[field] ?? ""}
              onChange={(event) => onChange({ ...fields, [field]: event.currentTarget.value })}
            >
              {choices[field].map((choice) => (
                <option key={choice} value={choice}>
                  {choice || "none"}
                </option>
              ))}
            </select>
          ) : (
            <input
              ref={index === 0 ? first : null}
              value={fields[field] ?? ""}
              list={field === "from" || field === "to" ? "party-names" : ""}
              placeholder={examples[field] ?? ""}
              autocomplete="off"
              spellcheck={false}
              onInput={(event) => onChange({ ...fields, [field]: event.currentTarget.value })}
            />
          )}
        </label>
      ))}
    </div>
  );
}
