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
    const words = wordsOf(name);
    if (words.length === 0) continue;
    push(words[0]!, name);
    if (words.length > 1) push(`#${words.map((word) => word[0]).join("")}`, name);
  }
  return (short) => {
    const first = wordsOf(short)[0] ?? "";
    const fulls = [...(byFirst.get(first) ?? []), ...(byFirst.get(`#${short}`) ?? [])].filter(
      (full) => full !== short && shortFor(short, full),
    );
    // "Hjelm Compute AS" is a company of its own beside "Hjelm Compute International".
    const own = wordsOf(short).join(" ");
    const sameWords = fulls.filter((full) => wordsOf(full).join(" ") === own);
    return sameWords.length > 0 || wordsOf(short).length < short.split(/[\s,]+/).length ? sameWords : fulls;
  };
}

/** "Brightmere" is short for "Brightmere AI, Inc.", an acronym for its words. */
function shortFor(short: string, full: string): boolean {
  const a = wordsOf(short);
  const b = wordsOf(full);
  if (a.length >= b.length) return a.length === b.length && a.join() === b.join() && full.length > short.length;
  if (a.every((word, at) => word === b[at]))
    return !(a.length === 1 && (places.has(a[0]!.toLowerCase()) || nameWords.has(a[0]!.toLowerCase())));
  return a.length === 1 && a[0]!.length >= 3 && a[0] === b.map((word) => word[0]).join("");
}
