/** Company: who owns it, what must it pay and when, how long does its cash last, who is hurt if it fails? What is missing stands first. */

import { computed } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { CompanyCard, CompanyName } from "../../../views/company-answers.ts";
import { exported } from "../../state/exported.ts";
import { address } from "../../state/page.ts";
import { AssumeLayer } from "../../ui/assume-dialog.tsx";
import { Missing } from "../../ui/command.tsx";
import { Key } from "../../ui/key.tsx";
import { ProblemNote } from "../../ui/problem.tsx";
import { useScreen } from "../use-screen.ts";
import { answer, companyProblem, loading, startCompany, tab } from "./company.ts";
import { companyActs, goToCompany } from "./company-acts.ts";
import { CompanyChoice, NoSuchCompany } from "./company-choice.tsx";
import { exportOf } from "./company-export.ts";
import { CompanyPanelView } from "./company-panel.tsx";

const arriving = computed(() => answer.value === null && loading.value);

export function CompanyPage() {
  useScreen(startCompany, companyActs, arriving);
  const now = answer.value;
  const alone = tab.value;
  useEffect(() => {
    if (now) exported.value = exportOf(now, alone);
  }, [now, alone]);
  return (
    <div class={`company-screen${loading.value && now ? " dimmed" : ""}`}>
      {companyProblem.value && (
        <>
          {now === null && <h1>Company</h1>}
          <ProblemNote problem={companyProblem.value} works={now ? "What is below was loaded before." : ""} />
        </>
      )}
      {now === null && loading.value && (
        <>
          <h1>Company</h1>
          <p class="muted loading">Loading …</p>
        </>
      )}
      {now?.is === "list" && <CompanyChoice list={now} />}
      {now?.is === "unknown" && <NoSuchCompany unknown={now} />}
      {now?.is === "company" && <Company card={now} />}
      <AssumeLayer />
    </div>
  );
}

function Company({ card }: { card: CompanyCard }) {
  const { panels, missing } = card;
  const alone = tab.value;
  const { show } = address.value.params;
  return (
    <>
      <header class="company-head">
        <h1>{card.name}</h1>
        <p class="muted tn">{aboutText(card)}</p>
        <Relations card={card} />
        <div class="tools">
          <Beside way="previous" other={card.previous} />
          <Beside way="next" other={card.next} />
          <button type="button" onClick={() => goToCompany("")}>
            All companies
          </button>
          <button type="button" aria-pressed={show === "table"} onClick={companyActs.table}>
            Tables <Key act="table" />
          </button>
          {missing.length === 0 && <WriteAssumption />}
        </div>
      </header>
      <Missing lines={missing}>
        <WriteAssumption />
      </Missing>
      <div class={alone ? "company-panels alone" : "company-panels"}>
        {panels
          .filter(({ name }) => alone === null || name === alone)
          .map((panel) => (
            <CompanyPanelView key={panel.name} panel={panel} isAlone={alone === panel.name} />
          ))}
      </div>
    </>
  );
}

/** Further spellings say nothing more. */
const mostAliases = 4;

function aboutText({ kind, aliases, claims, documents, differ, asOf }: CompanyCard): string {
  return [
    kind ?? "in no register",
    ...(aliases.length > 0 ? [`also called ${aliases.slice(0, mostAliases).join(", ")}`] : []),
    `${claims} ${claims === 1 ? "claim" : "claims"} in ${documents} ${documents === 1 ? "document" : "documents"}`,
    ...(differ > 0 ? [`${differ} ≠`] : []),
    `as of ${asOf}`,
  ].join(" · ");
}

/** What it belongs to, and what belongs to it, by the register. */
function Relations({ card: { parent, units } }: { card: CompanyCard }) {
  if (parent === null && units.length === 0) return null;
  return (
    <p>
      {parent && (
        <>
          A unit of <Named company={parent} />{" "}
        </>
      )}
      {units.length > 0 && (
        <>
          Its units:{" "}
          {units.map((unit) => (
            <>
              <Named key={unit.party} company={unit} />{" "}
            </>
          ))}
        </>
      )}
    </p>
  );
}

function Named({ company: { party, name } }: { company: CompanyName }) {
  return (
    <button type="button" class="link" onClick={() => goToCompany(party)}>
      {name}
    </button>
  );
}

function Beside({ way, other }: { way: "next" | "previous"; other: CompanyName | null }) {
  if (other === null) return null;
  return (
    <button type="button" onClick={() => goToCompany(other.party)}>
      {way === "next" ? "Next" : "Previous"}: {other.name} <Key act={`${way}-company`} />
    </button>
  );
}

function WriteAssumption() {
  return (
    <button type="button" onClick={companyActs.assume}>
      Write an assumption <Key act="assume" />
    </button>
  );
}
