/** One box to go, to search and to do. Every row shows its own key, so that the palette teaches the keys. */

import { useEffect, useRef, useState } from "preact/hooks";
import { isDealKind } from "../../deals/matter.ts";
import type { FoundAnswer } from "../../views/page-answers.ts";
import { isPossible, perform } from "../state/acts.ts";
import { boundKeys } from "../state/bound-keys.ts";
import { keyText } from "../state/key-table.ts";
import { book, closeLayer, controls, follow } from "../state/page.ts";
import { ask } from "../state/server.ts";
import { Dialog } from "./dialog.tsx";

interface Row {
  readonly id: string;
  readonly sort: "do" | "document" | "party" | "deal" | "sentence";
  readonly text: string;
  readonly about: string;
  readonly run: () => void;
}

const rowsOfSort = 6;

export function Palette() {
  const [written, setWritten] = useState("");
  const [found, setFound] = useState<FoundAnswer>({ claims: [] });
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (written.trim().length < 2) return setFound({ claims: [] });
    const stop = new AbortController();
    const params = { text: written, ...(JSON.parse(controls.peek()) as Record<string, string>) };
    ask<FoundAnswer>("find", params, stop.signal).then(setFound, () => {
      // The rest of the palette works without the server's sentences.
      if (!stop.signal.aborted) setFound({ claims: [] });
    });
    return () => stop.abort();
  }, [written]);
  const rows = rowsFor(written, found);
  const chosen = Math.min(at, rows.length - 1);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const run = (row: Row | undefined): void => {
    if (!row) return;
    closeLayer();
    row.run();
  };
  return (
    <Dialog title="Go, search, do">
      <input
        class="palette-field"
        data-focus
        role="combobox"
        aria-label="Go, search, do"
        aria-expanded="true"
        aria-controls="palette-rows"
        aria-activedescendant={rows[chosen] ? `row-${chosen}` : undefined}
        autocomplete="off"
        spellcheck={false}
        value={written}
        onInput={(event) => {
          setWritten(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(rows.length - 1, chosen + 1));
          else if (event.key === "ArrowUp") setAt(Math.max(0, chosen - 1));
          else if (event.key === "Enter") {
            // Typed faster than drawn: what stands in the field counts, not what was found for its beginning.
            const { value } = event.currentTarget;
            run(value === written ? rows[chosen] : rowsFor(value, { claims: [] })[0]);
          } else return;
          event.preventDefault();
        }}
      />
      <ul id="palette-rows" role="listbox" aria-label="Found" ref={list} class="palette" tabIndex={-1}>
        {rows.map((row, index) => (
          <li
            key={row.id}
            id={`row-${index}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => run(row)}
            onKeyDown={(event) => event.key === "Enter" && run(row)}
          >
            <span class="sort">{row.sort}</span> <span class="what">{row.text}</span>{" "}
            <span class="muted">{row.about}</span>
          </li>
        ))}
      </ul>
      {rows.length === 0 && <p role="status">Nothing is called “{written}”.</p>}
    </Dialog>
  );
}

/** A word that begins the id of a deal. */
function dealIdOf(word: string): string | null {
  return /^deal-[0-9a-f]{1,16}$/.test(word) ? word : null;
}

/** What matches, commands first where a word begins so. */
function rowsFor(written: string, { claims }: FoundAnswer): Row[] {
  const words = written.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const commands = boundKeys.value
    .filter(({ act, about }) => act !== "palette" && act !== "close" && isPossible(act) && matches(about))
    .map(
      ({ act, keys, about }): Row => ({
        id: `do ${act}`,
        sort: "do",
        text: about,
        about: keys.map(keyText).join(" "),
        run: () => perform(act),
      }),
    );
  const documents = (book.value?.documents ?? [])
    .filter(({ number, title, publisher }) => matches(`${number} ${title} ${publisher ?? ""}`))
    .map(
      ({ number, title, publisher }): Row => ({
        id: number,
        sort: "document",
        text: `${number} ${title}`,
        about: publisher ?? "",
        run: () => follow(`#/evidence/${number}`),
      }),
    );
  const parties = (book.value?.parties ?? [])
    .filter((name) => words.length > 0 && matches(name))
    .slice(0, rowsOfSort / 2)
    .flatMap((name): Row[] => [
      {
        id: `company ${name}`,
        sort: "party",
        text: name,
        about: "its page",
        run: () => follow(`#/company/${encodeURIComponent(name)}`),
      },
      {
        id: `party ${name}`,
        sort: "party",
        text: name,
        about: "its claims",
        run: () => follow(`#/claims?q=${encodeURIComponent(`party:${/[\s(),"]/.test(name) ? `"${name}"` : name}`)}`),
      },
    ]);
  const named = words.length === 1 ? dealIdOf(words[0]!) : null;
  const deals = [
    ...(named === null ? [] : [{ name: named, text: named, about: "the deal with this id" }]),
    ...claims
      .filter(({ kind }) => isDealKind(kind))
      .map(({ id, what, sides, amount }) => ({
        ...{ name: id, text: `${sides} · ${what}${amount ? ` · ${amount}` : ""}`, about: "its deal" },
      })),
  ];
  const dealRows = [...new Map(deals.map((deal) => [deal.text, deal])).values()].map(
    ({ name, text, about }): Row => ({
      ...{ id: `deal ${name}`, sort: "deal", text, about },
      run: () => follow(`#/deal/${name}`),
    }),
  );
  const sentences = claims.map(
    (claim): Row => ({
      id: claim.id,
      sort: "sentence",
      text: claim.quote,
      about: `${claim.number} · ${claim.sides} ${claim.amount}`,
      run: () => follow(`#/evidence/${claim.number}?claim=${claim.id}`),
    }),
  );
  const some = (rows: readonly Row[]): readonly Row[] => rows.slice(0, rowsOfSort);
  return words.length === 0
    ? [...some(documents), ...commands]
    : [...some(commands), ...some(documents), ...some(parties), ...dealRows.slice(0, rowsOfSort / 2), ...sentences];
}
