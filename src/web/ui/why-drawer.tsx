/** Why: from a figure down to its claim, its sentence, its document, and what people decided. */

import { useEffect, useRef, useState } from "preact/hooks";
import { isDealKind } from "../../deals/matter.ts";
import type { Problem } from "../../model/problem.ts";
import type { WhyAnswer } from "../../views/page-answers.ts";
import { copyText } from "../state/frame-acts.ts";
import { book, closeLayer, controls, follow, layer } from "../state/page.ts";
import { ask, problemOf } from "../state/server.ts";
import { ProblemNote } from "./problem.tsx";
import { StatusPill } from "./status.tsx";

export function WhyDrawer({ claim, claims = [] }: { claim: string; claims?: readonly string[] }) {
  const [answer, setAnswer] = useState<WhyAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const data = book.value?.data;
  useEffect(() => {
    setProblem(null);
    ask<WhyAnswer>("why", { id: claim, ...(JSON.parse(controls.peek()) as Record<string, string>) }).then(
      setAnswer,
      (error: unknown) => setProblem(problemOf(error)),
    );
  }, [claim, data]);
  useEffect(() => heading.current?.focus(), []);
  return (
    <aside class="why" aria-labelledby="why-title">
      <header>
        <h2 id="why-title" ref={heading} tabIndex={-1}>
          Why
        </h2>
        <button type="button" class="plain" onClick={closeLayer}>
          Close <kbd aria-hidden="true">esc</kbd>
        </button>
      </header>
      {claims.length > 1 && (
        <nav class="of-several" aria-label="Its claims">
          {claims.map((each, index) => (
            <button
              key={each}
              type="button"
              aria-current={each === claim ? "true" : undefined}
              onClick={() => (layer.value = { is: "why", claim: each, claims })}
            >
              {index + 1}
            </button>
          ))}{" "}
          <span class="muted">sentences that it rests on</span>
        </nav>
      )}
      {problem && <ProblemNote problem={problem} />}
      {answer && <Chain {...answer} />}
    </aside>
  );
}

function Chain({ card, before, after, title, publisher, published, received, url, hash, readAt, history }: WhyAnswer) {
  const command = `capstack why ${card.short}`;
  return (
    <div class="chain">
      <p class="figure">
        {card.amount || "amount not stated"} {card.conflict && <span class="conflict">≠</span>}
      </p>
      <p>
        = what one claim says: <StatusPill status={card.status} /> {card.sides} · {card.what}
        {card.period && ` · ${card.period}`}
      </p>
      <h3>Sentence</h3>
      <blockquote>
        <span class="muted">{before}</span>
        <mark>{card.quote}</mark>
        <span class="muted">{after}</span>
      </blockquote>
      <p>
        <button type="button" class="link" onClick={() => follow(`#/evidence/${card.number}?claim=${card.id}`)}>
          {card.number}:{card.span[0]}–{card.span[1]} in its document
        </button>
        {isDealKind(card.kind) && (
          <>
            {" · "}
            <button type="button" class="link" onClick={() => follow(`#/deal/${card.id}`)}>
              its deal
            </button>
          </>
        )}
      </p>
      <h3>Document {card.number}</h3>
      <p>
        {title}
        {publisher && `, ${publisher}`}
        {published && `, ${published}`}{" "}
        <span class="muted tn">
          · received {received} · sha256 {hash}
        </span>
      </p>
      {url && <p class="muted">{url}</p>}
      <p class="muted">
        Read by {card.byHand ? "a person" : card.reader}, {readAt}
        {card.origin && ` · first reported by ${card.origin}`}
        {card.saidBy && ` · said by ${card.saidBy}`}
      </p>
      {card.rivals.length > 0 && (
        <>
          <h3>
            <span class="conflict">≠</span> Said otherwise
          </h3>
          <ul>
            {card.rivals.map((rival) => (
              <li key={rival.id}>
                <button type="button" class="link" onClick={() => (layer.value = { is: "why", claim: rival.id })}>
                  {rival.otherwise} · {rival.number}:{rival.span[0]}
                </button>{" "}
                “{rival.quote}”
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Decisions</h3>
      {history.length === 0 && <p>None yet.</p>}
      <ol class="log">
        {history.map(({ did, by, at, inEffect }, index) => (
          <li key={index} class={inEffect ? "" : "undone"}>
            <span class="muted tn">{at}</span> {by}: {did} {!inEffect && <em>(undone)</em>}
          </li>
        ))}
      </ol>
      <p>
        <button type="button" onClick={() => void copyText(command, `Copied: ${command}`)}>
          Copy as CLI
        </button>{" "}
        <code>{command}</code>
      </p>
    </div>
  );
}
