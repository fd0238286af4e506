/** Reads a filter: its tree, or the first thing that is wrong with it, by its column. */

import type { DocumentId, PartyId } from "../model/id.ts";
import type { Problem } from "../model/problem.ts";
import {
  type DayField,
  dayFields,
  type Filter,
  type Mark,
  marks,
  type Term,
  type WordField,
  wordFields,
  wordsOfField,
} from "./filter.ts";
import { readAmountTest, readDayTest } from "./filter-values.ts";
import { nearest } from "./suggest.ts";

/** The names that a filter may use for what is in a book. */
export interface KnownNames {
  /** Ids, names and aliases in small letters, each with its party. */
  readonly parties: ReadonlyMap<string, PartyId>;
  /** Short names of documents, each with its document. */
  readonly documents: ReadonlyMap<string, DocumentId>;
}

/** The tree of a filter text. */
export function parseFilter(text: string, known: KnownNames): Filter | Problem {
  const parser = new Parser(text, known);
  try {
    return parser.whole();
  } catch (error) {
    if (error instanceof Misreading) return error.problem;
    throw error;
  }
}

class Misreading extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Reads from left to right; each method takes what its name says and leaves `#at` behind it. */
class Parser {
  readonly #text: string;
  readonly #known: KnownNames;
  #at = 0;

  constructor(text: string, known: KnownNames) {
    this.#text = text;
    this.#known = known;
  }

  whole(): Filter {
    const filter = this.#isAtEnd() ? { kind: "all-of" as const, filters: [] } : this.#anyOf();
    if (this.#isAtEnd()) return filter;
    throw this.#wrong(this.#at, "this parenthesis closes nothing.", this.#without(this.#at));
  }

  #anyOf(): Filter {
    const filters = [this.#allOf()];
    while (/^or(?![^\s()])/i.test(this.#rest())) {
      this.#at += 2;
      filters.push(this.#allOf());
    }
    return filters.length === 1 ? filters[0]! : { kind: "any-of", filters };
  }

  #allOf(): Filter {
    const filters: Filter[] = [];
    while (!this.#isAtEnd() && !/^\)|^or(?![^\s()])/i.test(this.#rest())) filters.push(this.#one());
    if (filters.length === 0) {
      this.#isAtEnd();
      throw this.#wrong(this.#at, "a term is missing here.", "status:signed or status:completed");
    }
    return filters.length === 1 ? filters[0]! : { kind: "all-of", filters };
  }

  #one(): Filter {
    const start = this.#at;
    if (this.#text[start] === "-") {
      this.#at++;
      if (/^(\s|$|\))/.test(this.#rest())) throw this.#wrong(start, "a term must follow the minus.", "-hedged");
      return { kind: "not", filter: this.#one() };
    }
    if (this.#text[start] !== "(") return this.#term();
    this.#at++;
    const inner = this.#anyOf();
    if (this.#isAtEnd() || this.#text[this.#at] !== ")")
      throw this.#wrong(start, "this parenthesis is left open.", `${this.#text})`);
    this.#at++;
    return inner;
  }

  #term(): Term {
    const start = this.#at;
    if (this.#text[start] === '"') return { kind: "phrase", phrase: this.#quoted() };
    const name = /^[a-z][a-z-]*(?=:)/i.exec(this.#rest())?.[0];
    if (name === undefined) {
      const word = /^[^\s()"]+/.exec(this.#rest())![0];
      this.#at += word.length;
      const mark = marks.find((each) => each === word.toLowerCase());
      return mark ? { kind: "mark", mark: mark as Mark } : { kind: "phrase", phrase: word };
    }
    const field = name.toLowerCase();
    if (!isField(field)) throw this.#unknown(start, name, "field", [...wordFields, "amount", ...dayFields]);
    this.#at += name.length + 1;
    return this.#valued(field);
  }

  #valued(field: WordField | DayField | "amount"): Term {
    const at = this.#at;
    const values = this.#values();
    if (values.length === 0) throw this.#wrong(at, `${field}: needs a value.`, examples[field]);
    const written = this.#text.slice(at, this.#at).replaceAll('"', "");
    if (field === "amount") {
      const read = readAmountTest(written);
      if (!read) throw this.#wrong(at, `“${written}” is no amount.`, examples.amount);
      return { kind: "amount", ...read };
    }
    if (isDayField(field)) {
      const test = readDayTest(written);
      if (!test) throw this.#wrong(at, `“${written}” is no day.`, examples[field]);
      return { kind: "day", field, test };
    }
    return { kind: "word", field, values: values.map((each) => this.#word(field, each)) };
  }

  /** A value as the book knows it. */
  #word(field: WordField, { text, at }: Value): string {
    const words = wordsOfField[field];
    const small = text.toLowerCase();
    if (words) {
      if (words.includes(small)) return small;
      throw this.#unknown(at, text, field, words);
    }
    const names: ReadonlyMap<string, string> | null =
      field === "party" || field === "from" || field === "to"
        ? this.#known.parties
        : field === "document"
          ? this.#known.documents
          : null;
    if (names === null) return field === "unit" && /^[a-z]{3}$/.test(small) ? small.toUpperCase() : text;
    const id = names.get(small) ?? (field === "document" ? this.#documentById(small) : undefined);
    if (id !== undefined) return id;
    throw this.#unknown(at, text, field === "document" ? "document" : "party", [...names.keys()]);
  }

  /** A document may be named by the first digits of its id. */
  #documentById(digits: string): DocumentId | undefined {
    if (!/^[0-9a-f]{6,64}$/.test(digits)) return undefined;
    const found = new Set([...this.#known.documents.values()].filter((id) => id.startsWith(digits)));
    return found.size === 1 ? [...found][0] : undefined;
  }

  /** What follows the colon: values with commas between. */
  #values(): Value[] {
    const values: Value[] = [];
    for (;;) {
      const at = this.#at;
      const text = this.#text[at] === '"' ? this.#quoted() : /^[^\s(),"]*/.exec(this.#rest())![0];
      if (this.#text[at] !== '"') this.#at += text.length;
      if (text !== "") values.push({ text, at });
      if (this.#text[this.#at] !== ",") return values;
      this.#at++;
    }
  }

  #quoted(): string {
    const start = this.#at;
    const match = /^"((?:[^"\\]|\\.)*)"/.exec(this.#rest());
    if (!match) throw this.#wrong(start, "this quotation mark is left open.", `${this.#text}"`);
    this.#at += match[0].length;
    const text = match[1]!.replaceAll(/\\(.)/g, "$1");
    if (text.trim() === "") throw this.#wrong(start, "nothing stands between the quotation marks.", '"custom chips"');
    return text;
  }

  #isAtEnd(): boolean {
    while (/\s/.test(this.#text[this.#at] ?? "")) this.#at++;
    return this.#at >= this.#text.length;
  }

  #rest(): string {
    return this.#text.slice(this.#at);
  }

  #without(at: number): string {
    return (this.#text.slice(0, at) + this.#text.slice(at + 1)).trim();
  }

  #wrong(at: number, message: string, better: string): Misreading {
    return new Misreading({
      code: "bad-filter",
      message: `${message}\n${this.#shown(at)}`,
      place: { file: "filter", column: at + 1 },
      fix: `for example '${better}'`,
    });
  }

  #unknown(at: number, written: string, what: string, known: readonly string[]): Misreading {
    const near = nearest(written, known);
    const listed = known.length > 0 && known.length <= 30 ? `\n  Known: ${known.join(" ")}` : "";
    return new Misreading({
      code: "unknown-in-filter",
      message: `there is no ${what} “${written}”.${near ? ` Did you mean ${near}?` : ""}\n${this.#shown(at)}${listed}`,
      place: { file: "filter", column: at + 1 },
      ...(near
        ? { fix: `'${this.#text.slice(0, at)}${quotedIfNeeded(near)}${this.#text.slice(at + written.length)}'` }
        : {}),
    });
  }

  #shown(at: number): string {
    return `  ${this.#text}\n  ${" ".repeat(at)}^`;
  }
}

interface Value {
  readonly text: string;
  /** Where it stands in the filter. */
  readonly at: number;
}

const examples: Readonly<Record<WordField | DayField | "amount", string>> = {
  kind: "kind:flow",
  status: "status:talks,announced",
  firm: "firm:signed",
  party: "party:OpenAI",
  from: "from:Amazon",
  to: 'to:"Capital One"',
  document: "document:004",
  publisher: "publisher:Reuters",
  chip: "chip:trainium",
  metric: "metric:revenue",
  unit: "unit:USD",
  "said-by": "said-by:Altman",
  origin: "origin:Bloomberg",
  amount: "amount:>=10bn, amount:5..10GW, amount:none",
  published: "published:2025-10..2025-12",
  received: "received:>=2025-12-17",
  known: "known:<=2025-12-17",
  period: "period:2026",
};

function isField(name: string): name is WordField | DayField | "amount" {
  return Object.hasOwn(examples, name);
}

function isDayField(name: string): name is DayField {
  return (dayFields as readonly string[]).includes(name);
}

/** A value as it can stand after a colon. */
export function quotedIfNeeded(value: string): string {
  return /^[^\s(),"\\-][^\s(),"\\]*$/.test(value) ? value : `"${value.replaceAll(/["\\]/g, "\\$&")}"`;
}
