/** Where sources disagree: every reading with its sentence, on one axis. It never says which is right. */

import type { ClaimCard, RivalReading } from "../../../views/page-answers.ts";
import { readingsPlot } from "../../../views/readings-plot.ts";
import { follow } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { Picture } from "../../ui/picture.tsx";
import { StatusPill } from "../../ui/status.tsx";
import { evidenceActs } from "./evidence-acts.ts";

export function ConflictView({ card }: { card: ClaimCard }) {
  const own: RivalReading = { ...card, figure: card.figure!, short: card.short };
  const readings = [own, ...card.rivals].sort((one, other) => Number(one.number) - Number(other.number));
  return (
    <div class="conflict-view">
      <h1>
        <span class="conflict">≠</span> {card.sides} · {card.what}
      </h1>
      <p class="sub">
        {readings.length} readings in {new Set(readings.map(({ number }) => number)).size} documents. None is averaged,
        and none is dropped.{" "}
        <button type="button" onClick={evidenceActs.conflict}>
          Back to the text <Key act="conflict" />
        </button>
      </p>
      <Picture
        svg={readingsPlot(
          readings.map(({ figure, comparator, number }) => ({ figure, comparator, label: number })),
          { width: 560, axis: true },
        )}
      />
      <ul class="readings">
        {readings.map((reading) => (
          <li key={reading.id} class={reading.id === card.id ? "own" : ""}>
            <p class="row">
              <button
                type="button"
                class="link tn"
                onClick={() => follow(`#/evidence/${reading.number}?claim=${reading.id}&view=conflict`)}
              >
                {reading.number}:{reading.span[0]}
              </button>
              <b class="tn">{reading.amount}</b>
              <StatusPill status={reading.status}>{reading.hedged && " ~"}</StatusPill>
            </p>
            <blockquote>“{reading.quote}”</blockquote>
            <p class="muted tn">{reading.period || "undated"}</p>
          </li>
        ))}
      </ul>
      <p>{couldBothBeTrue(readings)}</p>
    </div>
  );
}

/** What the sentences themselves allow. */
function couldBothBeTrue(readings: readonly RivalReading[]): string {
  const dated = readings.filter(({ period }) => period !== "");
  if (dated.length === 0)
    return "Could they all be true? Possibly: none of the sentences is dated, and the figures may be of different times.";
  return dated.length < readings.length
    ? "Could they all be true? Possibly: some of the sentences are undated."
    : "The sentences are dated, and give different amounts.";
}
