/** Texts whose claims are known: a folder of NAME.json beside NAME.txt. */

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { claimKinds, statuses } from "../model/claim.ts";
import type { Problem, Result } from "../model/problem.ts";
import type { ExpectedClaim, GoldDocument } from "../views/score-claims.ts";
import { decodeText } from "./encoding.ts";

/** Reads a gold folder, in the order of names. JSON files that hold no claims are no gold files and are passed over. */
export async function readGold(folder: string): Promise<Result<GoldDocument[]>> {
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
  } catch {
    return { value: [], problems: [noGold(folder)] };
  }
  const read = await Promise.all(names.map((name) => readGoldFile(folder, name)));
  const value = read.flatMap((result) => (result.value === null ? [] : [result.value]));
  const problems = read.flatMap((result) => result.problems);
  return { value, problems: value.length + problems.length > 0 ? problems : [noGold(folder)] };
}

async function readGoldFile(folder: string, name: string): Promise<Result<GoldDocument | null>> {
  const file = join(folder, name);
  const bad = (message: string): Result<null> => ({ value: null, problems: [badGold(file, message)] });
  let gold: unknown;
  try {
    gold = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    return bad(`it is no JSON: ${(error as Error).message}`);
  }
  if (!isRecord(gold) || !Array.isArray(gold.claims)) return { value: null, problems: [] };
  const { document, style, claims, optional = [], aliases = {} } = gold;
  const textName = typeof document === "string" ? document : name.replace(/\.json$/, ".txt");
  let text: string | null;
  try {
    text = decodeText(await readFile(join(folder, textName)), textName).value;
  } catch {
    text = null;
  }
  if (text === null) return bad(`there is no text ${textName} beside it.`);
  if (!Array.isArray(optional) || !isRecord(aliases)) return bad("“optional” is a list and “aliases” an object.");
  const problems: Problem[] = [];
  for (const [index, claim] of [...claims, ...optional].entries()) {
    if (!isRecord(claim) || !Array.isArray(claim.span)) return bad(`claim ${index + 1} is no object with a span.`);
    problems.push(...faultsOf(claim, claim.span, text).map((fault) => badGold(file, `claim ${index + 1} ${fault}.`)));
  }
  const complete = (list: readonly unknown[]): ExpectedClaim[] =>
    list.map((claim) => ({ ...emptyClaim, ...(claim as ExpectedClaim) }));
  return {
    value: {
      name: name.replace(/\.json$/, ""),
      style: typeof style === "string" ? style : null,
      text,
      claims: complete(claims),
      optional: complete(optional),
      aliases: aliases as Record<string, string>,
    },
    problems,
  };
}

/** Fields that a gold file may leave out. */
const emptyClaim = { roles: {}, amount: null, period: null, chip: null, metric: null };

/** What is wrong with a claim; it is scored all the same, so that one slip does not hide a text. */
function faultsOf(
  { kind, status, roles, amount, metric, quote }: Record<string, unknown>,
  [start, end]: unknown[],
  text: string,
): string[] {
  const faults: string[] = [];
  if (!(claimKinds as readonly unknown[]).includes(kind)) faults.push(`has the unknown kind “${kind}”`);
  if (!(statuses as readonly unknown[]).includes(status)) faults.push(`has the unknown status “${status}”`);
  if (roles !== undefined && !isRecord(roles)) faults.push("has roles that are no object");
  if (kind === "metric" && !metric) faults.push("is a metric without its name");
  if (amount !== undefined && amount !== null) faults.push(...faultsOfAmount(amount));
  if (text.slice(Number(start), Number(end)) !== quote) faults.push(`quotes what the text at ${start}-${end} is not`);
  return faults;
}

function faultsOfAmount(amount: unknown): string[] {
  if (!isRecord(amount) || typeof amount.unit !== "string") return ["has an amount without a unit"];
  const { min = null, max = null } = amount;
  if (min === null && max === null) return ["has an amount with neither min nor max"];
  return min !== null && max !== null && Number(min) > Number(max) ? ["has a min above its max"] : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function badGold(file: string, message: string): Problem {
  return { code: "bad-gold", message, place: { file }, fix: "See the shape of a gold file in docs/reading.md." };
}

function noGold(folder: string): Problem {
  return {
    code: "no-gold",
    message: "there are no gold files here (NAME.json beside NAME.txt).",
    place: { file: folder },
    fix: "capstack eval gold/shown",
  };
}
