/** What sources say of a deal, field by field: every reading with its sentence, on one axis, and which one is drawn. It never says which is right. */

import type { DealFieldAnswer, SayingCard } from "../../views/page-answers.ts";
import { readingsPlot } from "../../views/readings-plot.ts";
import { follow } from "../state/page.ts";
import { Key } from "./key.tsx";
import { Picture } from "./picture.tsx";
import { StatusPill } from "./status.tsx";

/** What a person may decide about a deal. */
export interface FieldActs {
  /** The claim that is looked at; null where it is the deal as a whole. */
  readonly chosen: string | null;
  /** Sentences stand below what all agree on too: where no text stands beside. */
  readonly quotes?: boolean;
  /** Which reading of a field is drawn: by its size, or by one of its claims. */
  readonly draw: (field: string, what: string) => void;
  /** The chosen claim is of another deal. */
  readonly apart?: (claim: string) => void;
}

/** All fields; keys that draw are about the first. */
export function DealFields({ fields, acts }: { fields: readonly DealFieldAnswer[]; acts: FieldActs }) {
  return fields.map((field, index) =>
    field.readings.length > 1 ? (
      <FieldView key={field.name} field={field} acts={acts} hasKeys={index === 0} />
    ) : (
      <AgreedField key={field.name} field={field} quotes={acts.quotes === true} />
    ),
  );
}

interface FieldProps {
  readonly field: DealFieldAnswer;
  readonly acts: FieldActs;
  /** The keys that draw are about this field. */
  readonly hasKeys: boolean;
}

/** A field with one reading: its value, and where it is said. A status that all share needs no quote. */
function AgreedField({ field, quotes }: { field: DealFieldAnswer; quotes: boolean }) {
  const { name, title, question, readings } = field;
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
      {quotes && name !== "status" && <blockquote>“{sayings[0]!.quote}”</blockquote>}
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

function FieldView({ field, acts, hasKeys }: FieldProps) {
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
            <button key={size} type="button" onClick={() => acts.draw(name, size)}>
              Draw {size === "both" && readings.length > 2 ? "all" : size} {hasKeys && <Key act={act} />}
            </button>
          ) : null,
        )}
      </div>
      <ul class="readings">
        {readings.map(({ text, sayings }, index) => (
          <li key={text} class={sayings.some(({ id }) => id === acts.chosen) ? "own" : ""}>
            <p class="row">
              <b class="tn">{text}</b>
              {index === 0 && because !== null ? (
                <span class="muted">drawn</span>
              ) : (
                <button type="button" onClick={() => acts.draw(name, sayings[0]!.id)}>
                  Draw this
                </button>
              )}
            </p>
            {sayings.map((saying) => (
              <Saying key={saying.id} saying={saying} apart={saying.id === acts.chosen ? acts.apart : undefined} />
            ))}
          </li>
        ))}
      </ul>
      {question && <p>{question}</p>}
    </section>
  );
}

function Saying({ saying, apart }: { saying: SayingCard; apart: FieldActs["apart"] | undefined }) {
  return (
    <>
      <blockquote>“{saying.quote}”</blockquote>
      <p class="row muted tn">
        <Place saying={saying} />
        <StatusPill status={saying.status}>{saying.hedged && " ~"}</StatusPill>
        {saying.period || "undated"}
        {apart && (
          <button type="button" onClick={() => apart(saying.id)}>
            Not of this deal <Key act="apart" />
          </button>
        )}
      </p>
    </>
  );
}
