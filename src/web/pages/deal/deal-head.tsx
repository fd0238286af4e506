/** The head of a deal: who with whom, what, how firm and since when, by how many sources, and where to go from here. */

import type { DealCard, DealLine } from "../../../views/deal-answers.ts";
import { copyText } from "../../state/frame-acts.ts";
import { address, follow } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { StatusPill } from "../../ui/status.tsx";
import { dealActs, goToDeal, networkOf } from "./deal-acts.ts";

export function DealHead({ card }: { card: DealCard }) {
  const { short, sides, what, amount, differs, status, since, sources, differing, layers, companies, command } = card;
  return (
    <header class="deal-head">
      <h1>
        {differs && <span class="conflict">≠ </span>}
        {[sides, what, amount].filter(Boolean).join(" · ")}
      </h1>
      <p class="tn">
        <StatusPill status={status} /> {since} · by {sources}
      </p>
      {differing.length > 0 && (
        <p>
          <span class="conflict">≠</span> Sources differ on {differing.join(", ")}. None is averaged, and none is
          dropped.
        </p>
      )}
      <p class="muted tn">
        {[
          short,
          layers.length > 0 ? `layers of the network: ${layers.join(", ")}` : "in no layer of the network",
          ...(card.asOf ? [`as of ${card.asOf}`] : []),
        ].join(" · ")}
      </p>
      <p class="named">
        {companies.map(({ party, name }) => (
          <span key={party}>
            <button type="button" class="link" onClick={() => follow(`#/company/${encodeURIComponent(party)}`)}>
              {name}
            </button>{" "}
            <button type="button" class="link muted" onClick={() => follow(networkOf(party))}>
              its ties<span class="sr"> of {name} in the network</span>
            </button>
          </span>
        ))}
      </p>
      <div class="tools">
        <Beside way="previous" other={card.previous} />
        <Beside way="next" other={card.next} />
        <button type="button" onClick={dealActs["all-deals"]}>
          All deals <Key act="all-deals" />
        </button>
        <button type="button" onClick={dealActs.evidence}>
          Open in Evidence <Key act="evidence" />
        </button>
        <button type="button" onClick={dealActs.ties}>
          Network <Key act="ties" />
        </button>
        <button type="button" aria-pressed={address.value.params.show === "table"} onClick={dealActs.table}>
          Tables <Key act="table" />
        </button>
        <button type="button" class="plain" onClick={() => void copyText(command, `Copied: ${command}`)}>
          Copy as CLI<span class="sr">: the deal</span>
        </button>
      </div>
    </header>
  );
}

/** The deal before or after it between the same two. */
function Beside({ way, other }: { way: "next" | "previous"; other: DealLine | null }) {
  if (other === null) return null;
  return (
    <button type="button" onClick={() => goToDeal(other.short)}>
      {way === "next" ? "Next" : "Previous"}: {other.what} {other.amount} <Key act={`${way}-deal`} />
    </button>
  );
}
