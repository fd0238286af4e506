/** Which documents does a picture rest on? "Sources: 06 (9 claims), 02 (4), 10 (3) and 2 more · 23 claims". */

import type { Testimony } from "../model/deal.ts";
import type { ClaimId, DocumentId } from "../model/id.ts";
import { counted } from "./counted.ts";

/** The documents of these claims, that of the most claims first. */
export function sourcesLine(
  ids: Iterable<ClaimId>,
  testimonies: ReadonlyMap<ClaimId, Testimony>,
  documentName: (document: DocumentId) => string,
): string {
  const claims = new Set(ids);
  const counts = new Map<string, number>();
  for (const id of claims) {
    const name = documentName(testimonies.get(id)!.claim.document);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1));
  const named = sorted
    .slice(0, 3)
    .map(([name, count], index) => `${name} (${index === 0 ? counted(count, "claim") : count})`);
  const more = sorted.length > 3 ? ` and ${sorted.length - 3} more` : "";
  return `Sources: ${named.join(", ") || "none"}${more} · ${counted(claims.size, "claim")}`;
}
