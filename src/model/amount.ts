/** Amounts: ranges with a unit. "At least 10" and "10" are different amounts and stay different. */

/** `USD` and other ISO 4217 codes, `share` (a fraction of 1), `W`, `chips`, `shares`, `users`, `people`. */
export type Unit = string;

export interface Amount {
  /** Lower bound in whole units; null where the text leaves it open. */
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: Unit;
  /** "Around", "nearly", "roughly". */
  readonly approximate: boolean;
}

/** The bound as the text words it: "more than" is `>`, "at least" `>=`, "around" `~`, a plain figure or a range `=`. */
export type Comparator = "=" | ">" | ">=" | "<" | "<=" | "~";

const symbols: Readonly<Record<string, string>> = {
  USD: "$",
  EUR: "€",
  GBP: "£",
  JPY: "¥",
  INR: "₹",
  CNY: "CN¥",
  CAD: "C$",
  AUD: "A$",
  TWD: "NT$",
  HKD: "HK$",
  SGD: "S$",
  KRW: "₩",
};
const scales: readonly (readonly [number, string])[] = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
];

/** Whether a unit is a currency. */
export function isMoney(unit: Unit): boolean {
  return /^[A-Z]{3}$/.test(unit);
}

/** Whether two amounts are alike in all that they say. */
export function isSameAmount(one: Amount | null, other: Amount | null): boolean {
  return isSameFigure(one, other) && one?.approximate === other?.approximate;
}

/** Whether two amounts have the same bounds, "around" or not. */
export function isSameFigure(one: Amount | null, other: Amount | null): boolean {
  return one?.min === other?.min && one?.max === other?.max && one?.unit === other?.unit;
}

/** The amount as tables print it: `≥ $10bn`, `27%`, `10 GW`, `$5–8bn`, `≈ $13bn`. */
export function amountText(amount: Amount, comparator: Comparator = "="): string {
  const { min, max, unit, approximate } = amount;
  const figure = (value: number): string => figureText(value, unit);
  if (min !== null && max !== null) {
    // "595m–1.08bn chip-hours": a unit that is a word is said once.
    const first = isWord(unit) ? scaleText(min) : figure(min);
    const text = min === max ? figure(min) : `${first}–${figure(max)}`;
    return approximate ? `≈ ${text}` : text;
  }
  if (min !== null) return `${comparator === ">=" ? "≥" : ">"} ${figure(min)}`;
  return `${comparator === "<" ? "<" : "≤"} ${figure(max!)}`;
}

/** One figure with its unit, three significant digits where it is scaled: `$5.43bn`, `750 MW`, `12.5%`. */
export function figureText(value: number, unit: Unit): string {
  if (unit === "share") return `${trimmed(value * 100)}%`;
  if (unit === "W") {
    if (value >= 1e9) return `${trimmed(value / 1e9)} GW`;
    return value >= 1e6 ? `${trimmed(value / 1e6)} MW` : `${trimmed(value / 1e3)} kW`;
  }
  const scaled = scaleText(value);
  if (isMoney(unit)) return `${symbols[unit] ?? `${unit} `}${scaled}`;
  return `${scaled} ${unit}`;
}

/** What is counted in a word behind the figure: chips, shares, users. */
function isWord(unit: Unit): boolean {
  return unit !== "share" && unit !== "W" && !isMoney(unit);
}

function scaleText(value: number): string {
  for (const [scale, name] of scales) {
    if (value < scale || (scale === 1e3 && value < 1e5)) continue;
    return `${trimmed(value / scale)}${name}`;
  }
  return value.toLocaleString("en-US");
}

function trimmed(value: number): string {
  return String(Number(value.toPrecision(4)));
}
