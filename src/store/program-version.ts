/** Which program is this? Books say which one wrote them. */

import { readFileSync } from "node:fs";

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
);

/** The version in package.json. */
export const programVersion = version;
