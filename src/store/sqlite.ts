/**
 * All that is SQLite's own: its driver for Kysely, and the few words in which its queries differ from PostgreSQL's.
 *
 * `node:sqlite` is synchronous and there is one connection, so a transaction has the database for itself; Kysely lets the next one wait. Writers say so
 * at once (`begin immediate`), so that a lock is only ever waited for before anything was done.
 */

import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Expression,
  Kysely,
  type QueryResult,
  type SqlBool,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
  type TransactionSettings,
} from "kysely";
import { type Patience, patiently } from "./patience.ts";
import type { Book, Tables } from "./tables.ts";

/** Kysely on an open database. */
export function bookOn(database: DatabaseSync, patience: Patience): Book {
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driver(database, patience),
    createIntrospector: (book) => new SqliteIntrospector(book),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
  return new Kysely<Tables>({ dialect });
}

function driver(database: DatabaseSync, patience: Patience): Driver {
  const connection = new SqliteConnection(database);
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: (_, { accessMode }: TransactionSettings) =>
      patiently(
        () => (accessMode === "read only" ? beginReading(database) : database.exec("begin immediate")),
        patience,
      ),
    commitTransaction: async () => database.exec("commit"),
    rollbackTransaction: async () => {
      // A full disk ends the transaction by itself.
      if (database.isTransaction) database.exec("rollback");
    },
    // Whoever opened it closes it.
    destroy: async () => {},
  };
}

/** A plain `begin` takes its snapshot with the first query, which may have to wait for another process that repairs the log. */
function beginReading(database: DatabaseSync): void {
  database.exec("begin");
  try {
    database.prepare("select count(*) from sqlite_schema").get();
  } catch (error) {
    database.exec("rollback");
    throw error;
  }
}

/** More than the statements of any one command. */
const keptStatements = 200;
/** Inserts of many rows are this long; their text differs from one to the next. */
const longStatement = 8000;

class SqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, { statement: StatementSync; reads: boolean }>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { statement, reads } = this.#prepared(sql);
    const values = parameters as SQLInputValue[];
    if (reads) return { rows: statement.all(...values) as Row[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(...values).changes) };
  }

  async *streamQuery<Row>({ sql, parameters }: CompiledQuery, chunk: number): AsyncIterableIterator<QueryResult<Row>> {
    // Of its own: a kept statement would start anew if it were used again meanwhile.
    const rows = this.#database.prepare(sql).iterate(...(parameters as SQLInputValue[]));
    let some: Row[] = [];
    for (const row of rows) {
      some.push(row as Row);
      if (some.length < chunk) continue;
      yield { rows: some };
      some = [];
    }
    if (some.length > 0) yield { rows: some };
  }

  #prepared(sql: string): { statement: StatementSync; reads: boolean } {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = this.#database.prepare(sql);
    const prepared = { statement, reads: statement.columns().length > 0 };
    if (sql.length > longStatement) return prepared;
    if (this.#statements.size >= keptStatements) this.#statements.delete(this.#statements.keys().next().value!);
    this.#statements.set(sql, prepared);
    return prepared;
  }
}

/** Whether the quote of a shown claim has these words beside each other, the last as the beginning of a word. */
export function hasWords(phrase: string): Expression<SqlBool> {
  // FTS5 takes a zero character for the end of its query.
  const query = `"${phrase.replaceAll("\0", " ").replaceAll('"', '""')}"*`;
  return sql<SqlBool>`number in (select rowid from shown_words where shown_words match ${query})`;
}

/** Puts quotes into the index of words, each under the number of its claim. */
export async function indexWords(book: Book, quotes: readonly { number: number; quote: string }[]): Promise<void> {
  if (quotes.length === 0) return;
  const rows = sql.join(quotes.map(({ number, quote }) => sql`(${number}, ${quote})`));
  await sql`insert into shown_words (rowid, quote) values ${rows}`.execute(book);
}

/** Takes the quotes of a document's shown claims out of the index of words. */
export async function forgetWords(book: Book, documents: readonly string[]): Promise<void> {
  await sql`delete from shown_words where rowid in (select number from shown_claims where document in (${sql.join(documents)}))`.execute(
    book,
  );
}

/** Writes the book as it stands into a new file. It cannot be part of a transaction. */
export async function copyInto(book: Book, file: string): Promise<void> {
  await sql`vacuum into ${file}`.execute(book);
}

/**
 * Tells the states of a book apart, as this connection sees them: where two are equal, so is every row. Others' writes count up the one number, our own
 * the other; a write that was taken back counts too.
 */
export async function bookState(book: Book): Promise<string> {
  const others = await sql<{ data_version: number }>`pragma data_version`.execute(book);
  const own = await sql<{ changes: number }>`select total_changes() as changes`.execute(book);
  return `${others.rows[0]!.data_version} ${own.rows[0]!.changes}`;
}

/** What SQLite finds wrong with the file: broken pages, rows without their index entries, references to nothing. */
export async function structureFaults(book: Book): Promise<string[]> {
  const pages = await sql<{ integrity_check: string }>`pragma integrity_check(5)`.execute(book);
  const references = await sql<{ table: string }>`pragma foreign_key_check`.execute(book);
  return [
    ...pages.rows.map(({ integrity_check }) => integrity_check).filter((text) => text !== "ok"),
    ...references.rows.slice(0, 5).map(({ table }) => `a row of ${table} refers to one that is not there`),
  ];
}
