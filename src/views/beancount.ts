/**
 * The ledger as beancount text, which `bean-check` accepts. An entry takes one number, so every flow stands with its low end, and with both ends as metadata; what has no day,
 * and what is not posted, are comments. A party is an account; each flow takes from one what it gives to the other.
 * Source: the beancount language, accounts, commodities, metadata and escapes.
 */

import { flowsOf, undated } from "../deals/placed.ts";
import { dayOfNumber, type PartialDay } from "../model/day.ts";
import type { Commodity } from "../model/deal.ts";
import type { PartyId } from "../model/id.ts";
import type { Flow, Ledger } from "../model/ledger.ts";
import { endsText } from "../model/smallest-unit.ts";
import { decimalText } from "./ledger-rows.ts";

export interface BeancountHead {
  readonly title: string;
  readonly asOf: PartialDay | null;
  readonly knownOn: PartialDay | null;
  readonly data: string;
  readonly firmness: string;
}

/** Lines of the file, each without its end. */
export function* beancountLines(
  { postings, memos }: Ledger,
  nameOf: (party: PartyId) => string,
  { title, asOf, knownOn, data, firmness }: BeancountHead,
): Generator<string> {
  const flows = postings
    .flatMap(flowsOf)
    .sort((one, other) => one.day - other.day || (one.posting.id < other.posting.id ? -1 : 1));
  yield comment(title);
  yield `; ${firmness} and firmer, as of ${asOf ?? "any day"}, known on ${knownOn ?? "any day"}, data ${data}`;
  yield "; Every amount is the low end of what the sources leave open; low and high stand beside it.";
  yield `option "title" ${quoted(title)}`;
  yield "";
  const first = flows.length === 0 ? null : dayOfNumber(flows[0]!.day);
  const accounts = uniqueNames(
    flows.flatMap(({ posting: { from, to } }) => [from, to]),
    account,
  );
  const commodities = uniqueNames(
    flows.map(({ posting: { commodity } }) => commodity),
    currency,
  );
  if (first !== null) {
    for (const [commodity, code] of commodities) {
      yield `${first} commodity ${code}`;
      yield `  name: ${quoted(commodity)}`;
    }
    for (const [party, name] of accounts) {
      yield `${first} open ${name}`;
      yield `  name: ${quoted(party === null ? "not named by any source" : nameOf(party))}`;
    }
    yield "";
  }
  for (const flow of flows) yield* entryLines(flow, accounts, commodities, nameOf);
  for (const posting of postings) {
    const rest = undated(posting);
    if (rest === null) continue;
    const { id, from, to, commodity, status } = posting;
    yield comment(
      `without a day: ${id} ${sides(from, to, nameOf)} ${commodity} ${endsText(commodity, rest)} ${status}`,
    );
  }
  for (const { id, from, to, commodity, status, reason } of memos)
    yield comment(`not posted (${reason}): ${id} ${sides(from, to, nameOf)} ${commodity} ${status}`);
}

function* entryLines(
  { posting, day, low, high }: Flow,
  accounts: ReadonlyMap<PartyId | null, string>,
  commodities: ReadonlyMap<Commodity, string>,
  nameOf: (party: PartyId) => string,
): Generator<string> {
  const { id, deal, from, to, commodity, status, taken, claims } = posting;
  const amount = decimalText(commodity, low);
  const unit = commodities.get(commodity)!;
  yield `${dayOfNumber(day)} ${status === "completed" ? "*" : "!"} ${quoted(sides(from, to, nameOf))} ${quoted(`${deal} ${status}`)}`;
  yield `  posting: ${quoted(id)}`;
  yield `  low: ${quoted(amount)}`;
  yield `  high: ${quoted(high === null ? "open" : decimalText(commodity, high))}`;
  yield `  claims: ${quoted(claims.join(" "))}`;
  if (taken.length > 0) yield `  assumed: ${quoted(taken.map(({ text }) => text).join("; "))}`;
  yield `  ${accounts.get(from)}  -${amount} ${unit}`;
  yield `  ${accounts.get(to)}  ${amount} ${unit}`;
  yield "";
}

function sides(from: PartyId | null, to: PartyId | null, nameOf: (party: PartyId) => string): string {
  return `${from === null ? "?" : nameOf(from)} → ${to === null ? "?" : nameOf(to)}`;
}

/** A name for each, with a number where two would be one. */
function uniqueNames<T>(all: Iterable<T>, nameOf: (one: T) => string): Map<T, string> {
  const taken = new Set<string>();
  const sorted = [...new Set(all)].sort((one, other) => (`${one}` < `${other}` ? -1 : 1));
  return new Map(
    sorted.map((one) => {
      const name = nameOf(one);
      let unique = name;
      for (let count = 2; taken.has(unique); count++) unique = `${name}-${count}`;
      taken.add(unique);
      return [one, unique];
    }),
  );
}

/** Letters and digits of a party's id; parties may give and get. */
function account(party: PartyId | null): string {
  return `Equity:${party === null ? "Unnamed" : component(party)}`;
}

/** A component begins with a capital or a digit and holds letters, digits and hyphens. */
function component(id: string): string {
  const words = id
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9-]+/g, "")
    .replace(/^-+|-+$/g, "");
  return words === "" ? "X" : words[0]!.toUpperCase() + words.slice(1);
}

/** Capitals, digits and ' . _ -, a letter first, a letter or digit last, 24 at the most, of which four are left for a number. */
function currency(commodity: Commodity): string {
  const written = commodity
    .toUpperCase()
    .normalize("NFKD")
    .replace(/:/g, ".")
    .replace(/[^A-Z0-9.-]+/g, "");
  return written.slice(0, 20).replace(/[.-]+$/, "");
}

function comment(text: string): string {
  return `; ${plain(text)}`;
}

function quoted(text: string): string {
  return `"${plain(text).replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** In one line, without what steers a terminal. */
function plain(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}
