/** What the keys of the company screen do. */

import { assumedBy } from "../../../views/assumption-told.ts";
import { type PanelName, panelNames } from "../../../views/company-answers.ts";
import { type Basis, bases } from "../../../views/ladder-basis.ts";
import type { Acts } from "../../state/acts.ts";
import { address, go, goWith, openLayer, tell } from "../../state/page.ts";
import { walkMarks } from "../../ui/marked-picture.tsx";
import { answer, card, tab } from "./company.ts";

export const companyActs: Acts = {
  ...Object.fromEntries(panelNames.map((name) => [`panel-${name}`, () => onlyPanel(name)])),
  basis: nextBasis,
  quarters: nextYear,
  assume: () => {
    const now = card.peek();
    if (now)
      writeAssumption(now.missing.flatMap(({ command }) => command ?? [])[0] ?? `capstack assume ${now.party}.cash`);
    else tell("Open a company first: an assumption is about one.");
  },
  "next-company": () => beside("next"),
  "previous-company": () => beside("previous"),
  table: () => goWith({ show: address.peek().params.show === "table" ? "" : "table" }),
  "next-mark": () => walkMarks(1),
  "previous-mark": () => walkMarks(-1),
};

/** Only this panel; where it is alone already, all again. */
export function onlyPanel(name: PanelName): void {
  goWith({ tab: tab.peek() === name ? "" : name });
  // A panel that was far below begins at the top.
  document.querySelector(".company-screen")?.scrollTo(0, 0);
}

/** What falls due is usual, and not written. */
export function goBasis(basis: Basis): void {
  goWith({ basis: basis === "due" ? "" : basis });
}

function nextBasis(): void {
  const now = bases.indexOf((address.peek().params.basis ?? bases[0]) as Basis);
  goBasis(bases[(now + 1) % bases.length]!);
}

/** Opens a year into its quarters, or closes the one that is open. */
export function openYear(year: string): void {
  goWith({ quarters: address.peek().params.quarters === year ? "" : year });
}

function nextYear(): void {
  const { basis, quarters } = address.peek().params;
  const years = card.peek()?.ladderYears ?? [];
  const at = years.findIndex((year) => String(year) === quarters);
  if (basis === "total") tell("Contracts as a whole stand in no year.");
  else if (years.length === 0) tell("Nothing with a day falls due, so no year can be opened.");
  else goWith({ quarters: String(years[at + 1] ?? "") });
}

/** Opens the form for what a line of the terminal would assume. */
export function writeAssumption(command: string): void {
  const { what, example } = assumedBy(command) ?? { what: `${card.peek()?.party ?? ""}.cash`, example: "" };
  openLayer({ is: "assume", what, example });
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
