/** The claims of the document as cards, one of them chosen; how far the review is; what could not be stored. */

import { useEffect, useRef } from "preact/hooks";
import { address, book, goWith } from "../../state/page.ts";
import { cards, unsaved } from "../../state/writes.ts";
import { counted, missText } from "../../ui/add-dialog.tsx";
import { FailedWrites } from "../../ui/failed-writes.tsx";
import { Key } from "../../ui/key.tsx";
import { ClaimCardView } from "./claim-card.tsx";
import {
  choose,
  documentLoading,
  documentProblem,
  extended,
  mode,
  order,
  selected,
  shownDocument,
} from "./evidence.ts";
import { evidenceActs } from "./evidence-acts.ts";
import { NewClaim } from "./new-claim.tsx";
import { Retry } from "./unread.tsx";

export function ClaimCards() {
  const shown = shownDocument.value;
  const ids = order.value;
  const all = ids.flatMap((id) => cards.value.get(id) ?? []);
  const reviewed = all.filter(({ review }) => review !== "unreviewed").length;
  const conflicts = all.filter(({ conflict }) => conflict).length;
  const { firmness } = book.value?.question ?? { firmness: null };
  return (
    <section class="claims-pane" aria-labelledby="claims-title" aria-busy={documentLoading.value}>
      <header>
        <h2 id="claims-title" class="tn">
          {reviewed} of {all.length} reviewed
          {conflicts > 0 && (
            <span class="conflict">
              {" "}
              · {conflicts} ≠<span class="sr"> in conflict</span>
            </span>
          )}
        </h2>
        <button
          type="button"
          class="plain"
          onClick={evidenceActs.order}
          aria-pressed={address.value.params.order === "weight"}
        >
          {address.value.params.order === "weight" ? "what matters first" : "as in the text"} <Key act="order" />
        </button>
      </header>
      <div class="bar" role="img" aria-label={`${reviewed} of ${all.length} reviewed`}>
        <i style={{ width: `${all.length === 0 ? 0 : (100 * reviewed) / all.length}%` }} />
      </div>
      <FailedWrites />
      {mode.value === "new" && shown && <NewClaim shown={shown} />}
      {extended.value.size > 0 && (
        <p class="selection">
          {counted(extended.value.size, "claim")} selected{" "}
          <button type="button" onClick={evidenceActs["accept-selected"]}>
            Accept them <Key act="accept-selected" />
          </button>
        </p>
      )}
      <ul class="cards">
        {ids.map((id, index) => (
          <CardAt key={id} id={id} place={index + 1} total={ids.length} />
        ))}
      </ul>
      {shown && shown.leftOut > 0 && (
        <p class="muted">
          {counted(shown.leftOut, "claim")} of this document {shown.leftOut === 1 ? "is" : "are"} left out:{" "}
          {firmness ? `less firm than ${firmness}, or ` : ""}not yet so on that day.{" "}
          {firmness && (
            <button type="button" class="link" onClick={() => goWith({ firm: "" })}>
              Show all
            </button>
          )}
        </p>
      )}
      {shown && all.length === 0 && !documentProblem.value && <NoClaims />}
      {shown && shown.orphans.length > 0 && (
        <details class="orphans">
          <summary>{counted(shown.orphans.length, "decision")} on claims that this reading does not have</summary>
          <ul>
            {shown.orphans.map(({ id, quote, decided }) => (
              <li key={`${id}${decided}`}>
                “{quote}” <span class="muted">{decided}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p class="muted foot">
        <Key act="next" spoken /> <Key act="previous" spoken /> move · <Key act="undo" spoken /> undo ·{" "}
        <Key act="status-1" spoken />–<Key act="status-7" spoken /> status · <Key act="why" spoken /> why ·{" "}
        <Key act="pin" spoken /> link · <Key act="keys" spoken /> keys
      </p>
    </section>
  );
}

/** Only the card that changes is drawn anew. */
function CardAt({ id, place, total }: { id: string; place: number; total: number }) {
  const element = useRef<HTMLLIElement>(null);
  const card = cards.value.get(id);
  const isChosen = selected.value === id;
  const isExtended = extended.value.has(id);
  useEffect(() => {
    const own = element.current;
    if (!isChosen || !own) return;
    own.scrollIntoView({ block: "center" });
    // The focus goes along while it is among the cards, or nowhere.
    const at = document.activeElement;
    if (at === document.body || own.parentElement?.contains(at))
      own.querySelector("article")?.focus({ preventScroll: true });
  }, [isChosen]);
  if (!card) return null;
  return (
    <li ref={element}>
      <ClaimCardView
        card={card}
        place={place}
        total={total}
        chosen={isChosen}
        together={isExtended}
        storing={unsaved.value.has(id)}
        onChoose={choose}
      />
    </li>
  );
}

const nearest = 3;

/** A text without claims: what came nearest, and what it lacked. */
function NoClaims() {
  const shown = shownDocument.value!;
  if (shown.line.unread)
    return (
      <div class="empty">
        <p>
          <strong>This document was not read.</strong> Its text is here, and what is claimed in it is not known yet.
        </p>
        <Retry />
      </div>
    );
  return (
    <div class="empty">
      <p>
        <strong>No claims in {counted(shown.sentences, "sentence")}.</strong> Select words in the text and press{" "}
        <Key act="new-claim" spoken /> to write one.
      </p>
      {shown.nearMisses.length > 0 && <p>The nearest:</p>}
      <ul>
        {shown.nearMisses.slice(0, nearest).map(({ quote, reason, span }) => (
          <li key={span[0]}>
            “{quote}” <span class="muted">{missText[reason]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
