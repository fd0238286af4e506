/** What can be asked of the server, and what can be done through it: each name of an address under /api/ with its answer. */

import type { WriteId } from "../model/id.ts";
import { logPage } from "../store/log.ts";
import type { Cursor } from "../store/page.ts";
import type { Book } from "../store/tables.ts";
import { timeText, writeText } from "../views/log-rows.ts";
import type { ChangesAnswer } from "../views/page-answers.ts";
import { readPreferences } from "../views/preferences.ts";
import { addedAnswer, previewAnswer } from "./added.ts";
import { type Asked, asked, rememberingAround } from "./asked.ts";
import { bookAnswer } from "./book-answer.ts";
import { claimsAnswer, conflictsAnswer, foundAnswer, rowsAnswer, sumAnswer, whyAnswer } from "./claims-answer.ts";
import { companyAnswer } from "./company-answer.ts";
import { dealAnswer } from "./deal-answer.ts";
import { answeringDeals } from "./deals-answer.ts";
import { acts, writtenAnswer } from "./decide.ts";
import { documentAnswer } from "./document-answer.ts";
import { flowsAnswer, flowsFiles } from "./flows-answer.ts";
import { answeringNetwork, networkFiles } from "./network-answer.ts";
import { noPng, pngOf } from "./png.ts";
import { BadRequest, given, idsIn, textIn } from "./request.ts";
import type { ServedBook } from "./served-book.ts";
import { settledConflicts } from "./settled-conflicts.ts";

export interface Answers {
  readonly ask: Readonly<Record<string, (params: URLSearchParams) => Promise<unknown>>>;
  readonly act: Readonly<
    Record<string, (body: Readonly<Record<string, unknown>>, params: URLSearchParams) => Promise<unknown>>
  >;
}

/** All answers about a book. */
export function createAnswers(served: ServedBook): Answers {
  const { store } = served;
  const aroundOf = rememberingAround(served);
  const conflicts = settledConflicts(served);
  const settled = async (book: Book, around: Asked): Promise<Asked> => ({
    ...around,
    conflicts: await conflicts.of(book, around.data, around.question),
  });
  const aroundIn = async (book: Book, params: URLSearchParams): Promise<Asked> =>
    settled(book, await asked(book, served, params, await aroundOf(book)));
  const within =
    <T>(answer: (book: Book, around: Asked, params: URLSearchParams) => Promise<T>) =>
    async (params: URLSearchParams): Promise<T> =>
      given(await store.ask(async (book) => answer(book, await aroundIn(book, params), params)));
  // What cannot be answered before the book is settled waits for that outside of any transaction, and asks again: it may have changed meanwhile.
  const onceSettled =
    <T>(answer: (book: Book, around: Asked, params: URLSearchParams) => Promise<T | null>) =>
    async (params: URLSearchParams): Promise<T> => {
      for (;;) {
        const { value, question } = given(
          await store.ask(async (book) => {
            const around = await aroundIn(book, params);
            return { value: await answer(book, around, params), question: around.question };
          }),
        );
        if (value !== null) return value;
        await conflicts.settle(question);
      }
    };

  const writing = Object.fromEntries(
    Object.entries(acts).map(([name, act]) => [
      name,
      async (body: Readonly<Record<string, unknown>>, params: URLSearchParams) =>
        given(
          await store.write(async (book) => {
            const written = await act(book, served, body);
            return writtenAnswer(book, await settled(book, await asked(book, served, params)), name, written);
          }),
        ),
    ]),
  );

  return {
    ask: {
      book: within((book, around) => bookAnswer(book, served, around)),
      document: within((book, around, params) => documentAnswer(book, around, params.get("number") ?? "")),
      claims: onceSettled(claimsAnswer),
      conflicts: onceSettled(conflictsAnswer),
      why: within((book, around, params) => whyAnswer(book, around, params.get("id") ?? "")),
      deal: within((book, around, params) => dealAnswer(book, around, params.get("id") ?? "")),
      deals: within(answeringDeals(served)),
      network: within(answeringNetwork(served)),
      "network-files": within((book, around, params) => networkFiles(book, served, around, params)),
      company: within((book, around, params) => companyAnswer(book, served, around, params)),
      flows: within((book, around, params) => flowsAnswer(book, served, around, params)),
      "flows-files": within((book, around, params) => flowsFiles(book, served, around, params)),
      find: within((book, around, params) => foundAnswer(book, around, params.get("text") ?? "")),
      changes: within((book, around, params) => changesSince(book, around, params.get("since") ?? "")),
    },
    act: {
      ...writing,
      rows: async (body, params) => within((book, around) => rowsAnswer(book, around, idsIn(body)))(params),
      sum: async (body, params) => within((book) => sumAnswer(book, idsIn(body)))(params),
      png: (body) => pngAnswer(textIn(body, "svg")),
      preview: (body) => previewAnswer(served, body),
      add: (body) => addedAnswer(served, body),
      "read-again": () => served.readAgain(),
      prefer: async (body) => {
        const preferences = readPreferences(body, served.preferences());
        const reviewer = typeof body.reviewer === "string" && body.reviewer !== "" ? body.reviewer : null;
        return { preferences, problems: await served.prefer(preferences, reviewer) };
      },
    },
  };
}

/** A picture of the page as PNG. */
async function pngAnswer(svg: string): Promise<{ readonly png: string }> {
  const png = await pngOf(svg);
  if (png === null) throw new BadRequest(409, noPng);
  return { png: Buffer.from(png).toString("base64") };
}

/** The writes after one, the last first. */
async function changesSince(book: Book, { data }: Asked, since: string): Promise<ChangesAnswer> {
  const writes: ChangesAnswer["writes"][number][] = [];
  let after: Cursor | null = null;
  do {
    const page: Awaited<ReturnType<typeof logPage>> = await logPage(book, { limit: 200, after });
    for (const write of page.items) {
      if (write.id === (since as WriteId)) return { data, known: true, writes };
      const { id, at, by, inEffect } = write;
      writes.push({ id, at: timeText(at), by, did: writeText(write), inEffect });
    }
    after = page.next;
  } while (after !== null);
  return { data, known: false, writes };
}
