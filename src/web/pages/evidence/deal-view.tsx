/** The deal of the chosen claim: every reading with its sentence, on one axis, and which one is drawn. It never says which is right. */

import type { ClaimCard, DealAnswer, DealFieldAnswer, SayingCard } from "../../../views/page-answers.ts";
import { readingsPlot } from "../../../views/readings-plot.ts";
import { keyName } from "../../state/bound-keys.ts";
import { follow } from "../../state/page.ts";
import { counted } from "../../ui/add-dialog.tsx";
import { Key } from "../../ui/key.tsx";
import { Picture } from "../../ui/picture.tsx";
import { ProblemNote } from "../../ui/problem.tsx";
import { StatusPill } from "../../ui/status.tsx";
import { deal, dealProblem } from "./evidence.ts";
import { apart, draw, evidenceActs, sameDeal } from "./evidence-acts.ts";

export function DealView({ card }: { card: ClaimCard }) {
  const shown = deal.value;
  if (dealProblem.value)
    return <ProblemNote problem={dealProblem.value} works={`The text still opens: key ${keyName("conflict")}.`} />;
  if (shown === null || shown.claim !== card.id) return <p class="muted loading">Loading …</p>;
  return (
    <div class="deal-view">
      <h1>
        {shown.fields.some(({ disagreement }) => disagreement) && <span class="conflict">≠ </span>}
        {shown.deal === null ? `${card.sides} · ${card.what}` : shown.title}
      </h1>
      <p class="sub">
        {summary(shown)}{" "}
        <button type="button" onClick={evidenceActs.conflict}>
          Back to the text <Key act="conflict" />
        </button>
      </p>
      {shown.fields.map((field, index) =>
        field.readings.length > 1 ? (
          <FieldView key={field.name} field={field} chosen={card} hasKeys={index === 0} />
        ) : (
          <AgreedField key={field.name} field={field} />
        ),
      )}
      <Beside shown={shown} />
    </div>
  );
}

function summary({ deal, documents, independent, fields, status }: DealAnswer): string {
  if (deal === null) return "A figure of one party makes no deal: there is nothing to settle.";
  const differing = fields.filter(({ disagreement }) => disagreement !== null);
  const sources = `${status!.charAt(0).toUpperCase()}${status!.slice(1)} by ${counted(documents, "document")}, ${counted(independent, "independent source")}.`;
  if (differing.length === 0) return `${sources} No source says otherwise.`;
  return `${sources} They differ on ${differing.map(({ title }) => title).join(", ")}. None is averaged, and none is dropped.`;
}

interface FieldProps {
  readonly field: DealFieldAnswer;
  readonly chosen: ClaimCard;
  /** The keys that draw are about this field. */
  readonly hasKeys: boolean;
}

/** A field with one reading: its value, and where it is said. */
function AgreedField({ field: { title, question, readings } }: { field: DealFieldAnswer }) {
  const [{ text, sayings }] = readings as [DealFieldAnswer["readings"][number]];
  return (
    <section class="field" aria-label={title}>
      <h2>
        {title}: <span class="tn">{text}</span>{" "}
        <span class="muted tn">
          {sayings.map((saying) => (
            <>
              <Place saying={saying} />{" "}
            </>
          ))}
        </span>
      </h2>
      {question && <p>{question}</p>}
    </section>
  );
}

/** Where it stands, as a link to the claim. */
function Place({ saying: { id, number, span } }: { saying: SayingCard }) {
  return (
    <button type="button" class="link tn" onClick={() => follow(`#/evidence/${number}?claim=${id}&view=conflict`)}>
      {number}:{span[0]}
    </button>
  );
}

function FieldView({ field, chosen, hasKeys }: FieldProps) {
  const { name, title, disagreement, because, question, readings } = field;
  const plotted = readings.flatMap(({ figure, comparator, sayings }) =>
    figure === null ? [] : [{ figure, comparator, label: sayings[0]!.number }],
  );
  const sizes = [
    ["smallest", "draw-smallest"],
    ["both", "draw-both"],
    ["largest", "draw-largest"],
  ] as const;
  return (
    <section class="field" aria-label={title}>
      <h2>
        {disagreement && <span class="conflict">≠ </span>}
        {title}
        <span class="muted">
          {disagreement === "hard" && " · no value fits all"}
          {disagreement === "soft" && " · all could be true"}
          {readings.length > 1 &&
            (because === null ? " · none is drawn" : ` · drawn: ${readings[0]!.text} (${because})`)}
        </span>
      </h2>
      {plotted.length > 1 && <Picture svg={readingsPlot(plotted, { width: 560, axis: true })} />}
      <div class="acts" role="group" aria-label={`What to draw for ${title}`}>
        {sizes.map(([size, act]) =>
          size === "both" || plotted.length > 1 ? (
            <button key={size} type="button" onClick={() => draw(chosen, name, size)}>
              Draw {size === "both" && readings.length > 2 ? "all" : size} {hasKeys && <Key act={act} />}
            </button>
          ) : null,
        )}
      </div>
      <ul class="readings">
        {readings.map(({ text, sayings }, index) => (
          <li key={text} class={sayings.some(({ id }) => id === chosen.id) ? "own" : ""}>
            <p class="row">
              <b class="tn">{text}</b>
              {index === 0 && because !== null ? (
                <span class="muted">drawn</span>
              ) : (
                <button type="button" onClick={() => draw(chosen, name, sayings[0]!.id)}>
                  Draw this
                </button>
              )}
            </p>
            {sayings.map((saying) => (
              <Saying key={saying.id} saying={saying} isChosen={saying.id === chosen.id} />
            ))}
          </li>
        ))}
      </ul>
      {question && <p>{question}</p>}
    </section>
  );
}

function Saying({ saying, isChosen }: { saying: SayingCard; isChosen: boolean }) {
  return (
    <>
      <blockquote>“{saying.quote}”</blockquote>
      <p class="row muted tn">
        <Place saying={saying} />
        <StatusPill status={saying.status}>{saying.hedged && " ~"}</StatusPill>
        {saying.period || "undated"}
        {isChosen && (
          <button type="button" onClick={() => apart(saying.id)}>
            Not of this deal <Key act="apart" />
          </button>
        )}
      </p>
    </>
  );
}

/** Other deals between the same two, which a person may know to be this one. */
function Beside({ shown }: { shown: DealAnswer }) {
  if (shown.beside.length === 0) return null;
  return (
    <section class="field" aria-label="Other deals between the same two">
      <h2>Other deals between the same two</h2>
      <ul class="readings">
        {shown.beside.map(({ deal, text }) => (
          <li key={deal}>
            <p class="row">
              <span class="tn">{text}</span>
              <button type="button" onClick={() => sameDeal(shown.claim, deal)}>
                The same deal
              </button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
