/** Identities: hashes of what a thing is made of, so that the same thing has the same id on every machine. */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export type DocumentId = string & { readonly brand: "document" };
export type ClaimId = string & { readonly brand: "claim" };
export type PartyId = string & { readonly brand: "party" };
export type AppearanceId = string & { readonly brand: "appearance" };
export type ReadingId = string & { readonly brand: "reading" };
export type DecisionId = string & { readonly brand: "decision" };
export type WriteId = string & { readonly brand: "write" };
export type DealId = string & { readonly brand: "deal" };
export type AssumptionId = string & { readonly brand: "assumption" };

/** SHA-256 of the text, as 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The first 16 of the digits. */
function shortHash(text: string): string {
  return bytesToHex(sha256(bytesOfId(text) ?? utf8ToBytes(text)).subarray(0, 8));
}

/** The bytes of a text that is all ASCII, as ids are: a text encoder takes longer than hashing them. */
function bytesOfId(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) return null;
    bytes[at] = code;
  }
  return bytes;
}

/** A text without what makes no difference to its reader: the kind of its line ends, a byte order mark, how accents are composed, halves of characters, blanks at its end. */
export function normalisedText(text: string): string {
  return text
    .toWellFormed()
    .replace(/^\uFEFF+/, "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC")
    .trimEnd();
}

/** The id of a document: the hash of its normalised text. */
export function documentId(text: string): DocumentId {
  return sha256Hex(normalisedText(text)) as DocumentId;
}

/** The id of a claim: 16 digits (64 bits) keep a million claims apart with odds of 1 in 37 million against. */
export function claimId(parts: readonly (string | number | null)[]): ClaimId {
  return `c-${shortHash(JSON.stringify(parts))}` as ClaimId;
}

/** The id of a deal: from the claim with which it was first named. */
export function dealId(founding: ClaimId): DealId {
  return `deal-${shortHash(founding)}` as DealId;
}

/** The id of a record that a book keeps: `a-…`, `r-…`, `d-…`, `w-…`, `as-…`, a hash of all that it holds, so that equal ids mean equal records. */
export function recordId<Id extends AppearanceId | ReadingId | DecisionId | WriteId | AssumptionId>(
  letter: "a" | "r" | "d" | "w" | "as",
  parts: unknown,
): Id {
  return `${letter}-${shortHash(JSON.stringify(parts))}` as Id;
}

const legalForms = new Set(
  (
    "inc incorporated corp corporation ltd limited llc plc ag ab gmbh sa nv se oy oyj asa bv kk ehf srl spa pte pvt " +
    "lp llp co pbc as sas sasu kg kgaa aps pty uab sab berhad bhd tbk spzoo ooo jsc pjsc ojsc qpsc psc wll bsc saog saoc gk dac ou sl slu fz fze fzco dmcc hf sarl sca " +
    "ksc kscp kscc qsc sdn scs bvba sprl ltda doo zrt nyrt ug mbh teoranta cyf cic rl publ"
  ).split(" "),
);

/** Forms that end ids too seldom to be looked for in running text: "Claro Cómputo, S.A.P.I. de C.V.", "Karoo Compute (Proprietary) Limited". */
const rareForms = new Set("cv sapi eg ike abp sal".split(" "));
const besideForms = new Set("private proprietary company de".split(" "));

/** Legal forms that stand before a name: "PT Telkom", "UAB Rackmont". */
const leadingForms = new Set(["pt", "uab", "ou", "sia", "ooo", "jsc", "pjsc", "ojsc"]);

/** Party id of a name as written: kebab-case without accents, a leading article and a legal form before it or at its end. */
export function partyIdOf(name: string): PartyId {
  let words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s[aik]\/s$/, "")
    .replace(/(?<!\p{L})(\p{L}(?:\.\p{L})+)\.?(?!\p{L})/gu, (letters) => letters.replaceAll(".", ""))
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length > 1 && (words[0] === "the" || leadingForms.has(words[0]!))) words = words.slice(1);
  for (let form = false; words.length > 1; words.pop()) {
    const last = words[words.length - 1]!;
    if (!legalForms.has(last) && !rareForms.has(last) && !(form && besideForms.has(last))) break;
    form = true;
  }
  return words.join("-") as PartyId;
}

/** Whether a word is a legal form such as `Inc` or `GmbH` (without its dots, in any case). */
export function isLegalForm(word: string): boolean {
  return legalForms.has(word.toLowerCase().replace(/\./g, ""));
}
