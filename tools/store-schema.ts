/**
 * What does a store look like? Writes src/store/schema.sql, the schema that all steps of src/store/sql/ make together, to be read in review.
 *
 *   node tools/store-schema.ts
 */

import { writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { schemaSteps } from "../src/store/open-database.ts";

export const schemaFile = fileURLToPath(new URL("../src/store/schema.sql", import.meta.url));

/** Tables, indexes and triggers, each by its name. */
export function schemaText(): string {
  const database = new DatabaseSync(":memory:");
  for (const step of schemaSteps()) database.exec(step);
  const rows = database
    .prepare(
      "select type, name, sql from sqlite_schema where sql is not null and name not like 'shown_words_%' order by type, name",
    )
    .all();
  database.close();
  return `-- Written by tools/store-schema.ts from the steps in sql/.\n\n${rows.map(({ sql }) => `${sql};\n`).join("\n")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaFile, schemaText());
