/** Gives names to deals that have none yet, as part of the write that brought their claims. */

import type { WriteOrigin } from "../model/book.ts";
import { settledBook } from "../store/settled-book.ts";
import { keepDealNames } from "../store/testimonies.ts";
import type { OpenBook } from "./open-book.ts";

/** Settles the whole book, whatever the dates, and keeps the names. Nothing where nothing was written. */
export async function nameDeals(book: OpenBook, write: WriteOrigin | null): Promise<void> {
  if (write === null) return;
  await book.write(async (inside) => {
    const { named } = await settledBook(inside, book.settings.registers.parties, { asOf: null, knownOn: null });
    await keepDealNames(inside, named, write);
  });
}
