/** `capstack circles`: where may money that is invested come back as purchases? */

import type { Firmness } from "../../deals/firmness.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Problem } from "../../model/problem.ts";
import { refuse } from "../../store/fault.ts";
import { shortIds } from "../../store/short-ids.ts";
import { circleCells, circleColumns, circlesJson } from "../../views/circle-cells.ts";
import { type Circle, type Circles, circlesOf } from "../../views/circles.ts";
import { circularShareOf, type FundedRevenue, fundedRevenue } from "../../views/circular-share.ts";
import { groupOf, shortDealIds } from "../../views/deal-rows.ts";
import { moneyLinks } from "../../views/money-links.ts";
import { readWindow, yearAfter } from "../../views/window.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines, readFormat } from "../format.ts";
import { inBook } from "../open-book.ts";
import { readQuestion, readSide } from "../question.ts";
import { circlesText } from "../render/circles.ts";
import { problemText } from "../render/problem.ts";
import type { Call, Outcome } from "../verb.ts";
import { badWindow, partiesMeant, posting, unusedAssumptions } from "./flows.ts";

/** Runs `capstack circles [COMPANY…]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts, switches } = call;
  const format = readFormat(call, "capstack circles");
  if (typeof format === "object") return { misuse: format };
  const asked = readQuestion(call);
  if ("code" in asked) return { misuse: asked };
  const by = readSide(call, "group");
  if (typeof by === "object") return { misuse: by };
  const window = texts.window === undefined ? null : readWindow(texts.window);
  if (texts.window !== undefined && window === null) return { misuse: badWindow(texts.window) };
  const maxLength = texts.length === undefined ? usualLength : Number(texts.length);
  if (!Number.isInteger(maxLength) || maxLength < 2 || maxLength > mostLength)
    return { misuse: badLength(texts.length!) };

  return inBook(call, {}, async (book) => {
    const { view, problems } = await book.ask(async (inside) => {
      const { asking, posted } = await posting(inside, book, asked);
      const { settled, ledger } = posted;
      const { names, question, data } = asking;
      const shown = (party: PartyId): PartyId => (by === "unit" ? party : groupOf(party, settled.parties));
      const within = window ?? (question.asOf === null ? refuse(noDay) : yearAfter(question.asOf));
      const firmness = asked.firmness ?? "talks";
      const linksAt = (least: Firmness) =>
        moneyLinks(settled.deals, ledger, { firmness: least, window: within, shown });
      const links = linksAt(firmness);
      const found = circlesOf(links, linksAt("talks"), settled.deals, settled.testimonies, { shown, maxLength });
      // The id of a circle stands for that circle alone, as `why` asks for it.
      const one = operands[0]?.startsWith("circle-") ? operands[0] : null;
      const about = one !== null || operands.length === 0 ? null : partiesMeant(operands, asking, posted, by);
      const circles = one !== null ? theCircle(found, one) : about === null ? found : onlyAbout(found, about);
      const funded = fundedRevenue(links, settled.observations, shown).filter(
        ({ supplier, buyer }) => one === null && (about === null || about.has(supplier) || about.has(buyer)),
      );
      const view = {
        ...{ circles, funded, firmness, by, maxLength, window: within, names, question, data, command: book.command },
        share: operands.length === 0 ? circularShareOf(links) : null,
        explain: switches.has("explain") || one !== null,
        ids: shortDealIds(settled.deals),
        claims: await shortIds(inside, claimsIn(circles, funded)),
        testimonies: settled.testimonies,
      };
      return { view, problems: unusedAssumptions(posted) };
    });
    const { circles, data, names } = view;
    if (format === "json")
      printJson(terminal, { schema: "capstack/circles/1", data, value: circlesJson(view), problems });
    else {
      if (format === "csv" || format === "plain")
        printLines(terminal, format, circleColumns, circleCells(circles, names.party));
      else terminal.out(circlesText(view, terminal));
      for (const problem of problems) terminal.note(problemText(problem));
    }
    return exitCodes.done;
  });
}

/** All claims whose ids are printed. */
function claimsIn({ circles, broken, near }: Circles, funded: readonly FundedRevenue[]): ClaimId[] {
  const links = [...circles, ...broken].flatMap((circle) => circle.links).concat(near.map(({ link }) => link));
  return [
    ...new Set([
      ...links.flatMap(({ deals }) => deals.flatMap(({ deal }) => deal.claims)),
      ...[...circles, ...broken].flatMap(({ tied }) => tied.claims),
      ...funded.flatMap(({ revenue }) => revenue?.claim ?? []),
    ]),
  ];
}

const usualLength = 5;
const mostLength = 12;

function onlyAbout({ circles, broken, near, stoppedBy }: Circles, about: ReadonlySet<PartyId>): Circles {
  const touches = (links: readonly { readonly from: PartyId; readonly to: PartyId }[]): boolean =>
    links.some(({ from, to }) => about.has(from) || about.has(to));
  return {
    circles: circles.filter(({ links }) => touches(links)),
    broken: broken.filter(({ links }) => touches(links)),
    near: near.filter(({ link }) => touches([link])),
    stoppedBy,
  };
}

function theCircle({ circles, broken }: Circles, written: string): Circles {
  const is = ({ id }: Circle): boolean => id.startsWith(written);
  const found = { circles: circles.filter(is), broken: broken.filter(is), near: [], stoppedBy: null };
  if (found.circles.length + found.broken.length === 0) return refuse(unknownCircle(written));
  return found;
}

function unknownCircle(written: string): Problem {
  return {
    code: "unknown-circle",
    message: `there is no circle ${written} on these dates.`,
    fix: "capstack circles",
  };
}

function badLength(written: string): Problem {
  return {
    code: "bad-length",
    message: `--length ${written}: a circle has from 2 to ${mostLength} steps.`,
    fix: `--length ${usualLength}`,
  };
}

const noDay: Problem = {
  code: "nothing-to-show",
  message: "no document of this book has a day, so there is no year after it.",
  fix: "capstack circles --window 2026",
};
