/** Where does a run of capitalised words begin and end that could be a name? */

import { isLegalForm } from "../../model/id.ts";
import { codes } from "../figures/currencies.ts";
import { adjectivesOfPlace, nameWords, neverInNames, personTitles, plainWords } from "../lexicon.ts";
import type { ReadSentence } from "../mentions.ts";
import type { NameIndex } from "../names.ts";
import type { Token } from "../tokens.ts";
import { modals, verbReading } from "../verbs.ts";
import { fields, forNouns, joinsFields, ofNouns, stateNouns } from "./bodies.ts";
import { breaksTitle, pastDoing, wordsIn } from "./title-words.ts";
import { isSeries, romanNumber, seriesEnd, vehicles } from "./vehicles.ts";

/** In tokens; a longer run is a title or a list. */
const longest = 16;

/** A run of capitalised words that could be a name: "Bharat Innovation Fund of Funds", "imec" is too small to see. */
export function runAt(
  tokens: readonly Token[],
  at: number,
  sentence: ReadSentence,
  index: NameIndex,
): { first: number; next: number } | null {
  const numbered = numberedStart(tokens, at);
  if ((!numbered && !nameStart(tokens[at]!)) || opensSentence(tokens, at)) return null;
  let next = at + (numbered ? 2 : 1);
  for (; next < tokens.length && next - at < longest; next++) {
    const token = tokens[next]!;
    if (
      token.kind === "word" &&
      (token.capital ||
        isCamel(token.text) ||
        elided.test(token.text) ||
        /^(?:plc|gmbh|llc|ltd|asa)$/.test(token.text)) &&
      token.start - tokens[next - 1]!.end <= 1
    ) {
      // "Brightvane Semiconductor Q2 FY2026 results"
      if (quarter.test(token.text) || opensReport(token, tokens[next + 1])) break;
      if (currencyCode(token) && (tokens[next + 1]?.kind === "number" || next - at > 1)) break;
      if (next - at > 0 && currencySign(tokens, next)) break;
      if (sentence.titleCase && token.text !== "GPU" && breaksTitle(token, tokens[next + 1])) break;
      // A registered name behind a plain word is a name of its own: "Take Oracle."
      const hit = index.at(tokens, next);
      // "Its Tabor processor", "Trilobite T4 cards": a chip ends the name before it.
      if (
        hit?.kind === "chip" &&
        !(tokens[hit.next]?.capital && chipHolders.has(tokens[hit.next]!.lower)) &&
        !calledGpu(tokens, next)
      )
        break;
      if (hit?.kind === "party" && (!hit.careful || plainWords.has(tokens[next - 1]!.lower))) {
        // "Kingsport Digital Realty Trust", "Corsham Digital Realty"
        const goesOn =
          hit.next - next > 1 &&
          ((tokens[hit.next]?.capital && nameWords.has(tokens[hit.next]!.lower)) ||
            tokens.slice(next, hit.next).every(({ lower }) => nameWords.has(lower)));
        if (!goesOn || plainWords.has(tokens[next - 1]!.lower)) break;
        next = hit.next - 1;
      }
      continue;
    }
    if (token.kind === "number" && token.start === tokens[next - 1]!.end) continue;
    if (next === at + 1 && lettered(tokens, at)) continue;
    const ahead = tokens[next + 1];
    // "Caisse des Dépôts", "SpareBank 1 Ventures"
    if (
      ahead &&
      (ahead.capital || elided.test(ahead.text)) &&
      linking.has(token.text) &&
      (french.test(token.text) || !plainWords.has(tokens[next - 1]!.lower))
    )
      continue;
    const linked = linkedEnd(tokens, next);
    if (linked > next) {
      next = linked - 1;
      continue;
    }
    // "Komerční banka", "SK ecoplant"
    if (smallNouns.has(token.text) && token.start - tokens[next - 1]!.end === 1) continue;
    if (/^\d{1,2}$/.test(token.text) && ahead?.capital && (nameWords.has(ahead.lower) || vehicles.has(ahead.lower)))
      continue;
    const series = seriesEnd(tokens, next);
    if (series > next) {
      next = series - 1;
      continue;
    }
    if (token.text === "&" && ahead?.capital) continue;
    if (token.lower === "of" && ofNouns.has(tokens[next - 1]!.lower)) {
      if (ahead?.capital) continue;
      // "Ministry of the Armed Forces", "Bank of the Lagoon"
      const ofState = stateNouns.has(tokens[next - 1]!.lower) || tokens[next - 1]!.text === "Bank";
      if (ahead?.lower === "the" && tokens[next + 2]?.capital && ofState) {
        next++;
        continue;
      }
    }
    if (token.lower === "for" && forNouns.has(tokens[next - 1]!.lower) && ahead?.capital) continue;
    if (token.lower === "and" && joinsFields(tokens, at, next)) continue;
    if (
      token.text === "-" &&
      ahead &&
      ahead.start === token.end &&
      (ahead.capital || ahead.kind === "number") &&
      tokens[next - 1]!.end === token.start
    ) {
      next++;
      continue;
    }
    if (
      token.text === "." &&
      ahead &&
      (isLegalForm(tokens[next - 1]!.text) || /^(?:\p{Lu}|St|Ste|Mt|Ft)$/u.test(tokens[next - 1]!.text)) &&
      (ahead.capital || ahead.kind === "sign") &&
      tokens[next - 1]!.end === token.start
    ) {
      if (isLegalForm(tokens[next - 1]!.text) && !isLegalForm(ahead.text)) break;
      continue;
    }
    if (token.text === "." && seriesEnd(tokens, next + 1) > next + 1) continue;
    if (token.text === "," && ahead && isLegalForm(ahead.text) && ahead.capital) continue;
    // "Ontario Teachers' Pension Plan", "Dar al-Hisab"
    if (/^['’]$/.test(token.text) && ahead?.capital && tokens[next - 1]!.lower.endsWith("s") && owned.has(ahead.lower))
      continue;
    // "Nemours Children's Health", "People's Bank of China"
    if (token.lower === "'s" && ahead?.capital && owners.has(tokens[next - 1]!.lower)) continue;
    if (article.test(token.text) && ahead?.text === "-" && ahead.start === token.end && tokens[next + 2]?.capital) {
      next += 2;
      continue;
    }
    break;
  }
  let first = at;
  const end = next;
  // Leading and trailing plain words are no part of a name.
  while (first < next && leading(tokens, first, next)) first++;
  if (sentence.titleCase) first = pastDoing(tokens, first, next);
  while (
    next > first &&
    !held(tokens, first, next) &&
    trailing(tokens[next - 1]!, tokens[next - 2]) &&
    tokens[next - 2]?.text !== "&"
  )
    next--;
  if (lettered(tokens, at)) return { first: at, next: at + 2 };
  if (first >= next) return ordinary(tokens, at, end, sentence);
  // Within a sentence a capital is meant: "Silver Point", "Humane Machines", "Stock Farm Road".
  if (!sentence.titleCase && tokens.slice(first, next).some((one) => !plainWords.has(one.lower))) {
    while (first > at && tokens[first - 1]!.kind === "word" && !opens(tokens, first - 1) && meant(tokens[first - 1]!))
      first--;
    for (; next < tokens.length && next - first < longest; next++) {
      const token = tokens[next]!;
      if (!token.capital || !meant(token) || token.start - tokens[next - 1]!.end > 1 || currencySign(tokens, next))
        break;
      if ((currencyCode(token) && tokens[next + 1]?.kind === "number") || opensReport(token, tokens[next + 1])) break;
      const hit = index.at(tokens, next)?.kind;
      if (hit === "party" || hit === "chip") break;
    }
  }
  if (sentence.titleCase && wordsIn(tokens, first, next) > 4) return null;
  return { first, next };
}

/** What a company or a vehicle is called behind the chips that it owns: "Halvard GPU Funding I", "Maple Forge GPU LP". */
const chipHolders = new Set([...nameWords, ...vehicles, ..."rentals rental lp llc ltd limited inc plc".split(" ")]);

/** "Palisade GPU owes us $19 million", "Ridgeline GPU, of Salt Lake City": a company; not "Palisade GPU clusters". */
function calledGpu(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.text !== "GPU") return false;
  const ahead = tokens[at + 1];
  return ahead === undefined || ahead.kind === "sign" || modals.has(ahead.lower) || saysSomething(ahead);
}

function saysSomething({ lower }: Token): boolean {
  return verbReading(lower)?.forms.some((form) => form === "s" || form === "past") === true && !behindGpu.test(lower);
}

/** Small nouns that companies of other languages are called by. */
const smallNouns = new Set(
  "banka banken bankası banco banque pankki pank kasse fonden stiftung spořitelna pojišťovna sparebank sparbank telekom energia energie énergie elektrárny enerji ecoplant telecom calcul informatique électrique".split(
    " ",
  ),
);

/**
 * Where the small words behind a capital end that another language's prepositions join to the next one: "Caisse de dépôt et placement du Québec",
 * "Universidad de los Andes"; `from` where they do not.
 */
function linkedEnd(tokens: readonly Token[], from: number): number {
  if (!joining.test(tokens[from]!.text)) return from;
  for (let at = from + 1; at < Math.min(from + mostLinked, tokens.length); at++) {
    const { kind, capital, text } = tokens[at]!;
    if (kind !== "word") return from;
    if (capital) return joining.test(tokens[at - 1]!.text) ? at : from;
    if (!joining.test(text) && !joining.test(tokens[at - 1]!.text)) return from;
  }
  return from;
}

const mostLinked = 7;
const joining = /^(?:de|du|des|del|della|di|da|do|la|las|le|les|los|et|y|e)$/;
const french = /^(?:du|des)$/;

/** "Wexcombe Technologies Fourth Quarter 2025", "Orrery Labs Series C": the report or the round is no part of the name. */
function opensReport({ lower }: Token, ahead: Token | undefined): boolean {
  if (/^(?:first|second|third|fourth|full)$/.test(lower))
    return /^(?:quarter|half|year|fiscal)$/.test(ahead?.lower ?? "");
  return lower === "series" && /^[A-H]$/.test(ahead?.text ?? "");
}

/** Of which part of which year a report is. */
const quarter = /^(?:Q[1-4]|[1-4]Q|H[12]|[12]H|FY)(?:\d\d|\d{4})?$/;

/** Whose homes, banks and hospitals there are. */
const owners = new Set("children women people king queen farmer worker teacher miner".split(" "));

/** Whether a run must not be cut at its end: a vehicle's Roman number, what a ministry is for, the GPU that a cloud is called after. */
function held(tokens: readonly Token[], first: number, next: number): boolean {
  const { text, lower, kind } = tokens[next - 1]!;
  const before = tokens[next - 2];
  if (next - first < 2 || !before) return false;
  if (kind === "number") return true;
  if (romanNumber.test(text)) return isSeries(tokens, next - 1);
  if (text === "GPU") return !behindGpu.test(tokens[next]?.lower ?? "");
  if (kind !== "word" || !tokens[next - 1]!.capital || neverInNames.has(lower)) return false;
  for (let at = first + 1; at < next - 1; at++)
    if (
      /^(?:of|for)$/.test(tokens[at]!.lower) &&
      (ofNouns.has(tokens[at - 1]!.lower) || forNouns.has(tokens[at - 1]!.lower))
    )
      return true;
  return false;
}

const behindGpu =
  /^(?:servers?|clusters?|clouds?|capacity|racks?|rentals?|chips?|prices?|fleet|hours?|makers?|vendors?|supply|demand|orders?|sales?|and|or|is|are)$/;

/** What a pension fund is called behind those whom it pays: "Miners' Pension Scheme". */
const owned = new Set("pension pensions retirement superannuation fund provident union".split(" "));

/** The Arabic article, which a hyphen joins to its noun. */
const article = /^(?:al|el|as|ad|ar|an|at|az|ash)$/;

/** "Customer A", "Tenant B": parties that a filing does not name. */
function lettered(tokens: readonly Token[], at: number): boolean {
  return unnamed.test(tokens[at]!.text) && /^[A-F]$/.test(tokens[at + 1]?.text ?? "") && tokens[at + 2]?.text !== ".";
}

const unnamed = /^(?:Customer|Client|Supplier|Vendor|Tenant|Lender|Company)$/;

/** "Third Point", "Common Ground": plain words whose capitals their place in the sentence does not explain. */
function ordinary(
  tokens: readonly Token[],
  first: number,
  end: number,
  { titleCase }: ReadSentence,
): { first: number; next: number } | null {
  let next = first;
  while (next < end && tokens[next]!.capital && meant(tokens[next]!)) next++;
  const before = tokens[first - 1]?.lower ?? "";
  if (
    titleCase ||
    next - first < 2 ||
    next - first > 4 ||
    opens(tokens, first) ||
    /^(?:the|our|its|this|such|any|each)$/.test(before)
  )
    return null;
  return { first, next };
}

/** A capital that its word does not explain. */
function meant({ lower }: Token): boolean {
  return !neverInNames.has(lower) && !personTitles.has(lower) && !adjectivesOfPlace.has(lower);
}

/** Whether a token begins a sentence, a list item, a cell or a quotation, so that its capital tells nothing. */
function opens(tokens: readonly Token[], at: number): boolean {
  return at === 0 || /^[.!?:;•"“„'‘(|*_#>→▪·–—-]$/.test(tokens[at - 1]!.text);
}

/** "l'Escaut", "d'Or". */
const elided = /^[dl]['’]\p{Lu}/u;

/** Small words inside names of other languages. */
const linking = new Set(
  "bin ben ibn de des du do dos da das del della delle degli di der den van von och og und et y e na ny af für pour el al las los les aux".split(
    " ",
  ),
);

/** "cloudKin", "iFlytek": small at first, with a capital inside. */
function isCamel(word: string): boolean {
  return /^\p{Ll}{1,8}\p{Lu}/u.test(word) && !/^(?:kW|mW|eV|iPhone|iPad|iOS|macOS)/.test(word);
}

const unitsBehindNumbers = /^(?:BN|MN|TN|MW|GW|KW|TW|GB|TB|PB|MB|KM|AM|PM|CC|FP|K|M|B|X|Q|H|D)\d*$/i;

/** "7Seas AI", "8VC": a number that holds on to a capital. */
function numberedStart(tokens: readonly Token[], at: number): boolean {
  const [number, word] = [tokens[at]!, tokens[at + 1]];
  return (
    number.kind === "number" &&
    number.text.length <= 2 &&
    word?.kind === "word" &&
    word.capital &&
    (word.text.length > 1 || (word.text === "C" && nameWords.has(tokens[at + 2]?.lower ?? ""))) &&
    word.start === number.end &&
    (at === 0 || tokens[at - 1]!.end < number.start || tokens[at - 1]!.kind === "sign") &&
    !/[$€£¥₹]/.test(tokens[at - 1]?.text ?? "") &&
    !unitsBehindNumbers.test(word.text)
  );
}

/** The letters of "S$250 million", "US$3bn", "RM40m". */
function currencySign(tokens: readonly Token[], at: number): boolean {
  const sign = tokens[at + 1];
  if (sign === undefined || sign.start !== tokens[at]!.end || tokens[at]!.text.length > 3) return false;
  return /^[$£¥€]$/.test(sign.text) || (sign.kind === "number" && gluedCurrency.test(tokens[at]!.text));
}

const gluedCurrency = /^(?:RM|Rs|Rp|Kr|SFr|Dhs?|SR|BD|KD|Ksh|Sh|[RPN])$/;

function currencyCode(token: Token): boolean {
  return /^[A-Z]{3}$/.test(token.text) && codes.has(token.lower);
}

/** "Interestingly, …": an adverb of the whole sentence. */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  return (
    at <= 1 &&
    /^[A-Z][a-z]{3,}ly$/.test(tokens[at]!.text) &&
    /^(?:,|held|owned|backed|listed|run|traded|known|speaking|put)$/.test(tokens[at + 1]?.lower ?? "")
  );
}

function nameStart(token: Token): boolean {
  return (
    token.kind === "word" && (token.capital || isCamel(token.text) || domain.test(token.text)) && token.text !== "I"
  );
}

/** "run.io", "okra.dev": companies that are called as their pages are. */
export const domain =
  /^\p{Ll}[\p{Ll}\p{N}]+\.(?:ai|app|bio|cloud|co|com|dev|farm|gg|io|labs|ml|net|org|pl|run|sh|so|systems|tech|xyz)$/u;

function leading(tokens: readonly Token[], first: number, next: number): boolean {
  const word = tokens[first]!.lower;
  const ahead = tokens[first + 1];
  // "Invest-NL", "Legal & General", "State Bank of India": a plain word that is held fast by what follows.
  if (ahead && first + 2 < next && ((ahead.text === "-" && ahead.start === tokens[first]!.end) || ahead.text === "&"))
    return false;
  // "2023 • Acquired Bitloom": a line's own verb.
  if (ahead?.capital && opens(tokens, first) && opening.test(word)) return true;
  if (word === "state" && ahead?.lower === "bank") return false;
  if (ahead?.lower === "of" && ofNouns.has(word)) return false;
  if (ahead && french.test(ahead.text)) return false;
  if (ahead?.lower === "and" && fields.has(word)) return false;
  if (ahead && months.has(word)) return true;
  if (ahead && adjectivesOfPlace.has(word) && /^(?:ministry|government|treasury|parliament|army)$/.test(ahead.lower))
    return true;
  if (ahead?.lower === "for" && forNouns.has(word)) return false;
  if (word === "bank" && first + 2 === next && !plainWords.has(ahead!.lower)) return false;
  // "First Abu Dhabi Bank": some plain words begin names.
  const isWhole =
    next - first > 2 &&
    (nameWords.has(tokens[next - 1]!.lower) ||
      isLegalForm(tokens[next - 1]!.text) ||
      tokens.slice(first, next).some(({ lower }) => lower === "bank"));
  if ((isWhole || (next - first === 2 && !adjectivesOfPlace.has(word))) && firstOfNames.has(word)) return false;
  if (adjectivesOfPlace.has(word))
    return !(
      next - first > 2 ||
      (next - first > 1 && nameWords.has(tokens[next - 1]!.lower) && tokens[next - 1]!.lower !== "ai")
    );
  if (!plainWords.has(word) && !personTitles.has(word)) return false;
  return !(next - first > 1 && nameWords.has(word) && nameWords.has(tokens[next - 1]!.lower));
}

const opening =
  /^(?:acquired|bought|sold|raised|signed|launched|closed|led|joined|hired|backed|funded|lost|won|dropped|compare|competitor|rival|rivals)$/;

const months = new Set("january february march april june july august september october november december".split(" "));

/** Numbers that names end in: "Cumulus Nine". */
const numerals = new Set("one two three four five six seven eight nine ten eleven twelve".split(" "));

/** Plain words that names of several words begin with. */
export const firstOfNames = new Set(
  "first general great united new national consolidated american royal western eastern northern southern global international big digital advanced applied standard british union pacific central south north east west two three four five seven eight nine ten twelve thousand third second public old good high long open".split(
    " ",
  ),
);

function trailing(token: Token, before?: Token): boolean {
  // "Allianz Global Investors"
  if (token.text === "Investors" && before?.text === "Global") return false;
  if (numerals.has(token.lower) && token.capital) return false;
  return (
    token.kind === "sign" || (plainWords.has(token.lower) && !nameWords.has(token.lower) && !isLegalForm(token.text))
  );
}
