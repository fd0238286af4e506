/** Evidence: the document beside its claims. What exactly was said, by whom, how firmly, and does anyone else say otherwise? */

import { useEffect, useState } from "preact/hooks";
import { exported } from "../../state/exported.ts";
import { book, openLayer, reload } from "../../state/page.ts";
import { cards } from "../../state/writes.ts";
import { Key } from "../../ui/key.tsx";
import { ProblemNote } from "../../ui/problem.tsx";
import { useScreen } from "../use-screen.ts";
import { ClaimCards } from "./claim-cards.tsx";
import { DealView } from "./deal-view.tsx";
import { DocumentList } from "./document-list.tsx";
import { DocumentText } from "./document-text.tsx";
import {
  arriving,
  chosen,
  documentLoading,
  documentProblem,
  isCompared,
  number,
  shownDocument,
  startEvidence,
} from "./evidence.ts";
import { evidenceActs } from "./evidence-acts.ts";

const panes = ["documents", "text", "claims"] as const;

export function EvidencePage() {
  // On a narrow screen one pane is shown at a time.
  const [pane, setPane] = useState<(typeof panes)[number]>("claims");
  useScreen(startEvidence, evidenceActs, arriving);
  useExport();
  const shown = shownDocument.value;
  // On a narrow screen a document that was chosen, a conflict that was opened and what went wrong come into sight.
  const isMissing = documentProblem.value !== null;
  useEffect(
    () => setPane(isCompared.value || isMissing ? "text" : "claims"),
    [isCompared.value, isMissing, number.value],
  );
  const isEmpty = book.value !== null && book.value.documents.length === 0;
  if (isEmpty) return <NoDocuments />;
  return (
    <>
      <div class="pane-switch" role="group" aria-label="What is shown">
        <h1 class="sr">Evidence{shown && `: ${shown.line.number} ${shown.line.title}`}</h1>
        {panes.map((each) => (
          <button key={each} type="button" aria-pressed={pane === each} onClick={() => setPane(each)}>
            {each}
          </button>
        ))}
      </div>
      <div class="panes" data-pane={pane}>
        <DocumentList />
        <section class="document" aria-label="Document" aria-busy={documentLoading.value}>
          {documentProblem.value && (
            <ProblemNote problem={documentProblem.value} works="The other documents still open.">
              <button type="button" onClick={reload}>
                Try again
              </button>
            </ProblemNote>
          )}
          {shown ? (
            <div class={`fill${documentLoading.value && shown.line.number !== number.value ? " dimmed" : ""}`}>
              {isCompared.value ? <DealView card={chosen.value!} /> : <DocumentText shown={shown} />}
            </div>
          ) : (
            !documentProblem.value && <Skeleton />
          )}
        </section>
        <ClaimCards />
      </div>
    </>
  );
}

/** An export of this screen is its document with its claims. */
function useExport(): void {
  const shown = shownDocument.value;
  const now = book.value;
  const card = chosen.value;
  useEffect(() => {
    if (!shown || !now) return;
    exported.value = {
      card,
      cards: shown.cards.flatMap(({ id }) => cards.peek().get(id) ?? []),
      from: { line: shown.line, url: shown.url, data: now.data, asOf: now.question.asOf },
      text: shown.text,
      all: null,
      command: card ? `capstack why ${card.short}` : `capstack claims document:${shown.line.number}`,
    };
  }, [shown, now, card]);
}

/** Why it is empty, and the one next thing to do. */
function NoDocuments() {
  return (
    <div class="empty">
      <h1>No documents yet</h1>
      <p>Drop a file anywhere here, paste text, or:</p>
      <p>
        <button type="button" class="primary" onClick={() => openLayer({ is: "add" })}>
          Add a document <Key act="add" />
        </button>
      </p>
      <p class="muted">
        The example book with thirteen documents: capstack demo, then capstack open --book capstack-demo.
      </p>
      <figure aria-label="An example">
        <figcaption class="muted">example</figcaption>
        <blockquote>
          “Amazon is in talks to invest <mark>at least $10 billion</mark> in OpenAI.”
        </blockquote>
        <p>Amazon → OpenAI · investment · ≥ $10bn · talks</p>
      </figure>
    </div>
  );
}

/** The final layout in grey; it comes into sight only where loading takes a while. */
function Skeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      <i class="line w60" />
      <i class="line w90" />
      <i class="line w80" />
      <i class="line w90" />
      <i class="line w40" />
    </div>
  );
}
