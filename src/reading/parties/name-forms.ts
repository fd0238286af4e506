/** Which name is short for which? "Brightmere" for "Brightmere AI, Inc.", "OSMI" for its words. */

import { isLegalForm } from "../../model/id.ts";
import { nameWords, places } from "../lexicon.ts";

/** The words of a name without its legal forms. */
export function wordsOf(name: string): string[] {
  return name.split(/[\s,]+/).filter((word) => word !== "" && !isLegalForm(word));
}

/** More names than these that begin alike are a list, and none is short for another. */
const mostAlike = 40;

/** The names of a document by the first word and by their initials, so that short forms find their full ones. */
export function fullForms(names: Iterable<string>): (short: string) => string[] {
  const byFirst = new Map<string, string[]>();
  const push = (key: string, name: string): void => {
    const list = byFirst.get(key);
    if (!list) byFirst.set(key, [name]);
    else if (list.length < mostAlike) list.push(name);
  };
  for (const name of names) {
    const words = lowerWordsOf(name);
    if (words.length === 0) continue;
    push(words[0]!, name);
    if (words.length > 1) push(`#${initialsOf(words)}`, name);
  }
  return (short) => {
    const first = lowerWordsOf(short)[0] ?? "";
    const fulls = [...(byFirst.get(first) ?? []), ...(byFirst.get(`#${short}`) ?? [])].filter(
      (full) => full !== short && shortFor(short, full),
    );
    // "Hjelm Compute AS" is a company of its own beside "Hjelm Compute International".
    const own = lowerWordsOf(short);
    const sameWords = fulls.filter((full) => lowerWordsOf(full).join(" ") === own.join(" "));
    return sameWords.length > 0 || own.length < short.split(/[\s,]+/).length ? sameWords : fulls;
  };
}

/** "Brightmere" is short for "Brightmere AI, Inc.", an acronym for its words. */
function shortFor(short: string, full: string): boolean {
  const a = lowerWordsOf(short);
  const b = lowerWordsOf(full);
  if (a.length >= b.length) return a.length === b.length && a.join() === b.join() && full.length > short.length;
  if (a.every((word, at) => word === b[at])) return !(a.length === 1 && (places.has(a[0]!) || nameWords.has(a[0]!)));
  return a.length === 1 && short.length >= 3 && short === initialsOf(b);
}

/** A heading may have a name in capitals that the text has not. */
function lowerWordsOf(name: string): string[] {
  return wordsOf(name).map((word) => word.toLowerCase());
}

function initialsOf(words: readonly string[]): string {
  return words.map((word) => word[0]!.toUpperCase()).join("");
}
