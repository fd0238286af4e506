/** Which reader is this? A reading of another version stands beside the older one, so a version is all that a reading depends on but the document. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { canonicalJson } from "../model/canonical-json.ts";
import type { NameRegisters } from "../model/party.ts";
import { programVersion } from "../store/program-version.ts";

/** `rules-0.1.0-1f2e3d4c5b`: the program, and a hash of the trained weights and of the registers. */
export function readerVersion({ parties, chips }: NameRegisters): string {
  const hash = createHash("sha256");
  hash.update(readFileSync(new URL("../reading/learned/weights.json", import.meta.url)));
  hash.update(canonicalJson({ chips, parties }));
  return `rules-${programVersion}-${hash.digest("hex").slice(0, 10)}`;
}
