/** "Staff: 240", "users: 41 million": a bare number that counts people. */

import type { Quantity } from "../quantities.ts";
import type { Token } from "../tokens.ts";

const people =
  /^(?:staff|staffs|employees|headcount|workforce|team|payroll|people|workers|engineers|heads|roles|jobs|colleagues|employ|employs|employed|employing|num_employees|personnel|fte|ftes)$/;
/** These count what they have behind them, and people only where nothing but "of" or a colon stands between. */
const loose = /^(?:people|team|heads|roles|jobs|engineers)$/;
const between = new Set(
  "of : is was were at to from about roughly some around nearly almost over now total totals totalled number numbers stands stood reached rise risen fell fall grown up down | = 's count year end at the and by , ( in all only just company group firm".split(
    " ",
  ),
);
const behind = new Set(
  ". , ; : | ) ( in by at of on and or for from to next this last now then when which that as but with before after so until through while too if".split(
    " ",
  ),
);
/** In tokens. */
const reach = 9;

/** "Staff: 6", "headcount stood at 520", "employees to rise from 280 to 350": hardly a word between who is counted and how many. */
export function isHeadcount({ first, next, min, max }: Quantity, tokens: readonly Token[]): boolean {
  const value = max ?? min ?? 0;
  if (!Number.isInteger(value) || value < 2 || (value >= 1990 && value <= 2049)) return false;
  if (tokens[next] && !behind.has(tokens[next]!.lower)) return false;
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    const { lower, kind } = tokens[at]!;
    if (people.test(lower)) return !loose.test(lower) || /^(?:of|:)$/.test(tokens[at + 1]?.lower ?? "");
    if (kind !== "number" && !between.has(lower)) return false;
  }
  return false;
}

const users = /^(?:users|subscribers|actives|mau|maus|wau|waus|dau|daus)$/;

/** "Monthly users: 41 million", "weekly actives | 5m". */
export function isUserCount({ first, next, min, max }: Quantity, tokens: readonly Token[]): boolean {
  if ((max ?? min ?? 0) < 1000 || (tokens[next] && !behind.has(tokens[next]!.lower) && tokens[next]!.lower !== "a"))
    return false;
  for (let at = first - 1; at >= Math.max(0, first - 5); at--) {
    const { lower, kind } = tokens[at]!;
    if (users.test(lower)) return true;
    if (kind !== "number" && !between.has(lower)) return false;
  }
  return false;
}

/** Whether a number stands in a clause about people, so that it is no sum: "it employs, with its agents, 212". */
export function speaksOfPeople(tokens: readonly Token[], first: number): boolean {
  for (let at = first - 1; at >= Math.max(0, first - reach); at--) {
    if (/^[;.]$/.test(tokens[at]!.text)) return false;
    if (people.test(tokens[at]!.lower)) return true;
  }
  return false;
}
