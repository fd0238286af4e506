/** The documents of the book, each with how far it is reviewed. */

import type { DocumentLine } from "../../../views/page-answers.ts";
import { book, follow, goWith, openLayer } from "../../state/page.ts";
import { unsaved } from "../../state/writes.ts";
import { counted } from "../../ui/add-dialog.tsx";
import { Key } from "../../ui/key.tsx";
import { StartHere } from "../../ui/start-here.tsx";
import { conflictsOf, keptParams, listed, number, only, shownDocument } from "./evidence.ts";
import { Unread } from "./unread.tsx";

const filters = ["unreviewed", "conflicts", "conditional"] as const;

export function DocumentList() {
  const documents = book.value?.documents ?? [];
  const shown = listed.value;
  const unread = documents.filter((line) => line.unread).length;
  return (
    <section class="documents" aria-labelledby="documents-title">
      <h2 id="documents-title">
        {shown.length === documents.length
          ? counted(documents.length, "document")
          : `${shown.length} of ${counted(documents.length, "document")}`}
      </h2>
      {unread > 0 && <Unread unread={unread} documents={documents.length} />}
      <ul class="list">
        {shown.map((line) => (
          <DocumentItem key={line.id} line={line} current={line.number === number.value} />
        ))}
      </ul>
      {documents.length > 0 && shown.length === 0 && (
        <p class="muted">No document is {only.value === "conflicts" ? "in conflict" : only.value}.</p>
      )}
      <p>
        <button type="button" onClick={() => openLayer({ is: "add" })}>
          Add <Key act="add" />
        </button>
      </p>
      <fieldset class="filters">
        <legend>Only with</legend>
        {filters.map((filter) => (
          <label key={filter}>
            <input
              type="checkbox"
              checked={only.value === filter}
              onChange={(event) => goWith({ only: event.currentTarget.checked ? filter : "" }, true)}
            />{" "}
            {filter}
          </label>
        ))}
      </fieldset>
      <StartHere />
    </section>
  );
}

function DocumentItem({ line, current }: { line: DocumentLine; current: boolean }) {
  const conflicts = conflictsOf(line);
  const isDone = line.claims > 0 && line.reviewed === line.claims;
  const hasUnsaved = current && shownDocument.value?.cards.some(({ id }) => unsaved.value.has(id));
  return (
    <li>
      <a
        href={`#/evidence/${line.number}`}
        aria-current={current ? "true" : undefined}
        title={line.title}
        onClick={(event) => {
          event.preventDefault();
          follow(`#/evidence/${line.number}${keptParams()}`);
        }}
      >
        <b class="tn">{line.number}</b> <span class="name">{line.title}</span>
        {conflicts > 0 && (
          <span class="conflict">
            ≠<span class="sr"> {conflicts} in conflict</span>
          </span>
        )}
        <span class="tn muted">
          {line.reviewed}/{line.claims}
          <span class="sr"> reviewed</span>
          {isDone && " ✓"}
          {hasUnsaved && " •"}
        </span>
      </a>
    </li>
  );
}
