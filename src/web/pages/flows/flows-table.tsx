/** The same flows as a table, with what is not drawn and why. */

import type { FlowLine } from "../../../views/flows-answers.ts";
import { StatusPill } from "../../ui/status.tsx";
import { answer } from "./flows.ts";
import { whyOf } from "./flows-acts.ts";

export function FlowsTable() {
  const now = answer.value;
  if (!now) return null;
  return (
    <section class="flows-table" tabIndex={0} aria-label="Flows as a table">
      <table>
        <caption>
          {now.unit} · {now.window.text} · each status by itself, nothing is added up
        </caption>
        <thead>
          <tr>
            <th scope="col">from → to</th>
            <th scope="col">status</th>
            <th scope="col" class="num">
              due in the window
            </th>
            <th scope="col" class="num">
              whole
            </th>
            <th scope="col">taken for granted</th>
            <th scope="col">in the picture</th>
          </tr>
        </thead>
        <tbody>
          {now.lines.map((line, index) => (
            <Line key={index} line={line} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ line: { from, to, status, due, whole, differs, taken, left, claims } }: { line: FlowLine }) {
  return (
    <tr class={left === null ? "" : "left-out"}>
      <th scope="row">
        <button type="button" class="link" data-why={claims[0]} onClick={() => whyOf(claims)}>
          {from} → {to}
        </button>
      </th>
      <td>
        <StatusPill status={status} />
      </td>
      <td class="num tn">{due || "—"}</td>
      <td class="num tn">
        {whole} {differs && <span class="conflict">≠</span>}
      </td>
      <td>{taken.join("; ")}</td>
      <td>{left === null ? "drawn" : left}</td>
    </tr>
  );
}
