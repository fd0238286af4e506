/** What was an answer computed from? One short hash of it. */

import type { Document } from "../model/document.ts";
import { sha256Hex } from "../model/id.ts";
import type { Registers } from "../model/party.ts";

/** 12 digits (48 bits) tell the states of one person's books apart. */
export function dataHash(
  documents: readonly Document[],
  { parties, chips }: Pick<Registers, "parties" | "chips">,
): string {
  const parts = documents.map(({ id, title, publisher, url, published }) => [id, title, publisher, url, published]);
  return sha256Hex(JSON.stringify([parts, { parties, chips }])).slice(0, 12);
}
