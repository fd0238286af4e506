/** What is asked after a key: why a claim is rejected, what a flag notes, which words it rests on. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Span } from "../../../model/claim.ts";
import type { ClaimCard } from "../../../views/page-answers.ts";
import { rejectReasons } from "../../../views/review-keys.ts";
import { movedSpan } from "../../../views/span-words.ts";
import { tell } from "../../state/page.ts";
import { write } from "../../state/writes.ts";
import { Key } from "../../ui/key.tsx";
import { draftSpan, shownDocument } from "./evidence.ts";
import { flag, leaveMode, reject } from "./evidence-acts.ts";
import { selectedWords } from "./text-places.ts";

export function RejectReasons({ card }: { card: ClaimCard }) {
  return (
    <div class="acts reasons" role="group" aria-label="Why is it rejected?">
      {rejectReasons.map((reason, index) => (
        <button key={reason} type="button" onClick={() => reject(card, reason)}>
          {reason} <Key act={`status-${index + 1}`} />
        </button>
      ))}
      <button type="button" onClick={() => reject(card, "")}>
        no reason
      </button>
      <Leave />
    </div>
  );
}

export function FlagForm({ card }: { card: ClaimCard }) {
  const [note, setNote] = useState("");
  const field = useFocus<HTMLInputElement>();
  return (
    <form
      class="acts"
      onSubmit={(event) => {
        event.preventDefault();
        if (note.trim() !== "") flag(card, note.trim());
      }}
    >
      <label class="line">
        What should be looked at?
        <input
          ref={field}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
          onKeyDown={leaveOnEscape}
          autocomplete="off"
        />
      </label>
      <button type="submit">
        Flag <kbd aria-hidden="true">⏎</kbd>
      </button>
      <Leave />
    </form>
  );
}

/** The words are moved with keys or buttons, or selected in the text. */
export function SpanPicker({ card }: { card: ClaimCard }) {
  const save = (): void => {
    const span = draftSpan.peek() ?? card.span;
    const quote = shownDocument.peek()!.text.slice(...span);
    void write("edit", { id: card.id, fields: {}, span }, [card.id], (now) => ({
      ...now,
      span,
      quote,
      review: "edited",
    }));
    leaveMode();
    tell("The sentence is selected anew.", true);
  };
  return (
    <div class="span-picker">
      <SpanEnds onSave={save} />
      <p class="acts">
        <button type="button" class="primary" onClick={save}>
          Save <kbd aria-hidden="true">⏎</kbd>
        </button>
        <Leave />
      </p>
    </div>
  );
}

/** Buttons and keys that move the ends of the selected words; a selection in the text takes their place. */
export function SpanEnds({ onSave }: { onSave?: () => void }) {
  const group = useFocus<HTMLFieldSetElement>();
  const text = shownDocument.value?.text ?? "";
  const span = draftSpan.value;
  useEffect(() => {
    const take = (): void => {
      const words = selectedWords();
      if (words) draftSpan.value = words;
    };
    document.addEventListener("selectionchange", take);
    return () => document.removeEventListener("selectionchange", take);
  }, []);
  const move = (end: "start" | "end", direction: 1 | -1): void => {
    if (draftSpan.peek()) draftSpan.value = movedSpan(text, draftSpan.peek() as Span, end, direction);
  };
  return (
    <fieldset
      ref={group}
      tabIndex={-1}
      onKeyDown={(event) => {
        const direction = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : null;
        if (direction !== null) move(event.shiftKey ? "end" : "start", direction);
        else if (event.key === "Enter" && onSave && event.target === event.currentTarget) onSave();
        else return;
        event.preventDefault();
      }}
    >
      <legend>
        Words: <kbd>←</kbd> <kbd>→</kbd> move the beginning, with <kbd>shift</kbd> the end; or select them in the text
      </legend>
      {(["start", "end"] as const).map((end) => (
        <span key={end}>
          <button type="button" onClick={() => move(end, -1)} aria-label={`${end} a word earlier`}>
            ←
          </button>{" "}
          {end === "start" ? "beginning" : "end"}{" "}
          <button type="button" onClick={() => move(end, 1)} aria-label={`${end} a word later`}>
            →
          </button>
        </span>
      ))}
      {span && <blockquote>“{text.slice(...span)}”</blockquote>}
    </fieldset>
  );
}

export function Leave() {
  return (
    <button type="button" class="plain" onClick={leaveMode}>
      Leave <kbd aria-hidden="true">esc</kbd>
    </button>
  );
}

export function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key !== "Escape") return;
  event.stopPropagation();
  leaveMode();
}

/** Puts the focus on what has just appeared. */
export function useFocus<T extends HTMLElement>() {
  const element = useRef<T>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
