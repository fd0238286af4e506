/** The registers that a question is about, with its day and its hash: those of the book, outside a book the shipped ones. */

import { readRegisters } from "../intake/registers.ts";
import type { PartialDay } from "../model/day.ts";
import type { Registers } from "../model/party.ts";
import { askedBook } from "../store/asked-book.ts";
import { dataHash } from "../views/data-hash.ts";
import { inBook, standsInBook } from "./open-book.ts";
import { readQuestion } from "./question.ts";
import type { Call, Outcome } from "./verb.ts";

export interface AskedRegisters {
  readonly registers: Registers;
  /** The day by which a price must have been told; null where every price counts. */
  readonly asOf: PartialDay | null;
  readonly data: string;
  /** A further command, as this person would type it. */
  readonly command: (words: string) => string;
}

/** Answers a question about the registers. */
export async function withRegisters(call: Call, answer: (asked: AskedRegisters) => Outcome): Promise<Outcome> {
  const question = readQuestion(call);
  if ("code" in question) return { misuse: question };
  if (call.texts.book === undefined && !(await standsInBook())) {
    const { value: registers } = await readRegisters();
    const command = (words: string): string => `${call.terminal.program} ${words}`;
    return answer({ registers, asOf: question.asOf, data: dataHash([], registers), command });
  }
  return inBook(call, {}, async ({ ask, settings, command }) => {
    const asked = await ask((book) => askedBook(book, settings, question));
    return answer({ registers: settings.registers, asOf: asked.question.asOf, data: asked.data, command });
  });
}
