/** The last part of `npm run build`: what tsc does not carry to dist. */

import { cpSync } from "node:fs";

cpSync(new URL("../src/store/sql/", import.meta.url), new URL("../dist/store/sql/", import.meta.url), {
  recursive: true,
});
