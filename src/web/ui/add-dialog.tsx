/** Texts that were dropped, pasted or chosen: what each would add and contradict, before anything is kept. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "../../model/problem.ts";
import type { AddedFile } from "../../views/added-files.ts";
import { isAgainstOthers } from "../../views/against-others.ts";
import { counted } from "../../views/counted.ts";
import type { ClaimCard, PreviewAnswer } from "../../views/page-answers.ts";
import { takeFiles, takeText, type WaitingText, waiting } from "../state/drops.ts";
import { startJob } from "../state/jobs.ts";
import { closeLayer, follow, reload, tell } from "../state/page.ts";
import { act, problemOf } from "../state/server.ts";
import { tickStep } from "../state/steps.ts";
import { Dialog } from "./dialog.tsx";
import { ProblemNote } from "./problem.tsx";
import { StatusPill } from "./status.tsx";

interface Told {
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
}
const nothingTold: Told = { title: "", publisher: "", published: "" };

export function AddDialog() {
  const [text, ...more] = waiting.value;
  return (
    <Dialog title={text ? `Look at ${text.name} before it is kept` : "Add a document"} wide>
      {text ? <Preview key={text.id} text={text} /> : <Choose />}
      {more.length > 0 && <p class="muted">{more.length} more after this one.</p>}
    </Dialog>
  );
}

/** Without dragging: a file, or words. */
function Choose() {
  const [written, setWritten] = useState("");
  return (
    <>
      <p>Drop a file anywhere on the page, paste text outside a field, or:</p>
      <label class="line">
        Choose files (.txt .md .html .pdf){" "}
        <input
          type="file"
          multiple
          accept=".txt,.md,.html,.htm,.pdf"
          onChange={(event) => void takeFiles([...(event.currentTarget.files ?? [])])}
        />
      </label>
      <label class="line">
        Or write or paste a text here
        <textarea rows={6} value={written} onInput={(event) => setWritten(event.currentTarget.value)} />
      </label>
      <p class="acts">
        <button type="button" class="primary" disabled={written.trim() === ""} onClick={() => takeText(written)}>
          See what it adds
        </button>
      </p>
    </>
  );
}

function Preview({ text }: { text: WaitingText }) {
  const [told, setTold] = useState(nothingTold);
  const [answer, setAnswer] = useState<PreviewAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [working, setWorking] = useState(true);
  const keep = useRef<HTMLButtonElement>(null);
  const body = { name: text.name, ...text.content, ...told };

  useEffect(() => {
    const stop = new AbortController();
    const job = startJob("reading", 1, () => stop.abort());
    setWorking(true);
    // Typing a date must not read the text once a letter.
    const timer = setTimeout(
      () => {
        act<PreviewAnswer>("preview", body, {}, stop.signal)
          .then(
            (preview) => {
              setAnswer(preview);
              setProblem(null);
              setWorking(false);
            },
            (error: unknown) => {
              if (!stop.signal.aborted) setProblem(problemOf(error));
              setWorking(false);
            },
          )
          .finally(job.end);
      },
      told === nothingTold ? 0 : 400,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
      job.end();
    };
  }, [text, told.title, told.publisher, told.published]);

  // What was looked at is one key from being kept.
  useEffect(() => {
    if (answer !== null && told === nothingTold) keep.current?.focus();
  }, [answer]);

  const kept = async (): Promise<void> => {
    setWorking(true);
    try {
      const added = await act<AddedFile>("add", body);
      nextText();
      tickStep("add");
      reload();
      tell(`Kept as ${added.number}: ${counted(added.claims, "claim")}.`, true);
      if (waiting.peek().length === 0 && added.number) follow(`#/evidence/${added.number}`);
    } catch (error) {
      setProblem(problemOf(error));
      setWorking(false);
    }
  };
  const isNew =
    answer !== null && (answer.news === "document" || answer.news === "appearance" || answer.news === "reading");
  return (
    <>
      <div class="told">
        {(["title", "publisher", "published"] as const).map((name) => (
          <label key={name}>
            {name}{" "}
            <input
              value={told[name]}
              placeholder={name === "published" ? "2025-12-17" : ""}
              autocomplete="off"
              onInput={(event) => setTold({ ...told, [name]: event.currentTarget.value })}
            />
          </label>
        ))}
      </div>
      {problem && <ProblemNote problem={problem} works="Nothing was kept; the text is still here." />}
      <div aria-busy={working} class={working ? "dimmed" : ""}>
        {answer === null && working && <p role="status">Reading …</p>}
        {answer && <Found {...answer} />}
      </div>
      <p class="acts">
        <button type="button" class="primary" ref={keep} disabled={!isNew || working} onClick={() => void kept()}>
          Keep it
        </button>
        <button type="button" onClick={nextText}>
          {waiting.value.length > 1 ? "Leave this one out" : "Leave it out"}
        </button>
      </p>
    </>
  );
}

/** The next text that waits; after the last the dialog closes. */
function nextText(): void {
  waiting.value = waiting.peek().slice(1);
  if (waiting.peek().length === 0) closeLayer();
}

function Found({
  news,
  number,
  title,
  published,
  sentences,
  cards,
  conflicts,
  repeats,
  repeatsMost,
  nearMisses,
  problems,
}: PreviewAnswer) {
  const against = cards.filter(isAgainstOthers);
  return (
    <>
      {problems.map((problem) => (
        <ProblemNote key={problem.message} problem={problem} />
      ))}
      {news === "none" && <p>This text is here already, as {number}. Nothing would be added.</p>}
      {news === "appearance" && <p>This text is here already, as {number}; where it appeared is new.</p>}
      {(news === "document" || news === "reading") && (
        <>
          <p>
            <strong>
              {counted(cards.length, "claim")} in {counted(sentences, "sentence")}
            </strong>
            {conflicts > 0 ? (
              <strong class="conflict">
                {" "}
                · {conflicts} contradict{conflicts === 1 ? "s" : ""} what you have
              </strong>
            ) : (
              " · none contradicts what you have"
            )}
            {repeatsMost &&
              ` · ${repeats} of them said before, most in ${repeatsMost.number} (${repeatsMost.wordForWord} word for word)`}
          </p>
          <p class="muted">
            {title}
            {published ? `, ${published}` : ", undated: relative dates stay open. Give its day above."}
          </p>
          {against.map((card) => (
            <article class="card against" key={card.id}>
              <CardHead card={card} />
              <p>“{card.quote}”</p>
              {card.rivals.map((rival) => (
                <p key={rival.id}>
                  <span class="conflict">≠</span> {rival.number}: <b class="tn">{rival.otherwise}</b> “{rival.quote}”
                </p>
              ))}
            </article>
          ))}
          {cards.length > against.length && (
            <details open={against.length === 0}>
              <summary>{counted(cards.length - against.length, "further claim")}</summary>
              {cards
                .filter((card) => !isAgainstOthers(card))
                .map((card) => (
                  <article class="card" key={card.id}>
                    <CardHead card={card} />
                    <p>“{card.quote}”</p>
                  </article>
                ))}
            </details>
          )}
          {nearMisses.length > 0 && (
            <details open={cards.length === 0}>
              <summary>{counted(nearMisses.length, "passage")} read and not claimed</summary>
              <ul>
                {nearMisses.slice(0, 12).map(({ reason, quote, span }) => (
                  <li key={span[0]}>
                    “{quote}” <span class="muted">{missText[reason]}</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </>
  );
}

function CardHead({ card }: { card: ClaimCard }) {
  return (
    <p class="head">
      <StatusPill status={card.status} /> {card.sides} · {card.what} <b class="tn">{card.amount}</b>
    </p>
  );
}

/** Why a passage is no claim. */
export const missText = {
  "no-two-parties": "an amount, and not two parties",
  "no-relation": "two parties, and nothing between them",
  hypothetical: "said of a case that may not be",
  teaser: "announces what the text says elsewhere",
  boilerplate: "boilerplate",
  "price-or-market-move": "a price or a move of the market",
  "vague-figure": "a vague figure",
} as const;

export { counted };
