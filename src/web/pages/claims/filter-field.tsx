/** The filter in the words of the command line, completed as it is typed. */

import { useEffect, useState } from "preact/hooks";
import { claimKinds } from "../../../model/claim.ts";
import { dayFields, kindGroups, marks, type WordField, wordFields, wordsOfField } from "../../../views/filter.ts";
import { quotedIfNeeded } from "../../../views/parse-filter.ts";
import { book, goWith } from "../../state/page.ts";
import { Key } from "../../ui/key.tsx";
import { claimsProblem } from "./claims.ts";

const offeredAtMost = 8;
const typingPause = 250;

export function FilterField({ written }: { written: string }) {
  const [text, setText] = useState(written);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  useEffect(() => setText(written), [written]);
  useEffect(() => {
    if (text === written) return;
    const timer = setTimeout(() => goWith({ q: text.trim() }, true), typingPause);
    return () => clearTimeout(timer);
  }, [text, written]);
  const offers = open ? completions(text) : [];
  const take = (offer: string): void => {
    setText(`${text.slice(0, text.length - lastWord(text).length)}${offer}${offer.endsWith(":") ? "" : " "}`);
    setAt(-1);
  };
  return (
    <div class="filter">
      <label>
        <span class="sr">Filter </span>
        <Key act="search" />
        <input
          data-search
          role="combobox"
          aria-expanded={offers.length > 0}
          aria-controls="filter-offers"
          aria-activedescendant={at >= 0 ? `offer-${at}` : undefined}
          aria-autocomplete="list"
          aria-invalid={claimsProblem.value !== null}
          placeholder="status:talks amount:>5bn party:OpenAI conflict"
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setOpen(true);
            setAt(-1);
          }}
          onBlur={() => setOpen(false)}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown" && offers.length > 0) setAt(Math.min(offers.length - 1, at + 1));
            else if (event.key === "ArrowUp" && offers.length > 0) setAt(Math.max(-1, at - 1));
            else if ((event.key === "Enter" || event.key === "Tab") && offers[at]) take(offers[at]);
            else if (event.key === "Enter") {
              goWith({ q: text.trim() }, true);
              setOpen(false);
              document.querySelector<HTMLElement>("[data-table]")?.focus();
            } else if (event.key === "Escape") {
              if (offers.length > 0) setOpen(false);
              else event.currentTarget.blur();
            } else return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
      </label>
      {text !== "" && (
        <button type="button" class="plain" onClick={() => goWith({ q: "" }, true)}>
          clear
        </button>
      )}
      <ul
        id="filter-offers"
        role="listbox"
        aria-label="Completions"
        class={offers.length > 0 ? "offers" : "offers none"}
      >
        {offers.map((offer, index) => (
          // The mouse must not take the focus from the field before the click is there.
          <li
            key={offer}
            id={`offer-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(offer)}
            onKeyDown={undefined}
          >
            {offer}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The word that is being typed, with what it begins. */
function lastWord(text: string): string {
  return /(?:[^\s"]|"[^"]*"?)*$/.exec(text)?.[0] ?? "";
}

/** Fields and marks, or the values of a field. */
function completions(text: string): string[] {
  const word = lastWord(text);
  const [, minus = "", rest = ""] = /^(-?)(.*)$/s.exec(word)!;
  const [field = "", value] = rest.split(":");
  if (value === undefined) {
    if (rest === "") return [];
    const names = [...wordFields, "amount", ...dayFields].map((name) => `${minus}${name}:`);
    return startingWith([...names, ...marks.map((mark) => `${minus}${mark}`)], word);
  }
  const values = valuesOf(field).map((each) => `${minus}${field}:${quotedIfNeeded(each)}`);
  const bare = value.replaceAll('"', "").toLowerCase();
  return values
    .filter((each) => each.toLowerCase().replaceAll('"', "").includes(`:${bare}`) && each !== word)
    .slice(0, offeredAtMost);
}

function valuesOf(field: string): readonly string[] {
  const now = book.value;
  if (field === "kind") return [...kindGroups, ...claimKinds];
  if (field === "party" || field === "from" || field === "to") return now?.parties ?? [];
  if (field === "document") return now?.documents.map(({ number }) => number) ?? [];
  if (field === "publisher") return [...new Set(now?.documents.flatMap(({ publisher }) => publisher ?? []) ?? [])];
  return wordsOfField[field as WordField] ?? [];
}

function startingWith(all: readonly string[], word: string): string[] {
  return all.filter((each) => each.startsWith(word.toLowerCase()) && each !== word).slice(0, offeredAtMost);
}
