/**
 * What comes out where the five source articles disagree? The eleven rows of coverage.md d: each field with its readings, the
 * places of their quotes, the disagreement, which reading is drawn and why, the legs, and the flags.
 *
 *   node tools/coverage/section-d.ts          from the claims that a person wrote down
 *   node tools/coverage/section-d.ts --read   from those that the built-in reader finds, which shows what it lacks
 */

import { parseArgs } from "node:util";
import type { Flag } from "../../src/deals/flags.ts";
import { blockableBy } from "../../src/deals/rights.ts";
import { amountText } from "../../src/model/amount.ts";
import type { Choice, Deal, Field, Leg, Observation } from "../../src/model/deal.ts";
import { articlesMissing } from "./five-articles.ts";
import { type Row, rows } from "./section-d-rows.ts";
import { claimsOf, fieldOf, placesOf, type Settled, settledArticles } from "./settled.ts";

const whyDrawn: Readonly<Record<Choice, string>> = {
  only: "the only one",
  decided: "a person decided",
  firmer: "the firmer status",
  tier: "the nearer source",
  later: "the later published",
  "first-id": "the first id, for want of a reason",
  open: "none: left open",
};

function rowLines(settled: Settled, row: Row, number: number): string[] {
  const deals = row.deals(settled).flatMap((deal) => ["", ...dealLines(settled, row, deal)]);
  const observations = row.observations(settled).map((each) => `      ${observationText(settled, each)}`);
  const flags = settled.flags.filter(({ kind }) => row.flags.includes(kind)).map((flag) => flagText(settled, flag));
  const found = [...deals, ...(observations.length > 0 ? ["", "   valuations"] : []), ...observations, ...flags];
  return [`${number}  ${row.title}`, ...(found.length > 0 ? found : ["   nothing found"]), ""];
}

function dealLines(settled: Settled, row: Row, deal: Deal): string[] {
  return [
    `   ${nameOf(deal)}  ${sortOf(deal)}  ${deal.status}  ${count(deal.documents.length, "document")}, ${count(deal.origins.length, "named origin")}`,
    ...row.fields.flatMap((name) => {
      const field = fieldOf(deal, name);
      return field === null ? [`      ${name}: no source tells`] : fieldLines(settled, field);
    }),
    ...(row.fields.includes("payment") ? deal.legs.map((leg) => legText(settled, leg)) : []),
    ...blockableBy(deal, settled.settlement.deals, settled.context.parties).map(
      ({ deal: other, force }) =>
        `      ${force === "ended" ? "could have blocked" : `could block (${force})`}: ${nameOf(other)}, ${sortOf(other)}, ${other.status}`,
    ),
  ];
}

function nameOf({ from, to }: Deal): string {
  return `${from ?? "?"} → ${to ?? "?"}`;
}

function sortOf({ kind, chip, right }: Deal): string {
  return [kind, chip, right].filter((part) => part !== null).join(" ");
}

function fieldLines(settled: Settled, { name, readings, disagreement, choice, question }: Field): string[] {
  return [
    `      ${name}${disagreement === null ? "" : `  ≠ ${disagreement}`}`,
    ...readings.map(({ text, claims, origins }, index) => {
      const drawn = index === 0 && choice !== "open" && readings.length > 1 ? `  ← drawn: ${whyDrawn[choice]}` : "";
      const origin = origins.length > 0 ? `  first reported by ${origins.join(", ")}` : "";
      return `         ${text.padEnd(30)} ${placesOf(settled, claims)}${origin}${drawn}`;
    }),
    ...(choice === "open" ? [`         drawn: ${whyDrawn.open}`] : []),
    ...(question === null ? [] : [`         ? ${question}`]),
  ];
}

function legText(settled: Settled, { from, to, commodity, quantity, comparator, claims }: Leg): string {
  const weight = quantity === null ? "not stated" : amountText(quantity, comparator ?? undefined);
  return `      leg ${from ?? "?"} → ${to ?? "?"}  ${commodity.padEnd(18)} ${weight.padEnd(11)} ${placesOf(settled, claims)}`;
}

function observationText(
  settled: Settled,
  { amount, comparator, valuation, status, conditional, period, claims }: Observation,
): string {
  const about = [valuation ?? "kind not told", status, ...(conditional ? ["if"] : []), period?.start ?? "undated"].join(
    ", ",
  );
  return `${amountText(amount, comparator ?? undefined).padEnd(9)} ${about.padEnd(40)} ${placesOf(settled, claims)}`;
}

function flagText(settled: Settled, flag: Flag): string {
  const { kind, claim, against, words } = flag;
  const said = words === null ? "" : `  “${words}”`;
  return `   ! ${kind}${said}  ${placesOf(settled, [claim])} against ${placesOf(settled, against)} (${count(claimsOf(flag).length, "sentence")})`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

const { values } = parseArgs({ options: { read: { type: "boolean", default: false } } });
if (articlesMissing === null) {
  const settled = await settledArticles(values.read ? "read" : "written");
  console.log(rows.flatMap((row, index) => rowLines(settled, row, index + 1)).join("\n"));
} else {
  console.error(`The table cannot be made: it ${articlesMissing}.`);
  process.exitCode = 3;
}
