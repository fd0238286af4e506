/**
 * What do numbers sum to, each taken for the decimal that it was written as? 0.1 + 0.2 − 0.3 is 0, and a cent beside 10¹⁵ stays a cent.
 *
 * Whole numbers are summed as doubles while they are exact; all else as integers of any size over a power of ten. An infinite term makes the sum infinite.
 *
 * Shapes: any number of terms; the nearest double is taken when the sum is asked for. A term that is no whole number takes about a microsecond.
 */
export interface DecimalSum {
  readonly add: (term: number) => void;
  readonly value: () => number;
}

/** A sum that grows. */
export function decimalSum(start = 0): DecimalSum {
  let whole = 0;
  let infinite = 0;
  // What is not in `whole`: digits · 10^power.
  let digits = 0n;
  let power = 0;

  const add = (term: number): void => {
    if (Number.isSafeInteger(term) && Number.isSafeInteger(whole + term)) whole += term;
    else if (!Number.isFinite(term)) infinite += term;
    else {
      const [own, ownPower] = decimalOf(term);
      const least = Math.min(power, ownPower);
      digits = digits * 10n ** BigInt(power - least) + own * 10n ** BigInt(ownPower - least);
      power = least;
    }
  };
  add(start);
  return {
    add,
    value() {
      if (infinite !== 0) return infinite;
      if (digits === 0n) return whole;
      return Number(
        `${digits * 10n ** BigInt(Math.max(0, power)) + BigInt(whole) * 10n ** BigInt(Math.max(0, -power))}e${Math.min(0, power)}`,
      );
    },
  };
}

/** The sum of all. */
export function sumOfDecimals(terms: Iterable<number>): number {
  const sum = decimalSum();
  for (const term of terms) sum.add(term);
  return sum.value();
}

/** A finite number as digits · 10^power: the shortest decimal that it stands for. */
function decimalOf(value: number): [digits: bigint, power: number] {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  const [whole = "", part = ""] = mantissa.split(".");
  return [BigInt(whole + part), Number(exponent) - part.length];
}
