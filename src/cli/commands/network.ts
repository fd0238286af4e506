/** `capstack network`: who gives whom what, which companies stand in it, and what each has from chips to capital? */

import type { PartyId } from "../../model/id.ts";
import type { Problem } from "../../model/problem.ts";
import { dealMeant } from "../../store/deal-meant.ts";
import { everLinked } from "../../store/ever-linked.ts";
import { programVersion } from "../../store/program-version.ts";
import { shortDealIds } from "../../views/deal-rows.ts";
import { matrixCells, matrixColumns, networkCells, networkColumns, networkJson } from "../../views/network-cells.ts";
import { gexfOf, graphmlOf } from "../../views/network-graph.ts";
import { integrationRows, type Layer, layers, type NetworkCompany, networkLinks } from "../../views/network-rows.ts";
import { networkView, pictureInput } from "../../views/network-view.ts";
import { networkPicture } from "../../views/pictures/network-picture.ts";
import { nearest } from "../../views/suggest.ts";
import { askedLedger, partiesMeant, readAnswer, shownBy, unusedAssumptions } from "../asked-ledger.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines } from "../format.ts";
import { inBook } from "../open-book.ts";
import { type FileForms, formsAsked, writeForms } from "../picture-files.ts";
import { matrixText, networkText } from "../render/network.ts";
import { problemText } from "../render/problem.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack network [COMPANY…]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts, switches } = call;
  const read = readAnswer(call, "network", "group");
  if ("code" in read) return { misuse: read };
  const { format, asked, by } = read;
  const chosen = readLayers(texts.layers);
  if ("code" in chosen) return { misuse: chosen };
  const matrix = switches.has("matrix");
  const hops = Number(texts.hops ?? 1);
  if (![1, 2, 3].includes(hops)) return { misuse: badHops(texts.hops!) };

  return inBook(call, {}, async (book) => {
    const { view, problems } = await book.ask(async (inside) => {
      const { asking, posted } = await askedLedger(inside, book, asked);
      const { settled, ledger } = posted;
      const { names, question, data } = asking;
      const shown = shownBy(by, posted);
      const about = operands.length === 0 ? null : partiesMeant(operands, asking, posted, by, "network");
      const ids = shortDealIds(settled.deals);
      const without = await Promise.all(
        wordsIn(texts.without).map(async (id) => ids.get((await dealMeant(inside, id, settled)).id)!),
      );
      const wanted = {
        firmness: asked.firmness ?? "talks",
        by,
        layers: chosen.layers,
        about,
        ...{ hops, without },
        asOf: question.asOf,
      };
      const deals = { ...settled, ledger };
      const network = networkView(deals, wanted);
      const { links, companies, circles } = network;
      const everything = { firmness: wanted.firmness, shown, layers: new Set(layers), about: null };
      const actors =
        about === null ? mostTied(companies) : companies.map(({ party }) => party).filter((party) => about.has(party));
      const rows = matrix
        ? integrationRows(actors, networkLinks(settled.deals, ledger, everything), book.settings.registers, names.party)
        : null;
      const inCircle = new Map(
        companies.map(({ party }) => [
          party,
          circles.circles.filter((circle) => circle.links.some(({ from }) => from === party)).length,
        ]),
      );
      const formsOf = async (): Promise<FileForms> => {
        const places = await everLinked(inside, book.settings.registers.parties, shown);
        const made = { ...question, data, version: programVersion };
        const input = pictureInput(network, deals, wanted, places, names, made);
        const about = [input.subtitle, ...input.sources].join(" · ");
        const graph = { companies, links, nameOf: names.party, about };
        return { svg: () => networkPicture(input), gexf: () => gexfOf(graph), graphml: () => graphmlOf(graph) };
      };
      const view = {
        ...{
          links,
          companies,
          rows,
          inCircle,
          firmness: wanted.firmness,
          by,
          names,
          question,
          data,
          command: book.command,
        },
        ids,
        forms: formsAsked(call).length > 0 ? await formsOf() : null,
      };
      return { view, problems: unusedAssumptions(posted) };
    });
    const { links, companies, rows, names, data } = view;
    if (view.forms !== null) return writeForms(view.forms, call, "network");
    if (format === "json")
      printJson(terminal, { schema: "capstack/network/1", data, value: networkJson(links, companies, rows), problems });
    else {
      if (format === "csv" || format === "plain") {
        if (rows === null) printLines(terminal, format, networkColumns, networkCells(links, names.party));
        else printLines(terminal, format, matrixColumns, matrixCells(rows, names.party));
      } else
        terminal.out(
          rows === null ? networkText(view, terminal, format === "wide") : matrixText({ ...view, rows }, terminal),
        );
      for (const problem of problems) terminal.note(problemText(problem));
    }
    return exitCodes.done;
  });
}

/** Words with commas between them. */
function wordsIn(written = ""): string[] {
  return written
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
}

function badHops(written: string): Problem {
  return {
    code: "bad-hops",
    message: `--hops ${written}: companies are shown with what lies 1, 2 or 3 steps from them.`,
    fix: "--hops 2",
  };
}

/** As many actors as a page of the matrix holds. */
const mostActors = 12;

function mostTied(companies: readonly NetworkCompany[]): PartyId[] {
  return [...companies]
    .sort((one, other) => other.links - one.links || (one.party < other.party ? -1 : 1))
    .slice(0, mostActors)
    .map(({ party }) => party);
}

function readLayers(written: string | undefined): { readonly layers: ReadonlySet<Layer> } | Problem {
  if (written === undefined) return { layers: new Set(layers) };
  const names = written.split(",").map((name) => name.trim().toLowerCase());
  const wrong = names.find((name) => !(layers as readonly string[]).includes(name));
  if (wrong === undefined) return { layers: new Set(names as Layer[]) };
  const near = nearest(wrong, layers);
  return {
    code: "bad-layer",
    message: `--layers ${wrong}: there is no such layer.${near ? ` Did you mean ${near}?` : ""}`,
    fix: `--layers ${near ?? "money,compute"} (of ${layers.join(", ")})`,
  };
}
