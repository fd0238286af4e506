/** Deal: who with whom, what, how firm, what is missing, what its sources say, what it moves and when, what it hangs together with. */

import { computed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DealCard, DealSurroundings } from "../../../views/deal-answers.ts";
import { exported } from "../../state/exported.ts";
import { address, follow, goWith } from "../../state/page.ts";
import { AssumeLayer } from "../../ui/assume-dialog.tsx";
import { Missing } from "../../ui/command.tsx";
import { DealFields } from "../../ui/deal-fields.tsx";
import { FailedWrites } from "../../ui/failed-writes.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNote } from "../../ui/problem.tsx";
import { StatusPill } from "../../ui/status.tsx";
import { useScreen } from "../use-screen.ts";
import { answer, dealProblem, loading, startDeal } from "./deal.ts";
import { dealActs, drawReading } from "./deal-acts.ts";
import { exportOf } from "./deal-export.ts";
import { DealHead } from "./deal-head.tsx";
import { DealsList } from "./deal-list.tsx";
import { NoSuchDeal } from "./no-such-deal.tsx";

const arriving = computed(() => answer.value === null && loading.value);

export function DealScreen() {
  useScreen(startDeal, dealActs, arriving);
  const now = answer.value;
  useEffect(() => {
    if (now) exported.value = exportOf(now);
  }, [now]);
  return (
    <div class={`deal-screen${loading.value && now ? " dimmed" : ""}`}>
      {dealProblem.value && (
        <>
          {now === null && <h1>Deal</h1>}
          <ProblemNote problem={dealProblem.value} works={now ? "What is below was loaded before." : ""} />
        </>
      )}
      {now === null && loading.value && (
        <>
          <h1>Deal</h1>
          <p class="muted loading">Loading …</p>
        </>
      )}
      {now?.is === "list" && <DealsList list={now} />}
      {now?.is === "unknown" && <NoSuchDeal unknown={now} />}
      {now?.is === "deal" && <Deal card={now} />}
      <AssumeLayer />
    </div>
  );
}

function Deal({ card }: { card: DealCard }) {
  const { left, missing, fields, panels, around } = card;
  const [legs, ...pictured] = panels;
  return (
    <>
      <DealHead card={card} />
      {left && (
        <p class="notice" role="status">
          {left}{" "}
          {address.value.params.firm && (
            <button type="button" onClick={() => goWith({ firm: "" })}>
              Any firmness
            </button>
          )}
        </p>
      )}
      <FailedWrites />
      <Missing lines={missing} />
      <div class="deal-panels">
        <section class="panel p-fields" aria-labelledby="panel-fields">
          <header>
            <h2 id="panel-fields">What sources say</h2>
          </header>
          <DealFields
            fields={fields}
            acts={{ chosen: null, quotes: true, draw: (field, what) => void drawReading(field, what) }}
          />
        </section>
        <div class="around">
          {around.map((each) => (
            <Around key={each.title} around={each} />
          ))}
        </div>
        <Panel panel={legs!} />
        {pictured.map((panel) => (
          <Panel key={panel.name} panel={panel} />
        ))}
      </div>
    </>
  );
}

function Around({ around: { title, about, items } }: { around: DealSurroundings }) {
  return (
    <section class="panel" aria-label={title}>
      <header>
        <h2>
          {title} <span class="muted">({items.length})</span>
        </h2>
      </header>
      <div class="in-words">
        {about && <p class="muted">{about}</p>}
        <ul>
          {items.map(({ text, status, to, name }) => (
            <li key={name + text}>
              {to === null ? (
                <b class="tn">{name}</b>
              ) : (
                <button type="button" class="link tn" onClick={() => follow(to)}>
                  {name}
                </button>
              )}{" "}
              {status && <StatusPill status={status} />} {text}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
