/** The deal of the chosen claim: every reading with its sentence, on one axis, and which one is drawn. It never says which is right. */

import type { ClaimCard, DealAnswer } from "../../../views/page-answers.ts";
import { keyName } from "../../state/bound-keys.ts";
import { apart, draw, sameDeal } from "../../state/deal-decisions.ts";
import { follow } from "../../state/page.ts";
import { counted } from "../../ui/add-dialog.tsx";
import { DealFields } from "../../ui/deal-fields.tsx";
import { Key } from "../../ui/key.tsx";
import { ProblemNote } from "../../ui/problem.tsx";
import { deal, dealProblem } from "./evidence.ts";
import { evidenceActs } from "./evidence-acts.ts";

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
        </button>{" "}
        {shown.deal !== null && (
          <button type="button" onClick={() => follow(`#/deal/${shown.short}`)}>
            The page of this deal
          </button>
        )}
      </p>
      <DealFields
        fields={shown.fields}
        acts={{ apart, chosen: card.id, draw: (field, what) => void draw(card.id, field, what) }}
      />
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
