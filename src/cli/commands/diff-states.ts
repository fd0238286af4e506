/** `capstack diff HASH`: what changed since the book had this data hash? */

import type { Problem } from "../../model/problem.ts";
import { askedBook } from "../../store/asked-book.ts";
import { documentNumbers } from "../../store/document-numbers.ts";
import { findStates } from "../../store/find-state.ts";
import { shortIds } from "../../store/short-ids.ts";
import type { ShownRows } from "../../store/shown-rows.ts";
import { changesBetween } from "../../store/state-changes.ts";
import { changeCells, changeColumns, changedDocument, changeJson, type PastDocument } from "../../views/change-rows.ts";
import { exitCodes } from "../exit-codes.ts";
import { type Format, printJson, printLines } from "../format.ts";
import { inBook } from "../open-book.ts";
import { changesText } from "../render/changes.ts";
import type { Call, Outcome } from "../verb.ts";

/** Two data hashes, or the beginnings of them; null is the present. */
export interface Hashes {
  readonly from: string;
  readonly to: string | null;
}

/** Compares the two states whole: a filter has no place here, for what is gone is in no index. */
export async function diffStates(call: Call, format: Format, { from, to }: Hashes): Promise<Outcome> {
  const { terminal } = call;
  return inBook(call, {}, async (book) => {
    const { rows, ids, before, after } = await book.ask(async (inside) => {
      const [before, after] = await findStates(inside, book.settings.registers, [from, to]);
      const { names } = await askedBook(inside, book.settings, { firmness: null, asOf: null, knownOn: null });
      const numbers = await documentNumbers(inside);
      const changes = await changesBetween(inside, before!, after!);
      const rows = changes
        .map(({ id, before, after }) =>
          changedDocument(pastDocument(before), pastDocument(after), names.document(id), names.party),
        )
        .sort((one, other) => Number(numbers.get(one.document.id)) - Number(numbers.get(other.document.id)));
      const claims = rows.flatMap((row) => row.claims.map(({ row }) => row.claim.id));
      return { rows, ids: await shortIds(inside, claims), before: before!.data, after: after!.data };
    });
    if (format === "json")
      printJson(terminal, {
        schema: "capstack/changes/1",
        data: after,
        value: { from: before, to: after, documents: rows.map(changeJson) },
        problems: [],
      });
    else if (format === "csv" || format === "plain")
      printLines(terminal, format, changeColumns, rows.flatMap(changeCells));
    else terminal.out(changesText({ rows, ids, from: before, to: after }, terminal));
    return exitCodes.done;
  });
}

function pastDocument(shown: ShownRows | null): PastDocument | null {
  if (shown === null) return null;
  const claims = shown.claims
    .filter(({ row }) => row.latest === 1)
    .map(({ claim, row }) => ({ claim, review: row.review }));
  return { document: shown.document, claims };
}

const digits = /^[0-9a-f]{4,12}$/;

/** Reads `b7e2c1` and `b7e2c1..9d01aa`. */
export function readHashes(operands: readonly string[]): Hashes | Problem {
  const [written, more] = operands;
  const [from, to, beyond] = (written ?? "").toLowerCase().split("..");
  if (more !== undefined || beyond !== undefined) return badHash(operands.join(" "));
  if (!digits.test(from ?? "") || (to !== undefined && to !== "" && !digits.test(to)))
    return badHash(operands.join(" "));
  return { from: from!, to: to || null };
}

function badHash(written: string): Problem {
  return {
    code: "bad-hash",
    message: `“${written}” is no data hash: those have 4 to 12 digits of 0-9 and a-f. A filter goes with two days.`,
    fix: "capstack diff b7e2c1, or b7e2c1..9d01aa; capstack log shows the data after each write",
  };
}
