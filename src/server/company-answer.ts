/** A company as a page shows it: what is missing, then its panels; without a name all companies to choose from, with a name that no claim has the nearest ones. */

import type { PartialDay } from "../model/day.ts";
import type { PartyId } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";
import { textOf } from "../store/documents.ts";
import { type PostedBook, postedBook } from "../store/posted-book.ts";
import { programVersion } from "../store/program-version.ts";
import type { Book } from "../store/tables.ts";
import { exposurePanel } from "../views/company/exposure-panel.ts";
import { obligationsPanel } from "../views/company/obligations-panel.ts";
import { ownershipPanel } from "../views/company/ownership-panel.ts";
import type { PanelInput } from "../views/company/panel.ts";
import { runwayPanel } from "../views/company/runway-panel.ts";
import { timePanel } from "../views/company/time-panel.ts";
import type { CompanyAnswer, CompanyLine, CompanyName, UnknownCompany } from "../views/company-answers.ts";
import { companyList, nearestCompanies } from "../views/company-list.ts";
import { missingLines } from "../views/company-missing.ts";
import { type CompanyBook, companyView } from "../views/company-view.ts";
import { type LadderShown, readLadder, usualLadder } from "../views/ladder-basis.ts";
import { shownAs } from "../views/network-view.ts";
import type { By } from "../views/page-answers.ts";
import { editDistance } from "../views/suggest.ts";
import type { Asked } from "./asked.ts";
import { BadRequest, controlFlags, flagsIn } from "./request.ts";
import type { ServedBook } from "./served-book.ts";

/** As many companies as a page lists. */
const mostCompanies = 500;

/** The answer to `company?name=openai&basis=value&rate=8`, beside the controls. */
export async function companyAnswer(
  book: Book,
  { settings }: ServedBook,
  around: Asked,
  params: URLSearchParams,
): Promise<CompanyAnswer> {
  const { question, names } = around;
  // A company is asked about with its units, unless the address says otherwise.
  const by: By = params.get("by") === "unit" ? "unit" : "group";
  const posted = await postedBook(book, settings.registers, question);
  const companies = companyList(posted.settled, by, names.party);
  const written = params.get("name") ?? "";
  if (written === "")
    return {
      is: "list",
      companies: companies.slice(0, mostCompanies),
      more: Math.max(0, companies.length - mostCompanies),
    };
  const company = names.known.parties.get(written.toLowerCase()) ?? null;
  const named = company === null ? null : companyCard(company, by, posted, around, params, companies);
  return named ?? unknown(book, around, written, companies);
}

/** Null where no claim names it. */
function companyCard(
  company: PartyId,
  by: By,
  { settled, ledger, assumptions }: PostedBook,
  { question, page, names, data }: Asked,
  params: URLSearchParams,
  companies: readonly CompanyLine[],
): CompanyAnswer | null {
  const asOf = question.asOf ?? refuseWithoutDay();
  const book: CompanyBook = { ...settled, ledger, assumptions };
  const shown = ladderIn(params);
  const ladder = "code" in shown ? usualLadder : shown;
  const view = companyView(book, { company, by, firmness: page.firmness, asOf, ladder });
  const { parties, deals } = settled;
  const named = new Set([...settled.testimonies.values()].flatMap(({ claim }) => Object.values(claim.roles)));
  const units = [...parties.values()].filter(({ parent, id }) => parent === company && named.has(id));
  if (!named.has(company) && units.length === 0) return null;
  const input: PanelInput = {
    ...{ company, by, view, book, asOf },
    ...{ nameOf: names.party, documentName: names.document },
    made: { asOf: question.asOf, knownOn: question.knownOn, data, version: programVersion },
    flags: flagsIn(params, controlFlags),
  };
  const nameOf = (party: PartyId): CompanyName => ({ party, name: names.party(party) });
  const { kind = null, parent = null, aliases = [] } = parties.get(company) ?? {};
  const own = new Set([...view.page.panels.values()].flat());
  const at = companies.findIndex(({ party }) => party === shownAs(by, parties)(company));
  const beside = (step: 1 | -1): CompanyName | null => {
    const other = companies[at + step];
    return at < 0 || !other ? null : { party: other.party, name: other.name };
  };
  return {
    is: "company",
    ...{ party: company, name: names.party(company), kind, aliases, asOf },
    parent: parent === null ? null : nameOf(parent),
    units: units.map(({ id }) => nameOf(id)),
    claims: view.about.length,
    documents: new Set(view.about.map(({ claim }) => claim.document)).size,
    differ: deals.filter((deal) => own.has(deal) && deal.fields.some(({ disagreement }) => disagreement !== null))
      .length,
    missing: missingLines(view, names.party),
    ladderYears: [...new Set(view.ladder.rows.map(({ year }) => year))],
    panels: [
      ownershipPanel(input),
      obligationsPanel(input, shown),
      runwayPanel(input),
      exposurePanel(input),
      timePanel(input),
    ],
    previous: beside(-1),
    next: beside(1),
  };
}

/** What cannot be shown is told in the panel: the others are as good as ever. */
function ladderIn(params: URLSearchParams): LadderShown | Problem {
  const written = (name: string): string | undefined => params.get(name) ?? undefined;
  return readLadder({ basis: written("basis"), rate: written("rate"), quarters: written("quarters") });
}

function refuseWithoutDay(): PartialDay {
  throw new BadRequest(409, {
    code: "nothing-to-show",
    message: "no document of this book has a day, so there is no day after which to look.",
    fix: "Write a day into “as of”, for example 2025-12-17.",
  });
}

/** More documents are not searched for one word. */
const mostSearched = 200;

async function unknown(
  book: Book,
  { documents }: Asked,
  written: string,
  companies: readonly CompanyLine[],
): Promise<UnknownCompany> {
  const word = written.toLowerCase();
  const texts = documents.length > mostSearched ? null : await Promise.all(documents.map(({ id }) => textOf(book, id)));
  return {
    is: "unknown",
    written,
    documents: texts === null ? null : texts.filter((text) => text.toLowerCase().includes(word)).length,
    near: nearestCompanies(written, companies, editDistance),
  };
}
