/** Where everything of the ownership bars lies: who holds what now, and what new money would make of it, each on a bar from nothing to the whole. */

import type { Status } from "../../model/claim.ts";
import type { ClaimId, PartyId } from "../../model/id.ts";
import type { Taken } from "../../model/ledger.ts";
import type { Interval } from "../../numeric/interval.ts";
import { type Figure, hullOf, isOpen, shareText, shareWords } from "../own/figure.ts";
import type { OwnAnswer } from "../own/own-answer.ts";
import { roundText } from "../own/own-words.ts";
import { isPriced, type Outcome, type Round } from "../own/pro-forma.ts";
import { type Box, textWidth } from "./drawing.ts";
import { brokenText } from "./picture-frame.ts";

/** One owner's part of a bar. */
export interface Part extends Box {
  /** Null: all whom no claim names. */
  readonly party: PartyId | null;
  readonly name: string;
  readonly text: string;
  readonly status: Status | null;
  readonly isNew: boolean;
  /** From the low end to the high one. */
  readonly open: Box | null;
  readonly claims: readonly ClaimId[];
}

export interface PartLabel extends Box {
  readonly text: string;
  readonly part: Part;
  /** Where its line begins at the bar; null where the label stands inside. */
  readonly from: number | null;
}

export interface OwnershipBar {
  readonly title: string;
  readonly notes: readonly string[];
  readonly y: number;
  readonly parts: readonly Part[];
  readonly labels: readonly PartLabel[];
  readonly height: number;
}

export interface OwnershipDrawing {
  readonly bars: readonly OwnershipBar[];
  readonly height: number;
  readonly taken: readonly Taken[];
}

export const ownershipSize = { width: 680, left: 20, right: 660, bar: 26, text: 11.5, row: 16 } as const;

interface RawPart {
  readonly party: PartyId | null;
  readonly share: Figure;
  readonly text: string;
  readonly status: Status | null;
  readonly isNew: boolean;
  readonly claims: readonly ClaimId[];
}

/** A bar of the day, then one for each round that has a valuation; none where the shares come to more than the whole. */
export function ownershipDrawing(answer: OwnAnswer, nameOf: (party: PartyId) => string): OwnershipDrawing {
  const { table } = answer;
  const taken: Taken[] = [];
  if (table.unnamed === null) return { bars: [], height: 0, taken };
  const number = (all: readonly Taken[]): string =>
    all
      .map((each) => {
        if (!taken.includes(each)) taken.push(each);
        return `[A${taken.indexOf(each) + 1}]`;
      })
      .join("");
  const own = table.holders.map(
    ({ party, share, text, status, claims, taken: from }): RawPart => ({
      ...{ party, share, status, claims, isNew: false },
      text: `${shareWords(share, text)} ${number(from)}`.trim(),
    }),
  );
  const unnamed: RawPart = {
    ...{ party: null, share: table.unnamed, status: null, isNew: false },
    text: shareText(isOpen(table.unnamed) ? table.unnamed.bounds : table.unnamed.told, table.unnamed.approximate),
    claims: own.flatMap(({ claims }) => claims),
  };
  const raw: { title: string; notes: string[]; parts: readonly RawPart[] }[] = [
    {
      title: "now, as sources tell",
      notes:
        table.unstated.length === 0
          ? []
          : [`Own a share that is not stated: ${table.unstated.map(({ party }) => nameOf(party)).join(", ")}`],
      parts: [...own, unnamed],
    },
  ];
  for (const round of answer.rounds.filter(isPriced))
    for (const outcome of round.outcomes) {
      const marks = number(round.taken);
      raw.push(
        after(
          round,
          outcome,
          marks,
          table.holders.map(({ party, status }) => [party, status]),
          nameOf,
        ),
      );
    }
  let y = 0;
  const bars = raw.map(({ title, notes, parts }) => {
    const bar = placedBar(title, notes, parts, y, nameOf);
    y += bar.height + 14;
    return bar;
  });
  return { bars, height: y, taken };
}

function after(
  round: Round,
  { withConditional, rows }: Outcome,
  marks: string,
  held: readonly (readonly [PartyId, Status])[],
  nameOf: (party: PartyId) => string,
): { title: string; notes: string[]; parts: RawPart[] } {
  const statuses = new Map(held);
  const payers = new Map(round.investments.map(({ party, status }) => [party, status]));
  const figures = rows.map(({ party, before, pre, post, claims }) => {
    const share = pre && post ? hullOf(pre, post) : (pre ?? post)!;
    const isNew = before === null;
    return {
      party,
      share,
      isNew,
      claims,
      status: (party && (isNew ? payers.get(party) : statuses.get(party))) ?? null,
    };
  });
  const open = figures.filter(({ share }) => isOpen(share));
  const isEither = round.pre !== null && round.post !== null && !round.kindTold;
  return {
    title:
      `after ${roundText(round, nameOf)}${withConditional ? ", with what hangs on a condition" : ""} ${marks}`.trim(),
    notes: [
      ...(isEither
        ? ["No source tells whether the value is before the money or after it: both lie inside these shares."]
        : []),
      ...(open.length > 0
        ? [
            `At the ends that sources state. Their bounds (≥, >) leave open: ${open.map(({ party, share }) => `${party === null ? "nobody named" : nameOf(party)} ${shareText(share.bounds)}`).join(", ")}.`,
          ]
        : []),
    ],
    parts: figures.map(({ share, isNew, ...rest }) => ({
      ...rest,
      ...{ share, isNew },
      text: `${isNew ? "+ " : ""}${shareText(share.told, share.approximate)}`,
    })),
  };
}

function placedBar(
  title: string,
  notes: readonly string[],
  raw: readonly RawPart[],
  top: number,
  nameOf: (party: PartyId) => string,
): OwnershipBar {
  const { left, right, bar, row, text: size } = ownershipSize;
  const y = top + 20;
  const named = raw.filter(({ party }) => party !== null);
  const rest = raw.find(({ party }) => party === null);
  // Where the high ends together leave room, each stands with its own; else only low ends do, and what is left belongs to several.
  const highs = named.reduce((sum, { share }) => sum + share.told.high, 0);
  const own = (share: Interval): number => (highs <= 1 + 1e-9 ? share.high : share.low);
  let at = 0;
  const parts = [...named, ...(rest ? [rest] : [])].map((each): Part => {
    const { share, party, ...told } = each;
    const scale = right - left;
    const [from, until] = party === null ? [at, 1] : [at, at + own(share.told)];
    at = until;
    const low = party === null ? until - from : share.told.low;
    const x = left + from * scale;
    const width = low * scale;
    const open = (until - from - low) * scale;
    return {
      ...told,
      ...{ party, x, y, width, height: bar },
      name: party === null ? "nobody named" : nameOf(party),
      open: open > 0.05 ? { x: x + width, y, width: open, height: bar } : null,
    };
  });
  const drawn = parts.filter(({ width, open }) => width + (open?.width ?? 0) > 0);
  const labels = placedLabels(drawn, y);
  const rows = Math.max(
    0,
    ...labels.map((each) => (each.from === null ? 0 : Math.round((each.y - y - bar - 4) / row) + 1)),
  );
  const lines = notes.flatMap((note) => brokenText(note, right - left, size));
  return { title, notes: lines, y: top, parts: drawn, labels, height: 20 + bar + rows * row + 6 + lines.length * 15 };
}

/** Inside where it fits; else below on the first line that is free, beside its own line to the bar. */
function placedLabels(parts: readonly Part[], y: number): PartLabel[] {
  const { left, right, bar, row, text: size } = ownershipSize;
  const taken: { line: number; from: number; to: number }[] = [];
  return parts.map((part) => {
    const text = `${part.name} ${part.text}`;
    const width = textWidth(text, size);
    const whole = part.width + (part.open?.width ?? 0);
    if (width + 12 <= part.width) return { x: part.x + 6, y: y + 5, width, height: row, text, part, from: null };
    const centre = part.x + whole / 2;
    const x = Math.min(right - width, Math.max(left, centre - width / 2));
    let line = 0;
    while (taken.some((other) => other.line === line && x < other.to + 10 && other.from < x + width + 10)) line++;
    taken.push({ line, from: x, to: x + width });
    return { x, y: y + bar + 4 + line * row, width, height: row - 2, text, part, from: centre };
  });
}
