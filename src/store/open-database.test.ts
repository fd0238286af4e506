import assert from "node:assert/strict";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { seededArrivals } from "../../bench/seeded-book.ts";
import { everything } from "../views/filter.ts";
import { allClaims } from "./claims.ts";
import { schemaSteps } from "./open-database.ts";
import { ada, ask, dataOf, exported, keep, newFolder, opened } from "./store.test-kit.ts";

/** In an order in which each refers only to those before it. */
const tables =
  "documents appearances readings claims refusals decisions writes imports imported undoings shown_documents shown_claims shown_parties";

/** Writes a book as a program did that knew the first two steps of the schema and marked rival amounts in its index. */
function writeOlder(file: string, today: string): void {
  const database = new DatabaseSync(file);
  database.exec("create table steps (number integer primary key, program text not null) strict");
  for (const [index, step] of schemaSteps().slice(0, 2).entries()) {
    database.exec(step);
    database.prepare("insert into steps (number, program) values (?, '0.1.0')").run(index + 1);
  }
  database.prepare("attach ? as today").run(today);
  for (const table of tables.split(" ")) {
    const more = table === "shown_claims" ? ", 'investment x y', 1" : "";
    database.exec(`insert into ${table} select *${more} from today.${table}`);
  }
  database.exec(`pragma user_version = 2; pragma application_id = ${0x43617073}`);
  database.close();
}

test("a book whose index still marks rival amounts opens, shows the same and goes on", async () => {
  const [today, older] = [newFolder(), newFolder()];
  const store = await opened(today);
  await keep(store, seededArrivals(3, 4), ada);
  await store.close();
  writeOlder(join(older, "capstack.db"), join(today, "capstack.db"));

  await using before = await opened(today);
  await using after = await opened(older);
  assert.deepEqual(await exported(after), await exported(before));
  assert.equal(await dataOf(after), await dataOf(before));
  assert.deepEqual(
    await ask(after, (book) => allClaims(book, everything)),
    await ask(before, (book) => allClaims(book, everything)),
  );
  await keep(after, seededArrivals(5, 4, 7), ada);
  assert.equal((await ask(after, (book) => allClaims(book, everything))).length, 32);
});
