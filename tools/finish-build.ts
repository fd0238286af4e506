/** The last part of `npm run build`: what tsc does not carry to dist. The web is built, so that a package needs no builder. */

import { cpSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { weightsFile } from "../src/intake/trained-reader.ts";
import { buildWeb } from "../src/server/web-files.ts";

cpSync(new URL("../src/store/sql/", import.meta.url), new URL("../dist/store/sql/", import.meta.url), {
  recursive: true,
});
cpSync(weightsFile, new URL("../dist/reading/learned/weights.bin", import.meta.url));

const web = fileURLToPath(new URL("../dist/web", import.meta.url));
mkdirSync(web, { recursive: true });
await buildWeb(web);
