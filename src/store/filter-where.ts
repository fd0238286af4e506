/** A filter as a condition on shown claims. */

import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { type ClaimKind, flowKinds, type Metric, type Status } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { DocumentId, PartyId } from "../model/id.ts";
import { type ConflictTerm, type Filter, type Mark, statusesFrom, type Term, type Test } from "../views/filter.ts";
import { dayBounds } from "../views/filter-values.ts";
import { hasWords } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

type Where = ExpressionBuilder<Tables, "shown_claims">;
type Condition = Expression<SqlBool>;

/** The condition that a shown claim must meet. */
export function whereOf(where: Where, filter: Filter): Condition {
  switch (filter.kind) {
    case "all-of":
      return whereAll(where, filter.filters);
    case "any-of":
      return where.or(filter.filters.map((each) => whereOf(where, each)));
    case "not":
      // What states nothing is not what is asked for: `-chip:gpu` holds for a claim without a chip.
      return sql<SqlBool>`(${whereOf(where, filter.filter)}) is not true`;
    case "word":
      return whereWord(where, filter.field, filter.values);
    case "mark":
      return filter.mark === "conflict" ? inConflict(filter) : whereMark(where, filter.mark);
    case "phrase":
      return hasWords(filter.phrase);
    case "amount":
      return whereAmount(where, filter);
    case "day":
      return whereDay(where, filter);
    default:
      return filter satisfies never;
  }
}

/** Several parties are looked for together in their own index: to read the claims of one for the other's takes eight times as long. */
function whereAll(where: Where, filters: readonly Filter[]): Condition {
  const parties = filters.flatMap((filter) => (isOfParty(filter) ? claimsOf(where, filter) : []));
  const [first, ...more] = parties;
  const others = filters.filter((filter) => !isOfParty(filter)).map((filter) => whereOf(where, filter));
  if (first === undefined) return where.and(others);
  return where.and([
    where(
      "number",
      "in",
      more.reduce((all, next) => all.intersect(next), first),
    ),
    ...others,
  ]);
}

type PartyTerm = Extract<Term, { kind: "word" }> & { readonly field: "party" | "from" | "to" };

function isOfParty(filter: Filter): filter is PartyTerm {
  return filter.kind === "word" && (filter.field === "party" || filter.field === "from" || filter.field === "to");
}

function whereWord(
  where: Where,
  field: Extract<Term, { kind: "word" }>["field"],
  values: readonly string[],
): Condition {
  switch (field) {
    case "kind":
      return where(
        "kind",
        "in",
        values.flatMap((kind) => (kind === "flow" ? flowKinds : [kind as ClaimKind])),
      );
    case "status":
      return where("status", "in", values as readonly Status[]);
    case "firm":
      return where("status", "in", values.flatMap(statusesFrom));
    case "party":
    case "from":
    case "to":
      return where("number", "in", claimsOf(where, { field, values }));
    case "document":
      return where("document", "in", values as readonly DocumentId[]);
    case "publisher":
      return where("document", "in", documentsOf(where, values));
    case "chip":
      return sameWord(where, "chip", values);
    case "metric":
      return where("metric", "in", values as readonly Metric[]);
    case "unit":
      return where("unit", "in", values);
    case "said-by":
      return sameWord(where, "said_by", values);
    case "origin":
      return sameWord(where, "origin", values);
    default:
      return field satisfies never;
  }
}

function claimsOf(where: Where, { field, values }: Pick<PartyTerm, "field" | "values">) {
  const parties = values as readonly PartyId[];
  const query = where.selectFrom("shown_parties").select("claim").where("party", "in", parties);
  return field === "party" ? query : query.where("side", "=", field);
}

function documentsOf(where: Where, publishers: readonly string[]) {
  return where
    .selectFrom("shown_documents")
    .select("shown_documents.id")
    .where(({ fn }) => fn<string>("lower", ["publisher"]), "in", publishers.map(small));
}

function sameWord(where: Where, column: "chip" | "said_by" | "origin", values: readonly string[]): Condition {
  return where(where.fn<string>("lower", [column]), "in", values.map(small));
}

/** As `lower` of SQLite has it, which leaves letters outside of ASCII as they are. */
function small(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function whereMark(where: Where, mark: Exclude<Mark, "conflict">): Condition {
  switch (mark) {
    case "hedged":
    case "conditional":
    case "approximate":
      return where(mark, "=", 1);
    case "accepted":
    case "edited":
    case "rejected":
      return where.and([reviewed, where("review", "=", mark)]);
    case "reviewed":
      return reviewed;
    case "unreviewed":
      return where("review", "=", mark);
    case "hand":
      return where("by_hand", "=", 1);
    case "older":
      return where("latest", "=", 0);
    default:
      return mark satisfies never;
  }
}

/** As one value, since SQLite takes 32,766 of them in one question. */
function inConflict({ claims }: ConflictTerm): Condition {
  if (claims === undefined) throw new Error("a filter asks for conflicts, and nobody has settled the book for it");
  return sql<SqlBool>`id in (select value from json_each(${JSON.stringify(claims)}))`;
}

// In the words of its index, which SQLite does not recognise behind a parameter.
const reviewed = sql<SqlBool>`review <> 'unreviewed'`;

/** What is stated must meet the test for certain: "at least 3" is not "more than 5", though it may turn out to be. */
function whereAmount(where: Where, { test, unit }: Extract<Term, { kind: "amount" }>): Condition {
  if (test.is === "none") return where("unit", "is", null);
  // Money is in units of three capitals (ISO 4217); `shares`, `W` and the like sort elsewhere in ASCII or are longer.
  const inUnit = unit === null ? sql<SqlBool>`length(unit) = 3 and unit = upper(unit)` : where("unit", "=", unit);
  return where.and([inUnit, within(where, test)]);
}

function within(where: Where, test: Exclude<Test<number>, { is: "none" }>): Condition {
  switch (test.is) {
    case ">":
      // "More than 5" has 5 for its low end and leaves it out.
      return where.or([where("low", ">", test.value), where.and({ low: test.value, comparator: ">" })]);
    case ">=":
      return where("low", ">=", test.value);
    case "<":
      return where.or([where("high", "<", test.value), where.and({ high: test.value, comparator: "<" })]);
    case "<=":
      return where("high", "<=", test.value);
    case "=":
      return where.or([where("low", "=", test.value), where("high", "=", test.value)]);
    case "..":
      return where.and([where("low", ">=", test.from), where("high", "<=", test.to)]);
    default:
      return test satisfies never;
  }
}

function whereDay(where: Where, { field, test }: Extract<Term, { kind: "day" }>): Condition {
  if (field === "period") return test.is === "none" ? where("day", "is", null) : dayWithin(where.ref("day"), test);
  const documents = where.selectFrom("shown_documents").select("shown_documents.id");
  const day = columnOf[field];
  return where(
    "document",
    "in",
    test.is === "none"
      ? documents.where(day, "is", null)
      : documents.where((document) => dayWithin(document.ref(day), test)),
  );
}

/** Where a document's days stand. */
const columnOf = { published: "published", received: "received", known: "known_from" } as const;

function dayWithin(day: Expression<PartialDay | null>, test: Exclude<Test<PartialDay>, { is: "none" }>): Condition {
  const { least, most } = test.is === ".." ? dayBounds(test.from, test.to) : dayBounds(test.value, test.value);
  switch (test.is) {
    case ">":
      return sql<SqlBool>`${day} > ${most}`;
    case ">=":
      return sql<SqlBool>`${day} >= ${least}`;
    case "<":
      return sql<SqlBool>`${day} < ${least}`;
    case "<=":
      return sql<SqlBool>`${day} <= ${most}`;
    case "=":
    case "..":
      return sql<SqlBool>`${day} between ${least} and ${most}`;
    default:
      return test satisfies never;
  }
}
