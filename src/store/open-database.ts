/** Opens the file of a store: makes it, brings it to this program's schema, or says why that cannot be. */

import { accessSync, constants, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { Problem } from "../model/problem.ts";
import { Damage, Fault, isMeaningless, notAStore } from "./fault.ts";
import { type Patience, patiently } from "./patience.ts";
import { programVersion } from "./program-version.ts";

/** "Caps" in ASCII: tells our files from other databases. */
const applicationId = 0x43617073;

/** SQLite waits this long by itself (it blocks while it waits); `patiently` tries again after it. */
const lockMilliseconds = 50;

/**
 * Measured on 100,000 claims: pages of 8 KB and a log of 32 MB before it is folded in store a fifth faster than SQLite's defaults; a cache of 64 MB holds
 * the indexes, which are written in random order.
 */
const tuning =
  "pragma page_size = 8192; pragma wal_autocheckpoint = 4000; pragma cache_size = -64000; pragma temp_store = memory; " +
  // Without it `replace` would delete rows past the triggers that keep them.
  "pragma recursive_triggers = on";

export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly readOnly: boolean;
}

/** Opens the file, which comes into being if it is not there. Throws a `Fault`, or what SQLite throws. */
export async function openDatabase(file: string, sizeLimit: number | null, patience: Patience): Promise<OpenDatabase> {
  if (!existsSync(dirname(file))) throw new Fault(noSuchFolder(dirname(file)));
  const open = isWritable(file)
    ? { database: new DatabaseSync(file, { timeout: lockMilliseconds }), readOnly: false }
    : { database: openForReading(file), readOnly: true };
  try {
    await patiently(() => prepare(open, file, sizeLimit), patience);
    return open;
  } catch (error) {
    open.database.close();
    // What SQLite does not know in a file that is there, "no such table" or "unsupported file format", was not written by us.
    throw isMeaningless(error) && sizeOf(file) ? new Damage((error as Error).message) : error;
  }
}

/** Closes the file, after a look at how its rows are spread where they have become many more: it tells SQLite which index serves a query best. */
export function closeDatabase(database: DatabaseSync, readOnly: boolean): void {
  if (!database.isOpen) return;
  try {
    if (!readOnly) database.exec(`pragma optimize = ${0x10002}`);
  } catch (error) {
    // Whatever stands in the way (another writer, a full disk) harms nothing: the next one to close will look.
    if (isMeaningless(error)) throw error;
  } finally {
    database.close();
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(dirname(file), constants.W_OK);
    if (sizeOf(file) !== null) accessSync(file, constants.W_OK);
    return true;
  } catch {
    // Whatever forbids it, reading may still be allowed.
    return false;
  }
}

/** Beside a log that cannot be shared SQLite reads only what is declared immutable, and that leaves the log out. */
function openForReading(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: true, timeout: lockMilliseconds });
  try {
    database.prepare("select count(*) from sqlite_schema").get();
    return database;
  } catch (error) {
    database.close();
    if (sizeOf(`${file}-wal`)) throw error;
    const address = pathToFileURL(file);
    address.search = "?immutable=1";
    return new DatabaseSync(address, { readOnly: true });
  }
}

function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null;
}

function prepare({ database, readOnly }: OpenDatabase, file: string, sizeLimit: number | null): void {
  const steps = schemaSteps();
  const number = (pragma: string): number => Number(Object.values(database.prepare(`pragma ${pragma}`).get()!)[0]);
  const isNew = number("schema_version") === 0;
  if (!isNew && number("application_id") !== applicationId) throw new Fault(notAStore(file));
  if (number("user_version") < 0) throw new Damage("it says that no version wrote it");
  if (number("user_version") > steps.length) throw new Fault(newer(database, file, steps.length));
  if (readOnly && number("user_version") < steps.length) throw new Fault(older(file));
  database.exec(tuning);
  if (!readOnly) {
    database.exec("pragma journal_mode = wal; pragma synchronous = full");
    if (sizeLimit !== null) database.exec(`pragma max_page_count = ${Math.floor(sizeLimit / number("page_size"))}`);
    if (number("user_version") < steps.length) migrate(database, steps);
  }
  if (schemaOf(database) !== schemaAfter(steps)) throw new Damage("its tables are not those that were made");
}

/** Tables, indexes and triggers as text: without its triggers a store would keep nothing for certain. */
function schemaOf(database: DatabaseSync): string {
  return JSON.stringify(
    database
      .prepare("select type, name, sql from sqlite_schema where name <> 'sqlite_stat1' order by type, name")
      .all(),
  );
}

/** The schema that the steps make; it takes two milliseconds. */
function schemaAfter(steps: readonly string[]): string {
  const database = new DatabaseSync(":memory:");
  migrate(database, steps);
  const schema = schemaOf(database);
  database.close();
  return schema;
}

/** Takes the steps that are missing, in one transaction. Another process may have taken them while this one waited. */
function migrate(database: DatabaseSync, steps: readonly string[]): void {
  database.exec("begin immediate");
  try {
    database.exec("create table if not exists steps (number integer primary key, program text not null) strict");
    const told = database.prepare("insert into steps (number, program) values (?, ?)");
    const taken = Number(database.prepare("pragma user_version").get()!.user_version);
    for (let step = taken; step < steps.length; step++) {
      database.exec(steps[step]!);
      told.run(step + 1, programVersion);
    }
    database.exec(`pragma user_version = ${steps.length}; pragma application_id = ${applicationId}; commit`);
  } catch (error) {
    if (database.isTransaction) database.exec("rollback");
    throw error;
  }
}

/** The files of sql/ in the order of their numbers: each takes a store one version further. */
export function schemaSteps(): string[] {
  const folder = new URL("./sql/", import.meta.url);
  return readdirSync(folder)
    .filter((name) => /^\d{4}-.*\.sql$/.test(name))
    .sort()
    .map((name) => readFileSync(new URL(name, folder), "utf8"));
}

function noSuchFolder(folder: string): Problem {
  return {
    code: "no-such-folder",
    message: "there is no such folder.",
    place: { file: folder },
    fix: `mkdir ${folder}`,
  };
}

/** A book that an older Capstack wrote cannot be read before its file was brought up to date, and here nobody may write. */
export function older(file: string): Problem {
  return {
    code: "book-older",
    message: "this book was written by an older Capstack, and nothing can be written here to bring it up to date.",
    place: { file },
    fix: "Copy the book's folder to a place of yours; any command there brings the copy up to date",
  };
}

function newer(database: DatabaseSync, file: string, known: number): Problem {
  const last = database.prepare("select number, program from steps order by number desc limit 1").get();
  return {
    code: "book-newer",
    message: `this book was written by Capstack ${last?.program} (schema ${last?.number}); this is ${programVersion}, which reads up to schema ${known}.`,
    place: { file },
    fix: `npm install -g capstack@${last?.program}`,
  };
}
