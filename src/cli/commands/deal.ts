/** `capstack deal`: what is this deal, how firm, since when, what is missing, and who says otherwise? */

import { independentSources } from "../../deals/origins.ts";
import type { Deal } from "../../model/deal.ts";
import type { Problem } from "../../model/problem.ts";
import type { AskedBook } from "../../store/asked-book.ts";
import { dealMeant } from "../../store/deal-meant.ts";
import type { PostedBook } from "../../store/posted-book.ts";
import { programVersion } from "../../store/program-version.ts";
import { shortIds } from "../../store/short-ids.ts";
import type { Book } from "../../store/tables.ts";
import { partyNaming } from "../../views/claim-cards.ts";
import { dealMissing } from "../../views/deal/deal-missing.ts";
import { dealPage } from "../../views/deal/deal-page.ts";
import { type DealPanelInput, duePictures, historyPicture } from "../../views/deal/deal-panels.ts";
import { dealRow, dealSides, shortDealIds } from "../../views/deal-rows.ts";
import { takenJson } from "../../views/flow-cells.ts";
import { circlesIn } from "../../views/network-view.ts";
import { askedLedger } from "../asked-ledger.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson } from "../format.ts";
import { inBook, type OpenBook, Refused } from "../open-book.ts";
import { formsAsked, writeForms } from "../picture-files.ts";
import { type Question, readQuestion, readSide, type Side } from "../question.ts";
import { type DealView, dealText } from "../render/deal.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack deal ID…`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, switches, texts } = call;
  if (operands.length === 0) return { misuse: noDeal };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const by = texts.by === undefined ? null : readSide(call, "unit");
  if (by !== null && typeof by === "object") return { misuse: by };
  const draws = formsAsked(call).length > 0;
  if (draws && operands.length > 1) return { misuse: oneDrawn };
  const { picture = null } = texts;
  if (picture !== null && picture !== "due" && picture !== "history") return { misuse: badPicture(picture) };

  return inBook(call, {}, async (book) => {
    const { views, data } = await book.ask(async (inside) => {
      const { asking, posted } = await askedLedger(inside, book, asked);
      const views: DealView[] = [];
      for (const id of operands) {
        const deal = await dealMeant(inside, id, posted.settled);
        views.push(await dealView(inside, deal, posted, asking, { ...book, firmness: asked.firmness, by }));
      }
      return { views, data: asking.data };
    });
    if (draws) return writeForms({ svg: () => drawn(views[0]!, picture) }, call, "deal");
    if (switches.has("json"))
      printJson(terminal, { schema: "capstack/deal/1", data, rows: views.map(dealJson), problems: [] });
    else terminal.out(views.map((view) => dealText(view, terminal)).join("\n"));
    return exitCodes.done;
  });
}

/** What falls due by year, where there is money; else what became known when. */
function drawn(view: DealView, picture: "due" | "history" | null): string {
  const { page, row, names, testimonies, question, data, id } = view;
  const input: DealPanelInput = {
    ...{ page, sides: dealSides(row), firmness: question.firmness ?? "talks", book: { testimonies }, command: "" },
    ...{ nameOf: names.party, documentName: names.document },
    made: { asOf: question.asOf, knownOn: question.knownOn, data, version: programVersion },
  };
  if (picture === "history") return historyPicture(input);
  const [due] = duePictures(input);
  if (due === undefined && picture === "due") throw new Refused([nothingDue(id)]);
  return due ?? historyPicture(input);
}

function dealJson({ row, page, testimonies, id, names }: DealView): object {
  const { reconciled, blockable, blockers, circles, totals, legs } = page;
  return {
    ...row.deal,
    independent: independentSources(row.deal, testimonies),
    missing: dealMissing(page, id, names.party),
    booked: legs.map(({ taken, isUndated: _, ...leg }) => ({ ...leg, taken: taken.map(takenJson) })),
    reconciled: reconciled && {
      ...reconciled,
      parts: reconciled.parts.map(({ deal, ...part }) => ({ deal: deal.id, ...part })),
    },
    totals: totals.map((total) => total.id),
    blockable: blockable.map(({ deal, force }) => ({ deal: deal.id, force })),
    blockers: blockers.map(({ right, force }) => ({ right: right.id, force })),
    circles: circles.map(({ circle, number }) => ({ id: circle.id, number, status: circle.status })),
  };
}

interface Asking extends Pick<OpenBook, "command"> {
  readonly firmness: Question["firmness"];
  readonly by: Side | null;
}

/** All that is shown of a deal. */
async function dealView(
  inside: Book,
  deal: Deal,
  { settled, ledger }: PostedBook,
  { names, question, data }: AskedBook,
  { command, firmness, by }: Asking,
): Promise<DealView> {
  const { asOf } = question;
  const posted = { ...settled, ledger };
  // Circles are asked of groups, as everywhere, unless the command says otherwise.
  const circles = circlesIn(posted, { firmness: firmness ?? "talks", by: by ?? "group", asOf });
  const page = dealPage(posted, deal, { firmness, asOf, circles });
  const dealIds = shortDealIds(settled.deals);
  const party = partyNaming(by ?? "unit", settled.parties, names.party);
  const rowOf = (each: Deal) => dealRow(each, party);
  return {
    ...{ page, row: rowOf(deal), rowOf, dealIds, question, data, command },
    id: dealIds.get(deal.id)!,
    testimonies: settled.testimonies,
    ids: await shortIds(inside, deal.claims),
    names: { ...names, party },
  };
}

const noDeal: Problem = {
  code: "no-deal-id",
  message: "capstack deal needs the id of a deal, or of one of its claims.",
  fix: "capstack deals lists the ids",
};

const oneDrawn: Problem = {
  code: "bad-picture",
  message: "a picture is of one deal.",
  fix: "Give one id: capstack deals lists them",
};

function badPicture(written: string): Problem {
  return {
    code: "bad-picture",
    message: `--picture ${written}: of a deal there is no such picture.`,
    fix: "--picture due (what falls due by year), --picture history (what became known when)",
  };
}

function nothingDue(id: string): Problem {
  return {
    code: "bad-picture",
    message: `no money is told of ${id}: nothing falls due by year.`,
    fix: `capstack deal ${id} --picture history --svg ${id}.svg`,
  };
}
