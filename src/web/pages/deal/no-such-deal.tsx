/** A deal that is not there on these dates: why, and where to go. */

import type { UnknownDeal } from "../../../views/deal-answers.ts";
import { goAt } from "../../state/frame-acts.ts";
import { Key } from "../../ui/key.tsx";
import { StatusPill } from "../../ui/status.tsx";
import { dealActs, goToDeal } from "./deal-acts.ts";

export function NoSuchDeal({ unknown: { written, why, from, near } }: { unknown: UnknownDeal }) {
  return (
    <div class="empty">
      <h1>{from === null ? "No such deal" : "Not known yet"}</h1>
      {from === null ? (
        <p>{why.charAt(0).toUpperCase() + why.slice(1)}</p>
      ) : (
        <p>
          {written} is known from {from} on.{" "}
          <button type="button" class="primary" onClick={() => goAt(from)}>
            Go to {from}
          </button>
        </p>
      )}
      {near.length > 0 && (
        <>
          <p>Nearest ids:</p>
          <ul class="near">
            {near.map(({ short, status, sides, what, amount }) => (
              <li key={short}>
                <button type="button" class="link tn" onClick={() => goToDeal(short)}>
                  {short}
                </button>{" "}
                <StatusPill status={status} /> {[sides, what, amount].filter(Boolean).join(" · ")}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <button type="button" onClick={dealActs["all-deals"]}>
          All deals <Key act="all-deals" />
        </button>{" "}
        <code>capstack deals</code>
      </p>
    </div>
  );
}
