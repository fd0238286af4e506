/** Beside the picture: circles of which something is drawn, what is taken for granted, and what is not drawn. */

import { address } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { StatusPill } from "../../ui/status.tsx";
import { answer } from "./flows.ts";
import { showCircle, whyOf } from "./flows-acts.ts";
import { OwnOrder } from "./own-order.tsx";

export function FlowsPanel() {
  const now = answer.value;
  if (!now) return null;
  const { circles, notDrawn, notFolded, taken } = now;
  const { circle, by } = address.value.params;
  return (
    <aside class="flows-panel" aria-label="Circles, assumptions, and what is not drawn">
      <h2>
        Comes back ({circles.length}) <Key act="next-circle" />
      </h2>
      {circles.length === 0 && (
        <p>
          {by === "role"
            ? "A circle is of companies: by role none is looked for."
            : "No circle of money has anything in this picture."}
        </p>
      )}
      <ol>
        {circles.map(({ short, number, path, weakest, weakestLink, same, tied, claims }) => (
          <li key={short} class={short === circle ? "circle chosen" : "circle"}>
            <button type="button" class="plain head" aria-pressed={short === circle} onClick={() => showCircle(short)}>
              <b>C{number}</b> {path}
            </button>
            <p>
              Could be the same money: <b class="tn">{same}</b>
            </p>
            <p>
              Weakest link: <StatusPill status={weakest} /> {weakestLink}
            </p>
            <p>
              Tied? {tied}{" "}
              <button type="button" class="link" data-why={claims[0]} onClick={() => whyOf(claims)}>
                {claims.length} {claims.length === 1 ? "sentence" : "sentences"}
              </button>
            </p>
          </li>
        ))}
      </ol>
      {taken.length > 0 && (
        <>
          <h2>Taken for granted ({taken.length})</h2>
          <ol class="assumed">
            {taken.map((text, index) => (
              <li key={text}>
                <b>A{index + 1}</b> {text}
              </li>
            ))}
          </ol>
        </>
      )}
      <OwnOrder />
      {notFolded.length > 0 && <p role="status">Of what you folded, not in this picture: {notFolded.join(", ")}.</p>}
      <h2>Not drawn</h2>
      {notDrawn.length === 0 ? (
        <p>Nothing is left out.</p>
      ) : (
        <ul>
          {notDrawn.map(({ reason, count }) => (
            <li key={reason}>
              {count} {reason}
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
