/** `capstack circles`: where may money that is invested come back as purchases? */

import type { Firmness } from "../../deals/firmness.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Problem } from "../../model/problem.ts";
import { refuse } from "../../store/fault.ts";
import { shortIds } from "../../store/short-ids.ts";
import { circleCells, circleColumns, circlesJson } from "../../views/circle-cells.ts";
import { type Circle, type Circles, circlesOf } from "../../views/circles.ts";
import { circularShareOf, type FundedRevenue, fundedRevenue } from "../../views/circular-share.ts";
import { shortDealIds } from "../../views/deal-rows.ts";
import { moneyLinks } from "../../views/money-links.ts";
import { askedLedger, partiesMeant, readAnswer, shownBy, timeAsked, unusedAssumptions } from "../asked-ledger.ts";
import { exitCodes } from "../exit-codes.ts";
import { printJson, printLines } from "../format.ts";
import { inBook } from "../open-book.ts";
import { circlesText } from "../render/circles.ts";
import { problemText } from "../render/problem.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack circles [COMPANY…]`. */
export async function run(call: Call): Promise<Outcome> {
  const { terminal, operands, texts, switches } = call;
  const read = readAnswer(call, "circles", "group");
  if ("code" in read) return { misuse: read };
  const { format, asked, by } = read;
  const maxLength = texts.length === undefined ? usualLength : Number(texts.length);
  if (!Number.isInteger(maxLength) || maxLength < 2 || maxLength > mostLength)
    return { misuse: badLength(texts.length!) };

  return inBook(call, {}, async (book) => {
    const { view, problems } = await book.ask(async (inside) => {
      const { asking, posted } = await askedLedger(inside, book, asked);
      const { settled, ledger } = posted;
      const { names, question, data } = asking;
      const shown = shownBy(by, posted);
      const window = read.window ?? timeAsked(question, null, "circles").window;
      const firmness = asked.firmness ?? "talks";
      const linksAt = (least: Firmness) => moneyLinks(settled.deals, ledger, { firmness: least, window, shown });
      const links = linksAt(firmness);
      const found = circlesOf(links, linksAt("talks"), settled.deals, settled.testimonies, { shown, maxLength });
      // The id of a circle stands for that circle alone, as `why` asks for it.
      const one = operands[0]?.startsWith("circle-") ? operands[0] : null;
      const about =
        one !== null || operands.length === 0 ? null : partiesMeant(operands, asking, posted, by, "circles");
      const circles = one !== null ? theCircle(found, one) : about === null ? found : onlyAbout(found, about);
      const funded = fundedRevenue(links, settled.observations, shown).filter(
        ({ supplier, buyer }) => one === null && (about === null || about.has(supplier) || about.has(buyer)),
      );
      const view = {
        ...{ circles, funded, firmness, by, maxLength, window, names, question, data, command: book.command },
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
