/** The order of the companies in the picture, column by column: each can be moved up or down, and all go back to where fewest ribbons cross. */

import { useEffect, useRef } from "preact/hooks";
import { address } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { answer } from "./flows.ts";
import { choose, moveCompany, usualOrder } from "./flows-acts.ts";

export function OwnOrder() {
  const own = useRef<HTMLDetailsElement>(null);
  const pressed = useRef<string | null>(null);
  const now = answer.value;
  useEffect(() => {
    // A row that moves takes its button along, and the focus stays on it.
    if (pressed.current !== null) own.current?.querySelector<HTMLElement>(`[data-move="${pressed.current}"]`)?.focus();
    pressed.current = null;
  }, [now]);
  if (!now || now.columns.length === 0) return null;
  const isOwn = (address.value.params.order ?? "") !== "";
  const move = (key: string, by: 1 | -1): void => {
    pressed.current = `${key} ${by}`;
    choose(null, null);
    moveCompany(key, by);
  };
  return (
    <>
      <details class="own-order" ref={own} open={isOwn}>
        <summary>Order of companies: {isOwn ? "your own" : "fewest crossings"}</summary>
        <p class="muted">
          In the picture: <Key act="next-company" spoken /> goes to a company, <Key act="move-up" spoken /> and{" "}
          <Key act="move-down" spoken /> move it.
        </p>
        {now.columns.map(({ title, companies }) => (
          <section key={title}>
            <h3>{title.toLowerCase()}</h3>
            <ol>
              {companies.map(({ key, name }) => (
                <li key={key}>
                  <span>{name}</span>
                  <span>
                    {([-1, 1] as const).map((by) => (
                      <button
                        key={by}
                        type="button"
                        class="plain"
                        data-move={`${key} ${by}`}
                        aria-label={`Move ${name} ${by < 0 ? "up" : "down"}`}
                        onClick={() => move(key, by)}
                      >
                        {by < 0 ? "↑" : "↓"}
                      </button>
                    ))}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        ))}
        {isOwn && (
          <button
            type="button"
            onClick={() => {
              own.current?.querySelector("summary")?.focus();
              usualOrder();
            }}
          >
            Back to fewest crossings
          </button>
        )}
      </details>
      {now.unplaced.length > 0 && <p role="status">Of your order, not in this picture: {now.unplaced.join(", ")}.</p>}
    </>
  );
}
