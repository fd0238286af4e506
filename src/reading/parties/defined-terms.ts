/** Which forms does a document define for a party: `Solvane Systems, Inc. (the "Company")`? */

import { isLegalForm, type PartyId, partyIdOf } from "../../model/id.ts";
import { mentionByName, type ReadSentence } from "../mentions.ts";
import type { NameIndex } from "../names.ts";
import type { Token } from "../tokens.ts";
import { nameOf } from "./candidates.ts";

/** Party of each short or defined form that the document itself introduces: "Brightmere", "the Mission". */
export interface DocumentNames {
  readonly defined: ReadonlyMap<string, PartyId>;
  /** Who "we" is, where the document defines it. */
  readonly self: PartyId | null;
}

/** `Solvane Systems, Inc. (the "Company")`: forms that the document defines for a party. */
export function definitions(
  sentences: readonly ReadSentence[],
  organisations: Map<string, PartyId>,
  index: NameIndex,
): DocumentNames {
  const defined = new Map<string, PartyId>();
  let self: PartyId | null = null;
  for (const sentence of sentences) {
    const { tokens } = sentence;
    for (let at = 1; at < tokens.length; at++) {
      if (tokens[at]!.text !== "(") continue;
      const party = partyEndingAt(sentence, at, organisations);
      if (!party) continue;
      for (const form of formsAt(tokens, at, party)) {
        if (form === "we" || form === "us" || form === "our") self = party;
        else if (/company|registrant|issuer|corporation/.test(form)) {
          defined.set(form, party);
          if (/company|registrant/.test(form)) self ??= party;
        } else defined.set(form, party);
      }
    }
  }
  for (const [name] of organisations) {
    const party = defined.get(name.toLowerCase());
    if (party) organisations.set(name, party);
  }
  addDefined(sentences, defined, index);
  return { defined, self };
}

function partyEndingAt(
  sentence: ReadSentence,
  at: number,
  organisations: ReadonlyMap<string, PartyId>,
): PartyId | null {
  const known = sentence.mentions.find(
    (one) =>
      one.next <= at &&
      sentence.tokens.slice(one.next, at).every((token) => /^[.,]$/.test(token.text) || isLegalForm(token.text)),
  );
  if (known && known.via === "name") return known.party;
  for (let first = Math.max(0, at - 8); first < at; first++) {
    const name = nameOf(
      sentence.tokens,
      first,
      sentence.tokens[at - 1]!.text === "." && !isLegalForm(sentence.tokens[at - 2]?.text ?? "") ? at - 1 : at,
    ).replace(/\.$/, "");
    const party = organisations.get(name) ?? organisations.get(`${name}.`);
    if (party) return party;
  }
  return null;
}

/** The forms in the brackets that open at a token, as written small. */
function formsAt(tokens: readonly Token[], open: number, party: PartyId): string[] {
  const forms: string[] = [];
  for (let at = open + 1; at < Math.min(open + 16, tokens.length) && tokens[at]!.text !== ")"; at++) {
    if (!/^["“]$/.test(tokens[at]!.text)) continue;
    let end = at + 1;
    while (end < tokens.length && !/^["”]$/.test(tokens[end]!.text)) end++;
    if (end - at <= 5)
      forms.push(
        tokens
          .slice(at + 1, end)
          .map((token) => token.lower)
          .join(" "),
      );
    at = end;
  }
  // `Hearthline Digital plc (Hearthline)`
  if (
    forms.length === 0 &&
    tokens[open + 2]?.text === ")" &&
    tokens[open + 1]?.capital &&
    tokens[open + 1]!.kind === "word" &&
    isShortOf(tokens[open + 1]!.text, party)
  )
    forms.push(tokens[open + 1]!.lower);
  return forms;
}

/** Whether a name's letters hold those of a form in their order, from the head of a word on: "CDPQ", "Hearthline"; not "Compute du Fleuve (Québec)". */
function isShortOf(form: string, party: PartyId): boolean {
  const letters = [...partyIdOf(form)];
  return [...party.matchAll(/(?:^|-)(?=.)/g)].some(({ index, 0: { length } }) => {
    let at = index + length;
    if (party[at] !== letters[0]) return false;
    return letters.every((letter) => {
      at = party.indexOf(letter, at) + 1;
      return at > 0;
    });
  });
}

/** Marks every later use of a defined form that is no name of its own: "the Company", "the Mission". */
function addDefined(sentences: readonly ReadSentence[], defined: ReadonlyMap<string, PartyId>, index: NameIndex): void {
  const forms = Map.groupBy([...defined], ([form]) => form.split(" ")[0]!);
  for (const sentence of sentences) {
    const { tokens } = sentence;
    for (let at = 0; at < tokens.length; at++) {
      for (const [form, party] of forms.get(tokens[at]!.lower) ?? []) {
        const words = form.split(" ");
        if (!tokens[at]!.capital && words[0] !== "the") continue;
        if (!words.every((word, offset) => tokens[at + offset]?.lower === word)) continue;
        const first = tokens[at - 1]?.lower === "the" ? at - 1 : at;
        if (/^["“]$/.test(tokens[at - 1]?.text ?? "")) continue;
        sentence.mentions.push(mentionByName(party, first, at + words.length, index));
      }
    }
  }
}
