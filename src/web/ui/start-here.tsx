/** The first five minutes: a few things to do, each ticked by doing it. */

import { book, follow, openLayer, preferences } from "../state/page.ts";
import { tickStep } from "../state/steps.ts";

export function StartHere() {
  const steps = book.value?.steps ?? [];
  const done = preferences.value.steps;
  if (steps.length === 0 || done.includes("closed")) return null;
  return (
    <section class="start" aria-labelledby="start-title">
      <header>
        <h2 id="start-title">Start here</h2>
        <button type="button" class="plain" onClick={() => tickStep("closed")}>
          Close<span class="sr"> the first steps</span>
        </button>
      </header>
      <ol>
        {steps.map(({ name, text, why, to }) => (
          <li key={name} class={done.includes(name) ? "done" : ""}>
            <button
              type="button"
              class="link"
              onClick={() => {
                if (to !== null) {
                  follow(to);
                  tickStep(name);
                } else openLayer({ is: name === "add" ? "add" : "export" });
              }}
            >
              {done.includes(name) && <span class="tick">✓ </span>}
              {text}
              {done.includes(name) && <span class="sr"> (done)</span>}
            </button>
            <span class="muted">{why}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
