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

// A currency glued to its figure stands alone (USD10bn, Rs500, P80 billion). A word may hold inner dots (Amazon.com, U.S.), ampersands (AT&T) and apostrophes (doesn't); hyphens stand alone.
const shape =
  /(\d+(?:[.,\u00a0\u202f]\d+)*)|((?:(?<=\$)US|USD|EUR|GBP|JPY|INR|CNY|RMB|Rmb|NOK|SEK|DKK|CHF|CAD|AUD|HKD|SGD|NZD|KRW|TWD|AED|SAR|QAR|PLN|CZK|HUF|ZAR|BRL|MXN|ILS|NIS|TRY|THB|MYR|RM|IDR|VND|PHP|NGN|KES|EGP|KZT|PKR|CLP|COP|ISK|KWD|BHD|OMR|GHS|XOF|LKR|NPR|BDT|ARS|PEN|UGX|TZS|MNT|VNĐ|[SND]Kr|SFr|Won|Rs|Rp|Dhs?|SR|BD|KD|K[Ss]h|USh|Sh|[RPNW](?=\d[\d.,]*(?:\s?(?:million|billion|trillion|mn|bn|tn|trn)|[bm]\b)))(?=\d)|Rs(?=\.\d)|(?:\p{L}\.){2,}(?!\p{L})|\p{L}[\p{L}\p{M}\p{N}]*(?:[.&’'](?![sS](?![\p{L}\p{N}]))[\p{L}\p{N}]+)*)|([’'][sS](?![\p{L}\p{N}]))|(\S)/gu;

/** The tokens of `text[start, end)`. Linear; a possessive ’s is a token of its own. */
export function tokenise(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  // Alone, so that no match runs on to the end of the whole text.
  for (const match of text.slice(start, end).matchAll(shape)) {
    const word = match[0];
    const kind: TokenKind = match[1] !== undefined ? "number" : match[2] !== undefined ? "word" : "sign";
    const first = word.charCodeAt(0);
    const capital = kind === "word" && (first < 128 ? first <= 90 : word[0] !== word[0]!.toLowerCase());
    tokens.push({
      text: word,
      lower: plain(kind === "word" || match[3] !== undefined ? word.toLowerCase() : word),
      start: start + match.index,
      end: start + match.index + word.length,
      kind,
      capital,
    });
  }
  return tokens;
}

/** Printers' quotation marks and apostrophes as those of a keyboard, so that grammar knows one of each. */
function plain(word: string): string {
  return /[‘’“”„]/.test(word) ? word.replace(/[‘’]/g, "'").replace(/[“”„]/g, '"') : word;
}
