/** The bones of a sentence: its verb groups with their subjects, and what stands to each verb or noun as an argument. */

import type { Mention } from "./mentions.ts";
import type { NameHit } from "./names.ts";
import type { Quantity } from "./quantities.ts";
import type { Token } from "./tokens.ts";
import { modals, type VerbForm, verbReading } from "./verbs.ts";

export interface VerbGroup {
  /** [first, next) of its tokens; `head` is the full verb. */
  readonly first: number;
  readonly head: number;
  readonly next: number;
  readonly lemma: string;
  readonly form: VerbForm;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Carries tense: not an infinitive, a bare participle or a gerund. */
  readonly finite: boolean;
  /** The group that governs an infinitive ("agreed to buy") or shares its subject ("signed and announced"). */
  governor: VerbGroup | null;
  /** The parties that do it, by position; null where the subject is no party. */
  subject: Mention[];
  /** The noun that is its subject: "revenue rose". */
  subjectNoun: number | null;
}

/** A party, figure or chip as an argument: `role` is its preposition, `object`, `possessor`, `compound` or `subject`. */
export interface Argument<T> {
  readonly item: T;
  readonly role: string;
  readonly at: number;
  /** How many verbs stand between it and what governs it. */
  readonly depth: number;
}

export interface Arguments {
  readonly parties: readonly Argument<Mention>[];
  readonly quantities: readonly Argument<Quantity>[];
  readonly chips: readonly Argument<NameHit>[];
  /** [first, next) of the tokens looked at. */
  readonly first: number;
  readonly next: number;
}

export interface Parsed {
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly quantities: readonly Quantity[];
  readonly chips: readonly NameHit[];
  readonly verbs: readonly VerbGroup[];
  /** For each token the entity that covers it, if any. */
  readonly cover: readonly (Mention | Quantity | NameHit | null)[];
  /** Arguments that were looked up once, by the place of their verb or noun. */
  readonly known: { readonly verbs: Map<number, Arguments>; readonly nouns: Map<number, Arguments> };
}

const determiners = new Set(
  "a an the this that these those its their his her our your my some any no every each another all both which what whose".split(
    " ",
  ),
);
const adverb =
  /^(?:\w+ly|also|now|already|still|since|just|only|even|then|soon|yet|again|once|never|not|ever|in|so|far|too|long|today|first|back|instead|first|last|almost|twice|currently|n't|actually|all|but|itself|itselves|both)$/;
const prepositions = new Set(
  "of in into with from to by for at on over through under via between among against across near towards toward about as per alongside than onto upon within without during after before until since despite behind beside besides besides like including".split(
    " ",
  ),
);
const subordinators = new Set(
  "while whereas because although though if unless when where whether once whereby wherein".split(" "),
);
const relatives = new Set("which who whose whom that".split(" "));
const objectControl = new Set(
  "get encourage ask force compel require allow persuade oblige expect want urge enable help permit press push commit mandate let".split(
    " ",
  ),
);

export function parse(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  quantities: readonly Quantity[],
  chips: readonly NameHit[],
): Parsed {
  const cover: (Mention | Quantity | NameHit | null)[] = new Array(tokens.length).fill(null);
  for (const entity of [...chips, ...mentions, ...quantities])
    for (let at = entity.first; at < entity.next; at++) cover[at] = entity;
  const verbs: VerbGroup[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const group = groupAt(tokens, at, cover, verbs.at(-1) ?? null);
    if (!group) continue;
    verbs.push(group);
    at = group.next - 1;
  }
  const parsed: Parsed = {
    tokens,
    mentions,
    quantities,
    chips,
    verbs,
    cover,
    known: { verbs: new Map(), nouns: new Map() },
  };
  verbs.forEach((group, index) => {
    findSubject(parsed, group, index);
    if (group.subjectNoun !== null && group.subjectNoun < 0) group.subjectNoun = null;
  });
  return parsed;
}

/** A verb group whose full verb is at `at`; auxiliaries before it are gathered backwards. */
function groupAt(
  tokens: readonly Token[],
  at: number,
  cover: Parsed["cover"],
  previous: VerbGroup | null,
): VerbGroup | null {
  const token = tokens[at]!;
  if (token.kind !== "word" || (cover[at] && !pronounVerb(token.lower))) return null;
  const reading = verbReading(token.lower);
  if (!reading) return null;
  const floor = previous ? previous.next : 0;
  let first = at;
  let auxiliary = "";
  let have = false;
  let be = false;
  let modal = false;
  let to = false;
  let negated = false;
  for (let index = at - 1; index >= floor; index--) {
    const word = tokens[index]!.lower.replace("’", "'");
    if (cover[index] && !pronounVerb(word)) break;
    if (/^(?:not|never|n't|no)$/.test(word) || /n't$/.test(word)) negated = true;
    const before = verbReading(word);
    if (
      modals.has(word) ||
      (before && /^(?:be|have|do)$/.test(before.lemma)) ||
      word === "'ve" ||
      word === "'s" ||
      word === "'re" ||
      word === "'d" ||
      word === "'ll"
    ) {
      if (word === "'s" && cover[index - 1]) break;
      if (modals.has(word) || word === "'ll") modal = true;
      else if (before?.lemma === "be" || word === "'re") be = true;
      else if (before?.lemma === "have" || word === "'ve") have = true;
      auxiliary = word;
      first = index;
      continue;
    }
    if (word === "to" && index === first - 1 && !have) {
      to = true;
      first = index;
      break;
    }
    if (
      adverb.test(word) &&
      !(word === "in" || word === "but" || word === "all" || word === "both") &&
      !(word === "no" && index === at - 1)
    ) {
      if (
        auxiliary === "" &&
        (word === "so" || word === "just" || word === "even" || word === "only" || word === "first")
      )
        break;
      continue;
    }
    if (word === "in" && tokens[index + 1]?.lower === "turn") continue;
    if (word === "turn" && tokens[index - 1]?.lower === "in") continue;
    break;
  }
  const lone = first === at;
  if (reading.lemma === "be" || reading.lemma === "have" || reading.lemma === "do") {
    if (nextIsVerb(tokens, at, cover)) return null;
  } else if (lone && !loneVerb(tokens, at, reading.forms, cover)) return null;
  const form = pickForm(reading.forms, { be, have, modal, to });
  const passive =
    be &&
    form === "participle" &&
    reading.lemma !== "be" &&
    reading.lemma !== "become" &&
    reading.lemma !== "go" &&
    reading.lemma !== "come";
  const participle = reading.forms.includes("participle");
  const reduced =
    lone &&
    participle &&
    !modal &&
    (tokens[at + 1]?.lower === "by" ||
      (reading.forms.length === 1 && reading.forms[0] === "participle") ||
      trails(tokens, at, cover, previous));
  const finite = !to && !(lone && form === "ing") && !reduced;
  return {
    first,
    head: at,
    next: at + 1,
    lemma: reading.lemma,
    form,
    passive: passive || reduced,
    negated,
    finite,
    governor: null,
    subject: [],
    subjectNoun: null,
  };
}

/** ", signed in July": a bare participle that trails a noun of a clause which has its verb already. */
function trails(tokens: readonly Token[], at: number, cover: Parsed["cover"], previous: VerbGroup | null): boolean {
  if (
    !previous?.finite ||
    cover[at - 1] ||
    !/^(?:in|on|at|with|through|under|for|from|to|of|as|last|this|earlier)$/.test(tokens[at + 1]?.lower ?? "")
  )
    return false;
  for (let index = previous.next; index < at; index++)
    if (
      !cover[index] &&
      /^(?:;|:|—|–|and|but|which|who|that|because|while|as|when|after|"|”)$/.test(tokens[index]!.lower)
    )
      return false;
  return true;
}

function pronounVerb(word: string): boolean {
  return /^(?:it's|we've|we're|they've|they're|we'll|they'll|it'll)$/.test(word.replace("’", "'"));
}

function pickForm(
  forms: readonly VerbForm[],
  given: { be: boolean; have: boolean; modal: boolean; to: boolean },
): VerbForm {
  if (forms.includes("ing")) return "ing";
  if ((given.have || given.be) && forms.includes("participle")) return "participle";
  if ((given.modal || given.to) && forms.includes("base")) return "base";
  return forms[0]!;
}

/** An auxiliary is part of the verb that follows it: "has been signed". */
function nextIsVerb(tokens: readonly Token[], at: number, cover: Parsed["cover"]): boolean {
  for (let index = at + 1; index < Math.min(at + 6, tokens.length); index++) {
    const word = tokens[index]!.lower;
    if (cover[index]) return false;
    const reading = verbReading(word);
    if (reading) {
      if (reading.lemma === "be" || reading.lemma === "have") return true;
      const after = tokens[at]!.lower.replace("’", "'");
      const lemma = verbReading(after)?.lemma;
      if (lemma === "have") return reading.forms.includes("participle") && !nounLike(tokens, index);
      if (lemma === "do") return reading.forms.includes("base");
      return (reading.forms.includes("participle") || reading.forms.includes("ing")) && !nounLike(tokens, index);
    }
    if (!adverb.test(word) || word === "in" || word === "all") return false;
  }
  return false;
}

function nounLike(tokens: readonly Token[], at: number): boolean {
  return determiners.has(tokens[at - 1]?.lower ?? "");
}

/** Whether a form with no auxiliary is a verb here and no noun or adjective. */
function loneVerb(tokens: readonly Token[], at: number, forms: readonly VerbForm[], cover: Parsed["cover"]): boolean {
  const before = tokens[at - 1];
  const word = before?.lower ?? "";
  const after = tokens[at + 1];
  const named =
    at > 0 &&
    cover[at - 1] !== null &&
    "party" in cover[at - 1]! &&
    !("chip" in cover[at - 1]! && (cover[at - 1] as NameHit).kind === "chip");
  if (forms.includes("participle") || forms.includes("past")) {
    // "a planned listing", "its reported stake", "newly issued shares": before a noun it is an adjective.
    if (determiners.has(word) && word !== "which" && word !== "that" && word !== "all" && word !== "both") return false;
    if (word === "'s" || (/^(?:of|in|newly|previously|its)$/.test(word) && after?.lower !== "by")) return false;
    if (before?.text === "-" && before.end === tokens[at]!.start) return false;
    return true;
  }
  if (forms.includes("ing"))
    return (
      !determiners.has(word) &&
      word !== "'s" &&
      !(before?.text === "-") &&
      !/^(?:financing|funding|holding|listing|offering|building|training|computing|spending|borrowing|pricing|backing|hosting|mining|filing|trading|lending|manufacturing|packaging|banking|landing|timing|warning|ruling|meeting|during|following|including|pending|outstanding|remaining|operating|processing|standing|closing|leading|pricing)$/.test(
        tokens[at]!.lower,
      )
    );
  if (forms.includes("s")) {
    if (named) return tokens[at - 1]!.lower !== "'s";
    if (
      before === undefined ||
      determiners.has(word) ||
      word === "'s" ||
      prepositions.has(word) ||
      before.kind === "number" ||
      /^(?:and|or|new|more|long|two|three|four|several|many|such|other|most|senior|convertible|total)$/.test(word)
    )
      return /^(?:and|which|that|who|it)$/.test(word);
    return (
      !/^(?:orders|deals|notes|leases|plans|costs|talks|loans|terms|shares|stakes|sales|warrants|reports|values|uses|funds|returns|prices|issues|needs|markets|bets|bids|hands|heads|names|places|points|rates|steps|views|services|sources|supplies|purchases|chips|contracts|offers|links|parts|totals|tests|results|moves|demands|ships|forms|forecasts|aims|limits|licenses|interests|rounds)$/.test(
        tokens[at]!.lower,
      ) ||
      (after !== undefined &&
        (determiners.has(after.lower) || cover[at + 1] !== null || after.lower === "to") &&
        before.capital)
    );
  }
  // A bare base form needs a plural or a pronoun before it.
  if (/^(?:we|they|i|you|who|which|that)$/.test(word)) return true;
  if (!named) return /^(?:and|or)$/.test(word) && verbBefore(tokens, at - 2) && !nounLike(tokens, at);
  return coordinated(tokens, at, cover) || tokens[at]!.lower === "close" || word === "they";
}

function verbBefore(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index >= Math.max(0, at - 5); index--)
    if (/^(?:to|will|would|may|could|can)$/.test(tokens[index]!.lower)) return true;
  return false;
}

function coordinated(tokens: readonly Token[], at: number, cover: Parsed["cover"]): boolean {
  for (let index = at - 1; index >= Math.max(0, at - 6); index--)
    if (
      (tokens[index]!.lower === "and" || tokens[index]!.text === "," || tokens[index]!.text === "&") &&
      cover[index - 1]
    )
      return true;
  return false;
}

/** Fills in the subject of one group; those before it are done. */
function findSubject(parsed: Parsed, group: VerbGroup, index: number): void {
  const { tokens, verbs } = parsed;
  const previous = verbs[index - 1] ?? null;
  if (tokens[group.first]?.lower === "to" || (!group.finite && group.form !== "ing" && !group.passive)) {
    if (previous) inherit(parsed, group, previous);
    return;
  }
  let at = group.first - 1;
  while (
    at >= 0 &&
    !parsed.cover[at] &&
    (adverb.test(tokens[at]!.lower) || /^["“”]$/.test(tokens[at]!.text)) &&
    tokens[at]!.lower !== "in"
  )
    at--;
  const word = tokens[at]?.lower ?? "";
  // A relative clause: the nearest party before the pronoun.
  if (relatives.has(word) && !(word === "that" && previous && previous.next === at)) {
    const antecedent = antecedentOf(parsed, at);
    group.subject = antecedent;
    if (antecedent.length === 0) group.subjectNoun = at - 1;
    return;
  }
  if (!group.finite && group.passive) {
    // A bare participle after a noun speaks of that noun.
    const noun = parsed.cover[at];
    if (noun && "via" in noun) group.subject = [noun];
    else group.subjectNoun = at;
    return;
  }
  if (group.form === "ing" && !group.finite && previous) {
    inherit(parsed, group, previous);
    return;
  }
  if (/^(?:and|or|but|then)$/.test(word) || (word === "," && previous && !partyBetween(parsed, previous.next, at))) {
    const joined = word === "," ? null : previous;
    if (joined && !(word === "," && joined.finite === false)) {
      inherit(parsed, group, joined);
      if (group.subject.length > 0 || group.subjectNoun !== null) return;
    }
    if (word === ",") {
      const opened = insertionSubject(parsed, at, index);
      if (opened.length > 0) {
        group.subject = opened;
        return;
      }
    }
  }
  directSubject(parsed, group, previous, at, index);
}

function inherit(parsed: Parsed, group: VerbGroup, previous: VerbGroup): void {
  group.governor = previous;
  if (tokens(parsed, group.first) === "to" && objectControl.has(previous.lemma)) {
    const objects = parsed.mentions.filter((one) => one.first >= previous.next && one.next <= group.first);
    if (objects.length > 0 && !(previous.passive && objects.length === 0)) {
      group.subject = [objects[0]!];
      return;
    }
  }
  group.subject = previous.subject;
  group.subjectNoun = previous.subjectNoun;
}

function tokens(parsed: Parsed, at: number): string {
  return parsed.tokens[at]?.lower ?? "";
}

function partyBetween(parsed: Parsed, first: number, next: number): boolean {
  return parsed.mentions.some((one) => one.first >= first && one.next <= next);
}

function antecedentOf(parsed: Parsed, at: number): Mention[] {
  const before = parsed.mentions.filter((one) => one.next <= at && at - one.next <= 12);
  const nearest = before.at(-1);
  if (!nearest) return [];
  // "a term loan from X, which …" may speak of the loan; a party right before the comma is the usual case.
  const gap = at - nearest.next;
  if (gap <= 1 || (gap <= 8 && apposed(parsed, nearest.next, at))) return [nearest];
  return [];
}

/** ", an unrated counterparty," between a name and its relative clause. */
function apposed(parsed: Parsed, from: number, to: number): boolean {
  return (
    parsed.tokens[from]?.text === "," &&
    (parsed.tokens[to - 1]?.text === "," || determiners.has(tokens(parsed, from + 1)))
  );
}

/** The verb after a closing comma: its subject stands before the insertion that the comma closes. */
function insertionSubject(parsed: Parsed, comma: number, index: number): Mention[] {
  for (let at = index - 1; at >= 0; at--) {
    const inner = parsed.verbs[at]!;
    if (inner.next > comma) continue;
    const lead = tokens(parsed, inner.first - 1);
    if (relatives.has(lead) || !inner.finite) return inner.subject;
  }
  // ", its largest backer," or ", the Norwegian group,"
  for (let at = comma - 1; at > 0; at--) {
    if (parsed.tokens[at]!.text !== ",") continue;
    const before = parsed.cover[at - 1];
    if (before && "via" in before) return [before];
    return [];
  }
  return [];
}

/** The party before the verb that no preposition governs; else the noun there. */
function directSubject(parsed: Parsed, group: VerbGroup, previous: VerbGroup | null, at: number, index: number): void {
  const start = boundaryBefore(parsed, at, previous);
  const candidates = parsed.mentions.filter((one) => one.first >= start && one.next <= at + 1);
  const free = candidates.filter((one) => !governed(parsed, one, start));
  if (free.length > 0) {
    const first = free[0]!;
    group.subject = free.filter(
      (one, nth) => nth === 0 || (listed(parsed, free[nth - 1]!, one) && !ownDeterminer(parsed, one)),
    );
    const possessive =
      tokens(parsed, first.next) === "'s" && first.next + 1 <= at && !nounIsName(parsed, first.next + 1);
    if (possessive || (ownDeterminer(parsed, first) && first.next <= at)) {
      // "Oracle's revenue rose": the noun is the subject, the party its owner.
      group.subjectNoun = headNoun(parsed, first.next, at);
      group.subject = [];
    }
    return;
  }
  if (candidates.length === 0 && parsed.tokens[at]?.text === ",") {
    group.subject = insertionSubject(parsed, at, index);
    if (group.subject.length > 0) return;
  }
  group.subjectNoun = headNoun(parsed, start, at);
}

/** "its", "their", "our" own what follows; they are no subject. */
function ownDeterminer(parsed: Parsed, one: Mention): boolean {
  return one.via === "pronoun" && /^(?:its|their|our|your)$/.test(tokens(parsed, one.first));
}

function nounIsName(parsed: Parsed, at: number): boolean {
  const entity = parsed.cover[at];
  return entity !== null && entity !== undefined && "via" in entity;
}

function listed(parsed: Parsed, a: Mention, b: Mention): boolean {
  if (b.first - a.next > 2) return false;
  for (let at = a.next; at < b.first; at++) if (!/^(?:,|and|or|&|\/)$/.test(tokens(parsed, at))) return false;
  return true;
}

function boundaryBefore(parsed: Parsed, at: number, previous: VerbGroup | null): number {
  const floor = previous ? previous.next : 0;
  for (let index = at; index > floor; index--) {
    const word = tokens(parsed, index);
    if (parsed.cover[index]) continue;
    if (
      /^(?:;|:|—|–|\.|\||"|“|”|\()$/.test(word) ||
      subordinators.has(word) ||
      word === "but" ||
      (word === "that" && index < at) ||
      (word === "as" && index > floor && parsed.tokens[index - 1]?.text === ",")
    )
      return index + 1;
  }
  return floor;
}

function governed(parsed: Parsed, one: Mention, start: number): boolean {
  const before = tokens(parsed, one.first - 1);
  if (one.first - 1 < start) return false;
  return prepositions.has(before) && before !== "as" && before !== "like";
}

function headNoun(parsed: Parsed, start: number, at: number): number | null {
  for (let index = start; index <= at; index++) {
    const token = parsed.tokens[index]!;
    if (token.kind !== "word" || parsed.cover[index]) continue;
    if (determiners.has(token.lower) || adverb.test(token.lower)) continue;
    const next = tokens(parsed, index + 1);
    if (index === at || prepositions.has(next) || /^(?:,|\(|that|which)$/.test(next)) return index;
  }
  return at >= start ? at : null;
}

/** The arguments to the right of a verb group, to the end of its clause. */
export function afterVerb(parsed: Parsed, group: VerbGroup): Arguments {
  const { verbs } = parsed.known;
  const found = verbs.get(group.head) ?? collect(parsed, group.next, group.next, "object", false);
  verbs.set(group.head, found);
  return found;
}

/** The arguments on both sides of a noun. */
export function aroundNoun(parsed: Parsed, noun: number): Arguments {
  const found = parsed.known.nouns.get(noun) ?? gatherAround(parsed, noun);
  parsed.known.nouns.set(noun, found);
  return found;
}

function gatherAround(parsed: Parsed, noun: number): Arguments {
  const left = beforeNoun(parsed, noun);
  const right = collect(parsed, noun + 1, noun + 1, "after", true);
  return {
    parties: [...left.parties, ...right.parties],
    quantities: [...left.quantities, ...right.quantities],
    chips: [...left.chips, ...right.chips],
    first: left.first,
    next: right.next,
  };
}

/** Owners, figures and names in front of a noun: "Microsoft's earlier $13 billion Azure commitment". */
function beforeNoun(parsed: Parsed, noun: number): Arguments {
  const parties: Argument<Mention>[] = [];
  const quantities: Argument<Quantity>[] = [];
  const chips: Argument<NameHit>[] = [];
  let first = noun;
  for (let at = noun - 1; at >= 0; at--) {
    const entity = parsed.cover[at];
    const token = parsed.tokens[at]!;
    if (entity) {
      if ("via" in entity) {
        const owner =
          tokens(parsed, entity.next) === "'s" || tokens(parsed, entity.next) === "’" || ownDeterminer(parsed, entity);
        parties.push({ item: entity, role: owner ? "possessor" : "compound", at: entity.first, depth: 0 });
      } else if ("idle" in entity) quantities.push({ item: entity, role: "compound", at: entity.first, depth: 0 });
      else chips.push({ item: entity, role: "compound", at: entity.first, depth: 0 });
      at = entity.first;
      first = at;
      if (parties.at(-1)?.role === "possessor" && !(tokens(parsed, at - 1) === "and" && parsed.cover[at - 2])) break;
      continue;
    }
    if (token.text === "'s" || token.text === "-" || token.text === "–" || token.text === "*" || token.text === "’")
      continue;
    if (token.lower === "and" && parties.length > 0) continue;
    if (token.text === "," && (parsed.cover[at - 1] || parsed.cover[at + 1])) continue;
    if (
      token.kind === "sign" ||
      prepositions.has(token.lower) ||
      isVerbAt(parsed, at) ||
      determiners.has(token.lower) ||
      /^(?:and|or|but)$/.test(token.lower)
    )
      break;
    first = at;
  }
  return { parties, quantities, chips, first, next: noun };
}

function isVerbAt(parsed: Parsed, at: number): boolean {
  return parsed.verbs.some((group) => at >= group.first && at < group.next);
}

const joins: readonly (readonly [string, string])[] = [
  ["led by", "led"],
  ["headed by", "led"],
  ["arranged by", "led"],
  ["co-led by", "led"],
  ["anchored by", "led"],
  ["backed by", "led"],
  ["spearheaded by", "led"],
  ["underwritten by", "led"],
  ["provided by", "by"],
  ["supplied by", "by"],
  ["issued by", "by"],
  ["worth", "worth"],
  ["valued at", "worth"],
  ["totalling", "worth"],
  ["totaling", "worth"],
  ["in exchange for", "exchange"],
  ["in return for", "exchange"],
  ["in return", "return"],
  ["in which", "which"],
  ["on behalf of", "behalf"],
  ["such as", ""],
  ["according to", "according"],
  ["instead of", "instead"],
  ["rather than", "instead"],
  ["due to", "due"],
  ["because of", "because"],
  ["up to", ""],
  ["owed to", "to"],
  ["owed by", "owed"],
  ["along with", "with"],
  ["together with", "with"],
  ["participation from", "participation"],
  ["participation by", "participation"],
  ["participation of", "participation"],
  ["compared with", "instead"],
  ["compared to", "instead"],
  ["with participation", "participation"],
  ["subject to", "condition"],
];

const joinsByFirst = new Map<string, (readonly [readonly string[], string])[]>();
for (const [phrase, role] of joins) {
  const words = phrase.split(" ");
  joinsByFirst.set(words[0]!, [...(joinsByFirst.get(words[0]!) ?? []), [words, role]]);
}

/** Walks right from `from`, naming each entity by the preposition before it, until the clause ends. */
function collect(parsed: Parsed, from: number, start: number, direct: string, noun: boolean): Arguments {
  const parties: Argument<Mention>[] = [];
  const quantities: Argument<Quantity>[] = [];
  const chips: Argument<NameHit>[] = [];
  let role = direct;
  let depth = 0;
  let at = start;
  for (; at < parsed.tokens.length; at++) {
    const entity = parsed.cover[at];
    if (entity && entity.first === at) {
      if ("via" in entity) {
        const owner = tokens(parsed, entity.next) === "'s" || ownDeterminer(parsed, entity);
        parties.push({ item: entity, role: owner ? `${role}'s` : role, at, depth });
      } else if ("idle" in entity) quantities.push({ item: entity, role, at, depth });
      else chips.push({ item: entity, role, at, depth });
      at = entity.next - 1;
      continue;
    }
    if (entity) continue;
    const word = tokens(parsed, at);
    const join = joinsByFirst
      .get(word)
      ?.find(([words]) => words.every((one, offset) => tokens(parsed, at + offset) === one));
    if (join) {
      if (join[1] !== "") role = join[1];
      at += join[0].length - 1;
      continue;
    }
    const group = parsed.verbs.find((one) => one.first === at);
    if (group && at > from) {
      if (
        group.finite &&
        !(
          noun &&
          at - from <= 1 &&
          /^(?:be|total|amount|cover|run|come|stand|have|reach|grow|rise|swell|exceed|pass)$/.test(group.lemma)
        )
      ) {
        if (!(noun && depth === 0 && copular(parsed, group, from))) break;
      }
      depth++;
      at = group.next - 1;
      role = group.lemma === "be" ? "is" : group.passive ? "object" : "object";
      continue;
    }
    if (endsClause(parsed, at, word)) break;
    if (prepositions.has(word)) role = word;
    else if (word === "(") role = noun || role === "object" ? "bracket" : role;
  }
  return { parties, quantities, chips, first: from, next: at };
}

/** A noun that is the subject of "is worth", "totals", "stood at" reaches over that verb to its figure. */
function copular(parsed: Parsed, group: VerbGroup, from: number): boolean {
  if (
    !/^(?:be|total|amount|cover|run|come|stand|reach|grow|rise|swell|exceed|pass|climb|hit|value|fall|become|remain|surpass|top|widen|narrow|double|treble|jump|increase|drop|go|start|begin|end)$/.test(
      group.lemma,
    )
  )
    return false;
  for (let at = from; at < group.first; at++)
    if (/^(?:,|;|:)$/.test(tokens(parsed, at)) && !parsed.cover[at])
      return at - from > 0 && /^(?:which|,)$/.test(tokens(parsed, group.first - 1)) === false
        ? tokens(parsed, group.first - 1) === ","
        : true;
  return true;
}

function endsClause(parsed: Parsed, at: number, word: string): boolean {
  if (word === ";" || word === ":" || word === "—" || (word === "–" && !parsed.cover[at - 1])) return true;
  if (subordinators.has(word) || word === "but") return true;
  if (word === "which" || word === "who" || word === "whose") return true;
  if (word === "that" && parsed.verbs.some((group) => group.first === at + 1 || group.first === at + 2)) return true;
  if (word === "as" && tokens(parsed, at - 1) === ",") return true;
  return false;
}
