/** Anchors: the places in a sentence on which a claim can rest. A figure, a named chip, or a word such as "veto". */

import type { ClaimKind } from "../../model/claim.ts";
import type { Match } from "../match.ts";
import type { PatternIndex } from "../pattern.ts";
import type { Quantity } from "../quantities.ts";
import type { Parsed } from "../syntax.ts";
import { signsOf } from "./signs.ts";

export interface Anchor {
  readonly quantity: Quantity | null;
  /** The chip family, where it rests on or stands beside one. */
  readonly chip: string | null;
  /** The word that it rests on: a lemma; for a figure its type, for a chip `chip`. */
  readonly word: string;
  readonly first: number;
  readonly next: number;
  /** Pattern matches that speak of it, best first. */
  readonly matches: readonly Match[];
}

/** What an anchor is: the sort of its figure, a chip, or a word. */
export function sortOf(anchor: Anchor): string {
  return anchor.quantity?.type ?? (anchor.word === "chip" ? "chip" : "word");
}

/** Kinds that are claimed without a figure; the words that carry them come from the patterns. */
const figureless: ReadonlySet<ClaimKind> = new Set([
  "investment",
  "stake",
  "compute-contract",
  "chip-supply",
  "chip-adoption",
  "right",
  "ipo",
  "acquisition",
  "dependence",
  "secondary-sale",
  "financing",
]);
const extraWords = new Set(
  "listing float flotation ipo takeover bid merger veto exclusivity refusal warrant option licence license consent appoint seat tenant landlord reliant dependent rely backer customer supplier shareholder owner investor stake contract deal lease partnership agreement acquire buy test run use adopt pilot evaluate back invest list block terminate sample switch migrate foundry sole depend train host raise fund funding loan lend borrow credit facility guarantee backstop guarantor court own repay equity round money application own purchase rent lease let tenancy supply supplier ship deploy sell order standardise port power reseller alternative locked lock-in hinge lean trade debut file prospectus bid approach suitor combine divest offload exit shareholding holding interest minority majority control parent subsidiary vendor source source-code manufacture manufacturer make maker board director observer seat call put refuse consent approval approve pre-emption rofr exclusive exclusively only solely single biggest largest main right client user talk withdraw lessee lessor".split(
    " ",
  ),
);

export function carriesWord(lemma: string, patterns: PatternIndex): boolean {
  if (extraWords.has(lemma)) return true;
  const list = [...(patterns.verbs.get(lemma) ?? []), ...(patterns.nouns.get(lemma) ?? [])];
  return list.some((pattern) => figureless.has(pattern.kind) && pattern.figureOptional);
}

/** The anchors of a sentence, in order. */
export function anchorsOf(parsed: Parsed, matches: readonly Match[], patterns: PatternIndex): Anchor[] {
  const anchors: Anchor[] = [];
  for (const quantity of parsed.quantities) {
    if (quantity.type === "count" && !countable(quantity)) continue;
    const chips = chipsNear(parsed, quantity.first, quantity.next);
    const own = matches.filter((match) => match.quantity === quantity).sort((a, b) => b.score - a.score);
    anchors.push({
      quantity,
      chip: chips[0] ?? null,
      word: quantity.type,
      first: quantity.first,
      next: quantity.next,
      matches: own,
    });
  }
  for (const chip of parsed.chips) {
    if (anchors.some((anchor) => anchor.word === "chip" && anchor.chip === chip.chip)) continue;
    const own = matches
      .filter((match) => match.quantity === null && match.chip === chip.chip)
      .sort((a, b) => b.score - a.score);
    anchors.push({ quantity: null, chip: chip.chip, word: "chip", first: chip.first, next: chip.next, matches: own });
  }
  const { words } = signsOf(parsed);
  const carrying = words.flatMap((word, at) => (word && carriesWord(word.lemma, patterns) ? [at] : []));
  for (const at of carrying.length > 0 || anchors.length > 0 ? carrying : verbsBetween(parsed)) {
    const word = words[at];
    if (!word) continue;
    const own = matches
      .filter(
        (match) =>
          match.quantity === null &&
          match.chip === null &&
          (match.noun === at || (match.noun === null && match.group?.head === at)),
      )
      .sort((a, b) => b.score - a.score);
    anchors.push({ quantity: null, chip: null, word: word.lemma, first: at, next: at + 1, matches: own });
  }
  return anchors.sort((a, b) => a.first - b.first);
}

/** "Zoho is being onboarded by Yotta": the verbs of a sentence that speaks of two parties, where no other word could carry a claim. */
function verbsBetween({ mentions, verbs }: Parsed): number[] {
  const parties = new Set(mentions.map((one) => one.party));
  return parties.size < 2 ? [] : verbs.slice(0, mostVerbs).map((group) => group.head);
}

const mostVerbs = 3;

/** A small number is none of a claim's; "getting through four million a month" may be. */
function countable(quantity: Quantity): boolean {
  const value = quantity.max ?? quantity.min ?? 0;
  if (quantity.idle) return value >= 1e6;
  return value >= 20 && !(value >= 1990 && value <= 2049 && Number.isInteger(value));
}

/** Chip families within reach of a figure, the nearest first. */
function chipsNear(parsed: Parsed, first: number, next: number): string[] {
  const near = parsed.chips.filter((chip) => chip.first >= first - 12 && chip.first <= next + 10);
  const sorted = [...near].sort((a, b) => distance(a.first, first, next) - distance(b.first, first, next));
  const specific = sorted.filter((chip) => chip.chip !== "gpu");
  return (specific.length > 0 ? specific : sorted).map((chip) => chip.chip!);
}

function distance(at: number, first: number, next: number): number {
  return at < first ? (first - at) * 1.5 : at - next;
}
