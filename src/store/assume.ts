/** Writes what no source tells, with who, when and why: checked, recorded as a decision, and then kept as a line that a person can read. */

import { type Assumption, assumptionOf, assumptionsFile, holding, subjectOf } from "../model/assumption.ts";
import type { Decision } from "../model/book.ts";
import type { Problem } from "../model/problem.ts";
import { missingPart, type ToldAssumption } from "../views/assumption-told.ts";
import { assumptionFault } from "../views/assumption-words.ts";
import type { BookNames } from "../views/book-names.ts";
import { counted } from "../views/counted.ts";
import { dealRow, dealSides } from "../views/deal-rows.ts";
import { nearest } from "../views/suggest.ts";
import { type AskedSettings, askedBook } from "./asked-book.ts";
import { countedAssumptions } from "./assumptions.ts";
import { bookData } from "./book-data.ts";
import { dealMeant } from "./deal-meant.ts";
import { beginWrite, record, type Writer } from "./decisions.ts";
import { refuse } from "./fault.ts";
import { type SettledBook, settledBook } from "./settled-book.ts";
import type { Book } from "./tables.ts";
import { keepDealNames } from "./testimonies.ts";

export interface Assumed {
  readonly assumption: Assumption;
  readonly decision: Decision;
  /** What it is about, in words. */
  readonly about: string;
  /** What was assumed of the same before. */
  readonly before: Assumption | undefined;
  readonly data: string;
}

export interface Assuming {
  readonly settings: AskedSettings;
  readonly writer: Writer;
  /** Writes the line of a person; what fails before it leaves none behind. */
  readonly keep: (assumption: Assumption, about: string) => Promise<readonly Problem[]>;
}

/** Assumes it within a write; what is wrong ends the write. */
export async function assume(
  inside: Book,
  told: ToldAssumption,
  { settings, writer, keep }: Assuming,
): Promise<Assumed> {
  const { registers } = settings;
  const missing = missingPart(told);
  if (missing) return refuse(missing);
  const { is, on, because } = { ...told, is: told.is.trim() };
  const { of, about, named } = await subjectMeant(inside, told.what, settings);
  const fault = assumptionFault({ of, is, on });
  if (fault !== null) return refuse(cannotAssume(fault));
  const before = holding(await countedAssumptions(inside, registers.assumptions), null).find((each) => each.of === of);
  const write = await beginWrite(inside, writer);
  const fields = { of, is, on, by: write.by, at: write.at, because };
  const assumption = assumptionOf({ ...fields, place: { file: assumptionsFile } });
  const acts = [{ verb: "assume", subject: assumption.id, body: { of, is, on, because } }];
  const [decision] = await record(inside, write, acts);
  // Deals keep the ids that the line speaks of.
  await keepDealNames(inside, named, decision!);
  const [problem] = await keep(assumption, about);
  if (problem) return refuse(problem);
  const data = await bookData(inside, { ...registers, assumptions: [...registers.assumptions, assumption] });
  return { assumption, decision: decision!, about, before, data };
}

/** What an assumption is about, by its full id and in words, with the deals of the book. */
async function subjectMeant(
  inside: Book,
  what: string,
  settings: AskedSettings,
): Promise<{ of: string; about: string; named: SettledBook["named"] }> {
  const settled = await settledBook(inside, settings.registers.parties, { asOf: null, knownOn: null });
  const { named } = settled;
  const { subject, field } = subjectOf({ of: what });
  if (subject === "") return refuse(cannotAssume(assumptionFault({ of: what, is: "", on: null })!));
  const { names } = await askedBook(inside, settings, { firmness: null, asOf: null, knownOn: null });
  if (/^(deal|c)-[0-9a-f]+(\/\d+)?$/.test(subject)) {
    const [id, leg] = subject.split("/");
    const deal = await dealMeant(inside, id!, settled);
    if (leg !== undefined && deal.legs[Number(leg) - 1] === undefined) return refuse(noLeg(subject, deal.legs.length));
    const row = dealRow(deal, names.party);
    const sides = `${dealSides(row)} ${row.what}`;
    const about = `${sides}${leg === undefined ? "" : `, ${deal.legs[Number(leg) - 1]!.commodity}`}: ${field}`;
    return { of: `${deal.id}${leg === undefined ? "" : `/${leg}`}.${field}`, about, named };
  }
  const party = names.known.parties.get(subject.toLowerCase());
  // AMD is a company too: only its rate is that of a currency.
  if (/^[A-Z]{3}$/.test(subject) && (field === "rate" || party === undefined))
    return { of: what, about: `dollars for one ${subject}`, named };
  if (party === undefined) return refuse(unknownSubject(subject, names));
  return { of: `${party}.${field}`, about: `${names.party(party)}: ${field}`, named };
}

function cannotAssume(fault: string): Problem {
  return { code: "cannot-assume", message: `${fault}.`, fix: "capstack help assume" };
}

function noLeg(subject: string, legs: number): Problem {
  return {
    code: "no-such-leg",
    message: `${subject}: the deal has ${counted(legs, "leg")}.`,
    fix: `capstack deal ${subject.split("/")[0]}`,
  };
}

function unknownSubject(subject: string, { known }: BookNames): Problem {
  const near = nearest(subject, [...known.parties.keys()]);
  return {
    code: "unknown-subject",
    message: `${subject} is no deal, no company and no currency of this book.${near ? ` Did you mean ${near}?` : ""}`,
    fix: near ? `capstack assume ${near}.cash 15..40bn --because "…"` : "capstack company --list",
  };
}
