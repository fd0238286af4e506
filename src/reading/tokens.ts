/** Cuts a stretch of text into words, numbers and signs, each with its place in the document. */

type TokenKind = "word" | "number" | "sign";

/** A word, number or sign with its place in the document: `text.slice(start, end)` is its text. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

// A currency glued to its figure stands alone (USD10bn, Rs500). A word may hold inner dots (Amazon.com, U.S.), ampersands (AT&T) and apostrophes (doesn't); hyphens stand alone.
const shape =
  /(\d+(?:[.,\u00a0\u202f]\d+)*)|((?:USD|EUR|GBP|JPY|INR|CNY|RMB|NOK|SEK|DKK|CHF|CAD|AUD|HKD|SGD|KRW|TWD|AED|SAR|Rs)(?=\d)|(?:\p{L}\.){2,}(?!\p{L})|\p{L}[\p{L}\p{M}\p{N}]*(?:[.&’'](?![sS](?![\p{L}\p{N}]))[\p{L}\p{N}]+)*)|([’'][sS](?![\p{L}\p{N}]))|(\S)/gu;

/** The tokens of `text[start, end)`. Linear; a possessive ’s is a token of its own. */
export function tokenise(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  shape.lastIndex = start;
  for (let match = shape.exec(text); match !== null && match.index < end; match = shape.exec(text)) {
    let word = match[0];
    if (match.index + word.length > end) word = word.slice(0, end - match.index);
    const kind: TokenKind = match[1] !== undefined ? "number" : match[2] !== undefined ? "word" : "sign";
    const first = word.charCodeAt(0);
    const capital = kind === "word" && (first < 128 ? first <= 90 : word[0] !== word[0]!.toLowerCase());
    tokens.push({
      text: word,
      lower: kind === "word" ? word.toLowerCase() : match[3] !== undefined ? "'s" : word,
      start: match.index,
      end: match.index + word.length,
      kind,
      capital,
    });
  }
  return tokens;
}
