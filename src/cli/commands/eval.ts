/** `capstack eval`: how well does the reader read? */

import { readGold } from "../../intake/gold.ts";
import { readRegisters } from "../../intake/registers.ts";
import { trainedReader } from "../../intake/trained-reader.ts";
import { amountText } from "../../model/amount.ts";
import { type ClaimKind, claimKinds } from "../../model/claim.ts";
import { documentOf } from "../../model/document.ts";
import type { Problem } from "../../model/problem.ts";
import { asWritten } from "../../reading/written-ids.ts";
import { dataHash } from "../../views/data-hash.ts";
import { type DocumentScore, type ExpectedClaim, scoreDocument, type Tally } from "../../views/score-claims.ts";
import { addTallies, sharesOf } from "../../views/score-shares.ts";
import { exitCodes } from "../exit-codes.ts";
import { problemText } from "../render/problem.ts";
import { tableWidth } from "../render/reading.ts";
import { showable, tableLines, wrapText } from "../render/table.ts";
import type { Call, Outcome } from "../verb.ts";

/** Runs `capstack eval GOLD_DIR`. */
export async function run({ terminal, operands, texts, switches }: Call): Promise<Outcome> {
  const [folder, second] = operands;
  if (folder === undefined || second !== undefined) return { misuse: needsOneFolder };
  const bar = texts["at-least"] === undefined ? 0 : Number(texts["at-least"]);
  if (!(bar >= 0 && bar <= 1)) return { misuse: badBar(texts["at-least"]!) };

  const gold = await readGold(folder);
  const registers = await readRegisters();
  const reader = trainedReader(registers.value);
  const documents = gold.value.map(({ text }) => documentOf(text));
  const scores = gold.value.map((each, index) => {
    const { claims, written } = reader(documents[index]!).value;
    const produced = claims.map((claim) => asWritten(claim, written));
    return scoreDocument(each, produced, switches.has("lenient"));
  });

  const total = addTallies(scores.map((score) => score.total));
  const invalid = scores.filter(({ ungrounded }) => ungrounded.length > 0);
  const problems = [...gold.problems, ...registers.problems, ...invalid.map(ungroundedProblem)];
  if (switches.has("json")) {
    const value = evalJson(scores, total, switches);
    terminal.out(
      `${JSON.stringify({ schema: "capstack/eval/1", data: dataHash(documents, registers.value), value, problems }, null, 2)}\n`,
    );
  } else {
    if (scores.length > 0) terminal.out(evalText(scores, total, terminal.columns));
    if (switches.has("misses")) terminal.out(missesText(scores));
  }
  for (const problem of problems) terminal.note(problemText(problem));
  if (gold.problems.length > 0) return exitCodes.input;
  const { f1 } = sharesOf(total);
  if (f1 < bar) terminal.note(`F1 is ${f1.toFixed(3)}, below ${bar}.\n`);
  return f1 < bar || invalid.length > 0 ? exitCodes.attention : exitCodes.done;
}

const heads = ["exp", "prod", "hit", "prec", "rec", "f1", "status", "quote", "period"];

function evalText(scores: readonly DocumentScore[], total: Tally, columns: number | null): string {
  // A file or a pipe is as wide as its lines.
  const width = columns === null ? Number.POSITIVE_INFINITY : Math.max(columns, tableWidth);
  const documents = scoreTable(
    scores.map((score) => [score.name, score.total, score.style]),
    width,
  );
  const kinds = scoreTable(
    [...[...kindTallies(scores)].map(([kind, tally]) => [kind, tally, null] as const), ["TOTAL", total, null]],
    width,
  );
  return `${documents}\n${kinds}`;
}

/** A line each; the style of a text takes what is left of the line. */
function scoreTable(
  rows: readonly (readonly [name: string, tally: Tally, style: string | null])[],
  width: number,
): string {
  const columns = [{ name: "" }, ...heads.map((name) => ({ name, align: "right" as const }))];
  const lines = tableLines(
    columns,
    rows.map(([name, tally]) => [name, ...cellsOf(tally)]),
    null,
  ).flat();
  return lines
    .map((line, index) => {
      const style = rows[index - 1]?.[2] ?? "";
      const room = width - line.length - 2;
      if (style === "" || room < 6) return `${line}\n`;
      return `${line}  ${style.length > room ? `${style.slice(0, room - 1).trimEnd()}…` : style}\n`;
    })
    .join("");
}

function cellsOf(tally: Tally): string[] {
  const { precision, recall, f1, status, quote, period } = sharesOf(tally);
  const three = (share: number | null): string => (share === null ? "–" : share.toFixed(3));
  return [
    String(tally.expected),
    String(tally.produced),
    String(tally.matched),
    ...[precision, recall, f1, status, quote, period].map(three),
  ];
}

function kindTallies(scores: readonly DocumentScore[]): Map<ClaimKind, Tally> {
  const ofKind = (kind: ClaimKind): Tally[] => scores.flatMap(({ kinds }) => kinds.get(kind) ?? []);
  return new Map(claimKinds.filter((kind) => ofKind(kind).length > 0).map((kind) => [kind, addTallies(ofKind(kind))]));
}

function missesText(scores: readonly DocumentScore[]): string {
  return scores
    .filter(({ missed, spurious }) => missed.length + spurious.length > 0)
    .map(({ name, missed, spurious }) => {
      const entry = (word: string) => (claim: ExpectedClaim) =>
        `${wrapText(`${word} ${briefly(claim)}`, tableWidth - 4).join("\n      ")}`;
      return `\n${name}\n  ${[...missed.map(entry("missed")), ...spurious.map(entry("wrong "))].join("\n  ")}\n`;
    })
    .join("");
}

function briefly({ kind, metric, chip, roles, amount, status, quote }: ExpectedClaim): string {
  const parties = Object.entries(roles)
    .map(([role, party]) => `${role}=${party}`)
    .join(" ");
  const figure = amount === null ? "" : amountText(amount);
  return [
    [kind, metric, chip].filter(Boolean).join(":"),
    parties,
    figure,
    `[${status}]`,
    `“${showable(quote).slice(0, 80)}”`,
  ]
    .filter(Boolean)
    .join(" ");
}

function evalJson(scores: readonly DocumentScore[], total: Tally, switches: ReadonlySet<string>): object {
  const told = (tally: Tally): object => ({ ...tally, ...sharesOf(tally) });
  return {
    lenient: switches.has("lenient"),
    total: told(total),
    documents: scores.map(({ name, style, total: of }) => ({ name, style, ...told(of) })),
    kinds: Object.fromEntries([...kindTallies(scores)].map(([kind, tally]) => [kind, told(tally)])),
    ...(switches.has("misses")
      ? { misses: scores.map(({ name, missed, spurious }) => ({ name, missed, spurious })) }
      : {}),
  };
}

/** A claim that quotes what is not there must not count: the reader is broken. */
export function ungroundedProblem({ name, ungrounded }: DocumentScore): Problem {
  const [first, ...more] = ungrounded;
  const others = more.length === 0 ? "" : `, and ${more.length} more`;
  return {
    code: "ungrounded-claim",
    message: `a claim quotes “${first!.quote}”, which is not the text there${others}; the run is invalid.`,
    place: { document: name, span: first!.span },
    fix: "The reader has a bug: the figures do not count.",
  };
}

const needsOneFolder: Problem = {
  code: "no-folder",
  message: "capstack eval needs one folder of gold files.",
  fix: "capstack eval gold/shown",
};

function badBar(written: string): Problem {
  return { code: "bad-bar", message: `--at-least ${written}: F1 lies between 0 and 1.`, fix: "--at-least 0.6" };
}
