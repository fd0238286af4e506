/** The panels of a deal's page: its legs in the ledger, what falls due by year, what became known when. The command line draws the same pictures. */

import { amountText } from "../../model/amount.ts";
import type { Testimony } from "../../model/deal.ts";
import type { ClaimId, DocumentId, PartyId } from "../../model/id.ts";
import { asideTable, claimsOf, dueTable } from "../company/obligations-panel.ts";
import { datesText, heldFor, sourcesOf, takenMarks } from "../company/panel.ts";
import { claimsTable } from "../company/time-panel.ts";
import type { CompanyTable } from "../company-answers.ts";
import type { DealPanel } from "../deal-answers.ts";
import { usualLadder } from "../ladder-basis.ts";
import type { DrawnOn } from "../network-view.ts";
import { ladderPicture } from "../pictures/ladder-picture.ts";
import { timelinePicture } from "../pictures/timeline-picture.ts";
import type { DealPage, DueOfPayer } from "./deal-page.ts";

/** What the panels are made from beside the deal: names, the claims behind it, the lines below its pictures. */
export interface DealPanelInput {
  readonly page: DealPage;
  /** "OpenAI → Amazon Web Services". */
  readonly sides: string;
  /** The firmness that the pictures hold for. */
  readonly firmness: string;
  readonly book: { readonly testimonies: ReadonlyMap<ClaimId, Testimony> };
  readonly nameOf: (party: PartyId) => string;
  readonly documentName: (document: DocumentId) => string;
  readonly made: DrawnOn;
  /** `capstack deal deal-72b2 --firm signed`. */
  readonly command: string;
}

export function dealPanels(input: DealPanelInput): DealPanel[] {
  return [legsPanel(input), duePanel(input), historyPanel(input)];
}

function legsPanel({ page, nameOf, command }: DealPanelInput): DealPanel {
  const assumed: string[] = [];
  const name = (party: PartyId | null): string => (party === null ? "nobody named" : nameOf(party));
  const rows = page.legs.map(({ from, to, commodity, amount, status, role, when, taken, claims }) => ({
    cells: [name(from), name(to), commodity, amount, status, when, role, takenMarks(taken, assumed)],
    ...{ status, claims },
  }));
  const columns = ["gives", "receives", "what", "amount", "status", "when, or why not posted", "", "assumed"];
  const caption = "Who gives whom what: money one way, what it is for the other";
  const none = page.deal.umbrella
    ? "A total over several deals is never posted, and never added to its parts."
    : "A relation in which nothing moves: there is nothing to post.";
  return {
    ...{ name: "legs", title: "Legs and ledger", pictures: [], command },
    tables: rows.length === 0 ? [] : [{ caption, columns, rows, assumed }],
    sections: rows.length === 0 ? [{ title: "Nothing is posted", about: none, folded: false, items: [] }] : [],
  };
}

function duePanel(input: DealPanelInput): DealPanel {
  const { page, command } = input;
  const assumed: string[] = [];
  const naming = { nameOf: input.nameOf, asOf: input.made.asOf! };
  const tables = page.due.flatMap(({ ladder }) => [
    dueTable(ladder, naming, usualLadder, assumed),
    asideTable(ladder, naming),
  ]);
  const none =
    input.made.asOf === null
      ? "No document of this book has a day, so there is no day after which to look."
      : "No money is told of it: nothing falls due.";
  return {
    ...{
      name: "due",
      title: "What falls due by year",
      command: page.due.length === 0 ? command : `${command} --svg due.svg`,
    },
    pictures: duePictures(input),
    tables: tables.filter(({ rows }) => rows.length > 0),
    sections: page.due.length === 0 ? [{ title: "No ladder", about: none, folded: false, items: [] }] : [],
  };
}

/** A ladder for each side that pays. */
export function duePictures(input: DealPanelInput): string[] {
  return input.page.due.map((due) => ladderPicture(ladderInput(input, due)));
}

function ladderInput(input: DealPanelInput, { payer, ladder }: DueOfPayer) {
  const { page, nameOf, made, firmness, sides } = input;
  const claims = [
    ...ladder.rows.flatMap(({ postings }) => claimsOf(postings)),
    ...claimsOf(ladder.unscheduled.map(({ posting }) => posting)),
    ...ladder.apart.flatMap((memo) => memo.claims),
  ];
  return {
    ...{ ladder, nameOf, ...usualLadder, rate: null, opens: false, asOf: made.asOf!, cash: new Map<number, never>() },
    company: payer === null ? `A ${payerWord(page)} whom no source names` : nameOf(payer),
    subtitle: `${sides}: falling due after ${made.asOf}, by year · ${heldFor(input, firmness)}`,
    sources: sourcesOf(input, claims, new Set(ladder.rows.flatMap((row) => row.taken)).size),
  };
}

function payerWord({ deal: { kind } }: DealPage): string {
  return kind === "financing" ? "lender" : kind === "secondary-sale" ? "buyer" : "payer";
}

function historyPanel(input: DealPanelInput): DealPanel {
  const tables = [stepsTable(input), claimsTable(input, input.page.about)];
  return {
    ...{ name: "history", title: "What became known when", pictures: [historyPicture(input)], sections: [] },
    tables: tables.filter(({ rows }) => rows.length > 0),
    command: `${input.command} --picture history --svg history.svg`,
  };
}

/** Its claims by the day on which they became known, and how firm they are. */
export function historyPicture(input: DealPanelInput): string {
  const { page, sides, made } = input;
  const ids = page.about.map(({ claim }) => claim.id);
  return timelinePicture({
    about: page.about,
    company: sides,
    none: "no claim of it is so firm",
    subtitle: datesText(made.asOf, made.knownOn),
    sources: sourcesOf(input, ids, 0),
  });
}

function stepsTable({ page: { deal }, book: { testimonies }, documentName }: DealPanelInput): CompanyTable {
  return {
    caption: "Its statuses by the day of the document",
    columns: ["known", "status", "amount", "happened", "place"],
    assumed: [],
    rows: deal.history.map(({ known, happened, status, amount, comparator, conditional, claim: id }) => {
      const { claim } = testimonies.get(id)!;
      return {
        cells: [
          ...[known, conditional ? `${status} on a condition` : status],
          amount === null ? "—" : amountText(amount, comparator ?? "="),
          ...[happened ?? "—", `${documentName(claim.document)}:${claim.span[0]}`],
        ],
        ...{ status, claims: [id] },
      };
    }),
  };
}
