/** Who holds how much after each round, grant, sale and conversion? The input and output of `ownership.capTable`. */

import {
  type CapEvent,
  type CapState,
  conditionalShares,
  fullyDiluted,
  outstanding,
  capTable as tablesAfter,
} from "../../analyses/cap-table.ts";
import { compared, one, over, plus, type Rational, toNumber, zero } from "../../numeric/rational.ts";
import type { Method } from "./method.ts";
import { exactAt, readExact, readExactMap } from "./read-exact.ts";
import { type InputFields, isComputable, readInput } from "./read-input.ts";

const types = [
  "found",
  "pool",
  "round",
  "secondary",
  "grant",
  "exercise",
  "split",
  "safe_post",
  "safe_pre",
  "warrant",
  "milestone",
] as const;
const eventFields = [
  "type",
  "date",
  "shares",
  "preMoney",
  "postMoney",
  "investors",
  "poolPostPct",
  "poolIn",
  "from",
  "to",
  "price",
  "holder",
  "factor",
  "safes",
  "milestones",
  "name",
];

export const capTable: Method = {
  name: "ownership.capTable",
  question: "Who holds how much of a company after each round, grant, sale and conversion?",
  source: "Venture Hacks, The Option Pool Shuffle, 2007; Y Combinator, post-money SAFE, 2018",
  run(input) {
    const fields = readInput(input, ["events"]);
    const read = fields.objects("events", eventFields).map((each) => ({ each, type: each.oneOf("type", types) }));
    const events = read.map(({ each, type }) => eventOf(each, type));
    return fields.answer(() => {
      const { states, fault } = tablesAfter(events);
      if (fault)
        fields.refuse(`events[${fault.event}]`, `${fault.what}.`, "Mend the event, or the order of the events.");
      const beyond = states.findIndex(({ table }) => !isComputable(toNumber(fullyDiluted(table))));
      if (beyond >= 0) fields.refuse(`events[${beyond}]`, "leads to more shares than can be computed with (1e100).");
      return { states: states.map((state, index) => stateJson(read[index]!.type, state)) };
    });
  },
};

function eventOf(fields: InputFields, type: (typeof types)[number]): CapEvent {
  switch (type) {
    case "found":
      return { kind: "found", shares: readExactMap(fields, "shares") };
    case "pool":
      return { kind: "pool", shares: readExact(fields, "shares") };
    case "round":
      return roundOf(fields);
    case "secondary":
      return {
        kind: "secondary",
        from: fields.text("from"),
        to: fields.text("to"),
        shares: readExact(fields, "shares"),
      };
    case "grant":
      return {
        kind: "grant",
        holder: fields.text(fields.has("to") ? "to" : "holder"),
        shares: readExact(fields, "shares"),
      };
    case "exercise":
      return { kind: "exercise", holder: fields.text("holder"), shares: readExact(fields, "shares") };
    case "split":
      return { kind: "split", factor: positive(fields, "factor") };
    case "safe_post":
    case "safe_pre": {
      const safes = fields.objects("safes", ["holder", "amount", "cap"]).map((safe) => ({
        holder: safe.text("holder"),
        amount: readExact(safe, "amount"),
        cap: positive(safe, "cap"),
      }));
      return { kind: "safes", money: type === "safe_post" ? "post" : "pre", safes };
    }
    case "warrant":
      return { kind: "warrant", holder: fields.text("holder"), milestones: readExactMap(fields, "milestones") };
    case "milestone":
      return { kind: "milestone", holder: fields.text("holder"), name: fields.text("name") };
    default:
      return type satisfies never;
  }
}

function roundOf(fields: InputFields): CapEvent {
  if (fields.has("preMoney") && fields.has("postMoney"))
    fields.refuse("postMoney", "stands beside preMoney.", "Give one; the other follows from the money raised.");
  const at = fields.has("postMoney") ? "post" : "pre";
  const share = fields.has("poolPostPct") ? exactAt(fields, "poolPostPct", fields.raw("poolPostPct"), false) : null;
  if (share !== null && compared(share, one) >= 0)
    fields.refuse("poolPostPct", "is 1 or more; it is a fraction: 0.1 for 10 %.");
  const inside = fields.oneOf("poolIn", ["pre", "post"], "pre");
  return {
    kind: "round",
    valuation: { at, money: positive(fields, at === "post" ? "postMoney" : "preMoney") },
    investors: readExactMap(fields, "investors"),
    pool: share === null ? null : { share, inside },
  };
}

function positive(fields: InputFields, key: string): Rational {
  const value = readExact(fields, key);
  if (fields.has(key) && compared(value, zero) === 0) fields.refuse(key, "is 0; it is above 0.");
  return value;
}

function stateJson(type: string, { table, figures }: CapState): Readonly<Record<string, unknown>> {
  const all = fullyDiluted(table);
  const conditional = conditionalShares(table);
  const ofAll = (held: Rational): number | null => (compared(all, zero) > 0 ? toNumber(over(held, all)) : null);
  const holders = [...new Set([...table.shares.keys(), ...table.options.keys()])];
  const heldBy = (holder: string): Rational =>
    plus(table.shares.get(holder) ?? zero, table.options.get(holder) ?? zero);
  return {
    type,
    ...numbersOf(Object.entries(figures)),
    shares: numbersOf(table.shares),
    options: numbersOf(table.options),
    pool: toNumber(table.pool),
    fullyDiluted: toNumber(all),
    outstanding: toNumber(outstanding(table)),
    fdPct: Object.fromEntries(holders.map((holder) => [holder, ofAll(heldBy(holder))])),
    poolPct: ofAll(table.pool),
    ...(compared(conditional, zero) > 0
      ? {
          conditional: Object.fromEntries([...table.conditional].map(([holder, each]) => [holder, numbersOf(each)])),
          fullyDilutedIfAllMet: toNumber(plus(all, conditional)),
        }
      : {}),
  };
}

function numbersOf(entries: Iterable<readonly [string, Rational]>): Readonly<Record<string, number>> {
  return Object.fromEntries([...entries].map(([name, value]) => [name, toNumber(value)]));
}
