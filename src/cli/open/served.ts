/** An open book as the server needs it: with the intake that a server must not have by itself. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { appendAssumption, readAssumptions } from "../../intake/assumptions.ts";
import { bookPreferences, keepPreferences } from "../../intake/book-preferences.ts";
import { readAgain, takeIn } from "../../intake/take-in.ts";
import type { Assumption } from "../../model/assumption.ts";
import type { Problem, Result } from "../../model/problem.ts";
import type { SentText, ServedBook } from "../../server/served-book.ts";
import { assume } from "../../store/assume.ts";
import { openStore, type Store } from "../../store/store.ts";
import type { AddedFile } from "../../views/added-files.ts";
import { addedFiles } from "../added-files.ts";
import { nameDeals } from "../name-deals.ts";
import type { OpenBook } from "../open-book.ts";

/** The book for the server. */
export async function servedBook(book: OpenBook): Promise<ServedBook> {
  const { folder, store, writer } = book;
  let { settings } = book;
  let preferences = await bookPreferences(folder);
  let by = writer.by;

  async function addTo(target: Store, { name, bytes, told }: SentText): Promise<Result<AddedFile | null>> {
    const taken = await takeIn(target, [{ name, bytes }], {
      folder,
      registers: settings.registers,
      write: { by },
      told,
      threads: 0,
    });
    const rows = await target.ask((book) => addedFiles(book, taken.value.files));
    return { value: rows.value?.[0] ?? null, problems: [...taken.problems, ...rows.problems] };
  }

  /** The file is read anew: lines have places, and others may have written some meanwhile. */
  async function keepLine(assumption: Assumption, about: string): Promise<readonly Problem[]> {
    const problems = await appendAssumption(folder, assumption, about);
    if (problems.length > 0) return problems;
    const { value: assumptions } = await readAssumptions(folder);
    settings = { ...settings, registers: { ...settings.registers, assumptions } };
    return [];
  }

  return {
    folder,
    name: settings.name ?? basename(resolve(folder)),
    get settings() {
      return settings;
    },
    store,
    writer: () => ({ by }),
    assume: (inside, told) => assume(inside, told, { settings, writer: { by }, keep: keepLine }),
    add: (text) => addTo(store, text),
    readAgain: async () => {
      const { value, problems } = await readAgain(store, { folder, registers: settings.registers, write: { by } });
      await nameDeals(book, value.write);
      const read = value.files.filter(({ kept }) => kept !== null).length;
      return { read, unread: value.files.length - read + value.left, problems };
    },
    rehearse: async (text, ask) => {
      const scratch = await mkdtemp(join(tmpdir(), "capstack-rehearsal-"));
      try {
        const copied = await store.copyTo(join(scratch, "capstack.db"));
        if (copied.value === null) return { value: null, problems: copied.problems };
        const opened = await openStore(scratch);
        if (opened.value === null) return { value: null, problems: opened.problems };
        await using copy = opened.value;
        const added = await addTo(copy, text);
        if (added.value === null) return { value: null, problems: added.problems };
        const row = added.value;
        return await copy.ask((book) => ask(row, book));
      } finally {
        await rm(scratch, { recursive: true });
      }
    },
    preferences: () => preferences,
    prefer: async (wished, reviewer) => {
      preferences = wished;
      by = reviewer ?? by;
      return keepPreferences(folder, wished, reviewer);
    },
  };
}
