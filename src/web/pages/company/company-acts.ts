/** What the keys of the company screen do. */

import { type PanelName, panelNames } from "../../../views/company-answers.ts";
import type { Acts } from "../../state/acts.ts";
import { address, go, goWith, openLayer, tell } from "../../state/page.ts";
import { answer, card, tab } from "./company.ts";

export const companyActs: Acts = {
  ...Object.fromEntries(panelNames.map((name) => [`panel-${name}`, () => onlyPanel(name)])),
  basis: () => goWith({ basis: address.peek().params.basis === "total" ? "" : "total" }),
  "next-company": () => beside("next"),
  "previous-company": () => beside("previous"),
  table: () => goWith({ show: address.peek().params.show === "table" ? "" : "table" }),
  "next-mark": () => walk(1),
  "previous-mark": () => walk(-1),
};

/** Only this panel; where it is alone already, all again. */
export function onlyPanel(name: PanelName): void {
  goWith({ tab: tab.peek() === name ? "" : name });
  // A panel that was far below begins at the top.
  document.querySelector(".company-screen")?.scrollTo(0, 0);
}

function beside(way: "next" | "previous"): void {
  const now = answer.peek();
  const other = now?.is === "list" ? now.companies.at(way === "next" ? 0 : -1) : card.peek()?.[way];
  if (other) goToCompany(other.party);
  else tell(way === "next" ? "That is the last company." : "That is the first company.");
}

/** Another company; the panel and the controls stay. */
export function goToCompany(party: string): void {
  go({ path: party });
}

/** To the next mark of the pictures. */
function walk(by: 1 | -1): void {
  const marks = [...document.querySelectorAll<SVGGElement>(".company-picture [data-claims]")];
  const at = marks.indexOf(document.activeElement as SVGGElement);
  const next = at < 0 ? (by === 1 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length;
  if (marks[next]) marks[next].focus();
  else tell("Nothing is drawn here: t shows pictures and tables in turn.");
}

/** The sentences behind a mark. */
export function whyOf(claims: readonly string[]): void {
  const [claim] = claims;
  if (claim) openLayer({ is: "why", claim, claims });
}
