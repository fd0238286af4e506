/** Where does a text call one investment bigger than another, and give figures that do not bear it out? */

import type { Check, Claim } from "../model/claim.ts";
import { rungOf } from "./firmness.ts";

export interface UnfitComparison {
  readonly kind: "unfit-comparison";
  /** The words that compare, with their place. */
  readonly check: Check;
  /** The investment that is called bigger. */
  readonly bigger: Claim;
  /** The investment that it is compared with. */
  readonly than: Claim;
}

/** One finding a comparison; both figures are the document's own. */
export function unfitComparisons(claims: readonly Claim[]): UnfitComparison[] {
  return claims
    .flatMap((claim) =>
      claim.checks
        .filter(({ words }) => saysBigger.test(words))
        .flatMap((check) => {
          const finding = testComparison(
            check,
            claims.filter(({ document }) => document === claim.document),
          );
          return finding ? [finding] : [];
        }),
    )
    .filter(({ check }, index, all) => all.findIndex((other) => other.check.span[0] === check.span[0]) === index);
}

/** "No bigger round was ever announced" compares nothing that stands in the text. */
const saysBigger = /\b(?:even|far|much|still) (?:bigger|larger|greater)\b|\b(?:bigger|larger|greater) than\b/i;

/** The newer investment, which is the less firm one, is the one that a text calls bigger than what stands. */
function testComparison(check: Check, claims: readonly Claim[]): UnfitComparison | null {
  const investments = claims.filter(
    ({ kind, amount, status }) => kind === "investment" && amount !== null && rungOf(status) >= 0,
  );
  for (const bigger of investments) {
    for (const than of investments) {
      const comparable =
        bigger.roles.investee === than.roles.investee &&
        bigger.roles.investor !== than.roles.investor &&
        bigger.amount!.unit === than.amount!.unit;
      if (comparable && rungOf(bigger.status) < rungOf(than.status) && !exceeds(bigger, than))
        return { kind: "unfit-comparison", check, bigger, than };
    }
  }
  return null;
}

/** Whether the figures as stated make one sum bigger: its lowest value lies above the other's highest stated one. */
function exceeds({ amount: one }: Claim, { amount: other }: Claim): boolean {
  return (one!.min ?? one!.max!) > (other!.max ?? other!.min!);
}
