/** Identities: hashes of what a thing is made of, so that the same thing has the same id on every machine. */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export type DocumentId = string & { readonly brand: "document" };
export type ClaimId = string & { readonly brand: "claim" };
export type PartyId = string & { readonly brand: "party" };

/** SHA-256 of the text, as 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The id of a document: the hash of its text, indifferent to line ends, a byte order mark and composed accents. */
export function documentId(text: string): DocumentId {
  const normalised = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .normalize("NFC")
    .trimEnd();
  return sha256Hex(normalised) as DocumentId;
}

/** The id of a claim: 16 digits (64 bits) keep a million claims apart with odds of 1 in 37 million against. */
export function claimId(parts: readonly (string | number | null)[]): ClaimId {
  return `c-${sha256Hex(JSON.stringify(parts)).slice(0, 16)}` as ClaimId;
}

const legalForms = new Set(
  (
    "inc incorporated corp corporation ltd limited llc plc ag ab gmbh sa nv se oy oyj asa bv kk ehf srl spa pte pvt " +
    "lp llp co pbc as sas kg aps pty"
  ).split(" "),
);

/** Party id of a name as written: kebab-case without accents, a leading article and a legal form at the end. */
export function partyIdOf(name: string): PartyId {
  let words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/(\p{L})\.(?=\p{L}\.)/gu, "$1")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length > 1 && words[0] === "the") words = words.slice(1);
  while (words.length > 1 && legalForms.has(words[words.length - 1]!)) words.pop();
  return words.join("-") as PartyId;
}

/** Whether a word is a legal form such as `Inc` or `GmbH` (without its dots, in any case). */
export function isLegalForm(word: string): boolean {
  return legalForms.has(word.toLowerCase().replace(/\./g, ""));
}
