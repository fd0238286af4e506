/** Claims: everything, filtered, sorted, summed and exported. */

import { useEffect } from "preact/hooks";
import type { Problem } from "../../../model/problem.ts";
import { groupedOrder, orderText } from "../../../views/claim-order.ts";
import { claimsCommand } from "../../../views/claims-command.ts";
import type { ClaimsAnswer } from "../../../views/page-answers.ts";
import { rejectReasons } from "../../../views/review-keys.ts";
import { exported } from "../../state/exported.ts";
import { address, book, controls, goWith, openLayer } from "../../state/page.ts";
import { counted } from "../../ui/add-dialog.tsx";
import { Key } from "../../ui/key.tsx";
import { ProblemNote } from "../../ui/problem.tsx";
import { useScreen } from "../use-screen.ts";
import {
  allRows,
  answer,
  arriving,
  claimsProblem,
  grouping,
  loading,
  order,
  picked,
  rejecting,
  reviewed,
  startClaims,
} from "./claims.ts";
import { claimsActs, rejectHere } from "./claims-acts.ts";
import { ClaimsTable } from "./claims-table.tsx";
import { ColumnChooser } from "./column-chooser.tsx";
import { FilterField } from "./filter-field.tsx";
import { GroupChooser } from "./group-chooser.tsx";
import { SavedFilters } from "./saved-filters.tsx";
import { SumLine } from "./sum-line.tsx";

export function ClaimsPage() {
  useScreen(startClaims, claimsActs, arriving);
  useExport();
  const now = answer.value;
  const { q = "" } = address.value.params;
  return (
    <div class="claims-screen">
      <header>
        <h1 class="tn">{now ? title(now.counts) : "Claims"}</h1>
        <Subtitle />
        <FilterField written={q} />
        <div class="chosen-view">
          <GroupChooser />
          <ColumnChooser />
        </div>
        <SavedFilters written={q} />
      </header>
      {claimsProblem.value && (
        <FilterProblem problem={claimsProblem.value} works={now ? "The last result stays below." : ""} />
      )}
      {rejecting.value && (
        <div class="acts reasons" role="group" aria-label="Why is it rejected?">
          {rejectReasons.map((reason, index) => (
            <button key={reason} type="button" onClick={() => rejectHere(reason)}>
              {reason} <Key act={`status-${index + 1}`} />
            </button>
          ))}
          <button type="button" onClick={() => rejectHere("")}>
            no reason
          </button>
        </div>
      )}
      {now === null && loading.value && <p class="muted loading">Loading …</p>}
      {now !== null && now.ids.length === 0 && !claimsProblem.value && <Nothing />}
      {now !== null && now.ids.length > 0 && <ClaimsTable ids={now.ids} groups={now.groups} dimmed={loading.value} />}
      <SumLine />
    </div>
  );
}

function title({ claims, conflicts }: ClaimsAnswer["counts"]): string {
  const parts = [
    counted(claims, "claim"),
    `${(claims - reviewed.value).toLocaleString("en-US")} unreviewed`,
    conflicts === null
      ? "counting conflicts …"
      : conflicts > 0
        ? `${conflicts.toLocaleString("en-US")} in conflict`
        : "",
  ];
  return parts.filter(Boolean).join(" · ");
}

/** What is wrong with the filter, under the place; its fix is a button. */
function FilterProblem({ problem, works }: { problem: Problem; works: string }) {
  const better = /^(?:for example )?'(.*)'$/s.exec(problem.fix ?? "")?.[1];
  return (
    <ProblemNote problem={problem} works={works} hideFix={better !== undefined}>
      {better !== undefined && (
        <button type="button" onClick={() => goWith({ q: better })}>
          Use <code>{better}</code>
        </button>
      )}
    </ProblemNote>
  );
}

/** What bounds the answer, in words. */
function Subtitle() {
  const question = book.value?.question;
  const now = answer.value;
  if (!question || !now) return null;
  const parts = [
    question.firmness ? `${question.firmness} or firmer` : "every status",
    question.asOf ? `as of ${question.asOf}` : "",
    question.knownOn ? `known by ${question.knownOn}` : "all documents",
    question.by === "group" ? "named by group" : "",
    now.rejected > 0 ? `${now.rejected} rejected left out` : "",
  ];
  return <p class="sub tn">{parts.filter(Boolean).join(" · ")}</p>;
}

/** Which word of the filter took the last rows away. */
function Nothing() {
  const { removers } = answer.value!;
  const { q = "" } = address.value.params;
  if (book.value?.totals.documents === 0)
    return (
      <div class="empty">
        <p>There are no claims yet: the book has no documents.</p>
        <button type="button" class="primary" onClick={() => openLayer({ is: "add" })}>
          Add a document
        </button>
      </div>
    );
  return (
    <div class="empty" role="status">
      <p>
        <strong>No claim is left.</strong>
      </p>
      <ul>
        {removers.map(({ term, claims }) => (
          <li key={term}>
            without <code>{term}</code>: {counted(claims, "claim")}{" "}
            <button type="button" class="link" onClick={() => goWith({ q: without(q, term) })}>
              leave it out
            </button>
          </li>
        ))}
      </ul>
      {removers.length === 0 && q !== "" && (
        <p>
          No single word of the filter is to blame.{" "}
          <button type="button" class="link" onClick={() => goWith({ q: "" })}>
            Clear it
          </button>
        </p>
      )}
    </div>
  );
}

/** The filter without a term, which may be written in another way than it reads back. */
function without(filter: string, term: string): string {
  const words = filter.match(/-?[a-z-]+:(?:"[^"]*"|[^\s()]+)+|"[^"]*"|\S+/gi) ?? [];
  const [field] = term.split(":");
  const rest = words.filter((word) => word !== term && !(term.includes(":") && word.startsWith(`${field}:`)));
  return rest.join(" ").trim();
}

/** An export of this screen is all that the filter lets through, or what is picked. */
function useExport(): void {
  const now = answer.value;
  const some = picked.value;
  const { q = "" } = address.value.params;
  const [sorted, group, asked] = [order.value, grouping.value, controls.value];
  useEffect(() => {
    const ids = some.size > 0 ? [...some] : (now?.ids ?? []);
    exported.value = {
      card: null,
      cards: [],
      from: null,
      text: null,
      all: { count: ids.length, load: () => allRows(ids) },
      command: claimsCommand(q, orderText(groupedOrder(group, sorted)), JSON.parse(asked) as Record<string, string>),
    };
  }, [now, some, q, sorted, group, asked]);
}
