/** What stands beside the owners of a company: those through others, those that rivals share, valuations, late entry. */

import type { Interval } from "../../numeric/interval.ts";
import { dayOfFigure } from "../../views/company-rows.ts";
import { figureWords, shareText } from "../../views/own/figure.ts";
import type { Entry, Listing } from "../../views/own/listing.ts";
import type { Valuation } from "../../views/own/valuations.ts";
import { paintOf } from "./color.ts";
import type { OwnPage } from "./own-page.ts";
import { statusText } from "./status.ts";

export function throughLines(page: OwnPage): string[] {
  const { owners, overheld } = page.view.answer.through;
  const told = overheld.map(
    (company) => `Nothing is worked out through ${page.name(company)}: its shares come to more than the whole.`,
  );
  if (owners.length === 0 && page.view.answer.table.holders.length === 0)
    return told.flatMap((line) => page.said(line));
  return [
    paintOf(page.terminal).bold("Through others, with what they hold themselves"),
    ...(owners.length === 0
      ? page.said("No claim gives a share of one of its owners.")
      : page.cells(
          [
            { name: "owner", wraps: true },
            { name: "through", wraps: true },
            { name: "share", align: "right" },
            { name: "claims" },
            { name: "" },
          ],
          owners.map(({ party, by, share, claims, taken }) => [
            page.name(party),
            by.map((each) => page.name(each)).join(", "),
            shareText(share),
            page.claims(claims),
            page.marks.of(taken),
          ]),
          true,
        )),
    ...told.flatMap((line) => page.said(line)),
  ];
}

export function commonLines(page: OwnPage): string[] {
  const { kind, owners, profitWeights } = page.view.answer.common;
  if (owners.length === 0) return [];
  return [
    ...page.table(
      `Owners that it shares, or would, with others of its kind (${kind})`,
      [
        { name: "owner", wraps: true },
        { name: "here", wraps: true },
        { name: "rival", wraps: true },
        { name: "there", wraps: true },
        { name: "claims", wraps: true },
      ],
      owners.map(({ party, rival, here, there }) => [
        page.name(party),
        `${statusText(here.status, page.terminal)} ${here.text}`,
        page.name(rival),
        `${statusText(there.status, page.terminal)} ${there.text}`,
        [here, there].map(({ claims }) => page.claims(claims)).join(" "),
      ]),
    ),
    ...[...profitWeights].flatMap(([rival, weight]) =>
      page.said(
        `Owners with these shares weigh a dollar of profit of ${page.name(rival)} as ${Number(weight.toPrecision(3))} of its own.`,
      ),
    ),
  ];
}

export function valuationsLines(page: OwnPage): string[] {
  const { valuations } = page.view.answer;
  if (valuations.length === 0) return [];
  const row =
    (kind: string) =>
    ({ observation, day, replacedBy, differsFrom }: Valuation, index: number): string[] => {
      const { amount, comparator, status, conditional, claims } = observation;
      const words = figureWords(
        {
          told: { low: 0, high: 0 },
          bounds: { low: amount.min ?? 0, high: amount.max ?? Number.POSITIVE_INFINITY },
          approximate: amount.approximate,
        },
        amount.unit,
      );
      return [
        index === 0 ? kind : "",
        day ?? `told ${observation.known}`,
        comparator === ">" || comparator === "<" ? words.replace(/^[≥≤]/, comparator) : words,
        `${statusText(status, page.terminal)}${conditional ? " if" : ""}`,
        page.claims(claims),
        replacedBy ? `stale: ${dayOfFigure(replacedBy)}` : differsFrom ? `≠ ${dayOfFigure(differsFrom)}` : "",
      ];
    };
  const all = valuations.flatMap(({ valuations: own }) => own);
  const legend = [
    all.some(({ replacedBy }) => replacedBy) ? "stale: the one of that day replaced it" : "",
    all.some(({ differsFrom }) => differsFrom) ? "≠ differs from the one of that day" : "",
  ].filter(Boolean);
  return [
    ...page.table(
      "Valuations: of two kinds neither replaces the other",
      [
        { name: "kind", wraps: true },
        { name: "day" },
        { name: "value", align: "right" },
        { name: "status" },
        { name: "claims", wraps: true },
        { name: "" },
      ],
      valuations.flatMap(({ kind, valuations: own }) => own.map(row(kind))),
    ),
    ...(legend.length > 0 ? page.parts(legend) : []),
  ];
}

export function listingsLines(page: OwnPage): string[] {
  const { listings } = page.view.answer;
  if (listings.length === 0) return [];
  return [
    paintOf(page.terminal).bold("If it is listed: what a late entrant earns"),
    ...listings.flatMap((listing) => listingLines(page, listing)),
  ];
}

function listingLines(page: OwnPage, { text, status, days, claims, missing, entries }: Listing): string[] {
  const { company } = page.view.answer;
  const when = days === null ? "no source tells when" : `between ${days.first} and ${days.last}`;
  const examples = { "listing-day": "2026..2027", "listing-dilution": "10..20%" };
  return [
    ...page.parts([statusText(status, page.terminal), `listed at ${text}`, when, page.claims(claims)]),
    ...(entries.length === 0 && missing.length === 0
      ? page.said("No new money with a valuation is told of, so nobody enters.")
      : []),
    ...missing.flatMap((field) => [
      ...page.said(
        field === "listing-day" ? "No source states when." : "No source states what older holders lose until then.",
      ),
      ...page.assume(`${company}.${field} ${examples[field]}`),
    ]),
    ...entries.flatMap((entry) => entryLines(page, entry)),
  ];
}

function entryLines(page: OwnPage, { round, value, told, bounds, taken }: Entry): string[] {
  const unit = round.investments[0]!.unit;
  const money = (range: Interval): string =>
    figureWords({ told: range, bounds: range, approximate: value.approximate }, unit);
  const who = round.investments.map(({ party }) => (party === null ? "?" : page.name(party))).join(", ");
  const isBounded = bounds.multiple.low !== told.multiple.low || bounds.multiple.high !== told.multiple.high;
  const parts = [
    `${who} at ${money(value.told)}: ${timesText(told.multiple)}`,
    told.yearlyRate === null ? "in less than a year" : `${rateText(told.yearlyRate)} a year`,
    `breaks even at ${money(told.breakEvenValue)}`,
    isBounded ? `bounds allow ${timesText(bounds.multiple)}` : "",
    page.marks.of(taken),
  ];
  return page.parts(parts);
}

/** `1.57–1.8×`. */
function timesText({ low, high }: Interval): string {
  const [from, to] = [low, high].map((value) => (Number.isFinite(value) ? String(Number(value.toFixed(2))) : "∞"));
  return `${from === to ? from : `${from}–${to}`}×`;
}

/** Yearly rates in whole per cents: `-20 to 80%`. */
function rateText({ low, high }: Interval): string {
  const [from, to] = [low, high].map((rate) => String(Math.round(rate * 100)));
  return `${from === to ? from : `${from} to ${to}`}%`;
}
