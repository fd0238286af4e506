/** What does a claim's document add to it: from when does it count, how near is its source, does it stand in the headline? */

import type { Claim } from "../model/claim.ts";
import type { PartialDay } from "../model/day.ts";
import type { Testimony, Tier } from "../model/deal.ts";
import { partyIdOf } from "../model/id.ts";

/** What is known of the document where it appeared. */
export interface Source {
  /** The full day from which it counts as known. */
  readonly known: PartialDay;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly url: string | null;
}

export function testify(claim: Claim, source: Source): Testimony {
  return { claim, known: source.known, tier: tierOf(claim, source), headline: isHeadline(claim, source) };
}

/** A filing; a party's own statement; press that names its source; the rest. */
function tierOf(claim: Claim, { title, publisher, url }: Source): Tier {
  const filed = /\b(10-[kq]|8-k|20-f|6-k|s-1|f-1|424b\d|prospectus|annual report)\b/i.test(title ?? "");
  if (
    filed ||
    /\bsec\.gov\/|find-and-update\.company-information/i.test(url ?? "") ||
    /^(sec|edgar)\b/i.test(publisher ?? "")
  )
    return 1;
  const parties = new Set<string>(Object.values(claim.roles));
  if ([publisher, claim.saidBy].some((name) => name !== null && parties.has(partyIdOf(name)))) return 2;
  return claim.origin !== null || claim.saidBy !== null ? 3 : 4;
}

function isHeadline({ quote, span }: Claim, { title }: Source): boolean {
  if (title === null) return false;
  const [words, head] = [wordsOf(quote), wordsOf(title)];
  return words !== "" && head.includes(words) && span[0] < beginning;
}

/** A headline that the text repeats stands at its head. */
const beginning = 300;

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
