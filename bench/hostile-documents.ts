/** Documents that were made to break a reader, each at any size, so that time can be compared with length. */

/** A hostile document: what it is, the name of its file, its bytes at about `size` bytes. */
export interface HostileDocument {
  readonly about: string;
  readonly file: string;
  readonly bytes: (size: number) => Uint8Array;
}

const text = (make: (size: number) => string) => (size: number) => new TextEncoder().encode(make(size));
const repeated = (unit: string) => text((size) => unit.repeat(Math.ceil(size / unit.length)).slice(0, size));
const claim = "OpenAI signed a $38 billion contract with AWS. ";

export const hostileDocuments: readonly HostileDocument[] = [
  { about: "letters without a space", file: "one-word.txt", bytes: repeated("a") },
  { about: "capitals without a space", file: "capitals.txt", bytes: repeated("A") },
  { about: "digits without a space", file: "digits.txt", bytes: repeated("9") },
  {
    about: "claims without a full stop",
    file: "one-sentence.txt",
    bytes: repeated("OpenAI paid Nvidia $10 billion and "),
  },
  { about: "claims without a line break", file: "one-line.txt", bytes: repeated(claim) },
  { about: "amounts and nothing else", file: "amounts.txt", bytes: repeated("$5bn ") },
  { about: "amounts, one a line", file: "amount-lines.txt", bytes: repeated("$5.1bn\n") },
  { about: "parties and nothing else", file: "parties.txt", bytes: repeated("OpenAI Amazon Nvidia ") },
  {
    about: "ever new names",
    file: "names.txt",
    bytes: text((size) => {
      let all = "";
      for (let nth = 0; all.length < size; nth++)
        all += `Q${nth.toString(36)}x Systems invested $${nth} million in Z${nth.toString(36)}y Labs. `;
      return all;
    }),
  },
  { about: "one name, ever longer", file: "long-name.txt", bytes: repeated("Grand ") },
  { about: "pronouns", file: "pronouns.txt", bytes: repeated("It said that it would buy it from them. ") },
  { about: "open brackets", file: "brackets.txt", bytes: repeated("(") },
  { about: "open quotation marks", file: "quotes.txt", bytes: repeated("“OpenAI ") },
  { about: "full stops", file: "stops.txt", bytes: repeated(". ") },
  { about: "commas", file: "commas.txt", bytes: repeated("OpenAI, ") },
  { about: "hyphens", file: "hyphens.txt", bytes: repeated("a-") },
  { about: "line breaks", file: "lines.txt", bytes: repeated("\n") },
  { about: "a table of one row", file: "row.txt", bytes: repeated("| OpenAI | $5bn ") },
  { about: "headings", file: "headings.md", bytes: repeated("# OpenAI\n") },
  { about: "list items", file: "items.md", bytes: repeated("- OpenAI paid AWS $5bn\n") },
  { about: "control characters", file: "controls.txt", bytes: repeated(`\u0001\u0008\u001b[31m${claim}`) },
  { about: "right-to-left marks", file: "marks.txt", bytes: repeated(`\u202e\u2067${claim}\u2069\u200f`) },
  { about: "emoji", file: "emoji.txt", bytes: repeated("🚀👩‍💻🇺🇸 OpenAI 💰 $5bn ") },
  { about: "stacked accents", file: "accents.txt", bytes: repeated("é́́́́́́́") },
  {
    about: "half characters",
    file: "surrogates.txt",
    bytes: (size) => new TextEncoder().encode("\ud83d ".repeat(size / 4)),
  },
  {
    about: "broken UTF-8",
    file: "broken.txt",
    bytes: (size) => Uint8Array.from({ length: size }, (_, at) => (at % 7 === 0 ? 0xc3 : 65 + (at % 26))),
  },
  { about: "random bytes", file: "binary.bin", bytes: randomBytes },
  { about: "zero bytes", file: "zeros.txt", bytes: (size) => new Uint8Array(size) },
  { about: "nothing", file: "empty.txt", bytes: () => new Uint8Array() },
  {
    about: "deep HTML",
    file: "deep.html",
    bytes: text(
      (size) => `<html><body>${"<div>".repeat(size / 11)}${claim}${"</div>".repeat(size / 11)}</body></html>`,
    ),
  },
  { about: "HTML that never closes", file: "open.html", bytes: repeated("<p><a href='x'><b>OpenAI ") },
  {
    about: "HTML of script",
    file: "script.html",
    bytes: text((size) => `<html><body><script>${"alert(1);".repeat(size / 9)}</script><p>${claim}</p></body></html>`),
  },
  {
    about: "entities",
    file: "entities.html",
    bytes: text((size) => `<html><body><p>${"&amp;&#x41;&lt;".repeat(size / 14)}</p></body></html>`),
  },
  {
    about: "front matter without an end",
    file: "front.md",
    bytes: text((size) => `---\ntitle: ${"a: [".repeat(size / 4)}`),
  },
  {
    about: "a PDF that is none",
    file: "none.pdf",
    bytes: text((size) => `%PDF-1.7\n${"1 0 obj << /Kids [1 0 R] >> endobj\n".repeat(size / 35)}`),
  },
];

/** Bytes from a fixed seed. */
function randomBytes(size: number): Uint8Array {
  let state = 7;
  return Uint8Array.from({ length: size }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  });
}
