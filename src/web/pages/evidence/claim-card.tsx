/** One claim: how firm, who, what, how much, in which words, and what can be done with it. */

import type { ClaimCard } from "../../../views/page-answers.ts";
import { readingsPlot } from "../../../views/readings-plot.ts";
import { openLayer } from "../../state/page.ts";
import { counted } from "../../ui/add-dialog.tsx";
import { Key } from "../../ui/key.tsx";
import { Picture } from "../../ui/picture.tsx";
import { StatusPill } from "../../ui/status.tsx";
import { FlagForm, RejectReasons, SpanPicker } from "./card-modes.tsx";
import { EditForm } from "./edit-form.tsx";
import { type Mode, mode } from "./evidence.ts";
import { evidenceActs } from "./evidence-acts.ts";

interface CardProps {
  readonly card: ClaimCard;
  readonly place: number;
  readonly total: number;
  readonly chosen: boolean;
  readonly together: boolean;
  /** Its last decision is on the way. */
  readonly storing: boolean;
  readonly onChoose: (id: string) => void;
}

export function ClaimCardView({ card, place, total, chosen, together, storing, onChoose }: CardProps) {
  // What reads a signal is drawn anew only when that or its own properties change.
  const now = mode.value;
  const doing = chosen ? now : "none";
  const state = `${chosen ? " chosen" : ""}${together ? " together" : ""} r-${card.review}`;
  return (
    <article
      class={`card${state}`}
      tabIndex={-1}
      data-why={card.id}
      aria-label={spoken(card, place, total)}
      aria-current={chosen ? "true" : undefined}
      onClick={() => !chosen && onChoose(card.id)}
    >
      <p class="row">
        <span>
          <StatusPill status={card.status} />
          {card.conditional && <span class="pill">if</span>}
          {card.hedged && (
            <span class="pill" title="hedged: reportedly, sources say">
              ~<span class="sr"> hedged</span>
            </span>
          )}
          {card.review !== "unreviewed" && (
            <span class="reviewed">{card.review === "accepted" ? "✓ accepted" : card.review}</span>
          )}
          {storing && <span class="muted"> • storing</span>}
        </span>
        <button type="button" class="plain tn" onClick={() => openLayer({ is: "why", claim: card.id })}>
          {place} · {card.short}
          <span class="sr">: why</span>
        </button>
      </p>
      <h3>
        <span>
          {card.sides} · {card.what}
        </span>
        <span class="tn amount">{card.amount || <span class="muted">amount not stated</span>}</span>
      </h3>
      {card.period && <p class="tn">{card.period}</p>}
      {card.insideGroup && <p class="muted">Both belong to one group: rolled up by group, nothing flows.</p>}
      {card.conflict && <ConflictLine card={card} chosen={chosen} />}
      {chosen && <Chosen card={card} doing={doing} />}
    </article>
  );
}

/** The status in words, who to whom, how much, whether others disagree. */
function spoken(
  { status, hedged, conditional, sides, what, amount, rivals, review }: ClaimCard,
  place: number,
  total: number,
): string {
  const parts = [
    `Claim ${place} of ${total}`,
    status,
    conditional ? "conditional" : "",
    hedged ? "hedged" : "",
    sides.replace("→", "to"),
    what,
    amount || "amount not stated",
    rivals.length > 0 ? `conflicts with ${rivals.length}` : "",
    review,
  ];
  return parts.filter(Boolean).join(", ");
}

function ConflictLine({ card, chosen }: { card: ClaimCard; chosen: boolean }) {
  const documents = new Set(card.rivals.map(({ number }) => number)).size;
  const rivals = card.rivals.length;
  const figures = card.rivals.flatMap(({ rivalFigure, comparator, number }) =>
    rivalFigure !== null && rivalFigure.unit === card.figure?.unit
      ? { figure: rivalFigure, comparator, label: number }
      : [],
  );
  return (
    <div class="conflict-line">
      <p class="conflict">
        ≠ {card.disputed.join(", ")}: {counted(rivals, "claim")}
        {documents > 1 && ` in ${documents} documents`} {rivals === 1 ? "says" : "say"} otherwise{" "}
        {chosen && (
          <button type="button" class="plain" onClick={evidenceActs.conflict}>
            Compare <Key act="conflict" />
          </button>
        )}
      </p>
      {chosen && card.figure && figures.length > 0 && (
        <Picture
          svg={readingsPlot([{ figure: card.figure, comparator: card.comparator, label: card.number }, ...figures], {
            width: 320,
            axis: false,
          })}
        />
      )}
    </div>
  );
}

/** What only the chosen card shows. */
function Chosen({ card, doing }: { card: ClaimCard; doing: Mode }) {
  return (
    <>
      {card.checks.map((words) => (
        <p class="conflict" key={words}>
          The text compares: “{words}”. Nothing is concluded from it.
        </p>
      ))}
      <blockquote>“{card.quote}”</blockquote>
      <p class="muted tn small">
        chars {card.span[0]}–{card.span[1]}
        {card.also.length > 0 && ` and ${card.also.length} more`} ·{" "}
        {card.byHand ? "written by hand" : `reader ${card.reader}`}
        {card.saidBy && ` · said by ${card.saidBy}`}
        {card.origin && ` · cites ${card.origin}`}
      </p>
      {card.decided && <p class="muted small">{card.decided}</p>}
      {card.flags.map((note) => (
        <p class="small" key={note}>
          ⚑ {note}
        </p>
      ))}
      {doing === "none" && <Buttons />}
      {doing === "reject" && <RejectReasons card={card} />}
      {doing === "flag" && <FlagForm card={card} />}
      {doing === "edit" && <EditForm card={card} />}
      {doing === "span" && <SpanPicker card={card} />}
    </>
  );
}

function Buttons() {
  return (
    <p class="acts">
      {(["accept", "edit", "reject", "skip"] as const).map((act) => (
        <button key={act} type="button" class={act === "accept" ? "primary" : ""} onClick={evidenceActs[act]}>
          {act.charAt(0).toUpperCase() + act.slice(1)} <Key act={act} />
        </button>
      ))}
      <button type="button" class="plain hintable" onClick={evidenceActs.flag}>
        Flag <Key act="flag" />
      </button>
    </p>
  );
}
