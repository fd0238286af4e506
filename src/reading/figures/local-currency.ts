/** Whose pesos? A name or sign that several currencies share means that of the country a text speaks of. */

import type { ReadSentence } from "../mentions.ts";
import type { Quantity } from "../quantities.ts";
import type { Token } from "../tokens.ts";
import { prefixes } from "./currencies.ts";

/** Currencies that share a name or sign with a better known one: that one, theirs, and the words of their country. */
const shared: readonly (readonly [usual: string, local: string, country: string])[] = [
  ["NOK", "DKK", "denmark denmark's danish copenhagen aarhus odense danske novo"],
  ["MXN", "CLP", "chile chile's chilean santiago"],
  ["MXN", "COP", "colombia colombia's colombian bogota bogotá medellin medellín"],
  ["MXN", "ARS", "argentina argentina's argentine buenos"],
  ["MXN", "PHP", "philippines philippine manila filipino cebu"],
  ["AED", "MAD", "morocco morocco's moroccan casablanca rabat"],
  ["GBP", "EGP", "egypt egypt's egyptian cairo"],
  ["CHF", "XOF", "senegal senegalese dakar abidjan ivorian cfa togo benin mali"],
  ["INR", "PKR", "pakistan pakistan's pakistani karachi lahore islamabad"],
  ["INR", "LKR", "lanka lankan colombo"],
  ["INR", "NPR", "nepal nepalese nepali kathmandu"],
  ["CZK", "ISK", "iceland iceland's icelandic reykjavik reykjavík"],
  ["CZK", "DKK", "denmark denmark's danish copenhagen aarhus odense danske novo"],
  ["CZK", "SEK", "sweden sweden's swedish stockholm gothenburg malmö"],
  ["CZK", "NOK", "norway norway's norwegian oslo bergen trondheim stavanger"],
  ["JPY", "CNY", "yuan rmb renminbi cny"],
  ["RSD", "DZD", "algeria algeria's algerian algiers oran"],
  ["RSD", "JOD", "jordan jordan's jordanian amman"],
  ["RSD", "KWD", "kuwait kuwait's kuwaiti"],
  ["RSD", "TND", "tunisia tunisia's tunisian tunis"],
  ["KES", "UGX", "uganda uganda's ugandan kampala"],
  ["KES", "TZS", "tanzania tanzania's tanzanian"],
  [
    "USD",
    "CAD",
    "canada canada's canadian canadians toronto montreal montréal ontario quebec québec vancouver calgary ottawa alberta",
  ],
  [
    "USD",
    "AUD",
    "australia australia's australian australians sydney melbourne brisbane perth adelaide queensland canberra tasmania asx",
  ],
  ["USD", "NZD", "zealand zealand's auckland wellington christchurch nzx"],
];
/** A bare "$" is another country's where a text speaks so often of it, writes "US$" for American ones and gives its own no letter: "A$". */
const leastOfDollars = 3;
/** The words of the countries whose currency is usually meant. */
const home: ReadonlyMap<string, string> = new Map(
  Object.entries({
    NOK: "norway norway's norwegian oslo bergen trondheim stavanger nok",
    MXN: "mexico mexico's mexican",
    AED: "uae emirati emirates dubai abu",
    GBP: "britain britain's british london uk england scotland sterling manchester",
    CHF: "switzerland swiss zurich geneva basel",
    INR: "india india's indian mumbai delhi bengaluru hyderabad chennai crore crores lakh",
    CZK: "czech czechia prague praha brno ostrava koruna korunas",
    JPY: "japan japan's japanese tokyo osaka yen kyoto",
    RSD: "serbia serbia's serbian belgrade",
    KES: "kenya kenya's kenyan nairobi",
    USD: "u.s american america washington california texas york nasdaq wall",
  }),
);

/** Usual currency → the one that this text means by its name or sign. */
export type LocalCurrencies = ReadonlyMap<string, string>;

/** The words that tell, each with the countries that it speaks of: those of `shared` by their turn, those of `home` behind them. */
const homes = [...home.keys()];
const spokenOf = new Map<string, number[]>();
for (const [nth, words] of [...shared.map(([, , words]) => words), ...home.values()].entries())
  for (const word of words.split(" ")) spokenOf.set(word, [...(spokenOf.get(word) ?? []), nth]);

/** The currencies that a text means otherwise than usual: it names their country, and hardly the other one. */
export function localCurrencies(sentences: readonly ReadSentence[]): LocalCurrencies {
  const weights = new Array<number>(shared.length + homes.length).fill(0);
  const dollars = new Set<string>();
  for (const { tokens } of sentences)
    tokens.forEach(({ kind, lower, end }, at) => {
      if (kind === "word") for (const nth of spokenOf.get(lower) ?? none) weights[nth] = weights[nth]! + 1;
      const sign = tokens[at + 1];
      if (sign?.text === "$" && sign.start === end) dollars.add(prefixes.get(lower) ?? "USD");
    });
  const local = new Map<string, string>();
  shared.forEach(([usual, currency], nth) => {
    const there = weights[shared.length + homes.indexOf(usual)]!;
    if (usual === "USD" && (dollars.has(currency) || !dollars.has("USD") || weights[nth]! < leastOfDollars)) return;
    if (weights[nth]! >= 1 && weights[nth]! > 2 * there && !local.has(usual)) local.set(usual, currency);
  });
  return local;
}

const none: readonly number[] = [];

/** Sums in the currencies of the text, where no code or nation tells theirs. */
export function inLocalCurrency(
  quantities: readonly Quantity[],
  tokens: readonly Token[],
  local: LocalCurrencies,
): readonly Quantity[] {
  if (local.size === 0) return quantities;
  return quantities.map((one) => {
    const unit = one.type === "money" ? local.get(one.unit) : undefined;
    const told = tokens
      .slice(one.first, one.next)
      .some(({ text, lower }) => text === one.unit || text === "£" || nations.test(lower));
    return unit === undefined || told ? one : { ...one, unit };
  });
}

const nations =
  /^(?:norwegian|mexican|emirati|uae|british|sterling|swiss|indian|japanese|yen|crores?|lakhs?|us|u\.s|usd|american|serbian|kenyan)$/;
