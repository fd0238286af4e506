/** The ledger of a book: its deals on the dates asked about, posted. */

import { pricesOf } from "../deals/chip-hours.ts";
import { type PostingContext, post } from "../deals/post.ts";
import { type Assumption, holding } from "../model/assumption.ts";
import type { Ledger } from "../model/ledger.ts";
import type { Registers } from "../model/party.ts";
import { countedAssumptions } from "./assumptions.ts";
import { type SettledBook, type SettledQuestion, settledBook } from "./settled-book.ts";
import type { Book } from "./tables.ts";

export interface PostedBook {
  readonly settled: SettledBook;
  readonly ledger: Ledger;
  /** Those that hold on the day asked about, also those of parties and currencies. */
  readonly assumptions: readonly Assumption[];
}

/** Settles and posts. Firmness is a matter of what is shown: every posting has its status. */
export async function postedBook(book: Book, registers: Registers, question: SettledQuestion): Promise<PostedBook> {
  return postedDeals(book, registers, question, await settledBook(book, registers.parties, question));
}

/** Posts what is settled already. */
export async function postedDeals(
  book: Book,
  registers: Registers,
  question: SettledQuestion,
  settled: SettledBook,
): Promise<PostedBook> {
  const assumptions = holding(await countedAssumptions(book, registers.assumptions), question.asOf);
  const context: PostingContext = { assumptions, priceOf: pricesOf(registers, question.asOf) };
  return { settled, ledger: post(settled.deals, context), assumptions };
}
