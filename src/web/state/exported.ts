/** What an export of the screen would hold. Each screen says it while it is shown. */

import { signal } from "@preact/signals";
import type { CitedFrom } from "../../views/citations.ts";
import type { ClaimCard } from "../../views/page-answers.ts";

export interface Exported {
  /** The chosen claim, whose quote can be cited. */
  readonly card: ClaimCard | null;
  readonly cards: readonly ClaimCard[];
  readonly from: CitedFrom | null;
  readonly text: string | null;
  /** Where there are more rows than are on the page: how many, and all of them. */
  readonly all: { readonly count: number; readonly load: () => Promise<readonly ClaimCard[]> } | null;
  /** Pictures that are shown, under the names of their files. */
  readonly pictures?: readonly { readonly name: string; readonly svg: string }[];
  /** Files that the server makes of what is shown. */
  readonly files?: readonly { readonly about: string; readonly name: string; readonly load: () => Promise<string> }[];
  /** The same on the command line. */
  readonly command: string;
}

export const exported = signal<Exported>({
  card: null,
  cards: [],
  from: null,
  text: null,
  all: null,
  command: "capstack claims",
});
