/** The same network as a nested list: each company, what it gives, what it receives. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { LinkCard, NetworkCompanyCard } from "../../../views/network-answers.ts";
import { follow } from "../../state/page.ts";
import { LinkLine } from "./circles-panel.tsx";
import { answer, chosen } from "./network.ts";

/** A long list comes in parts: thousands of companies at once would take seconds to lay out. */
const pageOfList = 200;

export function NetworkList() {
  const own = useRef<HTMLUListElement>(null);
  const at = chosen.value;
  useEffect(() => {
    own.current?.querySelector<HTMLElement>("[data-here] h2")?.focus();
  }, [at]);
  const [most, setMost] = useState(pageOfList);
  const companies = answer.value?.companies ?? [];
  // As far as arrows have come, at least.
  const shown = Math.max(most, companies.findIndex(({ party }) => party === at) + 1);
  return (
    <ul class="network-list" ref={own} aria-label="Companies">
      {companies.slice(0, shown).map((company) => (
        <Company key={company.party} company={company} isHere={company.party === at} />
      ))}
      {companies.length > shown && (
        <li>
          <button type="button" onClick={() => setMost(shown + pageOfList)}>
            {companies.length - shown} more companies: show the next {Math.min(pageOfList, companies.length - shown)}
          </button>
        </li>
      )}
    </ul>
  );
}

function Company({ company, isHere }: { company: NetworkCompanyCard; isHere: boolean }) {
  const { party, name, kind, pays, gets, gives, receives } = company;
  return (
    <li data-here={isHere || undefined}>
      <h2 tabIndex={-1}>
        {name} <span class="muted">{kind ?? "in no register"}</span>
      </h2>
      <p>
        <button type="button" class="link" onClick={() => follow(`#/company/${encodeURIComponent(party)}`)}>
          Its page<span class="sr"> of {name}</span>
        </button>
      </p>
      <p class="muted tn">
        {pays && `pays ${pays}`} {pays && gets && "· "}
        {gets && `gets ${gets}`}
      </p>
      <Side title="gives" links={gives} />
      <Side title="receives" links={receives} />
    </li>
  );
}

function Side({ title, links }: { title: string; links: readonly LinkCard[] }) {
  if (links.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="links">
        {links.map((link, index) => (
          <LinkLine key={index} link={link} />
        ))}
      </ul>
    </>
  );
}
