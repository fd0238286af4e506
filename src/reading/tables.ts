/** Tables in running text: rows whose cells a bar parts. A figure there is told by the heads of its column and of its row. */

import type { PartyId } from "../model/id.ts";
import type { ReadSentence } from "./mentions.ts";
import type { Token } from "./tokens.ts";

/** A cell of a table: its lower-case words, and who is named there. */
export interface Cell {
  readonly words: string[];
  readonly parties: PartyId[];
}

/** The cells of a table's row. */
export function cellsOf({ tokens, mentions }: Pick<ReadSentence, "tokens" | "mentions">): Cell[] {
  const cells: Cell[] = [{ words: [], parties: [] }];
  tokens.forEach(({ text, kind, lower }, at) => {
    if (text === "|" && at > 0) cells.push({ words: [], parties: [] });
    else if (kind === "word") cells.at(-1)!.words.push(lower);
  });
  for (const one of mentions) if (one.via === "name") cells[cellAt(tokens, one.first)]!.parties.push(one.party);
  return cells;
}

/** The cells of a row, as [first, next) of their tokens. */
export function cellSpans(tokens: readonly Token[]): [number, number][] {
  const spans: [number, number][] = [];
  let first = tokens[0]?.text === "|" ? 1 : 0;
  for (let at = first; at <= tokens.length; at++)
    if (at === tokens.length || tokens[at]!.text === "|") {
      spans.push([first, at]);
      first = at + 1;
    }
  return spans;
}

const cellNumbers = new WeakMap<readonly Token[], Uint16Array>();

/** In which cell of its row a token stands. */
export function cellAt(tokens: readonly Token[], at: number): number {
  let numbers = cellNumbers.get(tokens);
  if (!numbers) {
    let cell = 0;
    numbers = Uint16Array.from(tokens, ({ text }, nth) => (text === "|" && nth > 0 ? ++cell : cell));
    cellNumbers.set(tokens, numbers);
  }
  return numbers[at] ?? 0;
}

/** The lower-case words of a row's first cell. */
export function rowHead(tokens: readonly Token[]): string[] {
  const end = tokens.findIndex(({ text }, at) => text === "|" && at > 0);
  return tokens.slice(0, end < 0 ? tokens.length : end).flatMap(({ kind, lower }) => (kind === "word" ? [lower] : []));
}
