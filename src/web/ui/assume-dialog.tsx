/** Writes an assumption: of what, what it is, from which day, and why. What is wrong is told beside its field. */

import { useEffect, useState } from "preact/hooks";
import type { PartialDay } from "../../model/day.ts";
import type { Problem } from "../../model/problem.ts";
import {
  type AssumableField,
  assumableOf,
  assumptionExamples,
  partOf,
  type ToldPart,
} from "../../views/assumption-told.ts";
import type { WrittenAnswer } from "../../views/page-answers.ts";
import { readWrittenDay } from "../../views/written-day.ts";
import { book, closeLayer, controls, layer, reload, tell } from "../state/page.ts";
import { act, problemOf } from "../state/server.ts";
import { inTurn } from "../state/writes.ts";
import { Dialog } from "./dialog.tsx";

type Wrong = { readonly part: ToldPart; readonly text: string } | null;

/** The form above the screen that asked for it; it goes with that screen. */
export function AssumeLayer() {
  const shown = layer.value;
  useEffect(
    () => () => {
      if (layer.peek()?.is === "assume") closeLayer();
    },
    [],
  );
  return shown?.is === "assume" ? <AssumeDialog what={shown.what} example={shown.example} /> : null;
}

/** `what` as a line would name it: `OpenAI.cash`. The example of a line is only shown: no figure stands in the field that nobody wrote. */
function AssumeDialog({ what, example }: { what: string; example: string }) {
  const dot = what.lastIndexOf(".");
  const [subject, setSubject] = useState(what.slice(0, dot));
  const [field, setField] = useState(what.slice(dot + 1) as AssumableField);
  const [is, setIs] = useState("");
  const [on, setOn] = useState("");
  const [because, setBecause] = useState("");
  const [wrong, setWrong] = useState<Wrong>(null);
  const fields = assumableOf(subject);
  const chosen = fields.includes(field) ? field : fields[0]!;
  const hint = `${subject}.${chosen}` === what && example !== "" ? example : assumptionExamples[chosen];

  const write = async (): Promise<void> => {
    const day = on.trim() === "" ? null : dayWritten(on);
    if (on.trim() !== "" && day === null) {
      setWrong({ part: "on", text: "That is no day. For example 2026-01-31, 2026-01, 2026, today" });
      return;
    }
    try {
      const told = { what: `${subject.trim()}.${chosen}`, is, on: day, because };
      const params = JSON.parse(controls.peek()) as Record<string, string>;
      const { did } = await inTurn(() => act<WrittenAnswer>("assume", told, params));
      closeLayer();
      reload();
      tell(did.charAt(0).toUpperCase() + did.slice(1), true);
    } catch (error) {
      const problem = problemOf(error);
      setWrong({ part: partOf(problem), text: wordsOf(problem) });
    }
  };

  return (
    <Dialog title="Write an assumption">
      <p class="muted">
        What no source tells, with your reason. It is counted wherever it is used and marked [A] there; undo takes it
        back.
      </p>
      <form
        class="assume"
        onSubmit={(event) => {
          event.preventDefault();
          void write();
        }}
      >
        <Told part="what" name="of" wrong={wrong}>
          {(described) => (
            <input
              {...described}
              value={subject}
              list="assume-names"
              onInput={(event) => setSubject(event.currentTarget.value)}
            />
          )}
        </Told>
        <datalist id="assume-names">
          {book.value?.parties.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <label>
          what{" "}
          <select value={chosen} onChange={(event) => setField(event.currentTarget.value as AssumableField)}>
            {fields.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
        <Told part="is" name="is" wrong={wrong}>
          {(described) => (
            <input
              {...described}
              data-focus
              value={is}
              placeholder={`for example ${hint}`}
              onInput={(event) => setIs(event.currentTarget.value)}
            />
          )}
        </Told>
        <Told part="on" name="from (a day; empty: always)" wrong={wrong}>
          {(described) => (
            <input
              {...described}
              value={on}
              placeholder={chosen === "rate" ? "2025-12-01" : ""}
              onInput={(event) => setOn(event.currentTarget.value)}
            />
          )}
        </Told>
        <Told part="because" name="because" wrong={wrong}>
          {(described) => (
            <input
              {...described}
              value={because}
              placeholder="your reason, in words"
              onInput={(event) => setBecause(event.currentTarget.value)}
            />
          )}
        </Told>
        <p class="acts">
          <button type="submit" class="primary">
            Write it <kbd aria-hidden="true">⏎</kbd>
          </button>
          <button type="button" onClick={closeLayer}>
            Leave it
          </button>
        </p>
      </form>
    </Dialog>
  );
}

interface Described {
  readonly autocomplete: "off";
  readonly spellcheck: false;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
}

/** A field under its name, with what is wrong in it. */
function Told({
  part,
  name,
  wrong,
  children,
}: {
  part: ToldPart;
  name: string;
  wrong: Wrong;
  children: (described: Described) => preact.ComponentChildren;
}) {
  const isWrong = wrong?.part === part;
  const id = `assume-${part}-wrong`;
  return (
    <div>
      <label>
        {name}{" "}
        {children({
          autocomplete: "off",
          spellcheck: false,
          "aria-invalid": isWrong,
          "aria-describedby": isWrong ? id : undefined,
        })}
      </label>
      {isWrong && (
        <p class="conflict small" id={id} role="alert">
          {wrong.text}
        </p>
      )}
    </div>
  );
}

/** The last day of what is written; "today" is the day of this machine. */
function dayWritten(written: string): PartialDay | null {
  const today = new Date().toISOString().slice(0, 10) as PartialDay;
  return readWrittenDay(written, book.peek()?.question.asOf ?? today, today);
}

/** What a field needs, without the flags of a command. */
function wordsOf(problem: Problem): string {
  switch (problem.code) {
    case "no-value":
      return "Write what it is.";
    case "no-reason":
      return "An assumption is kept with its reason: write one.";
    default:
      return problem.message.charAt(0).toUpperCase() + problem.message.slice(1);
  }
}
