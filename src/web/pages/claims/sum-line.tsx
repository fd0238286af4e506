/** What the selected claims come to: each unit and status by itself, never mixed without saying so. */

import { counted } from "../../ui/add-dialog.tsx";
import { Key } from "../../ui/key.tsx";
import { picked, sums } from "./claims.ts";
import { claimsActs } from "./claims-acts.ts";

export function SumLine() {
  const count = picked.value.size;
  const now = sums.value;
  return (
    <footer class="sum" aria-live="polite">
      {count === 0 ? (
        <span class="muted">
          <Key act="select" spoken /> select · <Key act="select-all" spoken /> all · <Key act="open" spoken /> open ·{" "}
          <Key act="accept" spoken /> accept · <Key act="reject" spoken /> reject · <Key act="sort" spoken /> sort ·{" "}
          <Key act="group" spoken /> group · <Key act="export" spoken /> export
        </span>
      ) : (
        <>
          <span>
            {counted(count, "claim")} selected:{" "}
            {now?.sums.map(({ unit, status, claims, text }) => (
              <span key={`${unit} ${status}`} class="one-sum">
                <b class="tn">{text}</b> {status} ({claims})
              </span>
            ))}
            {now && now.sums.length > 1 && (
              <span class="muted"> Different statuses and units are not added to one another.</span>
            )}
            {now && now.sums.length > 0 && <span class="muted"> Two claims of one deal count twice.</span>}
            {now && now.notSummed > 0 && (
              <span class="muted"> {now.notSummed} without a sum: no amount, or a stake, a valuation, a metric.</span>
            )}
          </span>
          <span class="acts">
            <button type="button" onClick={claimsActs["accept-selected"]}>
              Accept <Key act="accept-selected" />
            </button>
            <button type="button" onClick={claimsActs.copy}>
              Copy rows <Key act="copy" />
            </button>
          </span>
        </>
      )}
    </footer>
  );
}
