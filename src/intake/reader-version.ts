/** Which reader is this? A reading of another version stands beside the older one, so a version is all that a reading depends on but the document. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { canonicalJson } from "../model/canonical-json.ts";
import type { NamingRegisters } from "../reading/names.ts";
import { programVersion } from "../store/program-version.ts";
import { weightsFile } from "./trained-reader.ts";

/** `rules-0.1.0-1f2e3d4c5b`: the program, and a hash of the trained weights and of the registers. Figures of chips and offers tell a reader nothing. */
export function readerVersion({ parties, chips }: NamingRegisters): string {
  const hash = createHash("sha256");
  hash.update(readFileSync(weightsFile));
  const named = chips.map(({ id, name, vendor, family, aliases }) => ({ id, name, vendor, family, aliases }));
  hash.update(canonicalJson({ parties, chips: named }));
  return `rules-${programVersion}-${hash.digest("hex").slice(0, 10)}`;
}
