/** Who has the last word on where a document comes from? What a person told stands above what the file tells. */

import type { DocumentOrigin } from "../model/document.ts";

/** Both together; what was not told hides nothing. */
export function toldBefore(told: DocumentOrigin, found: DocumentOrigin): DocumentOrigin {
  const said = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined && value !== null));
  return { ...found, ...said };
}
