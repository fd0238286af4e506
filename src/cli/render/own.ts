/** Who owns a company: the table of the day, what new money would make of it, and all that stands beside. */

import type { AfterRow } from "../../views/own/after-money.ts";
import { type Figure, figureWords, hullOf, isOpen, shareText, shareWords } from "../../views/own/figure.ts";
import { claimsOf } from "../../views/own/own-answer.ts";
import { ownFinding } from "../../views/own/own-words.ts";
import { isPriced, type NewMoney, type Round } from "../../views/own/pro-forma.ts";
import type { ShareRight } from "../../views/own/rights.ts";
import type { Holder } from "../../views/own/stakes.ts";
import type { Terminal } from "../terminal.ts";
import { datesOf } from "./claims.ts";
import { paintOf } from "./color.ts";
import { commonLines, listingsLines, throughLines, valuationsLines } from "./own-beside.ts";
import { OwnPage, type OwnView } from "./own-page.ts";
import { counted, tableWidth } from "./reading.ts";
import { statusText } from "./status.ts";
import { type Column, wrapParts } from "./table.ts";

/** All parts, each under its head. */
export function ownText(view: OwnView, terminal: Terminal, wide: boolean): string {
  const lines = allLines(new OwnPage(view, terminal, wide));
  return `${lines.map((line) => ` ${line}`.trimEnd()).join("\n")}\n`;
}

function allLines(page: OwnPage): string[] {
  const { answer, question, data, command } = page.view;
  const claims = claimsOf(answer);
  const parts = [
    ...headLines(page),
    ...capTableLines(page),
    ...roundsLines(page),
    ...rightsLines(page),
    ...throughLines(page),
    ...commonLines(page),
    ...valuationsLines(page),
    ...listingsLines(page),
  ];
  const own = page.marks.all.filter(({ assumption }) => assumption !== null).length;
  const foot = [
    counted(claims.length, "claim"),
    `${counted(page.marks.all.length, "assumption")}${own > 0 ? ` (${own} of yours)` : ""}`,
    ...datesOf(question),
    `data ${data}`,
  ];
  const [first] = claims;
  return [
    ...parts,
    ...page.marks.lines(page.terminal),
    ...wrapParts(foot, tableWidth - 1),
    ...(first ? [`Why: ${command(`why ${page.view.ids.get(first)}`)}`] : []),
  ];
}

function headLines(page: OwnPage): string[] {
  const { answer, parent, firmness, by } = page.view;
  const finding = ownFinding(answer, (party) => page.name(party));
  const shown = by === "group" ? "units count into their groups" : "units by themselves";
  return [
    paintOf(page.terminal).bold(finding),
    ...page.dim(wrapParts([`${firmness} and firmer`, shown], tableWidth - 1)),
    ...(parent === null ? [] : [`A unit of ${page.name(parent)}, by the register.`]),
  ];
}

function capTableLines(page: OwnPage): string[] {
  const { table } = page.view.answer;
  const { holders, unstated, unnamed, toCome } = table;
  const row = ({ party, share, text, status, claims, taken }: Holder): string[] => [
    page.name(party),
    shareWords(share, text),
    statusText(status, page.terminal),
    page.claims(claims),
    page.marks.of(taken),
  ];
  const rows = [
    ...holders.map(row),
    ...(unnamed && unnamed.bounds.high > 0 && holders.length + unstated.length > 0
      ? [
          [
            "(nobody named)",
            shareText(isOpen(unnamed) ? unnamed.bounds : unnamed.told, unnamed.approximate),
            "",
            "",
            "",
          ],
        ]
      : []),
    ...unstated.map(({ party, by, claims, taken }) => [
      page.name(party),
      "not stated",
      `by ${by === "secondary-sale" ? "a secondary sale" : `an ${by}`}`,
      page.claims(claims),
      page.marks.of(taken),
    ]),
  ];
  const columns = [
    { name: "owner", wraps: true },
    { name: "share", align: "right" as const },
    { name: "" },
    { name: "claims" },
    { name: "" },
  ];
  return [
    ...(rows.length > 0 ? page.table("Cap table of the day", columns, rows) : []),
    ...(unnamed === null ? page.said("Nothing is rescaled: one of these stakes is of another day or measure.") : []),
    ...(toCome.length > 0 ? page.table("Told of, and not held yet", columns, toCome.map(row)) : []),
  ];
}

function roundsLines(page: OwnPage): string[] {
  const { rounds, secondary, company } = page.view.answer;
  const priced = rounds.filter(isPriced);
  const unpriced = rounds.filter((round) => !isPriced(round));
  const { bold } = paintOf(page.terminal);
  return [
    ...(rounds.length === 0 ? page.dim([`No new money is told of, ${page.view.firmness} and firmer.`]) : []),
    ...(priced.length > 0 ? [bold("After new money: each round by itself, at the ends that sources state")] : []),
    ...priced.flatMap((round) => roundLines(page, round)),
    ...(unpriced.length > 0 ? [bold("New money without a valuation: nobody's share can be told")] : []),
    ...moneyLines(
      page,
      unpriced.flatMap(({ investments }) => investments),
    ),
    ...(unpriced.length > 0 ? page.assume(`${company}.pre-money 500bn`) : []),
    ...(secondary.length > 0 ? [bold("Secondary sales: the company gets nothing, and nobody is diluted")] : []),
    ...page.cells(
      [{ name: "" }, { name: "", wraps: true }, { name: "" }, { name: "" }],
      secondary.map(({ buyer, status, text, claims }) => [
        statusText(status, page.terminal),
        buyer === null ? "no source names a buyer" : page.name(buyer),
        text,
        page.claims(claims),
      ]),
    ),
  ];
}

function roundLines(page: OwnPage, round: Round): string[] {
  const { investments, pre, post, kindTold, outcomes, taken } = round;
  const isEither = pre !== null && post !== null && !kindTold;
  const price = isEither
    ? `at ${pre.text}; no source tells whether before the money or after it`
    : `at ${[pre && `${pre.text} pre-money`, post && `${post.text} post-money`].filter(Boolean).join(", ")}`;
  const marks = page.marks.of(taken);
  const head = [...moneyLines(page, investments), ...page.said(`${price}${marks === "" ? "" : ` ${marks}`}`)];
  if (outcomes.length === 0) return [...head, ...page.said("No source states how much.")];
  const rows = outcomes[0]!.rows;
  const cases = outcomes.flatMap(({ withConditional, rows: own }) => {
    const met = (words: string): string => (withConditional ? `${words}, if met` : words);
    const pick = (name: string, after: (row: AfterRow) => Figure): Case => ({ name, figures: own.map(after) });
    return isEither
      ? [pick(met("pre-money"), (row) => row.pre!), pick(met("post-money"), (row) => row.post!)]
      : [
          pick(withConditional ? "if met" : "after", ({ pre: before, post: after }) =>
            before && after ? hullOf(before, after) : (before ?? after)!,
          ),
        ];
  });
  const bounds = rows.map((_, index) => cases.map(({ figures }) => figures[index]!).reduce(hullOf));
  const isBounded = bounds.some(isOpen);
  const columns: Column[] = [
    { name: "owner", wraps: true },
    { name: "now", align: "right" },
    ...cases.map(({ name }): Column => ({ name, align: "right", wraps: true })),
    ...(isBounded ? [{ name: "bounds allow", align: "right" as const }] : []),
  ];
  const cells = rows.map(({ party, before }, index) => [
    party === null ? "(nobody named)" : page.name(party),
    before === null ? "not stated" : shareText(isOpen(before) ? before.bounds : before.told, before.approximate),
    ...cases.map(({ figures }) => {
      const { told, approximate } = figures[index]!;
      return `${before === null ? "+ " : ""}${shareText(told, approximate)}`;
    }),
    ...(isBounded ? [shareText(bounds[index]!.bounds, bounds[index]!.approximate)] : []),
  ]);
  return [
    ...head,
    ...page.cells(columns, cells, true),
    ...(outcomes.length > 1 ? page.said("if met: with what is paid only when a condition holds") : []),
  ];
}

function moneyLines(page: OwnPage, investments: readonly NewMoney[]): string[] {
  return page.cells(
    [{ name: "" }, { name: "", wraps: true }, { name: "", wraps: true }, { name: "" }],
    investments.map(({ party, status, text, conditional, money, paid, unit, claims }) => [
      statusText(status, page.terminal),
      party === null ? "no source names an investor" : page.name(party),
      [
        text,
        paid && `of which ${figureWords(paid, unit)} is paid`,
        conditional && (money ? `${figureWords(conditional, unit)} on a condition` : "on a condition"),
      ]
        .filter(Boolean)
        .join(", "),
      page.claims(claims),
    ]),
  );
}

function rightsLines(page: OwnPage): string[] {
  const { rights, company } = page.view.answer;
  if (rights.length === 0) return [];
  const own = rights.filter((right) => right.company === company);
  return [
    paintOf(page.terminal).bold("Rights to new shares: they weigh nothing until they are exercised"),
    ...rights.flatMap((right) => rightLines(page, right, right.company === company)),
    ...(own.some(({ quantity, exercised }) => quantity !== null && exercised.length === 0)
      ? page.assume(`${company}.shares 1.6bn`)
      : []),
  ];
}

function rightLines(
  page: OwnPage,
  { holder, company, right, status, text, condition, claims, taken, exercised }: ShareRight,
  isOwn: boolean,
): string[] {
  const whose = company === null ? "shares of a company that no source names" : `shares of ${page.name(company)}`;
  const quantity = text.replace(/ shares$/, "");
  const who = holder === null ? "Somebody whom no source names" : page.name(holder);
  const parts = [
    statusText(status, page.terminal),
    `${who} may buy ${quantity} ${whose} by ${right === "option" ? "an option" : "a warrant"}`,
    condition ?? "no condition is told",
    page.claims(claims),
    page.marks.of(taken),
  ];
  return [
    ...page.parts(parts),
    ...(isOwn && exercised.length > 0
      ? page.cells(
          [
            { name: "owner", wraps: true },
            { name: "without", align: "right" },
            { name: "exercised", align: "right" },
            { name: "bounds allow", align: "right" },
          ],
          exercised.map(({ party, before, pre }) => [
            party === null ? "(nobody named)" : page.name(party),
            before === null ? "not stated" : shareText(before.told, before.approximate),
            `${before === null ? "+ " : ""}${shareText(pre!.told, pre!.approximate)}`,
            shareText(pre!.bounds),
          ]),
          true,
        )
      : []),
  ];
}

interface Case {
  readonly name: string;
  readonly figures: readonly Figure[];
}
