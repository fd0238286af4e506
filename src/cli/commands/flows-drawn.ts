/** `capstack flows --svg FILE --png FILE`: the picture that the page shows, with the same bytes. */

import type { PartyId } from "../../model/id.ts";
import type { Party } from "../../model/party.ts";
import type { Problem } from "../../model/problem.ts";
import type { AskedBook } from "../../store/asked-book.ts";
import { refuse } from "../../store/fault.ts";
import { programVersion } from "../../store/program-version.ts";
import { type FlowsBy, flowsShownAs } from "../../views/flow-roles.ts";
import type { Basis } from "../../views/flows-answers.ts";
import { notFolded, ownFold } from "../../views/flows-fold.ts";
import { ownOrder } from "../../views/flows-own-order.ts";
import { flowsPictureInput, flowsView } from "../../views/flows-view.ts";
import { flowsDrawing } from "../../views/pictures/flows-drawing.ts";
import { flowsPicture } from "../../views/pictures/flows-picture.ts";
import { nearest } from "../../views/suggest.ts";
import { windowText } from "../../views/window.ts";
import { askedLedger, partiesMeant, readAnswer, timeAsked } from "../asked-ledger.ts";
import { companyNamed } from "../company-named.ts";
import { inBook } from "../open-book.ts";
import { writeForms } from "../picture-files.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs it. */
export async function flowsDrawn(call: Call): Promise<Outcome> {
  const { operands, texts } = call;
  // What companies are is a side of the picture alone: its companies are named as of their groups.
  const byRole = texts.by === "role";
  const read = readAnswer(byRole ? { ...call, texts: { ...texts, by: "group" } } : call, "flows", "unit");
  if ("code" in read) return { misuse: read };
  const basis = readBasis(texts.basis);
  if (typeof basis === "object") return { misuse: basis };
  const by: FlowsBy = byRole ? "role" : read.by;
  const unit = texts.unit ?? "USD";

  return inBook(call, {}, async (book) => {
    const picture = await book.ask(async (inside) => {
      const { asking, posted } = await askedLedger(inside, book, read.asked);
      const { settled, ledger } = posted;
      const { names, question, data } = asking;
      const named = operands.length === 0 ? null : partiesMeant(operands, asking, posted, read.by, "flows");
      const folded = foldMeant(texts.fold, asking, by, settled.parties);
      const shown = flowsShownAs(by, folded, settled.parties);
      const about = named && new Set([...named].map(shown));
      const window = read.window ?? timeAsked(question, null, "flows").window;
      const firmness = read.asked.firmness ?? "signed";
      const order = orderMeant(texts.order, asking, shown);
      const wanted = { firmness, by, window, basis, unit, about, order, folded };
      const deals = { ...settled, ledger };
      const view = flowsView(deals, wanted);
      if (view.rows.length === 0)
        return refuse({
          code: "nothing-to-show",
          message: `no flow of ${unit} that is ${firmness} or firmer ${basis === "due" ? `falls due in ${windowText(window)}` : "is in the books"}, so there is nothing to draw.`,
          fix: "capstack flows --firm talks lists what there is.",
        });
      const made = { ...question, data, version: programVersion };
      const input = flowsPictureInput(view, deals, wanted, names, made);
      const drawn = new Set(flowsDrawing(input).nodes.map(({ key }) => key));
      const unplaced = order.filter((key) => !drawn.has(key)).map((key) => input.nameOf(key as PartyId));
      if (unplaced.length > 0) call.terminal.note(`Not in this picture, so without a place: ${unplaced.join(", ")}\n`);
      const unfolded = notFolded(view, wanted, settled.parties).map(names.party);
      if (unfolded.length > 0) call.terminal.note(`Not in this picture, so not folded: ${unfolded.join(", ")}\n`);
      return flowsPicture(input);
    });
    return writeForms({ svg: () => picture }, call, "flows");
  });
}

/** Names to fold that nobody of the book has are refused, with the nearest; so are those of the order. */
function foldMeant(
  written: string | undefined,
  { names }: AskedBook,
  by: FlowsBy,
  parties: ReadonlyMap<PartyId, Party>,
): ReadonlySet<PartyId> {
  const { folded, unknown } = ownFold(written ?? "", (name) => names.known.parties.get(name), by, parties);
  for (const name of unknown) companyNamed(names, name, "flows --svg flows.svg --fold");
  return folded;
}

function orderMeant(
  written: string | undefined,
  { names }: AskedBook,
  shown: (party: PartyId) => PartyId,
): readonly string[] {
  const { order, unknown } = ownOrder(written ?? "", (name) => names.known.parties.get(name), shown);
  for (const name of unknown) companyNamed(names, name, "flows --svg flows.svg --order");
  return order;
}

const bases: readonly Basis[] = ["due", "whole"];

function readBasis(written: string | undefined): Basis | Problem {
  const found = bases.find((each) => each === (written ?? "due"));
  if (found) return found;
  const near = nearest(written!, bases);
  return {
    code: "bad-basis",
    message: `--basis ${written}: there is no such basis, and one picture has one.${near ? ` Did you mean ${near}?` : ""}`,
    fix: "--basis due, --basis whole",
  };
}
