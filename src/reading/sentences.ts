/** Cuts a document into blocks (lines with a role) and blocks into sentences. Nothing is cleaned: all places are the text's own. */

import type { Span } from "../model/claim.ts";

type BlockKind = "heading" | "paragraph" | "bullet" | "row";

/** A sentence by its place in the document, and the block that it stands in. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly block: BlockKind;
  /** Counts the blocks of the document: neighbours in one block share it. */
  readonly blockIndex: number;
  /** Where the block sits: a teaser, a disclaimer, an advert. */
  readonly boilerplate: boolean;
}

interface Block {
  start: number;
  end: number;
  kind: BlockKind;
  boilerplate: boolean;
}

const bullet =
  /^[\s>]*(?:[-–•*▪◦‣→➜✅❌☑✔➤»·]\uFE0F?|\d{1,2}[.)]|\d\uFE0F?\u20E3|\(?[a-z]\)|\p{Extended_Pictographic}\uFE0F?)\s+/u;
const boilerplateLine =
  /^(?:[\s>*_]*)(?:also (?:read|interesting)|read (?:also|more|next)|see also|more (?:in|from|on)\b|related:|recommended|disclaimer|disclosure|the views expressed|this (?:article|publication|release|newsletter|post|issue) (?:is|contains|was|has been|may)\b|readers are encouraged|subscribe|sign up|share it|follow me|repost|forward|hit reply|you'?re getting this|get a weekly|trade \w+ with|promoted|advert|sponsored|prior results|contact the|our firm|\(?reporting by|editing by|text:|photographs by|posted by|by [A-Z][\w.]+ [A-Z][\w.]+ \||imprint|© |copyright|status {2,}|product {2,}|tags?:|#\w|whitepaper|podcast|event:|before you do|should you (?:invest|buy)|did you find|about the author|in partnership with|brought to you)/iu;
const boilerplateAnywhere =
  /(?:we may earn a commission|affiliate link|use(?:s)? cookies|all rights reserved|not (?:financial|investment|legal) advice|financial or investment advice|attorney advertising|unsubscribe|manage preferences|disclosure policy|no position in any|reader-supported|welcome bonus|early-bird|promo(?:tion)? code|with code [A-Z]+\d*|data protection|cookie settings|free credits|would have grown to|stocks? (?:it|we) likes? best|forward-looking statements|cookie policy|accept our policy|has (?:advised|acted) on (?:more than|over)|rating fee|paid a fee of|newsletter[. !]|is brought to you by|is part of our sponsored)/iu;
const boilerplateHeading =
  /^(?:disclaimer|disclosures?|about the author|signatures?|legal notice|read also|related (?:articles|stories)|how we can help|more in\b.*|should you invest .*|recommended reading|footnotes|references)\s*:?$/iu;

/** The sentences of a text in order; together they hold all of it but white space. */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  blocksOf(text).forEach((block, blockIndex) => {
    for (const [start, end] of sentencesOf(text, block.start, block.end)) {
      const boilerplate = block.boilerplate || boilerplateAnywhere.test(text.slice(start, Math.min(end, start + 2000)));
      sentences.push({ start, end, block: block.kind, blockIndex, boilerplate });
    }
  });
  return sentences;
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let ended = false;
  let position = 0;
  while (position < text.length) {
    let next = text.indexOf("\n", position);
    if (next === -1) next = text.length;
    const line = text.slice(position, next);
    const trimmed = line.trim();
    const start = position + (line.length - line.trimStart().length);
    const end = start + trimmed.length;
    position = next + 1;
    if (trimmed === "") {
      open = null;
      continue;
    }
    // A line that goes on in lower case after a long unfinished one is the same paragraph, hard-wrapped.
    if (open && wraps(text, open, trimmed)) {
      open.end = end;
      continue;
    }
    const kind = lineKind(trimmed);
    if (boilerplateHeading.test(trimmed)) ended = true;
    else if (ended && kind === "heading") ended = false;
    const boilerplate = ended || boilerplateLine.test(trimmed);
    const list: Block | undefined = blocks[blocks.length - 1];
    if (
      list &&
      kind === "bullet" &&
      bareName(trimmed) &&
      text.slice(list.start, list.end).match(/(?::|\n[-–•*] [^\n]{1,40})$/u) &&
      list.kind === "paragraph" &&
      text.slice(list.end, start).trim() === ""
    ) {
      list.end = end;
      continue;
    }
    const mark = kind === "bullet" ? bullet.exec(trimmed)![0].length : 0;
    open = { start: start + mark, end, kind, boilerplate };
    blocks.push(open);
  }
  return blocks;
}

function wraps(text: string, open: Block, line: string): boolean {
  if (open.end - open.start < 45 || bullet.test(line) || open.kind === "row") return false;
  return (
    /[\p{L}\p{N},;’'"”)$%–-]$/u.test(text.slice(open.end - 1, open.end)) &&
    /^[\p{Ll}\d$€£(“"]/u.test(line) &&
    !/[.!?]["”’)]*$/u.test(text.slice(open.end - 3, open.end))
  );
}

/** "Revolving facility, Bank of America | $140": a row of two cells, the second a figure. */
const shortRow = /^[^|]{3,120} \| (?:[(−-]|[A-Z]{0,3}[$€£¥₹]|[A-Z]{3} )?\d[^|]{0,30}$/u;

function lineKind(line: string): BlockKind {
  if ((line.match(/ ?\| ?|\t/gu)?.length ?? 0) >= 2 || shortRow.test(line)) return "row";
  if (bullet.test(line)) return "bullet";
  if (line.length < 120 && !/[.!?…:;,]["”’)*]*$/u.test(line)) return "heading";
  return "paragraph";
}

/** A list item that only names something: "- Nvidia". */
function bareName(line: string): boolean {
  return line.length < 45 && /^[-–•*]\s+(?:\p{Lu}[\p{L}\p{N}&.-]*\s*)+$/u.test(line);
}

const abbreviations = new Set(
  (
    "inc corp ltd co llc plc mr mrs ms dr prof st no nos vs approx dept est jan feb mar apr jun jul aug sep sept oct nov dec " +
    "fig al ca cf e.g i.e eg ie etc pvt jr sr gen sen rep gov hon mt rs reg pp ed vol u.s u.k a.m p.m"
  ).split(" "),
);

function sentencesOf(text: string, start: number, end: number): Span[] {
  const spans: Span[] = [];
  let from = start;
  // In the block alone: a block without a stop would be searched to the end of the text. Marks of footnotes stand behind the stop: "by 2024.[7][8]".
  for (const match of text.slice(start, end).matchAll(/[.!?…]+["”’')\]*_]*(?:[¹²³⁰-⁹]{1,3}|(?:\[\d{1,3}\])+)?/gu)) {
    const at = start + match.index;
    const after = at + match[0].length;
    if (after >= end) break;
    if (!endsSentence(text, at, after, match[0])) continue;
    push(text, spans, from, after);
    from = after;
  }
  push(text, spans, from, end);
  return joinFigures(text, spans).flatMap((span) => cutLong(text, span));
}

/** No sentence that a person wrote is longer; a text without full stops is cut so that no sentence's grammar takes for ever. */
const longest = 2000;

function cutLong(text: string, [start, end]: Span): Span[] {
  if (end - start <= longest) return [[start, end]];
  const spans: Span[] = [];
  let from = start;
  while (end - from > longest) {
    // Looked for in the piece alone: in the whole text a search that finds nothing goes back to its beginning.
    const piece = text.slice(from, from + longest);
    const gap = Math.max(piece.lastIndexOf(" "), piece.lastIndexOf("\n"));
    let cut = from + (gap > 0 ? gap : longest);
    // A pair of code units is one character.
    if (/[\udc00-\udfff]/.test(text[cut]!)) cut++;
    push(text, spans, from, cut);
    from = cut;
  }
  push(text, spans, from, end);
  return spans;
}

/** "$38bn. What OpenAI will pay AWS.": a figure that stands alone belongs to the sentence after it. */
function joinFigures(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (let at = 0; at < spans.length; at++) {
    const [start, end] = spans[at]!;
    const next = spans[at + 1];
    if (next && end - start <= 34 && loneFigure.test(text.slice(start, end))) {
      joined.push([start, next[1]]);
      at++;
    } else joined.push([start, end]);
  }
  return joined;
}

const loneFigure =
  /^(?:[*_~≈<>]*(?:about |nearly |over |roughly |between |up to )?(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3} ?\d|\d)[^a-z]{0,12}(?: ?(?:bn|billion|million|trillion|tn|trn|crore|percent|per cent|and|to|MW|GW|m|k|x|[$€£¥\d.,+%-]+)){0,6}|(?:half|a third|a quarter|two[- ]thirds|three[- ]quarters|a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|a hundred)(?:[- ](?:of|a|an|and|half|billion|million|trillion|third|fifth|quarter|per cent|percent|gigawatts?|megawatts?|hundred|thousand|one|two|three|four|five|six|seven|eight|nine|dollars|euros|pounds))*)[.!?]["”*_]*$/iu;

function endsSentence(text: string, at: number, after: number, mark: string): boolean {
  const next = text.slice(after, after + 3);
  if (!/^\s/u.test(next)) {
    // "powers it.OpenAI": a stop glued to the next sentence; "Character.AI" is a name.
    return (
      mark === "." &&
      /^(?!AI(?!\p{L})|IO(?!\p{L}))\p{Lu}\p{L}/u.test(next) &&
      /\p{Ll}{2}$/u.test(text.slice(Math.max(0, at - 2), at))
    );
  }
  if (mark[0] !== ".") return !/^\s\p{Ll}/u.test(next);
  if (
    !/^\s+["“‘'([*_]*[\p{Lu}\p{N}$€£¥₹~>≈•✅]/u.test(text.slice(after, after + 8)) &&
    !/^\s+\p{Extended_Pictographic}/u.test(text.slice(after, after + 8))
  ) {
    // A name may begin in lower case (xAI, d-Matrix).
    return /^\s+(?:x\p{Lu}|d-M|i\p{Lu})/u.test(text.slice(after, after + 8));
  }
  const word = /([\p{L}\p{N}.&]+)$/u.exec(text.slice(Math.max(0, at - 14), at))?.[1] ?? "";
  const lower = word.toLowerCase();
  if (/^\p{Lu}$/u.test(word)) return false;
  const initials = /^(?:\p{Lu}\.)+\p{Lu}$/u.test(word);
  if (!initials && !abbreviations.has(lower)) return true;
  // "Inc." may end a sentence: only where the next word begins one plainly; "J.P. Morgan" ends none.
  return (
    (initials || /^(?:inc|corp|ltd|llc|plc|co|etc)$/u.test(lower)) &&
    /^\s+(?:The|It|In|On|A|An|This|Its|They|We|But|And|As|For|At|Both)\s/u.test(text.slice(after, after + 8))
  );
}

function push(text: string, spans: Span[], from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/u.test(text[start]!)) start++;
  while (end > start && /\s/u.test(text[end - 1]!)) end--;
  if (end > start) spans.push([start, end]);
}
